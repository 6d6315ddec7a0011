"""The tables of a Renstra: programs with their pagu per year, sums, goals with their targets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from smartcity_desktop.domain.dossier import (
    GoalRow,
    IndicatorRow,
    PlanPicture,
    WorkRow,
    Yearly,
    added,
    total_of,
)
from smartcity_desktop.domain.wording import EMPTY, label, money, number
from smartcity_desktop.reporting import style
from smartcity_desktop.reporting.blocks import (
    Block,
    Column,
    Command,
    capped,
    framed,
    gap,
    paragraphs,
    table,
)

_NAME_CAP: Final = 600
_HEAD_CAP: Final = 24
_LEAST_NAME: Final = 40 * mm
_LEAST_FIGURE: Final = 15 * mm
_LONGEST_CODE: Final = 18
_PADDING: Final = 4.0
_SUM: Final = "Jumlah"


@dataclass(frozen=True, slots=True)
class _Type:
    """The type in which a table of programs is set: looks of cells and of sums, and its heads."""

    cell: ParagraphStyle
    cell_right: ParagraphStyle
    bold: ParagraphStyle
    bold_right: ParagraphStyle
    heads: tuple[str, str, str, str]


_USUAL: Final = _Type(
    style.CELL,
    style.CELL_RIGHT,
    style.CELL_BOLD,
    style.CELL_BOLD_RIGHT,
    ("Kode", "Program", "Kegiatan", "Subkegiatan"),
)
_DENSE: Final = _Type(
    style.DENSE,
    style.DENSE_RIGHT,
    style.DENSE_BOLD,
    style.DENSE_BOLD_RIGHT,
    ("Kode", "Program", "Keg.", "Sub."),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table of programs, as texts."""

    texts: list[str]
    is_sum: bool = False


def pagu_by_year(plan: PlanPicture, total: float) -> Block:
    """Return the pagu of every year below each other; support programs in a column of their own."""
    has_support = bool(plan.support)
    columns = [Column("Tahun", 26), Column("Pagu program", 48, "right")]
    amounts = [plan.own]
    if has_support:
        columns += [Column("Program penunjang", 48, "right"), Column("Dengan penunjang", 48, "right")]
        amounts += [plan.support, plan.whole]
    rows = [[year, *(money(item.get(year)) for item in amounts)] for year in plan.years]
    sums = [_SUM, *(money(total_of(item)) for item in amounts)]
    return table(columns, rows, total, sums=sums)


def program_tables(plan: PlanPicture, total: float) -> list[Block]:
    """Return the programs with their pagu, every figure whole.

    Where the years do not fit beside each other the type is smaller; where that is not enough either, the
    later years go on in a second table. Sums stand below: without support programs, then with them, then by
    level where the levels differ.
    """
    years = plan.years
    for kind in (_USUAL, _DENSE):
        rows = _rows(plan, years, is_last=True)
        sizes = _sizes(rows, total, kind)
        if sizes[1] >= _LEAST_NAME:
            return [_programs(rows, sizes, (*kind.heads, *years, _SUM), kind)]
    story: list[Block] = []
    for some, is_last in _spread(plan, total):
        rows = _rows(plan, some, is_last=is_last)
        heads = (*_DENSE.heads, *some, *([_SUM] if is_last else []))
        story.extend(
            [*([gap(8)] if story else []), _programs(rows, _sizes(rows, total, _DENSE), heads, _DENSE)]
        )
    return story


def _sizes(rows: Sequence[Row], total: float, kind: _Type) -> list[float]:
    """Return the widths of the columns: figures and codes whole, the name has what is left."""
    head = [_room_of(text, kind) for text in kind.heads]
    count = len(rows[0].texts)
    found = [max(head[0], *(_room_of(row.texts[0][:_LONGEST_CODE], kind) for row in rows)), 0.0]
    found += [max(head[place], *(_room_of(row.texts[place], kind) for row in rows)) for place in (2, 3)]
    found += [
        max(_LEAST_FIGURE, *(_room_of(row.texts[place], kind) for row in rows)) for place in range(4, count)
    ]
    found[1] = total - sum(found)
    return found


def _room_of(text: str, kind: _Type) -> float:
    return style.text_width(text, style.BOLD, kind.bold.fontSize) + 2 * _PADDING + 0.5


def _spread(plan: PlanPicture, total: float) -> list[tuple[tuple[str, ...], bool]]:
    """Return the years of each table, as many as fit whole; the row sums stand in the last."""
    sizes = _sizes(_rows(plan, plan.years, is_last=True), total, _DENSE)
    first = sizes[0] + _LEAST_NAME + sizes[2] + sizes[3]
    found: list[list[str]] = [[]]
    used = first
    for year, need in zip(plan.years, sizes[4:], strict=False):
        if found[-1] and used + need + sizes[-1] > total:
            found.append([])
            used = first
        found[-1].append(year)
        used += need
    return [(tuple(years), place == len(found)) for place, years in enumerate(found, start=1)]


def _rows(plan: PlanPicture, years: Sequence[str], *, is_last: bool) -> list[Row]:
    """Return the rows of a table, sums marked."""

    def yearly(pagu: Yearly) -> list[str]:
        return [money(pagu.get(year)) for year in years] + ([money(total_of(pagu))] if is_last else [])

    def work(item: WorkRow) -> list[str]:
        name = capped(item.name, _NAME_CAP)
        mark = " (penunjang)" if item.support else ""
        return [
            capped(item.code, 60) or EMPTY,
            f"{name}{mark}",
            number(item.kegiatan),
            number(item.subkegiatan),
            *yearly(item.pagu),
        ]

    counts = [plan.counts.get(level, 0) for level in ("kegiatan", "subkegiatan")]
    beside = [plan.support_counts.get(level, 0) for level in ("kegiatan", "subkegiatan")]
    own = [item for item in plan.works if not item.support]
    support = [item for item in plan.works if item.support]
    named = f"{_SUM} tanpa penunjang" if support else _SUM
    found = [Row(work(item)) for item in own]
    found.append(Row(["", named, *map(number, counts), *yearly(plan.own)], is_sum=True))
    if support:
        found += [Row(work(item)) for item in support]
        both = [one + other for one, other in zip(counts, beside, strict=True)]
        texts = ["", f"{_SUM} dengan penunjang", *map(number, both), *yearly(plan.whole)]
        found.append(Row(texts, is_sum=True))
    whole = added([{year: value for year, value in plan.whole.items() if value}])
    both_words = " (dengan penunjang)" if support else ""
    for level, pagu in plan.by_level.items():
        if pagu != whole:
            words = f"{_SUM} menurut {label('level', level).lower()}{both_words}"
            found.append(Row(["", words, "", "", *yearly(pagu)]))
    return found


def _programs(rows: Sequence[Row], sizes: Sequence[float], heads: Sequence[str], kind: _Type) -> Block:
    cells = [
        [
            paragraphs(capped(text, _HEAD_CAP), kind.bold_right if place > 1 else kind.bold)
            for place, text in enumerate(heads)
        ]
    ]
    shade: list[Command] = []
    for row in rows:
        if row.is_sum:
            shade.append(("BACKGROUND", (0, len(cells)), (-1, len(cells)), style.HEAD_FILL))
        left, right = (kind.bold, kind.bold_right) if row.is_sum else (kind.cell, kind.cell_right)
        cells.append([paragraphs(text, right if place > 1 else left) for place, text in enumerate(row.texts)])
    return framed(cells, sizes, extra=shade)


def goal_rows(goals: Sequence[GoalRow], years: Sequence[str]) -> list[list[str]]:
    """Return one row per indicator; the name of a goal stands in its first."""
    rows: list[list[str]] = []
    for goal in goals:
        named = f"{goal.level}: {capped(goal.name, _NAME_CAP)}"
        for place, item in enumerate(goal.indicators or (IndicatorRow(),)):
            targets = (*item.targets, *[""] * len(years))[: len(years)]
            rows.append(
                [
                    named if place == 0 else "",
                    capped(item.name, _NAME_CAP) or EMPTY,
                    capped(item.unit, 120) or EMPTY,
                    capped(item.baseline, 120) or EMPTY,
                    *(capped(text, 120) or EMPTY for text in targets),
                ]
            )
    return rows
