"""A list as a table with the keys of a spreadsheet: type over, Enter goes down, fill, copy, paste."""

from collections.abc import Collection, Mapping
from typing import Any, ClassVar, Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from ui import theme
from ui.models.row_table import CHOICES_ROLE, RowTableModel
from ui.widgets.cell_editing import DOWN, PAD, CellEditing
from ui.widgets.writing import WHY, for_writing

_ERASE: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_COMMAND: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class CellTableView(QTableView):
    """A calm grid; Ctrl+Delete asks to remove the chosen rows, Ctrl+D fills downwards.

    The names of a list (``name_column``) are typed one by one: they are never emptied nor filled.
    """

    remove_asked = Signal()
    cell_left = Signal()
    """A cell was finished: nothing is being typed any more."""
    refused = Signal(str)
    """Somebody wanted to change something in a table that takes no change; the sentence says why."""
    columns_changed = Signal()
    """Other columns are left out than before."""

    name_column: ClassVar[int] = 0
    widths: ClassVar[Mapping[int, int]] = {}
    """Pixels of the columns at usual type; the names get what is left, never less than theirs."""
    least: ClassVar[Mapping[int, int]] = {}
    """Pixels to which columns go down where room is short; those that are not named keep their width."""
    grows: ClassVar[Mapping[int, float]] = {}
    """The part that columns take of the room beyond all usual widths; the names get what is left of it."""
    gives_way: ClassVar[tuple[int, ...]] = ()
    """Columns that are left out one after the other before the table rolls; ``LeftOut`` shows them then."""
    emptied: ClassVar[Mapping[int, object]] = {}
    """What an emptied cell of a column holds; other columns cannot be emptied."""
    row_height: ClassVar[int] = 32
    lines: ClassVar[int] = 1
    """Lines of words for which a row has room, whatever the size of type."""

    def __init__(self, model: RowTableModel[Any], cells: str, parent: QWidget | None = None) -> None:
        """Show this model; ``cells`` is the object name of the editors."""
        super().__init__(parent)
        self._model, self._cells = model, cells
        self._share, self._beyond = 1.0, 0
        self.setModel(model)
        editing = self.make_cells(cells)
        editing.closeEditor.connect(self._editor_closed)
        editing.line_finished.connect(self._line_finished)
        model.misread.connect(self.refused)
        self.setItemDelegate(editing)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().setVisible(model.is_numbered)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.fit_columns()
        for_writing(self)

    @property
    def may_write(self) -> bool:
        """Whether cells can be changed; where not, every cell says why."""
        return not self._model.locked

    @may_write.setter
    def may_write(self, on: bool) -> None:
        self._model.locked = "" if on else WHY

    @property
    def is_editing(self) -> bool:
        """Whether a cell is being typed into."""
        return self.state() == QAbstractItemView.State.EditingState

    # What a table says -------------------------------------------------------------------------------------

    def make_cells(self, name: str) -> CellEditing:
        """Return what draws and edits the cells."""
        return CellEditing(self, name)

    def wanted_width(self, column: int) -> int:
        """Return the pixels of a column in the room that there is, from its least to more than its usual."""
        least, more = self._least(column), self._beyond * self.grows.get(column, 0.0)
        # Rounded up, all of them together would be wider than the room.
        return int(least + self._share * max(theme.scaled(self.widths[column]) - least, 0) + more)

    def passed_over(self) -> Collection[int]:
        """Return the columns that are not shown whatever room there is."""
        return ()

    def open_cell(self, index: QModelIndex) -> bool:
        """Open a cell whose value is chosen rather than typed; False where it is typed."""
        if not index.data(CHOICES_ROLE) or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.edit(index)
        return True

    def paste(self, text: str) -> None:
        """Put one text into the whole selection, several cells into those from the current one on."""
        rows = [line.split("\t") for line in text.strip("\r\n").splitlines()]
        start = self.currentIndex()
        if not rows or not start.isValid():
            return
        if len(rows) == 1 and len(rows[0]) == 1:
            for index in self.selectedIndexes():
                self._take(index, rows[0][0])
            return
        for down, cells in enumerate(rows):
            for across, cell in enumerate(cells):
                index = self._model.index(start.row() + down, start.column() + across)
                if index.isValid():
                    self._take(index, cell)

    # Rows and cells ----------------------------------------------------------------------------------------

    def chosen_rows(self) -> list[int]:
        """Return the rows in which anything is selected, in order."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def choose(self, row: int, column: int | None = None) -> None:
        """Make a cell the current one, that of the name where no column is named."""
        # Qt's own setCurrentIndex would extend the selection while Ctrl or Shift is held.
        index = self._model.index(row, self.name_column if column is None else column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(self.currentIndex())

    def stand_at(self, row: int) -> None:
        """Make a row the current one and choose nothing."""
        index = self._model.index(row, self.name_column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Clear)
        self.scrollTo(index)

    def go_down(self) -> None:
        """Go to the same cell of the next row."""
        here = self.currentIndex()
        below = self._model.index(here.row() + 1, here.column())
        if below.isValid():
            self.selectionModel().setCurrentIndex(below, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def fill(self, column: int, text: str) -> None:
        """Put a text into a column of every chosen row."""
        for row in self.chosen_rows():
            self._take(self._model.index(row, column), text)

    def hand_in(self) -> None:
        """Take what stands in a cell that is being typed into."""
        for line in self._open_lines():
            self.commitData(line)

    def leave_cell(self) -> None:
        """Take what stands in a cell that is being typed into, and close it: its row is to mean another."""
        for line in self._open_lines():
            self.commitData(line)
            self.closeEditor(line, QStyledItemDelegate.EndEditHint.NoHint)

    # Qt ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a spreadsheet does with these keys; say why, where nothing may be changed."""
        if self._model.locked and _is_change(event):
            self.refused.emit(self._model.locked)
        elif not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False where it has the usual meaning."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key in _ERASE:
            self.remove_asked.emit()
        elif key in _ERASE:
            self._clear()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._copied())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif control and key == Qt.Key.Key_D:
            self._fill_down()
        elif control and key == Qt.Key.Key_Tab:
            self.focusNextChild()
        elif key in DOWN:
            if not self.open_cell(self.currentIndex()):
                self.go_down()
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to another width."""
        super().resizeEvent(event)
        self.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the columns to larger or smaller type, once the head has taken it over."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            QTimer.singleShot(0, self, self.fit_columns)

    def fit_columns(self) -> None:
        """Give every column its width and the names the rest.

        Where little is left columns become narrower, then those that give way are left out; after that the
        table rolls.
        """
        head = self.horizontalHeader()
        head.setMinimumSectionSize(theme.scaled(40))
        self.verticalHeader().setFixedWidth(theme.scaled(40))
        tall = self.fontMetrics().lineSpacing() * self.lines + PAD + (6 if self.lines == 1 else 0)
        self.verticalHeader().setDefaultSectionSize(max(self.row_height, tall))
        room = self.viewport().width()
        self._leave_out(room)
        for column in self.widths:
            if column != self.name_column:
                self.setColumnWidth(column, max(self.wanted_width(column), head.sectionSizeHint(column)))
                room -= self.columnWidth(column)
        least = self.wanted_width(self.name_column)
        fits = room >= least
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Fixed
        head.setSectionResizeMode(self.name_column, mode)
        if not fits:
            head.resizeSection(self.name_column, least)

    # Inside ------------------------------------------------------------------------------------------------

    def _least(self, column: int) -> int:
        least = theme.scaled(self.least.get(column, self.widths[column]))
        head = self.horizontalHeader()
        if column == self.name_column or column >= head.count():
            return least
        # What the header tells of its sections it does not tell of a hidden one.
        return max(least, head.sectionSizeFromContents(column).width())

    def _leave_out(self, room: int) -> None:
        """Show as many columns as there is room for, and share out what room is left."""
        shown = [column for column in self.widths if column not in self.passed_over()]
        for column in self.gives_way:
            if column in shown and sum(map(self._least, shown)) > room:
                shown.remove(column)
        least = sum(map(self._least, shown))
        usual = sum(max(theme.scaled(self.widths[column]), self._least(column)) for column in shown)
        self._share = min(max((room - least) / max(usual - least, 1), 0.0), 1.0)
        self._beyond = max(room - usual, 0)
        others = [column for column in self.gives_way if self.isColumnHidden(column) == (column in shown)]
        for column in others:
            self.setColumnHidden(column, column not in shown)
        if not others:
            return
        here = self.currentIndex()
        if here.isValid() and self.isColumnHidden(here.column()):
            self.choose(here.row())
        self.columns_changed.emit()

    def _open_lines(self) -> list[QLineEdit]:
        # The view forgets that a cell is open where rows move beneath it; a closed one is hidden.
        lines = self.viewport().findChildren(QLineEdit, self._cells)
        return [line for line in lines if not line.isHidden()]

    def _take(self, index: QModelIndex, text: str) -> None:
        if not self._model.take_text(index, text):
            self._model.put_aside(index, text)

    def _editor_closed(self) -> None:
        # The view leaves its editing state only after the delegate's signal.
        QTimer.singleShot(0, self, self.cell_left.emit)

    def _line_finished(self, text: str, fill: bool) -> None:  # noqa: FBT001 # a slot of the cells
        if not fill:
            self.go_down()
            return
        for index in self.selectedIndexes():
            if index.column() != self.name_column:
                self._take(index, text)

    def _clear(self) -> None:
        for index in self.selectedIndexes():
            if index.column() in self.emptied:
                self._model.setData(index, self.emptied[index.column()])

    def _fill_down(self) -> None:
        chosen = sorted(self.selectedIndexes(), key=lambda item: (item.column(), item.row()))
        first: dict[int, object] = {}
        for index in chosen:
            value = first.setdefault(index.column(), index.data(Qt.ItemDataRole.EditRole))
            if index.column() != self.name_column:
                self._model.setData(index, value)

    def _copied(self) -> str:
        chosen = {(index.row(), index.column()): str(index.data() or "") for index in self.selectedIndexes()}
        rows = sorted({row for row, _ in chosen})
        wanted = sorted({column for _, column in chosen})
        return "\n".join("\t".join(chosen.get((row, column), "") for column in wanted) for row in rows)


def _is_change(event: QKeyEvent) -> bool:
    key, typed = Qt.Key(event.key()), event.text()
    if key in {*_ERASE, Qt.Key.Key_F2} or event.matches(QKeySequence.StandardKey.Paste):
        return True
    if event.modifiers() & _COMMAND:
        return key == Qt.Key.Key_D
    return typed.isprintable() and bool(typed.strip())
