"""Colours, sizes, fonts and icons from the theme files on the shelf."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from smartcity_desktop.paths import shelf

LIGHT: Final = "light"
_ICON_SIZES: Final = (16, 20, 24, 32, 48)
_USUAL: Final = QIcon.Mode.Normal
_OFF: Final = QIcon.State.Off
_STYLED: Final = Qt.WidgetAttribute.WA_WState_Polished
_STYLE_ICONS: Final = ("down", "check", "radio")
_DRAWN_IN: Final = re.compile("currentColor|#334155")
"""The ink that the drawings on the shelf are made in, and that is exchanged for one of the theme."""
_DARKEST: Final = 0.21
"""Relative luminance above which dark text has more contrast with a ground than white text."""
_PALETTE: Final = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.Highlight, "selection"),
    (QPalette.ColorRole.HighlightedText, "text"),
    (QPalette.ColorRole.PlaceholderText, "text-faint"),
    (QPalette.ColorRole.ToolTipBase, "text"),
    (QPalette.ColorRole.ToolTipText, "surface"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.Accent, "accent"),
)


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme file: colours by name, sizes in pixels at 100 %, font families, inks of the status pills."""

    colors: dict[str, str]
    sizes: dict[str, int]
    fonts: tuple[str, ...]
    pills: dict[str, tuple[str, str]]


@cache
def load(name: str = LIGHT) -> Theme:
    """Read a theme from the shelf (once)."""
    found = json.loads(shelf("themes", f"{name}.json").read_text(encoding="utf-8"))
    pills = {key: (ink, ground) for key, (ink, ground) in found["pills"].items()}
    return Theme(found["colors"], found["sizes"], tuple(found["fonts"]), pills)


_SCALE: Final = "typeScale"
_LINE, _SMALL_LINE = 18, 16
"""Pixels of a line of usual and of small type at 100 %, with what reaches below it."""


def color(name: str) -> str:
    """Return a colour of the theme by its name; a colour written as ``#rrggbb`` stays as it is."""
    return name if name.startswith("#") else load().colors[name]


def size(name: str, scale: float = 1.0) -> int:
    """Return a type size in pixels."""
    return round(load().sizes[name] * scale)


def pill_inks(status: str) -> tuple[str, str]:
    """Return ink and ground of a status of the ladder (entity.SHEET_STATES)."""
    ink, ground = load().pills.get(status, ("neutral", "neutral-soft"))
    return color(ink), color(ground)


def ink_on(ground: str) -> str:
    """Return the ink, dark or white, that can be read on this ground (``#rrggbb``)."""
    found = QColor(ground)
    red, green, blue = (part**2.2 for part in (found.redF(), found.greenF(), found.blueF()))
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return color("text") if light > _DARKEST else color("surface")


def tint(ground: str, share: float = 0.16) -> str:
    """Return a pale ground of a colour, mixed into white."""
    found = QColor(ground)
    mixed = [round(255 - (255 - part) * share) for part in (found.red(), found.green(), found.blue())]
    return QColor(*mixed).name()


def sheet(scale: float = 1.0) -> str:
    """Return the style sheet of the window with colours, sizes and icons filled in."""
    theme = load()
    values = {name.replace("-", "_"): value for name, value in theme.colors.items()}
    values |= {f"size_{name}": str(size(name, scale)) for name in theme.sizes}
    # The style keeps a button at its least height where room is short, whatever its words need.
    values |= {"line_high": str(round(_LINE * scale)), "small_high": str(round(_SMALL_LINE * scale))}
    values |= {f"icon_{name}": shelf("themes", f"{name}.svg").as_posix() for name in _STYLE_ICONS}
    text = shelf("themes", "window.qss").read_text(encoding="utf-8")
    return Template(text).substitute(values)


def add_fonts() -> None:
    """Make the fonts of the shelf known to Qt, so that every laptop shows the same type."""
    folder = shelf("fonts")
    for path in sorted(folder.rglob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def scale_now() -> float:
    """Return the type size that ``apply`` dressed the application in, 1.0 before it."""
    application = QApplication.instance()
    return float(application.property(_SCALE) or 1.0) if application is not None else 1.0


def scaled(pixels: int) -> int:
    """Return a length that is right at the usual type size as it has to be at the type size of now."""
    return round(pixels * scale_now())


def small_type() -> int:
    """Return the pixels of small type at the window's own scale."""
    return round(size("small") * QApplication.font().pixelSize() / size("base"))


def font(role: str = "base", scale: float | None = None, *, bold: bool = False) -> QFont:
    """Return a font of the theme with figures of equal width, in the type size of now unless told."""
    made = QFont(list(load().fonts))
    made.setPixelSize(size(role, scale_now() if scale is None else scale))
    made.setBold(bold)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def fixed_font(role: str = "base") -> QFont:
    """Return the system's font of letters of equal width in a size of the theme."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setPixelSize(size(role, scale_now()))
    return made


def apply(application: QApplication, scale: float = 1.0) -> None:
    """Dress the whole application; may be called again with another type size."""
    # Known before the widgets hear of the new font: what paints itself asks while it is told.
    application.setProperty(_SCALE, scale)
    application.setStyle("Fusion")
    palette = QPalette()
    for role, name in _PALETTE:
        palette.setColor(role, QColor(color(name)))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(color("text-faint")))
    application.setPalette(palette)
    application.setFont(font("base", scale))
    application.setStyleSheet(sheet(scale))


def set_role(widget: QWidget, role: str, **properties: str) -> None:
    """Give a widget its role in the style sheet, and show it at once."""
    is_new = widget.property("role") is None and not widget.testAttribute(_STYLED)
    widget.setProperty("role", role)
    for name, value in properties.items():
        widget.setProperty(name, value)
    if is_new:
        # There is nothing to take back yet, which costs as much as the style itself.
        widget.style().polish(widget)
    else:
        restyle(widget)


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget again after a property of it changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


@cache
def _drawing(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def pixmap(name: str, ink: str = "text", pixels: int = 20) -> QPixmap:
    """Return an icon of the shelf in one ink; an empty picture where the shelf has none of this name."""
    canvas = QPixmap(pixels, pixels)
    canvas.fill(Qt.GlobalColor.transparent)
    drawing = _drawing(shelf("icons", f"{name}.svg"))
    if drawing:
        painter = QPainter(canvas)
        renderer = QSvgRenderer(QByteArray(_DRAWN_IN.sub(color(ink), drawing).encode()))
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
    return canvas


class _Drawing(QIconEngine):
    """Draws an icon when it is shown, in the size that is asked for: a start shows few of all there are."""

    def __init__(self, name: str, ink: str, chosen: str) -> None:
        super().__init__()
        self._asked = name, ink, chosen
        self._drawn = QIcon()
        self._sizes: set[int] = set()

    def clone(self) -> QIconEngine:
        return _Drawing(*self._asked)

    def availableSizes(self, mode: QIcon.Mode = _USUAL, state: QIcon.State = _OFF) -> list[QSize]:
        del mode, state
        return [QSize(pixels, pixels) for pixels in _ICON_SIZES]

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return self.pixmap(size, mode, state).size()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        wanted = max(size.width(), size.height())
        pixels = next((item for item in _ICON_SIZES if item >= wanted), _ICON_SIZES[-1])
        if pixels not in self._sizes:
            self._sizes.add(pixels)
            self._draw(pixels)
        return self._drawn.pixmap(size, 1.0, mode, state)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        painter.drawPixmap(rect, self.pixmap(rect.size() * device.devicePixelRatio(), mode, state))

    def _draw(self, pixels: int) -> None:
        name, ink, chosen = self._asked
        self._drawn.addPixmap(pixmap(name, ink, pixels))
        self._drawn.addPixmap(pixmap(name, "text-faint", pixels), QIcon.Mode.Disabled)
        if chosen:
            lit = pixmap(name, chosen, pixels)
            self._drawn.addPixmap(lit, QIcon.Mode.Normal, QIcon.State.On)
            self._drawn.addPixmap(lit, QIcon.Mode.Active, QIcon.State.On)


@cache
def icon(name: str, ink: str = "text", chosen: str = "") -> QIcon:
    """Return an icon in one ink, and in another while its button is checked; empty where it is missing."""
    return QIcon(_Drawing(name, ink, chosen))
