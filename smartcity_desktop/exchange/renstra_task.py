"""What the child process does with a Renstra file: read the sheets, understand them, answer in pieces."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.renstra_draft import Problem, SourceSheet
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import renstra_wire
from smartcity_desktop.exchange.grids import BOOKS, grids
from smartcity_desktop.exchange.renstra_doubts import left_out
from smartcity_desktop.exchange.renstra_plan import Wish, choose
from smartcity_desktop.exchange.sheets import Grid

if TYPE_CHECKING:
    from smartcity_desktop.domain.table_map import TableMap

SHOWN_ROWS: Final = 400
SHOWN_COLUMNS: Final = 120
SHOWN_SHEETS: Final = 40
SHOWN_LETTERS: Final = 500
"""What is told of a file of which a person draws the mapping; it is enough to see what its columns hold."""


def run(request: Mapping[str, object]) -> Iterator[dict[str, object]]:
    """Yield the draft of the file in the request as lines of an answer.

    The request holds ``path`` and ``kind``, ``sheet`` to read, ``kinds`` that a person gave its tables,
    ``maps`` drawn before; with ``bare`` only the beginning of each sheet is told, as it stands.
    """
    path = Path(str(request["path"]))
    sheet = request.get("sheet")
    kind = str(request["kind"])
    found = grids(path, kind)
    if not found and kind not in BOOKS:
        raise UserFault("read-no-table", name=path.name)
    if request.get("bare"):
        yield from bare(found)
        return
    wish = Wish(sheet if isinstance(sheet, str) else None, _kinds(request))
    chosen = choose(found, path.name, wish, _maps(request))
    # The rows go first, every line as soon as it is made: the other process takes them in meanwhile.
    yield from renstra_wire.source(chosen.source())
    reading = chosen.reading()
    yield from renstra_wire.lines(reading.lines())
    draft = reading.draft()
    left = (left_out(note) for note in dict.fromkeys(note for grid in found for note in grid.notes))
    noted = (Problem(draft.sheet, doubt.cell, doubt.code, doubt.message) for doubt in left)
    yield from renstra_wire.judged(replace(draft, problems=(*draft.problems, *noted)))


def bare(grids: Sequence[Grid]) -> Iterator[dict[str, object]]:
    """Yield the beginning of every sheet that holds something, without any meaning."""
    for grid in [item for item in grids if item.rows][:SHOWN_SHEETS]:
        rows = tuple(
            tuple(text[:SHOWN_LETTERS] for text in row[:SHOWN_COLUMNS]) for row in grid.rows[:SHOWN_ROWS]
        )
        merges = tuple(merge for merge in grid.merges if merge[0] < SHOWN_ROWS and merge[1] < SHOWN_COLUMNS)
        pages = grid.pages[:SHOWN_ROWS]
        yield from renstra_wire.source(SourceSheet(grid.name, rows, merges, (0, 0), grid.hidden, pages))


def _kinds(request: Mapping[str, object]) -> dict[str, str]:
    kinds = request.get("kinds")
    return {str(name): str(kind) for name, kind in kinds.items()} if isinstance(kinds, dict) else {}


def _maps(request: Mapping[str, object]) -> "list[TableMap]":
    maps = request.get("maps")
    if not isinstance(maps, list) or not maps:
        return []
    # Most files are read without a mapping.
    from smartcity_desktop.domain.table_map import from_json

    return [from_json(item) for item in maps]
