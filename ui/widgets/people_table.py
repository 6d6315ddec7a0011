"""The table of participants; a list that is pasted into it is looked at before it is taken."""

from collections.abc import Mapping
from typing import ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.models import people_table as columns
from ui.models.people_table import PeopleTableModel
from ui.translate import worded
from ui.widgets.cell_table import CellTableView

_WIDE: Final[Mapping[int, float]] = {columns.POSITION: 0.3, columns.PLACE: 0.3}
"""What these columns get of the room beyond."""
_ENOUGH: Final = 980
"""A width with room for everything."""


class PeopleTableView(CellTableView):
    """One row a participant."""

    list_pasted = Signal(str)
    """Several lines or cells were pasted: a list, which is looked at before it is taken."""

    name_column = columns.NAME
    widths: ClassVar[Mapping[int, int]] = {
        columns.NUMBER: 46,
        columns.NAME: 160,
        columns.POSITION: 170,
        columns.PLACE: 150,
        columns.ELEMENT: 104,
        columns.BODY: 118,
        columns.GENDER: 44,
        columns.PRESENT: 84,
    }
    emptied: ClassVar[Mapping[int, object]] = dict.fromkeys(
        (columns.POSITION, columns.PLACE, columns.ELEMENT, columns.BODY, columns.GENDER), ""
    )

    def __init__(self, model: PeopleTableModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(model, "people-cell", parent)
        self.setObjectName("people-table")
        self.setAccessibleName("Daftar peserta")

    def reword(self) -> None:
        """Say the heads in the event's words."""
        self.setAccessibleName(worded("Daftar peserta"))
        self.model().headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns.PRESENT)

    def fit_columns(self) -> None:
        """Give long names their room first: the role goes where little is."""
        little = self._beyond() < -theme.scaled(self.widths[columns.BODY])
        self.setColumnHidden(columns.BODY, little)
        super().fit_columns()

    def wanted_width(self, column: int) -> int:
        """Return the pixels of a column; some grow where much is."""
        return super().wanted_width(column) + round(max(0, self._beyond()) * _WIDE.get(column, 0.0))

    def paste(self, text: str) -> None:
        """Put one text into the whole selection; hand on a list."""
        told = text.strip("\r\n")
        if "\n" in told or "\t" in told:
            self.list_pasted.emit(text)
        else:
            super().paste(told)

    def _beyond(self) -> int:
        return self.viewport().width() - theme.scaled(_ENOUGH)
