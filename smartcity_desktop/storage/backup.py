"""Safety copies in the profile folder: made, checked, listed, thinned, and brought back as a copy."""

import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.errors import UserFault
from smartcity_desktop.paths import safe_name
from smartcity_desktop.storage import rows
from smartcity_desktop.storage.copying import copy_file, verified_copy
from smartcity_desktop.storage.driver import (
    Connection,
    Database,
    DatabaseError,
    connect_reading,
    translated,
)
from smartcity_desktop.storage.workspace import Workspace, probe

SUFFIX: Final = ".bimtek"
LARGEST: Final = 2 * 1024**3
"""Bytes of all safety copies together."""
FEWEST: Final = 3
"""Copies of one workshop that are kept whatever their size or age."""
DAYS: Final = 12
WEEKS: Final = 10
MONTHS: Final = 9
Period = Callable[[datetime], object]
_TITLE_LIMIT: Final = 50
_COPIED: Final = "copied"
_MARK: Final = "mark"
_LEFT_OVER: Final = ".tmp-"
_STALE: Final = timedelta(days=1)
_NAMED: Final = re.compile(r" \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d( \(\d+\))?$")
"""How the name of every copy ends. What is called otherwise was put there by a person."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One safety copy: of which workshop, taken when, and what is in it.

    ``mark`` is the word of its journal at that moment, ``tick`` its highest tick, whatever the clock said.
    ``rows`` counts the visible rows of all kinds, ``notes`` the notes among them; ``sound`` is False where
    the copy could not be read.
    """

    path: Path
    workshop: RowId
    title: str
    at: datetime
    size: int
    rows: int = 0
    notes: int = 0
    sound: bool = True
    mark: str = ""
    tick: int = 0


def make(workspace: Workspace, folder: Path) -> Backup:
    """Copy the open workshop into ``folder`` and thin out older copies.

    The copy counts only after it was opened and checked. The journal is sealed. Raises DiskFault.
    """
    workspace.journal.seal()
    at = workspace.now()
    with translated():
        folder.mkdir(parents=True, exist_ok=True)
    title = safe_name(_title(workspace.db) or workspace.path.stem, limit=_TITLE_LIMIT)
    path = _free(folder / f"{title} {at:%Y-%m-%d %H.%M.%S}{SUFFIX}")
    marks = ((_COPIED, at.isoformat()), (_MARK, workspace.journal.mark()))
    verified_copy(workspace.db.conn, path, marks)
    made = _read(path)
    thin(folder, just_made=path)
    _sweep(folder, at - _STALE)
    return made


def repeat(source: Path, folder: Path) -> Path:
    """Put a copy into a second folder too, under the same name, and thin that folder out; return its path.

    A copy that is there already stays as it is. Raises DiskFault, or UserFault ``file-damaged`` where the
    copy itself can no longer be read.
    """
    target = folder / source.name
    if not target.exists():
        copy_file(source, target)
        thin(folder, just_made=target)
    return target


def listing(folder: Path) -> list[Backup]:
    """Return the safety copies of a folder, the newest first."""
    return _listed(folder, counted=True)


def thin(folder: Path, largest: int = LARGEST, just_made: Path | None = None) -> list[Path]:
    """Delete copies that no rule keeps, and the oldest above ``largest`` bytes; return what was deleted.

    Per workshop the newest three stay, by their moment and by their journal, everything of its last day, then
    one a day, a week and a month. ``just_made`` stays in any case: on a laptop whose clock went back it is
    not the newest. Files that are not named as copies are never touched.
    """
    found = [item for item in _listed(folder, counted=False) if _NAMED.search(item.path.stem)]
    by_workshop: dict[str, list[Backup]] = {}
    for item in found:
        if item.sound:
            by_workshop.setdefault(item.workshop, []).append(item)
    kept: list[Backup] = []
    spared = {just_made}
    for items in by_workshop.values():
        chosen = _chosen(items)
        kept += [*chosen, *(item for item in items if item.path == just_made and item not in chosen)]
        spared.update(item.path for item in (*items[:FEWEST], *_furthest(items)))
    kept.sort(key=lambda item: item.at.timestamp(), reverse=True)
    total = sum(item.size for item in kept)
    for item in reversed(kept.copy()):
        if total <= largest:
            break
        if item.path not in spared:
            kept.remove(item)
            total -= item.size
    gone = [item.path for item in found if item.sound and item not in kept]
    for path in gone:
        with contextlib.suppress(OSError):
            path.unlink()
    return gone


def restore(backup: Backup, target: Path) -> Path:
    """Bring a safety copy back as a new file and return its path; a file that is there is never replaced.

    Raises UserFault ``backup-damaged`` where the copy is not sound.
    """
    path = _free(target)
    try:
        probe(backup.path)
        copy_file(backup.path, path)
    except UserFault as fault:
        raise UserFault("backup-damaged", name=backup.path.name) from fault
    return path


def _listed(folder: Path, *, counted: bool) -> list[Backup]:
    if not folder.is_dir():
        return []
    found: list[Backup] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        # A flashdisk may be pulled out while it is being read.
        with contextlib.suppress(OSError):
            if not path.name.startswith("."):
                found.append(_read(path, counted=counted))
    return sorted(found, key=lambda item: (item.at.timestamp(), item.path.name), reverse=True)


def _chosen(items: list[Backup]) -> list[Backup]:
    """Return the copies of one workshop (newest first) that the rules keep."""
    last_day = items[0].at.date()
    kept = {item.path for item in items[:FEWEST]}
    kept.update(item.path for item in _furthest(items))
    kept.update(item.path for item in items if item.at.date() == last_day)
    rules: tuple[tuple[int, Period], ...] = (
        (DAYS, lambda at: at.date()),
        (WEEKS, lambda at: at.isocalendar()[:2]),
        (MONTHS, lambda at: (at.year, at.month)),
    )
    for count, period in rules:
        newest: dict[object, Path] = {}
        for item in items:
            newest.setdefault(period(item.at), item.path)
        kept.update(list(newest.values())[:count])
    return [item for item in items if item.path in kept]


def _furthest(items: list[Backup]) -> list[Backup]:
    """Return the copies in which most had been written: the newest ones where the clock went back."""
    return sorted(items, key=lambda item: item.tick, reverse=True)[:FEWEST]


def _sweep(folder: Path, before: datetime) -> None:
    """Delete what was left over of copies that a power cut ended."""
    for path in folder.glob(f"{_LEFT_OVER}*"):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < before.timestamp():
                path.unlink()


def _read(path: Path, *, counted: bool = True) -> Backup:
    """Return what a copy says of itself; its pages were checked when it was made and are again before use."""
    stat = path.stat()
    unread = Backup(
        path,
        RowId(""),
        path.stem,
        datetime.fromtimestamp(stat.st_mtime).astimezone(),
        stat.st_size,
        sound=False,
    )
    try:
        db = connect_reading(path)
    except DatabaseError:
        return unread
    try:
        return _described(db, unread, counted=counted)
    except (DatabaseError, KeyError, ValueError):
        return unread
    finally:
        db.close()


def _described(db: Database, unread: Backup, *, counted: bool) -> Backup:
    conn: Connection = db.conn
    meta = dict(conn.execute("SELECT key, val FROM meta").fetchall())
    kinds = meta["tables"].split() if counted else []
    counts = {name: rows.count(db, name) for name in kinds if name in CATALOG}
    return replace(
        unread,
        workshop=RowId(meta["workshop"]),
        title=_title(db) or unread.title,
        at=datetime.fromisoformat(meta[_COPIED]) if _COPIED in meta else unread.at,
        rows=sum(counts.values()),
        notes=counts.get("note", 0),
        sound=True,
        mark=meta.get(_MARK, ""),
        tick=int(conn.execute("SELECT coalesce(max(tick), 0) FROM act").fetchone()[0]),
    )


def _title(db: Database) -> str:
    conn: Connection = db.conn
    found = conn.execute("SELECT title FROM workshop WHERE alive = 1").fetchone()
    return str(found[0] or "") if found else ""


def _free(path: Path) -> Path:
    """Return a path that is not taken: the given one, or with a number behind its name."""
    free = path
    number = 1
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free
