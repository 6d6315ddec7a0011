"""Drawing a mapping: a person says what one column holds, those of the same kind beside it follow."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from smartcity_desktop.domain.table_map import YEARLY, MapColumn, TableMap, drawn

_NUMBER: Final = re.compile(r"\d+")
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SHORT_YEAR: Final = re.compile(r"(?<!\d)['’]?([2-4]\d)(?!\d)")
_FARTHEST: Final = 20
"""Numbers of headings that are further apart count something else than years."""
_COUNTED: Final = frozenset({"target", "money"})


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """Something a person can say of a column: ``key`` is its letter on the keyboard, "" without one."""

    role: str
    level: str
    words: str
    key: str = ""


CHOICES: Final = (
    RoleChoice("code", "", "Kode", "K"),
    RoleChoice("name", "", "Program/kegiatan", "P"),
    RoleChoice("name", "program", "Program saja"),
    RoleChoice("name", "kegiatan", "Kegiatan saja"),
    RoleChoice("name", "subkegiatan", "Subkegiatan saja"),
    RoleChoice("goal", "tujuan", "Tujuan", "J"),
    RoleChoice("goal", "sasaran", "Sasaran", "R"),
    RoleChoice("indicator", "", "Indikator", "I"),
    RoleChoice("measure", "", "Satuan", "S"),
    RoleChoice("baseline", "", "Kondisi awal", "A"),
    RoleChoice("target", "", "Target", "T"),
    RoleChoice("money", "", "Pagu", "G"),
    RoleChoice("final", "", "Kondisi akhir"),
    RoleChoice("agency", "", "OPD", "O"),
    RoleChoice("unit", "", "Unit kerja", "U"),
    RoleChoice("location", "", "Lokasi", "L"),
    RoleChoice("outcome", "", "Hasil (outcome/output)"),
    RoleChoice("fund", "", "Sumber dana"),
    RoleChoice("", "", "Abaikan", "X"),
)
"""What a column can hold, in the order of the list."""
_WORDS: Final[Mapping[tuple[str, str], str]] = {(item.role, item.level): item.words for item in CHOICES}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A mapping on its way: ``first`` is the first row of the heading (from 0), ``height`` how many it has.

    ``columns`` are all columns of the sheet. Data begin at ``data``.
    """

    first: int = 0
    height: int = 1
    columns: tuple[MapColumn, ...] = field(default_factory=tuple)
    multiplier: int = 1

    @property
    def data(self) -> int:
        """Return the first row of the data, from 0."""
        return self.first + self.height

    def named(self, name: str) -> TableMap:
        """Return the mapping that is kept of it."""
        return drawn(name, self.columns, height=self.height, multiplier=self.multiplier)


def words_of(column: MapColumn) -> str:
    """Return what a column holds in a word or two, with its year; "" where nothing was said."""
    if not column.role:
        return ""
    words = _WORDS.get((column.role, column.level)) or _WORDS.get((column.role, ""), column.role)
    return f"{words} {column.year}".strip() if column.role in YEARLY else words


def marked(
    columns: Sequence[MapColumn], index: int, role: str, level: str = "", years: Sequence[str] = ()
) -> tuple[MapColumn, ...]:
    """Return the columns after a person said what one holds; ``years`` are those of the plan.

    Of columns with a year those to the right whose headings differ by their number alone, or by nothing,
    follow as far as nothing was said of them.
    """
    item = columns[index]
    year = _likely_year(columns, index, role, years) if role in YEARLY else ""
    changed = [*columns]
    changed[index] = replace(item, role=role, level=level, year=year)
    return _followed(changed, index) if role in _COUNTED else tuple(changed)


def dated(columns: Sequence[MapColumn], index: int, year: str) -> tuple[MapColumn, ...]:
    """Return the columns after a person said which year one is of; those that follow it move along."""
    changed = [*columns]
    changed[index] = replace(columns[index], year=year)
    return _followed(changed, index) if columns[index].role in _COUNTED else tuple(changed)


def repeated(columns: Sequence[MapColumn], is_filled: Sequence[bool]) -> tuple[MapColumn, ...]:
    """Return the columns with those of the last year once more to the right, as far as columns hold data.

    Target 2025, Pagu 2025 go on as Target 2026, Pagu 2026 and so on. Nothing that was said is changed.
    """
    last = max((item.index for item in columns if item.role in _COUNTED), default=-1)
    if last < 0 or not columns[last].year.isdigit():
        return tuple(columns)
    year = columns[last].year
    first = last
    while first and columns[first - 1].role in _COUNTED and columns[first - 1].year == year:
        first -= 1
    pattern = [item.role for item in columns[first : last + 1]]
    changed = [*columns]
    for place in range(last + 1, len(columns)):
        steps, which = divmod(place - first, len(pattern))
        if columns[place].role or not is_filled[place]:
            break
        changed[place] = replace(columns[place], role=pattern[which], year=str(int(year) + steps))
    return tuple(changed)


def headed(columns: Sequence[MapColumn], headings: Sequence[str]) -> tuple[MapColumn, ...]:
    """Return the columns under another heading; what was said of them stays."""
    known = {item.index: item for item in columns}
    return tuple(
        replace(known.get(index, MapColumn(index)), heading=heading) for index, heading in enumerate(headings)
    )


def unmarked(headings: Sequence[str]) -> tuple[MapColumn, ...]:
    """Return the columns of a heading of which nothing was said yet."""
    return tuple(MapColumn(index, heading) for index, heading in enumerate(headings))


def filled(rows: Iterable[Sequence[str]], width: int) -> list[bool]:
    """Tell of each column whether it holds anything."""
    found = [False] * width
    for row in rows:
        for place, text in enumerate(row[:width]):
            found[place] = found[place] or bool(text)
    return found


def _followed(columns: list[MapColumn], index: int) -> tuple[MapColumn, ...]:
    """Let columns to the right take the role of one, each with its own year."""
    start = columns[index]
    same = 0
    for place in range(index + 1, len(columns)):
        item = columns[place]
        step = _apart(start.heading, item.heading)
        if step is None or item.role not in {"", start.role}:
            continue
        same += step == 0
        year = _later(start.year, step or same)
        columns[place] = replace(item, role=start.role, level="", year=year)
    return tuple(columns)


def _apart(one: str, other: str) -> int | None:
    """Return by how much the one number grows in which two headings differ; 0 for none, None for others."""
    if not one or _NUMBER.sub("#", one).casefold() != _NUMBER.sub("#", other).casefold():
        return None
    pairs = zip(_NUMBER.findall(one), _NUMBER.findall(other), strict=True)
    steps = {int(right) - int(left) for left, right in pairs if left != right}
    if not steps:
        return 0
    step = steps.pop()
    return step if not steps and 0 < step <= _FARTHEST else None


def _later(year: str, steps: int) -> str:
    head, mark, number = year.rpartition("-")
    return f"{head}{mark}{int(number) + steps}" if number.isdigit() else year


def _likely_year(columns: Sequence[MapColumn], index: int, role: str, years: Sequence[str]) -> str:
    """Return the year a column is probably of: as its heading says, else as the columns before it go on."""
    heading = columns[index].heading
    said = _YEAR.findall(heading)
    if len(set(said)) == 1:
        return str(said[0])
    short = _SHORT_YEAR.findall(heading)
    if len(short) == 1:
        return f"20{short[0]}"
    if role == "baseline":
        return ""
    before = next((item for item in reversed(columns[:index]) if item.role in _COUNTED and item.year), None)
    if before is None:
        return years[0] if years else ""
    taken = {item.year for item in columns if item.role == role and item.index != index}
    year = before.year
    while year in taken and _later(year, 1) != year:
        year = _later(year, 1)
    return year
