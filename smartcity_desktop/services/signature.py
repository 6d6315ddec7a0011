"""The list of who signs the shared commitment: made in one act, ticked off one by one, late ones too."""

from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.signature import (
    COMMITMENT,
    LATER,
    OTHER,
    SIGNED,
    STATE_WORDS,
    SignatureBoard,
)
from smartcity_desktop.domain.wording import number
from smartcity_desktop.storage import signature as query
from smartcity_desktop.storage.store import Store

FIELDS: Final = frozenset({"name", "position", "opd", "on", "note", "heading"})
"""What may be written about one who signs beside the state."""


class SignatureService:
    """Keeps who signs, and who has signed when."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def board(self) -> SignatureBoard:
        """Return the list whole."""
        return query.board(self._store, COMMITMENT)

    def draw_up(self) -> Changes:
        """Add everybody who usually signs and is not on the list; who stands there stays as it is."""
        known = {item.id for item in query.signatures(self._store.db, COMMITMENT)}
        fresh = [item for item in query.usual(self._store, COMMITMENT) if item.id not in known]
        places = self._store.positions(query.ENTITY, len(fresh))
        edits: list[Edit] = []
        for item, place in zip(fresh, places, strict=True):
            values: dict[str, Value] = {
                "pos": place,
                "paper": item.paper,
                "name": item.name,
                "position": item.position,
                "heading": item.heading,
            }
            values |= {"opd": item.opd} if item.opd else {}
            edits += [Gone(query.ENTITY, item.id, gone=False), Birth(query.ENTITY, item.id, values)]
        words = f"susun daftar penanda tangan ({number(len(fresh))} orang)"
        return self._store.write(edits, words) if edits else Changes()

    def add(self, name: str, position: str = "", heading: str = OTHER) -> tuple[RowId, Changes]:
        """Add one person to the list; return the row."""
        row = self._store.ids.new()
        values: dict[str, Value] = {
            "pos": self._store.positions(query.ENTITY, 1)[0],
            "paper": COMMITMENT,
            "name": " ".join(name.split()),
            "position": " ".join(position.split()),
            "heading": heading,
        }
        return row, self._store.write([Birth(query.ENTITY, row, values)], "tambah penanda tangan")

    def mark(self, row: RowId, state: str) -> Changes:
        """Say how it stands with one signature; one that is there gets the day of today where it has none."""
        item = query.signature(self._store.db, row)
        if item is None or item.stands == state:
            return Changes()
        edits: list[Edit] = [Set(query.ENTITY, row, "state", state)]
        signed = state in {SIGNED, LATER}
        if signed and not item.on:
            edits.append(Set(query.ENTITY, row, "on", self._store.now().date().isoformat()))
        if not signed and item.on:
            edits.append(Set(query.ENTITY, row, "on", None))
        return self._store.write(edits, f"tanda tangan {item.told}: {STATE_WORDS[state].lower()}")

    def write(self, row: RowId, field: str, value: str) -> Changes:
        """Write one field of a row (``FIELDS``)."""
        item = query.signature(self._store.db, row)
        if item is None:
            return Changes()
        kept = " ".join(value.split()) if field in {"name", "position"} else value.strip()
        edit = Set(query.ENTITY, row, field, kept or None)
        return self._store.write([edit], f"isian tanda tangan {item.told}", typing=True)

    def remove(self, row: RowId) -> Changes:
        """Take one off the list."""
        item = query.signature(self._store.db, row)
        if item is None:
            return Changes()
        return self._store.write([Gone(query.ENTITY, row)], f"hapus tanda tangan {item.told}")
