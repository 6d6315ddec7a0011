"""Lists at the door, in type that is read standing: number, name, where from, and the state at the right."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.models.door_list import DoorLine, DoorModel, Index

_PAD: Final = 8
_MARK: Final = 24
_NUMBER: Final = 46
_SIGN: Final = 22
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_FLAGS: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class _Painter(QStyledItemDelegate):
    """Mark and number in front, the name large, what is told of it below, the state at the right."""

    def __init__(self, role: str, parent: QObject, *, flat: bool) -> None:
        """Use ``role`` as type size of the names; ``flat`` tells all of a line on one."""
        super().__init__(parent)
        self._role = role
        self._flat = flat

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of two lines."""
        del option, index
        high = QFontMetrics(theme.font(self._role)).height()
        low = 0 if self._flat else QFontMetrics(theme.font("small")).height()
        return QSize(theme.scaled(200), high + low + _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        model = index.model()
        if not isinstance(model, DoorModel):
            return
        line = model.lines[index.row()]
        room: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, QColor(theme.color("accent-soft")))
        inner = room.adjusted(_PAD, _PAD // 2, -_PAD, -_PAD // 2)
        top = QRect(inner)
        top.setHeight(QFontMetrics(theme.font(self._role)).height())
        left = self._front(painter, top, line)
        beside = theme.font(self._role)
        wide = QFontMetrics(beside).horizontalAdvance(line.beside)
        ink = theme.color(_INKS.get(line.tone, "text-soft"))
        self._text(painter, top, line.beside, beside, ink, flags=_RIGHT)
        name = top.adjusted(left, 0, -wide - (_PAD if wide else 0), 0)
        self._text(painter, name, line.name, theme.font(self._role, bold=True), theme.color("text"))
        if self._flat:
            bold = QFontMetrics(theme.font(self._role, bold=True)).horizontalAdvance(line.name) + 2 * _PAD
            name.adjust(min(bold, name.width()), 0, 0, 0)
            self._text(painter, name, line.below, theme.font("small"), theme.color("text-soft"))
            painter.restore()
            return
        low = QRect(inner.left() + left, top.bottom(), inner.width() - left, inner.bottom() - top.bottom())
        self._text(painter, low, line.below, theme.font("small"), theme.color("text-soft"))
        painter.restore()

    def _front(self, painter: QPainter, top: QRect, line: DoorLine) -> int:
        """Paint mark and number; return how much room they take."""
        left = 0
        if line.mark:
            sign = theme.font(self._role)
            room = QRect(top.left(), top.top(), theme.scaled(_SIGN), top.height())
            self._text(painter, room, line.mark, sign, theme.color(_INKS.get(line.tone, "text-faint")))
            left += theme.scaled(_MARK)
        if line.mark or line.number:
            room = QRect(top.left() + left, top.top(), theme.scaled(_NUMBER) - _PAD, top.height())
            self._text(painter, room, line.number, theme.font(self._role), theme.color("text"), flags=_RIGHT)
            left += theme.scaled(_NUMBER)
        return left

    def _text(
        self, painter: QPainter, room: QRect, text: str, font: QFont, ink: str, *, flags: int = _FLAGS
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags, shown)


_INKS: Final = {"good": "good", "warning": "warning"}


class DoorList(QListView):
    """A list of participants or agencies; what its keys mean is told by signals with the row."""

    entered = Signal(str)
    """Enter or a double click."""
    deputy_asked = Signal(str)
    """D."""
    removed = Signal(str)
    """Delete."""
    toggled = Signal(str)
    """Space."""
    typed = Signal(str)
    """A digit or letter that belongs into the field above."""
    left = Signal()
    """Esc, or arrow up on the first line."""

    def __init__(
        self,
        name: str,
        called: str,
        role: str = "strong",
        *,
        flat: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Start empty; ``called`` is what a reader hears, ``role`` the type size of the names.

        ``flat`` tells all of a line on one.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(called)
        self.lines = DoorModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Painter(role, self, flat=flat))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._enter)

    def show_lines(self, lines: Iterable[DoorLine]) -> None:
        """Show other lines; who was chosen stays so where he is still there."""
        kept, place = self.chosen, self.currentIndex().row()
        self.lines.show(lines)
        self.updateGeometry()
        if kept and self.chosen != kept:
            rows = [item.row for item in self.lines.lines]
            self.choose(rows.index(kept) if kept in rows else min(place, len(rows) - 1))

    def choose(self, place: int) -> None:
        """Choose the line at this place (from 0)."""
        if 0 <= place < self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(place))

    @property
    def chosen(self) -> str:
        """The row of the chosen line, empty where none is."""
        place = self.currentIndex().row()
        return self.lines.lines[place].row if 0 <= place < self.lines.rowCount() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what the key means for the chosen line."""
        key, row = Qt.Key(event.key()), self.chosen
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        signal = {Qt.Key.Key_D: self.deputy_asked, Qt.Key.Key_Space: self.toggled}.get(key)
        if key in _ENTER:
            self._enter()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._tell(self.removed, row)
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self.currentIndex().row() <= 0):
            self.left.emit()
        elif plain and signal is not None:
            self._tell(signal, row)
        elif plain and event.text().isdigit():
            self.typed.emit(event.text())
        elif not event.text().strip() or not plain:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        self._tell(self.entered, self.chosen)

    def _tell(self, signal: object, row: str) -> None:
        if row:
            signal.emit(row)  # type: ignore[attr-defined] # a bound signal of Qt
