"""What the tab Program lintas OPD says: lines of its tables, the board of who works with whom, choices."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.coverage import WHOLE, Board, BoardLine, Cell, Head
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.shared_program import (
    OTHERS,
    PLACE_WORDS,
    SOURCE_WORDS,
    SharedBoard,
    SharedProgram,
    matrix,
)
from ui.models.read_table import ReadLine
from ui.translate import worded

_OUTSIDE: Final = "Pihak luar"
LIST_WIDTHS: Final = {1: 130, 2: 150}
PROPOSAL_WIDTHS: Final = {0: 130, 2: 190}
MEMBER_WIDTHS: Final = {0: 110}


def list_heads() -> tuple[str, ...]:
    """Return the heads of the list."""
    return "Program bersama", "Letak", worded("OPD dan mitra")


def list_lines(board: SharedBoard, items: Sequence[SharedProgram]) -> list[ReadLine]:
    """Return a line for each shared program, by place."""
    return [
        ReadLine(item.id, (item.title, worded(PLACE_WORDS[item.place]), board.told(item)))
        for place in PLACE_WORDS
        for item in items
        if item.place == place
    ]


def proposal_heads() -> tuple[str, ...]:
    """Return the heads of the proposals."""
    return "Asal usulan", "Program", worded("OPD dan mitra")


def proposal_lines(board: SharedBoard) -> list[ReadLine]:
    """Return a line for each proposal."""
    return [
        ReadLine(item.key, (worded(SOURCE_WORDS[item.kind]), item.title, board.told(item)))
        for item in board.proposals
    ]


def member_heads() -> tuple[str, ...]:
    """Return the heads of what takes part in one shared program."""
    return worded("OPD"), "Program"


def member_lines(board: SharedBoard, item: SharedProgram) -> list[ReadLine]:
    """Return a line for each program, program smart city and further agency of a shared program."""
    lines = [
        ReadLine(row, (board.programs[row].opd_name, board.programs[row].called))
        for row in item.lines
        if row in board.programs
    ]
    own = [
        ReadLine(row, (board.initiatives[row].opd_name, f"Program smart city: {board.initiatives[row].name}"))
        for row in item.initiatives
        if row in board.initiatives
    ]
    others = [
        ReadLine(row, (board.names[row], "Ikut tanpa program sendiri"), faint=True)
        for row in item.opds
        if row in board.names
    ]
    return [*lines, *own, *others]


def partners(board: SharedBoard) -> Board:
    """Return who works with whom: agencies beside agencies, every number with the shared programs behind."""
    found = matrix(board)
    outside = any(other == OTHERS for _, other in found.cells)
    columns = [*found.opds, *([OTHERS] if outside else [])]
    names = {**board.names, OTHERS: _OUTSIDE}

    def cell(rows: Sequence[RowId]) -> Cell:
        return Cell(tuple((row, 0) for row in rows))

    heads = tuple(Head(row, names[row], names[row]) for row in columns)
    lines = tuple(
        BoardLine(
            one,
            names[one],
            names[one],
            (*(cell(found.cells.get((one, other), ())) for other in columns), cell(found.all_of(one))),
        )
        for one in found.opds
    )
    every = [item.id for item in board.items]
    sums = BoardLine(
        "",
        worded("Semua OPD"),
        "",
        (
            *(
                cell(
                    [
                        row
                        for row in every
                        if any(row in found.cells.get((one, other), ()) for one in found.opds)
                    ]
                )
                for other in columns
            ),
            cell(every),
        ),
    )
    return Board((*heads, Head(WHOLE, "Jumlah", "Jumlah program bersama")), lines, sums) if lines else Board()


def said(cell: Cell, _head: Head, _line: BoardLine) -> str:
    """Return what a number of the board says."""
    return str(cell.count) if cell.count else "–"
