"""A list of initiatives as delimited text, read row by row, however long it is: name, summary, agency."""

import codecs
import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TextIO

from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import gate, text

NAME: Final = "inisiatif"
_SUMMARY: Final = "ringkas"
_AGENCY: Final = "opd"
_COLUMNS: Final[tuple[str, ...]] = (NAME, _SUMMARY, _AGENCY)
_SIGNS: Final = (";", ",", "\t", "|")
_SIGN_LINE: Final = "sep="
_PIECE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Initiative:
    """One row: the name of an initiative, what it is in short, and the agency that runs it."""

    name: str
    summary: str = ""
    agency: str = ""


def read(path: Path) -> Iterator[Initiative]:
    """Yield the rows of a text file with a column "inisiatif"; "ringkas" and "opd" may be missing.

    BOM, then UTF-8, then Windows-1252; the sign that parts the heads parts everything; other columns are not
    looked at. Blank rows are left out. Raises UserFault as ``gate.check`` does, or
    ``initiatives-no-column``; ``read-damaged`` where a cell has no end.
    """
    kind = gate.check(path, gate.ANY_TABLE)
    name = gate.shown(path)
    if kind != "text":
        raise UserFault("read-wrong-kind", name=name, what=f"{kind}, bukan CSV")
    try:
        with path.open(encoding=_encoding(path), errors="replace", newline="") as stream:
            yield from _rows(stream, name)
    except csv.Error:
        raise UserFault("read-damaged", name=name) from None
    except OSError:
        raise UserFault("read-locked", name=name) from None


def _rows(stream: TextIO, name: str) -> Iterator[Initiative]:
    head = stream.readline()
    sign = ""
    if head.lower().startswith(_SIGN_LINE):
        sign, head = head.strip("\r\n ")[len(_SIGN_LINE) :], stream.readline()
    sign = sign if sign in _SIGNS else max(_SIGNS, key=head.count)
    titles = [
        text.one_line(text.clean(cell)).casefold() for cell in next(csv.reader([head], delimiter=sign), [])
    ]
    if NAME not in titles:
        raise UserFault("initiatives-no-column", name=name, column=NAME)
    places: dict[str, int] = {title: titles.index(title) for title in _COLUMNS if title in titles}
    for cells in csv.reader(_without_nulls(stream), delimiter=sign):
        if any(cell.strip() for cell in cells):
            yield Initiative(*(_cell(cells, places, title) for title in _COLUMNS))


def _cell(cells: Sequence[str], places: Mapping[str, int], title: str) -> str:
    place = places.get(title)
    return text.one_line(text.clean(cells[place])) if place is not None and place < len(cells) else ""


def _without_nulls(stream: TextIO) -> Iterator[str]:
    for line in stream:
        yield line.replace("\x00", "") if "\x00" in line else line


def _encoding(path: Path) -> str:
    """Return how a file is written; looks at all of it, in pieces."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as stream:
        head = stream.read(4)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        try:
            decoder.decode(head)
            while piece := stream.read(_PIECE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"
