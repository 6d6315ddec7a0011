"""The worksheet engine: one definition gives the grid of any party, its writing, progress and warnings."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.entity import POS
from smartcity_desktop.domain.ids import NO_ROW, RowId, is_row_id
from smartcity_desktop.domain.order import moved
from smartcity_desktop.domain.wording import LABELS
from smartcity_desktop.domain.worksheet import (
    BY_DIMENSION,
    SEPARATOR,
    Party,
    Sheet,
    SheetColumn,
    SheetPlace,
    Worksheet,
)
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import dimension as dimension_query
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage import subject as subject_query
from smartcity_desktop.storage import worksheet as query
from smartcity_desktop.storage.answers import has_row, rows_under, values
from smartcity_desktop.storage.definition import births, copy_of
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.party import numbered, parties
from smartcity_desktop.storage.rows import parts
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheet_of, target_of, worksheet_of

if TYPE_CHECKING:
    from smartcity_desktop.domain.grid import Grid
    from smartcity_desktop.domain.worksheet_file import Coming, FileBook, Taken

Cell = tuple[RowId, str, str]
"""Subject row, column key, raw value."""
OWN_COLUMN_MM: Final = 30
"""Millimetres on paper of a column that the workshop added."""


def read_book(path: Path, *, cancelled: Callable[[], bool] = lambda: False) -> "FileBook":
    """Return what stands in a spreadsheet of worksheets. Slow: for the side pool. Raises UserFault."""
    from smartcity_desktop.exchange import worksheet as sheet_file

    return sheet_file.read(path, cancelled=cancelled)


def write_book(grids: "Sequence[Grid]", workshop: RowId, target: Path) -> None:
    """Write grids as one spreadsheet that can be filled in elsewhere. Slow: for the side pool.

    Raises DiskFault ``print-not-saved``.
    """
    from smartcity_desktop.exchange import worksheet as sheet_file

    sheet_file.write(grids, workshop, target)


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

    def offered(self) -> tuple[Worksheet, ...]:
        """Return the worksheets of the shelf that this workshop has no copy of (made before they were)."""
        from smartcity_desktop.storage import reference

        known = {item.code for item in self.worksheets()}
        return tuple(
            copy_of(self._store, item) for item in reference.worksheet_definitions() if item.code not in known
        )

    def add(self, code: str) -> Changes:
        """Take a copy of a worksheet of the shelf, with a numbered sheet for each that fills it.

        Raises UserFault ``worksheet-unknown`` where the shelf has none of that code.
        """
        from smartcity_desktop.storage import reference

        found = next((item for item in reference.worksheet_definitions() if item.code == code), None)
        if found is None:
            raise UserFault("worksheet-unknown", code=code)
        own = copy_of(self._store, found)
        rows = [item.id for item in parties(self._store.db, own)]
        edits = [*births(self._store, found), *numbered(self._store, own, rows)]
        return self._store.write(edits, f"tambah {found.code} {found.title}")

    def sheet(self, worksheet: RowId, party: RowId) -> Sheet:
        """Return the sheet of one party, an unwritten one (without number) where none stands yet."""
        return sheet_of(self._store, worksheet_of(self._store, worksheet), party)

    def grid(self, worksheet: RowId, party: RowId) -> "Grid":
        """Return one worksheet of one party, whole: columns, rows, head, warnings."""
        # Loaded with the first sheet: Beranda only counts.
        from smartcity_desktop.storage.sheet_grid import grid_of

        return grid_of(self._store, worksheet, party)

    def new_rows(self, count: int) -> tuple[RowId, ...]:
        """Return ids for rows that may be added: an id is theirs from the first keystroke."""
        return tuple(self._store.ids.new() for _ in range(count))

    def set_cells(
        self, worksheet: RowId, party: RowId, cells: Sequence[Cell], *, typing: bool = False
    ) -> Changes:
        """Write cells in one act; a sheet not begun becomes "sedang diisi" in the running session.

        Where the worksheet takes rows, one that does not stand yet is born behind the others.
        Raises UserFault ``column-read-only`` where a column takes no answers.
        """
        if not cells:
            return Changes()
        label = {item.key: item.label for item in query.columns(self._store.db, worksheet)}
        edits = self._cell_edits(worksheet, party, cells)
        words = self._store.say(label[cells[0][1]]) if len(cells) == 1 else f"{len(cells)} isian"
        return self._store.write(edits, f"isi {words}", typing=typing)

    def taken(self, book: "FileBook") -> "list[Taken]":
        """Return what a spreadsheet that came back comes to, sheet by sheet; nothing is written.

        Raises UserFault ``sheet-file-other`` where it is of another workshop.
        """
        from smartcity_desktop.domain.worksheet_file import NOT_WHOLE, UNKNOWN, take

        if book.workshop != self._store.workspace.workshop_id:
            raise UserFault("sheet-file-other", name=book.name)
        id_for = self._ids_of_file()
        known = {item.id: {one.id for one in parties(self._store.db, item)} for item in self.worksheets()}
        found = [_unread(name, UNKNOWN) for name in book.unknown]
        for sheet in book.sheets:
            if not sheet.is_whole:
                found.append(_unread(sheet.name, NOT_WHOLE))
            elif sheet.party in known.get(sheet.worksheet, set()):
                found.append(take(sheet, self.grid(sheet.worksheet, sheet.party), id_for))
            else:
                found.append(_unread(sheet.name, "kertas kerja atau pemiliknya tidak ada lagi di sini."))
        return found

    def _ids_of_file(self) -> Callable[[RowId], RowId]:
        """Return what gives rows of a file their ids: their own, unless that was ever given to another."""
        used: set[RowId] = set()

        def id_for(row: RowId) -> RowId:
            own = row if is_row_id(row) and row not in used else self._store.ids.new()
            own = self._store.ids.new() if has_row(self._store.db, own) else own
            used.add(own)
            return own

        return id_for

    def adopt(self, found: "Sequence[Taken]", chosen: "Sequence[Coming]" = ()) -> Changes:
        """Write what came back, and of what differs the ``chosen`` cells, all in one act."""
        edits: list[Edit] = []
        for item in found:
            wanted = [*item.cells, *(cell for cell in item.differing if cell in chosen)]
            if wanted:
                cells = [(cell.row, cell.key, cell.raw) for cell in wanted]
                edits += self._cell_edits(item.worksheet, item.party, cells)
        return self._store.write(self._in_number(edits), "ambil isian dari Excel") if edits else Changes()

    def _in_number(self, edits: Sequence[Edit]) -> list[Edit]:
        """Return the edits with the sheets that are born together numbered one after the other."""
        born = [item for item in edits if isinstance(item, Birth) and item.ent == "sheet"]
        numbers: dict[RowId, Value] = {}
        for definition in self.worksheets():
            own = [item for item in born if item.values["worksheet"] == definition.id]
            named = [RowId(str(item.values[definition.filled_by])) for item in own]
            together = numbered(self._store, definition, named) if len(own) > 1 else []
            numbers |= {item.row: item.values["number"] for item in together if isinstance(item, Birth)}
        return [
            replace(item, values={**item.values, "number": numbers[item.row]})
            if isinstance(item, Birth) and item.row in numbers
            else item
            for item in edits
        ]

    def _cell_edits(self, worksheet: RowId, party: RowId, cells: Sequence[Cell]) -> list[Edit]:
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
                edits.append(Birth(definition.target, target, self._first_values(definition, party, row)))
                known[target] = {}
            edits += self._cell(definition, column, target, raw)
        return [*self._placed(definition, edits), *self._begun(definition, party)]

    def remove_rows(self, worksheet: RowId, party: RowId, rows: Sequence[RowId]) -> Changes:
        """Delete rows that were added at the table; undo brings them back.

        Raises UserFault ``rows-fixed`` where the rows come from elsewhere.
        """
        definition = self._own_rows(worksheet)
        standing = set(self._written(definition, party))
        gone = [row for row in rows if row in standing]
        if not gone:
            return Changes()
        words = "hapus baris" if len(gone) == 1 else f"hapus {len(gone)} baris"
        return self._store.write([Gone(definition.target, row) for row in gone], words)

    def move_row(self, worksheet: RowId, party: RowId, row: RowId, by: int) -> Changes:
        """Move an added row up (-1) or down (1) among the written ones; at the end it stays.

        Raises UserFault ``rows-fixed`` where the rows come from elsewhere.
        """
        definition = self._own_rows(worksheet)
        order = self._written(definition, party)
        if row not in order or not 0 <= order.index(row) + by < len(order):
            return Changes()
        order.insert(order.index(row) + by, order.pop(order.index(row)))
        keys = values(self._store.db, definition.target, order)
        wanted = [(item, str(keys[item].get(POS) or "")) for item in order]
        edits = [Set(definition.target, item, POS, pos) for item, pos in moved(wanted, row).items()]
        return self._store.write(edits, "pindah baris")

    def set_head(self, worksheet: RowId, party: RowId, field: str, value: Value) -> Changes:
        """Change one field of the head: chair, scribe, mentor, on_paper, present, represented_by.

        The last two belong to the running session: who came in the morning stays as it was counted.
        """
        running = session_query.running(self._store.db)
        if field in query.PER_SESSION:
            field = f"{field}@{running.id if running else query.NO_SESSION}"
        wanted = {field: value, **self._worked(worksheet, party)}
        return self._store.write(
            self._sheet_edits(worksheet, party, wanted), "ubah kepala lembar", typing=True
        )

    def set_status(self, worksheet: RowId, party: RowId, status: str) -> Changes:
        """Move a sheet on the ladder (or back)."""
        words = LABELS["status"].get(status, status)
        wanted = {"status": status, **self._worked(worksheet, party)}
        edits = self._sheet_edits(worksheet, party, wanted)
        return self._store.write(edits, f'ubah status jadi "{words}"')

    def places(self, worksheet: RowId) -> list[SheetPlace]:
        """Return how far every party is with one worksheet, in the order of the OPD or of the dimensions."""
        definition = worksheet_of(self._store, worksheet)
        known = {item.party: item for item in query.sheets(self._store.db, worksheet)}
        whose = parties(self._store.db, definition)
        far = self._written_counts(definition, known) if definition.takes_rows else self._answered(definition)
        plans = {item.opd for item in documents(self._store.db)}
        is_group = definition.filled_by == BY_DIMENSION
        found: list[SheetPlace] = []
        for item in whose:
            done, total = far.get(item.id, (0, 0))
            place = _place(item, known.get(item.id))
            required = is_group or item.renstra_required or item.id in plans
            found.append(
                replace(
                    place,
                    worksheet=worksheet,
                    done=done,
                    total=total,
                    required=required and not item.retired,
                    has_renstra=item.id in plans,
                )
            )
        return found

    def _answered(self, definition: Worksheet) -> dict[RowId, tuple[int, int]]:
        """Return how many rows of every OPD are answered, and how many count."""
        counted = subject_query.counts(self._store.db, definition.rows_from)
        rows_of = {row: opd for opd, rows in counted.items() for row in rows}
        targets = {target_of(self._store, definition, row): opd for row, opd in rows_of.items()}
        first = self._first_bound(definition.id)
        done: Counter[RowId] = Counter()
        for target, fields in values(self._store.db, definition.target, set(targets)).items():
            if first and fields.get(first):
                done[targets[target]] += 1
        return {opd: (done[opd], len(rows)) for opd, rows in counted.items()}

    def _written_counts(
        self, definition: Worksheet, sheets: Mapping[RowId, Sheet]
    ) -> dict[RowId, tuple[int, int]]:
        """Return how many rows every party has written; a row of which nothing is left does not count."""
        under = rows_under(self._store.db, definition.target, [item.id for item in sheets.values()])
        rows = [row for own in under.values() for row in own]
        fields = [
            field
            for item in query.columns(self._store.db, definition.id)
            if item.section != "subject" and item.kind != "computed" and not item.hidden
            for field in item.bound.split("/")
        ]
        known = CATALOG[definition.target].by_name
        single = [field for field in fields if field in known and not known[field].many]
        # What a row is born with says nothing: the dimension of the group it was added in.
        single = [field for field in single if field != definition.filled_by]
        written = values(self._store.db, definition.target, rows)
        said = {row for row, found in written.items() if any(found.get(field) for field in single)}
        for field in (field for field in fields if field not in known or known[field].many):
            said |= set(parts(self._store.db, definition.target, field, rows))
        counted = {sheet: sum(1 for row in own if row in said) for sheet, own in under.items()}
        return {party: (counted.get(item.id, 0),) * 2 for party, item in sheets.items()}

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

    def _first_values(self, definition: Worksheet, party: RowId, row: RowId) -> dict[str, Value]:
        """Return what a row is born with: what it belongs to, and the party where it names one."""
        entity = CATALOG[definition.target]
        if not definition.takes_rows:
            return {entity.owner: row} if entity.owner else {}
        found: dict[str, Value] = {entity.owner: self._store.key("sheet", definition.id, party)}
        named = entity.by_name.get(definition.filled_by)
        return found | ({named.name: party} if named and not named.many else {})

    def _placed(self, definition: Worksheet, edits: Sequence[Edit]) -> list[Edit]:
        """Return the edits with the rows that are born put behind all others, in the order given."""
        new = [item for item in edits if isinstance(item, Birth)] if definition.takes_rows else []
        places = self._store.positions(definition.target, len(new)) if new else []
        pos = {item.row: place for item, place in zip(new, places, strict=True)}
        return [
            replace(item, values={POS: pos[item.row], **item.values})
            if isinstance(item, Birth) and item.row in pos
            else item
            for item in edits
        ]

    def _own_rows(self, worksheet: RowId) -> Worksheet:
        definition = worksheet_of(self._store, worksheet)
        if not definition.takes_rows:
            raise UserFault("rows-fixed", title=definition.title)
        return definition

    def _written(self, definition: Worksheet, party: RowId) -> list[RowId]:
        sheet = self._store.key("sheet", definition.id, party)
        return rows_under(self._store.db, definition.target, [sheet]).get(sheet, [])

    def _begun(self, definition: Worksheet, party: RowId) -> list[Edit]:
        sheet = sheet_of(self._store, definition, party)
        wanted: dict[str, Value] = {}
        if sheet.status in {"", "belum"}:
            wanted["status"] = "sedang"
        wanted |= self._worked(definition.id, party)
        return self._sheet_edits(definition.id, party, wanted) if wanted else []

    def _worked(self, worksheet: RowId, party: RowId) -> dict[str, Value]:
        """Return what binds a sheet to the running session, nothing where it is bound or none runs."""
        running = session_query.running(self._store.db)
        if running is None or running.id in self.sheet(worksheet, party).sessions:
            return {}
        return {f"session@{running.id}": "1"}

    def _sheet_edits(self, worksheet: RowId, party: RowId, wanted: Mapping[str, Value]) -> list[Edit]:
        row = self._store.key("sheet", worksheet, party)
        if query.sheet(self._store.db, row):
            return [Set("sheet", row, field, value) for field, value in wanted.items()]
        born = numbered(self._store, worksheet_of(self._store, worksheet), [party])
        return [replace(item, values={**item.values, **wanted}) for item in born if isinstance(item, Birth)]

    def _first_bound(self, worksheet: RowId) -> str:
        columns = query.columns(self._store.db, worksheet)
        return next((item.bound for item in columns if item.section == "grid" and not item.hidden), "")


def _unread(name: str, why: str) -> "Taken":
    from smartcity_desktop.domain.worksheet_file import Taken

    return Taken(name, NO_ROW, NO_ROW, refused=(why,))


def _place(item: Party, sheet: Sheet | None) -> SheetPlace:
    return SheetPlace(
        party=item.id,
        worksheet=NO_ROW,
        status=(sheet.status if sheet else "") or "belum",
        on_paper=bool(sheet and sheet.on_paper),
        table_no=item.table_no,
        name=item.name,
        short=item.short,
        color=item.color,
        present=sheet.present if sheet else None,
        represented_by=sheet.represented_by if sheet else "",
        number=sheet.number if sheet else "",
    )
