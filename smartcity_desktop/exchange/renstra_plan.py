"""A whole plan from all tables of a file: what each is, which one the plan stands in, what the others add."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from smartcity_desktop.domain.renstra_draft import Draft, LineDraft, SheetChoice, SourceSheet
from smartcity_desktop.domain.table_map import TableMap
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import renstra_titles as titles
from smartcity_desktop.exchange.renstra_head import Head, find_head, of_region
from smartcity_desktop.exchange.renstra_mapped import find_mapped
from smartcity_desktop.exchange.renstra_parts import parted
from smartcity_desktop.exchange.renstra_reading import Chosen, Reading
from smartcity_desktop.exchange.renstra_records import RecordHead, find_records
from smartcity_desktop.exchange.sheets import Grid

_ENOUGH_ROWS: Final = 50
_RATED: Final = ("rasio", "tingkat capaian")


def plan(grids: Sequence[Grid], name: str, sheet: str | None = None, maps: Sequence[TableMap] = ()) -> Draft:
    """Return the draft of a file, of the named sheet and what belongs to it. Raises as ``choose`` does."""
    return choose(grids, name, sheet, maps).draft()


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet and what its table was taken for; neither heading where it holds none of ours."""

    grid: Grid
    head: Head | None = None
    records: RecordHead | None = None
    map: TableMap | None = None
    """The person's own mapping that says what its columns hold."""

    @property
    def kind(self) -> str:
        """Return the kind as ``SheetChoice`` names it; "kerangka" is decided with the whole file."""
        if self.records is not None:
            return self.records.kind
        if self.head is None:
            return ""
        return "program" if self.head.having("name") else "tujuan"


def choose(
    grids: Sequence[Grid], name: str, sheet: str | None = None, maps: Sequence[TableMap] = ()
) -> "Survey | Understood":
    """Find out what each sheet holds, before any line is read; ``sheet`` names the one to read.

    A sheet whose heading one of ``maps`` was drawn for is read as that mapping says.

    Raises UserFault "read-no-table" where no sheet (or not the named one) has a table of the right kind,
    "read-empty" where no sheet holds anything.
    """
    if not any(grid.rows for grid in grids):
        raise UserFault("read-empty", name=name)
    tables = [_table(part, maps) for grid in grids for part in parted(grid)]
    if not any(table.kind and sheet in {None, table.grid.name} for table in tables):
        # Seldom needed: the start of a reading is to be short.
        from smartcity_desktop.exchange.renstra_cascade import cascade

        listed = cascade([grid for grid in grids if sheet in {None, grid.name}], name)
        if listed is None:
            raise UserFault("read-no-table", name=name)
        return Understood(listed)
    return Survey(tuple(tables), name, sheet)


def _table(grid: Grid, maps: Sequence[TableMap]) -> Table:
    head = find_head(grid)
    mapped = find_mapped(grid, maps, understood=head is not None) if maps else None
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
        return max(likely, key=lambda item: (not item.grid.hidden, _weight(item)), default=None)

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
        others = [self._chosen(item) for item in self.tables if item.head and item is not main]
        if chosen is not None:
            found, taken = joined_plan(found, [item for item in others if not item.grid.hidden], chosen)
            used |= taken
        shown = [(item.grid, item.records) for item in self.tables if not item.grid.hidden]
        beside = [(grid, head) for grid, head in shown if head is not None]
        found, taken = with_records(found, beside)
        used |= taken
        if not found.lines and not found.records:
            raise UserFault("read-no-table", name=self._name)
        if not found.sheet:
            found = replace(found, sheet=next(iter(taken), ""))
        return replace(found, sheets=self._choices(found.document_kind, used))

    def _chosen(self, table: Table) -> Chosen:
        grid, head = table.grid, table.head
        if head is None:
            raise UserFault("read-no-table", name=self._name)
        kind = titles.document_kind([*titles.titles(grid, head.first), self._name, grid.name])
        return Chosen(
            grid,
            head if kind == "renstra" or table.map else of_region(head),
            self._name,
            self._choices(kind, {grid.name}),
            kind,
            table.map,
        )

    def _choices(self, document_kind: str, used: set[str]) -> tuple[SheetChoice, ...]:
        return tuple(
            SheetChoice(
                table.grid.name,
                table.grid.hidden,
                table.head is not None,
                "kerangka" if table.head and document_kind != "renstra" else table.kind,
                table.grid.name in used,
            )
            for table in self.tables
        )


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
