"""Where the programs of all plans lie: agencies beside dimensions, every number with the rows behind it.

A program counts once, under its primary dimension; the dimensions it is also tagged with are counted apart.
Programs that nobody has read yet have a column of their own, and so have those that are not relevant: the
columns of a line always add up to all its programs.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from smartcity_desktop.domain.dimension import Dimension, Subdimension
from smartcity_desktop.domain.entity import RELEVANT
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import number
from smartcity_desktop.domain.words import Words

NO, UNREAD, BARE, WHOLE = "no", "unread", "bare", "whole"
"""Columns beside the dimensions: not relevant, not read yet, relevant without a dimension, all together."""
HOME, SIDE = "home", "side"
"""Kinds of heads: a dimension or sub-dimension, and what stands beside them."""
BY_DIMENSION, BY_SUB = "dimension", "subdimension"


@dataclass(frozen=True, slots=True)
class Program:
    """One program of a plan and what was said of it.

    ``pagu`` is whole rupiah per year; ``level`` is that of the lines it was taken from, empty without any.
    ``sources`` share it out by source of money. ``home`` and ``sub`` are the primary dimension and its
    sub-dimension, ``also`` the other sub-dimensions. ``tagged_by`` said last what it is.
    """

    id: RowId = NO_ROW
    opd: RowId = NO_ROW
    code: str = ""
    name: str = ""
    support: bool = False
    pagu: Mapping[str, int] = field(default_factory=dict)
    level: str = ""
    sources: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    relevant: str = ""
    home: RowId = NO_ROW
    sub: RowId = NO_ROW
    also: tuple[RowId, ...] = ()
    tagged_by: str = ""

    @property
    def is_relevant(self) -> bool:
        """Whether it was found relevant, wholly or in part."""
        return self.relevant in RELEVANT

    def amount(self, year: str = "") -> int:
        """Return its pagu in a year, in all years together where none is named."""
        return self.pagu.get(year, 0) if year else sum(self.pagu.values())


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency of the list: its names and kind, whether a plan is wanted of it and was read."""

    id: RowId = NO_ROW
    name: str = ""
    called: str = ""
    kind: str = ""
    required: bool = False
    has_plan: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the programs is looked at: one kind of agency, one year, only relevant ones, support ones."""

    kind: str = ""
    year: str = ""
    relevant_only: bool = False
    support: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: what it stands for, its short words, its whole name, and its colour."""

    key: str
    words: str
    told: str = ""
    color: str = ""
    kind: str = SIDE


@dataclass(frozen=True, slots=True)
class Cell:
    """A number with the rows behind it: each program with the rupiah it brings, and those that also count."""

    entries: tuple[tuple[RowId, int], ...] = ()
    also: tuple[RowId, ...] = ()

    @property
    def count(self) -> int:
        """How many programs."""
        return len(self.entries)

    @property
    def amount(self) -> int:
        """How many rupiah they bring together."""
        return sum(amount for _, amount in self.entries)

    @property
    def rows(self) -> tuple[RowId, ...]:
        """The programs behind the number, those that only also count behind them."""
        return (*(row for row, _ in self.entries), *self.also)


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One line of a board; ``note`` says why it may be empty."""

    key: str
    name: str
    short: str = ""
    cells: tuple[Cell, ...] = ()
    note: str = ""
    color: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """Lines beside columns; the last column and the line ``sums`` hold the sums."""

    heads: tuple[Head, ...] = ()
    lines: tuple[BoardLine, ...] = ()
    sums: BoardLine = BoardLine("", "")


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is still to be done: in a sentence, and the row it is about (``about`` says of what)."""

    about: str
    row: RowId
    words: str


@dataclass(frozen=True)
class Coverage:
    """All programs of the plans in use, with the agencies and dimensions that they are counted by."""

    agencies: tuple[Agency, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    subs: tuple[Subdimension, ...] = ()
    programs: tuple[Program, ...] = ()
    words: Words = field(default_factory=Words)

    @cached_property
    def by_id(self) -> dict[RowId, Program]:
        """Every program by its row."""
        return {item.id: item for item in self.programs}

    @cached_property
    def agency_of(self) -> dict[RowId, Agency]:
        """Every agency by its row."""
        return {item.id: item for item in self.agencies}

    @cached_property
    def code_of(self) -> dict[RowId, str]:
        """The code of every dimension and sub-dimension."""
        found = {item.id: item.code or item.name for item in self.dimensions}
        return found | {item.id: item.code or item.name for item in self.subs}

    @cached_property
    def home_of(self) -> dict[RowId, RowId]:
        """The dimension of every sub-dimension."""
        return {item.id: item.dimension for item in self.subs}

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The years for which any program has money."""
        return tuple(sorted({year for item in self.programs for year in item.pagu}))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of agencies that have programs, in the order of the list."""
        own = {item.opd for item in self.programs}
        return tuple(dict.fromkeys(item.kind for item in self.agencies if item.kind and item.id in own))

    def chosen(self, choice: Choice) -> tuple[Program, ...]:
        """Return the programs that are looked at; a year keeps those that have money in it."""
        return tuple(item for item in self.programs if self._fits(item, choice))

    def listed(self, choice: Choice) -> tuple[Agency, ...]:
        """Return the agencies that have a plan or should have one, in the order of the list."""
        return tuple(
            item
            for item in self.agencies
            if (item.has_plan or item.required) and (not choice.kind or item.kind == choice.kind)
        )

    def _fits(self, item: Program, choice: Choice) -> bool:
        if item.support and not choice.support:
            return False
        if choice.relevant_only and not item.is_relevant:
            return False
        if choice.year and not item.amount(choice.year):
            return False
        agency = self.agency_of.get(item.opd)
        return not choice.kind or (agency is not None and agency.kind == choice.kind)


def column_of(item: Program, by: str = BY_DIMENSION) -> str:
    """Return the column a program counts in: a dimension (or sub-dimension), or what it is without one."""
    if not item.relevant:
        return UNREAD
    if not item.is_relevant:
        return NO
    return (item.home if by == BY_DIMENSION else item.sub) or BARE


def also_in(known: Coverage, item: Program, by: str = BY_DIMENSION) -> tuple[str, ...]:
    """Return the further columns that a relevant program is tagged with."""
    if not item.is_relevant:
        return ()
    own = column_of(item, by)
    others = item.also if by == BY_SUB else (known.home_of.get(sub, NO_ROW) for sub in item.also)
    return tuple(dict.fromkeys(other for other in others if other and other != own))


def spread(known: Coverage, choice: Choice, by: str = BY_DIMENSION) -> Board:
    """Return agencies beside dimensions or sub-dimensions; agencies stand in the order of the list."""
    found = known.chosen(choice)
    heads = _heads(known, found, by, choice)
    groups: dict[RowId, list[Program]] = {}
    for item in found:
        groups.setdefault(item.opd, []).append(item)
    lines = [
        BoardLine(
            agency.id,
            agency.name,
            agency.called,
            _cells(known, groups.get(agency.id, ()), heads, by, choice.year),
            "" if agency.has_plan else known.words.say("Renstra belum dibaca"),
        )
        for agency in known.listed(choice)
    ]
    sums = BoardLine("", "Jumlah", "Jumlah", _cells(known, found, heads, by, choice.year))
    return Board(heads, tuple(lines), sums)


def totals(known: Coverage, choice: Choice, by: str = BY_DIMENSION) -> tuple[tuple[Head, Cell], ...]:
    """Return every column with its sum."""
    board = spread(known, choice, by)
    return tuple(zip(board.heads, board.sums.cells, strict=True))


def _heads(known: Coverage, found: Sequence[Program], by: str, choice: Choice) -> tuple[Head, ...]:
    used = {column_of(item, by) for item in found}
    used |= {other for item in found for other in also_in(known, item, by)}
    color = {item.id: item.color for item in known.dimensions}
    homes: list[Head] = []
    if by == BY_DIMENSION:
        homes = [
            Head(item.id, item.code or item.name, item.shown, item.color, HOME)
            for item in known.dimensions
            if not item.retired or item.id in used
        ]
    else:
        order = {item.id: place for place, item in enumerate(known.dimensions)}
        homes = [
            Head(item.id, item.code or item.name, item.shown, color.get(item.dimension, ""), HOME)
            for item in sorted(known.subs, key=lambda sub: order.get(sub.dimension, len(order)))
            if not item.retired or item.id in used
        ]
    return (*homes, *_side_heads(known, used, by, choice))


def _side_heads(known: Coverage, used: set[str], by: str, choice: Choice) -> tuple[Head, ...]:
    say = known.words.say
    bare = say("Relevan tanpa dimensi" if by == BY_DIMENSION else "Relevan tanpa subdimensi")
    found = [Head(BARE, "Tanpa", bare)] if BARE in used else []
    if not choice.relevant_only:
        found += [Head(UNREAD, "Belum", "Belum ditelaah"), Head(NO, "Tidak", "Tidak relevan")]
    return (*found, Head(WHOLE, "Jumlah", "Jumlah program"))


def _cells(
    known: Coverage, found: Iterable[Program], heads: Sequence[Head], by: str, year: str
) -> tuple[Cell, ...]:
    own: dict[str, list[tuple[RowId, int]]] = {}
    more: dict[str, list[RowId]] = {}
    for item in found:
        entry = (item.id, item.amount(year))
        own.setdefault(column_of(item, by), []).append(entry)
        own.setdefault(WHOLE, []).append(entry)
        for other in also_in(known, item, by):
            more.setdefault(other, []).append(item.id)
    return tuple(Cell(tuple(own.get(head.key, ())), tuple(more.get(head.key, ()))) for head in heads)


def told(known: Coverage, choice: Choice) -> str:
    """Return ``412 program: 138 relevan, 73 belum ditelaah, 201 tidak relevan.`` and what was left out."""
    found = known.chosen(choice)
    relevant = sum(1 for item in found if item.is_relevant)
    unread = sum(1 for item in found if not item.relevant)
    parts = [f"{number(len(found))} program: {number(relevant)} relevan"]
    if not choice.relevant_only:
        parts += [
            f"{number(unread)} belum ditelaah",
            f"{number(len(found) - relevant - unread)} tidak relevan",
        ]
    asked = Choice(choice.kind, choice.year, support=True)
    left = sum(1 for item in known.chosen(asked) if item.support)
    rest = f" {number(left)} program penunjang tidak dihitung." if left and not choice.support else ""
    year = f" Yang dihitung program yang punya pagu tahun {choice.year}." if choice.year else ""
    return f"{', '.join(parts)}.{year}{rest}"


def gaps(known: Coverage, choice: Choice) -> tuple[Gap, ...]:
    """Return what is still empty: dimensions and sub-dimensions without a program, plans not yet read."""
    return (
        *_empty_columns(known, choice, BY_DIMENSION),
        *_unread_agencies(known, choice),
        *_empty_columns(known, choice, BY_SUB),
    )


def _empty_columns(known: Coverage, choice: Choice, by: str) -> list[Gap]:
    name = known.words.say("Dimensi" if by == BY_DIMENSION else "Subdimensi")
    found: list[Gap] = []
    retired = {item.id for item in known.dimensions if item.retired}
    retired |= {item.id for item in known.subs if item.retired}
    for head, cell in totals(known, choice, by):
        # What is no longer used keeps its column while programs name it, and waits for none.
        if head.kind != HOME or cell.count or head.key in retired:
            continue
        rest = f"; {number(len(cell.also))} program menyebutnya sebagai tambahan" if cell.also else ""
        found.append(Gap(by, RowId(head.key), f"{name} {head.told}: belum ada program{rest}."))
    return found


def _unread_agencies(known: Coverage, choice: Choice) -> list[Gap]:
    counted: dict[RowId, list[Program]] = {}
    for item in known.chosen(choice):
        counted.setdefault(item.opd, []).append(item)
    found: list[Gap] = []
    for agency in known.listed(choice):
        own = counted.get(agency.id, [])
        if not agency.has_plan:
            found.append(Gap("document", agency.id, f"{agency.name}: Renstra belum dibaca."))
        elif own and not any(item.relevant for item in own):
            words = f"{agency.name}: {number(len(own))} program, belum satu pun ditelaah."
            found.append(Gap("opd", agency.id, words))
    return found


def marked(known: Coverage, item: Program) -> str:
    """Return in words where a program counts: ``GOV-1 +SOC-2``, ``tidak relevan``, ``belum ditelaah``."""
    say: Callable[[str], str] = known.words.say
    if not item.relevant:
        return "belum ditelaah"
    if not item.is_relevant:
        return "tidak relevan"
    own = known.code_of.get(item.sub) or known.code_of.get(item.home) or say("tanpa dimensi")
    return " ".join([own, *(f"+{known.code_of[sub]}" for sub in item.also if sub in known.code_of)])
