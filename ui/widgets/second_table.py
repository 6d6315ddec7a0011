"""The grid of a second reading: one key a program where it is enough, nothing of the first reading."""

from collections.abc import Mapping
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.models import second as columns
from ui.models.second import SecondModel
from ui.widgets.cell_table import CellTableView

_ANSWERS: Final = frozenset("yst")


class SecondTable(CellTableView):
    """One line a program. In the column Relevan one letter answers and goes on to the next program."""

    name_column = columns.NAME
    widths: ClassVar[Mapping[int, int]] = {
        columns.PLACE: 44,
        columns.CODE: 92,
        columns.NAME: 260,
        columns.RELEVANCE: 92,
        columns.HOME: 92,
        columns.NOTE: 190,
    }
    emptied: ClassVar[Mapping[int, object]] = {columns.RELEVANCE: "", columns.HOME: "", columns.NOTE: ""}

    def __init__(self, model: SecondModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(model, "second-cell", parent)
        self.setObjectName("second-table")
        self.setAccessibleName("Bacaan kedua")

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by one letter; on a program that is answered relevant the dimension comes next."""
        index = self.currentIndex()
        pressed = event.text().lower()
        bare = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if bare and index.column() == columns.RELEVANCE and pressed in _ANSWERS and pressed:
            self.model().setData(index, pressed)
            if pressed == "t":
                self.go_down()
            else:
                self.choose(index.row(), columns.HOME)
            return True
        if (
            bare
            and index.column() == columns.HOME
            and Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            self.choose(min(index.row() + 1, self.model().rowCount() - 1), columns.RELEVANCE)
            return True
        return super().take_key(event)
