"""What becomes of a draft when a person has looked at its doubts; nothing here touches a file."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice
from typing import Final, Protocol

from smartcity_desktop.domain import plan_code, wording
from smartcity_desktop.domain.renstra_draft import (
    Act,
    Answers,
    Decision,
    Draft,
    IndicatorDraft,
    LineDraft,
    PointDraft,
    Problem,
    RecordDraft,
)
from smartcity_desktop.domain.renstra_sure import RULES
from smartcity_desktop.domain.renstra_targets import target_number
from smartcity_desktop.errors import UserFault

RANKS: Final = {"tujuan": 0, "sasaran": 1, "program": 2, "kegiatan": 3, "subkegiatan": 4}
_UPPER: Final = {"kegiatan": "program", "subkegiatan": "kegiatan"}
_LEVEL_RULES: Final[Mapping[str, str]] = {
    "level-indent": "level-indent",
    "level-capitals": "level-capitals",
    "level-unclear": "level-guessed",
}
"""The doubts about all levels that a rule guessed, and the name of that rule."""
_FOUR_DIGITS: Final = re.compile(r"(?:19|20)\d\d")
_THIRDS: Final = re.compile(r"\d{1,3}[.,]\d{3}")
"""A figure whose only mark may divide thousands or decimals."""


def with_parents(lines: Sequence[LineDraft]) -> tuple[LineDraft, ...]:
    """Hang every line on the one that ``parents`` finds."""
    found = parents(lines)
    return tuple(replace(line, parent=parent) for line, parent in zip(lines, found, strict=True))


class Placed(Protocol):
    """What has a level and a code, as lines have while they are read and afterwards."""

    @property
    def level(self) -> str:
        """Return a key of ``RANKS``."""

    @property
    def code(self) -> str:
        """Return a normal code, or ""."""


def parents(lines: Sequence[Placed]) -> list[int | None]:
    """Return the index on which each line hangs: the nearest earlier line of a higher level.

    Where most codes say otherwise (a list sorted by level), it is the earlier line that its code names.
    """
    by_place = _by_place(lines)
    by_code = _by_code(lines, by_place)
    moved = sum(one != other for one, other in zip(by_place, by_code, strict=True))
    coded = sum(line.level in _UPPER and bool(line.code) for line in lines)
    return by_code if moved * 2 > coded else by_place


def _by_place(lines: Sequence[Placed]) -> list[int | None]:
    parents: list[int | None] = []
    open_lines: list[int] = []
    for index, line in enumerate(lines):
        while open_lines and RANKS[lines[open_lines[-1]].level] >= RANKS[line.level]:
            open_lines.pop()
        parents.append(open_lines[-1] if open_lines else None)
        open_lines.append(index)
    return parents


def _by_code(lines: Sequence[Placed], otherwise: list[int | None]) -> list[int | None]:
    parents: list[int | None] = []
    seen: dict[str, int] = {}
    for index, line in enumerate(lines):
        upper = plan_code.above(line.code, _UPPER[line.level]) if line.level in _UPPER else ""
        parents.append(seen.get(upper, otherwise[index]))
        if line.code and line.level in RANKS:
            seen[line.code] = index
    return parents


def lacks_codes(draft: Draft) -> bool:
    """Tell whether a doubt of the draft is about a code, for which the nomenclature is needed."""
    return any(problem.field == "code" for problem in draft.problems)


def advise(draft: Draft, nomenclature: Mapping[str, str]) -> Draft:
    """Return the draft with codes proposed by name from the nomenclature (code -> name)."""
    if not lacks_codes(draft):
        return draft
    index: dict[str, list[str]] = {}
    for code, name in nomenclature.items():
        index.setdefault(plan_code.plain(name), []).append(code)
    problems = tuple(
        _advised(draft, problem, index) if problem.field == "code" else problem for problem in draft.problems
    )
    return replace(draft, problems=problems)


def _advised(draft: Draft, problem: Problem, index: Mapping[str, list[str]]) -> Problem:
    line = problem.held or (draft.lines[problem.line] if problem.line is not None else None)
    if line is None:
        return problem
    parent = draft.lines[line.parent].code if line.parent is not None else ""
    found = [code for code in index.get(plan_code.plain(line.name), ()) if plan_code.fits(code, line.level)]
    found = [_own(code, parent) for code in found]
    near = [code for code in found if parent and code.startswith(f"{parent}.")]
    found = near or found
    if len(found) != 1:
        return problem
    opening = problem.values.get("opening", "")
    message = f"{opening} Menurut nomenklatur kodenya {found[0]}."
    return replace(problem, suggestion=found[0], message=message.strip())


def _own(code: str, parent: str) -> str:
    bidang = parent.split(".")[:2]
    return ".".join((*bidang, *code.split(".")[2:])) if code.startswith("X.") and len(bidang) > 1 else code


def apply(draft: Draft, decisions: Iterable[Decision], answers: Answers | None = None) -> Draft:
    """Return the draft as it is after these decisions; doubts that are settled are gone from it.

    A decision on a doubt that the draft does not have is passed over. Raises UserFault("read-mend") where a
    value cannot stand in the place it was typed for.
    """
    for decision in decisions:
        problem = next((item for item in draft.problems if item.key == decision.key), None)
        if problem is not None:
            draft = _settled(draft, problem, decision)
    return _answered(draft, answers) if answers else draft


def kinds(draft: Draft) -> dict[str, tuple[Problem, ...]]:
    """Return the doubts of a draft by their kind (``Problem.code``), the kinds in the order they come."""
    found: dict[str, list[Problem]] = {}
    for problem in draft.problems:
        found.setdefault(problem.code, []).append(problem)
    return {code: tuple(problems) for code, problems in found.items()}


def decide_all(draft: Draft, code: str, act: Act) -> Draft:
    """Return the draft with every doubt of one kind accepted or left out, in whatever order they stand.

    What cannot be taken as it is proposed stays a doubt. To mend is a thing of single doubts: ``act`` is
    "accept" or "leave_out". The draft that was given is the way back.
    """
    decision, kept = Decision("", act), 0
    if act == "accept":
        draft = _all_inserted(draft, code)
    while True:
        same = (item for item in draft.problems if item.code == code)
        # By place, not by key: answering one may change what the others say of their lines.
        problem = next(islice(same, kept, None), None)
        if problem is None:
            return draft
        try:
            draft = _settled(draft, problem, decision)
        except UserFault:
            kept += 1


def _all_inserted(draft: Draft, code: str) -> Draft:
    """Take all rows of a kind that were held back and can be taken, in one go."""
    new: list[LineDraft] = []
    left: list[Problem] = []
    for problem in draft.problems:
        if problem.code != code or problem.held is None:
            left.append(problem)
            continue
        try:
            new.append(_coded(problem.held, None, problem.suggestion or ""))
        except UserFault:
            left.append(problem)
    return _inserted(replace(draft, problems=tuple(left)), *new) if new else draft


def _answered(draft: Draft, answers: Answers) -> Draft:
    if answers.years:
        draft = _drop(_renamed(draft, answers.years), "years")
    if answers.multiplier:
        draft = _drop(_scaled(draft, answers.multiplier), "multiplier")
    if answers.base_year:
        draft = _drop(_based(draft, str(answers.base_year)), "baseline_year")
    return draft


def _drop(draft: Draft, field: str) -> Draft:
    return replace(draft, problems=tuple(item for item in draft.problems if item.field != field))


def _settled(draft: Draft, problem: Problem, decision: Decision) -> Draft:
    draft = replace(draft, problems=tuple(item for item in draft.problems if item is not problem))
    value = decision.value.strip() if decision.act == "mend" else problem.suggestion
    if decision.act == "leave_out":
        value = None
    if problem.held is not None:
        return (
            draft
            if decision.act == "leave_out"
            else _inserted(draft, _coded(problem.held, None, value or ""))
        )
    field = problem.field.partition("@")[0]
    of_file = _OF_FILE.get(field)
    if of_file:
        return of_file(draft, value or "")
    of_line = _OF_LINE.get(field)
    if of_line and problem.line is not None:
        lines = list(draft.lines)
        if value is None and decision.act == "accept":
            of_line = _kept
        lines[problem.line] = _decided(of_line(lines[problem.line], problem, value or ""), problem.field)
        draft = replace(draft, lines=with_parents(lines) if field == "level" else tuple(lines))
    elif problem.code in _LEVEL_RULES and decision.act == "accept":
        draft = _levels_seen(draft, RULES[_LEVEL_RULES[problem.code]].percent)
    return draft


def _levels_seen(draft: Draft, percent: int) -> Draft:
    """Return the draft after a person agreed to all levels that one rule had guessed."""
    lines = (_decided(one, "level") if one.sure.get("level") == percent else one for one in draft.lines)
    return replace(draft, lines=tuple(lines))


def _decided(line: LineDraft, name: str) -> LineDraft:
    """Return a line of which a person has seen this field: it is as sure as any other now."""
    if name not in line.sure:
        return line
    return replace(line, sure={key: value for key, value in line.sure.items() if key != name})


def _kept(line: LineDraft, _problem: Problem, _value: str) -> LineDraft:
    return line


def _inserted(draft: Draft, *new: LineDraft) -> Draft:
    """Put rows that were held back among the lines of their sheet, and hang everything anew."""
    places = _places(draft.lines, new)
    sheets = list(dict.fromkeys(line.origin.sheet for line in new))
    order = sorted(
        range(len(new)),
        key=lambda one: (places[one], sheets.index(new[one].origin.sheet), new[one].origin.row),
    )
    ats = [places[one] for one in order]
    lines = list(draft.lines)
    for one in reversed(order):
        lines.insert(places[one], new[one])
    problems = tuple(_shifted(item, ats) for item in draft.problems)
    return replace(draft, lines=with_parents(lines), problems=problems)


def _places(lines: Sequence[LineDraft], new: Sequence[LineDraft]) -> list[int]:
    """Return before which line each new one stands: the first of its sheet from a later row."""
    highest: dict[str, tuple[list[int], list[int]]] = {}
    for index, line in enumerate(lines):
        rows, indexes = highest.setdefault(line.origin.sheet, ([], []))
        if not rows or line.origin.row > rows[-1]:
            rows.append(line.origin.row)
            indexes.append(index)
    found = []
    for line in new:
        rows, indexes = highest.get(line.origin.sheet, ([], []))
        at = bisect_right(rows, line.origin.row)
        found.append(indexes[at] if at < len(rows) else len(lines))
    return found


def _shifted(problem: Problem, ats: Sequence[int]) -> Problem:
    """Return a doubt about the same line after rows came in before the lines ``ats`` (in order)."""
    held = problem.held
    if held is not None and held.parent is not None:
        problem = replace(problem, held=replace(held, parent=held.parent + bisect_right(ats, held.parent)))
    if problem.line is not None:
        moved = bisect_right(ats, problem.line)
        return replace(problem, line=problem.line + moved) if moved else problem
    return problem


def _fault(value: str) -> UserFault:
    return UserFault("read-mend", value=value)


def _coded(line: LineDraft, _problem: Problem | None, value: str) -> LineDraft:
    code = plan_code.normal_code(value) if value else ""
    if code is None:
        raise _fault(value)
    return replace(line, code=code, support=plan_code.is_support(code))


def _paid(line: LineDraft, problem: Problem, value: str) -> LineDraft:
    year = problem.field.partition("@")[2]
    pagu = {key: amount for key, amount in line.pagu.items() if key != year}
    try:
        amount = wording.parse_money(value)
    except ValueError:
        raise _fault(value) from None
    return replace(line, pagu=pagu if amount is None else {**pagu, year: amount})


def _leveled(line: LineDraft, _problem: Problem, value: str) -> LineDraft:
    if not value:
        return line
    if value not in RANKS:
        raise _fault(value)
    return replace(line, level=value)


def _aimed(line: LineDraft, problem: Problem, value: str) -> LineDraft:
    """Set one target; without a value it is again as it is written in the file."""
    place, key = int(problem.values.get("indicator", "0")), problem.field
    if place >= len(line.indicators):
        return line
    item = line.indicators[place]
    text = value or item.written.get(key, "")
    indicators = list(line.indicators)
    indicators[place] = replace(item, targets={**item.targets, key.partition("@")[2]: text})
    return replace(line, indicators=tuple(indicators))


def _owned(line: LineDraft, _problem: Problem, value: str) -> LineDraft:
    return replace(line, opd=value or line.opd)


def _named(line: LineDraft, _problem: Problem, value: str) -> LineDraft:
    return replace(line, name=value or line.name)


def _indicated(line: LineDraft, _problem: Problem, value: str) -> LineDraft:
    """Name the nameless indicators of a line, or let them go."""
    kept = (replace(item, name=item.name or value) for item in line.indicators)
    return replace(line, indicators=tuple(item for item in kept if item.name))


def _years(draft: Draft, value: str) -> Draft:
    if not value:
        return draft
    typed = [int(year) for year in _FOUR_DIGITS.findall(value)]
    if not typed:
        raise _fault(value)
    missing = [year for year in draft.years if not year.isdigit()]
    first = int(re.sub(r"\D", "", missing[0])) if missing else 0
    if len(typed) != len(missing):
        typed = [typed[0] + int(re.sub(r"\D", "", year)) - first for year in missing]
    return _renamed(draft, dict(zip(missing, typed, strict=True)))


def _renamed(draft: Draft, names: Mapping[str, int]) -> Draft:
    def of(year: str) -> str:
        return str(names.get(year, year))

    years = tuple(of(year) for year in draft.years)
    if len(set(years)) < len(years):
        raise _fault(", ".join(years))
    lines = tuple(
        replace(
            line,
            pagu={of(year): amount for year, amount in line.pagu.items()},
            indicators=tuple(_of_years(item, of) for item in line.indicators),
            cells={_cell_name(field, of): cell for field, cell in line.cells.items()},
            written={_cell_name(field, of): text for field, text in line.written.items()},
            sure={_cell_name(field, of): percent for field, percent in line.sure.items()},
        )
        for line in draft.lines
    )
    problems = tuple(replace(item, field=_cell_name(item.field, of)) for item in draft.problems)
    known = [int(year) for year in years if year.isdigit()]
    return replace(
        draft,
        records=tuple(_of_plan_years(item, of) for item in draft.records),
        points=tuple(
            replace(
                item,
                pagu={of(year): amount for year, amount in item.pagu.items()},
                indicators=tuple(_of_years(one, of) for one in item.indicators),
            )
            for item in draft.points
        ),
        years=years,
        lines=lines,
        problems=problems,
        period_start=draft.period_start or min(known, default=None),
        period_end=draft.period_end or max(known, default=None),
        proposed_years={year: at for year, at in draft.proposed_years.items() if year in years},
    )


def _of_years(item: IndicatorDraft, of: Callable[[str], str]) -> IndicatorDraft:
    return replace(
        item,
        targets={of(year): text for year, text in item.targets.items()},
        written={_cell_name(field, of): text for field, text in item.written.items()},
    )


def _of_plan_years(item: RecordDraft, of: Callable[[str], str]) -> RecordDraft:
    """Rename the years of indicators that look ahead; achievements and budgets are of the period before."""
    if item.kind != "rpjmd":
        return item
    return replace(item, target={of(year): text for year, text in item.target.items()})


def _cell_name(field: str, of: Callable[[str], str]) -> str:
    head, mark, year = field.partition("@")
    return f"{head}{mark}{of(year)}" if mark else field


def _multiplied(draft: Draft, value: str) -> Draft:
    digits = re.sub(r"[.\s]", "", value) or "1"
    if not re.fullmatch(r"0*[1-9]\d{0,11}", digits, re.ASCII):
        raise _fault(value)
    return _scaled(draft, int(digits))


def _scaled(draft: Draft, multiplier: int) -> Draft:
    """Multiply all amounts anew, from what is written: what was made whole rupiah may have been a part."""
    if multiplier == draft.multiplier:
        return replace(draft, multiplier_confirmed=True)
    known = draft.multiplier

    def of(exact: Decimal) -> int:
        amount = _whole(exact * multiplier)
        if abs(amount) > wording.MOST_RUPIAH:
            raise _fault(wording.number(multiplier))
        return amount

    lines = tuple(
        replace(line, pagu={year: of(_as_written(line, year, known)) for year in line.pagu})
        for line in draft.lines
    )
    homes = {one.origin: (one, other) for one, other in zip(draft.lines, lines, strict=True)}

    def of_point(item: PointDraft, year: str) -> int:
        before, after = homes.get(item.origin, (LineDraft(), LineDraft()))
        if before.pagu.get(year) == item.pagu[year]:
            return after.pagu[year]
        return of(Decimal(item.pagu[year]) / known)

    points = tuple(
        replace(item, pagu={year: of_point(item, year) for year in item.pagu}) for item in draft.points
    )
    return replace(draft, lines=lines, points=points, multiplier=multiplier, multiplier_confirmed=True)


def _as_written(line: LineDraft, year: str, multiplier: int) -> Decimal:
    """Return an amount before it was multiplied, with the decimals that it is written with."""
    text, amount = line.written.get(f"pagu@{year}", ""), line.pagu[year]
    readings = [target_number(text)] if text else []
    if _THIRDS.fullmatch(text):
        readings.append(Decimal(text.replace(",", ".")))
    said = (one for one in readings if one is not None and _whole(one * multiplier) == amount)
    return next(said, Decimal(amount) / multiplier)


def _whole(exact: Decimal) -> int:
    return int(exact.to_integral_value(ROUND_HALF_UP))


def _based(draft: Draft, value: str) -> Draft:
    if not value:
        return draft
    if not _FOUR_DIGITS.fullmatch(value):
        raise _fault(value)
    lines = tuple(replace(line, indicators=_dated(line.indicators, value)) for line in draft.lines)
    points = tuple(replace(point, indicators=_dated(point.indicators, value)) for point in draft.points)
    return replace(draft, base_year=int(value), lines=lines, points=points)


def _dated(items: Sequence[IndicatorDraft], year: str) -> tuple[IndicatorDraft, ...]:
    return tuple(replace(item, baseline_year=year) if item.baseline else item for item in items)


_OF_FILE: Final[Mapping[str, Callable[[Draft, str], Draft]]] = {
    "years": _years,
    "multiplier": _multiplied,
    "baseline_year": _based,
}
_OF_LINE: Final[Mapping[str, Callable[[LineDraft, Problem, str], LineDraft]]] = {
    "code": _coded,
    "pagu": _paid,
    "level": _leveled,
    "name": _named,
    "indicator": _indicated,
    "target": _aimed,
    "opd": _owned,
}
