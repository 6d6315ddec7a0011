"""What becomes of the answers under a dimension that goes: they stay there, or move in one act."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.dimension import Dimension, Either
from smartcity_desktop.domain.dimension_use import SAID, Board, Place, listed
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.wording import shortened
from ui import theme
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.scroll import scroll_area

_WIDE: Final = 660
_INDENT: Final = 28
_MOST_HIGH: Final = 230
_LONGEST: Final = 80
_STAY: Final = (
    "Isian tetap memakai nama ini, ditandai “(tidak dipakai lagi)”, dan tetap dihitung di laporan. "
    "Masih bisa dipindahkan nanti."
)
_MOVE: Final = "Dipindahkan dalam satu langkah; Ctrl+Z mengembalikan semuanya."
_ALSO: Final = (
    "{n} dimensi tambahan tetap di tempatnya, karena tujuannya bukan subdimensi. Pilih subdimensi untuk "
    "memindahkannya juga."
)
_MANY: Final = "analysis.also"


def tally_words(tally: Mapping[str, int]) -> str:
    """Return what stands somewhere, in the words of the event: ``12 program, 3 isu, dan 2 OPD …``."""
    return listed(worded(SAID[kind]).format(n=tally[kind]) for kind in SAID if tally.get(kind))


def brief(name: str) -> str:
    """Return a name as far as a dialog has room for it; names may have hundreds of letters."""
    return shortened(name, _LONGEST)


def fit_height(dialog: QDialog) -> None:
    """Give a dialog the height its words need; Qt's own adjusting stops at two thirds of the screen."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        wide = max(dialog.width(), layout.totalMinimumSize().width())
        dialog.resize(wide, max(layout.totalHeightForWidth(wide), layout.totalMinimumSize().height()))


class TargetBox(ChoiceBox):
    """Every place that is offered, sub-dimensions indented below their dimension."""

    def __init__(self, name: str, words: str, board: Board, without: list[RowId], parent: QWidget) -> None:
        """Offer all places of ``board`` but some."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.setMaxVisibleItems(14)
        strong = QFont(self.font())
        strong.setBold(True)
        for place, item in board.targets(without):
            whole = isinstance(item, Dimension)
            self.addItem(item.called if whole else f"    {item.called}", place)
            if whole:
                self.setItemData(self.count() - 1, strong, Qt.ItemDataRole.FontRole)
        # Nothing is chosen beforehand: Enter must not send everything to whichever comes first.
        self.setPlaceholderText("Pilih tujuan …")
        self.setCurrentIndex(-1)

    def place(self) -> Place | None:
        """Return the chosen place, None where none is chosen yet: what stands there stays."""
        found = self.currentData()
        return found if isinstance(found, Place) else None

    def choose(self, place: Place) -> None:
        """Choose a place where it is offered."""
        at = next((at for at in range(self.count()) if self.itemData(at) == place), -1)
        if at >= 0:
            self.setCurrentIndex(at)


class DropDialog(QDialog):
    """Says exactly what stands under the one that goes, and offers the two ways."""

    decided = Signal(object)
    """Where what stands at each row goes (row -> Place); empty where everything stays."""

    def __init__(self, item: Either, board: Board, *, drops: bool, parent: QWidget | None = None) -> None:
        """Ask before one goes (``drops``); else it went already and its answers can only be moved."""
        super().__init__(parent)
        self.setObjectName("dimension-drop")
        self.setWindowTitle("Tidak dipakai lagi" if drops else "Pindahkan isian")
        self._board, self._drops = board, drops
        self._own = board.places(item.id)
        self._used = [row for row in self._own if self._movable(row)]
        self.stay = QRadioButton("Biarkan isian di sana", self)
        self.stay.setObjectName("dimension-stay")
        self.move_them = QRadioButton("Pindahkan isian ke tempat lain", self)
        self.move_them.setObjectName("dimension-move")
        self.all = TargetBox("dimension-target-all", "Semua dipindahkan ke", board, self._own, self)
        self.boxes = {
            row: TargetBox(f"dimension-target-{place}", f"{self._name(row)} ke", board, self._own, self)
            for place, row in enumerate(self._used)
        }
        self.note = Label("", "warning", name="dimension-drop-note", wrap=True, parent=self)
        self.cancel = Button("Batal", "dimension-drop-cancel", parent=self)
        self.accept_button = Button("", "dimension-drop-accept", "primary", parent=self)
        self._lay_out(item)
        self._connect()
        can_move = bool(self._used) and self.all.count() > 0
        self.move_them.setEnabled(can_move)
        self.stay.setChecked(drops)
        self.move_them.setChecked(not drops)
        self._look()

    def moves(self) -> dict[RowId, Place]:
        """Return where everything goes as it is chosen now."""
        if not self.move_them.isChecked():
            return {}
        found = {row: box.place() for row, box in self.boxes.items()}
        return {row: place for row, place in found.items() if place is not None}

    def accept(self) -> None:
        """Hand over what was decided."""
        moves = self.moves()
        super().accept()
        self.decided.emit(moves)

    def _movable(self, row: RowId) -> bool:
        tally = self._board.tallies.get(row, {})
        return any(count for kind, count in tally.items() if kind != "sheet")

    def _name(self, row: RowId) -> str:
        found = self._board.named(row)
        return found.called if found else ""

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        self.stay.toggled.connect(self._look)
        self.all.activated.connect(self._choose_all)
        for box in self.boxes.values():
            box.activated.connect(self._look)

    def _choose_all(self) -> None:
        place = self.all.place()
        if place is not None:
            for box in self.boxes.values():
                box.choose(place)
        self._look()

    def _look(self) -> None:
        moving = self.move_them.isChecked()
        self.area.setVisible(moving)
        moves = self.moves()
        left = sum(
            self._board.tallies.get(row, {}).get(_MANY, 0) for row, place in moves.items() if not place.sub
        )
        self.note.setText(worded(_ALSO).format(n=left) if left else "")
        self.note.setVisible(bool(left))
        words = "Pindahkan isian" if moving else "Tidak dipakai lagi"
        if moving and self._drops:
            words = "Pindahkan, lalu tidak dipakai lagi"
        self.accept_button.setText(words)
        self.accept_button.setAccessibleName(words)
        self.accept_button.setEnabled(bool(moves) or not moving)
        fit_height(self)

    def _lay_out(self, item: Either) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        called = brief(item.called)
        title = f"{called} tidak dipakai lagi" if self._drops else f"Pindahkan isian {called}"
        column.addWidget(Label(title, "title", wrap=True, parent=self))
        used = tally_words(self._board.tally(self._own))
        said = Label(f"Dipakai oleh {used}.", name="dimension-drop-uses", wrap=True, parent=self)
        said.setMinimumWidth(_WIDE)
        column.addWidget(said)
        column.addSpacing(4)
        if self._drops:
            column.addWidget(self.stay)
            column.addWidget(self._under(_STAY))
            column.addSpacing(4)
        else:
            self.stay.hide()
        column.addWidget(self.move_them)
        column.addWidget(self._under(_MOVE))
        self.area = self._area()
        column.addWidget(self.area)
        column.addWidget(self.note)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept_button)
        column.addSpacing(6)
        column.addLayout(foot)
        self.accept_button.setDefault(True)

    def _under(self, words: str) -> Label:
        label = Label(words, "soft", wrap=True, parent=self)
        label.setContentsMargins(_INDENT, 0, 0, 0)
        return label

    def _area(self) -> QScrollArea:
        ground = QWidget()
        theme.set_role(ground, "page")
        grid = QGridLayout(ground)
        grid.setContentsMargins(_INDENT, 4, 4, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 4)
        line = 0
        several = len(self.boxes) > 1
        self.all.setVisible(several)
        if several:
            grid.addWidget(Label("Semua ke", "strong", parent=ground), line, 0)
            grid.addWidget(self.all, line, 1)
            line = 1
        for row, box in self.boxes.items():
            words = tally_words({**self._board.tallies.get(row, {}), "sheet": 0})
            names = QVBoxLayout()
            names.setSpacing(0)
            names.addWidget(ElidedLabel(self._name(row), parent=ground))
            names.addWidget(ElidedLabel(words, "small", parent=ground))
            grid.addLayout(names, line, 0)
            grid.addWidget(box, line, 1)
            line += 1
        area = scroll_area(ground, "dimension-targets", self)
        area.setFixedHeight(min(_MOST_HIGH, ground.sizeHint().height()))
        return area
