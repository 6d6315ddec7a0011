"""The table of what follows a masterplan, changed in place; Space finishes a line."""

from collections.abc import Mapping
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.duty import DONE
from ui.models import duty_table as columns
from ui.models.duty_table import DutyModel
from ui.widgets.cell_editing import CellEditing
from ui.widgets.cell_table import CellTableView
from ui.widgets.pill_cells import PillCells

_TALL: Final = frozenset({columns.TEXT, columns.KIND, columns.OPD, columns.EVIDENCE, columns.DOCUMENT})


class DutyTable(CellTableView):
    """One line a duty."""

    name_column = columns.TEXT
    widths: ClassVar[Mapping[int, int]] = {
        columns.TEXT: 260,
        columns.KIND: 112,
        columns.OPD: 130,
        columns.WHO: 92,
        columns.DUE: 104,
        columns.STATE: 86,
        columns.EVIDENCE: 160,
        columns.DOCUMENT: 104,
    }
    least: ClassVar[Mapping[int, int]] = {columns.TEXT: 190, columns.OPD: 100, columns.EVIDENCE: 110}
    grows: ClassVar[Mapping[int, float]] = {
        columns.KIND: 0.08,
        columns.OPD: 0.1,
        columns.WHO: 0.12,
        columns.EVIDENCE: 0.25,
        columns.DOCUMENT: 0.2,
    }
    gives_way = (columns.DOCUMENT, columns.KIND, columns.WHO)
    emptied: ClassVar[Mapping[int, object]] = {
        columns.OPD: "",
        columns.WHO: "",
        columns.DUE: "",
        columns.EVIDENCE: "",
        columns.DOCUMENT: "",
    }
    row_height = 44
    lines = 2

    def __init__(self, model: DutyModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(model, "duty-cell", parent)
        self.setObjectName("duty-table")
        self.setAccessibleName("Tindak lanjut masterplan")

    def make_cells(self, name: str) -> CellEditing:
        """Return cells with pills."""
        return PillCells(self, name, _TALL)

    def take_key(self, event: QKeyEvent) -> bool:
        """Space finishes the chosen lines, or opens them again where all are finished."""
        if Qt.Key(event.key()) != Qt.Key.Key_Space or event.modifiers():
            return super().take_key(event)
        model = self.model()
        if self._model.locked:
            self.refused.emit(self._model.locked)
        elif isinstance(model, DutyModel):
            rows = self.chosen_rows()
            state = "belum" if all(model.row(at).is_done for at in rows) else DONE
            for at in rows:
                model.setData(model.index(at, columns.STATE), state)
        return True
