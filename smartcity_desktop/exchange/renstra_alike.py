"""Rows of a table that are alike: one code, one name, values that say nothing unusual, in the same columns.

Most rows of a long table are of this kind. What their cells mean is decided once for all of them, and their
texts are looked at column by column. Whatever asks for a decision of its own is left to ``Rows.at`` and
``Builder.add``, which would make the same of these rows and take several times as long.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise, repeat
from operator import eq
from typing import Final, TypeVar

from smartcity_desktop.domain import plan_code
from smartcity_desktop.domain.renstra_draft import IndicatorDraft, RowCells
from smartcity_desktop.domain.renstra_targets import falling
from smartcity_desktop.exchange.renstra_habits import COUNTED
from smartcity_desktop.exchange.renstra_lines import Line
from smartcity_desktop.exchange.renstra_measures import is_labelled, suffix, usual_unit
from smartcity_desktop.exchange.renstra_rows import Layout, Place, prefix, tidy
from smartcity_desktop.exchange.renstra_words import USUAL_SIGNS
from smartcity_desktop.exchange.text import one_line

_LEAST: Final = 4
"""Rows that follow each other; fewer are as quick one by one."""
_LONGEST: Final = 30
"""Digits of an amount."""
_WORDS: Final = ("measure", "unit", "location", "outcome", "fund")
_LEVELS: Final = {depth - 1: level for depth, level in plan_code.LEVEL_OF_DEPTH.items() if level in COUNTED}
"""Levels of lines by the dots of their codes."""

_SIGN: Final = "|"
_BLANKS: Final = ("  ", f" {_SIGN}", f"{_SIGN} ")
_LEVEL_WORDS: Final = tuple(_SIGN + word for word in ("sub", "kegiatan", "program", "sasaran", "tujuan"))

_Value = TypeVar("_Value", str, int)
Years = tuple[tuple[str, int], ...]
"""By year: the column, from 0."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Where the fields of rows stand in which the same cells are filled; ``letters`` names the cells."""

    fields: Mapping[str, int]
    targets: Years
    money: Years
    letters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """Rows that are alike and follow each other, from row ``start`` (from 0) on."""

    start: int
    pattern: Pattern
    columns: Sequence[Sequence[str]]
    """The texts of the rows, column by column."""
    amounts: Sequence[Sequence[int]]
    """By year, as ``Pattern.money`` has them."""

    def __len__(self) -> int:
        """Return how many rows they are."""
        return len(self.codes)

    @property
    def codes(self) -> Sequence[str]:
        """Return the codes, one a row."""
        return self.columns[self.pattern.fields["code"]]

    @property
    def is_deep(self) -> bool:
        """Tell whether any of the rows is a sub-activity."""
        return any(level_of(code) == COUNTED[-1] for code in self.codes)

    def part(self, first: int, end: int) -> "Run":
        """Return the rows from one to before another, counted from 0."""
        columns = [column[first:end] for column in self.columns]
        return Run(self.start + first, self.pattern, columns, [year[first:end] for year in self.amounts])

    def lines(self, base_year: str) -> Iterator[Line]:
        """Yield the line of every row; baselines are of that year."""
        rows = range(self.start + 1, self.start + len(self) + 1)
        unit, location, outcome, fund = map(self._tidied, ("unit", "location", "outcome", "fund"))
        told = zip(
            *(self.codes, self.columns[self.pattern.fields["name"]], rows, unit, location),
            *(self._measures(base_year), self._by_year(self.pattern.money, self.amounts)),
            *(map(RowCells, repeat(self.pattern.letters), map(str, rows)), outcome, fund),
            strict=False,
        )
        for code, name, row, place, where, measured, pagu, cells, result, paid in told:
            yield Line(
                level_of(code),
                name,
                code,
                row,
                unit=place,
                location=where,
                indicators=measured,
                pagu=pagu,
                begun=cells,
                outcome=result,
                fund=paid,
            )

    def _tidied(self, name: str) -> Iterable[str]:
        """Return the texts of a field on one line each, "" for each row where the rows have none."""
        place = self.pattern.fields.get(name)
        return repeat("", len(self)) if place is None else map(tidy, self.columns[place])

    def _by_year(self, years: Years, columns: Sequence[Sequence[_Value]]) -> Iterable[dict[str, _Value]]:
        """Return the values of each row by the years of their columns."""
        if not years:
            return ({} for _ in range(len(self)))
        return map(dict, map(zip, repeat([year for year, _ in years]), zip(*columns, strict=True)))

    def _measures(self, base_year: str) -> Iterable[list[IndicatorDraft]]:
        """Return the indicator of every row."""
        place = self.pattern.fields.get("indicator")
        if place is None:
            return ([] for _ in range(len(self)))
        names = self.columns[place]
        aimed = [[*map(tidy, self.columns[column])] for _, column in self.pattern.targets]
        baseline = [*self._tidied("baseline")]
        made = map(
            IndicatorDraft,
            names,
            self._units(aimed),
            baseline,
            [base_year if text else "" for text in baseline],
            self._by_year(self.pattern.targets, aimed),
            self._tidied("final"),
            ["turun" if falls else "" for falls in falling(names)],
            self._written(),
        )
        return ([item] for item in made)

    def _units(self, aimed: Sequence[Sequence[str]]) -> Iterable[str]:
        """Return the unit of every row as it is usual: its own, or that of all its targets."""
        if "measure" in self.pattern.fields:
            return map(usual_unit, self._tidied("measure"))
        if not aimed:
            return repeat("", len(self))
        named = zip(*(map(suffix, column) for column in aimed), strict=True)
        return (usual_unit(found[0]) if len(set(found)) == 1 else "" for found in named)

    def _written(self) -> Iterable[dict[str, str]]:
        """Return how the unit of every row is written where that is not as it is usual."""
        return (
            {"unit": unit} if unit and usual_unit(unit) != unit else {} for unit in self._tidied("measure")
        )


def level_of(code: str) -> str:
    """Return the level of a line by its code, as the codes of a ``Run`` tell it."""
    return _LEVELS[code.count(".")]


def runs(rows: Sequence[Sequence[str]], begin: int, layout: Layout, largest: int) -> list[Run]:
    """Return the rows that are alike, from row ``begin`` on; an amount above ``largest`` is unusual."""
    found: list[Run] = []
    if not layout.is_plain:
        return found
    finder = _Finder(layout, largest)
    start = begin
    for said, group in groupby(rows[begin:], lambda row: tuple(map(bool, row))):
        same = list(group)
        pattern = finder.pattern(said) if len(same) >= _LEAST else None
        if pattern is not None:
            found += finder.cut(start, same, pattern)
        start += len(same)
    return found


class _Finder:
    """Tells which rows are alike, and cuts them where one is unusual."""

    def __init__(self, layout: Layout, largest: int) -> None:
        self._layout = layout
        self._largest = largest
        self._known: dict[tuple[bool, ...], Pattern | None] = {}

    def pattern(self, said: tuple[bool, ...]) -> Pattern | None:
        """Return what rows hold of which these cells are filled; None where that is nothing plain."""
        if said not in self._known:
            self._known[said] = self._learn(said)
        return self._known[said]

    def _learn(self, said: tuple[bool, ...]) -> Pattern | None:
        layout = self._layout
        codes = [place for place in layout.codes if said[place[0]]]
        names = [place for place in layout.names if said[place[0]]]
        if len(codes) != 1 or len(names) != 1 or names[0][1]:
            return None
        by_role: dict[str, list[Place]] = {}
        for place in layout.places:
            if said[place.index]:
                by_role.setdefault(place.role, []).append(place)
        measured = by_role.get("indicator", [])
        is_one = all(len(by_role.get(role, ())) <= 1 for role in ("indicator", *_WORDS))
        if "goal" in by_role or not is_one or any(place.part for place in measured):
            return None
        if not measured and ("target" in by_role or "baseline" in by_role):
            return None
        single: list[str] = [role for role in ("indicator", "baseline", *_WORDS) if role in by_role]
        fields = {role: by_role[role][0].index for role in single}
        fields |= {"code": codes[0][0], "name": names[0][0]}
        if layout.final is not None and said[layout.final]:
            fields["final"] = layout.final
        letters: dict[str, str] = {}
        for place in chain.from_iterable(by_role.values()):
            letters.setdefault(place.key, place.letters)
        letters |= {"code": codes[0][1], "name": names[0][2]}
        if measured:
            letters["indicator"] = measured[0].letters
        return Pattern(fields, _years(by_role, "target"), _years(by_role, "money"), letters)

    def cut(self, start: int, rows: Sequence[Sequence[str]], pattern: Pattern) -> Iterator[Run]:
        """Yield the rows of a pattern that stand between unusual ones."""
        columns = list(zip(*rows, strict=True))
        unusual = self._unusual(columns, pattern)
        amounts = [
            [0 if place in unusual else int(text) for place, text in enumerate(columns[column])]
            if unusual
            else [*map(int, columns[column])]
            for _, column in pattern.money
        ]
        for year in amounts:
            if max(year) > self._largest:
                unusual.update(place for place, value in enumerate(year) if value > self._largest)
        whole = Run(start, pattern, columns, amounts)
        for before, after in pairwise((-1, *sorted(unusual), len(rows))):
            if after - before > _LEAST:
                yield whole.part(before + 1, after)

    def _unusual(self, columns: Sequence[Sequence[str]], pattern: Pattern) -> set[int]:
        """Return the places of rows in which something has to be decided."""
        fields = pattern.fields
        read = [*fields.values(), *(column for _, column in (*pattern.targets, *pattern.money))]
        thirds = self._layout.thirds
        found = set[int]()
        for place in read:
            found.update(self._odd(columns[place]))
        for name in ("name", "indicator", *_WORDS):
            if name in fields and "0" in columns[fields[name]]:
                found.update(_places(columns[fields[name]], "0".__eq__))
        for _, column in pattern.money:
            if not _is_whole("".join(columns[column])) or max(map(len, columns[column])) > _LONGEST:
                found.update(_places(columns[column], _is_odd_amount))
        for _, column in pattern.targets if thirds else ():
            found.update(_places(columns[column], thirds.__contains__))
        found.update(self._unusual_words(columns, fields))
        codes = columns[fields["code"]]
        found.update(place for place, is_same in enumerate(map(eq, codes, codes[1:]), start=1) if is_same)
        return found

    def _odd(self, texts: Sequence[str]) -> list[int]:
        """Return the places of texts that are not kept as they stand."""
        if {text[0] for text in texts} <= USUAL_SIGNS:
            return []
        kept = self._layout.kept
        return _places(texts, lambda text: text[0] not in USUAL_SIGNS and kept[text] != text)

    def _unusual_words(self, columns: Sequence[Sequence[str]], fields: Mapping[str, int]) -> set[int]:
        """Return the places of unusual codes, names and indicators; most columns have none, seen at once."""
        found = set[int]()
        codes, names = columns[fields["code"]], columns[fields["name"]]
        depths = {code.count(".") for code in codes}
        if not depths <= _LEVELS.keys() or not plan_code.are_in_order(codes):
            found.update(_places(codes, _is_odd_code))
        whole = _SIGN.join(("", *names, "")).lower()
        if not _is_plain(whole) or any(word in whole for word in _LEVEL_WORDS) or not _begin_alike(names):
            found.update(_places(names, _is_odd_name))
        if "indicator" in fields:
            texts = columns[fields["indicator"]]
            test = _is_odd_measure if "measure" in fields else _may_say_unit
            whole = _SIGN.join(("", *texts, "")).lower()
            if not _is_plain(whole) or _SIGN + "i" in whole or (")" in whole and "measure" not in fields):
                found.update(_places(texts, test))
        return found


def _is_plain(whole: str) -> bool:
    """Tell whether texts, the sign around each, are ASCII on one line, without blanks that do not count."""
    return whole.isascii() and whole.isprintable() and not any(blank in whole for blank in _BLANKS)


def _begin_alike(texts: Sequence[str]) -> bool:
    """Tell whether all texts begin with a letter."""
    return all(map(str.isalpha, {text[0] for text in texts}))


def _places(texts: Sequence[str], test: Callable[[str], bool]) -> list[int]:
    """Return the places of the texts of which something holds."""
    return [place for place, text in enumerate(texts) if test(text)]


def _is_whole(text: str) -> bool:
    return text.isdigit() and text.isascii()


def _is_odd_amount(text: str) -> bool:
    return len(text) > _LONGEST or not _is_whole(text)


def _is_odd_code(text: str) -> bool:
    return text.count(".") not in _LEVELS or not plan_code.is_in_order(text)


def _is_odd_name(text: str) -> bool:
    """Tell whether a name may be a number, is laid out, or begins with the name of a level."""
    return not text[0].isalpha() or one_line(text) != text or bool(prefix(text)[0])


def _is_odd_measure(text: str) -> bool:
    return one_line(text) != text or is_labelled(text)


def _may_say_unit(text: str) -> bool:
    return text.endswith(")") or _is_odd_measure(text)


def _years(by_role: Mapping[str, Sequence[Place]], role: str) -> Years:
    """Return the columns of the years of a field, the last one of each."""
    return tuple({place.part: place.index for place in by_role.get(role, ())}.items())
