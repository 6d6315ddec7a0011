"""A table of all agencies before it is stored: which part goes where, what it replaces, what is in doubt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.renstra import Decision, Draft, kinds
from smartcity_desktop.domain.renstra_draft import Act
from smartcity_desktop.domain.renstra_parts import SKIP, Parts
from smartcity_desktop.domain.wording import number, shortened
from smartcity_desktop.errors import UserFault
from ui import theme
from ui.models.agency_parts import AgencyPartsModel
from ui.models.reading_history import answered_all
from ui.models.reading_looks import groups_of, looks_of
from ui.translate import explain, worded
from ui.widgets.agency_parts_table import AgencyPartsTable
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.label import ElidedLabel, Label, TwoLineLabel, tip
from ui.widgets.progress import Progress
from ui.widgets.reading import ReadingFor, ReadingView
from ui.widgets.reading_doubts import LookList
from ui.widgets.reading_looks import NOT_ALL
from ui.widgets.writing import for_writing

_ACTS: Final[Mapping[str, Act]] = {"accept": "accept", "mend": "mend", "leave_out": "leave_out"}
_KEYS: Final = (
    "Enter: lihat bagiannya · F2: pilih OPD · B: tebakan betul · L: lewati · Spasi: ganti Renstra lama · "
    "K: bandingkan · Ctrl+Enter: pakai"
)
_NOTHING: Final = "Belum ada yang akan disimpan."
_LONG: Final = 60
_ROWS, _HEAD, _DOUBT = 2, 44, 62
"""How many doubts about the file are shown at once, and the height of the title and of one, in pixels."""
_LIST, _READING = range(2)


@dataclass(frozen=True, slots=True)
class PartsFor:
    """The agencies at the table, and the period of the Renstra that each of them has."""

    opds: Sequence[Opd] = ()
    standing: Mapping[RowId, str] = field(default_factory=dict)


class AgencyPartsPage(QWidget):
    """Nothing is stored here: answers change the list, which is handed over whole or not at all."""

    adopted = Signal(object)
    """The Parts as they were decided."""
    cancelled = Signal()
    whole_asked = Signal()
    """The file shall be read as the plan of one agency after all."""
    points_asked = Signal()
    """The points of the RPJMD in the same file shall be looked at."""
    compare_asked = Signal(str)
    """The target whose Renstra shall be compared with what was read."""
    part_opened = Signal(object)
    """The reading view, when the first part is opened in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing read."""
        super().__init__(parent)
        self.setObjectName("agency-parts")
        self._parts = Parts(Draft())
        self._before: list[Parts] = []
        self._for = PartsFor()
        self._place, self._shown = -1, Draft()
        self.reading: ReadingView | None = None
        """Made when the first part is opened: most files need none."""
        self.is_open = False
        """Whether a list is shown that is neither stored nor given up."""
        self.model = AgencyPartsModel(self)
        self.model.aimed.connect(self._aim)
        self.table = AgencyPartsTable(self.model, self)
        self.table.opened.connect(self.open_part)
        self.table.switched.connect(self._switch)
        self.table.keyed.connect(self._key)
        self.table.moved.connect(self._tell)
        self._make_parts()
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._use)

    @property
    def parts(self) -> Parts:
        """The list after what was decided so far."""
        return self._parts

    @property
    def busy(self) -> bool:
        """Whether the list is being stored."""
        return not self.progress.isHidden()

    def show_parts(self, parts: Parts, whom: PartsFor) -> None:
        """Show a list; nothing that was decided before counts any more."""
        self._before, self._for, self._parts = [], whom, parts
        self.is_open = True
        self.pages.setCurrentIndex(_LIST)
        self.progress.finish()
        self.setEnabled(True)
        self._show(afresh=True)
        self.table.choose(0)
        self._tell()
        if parts.asked:
            self.doubts.focus_first()
        else:
            self.table.setFocus()

    def tie(self, target: str, ties: Mapping[RowId, int]) -> None:
        """Remember which old lines of a target have become which new ones."""
        self._take(self._parts.tied(target, ties))

    def replace(self, target: str) -> None:
        """Let the Renstra that stands at a target give way."""
        if self._parts.stays(target):
            self._take(self._parts.switched(target))
        self.table.setFocus()

    def begin(self, words: str) -> None:
        """Show that the list is being stored; it takes no answer meanwhile."""
        self._body.setEnabled(False)
        self.progress.begin(words)
        self.progress.stop.setFocus()

    def end(self) -> None:
        """Take answers again."""
        self.progress.finish()
        self._body.setEnabled(True)
        self.table.setFocus()

    def take_back(self) -> None:
        """Take back the last thing that was decided."""
        if self._before:
            self._parts = self._before.pop()
            self._show()

    def open_part(self, place: int) -> None:
        """Show one part beside the file, with its doubts."""
        if self.reading is None:
            self.reading = ReadingView(self)
            self.reading.adopted.connect(self.close_part)
            self.pages.addWidget(self.reading)
            self.part_opened.emit(self.reading)
        self._place = place
        row = self._parts.rows[place]
        words = self.model.target_words(row.target) if row.target != SKIP else self.model.fate(place)
        self.pages.setCurrentIndex(_READING)
        self._shown = replace(self._parts.alone(place), sheets=())
        self.reading.show_draft(self._shown, ReadingFor(part=words))

    @property
    def opened_target(self) -> str:
        """The target of the part that is looked at, empty where none is."""
        rows = self._parts.rows
        return rows[self._place].target if 0 <= self._place < len(rows) else ""

    def close_part(self) -> None:
        """Go back to the list with what was answered about a part."""
        if self.reading is None or self.pages.currentIndex() != _READING:
            return
        self.pages.setCurrentIndex(_LIST)
        draft = self.reading.draft
        if draft is not self._shown:
            self._take(self._parts.read(self._place, draft))
        self.table.choose(self._place)
        self.table.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keep the key of undoing: while a file is looked at, it means the answers, not what is stored."""
        is_undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if is_undo and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back the last decision; Escape goes from a part back to the list."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.take_back()
        elif Qt.Key(event.key()) == Qt.Key.Key_Escape and self.pages.currentIndex() == _READING:
            self.close_part()
        else:
            super().keyPressEvent(event)

    def _take(self, parts: Parts) -> None:
        if parts != self._parts:
            self._before.append(self._parts)
            self._parts = parts
            self._show()

    def _aim(self, place: int, target: str) -> None:
        self._take(self._parts.aimed(place, target))
        self.table.setFocus()

    def _switch(self, place: int) -> None:
        self._take(self._parts.switched(self._parts.rows[place].target))

    def _key(self, place: int, letter: str) -> None:
        target = self._parts.rows[place].target
        if letter == "b":
            self._take(self._parts.agreed(place))
            self._go_on(place)
        elif letter == "l":
            self._take(self._parts.aimed(place, SKIP))
        elif target in self._parts.standing:
            self.compare_asked.emit(target)

    def _go_on(self, place: int) -> None:
        """Go to the next guess at which nobody has looked, or just on."""
        count = len(self._parts.rows)
        later = [at % count for at in range(place + 1, place + count)]
        guessed = next((at for at in later if not self._parts.rows[at].sure), None)
        self.table.choose(min(place + 1, count - 1) if guessed is None else guessed)

    def _answered(self, key: str, act: str, value: str) -> None:
        try:
            self._take(self._parts.decided(Decision(key, _ACTS[act], value)))
        except UserFault as fault:
            self.doubts.show_fault(key, explain(fault))
            return
        if not self._parts.asked:
            self.table.setFocus()

    def _all_answered(self, kind: str, act: str) -> None:
        parts, first, left = answered_all(self._parts, kind, _ACTS[act])
        self._take(parts)
        if left:
            self.doubts.show_fault(first, NOT_ALL.format(count=left))

    def _add_all(self) -> None:
        self._take(self._parts.adds_unknown())
        self.table.setFocus()

    def _replace_all(self, on: bool) -> None:  # noqa: FBT001 - a slot of Qt
        self._take(self._parts.replaces_all(on=on))

    def _compare(self) -> None:
        if self.table.row >= 0:
            self._key(self.table.row, "k")

    def _use(self) -> None:
        if self.use.isEnabled() and self.pages.currentIndex() == _LIST and not self.busy:
            self.adopted.emit(self._parts)

    def _show(self, *, afresh: bool = False) -> None:
        parts = self._parts
        self.model.show(parts, self._for.opds, self._for.standing)
        self.table.viewport().update()
        asked = Draft(
            problems=parts.asked, grids=parts.whole.grids, sheet=parts.whole.sheet, years=parts.whole.years
        )
        order = tuple(kinds(asked))
        self.doubts.show_looks(looks_of(asked, order), groups_of(asked, order), afresh=afresh)
        self._doubts_title.setText(f"Perlu dilihat untuk seluruh berkas ({len(parts.asked)})")
        self._doubts_card.setVisible(bool(parts.asked))
        rows = min(len(parts.asked), _ROWS)
        self._doubts_card.setFixedHeight(theme.scaled(_HEAD + _DOUBT * rows))
        self._say()
        self._tell()

    def _say(self) -> None:
        parts = self._parts
        named = [row for row in parts.rows if row.name]
        lines, programs = (
            sum(len(row.draft.lines) for row in parts.rows),
            sum(row.programs for row in parts.rows),
        )
        told = worded("Berkas ini memuat program {count} OPD: {lines} baris, {programs} program.")
        figures = {"count": len(named), "lines": lines, "programs": programs}
        self.sentence.setText(told.format(**{name: number(count) for name, count in figures.items()}))
        self.note.setVisible(bool(self.model.years))
        unknown = sum(bool(row.name) and row.target == SKIP for row in parts.rows)
        self.add.setText(worded("Tambah {count} OPD yang belum ada").format(count=unknown))
        self.add.setVisible(unknown > 1)
        taken = {row.target for row in parts.rows} & parts.standing
        self.replaces.setText(worded("Ganti Renstra yang sudah ada di {count} OPD").format(count=len(taken)))
        self.replaces.setVisible(len(taken) > 1)
        with QSignalBlocker(self.replaces):
            self.replaces.setChecked(bool(taken) and taken <= parts.replacing)
        points = len(parts.whole.points)
        self.points.setText(f"Lihat {points} butir RPJMD / RPD")
        self.points.setVisible(bool(points))
        count = len(parts.targets)
        words = worded("Pakai untuk {count} OPD").format(count=count)
        self.use.setText(words)
        self.use.setAccessibleName(words)
        self.use.setEnabled(bool(count))
        guessed = sum(not row.sure for row in parts.rows)
        told = f"{guessed} tebakan belum dilihat." if guessed else ""
        self.hint.setText(told if count else _NOTHING)
        self.undo.setVisible(bool(self._before))

    def _tell(self) -> None:
        row = self.table.row
        inside = 0 <= row < len(self._parts.rows)
        self.detail.setText(self.model.told(row) if inside else "")
        self.detail.show_at_most_two()
        self.compare.setEnabled(inside and self._parts.rows[row].target in self._parts.standing)
        self.open.setEnabled(inside)

    def _make_parts(self) -> None:
        self.sentence = Label("", "title", name="agency-parts-sentence", wrap=True, parent=self)
        self.note = Label("Pagu dalam juta rupiah.", "soft", name="agency-parts-note", parent=self)
        self.detail = TwoLineLabel("", name="agency-parts-detail", parent=self)
        theme.set_role(self.detail, "soft")
        self.add = Button("", "agency-parts-add", parent=self)
        self.add.clicked.connect(self._add_all)
        self.replaces = QCheckBox("", self)
        self.replaces.setObjectName("agency-parts-replace")
        self.replaces.toggled.connect(self._replace_all)
        self.points = Button("", "agency-parts-points", "quiet", parent=self)
        self.points.clicked.connect(self.points_asked)
        self.one = Button(worded("Baca sebagai satu OPD"), "agency-parts-whole", "quiet", parent=self)
        self.one.clicked.connect(self.whole_asked)
        self.doubts = LookList("agency-parts-doubts", "Perlu dilihat untuk seluruh berkas", self)
        self.doubts.answered.connect(self._answered)
        self.doubts.all_answered.connect(self._all_answered)
        self.undo = Button("Urungkan jawaban", "agency-parts-undo", "quiet", parent=self)
        self.undo.clicked.connect(self.take_back)
        self.open = Button("Lihat bagian ini", "agency-parts-open", parent=self)
        self.open.clicked.connect(lambda: self.open_part(self.table.row))
        self.compare = Button("Bandingkan", "agency-parts-compare", parent=self)
        tip(self.compare, "Hasil baca dan Renstra yang dipakai")
        self.compare.clicked.connect(self._compare)
        self.hint = Label("", "warning", name="agency-parts-hint", parent=self)
        self.cancel = Button("Batal, jangan simpan apa pun", "agency-parts-cancel", parent=self)
        self.cancel.clicked.connect(self.cancelled)
        self.use = Button("", "agency-parts-use", "primary", parent=self)
        self.use.clicked.connect(self._use)
        self.progress = Progress("agency-parts-progress", self)
        for_writing(self.use)

    def _lay_out(self) -> None:
        first = QWidget(self)
        self._body = QWidget(first)
        body = _column(self._body)
        body.addWidget(self.sentence)
        body.addWidget(self._tools())
        body.addWidget(self._listed(), 1)
        body.addWidget(self._asked())
        body.addWidget(self._foot())
        column = _column(first)
        column.addWidget(self.progress)
        column.addWidget(self._body, 1)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(first)
        _column(self).addWidget(self.pages)

    def _tools(self) -> FlowRow:
        return FlowRow((self.note,), (self.add, self.replaces, self.points, self.one), self._body)

    def _listed(self) -> Card:
        listed = Card(parent=self._body)
        listed.body.setContentsMargins(12, 10, 12, 8)
        listed.body.setSpacing(4)
        listed.body.addWidget(self.table, 1)
        listed.body.addWidget(self.detail)
        listed.body.addWidget(ElidedLabel(worded(_KEYS), "small", parent=listed))
        return listed

    def _asked(self) -> Card:
        self._doubts_card = Card(parent=self._body)
        self._doubts_card.body.setContentsMargins(12, 8, 12, 8)
        self._doubts_title = Label("", "strong", parent=self._doubts_card)
        self._doubts_card.body.addWidget(self._doubts_title)
        self._doubts_card.body.addWidget(self.doubts, 1)
        return self._doubts_card

    def _foot(self) -> FlowRow:
        left = (self.open, self.compare, self.undo)
        return FlowRow(left, (self.hint, self.cancel, self.use), self._body)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column


def told_names(names: Sequence[str], few: int = 4) -> str:
    """Return names in a sentence, the first of them where there are many."""
    words = ", ".join(shortened(name, _LONG) for name in names[:few])
    return f"{words}, dan {len(names) - few} lagi" if len(names) > few else words
