"""People of one group, or of none, as narrow lines that are chosen, dragged and moved by keys."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme

_BREAK: Final = "\n"
MIME: Final = "application/x-bimtek-duduk"
"""What is dragged from group to group: rows, a line each, agencies marked with ``opd:``."""
_OPD: Final = "opd:"
_ITEM: Final = Qt.ItemDataRole.UserRole
_PAD: Final = 7
_GAP: Final = 8
_MARK: Final = 15
_SIDE_SHARE: Final = 0.3
"""What the origin keeps of a line beside a name that is too long even without its degrees."""
_ABOVE: Final = 3

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a participant, or (``is_opd``) an agency with how many of its people sit there.

    ``side`` stands at the right, ``mark`` (K, N) before the name; ``soft`` lines are those of guests.
    """

    row: str
    words: str
    side: str = ""
    mark: str = ""
    hint: str = ""
    is_opd: bool = False
    soft: bool = False

    @property
    def key(self) -> str:
        """What names the line, also while it is dragged."""
        return f"{_OPD}{self.row}" if self.is_opd else self.row


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen to be moved: rows of participants and of agencies."""

    people: tuple[str, ...] = ()
    opds: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is chosen."""
        return bool(self.people or self.opds)

    def __or__(self, other: "Chosen") -> "Chosen":
        """Return both together."""
        return Chosen(self.people + other.people, self.opds + other.opds)


def chosen_of(keys: Collection[str]) -> Chosen:
    """Return what lines stand for, by their keys."""
    return Chosen(
        tuple(key for key in keys if not key.startswith(_OPD)),
        tuple(key.removeprefix(_OPD) for key in keys if key.startswith(_OPD)),
    )


class _Lines(QStyledItemDelegate):
    """Draws a name with the origin at its right and the mark of an office.

    Where a line is too short for both, the origin stands below, if the list has the height for that. Else the
    name goes without the degrees behind it, and what is still too long is elided.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: Line = index.data(_ITEM)
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "selection" if chosen else "sunken" if line.is_opd else ""
        if ground:
            painter.fillRect(box, QColor(theme.color(ground)))
        view = self.parent()
        if isinstance(view, QWidget) and view.hasFocus() and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.color("focus")))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        left = box.left() + _PAD
        is_tall = isinstance(view, GroupList) and index.row() in view.tall
        first = QRect(box)
        if is_tall:
            first.setHeight(box.height() - QFontMetrics(theme.font("small")).height())
        if line.mark:
            left = self._mark(painter, first, left, line.mark)
        if is_tall:
            second = box.adjusted(left - box.left(), first.height() - _ABOVE, -_PAD, -_ABOVE)
            self._below(painter, second, line.side)
            line = replace(line, side="")
        self._words(painter, first, left, line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a height of one line of the type as it is now."""
        view = self.parent()
        is_tall = isinstance(view, GroupList) and index.row() in view.tall
        below = QFontMetrics(theme.font("small")).height() if is_tall else 0
        return QSize(10, option.fontMetrics.height() + 2 * _ABOVE + below)

    @staticmethod
    def _mark(painter: QPainter, box: QRect, left: int, letter: str) -> int:
        side = theme.scaled(_MARK)
        ground = QRect(left, box.center().y() - side // 2 + 1, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.color("accent" if letter == "K" else "info")))
        painter.drawRoundedRect(ground, 4, 4)
        painter.setFont(theme.font("small", bold=True))
        painter.setPen(QColor(theme.color("surface")))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, letter)
        return left + side + 5

    @staticmethod
    def _below(painter: QPainter, box: QRect, side: str) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.color("text-soft")))
        told = painter.fontMetrics().elidedText(side, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, told)

    @staticmethod
    def _words(painter: QPainter, box: QRect, left: int, line: Line) -> None:
        room = box.right() - _PAD - left
        painter.setFont(theme.font("base", bold=line.is_opd))
        metrics = QFontMetrics(painter.font())
        small = QFontMetrics(theme.font("small"))
        wide = small.horizontalAdvance(line.side) + 2 if line.side else 0
        words, wide = fitted(line, room, metrics, wide)
        own = QRect(left, box.top(), room - wide - (_GAP if wide else 0), box.height())
        sideways = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(theme.color("text-soft" if line.soft else "text")))
        painter.drawText(own, sideways, metrics.elidedText(words, Qt.TextElideMode.ElideRight, own.width()))
        if wide:
            painter.setFont(theme.font("small"))
            painter.setPen(QColor(theme.color("text-soft")))
            side = QRect(box.right() - _PAD - wide, box.top(), wide, box.height())
            told = small.elidedText(line.side, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(side, sideways | Qt.AlignmentFlag.AlignRight, told)


def fitted(line: Line, room: int, metrics: QFontMetrics, side: int) -> tuple[str, int]:
    """Return the words of a line and the pixels of what stands at its right, fitted into a room.

    ``side`` are the pixels this would like to have.
    """
    gap = _GAP if side else 0
    words = line.words
    if metrics.horizontalAdvance(words) + 1 + side + gap > room and not line.is_opd:
        words = words.partition(",")[0]
    needed = metrics.horizontalAdvance(words) + 1
    if side and needed + side + gap > room:
        side = min(side, max(round(room * _SIDE_SHARE), room - needed - gap))
    return words, side


def _lacks(line: Line, room: int) -> int:
    """Return how much a line lacks room for name and origin: 3 where even the bare name would be cut.

    2 where the name without its degrees and the origin are too long together, 1 where with them; 0 for none.
    """
    if not line.side or line.is_opd:
        return 0
    metrics = QFontMetrics(theme.font("base"))
    side = QFontMetrics(theme.font("small")).horizontalAdvance(line.side) + 2
    room -= theme.scaled(_MARK) + 5 if line.mark else 0
    whole, bare = (
        metrics.horizontalAdvance(words) + 1 + _GAP for words in (line.words, line.words.partition(",")[0])
    )
    if bare + min(side, round(room * _SIDE_SHARE)) > room:
        return 3
    return 2 if bare + side > room else int(whole + side > room)


class GroupList(QListWidget):
    """The lines of one group (``group`` its row, empty for those without one)."""

    dropped = Signal(object)
    """A Chosen that was dragged here from another list."""
    pressed_key = Signal(object)
    """A Key that means something for the whole board."""
    sideways = Signal(int, int)
    """Columns and rows by which the arrow keys left this list."""
    menu_asked = Signal(object)
    """The point on the screen where the menu of what is chosen shall open."""
    stood = Signal()
    """Another line has the keyboard now, or this list was come to."""

    KEYS: Final = frozenset(
        {
            *(Qt.Key.Key_M, Qt.Key.Key_K, Qt.Key.Key_N, Qt.Key.Key_T, Qt.Key.Key_Escape),
            *(Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace),
            *(getattr(Qt.Key, f"Key_{number}") for number in range(10)),
        }
    )

    def __init__(self, group: str, name: str, words: str, parent: QWidget | None = None) -> None:
        """``words`` tell a screen reader whose list it is; that of no group stands on no card."""
        super().__init__(parent)
        self.group = group
        self._role = "seats" if group else "list"
        self.tall: frozenset[int] = frozenset()
        """The lines whose origin stands below the name."""
        theme.set_role(self, self._role)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(_Lines(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentRowChanged.connect(self._stood)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; what was chosen and stands still is chosen again, and the place is kept."""
        chosen, place = set(self.keys()), self.currentRow()
        here = self.current_key()
        down = self.verticalScrollBar().value()
        quiet = QSignalBlocker(self)
        self.clear()
        for line in lines:
            item = QListWidgetItem(self)
            item.setData(_ITEM, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.words} {line.side} {line.mark}".strip())
            item.setToolTip(f"<qt>{escape(line.hint).replace(_BREAK, '<br>')}</qt>")
            item.setSelected(line.key in chosen)
        keys = [line.key for line in lines]
        if here in keys:
            place = keys.index(here)
        if keys and place >= 0:
            self.setCurrentRow(min(place, len(keys) - 1), QItemSelectionModel.SelectionFlag.NoUpdate)
        if self.hasFocus() and not self.keys() and self.currentRow() >= 0:
            self.item(self.currentRow()).setSelected(True)
        quiet.unblock()
        self._weigh()
        self.verticalScrollBar().setValue(down)

    def lines(self) -> list[Line]:
        """Return the lines as they stand."""
        return [self.item(row).data(_ITEM) for row in range(self.count())]

    def keys(self) -> list[str]:
        """Return the keys of the chosen lines in their order."""
        return [line.key for row, line in enumerate(self.lines()) if self.item(row).isSelected()]

    def current_key(self) -> str:
        """Return the key of the line that has the keyboard, empty where there is none."""
        row = self.currentRow()
        return self.lines()[row].key if row >= 0 else ""

    def chosen(self) -> Chosen:
        """Return what is chosen here, else the line that has the keyboard."""
        keys = self.keys() or ([self.current_key()] if self.current_key() and self.hasFocus() else [])
        return chosen_of(keys)

    def stand_at(self, row: int) -> None:
        """Give the keyboard to a line of this list, and choose it alone."""
        self.setFocus()
        if self.count():
            self._stand_alone(max(0, min(row, self.count() - 1)))
        self.stood.emit()

    def choose(self, key: str) -> bool:
        """Choose one line alone and show it; False where it does not stand here."""
        keys = [line.key for line in self.lines()]
        if key not in keys:
            return False
        self._stand_alone(keys.index(key))
        self.scrollToItem(self.currentItem())
        return True

    def below(self) -> QPoint:
        """Return the point on the screen below the line that has the keyboard."""
        place = self.visualItemRect(self.currentItem()) if self.currentRow() >= 0 else QRect()
        return self.viewport().mapToGlobal(place.bottomLeft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what moves within the list; the rest is for the board."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier)
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}
        if plain and self.currentRow() <= 0:
            steps[Qt.Key.Key_Up] = (0, -1)
        if plain and self.currentRow() >= self.count() - 1:
            steps[Qt.Key.Key_Down] = (0, 1)
        if plain and key in self.KEYS:
            self.pressed_key.emit(key)
        elif plain and key in steps:
            self.sideways.emit(*steps[key])
        elif key == Qt.Key.Key_Menu:
            self.menu_asked.emit(self.below())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not the beginning of a name."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a line as soon as the list is come to by Tab."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self._stand_alone(0)
        self.stood.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let lines be as high as the list has room for."""
        super().resizeEvent(event)
        self._weigh()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again with larger or smaller type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._weigh()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with what is chosen."""
        self.menu_asked.emit(event.globalPos())

    def mimeTypes(self) -> list[str]:
        """Return what is dragged: rows of this board."""
        return [MIME]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """Pack the chosen lines."""
        data = QMimeData()
        data.setData(MIME, "\n".join(item.data(_ITEM).key for item in items).encode())
        return data

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what comes from another list."""
        self._look(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take what comes from another list."""
        self._look(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._light(lit=False)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped; the board shows it where it is stored."""
        self._light(lit=False)
        if event.source() is self or not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        keys = bytes(event.mimeData().data(MIME).data()).decode().split("\n")
        # A move would let Qt take the lines from the list they came from.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(chosen_of([key for key in keys if key]))

    def _look(self, event: QDragMoveEvent) -> None:
        takes = event.source() is not self and event.mimeData().hasFormat(MIME)
        self._light(lit=takes)
        if takes:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _weigh(self) -> None:
        """Put origins below their names as long as every line of the list stays in sight."""
        lines, below = self.lines(), QFontMetrics(theme.font("small")).height()
        spare = self.viewport().height() - len(lines) * (self.fontMetrics().height() + 2 * _ABOVE)
        room = self.viewport().width() - 2 * _PAD
        lacking = [(row, _lacks(line, room)) for row, line in enumerate(lines)]
        short: list[int] = []
        for least in (1, 2, 3):
            short = [row for row, lack in lacking if lack >= least]
            if len(short) * below <= spare:
                break
        tall = frozenset(short if len(short) * below <= spare else ())
        if tall != self.tall:
            self.tall = tall
            self.scheduleDelayedItemsLayout()

    def _light(self, *, lit: bool) -> None:
        theme.set_role(self, "target" if lit else self._role)

    def _stand_alone(self, row: int) -> None:
        """Choose one line and no other: without the flag those chosen before would stay."""
        self.setCurrentRow(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _stood(self, _row: int) -> None:
        self.stood.emit()
