"""A file that was read, before anything is stored: the sentence, the file beside the result, the doubts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.plan_change import PlanChange
from smartcity_desktop.domain.renstra import Decision, Draft, Finding, SourceSheet, apply, summary
from smartcity_desktop.domain.renstra_draft import Act
from smartcity_desktop.errors import UserFault
from ui import theme
from ui.models.reading_history import ReadingHistory
from ui.models.reading_lines import LinesModel
from ui.models.reading_looks import groups_of, looks_of
from ui.models.reading_opd import likely_opd
from ui.models.reading_source import SourceModel, cells_of
from ui.translate import explain, worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.reading_checks import ChecksList
from ui.widgets.reading_doubts import LookList
from ui.widgets.reading_lines import LinesFoot, LinesView
from ui.widgets.reading_original import OriginalCard
from ui.widgets.reading_source import SourceView

NEW_OPD: Final = RowId("new")
"""Stands for an agency that is added when the reading is used."""
_ACTS: Final[Mapping[str, Act]] = {"accept": "accept", "mend": "mend", "leave_out": "leave_out"}
_NO_LIMIT: Final = 16_777_215
"""How high a widget of Qt may get where nobody says otherwise."""
_KEYS: Final = "Enter/B Betul · P Perbaiki · L Lewati · Shift: semua sejenis · Ctrl+Z urungkan"
_NOT_ALL: Final = "{count} yang ini tidak bisa dijawab sekaligus. Jawab satu per satu."
_UNASKED: Final = "Tahunnya belum diisi. Isi dahulu, atau tekan Pakai sekali lagi."


@dataclass(frozen=True, slots=True)
class ReadingFor:
    """Whom a reading may belong to: the agencies, which have a Renstra already, and the one to begin with."""

    opds: Sequence[Opd] = ()
    standing: Mapping[RowId, str] = field(default_factory=dict)
    preferred: RowId = NO_ROW


class ReadingView(QWidget):
    """Nothing is stored here: answers change the draft, which is handed over whole or not at all."""

    adopted = Signal(object, str)
    """The draft as it was decided, and the row of the agency (or ``NEW_OPD``)."""
    cancelled = Signal()
    sheet_asked = Signal(str)
    """Another sheet of the same file shall be read."""
    draft_changed = Signal(object)
    """The draft after a decision, for those who check its content."""
    target_changed = Signal()
    """Another agency was chosen."""
    compare_asked = Signal()
    """The differences from the plan that stands shall be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing read."""
        super().__init__(parent)
        self.setObjectName("reading")
        self._history = ReadingHistory(Draft())
        self._kind = ""
        self._findings: list[Finding] = []
        self._target = ReadingFor()
        self.source_model, self.lines_model = SourceModel(self), LinesModel(self)
        self.sentence = Label("", "title", name="reading-sentence", wrap=True, parent=self)
        self.opd = self._combo("reading-opd", worded("Untuk OPD"), 300)
        self.opd.currentIndexChanged.connect(self._opd_chosen)
        self.sheet = self._combo("reading-sheet", "Lembar", 170)
        self.sheet.activated.connect(self._sheet_chosen)
        self.note = Label("", "small", name="reading-note", wrap=True, parent=self)
        self.source = SourceView(self.source_model, self)
        self.source.row_chosen.connect(self._row_chosen)
        self.original = OriginalCard(self.source, self.source_model, self)
        self.lines = LinesView(self.lines_model, self)
        self.lines.line_chosen.connect(self._line_chosen)
        self.doubts = LookList("reading-doubts", "Perlu dilihat", self)
        self.doubts.answered.connect(self._answered)
        self.doubts.all_answered.connect(self._all_answered)
        self.doubts.visited.connect(self._doubt_visited)
        self.checks = ChecksList("reading-checks", "Peringatan isi", self)
        self.checks.finding_visited.connect(self._check_visited)
        self.undo = Button("Urungkan jawaban", "reading-undo", "quiet", parent=self)
        self.undo.clicked.connect(self.take_back)
        self.cancel = Button("Batal, jangan simpan apa pun", "reading-cancel", parent=self)
        self.cancel.clicked.connect(self.cancelled)
        self.use = Button("Pakai hasil baca", "reading-use", "primary", parent=self)
        self.use.clicked.connect(self._use)
        self.hint = Label("", "warning", name="reading-hint", parent=self)
        self.compare = Button("Bandingkan dengan versi yang dipakai", "reading-compare", parent=self)
        self.compare.clicked.connect(self.compare_asked)
        self.compare.hide()
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Keep the key of undoing: while a file is looked at, it means the answers, not what is stored."""
        is_undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if is_undo and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back the last answer."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.take_back()
        else:
            super().keyPressEvent(event)

    @property
    def draft(self) -> Draft:
        """The draft after the decisions so far."""
        return self._history.draft

    @property
    def target(self) -> RowId:
        """The agency that was chosen, ``NEW_OPD``, or no row."""
        return RowId(str(self.opd.currentData() or ""))

    def show_draft(self, draft: Draft, target: ReadingFor) -> None:
        """Show what was read; nothing that was decided before counts any more."""
        self._history = ReadingHistory(draft)
        self._findings, self._target = [], target
        self._kind = ""
        self._fill_opds()
        self._fill_sheets()
        self.original.show_draft(draft)
        self._show_sheet(draft.sheet)
        self._show(afresh=True)
        self._choose_page(0)
        # Places can be shown only once the page has its size.
        QTimer.singleShot(0, self, self._begin)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the soft warnings about the content, which hold nothing up."""
        self._findings = list(findings)
        self.checks.show_findings(self._findings)
        self._name_pages()

    @property
    def chosen_name(self) -> str:
        """What the chosen agency is called, empty without one."""
        opd = self._chosen()
        return opd.called if opd else ""

    def show_change(self, change: PlanChange | None) -> None:
        """Show in a sentence what using the reading would change, None where no plan stands."""
        self.compare.setVisible(change is not None and not change.is_empty)
        if change is not None:
            self.note.setText(f"{self._replaced()} {change.told} {change.work_told}".strip())

    def _replaced(self) -> str:
        return f"Renstra yang ada ({self._target.standing.get(self.target, '')}) diganti:".replace(" ()", "")

    def take_back(self) -> None:
        """Take back the last answer, and go to the doubt it was about."""
        key = self._history.take_back()
        if key:
            self._show()
            self._choose_page(0)
            self._go_to(key)

    def _go_to(self, key: str) -> None:
        """Go to a doubt of the list, to those of its kind where it stands too far down."""
        for kind in (self._kind, "", key.partition(":")[0]):
            if kind != self._kind:
                self._kind = kind
                self._show_looks(afresh=True)
            if self.doubts.focus_key(key):
                return

    def _begin(self) -> None:
        if self.draft.problems:
            self.doubts.focus_first()
        else:
            self.use.setFocus()

    def _show(self, *, afresh: bool = False) -> None:
        draft = self.draft
        self.lines.show_draft(draft)
        self.source_model.mark(draft.problems)
        self._show_looks(afresh=afresh)
        self.undo.setVisible(self._history.is_answered)
        self._say()
        self._name_pages()
        self.draft_changed.emit(draft)

    def _show_looks(self, *, afresh: bool = False) -> None:
        order = self._history.kinds
        groups = groups_of(self.draft, order)
        if self._kind not in {group.kind for group in groups}:
            self._kind = ""
        with QSignalBlocker(self.kinds):
            self.kinds.clear()
            self.kinds.addItem(f"Semua jenis ({len(self.draft.problems)})", "")
            for group in groups:
                self.kinds.addItem(f"{group.title} ({group.count})", group.kind)
            self.kinds.setCurrentIndex(max(0, self.kinds.findData(self._kind)))
        self.doubts.show_looks(looks_of(self.draft, order, self._kind), groups, afresh=afresh)

    def _kind_chosen(self, _place: int) -> None:
        self._kind = str(self.kinds.currentData() or "")
        self._show_looks(afresh=True)
        self.doubts.focus_first()

    def _show_sheet(self, name: str) -> None:
        """Show the sheet on which something stands, where the file has it and it is not shown already."""
        draft = self.draft
        grid = next((item for item in draft.grids if item.name == name), None)
        if grid is None and name == draft.sheet:
            grid = SourceSheet(name)
        if grid is not None and grid is not self.source_model.sheet:
            self.original.show_sheet(grid)
            self.source_model.mark(draft.problems)

    def _say(self) -> None:
        opd = self._chosen()
        draft = self.draft
        name = opd.called if opd else (draft.opd_name or draft.source_name)
        self.sentence.setText(summary(draft, name))
        count, held = len(draft.lines), self._history.held_back
        aside = f", {held} ditinggalkan" if held else ""
        words = f"Pakai hasil baca ({count} baris{aside})"
        self.use.setText(words)
        self.use.setAccessibleName(words)
        ready = bool(count and self.target)
        self.use.setEnabled(ready)
        self.hint.setText("" if ready or not count else worded("Pilih dahulu OPD-nya di atas."))
        standing = self._target.standing.get(self.target)
        self.note.setText(
            f"Renstra yang ada ({standing}) diganti; analisis pada baris yang dikenali tetap."
            if standing is not None
            else ""
        )

    def _chosen(self) -> Opd | None:
        return next((item for item in self._target.opds if item.id == self.target), None)

    def _fill_opds(self) -> None:
        target, draft = self._target, self.draft
        guess = likely_opd(draft, target.opds) or target.preferred
        with QSignalBlocker(self.opd):
            self.opd.clear()
            self.opd.addItem(worded("Pilih OPD …"), "")
            for item in target.opds:
                self.opd.addItem(f"{item.name} ({item.short})" if item.short else item.name, str(item.id))
            named = any(item.name.casefold() == draft.opd_name.casefold() for item in target.opds)
            if draft.opd_name and not named:
                self.opd.addItem(worded("Tambah OPD baru: {name}").format(name=draft.opd_name), str(NEW_OPD))
            alone = NEW_OPD if draft.opd_name and not target.opds else NO_ROW
            self.opd.setCurrentIndex(max(0, self.opd.findData(str(guess or alone))))

    def _fill_sheets(self) -> None:
        self.sheet.clear()
        for item in self.draft.sheets:
            note = " (tersembunyi)" if item.hidden else ""
            self.sheet.addItem(f"{item.name}{note}", item.name)
        self.sheet.setCurrentIndex(max(0, self.sheet.findData(self.draft.sheet)))
        several = len(self.draft.sheets) > 1
        self.sheet.setVisible(several)
        self._sheet_label.setVisible(several)

    def _opd_chosen(self, _place: int) -> None:
        self._say()
        self.target_changed.emit()

    def _sheet_chosen(self, _place: int) -> None:
        name = str(self.sheet.currentData() or "")
        if name and name != self.draft.sheet:
            self.sheet_asked.emit(name)

    def _answered(self, key: str, act: str, value: str) -> None:
        try:
            self._history.answer(key, _ACTS[act], value)
        except UserFault as fault:
            self.doubts.show_fault(key, explain(fault))
            return
        self._show()
        if not self.draft.problems:
            self.use.setFocus()

    def _all_answered(self, kind: str, act: str) -> None:
        left = self._history.answer_all(kind, _ACTS[act])
        self._show()
        if not self.draft.problems:
            self.use.setFocus()
        elif left:
            first = next(item.key for item in self.draft.problems if item.code == kind)
            self.doubts.show_fault(first, _NOT_ALL.format(count=left))

    def _row_chosen(self, row: int) -> None:
        self.lines.show_line(self.lines_model.row_at(row, self.source_model.sheet.name))

    def _line_chosen(self, line: int) -> None:
        origin = self.draft.lines[line].origin
        self._show_sheet(origin.sheet)
        self.source.show_row(origin.row)

    def _doubt_visited(self, key: str) -> None:
        found = next((item for item in self.draft.problems if item.key == key), None)
        if found is not None:
            self._visit(found.line, found.sheet, found.cell, found.field)

    def _check_visited(self, place: int) -> None:
        found = self._findings[place]
        self._visit(found.line, found.sheet, found.cell, found.field)

    def _visit(self, line: int | None, sheet: str, cell: str, field_name: str) -> None:
        places = cells_of(cell)
        lines = self.draft.lines
        if line is not None and line < len(lines):
            sheet = sheet or lines[line].origin.sheet
            self.lines.show_line(line, field_name)
            cell = cell or f"A{lines[line].origin.row}"
        elif line is None:
            self.lines.show_line(self.lines_model.row_at(places[0][0] + 1, sheet) if places else -1)
        self._show_sheet(sheet)
        if cell:
            self.source.show_row(0, cell)

    def _use(self) -> None:
        if not self.target or not self.draft.lines:
            return
        asked = next((item for item in self.draft.problems if item.field == "years"), None)
        if asked is not None and asked.suggestion is None and self.hint.text() != _UNASKED:
            self.hint.setText(_UNASKED)
            self._choose_page(0)
            self._go_to(asked.key)
            self.doubts.mend(asked.key)
            return
        draft = self.draft
        if asked is not None and asked.suggestion is not None:
            draft = apply(draft, [Decision(asked.key, "accept")])
        self.adopted.emit(replace(draft, grids=()), self.target)

    def _choose_page(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        for number_of, button in enumerate(self._tabs):
            button.setChecked(number_of == place)
        asked = place == 0 and bool(self.draft.problems)
        self._keys.setVisible(asked)
        kinds = len({item.code for item in self.draft.problems})
        self.kinds.setVisible(asked and 1 < kinds < len(self.draft.problems))
        self._fold(folded=place == 0 and not self.draft.problems)

    def _fold(self, *, folded: bool) -> None:
        """Leave the room to file and result where nothing is to be looked at, and say so in a line."""
        self._none.setText("Semua sudah dijawab." if self._history.is_answered else "Semua terbaca jelas.")
        self._none.setVisible(folded)
        turns = folded != self._pages.isHidden()
        if turns and folded:
            self._sizes = self._parts.sizes()
        self._pages.setVisible(not folded)
        self._fit()
        if turns and not folded:
            self._parts.setSizes(self._sizes)

    def _fit(self) -> None:
        line = self._looks_card.sizeHint().height()
        self._looks_card.setMaximumHeight(line if self._pages.isHidden() else _NO_LIMIT)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the line whole in another type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._fit)

    def _name_pages(self) -> None:
        counts = (len(self.draft.problems), len(self._findings))
        for button, words, count in zip(self._tabs, ("Perlu dilihat", "Peringatan isi"), counts, strict=True):
            button.setText(f"{words} ({count})")
            button.setAccessibleName(button.text())
        for button in self._tabs:
            button.setVisible(bool(self._findings))
        self._alone.setText(self._tabs[0].text())
        self._alone.setVisible(not self._findings)
        self._choose_page(self._pages.currentIndex() if self._findings else 0)

    @staticmethod
    def _combo(name: str, words: str, width: int) -> QComboBox:
        box = ChoiceBox()
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setMinimumWidth(width)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(worded("Untuk OPD"), "soft", parent=self))
        head.addWidget(self.opd, 2)
        self._sheet_label = Label("Lembar", "soft", parent=self)
        head.addSpacing(8)
        head.addWidget(self._sheet_label)
        head.addWidget(self.sheet, 1)
        head.addWidget(self.note, 3)
        head.addStretch(1)
        return head

    def _sides(self) -> QSplitter:
        lines_card = Card("Yang terbaca", parent=self)
        lines_card.body.addWidget(self.lines)
        self.foot = LinesFoot(self.lines, self.lines_model, lines_card)
        lines_card.body.addWidget(self.foot)
        sides = QSplitter(Qt.Orientation.Horizontal, self)
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(10)
        sides.addWidget(self.original)
        sides.addWidget(lines_card)
        sides.setSizes([500, 500])
        return sides

    def _looks(self) -> Card:
        card = Card(parent=self)
        card.body.setContentsMargins(14, 8, 14, 8)
        card.body.setSpacing(4)
        tabs = QHBoxLayout()
        tabs.setSpacing(0)
        self._tabs: list[Button] = []
        for place, name in enumerate(("reading-tab-doubts", "reading-tab-checks")):
            button = Button("", name, "quiet", parent=card)
            button.setCheckable(True)
            theme.set_role(button, "segment", place=("first", "last")[place])
            button.clicked.connect(partial(self._choose_page, place))
            tabs.addWidget(button)
            self._tabs.append(button)
        self._alone = Label("", "strong", parent=card)
        tabs.addWidget(self._alone)
        self._none = Label("", "soft", name="reading-none", parent=card)
        tabs.addSpacing(12)
        tabs.addWidget(self._none)
        tabs.addStretch(1)
        self._keys = ElidedLabel(_KEYS, "small", parent=card)
        tabs.addWidget(self._keys)
        self.kinds = self._combo("reading-kinds", "Jenis yang dilihat", 220)
        self.kinds.activated.connect(self._kind_chosen)
        tabs.addSpacing(8)
        tabs.addWidget(self.kinds)
        tabs.addWidget(self.undo)
        card.body.addLayout(tabs)
        self._pages = QStackedWidget(card)
        self._pages.addWidget(self.doubts)
        self._pages.addWidget(self.checks)
        card.body.addWidget(self._pages, 1)
        return card

    def _lay_out(self) -> None:
        parts = self._parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(10)
        head = self._head()
        self._looks_card = self._looks()
        parts.addWidget(self._sides())
        parts.addWidget(self._looks_card)
        self._sizes = [318, 226]
        parts.setSizes(self._sizes)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.hint)
        foot.addWidget(self.compare)
        foot.addWidget(self.cancel)
        foot.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.sentence)
        column.addLayout(head)
        column.addWidget(parts, 1)
        column.addLayout(foot)
