"""Several tables of one file put together: goals from one, programs from another, records beside them.

A table that says the same once more (a draft beside the final sheet) is never added up: the likeliest counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from smartcity_desktop.domain import plan_code
from smartcity_desktop.domain.renstra_draft import (
    Draft,
    IndicatorDraft,
    LineDraft,
    PointDraft,
    Problem,
    RecordDraft,
    SourceSheet,
)
from smartcity_desktop.domain.renstra_sure import RULES
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import renstra_doubts as doubts
from smartcity_desktop.exchange.renstra_habits import COUNTED, GOALS
from smartcity_desktop.exchange.renstra_reading import Chosen
from smartcity_desktop.exchange.renstra_records import RecordHead, records
from smartcity_desktop.exchange.sheets import Grid

_SAME: Final = 0.3
"""Two tables that share this much of the smaller one are one table twice."""
_OF_FILE: Final = frozenset({"years", "multiplier", "baseline_year"})
_MORE: Final = "sheets-more"


@dataclass(frozen=True, slots=True)
class Joined:
    """Which sheets were used beside the chosen one, and of those that were not why (``SheetChoice.why``)."""

    used: set[str]
    why: Mapping[str, str]


def joined_plan(main: Draft, others: Sequence[Chosen], chosen: Chosen) -> tuple[Draft, Joined]:
    """Return the plan of all tables, and which sheets were used.

    ``main`` is what the chosen table says; the sheets that are left aside stay named in its doubts.
    """
    work = _Joining(main)
    for other in others:
        try:
            work.add(other.draft(), wanted=other.wanted)
        except UserFault:
            work.why[other.grid.name] = "empty"
    return work.draft(chosen), Joined(work.used, work.why)


def with_records(
    draft: Draft, tables: Sequence[tuple[Grid, RecordHead]]
) -> tuple[Draft, set[str], list[str]]:
    """Return the draft with the records of these tables, their sheets, and those that say the same again."""
    kept: list[RecordDraft] = []
    used: dict[str, SourceSheet] = {}
    twice: list[str] = []
    for grid, head in sorted(tables, key=lambda item: -len(item[0].rows)):
        found = records(grid, head)
        names = {(item.kind, plan_code.plain(item.name)) for item in found}
        known = {(item.kind, plan_code.plain(item.name)) for item in kept}
        if not found:
            continue
        if len(names & known) >= _SAME * min(len(names), len(known) or 1):
            twice.append(grid.name)
            continue
        kept.extend(found)
        used[grid.name] = SourceSheet(
            grid.name, grid.rows, grid.merges, (head.head.first, head.head.end), grid.hidden, grid.pages
        )
    problems = draft.problems
    if twice:
        problems = (*problems, _of_file(doubts.records_twice(twice), draft.sheet))
    draft = replace(
        draft, records=(*draft.records, *kept), grids=(*draft.grids, *used.values()), problems=problems
    )
    return draft, set(used), twice


@dataclass
class _Node:
    """A line on its way into the tree of all tables; ``place`` is (table, index) where it was read."""

    line: LineDraft
    place: tuple[int, int]
    below: list["_Node"] = field(default_factory=list)


class _Joining:
    """The tables taken so far: one for the programs, those that continue it, those with the goals."""

    def __init__(self, main: Draft) -> None:
        self._main = main
        self._plans = [main] if _has(main, COUNTED) else []
        self._goals = [] if self._plans else [main]
        self._aside: list[Draft] = []
        self.used: set[str] = set()
        self.why: dict[str, str] = {}

    def add(self, other: Draft, *, wanted: bool = False) -> None:
        """Take one more table as what it is: goals, a continuation, or the same once more.

        One that a person wants needs to continue nothing; what is there already is never added up.
        """
        if not _has(other, COUNTED):
            self._take_goals(other, wanted=wanted)
        elif not self._plans:
            self._plans.append(other)
            self.used.add(other.sheet)
        elif _shared(_keys(other, COUNTED), _known(self._plans, COUNTED)) >= _SAME:
            self._take_logic(other)
        elif _continues(self._plans[0], other) or (wanted and _is_alike(self._plans[0], other)):
            self._plans.append(other)
            self.used.add(other.sheet)
        else:
            self._set_aside(other, "other")

    def _set_aside(self, other: Draft, why: str) -> None:
        self._aside.append(other)
        self.why[other.sheet] = why

    def _take_goals(self, other: Draft, *, wanted: bool) -> None:
        """Take goals that are new, or the indicators of those that were known without any."""
        is_known = _shared(_keys(other, GOALS), _known(self._goals, GOALS)) >= _SAME
        adds = _is_measured(other) and not any(map(_is_measured, self._goals))
        adds = adds or _adds(other, self._records())
        is_late = bool(self._plans) and _is_of_another_time(other, self._plans[0])
        if not wanted and ((is_known and not adds) or is_late):
            self._set_aside(other, "other" if is_late else "same")
            return
        self._goals.append(other)
        self.used.add(other.sheet)

    def _records(self) -> tuple[RecordDraft, ...]:
        return tuple(item for draft in (*self._plans, *self._goals) for item in draft.records)

    def _take_logic(self, other: Draft) -> None:
        """Take the goals of a table that names the same programs, where the plan itself has no goals."""
        if _has(self._plans[0], GOALS) or not _has(other, GOALS) or any(map(_has_money, other.lines)):
            self._set_aside(other, "same")
            return
        self._goals.insert(0, other)
        self.used.add(other.sheet)

    def draft(self, chosen: Chosen) -> Draft:
        """Return everything that was taken as one draft."""
        if not self.used:
            return self._main
        base = self._plans[0] if self._plans else self._goals[0]
        tables = [self._of_agency(item) for item in self._plans]
        tables += [_dated(item, base) for item in self._goals]
        tree = _Tree(base, tables, len(self._plans))
        lines, moved = tree.lines()
        problems = [*self._problems(tables, moved), *(_of_file(item, base.sheet) for item in tree.doubts)]
        aside = [item.sheet for item in self._aside]
        if aside:
            problems.append(_of_file(doubts.sheets_more(aside), ""))
        years = tuple(dict.fromkeys(year for item in tables for year in item.years))
        once = {problem.key: problem for problem in reversed(problems)}
        return replace(
            self._main,
            format=base.format,
            opd_name="" if tree.is_of_many else next((one.opd_name for one in tables if one.opd_name), ""),
            base_year=base.base_year or next((one.base_year for one in tables if one.base_year), None),
            years=tuple(sorted(years)),
            lines=lines,
            multiplier=base.multiplier,
            multiplier_confirmed=base.multiplier_confirmed,
            problems=tuple(reversed(once.values())),
            grids=tuple(grid for item in tables for grid in item.grids),
            proposed_years=base.proposed_years,
            points=_all_points([*self._goals, *self._plans]) if chosen.kind != "renstra" else (),
            records=tuple({_said(item): item for item in reversed(self._records())}.values())[::-1],
        )

    def _of_agency(self, item: Draft) -> Draft:
        """Return a table with its agency at every line, where each table is that of another one."""
        if len({one.opd_name for one in self._plans if one.opd_name}) <= 1:
            return item
        sure = RULES["opd-section"].percent
        lines = (
            replace(line, opd=line.opd or item.opd_name, sure={**line.sure, "opd": sure})
            for line in item.lines
        )
        return replace(item, lines=tuple(lines))

    def _problems(self, tables: Sequence[Draft], moved: Mapping[tuple[int, int], int]) -> Iterable[Problem]:
        for number, table in enumerate(tables):
            for problem in table.problems:
                if problem.code == _MORE or (number and problem.field in _OF_FILE):
                    continue
                held = problem.held
                # Of a table with goals the programs are not taken, and so nothing is asked about them.
                if number >= len(self._plans) and held is not None and held.level in COUNTED:
                    continue
                if problem.line is not None and (number, problem.line) not in moved:
                    continue
                if held is not None and held.parent is not None:
                    held = replace(held, parent=moved.get((number, held.parent)))
                line = None if problem.line is None else moved[number, problem.line]
                yield replace(problem, line=line, held=held)


class _Tree:
    """The lines of all tables under each other: plans first, then the goals that they do not know yet."""

    def __init__(self, base: Draft, tables: Sequence[Draft], plans: int) -> None:
        self.doubts: list[doubts.Doubt] = []
        self.is_of_many = len({one.opd_name for one in tables[:plans] if one.opd_name}) > 1
        self._loose: list[_Node] = []
        self._roots: list[_Node] = []
        self._goals: dict[tuple[str, str], _Node] = {}
        self._merged: dict[tuple[int, int], _Node] = {}
        self._homes: dict[str, _Node] = {}
        for number, table in enumerate(tables):
            self._grow(number, table, is_plan=number < plans)
        self._hang(base)

    def _grow(self, number: int, table: Draft, *, is_plan: bool) -> None:
        nodes: dict[int, _Node] = {}
        for index, line in enumerate(table.lines):
            above = nodes.get(line.parent) if line.parent is not None else None
            if not is_plan and line.level in COUNTED:
                if above is not None and above.line.level in GOALS:
                    self._homes.update(dict.fromkeys(_names(line), above))
                continue
            node = self._known_goal(line) if line.level in GOALS else None
            if node is not None:
                node.line = _with_measures(node.line, line)
                self._merged[number, index] = node
                self._lift(node, above)
            else:
                node = self._place(line, (number, index), above)
            nodes[index] = node

    def _lift(self, node: _Node, above: _Node | None) -> None:
        """Hang a sasaran that stood alone under the tujuan that another table gives it."""
        if above is None or above is node:
            return
        kept = [root for root in self._roots if root is not node]
        if len(kept) < len(self._roots):
            self._roots = kept
            above.below.append(node)

    def _known_goal(self, line: LineDraft) -> _Node | None:
        return self._goals.get((line.level, plan_code.plain(line.name)))

    def _place(self, line: LineDraft, place: tuple[int, int], above: _Node | None) -> _Node:
        node = _Node(line, place)
        if line.level in GOALS:
            self._goals[line.level, plan_code.plain(line.name)] = node
        if above is not None:
            above.below.append(node)
        else:
            (self._roots if line.level in GOALS else self._loose).append(node)
        return node

    def _hang(self, base: Draft) -> None:
        """Hang the programs without a sasaran on the one that another table gives them."""
        left: list[_Node] = []
        for node in self._loose:
            home = next((self._homes[name] for name in _names(node.line) if name in self._homes), None)
            if home is None:
                left.append(node)
                continue
            node.line = replace(node.line, sure={**node.line.sure, "parent": RULES["goal-elsewhere"].percent})
            home.below.append(node)
        self._loose = left
        programs = sum(node.line.level == "program" for node in left)
        if programs and self._roots:
            self.doubts.append(doubts.goals_apart(base.sheet, programs))

    def lines(self) -> tuple[tuple[LineDraft, ...], dict[tuple[int, int], int]]:
        """Return the lines from the top of the tree, and where each line of each table went.

        Programs without a sasaran come first: below a sasaran they would seem to hang on it.
        """
        found: list[LineDraft] = []
        moved: dict[tuple[int, int], int] = {}
        waiting: list[tuple[_Node, int | None]] = [
            (node, None) for node in reversed([*self._loose, *self._roots])
        ]
        while waiting:
            node, parent = waiting.pop()
            moved[node.place] = len(found)
            waiting.extend((below, len(found)) for below in reversed(node.below))
            found.append(replace(node.line, parent=parent))
        for place, node in self._merged.items():
            moved[place] = moved[node.place]
        return tuple(found), moved


def _names(line: LineDraft) -> list[str]:
    """Return what a program can be known by in another table: its code, its name."""
    return [name for name in (line.code, plan_code.plain(line.name)) if name]


def _with_measures(line: LineDraft, other: LineDraft) -> LineDraft:
    """Return a goal with the indicators that another table states for it."""
    if not line.indicators:
        return replace(line, indicators=other.indicators)
    known = {plan_code.plain(item.name): place for place, item in enumerate(line.indicators)}
    merged = list(line.indicators)
    for item in other.indicators:
        place = known.get(plan_code.plain(item.name))
        if place is None:
            merged.append(item)
        else:
            merged[place] = _filled(merged[place], item)
    return replace(line, indicators=tuple(merged))


def _filled(item: IndicatorDraft, other: IndicatorDraft) -> IndicatorDraft:
    """Return an indicator with what it does not say itself from another table."""
    return replace(
        item,
        unit=item.unit or other.unit,
        baseline=item.baseline or other.baseline,
        baseline_year=item.baseline_year if item.baseline else other.baseline_year,
        targets={**other.targets, **{year: text for year, text in item.targets.items() if text}},
        final=item.final or other.final,
    )


def _said(item: RecordDraft) -> tuple[str, str, str]:
    """Return what a strategi or arah kebijakan says, and under which goal."""
    return item.kind, plan_code.plain(item.goal), plan_code.plain(item.name)


def _adds(other: Draft, known: Iterable[RecordDraft]) -> bool:
    """Tell whether a table states strategies that are not known yet."""
    return not {*map(_said, other.records)} <= {*map(_said, known)}


def _has(draft: Draft, levels: tuple[str, ...]) -> bool:
    return any(line.level in levels for line in draft.lines)


def _is_measured(draft: Draft) -> bool:
    return any(line.indicators for line in draft.lines if line.level in GOALS)


def _has_money(line: LineDraft) -> bool:
    return any(line.pagu.values())


def _keys(draft: Draft, levels: tuple[str, ...]) -> set[tuple[str, str]]:
    return {
        (line.level, line.code or plan_code.plain(line.name)) for line in draft.lines if line.level in levels
    }


def _known(drafts: Sequence[Draft], levels: tuple[str, ...]) -> set[tuple[str, str]]:
    return set[tuple[str, str]]().union(*(_keys(item, levels) for item in drafts))


def _shared(one: set[tuple[str, str]], other: set[tuple[str, str]]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _continues(main: Draft, other: Draft) -> bool:
    """Tell whether a table goes on where the main one ends: same years, same money, same document."""
    return (
        main.years == other.years
        and main.multiplier == other.multiplier
        and main.document_kind == other.document_kind
        and any(map(_has_money, main.lines)) == any(map(_has_money, other.lines))
    )


def _is_alike(main: Draft, other: Draft) -> bool:
    """Tell whether a table can stand below the main one although it does not continue it.

    Amounts are counted alike, and years are either those of the main one or of the calendar in both.
    """
    dated = all(year.isdigit() for year in (*main.years, *other.years))
    return main.multiplier == other.multiplier and (dated or main.years == other.years)


def _is_of_another_time(one: Draft, other: Draft) -> bool:
    """Tell whether two tables name calendar years and none of them is the same."""
    years = (*one.years, *other.years)
    is_dated = bool(one.years and other.years) and all(year.isdigit() for year in years)
    return is_dated and not set(one.years) & set(other.years)


def _dated(goals: Draft, base: Draft) -> Draft:
    """Return goals by the years of the plan where one of the two tables only numbers its years."""
    if goals.years == base.years or len(goals.years) != len(base.years):
        return goals
    if all(year.isdigit() for year in goals.years) and all(year.isdigit() for year in base.years):
        return goals
    names = dict(zip(goals.years, base.years, strict=True))
    lines = (
        replace(
            line,
            indicators=tuple(
                replace(item, targets={names[year]: text for year, text in item.targets.items()})
                for item in line.indicators
            ),
        )
        for line in goals.lines
    )
    return replace(goals, lines=tuple(lines), years=base.years)


def _all_points(drafts: Sequence[Draft]) -> tuple[PointDraft, ...]:
    """Return the points of several tables as one tree; what another table states again is no new point."""
    found: list[PointDraft] = []
    known: dict[tuple[str, str], int] = {}
    for draft in drafts:
        places: dict[int, int] = {}
        for index, point in enumerate(draft.points):
            key = (point.kind, plan_code.plain(point.text))
            place = known.get(key)
            if place is None:
                place = known[key] = len(found)
                parent = None if point.parent is None else places[point.parent]
                found.append(replace(point, parent=parent))
            else:
                found[place] = _completed(found[place], point)
            places[index] = place
    return tuple(found)


def _completed(point: PointDraft, other: PointDraft) -> PointDraft:
    return replace(
        point,
        code=point.code or other.code,
        indicators=point.indicators or other.indicators,
        pagu=point.pagu or other.pagu,
        opd=tuple(dict.fromkeys((*point.opd, *other.opd))),
    )


def _of_file(doubt: doubts.Doubt, sheet: str) -> Problem:
    return Problem(sheet, doubt.cell, doubt.code, doubt.message, None, doubt.suggestion, doubt.values)
