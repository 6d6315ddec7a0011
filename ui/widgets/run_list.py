"""The blocks of a day in a list: what is done, what runs, what follows and when it will begin."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.models.run_day import DONE, LEFT_OUT, PASSED, RUNS, Line

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_PAD: Final = 9
_TIME: Final = 52
_NUMBER: Final = 26
_MARK: Final = 4
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SOFT: Final = frozenset({DONE, LEFT_OUT, PASSED})


class DayModel(QAbstractListModel):
    """One row a block."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show other blocks; where the rows are the same ones, selection and place stay."""
        told = tuple(lines)
        if told == self.lines:
            return
        same = [item.row for item in told] == [item.row for item in self.lines]
        if not same:
            self.beginResetModel()
        before, self.lines = self.lines, told
        if not same:
            self.endResetModel()
            return
        for place, (old, new) in enumerate(zip(before, told, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of blocks."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a reader hears; the delegate paints the parts."""
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.lines[index.row()].words
        return None


class _Painter(QStyledItemDelegate):
    """Time at the left, title and below it what is told; a ``flat`` one tells it at the right."""

    def __init__(self, room: int, parent: QObject, *, flat: bool) -> None:
        """Leave so much room for the time, at the usual type size."""
        super().__init__(parent)
        self._room, self._flat = room, flat

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of two lines, or of one."""
        del option, index
        high = QFontMetrics(theme.font("base")).height()
        high += 0 if self._flat else QFontMetrics(theme.font("small")).height()
        return QSize(theme.scaled(200), high + _PAD + 3)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one block."""
        model = index.model()
        if not isinstance(model, DayModel):
            return
        item = model.lines[index.row()]
        room: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        self._ground(painter, room, item, chosen=bool(state & QStyle.StateFlag.State_Selected))
        words = room.adjusted(_PAD + _MARK, _PAD // 2, -_PAD, -_PAD // 2)
        ink = "text-faint" if item.state in _SOFT else "text"
        self._text(painter, words, item.plan, _font("base", bold=item.fixed), ink)
        beside = words.adjusted(theme.scaled(self._room), 0, 0, 0)
        font = _font("base", bold=item.state == RUNS)
        metrics = QFontMetrics(font)
        self._text(painter, beside, item.title, font, ink)
        told = beside.adjusted(0, metrics.height(), 0, 0)
        if self._flat:
            lower = metrics.ascent() - QFontMetrics(_font("small")).ascent()
            behind = min(beside.width(), metrics.horizontalAdvance(item.title) + _PAD)
            told = beside.adjusted(behind, lower, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if self._flat else Qt.AlignmentFlag.AlignLeft
        self._text(painter, told, item.told, _font("small"), _told_ink(item), side)
        painter.restore()

    def _ground(self, painter: QPainter, room: QRect, item: Line, *, chosen: bool) -> None:
        if chosen:
            painter.fillRect(room, QColor(theme.color("accent-soft")))
        if item.state == RUNS:
            mark = QRect(room.left(), room.top() + 3, _MARK, room.height() - 6)
            painter.fillRect(mark, QColor(theme.color("accent")))

    def _text(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        font: QFont,
        ink: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(theme.color(ink)))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignTop), shown)


class LineList(QListView):
    """A list of lines that keeps what is now in sight; ``room`` is that of the time or number in front."""

    room = _TIME
    is_flat = False
    """Whether a line tells all of itself beside its title."""

    def __init__(self, name: str, called: str, parent: QWidget | None = None) -> None:
        """Start empty; ``called`` is what a reader hears."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(called)
        self._now = ""
        self.blocks = DayModel(self)
        self.setModel(self.blocks)
        self.setItemDelegate(_Painter(self.room, self, flat=self.is_flat))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen line in sight."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def show_lines(self, lines: Sequence[Line], now: str) -> None:
        """Show the lines; ``now`` is the row that is brought into sight when it or the list changes."""
        anew = {item.row for item in lines} != {item.row for item in self.blocks.lines} or now != self._now
        self._now = now
        kept = self.chosen
        self.blocks.show(lines)
        self.choose(now if (anew or not kept) and now else kept)

    def choose(self, row: str) -> None:
        """Choose the line of a row."""
        place = next((at for at, item in enumerate(self.blocks.lines) if item.row == row), -1)
        if place >= 0 and place != self.currentIndex().row():
            self.setCurrentIndex(self.blocks.index(place))
            self.scrollTo(self.blocks.index(place), QListView.ScrollHint.EnsureVisible)

    @property
    def chosen(self) -> str:
        """The row of the chosen line, empty where none is."""
        place = self.currentIndex().row()
        return self.blocks.lines[place].row if 0 <= place < len(self.blocks.lines) else ""


class DayList(LineList):
    """The list of a day; Enter or a double click starts a block, Delete leaves it out or takes it in."""

    start_asked = Signal(str)
    leave_asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(name, "Urutan sesi", parent)
        self.doubleClicked.connect(self._start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts, Delete leaves out."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self._start()
        elif key == Qt.Key.Key_Delete:
            if self.chosen:
                self.leave_asked.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def _start(self) -> None:
        if self.chosen:
            self.start_asked.emit(self.chosen)


class QueueList(LineList):
    """The order in which groups speak; Enter calls one, Alt with an arrow moves it."""

    call_asked = Signal(str)
    move_asked = Signal(str, int)
    """A group, and by how many places."""
    room = _NUMBER
    is_flat = True

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(name, "Urutan presentasi", parent)
        self.doubleClicked.connect(self._call)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter calls, Alt with an arrow moves."""
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if key in _ENTER:
            self._call()
        elif step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self.chosen:
                self.move_asked.emit(self.chosen, step)
        else:
            super().keyPressEvent(event)

    def _call(self) -> None:
        if self.chosen:
            self.call_asked.emit(self.chosen)


def _font(role: str, *, bold: bool = False) -> QFont:
    return theme.font(role, bold=bold)


def _told_ink(item: Line) -> str:
    if item.late > 0:
        return "warning"
    return "accent" if item.state == RUNS else "text-soft" if item.state not in _SOFT else "text-faint"
