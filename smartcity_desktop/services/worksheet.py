"""The worksheet engine: one definition gives the grid of any OPD, its writing, its progress, its warnings."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.wording import LABELS
from smartcity_desktop.domain.worksheet import SEPARATOR, Grid, Sheet, SheetColumn, SheetPlace, Worksheet
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import dimension as dimension_query
from smartcity_desktop.storage import opd as opd_query
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage import subject as subject_query
from smartcity_desktop.storage import worksheet as query
from smartcity_desktop.storage.answers import values
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.rows import parts
from smartcity_desktop.storage.sheet_grid import grid_of, sheet_of, target_of, worksheet_of
from smartcity_desktop.storage.store import Store

Cell = tuple[RowId, str, str]
"""Subject row, column key, raw value."""
OWN_COLUMN_MM: Final = 30
"""Millimetres on paper of a column that the workshop added."""


class WorksheetService:
    """Reads and writes the worksheets of this workshop."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def worksheets(self) -> list[Worksheet]:
        """Return the worksheets in order."""
        return query.worksheets(self._store.db)

    def find(self, code: str) -> Worksheet:
        """Return the worksheet of that code. Raises UserFault ``worksheet-unknown``."""
        found = next((item for item in self.worksheets() if item.code == code), None)
        if found is None:
            raise UserFault("worksheet-unknown", code=code)
        return found

    def sheet(self, worksheet: RowId, opd: RowId) -> Sheet:
        """Return the sheet of one OPD, an unwritten one (without number) where none stands yet."""
        return sheet_of(self._store, worksheet, opd)

    def grid(self, worksheet: RowId, opd: RowId) -> Grid:
        """Return one worksheet of one OPD, whole: columns, rows, head, warnings."""
        return grid_of(self._store, worksheet, opd)

    def set_cells(
        self, worksheet: RowId, opd: RowId, cells: Sequence[Cell], *, typing: bool = False
    ) -> Changes:
        """Write cells in one act; a sheet not begun becomes "sedang diisi" in the running session.

        Raises UserFault ``column-read-only`` where a column takes no answers.
        """
        if not cells:
            return Changes()
        definition = worksheet_of(self._store, worksheet)
        columns = {item.key: item for item in query.columns(self._store.db, worksheet)}
        known = values(
            self._store.db,
            definition.target,
            {target_of(self._store, definition, row) for row, _, _ in cells},
        )
        edits: list[Edit] = []
        for row, key, raw in cells:
            column = columns.get(key)
            if column is None or column.section == "subject" or column.kind == "computed":
                raise UserFault("column-read-only", column=column.label if column else key)
            target = target_of(self._store, definition, row)
            if target not in known:
                owner = CATALOG[definition.target].owner
                edits.append(Birth(definition.target, target, {owner: row} if owner else {}))
                known[target] = {}
            edits += self._cell(definition, column, target, raw)
        edits += self._begun(worksheet, opd)
        words = columns[cells[0][1]].label if len(cells) == 1 else f"{len(cells)} isian"
        return self._store.write(edits, f"isi {words}", typing=typing)

    def set_head(self, worksheet: RowId, opd: RowId, field: str, value: Value) -> Changes:
        """Change one field of the head: chair, scribe, mentor, on_paper, present, represented_by.

        The last two belong to the running session: who came in the morning stays as it was counted.
        """
        running = session_query.running(self._store.db)
        if field in query.PER_SESSION:
            field = f"{field}@{running.id if running else query.NO_SESSION}"
        wanted = {field: value, **self._worked(worksheet, opd)}
        return self._store.write(self._sheet_edits(worksheet, opd, wanted), "ubah kepala lembar", typing=True)

    def set_status(self, worksheet: RowId, opd: RowId, status: str) -> Changes:
        """Move a sheet on the ladder (or back)."""
        words = LABELS["status"].get(status, status)
        wanted = {"status": status, **self._worked(worksheet, opd)}
        edits = self._sheet_edits(worksheet, opd, wanted)
        return self._store.write(edits, f'ubah status jadi "{words}"')

    def places(self, worksheet: RowId) -> list[SheetPlace]:
        """Return how far every OPD is with one worksheet, in the order of the OPD list."""
        definition = worksheet_of(self._store, worksheet)
        sheets = {item.opd: item for item in query.sheets(self._store.db, worksheet)}
        first = self._first_bound(worksheet)
        counted = subject_query.counts(self._store.db, definition.rows_from)
        plans = {item.opd for item in documents(self._store.db)}
        rows_of = {row: opd for opd, rows in counted.items() for row in rows}
        targets = {target_of(self._store, definition, row): opd for row, opd in rows_of.items()}
        done: dict[RowId, int] = {}
        for target, fields in values(self._store.db, definition.target, set(targets)).items():
            if first and fields.get(first):
                done[targets[target]] = done.get(targets[target], 0) + 1
        return [
            replace(
                _place(agency, sheets.get(agency.id)),
                worksheet=worksheet,
                done=done.get(agency.id, 0),
                total=len(counted.get(agency.id, [])),
                required=agency.renstra_required or agency.id in plans,
                has_renstra=agency.id in plans,
            )
            for agency in opd_query.opds(self._store.db)
        ]

    def columns(self, worksheet: RowId) -> list[SheetColumn]:
        """Return the workshop's own columns of one worksheet, hidden ones too."""
        return query.columns(self._store.db, worksheet)

    def update_column(self, column: RowId, field: str, value: Value) -> Changes:
        """Rename, hide, widen a column of this workshop's copy."""
        return self._store.write([Set("sheet_column", column, field, value)], "ubah kolom")

    def add_column(self, worksheet: RowId, label: str, kind: str = "long") -> Changes:
        """Add a column of the workshop's own to the form of the row; answers stand under ``x:key``."""
        row = self._store.ids.new()
        columns: dict[str, Value] = {
            "pos": self._store.positions("sheet_column", 1)[0],
            "worksheet": worksheet,
            "key": f"x{row[-12:]}",
            "label": label,
            "kind": kind,
            "bound": f"x:{row[-12:]}",
            "section": "form",
            "width": OWN_COLUMN_MM,
        }
        return self._store.write([Birth("sheet_column", row, columns)], f"tambah kolom {label}")

    def _cell(self, worksheet: Worksheet, column: SheetColumn, target: RowId, raw: str) -> list[Edit]:
        ent = worksheet.target
        if column.kind == "dimension":
            home, sub = column.bound.split("/")
            of_sub = {item.id: item.dimension for item in dimension_query.subdimensions(self._store.db)}
            value = RowId(raw)
            return [
                Set(ent, target, home, of_sub.get(value, value)),
                Set(ent, target, sub, value if value in of_sub else NO_ROW),
            ]
        known = CATALOG[ent].by_name.get(column.bound)
        if known and known.many:
            standing = set(parts(self._store.db, ent, column.bound, [target]).get(target, {}))
            wanted = [item for item in raw.split(SEPARATOR) if item]
            gone = sorted(standing - set(wanted))
            return [
                *(Set(ent, target, f"{column.bound}@{item}", "1") for item in wanted if item not in standing),
                *(Set(ent, target, f"{column.bound}@{item}", None) for item in gone),
            ]
        return [Set(ent, target, column.bound, raw)]

    def _begun(self, worksheet: RowId, opd: RowId) -> list[Edit]:
        sheet = self.sheet(worksheet, opd)
        wanted: dict[str, Value] = {}
        if sheet.status in {"", "belum"}:
            wanted["status"] = "sedang"
        wanted |= self._worked(worksheet, opd)
        return self._sheet_edits(worksheet, opd, wanted) if wanted else []

    def _worked(self, worksheet: RowId, opd: RowId) -> dict[str, Value]:
        """Return what binds a sheet to the running session, nothing where it is bound or none runs."""
        running = session_query.running(self._store.db)
        if running is None or running.id in self.sheet(worksheet, opd).sessions:
            return {}
        return {f"session@{running.id}": "1"}

    def _sheet_edits(self, worksheet: RowId, opd: RowId, wanted: Mapping[str, Value]) -> list[Edit]:
        row = self._store.key("sheet", worksheet, opd)
        standing = any(item.id == row for item in query.sheets(self._store.db, worksheet))
        if standing:
            return [Set("sheet", row, field, value) for field, value in wanted.items()]
        return [Birth("sheet", row, {"worksheet": worksheet, "opd": opd, **wanted})]

    def _first_bound(self, worksheet: RowId) -> str:
        columns = query.columns(self._store.db, worksheet)
        return next((item.bound for item in columns if item.section == "grid" and not item.hidden), "")


def _place(agency: Opd, sheet: Sheet | None) -> SheetPlace:
    return SheetPlace(
        party=agency.id,
        worksheet=NO_ROW,
        status=(sheet.status if sheet else "") or "belum",
        on_paper=bool(sheet and sheet.on_paper),
        table_no=agency.table_no,
        name=agency.name,
        short=agency.short,
        present=sheet.present if sheet else None,
        represented_by=sheet.represented_by if sheet else "",
    )
