"""The texts of a worksheet by how they stand in its XML: figures, words, shares, texts kept once for all."""

import re
import sys
import zipfile
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from smartcity_desktop.exchange import text
from smartcity_desktop.exchange.scan import SPACES_PER_INDENT

_STRINGS: Final = "xl/sharedStrings.xml"
_MOST_STRINGS: Final = 64 * 1024 * 1024
_DIGITS: Final = 15
"""A whole number of so many digits is told to the last of them."""
_FIGURE: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[Ee][+-]?[0-9]+)?")
_ENTITY: Final = re.compile(r"&(?:(lt|gt|amp|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));")
_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_STRING: Final = re.compile(r"<si><t(?: [^<>]*)?(?<!/)>([^<]+)</t></si>")
_BLANK: Final = " \t\r\n"
_LOOSE: Final = re.compile(r"<t>\s")
"""Blanks that are not said to be kept."""
_ITEM: Final = re.compile(r"<si(?: [^<>]*)?(?:/>|(?<!/)>(.*?)</si>)", re.DOTALL)
_RUN: Final = re.compile(r"<t(?: [^<>]*)?(?<!/)>([^<]*)</t>")
_SOUNDS: Final = re.compile(r"<rPh.*?</rPh>", re.DOTALL)
"""How the signs of a text are spoken."""


class Unlike(Exception):
    """Something is written otherwise than here understood."""


class Strings:
    """The texts that a workbook keeps once for all its cells, and every text that was made of one."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Take the workbook; its texts are looked at when the first cell asks for one."""
        self._archive = archive
        self.figures = _Figures()
        self.words = _Words()
        self.loose = _Loose()
        self.percents = _Percents()
        self.truths = _Truths()
        self.shared = _Shared(self)

    @cached_property
    def kept(self) -> list[str]:
        """Return the texts in their order, those of several fonts in one piece. Raises ``Unlike``."""
        about = self._archive.NameToInfo.get(_STRINGS)
        if about is None or about.file_size > _MOST_STRINGS:
            raise Unlike
        content = decoded(self._archive.read(about))
        if _LOOSE.search(content):
            raise Unlike
        found = _STRING.findall(content)
        if len(found) != content.count("<si"):
            items = _ITEM.findall(content)
            if len(items) != content.count("<si"):
                raise Unlike
            found = ["".join(_RUN.findall(_SOUNDS.sub("", item))) for item in items]
        return found


class _Words(dict[str, str]):
    """Texts by how they stand in the XML."""

    def __missing__(self, raw: str) -> str:
        made = self[raw] = _word(raw)
        return made


class _Loose(dict[str, str]):
    """Texts whose blanks at both ends do not count, by how they stand in the XML."""

    def __missing__(self, raw: str) -> str:
        made = self[raw] = _word(raw.strip(_BLANK))
        return made


class _Figures(dict[str, str]):
    """Figures by how they stand in the XML."""

    def __missing__(self, raw: str) -> str:
        # Most figures of a plan are whole rupiah, and seldom the same.
        if raw.isdigit() and raw.isascii() and len(raw) < _DIGITS and raw[0] != "0":
            return raw
        made = self[raw] = text.number(_number(raw))
        return made


class _Percents(dict[str, str]):
    """Percentages by the shares that stand in the XML."""

    def __missing__(self, raw: str) -> str:
        made = self[raw] = text.number(_number(raw), percent=True)
        return made


class _Truths(dict[str, str]):
    """Yes and no."""

    def __missing__(self, raw: str) -> str:
        if raw not in {"0", "1"}:
            raise Unlike
        return text.cell(raw == "1")


class _Shared(dict[str, str]):
    """Texts by their number in the workbook."""

    def __init__(self, strings: Strings) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, raw: str) -> str:
        kept = self._strings.kept
        if not (raw.isascii() and raw.isdigit()) or int(raw) >= len(kept):
            raise Unlike
        made = self[raw] = self._strings.words[kept[int(raw)]]
        return made


class Indented(dict[str, str]):
    """Texts with blanks in front, as a cell shows them."""

    def __init__(self, texts: Mapping[str, str], indent: int) -> None:
        super().__init__()
        self._texts = texts
        self._blanks = " " * (indent * SPACES_PER_INDENT)

    def __missing__(self, raw: str) -> str:
        made = self[raw] = self._blanks + self._texts[raw]
        return made


class Blanks(dict[str, str]):
    """Values of faults, which say nothing."""

    def __missing__(self, raw: str) -> str:
        return ""


def decoded(block: bytes) -> str:
    """Return a piece of XML as text. Raises ``Unlike`` for declarations and other alphabets."""
    if b"<!" in block or b"\x00" in block:
        raise Unlike
    try:
        return block.decode()
    except UnicodeDecodeError:
        raise Unlike from None


def _number(raw: str) -> float:
    if not _FIGURE.fullmatch(raw):
        raise Unlike
    return float(raw)


def _word(raw: str) -> str:
    """Return the text of a cell, its entities as characters."""
    if "&" not in raw:
        return text.clean(raw) if "_x" not in raw else text.cell(raw)
    if raw.count("&") != len(_ENTITY.findall(raw)):
        raise Unlike
    return text.cell(_ENTITY.sub(_character, raw))


def _character(found: re.Match[str]) -> str:
    if found[1]:
        return _NAMED[found[1]]
    code = int(found[2]) if found[2] else int(found[3], 16)
    if code > sys.maxunicode:
        raise Unlike
    return chr(code)
