"""What the columns say that a table has no room for, of its current row: changed as in their cells."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from smartcity_desktop.domain.ids import NO_ROW
from ui.models.row_table import CHOICES_ROLE, RowTableModel
from ui.translate import worded
from ui.widgets.cell_table import CellTableView
from ui.widgets.fields_form import FieldsForm, FieldSpec
from ui.widgets.label import Label
from ui.widgets.writing import for_writing

_NONE: Final = (("", "–"),)


class LeftOut(QWidget):
    """A field for each column that gives way and is changed, a line for those that are only told."""

    def __init__(
        self,
        table: CellTableView,
        model: RowTableModel[Any],
        kinds: Mapping[int, str],
        told: Collection[int] = (),
        *,
        across: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        """``kinds`` are the fields by their columns, as a form asks for them, some ``across``."""
        super().__init__(parent)
        self._table, self._model, self._told = table, model, tuple(told)
        name = f"{table.objectName()}-left-out"
        self.setObjectName(name)
        self.told = Label("", "soft", name=f"{name}-told", wrap=True, parent=self)
        specs = [FieldSpec(str(column), worded(model.heads[column]), kind) for column, kind in kinds.items()]
        self.form = FieldsForm(name, specs, self, across=across)
        self.form.edited.connect(self._edited)
        self.form.left.connect(self._let_go)
        for_writing(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.told)
        column.addWidget(self.form)
        table.columns_changed.connect(self.look)
        table.selectionModel().currentChanged.connect(self.look)
        for signal in (model.dataChanged, model.modelReset, model.rowsRemoved, model.rowsInserted):
            signal.connect(self.look)
        self.look()

    def look(self, *_changed: object) -> None:
        """Show what is left out of the row that is current now; nothing where nothing is."""
        at = self._table.currentIndex().row()
        shown = [int(column) for column in self.form.fields if self._table.isColumnHidden(int(column))]
        told = [column for column in self._told if self._table.isColumnHidden(column)]
        self.setHidden(not (shown or told) or not 0 <= at < self._model.rowCount())
        if self.isHidden():
            return
        row = self._model.row(at)
        words = (self._model.give(row, column, Qt.ItemDataRole.DisplayRole) for column in told)
        self.told.setText(" · ".join(str(text) for text in words if text))
        self.told.setVisible(bool(self.told.text()))
        for name in self.form.fields:
            column = int(name)
            self.form.show_field(name, shown=column in shown)
            choices = self._model.give(row, column, CHOICES_ROLE)
            if isinstance(choices, tuple) and isinstance(self.form.fields[name], QComboBox):
                self.form.offer(name, choices or _NONE)
        values = {
            str(column): self._model.give(row, column, Qt.ItemDataRole.EditRole)
            for column in map(int, self.form.fields)
        }
        self.form.show_values(values, lambda _name: False)

    def _edited(self, name: str, value: object) -> None:
        index = self._model.index(self._table.currentIndex().row(), int(name))
        if not index.isValid():
            return
        if not isinstance(self.form.fields[name], QComboBox):
            # Whatever it says meanwhile, a row stays among those that are shown while it is typed.
            self._model.held = self._model.row(index.row()).id
        self._model.setData(index, value)

    def _let_go(self, _name: str) -> None:
        self._model.held = NO_ROW
