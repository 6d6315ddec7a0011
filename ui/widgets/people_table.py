"""The table of participants; a list that is pasted into it is looked at before it is taken."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.models import people_table as columns
from ui.models.people_table import PeopleTableModel
from ui.translate import worded
from ui.widgets.cell_table import CellTableView


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
    least: ClassVar[Mapping[int, int]] = {columns.NAME: 216, columns.POSITION: 116, columns.PLACE: 120}
    """Long names have their room first: the role goes where little is, then office and agency are cut."""
    gives_way: ClassVar[tuple[int, ...]] = (columns.BODY,)
    grows: ClassVar[Mapping[int, float]] = {columns.POSITION: 0.3, columns.PLACE: 0.3}
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

    def paste(self, text: str) -> None:
        """Put one text into the whole selection; hand on a list."""
        told = text.strip("\r\n")
        if "\n" in told or "\t" in told:
            self.list_pasted.emit(text)
        else:
            super().paste(told)
