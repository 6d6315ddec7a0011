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
    BY_OPD,
    Party,
    Sheet,
    SheetColumn,
    SheetPlace,
    Worksheet,
)
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import keyed
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage import worksheet as query
from smartcity_desktop.storage.answers import has_row, rows_under, values
from smartcity_desktop.storage.definition import births, copy_of
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.party import numbered, parties, party_of
from smartcity_desktop.storage.rows import parts
from smartcity_desktop.storage.sheet_write import Cell, SheetWriter
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheet_of, target_of, worksheet_of

if TYPE_CHECKING:
    from smartcity_desktop.domain.grid import Grid
    from smartcity_desktop.domain.worksheet_file import Coming, FileBook, Taken

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
        definition = worksheet_of(self._store, worksheet)
        return sheet_of(self._store, definition, party_of(self._store.db, definition, party))

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
        edits = SheetWriter(self._store, worksheet, party).cells(cells)
        first = label[cells[0][1].partition("@")[0]]
        words = self._store.say(first) if len(cells) == 1 else f"{len(cells)} isian"
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
                edits += SheetWriter(self._store, item.worksheet, item.party).cells(cells)
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
        edits = SheetWriter(self._store, worksheet, party).head({field: value})
        return self._store.write(edits, "ubah kepala lembar", typing=True)

    def set_status(self, worksheet: RowId, party: RowId, status: str) -> Changes:
        """Move a sheet on the ladder (or back)."""
        words = LABELS["status"].get(status, status)
        edits = SheetWriter(self._store, worksheet, party).head({"status": status})
        return self._store.write(edits, f'ubah status jadi "{words}"')

    def places(self, worksheet: RowId) -> list[SheetPlace]:
        """Return how far every party is with one worksheet, in the order of the OPD or of the dimensions."""
        definition = worksheet_of(self._store, worksheet)
        known = {item.party: item for item in query.sheets(self._store.db, worksheet)}
        whose = parties(self._store.db, definition)
        far = self._written_counts(definition, known) if definition.takes_rows else self._answered(definition)
        plans = {item.opd for item in documents(self._store.db)}
        is_agency = definition.filled_by == BY_OPD
        found: list[SheetPlace] = []
        for item in whose:
            done, total = far.get(item.id, (0, 0))
            place = _place(item, known.get(item.id))
            required = not is_agency or item.renstra_required or item.id in plans
            found.append(
                replace(
                    place,
                    worksheet=worksheet,
                    done=done,
                    total=total,
                    required=required and not item.retired and not place.waived,
                    has_renstra=item.id in plans,
                )
            )
        return found

    def _answered(self, definition: Worksheet) -> dict[RowId, tuple[int, int]]:
        """Return how many rows of every party are answered, and how many count."""
        from smartcity_desktop.storage.source import counts

        counted = counts(self._store.db, definition)
        first = self._first_column(definition.id)
        if first.kind in keyed.KINDS:
            return self._answered_in_rows(counted, first)
        sheet_of = {party: self._store.key("sheet", definition.id, party) for party in counted}
        targets = {
            target_of(self._store, definition, row, sheet_of[party]): party
            for party, rows in counted.items()
            for row in rows
        }
        done: Counter[RowId] = Counter()
        bound = first.bound.partition("/")[0]
        for target, fields in values(self._store.db, definition.target, set(targets)).items():
            if bound and fields.get(bound) is not None:
                done[targets[target]] += 1
        return {party: (done[party], len(rows)) for party, rows in counted.items()}

    def _answered_in_rows(
        self, counted: Mapping[RowId, Sequence[RowId]], first: SheetColumn
    ) -> dict[RowId, tuple[int, int]]:
        """Return the same where the cells of a row are rows of their own: one that says anything counts."""
        return {
            party: (len(keyed.cells(self._store.db, [first], rows, party)), len(rows))
            for party, rows in counted.items()
        }

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

    def _own_rows(self, worksheet: RowId) -> Worksheet:
        definition = worksheet_of(self._store, worksheet)
        if not definition.takes_rows:
            raise UserFault("rows-fixed", title=definition.title)
        return definition

    def _written(self, definition: Worksheet, party: RowId) -> list[RowId]:
        sheet = self._store.key("sheet", definition.id, party)
        return rows_under(self._store.db, definition.target, [sheet]).get(sheet, [])

    def _first_column(self, worksheet: RowId) -> SheetColumn:
        columns = query.columns(self._store.db, worksheet)
        return next((item for item in columns if item.section == "grid" and not item.hidden), SheetColumn())


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
        waived=bool(sheet and sheet.waived),
    )
