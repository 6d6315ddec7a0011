"""Entering tallies on the numeric pad: figures, Enter, on to the next cell; every figure is saved at once."""

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import theme
from ui.models.vote_tally import NUMBER, WORDS, TallyModel
from ui.widgets.writing import for_writing

_DIGITS: Final = 5
_ROW: Final = 32
_NUMBER: Final = 48
_FIGURE: Final = 92
_PAD: Final = 20
_FIRST: Final = WORDS + 1
_NEXT: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_ERASE: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Minus)


class TallyTable(QTableView):
    """Enter goes across a line and on to the next; Backspace mends, Delete or minus takes a figure back."""

    entered = Signal(str, int, object)
    """The row of a choice, the points, and how many gave them (None takes it back)."""
    remove_asked = Signal(str)
    """The row of a choice that is to be taken off the list."""
    refused = Signal()
    """Somebody wants to enter something where nothing can be entered."""

    def __init__(self, model: TallyModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self.tally = model
        self.typed = ""
        self._place = (0, _FIRST)
        self.open = True
        """Whether the vote takes figures now."""
        self.may_write = True
        self.setObjectName("vote-tally")
        self.setAccessibleName("Pilihan dan suaranya")
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        theme.set_role(self, "read")
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.selectionModel().currentChanged.connect(self._moved)
        model.modelReset.connect(self._after_reset)
        for_writing(self)

    def start(self) -> None:
        """Go to the first cell that has no figure, else to the first."""
        cells = [(row, column) for row in range(self.tally.rowCount()) for column in self._columns()]
        empty = (place for place in cells if self.tally.count_at(*place) is None)
        self._go(*next(empty, cells[0] if cells else (0, WORDS)))

    def settle(self) -> None:
        """Take what is being typed."""
        if self.typed:
            self._take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take figures as they come; nothing has to be opened first."""
        key, text = Qt.Key(event.key()), event.text()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._ctrl(event)
        elif self.tally.ballot is not None:
            super().keyPressEvent(event)
        elif text.isascii() and text.isdigit():
            self._type(f"{self.typed}{text}"[:_DIGITS])
        elif key == Qt.Key.Key_Backspace and self.typed:
            self._type(self.typed[:-1])
        elif key in _NEXT:
            self._on()
        elif key == Qt.Key.Key_Escape and self.typed:
            self._type("")
        elif key in _ERASE:
            self._erase()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what is being typed: whoever goes elsewhere loses nothing."""
        self.settle()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  # Qt calls it so
        """Let Tab go on to the next figure as Enter does; Shift+Tab leaves the table."""
        if next and self.typed:
            self._on()
            return True
        return super().focusNextPrevChild(next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another width."""
        super().resizeEvent(event)
        self._fit()

    def _ctrl(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Delete and row >= 0 and self.may_write:
            self.remove_asked.emit(self.tally.items[row].id)
        else:
            super().keyPressEvent(event)

    def _columns(self) -> range:
        return range(_FIRST, _FIRST + len(self.tally.levels))

    def _cell(self) -> tuple[int, int] | None:
        index = self.currentIndex()
        if not index.isValid() or not self.tally.levels:
            return None
        return index.row(), max(index.column(), _FIRST)

    def _type(self, typed: str) -> None:
        cell = self._cell()
        if cell is None or not self._may():
            return
        if cell[1] != self.currentIndex().column():
            self._go(*cell)
        self.typed = typed
        self.tally.stand(*cell, typed)

    def _may(self) -> bool:
        if not (self.open and self.may_write):
            self.refused.emit()
            return False
        return True

    def _on(self) -> None:
        cell = self._cell()
        if cell is None:
            return
        self.settle()
        row, column = cell
        if column < self._columns()[-1]:
            self._go(row, column + 1)
        elif row + 1 < self.tally.rowCount():
            self._go(row + 1, _FIRST)

    def _take(self) -> None:
        cell, typed = self._cell(), self.typed
        self.typed = ""
        if cell is None:
            return
        self.tally.stand(*cell, "")
        count = int(typed)
        if count != self.tally.count_at(*cell):
            self.tally.put(*cell, count)
            self.entered.emit(self.tally.items[cell[0]].id, self.tally.levels[cell[1] - _FIRST], count)

    def _erase(self) -> None:
        cell = self._cell()
        if cell is None or not self._may():
            return
        self.typed = ""
        if self.tally.count_at(*cell) is not None:
            self.tally.put(*cell, None)
            self.entered.emit(self.tally.items[cell[0]].id, self.tally.levels[cell[1] - _FIRST], None)
        self.tally.stand(*cell, "")

    def _moved(self, current: QModelIndex, before: QModelIndex) -> None:
        if self.typed and before.isValid():
            # Another cell was clicked: what was typed belongs to the one before.
            row, column, typed = before.row(), max(before.column(), _FIRST), self.typed
            self.typed = ""
            if int(typed) != self.tally.count_at(row, column):
                self.tally.put(row, column, int(typed))
                self.entered.emit(self.tally.items[row].id, self.tally.levels[column - _FIRST], int(typed))
        if current.isValid():
            self._place = current.row(), current.column()
        self.tally.stand(current.row(), current.column(), "")

    def _after_reset(self) -> None:
        """Stand where somebody stood before choices came or went."""
        self.typed = ""
        self._fit()
        row, column = self._place
        if self.tally.rowCount():
            last = self.tally.columnCount() - 1
            self._go(min(max(row, 0), self.tally.rowCount() - 1), min(max(column, _FIRST), last))

    def _go(self, row: int, column: int) -> None:
        index = self.tally.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _fit(self) -> None:
        head = self.horizontalHeader()
        for column in range(self.tally.columnCount()):
            wide = column == WORDS
            head.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.Fixed
            )
            if not wide:
                self.setColumnWidth(column, theme.scaled(_NUMBER if column == NUMBER else _FIGURE))
        self.verticalHeader().setDefaultSectionSize(self._high())

    def _high(self) -> int:
        """Return the height of a line: that of two lines of type where a choice is longer than its room."""
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(item.text) for item in self.tally.items), default=0)
        room = self.viewport().width() - theme.scaled(_NUMBER + _FIGURE * len(self.tally.heads)) - _PAD
        return max(theme.scaled(_ROW), metrics.lineSpacing() * (2 if longest > room else 1) + _PAD // 2)
