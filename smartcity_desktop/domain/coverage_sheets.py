"""The map of programs, their money and the completeness of the plans as plain tables for a spreadsheet.

The last of them holds every program with everything: from it all numbers of the others can be recounted.
"""

from collections.abc import Callable, Sequence
from typing import Final

from smartcity_desktop.domain.completeness import HEADS, RULE, Standing
from smartcity_desktop.domain.coverage import (
    BY_DIMENSION,
    BY_SUB,
    Board,
    BoardLine,
    Cell,
    Choice,
    Coverage,
    Program,
    gaps,
    spread,
    told,
)
from smartcity_desktop.domain.coverage_money import BY_HOME, BY_OPD, BY_SOURCE, money_board, money_told
from smartcity_desktop.domain.table_sheet import Kind, TableSheet
from smartcity_desktop.domain.wording import calm_name, label

_NAME: Final = 44
_FIGURE: Final = 12
_MONEY: Final = 20
_SOURCES: Final = "; "


def coverage_sheets(known: Coverage, lines: Sequence[Standing]) -> tuple[TableSheet, ...]:
    """Return all tables of the plans; ``lines`` say how complete they are."""
    return (
        _map(known, "Sebaran", BY_DIMENSION, _count),
        _map(known, "Sebaran pagu", BY_DIMENSION, _amount),
        _map(known, "Subdimensi", BY_SUB, _count),
        _gaps(known),
        *(
            _money(known, known.words.say(title), by, known.words.say(corner))
            for title, by, corner in (
                ("Pagu dimensi", BY_HOME, "Dimensi"),
                ("Pagu sumber dana", BY_SOURCE, "Sumber dana"),
                ("Pagu OPD", BY_OPD, "OPD"),
            )
        ),
        _complete(known, lines),
        _programs(known),
    )


def _count(cell: Cell) -> int:
    return cell.count


def _amount(cell: Cell) -> int:
    return cell.amount


def _map(known: Coverage, title: str, by: str, figure: Callable[[Cell], int]) -> TableSheet:
    board = spread(known, Choice(), by)
    kind: Kind = "money" if figure is _amount else "number"
    above = (told(known, Choice()), *(("Dalam rupiah, semua tahun.",) if kind == "money" else ()))
    return _of(board, title, known.words.say("OPD"), (above, figure, kind))


def _money(known: Coverage, title: str, by: str, corner: str) -> TableSheet:
    choice = Choice(relevant_only=True)
    above = (known.words.say("Pagu program relevan dalam rupiah."), money_told(known, choice))
    return _of(money_board(known, choice, by), title, corner, (above, _amount, "money"))


def _of(
    board: Board, title: str, corner: str, how: tuple[tuple[str, ...], Callable[[Cell], int], Kind]
) -> TableSheet:
    above, figure, kind = how
    heads = tuple(head.told if head.told and kind == "number" else head.words for head in board.heads)

    def row(line: BoardLine) -> tuple[str | int, ...]:
        # A plan that nobody read has no figures, not nought.
        is_read = not line.note or any(cell.count for cell in line.cells)
        return (line.name, *(figure(cell) if is_read else "" for cell in line.cells))

    wide = _MONEY if kind == "money" else _FIGURE
    kinds: tuple[Kind, ...] = ("long", *((kind,) * len(heads)))
    return TableSheet(
        title,
        (corner, *heads),
        tuple(row(line) for line in board.lines),
        (_NAME, *(wide for _ in heads)),
        kinds,
        above,
        row(board.sums),
    )


def _gaps(known: Coverage) -> TableSheet:
    rows = tuple((item.words,) for item in gaps(known, Choice()))
    return TableSheet("Celah", ("Celah: yang masih kosong",), rows, (110,), ("long",))


def _complete(known: Coverage, lines: Sequence[Standing]) -> TableSheet:
    text: tuple[Kind, ...] = ("text",)
    return TableSheet(
        "Kelengkapan",
        tuple(known.words.say(head) for head in HEADS),
        tuple(item.cells for item in lines),
        (_NAME, 14, 22, *(14 for _ in HEADS[3:-2]), 18, 14),
        ("long", *text * len(HEADS[1:])),
        (known.words.say(RULE),),
    )


def _programs(known: Coverage) -> TableSheet:
    years = known.years
    say = known.words.say
    heads = (
        *(say("OPD"), "Jenis", "Kode", "Program Renstra", "Penunjang", "Relevan", say("Dimensi")),
        *(say("Subdimensi"), say("Subdimensi tambahan"), *(f"Pagu {year} (Rp)" for year in years)),
        *("Pagu semua tahun (Rp)", "Pagu dari tingkat", "Sumber dana", "Ditandai oleh"),
    )
    text: tuple[Kind, ...] = ("text",)
    money: tuple[Kind, ...] = ("money",)
    paid = len(years) + 1
    kinds: tuple[Kind, ...] = (*text * 3, "long", *text * 5, *money * paid, *text * 3)
    widths = (30, 12, 14, 50, 10, 10, 10, 12, 18, *(_MONEY,) * paid, 16, 24, 18)
    rows = tuple(_program(known, item, years) for item in known.programs)
    return TableSheet("Program", heads, rows, widths, kinds)


def _program(known: Coverage, item: Program, years: Sequence[str]) -> tuple[str | int, ...]:
    agency = known.agency_of[item.opd]
    code = known.code_of
    return (
        agency.name,
        label("opd_kind", agency.kind) if agency.kind else "",
        item.code,
        calm_name(item.name),
        "ya" if item.support else "",
        label("relevant", item.relevant) if item.relevant else "belum ditelaah",
        code.get(item.home, "") if item.is_relevant else "",
        code.get(item.sub, "") if item.is_relevant else "",
        _SOURCES.join(code[sub] for sub in item.also if sub in code) if item.is_relevant else "",
        *(item.pagu.get(year, 0) for year in years),
        item.amount(),
        item.level,
        _SOURCES.join(name for name, yearly in item.sources.items() if any(yearly.values())),
        item.tagged_by,
    )
