"""The outline of a book: cover, chapters with their numbers, how far each is and what waits in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from smartcity_desktop.domain.book import STATE_WORDS, Node
from ui import theme

Index = QModelIndex | QPersistentModelIndex
COVER: Final = "cover"
"""The key of the book itself, above its chapters."""
_ROW: Final = Qt.ItemDataRole.UserRole
_NOTE: Final = Qt.ItemDataRole.UserRole + 1
_STATE: Final = Qt.ItemDataRole.UserRole + 2
_STRONG: Final = Qt.ItemDataRole.UserRole + 3
_GONE: Final = Qt.ItemDataRole.UserRole + 4
_STEP: Final = 14
_DOT: Final = 9
_INKS: Final = {"draf": "warning-line", "ditinjau": "info", "final": "good"}
_WAYS: Final = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "out",
    Qt.Key.Key_Right: "in",
}


@dataclass(frozen=True, slots=True)
class ChapterMark:
    """What waits in a chapter: proposals nobody accepted yet, comments nobody settled yet.

    One that ``differs`` was filled on two laptops.
    """

    proposals: int = 0
    comments: int = 0
    differs: bool = False


class _Rows(QStyledItemDelegate):
    """Draws state, number and title, and below them what there is to say."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of one line, or of two where something is said below."""
        del option
        strong, small = QFontMetrics(theme.font("base")), QFontMetrics(theme.font("small"))
        below = small.lineSpacing() if index.data(_NOTE) else 0
        return QSize(80, strong.lineSpacing() + below + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one chapter."""
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.color("accent-soft")))
        strong = theme.font("base", bold=bool(index.data(_STRONG)))
        strong.setStrikeOut(bool(index.data(_GONE)))
        painter.setFont(strong)
        line = painter.fontMetrics().lineSpacing()
        state = str(index.data(_STATE) or "")
        left = 6
        if state:
            _draw_dot(painter, QRectF(box.left() + 5, box.top() + 5 + (line - _DOT) / 2, _DOT, _DOT), state)
            left = 6 + _DOT + 6
        room = box.adjusted(left, 5, -6, -4)
        right = Qt.TextElideMode.ElideRight
        painter.setPen(QColor(theme.color("text-faint" if index.data(_GONE) else "text")))
        top = int(Qt.AlignmentFlag.AlignTop)
        painter.drawText(room, top, painter.fontMetrics().elidedText(str(index.data()), right, room.width()))
        note = str(index.data(_NOTE) or "")
        if note:
            painter.setFont(theme.font("small"))
            painter.setPen(QColor(theme.color("text-soft")))
            words = painter.fontMetrics().elidedText(note, right, room.width())
            painter.drawText(room.adjusted(0, line, 0, 0), top, words)
        painter.restore()


class ChapterTree(QTreeWidget):
    """Alt+Up and Alt+Down move, Alt+Right and Alt+Left change the level, Del takes out, Enter writes."""

    chosen = Signal(str)
    """The chapter that is current now, ``COVER`` for the book itself."""
    move_asked = Signal(str, str)
    """A chapter and the way it goes: up, down, out, in."""
    retire_asked = Signal(str)
    write_asked = Signal()
    """A person wants to go on in the text."""
    name_asked = Signal()
    """A person wants to change the title (F2)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.may_write = True
        self._items: dict[str, QTreeWidgetItem] = {}
        self._lines: tuple[object, ...] = ()
        self.setObjectName("chapter-tree")
        self.setAccessibleName("Bab buku ini")
        self.setHeaderHidden(True)
        self.setIndentation(_STEP)
        self.setRootIsDecorated(False)
        self.setItemDelegate(_Rows(self))
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._changed)
        self.itemDoubleClicked.connect(self._opened)

    @property
    def key(self) -> str:
        """What is current: a chapter or ``COVER``, empty for nothing."""
        item: QTreeWidgetItem | None = self.currentItem()
        return str(item.data(0, _ROW)) if item is not None else ""

    def show_nodes(
        self, cover: str, nodes: Sequence[Node], marks: Mapping[str, ChapterMark], wanted: str = ""
    ) -> None:
        """Show another outline; ``wanted``, else what is current, stays so."""
        here = wanted or self.key
        lines = (cover, *(_line(node, marks.get(node.chapter.id, ChapterMark())) for node in nodes))
        if lines == self._lines:
            # What is typed into a text changes hardly ever anything here; where one scrolled to stays.
            if here != self.key:
                with QSignalBlocker(self):
                    self.choose(here if here in self._items else COVER)
            return
        self._lines = lines
        top = self.verticalScrollBar().value()
        with QSignalBlocker(self):
            self.clear()
            self._items = {}
            head = QTreeWidgetItem(self)
            head.setText(0, cover)
            head.setData(0, _ROW, COVER)
            head.setData(0, _STRONG, 1)
            head.setData(0, Qt.ItemDataRole.ToolTipRole, cover)
            self._items[COVER] = head
            path: list[QTreeWidgetItem] = []
            for node in nodes:
                del path[node.depth :]
                is_out = node.chapter.retired or bool(path and path[-1].data(0, _GONE))
                item = QTreeWidgetItem(path[-1]) if path else QTreeWidgetItem(self)
                _fill(item, node, marks.get(node.chapter.id, ChapterMark()), is_out=is_out)
                self._items[node.chapter.id] = item
                path.append(item)
            self.expandAll()
            self.setCurrentItem(self._items.get(here, head))
        self.verticalScrollBar().setValue(top)
        self.scrollToItem(self._items.get(here, head))

    def choose(self, key: str) -> None:
        """Make a chapter the current one."""
        if key in self._items:
            self.setCurrentItem(self._items[key])
            self.scrollToItem(self._items[key])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means; in a file that takes nothing only look."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.write_asked.emit()
        elif self.may_write and key in _WAYS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._ask(_WAYS[key])
        elif self.may_write and key == Qt.Key.Key_Delete:
            self._ask("")
        elif self.may_write and key == Qt.Key.Key_F2:
            self.name_asked.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self, way: str) -> None:
        if self.key in {"", COVER}:
            return
        if way:
            self.move_asked.emit(self.key, way)
        else:
            self.retire_asked.emit(self.key)

    def _changed(self, _now: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        self.chosen.emit(self.key)

    def _opened(self, _item: QTreeWidgetItem, _column: int) -> None:
        self.write_asked.emit()


def mark_words(node: Node, mark: ChapterMark) -> str:
    """Return in a line how far a chapter is, who writes it, and what waits in it."""
    chapter = node.chapter
    parts = [STATE_WORDS.get(chapter.state, "")] if chapter.state not in {"", "belum"} else []
    parts += ["dua versi"] if mark.differs else []
    parts += [f"{mark.proposals} usulan"] if mark.proposals else []
    parts += [f"{mark.comments} catatan"] if mark.comments else []
    parts += [chapter.author] if chapter.author else []
    return " · ".join(["dikeluarkan", *parts] if chapter.retired else parts)


def _line(node: Node, mark: ChapterMark) -> object:
    """Return all that a line says of a chapter."""
    chapter = node.chapter
    return chapter.id, node.depth, node.called, chapter.state, chapter.retired, mark_words(node, mark)


def _fill(item: QTreeWidgetItem, node: Node, mark: ChapterMark, *, is_out: bool) -> None:
    note = mark_words(node, mark)
    state = node.chapter.state or "belum"
    called = node.called or "(tanpa judul)"
    item.setText(0, called)
    item.setData(0, _ROW, str(node.chapter.id))
    item.setData(0, _NOTE, note)
    item.setData(0, _STATE, state)
    item.setData(0, _STRONG, node.depth == 0)
    item.setData(0, _GONE, is_out)
    told = f"{called}: {note or STATE_WORDS[state]}"
    item.setToolTip(0, told)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)


def _draw_dot(painter: QPainter, box: QRectF, state: str) -> None:
    """Draw how far a chapter is: hollow, half, full; never by colour alone."""
    ink = QColor(theme.color(_INKS.get(state, "text-faint")))
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)
    if state in {"ditinjau", "final"}:
        painter.setBrush(ink)
        painter.drawEllipse(box)
    elif state == "draf":
        painter.setBrush(ink)
        painter.drawPie(box, 90 * 16, 180 * 16)
    if state == "final":
        painter.setPen(QPen(QColor(theme.color("surface")), 1.5))
        middle = QPointF(box.center().x() - 0.4, box.bottom() - 2.6)
        painter.drawLine(QPointF(box.left() + 2.2, box.center().y()), middle)
        painter.drawLine(middle, QPointF(box.right() - 2.0, box.top() + 2.6))
