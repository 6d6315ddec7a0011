"""Where the table of a plan begins and what each column holds, found by the meaning of the headings.

The heading may have one to five rows, in any sheet place and column order, with merged cells or without.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Final

from smartcity_desktop.exchange.renstra_words import ROMAN, Meaning, amount, is_numbering, meaning
from smartcity_desktop.exchange.sheets import Grid
from smartcity_desktop.exchange.text import one_line

MAX_HEAD_ROWS: Final = 6
_SEARCHED_ROWS: Final = 200
_SAMPLED_ROWS: Final = 400
_LONGEST_HEADING: Final = 200
_ENOUGH: Final = 6.0
_BIG: Final = 100_000
_GROUPED: Final = 2
"""Texts of a group: its head, and what stands under it."""
_SCORES: Final = {
    "name": 3.0,
    "code": 2.0,
    "indicator": 2.0,
    "goal": 1.5,
    "baseline": 1.0,
    "final": 0.5,
    "unit": 0.5,
    "location": 0.5,
    "measure": 0.5,
    "context": 0.5,
    "outcome": 0.5,
    "fund": 0.5,
    "strategy": 1.5,
}
_SEVERAL_LEVELS: Final = 3
"""Columns of a cascading list: a level each, no figures."""
_ANOTHER_NAME: Final = 0.5
_STRUCTURAL: Final = frozenset(
    {"goal", "code", "indicator", "measure", "unit", "location", "number", "remark", "fund"}
)
_YEAR_GROUP: Final = re.compile(r"\btahun(?:\s*ke)?[\s.\-–]*$", re.IGNORECASE)
_VALUE: Final = re.compile(
    r"(?:rp\.?\s*)?\d[\d.,]{2,}.{0,12}|[\dx][.,](?:\d\d|xx)[.,]\d.*", re.IGNORECASE | re.DOTALL
)
"""An amount, or a name with its code in front."""
_DATED: Final = re.compile(r",\s*(?:\d{1,2}\s+)?[a-z]+\s+20\d\d$", re.IGNORECASE)
"""Place and date of a signature."""
_ORDINAL: Final = re.compile(r"\(?([1-6]|iv|v?i{1,3}|v)\)?", re.IGNORECASE)
_CODE_CELL: Final = re.compile(r"[\dx]{1,4}(?:[.,][\dx]{1,4})*\.?", re.IGNORECASE)

_meaning = lru_cache(maxsize=4096)(meaning)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: role "value" holds targets or money of a year; other roles as in ``Meaning``."""

    index: int
    role: str
    kind: str = ""
    year: str = ""
    level: str = ""
    heading: str = ""


@dataclass(frozen=True)
class Head:
    """A heading: its first row, the row after its last, its columns with a meaning, and how sure it is."""

    first: int
    end: int
    columns: tuple[Column, ...]
    score: float = 0.0
    headings: tuple[tuple[int, int, str], ...] = ()

    def having(self, role: str, kind: str = "") -> list[Column]:
        """Return the columns of a role (and kind), from left to right."""
        return [item for item in self.columns if item.role == role and kind in {"", item.kind}]

    @cached_property
    def measured(self) -> str:
        """Return the goals that every column of indicators is for, "" where one is for lines of the plan."""
        levels = {item.level for item in self.having("indicator")}
        return levels.pop() if len(levels) == 1 and levels <= {"tujuan", "sasaran"} else ""

    @cached_property
    def years(self) -> tuple[str, ...]:
        """Return the year keys in the order of the columns."""
        return tuple(dict.fromkeys(item.year for item in self.having("value")))


def find_head(grid: Grid) -> Head | None:
    """Return the heading that explains most columns, the shortest of equals; None where there is no plan."""
    best: Head | None = None
    for found in heads_of(grid):
        if best is None or _better(found, best):
            best = found
    if best is None or not is_enough(best):
        return None
    return _complete(replace(best, first=_top(best, grid)), grid)


def heads_of(grid: Grid) -> Iterator[Head]:
    """Yield every heading that rows of a sheet could be, from the top; what is repeated below counts once."""
    book = _Headings(grid)
    seen: set[tuple[str, ...]] = set()
    for first in range(min(len(grid.rows), _SEARCHED_ROWS)):
        if grid.rows[first] in seen or not book.may_start(first):
            continue
        seen.add(grid.rows[first])
        for end in range(first + 1, min(first + MAX_HEAD_ROWS, len(grid.rows)) + 1):
            if end - 1 > first and not book.may_continue(end - 1):
                break
            yield book.head(first, end)


def is_enough(head: Head, times: float = 1.0) -> bool:
    """Tell whether a heading explains so many columns that it heads a plan."""
    return head.score >= _ENOUGH * times and _is_plan(head)


def stacks_of(grid: Grid, first: int, end: int) -> tuple[str, ...]:
    """Return the heading of every column between two rows, from top to bottom, "" where it has none."""
    head = _Headings(grid).head(first, min(end, len(grid.rows)))
    known = {index: text for index, _, text in head.headings}
    return tuple(known.get(index, "") for index in range(len(grid.rows[0])))


def of_region(head: Head) -> Head:
    """Return the heading of an RPJMD: its "Sasaran RPJMD" are its own, as are indicators beside them.

    Indicators between the goals and the programs are those of sasaran.
    """
    head = replace(head, columns=tuple(_own_goal(item, head) for item in head.columns))
    goals = [item.index for item in head.having("goal")]
    names = [item.index for item in head.having("name")]
    if not goals or not names:
        return head
    columns = tuple(
        replace(item, level="sasaran")
        if item.role == "indicator" and not item.level and max(goals) < item.index < min(names)
        else item
        for item in head.columns
    )
    return replace(head, columns=columns)


def _own_goal(item: Column, head: Head) -> Column:
    """Return a column of goals that a Renstra would only quote from the RPJMD as what it is in the RPJMD."""
    level = item.heading.lower().partition(" ")[0]
    known = {one.level for one in head.having("goal")}
    if item.role != "context" or level not in {"tujuan", "sasaran"} or level in known:
        return item
    return replace(item, role="goal", level=level)


def _top(head: Head, grid: Grid) -> int:
    """Return the first row of the merged cells that reach into the heading."""
    return min((top for top, _, bottom, _ in grid.merges if top < head.first <= bottom), default=head.first)


def _better(one: Head, other: Head) -> bool:
    if one.score != other.score:
        return one.score > other.score
    if one.end == other.end:
        return one.first < other.first
    return one.end - one.first < other.end - other.first


def _is_plan(head: Head) -> bool:
    named = [*head.having("name"), *head.having("goal")]
    levels = {item.level for item in named if item.level}
    said = any(head.having(role) for role in ("value", "indicator", "code", "strategy"))
    return bool(named) and (said or len(levels) >= _SEVERAL_LEVELS)


class _Headings:
    """The texts of heading cells, with merged cells filled and groups carried to the right."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._width = len(grid.rows[0]) if grid.rows else 0
        self._merged: dict[tuple[int, int], tuple[int, int]] = {}
        for top, left, bottom, right in grid.merges:
            if top < _SEARCHED_ROWS + MAX_HEAD_ROWS:
                for row in range(top, min(bottom, _SEARCHED_ROWS + MAX_HEAD_ROWS) + 1):
                    for column in range(left, min(right, self._width) + 1):
                        self._merged[row, column] = (top, left)

    def _text(self, row: int, column: int) -> str:
        top, left = self._merged.get((row, column), (row, column))
        return one_line(self._grid.at(top, left))

    def _own(self, row: int) -> list[str]:
        return [text for text in dict.fromkeys(map(one_line, self._grid.rows[row])) if text]

    def may_start(self, row: int) -> bool:
        """Tell whether a heading may begin here: two cells that mean something, and nothing like a value."""
        own = self._own(row)
        # Rows of a plan hold values, which is seen of the first of them.
        if any(text[0].isdigit() and _is_value(text) for text in own):
            return False
        return sum(bool(_meaning(text)) for text in own) > 1 and self.may_continue(row)

    def may_continue(self, row: int) -> bool:
        """Tell whether a row may belong to a heading: words and years, half of them meaningful, no values."""
        own = self._own(row)
        if is_numbering(self._grid.rows[row]) and len(own) > MAX_HEAD_ROWS:
            return False
        meant = sum(bool(_meaning(text)) or bool(_ORDINAL.fullmatch(text)) for text in own)
        return meant * 2 >= len(own) and not any(
            len(text) > _LONGEST_HEADING or _is_value(text) or _DATED.search(text) for text in own
        )

    def head(self, first: int, end: int) -> Head:
        """Return what the rows from ``first`` to before ``end`` say as a heading."""
        columns = [self._column(first, end, index) for index in range(self._width)]
        known = tuple(item for item in columns if item.role)
        headings = tuple((item.index, end - 1, item.heading) for item in columns if item.heading)
        return Head(first, end, known, _score(known), headings)

    def _column(self, first: int, end: int, index: int) -> Column:
        texts: list[str] = []
        is_own = True
        for row in range(first, end):
            own = self._text(row, index)
            text = own or self._carried(row, index, end)
            if text and (not texts or texts[-1] != text):
                texts.append(text)
                is_own = is_own and bool(own) and not self._is_group(row, index)
        found = _cut(texts) if is_own and len(texts) > 1 else None
        return replace(found or _explain(texts), index=index, heading=" / ".join(texts))

    def _is_group(self, row: int, column: int) -> bool:
        """Tell whether a merged cell stands over further columns."""
        home = self._merged.get((row, column))
        return home is not None and home in {
            self._merged.get((row, column - 1)),
            self._merged.get((row, column + 1)),
        }

    def _below(self, row: int, column: int, end: int) -> bool:
        own = self._text(row, column)
        return any(self._text(lower, column) not in {"", own} for lower in range(row + 1, end))

    def _carried(self, row: int, column: int, end: int) -> str:
        """Return the group heading to the left that also stands over this column, where nothing is merged."""
        if (row, column) in self._merged or not self._below(row, column, end):
            return ""
        left = column - 1
        while left >= 0 and not self._text(row, left):
            left -= 1
        if left < 0 or (row, left) in self._merged or not self._below(row, left, end):
            return ""
        return self._text(row, left)


def _is_value(text: str) -> bool:
    if _meaning(text).year or _ORDINAL.fullmatch(text):
        return False
    return bool(text.endswith("%") or _VALUE.fullmatch(text))


def _explain(texts: list[str]) -> Column:
    """Return the column that a stack of heading texts, from top to bottom, stands for (index left open)."""
    meanings = [_meaning(text) for text in texts]
    for role in ("final", "baseline"):
        if any(item.role == role for item in meanings):
            return Column(0, role, _kind(meanings), _year(texts, meanings))
    if len(meanings) > 1 and any(item.role == "code" for item in meanings[:-1]):
        return Column(0, "code")
    upper = next((item for item in meanings[:-1] if item.role == "indicator"), None)
    if upper is not None and meanings[-1].level:
        return Column(0, "indicator", level=meanings[-1].level)
    year = _year(texts, meanings)
    lowest = next((item for item in reversed(meanings) if item), Meaning())
    if year and lowest.role not in _STRUCTURAL:
        return Column(0, "value", _kind(meanings), year)
    roles = [item for item in reversed(meanings) if item.role]
    if lowest.kind and not lowest.role and not roles:
        return Column(0, "value", _kind(meanings))
    chosen = roles[0] if roles else Meaning()
    return Column(0, chosen.role, level=chosen.level)


def _cut(texts: list[str]) -> Column | None:
    """Return the column of a heading that is only cut into rows ("Program" / "dan Kegiatan"), else None."""
    parts = [_meaning(text) for text in texts]
    whole = _meaning(" ".join(texts))
    roles = {item.role for item in parts} - {"", "remark"}
    if not whole.role or not roles <= {whole.role}:
        return None
    if whole.role in {"final", "baseline"}:
        return Column(0, whole.role, whole.kind, whole.year)
    if any(item.year for item in parts):
        return None
    return Column(0, whole.role, level=whole.level)


def _kind(meanings: list[Meaning]) -> str:
    return next((item.kind for item in reversed(meanings) if item.kind in {"target", "money"}), "")


def _year(texts: list[str], meanings: list[Meaning]) -> str:
    named = next((item.year for item in reversed(meanings) if item.year), "")
    if named or len(texts) < _GROUPED:
        return named
    ordinal = _ORDINAL.fullmatch(texts[-1])
    if ordinal and any(_YEAR_GROUP.search(text) for text in texts[:-1]):
        return f"Tahun-{ROMAN.get(ordinal[1].lower(), ordinal[1])}"
    return ""


def _score(columns: tuple[Column, ...]) -> float:
    score, named = 0.0, 0
    for item in {(item.role, item.level, item.kind, item.year) for item in columns}:
        if item[0] == "value":
            score += 1.0 if item[3] else 0.5
        elif item[0] == "name":
            named += 1
        else:
            score += _SCORES.get(item[0], 0.0)
    return score + (_SCORES["name"] + (named - 1) * _ANOTHER_NAME if named else 0.0)


def _complete(head: Head, grid: Grid) -> Head:
    """Decide by their content the columns whose heading leaves it open."""
    sampled = grid.rows[head.end : head.end + _SAMPLED_ROWS]
    body = tuple(row for row in sampled if not is_numbering(row))
    columns = _with_levels(_without_sums(_with_silent(head, body)))
    seen: set[tuple[str, str]] = {(item.year, item.kind) for item in columns if item.role == "value"}
    chosen: list[Column] = []
    taken: set[tuple[str, str]] = set()
    for item in columns:
        if item.role == "value":
            kind = item.kind or _kind_by_content(item, seen, body)
            if (item.year, kind) in taken:
                chosen.append(replace(item, role="remark"))
                continue
            taken.add((item.year, kind))
            chosen.append(replace(item, kind=kind))
        else:
            chosen.append(item)
    return replace(head, columns=tuple(chosen))


def _with_levels(columns: list[Column]) -> list[Column]:
    """Give the indicators of a cascading list the level of the column they stand beside."""
    levels = [item.level for item in columns if item.role in {"goal", "name"}]
    bare = sum(item.role == "indicator" and not item.level for item in columns)
    if bare < _GROUPED or "" in levels or len(set(levels)) < bare:
        return columns
    found: list[Column] = []
    level = ""
    for item in columns:
        level = item.level if item.role in {"goal", "name"} else level
        found.append(replace(item, level=level) if item.role == "indicator" and not item.level else item)
    return found


def _without_sums(columns: list[Column]) -> list[Column]:
    """Set columns of money or targets without a year aside, where others have one: they are sums."""
    if not any(item.role == "value" and item.year for item in columns):
        return columns
    return [
        replace(item, role="final") if item.role == "value" and not item.year else item for item in columns
    ]


def _kind_by_content(item: Column, seen: set[tuple[str, str]], body: tuple[tuple[str, ...], ...]) -> str:
    for kind, other in (("money", "target"), ("target", "money")):
        if (item.year, kind) in seen:
            return other
    filled = [text for text in (_at(row, item.index) for row in body) if text]
    big = sum(_is_big(text) for text in filled)
    kind = "money" if filled and big * 2 >= len(filled) else "target"
    seen.add((item.year, kind))
    return kind


def _is_big(text: str) -> bool:
    try:
        value = amount(text)
    except ValueError:
        return False
    return value is not None and value >= _BIG


def _with_silent(head: Head, body: tuple[tuple[str, ...], ...]) -> list[Column]:
    """Add the columns without any heading that continue the code or the name to their left."""
    headed = {index for index, _, _ in head.headings}
    known = {item.index: item for item in head.columns}
    width = max((len(row) for row in body), default=0)
    for index in range(1, width):
        before = known.get(index - 1)
        if index in headed or before is None or before.role not in {"code", "name"}:
            continue
        filled = [text for text in (_at(row, index) for row in body) if text]
        codes = sum(bool(_CODE_CELL.fullmatch(text)) for text in filled)
        if before.role == "code" and (codes or not filled):
            known[index] = replace(before, index=index)
        elif filled and codes * 2 < len(filled):
            known[index] = Column(index, "name")
    return [known[index] for index in sorted(known)]


def _at(row: tuple[str, ...], index: int) -> str:
    return row[index].strip() if index < len(row) else ""
