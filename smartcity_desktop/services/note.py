"""Minutes: a typed line becomes a decision, a question, a follow-up or a plain note of the session."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.wording import LABELS
from smartcity_desktop.storage import note as query
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.store import Store

if TYPE_CHECKING:
    from smartcity_desktop.domain.note_line import NoteLine


@dataclass(frozen=True, slots=True)
class NotePlace:
    """What a new note is tied to; each may be absent."""

    stage: RowId = NO_ROW
    session: RowId = NO_ROW
    opd: RowId = NO_ROW
    group: RowId = NO_ROW


class NoteService:
    """Writes and reads the lines of the minutes."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def notes(self, *, session: RowId | None = None, stage: RowId | None = None) -> list[Note]:
        """Return the notes of a session, of a stage, or all, in the order they were written."""
        return query.notes(self._store.db, session=session, stage=stage)

    def groups(self) -> dict[RowId, str]:
        """Return the names of all groups that a note may belong to."""
        from smartcity_desktop.storage.group import groups

        return {item.id: item.name for item in groups(self._store.db)}

    def new_id(self) -> RowId:
        """Return the id for a line that is being typed, so that it has one from its first key on."""
        return self._store.ids.new()

    def write(self, row: RowId, line: str, place: NotePlace = NotePlace()) -> Changes:
        """Write the line typed for ``row``: the first time it is born, later its meaning is read again.

        An empty line takes a note away that stood; a line that never stood leaves nothing.
        """
        read = self.read(line)
        stands = query.note(self._store.db, row)
        if not read.text:
            return self.remove(row) if stands else Changes()
        values = _values(read)
        if read.kind == "tindak_lanjut" and not (stands and stands.state):
            values["state"] = "belum"
        if stands is None and query.has_stood(self._store.db, row):
            # A line that was emptied for a moment keeps its session, its place and its time.
            back: list[Edit] = [Gone("note", row, gone=False)]
            back += [Set("note", row, field, value) for field, value in values.items()]
            return self._store.write(back, "tulis catatan", typing=True)
        if stands is None:
            values |= {
                "pos": self._store.positions("note", 1)[0],
                "stage": place.stage,
                "session": place.session,
                "opd": place.opd,
                "group": place.group,
                "made_at": self._store.now_text(),
            }
            return self._store.write([Birth("note", row, values)], "tulis catatan", typing=True)
        edits = [Set("note", row, field, value) for field, value in values.items()]
        return self._store.write(edits, "ubah catatan", typing=True)

    def today(self) -> date:
        """Return the day by which dates without a year are understood."""
        return self._store.now().date()

    def read(self, line: str) -> "NoteLine":
        """Return the meaning of a line, with the agencies of this workshop and today's date."""
        from smartcity_desktop.domain.note_line import read_line

        named = [(item.id, item.name, item.short) for item in opds(self._store.db)]
        return read_line(line, named, self.today())

    def update(self, row: RowId, field: str, value: Value) -> Changes:
        """Change one field of a note: its state, its owner, its day, its kind."""
        what = {"state": "status tindak lanjut", "due": "tenggat", "owner": "penanggung jawab"}.get(
            field, "catatan"
        )
        return self._store.write([Set("note", row, field, value)], f"ubah {what}")

    def remove(self, row: RowId) -> Changes:
        """Delete a note; undo brings it back."""
        note = query.note(self._store.db, row)
        kind = LABELS["note"].get(note.kind, "catatan").lower() if note else "catatan"
        return self._store.write([Gone("note", row)], f"hapus {kind}")


def _values(read: "NoteLine") -> dict[str, Value]:
    return {
        "kind": read.kind,
        "text": read.text,
        "owner": read.owner,
        "owner_opd": read.owner_opd,
        "due": read.due,
    }
