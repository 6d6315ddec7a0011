"""The table under the worksheet: columns that share the room, rows as tall as their text."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from ui.models.grid import GridModel
from ui.models.grid_table import Index
from ui.widgets.grid_layout import WORDED, Wishes, is_tight, widths
from ui.widgets.grid_named import NamedColumns
from ui.widgets.grid_paint import MARK_GAP, PAD_X, PAD_Y, CellDelegate, ColumnHeads, Margin, scale_of

_SMALLER: Final = 13 / 14
"""A worksheet holds many words: its type is a little smaller than the window's."""
_AT_ONCE: Final = 240
"""So many rows are fitted at once; more of them in turns of so many."""
_IN_TURN: Final = 60
_FONTS: Final = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})


class GridRoom(QTableView):
    """Shows a ``GridModel`` with wrapped words; nothing is cut, nothing is measured twice."""

    moved = Signal()
    """Cells lie elsewhere now, or have another size."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        self._ready = False
        super().__init__(parent)
        self._grid = model
        self._own_widths: dict[str, int] = {}
        self._fitting = False
        self.delegate = CellDelegate(self)
        self.heads = ColumnHeads(self)
        self.margin = Margin(self)
        self.setHorizontalHeader(self.heads)
        self.setVerticalHeader(self.margin)
        self.setItemDelegate(self.delegate)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setStyleSheet(
            "QTableView::corner, QAbstractScrollArea::corner { background: transparent; border: 0; }"
        )
        self.setModel(model)
        self._waiting: list[int] = []
        self._in_turn = QTimer(self)
        self._in_turn.setSingleShot(True)
        self._in_turn.setInterval(0)
        self._in_turn.timeout.connect(self._fit_some)
        self._rows_later = QTimer(self)
        self._rows_later.setSingleShot(True)
        self._rows_later.setInterval(0)
        self._rows_later.timeout.connect(self.fit_rows)
        model.modelReset.connect(self._after_reset)
        model.rowsInserted.connect(self._after_rows)
        model.rowsRemoved.connect(self._after_rows)
        model.dataChanged.connect(self._data_changed)
        self.heads.sectionResized.connect(self._column_resized)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self.moved)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.named = NamedColumns(self, model)
        self._ready = True
        self._follow_type()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, beside the columns that stay."""
        super().scrollTo(index, hint)
        if not self._ready:
            return
        if self._waiting:
            # What comes into view takes its height, and may push the cell out again.
            self._fit_seen()
            super().scrollTo(index, hint)
        if index.column() < self._grid.count_named() and self._grid.column_at(index.column()).is_editable:
            # What lies over the left edge takes no answers: the column itself comes into view.
            self.horizontalScrollBar().setValue(0)
        hidden = self.named.width_shown() - self.visualRect(index).left()
        if hidden > 0 and index.column() >= self._grid.count_named():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def fit(self) -> None:
        """Give columns and rows the room they need."""
        self.fit_columns()
        self.fit_rows()

    def fit_columns(self) -> None:
        """Divide the width among the columns."""
        columns = self._grid.columns()
        if not columns:
            return
        room = self.viewport().width()
        self._fitting = True
        naming = self._grid.column_at(self._grid.count_named() - 1) if self._grid.takes_rows else None
        name = naming.key if naming else ""
        wishes = Wishes(self._own_widths, self._longest(), self._words(), scale_of(self), name)
        for at, width in enumerate(widths(columns, room, self.heads, wishes)):
            self.heads.resizeSection(at, width)
        self._fitting = False
        self.heads.setFixedHeight(self.heads.sizeHint().height())
        self.named.show_columns(self._grid.count_named())

    def fit_rows(self) -> None:
        """Give every row the height of its longest cell; of very many those first that are seen."""
        self._rows_later.stop()
        count = self._grid.rowCount()
        if count <= _AT_ONCE:
            self._waiting = []
            for place in range(count):
                self._fit_row(place)
        else:
            self._waiting = list(range(count))[::-1]
            self._fit_seen()
            self._in_turn.start()
        self.moved.emit()

    def _scrolled(self) -> None:
        if self._waiting:
            self._fit_seen()

    def _fit_seen(self) -> None:
        """Fit the rows that are in view; each that is fitted lets others come in or go."""
        place = max(0, self.margin.logicalIndexAt(0))
        bottom = self.margin.offset() + self.viewport().height()
        while place < self._grid.rowCount() and self.margin.sectionPosition(place) < bottom:
            self._fit_row(place)
            place += 1

    def _fit_some(self) -> None:
        """Fit a few more of very many rows, so short that no key waits; what is seen stays where it is."""
        top = self.margin.logicalIndexAt(0)
        inside = self.margin.offset() - self.margin.sectionPosition(top) if top >= 0 else 0
        last = self._grid.rowCount()
        for _ in range(min(_IN_TURN, len(self._waiting))):
            place = self._waiting.pop()
            if place < last:
                self._fit_row(place)
        if top >= 0:
            self.verticalScrollBar().setValue(self.margin.sectionPosition(top) + inside)
        if self._waiting:
            self._in_turn.start()
        else:
            self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the width anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()
        self.named.follow()
        self.moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._ready:
            self._follow_type()
        if event.type() in _FONTS and self._ready:
            self.delegate.refresh()
            self.margin.setMinimumSectionSize(self._least_height())
            self.fit()

    def _measured(self) -> Sequence[int]:
        """Return the rows by which columns are measured: of very many some from everywhere."""
        count = self._grid.rowCount()
        return range(0, count, max(1, count // _AT_ONCE))

    def _longest(self) -> dict[str, int]:
        metrics, rows = self.fontMetrics(), self._measured()
        return {
            column.key: max(
                (
                    metrics.horizontalAdvance(self._grid.face(row, at).text)
                    for row in rows
                    if not self._grid.is_fold(row)
                ),
                default=0,
            )
            for at, column in enumerate(self._grid.columns())
            if is_tight(column)
        }

    def _words(self) -> dict[str, int]:
        metrics, rows = self.fontMetrics(), self._measured()
        return {
            column.key: max(
                (
                    metrics.horizontalAdvance(word)
                    for row in rows
                    if not self._grid.is_fold(row)
                    for word in self._grid.face(row, at).text.split()
                ),
                default=0,
            )
            + 2 * PAD_X
            + 3
            for at, column in enumerate(self._grid.columns())
            if column.kind in WORDED and not is_tight(column)
        }

    def _follow_type(self) -> None:
        font = QApplication.font()
        font.setPixelSize(max(9, round(font.pixelSize() * _SMALLER)))
        if font.pixelSize() == self.font().pixelSize():
            return
        self.setFont(font)
        self.heads.setFont(font)
        self.margin.setFont(font)

    def _least_height(self) -> int:
        return self.fontMetrics().height() + 2 * PAD_Y + 1

    def _fit_row(self, place: int) -> None:
        if self._grid.is_fold(place):
            wanted = self._least_height()
        else:
            heights = (
                self.delegate.height_of(self._grid.face(place, at), self.heads.sectionSize(at))
                for at in range(self._grid.columnCount())
            )
            wanted = max(heights, default=0)
            marks = self._grid.count_marks(place)
            if marks:
                line = self.fontMetrics().height() + MARK_GAP
                wanted = max(wanted, (1 + marks) * line + 2 * PAD_Y - 1)
        if self.margin.sectionSize(place) != wanted:
            self.margin.resizeSection(place, wanted)

    def _after_reset(self) -> None:
        self._span()
        self.fit()

    def _after_rows(self) -> None:
        self._span()
        self.fit_rows()

    def _span(self) -> None:
        self.clearSpans()
        for place in range(self._grid.rowCount()):
            if self._grid.is_fold(place) and self._grid.columnCount() > 1:
                self.setSpan(place, 0, 1, self._grid.columnCount())

    def _data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for place in range(first.row(), last.row() + 1):
            self._fit_row(place)
        self.moved.emit()

    def _column_resized(self, at: int, _old: int, new: int) -> None:
        if not self._fitting:
            self._own_widths[self._grid.column_at(at).key] = new
            self._rows_later.start()
