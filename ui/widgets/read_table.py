"""A table to read: arrow keys choose a line, Enter or a double click opens what it leads to."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui import theme
from ui.models.read_table import ReadLine, ReadTableModel
from ui.widgets.table_rows import choose_rows

_ROW: Final = 30
_ROOM: Final = 14
"""Pixels beside a text in its cell."""
_WIDE_PART: Final = 2
"""The wide column keeps at least this part of the table where it needs it: a half."""
_LEAST: Final = 100
"""Pixels below which it never goes where its texts need them: the others give way, or the table rolls."""


class ReadTable(QTableView):
    """Tells which line is chosen, and which one a person wants to open, from which column."""

    chosen = Signal(str)
    """The key of the line that is current now."""
    asked = Signal(str, int)
    """The key of a line, and the column it was asked for from."""

    def __init__(self, name: str, words: str, wide: int, parent: QWidget | None = None) -> None:
        """``words`` name the table to a screen reader; the column ``wide`` takes what room is left."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.lines = ReadTableModel(self)
        self._wide = wide
        self._widths: Mapping[int, int] = {}
        self._measured: dict[int, tuple[tuple[str, tuple[str, ...]], int]] = {}
        self.setModel(self.lines)
        choose_rows(self)
        theme.set_role(self, "read")
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self.doubleClicked.connect(self._ask)
        self.selectionModel().currentRowChanged.connect(self._changed)

    def show_lines(
        self,
        heads: Sequence[str],
        lines: Sequence[ReadLine],
        widths: Mapping[int, int],
        right: frozenset[int] = frozenset(),
    ) -> None:
        """Show lines; the one that was chosen stays so, else the first is. ``widths`` are usual pixels."""
        kept = self.key
        self.lines.show(heads, lines, right)
        self._widths = widths
        self._fit()
        if self.lines.row_of(kept) < 0 or not self.currentIndex().isValid():
            self.choose(kept if self.lines.row_of(kept) >= 0 else lines[0].key if lines else "")

    def leave_out(self, columns: Collection[int]) -> None:
        """Show every column but these."""
        for column in range(self.lines.columnCount()):
            self.setColumnHidden(column, column in columns)
        self._fit()

    @property
    def key(self) -> str:
        """What the current line leads to, empty without one."""
        row = self.currentIndex().row()
        return self.lines.lines[row].key if 0 <= row < len(self.lines.lines) else ""

    def choose(self, key: str) -> None:
        """Make a line the current one."""
        row = self.lines.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self.lines.index(row, max(self.currentIndex().column(), 0)))

    def go_down(self) -> bool:
        """Make the next line the current one; False where there is none."""
        here = self.currentIndex()
        below = self.lines.index(here.row() + 1, max(here.column(), 0))
        if below.isValid():
            self.setCurrentIndex(below)
        return below.isValid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the line."""
        if Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._ask(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.scaled(_ROW))
        head = self.horizontalHeader()
        head.setMinimumSectionSize(theme.scaled(min((64, *self._widths.values()))))
        for column in range(self.lines.columnCount()):
            wide = column == self._wide
            head.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.Interactive
            )
            if not wide and not self.isColumnHidden(column):
                self.setColumnWidth(column, theme.scaled(self._widths.get(column, 80)))
        self._spread()

    def _texts(self, column: int) -> int:
        """Return the pixels that the texts of a column ask for; measured anew only where they are others.

        A figure that is keyed into a long list changes one column, and must not measure all of them.
        """
        said = tuple(line.cells[column] for line in self.lines.lines if column < len(line.cells))
        shown = (self.font().key(), said)
        before, wide = self._measured.get(column, (("", ()), 0))
        if before != shown:
            wide = self.sizeHintForColumn(column)
            self._measured[column] = (shown, wide)
        return wide

    def _spread(self) -> None:
        """Let the other columns show their whole texts; the wide one keeps its part, or what it needs."""
        known = range(self.lines.columnCount())
        others = [column for column in known if column != self._wide and not self.isColumnHidden(column)]
        whole = self.viewport().width()
        kept = min(whole // _WIDE_PART, self._texts(self._wide) + theme.scaled(_ROOM))
        free = whole - kept - sum(self.columnWidth(column) for column in others)
        for column in others:
            wanted = self._texts(column) + theme.scaled(_ROOM) - self.columnWidth(column)
            more = min(max(wanted, 0), max(free, 0))
            self.setColumnWidth(column, self.columnWidth(column) + more)
            free -= more
        self._hold(others, min(theme.scaled(_LEAST), kept))

    def _hold(self, others: Sequence[int], least: int) -> None:
        """Keep the wide column readable where large type or many columns take the room."""
        head, whole = self.horizontalHeader(), self.viewport().width()
        lacks = least - (whole - sum(self.columnWidth(column) for column in others))
        for column in others:
            texts = self._texts(column) + theme.scaled(_ROOM)
            spare = self.columnWidth(column) - max(texts, head.sectionSizeHint(column))
            less = min(max(spare, 0), max(lacks, 0))
            self.setColumnWidth(column, self.columnWidth(column) - less)
            lacks -= less
        if lacks > 0 and others:
            head.setSectionResizeMode(self._wide, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(self._wide, least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.key)

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            self.asked.emit(self.lines.lines[index.row()].key, index.column())
