"""The grid of a sheet: its columns and rows, values parsed, shown, computed and pasted.

A value in a grid is text: a stored choice, whole rupiah as digits, an ISO day, or several values joined by
``;``. What a person types or pastes goes through ``parse``; what a person sees comes from ``show``.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from math import prod
from typing import Final, NamedTuple

from smartcity_desktop.domain import typed
from smartcity_desktop.domain.grid_limit import LIMITS, beyond
from smartcity_desktop.domain.ids import NO_ROW, RowId, is_row_id
from smartcity_desktop.domain.wording import day_of, long_date, number, parse_money, shortened
from smartcity_desktop.domain.worksheet import SEPARATOR, Party, Sheet, Worksheet
from smartcity_desktop.domain.workshop import YEAR_RANGE

_NOBODY: Final = Party(NO_ROW)
_QUOTED: Final = 40
_LISTED: Final = 6
"""How many choices are named where a text is none of them; the others are counted."""
SCORES: Final = ("0", "1", "2", "3", "4")
"""What a score may be (domain.md 4.2, 13.3)."""
_WHOLE: Final = re.compile(r"-?\d{1,18}")
_CELL: Final = re.compile(r'(?:"((?:[^"]++|"")*+)"(?=[\t\n]|\Z)|([^\t\n]*+))([\t\n]|\Z)')
_APART: Final = re.compile(r"[;,\n]")
GONE: Final = "(dihapus)"
"""What a person sees of a choice that stands nowhere any more."""
ROWS: Final = "rows"
"""Kind of a column whose choices are rows of another worksheet."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a cell may take; ``code`` and ``color`` are a dimension's, ``also`` other spellings.

    A ``retired`` one is no longer offered; where it stands already it keeps its name.
    """

    value: str
    label: str
    code: str = ""
    color: str = ""
    also: tuple[str, ...] = ()
    retired: bool = False


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of the grid, on screen and paper; ``folded`` ones show only when the subject is opened.

    A ``wanted`` column is asked for softly in every row that says anything. An ``own`` one the workshop
    added: its kind may have changed after it was answered.
    """

    key: str
    label: str
    kind: str
    section: str
    unit: str = ""
    width: int = 120
    help: str = ""
    many: bool = False
    folded: bool = False
    choices: tuple[Choice, ...] = ()
    formula: str = ""
    wanted: bool = False
    own: bool = False

    @property
    def is_editable(self) -> bool:
        """Subject and computed columns are read-only."""
        return self.section != "subject" and self.kind != "computed"

    @property
    def offered(self) -> tuple[Choice, ...]:
        """The choices that a person is offered."""
        return tuple(item for item in self.choices if not item.retired)


MISSING: Final = "missing-"
"""How the kind of an open point begins that asks for a wanted column; the column's key follows."""
MISFIT: Final = "misfit-"
"""The same for an answer that is not of the kind its column has now."""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """What is still to be completed in a row: the kind of warning, how often it occurs, and its sentence."""

    code: str
    text: str
    count: int = 1


class GridRow(NamedTuple):
    """One row: its subject (a Renstra line, or the row itself), raw value per column key, soft warnings.

    ``marks`` are the sentences of the warnings, ``points`` the same with their kinds.
    """

    row: RowId
    values: Mapping[str, str]
    support: bool = False
    marks: tuple[str, ...] = ()
    points: tuple[OpenPoint, ...] = ()


class Asking:
    """Asks softly for the wanted columns of rows that say anything; made once for many rows."""

    def __init__(self, columns: Sequence[GridColumn]) -> None:
        """Ask for the wanted ones among these columns."""
        # A choice of which none is offered is not asked for: a dimension may have no sub-dimensions.
        lists = [item for item in columns if _PARSERS.get(item.kind) is _choice]
        vain = {item.key for item in lists if all(choice.retired for choice in item.choices)}
        self._wanted = [item for item in columns if item.wanted and item.key not in vain]
        self._editable = [item.key for item in columns if item.is_editable]
        self._typed = [item for item in columns if item.own and (item.kind in _PARSERS or item.choices)]
        self._limited = [item for item in columns if item.key in LIMITS and not item.own]

    def every(self, rows: Iterable[GridRow]) -> tuple[GridRow, ...]:
        """Return rows with what they lack; of thousands most lack nothing."""
        keys, checked = [item.key for item in self._wanted], bool(self._typed or self._limited)
        return tuple(
            row
            if not (checked or row.points or row.marks) and all(map(row.values.get, keys))
            else self.of(row, row.values)
            for row in rows
        )

    def of(self, row: GridRow, values: Mapping[str, str]) -> GridRow:
        """Return a row with what its ``values``, where they say anything, lack."""
        missing = [item for item in self._wanted if not values.get(item.key)]
        if missing and not any(values.get(key) for key in self._editable):
            missing = []
        wrong = [(item, text) for item in self._typed if (text := misfit(item, values.get(item.key, "")))]
        wrong += [(item, text) for item in self._limited if (text := beyond(item.key, values.get(item.key)))]
        if not (missing or wrong or row.points or row.marks):
            return row
        kept = tuple(point for point in row.points if not point.code.startswith((MISSING, MISFIT)))
        kept += tuple(OpenPoint(f"{MISFIT}{item.key}", text) for item, text in wrong)
        points = tuple(OpenPoint(f"{MISSING}{item.key}", f"{item.label} belum diisi.") for item in missing)
        named = (f"Belum diisi: {', '.join(item.label for item in missing)}.",) if missing else ()
        return row._replace(points=(*kept, *points), marks=(*(point.text for point in kept), *named))


def asked(row: GridRow, values: Mapping[str, str], columns: Sequence[GridColumn]) -> GridRow:
    """Return one row with what its ``values``, where they say anything, lack of the wanted columns."""
    return Asking(columns).of(row, values)


@dataclass(frozen=True, slots=True)
class Grid:
    """One worksheet of one party (OPD or dimension group), whole; ``guide`` are its questions, one each.

    ``example`` is the sheet filled in by somebody of the same field, line by line. For its sums: the
    ``horizons`` of programs, and the rows ``merged`` into others. ``answered`` counts answered warnings.

    Where ``worksheet.takes_rows`` the rows are those that were written; the window offers empty ones below.
    """

    worksheet: Worksheet
    sheet: Sheet
    party_name: str
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    warnings: tuple[str, ...] = ()
    answered: int = 0
    years: tuple[str, ...] = ()
    has_plan: bool = False
    guide: tuple[str, ...] = ()
    party: Party = _NOBODY
    example: tuple[str, ...] = ()
    horizons: Mapping[RowId, str] = field(default_factory=dict)
    merged: frozenset[RowId] = frozenset()

    @property
    def counted(self) -> tuple[GridRow, ...]:
        """The rows that count: support programs stay out."""
        return tuple(row for row in self.rows if not row.support)

    @property
    def done(self) -> int:
        """How many counted rows have their first question answered; added rows need to say anything."""
        if self.worksheet.takes_rows:
            return sum(1 for row in self.counted if any(row.values.values()))
        first = next((item.key for item in self.columns if item.section == "grid"), "")
        return sum(1 for row in self.counted if row.values.get(first))

    @property
    def progress(self) -> str:
        """``7 dari 12``."""
        return f"{self.done} dari {len(self.counted)}"


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """What a row of a worksheet is about: values by the ``bound`` name of subject columns (``name@year``)."""

    row: RowId
    values: Mapping[str, str]
    support: bool = False
    points: tuple[OpenPoint, ...] = ()

    @property
    def marks(self) -> tuple[str, ...]:
        """The sentences of what is still to be completed."""
        return tuple(point.text for point in self.points)


@dataclass(frozen=True, slots=True)
class Subject:
    """Rows of one sheet, years of the plan, the year shown first, warnings of the whole, those answered."""

    rows: tuple[SubjectRow, ...] = ()
    years: tuple[str, ...] = ()
    main_year: str = ""
    warnings: tuple[str, ...] = ()
    answered: int = 0
    has_plan: bool = False


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a paste came to: cells to write (row index, column key, raw value) and cells that did not fit."""

    cells: tuple[tuple[int, str, str], ...] = ()
    refused: tuple[str, ...] = field(default=())


class CellFault(ValueError):
    """A typed value does not fit its column; the text is the sentence for the person."""


def parse(column: GridColumn, text: str) -> str:
    """Return the raw value for what a person typed or pasted into a cell of ``column``.

    Raises CellFault with an Indonesian sentence where it does not fit.
    """
    kept = text.strip()
    if not kept:
        return ""
    reader = _PARSERS.get(column.kind)
    if reader:
        return reader(column, kept)
    return _choice(column, kept) if column.choices else kept


def misfit(column: GridColumn, raw: str) -> str:
    """Return why an answer is not of the kind of its column, nothing where it is; it stays as it is."""
    if not column.many and len(_held(column, raw)) > 1:
        return f"{column.label}: lebih dari satu, padahal kolom ini memuat satu saja. Pilih satu."
    try:
        made = parse(column, raw)
    except CellFault as fault:
        return str(fault)
    # Several values stand in the order of the choices, which may have changed since.
    if made == raw.strip() or (column.many and {*made.split(SEPARATOR)} == {*raw.split(SEPARATOR)}):
        return ""
    return f'{column.label}: "{shortened(raw, _QUOTED)}" ditulis sebagai teks. Ketik ulang agar terbaca.'


def show(column: GridColumn, raw: str) -> str:
    """Return what a person sees for a raw value: words of a choice, dots in money, a long date.

    Columns by year hold money or targets; a target stands as the plan has it, so only rupiah get dots.
    """
    if not raw:
        return ""
    counted = column.kind in {"computed", "int"} or (column.kind == "years" and column.unit == "Rp")
    if (column.kind == "money" or counted) and _WHOLE.fullmatch(raw):
        return number(int(raw))
    if column.kind == "decimal":
        return raw.replace(".", ",")
    if column.kind == "date":
        day = day_of(raw)
        return long_date(day, weekday=False) if day else raw
    if column.choices:
        names = {item.value: called(column, item) for item in column.choices}
        values = _held(column, raw)
        words = [names.get(value, GONE if is_row_id(value) else value) for value in values]
        return (", " if column.kind != ROWS or all(map(_is_code, words)) else "; ").join(words)
    return raw.replace(".", ",") if column.kind == "computed" else raw


def _held(column: GridColumn, raw: str) -> list[str]:
    """Return the values of a cell; an own column may have held several before it was to hold one."""
    if not (column.many or (column.own and SEPARATOR in raw)):
        return [raw]
    values = raw.split(SEPARATOR)
    return values if column.many or {item.value for item in column.choices}.issuperset(values) else [raw]


def called(column: GridColumn, choice: Choice) -> str:
    """Return what a cell says for a choice: a row that has a code is called by it (``S1``)."""
    return choice.code if column.kind == ROWS and choice.code else choice.label


def in_order(column: GridColumn, values: Iterable[str]) -> str:
    """Return the values of one cell as raw value: each once, in the order of the choices, others behind."""
    place = {item.value: at for at, item in enumerate(column.choices)}
    return SEPARATOR.join(sorted({*values} - {""}, key=lambda value: (place.get(value, len(place)), value)))


def compute(formula: str, values: Mapping[str, str]) -> str:
    """Return a computed cell: ``sum:a,b`` or ``product:a,b`` over the row's figures, empty without any."""
    kind, _, names = formula.partition(":")
    found = [amount for name in names.split(",") if (amount := _amount(values.get(name, ""))) is not None]
    if not found or (kind == "product" and len(found) < len(names.split(","))):
        return ""
    total = sum(found, Decimal(0)) if kind == "sum" else prod(found, start=Decimal(1))
    return str(int(total)) if total == total.to_integral_value() else str(total)


def paste(
    columns: Sequence[GridColumn],
    start: tuple[int, int],
    rows: int,
    text: str,
    stands: Callable[[int, str], str] = lambda _row, _key: "",
) -> Pasted:
    """Return the cells that pasted spreadsheet text fills, from ``start`` (row, column of ``columns``) on.

    ``rows`` is the number of rows of the grid. Cells that would land on read-only columns, outside the grid,
    or whose text does not fit are refused, each with a sentence; the others stand. What ``stands`` (raw value
    by row and column key) in a read-only cell already may be pasted over it: whole rows are copied so.
    """
    cells: list[tuple[int, str, str]] = []
    refused: list[str] = []
    for down, line in enumerate(table_of(text)):
        for right, cell in enumerate(line):
            row, place = start[0] + down, start[1] + right
            if row >= rows or place >= len(columns):
                if cell.strip():
                    refused.append(f'"{shortened(cell, _QUOTED)}" jatuh di luar tabel.')
                continue
            column = columns[place]
            if not column.is_editable:
                if not _says_the_same(column, cell, stands(row, column.key)):
                    refused.append(f'"{shortened(cell, _QUOTED)}": kolom {column.label} hanya baca.')
                continue
            try:
                cells.append((row, column.key, parse(column, cell)))
            except CellFault as fault:
                refused.append(str(fault))
    return Pasted(tuple(cells), tuple(refused))


def _says_the_same(column: GridColumn, cell: str, raw: str) -> bool:
    """Tell whether a pasted cell says what stands there; an empty one says nothing."""
    words = cell.split()
    return not words or words in (raw.split(), show(column, raw).split())


def table_of(text: str) -> list[list[str]]:
    """Return the cells of text copied from a spreadsheet: tabs, lines, and quoted cells with lines inside."""
    return list(rows_of(text))


def rows_of(text: str) -> Iterator[list[str]]:
    """Yield the rows of ``table_of`` one by one; a quote that does not close at the end of a cell is a sign.

    A quoted cell ends at its first quote that is not doubled, so every text is gone through once.
    """
    row: list[str] = []
    for found in _CELL.finditer(text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")):
        quoted, plain, end = found.groups()
        row.append(plain if quoted is None else quoted.replace('""', '"'))
        if end != "\t":
            yield row
            row = []
        if not end:
            return


def _refusal(column: GridColumn, text: str, why: str) -> CellFault:
    return CellFault(f'{column.label}: "{shortened(text, _QUOTED)}" {why}')


def _choice(column: GridColumn, text: str) -> str:
    parts = list(_apart(column, text)) if column.many else [text]
    return in_order(column, (_one_choice(column, part) for part in parts))


def _apart(column: GridColumn, text: str) -> Iterator[str]:
    """Yield several values that stand apart; the words of one value may hold the same signs themselves."""
    known = {_plain(name): len(_APART.findall(name)) for item in column.choices for name in _names(item)}
    most = max(known.values(), default=0)
    ends = [*(found.start() for found in _APART.finditer(text)), len(text)]
    begin = at = 0
    while at < len(ends):
        tried = range(min(at + most, len(ends) - 1), at, -1)
        at = next((last for last in tried if _plain(text[begin : ends[last]]) in known), at)
        if text[begin : ends[at]].strip():
            yield text[begin : ends[at]].strip()
        begin, at = ends[at] + 1, at + 1


def _names(item: Choice) -> tuple[str, ...]:
    return (item.value, item.label, item.code, *item.also)


def _one_choice(column: GridColumn, text: str) -> str:
    wanted = _plain(text)
    used_first = sorted(column.choices, key=lambda item: item.retired)
    spelt = [(item, {_plain(name) for name in _names(item)}) for item in used_first]
    for item, names in spelt:
        if wanted in names:
            return item.value
    near = [one for one, names in spelt if not one.retired and any(name.startswith(wanted) for name in names)]
    if len(near) == 1:
        return near[0].value
    words = [shortened(item.label, _QUOTED) for item in column.offered]
    more = len(words) - _LISTED
    listed = ", ".join(words[:_LISTED]) + (f", dan {more} lainnya" if more > 0 else "")
    why = f"bukan pilihan. Pilihannya: {listed}." if words else "belum bisa dipilih: daftarnya masih kosong."
    raise _refusal(column, text, why)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").split())


def _money(column: GridColumn, text: str) -> str:
    try:
        amount = parse_money(text)
    except ValueError:
        raise _refusal(column, text, "bukan jumlah rupiah utuh.") from None
    return "" if amount is None else str(amount)


def _int(column: GridColumn, text: str) -> str:
    found = typed.whole(typed.without_unit(text, _unit(column)))
    if found is None:
        raise _refusal(column, text, "bukan angka bulat.")
    return str(found)


def _decimal(column: GridColumn, text: str) -> str:
    kept = typed.without_unit(text, _unit(column))
    # In a column of shares of one, twelve hundredths are 0,12; a column that counts in % keeps the 12.
    is_share = kept.endswith(typed.PERCENT)
    found = typed.share(kept.removesuffix(typed.PERCENT)) if is_share else typed.fraction(kept)
    if not found:
        raise _refusal(column, text, "bukan angka. Contoh: 0,25.")
    return found


def _unit(column: GridColumn) -> str:
    return column.unit or (typed.PERCENT if typed.PERCENT in column.label else "")


def _score(column: GridColumn, text: str) -> str:
    if text not in SCORES:
        raise _refusal(column, text, "bukan nilai. Pilihannya: 0, 1, 2, 3, 4.")
    return text


def _year(column: GridColumn, text: str) -> str:
    if not (text.isascii() and text.isdigit() and int(text) in YEAR_RANGE):
        raise _refusal(column, text, "bukan tahun. Contoh: 2025.")
    return text


def _date(column: GridColumn, text: str) -> str:
    day = typed.written_day(text)
    if day is None:
        raise _refusal(column, text, "bukan tanggal. Contoh: 12-8-2026.")
    return day.isoformat()


def _is_code(text: str) -> bool:
    return " " not in text


_PARSERS: Final[Mapping[str, Callable[[GridColumn, str], str]]] = {
    "choice": _choice,
    "dimension": _choice,
    "subdimension": _choice,
    "opd": _choice,
    "links": _choice,
    "rows": _choice,
    "decimal": _decimal,
    "score": _score,
    "money": _money,
    "int": _int,
    "year": _year,
    "date": _date,
}


def _amount(raw: str) -> Decimal | None:
    try:
        return Decimal(raw.replace(",", ".")) if raw else None
    except InvalidOperation:
        return None
