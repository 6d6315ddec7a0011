"""Agencies at the table: from the typical list, by hand, or pasted from a spreadsheet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from smartcity_desktop.domain.changes import Changes, with_answers
from smartcity_desktop.domain.dimension import offered, spelt
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd, OpdRow, districts, from_paste
from smartcity_desktop.domain.worksheet import BY_OPD
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import opd as query
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.party import numbered
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheets
from smartcity_desktop.storage.workshop import workshop

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
        from smartcity_desktop.storage import reference

        code_now = {
            code: self._code_now(own) for code, own in reference.equivalents(self._set_code()).items()
        }
        return tuple(
            replace(item, dimension=code_now.get(item.dimension, "")) for item in reference.opd_types()
        )

    def propose(self, name: str) -> "OpdProposal":
        """Return what a name tells: kind, bidang urusan, dimension, whether a Renstra is expected.

        The dimension is the code that this workshop has for it now, empty where it is no longer used.
        """
        from smartcity_desktop.storage import reference

        found = reference.propose_opd(name, self._set_code())
        return replace(found, dimension=self._code_now(found.dimension))

    def _set_code(self) -> str:
        from smartcity_desktop.storage import reference

        return workshop(self._store.db).dimension_set or reference.DEFAULT_SET

    def _code_now(self, code: str) -> str:
        """Return the code of what the shelf calls ``code``: whoever bears it, else the renamed one."""
        known = dimensions(self._store.db)
        born = self._store.key("dimension", code)
        found = spelt(known, code) or next((item for item in offered(known) if item.id == born), None)
        return found.code if found else ""

    def bidang_names(self) -> Mapping[str, str]:
        """Return the names of all bidang urusan by code (``2.16`` -> name)."""
        from smartcity_desktop.storage import reference

        return {code: item.name for code, item in reference.bidang().items()}

    def preview(self, text: str) -> list[OpdRow]:
        """Return what pasted lines would add; rows with a problem are left out."""
        return from_paste(text, {item.name for item in self.opds()})

    def add(self, rows: Iterable[OpdRow]) -> Changes:
        """Add agencies in one act, with what their names tell and a sheet each."""
        from smartcity_desktop.storage import reference

        wanted = [item for item in rows if not item.problem and item.name.strip()]
        if not wanted:
            return Changes()
        births: list[Birth] = []
        codes = {item.code: item.id for item in offered(dimensions(self._store.db))}
        typical = {item.name.casefold(): item for item in reference.opd_types()}
        ids = [self._store.ids.new() for _ in wanted]
        for item, row, pos in zip(wanted, ids, self._store.positions("opd", len(wanted)), strict=True):
            told = self.propose(item.name)
            usual = typical.get(item.name.strip().casefold())
            values: dict[str, Value] = {
                "pos": pos,
                "name": item.name.strip(),
                "short": item.short or (usual.short if usual else ""),
                "kind": told.kind,
                "dimension": codes.get(told.dimension, NO_ROW),
                "table_no": item.table_no,
                "renstra_required": told.renstra_required,
            }
            values |= {f"bidang@{code}": "1" for code in (usual.bidang if usual else told.bidang)}
            births.append(Birth("opd", row, values))
        edits = self._under_districts(births) + self._sheets(ids)
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

    def _under_districts(self, births: Sequence[Birth]) -> list[Edit]:
        """Give each new kelurahan the kecamatan above it, so that it keeps it wherever it stands later."""
        new = (Opd(id=item.row, kind=str(item.values["kind"])) for item in births)
        above = districts([*self.opds(), *new])
        return [
            replace(item, values={**item.values, "parent": above.get(item.row, NO_ROW)}) for item in births
        ]

    def _sheets(self, ids: Sequence[RowId]) -> list[Edit]:
        known = [item for item in worksheets(self._store.db) if item.filled_by == BY_OPD]
        return [edit for worksheet in known for edit in numbered(self._store, worksheet, ids)]
