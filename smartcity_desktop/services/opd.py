"""Agencies at the table: from the typical list, by hand, or pasted from a spreadsheet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from smartcity_desktop.domain.changes import Changes, with_answers
from smartcity_desktop.domain.edit import Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd, OpdRow, from_paste
from smartcity_desktop.domain.worksheet import BY_OPD
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import opd as query
from smartcity_desktop.storage.store import Store

if TYPE_CHECKING:
    from smartcity_desktop.domain.reference import OpdProposal, OpdType


class OpdService:
    """Keeps the agencies; each new one gets its numbered sheet of every worksheet filled by OPD."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def opds(self) -> list[Opd]:
        """Return the agencies in order."""
        return query.opds(self._store.db)

    def get(self, row: RowId) -> Opd | None:
        """Return one agency."""
        return query.opd(self._store.db, row)

    def find(self, name: str) -> Opd:
        """Return the agency of that name or short name, or the only one whose name contains it.

        Raises UserFault ``opd-unknown`` where none or several fit.
        """
        wanted = name.casefold().strip()
        found = self.opds()
        exact = [item for item in found if wanted in {item.name.casefold(), item.short.casefold()}]
        near = exact or [item for item in found if wanted and wanted in item.name.casefold()]
        if len(near) != 1:
            raise UserFault("opd-unknown", name=name, known=", ".join(item.called for item in found) or "-")
        return near[0]

    def typical(self) -> "tuple[OpdType, ...]":
        """Return the typical agencies of a region, each with the code of its dimension in this workshop."""
        from smartcity_desktop.storage import opd_new, reference

        equivalents = reference.equivalents(opd_new.set_code(self._store))
        code_now = {code: opd_new.code_now(self._store, own) for code, own in equivalents.items()}
        return tuple(
            replace(item, dimension=code_now.get(item.dimension, "")) for item in reference.opd_types()
        )

    def propose(self, name: str) -> "OpdProposal":
        """Return what a name tells: kind, bidang urusan, dimension, whether a Renstra is expected.

        The dimension is the code that this workshop has for it now, empty where it is no longer used.
        """
        from smartcity_desktop.storage import opd_new

        return opd_new.proposal(self._store, name)

    def bidang_names(self) -> Mapping[str, str]:
        """Return the names of all bidang urusan by code (``2.16`` -> name)."""
        from smartcity_desktop.storage import reference

        return {code: item.name for code, item in reference.bidang().items()}

    def preview(self, text: str) -> list[OpdRow]:
        """Return what pasted lines would add; rows with a problem are left out."""
        return from_paste(text, {item.name for item in self.opds()})

    def add(self, rows: Iterable[OpdRow]) -> Changes:
        """Add agencies in one act, with what their names tell and a sheet each."""
        from smartcity_desktop.storage import opd_new

        wanted = [item for item in rows if not item.problem and item.name.strip()]
        if not wanted:
            return Changes()
        _, edits = opd_new.births(self._store, wanted)
        names = wanted[0].name if len(wanted) == 1 else self._store.say(f"{len(wanted)} OPD")
        return self._store.write(edits, f"tambah {names}")

    def update(self, row: RowId, field: str, value: Value) -> Changes:
        """Change one field of an agency."""
        return self._store.write([Set("opd", row, field, value)], self._store.say("ubah OPD"), typing=True)

    def set_bidang(self, row: RowId, codes: Sequence[str]) -> Changes:
        """Give an agency exactly these codes of government affairs."""
        agency = self.get(row)
        standing = set(agency.bidang) if agency else set()
        edits: list[Edit] = [Set("opd", row, f"bidang@{code}", "1") for code in codes if code not in standing]
        edits += [Set("opd", row, f"bidang@{code}", None) for code in sorted(standing - set(codes))]
        return self._store.write(edits, "ubah bidang urusan")

    def remove(self, *rows: RowId) -> Changes:
        """Delete agencies with their documents and sheets; undo brings all back.

        The act says how many answers go with them. Their participants stay, with the name of the agency as
        where they come from.
        """
        from smartcity_desktop.storage.definition_read import answers_of
        from smartcity_desktop.storage.people import people

        agency = self.get(rows[0]) if len(rows) == 1 else None
        words = agency.called if agency else self._store.say(f"{len(rows)} OPD")
        names = {item.id: item.name for item in self.opds() if item.id in rows}
        edits: list[Edit] = [
            Set("person", item.id, "institution", names[item.opd])
            for item in people(self._store.db)
            if item.opd in names and not item.institution
        ]
        answers = answers_of(self._store, BY_OPD, rows)
        edits += [Gone("opd", row) for row in rows]
        return replace(self._store.write(edits, with_answers(f"hapus {words}", answers)), answers=answers)
