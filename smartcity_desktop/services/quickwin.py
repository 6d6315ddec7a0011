"""Quick wins: the board of candidates and scores, the weights, and what people decide about each."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Edit, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.quickwin import Candidate
from smartcity_desktop.domain.quickwin_board import CHOSEN, MOST_WEIGHT, Board, Decided
from smartcity_desktop.domain.worksheet import Worksheet
from smartcity_desktop.storage import quickwin as query
from smartcity_desktop.storage.store import Store

if TYPE_CHECKING:
    from smartcity_desktop.storage.quickwin_program import Following


class QuickWinService:
    """Reads the scores of all assessors, keeps weights and decisions."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def scorings(self) -> list[Worksheet]:
        """Return the worksheets on which assessors score candidates, in order."""
        return query.scorings(self._store.db)

    def board(self, worksheet: RowId = NO_ROW) -> Board:
        """Return one scoring whole, the first one where none is asked for."""
        return query.board(self._store.db, worksheet)

    def history(self, candidate: RowId) -> tuple[Decided, ...]:
        """Return what was decided about a candidate before, the latest first, without what stands now."""
        return query.history(self._store, candidate)

    def today(self) -> str:
        """Return the ISO day of the region."""
        return self._store.now().date().isoformat()

    def weigh(self, weights: Mapping[RowId, int]) -> Changes:
        """Store other weights of criteria (0 to 100) in one act; those that stand already are left alone."""
        found = self._standing(weights)
        edits: list[Edit] = [
            Set("criterion", row, "weight", min(max(weight, 0), MOST_WEIGHT))
            for row, weight in weights.items()
            if found.get(row) != weight
        ]
        return self._store.write(edits, "ubah bobot kriteria quick win") if edits else Changes()

    def decide(self, candidate: RowId, made: Decided) -> Changes:
        """Write what people decided about a candidate, in one act; ``at`` and ``who`` are the journal's.

        An empty decision takes it back. Fields that stand already are left alone. With the decision that
        chooses it a candidate without a program smart city becomes one; with the decision that no longer does
        this program goes again, unless somebody uses it by now. The label of the act says so.
        """
        item = query.candidate(self._store.db, candidate)
        if item is None:
            return Changes()
        wanted: dict[str, Value] = {
            "decision": made.decision,
            "decided_by": " ".join(made.by.split()),
            "decided_on": made.on,
            "reason": made.reason.strip(),
            "dissent": made.dissent.strip(),
        }
        edits: list[Edit] = [
            Set("candidate", candidate, name, value or None)
            for name, value in wanted.items()
            if value != getattr(item, name)
        ]
        follows = self._following(item, made)
        said = (f"{made.words.lower()}: {item.name}", self._store.say(follows.words))
        edits += follows.edits
        return self._store.write(edits, ", ".join(filter(None, said))) if edits else Changes()

    def withdraw(self, candidate: RowId, *, withdrawn: bool) -> Changes:
        """Take a candidate out of the scoring, or back into it; its scores stay."""
        item = query.candidate(self._store.db, candidate)
        if item is None or item.withdrawn == withdrawn:
            return Changes()
        words = f"{'tarik' if withdrawn else 'ajukan lagi'} kandidat {item.name}"
        return self._store.write([Set("candidate", candidate, "withdrawn", withdrawn)], words)

    def _following(self, item: Candidate, made: Decided) -> "Following":
        """Return what a decision does to the programs; saying a decision again does nothing to them."""
        # Loaded with the first decision: the board is read without what carries rows on.
        from smartcity_desktop.storage.quickwin_program import Following, chosen, unchosen

        if made.decision == item.decision:
            return Following()
        if made.decision == CHOSEN:
            return chosen(self._store, item)
        return unchosen(self._store, item) if item.decision == CHOSEN else Following()

    def _standing(self, weights: Mapping[RowId, int]) -> dict[RowId, int]:
        found: dict[RowId, int] = {}
        for scoring in self.scorings():
            board = self.board(scoring.id)
            found |= {row: weight for row, weight in board.weights.items() if row in weights}
        return found
