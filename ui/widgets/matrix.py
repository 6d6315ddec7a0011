"""Who has come how far: whoever fills worksheets beside these. It leads to a sheet, it never ranks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from smartcity_desktop.domain.entity import SHEET_STATES
from smartcity_desktop.domain.worksheet import BY_OPD, SheetPlace, Worksheet
from ui import theme
from ui.models.manner import Manner, manner_of, moved_words, not_due, state_words
from ui.translate import worded
from ui.widgets.label import Label
from ui.widgets.pill import Pill

OPD, TABLE, FIRST = range(3)
"""Columns: the agency or who else, its table, then one for each worksheet."""
CELL: Final = Qt.ItemDataRole.UserRole + 1
LAST: Final = Qt.ItemDataRole.UserRole + 2
"""Whether the row is the last of its table."""
_ROW: Final = 34
_TALL: Final = 40
"""Pixels of a row whose cells take two lines: many worksheets leave no room for one long one."""
_PAD: Final = 10
_OPD_WIDTH: Final = 220
_TABLE_WIDTH: Final = 62
_NARROW: Final = 132
_NARROW_TABLE: Final = 48
_CELL_WIDTH: Final = 100
_WIDEST_CELL: Final = 300
_FEW: Final = 3
_LEGEND_GAP: Final = 6
_NO_PARENT: Final = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """One worksheet of one party: its state in words, how far, colours that only help, who moved it."""

    words: str = ""
    far: str = ""
    ink: str = "text-soft"
    ground: str = "surface"
    told: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One party with its cells, in the order of the worksheets; ``is_last`` of its table."""

    opd: str
    name: str
    table: str
    cells: tuple[Cell | None, ...] = ()
    is_last: bool = False
    short: str = ""


def cell_of(place: SheetPlace, manner: Manner) -> Cell:
    """Return what the matrix says of one sheet."""
    waiting = f"{place.comments} catatan telaah terbuka" if place.comments else ""
    told = " · ".join(part for part in (moved_words(place), waiting) if part)
    why = not_due(place, manner)
    if why and place.status == "belum":
        return Cell(why, "", "text-faint", told=told)
    if manner.of_plans and not place.has_renstra and place.status == "belum":
        return Cell("Renstra belum ada", "", "warning", told=told)
    words = state_words(place, replace(manner, of_plans=False))
    far = f"{place.done} dari {place.total}" if place.total else ""
    if manner.takes_rows and far:
        far = f"{place.done} baris"
    if place.status == "belum":
        return Cell(words, far, told=told)
    ink, ground = theme.pill_inks(place.status)
    return Cell(words, far, ink, ground, told)


def lines_of(columns: Sequence[Sequence[SheetPlace]], worksheets: Sequence[Worksheet]) -> list[Line]:
    """Return the agencies by table (tables by number, those without one last), any others as they stand.

    ``columns`` holds for each worksheet the places of all that fill it. What does not fill one of them has no
    cell there.
    """
    known: dict[str, SheetPlace] = {}
    for column in columns:
        for place in column:
            known.setdefault(place.party, place)
    by_table = [place for place in known.values() if place.kind == BY_OPD]
    ordered = sorted(by_table, key=lambda place: _table_order(place.table_no))
    ordered += [place for place in known.values() if place.kind != BY_OPD]
    following = [*ordered[1:], None][: len(ordered)]
    manners = [manner_of(item) for item in worksheets]
    by_party = [{place.party: place for place in column} for column in columns]
    return [
        Line(
            place.party,
            f"{place.short} {place.name}" if place.color else place.name,
            place.table_no if place.kind == BY_OPD else "",
            tuple(
                cell_of(found[place.party], manner) if place.party in found else None
                for found, manner in zip(by_party, manners, strict=True)
            ),
            is_last=after is None or (place.kind, place.table_no) != (after.kind, after.table_no),
            short=place.short if place.kind == BY_OPD else "",
        )
        for place, after in zip(ordered, following, strict=True)
    ]


def _table_order(table: str) -> tuple[bool, int, str]:
    digits = "".join(sign for sign in table if sign in "0123456789")
    return (not table, int(digits[:9] or 0), table)


class MatrixModel(QAbstractTableModel):
    """Agencies as rows, worksheets as columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._heads: tuple[str, ...] = ()
        self.lines: list[Line] = []
        self.who = worded("OPD")
        self.is_narrow = False

    def show(self, heads: Sequence[str], lines: Sequence[Line]) -> None:
        """Show other figures; where rows and columns are the same ones, the current cell stays."""
        same = tuple(heads) == self._heads and [item.opd for item in lines] == [
            item.opd for item in self.lines
        ]
        if not same:
            self.beginResetModel()
        self._heads, self.lines = tuple(heads), list(lines)
        if not same:
            self.endResetModel()
        elif self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of agencies."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else FIRST + len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if section == TABLE else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.who, "Meja", *self._heads)[section]
        if role == Qt.ItemDataRole.ToolTipRole and section >= FIRST:
            return f"<qt>{escape(self._heads[section - FIRST])}</qt>"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, the cell to paint, what a screen reader says, and a tooltip that is not markup."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        cell = line.cells[column - FIRST] if column >= FIRST else None
        if role in {CELL, LAST}:
            return cell if role == CELL else line.is_last
        words = _words(line, column, cell)
        if role == Qt.ItemDataRole.DisplayRole:
            return line.short or words if column == OPD and self.is_narrow else words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.name}, {self.headerData(column, Qt.Orientation.Horizontal)}: {words or 'kosong'}"
        if role == Qt.ItemDataRole.ToolTipRole:
            said = [f"{line.name}: {words}" if cell else line.name, cell.told if cell else ""]
            return f"<qt>{'<br>'.join(escape(text) for text in said if text)}</qt>"
        return None


def _words(line: Line, column: int, cell: Cell | None) -> str:
    if cell is not None:
        return f"{cell.words} · {cell.far}" if cell.far else cell.words
    return (line.name, line.table)[column] if column < FIRST else ""


class _Cells(QStyledItemDelegate):
    """Paints a state over the whole cell, how far at its right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        painter.save()
        box = option.rect
        cell = index.data(CELL)
        painter.setPen(QColor(theme.color("line-strong" if index.data(LAST) else "line")))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setFont(option.font)
        if isinstance(cell, Cell):
            self._cell(painter, box, cell)
        else:
            self._text(painter, box, str(index.data() or ""), center=index.column() == TABLE)
        view = self.parent()
        if isinstance(view, MatrixView) and view.hasFocus() and view.currentIndex() == index:
            painter.setPen(QPen(QColor(theme.color("focus")), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one calm row."""
        return QSize(super().sizeHint(option, index).width() + 2 * _PAD, _ROW)

    @staticmethod
    def _text(painter: QPainter, box: QRect, words: str, *, center: bool) -> None:
        painter.setPen(QColor(theme.color("text-soft" if center else "text")))
        room = box.adjusted(_PAD, 0, -6, 0) if not center else box
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignHCenter if center else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), elided)

    @staticmethod
    def _cell(painter: QPainter, box: QRect, cell: Cell) -> None:
        inner = box.adjusted(2, 2, -2, -3)
        if cell.ground != "surface":
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.color(cell.ground)))
            painter.drawRoundedRect(inner, 4, 4)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QColor(theme.color(cell.ink)))
        room = inner.adjusted(_PAD - 2, 0, 2 - _PAD, 0)
        if box.height() >= _TALL:
            _two_lines(painter, room, cell)
            return
        metrics = QFontMetrics(painter.font())
        taken = metrics.horizontalAdvance(cell.far) + _PAD if cell.far else 0
        middle, left = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft
        if taken + metrics.horizontalAdvance(cell.words) <= room.width():
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | middle), cell.far)
        words = metrics.elidedText(cell.words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(left | middle), words)


def _two_lines(painter: QPainter, room: QRect, cell: Cell) -> None:
    """Paint a state and how far in small type, below each other; a long state breaks."""
    small = painter.font()
    small.setPixelSize(theme.small_type())
    painter.setFont(small)
    metrics = QFontMetrics(small)
    first, rest = _broken(cell.words, room.width(), metrics)
    second = " · ".join(part for part in (rest, cell.far) if part)
    side = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    first, second = (
        metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()) for text in (first, second)
    )
    if not second:
        painter.drawText(room, side, first)
        return
    half = room.height() // 2
    painter.drawText(room.adjusted(0, 1, 0, -half), side, first)
    painter.drawText(room.adjusted(0, half - 1, 0, -1), side, second)


def _broken(words: str, width: int, metrics: QFontMetrics) -> tuple[str, str]:
    """Return words as the line that fits and what is left: between two states, else between two words."""
    if metrics.horizontalAdvance(words) <= width:
        return words, ""
    head, _, rest = words.partition(" · ")
    if rest:
        return head, rest
    places = [place for place, sign in enumerate(words) if sign == " "]
    fits = [place for place in places if metrics.horizontalAdvance(words[:place]) <= width]
    return (words[: fits[-1]], words[fits[-1] + 1 :]) if fits else (words, "")


class MatrixView(QTableView):
    """The matrix; a click, Enter or Space asks for what stands behind the cell."""

    asked = Signal(str, int)
    """The agency, and the column: OPD or TABLE for itself, FIRST and on for a worksheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.matrix = MatrixModel(self)
        self.setObjectName("matrix")
        self.setAccessibleName("Siapa sudah sampai mana")
        self.setModel(self.matrix)
        self.setItemDelegate(_Cells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(
            "QTableView, QTableView:focus { border: 0; border-radius: 0;"
            " selection-background-color: transparent; }"
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        # The cells have the hand. Asking for the viewport here lets PySide load every class of widgets.
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for part in (head, self.horizontalScrollBar(), self.verticalScrollBar()):
            part.setCursor(Qt.CursorShape.ArrowCursor)
        self.clicked.connect(self._ask)

    def show_places(
        self, worksheets: Sequence[Worksheet], places: Sequence[Sequence[SheetPlace]], who: str = ""
    ) -> None:
        """Show all that fill these worksheets with their sheet of each; ``who`` they are, in a word."""
        self.matrix.who = who or worded("OPD")
        lines = lines_of(places, worksheets)
        self.matrix.is_narrow = len(worksheets) > _FEW
        self.matrix.show([f"{item.code} {item.title}".strip() for item in worksheets], lines)
        self._fit()
        if not self.currentIndex().isValid() and self.matrix.lines:
            self.setCurrentIndex(self.matrix.index(0, min(FIRST, self.matrix.columnCount() - 1)))

    def choose(self, opd: str) -> None:
        """Make the first sheet of an agency the current cell."""
        row = next((place for place, line in enumerate(self.matrix.lines) if line.opd == opd), -1)
        if row >= 0:
            self.setCurrentIndex(self.matrix.index(row, min(FIRST, self.matrix.columnCount() - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space lead to the sheet."""
        if Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._ask(self.currentIndex())
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the room of all rows."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def minimumSizeHint(self) -> QSize:
        """Return the room of a head and three rows, or of all where there are fewer."""
        rows = min(3, self.matrix.rowCount())
        return QSize(200, self.horizontalHeader().sizeHint().height() + rows * self._row_height())

    def _ask(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        line, column = self.matrix.lines[index.row()], index.column()
        if column < FIRST or line.cells[column - FIRST] is not None:
            self.asked.emit(line.opd, column)

    def _row_height(self) -> int:
        return _TALL if self.matrix.is_narrow else _ROW

    def _fit(self) -> None:
        head = self.horizontalHeader()
        count = self.matrix.columnCount()
        narrow = self.matrix.is_narrow
        self.verticalHeader().setDefaultSectionSize(self._row_height())
        for column in range(count):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(_NARROW_TABLE)
        self.setColumnWidth(TABLE, _NARROW_TABLE if narrow else _TABLE_WIDTH)
        self.setColumnHidden(TABLE, not any(line.table for line in self.matrix.lines))
        for column in range(FIRST, count):
            wide = min(_WIDEST_CELL, max(_CELL_WIDTH, 2 * _WIDEST_CELL // max(1, count - FIRST)))
            self.setColumnWidth(column, wide)
            if narrow:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        if narrow:
            head.setMinimumSectionSize(_NARROW_TABLE)
            self.setColumnWidth(OPD, _NARROW if any(line.short for line in self.matrix.lines) else _OPD_WIDTH)
        else:
            head.setSectionResizeMode(OPD, QHeaderView.ResizeMode.Stretch)
        self.setMaximumHeight(head.sizeHint().height() + self.matrix.rowCount() * self._row_height() + 2)
        self._leave_room()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let many worksheets share the width as long as their words can be read."""
        super().resizeEvent(event)
        self._leave_room()

    def _leave_room(self) -> None:
        """Scroll sideways where the worksheets would be too narrow to be read."""
        if not self.matrix.is_narrow:
            return
        head, count = self.horizontalHeader(), self.matrix.columnCount()
        taken = sum(head.sectionSize(at) for at in (OPD, TABLE) if not head.isSectionHidden(at))
        wide = (self.viewport().width() - taken) // max(1, count - FIRST)
        for column in range(FIRST, count):
            mode = QHeaderView.ResizeMode.Stretch if wide >= _CELL_WIDTH else QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(column, mode)
            if wide < _CELL_WIDTH:
                self.setColumnWidth(column, _CELL_WIDTH)


class Legend(QWidget):
    """The steps of the ladder in the colours of the matrix, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show every step with its word."""
        super().__init__(parent)
        self.setObjectName("legend")
        self.setAccessibleName("Arti warna")
        self.parts: list[Label] = [Pill.of_status(status, self) for status in SHEET_STATES]
        self.parts.append(Label("Enter atau klik membuka lembarnya", "small", parent=self))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow place takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return max(place.bottom() for place in self._places(width)) + 1

    def sizeHint(self) -> QSize:
        """Return the room of one line."""
        return QSize(400, self.heightForWidth(max(self.width(), 400)))

    def minimumSizeHint(self) -> QSize:
        """Return the room of the widest part."""
        return QSize(max(part.sizeHint().width() for part in self.parts), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        for part, place in zip(self.parts, self._places(self.width()), strict=True):
            part.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        left = top = 0
        high = max(part.sizeHint().height() for part in self.parts)
        for part in self.parts:
            size = part.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + high + _LEGEND_GAP
            places.append(QRect(left, top, size.width(), high))
            left += size.width() + _LEGEND_GAP
        return places
