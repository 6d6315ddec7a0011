"""The tables of a Renstra: programs with their pagu per year, sums, goals with their targets."""

from collections.abc import Sequence
from typing import Final

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
    capped,
    figure_need,
    framed,
    gap,
    head_cell,
    paragraphs,
    table,
    widths,
)

_NAME_CAP: Final = 600
_LEAST_NAME: Final = 55 * mm
_FIRST: Final = (
    Column("Kode", 22, whole=True),
    Column("Program", 60),
    Column("Kegiatan", 15, "right"),
    Column("Subkegiatan", 20, "right"),
)
_SUM: Final = "Jumlah"


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
    """Return the programs with their pagu; years that do not fit beside each other go on in a second table.

    Sums stand below: without support programs, then with them, then by level where the levels differ.
    """
    story: list[Block] = []
    for years, is_last in _spread(plan, total):
        if story:
            story.append(gap(8))
        story.append(_programs(plan, years, total, is_last=is_last))
    return story


def _columns(years: Sequence[str], *, is_last: bool) -> list[Column]:
    yearly = [Column(year, 25, "right") for year in years]
    return [*_FIRST, *yearly, *([Column(_SUM, 27, "right")] if is_last else [])]


def _spread(plan: PlanPicture, total: float) -> list[tuple[tuple[str, ...], bool]]:
    """Return the years of each table, as many as fit whole; the row sums stand in the last."""
    columns = _columns(plan.years, is_last=True)
    texts = [text for _, text in _rows(plan, plan.years, is_last=True)]
    needs = [max(need, 18 * mm) for need in figure_need(columns, texts)]
    first = needs[0] + _LEAST_NAME + sum(column.width * mm for column in _FIRST[2:])
    found: list[list[str]] = [[]]
    used = first
    for year, need in zip(plan.years, needs[len(_FIRST) :], strict=False):
        if found[-1] and used + need + needs[-1] > total:
            found.append([])
            used = first
        found[-1].append(year)
        used += need
    return [(tuple(years), place == len(found)) for place, years in enumerate(found, start=1)]


def _rows(plan: PlanPicture, years: Sequence[str], *, is_last: bool) -> list[tuple[bool, list[str]]]:
    """Return the rows as (is a sum, texts)."""

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
    found = [(False, work(item)) for item in own]
    found.append((True, ["", named, *map(number, counts), *yearly(plan.own)]))
    if support:
        found += [(False, work(item)) for item in support]
        both = [one + other for one, other in zip(counts, beside, strict=True)]
        found.append((True, ["", f"{_SUM} dengan penunjang", *map(number, both), *yearly(plan.whole)]))
    whole = added([{year: value for year, value in plan.whole.items() if value}])
    both_words = " (dengan penunjang)" if support else ""
    for level, pagu in plan.by_level.items():
        if pagu != whole:
            words = f"{_SUM} menurut {label('level', level).lower()}{both_words}"
            found.append((False, ["", words, "", "", *yearly(pagu)]))
    return found


def _programs(plan: PlanPicture, years: Sequence[str], total: float, *, is_last: bool) -> Block:
    columns = _columns(years, is_last=is_last)
    rows = _rows(plan, years, is_last=is_last)
    sizes = widths(columns, total, figure_need(columns, [texts for _, texts in rows]))
    cells: list[list[list[Block]]] = [[head_cell(column) for column in columns]]
    shade = []
    for is_sum, texts in rows:
        if is_sum:
            shade.append(("BACKGROUND", (0, len(cells)), (-1, len(cells)), style.HEAD_FILL))
        cells.append(
            [
                paragraphs(text, _look(column, is_sum=is_sum))
                for text, column in zip(texts, columns, strict=True)
            ]
        )
    return framed(cells, sizes, extra=shade)


def _look(column: Column, *, is_sum: bool) -> object:
    if column.align == "right":
        return style.CELL_BOLD_RIGHT if is_sum else style.CELL_RIGHT
    return style.CELL_BOLD if is_sum else style.CELL


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
