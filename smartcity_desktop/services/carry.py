"""Carrying results on to the next worksheet: shown first, then done in one act."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Set
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.origin import links
from smartcity_desktop.storage.party import numbered
from smartcity_desktop.storage.sheet_write import SheetWriter
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheet_of, worksheets

if TYPE_CHECKING:
    from smartcity_desktop.domain.carry import Proposed
    from smartcity_desktop.domain.carry_plan import Plan
    from smartcity_desktop.domain.worksheet import Worksheet


class CarryService:
    """Shows what would be carried on, and carries it."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def targets(self, worksheet: RowId) -> "list[Worksheet]":
        """Return the worksheets that can go on with the rows of this one, those it feeds first."""
        from smartcity_desktop.storage.carry import targets

        return targets(self._store.db, worksheet_of(self._store, worksheet))

    def plan(self, source: RowId, target: RowId, rows: Sequence[RowId] = (), kind: str = "") -> "Plan":
        """Return what carrying rows on comes to, all open ones where none is named; nothing is written."""
        from smartcity_desktop.storage.carry import plan_of

        return plan_of(self._store, source, target, rows, kind)

    def carry(
        self, target: RowId, proposed: "Iterable[Proposed]", texts: Mapping[int, str] | None = None
    ) -> Changes:
        """Make what was chosen of a plan into rows of ``target``, one act.

        ``texts`` are the words that people wrote anew for what a row is about, by its place in ``proposed``.
        What was carried before is left out, also where the plan is older than that. Raises UserFault
        ``carry-no-sheet`` where a row has nobody's sheet to go to.
        """
        from smartcity_desktop.domain.carry import Spot, carry
        from smartcity_desktop.domain.merging import main_field

        definition = worksheet_of(self._store, target)
        field = main_field(definition.target)
        chosen = [
            replace(item, values={**item.values, field: texts[place].strip()})
            if texts and field and texts.get(place, "").strip()
            else item
            for place, item in enumerate(proposed)
        ]
        wanted = self._fresh(definition, chosen)
        if any(not item.party for item in wanted):
            raise UserFault("carry-no-sheet", title=definition.title)
        if not wanted:
            return Changes()
        # What is typed into a source later is told from what it said when it was carried on.
        self._store.workspace.journal.seal()
        writers = {
            party: SheetWriter(self._store, target, party)
            for party in dict.fromkeys(item.party for item in wanted)
        }
        places = self._store.positions(definition.target, len(wanted))
        spots = [
            Spot(self._store.ids.new(), pos, writers[item.party].sheet.id, writers[item.party].party)
            for item, pos in zip(wanted, places, strict=True)
        ]
        edits = carry(zip(wanted, spots, strict=True), definition.target)
        begun = [edit for writer in writers.values() for edit in writer.begun()]
        kept = self._kept(definition, wanted, spots)
        words = f"bawa {len(wanted)} isian ke {definition.code} {definition.title}"
        return self._store.write([*edits, *self._in_number(definition, begun), *kept], words)

    def keep_chosen(self, candidate: RowId) -> Changes:
        """Make a quick win that was chosen a program smart city, where it came from none; nothing otherwise.

        Whoever nominated it without a program has one from then on, and the candidate names it.
        """
        home = next(
            (item for item in worksheets(self._store.db) if item.target == "initiative" and item.takes_rows),
            None,
        )
        source = self._worksheet_of(candidate)
        if home is None or source is None or self._has_program(candidate):
            return Changes()
        return self.carry(home.id, self.plan(source, home.id, [candidate]).fresh)

    def _kept(
        self, definition: "Worksheet", wanted: "Sequence[Proposed]", spots: Sequence[object]
    ) -> list[Edit]:
        """Return what lets a candidate name the program that was made of it."""
        if definition.target != "initiative":
            return []
        from smartcity_desktop.storage.origin import kinds

        kind_of = kinds(self._store.db, [row for item in wanted for row in item.sources])
        return [
            Set("candidate", row, "initiative", getattr(spot, "row", NO_ROW))
            for item, spot in zip(wanted, spots, strict=True)
            for row in item.sources
            if kind_of.get(row) == "candidate" and not self._has_program(row)
        ]

    def _has_program(self, candidate: RowId) -> bool:
        from smartcity_desktop.storage.answers import values

        return bool(values(self._store.db, "candidate", [candidate]).get(candidate, {}).get("initiative"))

    def _worksheet_of(self, row: RowId) -> RowId | None:
        from smartcity_desktop.storage.sheet_find import find

        found = find(self._store.db, row)
        return found.worksheet if found else None

    def _fresh(self, definition: "Worksheet", chosen: "Sequence[Proposed]") -> "list[Proposed]":
        """Return what stands nowhere yet: nothing is carried twice, whatever the plan said."""
        stands: dict[RowId, set[RowId]] = {}
        sheet_of = {link.row: link.sheet for link in links(self._store.db)}
        for link in links(self._store.db):
            stands.setdefault(link.row, set()).add(link.source)
        known = {(sheet_of[row], frozenset(sources)) for row, sources in stands.items()}
        return [
            item
            for item in chosen
            if not item.already
            and (self._store.key("sheet", definition.id, item.party), frozenset(item.sources)) not in known
        ]

    def _in_number(self, definition: "Worksheet", edits: Sequence[Edit]) -> list[Edit]:
        """Return the edits with the sheets that are born together numbered one after the other."""
        born = [item for item in edits if isinstance(item, Birth)]
        others = [item for item in edits if not isinstance(item, Birth)]
        rows = [RowId(str(_whose(item, definition))) for item in born]
        numbers = {
            item.row: item.values["number"]
            for item in numbered(self._store, definition, rows)
            if isinstance(item, Birth)
        }
        return [
            *others,
            *(
                replace(item, values={**item.values, "number": numbers.get(item.row, item.values["number"])})
                for item in born
            ),
        ]


def _whose(born: Birth, definition: "Worksheet") -> object:
    """Return whose sheet is born; that of the whole room is named by its worksheet."""
    named = (born.values.get(name) for name in ("opd", "dimension", "group", "part", "assessor"))
    return next((value for value in named if value), definition.id)
