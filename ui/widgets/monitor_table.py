"""The table of one year: on a program one letter gives its state and goes on to the next one."""

from collections.abc import Mapping
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.monitor import KEYS
from ui.models import monitor_table as columns
from ui.models.monitor_table import NO, YES, MonitorModel
from ui.widgets.cell_editing import CellEditing
from ui.widgets.cell_table import CellTableView
from ui.widgets.pill_cells import PillCells

_TALL: Final = frozenset({columns.NAME, columns.OPD, columns.ACHIEVED, columns.EVIDENCE, columns.NOTE})
_LETTERS_AT: Final = frozenset({columns.NAME, columns.HOME, columns.OPD, columns.PLANNED, columns.STATE})
"""Columns into which nothing is typed: there a letter means a state."""
_TURNS: Final = "r"


class MonitorTable(CellTableView):
    """One line a program or quick win."""

    name_column = columns.NAME
    widths: ClassVar[Mapping[int, int]] = {
        columns.NAME: 190,
        columns.HOME: 70,
        columns.OPD: 96,
        columns.PLANNED: 98,
        columns.STATE: 124,
        columns.PROGRESS: 70,
        columns.ACHIEVED: 118,
        columns.SPENT: 124,
        columns.EVIDENCE: 144,
        columns.NOTE: 84,
    }
    least: ClassVar[Mapping[int, int]] = {
        columns.NAME: 150,
        columns.OPD: 84,
        columns.STATE: 104,
        columns.ACHIEVED: 96,
        columns.SPENT: 110,
        columns.EVIDENCE: 110,
        columns.NOTE: 84,
    }
    grows: ClassVar[Mapping[int, float]] = {
        columns.OPD: 0.06,
        columns.ACHIEVED: 0.2,
        columns.EVIDENCE: 0.25,
        columns.NOTE: 0.2,
    }
    gives_way = (columns.NOTE, columns.HOME, columns.OPD, columns.ACHIEVED)
    emptied: ClassVar[Mapping[int, object]] = dict.fromkeys(columns.FIELDS, "")
    row_height = 40
    lines = 2

    def __init__(self, model: MonitorModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(model, "monitor-cell", parent)
        self.setObjectName("monitor-table")
        self.setAccessibleName("Pemantauan setahun")

    def make_cells(self, name: str) -> CellEditing:
        """Return cells with pills."""
        return PillCells(self, name, _TALL)

    def take_key(self, event: QKeyEvent) -> bool:
        """Give the chosen lines a state by one letter, or turn whether they are planned."""
        pressed = event.text().lower()
        bare = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if not bare or self.currentIndex().column() not in _LETTERS_AT:
            return super().take_key(event)
        if pressed in KEYS and pressed:
            self._set(columns.STATE, KEYS[pressed])
            self.go_down()
            return True
        if pressed == _TURNS:
            self._turn()
            return True
        return super().take_key(event)

    def _set(self, column: int, value: str) -> None:
        model = self.model()
        for at in self.chosen_rows():
            model.setData(model.index(at, column), value)

    def _turn(self) -> None:
        model = self.model()
        if isinstance(model, MonitorModel):
            whole = all(model.row(at).planned for at in self.chosen_rows())
            self._set(columns.PLANNED, NO if whole else YES)
