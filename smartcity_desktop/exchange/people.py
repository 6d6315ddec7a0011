"""Reading a list of participants from a file (sheets, Word, web page, .csv) or from pasted cells, as text."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from smartcity_desktop.domain.people_sheet import PeopleFile, PeopleSheet
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import child, gate

MOST_ROWS: Final = 5_000
"""Rows of one sheet; what is longer is no list of the people of one workshop."""


def read_file(path: Path, *, cancelled: Callable[[], bool] = child.never) -> PeopleFile:
    """Return the sheets of a file; nothing is stored.

    Slow (a child process with limits of memory and time): call it outside the window's thread. Raises
    UserFault: the sentences of the gate and of the child, ``people-empty``, ``people-too-long``.
    """
    kind, name = gate.check(path, gate.ANY_TABLE), gate.shown(path)
    request = {"path": str(path.resolve()), "kind": kind}
    pieces = child.run("people", request, name=name, cancelled=cancelled)
    try:
        sheets = tuple(_sheet(piece) for piece in pieces)
    except (KeyError, TypeError, ValueError):
        raise UserFault("read-damaged", name=name) from None
    return _checked(PeopleFile(name, sheets))


def read_pasted(text: str) -> PeopleFile:
    """Return cells or lines pasted from a spreadsheet or a message. Raises UserFault ``read-empty``."""
    from smartcity_desktop.exchange.people_text import grid_of
    from smartcity_desktop.exchange.sheets import MAX_PASTED, PASTED

    if len(text) > MAX_PASTED:
        raise UserFault("read-too-big", name=PASTED)
    grid = grid_of(text, PASTED)
    return _checked(PeopleFile(PASTED, (PeopleSheet(grid.name, grid.rows),)))


def _checked(file: PeopleFile) -> PeopleFile:
    if not file.sheets:
        raise UserFault("people-empty", name=file.name)
    if all(len(sheet.rows) > MOST_ROWS for sheet in file.sheets):
        raise UserFault("people-too-long", name=file.name, limit=MOST_ROWS)
    long = [(sheet.name, len(sheet.rows)) for sheet in file.sheets if len(sheet.rows) > MOST_ROWS]
    taken = tuple(sheet for sheet in file.sheets if len(sheet.rows) <= MOST_ROWS)
    return PeopleFile(file.name, taken, tuple(long))


def _sheet(piece: Mapping[str, Any]) -> PeopleSheet:
    return PeopleSheet(
        str(piece["name"]),
        tuple(tuple(str(cell) for cell in row) for row in piece["rows"]),
        tuple((int(top), int(left), int(bottom), int(right)) for top, left, bottom, right in piece["merges"]),
        bool(piece["hidden"]),
    )
