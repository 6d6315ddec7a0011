"""One row of a planning table, its cells sorted by what their columns mean."""

import re
import string
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise
from operator import itemgetter
from typing import Final, NamedTuple

from smartcity_desktop.domain import plan_code
from smartcity_desktop.domain.renstra_draft import RowCells
from smartcity_desktop.exchange.renstra_head import Column, Head
from smartcity_desktop.exchange.renstra_words import (
    SAYING_SIGNS,
    USUAL_SIGNS,
    Kept,
    Mute,
    is_nothing,
    is_numbering,
)
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
    r"(\s*(?:ke[- ]?)?\d+(?:\.\d+)*\.?)?\s*([:\-–])?\s*",
    re.IGNORECASE,
)
_NO_PREFIX: Final = frozenset(string.ascii_letters + string.digits) - frozenset("skptSKPT")
"""With one of these no name of a level begins."""
_NUMBERED: Final = frozenset({"tujuan", "sasaran"})
"""Levels whose number alone is a label: "Sasaran 1.1 …"."""
_TOTAL: Final = re.compile(
    r"(?:grand |sub[- ]?)?(?:jumlah|total)(?: (?:total|keseluruhan|pagu|anggaran|dana|biaya|belanja|"
    r"pendanaan|seluruhnya|kebutuhan|program|kegiatan|opd|skpd|perangkat daerah|indikatif|rp|dan|tahun|"
    r"i{1,3}|\d{1,4}))*\s*[:.]?(?: \(rp\.?\))?",
    re.IGNORECASE,
)
_NO_TOTAL: Final = frozenset(string.ascii_letters + string.digits) - frozenset("gsjtGSJT")
"""With one of these no total begins."""
_SIGNATURE: Final = re.compile(
    r"(?:[\w .]{3,30},\s*(?:tanggal\b.*|(?:\d{1,2}\s+)?[a-z]+\s+20\d\d)|kepala\b.*|pl[th]\.?\s.*|pj\.?\s.*|"
    r"nip\b.*|pembina\b.*|mengetahui\b.*|ditetapkan\b.*|bupati\b.*|wali ?kota\b.*|sekretaris\b.*|"
    r"(?:catatan|keterangan|sumber|ket)\s*[.:].*|\*.*)",
    re.IGNORECASE | re.DOTALL,
)
tidy = lru_cache(maxsize=8192)(one_line)
"""``one_line`` for targets, units and places: a few texts, over and over."""
THIRDS: Final = re.compile(r"\d{1,3}[.,]\d{3}")
"""A figure whose only mark may divide thousands or decimals."""
_FIGURE: Final = re.compile(r"[-(<>≥≤±\s]*(?:rp\.?\s*)?\d", re.IGNORECASE)
_SINGLE: Final = 1
_GLUED: Final = 5
"""Digits of a code of a program without any mark."""
_SAYS_TOTAL: Final = frozenset({"name", "goal", "code", "number", "indicator", "context"})
"""Columns in which JUMLAH or TOTAL may stand."""
_WORDY: Final = ("goal", "indicator", "measure", "unit", "location", "outcome", "fund")
"""Fields of words, in which a bare nought says nothing."""
_VALUED: Final = ("baseline", "target", "money")
_LEVELED: Final = frozenset({"goal", "indicator"})
_KEYS: Final = {"target": "target", "money": "pagu"}
_IN_ORDER: Final = (
    *("goal", "indicator", "measure", "baseline", "unit", "location", "outcome", "fund"),
    *("target", "money"),
)
"""The fields as the cells of a row are told."""


class Code(NamedTuple):
    """The code of a row: as written, normal if it is one, how deep it would be, and the doubtful cell."""

    raw: str = ""
    normal: str = ""
    depth: int = 0
    cell: str = ""
    odd: str = ""
    """What stands in the doubtful cell; "" where nothing is doubtful."""
    odd_place: int = 0
    parts: tuple[str, ...] = ()
    guessed: bool = False
    """Cut by its length, as nothing divides its parts."""


_NO_CODE: Final = Code()


class Name(NamedTuple):
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
    outcome: str = ""
    fund: str = ""
    targets: Mapping[str, str] = field(default_factory=dict)
    money: Mapping[str, str] = field(default_factory=dict)
    cells: RowCells = field(default_factory=lambda: RowCells({}, ""))
    texts: Sequence[str] = ()
    """Every cell of the row as it stands."""

    @property
    def has_values(self) -> bool:
        """Tell whether the row has an amount or a target that says something."""
        values = (*self.targets.values(), *self.money.values(), self.baseline)
        return any(_FIGURE.match(value) and value != "0" for value in values)


class _Heading:
    """A row of the heading, to find it again further down."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._column = next(place for place, text in enumerate(texts) if text)
        self._sign = texts[self._column][0]

    def is_repeated(self, row: Sequence[str]) -> bool:
        """Tell whether a row says the same; nearly every one begins otherwise in the first column."""
        first = row[self._column][:1]
        if first.lower()[:1] != self._sign and not first.isspace():
            return False
        return all(
            (one_line(text).lower() if text else "") == other
            for text, other in zip(row, self._texts, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Place:
    """A column of a field: ``part`` is the level or year it is for, ``key`` its name in ``Row.cells``."""

    index: int
    role: str
    part: str
    key: str
    letters: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in the rows of a table what stands, and which of its texts are not kept as they stand."""

    codes: Sequence[tuple[int, str]]
    """Column and its letters."""
    names: Sequence[tuple[int, str, str]]
    """Column, the level that it is for, and its letters."""
    places: Sequence[Place]
    final: int | None
    kept: Mapping[str, str]
    """What is kept of a text."""
    thirds: frozenset[str]
    is_plain: bool
    """Whether the only column of indicators is for the lines, not for the goals above them."""


Spots = tuple[tuple[str, tuple[int, ...]], ...]
"""By level or year: where among the texts of a row its texts stand."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where each field stands in rows of which the same cells say something, as most of a table do."""

    columns: Mapping[str, str]
    goals: Spots
    indicators: Spots
    measure: tuple[int, ...]
    unit: tuple[int, ...]
    location: tuple[int, ...]
    outcome: tuple[int, ...]
    fund: tuple[int, ...]
    baseline: int | None
    targets: tuple[tuple[str, ...], Callable[[Sequence[str]], tuple[str, ...]]]
    money: tuple[tuple[str, ...], Callable[[Sequence[str]], tuple[str, ...]]]


class Rows:
    """Reads the rows under a heading."""

    def __init__(self, grid: Grid, head: Head) -> None:
        """Take the sheet and its heading."""
        self._grid = grid
        self._head = head
        # What a text says is found out once, however many cells hold it.
        self._kept = Kept()
        self._mute = Mute(self._kept)
        aimed = set[str]().union(*(self._column(item.index) for item in head.having("value", "target")))
        self.thirds = frozenset(filter(THIRDS.fullmatch, aimed))
        """Targets of a single mark that may divide thousands or decimals."""
        self._paid = [item.index for item in head.having("value", "money")]
        names = head.having("name")
        first = names[0].index if names else 0
        self._names = [
            (item.index, item.level, column_letters(item.index), item.index - first) for item in names
        ]
        self._codes = [(item.index, column_letters(item.index)) for item in head.having("code")]
        words = [place for role in _WORDY for place in _places(head, role)]
        values = [place for role in _VALUED for place in _places(head, role)]
        self._places = [*words, *values]
        self._words = _picker([place.index for place in words])
        self._values = _picker([place.index for place in values])
        self._shapes: dict[tuple[bool, ...], _Shape] = {}
        finals = (item.index for item in head.having("final") if item.kind != "money")
        self._final = next(finals, None)
        meant = {item.index for item in head.columns}
        said = [item.index for item in head.columns if item.role in _SAYS_TOTAL]
        width = len(grid.rows[0]) if grid.rows else 0
        self._totals = [*said, *(place for place in range(width) if place not in meant)]
        self._units = [item.index for item in head.having("measure")]
        headings = ([one_line(text).lower() for text in row] for row in grid.rows[head.first : head.end])
        self._headings = [_Heading(texts) for texts in headings if sum(map(bool, texts)) > _SINGLE]

    def _column(self, index: int) -> set[str]:
        """Return the different texts of a column, heading and titles too."""
        return set(map(itemgetter(index), self._grid.rows))

    @property
    def layout(self) -> Layout:
        """Return where in the rows what stands."""
        names = [(index, level, letters) for index, level, letters, _ in self._names]
        return Layout(
            self._codes, names, self._places, self._final, self._kept, self.thirds, not self._head.measured
        )

    def amounts(self) -> set[str]:
        """Return the different texts of the columns of money."""
        return set[str]().union(*map(self._column, self._paid))

    def at(self, index: int) -> Row:
        """Return a row by its place in the grid, from 0."""
        row, number = self._grid.rows[index], str(index + 1)
        code, rest = self._code(row, number)
        names = self._named(row, number, rest)
        if not self._codes and not code.raw:
            code, names = _code_from(names)
        words, values = self._words(row), self._values(row)
        # Nearly every text is ruled out by its first sign.
        mute, kept = self._mute, self._kept
        texts = (
            *[text if text[:1] in SAYING_SIGNS else mute[text] for text in words],
            *[text if text[:1] in USUAL_SIGNS else kept[text] for text in values],
        )
        said = tuple(map(bool, texts))
        shape = self._shapes.get(said) or self._learn(said)
        years, targets = shape.targets
        paid, money = shape.money
        return Row(
            index,
            _by_part(shape.goals, texts) if shape.goals else {},
            names,
            code,
            _by_part(shape.indicators, texts) if shape.indicators else {},
            _joined_words(shape.measure, texts) if shape.measure else "",
            "" if shape.baseline is None else texts[shape.baseline],
            "" if self._final is None else kept[row[self._final]],
            _joined_words(shape.unit, texts) if shape.unit else "",
            _joined_words(shape.location, texts) if shape.location else "",
            _joined_words(shape.outcome, texts) if shape.outcome else "",
            _joined_words(shape.fund, texts) if shape.fund else "",
            dict(zip(years, targets(texts), strict=True)),
            dict(zip(paid, money(texts), strict=True)),
            RowCells(shape.columns, number),
            row,
        )

    def _learn(self, said: tuple[bool, ...]) -> _Shape:
        """Find out where the fields of rows stand in which just these cells say something."""
        found: dict[str, dict[str, list[int]]] = {role: {} for role in _IN_ORDER}
        cells: dict[str, dict[str, str]] = {role: {} for role in _IN_ORDER}
        for spot, place in enumerate(self._places):
            if said[spot]:
                found[place.role].setdefault(place.part, []).append(spot)
                cells[place.role].setdefault(place.key, place.letters)
        spots = {
            role: tuple((part, tuple(places)) for part, places in parts.items())
            for role, parts in found.items()
        }
        shape = _Shape(
            columns=dict(chain.from_iterable(cells[role].items() for role in _IN_ORDER)),
            goals=spots["goal"],
            indicators=spots["indicator"],
            measure=_only(spots["measure"]),
            unit=_only(spots["unit"]),
            location=_only(spots["location"]),
            outcome=_only(spots["outcome"]),
            fund=_only(spots["fund"]),
            baseline=next(iter(_only(spots["baseline"])), None),
            targets=_yearly(spots["target"]),
            money=_yearly(spots["money"]),
        )
        self._shapes[said] = shape
        return shape

    def is_total(self, index: int) -> bool:
        """Tell whether a row is a sum: JUMLAH or TOTAL stands where a name would."""
        row, found = self._grid.rows[index], False
        for place in self._totals:
            text = row[place] if row[place][:1] in SAYING_SIGNS else self._mute[row[place]]
            if text:
                # Nearly every row is ruled out by the first sign of its first text.
                if text[0] in _NO_TOTAL or not _TOTAL.fullmatch(one_line(text)):
                    return False
                found = True
        # "Jumlah kegiatan" that is counted in "kegiatan" is an indicator; a sum has rupiah at most.
        return found and all(_is_rupiah(row[place]) for place in self._units)

    def is_filler(self, index: int) -> bool:
        """Tell whether a row is empty, numbers the columns, or repeats the heading on a new page."""
        row = self._grid.rows[index]
        if not any(row) or is_numbering(row):
            return True
        for head in self._headings:  # noqa: SIM110 - asked of every row, and several times as fast
            if head.is_repeated(row):
                return True
        return False

    def is_signature(self, index: int) -> bool:
        """Tell whether a row below the table is a place and date, a signer or a footnote."""
        filled = [one_line(text) for text in self._grid.rows[index] if text.strip()]
        return bool(filled) and any(_SIGNATURE.fullmatch(text) for text in filled)

    def _named(self, row: Sequence[str], number: str, rest: str) -> tuple[Name, ...]:
        names: list[Name] = []
        for place, level, letters, offset in self._names:
            text = row[place]
            if text[:1] in SAYING_SIGNS or self._mute[text]:
                indent = (offset, len(text) - len(text.lstrip()))
                names.append(Name(one_line(text), level, letters + number, indent))
        if not names and rest:
            names.append(Name(rest, "", self._codes[0][1] + number))
        return tuple(names)

    def _code(self, row: Sequence[str], number: str) -> tuple[Code, str]:
        """Return the code of a row and the words that stand behind it in the code column."""
        filled = [
            (one_line(row[place]), letters + number)
            for place, letters in self._codes
            if row[place][:1] in USUAL_SIGNS or self._kept[row[place]]
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


def _is_rupiah(unit: str) -> bool:
    """Tell whether a unit is that of money, or none is said."""
    return is_nothing(unit) or unit.strip("(). ").lower() in {"rp", "rupiah", "idr"}


def _places(head: Head, role: str) -> list[Place]:
    """Return the columns of a field; of several for the baseline that of the latest year first."""
    columns = head.having("value", role) if role in _KEYS else head.having(role)
    if role == "baseline":
        columns = sorted(columns, key=lambda item: (item.year, item.index), reverse=True)
    return [_place(item, role) for item in columns]


def _place(item: Column, role: str) -> Place:
    letters = column_letters(item.index)
    if role in _KEYS:
        return Place(item.index, role, item.year, f"{_KEYS[role]}@{item.year}", letters)
    if role in _LEVELED:
        return Place(item.index, role, item.level, f"{role}:{item.level}", letters)
    return Place(item.index, role, "", role, letters)


def _picker(places: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Return what takes these places out of a row."""
    if len(places) > _SINGLE:
        return itemgetter(*places)
    return lambda row: tuple(row[place] for place in places)


def _only(spots: Spots) -> tuple[int, ...]:
    """Return the places of a field that is not divided by levels or years."""
    return spots[0][1] if spots else ()


def _yearly(spots: Spots) -> tuple[tuple[str, ...], Callable[[Sequence[str]], tuple[str, ...]]]:
    """Return the years of a field and what takes its values, one for each, out of the texts of a row."""
    return tuple(year for year, _ in spots), _picker([places[-1] for _, places in spots])


def _by_part(spots: Spots, texts: Sequence[str]) -> dict[str, str]:
    """Return the texts of a field by level, different ones of the same level line by line."""
    return {
        part: texts[places[0]]
        if len(places) == _SINGLE
        else "\n".join(dict.fromkeys(texts[place] for place in places))
        for part, places in spots
    }


def _joined_words(spots: Sequence[int], texts: Sequence[str]) -> str:
    """Return the different texts of a field on one line."""
    if len(spots) == _SINGLE:
        return tidy(texts[spots[0]])
    return " ".join(dict.fromkeys(one_line(texts[place]) for place in spots)) if spots else ""


def _single(text: str, cell: str) -> Code:
    normal = plan_code.normal_code(text)
    if normal is None or (len(text) >= _GLUED and text.isdigit()):
        cut = plan_code.cut_by_length(text)
        if cut:
            return Code(text, cut, plan_code.depth(cut), cell, parts=(text,), guessed=True)
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


def says_total(text: str) -> bool:
    """Tell whether a name only heads a sum: JUMLAH, TOTAL."""
    return bool(_TOTAL.fullmatch(one_line(text)))


def prefix(name: str) -> tuple[str, str]:
    """Return the level a name begins with ("PROGRAM …") and the name without "Kegiatan:" in front."""
    # Most names are ruled out by their first sign.
    found = None if name[:1] in _NO_PREFIX else _PREFIX.match(name)
    if not found:
        return "", name
    level = re.sub(r"[\s-]", "", found[1].lower())
    rest = name[found.end() :].strip()
    is_label = found[3] or (found[2] and level in _NUMBERED)
    return level, rest if is_label and rest else name
