"""One row of a planning table, its cells sorted by what their columns mean."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from smartcity_desktop.domain import plan_code
from smartcity_desktop.exchange.renstra_head import Column, Head
from smartcity_desktop.exchange.renstra_words import is_nothing, is_numbering
from smartcity_desktop.exchange.scan import column_letters
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


_NO_CODE: Final = Code()


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, the level of its column ("" for a mixed one), its cell, how far it is indented."""

    text: str
    level: str
    cell: str
    indent: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Row:
    """The cells of one row by meaning; ``cells`` names the cell of each. Years are keys as in the heading."""

    index: int
    goals: Mapping[str, str] = field(default_factory=dict)
    names: tuple[Name, ...] = ()
    code: Code = _NO_CODE
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
        self._names = head.having("name")
        self._codes = _places(head.having("code"))
        self._leveled = {role: _leveled(head.having(role), role) for role in ("goal", "indicator")}
        self._wordy = {role: _places(head.having(role)) for role in ("measure", "unit", "location")}
        latest = sorted(head.having("baseline"), key=lambda item: (item.year, item.index), reverse=True)
        self._baselines = _places(latest)
        finals = (item.index for item in head.having("final") if item.kind != "money")
        self._final = next(finals, None)
        self._yearly = {kind: _yearly(head.having("value", kind), kind) for kind in ("target", "money")}
        meant = {item.index for item in head.columns}
        said = [item.index for item in head.columns if item.role in _SAYS_TOTAL]
        width = len(grid.rows[0]) if grid.rows else 0
        self._totals = [*said, *(place for place in range(width) if place not in meant)]
        headings = ([one_line(text).lower() for text in row] for row in grid.rows[head.first : head.end])
        self._headings = [texts for texts in headings if sum(map(bool, texts)) > _SINGLE]

    def at(self, index: int) -> Row:
        """Return a row by its place in the grid, from 0."""
        row, number = self._grid.rows[index], str(index + 1)
        cells: dict[str, str] = {}
        code, rest = self._code(row, number)
        names = self._named(row, number, rest)
        if not self._codes and not code.raw:
            code, names = _code_from(names)
        return Row(
            index=index,
            goals=self._by_level(row, number, "goal", cells),
            names=names,
            code=code,
            indicators=self._by_level(row, number, "indicator", cells),
            measure=self._text(row, number, "measure", cells),
            baseline=self._baseline(row, number, cells),
            final="" if self._final is None or is_nothing(row[self._final]) else row[self._final].strip(),
            unit=self._text(row, number, "unit", cells),
            location=self._text(row, number, "location", cells),
            targets=self._values(row, number, "target", cells),
            money=self._values(row, number, "money", cells),
            cells=cells,
        )

    def is_total(self, index: int) -> bool:
        """Tell whether a row is a sum: JUMLAH or TOTAL stands where a name would."""
        row, found = self._grid.rows[index], False
        for place in self._totals:
            if row[place] and _says(row[place]):
                if not _TOTAL.fullmatch(one_line(row[place])):
                    return False
                found = True
        return found

    def is_filler(self, index: int) -> bool:
        """Tell whether a row is empty, numbers the columns, or repeats the heading on a new page."""
        row = self._grid.rows[index]
        if not any(row) or is_numbering(row):
            return True
        return any(_repeats(row, head) for head in self._headings)

    def is_signature(self, index: int) -> bool:
        """Tell whether a row below the table is a place and date, a signer or a footnote."""
        filled = [one_line(text) for text in self._grid.rows[index] if text.strip()]
        return bool(filled) and any(_SIGNATURE.fullmatch(text) for text in filled)

    def _text(self, row: Sequence[str], number: str, role: str, cells: dict[str, str]) -> str:
        found: dict[str, str] = {}
        for place, letters in self._wordy[role]:
            if row[place] and _says(row[place]):
                found.setdefault(one_line(row[place]), letters)
        if not found:
            return ""
        cells[role] = next(iter(found.values())) + number
        return " ".join(found)

    def _by_level(
        self, row: Sequence[str], number: str, role: str, cells: dict[str, str]
    ) -> Mapping[str, str]:
        texts: dict[str, list[str]] = {}
        for place, level, key, letters in self._leveled[role]:
            text = row[place] and row[place].strip()
            if text and _says(text):
                cells.setdefault(key, letters + number)
                texts.setdefault(level, []).append(text)
        return {level: "\n".join(dict.fromkeys(parts)) for level, parts in texts.items()}

    def _baseline(self, row: Sequence[str], number: str, cells: dict[str, str]) -> str:
        for place, letters in self._baselines:
            if row[place] and not is_nothing(row[place]):
                cells["baseline"] = letters + number
                return row[place].strip()
        return ""

    def _values(self, row: Sequence[str], number: str, kind: str, cells: dict[str, str]) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for place, year, key, letters in self._yearly[kind]:
            text = row[place]
            # Nearly every cell is empty or begins with a figure.
            if text and (text[0].isdigit() or not is_nothing(text)):
                found[year] = text.strip()
                cells[key] = letters + number
        return found

    def _named(self, row: Sequence[str], number: str, rest: str) -> tuple[Name, ...]:
        names: list[Name] = []
        first = self._names[0].index if self._names else 0
        for item in self._names:
            text = row[item.index]
            if text and _says(text):
                indent = (item.index - first, len(text) - len(text.lstrip()))
                cell = column_letters(item.index) + number
                names.append(Name(one_line(text), item.level, cell, indent))
        if not names and rest:
            names.append(Name(rest, "", self._codes[0][1] + number))
        return tuple(names)

    def _code(self, row: Sequence[str], number: str) -> tuple[Code, str]:
        """Return the code of a row and the words that stand behind it in the code column."""
        filled = [
            (one_line(row[place]), letters + number)
            for place, letters in self._codes
            if row[place] and not is_nothing(row[place])
        ]
        if not filled:
            return _NO_CODE, ""
        if len(filled) > _SINGLE:
            return _joined(filled), ""
        text, cell = filled[0]
        if plan_code.is_in_order(text):
            return Code(text, text, plan_code.depth(text), cell, parts=(text,)), ""
        found = _CODE_IN_FRONT.fullmatch(text)
        return (_single(found[1], cell), one_line(found[2])) if found else (_single(text, cell), "")


def _says(text: str) -> bool:
    """Tell whether a cell of words says anything: neither "none" nor a bare nought."""
    return not is_nothing(text) and text.strip() != "0"


def _places(columns: Sequence[Column]) -> list[tuple[int, str]]:
    return [(item.index, column_letters(item.index)) for item in columns]


def _leveled(columns: Sequence[Column], role: str) -> list[tuple[int, str, str, str]]:
    """Return place, level, name of the field and letters of the columns that are for a level each."""
    return [(item.index, item.level, f"{role}:{item.level}", column_letters(item.index)) for item in columns]


def _yearly(columns: Sequence[Column], kind: str) -> list[tuple[int, str, str, str]]:
    """Return place, year, name of the field and letters of the columns that hold one value a year."""
    field = "pagu" if kind == "money" else "target"
    return [(item.index, item.year, f"{field}@{item.year}", column_letters(item.index)) for item in columns]


def _repeats(row: Sequence[str], head: Sequence[str]) -> bool:
    """Tell whether a row says what a row of the heading says; nearly every one differs in its first words."""
    for text, other in zip(row, head, strict=True):
        if (one_line(text).lower() if text else "") != other:
            return False
    return True


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
