"""The palette of dimension colours: one is chosen by click or arrow keys; who has which is said in words."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from smartcity_desktop.domain.dimension import PALETTE, Colour
from ui import theme
from ui.widgets.label import tip

_HIGH: Final = 32
_WIDE: Final = 46
_EDGE: Final = 3
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Swatches(QWidget):
    """Colours in a row; a colour of the workshop that is none of the palette stands before them."""

    picked = Signal(str)
    """The colour a person chose (``#RRGGBB``)."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show the palette, nothing chosen."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName("Warna")
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self.own = _Swatch(Colour("Warna sekarang", "#FFFFFF"), f"{name}-own", self)
        self.buttons = [_Swatch(item, f"{name}-{place + 1}", self) for place, item in enumerate(PALETTE)]
        for button in (self.own, *self.buttons):
            self._group.addButton(button)
            self._row.addWidget(button)
            button.clicked.connect(self._clicked)
            button.stepped.connect(self._step)
        self._row.addStretch(1)
        self.show_color("", {})

    @property
    def color(self) -> str:
        """The colour that is chosen."""
        found = self._group.checkedButton()
        return found.colour.value if isinstance(found, _Swatch) else ""

    def show_color(self, color: str, users: Mapping[str, str]) -> None:
        """Show the chosen colour, and by ``users`` (colour -> codes) who else has which."""
        known = next((item for item in self.buttons if item.colour.value == color.upper()), None)
        self.own.setVisible(known is None and QColor.isValidColorName(color))
        if known is None and color:
            self.own.colour = Colour("Warna sekarang", color)
        for button in (self.own, *self.buttons):
            button.show_users(users.get(button.colour.value.upper(), ""))
        chosen = known or self.own
        chosen.setChecked(True)
        for button in (self.own, *self.buttons):
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if button is chosen else Qt.FocusPolicy.ClickFocus
            )

    def _clicked(self) -> None:
        found = self._group.checkedButton()
        if isinstance(found, _Swatch):
            found.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.picked.emit(found.colour.value)

    def _step(self, by: int) -> None:
        shown = [item for item in (self.own, *self.buttons) if not item.isHidden()]
        here = next((place for place, item in enumerate(shown) if item.hasFocus()), 0)
        target = shown[(here + by) % len(shown)]
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        target.click()


class _Swatch(QAbstractButton):
    """One colour: filled, with the codes of those that have it, and a frame where it is chosen."""

    stepped = Signal(int)

    def __init__(self, colour: Colour, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        self.users = ""
        self.setObjectName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_users(self, users: str) -> None:
        self.users = users
        words = f"{self.colour.name}, dipakai {users}" if users else self.colour.name
        self.setAccessibleName(words)
        tip(self, words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, _HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(_HIGH, _HIGH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour.value))
        painter.drawRoundedRect(box, 4, 4)
        ink = theme.ink_on(self.colour.value)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.color("focus" if self.hasFocus() else "text")), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QColor(ink))
        font = self.font()
        font.setPixelSize(max(9, round(font.pixelSize() * 0.78)))
        painter.setFont(font)
        words = "✓" if self.isChecked() else self.users
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
        painter.end()
