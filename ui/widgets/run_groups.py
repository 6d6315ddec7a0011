"""The board of the groups while they work: a tile a group with its state, changed by click or number key."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.turns import BEGUN, STATE_WORDS, Slot, counts
from smartcity_desktop.domain.turns import delivered as count_delivered
from smartcity_desktop.domain.wording import plan_time
from ui import theme
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.scroll import scroll_area

_ABREAST: Final = 3
_MANY: Final = 9
_PAD: Final = 10
_HIGHEST: Final = 104
_KEYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_ABREAST, Qt.Key.Key_Down: _ABREAST}
_INKS: Final = {
    "belum": ("text-soft", "surface"),
    "bekerja": ("warning", "warning-soft"),
    "menyerahkan": ("good", "good-soft"),
}


class TurnTile(QAbstractButton):
    """One group: its key, its name, its state in words and colour, and since when."""

    walked = Signal(int)
    """An arrow key: by how many tiles."""
    entered = Signal()
    """The keyboard came here."""

    def __init__(self, place: int, slot: Slot, parent: QWidget) -> None:
        """``place`` from 1 is the number key that changes it, where it is at most 9."""
        super().__init__(parent)
        self.setObjectName(f"turn-{place}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(theme.scaled(_HIGHEST))
        self._place = place
        self.slot = slot
        self.show_slot(slot)

    @property
    def told(self) -> str:
        """The state in words, and since when."""
        since = f" · {plan_time(self.slot.turn.state_at)}" if self.slot.turn.state_at else ""
        return f"{STATE_WORDS.get(self.slot.state, self.slot.state)}{since}"

    def show_slot(self, slot: Slot) -> None:
        """Show how far the group is now."""
        self.slot = slot
        words = ", ".join(part for part in (f"{slot.group.name}: {self.told}", slot.turn.delivered) if part)
        key = f" Tombol {self._place} memajukan." if self._place <= _MANY else ""
        self.setAccessibleName(words)
        tip(self, f"{words}.{key}")
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this group is meant now."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows; Enter moves on as Space does."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.walked.emit(_KEYS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the room of two lines."""
        return QSize(theme.scaled(120), 2 * QFontMetrics(theme.font("base")).height() + 2 * _PAD)

    def minimumSizeHint(self) -> QSize:
        """Let several stand beside each other."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint key, name and state."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, ground = _INKS.get(self.slot.state, _INKS[BEGUN])
        edge = "focus" if self.hasFocus() else "accent" if self.underMouse() else "line-strong"
        painter.setPen(QPen(QColor(theme.color(edge)), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(theme.color(ground)))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        room = self.rect().adjusted(_PAD, _PAD - 3, -_PAD, 3 - _PAD)
        if self._place <= _MANY:
            key = self._key(painter, room)
            room = room.adjusted(key, 0, 0, 0)
        top, foot = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        high = 2 * QFontMetrics(theme.font("strong")).height() + _PAD // 2
        room = QRect(room.left(), room.center().y() - high // 2, room.width(), high)
        self._text(painter, room, self.slot.group.name, (theme.font("strong", bold=True), "text", top))
        self._text(painter, room, self.told, (theme.font("base"), ink, foot))
        painter.end()

    def _key(self, painter: QPainter, room: QRect) -> int:
        """Paint the number key; return the room it takes."""
        font = theme.font("small", bold=True)
        side = QFontMetrics(font).height() + 4
        box = QRect(room.left(), room.center().y() - side // 2, side, side)
        painter.setPen(QPen(QColor(theme.color("line-strong")), 1))
        painter.setBrush(QColor(theme.color("surface")))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font)
        painter.setPen(QColor(theme.color("text-soft")))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(self._place))
        return side + _PAD

    def _text(
        self, painter: QPainter, room: QRect, text: str, how: tuple[QFont, str, Qt.AlignmentFlag]
    ) -> None:
        font, ink, side = how
        painter.setFont(font)
        painter.setPen(QColor(theme.color(ink)))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | side), shown)


class GroupBoard(QWidget):
    """All groups of a block; arrows walk from tile to tile, Enter, Space or a click moves a state on."""

    asked = Signal(str)
    """The group whose state is to move on."""
    delivered = Signal(str, str)
    """A group, and what it delivered as it is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("turnBoard")
        self.tiles: list[TurnTile] = []
        self._chosen = ""
        self._block = ""
        self.may_write = True
        self.about = ElidedLabel("", "soft", name="board-about", parent=self)
        self.line = QLineEdit(self)
        self.head = Label("Kelompok", "strong", parent=self)
        self.count = ElidedLabel("", "soft", name="board-count", parent=self)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.head)
        line.addWidget(self.count, 1)
        self._ground = QWidget()
        self._grid = QGridLayout(self._ground)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(scroll_area(self._ground, "board-scroll", self), 1)
        column.addLayout(self._foot())
        # The card below shows through.
        self._ground.setAutoFillBackground(False)

    def show_slots(self, slots: Sequence[Slot], block: str = "") -> None:
        """Show the groups with how far each is in this block."""
        if block != self._block:
            # What was typed for the block before is its own: nothing of it goes into this one.
            self._block, self._chosen = block, ""
        if [item.slot.group for item in self.tiles] != [item.group for item in slots]:
            self._build(slots)
        for tile, slot in zip(self.tiles, slots, strict=True):
            tile.show_slot(slot)
        self.choose(self._chosen)
        told = [f"{count} {STATE_WORDS[state].lower()}" for state, count in counts(slots).items() if count]
        ready = f"{count_delivered(slots)} dari {len(slots)} kelompok sudah menyerahkan"
        self.count.setText(f"{ready} ({', '.join(told)})" if slots else "")

    @property
    def chosen(self) -> str:
        """The group that the line below the tiles is about, empty where there is none."""
        return self._chosen

    def go_to_delivered(self) -> None:
        """Go to the line of what the chosen group delivered."""
        if self.line.isEnabled():
            self.line.setFocus()

    def press(self, place: int) -> None:
        """Move on the state of the group behind a number key (from 1)."""
        if place <= len(self.tiles):
            self.tiles[place - 1].click()

    def _walk(self, tile: TurnTile, step: int) -> None:
        wanted = self.tiles.index(tile) + step
        if 0 <= wanted < len(self.tiles):
            self.tiles[wanted].setFocus()

    def _build(self, slots: Sequence[Slot]) -> None:
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = []
        for number, slot in enumerate(slots):
            tile = TurnTile(number + 1, slot, self._ground)
            tile.clicked.connect(partial(self._ask, tile))
            tile.walked.connect(partial(self._walk, tile))
            tile.entered.connect(partial(self.choose, slot.group.id))
            self.tiles.append(tile)
            self._grid.addWidget(tile, number // _ABREAST, number % _ABREAST)
            tile.show()
        for column in range(_ABREAST):
            self._grid.setColumnStretch(column, 1)
        rows = -(-len(slots) // _ABREAST)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 4 if row < rows else 0)
        self._grid.setRowStretch(rows, 1)

    def choose(self, group: str) -> None:
        """Let the line below be about this group (about the first where it is not here)."""
        slot = next((item.slot for item in self.tiles if item.slot.group.id == group), None)
        slot = slot or (self.tiles[0].slot if self.tiles else None)
        other = (slot.group.id if slot else "") != self._chosen
        self._chosen = slot.group.id if slot else ""
        self.about.setText(f"Diserahkan {slot.group.name} (F2)" if slot else "")
        self.line.setEnabled(slot is not None and self.may_write)
        # What is being typed is not answered by what was read before it.
        if slot is not None and (other or not self.line.hasFocus()):
            self.line.setText(slot.turn.delivered)
            self.line.setCursorPosition(0)

    def _ask(self, tile: TurnTile) -> None:
        self.choose(tile.slot.group.id)
        self.asked.emit(tile.slot.group.id)

    def _typed(self, text: str) -> None:
        if self._chosen:
            self.delivered.emit(self._chosen, text)

    def _foot(self) -> QHBoxLayout:
        self.about.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.line.setObjectName("board-delivered")
        self.line.setAccessibleName("Yang diserahkan kelompok ini")
        self.line.setPlaceholderText("mis. lembar L5, 12 program")
        self.line.textEdited.connect(self._typed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.about)
        row.addWidget(self.line, 1)
        return row
