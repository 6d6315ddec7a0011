"""What can be done with whole rows that the table adds: delete them, move them up and down."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from smartcity_desktop.domain.ids import RowId
from ui.models.grid import GridModel

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowCommands(QObject):
    """Asks for what is to happen to the chosen rows; nothing is written here."""

    removed = Signal(object)
    """Rows (tuple of ids) are to be deleted."""
    taken_back = Signal(object)
    """Rows that were begun and given up at once: they go without a word."""
    still = Signal(str)
    """The sentence why rows are not moved now."""
    moved = Signal(str, int)
    """A row is to be moved up (-1) or down (1)."""

    def __init__(self, view: QTableView, model: GridModel) -> None:
        """Mean the rows that are chosen in this view."""
        super().__init__(view)
        self._view = view
        self._grid = model

    @property
    def chosen(self) -> tuple[RowId, ...]:
        """The chosen rows that the table added, in their order."""
        indexes = self._view.selectedIndexes() or [self._view.currentIndex()]
        found = (self._grid.row_at(place) for place in sorted({index.row() for index in indexes}))
        return self._grid.written([row.row for row in found if row is not None])

    def ways(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Return the words of each command and what it does; nothing where the rows are given."""
        if not (self._grid.takes_rows and self._grid.may_write):
            return ()
        return (
            ("Pindahkan baris ke atas", self.move_up),
            ("Pindahkan baris ke bawah", self.move_down),
            ("Hapus baris", self.remove),
        )

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key asks for: Ctrl+Delete, Alt+Up, Alt+Down; tell whether it was one of them."""
        if not (self._grid.takes_rows and self._grid.may_write):
            return False
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Delete and held == Qt.KeyboardModifier.ControlModifier:
            self.remove()
        elif key in _MOVES and held == Qt.KeyboardModifier.AltModifier:
            self._move(_MOVES[key])
        else:
            return False
        return True

    def remove(self) -> None:
        """Ask for the chosen rows to be deleted."""
        if self.chosen:
            self.removed.emit(self.chosen)

    def move_up(self) -> None:
        """Ask for the row one stands on to be moved up."""
        self._move(-1)

    def move_down(self) -> None:
        """Ask for the row one stands on to be moved down."""
        self._move(1)

    def _move(self, by: int) -> None:
        row = self._grid.row_at(self._view.currentIndex().row())
        if row is None or not self._grid.written([row.row]):
            return
        if self._grid.order.key:
            self.still.emit("Baris sedang diurutkan di layar. Kembalikan urutan asli dahulu, lalu pindahkan.")
        else:
            self.moved.emit(row.row, by)
