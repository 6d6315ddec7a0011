"""The end of a stage: a sealed and verified copy that is only read, and what changed since it was made."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.row_history import copied
from smartcity_desktop.domain.seal import KEPT
from smartcity_desktop.domain.sheet_history import SheetChange
from smartcity_desktop.domain.stage_copy import (
    Since,
    StageCopy,
    copy_title,
    position_text,
    since_sheets,
)
from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.domain.wording import stage_name
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.paths import safe_name, unused
from smartcity_desktop.storage import stage_copy as query
from smartcity_desktop.storage.copying import copy_file, is_sound, verified_copy
from smartcity_desktop.storage.driver import connect, translated
from smartcity_desktop.storage.sheet_history import changed_sheets
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import stages, workshop

SUFFIX: Final = ".bimtek"
_TITLE_LIMIT: Final = 50
_SHEET: Final = "sheet"
HERE, AWAY, CHANGED = "ada", "tidak", "berubah"


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One copy as the screen lists it: where its file is, and whether it lies here."""

    copy: StageCopy
    path: Path
    is_here: bool


def checked(line: CopyLine) -> str:
    """Return whether the file of a copy is here and byte by byte what was made; works on the path alone."""
    if not line.path.is_file():
        return AWAY
    try:
        return HERE if query.is_whole(line.path, line.copy.sha256) else CHANGED
    except (DiskFault, UserFault, OSError):
        return CHANGED


def write_tables(tables: tuple[TableSheet, ...], workshop_title: str, target: Path) -> Path:
    """Write tables as a spreadsheet and return where it stands. Raises DiskFault ``print-not-saved``."""
    from smartcity_desktop.exchange import analysis_xlsx

    analysis_xlsx.write(tables, workshop_title, target)
    return target


def working_copy(line: CopyLine, target: Path) -> Path:
    """Put a copy beside other files as one that can be worked on; a file that is there is never replaced.

    Raises UserFault ``backup-damaged`` where the copy is not what was made.
    """
    if checked(line) != HERE:
        raise UserFault("backup-damaged", name=line.path.name)
    path = unused(target)
    copy_file(line.path, path)
    with translated():
        db = connect(path)
        try:
            db.conn.execute("DELETE FROM meta WHERE key = ?", (KEPT,))
        finally:
            db.close()
    return path


class StageCopyService:
    """Ends stages and tells what happened since."""

    def __init__(self, store: Store, folder: Callable[[], Path]) -> None:
        """Stand on the open file; ``folder`` is where its safety copies go."""
        self._store = store
        self._folder = folder

    def copies(self) -> list[CopyLine]:
        """Return the copies that were made, the newest first."""
        folder = self._folder() / query.FOLDER
        found = ((item, folder / item.file) for item in query.copies(self._store.db))
        return [CopyLine(item, path, path.is_file()) for item, path in found]

    def end(self, stage: RowId) -> tuple[CopyLine, Changes]:
        """Make the copy of a stage as it ends: sealed, opened again, checked, its SHA-256 kept in the file.

        Raises UserFault ``row-gone`` where the stage is gone, DiskFault ``copy-not-made``.
        """
        own = next((item for item in stages(self._store.db) if item.id == stage), None)
        if own is None:
            raise UserFault("row-gone")
        name = stage_name(own.number or 0)
        at = self._store.now()
        position = self._store.workspace.journal.seal()
        title = copy_title(name)
        path = self._made(title, at.strftime("%Y-%m-%d %H.%M"))
        made = StageCopy(
            self._store.ids.new(),
            self._store.positions(query.ENTITY, 1)[0],
            stage,
            self._store.now_text(),
            title,
            path.name,
            query.sum_of(path),
            position_text(position),
        )
        values = {
            name: getattr(made, name)
            for name in ("pos", "stage", "at", "title", "file", "sha256", "position")
        }
        changes = self._store.write(
            [Birth(query.ENTITY, made.id, values)], f"akhiri Tahap {name}", aside=True
        )
        return CopyLine(made, path, is_here=True), changes

    def since(self, row: RowId) -> Since:
        """Return what changed since a copy was made. Raises UserFault ``row-gone``."""
        return query.since(self._store, self._need(row))

    def sheets(self, row: RowId) -> list[SheetChange]:
        """Return the sheets of which rows changed since a copy was made. Raises UserFault ``row-gone``."""
        return changed_sheets(self._store, self._need(row))

    def restore_sheet(self, row: RowId, sheet: RowId) -> tuple[str, Changes]:
        """Put the rows of a sheet as they were in a copy below those that stand now, and say what was done.

        Nothing that stands is changed, and what reads the same is not doubled; one undo takes all back.
        Raises UserFault ``row-gone`` where the copy or the sheet is gone, or nothing of it could come back.
        """
        made = self._need(row)
        found = next((item for item in self.sheets(row) if item.sheet == sheet), None)
        if found is None or not found.copied:
            raise UserFault("row-gone")
        places = {ent: iter(self._store.positions(ent, count)) for ent, count in found.counted.items()}
        edits: list[Edit] = [
            Birth(
                item.ent,
                self._store.ids.new(),
                {**copied(item.ent, item.before), _SHEET: sheet, "pos": next(places[item.ent])},
            )
            for item in found.copied
        ]
        when = Since(made).when
        return found.done(when), self._store.write(edits, f"pulihkan {found.words} seperti {when}")

    def tables(self, row: RowId) -> tuple[tuple[TableSheet, ...], str]:
        """Return what changed since a copy as plain tables, and the name of the workshop."""
        event = workshop(self._store.db)
        return since_sheets(self.since(row), self._store.say), event.title

    def _need(self, row: RowId) -> StageCopy:
        made = query.copy(self._store.db, row)
        if made is None:
            raise UserFault("row-gone")
        return made

    def _made(self, title: str, moment: str) -> Path:
        """Write the copy and look whether it is sound; what is not is taken away again."""
        folder = self._folder() / query.FOLDER
        event = safe_name(workshop(self._store.db).title or "Bimtek", limit=_TITLE_LIMIT)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = unused(folder / f"{event} {title} {moment}{SUFFIX}")
            verified_copy(self._store.db.conn, path, ((KEPT, title),))
            whole = is_sound(path)
        except (DiskFault, OSError):
            raise DiskFault("copy-not-made", name=folder) from None
        if not whole:
            path.unlink(missing_ok=True)
            raise DiskFault("copy-not-made", name=folder)
        return path
