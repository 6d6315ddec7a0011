"""A file that was read, before anything is stored: the sentence, the file beside the result, the doubts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.plan_change import PlanChange
from smartcity_desktop.domain.renstra import Decision, Draft, Finding, SourceSheet, apply, summary
from smartcity_desktop.domain.wording import number, shortened
from ui.models.reading_lines import LinesModel
from ui.models.reading_opd import likely_opd
from ui.models.reading_source import SourceModel, cells_of
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import Label
from ui.widgets.reading_lines import LinesFoot, LinesView
from ui.widgets.reading_looks import LooksCard
from ui.widgets.reading_original import OriginalCard
from ui.widgets.reading_source import SourceView

NEW_OPD: Final = RowId("new")
"""Stands for an agency that is added when the reading is used."""
_MAP_NAME: Final = 40
_LOWER: Final = 0.42
"""How much of the height what is to be looked at may take at the most, unless somebody draws it larger."""
_BACK: Final = "Kembali ke daftar"
_CANCEL: Final = "Batal, jangan simpan apa pun"
_TYPE_ON: Final = "Kembali mengetik"
_UNASKED: Final = "Tahunnya belum diisi. Isi dahulu, atau tekan Pakai sekali lagi."


@dataclass(frozen=True, slots=True)
class ReadingFor:
    """Whom a reading may belong to: the agencies, which have a Renstra already, and the one to begin with.

    ``part`` says where a part of a list goes: that is decided there, and using it leads back to the list.
    """

    opds: Sequence[Opd] = ()
    standing: Mapping[RowId, str] = field(default_factory=dict)
    preferred: RowId = NO_ROW
    part: str = ""
    chosen: RowId = NO_ROW
    """Whom a person had chosen when the same file was read before."""


class ReadingView(QWidget):
    """Nothing is stored here: answers change the draft, which is handed over whole or not at all."""

    adopted = Signal(object, str)
    """The draft as it was decided, and the row of the agency (or ``NEW_OPD``)."""
    cancelled = Signal()
    table_wanted = Signal(str)
    """A table shall be shown of which the reading holds no rows."""
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
        self._findings: list[Finding] = []
        self._target = ReadingFor()
        self.source_model, self.lines_model = SourceModel(self), LinesModel(self)
        self.sentence = Label("", "title", name="reading-sentence", wrap=True, parent=self)
        self.opd = self._combo("reading-opd", worded("Untuk OPD"), 300)
        self.opd.currentIndexChanged.connect(self._opd_chosen)
        self.note = Label("", "small", name="reading-note", wrap=True, parent=self)
        self.source = SourceView(self.source_model, self)
        self.source.row_chosen.connect(self._row_chosen)
        self.original = OriginalCard(self.source, self.source_model, self)
        self.lines = LinesView(self.lines_model, self)
        self.lines.line_chosen.connect(self._line_chosen)
        self.looks = LooksCard(self)
        self.doubts, self.checks, self.undo = self.looks.doubts, self.looks.checks, self.looks.undo
        self.looks.changed.connect(self._show)
        self.looks.doubt_visited.connect(self._doubt_visited)
        self.looks.check_visited.connect(self._check_visited)
        self.looks.needs_room.connect(self._share)
        self.cancel = Button(_CANCEL, "reading-cancel", parent=self)
        self.cancel.clicked.connect(self.cancelled)
        self.use = Button("Pakai hasil baca", "reading-use", "primary", parent=self)
        self.use.clicked.connect(self._use)
        self.hint = Label("", "warning", name="reading-hint", parent=self)
        self.compare = Button("Bandingkan dengan versi yang dipakai", "reading-compare", parent=self)
        self.compare.clicked.connect(self.compare_asked)
        self.compare.hide()
        self.looks.finished.connect(self.use.setFocus)
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
            self.looks.take_back()
        else:
            super().keyPressEvent(event)

    @property
    def draft(self) -> Draft:
        """The draft after the decisions so far."""
        return self.looks.draft

    @property
    def target(self) -> RowId:
        """The agency that was chosen, ``NEW_OPD``, or no row."""
        return RowId(str(self.opd.currentData() or ""))

    def show_draft(self, draft: Draft, target: ReadingFor, answers: Sequence[Decision] = ()) -> None:
        """Show what was read; of what was decided before only these ``answers`` count."""
        self._findings, self._target = [], target
        self._fill_opds(draft)
        self.original.show_draft(draft)
        self._show_sheet(draft, draft.sheet)
        self.looks.show_draft(draft, answers)
        # Places can be shown only once the page has its size.
        QTimer.singleShot(0, self, self._begin)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the soft warnings about the content, which hold nothing up."""
        self._findings = list(findings)
        self.looks.show_findings(self._findings)

    @property
    def chosen_name(self) -> str:
        """What the chosen agency is called, empty without one."""
        opd = self._chosen()
        return opd.called if opd else ""

    def show_change(self, change: PlanChange | None) -> None:
        """Show in a sentence what using the reading would change, None where no plan stands."""
        self.compare.setVisible(change is not None and not change.is_empty)
        if change is not None:
            how = "dibandingkan dengan berkas ini." if change.is_empty else "diganti:"
            self.note.setText(f"{self._standing()} {how} {change.told} {change.work_told}".strip())

    def _standing(self) -> str:
        return f"Renstra yang ada ({self._target.standing.get(self.target, '')})".replace(" ()", "")

    def _begin(self) -> None:
        if self.draft.problems:
            self.doubts.focus_first()
        else:
            self.use.setFocus()

    def _show(self) -> None:
        draft = self.draft
        self.lines.show_draft(draft)
        self.source_model.mark(draft.problems)
        self._say()
        self.draft_changed.emit(draft)

    def _show_sheet(self, draft: Draft, name: str) -> None:
        """Show the sheet on which something stands, where the file has it and it is not shown already."""
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
        mapped = f' Dibaca dengan peta "{shortened(draft.map_name, _MAP_NAME)}".' if draft.map_name else ""
        self.sentence.setText(f"{summary(draft, name)}{mapped}")
        count, held = len(draft.lines), self.looks.held_back
        aside = f", {number(held)} ditinggalkan" if held else ""
        words = _BACK if self._target.part else f"Pakai hasil baca ({number(count)} baris{aside})"
        self.use.setText(words)
        self.use.setAccessibleName(words)
        ready = bool(count and self.target) or bool(self._target.part)
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

    def _fill_opds(self, draft: Draft) -> None:
        target = self._target
        guess = target.chosen or likely_opd(draft, target.opds) or target.preferred
        self.cancel.setVisible(not target.part)
        self.cancel.setText(_TYPE_ON if draft.typed else _CANCEL)
        self.cancel.setAccessibleName(self.cancel.text())
        self.opd.setEnabled(not target.part)
        with QSignalBlocker(self.opd):
            self.opd.clear()
            if target.part:
                self.opd.addItem(target.part, target.part)
                return
            self.opd.addItem(worded("Pilih OPD …"), "")
            for item in target.opds:
                self.opd.addItem(f"{item.name} ({item.short})" if item.short else item.name, str(item.id))
            named = any(item.name.casefold() == draft.opd_name.casefold() for item in target.opds)
            if draft.opd_name and not named:
                self.opd.addItem(worded("Tambah OPD baru: {name}").format(name=draft.opd_name), str(NEW_OPD))
            alone = NEW_OPD if draft.opd_name and not target.opds else NO_ROW
            self.opd.setCurrentIndex(max(0, self.opd.findData(str(guess or alone))))

    def look_at(self, name: str) -> None:
        """Show a table beside the result; its rows come from the file where they are not known yet."""
        known = next((grid for grid in self.draft.grids if grid.name == name), None)
        if known is None:
            self.table_wanted.emit(name)
        else:
            self.show_table(known)

    def show_table(self, sheet: SourceSheet) -> None:
        """Show a table as it stands in the file, from its heading on."""
        self.original.switch.show_chosen(0)
        self.original.show_side(0)
        self.original.show_sheet(sheet)
        self.source_model.mark(self.draft.problems)
        self.source.setFocus()

    def _opd_chosen(self, _place: int) -> None:
        self._say()
        self.target_changed.emit()

    def _row_chosen(self, row: int) -> None:
        self.lines.show_line(self.lines_model.row_at(row, self.source_model.sheet.name))

    def _line_chosen(self, line: int) -> None:
        origin = self.draft.lines[line].origin
        self._show_sheet(self.draft, origin.sheet)
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
        self._show_sheet(self.draft, sheet)
        if cell:
            self.source.show_row(0, cell)

    def _use(self) -> None:
        if not self.target or not (self.draft.lines or self._target.part):
            return
        asked = next((item for item in self.draft.problems if item.field == "years"), None)
        if asked is not None and asked.suggestion is None and self.hint.text() != _UNASKED:
            self.hint.setText(_UNASKED)
            self.looks.ask(asked.key)
            return
        draft = self.draft
        if asked is not None and asked.suggestion is not None:
            draft = apply(draft, [Decision(asked.key, "accept")])
        self.adopted.emit(replace(draft, grids=()), self.target)

    def _share(self) -> None:
        """Give the lower part what it needs, up to its share."""
        room = sum(self._parts.sizes())
        lower = min(self.looks.maximumHeight(), round(room * _LOWER))
        self._parts.setSizes([room - lower, lower])

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

    def _lay_out(self) -> None:
        parts = self._parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(10)
        head = self._head()
        parts.addWidget(self._sides())
        parts.addWidget(self.looks)
        parts.setSizes([318, 226])
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
