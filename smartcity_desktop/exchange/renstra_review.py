"""Looks over a reading as a whole and yields what a person should see: file, years, money, codes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from smartcity_desktop.domain import plan_code
from smartcity_desktop.domain.renstra_draft import LineDraft, SheetChoice
from smartcity_desktop.domain.renstra_sure import RULES
from smartcity_desktop.exchange import renstra_doubts as doubts
from smartcity_desktop.exchange.renstra_habits import COUNTED, GOALS
from smartcity_desktop.exchange.renstra_head import Column, Head
from smartcity_desktop.exchange.renstra_lines import LARGEST
from smartcity_desktop.exchange.renstra_rows import Row
from smartcity_desktop.exchange.renstra_strategy import ROLE as STRATEGY
from smartcity_desktop.exchange.renstra_words import amount, year_of
from smartcity_desktop.exchange.scan import reference
from smartcity_desktop.exchange.sheets import Grid

Found = Iterator[tuple[doubts.Doubt, int | None]]
"""Doubts, each with the index of its line."""

SMALL: Final = 10_000_000
"""Rupiah: a table whose largest pagu is less may count in thousands or millions."""
_UPPER: Final = {"kegiatan": "program", "subkegiatan": "kegiatan"}
_SILENT: Final = frozenset({"remark", "context"})


@dataclass(frozen=True)
class Facts:
    """What is known once the lines are read. ``years`` maps the keys of the heading to those of the draft."""

    grid: Grid
    head: Head
    rows: Sequence[int]
    """The rows of lines, from 0."""
    total: Row | None
    lines: Sequence[LineDraft]
    years: Mapping[str, str]
    proposed: Mapping[str, int]
    period: tuple[int, int] | None
    base_year: str
    factor: tuple[int, str, str]
    rounded: Sequence[str]
    unnamed: Sequence[str]
    unclear: Sequence[str]
    guessed: Mapping[str, Sequence[str]]
    choices: Sequence[SheetChoice]
    is_region: bool = False
    """Whether it is an RPJMD or RPD, whose misi are read too."""


def review(facts: Facts) -> Found:
    """Yield every doubt about the reading as a whole, the weightiest first."""
    of_file = (_multiplier, _years, _baseline, _sheets, _cells)
    for rule in (*of_file, _codes, _money, _total, _rows, _agencies, _unused):
        yield from rule(facts)


def _multiplier(facts: Facts) -> Found:
    factor, cell, words = facts.factor
    if factor > 1 and not cell:
        return
    if factor > 1:
        yield doubts.multiplier(cell, words, factor), None
        return
    largest = max((value for line in facts.lines for value in line.pagu.values()), default=0)
    if 0 < largest < SMALL:
        cell = max(
            line.cells.get(f"pagu@{year}", "")
            for line in facts.lines
            for year, value in line.pagu.items()
            if value == largest
        )
        yield doubts.pagu_small(cell, largest), None


def _years(facts: Facts) -> Found:
    unknown = [year for year in facts.years.values() if not year.isdigit()]
    if not unknown:
        return
    cells = ", ".join(_year_cell(facts, key) for key, year in facts.years.items() if not year.isdigit())
    if "" in facts.years:
        yield doubts.years_missing(cells), None
    else:
        calendar = [facts.proposed[year] for year in unknown if year in facts.proposed]
        yield doubts.years(cells, unknown, calendar), None


def _year_cell(facts: Facts, key: str) -> str:
    """Return the cell that names a year: the lowest in the heading of its first column that does."""
    column = next(item.index for item in facts.head.having("value") if item.year == key)
    rows = [row for row in range(facts.head.first, facts.head.end) if facts.grid.at(row, column)]
    naming = [row for row in rows if _names_year(facts.grid.at(row, column))]
    return reference((naming or rows or [facts.head.end - 1])[-1], column)


def _names_year(text: str) -> bool:
    return bool(year_of(text)) or text.strip("() ").isdigit()


def _baseline(facts: Facts) -> Found:
    if facts.base_year:
        return
    written = [
        (item.baseline, line.cells.get("baseline", ""))
        for line in facts.lines
        for item in line.indicators
        if item.baseline
    ]
    if written:
        first = next(iter(facts.years.values()), "")
        starts = first.isdigit() and (facts.period is None or facts.period[0] == int(first))
        suggestion = str(int(first) - 1) if starts else None
        yield doubts.baseline_year(written[0][1], written[0][0], suggestion), None


def _sheets(facts: Facts) -> Found:
    likely = [item for item in facts.choices if item.likely and item.name != facts.grid.name]
    others = [item.name for item in likely if item.why != "asked"]
    if others:
        yield doubts.sheets_more(others), None
    if facts.grid.hidden:
        yield doubts.sheet_hidden(facts.grid.name), None


def _cells(facts: Facts) -> Found:
    for places, tell in (
        (facts.grid.errors, doubts.cells_broken),
        (facts.grid.unsaved, doubts.cells_unsaved),
    ):
        inside = [place for place in places if place[0] >= facts.head.first]
        if inside:
            yield tell(reference(*inside[0]), len(inside)), None


def _codes(facts: Facts) -> Found:
    yield from codes(facts.lines)


def codes(lines: Sequence[LineDraft]) -> Found:
    """Yield the doubts about codes that stand under another line than they say, or twice."""
    seen: dict[str, LineDraft] = {}
    for place, line in enumerate(lines):
        if not line.code:
            continue
        cell = line.cells.get("code", "")
        upper = lines[line.parent] if line.parent is not None else None
        if upper is not None and upper.level == _UPPER.get(line.level) and _elsewhere(line, upper):
            tail = line.code.split(".")[plan_code.depth(upper.code) :]
            suggestion = ".".join((upper.code, *tail))
            yield doubts.code_elsewhere(cell, line.code, upper.code, suggestion), place
        known = seen.setdefault(line.code, line)
        if known.name != line.name and plan_code.plain(known.name) != plan_code.plain(line.name):
            yield doubts.code_twice(cell, line.code, known.origin.row), place


def _elsewhere(line: LineDraft, upper: LineDraft) -> bool:
    if line.code.startswith(f"{upper.code}."):
        return False
    above = upper.code.split(".") if upper.code else []
    own = line.code.split(".")[: len(above)]
    return len(own) < len(above) or any(
        one != other and "X" not in one + other for one, other in zip(own, above, strict=True)
    )


def _money(facts: Facts) -> Found:
    if facts.rounded:
        yield doubts.pagu_decimals(facts.rounded[0], len(facts.rounded)), None


def _total(facts: Facts) -> Found:
    if facts.total is None:
        return
    level = next((level for level in (*COUNTED, *GOALS) if _has_money(facts.lines, level)), "")
    factor = facts.factor[0]
    for key, text in facts.total.money.items():
        try:
            written = amount(text)
        except ValueError:
            continue
        year = facts.years[key]
        counted = sum(line.pagu.get(year, 0) for line in facts.lines if line.level == level)
        if written is None:
            continue
        whole = int(written * factor)
        if LARGEST > abs(Decimal(written) * factor - counted) >= factor:
            yield doubts.total_differs(facts.total.cells[f"pagu@{key}"], year, whole, counted, level), None
            return


def _has_money(lines: Sequence[LineDraft], level: str) -> bool:
    return any(any(line.pagu.values()) for line in lines if line.level == level)


def _rows(facts: Facts) -> Found:
    for cells, tell in (
        (facts.unclear, doubts.level_unclear),
        (facts.unnamed, doubts.indicator_unnamed),
    ):
        if cells:
            yield tell(cells[0], len(cells)), None
    for rule, places in facts.guessed.items():
        yield doubts.level_by_look(rule, places[0], len(places)), None


def _agencies(facts: Facts) -> Found:
    by_bidang = RULES["opd-bidang"].percent
    sections = [line.opd for line in facts.lines if line.sure.get("opd") == by_bidang]
    if sections:
        yield doubts.opd_by_bidang(list(dict.fromkeys(sections))), None
    for place, line in enumerate(facts.lines):
        if line.level == "program" and ";" in line.opd:
            yield doubts.opd_several(line.cells.get("unit", ""), line.opd, place)


def _is_read(column: Column, *, is_region: bool) -> bool:
    """Tell whether a column becomes part of the draft."""
    if column.role == STRATEGY:
        return not is_region
    return column.role not in _SILENT or (is_region and bool(column.level))


def _unused(facts: Facts) -> Found:
    known = {item.index: item for item in facts.head.columns}
    found: list[tuple[str, str]] = []
    for index, row, heading in facts.head.headings:
        column = known.get(index)
        if column is not None and _is_read(column, is_region=facts.is_region):
            continue
        if any(facts.grid.at(row, index).strip() not in {"", "0", "-"} for row in facts.rows):
            found.append((reference(row, index), heading))
    if found:
        yield doubts.columns_unused(found[0][0], [heading for _, heading in found]), None
