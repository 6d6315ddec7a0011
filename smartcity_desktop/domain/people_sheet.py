"""A list of participants as it stands in a file: where its head is, and what each column holds."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.people import digits_of
from smartcity_desktop.domain.people_words import field_of, is_institution, is_numbering
from smartcity_desktop.domain.wording import number
from smartcity_desktop.domain.workshop import is_nip

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column, all counted from 0."""
_LOOKED_AT: Final = 40
_HEAD_ROWS: Final = 3
_HEAD_LENGTH: Final = 60
_MOST: Final = 0.5
_SAMPLE: Final = 200


@dataclass(frozen=True, slots=True)
class PeopleSheet:
    """One sheet as text, rows of one length."""

    name: str
    rows: tuple[tuple[str, ...], ...] = ()
    merges: tuple[Merge, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """Everything a file or a paste holds; nothing of it is stored."""

    name: str
    sheets: tuple[PeopleSheet, ...] = ()
    too_long: tuple[tuple[str, int], ...] = ()
    """Sheets that are left out because they have too many rows, each with their number."""

    @property
    def left_out(self) -> str:
        """Say in a sentence which sheets are not read; empty where all are."""
        named = ", ".join(f"“{name}” ({number(rows)} baris)" for name, rows in self.too_long)
        return f"Tidak dibaca karena terlalu panjang untuk daftar peserta: lembar {named}." if named else ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the head of a list stands (rows ``first`` to before ``end``) and what each column holds.

    ``columns`` are fields of ``people_words.COLUMNS``, empty for what is left out; ``heads`` are the words
    over the columns.
    """

    first: int = 0
    end: int = 0
    columns: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()

    def column(self, field: str) -> int:
        """Return which column holds a field, -1 where none does."""
        return self.columns.index(field) if field in self.columns else -1

    def assigned(self, place: int, field: str) -> "Layout":
        """Return the layout with another field in a column; it leaves the column that held it."""
        columns = ["" if field and item == field else item for item in self.columns]
        columns[place] = field
        return replace(self, columns=tuple(columns))

    def left_out(self) -> list[str]:
        """Return the heads of the columns that are not taken, without running numbers."""
        pairs = zip(self.heads, self.columns, strict=True)
        return [head for head, field in pairs if head and not field and not is_numbering(head)]


def layout_of(sheet: PeopleSheet) -> Layout:
    """Return head and columns of a sheet: by the words of its head, without one by what the columns hold."""
    best = Layout()
    for first in range(min(len(sheet.rows), _LOOKED_AT)):
        for end in range(first + 1, min(first + _HEAD_ROWS, len(sheet.rows)) + 1):
            found = _read_head(sheet.rows[first:end], first)
            if found is None:
                break
            # Of two that say as much the shorter one: a title above the head is none of it.
            if (_weight(found), first - end) > (_weight(best), best.first - best.end):
                best = found
    if _weight(best) and "name" in best.columns:
        best = _with_lower_heads(sheet.rows, best)
        return replace(best, end=best.end + _is_counting(sheet.rows, best.end))
    return _by_content(sheet)


def likeliest(sheets: Sequence[PeopleSheet]) -> int:
    """Return which sheet holds the list: the one whose head says most, then the longest; hidden ones last."""
    weights = [
        (not sheet.hidden, _weight(layout_of(sheet)), len(sheet.rows), -place)
        for place, sheet in enumerate(sheets)
    ]
    return max(range(len(sheets)), key=lambda place: weights[place]) if sheets else 0


def merged_texts(sheet: PeopleSheet, columns: Iterable[int]) -> dict[tuple[int, int], str]:
    """Return the texts of merged cells for every row they reach down to, in these columns."""
    wanted = set(columns)
    found: dict[tuple[int, int], str] = {}
    for top, left, bottom, right in sheet.merges:
        if left == right and left in wanted and top < bottom < len(sheet.rows):
            for row in range(top + 1, bottom + 1):
                found[row, left] = sheet.rows[top][left]
    return found


def _weight(layout: Layout) -> int:
    return len({item for item in layout.columns if item})


def _with_lower_heads(rows: Sequence[Sequence[str]], layout: Layout) -> Layout:
    """Return the head with the rows below that split its columns further (Kontak: No. HP, Email)."""
    for end in range(layout.end + 1, min(layout.first + _HEAD_ROWS, len(rows)) + 1):
        found = _read_head(rows[layout.first : end], layout.first)
        says = any(field_of(cell) for cell in rows[end - 1])
        if found is None or not says or _weight(found) < _weight(layout):
            break
        layout = found
    return layout


def _read_head(rows: Sequence[Sequence[str]], first: int) -> Layout | None:
    """Return these rows as a head; None where the last of them belongs to the list already."""
    texts = [" ".join(part for part in column if part) for column in zip(*rows, strict=True)]
    if any(len(text) > _HEAD_LENGTH for text in texts):
        return None
    if len(rows) > 1 and not _goes_on(rows):
        return None
    columns: list[str] = []
    for place, text in enumerate(texts):
        field = _field(text, rows, place)
        columns.append("" if field in columns else field)
    return Layout(first, first + len(rows), tuple(columns), tuple(texts))


def _field(text: str, rows: Sequence[Sequence[str]], place: int) -> str:
    """Return what a column holds: the lowest head decides before all of them together (Kontak, then HP)."""
    lowest = next((row[place] for row in reversed(rows) if row[place]), "")
    return field_of(lowest) or field_of(text)


def _goes_on(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the last row still is head: no name stands in it, and no institution."""
    upper = [" ".join(part for part in column if part) for column in zip(*rows[:-1], strict=True)]
    name = next((place for place, text in enumerate(upper) if field_of(text) == "name"), -1)
    last = rows[-1]
    filled = [cell for cell in last if cell.strip()]
    if not filled or any(
        cell.strip().isdigit() or is_institution(cell) for cell in filled if not field_of(cell)
    ):
        return False
    named = name >= 0 and last[name].strip()
    return not named or field_of(last[name]) == "name"


def _is_counting(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Return whether a row only counts the columns: 1 2 3 4, or (1) (2) (3)."""
    if place >= len(rows):
        return False
    cells = [cell.strip(" ().") for cell in rows[place] if cell.strip()]
    return len(cells) > 1 and cells == [str(number) for number in range(1, len(cells) + 1)]


def _by_content(sheet: PeopleSheet) -> Layout:
    """Return the columns of a list without a head by what stands in them."""
    width = len(sheet.rows[0]) if sheet.rows else 0
    columns = [""] * width
    texts: list[int] = []
    for place in range(width):
        cells = [row[place].strip() for row in sheet.rows[:_SAMPLE] if row[place].strip()]
        if _most(is_nip(digits_of(cell)) for cell in cells):
            columns[place] = "nip"
        elif cells and not _most(bool(re.fullmatch(r"[\d.,()\s]*", cell)) for cell in cells):
            texts.append(place)
    for place in texts:
        cells = [row[place] for row in sheet.rows[:_SAMPLE] if row[place].strip()]
        field = "opd" if _most(is_institution(cell) for cell in cells) else ""
        if not field:
            field = next((item for item in ("name", "position", "opd") if item not in columns), "")
        columns[place] = "" if field in columns else field
    if "name" not in columns and texts:
        columns[texts[0]] = "name"
    return Layout(0, 0, tuple(columns), ("",) * width)


def _most(told: Iterable[bool]) -> bool:
    answers = list(told)
    return bool(answers) and sum(answers) > len(answers) * _MOST
