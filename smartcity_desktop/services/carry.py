"""Carrying results on to the next worksheet: shown first, then done in one act."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheet_of

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
        from smartcity_desktop.storage.carry_write import carrying

        made = carrying(self._store, target, proposed, texts)
        if not made.edits:
            return Changes()
        words = f"bawa {made.rows} isian ke {made.worksheet.code} {made.worksheet.title}"
        return self._store.write(made.edits, words)
