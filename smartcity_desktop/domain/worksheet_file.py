"""Worksheets that leave as a spreadsheet and come back: what was filled in elsewhere against what stands.

A cell counts as filled in elsewhere only where its text is not the one that went out. Rows are matched by
their id, columns by their key; nothing is written before a person has seen what it comes to.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from smartcity_desktop.domain.grid import CellFault, Grid, GridColumn, GridRow, called, parse, show
from smartcity_desktop.domain.group_report import whose
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import number, shortened

_QUOTED: Final = 60
TEXT_LIMIT: Final = 32_000
"""Letters that a spreadsheet surely takes in a cell; a longer answer goes out cut, and stays whole here."""
UNREADABLE: Final = "\x00"
"""What stands for a cell of a spreadsheet that has a formula and no value."""
MOST_NEW: Final = 2000
"""Rows that one sheet takes in at most from one file; nobody writes more at a table."""
NOT_WHOLE: Final = (
    "tanda tersembunyi di kolom A atau di atas judul kolom sudah hilang, jadi lembar ini tidak dibaca. "
    "Simpan lembarnya sekali lagi ke Excel dari program, lalu salin isiannya ke sana."
)
UNKNOWN: Final = (
    "lembar ini salinan atau tambahan, jadi tidak dibaca. Pindahkan isinya ke lembar aslinya, lalu baca lagi."
)
OWNER_GONE: Final = (
    "kertas kerja atau pemiliknya tidak ada lagi di sini, jadi lembar ini tidak dibaca. Isinya tetap di "
    "berkas: salin ke lembar yang masih dipakai."
)
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_CUT: Final = " … (terpotong, lengkapnya di program)"

Notes = Mapping[RowId, Sequence[str]]
"""What mentors wrote and nobody settled yet, by the row it is about or by the sheet as a whole."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row of a spreadsheet: its id (empty where it was put in there), its place, text by column key."""

    row: RowId
    place: int
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FileSheet:
    """One sheet of a spreadsheet that came back; ``before`` is what went out by (row id, column key).

    It is not ``is_whole`` where its hidden ids or keys are gone, so that no row can be told.
    """

    worksheet: RowId
    party: RowId
    name: str
    rows: tuple[FileRow, ...] = ()
    before: Mapping[tuple[str, str], str] = field(default_factory=dict)
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class FileBook:
    """A spreadsheet that came back: whose workshop it is of, its sheets, and names of sheets not known."""

    workshop: str
    name: str
    sheets: tuple[FileSheet, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coming:
    """One cell that was filled in elsewhere: raw value, and what stood here and stands there in words."""

    row: RowId
    key: str
    raw: str
    label: str = ""
    about: str = ""
    here: str = ""
    there: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one sheet comes to.

    ``cells`` are to be written as they are; ``differing`` were changed here as well since the file went out,
    a person chooses; ``new`` rows were added there (their cells are among ``cells``); ``again`` are cells of
    rows that were added there and stand here with the same words already, as when a file is read twice;
    ``refused`` are sentences about what cannot be taken; ``left_out`` rows stand here and no longer in the
    file, they stay. ``apart`` are rows that were first written both here and there, on the same empty line:
    by the row here (its cells are among ``differing``) the whole row there as one of its own. ``whose`` sheet
    it is stands in few words.
    """

    name: str
    worksheet: RowId
    party: RowId
    cells: tuple[Coming, ...] = ()
    differing: tuple[Coming, ...] = ()
    new: int = 0
    refused: tuple[str, ...] = ()
    left_out: int = 0
    again: tuple[Coming, ...] = ()
    whose: str = ""
    apart: tuple[tuple[RowId, tuple[Coming, ...]], ...] = ()

    @property
    def called(self) -> str:
        """The tab with whose sheet it is: ``L1-01 · GOV Smart Governance``; the tab alone where unknown."""
        return " · ".join(text for text in (self.name, self.whose) if text)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take and nothing to say."""
        return not (self.cells or self.differing or self.refused or self.again)


def text_out(column: GridColumn, raw: str) -> str:
    """Return a value as it goes out: what a person sees, several apart by semicolons, cut at the limit."""
    if column.many and column.choices:
        shown = "; ".join(show_one for show_one in _each(column, raw))
    else:
        shown = show(column, raw) if column.choices else raw
    return shown if len(shown) <= TEXT_LIMIT else shown[: TEXT_LIMIT - len(_CUT)] + _CUT


def columns_out(grid: Grid) -> tuple[GridColumn, ...]:
    """Return the columns of a grid that go out: the subject that is open, then every question."""
    return tuple(item for item in grid.columns if not (item.section == "subject" and item.folded))


def take(
    sheet: FileSheet, grid: Grid, id_for: Callable[[RowId], RowId], unseen: Mapping[str, str] = _NOTHING
) -> Taken:
    """Hold a sheet that came back against what stands.

    ``id_for`` gives the id of a row that was added there: the one it was sent out with, where that is still
    free, so that the same file read twice, or on two laptops, makes one row; else a fresh one. ``unseen`` are
    the names of the columns by key that take answers and are not shown here by now: what was written there
    is counted and told.
    """
    return _Taking(sheet, grid, id_for).taken(unseen)


class _Taking:
    """One comparison, row by row."""

    def __init__(self, sheet: FileSheet, grid: Grid, id_for: Callable[[RowId], RowId]) -> None:
        self._sheet, self._grid, self._id_for = sheet, grid, id_for
        self._columns = {item.key: item for item in columns_out(grid)}
        self._rows = {row.row: row for row in grid.rows}
        self._cells: list[Coming] = []
        self._differing: list[Coming] = []
        self._again: list[Coming] = []
        self._apart: list[tuple[RowId, tuple[Coming, ...]]] = []
        self._refused: list[str] = []
        self._new = self._beyond = 0
        self._seen: set[str] = set()
        in_file = {row.row for row in sheet.rows}
        # Rows that say little come first: they are meant before those that say the same and more.
        elsewhere = [row for row in grid.rows if row.row not in in_file]
        self._elsewhere = sorted(elsewhere, key=lambda row: sum(map(bool, row.values.values())))
        self._about = [
            key
            for key, item in self._columns.items()
            if item.section == "subject" and any(key in row.texts for row in sheet.rows[:1])
        ]
        self._by_subject = self._told_apart()

    def taken(self, unseen: Mapping[str, str]) -> Taken:
        for read in self._sheet.rows:
            row = self._told_by_subject(read)
            known = self._rows.get(row.row) if row.row and row.row not in self._seen else None
            if known is not None:
                self._seen.add(row.row)
                self._standing(row, known)
            else:
                self._added(row)
        self._refused += self._unseen(unseen)
        went_out = {row for row, _ in self._sheet.before}
        left_out = sum(1 for row in self._rows if row in went_out and row not in self._seen)
        if self._beyond:
            self._refused.append(
                f"{number(self._beyond)} baris baru lagi tidak diambil: satu lembar menerima paling banyak "
                f"{number(MOST_NEW)} baris baru sekali baca."
            )
        return Taken(
            self._sheet.name,
            self._sheet.worksheet,
            self._sheet.party,
            tuple(self._cells),
            tuple(self._differing),
            self._new,
            tuple(dict.fromkeys(self._refused)),
            left_out,
            tuple(self._again),
            whose(self._grid),
            tuple(self._apart),
        )

    def _unseen(self, names: Mapping[str, str]) -> list[str]:
        """Say what was written there in columns that are not shown here by now: it is not taken."""
        written = Counter(
            key
            for row in self._sheet.rows
            for key, text in row.texts.items()
            if key not in self._columns
            and text.strip()
            and not _same(text, self._sheet.before.get((row.row, key), ""))
        )
        return [
            f'Kolom "{name}" tidak tampil lagi di sini, jadi {number(written[key])} isian dari berkas tidak '
            "diambil. Tampilkan lagi di Susunan, lalu baca berkas ini sekali lagi."
            for key, name in names.items()
            if written[key]
        ]

    def _told_by_subject(self, row: FileRow) -> FileRow:
        """Return a row with the id of what it is about: a sort of the seen columns leaves the ids behind."""
        own = self._by_subject.get(tuple(" ".join(row.texts.get(key, "").split()) for key in self._about))
        return replace(row, row=own) if own else row

    def _told_apart(self) -> dict[tuple[str, ...], RowId]:
        """Return the rows by what they are about, where no two are about the same."""
        told = [
            (
                tuple(
                    " ".join(text_out(self._columns[key], row.values.get(key, "")).split())
                    for key in self._about
                ),
                row.row,
            )
            for row in self._grid.rows
        ]
        count = Counter(words for words, _ in told)
        return {words: row for words, row in told if any(words) and count[words] == 1}

    def _standing(self, row: FileRow, known: GridRow) -> None:
        """Take what was changed there; of a row that both wrote first on its empty line nothing unasked."""
        mine: list[Coming] = []
        asked: list[Coming] = []
        for key, column in self._columns.items():
            if not column.is_editable or key not in row.texts:
                continue
            text, before = row.texts[key], self._sheet.before.get((row.row, key), "")
            if text.strip() == before.strip():
                continue
            raw = self._raw(column, text, row.place)
            now = known.values.get(key, "")
            if raw is None or raw == now:
                continue
            coming = Coming(
                row.row, key, raw, column.label, _about(self._grid, known), show(column, now), text
            )
            changed_here = not _same(text_out(column, now), before)
            (asked if changed_here else mine).append(coming)
        was_empty = row.row not in {one for one, _ in self._sheet.before}
        if was_empty and asked and self._grid.worksheet.takes_rows:
            whole = self._as_own(row)
            if not whole:
                return
            mine, asked = [], [*asked, *mine]
            self._apart.append((row.row, whole))
        self._cells += mine
        self._differing += asked

    def _as_own(self, row: FileRow) -> tuple[Coming, ...]:
        """Return all that a row says there as a row of its own; nothing where such a row stands already."""
        raws = {
            key: raw
            for key, text in row.texts.items()
            if text.strip() and key in self._columns and self._columns[key].is_editable
            if (raw := self._raw(self._columns[key], text, row.place))
        }
        if not raws or self._same_words(raws) is not None:
            return ()
        new = self._id_for(NO_ROW)
        return tuple(
            Coming(new, key, raw, self._columns[key].label, there=row.texts[key]) for key, raw in raws.items()
        )

    def _added(self, row: FileRow) -> None:
        copied = row.row in self._seen
        texts = {
            key: text
            for key, text in row.texts.items()
            if text.strip() and key in self._columns and self._columns[key].is_editable
        }
        went_out = {key: self._sheet.before.get((row.row, key), "") for key in texts}
        unchanged = row.row and not copied and all(_same(texts[key], went_out[key]) for key in texts)
        if not texts or unchanged:
            return
        if not self._grid.worksheet.takes_rows:
            words = " · ".join(texts.values())
            self._refused.append(
                f"Baris {row.place}: barisnya tidak ada di kertas kerja ini, mungkin sudah tidak dipakai, "
                f'jadi "{shortened(words, _QUOTED)}" tidak diambil.'
            )
            return
        raws = {key: self._raw(self._columns[key], text, row.place) for key, text in texts.items()}
        kept = {key: raw for key, raw in raws.items() if raw}
        if not kept:
            return
        here = self._same_words(kept)
        if here is None and self._new == MOST_NEW:
            self._beyond += 1
            return
        new = self._id_for(NO_ROW if copied else row.row)
        coming = [
            Coming(new, key, raw, self._columns[key].label, there=texts[key]) for key, raw in kept.items()
        ]
        if here is None:
            self._new += 1
            self._cells += coming
            return
        about = _about(self._grid, here)
        self._again += [
            replace(cell, about=about, here=show(self._columns[cell.key], here.values.get(cell.key, "")))
            for cell in coming
        ]

    def _same_words(self, kept: Mapping[str, str]) -> GridRow | None:
        """Return the row that says here what an added row says there; one row here is one row there."""
        for row in self._elsewhere:
            if all(_plain(row.values.get(key, "")) == _plain(raw) for key, raw in kept.items()):
                self._elsewhere.remove(row)
                return row
        return None

    def _raw(self, column: GridColumn, text: str, place: int) -> str | None:
        """Return the raw value of a text, None where it cannot be taken: that is said."""
        if text == UNREADABLE:
            self._refused.append(
                f"Baris {place}: {column.label} berisi rumus tanpa hasil, isian di sini tetap."
            )
            return None
        if text.endswith(_CUT):
            self._refused.append(f"Baris {place}: {column.label} terpotong di Excel, isian di sini tetap.")
            return None
        try:
            return parse(column, text)
        except CellFault as fault:
            self._refused.append(f"Baris {place}: {fault}")
            return None


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _plain(raw: str) -> str:
    return " ".join(raw.casefold().split())


def _each(column: GridColumn, raw: str) -> list[str]:
    names = {item.value: called(column, item) for item in column.choices}
    return [names.get(value, value) for value in raw.split(";") if value]


def _about(grid: Grid, row: GridRow) -> str:
    """Return a few words that say which row it is: its first words."""
    texts: Sequence[str] = [
        show(item, row.values.get(item.key, ""))
        for item in grid.columns
        if not item.folded and item.kind in {"text", "long"}
    ]
    return (
        shortened(next((text for text in texts if text.strip()), ""), _QUOTED) or f"Baris {_place(grid, row)}"
    )


def _place(grid: Grid, row: GridRow) -> int:
    return next((place for place, item in enumerate(grid.rows, start=1) if item.row == row.row), 0)
