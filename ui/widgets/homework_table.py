"""The table of homework: days and states coloured by how pressing they are, changed in place."""

from collections.abc import Mapping
from typing import ClassVar, Final

from PySide6.QtWidgets import QWidget

from ui.models import homework_table as columns
from ui.models.homework_table import HomeworkModel
from ui.translate import worded
from ui.widgets.cell_editing import CellEditing
from ui.widgets.cell_table import CellTableView
from ui.widgets.pill_cells import PillCells

_TALL: Final = frozenset({columns.TEXT, columns.LEFT, columns.PROMISED})


class HomeworkTable(CellTableView):
    """One line a thing that is owed."""

    name_column = columns.TEXT
    widths: ClassVar[Mapping[int, int]] = {
        columns.OPD: 118,
        columns.STAGE: 56,
        columns.SHEET: 84,
        columns.TEXT: 220,
        columns.LEFT: 190,
        columns.DUE: 104,
        columns.STATE: 92,
        columns.PROMISED: 130,
        columns.CHASED: 84,
    }
    emptied: ClassVar[Mapping[int, object]] = {columns.DUE: "", columns.PROMISED: ""}
    row_height = 44

    def __init__(self, model: HomeworkModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(model, "homework-cell", parent)
        self.setObjectName("homework-table")
        self.setAccessibleName(worded("Pekerjaan rumah setiap OPD"))

    def make_cells(self, name: str) -> CellEditing:
        """Return cells with pills."""
        return PillCells(self, name, _TALL)
