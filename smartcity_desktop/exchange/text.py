"""Foreign text made safe at the door: one form of Unicode, no invisible characters, no endless cells."""

import codecs
import re
import unicodedata
from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Final

MAX_LENGTH: Final = 32_767
"""Letters in one cell, as in Excel."""
_DIGITS: Final = 15
_LARGEST_EXACT: Final = 10**_DIGITS
_DECIMALS: Final = 10
_GROUP: Final = 3
_NUMBERS: Final = (int, float)

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BREAKS: Final = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE: Final = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    r"\ufff9-\ufffb\ud800-\udfff]"
)
_BLANKS: Final = re.compile(r"[\xa0\u2000-\u200a\u202f\u205f\u3000]")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


def clean(text: str) -> str:
    r"""Return text in NFC with plain blanks and ``\n`` breaks, without control, invisible or bidi characters.

    Blanks in front stay: they may be an indent.
    """
    if text.isascii() and text.isprintable():
        return text.rstrip()[:MAX_LENGTH]
    text = _BREAKS.sub("\n", text[: 2 * MAX_LENGTH])
    text = _BLANKS.sub(" ", _INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", text).rstrip()[:MAX_LENGTH]


def decoded(content: bytes, other: Callable[[], str] = lambda: "cp1252") -> str:
    """Return the text of a file: BOM, then UTF-8, then what ``other`` names, Windows-1252 by default."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode(other(), errors="replace")


def one_line(text: str) -> str:
    """Return text on one line, every run of blanks as a single one."""
    if text.isprintable() and "  " not in text and text == text.strip():
        return text
    return " ".join(text.split())


def unescaped(text: str) -> str:
    """Return text of an xlsx with its ``_x000D_`` escapes as characters."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def number(value: float, *, percent: bool = False) -> str:
    """Return a stored number with a decimal comma and no grouping, exact to the 15 digits that Excel keeps.

    Exactly three decimals get a nought more, so that ``12,345`` is never taken for twelve thousand.
    """
    if not percent and abs(value) < _LARGEST_EXACT and value == int(value):
        return str(int(value))
    exact = Decimal(f"{value:.{_DIGITS}g}")
    if not exact.is_finite():
        return ""
    if percent:
        exact *= 100
    whole, _, decimals = f"{exact:f}".partition(".")
    decimals = decimals[:_DECIMALS].rstrip("0")
    if len(decimals) == _GROUP:
        decimals += "0"
    shown = f"{whole},{decimals}" if decimals else whole
    return f"{shown}%" if percent else shown


def cell(value: object, *, percent: bool = False) -> str:
    """Return the text of a stored cell value."""
    if isinstance(value, str):
        return clean(unescaped(value))
    if isinstance(value, bool):
        return "YA" if value else "TIDAK"
    if isinstance(value, _NUMBERS):
        return number(value, percent=percent)
    if isinstance(value, date):
        return f"{value.day}-{value.month}-{value.year}"
    return str(value) if isinstance(value, time | timedelta) else ""
