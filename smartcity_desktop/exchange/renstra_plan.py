"""A whole plan from all tables of a file: what each is, which one the plan stands in, what the others add."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.renstra_draft import Draft, LineDraft, SheetChoice, SourceSheet
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import renstra_titles as titles
from smartcity_desktop.exchange.renstra_head import Head, find_head, of_region
from smartcity_desktop.exchange.renstra_parts import parted
from smartcity_desktop.exchange.renstra_reading import Chosen, Reading
from smartcity_desktop.exchange.renstra_records import RecordHead, find_records
from smartcity_desktop.exchange.sheets import Grid

if TYPE_CHECKING:
    from smartcity_desktop.domain.table_map import TableMap

_ENOUGH_ROWS: Final = 50
_RATED: Final = ("rasio", "tingkat capaian")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants of a file: the sheet to read, and what tables are taken for ("" leaves one out)."""

    sheet: str | None = None
    kinds: Mapping[str, str] = field(default_factory=dict)


def plan(
    grids: Sequence[Grid], name: str, wish: Wish | str | None = None, maps: "Sequence[TableMap]" = ()
) -> Draft:
    """Return the draft of a file, of the named sheet and what belongs to it. Raises as ``choose`` does."""
    return choose(grids, name, wish, maps).draft()


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet and what its table was taken for; neither heading where it holds none of ours."""

    grid: Grid
    head: Head | None = None
    records: RecordHead | None = None
    map: "TableMap | None" = None
    """The person's own mapping that says what its columns hold."""
    asked: str | None = None
    """What a person takes it for, "" to leave it out; None where nobody said anything."""
    left: "Table | None" = None
    """What it would be, where it was left out."""

    @property
    def kind(self) -> str:
        """Return the kind as ``SheetChoice`` names it; "kerangka" is decided with the whole file."""
        if self.records is not None:
            return self.records.kind
        return _kind_of(self.head) if self.head else ""

    @property
    def can(self) -> tuple[str, ...]:
        """Return the kinds that it can be read as."""
        if self.left is not None:
            return self.left.can
        if self.head is not None:
            return (_kind_of(self.head), "kerangka")
        return (self.records.kind,) if self.records else ()

    def taken_for(self, kind: str | None) -> "Table":
        """Return the table as a person takes it; a kind that it cannot be changes nothing."""
        if kind == "":
            return Table(self.grid, asked="", left=self)
        return replace(self, asked=kind) if kind in self.can else self


def _kind_of(head: Head) -> str:
    return "program" if head.having("name") else "tujuan"


def choose(
    grids: Sequence[Grid], name: str, wish: Wish | str | None = None, maps: "Sequence[TableMap]" = ()
) -> "Survey | Understood":
    """Find out what each sheet holds, before any line is read; a text is the name of the sheet to read.

    A sheet whose heading one of ``maps`` was drawn for is read as that mapping says.

    Raises UserFault "read-no-table" where no sheet (or not the named one) has a table of the right kind,
    "read-empty" where no sheet holds anything.
    """
    if not any(grid.rows for grid in grids):
        raise UserFault("read-empty", name=name)
    wish = wish if isinstance(wish, Wish) else Wish(wish)
    sheet = wish.sheet
    parts = [_table(part, maps) for grid in grids for part in parted(grid)]
    tables = [table.taken_for(wish.kinds.get(table.grid.name)) for table in parts]
    if not any(table.kind and sheet in {None, table.grid.name} for table in tables):
        # Seldom needed: the start of a reading is to be short.
        from smartcity_desktop.exchange.renstra_cascade import cascade

        left = {table.grid.name for table in tables if table.left}
        asked = [grid for grid in grids if sheet in {None, grid.name} and grid.name not in left]
        listed = cascade(asked, name)
        if listed is None:
            raise UserFault("read-no-table", name=name)
        return Understood(listed)
    return Survey(tuple(tables), name, sheet)


def _table(grid: Grid, maps: "Sequence[TableMap]") -> Table:
    head = find_head(grid)
    if maps:
        # Most files are read without a mapping.
        from smartcity_desktop.exchange.renstra_mapped import find_mapped

        mapped = find_mapped(grid, maps, understood=head is not None)
        if mapped is not None:
            return Table(grid, mapped[0], map=mapped[1])
    if head is not None and not _is_rated(head):
        return Table(grid, head)
    found = find_records(grid)
    return Table(grid, None if found else head, found)


def _is_rated(head: Head) -> bool:
    """Tell whether a heading compares what was aimed at with what came of it: no plan but its past."""
    return any(word in heading.lower() for _, _, heading in head.headings for word in _RATED)


class Survey:
    """What the sheets of a file hold, and the plan that they make together."""

    def __init__(self, tables: tuple[Table, ...], name: str, sheet: str | None = None) -> None:
        """Take the tables of a file and the sheet that somebody asked for."""
        self.tables = tables
        self._name = name
        self._sheet = sheet

    @cached_property
    def main(self) -> Table | None:
        """Return the table that the plan stands in: the one asked for, else the likeliest that is shown."""
        likely = [item for item in self.tables if item.head and self._sheet in {None, item.grid.name}]
        return max(
            likely, key=lambda item: (bool(item.asked) or not item.grid.hidden, _weight(item)), default=None
        )

    @cached_property
    def alone(self) -> Chosen | None:
        """Return the only table of the file that says anything, None where there are several or none."""
        main = self.main
        return self._chosen(main) if main and sum(bool(item.kind) for item in self.tables) == 1 else None

    def source(self) -> SourceSheet:
        """Return the sheet that is shown first, as it stands in the file."""
        return self.alone.source() if self.alone else self._whole.grids[0]

    def reading(self) -> "Reading | Understood":
        """Return a reading whose lines can be told before the whole draft is done."""
        return self.alone.reading() if self.alone else Understood(self._whole)

    def draft(self) -> Draft:
        """Return the whole draft. Raises UserFault "read-no-table" where no table has a line or record."""
        return self.alone.draft() if self.alone else self._whole

    @cached_property
    def _whole(self) -> Draft:
        """Return what all tables say together."""
        from smartcity_desktop.exchange.renstra_join import joined_plan, with_records

        main = self.main
        chosen = self._chosen(main) if main else None
        found = chosen.draft() if chosen else Draft(source_name=self._name)
        used = {main.grid.name} if main else set[str]()
        shown = [item for item in self.tables if item.asked or not item.grid.hidden]
        why: dict[str, str] = {}
        if chosen is not None:
            others = [self._chosen(item) for item in shown if item.head and item is not main]
            found, joining = joined_plan(found, others, chosen)
            used |= joining.used
            why |= joining.why
        beside = [(item.grid, item.records) for item in shown if item.records is not None]
        found, taken, twice = with_records(found, beside)
        used |= taken
        why |= dict.fromkeys(twice, "same")
        if not found.lines and not found.records:
            raise UserFault("read-no-table", name=self._name)
        if not found.sheet:
            found = replace(found, sheet=next(iter(taken), ""))
        return replace(found, sheets=self._choices(found.document_kind, used, why))

    def _chosen(self, table: Table) -> Chosen:
        grid, head = table.grid, table.head
        if head is None:
            raise UserFault("read-no-table", name=self._name)
        named = titles.document_kind([*titles.titles(grid, head.first), self._name, grid.name])
        kind = self._document(named)
        return Chosen(
            grid,
            head if kind == "renstra" or table.map else of_region(head),
            self._name,
            self._choices(kind, {grid.name}),
            kind,
            table.map,
            wanted=bool(table.asked),
        )

    def _document(self, kind: str) -> str:
        """Return what document it is: what its titles say, unless a person takes a table for another."""
        asked = {table.asked for table in self.tables if table.head}
        if "kerangka" in asked:
            return kind if kind != "renstra" else "rpjmd"
        return "renstra" if asked & {"program", "tujuan"} else kind

    def _choices(
        self, document_kind: str, used: set[str], why: Mapping[str, str] | None = None
    ) -> tuple[SheetChoice, ...]:
        return tuple(
            _choice(
                table,
                document_kind,
                (why or {}).get(table.grid.name, ""),
                used=table.grid.name in used,
            )
            for table in self.tables
        )


def _choice(table: Table, document_kind: str, why: str, *, used: bool) -> SheetChoice:
    """Return what is told of a table, also of one that was left out."""
    grid, known = table.grid, table.left or table
    head = known.head or (known.records.head if known.records else None)
    kind = "kerangka" if known.head and document_kind != "renstra" else known.kind
    return SheetChoice(
        grid.name,
        grid.hidden,
        known.head is not None,
        kind,
        used,
        known.can,
        sum(map(any, grid.rows[head.end if head else 0 :])),
        grid.pages[head.first] if head and head.first < len(grid.pages) else 0,
        "" if used or not known.kind else _unused(table) or why,
    )


def _unused(table: Table) -> str:
    """Return why a table is not even looked at."""
    if table.left is not None:
        return "asked"
    return "hidden" if table.grid.hidden and not table.asked else ""


class Understood:
    """A file that is understood already: several tables together, or a list without any table."""

    def __init__(self, draft: Draft) -> None:
        """Take what was read."""
        self._draft = draft

    def source(self) -> SourceSheet:
        """Return the sheet that is shown first, as it stands in the file."""
        return self._draft.grids[0]

    def reading(self) -> "Understood":
        """Return itself: nothing is left to be read."""
        return self

    def lines(self) -> Iterator[LineDraft]:
        """Yield all lines."""
        yield from self._draft.lines

    def draft(self) -> Draft:
        """Return the whole draft."""
        return self._draft


def _weight(table: Table) -> float:
    head = table.head
    if head is None:
        return 0.0
    money = 2.0 if head.having("value", "money") else 1.0
    return money * head.score * min(len(table.grid.rows) - head.end, _ENOUGH_ROWS)
