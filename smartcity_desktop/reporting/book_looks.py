"""The type of a book: chapter titles, headings, text, captions, notes."""

from typing import Final

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from smartcity_desktop.reporting import style


def _look(
    name: str, size: float, leading: float, font: str = style.REGULAR, **more: object
) -> ParagraphStyle:
    return ParagraphStyle(
        f"book-{name}", fontName=font, fontSize=size, leading=leading, **{"textColor": style.INK, **more}
    )


CHAPTER: Final = _look("chapter", 16, 21, style.BOLD, alignment=TA_CENTER, spaceAfter=4)
NUMBER: Final = _look("number", 13, 18, style.BOLD, alignment=TA_CENTER, spaceBefore=18, spaceAfter=4)
HEADS: Final = (
    _look("head-1", 13, 17, style.BOLD, spaceBefore=14, spaceAfter=6),
    _look("head-2", 11.5, 15, style.BOLD, spaceBefore=11, spaceAfter=5),
)
TEXT_HEADS: Final = {
    2: _look("text-head-2", 11.5, 15, style.BOLD, spaceBefore=10, spaceAfter=4),
    3: _look("text-head-3", 10.5, 14, style.BOLD, spaceBefore=8, spaceAfter=3),
}
TEXT: Final = _look("text", 10.5, 15.5, alignment=TA_JUSTIFY, spaceAfter=7)
ITEMS: Final = tuple(
    _look(f"item-{level}", 10.5, 15, leftIndent=18.0 * (level + 1), bulletIndent=18.0 * level, spaceAfter=3)
    for level in (0, 1)
)
CAPTION: Final = _look("caption", 9.5, 12.5, spaceBefore=8, spaceAfter=4)
FIGURE: Final = _look("figure", 9.5, 12.5, alignment=TA_CENTER, spaceBefore=5, spaceAfter=10)
NOTE: Final = _look("note", 8.5, 11, style.ITALIC, textColor=style.SOFT, spaceBefore=3, spaceAfter=10)
MISSING: Final = _look("missing", 9.5, 12.5, style.ITALIC, textColor=style.SOFT, spaceAfter=10)
PROPOSED: Final = _look("proposed", 8, 10, style.BOLD, textColor=style.SOFT, spaceAfter=2)
SIGN: Final = _look("sign", 10.5, 15)
COVER_ISSUER: Final = _look("cover-issuer", 15, 20, style.BOLD, alignment=TA_CENTER)
COVER_NUMBER: Final = _look("cover-number", 15, 20, alignment=TA_CENTER, spaceAfter=8)
COVER_TITLE: Final = _look("cover-title", 25, 32, style.BOLD, alignment=TA_CENTER, spaceAfter=10)
COVER_TEXT: Final = _look("cover-text", 13, 18, alignment=TA_CENTER, spaceAfter=4)
RIGHT: Final = _look("right", 10.5, 15, alignment=TA_RIGHT)
