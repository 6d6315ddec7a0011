"""A table of all agencies taken apart: one draft for each agency, and what names none."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final

from smartcity_desktop.domain.renstra_decide import with_parents
from smartcity_desktop.domain.renstra_draft import Draft, LineDraft, Problem, RecordDraft

_BETWEEN: Final = ";"
_ALIKE: Final = 0.85
"""Two words this like are one word and a slip of the pen."""
_SHARED: Final = "opd-shared"
_MOST_LIKENED: Final = 300
"""Names up to which slips of the pen are looked for; no region has more agencies."""
_GOALS: Final = frozenset({"tujuan", "sasaran"})
_AND: Final = re.compile(r"\s*&\s*")
_NO_WORD: Final = re.compile(r"[^0-9a-z]+")


def split(draft: Draft) -> list[Draft]:
    """Return a draft for each agency that the lines name, in their order; what names none comes last.

    A name that is spelt two ways is one agency, with a doubt that says so. A program of several agencies
    goes to each of them, its money only to the first. The goals of an RPJMD/RPD belong to no agency and stay
    out. A row that was held back goes with the line above it. A draft whose lines name no agency
    comes back alone, as it is.
    """
    held = (problem.held for problem in draft.problems if problem.held is not None)
    names = _Names(name for line in (*draft.lines, *held) for name in agencies_of(line))
    if not names.first:
        return [draft]
    work = _Apart(draft, names)
    return [work.part(name) for name in (*names.first, "") if work.has(name)]


def merged(parts: Sequence[Draft]) -> Draft:
    """Return the parts that belong to one agency after all as one, in the order of the file.

    A line that stands in two of them (the goal above both, a program of both names) stands once, with its
    money.
    """
    if len(parts) == 1:
        return parts[0]
    lines: list[LineDraft] = []
    known: dict[tuple[object, ...], int] = {}
    places: list[list[int]] = []
    for part in parts:
        places.append([])
        for line in part.lines:
            key = (line.origin, line.level, line.code, line.name)
            place = known.setdefault(key, len(lines))
            if place == len(lines):
                lines.append(line)
            elif line.pagu and not lines[place].pagu:
                lines[place] = line
            places[-1].append(place)
    order = _in_order(lines)
    at = {place: number for number, place in enumerate(order)}
    problems: dict[tuple[object, ...], Problem] = {}
    for part, own in zip(parts, places, strict=True):
        for problem in part.problems:
            moved = replace(problem, line=None if problem.line is None else at[own[problem.line]])
            if problem.held is not None and problem.held.parent is not None:
                moved = replace(moved, held=replace(problem.held, parent=at[own[problem.held.parent]]))
            # The money of a program of both names is that of the agency now.
            if moved.code != _SHARED or (moved.line is not None and not lines[order[moved.line]].pagu):
                problems.setdefault((moved.key, moved.line, moved.field), moved)
    name = parts[0].opd_name
    found = [replace(lines[place], opd=name, parent=None) for place in order]
    return replace(
        parts[0], lines=with_parents(found), problems=tuple(problems.values()), records=_all_records(parts)
    )


def _all_records(parts: Sequence[Draft]) -> tuple[RecordDraft, ...]:
    found: list[RecordDraft] = []
    for part in parts:
        found += [item for item in part.records if item not in found]
    return tuple(found)


def _in_order(lines: Sequence[LineDraft]) -> list[int]:
    sheets = list(dict.fromkeys(line.origin.sheet for line in lines))
    return sorted(
        range(len(lines)), key=lambda at: (sheets.index(lines[at].origin.sheet), lines[at].origin.row)
    )


def agencies_of(line: LineDraft) -> list[str]:
    """Return the agencies that a line names, as they are written."""
    return [name.strip() for name in line.opd.split(_BETWEEN) if name.strip()]


class _Names:
    """Names of agencies, each known under the spelling that came first."""

    def __init__(self, written: Iterable[str]) -> None:
        self.first: list[str] = []
        self._words: dict[tuple[str, ...], str] = {}
        self._known: dict[str, str] = {}
        self.odd: dict[str, list[str]] = {}
        """By name: the spellings that are not its own but for capitals and marks."""
        for name in written:
            if name not in self._known:
                self._known[name] = self._home(name)

    def of(self, written: str) -> str:
        """Return the name under which an agency goes."""
        return self._known[written]

    def _home(self, name: str) -> str:
        words = tuple(_NO_WORD.sub(" ", _AND.sub(" dan ", name.lower())).split())
        if words in self._words:
            return self._words[words]
        # A column with more different texts holds something else, and looking on would take minutes.
        for other, known in self._words.items() if len(self._words) <= _MOST_LIKENED else ():
            if _is_alike(words, other):
                self.odd.setdefault(known, []).append(name)
                return known
        self.first.append(name)
        self._words[words] = name
        return name


def _is_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two names differ by slips of the pen only; a number is never one."""
    return len(one) == len(other) and all(map(_is_slip, one, other))


def _is_slip(one: str, other: str) -> bool:
    if one == other:
        return True
    likeness = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return not (one + other).isdigit() and likeness >= _ALIKE


class _Apart:
    """Knows which lines and doubts go to which agency, "" for what names none."""

    def __init__(self, draft: Draft, names: _Names) -> None:
        self._draft, self._names = draft, names
        self._is_region = draft.document_kind != "renstra"
        self._owners = [[names.of(written) for written in agencies_of(line)] for line in draft.lines]
        self._own: dict[str, list[int]] = {}
        for index, owners in enumerate(self._owners):
            for name in dict.fromkeys(owners):
                self._own.setdefault(name, []).append(index)
            if not owners and draft.lines[index].level not in _GOALS:
                self._own.setdefault("", []).append(index)
        self._records: dict[str, list[RecordDraft]] = {}
        """Rows of the tables beside the programs by the goal they stand under, "" for those under none."""
        for item in () if self._is_region else draft.records:
            self._records.setdefault(item.goal, []).append(item)
        self._problems: dict[str, list[int]] = {}
        """Places of the doubts about rows that were held back, by agency."""
        self._about: dict[int | None, list[int]] = {}
        """Places of the others, by the line they are about."""
        for place, problem in enumerate(draft.problems):
            if problem.held is not None:
                self._problems.setdefault(self._home(problem.held), []).append(place)
            else:
                self._about.setdefault(problem.line, []).append(place)

    def has(self, name: str) -> bool:
        """Tell whether any line goes to an agency, or a row that was held back."""
        return name in self._own or name in self._problems

    def _home(self, held: LineDraft) -> str:
        """Return the agency of a row that was held back: its own, else that of the line it would hang on."""
        own = [self._names.of(one) for one in agencies_of(held)]
        parent = held.parent
        while not own and parent is not None:
            own, parent = self._owners[parent], self._draft.lines[parent].parent
        return own[0] if own else ""

    def part(self, name: str) -> Draft:
        """Return what belongs to one agency, with the lines above it that name none."""
        draft = self._draft
        kept: dict[int, LineDraft] = {}
        shared: list[int] = []
        for index in self._own.get(name, ()):
            line = draft.lines[index]
            for above in () if self._is_region else _above(draft.lines, line):
                kept.setdefault(above, draft.lines[above])
            kept[index] = replace(line, opd=name)
            if name and name != self._owners[index][0]:
                kept[index] = replace(kept[index], pagu={})
                shared.append(index)
        order = sorted(kept)
        place = {index: number for number, index in enumerate(order)}
        problems = [*self._doubts(name, place), *_shared(draft, shared, place, self._names)]
        if name in self._names.odd:
            problems.insert(0, _spelt(draft, name, self._names.odd[name]))
        lines = tuple(
            replace(
                kept[index], parent=place.get(parent) if (parent := kept[index].parent) is not None else None
            )
            for index in order
        )
        goals = dict.fromkeys(["", *(line.name for line in lines)])
        return replace(
            draft,
            opd_name=name,
            lines=with_parents(lines),
            problems=tuple(problems),
            document_kind="renstra",
            points=(),
            # A strategi goes the way of the goal it stands under.
            records=tuple(item for goal in goals for item in self._records.get(goal, ())),
        )

    def _doubts(self, name: str, place: Mapping[int, int]) -> Iterable[Problem]:
        """Yield the doubts about the file, and those about the lines that went this way."""
        own = [*self._problems.get(name, ()), *self._about.get(None, ())]
        for at in sorted((*own, *(at for index in place for at in self._about.get(index, ())))):
            problem = self._draft.problems[at]
            held = problem.held
            if held is not None:
                parent = None if held.parent is None else place.get(held.parent)
                yield replace(problem, held=replace(held, parent=parent, opd=name))
            else:
                yield problem if problem.line is None else replace(problem, line=place[problem.line])


def _above(lines: Sequence[LineDraft], line: LineDraft) -> list[int]:
    """Return the lines above a line that name no agency, from the nearest."""
    found: list[int] = []
    parent = line.parent
    while parent is not None:
        if not lines[parent].opd:
            found.append(parent)
        parent = lines[parent].parent
    return found


def _shared(
    draft: Draft, shared: Sequence[int], place: Mapping[int, int], names: _Names
) -> Iterable[Problem]:
    for index in shared:
        line = draft.lines[index]
        first = names.of(agencies_of(line)[0])
        yield Problem(
            line.origin.sheet,
            line.cells.get("name", ""),
            _SHARED,
            f"Program ini juga milik {first}; pagunya dicatat di sana.",
            place[index],
            values={"opd": first},
        )


def _spelt(draft: Draft, name: str, others: Sequence[str]) -> Problem:
    written = ", ".join(f'"{other}"' for other in dict.fromkeys(others))
    message = f'{written} dianggap sama dengan "{name}".'
    return Problem(draft.sheet, "", "opd-spelling", message, values={"opd": name, "lain": written})
