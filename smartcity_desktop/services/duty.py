"""What must follow the masterplan: the ready-made list, own lines, owners, days, states, evidence."""

from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.duty import Duty, DutyBoard, a_year_later, is_kind
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.entity import PROGRESS
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.order import run
from smartcity_desktop.domain.wording import day_of, number, shortened
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import duty as query
from smartcity_desktop.storage.answers import has_row
from smartcity_desktop.storage.rows import last_position
from smartcity_desktop.storage.store import Store

_NAME: Final = 60
_WHAT: Final = {
    "text": "kalimat",
    "opd": "OPD",
    "who": "petugas",
    "due": "tenggat",
    "state": "keadaan",
    "evidence": "bukti",
    "document": "dokumen",
    "kind": "jenis",
}
_TYPED: Final = frozenset({"text", "who", "evidence", "due"})


class DutyService:
    """Keeps the checklist of what follows the masterplan."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def board(self) -> DutyBoard:
        """Return all duties by day."""
        return query.board(self._store)

    def fill(self) -> tuple[int, Changes]:
        """Put the ready-made duties on the list that never stood there, in one act.

        Two laptops make the same rows of them; one that was deleted is not brought back.
        """
        fresh = query.lacking(self._store)
        if not fresh:
            return 0, Changes()
        places = run(len(fresh), last_position(self._store.db, query.ENTITY))
        edits: list[Edit] = []
        for item, place in zip(fresh, places, strict=True):
            row = self._store.key(query.ENTITY, item.code)
            stood = has_row(self._store.db, row)
            made = replace(item, id=row, pos=place)
            edits.append(Gone(query.ENTITY, row, gone=False) if stood else self._birth(made))
        return len(fresh), self._store.write(edits, f"isi {number(len(fresh))} tindak lanjut bawaan")

    def add(self, text: str) -> tuple[RowId, Changes]:
        """Put an own line on the list; without a word nothing is done."""
        told = " ".join(text.split())
        row = self._store.ids.new()
        if not told:
            return row, Changes()
        made = Duty(row, self._store.positions(query.ENTITY, 1)[0], kind="lain", text=told)
        return row, self._store.write([self._birth(made)], f'tambah tindak lanjut "{shortened(told, _NAME)}"')

    def write(self, row: RowId, field: str, value: str) -> Changes:
        """Change one field of a duty; its words are never emptied, a day that is none is not taken.

        Raises UserFault ``row-gone`` where it is gone.
        """
        item = self._item(row)
        kept = " ".join(value.split()) if field != "evidence" else value.strip()
        if _refuses(field, kept):
            return Changes()
        label = self._store.say(f'{_WHAT[field]} tindak lanjut "{shortened(item.text, _NAME)}"')
        edits: list[Edit] = [Set(query.ENTITY, row, field, kept or None)]
        return self._store.write(edits, label, typing=field in _TYPED)

    def repeat(self, rows: list[RowId]) -> tuple[list[RowId], Changes]:
        """Put duties on the list once more for the year after, in one act; return the new rows."""
        known = {item.id: item for item in query.duties(self._store.db)}
        meant = [known[row] for row in rows if row in known]
        if not meant:
            return [], Changes()
        places = self._store.positions(query.ENTITY, len(meant))
        made = [
            replace(a_year_later(item), id=self._store.ids.new(), pos=place)
            for item, place in zip(meant, places, strict=True)
        ]
        told = f'"{shortened(made[0].text, _NAME)}"' if len(made) == 1 else number(len(made))
        changes = self._store.write([self._birth(item) for item in made], f"ulangi tindak lanjut {told}")
        return [item.id for item in made], changes

    def remove(self, rows: list[RowId]) -> Changes:
        """Take duties off the list, in one act."""
        known = {item.id: item for item in query.duties(self._store.db)}
        gone = [known[row] for row in rows if row in known]
        if not gone:
            return Changes()
        told = f'"{shortened(gone[0].text, _NAME)}"' if len(gone) == 1 else number(len(gone))
        return self._store.write(
            [Gone(query.ENTITY, item.id) for item in gone], f"hapus tindak lanjut {told}"
        )

    def _item(self, row: RowId) -> Duty:
        found = next((item for item in query.duties(self._store.db) if item.id == row), None)
        if found is None:
            raise UserFault("row-gone")
        return found

    @staticmethod
    def _birth(item: Duty) -> Birth:
        values: dict[str, Value] = {
            "pos": item.pos,
            "code": item.code or None,
            "kind": item.kind,
            "text": item.text,
            "due": item.due or None,
            "year": item.year,
        }
        values |= {"opd": item.opd} if item.opd else {}
        values |= {"who": item.who} if item.who else {}
        return Birth(query.ENTITY, item.id, values)


def _refuses(field: str, value: str) -> bool:
    """Return whether a field does not take a value."""
    return bool(
        (field == "text" and not value)
        or (field == "due" and value and day_of(value) is None)
        or (field == "state" and value and value not in PROGRESS)
        or (field == "kind" and value and not is_kind(value))
    )
