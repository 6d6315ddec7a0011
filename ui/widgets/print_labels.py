"""Where on a sheet of cards the first one goes: a small picture of the sheet, for mouse and keys."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.label import tip

_WIDE: Final = 84
_GAP: Final = 3.0
_EDGE: Final = 5.0


class LabelSheet(QWidget):
    """A sheet with its places: those before the first are used up, the others wait."""

    changed = Signal(int)
    """The place from 1 at which the cards begin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with ten places in two columns, beginning at the first."""
        super().__init__(parent)
        self.setObjectName("print-labels")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._across, self._down = 2, 5
        self.first = 1
        self._say()

    def show_places(self, across: int, down: int) -> None:
        """Show a sheet of so many columns and rows."""
        if (across, down) != (self._across, self._down):
            self._across, self._down = max(1, across), max(1, down)
            self.first = min(self.first, self._across * self._down)
            self._say()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room of a small upright sheet."""
        wide = theme.scaled(_WIDE)
        return QSize(wide, round(wide * 1.36))

    def choose(self, place: int) -> None:
        """Begin at a place, at most the last."""
        place = max(1, min(place, self._across * self._down))
        if place != self.first:
            self.first = place
            self._say()
            self.update()
            self.changed.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the first place, Home brings it to the first."""
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: self._across,
            Qt.Key.Key_Up: -self._across,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.choose(self.first + steps[key])
        elif key == Qt.Key.Key_Home:
            self.choose(1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin at the place that is pressed."""
        at = event.position()
        for place in range(self._across * self._down):
            if self._place(place).contains(at):
                self.choose(place + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, its places and where the cards begin."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.color("surface")))
        ink = theme.color("focus" if self.hasFocus() else "line-strong")
        painter.setPen(QPen(QColor(ink), 2 if self.hasFocus() else 1))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.setFont(theme.font("small", bold=True))
        for place in range(self._across * self._down):
            box = self._place(place)
            used = place + 1 < self.first
            begins = place + 1 == self.first
            ground = "accent" if begins else "neutral-soft" if used else "accent-soft"
            painter.setPen(QPen(QColor(theme.color("line")), 1))
            painter.setBrush(QColor(theme.color(ground)))
            painter.drawRect(box)
            painter.setPen(QColor(theme.color("accent-text" if begins else "text-soft")))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "–" if used else str(place + 1))
        painter.end()

    def _place(self, place: int) -> QRectF:
        row, column = divmod(place, self._across)
        wide = (self.width() - 2 * _EDGE - _GAP * (self._across - 1)) / self._across
        high = (self.height() - 2 * _EDGE - _GAP * (self._down - 1)) / self._down
        return QRectF(_EDGE + column * (wide + _GAP), _EDGE + row * (high + _GAP), wide, high)

    def _say(self) -> None:
        words = f"Mulai di tempat ke-{self.first} dari {self._across * self._down} pada lembar"
        self.setAccessibleName(words)
        tip(self, f"{words}. Klik tempatnya, atau pakai tombol panah.")
