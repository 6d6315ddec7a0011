"""Paper sizes, margins, fonts and type sizes, and the choice of a font for every run of text."""

import threading
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from smartcity_desktop.domain.report import Paper
from smartcity_desktop.paths import shelf

REGULAR: Final = "LiberationSans"
BOLD: Final = "LiberationSans-Bold"
ITALIC: Final = "LiberationSans-Italic"
SIGNS: Final = "DejaVuSans"
SIGNS_BOLD: Final = "DejaVuSans-Bold"
UNKNOWN: Final = "□"
"""Printed for a character that no font has, so that nothing vanishes silently."""

FILES: Final = {
    REGULAR: "LiberationSans-Regular.ttf",
    BOLD: "LiberationSans-Bold.ttf",
    ITALIC: "LiberationSans-Italic.ttf",
    SIGNS: "DejaVuSans.ttf",
    SIGNS_BOLD: "DejaVuSans-Bold.ttf",
}
FALLBACK: Final = {REGULAR: SIGNS, BOLD: SIGNS_BOLD, ITALIC: SIGNS}

INK: Final = HexColor("#000000")
SOFT: Final = HexColor("#4a4a4a")
RULE: Final = HexColor("#555555")
BLANK: Final = HexColor("#ffffff")
HEAD_FILL: Final = HexColor("#ebebeb")
BAND_FILL: Final = HexColor("#f5f5f5")

MILLIMETRES: Final[dict[Paper, tuple[float, float]]] = {"A4": (210.0, 297.0), "F4": (215.0, 330.0)}
FREE_EDGE: Final = 10 * mm
"""No printer reaches the edge: nothing is printed nearer to it than this."""

_LINE_BREAKS: Final = str.maketrans({"\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\t": " "})
_LINE_BREAKS_WIDE: Final = str.maketrans({"\u2028": "\n", "\u2029": "\n"})
_fonts_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its size and margins in points; the foot stands inside the lower margin.

    One that is ``bare`` has neither head nor foot: cards that are cut out.
    """

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    headed: bool = True
    bare: bool = False

    @property
    def body_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def body_height(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom


def upright(paper: Paper) -> Sheet:
    """Return the page of letters and reports: portrait, room for a punch at the left."""
    width, height = MILLIMETRES[paper]
    return Sheet(width * mm, height * mm, 22 * mm, 18 * mm, 18 * mm, 19 * mm)


def broad(paper: Paper) -> Sheet:
    """Return the page of filled worksheets and wide tables: landscape, with small margins."""
    height, width = MILLIMETRES[paper]
    return Sheet(width * mm, height * mm, 12 * mm, 12 * mm, 16 * mm, 18 * mm)


def form(paper: Paper) -> Sheet:
    """Return the page of forms to write on: landscape, its head repeated in full, so no line above it."""
    height, width = MILLIMETRES[paper]
    return Sheet(width * mm, height * mm, 12 * mm, 12 * mm, 10.5 * mm, 17 * mm, headed=False)


def cards(paper: Paper) -> Sheet:
    """Return the page of cards to be cut out: portrait, nothing on it but what a printer can reach."""
    width, height = MILLIMETRES[paper]
    return Sheet(width * mm, height * mm, *(FREE_EDGE,) * 4, headed=False, bare=True)


def tents(paper: Paper) -> Sheet:
    """Return the page of one card that is folded along its long side: landscape, otherwise as ``cards``."""
    height, width = MILLIMETRES[paper]
    return Sheet(width * mm, height * mm, *(FREE_EDGE,) * 4, headed=False, bare=True)


def glued(paper: Paper) -> Sheet:
    """Return the page of a picture that is glued together: landscape, room below to say where it belongs."""
    height, width = MILLIMETRES[paper]
    return Sheet(width * mm, height * mm, 12 * mm, 12 * mm, 15 * mm, 30 * mm, headed=False)


def poster(_paper: Paper) -> Sheet:
    """Return the page of a picture that is hung up: A3 in landscape, whatever paper the event has."""
    return Sheet(420 * mm, 297 * mm, 14 * mm, 14 * mm, 16 * mm, 18 * mm)


def load_fonts() -> None:
    """Make the fonts of the shelf known to reportlab, once."""
    with _fonts_lock:
        for name, file in FILES.items():
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(name, str(shelf("fonts", file))))


@cache
def signs_of(font: str) -> frozenset[str]:
    """Return the characters that a font has a glyph for."""
    load_fonts()
    return frozenset(chr(code) for code in pdfmetrics.getFont(font).face.charToGlyph)


def clean(text: str) -> str:
    """Return text as it is printed: composed letters, one kind of line break, no tabs, no control codes."""
    text = text.replace("\r\n", "\n").translate(_LINE_BREAKS)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_LINE_BREAKS_WIDE))
    if text.replace("\n", "").isprintable():
        return text
    return "".join(letter if letter == "\n" or _is_printed(letter) else UNKNOWN for letter in text)


def _is_printed(letter: str) -> bool:
    return unicodedata.category(letter) not in {"Cc", "Cs", "Cn", "Co"}


def runs(text: str, font: str) -> list[tuple[str, str]]:
    """Return ``text`` as runs of (font, text): the wanted font, the font of signs, or the substitute."""
    if text.isascii():
        return [(font, text)]
    wanted, other = signs_of(font), signs_of(FALLBACK[font])

    def chosen(letter: str) -> str:
        if letter in wanted:
            return font
        return FALLBACK[font] if letter in other else ""

    found: list[tuple[str, str]] = []
    for name, letters in groupby(text, key=chosen):
        run = "".join(letters)
        found.append((name, run) if name else (FALLBACK[font], UNKNOWN * len(run)))
    return found


def text_width(text: str, font: str, size: float) -> float:
    """Return the width of a line of text in points, with the fonts it will be printed in."""
    return float(sum(pdfmetrics.stringWidth(run, name, size) for name, run in runs(clean(text), font)))


def shortened(text: str, font: str, size: float, limit: float) -> str:
    """Return one line of text, cut with an ellipsis where it is wider than ``limit`` points."""
    text = " ".join(clean(text[:1000]).split())
    if text_width(text, font, size) <= limit:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(text[:middle].rstrip() + "…", font, size) <= limit:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def _style(name: str, size: float, leading: float, font: str = REGULAR, **more: object) -> ParagraphStyle:
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, **{"textColor": INK, **more})


@cache
def sized(look: ParagraphStyle, size: float) -> ParagraphStyle:
    """Return a look in another type size in points, its lines as far apart in proportion."""
    leading = look.leading * size / look.fontSize
    return ParagraphStyle(f"{look.name}-{size:g}", parent=look, fontSize=size, leading=leading)


BODY: Final = _style("body", 10.5, 14.5, spaceAfter=3)
BODY_BOLD: Final = _style("body-bold", 10.5, 14.5, BOLD, spaceBefore=4, spaceAfter=1)
BODY_CENTER: Final = _style("body-center", 10.5, 14.5, alignment=TA_CENTER)
BODY_CENTER_BOLD: Final = _style("body-center-bold", 10.5, 14.5, BOLD, alignment=TA_CENTER)
TITLE: Final = _style("title", 13, 17, BOLD, alignment=TA_CENTER)
SUBTITLE: Final = _style("subtitle", 11, 15, alignment=TA_CENTER)
SECTION: Final = _style("section", 11, 14, BOLD, spaceBefore=11, spaceAfter=5)
PART: Final = _style("part", 10, 13, BOLD, spaceBefore=7, spaceAfter=4)
SMALL: Final = _style("small", 9, 11.5)
SMALL_SOFT: Final = _style("small-soft", 9, 11.5, ITALIC, textColor=SOFT)
SMALL_CENTER_SOFT: Final = _style("small-center-soft", 9, 11.5, ITALIC, textColor=SOFT, alignment=TA_CENTER)
SMALL_BOLD: Final = _style("small-bold", 9, 11.5, BOLD)
CELL: Final = _style("cell", 9, 11.4, alignment=TA_LEFT)
CELL_RIGHT: Final = _style("cell-right", 9, 11.4, alignment=TA_RIGHT)
CELL_CENTER: Final = _style("cell-center", 9, 11.4, alignment=TA_CENTER)
CELL_BOLD: Final = _style("cell-bold", 9, 11.4, BOLD)
CELL_BOLD_RIGHT: Final = _style("cell-bold-right", 9, 11.4, BOLD, alignment=TA_RIGHT)
CELL_BOLD_CENTER: Final = _style("cell-bold-center", 9, 11.4, BOLD, alignment=TA_CENTER)
DENSE: Final = _style("dense", 8, 10)
DENSE_RIGHT: Final = _style("dense-right", 8, 10, alignment=TA_RIGHT)
DENSE_BOLD: Final = _style("dense-bold", 8, 10, BOLD)
DENSE_BOLD_RIGHT: Final = _style("dense-bold-right", 8, 10, BOLD, alignment=TA_RIGHT)
KOP_GOVERNMENT: Final = _style("kop-government", 12, 15, BOLD, alignment=TA_CENTER)
KOP_AGENCY: Final = _style("kop-agency", 16, 19, BOLD, alignment=TA_CENTER)
KOP_GOVERNMENT_SMALL: Final = _style("kop-government-small", 10.5, 13.5, BOLD, alignment=TA_CENTER)
KOP_AGENCY_SMALL: Final = _style("kop-agency-small", 14, 17, BOLD, alignment=TA_CENTER)
KOP_ADDRESS: Final = _style("kop-address", 9, 12, alignment=TA_CENTER)
SHEET_TITLE: Final = _style("sheet-title", 10, 13, BOLD)
SHEET_OPD: Final = _style("sheet-opd", 12, 15, BOLD)
SHEET_NUMBER: Final = _style("sheet-number", 15, 19, BOLD, alignment=TA_CENTER)
FIGURE: Final = _style("figure", 17, 21, BOLD, alignment=TA_CENTER)
FIGURE_WORD: Final = _style("figure-word", 8.5, 10.5, alignment=TA_CENTER)
FOOT_SIZE: Final = 8.0
