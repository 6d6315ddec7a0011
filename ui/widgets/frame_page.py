"""The page RPJMD / RPD: the tree of its points, the chosen one beside it, a line to type or paste into."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.document import PlanPoint
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.plan_frame import FramePoint, counted, rank
from smartcity_desktop.domain.wording import label
from ui import theme
from ui.models.goal_table import BASE_YEAR, BASELINE, NAME, PAGU, UNIT, GoalTableModel
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card, EmptyState
from ui.widgets.cell_table import CellTableView
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.fields_form import CHOICE, LINE, MENU, TEXT, FieldsForm, FieldSpec
from ui.widgets.frame_tree import FrameTree
from ui.widgets.label import Label
from ui.widgets.writing import for_writing

KINDS: Final = ("visi", "misi", "isu", "tujuan", "sasaran", "program")
_HINT: Final = "Ketik satu butir lalu Enter, atau tempel banyak baris lalu Ctrl+Enter."
_KEYS: Final = (
    "Enter mengubah · Alt+panah memindahkan dan mengubah tingkat · Del menghapus · Kertas kerja memilih "
    "dari butir ini"
)
_YEAR: Final = 118
_TARGET: Final = 62
_AIMS: Final = frozenset({"tujuan", "sasaran", "program"})


@dataclass(frozen=True, slots=True)
class FrameShown:
    """What the page shows: points in their places, years, documents of the region by row, agencies.

    ``uses`` says how many answers and alignments name a point.
    """

    points: tuple[FramePoint, ...] = ()
    years: tuple[str, ...] = ()
    documents: Sequence[tuple[str, str]] = ()
    opds: Sequence[Opd] = ()
    uses: Mapping[RowId, int] = field(default_factory=dict)


class GoalTable(CellTableView):
    """The indicators of the chosen point."""

    name_column = NAME
    widths: ClassVar[Mapping[int, int]] = {
        NAME: 170,
        UNIT: 70,
        BASELINE: 96,
        BASE_YEAR: 62,
        **dict.fromkeys(range(BASE_YEAR + 1, BASE_YEAR + 14), _YEAR),
    }
    emptied: ClassVar[Mapping[int, object]] = dict.fromkeys(range(UNIT, BASE_YEAR + 14), "")

    def __init__(self, model: GoalTableModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(model, "goal-cell", parent)
        self.setObjectName("goal-table")
        self.setAccessibleName("Indikator butir ini")
        model.modelReset.connect(self.fit_columns)

    def wanted_width(self, column: int) -> int:
        """Return the pixels of a column; targets take less than amounts."""
        if column > BASE_YEAR and not any(item.id == PAGU for item in self._model.rows()):
            return theme.scaled(_TARGET)
        return super().wanted_width(column)


class PointLine(QPlainTextEdit):
    """A line for one point; Enter takes it. Several lines may be pasted: then only Ctrl+Enter takes them."""

    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take one line at Enter."""
        is_enter = Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_enter and (ctrl or "\n" not in self.toPlainText()):
            self.taken.emit()
            return
        super().keyPressEvent(event)


class FramePage(QWidget):
    """Tells what a person wants; stores nothing."""

    added = Signal(str, str, str, str)
    """Kind, text, the point above, the brother before it."""
    listed = Signal(str, str)
    """Kind and several pasted lines."""
    edited = Signal(str, str, object)
    """Row of a point, field, value."""
    opds_chosen = Signal(str, object)
    """Row of a point and the agencies that answer for it."""
    removed = Signal(str)
    moved = Signal(str, int)
    shifted = Signal(str, int)
    indicator_added = Signal(str, str)
    indicator_edited = Signal(str, str, object)
    indicators_removed = Signal(object)
    file_asked = Signal()
    paste_asked = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page, empty."""
        super().__init__(parent)
        self.setObjectName("frame-page")
        self._shown = FrameShown()
        self._here = ""
        self.keeps: Callable[[str, str], bool] = _never
        """Whether a field (row, name) is being typed and not yet on the disk."""
        self.told = Label("", "strong", name="frame-told", wrap=True, parent=self)
        self.tree = FrameTree(self)
        self.goals = GoalTableModel(self)
        self.table = GoalTable(self.goals, self)
        self.form = FieldsForm("frame-point", _specs(), self)
        self.place = Label("", "soft", name="frame-place", wrap=True, parent=self)
        self.used = Label("", "small", name="frame-used", wrap=True, parent=self)
        self.indicator = QLineEdit(self)
        self.indicator.setObjectName("goal-new")
        self.indicator.setAccessibleName("Tambah indikator")
        self.indicator.setPlaceholderText("Indikator baru: ketik, lalu Enter")
        self.kind = ChoiceBox(self)
        self.kind.setObjectName("points-kind")
        self.kind.setAccessibleName("Jenis butir")
        for kind in KINDS:
            self.kind.addItem(label("plan_point", kind), kind)
        self.text = PointLine(self)
        self.text.setObjectName("points-text")
        self.text.setAccessibleName("Tambah butir")
        self.text.setPlaceholderText(_HINT)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.scaled(52))
        self.add = Button("Tambah", "points-add", parent=self)
        self.drop = Button("Hapus butir", "frame-remove", "quiet", parent=self)
        self.empty = EmptyState(
            "RPJMD / RPD belum ada",
            "Baca berkasnya, tempel tabel atau daftar bernomornya, atau ketik butirnya di bawah. RPD tidak "
            "punya misi; mulailah dari tujuannya. Kertas kerja memilih dari butir ini.",
            ("Baca berkas", "Tempel"),
            name="frame-empty",
            parent=self,
        )
        self._lay_out()
        self._connect()

    @property
    def point(self) -> FramePoint | None:
        """The point that is chosen."""
        return next((item for item in self._shown.points if item.point.id == self.tree.row), None)

    @property
    def points(self) -> tuple[PlanPoint, ...]:
        """All points in their order."""
        return tuple(item.point for item in self._shown.points)

    def show_frame(self, shown: FrameShown, wanted: str = "") -> None:
        """Show other points; ``wanted`` is chosen, else the one that was."""
        self._shown = shown
        self.form.offer("document", [("", "–"), *shown.documents])
        self.form.offer("opd", [(str(item.id), item.called) for item in shown.opds])
        self.told.setText(self._words())
        self.pages.setCurrentIndex(1 if shown.points else 0)
        self.tree.show_points(shown.points, wanted)

    def paste_here(self) -> bool:
        """Paste into the table of indicators where it has the keyboard; False elsewhere."""
        if self.table.hasFocus() and self.table.may_write:
            self.table.paste(QGuiApplication.clipboard().text())
        return self.table.hasFocus()

    def take_focus(self) -> None:
        """Go to the tree, or to the line where there is none yet."""
        if self._shown.points:
            self.tree.setFocus()
        else:
            self.focus_kind("visi")

    def focus_kind(self, kind: str) -> None:
        """Let the line take a point of this kind."""
        self.kind.setCurrentIndex(KINDS.index(kind))
        self.text.setFocus()

    def _words(self) -> str:
        points = self._shown.points
        if not points:
            return ""
        indicators = sum(len(item.indicators) for item in points)
        words = counted(item.point.kind for item in points)
        return f"{words}, {indicators} indikator" if indicators else words

    def _choose(self, row: str) -> None:
        point = self.point
        self._side.setEnabled(point is not None)
        self.goals.show_point(point, self._shown.years)
        self.table.fit_columns()
        if point is None:
            return
        item = point.point
        # A vision, mission or issue has no figures of its own, unless somebody gave it some.
        aims = item.kind in _AIMS
        self._aims.setVisible(aims or bool(point.indicators))
        self.form.show_field("opd", shown=aims or bool(point.opd))
        self.place.setText(point.chain)
        uses = self._shown.uses.get(item.id, 0)
        self.used.setText(f"Dipilih di {uses} isian." if uses else "Belum dipilih di isian mana pun.")
        values = {"text": item.text, "code": item.code, "page": item.page, "document": str(item.document)}
        same, self._here = row == self._here, row
        self.form.show_values(
            {**values, "opd": tuple(str(opd) for opd in point.opd)},
            lambda name: self.keeps(row, name) or (same and self.form.fields[name].hasFocus()),
        )
        if not self.text.toPlainText().strip():
            self.kind.setCurrentIndex(KINDS.index(item.kind) if item.kind in KINDS else 1)

    def _add(self) -> None:
        text = self.text.toPlainText().strip()
        kind = str(self.kind.currentData())
        if not text:
            return
        self.text.clear()
        if "\n" in text:
            self.listed.emit(kind, text)
        else:
            self.added.emit(kind, text, *self._home(kind))

    def _home(self, kind: str) -> tuple[str, str]:
        """Return where a new point of this kind goes: below which one, and behind which brother."""
        known = {item.id: item for item in self.points}
        here = known.get(self.tree.row)
        after = NO_ROW
        while here is not None and rank(here.kind) >= rank(kind):
            after = here.id if here.kind == kind else NO_ROW
            here = known.get(here.parent)
        return (NO_ROW if here is None or kind in {"visi", "isu"} else here.id), after

    def _edited(self, name: str, value: object) -> None:
        point = self.point
        if point is None:
            return
        if name == "opd":
            self.opds_chosen.emit(point.point.id, value)
            return
        if name == "text":
            value = " ".join(str(value or "").split())
            if not value:
                return
            self.tree.show_text(point.point.id, str(value))
        self.edited.emit(point.point.id, name, value)

    def _goal_edited(self, row: str, name: str, value: object) -> None:
        point = self.point
        if row == PAGU and point is not None:
            self.edited.emit(point.point.id, name, value)
        elif row != PAGU:
            self.indicator_edited.emit(row, name, value)

    def _goal_added(self) -> None:
        point, name = self.point, self.indicator.text().strip()
        if point is not None and name:
            self.indicator.clear()
            self.indicator_added.emit(point.point.id, name)

    def _goals_removed(self) -> None:
        rows = self.goals.indicators(self.table.chosen_rows())
        if rows:
            self.indicators_removed.emit(rows)

    def _removed(self) -> None:
        if self.tree.row:
            self.removed.emit(self.tree.row)

    def _connect(self) -> None:
        tree = self.tree
        tree.chosen.connect(self._choose)
        tree.remove_asked.connect(self.removed)
        tree.move_asked.connect(self.moved)
        tree.shift_asked.connect(self.shifted)
        tree.edit_asked.connect(self.form.fields["text"].setFocus)
        self.form.edited.connect(self._edited)
        self.goals.edited.connect(self._goal_edited)
        self.table.remove_asked.connect(self._goals_removed)
        self.table.refused.connect(self.refused)
        self.indicator.returnPressed.connect(self._goal_added)
        self.add.clicked.connect(self._add)
        self.drop.clicked.connect(self._removed)
        self.empty.first.connect(self.file_asked)
        self.empty.second.connect(self.paste_asked)
        self.text.taken.connect(self._add)
        for_writing(self.kind, self.text, self.add, self.drop, self.form, self.indicator, self.tree)
        for_writing(*self.empty.buttons)

    def _point_card(self) -> Card:
        card = Card(name="frame-card", parent=self)
        head = QHBoxLayout()
        head.addWidget(self.place, 1)
        head.addWidget(self.drop)
        card.body.addLayout(head)
        card.body.addWidget(self.form)
        self._aims = QWidget(card)
        aims = QVBoxLayout(self._aims)
        aims.setContentsMargins(0, 0, 0, 0)
        aims.setSpacing(8)
        aims.addWidget(Label("Indikator", "strong", parent=card))
        aims.addWidget(self.table, 1)
        aims.addWidget(self.indicator)
        card.body.addWidget(self._aims, 20)
        card.body.addWidget(self.used)
        card.body.addStretch(1)
        return card

    def _lay_out(self) -> None:
        self._side = self._point_card()
        sides = QSplitter(Qt.Orientation.Horizontal, self)
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(12)
        sides.addWidget(self.tree)
        sides.addWidget(self._side)
        sides.setSizes([520, 620])
        sides.setStretchFactor(0, 1)
        sides.setStretchFactor(1, 1)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(sides)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.kind)
        line.addWidget(self.text, 1)
        line.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.told)
        column.addWidget(self.pages, 1)
        column.addLayout(line)
        column.addWidget(Label(_KEYS, "small", wrap=True, parent=self))


def _never(row: str, name: str) -> bool:
    del row, name
    return False


def _specs() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("text", "Butir", TEXT),
        FieldSpec("code", "Nomor", LINE, "Seperti di dokumen, misalnya 2.1"),
        FieldSpec("page", "Halaman", LINE),
        FieldSpec("document", "Dokumen", CHOICE),
        FieldSpec("opd", worded("OPD penanggung jawab"), MENU, worded("Pilih OPD")),
    )
