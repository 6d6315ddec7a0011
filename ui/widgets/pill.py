"""Small marks: the status of a sheet, a hint to look at something, a dimension with its code."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from smartcity_desktop.domain.wording import label
from ui import theme
from ui.widgets.label import Label, tip

_SIDE = 9
_ABOVE = 3


class Pill(Label):
    """A rounded word on a pale ground; the word says everything, the colour only helps."""

    def __init__(
        self,
        text: str = "",
        ink: str = "neutral",
        ground: str = "neutral-soft",
        *,
        parent: QWidget | None = None,
    ) -> None:
        """``ink`` and ``ground`` are colours of the theme (or ``#rrggbb``)."""
        super().__init__(text, "pill", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._ground = ""
        self.set_inks(ink, ground)

    @classmethod
    def of_status(cls, status: str, parent: QWidget | None = None) -> "Pill":
        """Return the pill of a step of the status ladder."""
        pill = cls(parent=parent)
        pill.show_status(status)
        return pill

    def show_status(self, status: str) -> None:
        """Show a step of the status ladder (``entity.SHEET_STATES``)."""
        self.set_inks(*theme.pill_inks(status))
        self.setText(label("status", status))

    def set_inks(self, ink: str, ground: str) -> None:
        """Change the colours."""
        self._ground = theme.color(ground)
        palette = self.palette()
        palette.setColor(self.foregroundRole(), QColor(theme.color(ink)))
        self.setPalette(palette)
        self.setStyleSheet(f"color: {theme.color(ink)};")
        self.update()

    def setText(self, text: str) -> None:
        """Show another word."""
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room of the word and its rounded ends."""
        hint = super().sizeHint()
        return QSize(hint.width() + 2 * _SIDE, hint.height() + 2 * _ABOVE)

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._ground))
        radius = self.corner()
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.end()
        super().paintEvent(event)

    def corner(self) -> float:
        """Return the radius of the corners in pixels."""
        return self.height() / 2


class Chip(Pill):
    """A dimension: its code in its own colour, the name in the tooltip; the code is never left out."""

    def __init__(self, code: str, name: str = "", ground: str = "", *, parent: QWidget | None = None) -> None:
        """``ground`` is the dimension's colour from the workshop's data (``#rrggbb``), empty for none."""
        super().__init__(code, parent=parent)
        self.show_dimension(code, name, ground)

    def show_dimension(self, code: str, name: str = "", ground: str = "") -> None:
        """Show another dimension."""
        filled = ground if QColor.isValidColorName(ground) else theme.color("neutral-soft")
        self.set_inks(theme.ink_on(filled), filled)
        self.setText(code)
        self.setAccessibleName(f"{code} {name}".strip())
        tip(self, f"{code}: {name}" if name else code)

    def corner(self) -> float:
        """Chips are squarer than pills."""
        return 4
