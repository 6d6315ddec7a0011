"""Certificates: who has earned one, and the numbers that are given once."""

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Set
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_certificate import Renumbered, Roll, Rules, later_doubles, next_number
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.storage.certificate import hours_of, lessons, roll_of, rules_of
from smartcity_desktop.storage.people import certificates, given_numbers, people
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import stages, workshop


class CertificateService:
    """Keeps the numbers of certificates; one is never given again, and changed only where two bear it."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def rules(self) -> Rules:
        """Return the rules in force."""
        return rules_of(workshop(self._store.db))

    def eligible(self, stage: RowId) -> Roll:
        """Return who has earned a certificate of a stage, who has a number, and who falls short."""
        return roll_of(self._store.db, self._stage(stage), workshop(self._store.db))

    def number(self, stage: RowId) -> Changes:
        """Give a number to everybody who has earned a certificate of a stage and has none, in one act.

        Undo steps over it: what is printed stays true. Nothing is written where nobody waits.
        """
        waiting = self.eligible(stage).waiting
        if not waiting:
            return Changes()
        own = workshop(self._store.db)
        given = given_numbers(self._store.db)
        first = next_number(given, rules_of(own).pattern, stage)
        hours = hours_of(own, lessons(self._store.db, stage))
        edits: list[Edit] = [
            Birth(
                "certificate",
                self._store.key("certificate", holder.person, stage, holder.key),
                {
                    "person": holder.person,
                    "stage": stage,
                    "holder": holder.key or None,
                    "number": first + place,
                    "hours": hours or None,
                    "made_at": self._store.now_text(),
                },
            )
            for place, holder in enumerate(waiting)
        ]
        return self._store.write(edits, f"beri nomor {len(edits)} sertifikat", aside=True)

    def renumber(self, stage: RowId) -> tuple[tuple[Renumbered, ...], Changes]:
        """Give a new number to every certificate whose number an earlier made one bears, in one act.

        Two laptops gave them apart from each other. Counted as ``number`` does: in all stages where the
        pattern does not name them. Undo steps over it. Returned is which papers are to be printed again.
        """
        db = self._store.db
        pattern = rules_of(workshop(db)).pattern
        doubles = later_doubles(certificates(db), pattern, stage)
        if not doubles:
            return (), Changes()
        first = next_number(given_numbers(db), pattern, stage)
        names = {item.id: item.name for item in people(db)}
        places = {item.id: item.number or 0 for item in stages(db)}
        told = tuple(
            Renumbered(
                item.holder or names.get(item.person, ""),
                places.get(item.stage, 0),
                item.number or 0,
                first + place,
            )
            for place, item in enumerate(doubles)
        )
        edits: list[Edit] = [
            Set("certificate", item.id, "number", new.number) for item, new in zip(doubles, told, strict=True)
        ]
        return told, self._store.write(edits, f"beri nomor baru {len(edits)} sertifikat", aside=True)

    def _stage(self, row: RowId) -> Stage | None:
        return next((item for item in stages(self._store.db) if item.id == row), None)
