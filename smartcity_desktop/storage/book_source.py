"""What the tables and charts of a book are made of: rows in words, each with its dimension, read once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from smartcity_desktop.domain.action_plan import HEAD_WORDS
from smartcity_desktop.domain.book_part import Align, BookRow, BookTable, limit_of
from smartcity_desktop.domain.book_part import kind_of as part_kind
from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.coverage import Choice, Coverage
from smartcity_desktop.domain.dimension import Dimension, Subdimension
from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.entity import Field
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative_facts import FUND_WORDS, ProgramFacts
from smartcity_desktop.domain.merging import Whole
from smartcity_desktop.domain.quickwin_board import Board
from smartcity_desktop.domain.readiness import ReadinessRecap
from smartcity_desktop.domain.roadmap import RoadMap, RoadProgram
from smartcity_desktop.domain.wording import EMPTY, LABELS, day_of, money, short_date
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.domain.worksheet import Sheet, Worksheet, choice_lines
from smartcity_desktop.storage.answers import rows_under
from smartcity_desktop.storage.dimension import codes, dimensions, subdimensions
from smartcity_desktop.storage.dimension_home import homes_of
from smartcity_desktop.storage.heir import INITIATIVE, merged_away
from smartcity_desktop.storage.initiative_facts import ACTION, actions, facts
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.origin import merged_beside, wholes
from smartcity_desktop.storage.rows import fetch
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import columns, sheets, worksheets
from smartcity_desktop.storage.workshop import workshop

RELEVANT_ONLY: Final = Choice(relevant_only=True)
NO_DIMENSION: Final = "Dimensi belum dipilih"
_CANDIDATE: Final = "candidate"
_NAMED: Final = ("code", "name", "text", "title")
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "fund": FUND_WORDS,
    "head": HEAD_WORDS,
    "innovation": LABELS["innovation"],
    "partner_element": LABELS["element"],
    "horizon": LABELS["horizon"],
    "state": LABELS["state"],
    "ict": LABELS["yes_no"],
}
"""Words of choices where no column of a worksheet of this workshop says its own."""


@dataclass(frozen=True, slots=True)
class _Key:
    id: RowId = NO_ROW


class Item:
    """One row of a worksheet: everything it says, and the dimension it belongs to."""

    def __init__(self, source: "BookSource", whole: Whole, home: RowId, sheet: Sheet) -> None:
        """Stand on a row that was read."""
        self._source, self._whole = source, whole
        self.home, self.sheet = home, sheet

    @property
    def row(self) -> RowId:
        """Its id."""
        return self._whole.row

    def raw(self, name: str) -> str:
        """Return a single value as it is stored, empty without one."""
        return self._whole.text_of(name).strip()

    def many(self, name: str) -> Mapping[str, Value]:
        """Return the values of a field with several, by part."""
        return self._whole.many.get(name, {})

    def number(self, name: str) -> int | None:
        """Return a whole number, None where there is none."""
        value = self._whole.single.get(name)
        return value if isinstance(value, int) else None

    def words(self, name: str) -> str:
        """Return what a field says in words: choices, names of rows, dates, rupiah; empty for nothing."""
        field = CATALOG[self._whole.ent].by_name[name]
        if field.many:
            return ", ".join(
                filter(None, (self._source.told(self._whole.ent, field, one) for one in self.many(name)))
            )
        return self._source.told(self._whole.ent, field, self.raw(name))


Cell = Callable[[Item], str]


@dataclass(frozen=True, slots=True)
class Col:
    """A column of a table of rows: its head, its share of the breadth, and what stands in it."""

    head: str
    width: float
    cell: str | Cell
    align: str = "left"

    def of(self, item: Item) -> str:
        """Return the text of a row in this column."""
        return item.words(self.cell) if isinstance(self.cell, str) else self.cell(item)


class BookSource:
    """Reads the file for the parts of a book; nothing is read that is not asked for, and nothing twice."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self.store, self.db = store, store.db
        self.workshop = workshop(store.db)
        self.say = words_of(self.workshop).say
        self._rows: dict[str, tuple[Item, ...]] = {}
        self._named: dict[str, dict[RowId, str]] = {}

    @cached_property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions in use; those no longer used are named where rows say them."""
        return tuple(item for item in dimensions(self.db) if not item.retired)

    @cached_property
    def subs(self) -> tuple[Subdimension, ...]:
        """The sub-dimensions in use, in the order of their dimensions."""
        order = {item.id: place for place, item in enumerate(self.dimensions)}
        known = [item for item in subdimensions(self.db) if not item.retired and item.dimension in order]
        return tuple(sorted(known, key=lambda item: order[item.dimension]))

    @cached_property
    def opd_names(self) -> dict[RowId, str]:
        """The short names of all agencies, in their order."""
        return {item.id: item.called for item in opds(self.db)}

    @cached_property
    def dimension_names(self) -> dict[RowId, str]:
        """``GOV Smart Governance`` of every dimension, also those no longer used."""
        return {item.id: item.shown for item in dimensions(self.db)}

    def dimension_of(self, code: str) -> Dimension | None:
        """Return a dimension by its code, or by one that it had before; those in use come first."""
        known = sorted(dimensions(self.db), key=lambda item: item.retired)
        found = next((item for item in known if (item.code or item.name) == code), None)
        if found is None:
            row = codes(self.db).get(code)
            found = next((item for item in known if item.id == row), None)
        return found

    def home_words(self, row: RowId) -> str:
        """Return a dimension by its code and name, or that none was chosen."""
        return self.dimension_names.get(row) or self.say(NO_DIMENSION)

    def rows(self, ent: str) -> tuple[Item, ...]:
        """Return the rows of an entity on the worksheets in use that count, by dimension and in order.

        Those that went into another row, that were taken out, or that say nothing are left out.
        """
        if ent not in self._rows:
            self._rows[ent] = tuple(self._read(ent))
        return self._rows[ent]

    def limited(self, ent: str, key: str) -> tuple[Item, ...]:
        """Return the rows of the dimension that a part is limited to, all where it is not."""
        code = limit_of(key)
        if not code:
            return self.rows(ent)
        found = self.dimension_of(code)
        return tuple(item for item in self.rows(ent) if found is not None and item.home == found.id)

    def told(self, ent: str, field: Field, raw: str) -> str:
        """Return a stored value of a field in words."""
        if not raw:
            return ""
        match field.kind:
            case "ref":
                return self.name_of(field.ref, RowId(raw))
            case "choice":
                return self._choice(ent, field.name, raw)
            case "money":
                return money(int(raw)) if raw.lstrip("-").isdigit() else raw
            case "date":
                return short_date(day_of(raw))
            case _:
                return raw

    def name_of(self, ent: str, row: RowId) -> str:
        """Return what a row is called where another one names it, empty where it is gone."""
        if ent == "opd":
            return self.opd_names.get(row, "")
        if ent not in self._named:
            names = [name for name in _NAMED if name in CATALOG[ent].by_name]
            rows = [item.id for item in fetch(self.db, _Key, ent)]
            found = wholes(self.db, ent, rows)
            self._named[ent] = {
                one: " ".join(filter(None, (whole.text_of(name) for name in names[:2])))
                for one, whole in found.items()
            }
        return self._named[ent].get(row, "")

    def _choice(self, ent: str, name: str, raw: str) -> str:
        own = self._choices.get((ent, name), {})
        return own.get(raw) or _WORDS.get(name, {}).get(raw) or raw

    @cached_property
    def _choices(self) -> dict[tuple[str, str], dict[str, str]]:
        """Return the words that the columns of this workshop's worksheets have for choices."""
        found: dict[tuple[str, str], dict[str, str]] = {}
        for worksheet in self._worksheets:
            for column in columns(self.db, worksheet.id):
                told = {one.value: one.words for one in choice_lines(column.choices)}
                if any(words != value for value, words in told.items()):
                    found.setdefault((worksheet.target, column.bound), {}).update(told)
        return found

    @cached_property
    def _worksheets(self) -> list[Worksheet]:
        return [item for item in worksheets(self.db) if not item.retired]

    @cached_property
    def _sheets(self) -> dict[RowId, Sheet]:
        return {item.id: item for item in sheets(self.db)}

    def _read(self, ent: str) -> list[Item]:
        made = {INITIATIVE: self._programs, ACTION: self._actions}.get(ent)
        found = made() if made else self._on_sheets(ent)
        order = {item.id: place for place, item in enumerate(dimensions(self.db))}
        found.sort(key=lambda item: order.get(item.home, len(order)))
        return found

    def _on_sheets(self, ent: str) -> list[Item]:
        homes = homes_of(self.db)
        away = merged_away(self.db, ent) if ent == _CANDIDATE else set()
        found: list[Item] = []
        for worksheet in self._worksheets:
            if worksheet.target != ent or worksheet.rows_from != "free":
                continue
            own = [item.id for item in self._sheets.values() if item.worksheet == worksheet.id]
            gone = merged_beside(self.db, ent, worksheet.id) | away
            rows = [
                row for listed in rows_under(self.db, ent, own).values() for row in listed if row not in gone
            ]
            said = wholes(self.db, ent, rows)
            for row in rows:
                whole, sheet = said[row], self._sheets[said[row].sheet]
                item = Item(self, whole, homes.home(whole, sheet), sheet)
                if _counts(item, ent):
                    found.append(item)
        return found

    def _programs(self) -> list[Item]:
        """Return the programs that count, with dimension and agency as they are settled."""
        said = wholes(self.db, INITIATIVE, [item.id for item in self.facts])
        return [
            self._item(
                said[item.id],
                item.dimension,
                dimension=item.dimension,
                subdimension=item.subdimension,
                opd=item.opd,
            )
            for item in self.facts
        ]

    def _actions(self) -> list[Item]:
        """Return the actions of the plan that say anything, each at home where its program is."""
        known, homes = {item.id: item.dimension for item in self.facts}, homes_of(self.db)
        rows = {item.id: item.initiative for item in actions(self.db) if item.text.strip()}
        said = wholes(self.db, ACTION, list(rows))
        made: list[Item] = []
        for row, program in rows.items():
            sheet = self._sheets.get(said[row].sheet, Sheet())
            home = known.get(program) or homes.home(said[row], sheet)
            made.append(self._item(said[row], home, initiative=program))
        return made

    def _item(self, whole: Whole, home: RowId, **settled: RowId) -> Item:
        said = replace(whole, single={**whole.single, **settled})
        return Item(self, said, home, self._sheets.get(whole.sheet, Sheet()))

    # What other analyses have gathered already

    @cached_property
    def coverage(self) -> Coverage:
        """The programs of all plans beside the dimensions."""
        from smartcity_desktop.storage.coverage import coverage

        return coverage(self.db)

    @cached_property
    def readiness(self) -> ReadinessRecap:
        """How ready the region is."""
        from smartcity_desktop.storage.readiness import recap

        return recap(self.db)

    @cached_property
    def facts(self) -> list[ProgramFacts]:
        """The programs that count."""
        return facts(self.db)

    @cached_property
    def road(self) -> RoadMap:
        """The road map."""
        from smartcity_desktop.storage.roadmap import Plans

        return Plans(self.db).road()

    @cached_property
    def program_of(self) -> dict[RowId, RoadProgram]:
        """The programs on the road map by their rows."""
        return {item.id: item for item in self.road.programs}

    @cached_property
    def wins(self) -> Board:
        """Candidates for quick wins with their scores."""
        from smartcity_desktop.storage.quickwin import board

        return board(self.db)


def _counts(item: Item, ent: str) -> bool:
    fields = CATALOG[ent].by_name
    if any(item.raw(name) == "1" for name in ("retired", "withdrawn") if name in fields):
        return False
    return any(item.raw(name) for name in ("name", "text") if name in fields)


def caption_of(source: BookSource, key: str) -> str:
    """Return the caption of a part: its title, and what it is limited to."""
    kind = part_kind(key)
    title = source.say(kind.title) if kind else key
    limit = limit_of(key)
    if not limit:
        return title
    found = source.dimension_of(limit)
    name = found.name if found else HEAD_WORDS.get(limit) or LABELS["horizon_long"].get(limit, limit)
    return f"{title}: {name}"


def missing_of(source: BookSource, key: str) -> str:
    """Return the line that says what is lacking while a part is empty."""
    kind = part_kind(key)
    return source.say(kind.missing) if kind else ""


def row_table(
    source: BookSource,
    key: str,
    cols: Sequence[Col],
    items: Sequence[Item],
    *,
    landscape: bool = False,
    note: str = "",
) -> BookTable:
    """Return a table of rows with a running number; rows of several dimensions stand under their headings."""
    several = len({item.home for item in items}) > 1
    rows: list[BookRow] = []
    home: RowId | None = None
    for place, item in enumerate(items, start=1):
        if several and item.home != home:
            home = item.home
            rows.append(BookRow((source.home_words(home),), home, heading=True))
        rows.append(BookRow((str(place), *(col.of(item) or EMPTY for col in cols)), item.row))
    return BookTable(
        key,
        caption_of(source, key),
        ("No", *(source.say(col.head) for col in cols)),
        tuple(rows),
        (9.0, *(col.width for col in cols)),
        ("right", *(_side(col.align) for col in cols)),
        note=note,
        landscape=landscape,
        missing=missing_of(source, key),
    )


def _side(align: str) -> Align:
    return "right" if align == "right" else "center" if align == "center" else "left"
