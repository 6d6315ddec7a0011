"""The worksheet engine: one definition gives the grid of any party, its writing, progress and warnings."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.entity import POS
from smartcity_desktop.domain.ids import NO_ROW, RowId, is_row_id
from smartcity_desktop.domain.order import moved
from smartcity_desktop.domain.wording import LABELS, stage_name
from smartcity_desktop.domain.worksheet import Sheet, SheetColumn, SheetPlace, Worksheet
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage import worksheet as query
from smartcity_desktop.storage.answers import has_row, rows_under, values
from smartcity_desktop.storage.definition import births, copy_of, parts_of
from smartcity_desktop.storage.exercise import assessors, criteria
from smartcity_desktop.storage.party import in_number, numbered, parties, party_of
from smartcity_desktop.storage.sheet_place import merged, places
from smartcity_desktop.storage.sheet_write import Cell, SheetWriter
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheet_of, worksheet_of

if TYPE_CHECKING:
    from smartcity_desktop.domain.exercise import Assessor
    from smartcity_desktop.domain.grid import Grid
    from smartcity_desktop.domain.worksheet_file import Coming, FileBook, Notes, Taken
    from smartcity_desktop.storage.sheet_find import Found

OWN_COLUMN_MM: Final = 30
"""Millimetres on paper of a column that the workshop added."""


def read_book(path: Path, *, cancelled: Callable[[], bool] = lambda: False) -> "FileBook":
    """Return what stands in a spreadsheet of worksheets. Slow: for the side pool. Raises UserFault."""
    from smartcity_desktop.exchange import worksheet as sheet_file

    return sheet_file.read(path, cancelled=cancelled)


def write_book(grids: "Sequence[Grid]", workshop: RowId, target: Path, notes: "Notes | None" = None) -> None:
    """Write grids as one spreadsheet that can be filled in elsewhere. Slow: for the side pool.

    ``notes`` of mentors travel as comments on their cells.

    Raises DiskFault ``print-not-saved``.
    """
    from smartcity_desktop.exchange import worksheet as sheet_file

    sheet_file.write(grids, workshop, target, notes or {})


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
        rows = [item.id for item in parties(self._store.db, own)] or parts_of(self._store, found)
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
        from smartcity_desktop.domain.worksheet_file import NOT_WHOLE, OWNER_GONE, UNKNOWN, take

        if book.workshop != self._store.workspace.workshop_id:
            raise UserFault("sheet-file-other", name=book.name)
        id_for, db = self._ids_of_file(), self._store.db
        known = {item.id: item for item in self.worksheets()}
        found = [_unread(name, UNKNOWN) for name in book.unknown]
        for sheet in book.sheets:
            if not sheet.is_whole:
                found.append(_unread(sheet.name, NOT_WHOLE))
            elif sheet.worksheet in known and party_of(db, known[sheet.worksheet], sheet.party).name:
                grid, unseen = self.grid(sheet.worksheet, sheet.party), self._unseen(sheet.worksheet)
                found.append(take(sheet, grid, id_for, unseen))
            else:
                found.append(_unread(sheet.name, OWNER_GONE))
        return found

    def _unseen(self, worksheet: RowId) -> dict[str, str]:
        """Return by key what is called how that takes answers and is shown no longer: columns, criteria."""
        answers = [
            item
            for item in query.columns(self._store.db, worksheet)
            if item.section != "subject" and item.kind != "computed"
        ]
        retired = [item for item in criteria(self._store.db, worksheet) if item.retired]
        found = {item.key: item.label for item in answers if item.hidden}
        found |= {
            f"{item.key}@{one.id}": one.name for item in answers if item.kind == "scores" for one in retired
        }
        return {key: self._store.say(label) for key, label in found.items()}

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
        edits = in_number(self._store, edits)
        return self._store.write(edits, "ambil isian dari Excel") if edits else Changes()

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
        """Return how far every party is with one worksheet, in the order of the parties."""
        return places(self._store, [worksheet_of(self._store, worksheet)])[worksheet]

    def places_of(self, worksheets: Sequence[Worksheet]) -> dict[RowId, list[SheetPlace]]:
        """Return the same for several worksheets, read in one go."""
        return places(self._store, worksheets)

    def merged_places(self, worksheet: RowId) -> list[SheetPlace]:
        """Return how far the sheets are that were merged from those of a worksheet, by dimension."""
        return merged(self._store, worksheet_of(self._store, worksheet))

    def find_row(self, row: RowId) -> "Found | None":
        """Return on whose sheet of which worksheet a row stands, None where it stands on none."""
        from smartcity_desktop.storage.sheet_find import find

        return find(self._store.db, row)

    def waive(self, worksheet: RowId, party: RowId, *, waived: bool) -> Changes:
        """Say that a sheet is nobody's duty (tidak wajib), or that it is due again."""
        edits = SheetWriter(self._store, worksheet, party).head({"waived": waived})
        return self._store.write(edits, "jadikan lembar tidak wajib" if waived else "jadikan lembar wajib")

    def use_in_stage(self, worksheet: RowId, stage: int, *, used: bool) -> Changes:
        """Take a worksheet up in a further stage, or out of it again; its sheets stay what they are.

        The stage it belongs to is not taken from it.
        """
        definition = worksheet_of(self._store, worksheet)
        if stage == definition.stage or used == (stage in definition.also):
            return Changes()
        name = f"{definition.code} {definition.title}"
        where = f"Tahap {stage_name(stage)}"
        words = f"pakai {name} di {where}" if used else f"keluarkan {name} dari {where}"
        value = stage if used else None
        return self._store.write([Set("worksheet", worksheet, f"also_stage@{stage}", value)], words)

    def assessors(self, worksheet: RowId) -> "list[Assessor]":
        """Return those who score on a worksheet in order, retired ones too."""
        return assessors(self._store.db, worksheet)

    def add_assessors(self, worksheet: RowId, names: Sequence[str]) -> Changes:
        """Add those who score, in one act, each with a numbered sheet; names that stand are left out."""
        known = {item.name.casefold() for item in self.assessors(worksheet)}
        wanted: dict[str, str] = {}
        for name in (" ".join(text.split()) for text in names):
            wanted.setdefault(name.casefold(), name)
        new = [name for plain, name in wanted.items() if plain and plain not in known]
        if not new:
            return Changes()
        rows = self.new_rows(len(new))
        edits: list[Edit] = [
            Birth("assessor", row, {POS: pos, "worksheet": worksheet, "name": name})
            for row, pos, name in zip(rows, self._store.positions("assessor", len(new)), new, strict=True)
        ]
        edits += numbered(self._store, worksheet_of(self._store, worksheet), rows)
        words = f"tambah penilai {new[0]}" if len(new) == 1 else f"tambah {len(new)} penilai"
        return self._store.write(edits, words)

    def rename_assessor(self, assessor: RowId, name: str) -> Changes:
        """Write the name of one who scores anew; an empty name changes nothing."""
        kept = " ".join(name.split())
        return (
            self._store.write([Set("assessor", assessor, "name", kept)], "ubah nama penilai")
            if kept
            else Changes()
        )

    def retire_assessor(self, assessor: RowId, *, retired: bool) -> Changes:
        """Let one score no longer, or again; the scores that were given stay."""
        words = "penilai tidak menilai lagi" if retired else "penilai menilai lagi"
        return self._store.write([Set("assessor", assessor, "retired", retired)], words)

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


def _unread(name: str, why: str) -> "Taken":
    from smartcity_desktop.domain.worksheet_file import Taken

    return Taken(name, NO_ROW, NO_ROW, refused=(why,))
