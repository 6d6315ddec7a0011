"""The bare table on which a mapping is drawn: above every column stands what it holds."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QWidget

from smartcity_desktop.domain.map_drawing import CHOICES, Drawing, RoleChoice, words_of
from smartcity_desktop.domain.renstra_draft import SourceSheet
from smartcity_desktop.domain.table_map import MapColumn
from ui import theme
from ui.models.reading_source import Index, SourceModel, column_name
from ui.translate import worded
from ui.widgets.reading_source import SourceView

_NOTHING: Final = "pilih isinya"
_HIGH: Final = 46
_EDGE: Final = 8
_ARROW: Final = 16
_LETTERS: Final = {item.key: item for item in CHOICES if item.key}
_ENTERS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_YEARS: Final = {"+": 1, "=": 1, "-": -1}
_HEAD_KEY, _DATA_KEY = "1", "2"
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_PLAIN: Final = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier
_NARROWEST: Final = 116


class MapHead(QHeaderView):
    """Above each column its letter and what it holds; a click opens the list to choose from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without columns."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("map-head")
        self.setSectionsClickable(True)
        self._columns: Sequence[MapColumn] = ()
        self._current = -1

    def show_columns(self, columns: Sequence[MapColumn], current: int) -> None:
        """Show what each column holds, and which one is being spoken of."""
        self._columns, self._current = columns, current
        self.viewport().update()

    def point_at(self, column: int) -> None:
        """Show which column is being spoken of."""
        self._current = column
        self.viewport().update()

    def words(self, column: int) -> str:
        """Return what stands above a column."""
        said = words_of(self._columns[column]) if column < len(self._columns) else ""
        return worded(said) if said else ""

    def sizeHint(self) -> QSize:
        """Return room for two lines."""
        return QSize(super().sizeHint().width(), theme.scaled(_HIGH))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one head as the list that it opens."""
        said, is_current = self.words(section), section == self._current
        painter.save()
        painter.fillRect(rect, QColor(theme.color("accent-soft" if said else "surface")))
        painter.setPen(QColor(theme.color("line-strong")))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        room = rect.adjusted(_EDGE, 3, -_EDGE, -3)
        upper = QRect(room.left(), room.top(), room.width(), room.height() // 2)
        lower = QRect(room.left(), upper.bottom(), room.width() - _ARROW, room.height() - upper.height())
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.color("text-soft")))
        painter.drawText(upper, _LEFT, column_name(section))
        painter.drawText(QRect(room.right() - _ARROW, lower.top(), _ARROW, lower.height()), _LEFT, " ▾")
        painter.setFont(theme.font("small", bold=bool(said)))
        painter.setPen(QColor(theme.color("text" if said else "text-soft")))
        shown = painter.fontMetrics().elidedText(said or _NOTHING, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, _LEFT, shown)
        if is_current:
            painter.setPen(QPen(QColor(theme.color("focus")), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()


class _Choices(QMenu):
    """The list of what a column can hold; the letter of a line takes it."""

    said = Signal(object)
    """What was chosen (RoleChoice)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer everything that a column can hold."""
        super().__init__(parent)
        self.setObjectName("map-menu")
        for item in CHOICES:
            words = worded(item.words)
            action = self.addAction(f"{words}\t{item.key}" if item.key else words)
            action.triggered.connect(partial(self.said.emit, item))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the line of a letter."""
        found = _LETTERS.get(event.text().upper())
        if found is None:
            super().keyPressEvent(event)
            return
        self.hide()
        self.said.emit(found)


class MapGrid(SourceView):
    """Arrow keys go to a column, Enter or a letter says what it holds; 1 and 2 where head and data begin.

    What is said is told to whoever draws; nothing is kept here.
    """

    said = Signal(int, object)
    """A column (from 0), and what it holds (RoleChoice)."""
    year_moved = Signal(int, int)
    """A column, and by how many years."""
    head_said = Signal(int)
    """The row (from 0) on which the heading begins."""
    data_said = Signal(int)
    """The row (from 0) on which the data begin."""
    column_chosen = Signal(int)
    """The column that a person went to."""

    def __init__(self, model: SourceModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(model, parent)
        self.setObjectName("map-grid")
        self.setAccessibleName("Tabel yang dipetakan")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._source = model
        self.head = MapHead(self)
        self.setHorizontalHeader(self.head)
        self.head.setMinimumSectionSize(theme.scaled(_NARROWEST))
        self.head.sectionClicked.connect(self._head_clicked)
        self.verticalHeader().setSectionsClickable(True)
        self.verticalHeader().sectionClicked.connect(self._row_clicked)
        self.menu = _Choices(self)
        self.menu.said.connect(self._say)
        self.rows = QMenu(self)
        self.rows.setObjectName("map-rows")
        for words, key in (
            ("Judul kolom mulai di baris ini", _HEAD_KEY),
            ("Data mulai di baris ini", _DATA_KEY),
        ):
            action = self.rows.addAction(f"{words}\t{key}")
            action.triggered.connect(partial(self._tell_row, key))

    @property
    def column(self) -> int:
        """The column that is being spoken of."""
        return max(0, self.currentIndex().column())

    def begin(self, sheet: SourceSheet, drawing: Drawing) -> None:
        """Show another sheet, and go to its first column below the heading."""
        self.head.show_columns(drawing.columns, 0)
        self.show_sheet(sheet)
        self.setCurrentIndex(self._source.index(min(drawing.data, len(sheet.rows) - 1), 0))

    def show_drawing(self, drawing: Drawing) -> None:
        """Show what has been said so far."""
        self._source.set_head(drawing.first, drawing.data)
        self.head.show_columns(drawing.columns, self.column)
        for column in range(self._source.columnCount()):
            self.setColumnWidth(column, max(self.columnWidth(column), self._width(column)))
        self._describe()

    def show_head(self) -> None:
        """Bring the heading to the top."""
        top = self._source.index(self._source.sheet.head[0], self.column)
        self.scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)

    def open_menu(self) -> None:
        """Open the list of what the current column can hold, under its head."""
        left = self.head.sectionViewportPosition(self.column)
        self.menu.popup(self.head.viewport().mapToGlobal(QPoint(max(0, left), self.head.height())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say what a column holds, of which year it is, and where head and data begin."""
        if event.modifiers() & ~_PLAIN:
            super().keyPressEvent(event)
            return
        pressed = event.text().upper()
        if Qt.Key(event.key()) in _ENTERS:
            self.open_menu()
        elif Qt.Key(event.key()) == Qt.Key.Key_Delete:
            self._say(CHOICES[-1])
        elif pressed in _LETTERS:
            self._say(_LETTERS[pressed])
        elif pressed in _YEARS:
            self.year_moved.emit(self.column, _YEARS[pressed])
        elif pressed in {_HEAD_KEY, _DATA_KEY}:
            self._tell_row(pressed)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to begin head or data on the row that is pointed at."""
        self.rows.popup(event.globalPos())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the column that a person went to."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.head.point_at(current.column())
            self._describe()
            self.column_chosen.emit(current.column())

    def _width(self, column: int) -> int:
        said = self.head.words(column) if hasattr(self, "head") else ""
        wide = theme.font("small", bold=True)
        return max(super()._width(column), QFontMetrics(wide).horizontalAdvance(said) + _ARROW + 3 * _EDGE)

    def _describe(self) -> None:
        said = self.head.words(self.column) or "belum disebut isinya"
        self.setAccessibleDescription(f"Kolom {column_name(self.column)}: {said}")

    def _say(self, item: RoleChoice) -> None:
        self.said.emit(self.column, item)

    def _tell_row(self, key: str) -> None:
        row = max(0, self.currentIndex().row())
        (self.head_said if key == _HEAD_KEY else self.data_said).emit(row)

    def _head_clicked(self, column: int) -> None:
        row = max(0, self.currentIndex().row())
        self.setCurrentIndex(self._source.index(row, column))
        self.setFocus()
        self.open_menu()

    def _row_clicked(self, row: int) -> None:
        self.setCurrentIndex(self._source.index(row, self.column))
        place = QPoint(self.verticalHeader().width(), self.rowViewportPosition(row) + self.rowHeight(row))
        self.rows.popup(self.viewport().mapToGlobal(place) - QPoint(self.verticalHeader().width(), 0))
