"""What every service stands on: the open file, its writer, the clock and the person at the keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Edit
from smartcity_desktop.domain.ids import Clock, IdSource, RowId, derived
from smartcity_desktop.domain.order import between, run
from smartcity_desktop.domain.wording import in_zone
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.storage import rows
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.journal import DO, MAKE, NOTE
from smartcity_desktop.storage.workshop import workshop
from smartcity_desktop.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Store:
    """One open workshop file as one person uses it."""

    workspace: Workspace
    clock: Clock
    ids: IdSource
    person: str

    @property
    def db(self) -> Database:
        """The database, for the queries of this folder."""
        return self.workspace.db

    def write(
        self,
        edits: Sequence[Edit],
        label: str,
        *,
        typing: bool = False,
        lasting: bool = False,
        aside: bool = False,
    ) -> Changes:
        """Write edits as one act of this person, named ``label`` in Indonesian; see ``Journal.write``.

        ``lasting`` makes the workshop itself; ``aside`` tells of something done outside the file, such as a
        print: undo steps over it.
        """
        kind = MAKE if lasting else NOTE if aside else DO
        return self.workspace.journal.write(edits, who=self.person, label=label, typing=typing, kind=kind)

    def now(self) -> datetime:
        """Return the present moment in the zone of the region, whatever zone the laptop is set to."""
        return in_zone(self.clock(), workshop(self.db).zone)

    def now_text(self) -> str:
        """Return the present moment of the region as an ISO text with zone, to the second."""
        return self.now().isoformat(timespec="seconds")

    def say(self, text: str) -> str:
        """Return a sentence of the program in the words of this event."""
        return words_of(workshop(self.db)).say(text)

    def key(self, ent: str, *keys: str) -> RowId:
        """Return the id of the row that exists once per ``keys`` in this workshop."""
        return derived(self.workspace.workshop_id, ent, *keys)

    def positions(self, ent: str, count: int) -> list[str]:
        """Return order keys that put ``count`` new rows behind all rows of ``ent``."""
        last = rows.last_position(self.db, ent)
        return [between(last, "")] if count == 1 else run(count, last)
