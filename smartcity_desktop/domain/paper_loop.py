"""The loop of papers: what was issued, how it is keyed in, what came back, what a second reading found. Pure.

A sheet is keyed in the order in which it was printed: rows and columns are kept with the paper, and so are
the choices that are numbered beside their boxes, whatever becomes of the worksheet since.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.grid import Choice, GridColumn, in_order, parse, show
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_code import code_of, spans
from smartcity_desktop.domain.wording import EMPTY
from smartcity_desktop.domain.worksheet import SEPARATOR

SHEET, CARD, BALLOT = "lembar", "kartu", "suara"
OUT, COUNTED, BLANK, SPOILED, MISSING = "keluar", "dihitung", "kosong", "rusak", "hilang"
STATE_WORDS: Final[Mapping[str, str]] = {
    OUT: "Belum diketik",
    COUNTED: "Selesai diketik",
    BLANK: "Kosong",
    SPOILED: "Rusak",
    MISSING: "Hilang",
}
PUT_ASIDE: Final = (BLANK, SPOILED, MISSING)
IN_A_HEAP: Final[Mapping[str, str]] = {
    "counted": "dihitung",
    "blank": "kosong",
    "spoiled": "rusak",
    "missing": "hilang",
}
"""What is noted of a batch that was counted without looking at its numbers."""
REPLACED: Final = (SPOILED, MISSING)
"""States of a sheet for which another one may be printed."""
SETTLED: Final = "selesai"
EQUAL: Final = "sama"
DIFFERS: Final = "beda"
_LISTED: Final = 12
MOST_NUMBERED: Final = 9
"""Choices beyond the ninth are not numbered: one key chooses."""
_LINE: Final = "\n"
_OF: Final = "="
_APART: Final = str.maketrans(",/+ ", SEPARATOR * 4)


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """A column as it was printed: its key, and the values of the choices that were numbered, from 1 on."""

    key: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """One numbered sheet, or a batch of cards or ballots with its ``first`` and ``last`` number.

    ``rows`` and ``columns`` are the order of a printed sheet (``packed``). ``counted``, ``blank``,
    ``spoiled`` and ``missing`` count papers of a batch of which nobody noted the number.
    """

    id: RowId = NO_ROW
    pos: str = ""
    kind: str = SHEET
    worksheet: RowId = NO_ROW
    sheet: RowId = NO_ROW
    vote: RowId = NO_ROW
    stage: RowId = NO_ROW
    number: str = ""
    first: int | None = None
    last: int | None = None
    state: str = OUT
    blank: int | None = None
    spoiled: int | None = None
    missing: int | None = None
    counted: int | None = None
    printed_at: str = ""
    note: str = ""
    rows: str = ""
    columns: str = ""

    @property
    def code(self) -> str:
        """The number with its check letter."""
        return code_of(self.number)

    @property
    def row_order(self) -> tuple[RowId, ...]:
        """The rows as they were printed, from the top."""
        return tuple(RowId(item) for item in self.rows.split(SEPARATOR) if item)

    @property
    def column_order(self) -> tuple[PrintedColumn, ...]:
        """The columns as they were printed, from the left."""
        return unpacked(self.columns)

    @property
    def numbers(self) -> range:
        """The numbers of a batch; a sheet has none."""
        return range(self.first, self.last + 1) if self.first and self.last else range(0)

    def called(self, number: int) -> str:
        """Return the number of one paper of a batch: ``K1-017``."""
        return f"{self.number}-{number:03d}"


_NO_PAPER: Final = Paper()


def packed(columns: Iterable[PrintedColumn]) -> str:
    """Return columns as the text that is kept with a paper: a line each, ``relevant=ya;sebagian;tidak``."""
    return _LINE.join(
        f"{item.key}{_OF}{SEPARATOR.join(item.choices)}" if item.choices else item.key for item in columns
    )


def unpacked(text: str) -> tuple[PrintedColumn, ...]:
    """Return the columns of ``packed``."""
    found = (line.partition(_OF) for line in text.split(_LINE) if line)
    return tuple(
        PrintedColumn(key, tuple(item for item in values.split(SEPARATOR) if item))
        for key, _, values in found
    )


def numbered(column: GridColumn) -> tuple[Choice, ...]:
    """Return the choices of a column that get a number beside their box.

    None where they are too many, or where a choice is itself called by a number.
    """
    offered = column.offered
    if len(offered) > MOST_NUMBERED or any(_is_figure(item) for item in offered):
        return ()
    return offered


def printed(columns: Iterable[GridColumn]) -> tuple[PrintedColumn, ...]:
    """Return the columns that are written on by hand, as they are printed."""
    return tuple(
        PrintedColumn(item.key, tuple(choice.value for choice in numbered(item)))
        for item in columns
        if item.section == "grid" and item.is_editable
    )


def numbered_words(column: GridColumn, on_paper: PrintedColumn) -> tuple[str, ...]:
    """Return what stands beside the boxes: ``1 Ya``, ``2 Sebagian``; a choice that is gone is left out."""
    label = {item.value: item.code or item.label for item in column.choices}
    told = enumerate(on_paper.choices, start=1)
    return tuple(f"{place} {label[value]}" for place, value in told if value in label)


def keyed(column: GridColumn, on_paper: PrintedColumn, text: str) -> str:
    """Return the raw value for what was keyed from a paper; a number chooses as it was printed.

    Several numbers stand apart (``1 3``) or, where each is one sign, together (``13``). Raises CellFault.
    """
    kept = text.strip()
    chosen = _by_number(column, on_paper, kept)
    return parse(column, kept) if chosen is None else chosen


def _by_number(column: GridColumn, on_paper: PrintedColumn, text: str) -> str | None:
    if not on_paper.choices or not text:
        return None
    pieces = [item for item in text.translate(_APART).split(SEPARATOR) if item]
    if column.many and len(pieces) == 1 and pieces[0].isdigit():
        pieces = list(pieces[0])
    if not all(
        item.isascii() and item.isdigit() and 1 <= int(item) <= len(on_paper.choices) for item in pieces
    ):
        return None
    if len(pieces) > 1 and not column.many:
        return None
    return in_order(column, (on_paper.choices[int(item) - 1] for item in pieces))


def _is_figure(choice: Choice) -> bool:
    return any(name.strip().isdigit() for name in (choice.value, choice.label, choice.code))


@dataclass(frozen=True, slots=True)
class Issue:
    """A paper that is about to be printed: what will be kept of it once it has left the program.

    ``replaces`` is the sheet it stands for, ``why`` what became of that one. A paper ``known`` already is
    printed again, not issued again.
    """

    paper: Paper = _NO_PAPER
    party: RowId = NO_ROW
    replaces: RowId = NO_ROW
    why: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One sheet among the others: whose it is, how many fields were keyed by whom, the second reading."""

    paper: Paper
    party: str = ""
    title: str = ""
    by: "tuple[Typist, ...]" = ()
    second: str = ""

    @property
    def fields(self) -> int:
        """How many fields were keyed from it."""
        return sum(item.fields for item in self.by)


@dataclass(frozen=True, slots=True)
class Card:
    """An idea card: its number, the row that was written from it, whose sheet that stands on."""

    number: int
    row: RowId = NO_ROW
    party: RowId = NO_ROW
    text: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class BallotLine:
    """One line of a ballot: what is voted on, and the points that stand; empty before it is keyed."""

    item: RowId
    text: str
    points: str = ""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One ballot of a vote: its lines in the order of the print, points per person and at most per line."""

    number: int
    title: str = ""
    lines: tuple[BallotLine, ...] = ()
    points: int | None = None
    most: int | None = None
    state: str = ""
    closed: bool = False

    def fault(self, points: Sequence[int]) -> str:
        """Return in a sentence what is wrong with points given in the order of the lines; empty for nothing.

        A ballot that breaks the rule is not counted; a person decides whether it is spoiled.
        """
        if self.closed:
            return "Pemungutan suara ini sudah ditutup. Buka lagi di bagian Suara."
        most, total = self.most, sum(points)
        if most is not None and any(item > most for item in points):
            return f"Paling banyak {most} poin untuk satu pilihan."
        if self.points is not None and total > self.points:
            return f"Jumlahnya {total} poin, paling banyak {self.points}."
        return ""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One row of a paper: its number there, what it is about, the raw values that stand by column key."""

    row: RowId
    place: int
    subject: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeySheet:
    """A paper as it is keyed: its columns and rows in printed order; ``lost`` tells what is no longer there.

    ``second`` is what a second reading found, by row and column; ``by`` who keyed how many fields. A ``free``
    one has as many lines as somebody wrote on; ``added`` is what was written below the rows of another.
    """

    paper: Paper
    title: str = ""
    party: str = ""
    columns: tuple[tuple[GridColumn, PrintedColumn], ...] = ()
    rows: tuple[KeyRow, ...] = ()
    lost: tuple[str, ...] = ()
    second: "Mapping[tuple[RowId, str], Reread]" = field(default_factory=dict)
    by: "tuple[Typist, ...]" = ()
    free: bool = False
    added: tuple[str, ...] = ()

    @property
    def unread(self) -> "tuple[tuple[RowId, str], ...]":
        """The fields of rows that say anything which a second reading has not come to, in printed order."""
        keys = [column.key for column, _ in self.columns]
        filled = [row for row in self.rows if any(row.values.get(key) for key in keys)]
        return tuple((row.row, key) for row in filled for key in keys if (row.row, key) not in self.second)

    @property
    def filled(self) -> int:
        """How many rows say anything."""
        keys = [column.key for column, _ in self.columns]
        return sum(1 for row in self.rows if any(row.values.get(key) for key in keys))


@dataclass(frozen=True, slots=True)
class Typist:
    """Who keyed: how many fields, and when last (ISO moment)."""

    who: str
    fields: int
    at: str = ""


# Second reading --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reread:
    """One field as it was keyed the second time, without a sight of the first."""

    id: RowId = NO_ROW
    sheet: RowId = NO_ROW
    line: str = ""
    column: str = ""
    text: str = ""
    by: str = ""
    at: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that was read in two ways: its place on the paper, both readings in words, both raw."""

    row: RowId
    key: str
    place: str
    column: str
    first: str
    second: str
    raw: tuple[str, str] = ("", "")


def differences(sheet: KeySheet) -> tuple[Difference, ...]:
    """Return what a second reading found and nobody has settled, in the order of the paper."""
    found: list[Difference] = []
    for row in sheet.rows:
        for column, _ in sheet.columns:
            again = sheet.second.get((row.row, column.key))
            stands = row.values.get(column.key, "")
            if again is None or again.state == SETTLED or again.text == stands:
                continue
            words = (show(column, stands) or EMPTY, show(column, again.text) or EMPTY)
            place = f"Baris {row.place}"
            found.append(
                Difference(row.row, column.key, place, column.label, *words, raw=(stands, again.text))
            )
    return tuple(found)


def reading_words(sheet: KeySheet) -> str:
    """Return how far the second reading is: ``dibaca dua kali, 3 beda, selesai``; empty before it began."""
    if not sheet.second:
        return ""
    keys = [column.key for column, _ in sheet.columns]
    known = {(row.row, key): row.values.get(key, "") for row in sheet.rows for key in keys}
    read = {place: item for place, item in sheet.second.items() if place in known}
    solved = sum(1 for item in read.values() if item.state == SETTLED)
    open_ones = sum(1 for place, item in read.items() if item.state != SETTLED and item.text != known[place])
    told = f"{solved + open_ones} beda" if solved + open_ones else "tidak ada yang beda"
    if sheet.unread:
        total = sheet.filled * len(keys)
        return f"bacaan kedua {total - len(sheet.unread)} dari {total} isian, {told}"
    return f"dibaca dua kali, {told}, " + (f"{open_ones} belum dipilih" if open_ones else "selesai")


# What came back --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Settlement:
    """Issued = counted + blank + spoiled + missing; ``waiting`` names what nobody has told of yet."""

    called: str = ""
    issued: int = 0
    counted: int = 0
    blank: int = 0
    spoiled: int = 0
    missing: int = 0
    waiting: str = ""

    @property
    def left(self) -> int:
        """How many papers nobody has told of; negative where more came back than went out."""
        return self.issued - self.counted - self.blank - self.spoiled - self.missing

    @property
    def adds_up(self) -> bool:
        """Whether every paper is accounted for."""
        return not self.left

    @property
    def words(self) -> str:
        """The sum in words, with what is missing."""
        told = (
            f"Keluar {self.issued} = diketik {self.counted} + kosong {self.blank} "
            f"+ rusak {self.spoiled} + hilang {self.missing}"
        )
        if self.adds_up:
            return f"{told}. Cocok."
        if self.left < 0:
            return f"{told}. Lebih {-self.left}: yang kembali lebih banyak daripada yang keluar."
        left = f"{told} + belum ada kabar {self.left}"
        return f"{left}: {self.waiting}." if self.waiting else f"{left}."


def of_sheets(papers: Sequence[Paper]) -> Settlement:
    """Return how the sheets of a worksheet stand."""
    count = {state: sum(1 for item in papers if item.state == state) for state in STATE_WORDS}
    waiting = [item.number for item in papers if item.state not in {COUNTED, *PUT_ASIDE}]
    more = len(waiting) - _LISTED
    shown = ", ".join([*waiting[:_LISTED], *([f"dan {more} lainnya"] if more > 0 else [])])
    return Settlement("", len(papers), count[COUNTED], count[BLANK], count[SPOILED], count[MISSING], shown)


def of_batch(paper: Paper, came: Iterable[int], marks: Mapping[int, str]) -> Settlement:
    """Return how a batch stands: ``came`` are the numbers that were keyed, ``marks`` the state of others."""
    known = set(came)
    aside = {number: state for number, state in marks.items() if number not in known}
    count = {state: sum(1 for item in aside.values() if item == state) for state in PUT_ASIDE}
    uncounted = [paper.blank or 0, paper.spoiled or 0, paper.missing or 0]
    waiting = [number for number in paper.numbers if number not in known and number not in aside]
    # Of papers that were counted in a heap nobody knows which numbers are left.
    left = "" if paper.counted else spans(waiting)
    return Settlement(
        paper.number,
        len(paper.numbers),
        len(known) + (paper.counted or 0),
        count[BLANK] + uncounted[0],
        count[SPOILED] + uncounted[1],
        count[MISSING] + uncounted[2],
        left,
    )
