"""One row of a planning table, its cells sorted by what their columns mean."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from smartcity_desktop.domain import plan_code
from smartcity_desktop.exchange.renstra_head import Column, Head
from smartcity_desktop.exchange.renstra_words import is_nothing, is_numbering
from smartcity_desktop.exchange.scan import column_letters, reference
from smartcity_desktop.exchange.sheets import Grid
from smartcity_desktop.exchange.text import one_line

_CODE_PART: Final = re.compile(r"[\dx]{1,4}(?:[.,\s/-]+[\dx]{1,4})*[.,]?", re.IGNORECASE)
_CODE_IN_FRONT: Final = re.compile(
    r"((?:\d|x)[.,](?:\d{1,2}|xx?)(?:[.,]\d{1,4}){0,4})[.,]?(?:\s+[-–:]?\s*|\s*[-–:]\s*)(\D.*)",
    re.IGNORECASE | re.DOTALL,
)
_PREFIX: Final = re.compile(
    r"(sub\s*-?\s*kegiatan|kegiatan|program|sasaran|tujuan)\b"
    r"(?:\s*(?:ke[- ]?)?\d+(?:\.\d+)*\.?)?\s*([:\-–])?\s*",
    re.IGNORECASE,
)
_TOTAL: Final = re.compile(
    r"(?:grand |sub[- ]?)?(?:jumlah|total)(?: (?:total|keseluruhan|pagu|anggaran|dana|biaya|belanja|"
    r"pendanaan|seluruhnya|kebutuhan|program|kegiatan|opd|skpd|perangkat daerah|indikatif|rp|dan|tahun|"
    r"i{1,3}|\d{1,4}))*\s*[:.]?(?: \(rp\.?\))?",
    re.IGNORECASE,
)
_SIGNATURE: Final = re.compile(
    r"(?:[\w .]{3,30},\s*(?:tanggal\b.*|(?:\d{1,2}\s+)?[a-z]+\s+20\d\d)|kepala\b.*|pl[th]\.?\s.*|pj\.?\s.*|"
    r"nip\b.*|pembina\b.*|mengetahui\b.*|ditetapkan\b.*|bupati\b.*|wali ?kota\b.*|sekretaris\b.*|"
    r"(?:catatan|keterangan|sumber|ket)\s*[.:].*|\*.*)",
    re.IGNORECASE | re.DOTALL,
)
_FIGURE: Final = re.compile(r"[-(<>≥≤±\s]*(?:rp\.?\s*)?\d", re.IGNORECASE)
_SINGLE: Final = 1
_SAYS_TOTAL: Final = frozenset({"name", "goal", "code", "number", "indicator", "context"})
"""Columns in which JUMLAH or TOTAL may stand."""


@dataclass(frozen=True, slots=True)
class Code:
    """The code of a row: as written, normal if it is one, how deep it would be, and the doubtful cell."""

    raw: str = ""
    normal: str = ""
    depth: int = 0
    cell: str = ""
    odd: str = ""
    """What stands in the doubtful cell; "" where nothing is doubtful."""
    odd_place: int = 0
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, the level of its column ("" for a mixed one), its cell, how far it is indented."""

    text: str
    level: str
    cell: str
    indent: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Row:
    """The cells of one row by meaning; ``cells`` names the cell of each. Years are keys as in the heading."""

    index: int
    goals: Mapping[str, str] = field(default_factory=dict)
    names: tuple[Name, ...] = ()
    code: Code = field(default_factory=Code)
    indicators: Mapping[str, str] = field(default_factory=dict)
    measure: str = ""
    baseline: str = ""
    final: str = ""
    unit: str = ""
    location: str = ""
    targets: Mapping[str, str] = field(default_factory=dict)
    money: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_values(self) -> bool:
        """Tell whether the row has an amount or a target that says something."""
        values = (*self.targets.values(), *self.money.values(), self.baseline)
        return any(_FIGURE.match(value) and value != "0" for value in values)


class Rows:
    """Reads the rows under a heading."""

    def __init__(self, grid: Grid, head: Head) -> None:
        """Take the sheet and its heading."""
        self._grid = grid
        self._head = head
        self._names = head.having("name")
        self._codes = head.having("code")
        self._coded = bool(self._codes)
        self._known: dict[tuple[str, str], list[Column]] = {}
        meant = {item.index for item in head.columns}
        said = [item.index for item in head.columns if item.role in _SAYS_TOTAL]
        width = len(grid.rows[0]) if grid.rows else 0
        self._totals = [*said, *(place for place in range(width) if place not in meant)]
        self._yearly = {kind: _yearly(head.having("value", kind), kind) for kind in ("target", "money")}
        self._headings = [
            [one_line(text).lower() for text in grid.rows[place]] for place in range(head.first, head.end)
        ]

    def at(self, index: int) -> Row:
        """Return a row by its place in the grid, from 0."""
        cells: dict[str, str] = {}
        code, rest = self._code(index)
        names = self._named(index, rest)
        if not self._coded and not code.raw:
            code, names = _code_from(names)
        return Row(
            index=index,
            goals=self._by_level(index, "goal", cells),
            names=names,
            code=code,
            indicators=self._by_level(index, "indicator", cells),
            measure=self._text(index, "measure", cells),
            baseline=self._last(index, "baseline", cells),
            final=self._first_target(index),
            unit=self._text(index, "unit", cells),
            location=self._text(index, "location", cells),
            targets=self._values(index, "target", cells),
            money=self._values(index, "money", cells),
            cells=cells,
        )

    def is_total(self, index: int) -> bool:
        """Tell whether a row is a sum: JUMLAH or TOTAL stands where a name would."""
        row, found = self._grid.rows[index], False
        for place in self._totals:
            text = one_line(row[place])
            if text != "0" and not is_nothing(text):
                if not _TOTAL.fullmatch(text):
                    return False
                found = True
        return found

    def is_filler(self, index: int) -> bool:
        """Tell whether a row is empty, numbers the columns, or repeats the heading on a new page."""
        row = self._grid.rows[index]
        if not any(row) or is_numbering(row):
            return True
        return any(sum(map(bool, head)) > _SINGLE and _repeats(row, head) for head in self._headings)

    def is_signature(self, index: int) -> bool:
        """Tell whether a row below the table is a place and date, a signer or a footnote."""
        filled = [one_line(text) for text in self._grid.rows[index] if text.strip()]
        return bool(filled) and any(_SIGNATURE.fullmatch(text) for text in filled)

    def _having(self, role: str, kind: str = "") -> list[Column]:
        found = self._known.get((role, kind))
        if found is None:
            found = self._known[role, kind] = self._head.having(role, kind)
        return found

    def _at(self, index: int, column: Column) -> str:
        text = self._grid.rows[index][column.index]
        return "" if is_nothing(text) or text.strip() == "0" else text

    def _text(self, index: int, role: str, cells: dict[str, str]) -> str:
        found: dict[str, int] = {}
        for item in self._having(role):
            text = self._at(index, item)
            if text:
                found.setdefault(one_line(text), item.index)
        if not found:
            return ""
        cells[role] = reference(index, next(iter(found.values())))
        return " ".join(found)

    def _by_level(self, index: int, role: str, cells: dict[str, str]) -> dict[str, str]:
        texts: dict[str, list[str]] = {}
        for item in self._having(role):
            text = self._at(index, item).strip()
            if text:
                cells.setdefault(f"{role}:{item.level}", reference(index, item.index))
                texts.setdefault(item.level, []).append(text)
        return {level: "\n".join(dict.fromkeys(parts)) for level, parts in texts.items()}

    def _last(self, index: int, role: str, cells: dict[str, str]) -> str:
        filled = [item for item in self._having(role) if not is_nothing(self._grid.rows[index][item.index])]
        if not filled:
            return ""
        chosen = max(filled, key=lambda item: (item.year, item.index))
        cells[role] = reference(index, chosen.index)
        return self._grid.rows[index][chosen.index].strip()

    def _first_target(self, index: int) -> str:
        for item in self._having("final"):
            if item.kind != "money":
                text = self._grid.rows[index][item.index].strip()
                return "" if is_nothing(text) else text
        return ""

    def _values(self, index: int, kind: str, cells: dict[str, str]) -> dict[str, str]:
        found: dict[str, str] = {}
        row, number = self._grid.rows[index], index + 1
        for place, year, key, letters in self._yearly[kind]:
            text = row[place].strip()
            if not is_nothing(text):
                found[year] = text
                cells[key] = f"{letters}{number}"
        return found

    def _named(self, index: int, rest: str) -> tuple[Name, ...]:
        names: list[Name] = []
        first = self._names[0].index if self._names else 0
        for item in self._names:
            text = self._at(index, item)
            if text:
                indent = (item.index - first, len(text) - len(text.lstrip()))
                names.append(Name(one_line(text), item.level, reference(index, item.index), indent))
        if not names and rest:
            names.append(Name(rest, "", reference(index, self._codes[0].index)))
        return tuple(names)

    def _code(self, index: int) -> tuple[Code, str]:
        """Return the code of a row and the words that stand behind it in the code column."""
        row = self._grid.rows[index]
        filled = [
            (item, one_line(row[item.index])) for item in self._codes if not is_nothing(row[item.index])
        ]
        if not filled:
            return Code(), ""
        if len(filled) == _SINGLE:
            column, text = filled[0]
            found = _CODE_IN_FRONT.fullmatch(text)
            if found:
                return _single(found[1], reference(index, column.index)), one_line(found[2])
            return _single(text, reference(index, column.index)), ""
        return _joined([(text, reference(index, column.index)) for column, text in filled]), ""


def _yearly(columns: Sequence[Column], kind: str) -> list[tuple[int, str, str, str]]:
    """Return place, year, name of the field and letters of the columns that hold one value a year."""
    field = "pagu" if kind == "money" else "target"
    return [(item.index, item.year, f"{field}@{item.year}", column_letters(item.index)) for item in columns]


def _repeats(row: Sequence[str], head: Sequence[str]) -> bool:
    return all(one_line(text).lower() == other for text, other in zip(row, head, strict=True))


def _single(text: str, cell: str) -> Code:
    normal = plan_code.normal_code(text)
    if normal is None:
        return Code(raw=text, cell=cell, odd=text, parts=(text,))
    return Code(raw=text, normal=normal, depth=plan_code.depth(normal), cell=cell, parts=(text,))


def _joined(parts: list[tuple[str, str]]) -> Code:
    """Return the code that is split over several cells, each of one part or of the whole so far."""
    texts = tuple(text for text, _ in parts)
    raw = ".".join(texts)
    depths = [
        len(re.split(r"[.,\s/-]+", text.strip("., "))) if _CODE_PART.fullmatch(text) else 1 for text in texts
    ]
    for place, (text, cell) in enumerate(parts):
        if not _CODE_PART.fullmatch(text):
            return Code(raw=raw, depth=sum(depths), cell=cell, odd=text, odd_place=place, parts=texts)
    whole = _cumulative(texts)
    normal = plan_code.normal_code(whole or raw)
    if normal is None:
        return Code(raw=raw, depth=sum(depths), cell=parts[-1][1], odd=raw, parts=texts)
    return Code(raw=raw, normal=normal, depth=plan_code.depth(normal), cell=parts[0][1], parts=texts)


def _cumulative(texts: tuple[str, ...]) -> str:
    """Return the last part where every part repeats the one before it: 2 | 2.16 | 2.16.02."""
    normal = [plan_code.normal_code(text) for text in texts]
    for one, other in pairwise(normal):
        if one is None or other is None or not other.startswith(f"{one}."):
            return ""
    return texts[-1]


def _code_from(names: tuple[Name, ...]) -> tuple[Code, tuple[Name, ...]]:
    """Take the code that stands in front of a name, where the table has no column for codes."""
    if not names:
        return Code(), names
    last = names[-1]
    found = _CODE_IN_FRONT.fullmatch(last.text)
    if not found:
        return Code(), names
    name = Name(one_line(found[2]), last.level, last.cell, last.indent)
    return _single(found[1], last.cell), (*names[:-1], name)


def prefix(name: str) -> tuple[str, str]:
    """Return the level a name begins with ("PROGRAM …") and the name without "Kegiatan:" in front."""
    found = _PREFIX.match(name)
    if not found:
        return "", name
    level = re.sub(r"[\s-]", "", found[1].lower())
    rest = name[found.end() :].strip()
    return level, rest if found[2] and rest else name
