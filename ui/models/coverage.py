"""What the tabs of the plans say: numbers in cells, the rows behind one, and what is missing there."""

from collections.abc import Callable
from functools import partial
from typing import Final

from smartcity_desktop.domain.coverage import (
    HOME,
    Board,
    BoardLine,
    Cell,
    Choice,
    Coverage,
    Head,
    marked,
)
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.wording import calm_name, money, number, rupiah_words
from ui.models.read_table import ReadLine
from ui.translate import worded

COUNT, MONEY = "count", "money"
"""What the numbers of the map are: programs, or millions of rupiah."""
_MILLION: Final = 1_000_000
_EMPTY: Final = "kosong"
_DOT: Final = "·"
"""What stands for it where there are many columns."""
_NOTHING: Final = "–"
WIDE: Final = 1
"""The column of the names of programs."""


def weigh(measure: str, cell: Cell) -> int:
    """Return by how much a cell is coloured."""
    return cell.amount if measure == MONEY else cell.count


def say(measure: str, empty: str, cell: Cell, head: Head, line: BoardLine) -> str:
    """Return what a cell says: ``3 +1``, ``1.250`` (millions), ``empty`` where a dimension has nothing."""
    if line.note and not cell.count:
        return _NOTHING
    value = weigh(measure, cell)
    also = f"+{number(len(cell.also))}" if cell.also and measure == COUNT else ""
    if head.kind == HOME and not cell.count:
        return also or empty
    return millions(value) if measure == MONEY else f"{number(value)} {also}".strip()


def millions(value: int) -> str:
    """Return rupiah in millions, with a decimal only where there is less than one."""
    if 0 < value < _MILLION:
        return number(round(value / _MILLION, 2))
    return number(round(value / _MILLION))


def say_money(cell: Cell, _head: Head, _line: BoardLine) -> str:
    """Return the whole rupiah of a cell."""
    return number(cell.amount) if cell.amount else _NOTHING


def sayer(measure: str, *, many: bool = False) -> Callable[[Cell, Head, BoardLine], str]:
    """Return what says the cells of a measure; where there are ``many`` columns, shortly."""
    return partial(say, measure, _DOT if many else _EMPTY)


def heads() -> tuple[str, ...]:
    """Return the heads of the rows behind a number."""
    return ("Kode", "Program Renstra", worded("OPD"), "Pagu (Rp)", "Ditandai", "Oleh")


WIDTHS: Final = {0: 84, 2: 130, 3: 130, 4: 120, 5: 90}
RIGHT: Final = frozenset({3})


def rows_of(known: Coverage, cell: Cell, choice: Choice) -> list[ReadLine]:
    """Return the programs behind a number with what each brings; those that only also count are faint."""
    amounts = dict(cell.entries)
    found: list[ReadLine] = []
    for row in cell.rows:
        program = known.by_id[row]
        agency = known.agency_of.get(program.opd)
        amount = amounts.get(row, program.amount(choice.year))
        found.append(
            ReadLine(
                row,
                (
                    program.code or _NOTHING,
                    calm_name(program.name) + (" (penunjang)" if program.support else ""),
                    agency.called if agency else _NOTHING,
                    money(amount or None),
                    marked(known, program),
                    program.tagged_by or _NOTHING,
                ),
                faint=row not in amounts,
            )
        )
    return found


def title_of(board: Board, line: str, column: str) -> str:
    """Return what the current number is about: ``Dinas Kesehatan · GOV Smart Governance``."""
    head = next((item for item in board.heads if item.key == column), None)
    whose = next((item for item in board.lines if item.key == line), None)
    told = (whose.name if whose else worded("Semua OPD"), (head.told or head.words) if head else "")
    return " · ".join(part for part in told if part)


def counted(cell: Cell) -> str:
    """Return what the rows add up to: ``3 program, Rp1,2 miliar; 1 lagi sebagai tambahan``."""
    told = f"{number(cell.count)} program"
    told += f", {rupiah_words(cell.amount)}" if cell.amount else ""
    return told + (f"; {number(len(cell.also))} lagi sebagai tambahan" if cell.also else "")


def nothing_in(known: Coverage, board: Board, line: str, column: str) -> str:
    """Return why there are no rows behind a number, and what can be done."""
    agency = known.agency_of.get(RowId(line))
    head = next((item for item in board.heads if item.key == column), None)
    if agency is not None and not agency.has_plan:
        return f"Renstra {agency.called} belum dibaca. Enter membuka Dokumen."
    if head is not None and head.kind == HOME:
        whose = agency.name if agency else "Daftar ini"
        return f"{whose} belum punya program di {head.told}."
    return "Tidak ada program di sini."
