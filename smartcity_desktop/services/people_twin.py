"""Participants who stand in the list twice: shown side by side, joined where somebody says so."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Set
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.people import Person, told_apart
from smartcity_desktop.domain.people_twin import Comparison, Ties, compare, disjoint, join, twins
from smartcity_desktop.domain.print_job import NAME_TAGS, TENT_CARDS
from smartcity_desktop.domain.print_trace import with_another
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import people as query
from smartcity_desktop.storage import people_twin as twin_query
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.people_record import nips_of
from smartcity_desktop.storage.print_log import printings
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import workshop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartcity_desktop.domain.edit import Edit

_CARDS = frozenset({NAME_TAGS, TENT_CARDS})


class PeopleTwinService:
    """Finds likely doubles; nothing is ever joined by itself."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def count(self) -> int:
        """Return how many pairs of the list are likely one participant."""
        return len(twins(*self._likely()))

    def pairs(self) -> tuple[Comparison, ...]:
        """Return the likely pairs side by side; numbers that the workshop does not keep are not shown."""
        event = workshop(self._store.db)
        hidden = {name for name, kept in (("nip", event.keep_nip), ("phone", event.keep_phone)) if not kept}
        return tuple(
            replace(pair, lines=tuple(line for line in pair.lines if line.field not in hidden))
            for pair in self._pairs()[0]
        )

    def join(self, keep: RowId, gone: RowId, chosen: Mapping[str, int] | None = None) -> Changes:
        """Make one participant of two, one act; ``chosen`` gives the option by field, else the proposed one.

        Raises UserFault ``person-gone`` where the two are no pair any more.
        """
        pairs, ties = self._pairs()
        pair = next((item for item in pairs if (item.twin.keep.id, item.twin.gone.id) == (keep, gone)), None)
        if pair is None:
            raise UserFault("person-gone")
        edits = self._joined([pair], chosen or {}, ties)
        return self._store.write(edits, f"gabungkan peserta kembar: {told_apart([pair.twin.keep])}")

    def join_clear(self) -> Changes:
        """Join every pair that contradicts itself nowhere, one act; a third row waits for the next."""
        pairs, ties = self._pairs()
        clear = disjoint(item for item in pairs if item.is_clear)
        edits = self._joined(clear, {}, ties)
        return self._store.write(edits, f"gabungkan {len(clear)} pasang peserta kembar")

    def _joined(self, pairs: "Iterable[Comparison]", chosen: Mapping[str, int], ties: Ties) -> "list[Edit]":
        """Return what makes one of two; a card that says what is true of both is not printed again."""
        edits: list[Edit] = []
        moved: list[tuple[RowId, RowId]] = []
        for pair in pairs:
            keep, gone = pair.twin.keep, pair.twin.gone
            own = join(pair, chosen, ties, self._store.key)
            told = {item.field: item.val for item in own if isinstance(item, Set) and item.row == keep.id}
            if (told.get("name", keep.name), told.get("number", keep.number)) == (gone.name, gone.number):
                moved.append((gone.id, keep.id))
            edits += own
        for item in printings(self._store.db) if moved else ():
            now = item.about if item.kind in _CARDS else ""
            for gone_row, keep_row in moved:
                now = with_another(now, gone_row, keep_row)
            if now and now != item.about:
                edits.append(Set("printing", item.id, "about", now))
        return edits

    def keep_apart(self, one: RowId, other: RowId) -> Changes:
        """Say that two of the list are two people: they are never shown as a pair again."""
        row, part = sorted((one, other))
        return self._store.write([Set("person", row, f"apart@{part}", "1")], "peserta ini dua orang")

    def _pairs(self) -> tuple[tuple[Comparison, ...], Ties]:
        db = self._store.db
        people, nips, apart = self._likely()
        likely = twins(people, nips, apart)
        if not likely:
            return (), Ties()
        ties = twin_query.ties(db, [item for twin in likely for item in (twin.keep, twin.gone)])
        agencies = {item.id: item.name for item in opds(db)}
        numbers = Counter(item.number for item in people)
        return tuple(compare(item, ties, agencies, numbers) for item in likely), ties

    def _likely(self) -> tuple[list[Person], dict[RowId, str], frozenset[frozenset[RowId]]]:
        """Return what ``twins`` looks at."""
        db = self._store.db
        people = query.people(db)
        return people, nips_of(db), twin_query.kept_apart(db, people)
