"""A mapping that a person draws once for a kind of table: what each of its columns holds.

A table is known again by the words of its heading, whatever years they name and in whatever order they stand.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final

from smartcity_desktop.domain.ids import NO_ROW, RowId

ROLES: Final[Mapping[str, str]] = {
    "": "tidak dipakai",
    "goal": "tujuan atau sasaran",
    "name": "program, kegiatan, atau subkegiatan",
    "code": "kode",
    "indicator": "indikator",
    "measure": "satuan",
    "baseline": "kondisi awal",
    "target": "target",
    "money": "pagu",
    "final": "kondisi akhir",
    "unit": "unit kerja",
    "agency": "perangkat daerah",
    "location": "lokasi",
    "outcome": "hasil (outcome atau output)",
    "fund": "sumber dana",
}
"""What a column can hold, and what it is called."""

LEVELED: Final = frozenset({"goal", "name", "indicator"})
"""Roles that may be of one level; without one the level is told by code, first word or indent."""
YEARLY: Final = frozenset({"target", "money", "baseline"})
"""Roles that have a year."""
LEVELS: Final = ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan")
MULTIPLIERS: Final = (1, 1_000, 1_000_000, 1_000_000_000)

_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ORDINAL: Final = re.compile(
    r"\b(?:tahun|thn?\.?)[\s.\-–]*(?:ke[\s.\-–]*)?\(?(?:[1-9]|iv|v?i{1,3}|v)\)?(?![\w.])", re.IGNORECASE
)
_SHORT_YEAR: Final = re.compile(r"(?<![\d.,])['’]?[2-4]\d(?![\d.,%])")
"""A year by its last two figures: "Uang 26", "Target '27"."""
_ANY_YEAR: Final = "<tahun>"
_NUMBER: Final = re.compile(r"\d+")
_NO_WORD: Final = re.compile(r"[^0-9a-z<>]+")


@dataclass(frozen=True, slots=True)
class MapColumn:
    """What one column holds. ``heading`` is its heading from top to bottom, ``index`` its place from 0.

    ``year`` is a calendar year or "Tahun-3"; ``level`` one of ``LEVELS``, "" for told row by row.
    """

    index: int
    heading: str = ""
    role: str = ""
    year: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class TableMap:
    """A mapping. ``heading`` is the fingerprint of the heading, which has ``height`` rows (0 for none).

    ``multiplier`` is by what amounts are multiplied where the table itself does not say so.
    """

    id: RowId = NO_ROW
    pos: str = ""
    name: str = ""
    heading: str = ""
    height: int = 1
    multiplier: int = 1
    columns: tuple[MapColumn, ...] = field(default_factory=tuple)
    used_at: str = ""


def plain_heading(text: str) -> str:
    """Return the words of a heading without capitals, marks and the year it names."""
    dated = _SHORT_YEAR.sub(_ANY_YEAR, _ORDINAL.sub(_ANY_YEAR, _YEAR.sub(_ANY_YEAR, text)))
    return " ".join(_NO_WORD.sub(" ", dated.lower()).split())


def fingerprint(headings: Iterable[str]) -> str:
    """Return what a table is known by: the different words over its columns, in no order.

    Another period, more or fewer years and columns in another order give the same.
    """
    return " | ".join(sorted({text for text in map(plain_heading, headings) if text}))


def headless(width: int) -> str:
    """Return what a table without any heading is known by: how many columns it has."""
    return f"kolom:{width}"


def drawn(name: str, columns: Sequence[MapColumn], *, height: int, multiplier: int = 1) -> TableMap:
    """Return a mapping of these columns, all of them, those without a role too."""
    known = fingerprint(item.heading for item in columns) if height else ""
    return TableMap(
        name=" ".join(name.split()),
        heading=known or headless(len(columns)),
        height=height,
        multiplier=multiplier,
        columns=tuple(columns),
    )


def missing(columns: Sequence[MapColumn]) -> str:
    """Return what a mapping still lacks to be of use, in words; "" where it lacks nothing."""
    roles = {item.role for item in columns}
    if not roles & {"name", "goal"}:
        return "Tandai kolom yang berisi program, tujuan, atau sasaran."
    if any(item.role in {"target", "money"} and not item.year for item in columns):
        return "Isi tahun pada setiap kolom target dan pagu."
    seen: set[tuple[str, str]] = set()
    for item in columns:
        key = (item.role, item.year)
        if item.role in {"target", "money"} and key in seen:
            return f"Dua kolom {ROLES[item.role]} memakai tahun {item.year}."
        seen.add(key)
    return ""


def columns_for(found: TableMap, headings: Sequence[str]) -> tuple[MapColumn, ...]:
    """Return the columns of a table with these headings by a mapping that fits it.

    A column is found again by its words; of several with the same words (the years) each takes its turn, and
    further ones go on as the last does. Years move as far as the number in the heading has moved.
    """
    if not found.height:
        return tuple(item for item in found.columns if item.index < len(headings))
    waiting: dict[str, list[MapColumn]] = {}
    for item in found.columns:
        waiting.setdefault(plain_heading(item.heading), []).append(item)
    taken: list[MapColumn] = []
    turn: dict[str, int] = {}
    for index, heading in enumerate(headings):
        words = plain_heading(heading)
        known = waiting.get(words)
        if known:
            at = turn.get(words, 0)
            turn[words] = at + 1
            drawn_as = known[min(at, len(known) - 1)]
            taken.append(replace(drawn_as, index=index, heading=heading, year=_moved(drawn_as, heading)))
    return tuple(taken)


def _moved(column: MapColumn, heading: str) -> str:
    """Return the year of a drawn column under another heading whose one number is another one."""
    pairs = zip(_NUMBER.findall(column.heading), _NUMBER.findall(heading), strict=False)
    steps = {int(now) - int(then) for then, now in pairs if now != then}
    if len(steps) != 1 or not column.year.isdigit():
        return column.year
    return str(int(column.year) + steps.pop())


def to_json(found: TableMap) -> dict[str, Any]:
    """Return a mapping as plain values."""
    return asdict(found)


def from_json(value: Mapping[str, Any]) -> TableMap:
    """Return a mapping from plain values. Raises LookupError, TypeError or ValueError where there is none."""
    columns = tuple(MapColumn(**item) for item in value["columns"])
    if any(item.role not in ROLES for item in columns):
        raise ValueError(value["columns"])
    return TableMap(**{**value, "columns": columns})


def packed(found: TableMap) -> str:
    """Return columns, height and multiplier as the one text that is stored."""
    parts = {
        "height": found.height,
        "multiplier": found.multiplier,
        "columns": [asdict(item) for item in found.columns],
    }
    return json.dumps(parts, ensure_ascii=False, sort_keys=True)


def unpacked(row: RowId, pos: str, name: str, heading: str, text: str, used_at: str = "") -> TableMap | None:
    """Return a stored mapping; None where its text cannot be understood (a later program wrote it)."""
    try:
        parts = {**json.loads(text), "id": row, "pos": pos, "name": name, "heading": heading}
        return from_json({**parts, "used_at": used_at})
    except (LookupError, TypeError, ValueError):
        return None
