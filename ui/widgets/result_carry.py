"""Carrying rows on: to which worksheet, which columns go over, and every row before it is done."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.carry_plan import Plan
from smartcity_desktop.domain.wording import number
from smartcity_desktop.domain.worksheet import Worksheet
from ui.models import carry_table as columns
from ui.models.carry_table import CarryTableModel
from ui.widgets.button import Button
from ui.widgets.cell_table import CellTableView
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import Label

_SIZE: Final = (900, 560)
_ONCE: Final = "Sumber tetap di tempatnya. Ctrl+Z mengurungkan semuanya sekaligus."
_NOTHING: Final = "Tidak ada isian yang bisa dibawa."
_PAIRS: Final = (
    "Pilih faktor dari dalam (S atau W) dan dari luar (O atau T) supaya ada strategi yang bisa disusun."
)


class CarryTableView(CellTableView):
    """One line a row to be carried; Space takes it or leaves it."""

    name_column = columns.TEXT
    widths: ClassVar[Mapping[int, int]] = {columns.TICK: 76, columns.TEXT: 320, columns.SHEET: 250}

    def __init__(self, model: CarryTableModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(model, "carry-cell", parent)
        self._lines = model
        self.setObjectName("carry-table")
        self.setAccessibleName("Isian yang akan dibawa")

    def take_key(self, event: QKeyEvent) -> bool:
        """Let Space take the chosen rows or leave them."""
        if event.key() == Qt.Key.Key_Space:
            self._lines.toggle(self.chosen_rows())
            return True
        return super().take_key(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a click on the tick take a row or leave it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == columns.TICK and event.button() == Qt.MouseButton.LeftButton:
            self._lines.toggle([index.row()])

    def open_cell(self, index: QModelIndex) -> bool:
        """Open the list of sheets; a tick is no list."""
        return index.column() == columns.SHEET and super().open_cell(index)


class CarryDialog(QDialog):
    """Asks for a plan whenever another worksheet or kind is chosen, and shows what it gives."""

    asked = Signal(str, str)
    """A worksheet and a kind: a plan is wanted."""

    def __init__(self, targets: Sequence[Worksheet], count: int, parent: QWidget | None = None) -> None:
        """``targets`` are the worksheets that can go on, ``count`` how many rows are chosen (0: all)."""
        super().__init__(parent)
        self.setObjectName("carry-dialog")
        self.setWindowTitle("Bawa ke kertas kerja lain")
        self.resize(*_SIZE)
        self.plan = Plan()
        self.model = CarryTableModel(self)
        self.table = CarryTableView(self.model, self)
        self.target = self._box("carry-target", "Kertas kerja tujuan")
        for item in targets:
            self.target.addItem(f"{item.code} {item.title}", item.id)
        self.kind = self._box("carry-kind", "Jenis isian baru")
        self.party = self._box("carry-party", "Lembar tujuan")
        self.mapped = Label("", "small", wrap=True, name="carry-mapped", parent=self)
        self.told = Label("", "soft", wrap=True, name="carry-told", parent=self)
        self.go = Button("Bawa", "carry-go", "primary", parent=self)
        self.close_button = Button("Batal", "carry-close", parent=self)
        self.go.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        self.target.currentIndexChanged.connect(self._other_target)
        self.kind.activated.connect(self._ask)
        self.party.activated.connect(self._put_on)
        self.model.changed.connect(self._count)
        self._lay_out(count)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self._finish)
        self._count()
        self.table.setFocus()

    @property
    def wanted(self) -> tuple[str, str]:
        """The worksheet and the kind that are chosen."""
        return str(self.target.currentData() or ""), str(self.kind.currentData() or "")

    def show_plan(self, plan: Plan, names: Mapping[str, str]) -> None:
        """Show what carrying on comes to; ``names`` are those of parties that are no usual ones."""
        self.plan = plan
        self.model.show(plan)
        self.model.name(names)
        chosen = self.kind.currentData()
        self.kind.clear()
        for value, words in [("", "Jenis diisi nanti"), *((item.value, item.label) for item in plan.kinds)]:
            self.kind.addItem(words, value)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self.kind.setVisible(bool(plan.kinds))
        self.party.clear()
        self.party.setPlaceholderText("Pilih lembar untuk yang belum jelas")
        for item in plan.parties:
            self.party.addItem(item.called, item.id)
        self.party.setCurrentIndex(-1)
        pairs = "; ".join(f"{item.source} → {item.target}" for item in plan.mapped)
        self.mapped.setText(f"Yang dibawa: {pairs}." if pairs else "")
        if self.model.rowCount():
            self.table.choose(0)
        self._count()

    def _other_target(self, *_moved: object) -> None:
        self.kind.clear()
        self._ask()

    def _ask(self, *_moved: object) -> None:
        self.asked.emit(*self.wanted)

    def _put_on(self, *_moved: object) -> None:
        self.model.put_on(str(self.party.currentData() or ""))

    def _finish(self) -> None:
        self.table.hand_in()
        if self.go.isEnabled():
            self.accept()

    def _count(self) -> None:
        rows, _ = self.model.chosen()
        homeless = self.model.homeless
        already = len(self.plan.rows) - len(self.plan.fresh)
        told = [f"{number(already)} sudah pernah dibawa, dilewati."] if already else []
        told += [f"{number(homeless)} belum jelas ke lembar mana: pilih dahulu."] if homeless else []
        if not self.plan.rows and self.plan.target.id:
            told.append(_PAIRS if self.plan.target.target == "strategy" else _NOTHING)
        self.told.setText(" ".join(told))
        self.party.setVisible(homeless > 0)
        self.go.setText(f"Bawa {number(len(rows))} isian")
        self.go.setAccessibleName(self.go.text())
        self.go.setEnabled(bool(rows) and not homeless)

    def _box(self, name: str, words: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setAccessibleName(words)
        return box

    def _lay_out(self, count: int) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        words = f"{number(count)} isian yang dipilih ke" if count else "Semua isian ke"
        head.addWidget(Label(words, "strong", parent=self))
        head.addWidget(self.target, 2)
        head.addWidget(self.kind, 1)
        head.addWidget(self.party, 2)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(Label(_ONCE, "small", parent=self), 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.mapped)
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        column.addLayout(foot)
