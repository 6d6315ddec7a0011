"""One table of a file read as a plan: its lines, and every doubt with its cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar, cast

from smartcity_desktop.domain import plan_code
from smartcity_desktop.domain.renstra_decide import RANKS, parents
from smartcity_desktop.domain.renstra_draft import (
    Draft,
    IndicatorDraft,
    LineDraft,
    Origin,
    Problem,
    RowCells,
    SheetChoice,
    SourceSheet,
)
from smartcity_desktop.domain.renstra_sure import RULES
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import renstra_titles as titles
from smartcity_desktop.exchange.renstra_agencies import agencies, named_by
from smartcity_desktop.exchange.renstra_alike import Run, runs
from smartcity_desktop.exchange.renstra_doubts import Doubt
from smartcity_desktop.exchange.renstra_habits import Habits, habits_of
from smartcity_desktop.exchange.renstra_head import Head
from smartcity_desktop.exchange.renstra_lines import LARGEST, Builder, Line
from smartcity_desktop.exchange.renstra_measures import Marks
from smartcity_desktop.exchange.renstra_points import points
from smartcity_desktop.exchange.renstra_review import Facts, review
from smartcity_desktop.exchange.renstra_rows import Row, Rows
from smartcity_desktop.exchange.renstra_sections import Mark, point_of
from smartcity_desktop.exchange.renstra_strategy import strategies
from smartcity_desktop.exchange.renstra_words import year_of
from smartcity_desktop.exchange.sheets import Grid
from smartcity_desktop.exchange.text import one_line

if TYPE_CHECKING:
    from smartcity_desktop.domain.table_map import TableMap

_CELLS_KEPT: Final = frozenset({"name", "code", "unit", "location", "indicator", "baseline"})
_LAST_BASE_YEAR: Final = "2024"
_LAST_YEAR: Final = "2030"
_WHOLE: Final = {int}
_SIGNED: Final = 2
"""Cells of a row of signatures at most."""
_TOGETHER: Final = 100
"""Lines that are told at once."""
_WHOLE_LINE: Final = attrgetter(
    *("level", "code", "name", "indicators", "pagu", "unit", "location", "outcome", "fund"),
    *("row", "begun", "cells"),
)
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sheet of a file that is read as a plan, with its heading."""

    grid: Grid
    head: Head
    name: str
    choices: tuple[SheetChoice, ...]
    kind: str = "renstra"
    """What document it is: "renstra", "rpjmd" or "rpd"."""
    map: "TableMap | None" = None
    """The person's own mapping by which it is read."""
    wanted: bool = False
    """Whether a person has said that it is part of the plan."""

    def source(self) -> SourceSheet:
        """Return the sheet as it stands in the file."""
        grid, head = self.grid, self.head
        return SourceSheet(grid.name, grid.rows, grid.merges, (head.first, head.end), grid.hidden, grid.pages)

    def reading(self) -> "Reading":
        """Return a reading of the sheet, its rows understood and its lines still to be told."""
        return Reading(self)

    def draft(self) -> Draft:
        """Return what the sheet says. Raises UserFault "read-no-table" where it has no line of a plan."""
        return self.reading().draft()


@dataclass(frozen=True)
class _Body:
    """The rows under a heading: those of lines, and the last total."""

    parts: tuple[Row | Run, ...]
    total: Row | None
    marks: Marks
    reader: Rows

    @property
    def indexes(self) -> list[int]:
        """Return the rows of lines, from 0."""
        found: list[int] = []
        for part in self.parts:
            found += range(part.start, part.start + len(part)) if isinstance(part, Run) else (part.index,)
        return found

    def habits(self) -> Habits:
        """Return how the table marks its levels."""
        alike = [part for part in self.parts if isinstance(part, Run)]
        rows = [part for part in self.parts if isinstance(part, Row)]
        return habits_of(rows, sum(map(len, alike)), deep=any(run.is_deep for run in alike))

    def build(self, builder: Builder, base_year: str) -> None:
        """Give the rows to who makes lines of them."""
        for part in self.parts:
            if isinstance(part, Row):
                builder.add(part)
            elif builder.is_current(part.codes[0]):
                builder.add(self.reader.at(part.start))
                builder.take(part.part(1, len(part)).lines(base_year))
            else:
                builder.take(part.lines(base_year))


def _body(grid: Grid, head: Head, largest: int) -> _Body:
    reader = Rows(grid, head)
    marks = Marks(reader.thirds, reader.amounts)
    total = None
    parts: list[Row | Run] = []
    index = head.end
    for run in (*runs(grid.rows, head.end, reader.layout, largest), None):
        for at in range(index, run.start if run else len(grid.rows)):
            if reader.is_filler(at):
                continue
            if reader.is_total(at):
                total = reader.at(at)
            else:
                parts.append(reader.at(at))
        if run:
            parts.append(run)
            index = run.start + len(run)
    return _Body(tuple(_without_signatures(parts, reader)), total, marks, reader)


def _without_signatures(parts: Sequence[Row | Run], reader: Rows) -> Sequence[Row | Run]:
    """Return the rows up to the last of a line, and those below it until somebody signs."""
    below = 0
    for part in reversed(parts):
        if isinstance(part, Run) or part.code.normal or part.has_values:
            break
        below += 1
    if below == len(parts):
        # A table without figures, as of strategies: whoever signs it does so in one or two columns.
        rows = (part for part in reversed(parts) if isinstance(part, Row))
        below = next((place for place, row in enumerate(rows) if _filled(row) > _SIGNED), below)
    first = len(parts) - below
    for place, part in enumerate(parts[first:], start=first):
        if isinstance(part, Row) and reader.is_signature(part.index):
            return parts[:place]
    return parts


def _filled(row: Row) -> int:
    return sum(bool(text.strip()) for text in row.texts)


class Reading:
    """One reading of one sheet: first its lines, then the whole draft."""

    def __init__(self, chosen: Chosen) -> None:
        """Read the rows of the sheet."""
        self._chosen = chosen
        grid, head = chosen.grid, chosen.head
        self._grid, self._head, self._name = grid, head, chosen.name
        self._factor = _factor(chosen)
        self._body = _body(grid, head, LARGEST // self._factor[0])
        self._base_year = max(
            (item.year for item in head.having("baseline") if item.year.isdigit()), default=""
        )
        self._builder = Builder(self._body.habits(), self._factor[0], self._base_year, self._body.marks)
        self._builder.measured = head.measured
        self._body.build(self._builder, self._base_year)
        self._taken = [line for line in self._builder.lines if not line.held]
        self._made: list[LineDraft] = []
        self._above = [*titles.titles(grid, head.first), grid.name]
        self._period = titles.period(self._above)
        self._years = self._calendar()
        self._as_written = all(key == year for key, year in self._years.items())
        self._parents = parents(self._taken)
        self._is_region = chosen.kind != "renstra"
        self._agencies = agencies(
            self._taken, head, self._parents, self._builder.bidang, region=self._is_region
        )
        self._rounded: list[str] = []
        self._kept: dict[tuple[object, ...], dict[str, str]] = {}
        """By the identity of a row's columns and the further cells: letters by field in the draft."""
        self._letters: dict[int, dict[str, str]] = {}
        """The same for lines without further cells."""

    def lines(self) -> Iterator[LineDraft]:
        """Yield the lines; ask once, and for all of them before the draft.

        Each hangs on its parent; what hangs under a support programme is support too.
        """
        supports = self._supports()
        for start in range(0, len(self._taken), _TOGETHER):
            end = min(start + _TOGETHER, len(self._taken))
            made = self._together(start, end, supports)
            if made is None:
                made = [self._single(place, support=supports[place]) for place in range(start, end)]
            self._made += made
            yield from made

    def _supports(self) -> list[bool]:
        """Tell of every line whether it belongs to a support programme."""
        found: list[bool] = []
        for line, parent in zip(self._taken, self._parents, strict=True):
            is_inherited = parent is not None and found[parent]
            found.append(is_inherited or _is_support(line))
        return found

    def _single(self, place: int, *, support: bool) -> LineDraft:
        known = self._agencies
        made = self._line(self._taken[place], self._parents[place], support=support)
        if known.rule and known.of_line[place]:
            return self._owned(made, known.rule, known.of_line[place])
        return made

    def _together(self, start: int, end: int, supports: Sequence[bool]) -> list[LineDraft] | None:
        """Return lines of which every one came whole from a row that is like others, None for any other."""
        told = zip(*map(_WHOLE_LINE, self._taken[start:end]), strict=True)
        levels, codes, names, measured, pagu, *said, rows, begun, cells = told
        if any(cells) or self._agencies.rule or self._factor[0] != 1 or not self._as_written:
            return None
        units, locations, outcomes, funds = said
        return [
            *map(
                LineDraft,
                *(levels, codes, names, map(tuple, measured), pagu, units, locations),
                map(Origin, repeat(self._grid.name), rows, map(self._page, rows)),
                self._parents[start:end],
                supports[start:end],
                [RowCells(self._of_columns(row.columns), row.number) for row in begun],
                *(outcomes, funds),
            )
        ]

    def _of_columns(self, columns: Mapping[str, str]) -> dict[str, str]:
        """Return the columns of rows that are alike by the fields of the draft."""
        known = self._letters.get(id(columns))
        if known is None:
            known = self._letters[id(columns)] = self._of_fields(columns)
        return known

    def _owned(self, made: LineDraft, rule: str, name: str) -> LineDraft:
        """Return a line with the agency that the table names for it."""
        rule = "opd-several" if ";" in name else rule
        return replace(made, opd=name, sure={**made.sure, "opd": RULES[rule].percent})

    def draft(self) -> Draft:
        """Return the whole draft. Raises UserFault "read-no-table" where there is no line of a plan."""
        lines = tuple(self._made or self.lines())
        draft = self._whole(lines)
        if not lines and not any(problem.held for problem in draft.problems):
            raise UserFault("read-no-table", name=self._name)
        return draft

    def _whole(self, lines: tuple[LineDraft, ...]) -> Draft:
        proposed = titles.proposed(list(self._years.values()), titles.period([self._name]))
        facts = Facts(
            grid=self._grid,
            head=self._head,
            rows=self._body.indexes,
            total=self._body.total,
            lines=lines,
            years=self._years,
            proposed=proposed,
            period=self._period,
            base_year=self._base_year,
            factor=self._factor,
            rounded=self._rounded,
            unnamed=self._builder.unnamed,
            unclear=self._builder.unclear,
            guessed=self._builder.guessed,
            choices=self._chosen.choices,
            is_region=self._is_region,
        )
        found = [*self._problems_of_rows(lines), *(self._problem(*one) for one in review(facts))]
        problems = {problem.key: problem for problem in reversed(found)}
        calendar = [int(year) for year in self._years.values() if year.isdigit()]
        first, last = self._period or (min(calendar, default=None), max(calendar, default=None))
        return Draft(
            format=self._format(),
            opd_name=self._agency(lines),
            period_start=first,
            period_end=last,
            base_year=int(self._base_year) if self._base_year else None,
            years=tuple(self._years.values()),
            lines=lines,
            multiplier=self._factor[0],
            multiplier_confirmed=self._factor[0] == 1 or not self._factor[1],
            problems=tuple(reversed(problems.values())),
            source_name=self._name,
            sheet=self._grid.name,
            grids=(self._chosen.source(),),
            proposed_years=proposed,
            sheets=self._chosen.choices,
            document_kind=self._chosen.kind,
            map_name=self._chosen.map.name if self._chosen.map else "",
            points=points(lines, self._marks(), self._grid.name) if self._is_region else (),
            records=() if self._is_region else strategies(self._grid, self._head, lines),
        )

    def _agency(self, lines: tuple[LineDraft, ...]) -> str:
        """Return the one agency whose plan it is, "" for a table of several."""
        if self._is_region or self._agencies.rule:
            return ""
        units = [line.unit for line in lines]
        return titles.agency(self._above) or self._agencies.only or titles.agency_of_unit(units)

    def _marks(self) -> list[Mark]:
        """Return visi, misi and isu: those above the table, in rows of their own, and in their columns."""
        above = [Mark(-1, said.kind, said.text) for said in map(point_of, self._above) if said is not None]
        columns = [item for item in self._head.having("context") if item.level]
        beside = [
            Mark(row, column.level, text)
            for row in (self._body.indexes if columns else ())
            for column in columns
            if (text := one_line(self._grid.rows[row][column.index]))
        ]
        return sorted([*above, *self._builder.marks, *beside], key=lambda mark: mark.row)

    def _calendar(self) -> dict[str, str]:
        """Return what each year of the heading is called: as it stands, or by the period in a title."""
        single = next((year for year in map(year_of, self._above) if year.isdigit()), "Tahun-1")
        keys = [year or single for year in self._head.years]
        named = titles.proposed(keys, self._period)
        called = {own: str(named.get(key, key)) for own, key in zip(self._head.years, keys, strict=True)}
        return dict(sorted(called.items(), key=lambda pair: pair[1]))

    def _format(self) -> str:
        roles = {item.role for item in self._head.columns}
        six_years = self._base_year == _LAST_BASE_YEAR and _LAST_YEAR in self._years.values()
        if roles & {"outcome", "context"} or six_years:
            return "Inmendagri 2/2025"
        return f"Permendagri 86/2017 {'T-C.27' if 'name' in roles else 'T-C.25'}"

    def _problems_of_rows(self, lines: tuple[LineDraft, ...]) -> list[Problem]:
        places = {id(line): place for place, line in enumerate(self._taken)}
        above = _Above(lines)
        found = []
        for doubt in self._builder.doubts:
            about = doubt.about
            if doubt.held and isinstance(about, Line):
                held = self._line(about, above.parent(about), support=_is_support(about))
                held = replace(held, opd=named_by(about, self._agencies.rule))
                found.append(replace(self._problem(doubt, None), held=held))
            elif not isinstance(about, Line) or not about.held:
                found.append(self._problem(doubt, places.get(id(about))))
        return found

    def _problem(self, doubt: Doubt, line: int | None) -> Problem:
        return Problem(
            self._grid.name,
            doubt.cell,
            doubt.code,
            doubt.message,
            line,
            doubt.suggestion,
            doubt.values,
            _renamed(doubt.concerns, self._years),
        )

    def _line(self, line: Line, parent: int | None, *, support: bool) -> LineDraft:
        return LineDraft(
            level=line.level,
            code=line.code,
            name=line.name,
            indicators=tuple(line.indicators if self._as_written else map(self._by_year, line.indicators)),
            pagu=self._pagu(line),
            unit=line.unit,
            location=line.location,
            origin=Origin(self._grid.name, line.row, self._page(line.row)),
            parent=parent,
            support=support,
            cells=self._cells(line),
            outcome=line.outcome,
            fund=line.fund,
            written=self._told(line.written) if line.written else {},
            sure=self._told(line.sure) if line.sure else {},
        )

    def _told(self, parts: Mapping[str, _Value]) -> dict[str, _Value]:
        """Return what is known of fields, by the years of the draft."""
        return {_renamed(key, self._years): value for key, value in parts.items()}

    def _page(self, row: int) -> int:
        """Return the page of a row (from 1), 0 where the file has no pages."""
        return self._grid.pages[row - 1] if self._grid.pages else 0

    def _cells(self, line: Line) -> Mapping[str, str]:
        begun = line.begun
        if begun is None:
            return self._of_fields(line.cells)
        if not line.cells:
            return RowCells(self._of_columns(begun.columns), begun.number)
        columns, number = begun.columns, begun.number
        size = len(number)
        told = [(key, cell[:-size], cell[-size:]) for key, cell in line.cells.items()]
        if any(ending != number or not letters.isalpha() for _, letters, ending in told):
            return {**self._of_fields(begun), **self._of_fields(line.cells)}
        # All cells stand in one row: lines of one shape share the letters of their columns.
        shape = (id(columns), *[part for key, letters, _ in told for part in (key, letters)])
        known = self._kept.get(shape)
        if known is None:
            further = {key: letters for key, letters, _ in told}
            known = self._kept[shape] = {**self._of_fields(columns), **self._of_fields(further)}
        return RowCells(known, number)

    def _of_fields(self, cells: Mapping[str, str]) -> dict[str, str]:
        """Return cells or columns by the fields of the draft."""
        return {_renamed(key, self._years): cell for key, cell in cells.items() if _is_kept(key)}

    def _by_year(self, item: IndicatorDraft) -> IndicatorDraft:
        """Return an indicator with its targets by the years of the draft, not those of the heading."""
        targets = {self._years[year]: text for year, text in item.targets.items()}
        return replace(item, targets=targets, written=self._told(item.written))

    def _pagu(self, line: Line) -> dict[str, int]:
        factor = self._factor[0]
        if factor == 1 and self._as_written and set(map(type, line.pagu.values())) <= _WHOLE:
            return cast("dict[str, int]", line.pagu)
        return {
            self._years[year]: value * factor if isinstance(value, int) else self._rupiah(value, line, year)
            for year, value in line.pagu.items()
        }

    def _rupiah(self, value: Decimal, line: Line, year: str) -> int:
        exact = value * self._factor[0]
        whole = exact.quantize(Decimal(1), ROUND_HALF_UP)
        if whole != exact:
            self._rounded.append(line.cell(f"pagu@{year}"))
        return int(whole)


class _Above:
    """Finds the lines on which rows without a code would hang, for one row after the other."""

    def __init__(self, lines: Sequence[LineDraft]) -> None:
        self._lines = lines
        self._next = 0
        self._last = [-1] * len(RANKS)
        """Index of the last line of each rank before the row."""

    def parent(self, held: Line) -> int | None:
        while self._next < len(self._lines) and self._lines[self._next].origin.row < held.row:
            self._last[RANKS[self._lines[self._next].level]] = self._next
            self._next += 1
        found = max(self._last[: RANKS[held.level]], default=-1)
        return found if found >= 0 else None


def _is_support(line: Line) -> bool:
    """Tell whether the code or name of a line is that of a support programme."""
    # Nearly every code is ruled out by having no such part at all.
    if ".01" in line.code and plan_code.is_support(line.code):
        return True
    return line.level == "program" and plan_code.plain(line.name).startswith("penunjang urusan pemerintahan")


def _is_kept(key: str) -> bool:
    return key in _CELLS_KEPT or key.startswith(("pagu@", "target@"))


def _factor(chosen: Chosen) -> tuple[int, str, str]:
    """Return by what amounts are multiplied, with the cell and the words that say so."""
    found = titles.multiplier(chosen.grid, chosen.head.end)
    drawn = chosen.map.multiplier if chosen.map else 1
    return (drawn, "", chosen.map.name) if chosen.map and found[0] == 1 and drawn > 1 else found


def _renamed(key: str, years: Mapping[str, str]) -> str:
    head, mark, year = key.partition("@")
    return f"{head}{mark}{years.get(year, year)}" if mark else key
