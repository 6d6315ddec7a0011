"""Serah terima data: a folder with everything that was worked out, which proves itself first.

Only the copy of the file is taken on the data thread. Everything else is read from that copy, beside the
thread that saves. A bundle appears under its name after every file in it was read again and opened.
"""

import hashlib
import os
import secrets
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Final

from smartcity_desktop.domain import data_table
from smartcity_desktop.domain import package as words
from smartcity_desktop.domain.data_table import printed_tables
from smartcity_desktop.domain.ids import Clock, IdSource
from smartcity_desktop.domain.package import Bundle, Listed, PackageWish, Verdict
from smartcity_desktop.domain.paper_book import BookPaper
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.print_word import takes_word
from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.errors import DiskFault, Fault
from smartcity_desktop.paths import can_write, rename, replace_file, safe_name, unused
from smartcity_desktop.storage import bare_copy, copying
from smartcity_desktop.storage.package import bundle, renamed
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workspace import Workspace

SUFFIX: Final = ".bimtek"
_TEMPORARY: Final = ".tmp-"
_BLOCK: Final = 1 << 20
_STALE: Final = 86_400.0
"""Seconds after which nobody can still be writing a bundle."""
_LEAST_ROOM: Final = 8 << 20
"""Bytes that are free where a disk is not full: more than the largest of our files."""
_ELSEWHERE: Final = frozenset({"print-not-saved", "disk-full", "disk-fault"})
"""What a disk that takes no more is called where other files are written."""
_NAME_LIMIT: Final = 45
_BOOK_LIMIT, _TABLE_LIMIT = 45, 90
"""Letters of names of folders and files: a path must stay below what other programs can open."""
_PERSONAL: Final = "DATA PRIBADI"
_NO_PACKAGE: Final = (
    f"Folder ini bukan paket serah terima: {words.SUMS} tidak ada atau tidak bisa dibaca. "
    "Pilih folder paket itu sendiri, bukan folder di atasnya."
)
Told = Callable[[str, int, int], None]
"""Hears what is being done, steps done, and of how many (0: not known yet); what it raises ends the work."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The copy that a bundle is made from: the folder in which it stands, and where the bundle goes."""

    folder: Path
    parent: Path
    wish: PackageWish
    clock: Clock
    person: str


@dataclass(frozen=True, slots=True)
class Handed:
    """A bundle that was written and verified."""

    folder: Path
    verdict: Verdict
    left: tuple[words.Left, ...] = ()


class PackageService:
    """Takes what a bundle is made of from the open file."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def prepare(self, parent: Path, wish: PackageWish) -> Prepared:
        """Copy the file into a new folder; ``write`` does the rest.

        What personal data have to be taken out of stands beside the file itself until that is done, or on
        this laptop where the file lies on a medium that takes nothing: a medium that is pulled out too early
        never holds them. Raises DiskFault ``folder-unusable``, ``package-full``
        or ``package-lost``; nothing is left behind then.
        """
        store = self._store
        begun = parent if wish.personal else _begun(store.workspace.path.parent)
        folder = begun / f"{_TEMPORARY}{secrets.token_hex(6)}"
        try:
            parent.mkdir(parents=True, exist_ok=True)
            (folder / words.DATABASE).mkdir(parents=True)
        except OSError:
            raise DiskFault("folder-unusable", name=parent) from None
        if not can_write(parent):
            _remove(folder)
            raise DiskFault("folder-unusable", name=parent)
        for place in {parent, begun}:
            _sweep(place, store.clock().timestamp() - _STALE)
        try:
            if not store.workspace.read_only:
                store.workspace.journal.seal()
            name = f"{safe_name(store.workspace.path.stem)}{SUFFIX}"
            copying.verified_copy(store.db.conn, folder / words.DATABASE / name)
        except DiskFault as fault:
            _remove(folder)
            raise (_unwritten(parent, begun) if fault.code in _ELSEWHERE else fault) from None
        except BaseException:
            _remove(folder)
            raise
        return Prepared(folder, parent, wish, store.clock, store.person)


def write(prepared: Prepared, told: Told) -> Handed:
    """Write, verify and name a bundle; return where it is. Slow: a minute or more, for the side pool.

    Without personal data everything is read from the copy after it was emptied of them: what is not in it
    cannot stand in any table or print. Raises DiskFault ``package-full`` or ``package-lost`` where the disk
    takes no more, ``package-broken`` where a file is not what was written, and whatever ``told`` raises;
    nothing is left behind then.
    """
    try:
        found = _gathered(prepared, told)
        verdict = _filled(prepared.folder, found, told)
        name = f"Serah terima {found.title[:_NAME_LIMIT].strip()} {found.made_at.date().isoformat()}"
        # Whoever copies it on sees by its name that it is not for everybody.
        name += f" {_PERSONAL}" if prepared.wish.personal else ""
        target = unused(prepared.parent / safe_name(name))
        _put(prepared.folder, target)
    except OSError:
        raise _unwritten(prepared.parent, prepared.folder.parent) from None
    except DiskFault as fault:
        if fault.code in _ELSEWHERE:
            raise _unwritten(prepared.parent, prepared.folder.parent) from None
        raise
    finally:
        _remove(prepared.folder)
    return Handed(target, verdict, found.left)


def _begun(beside: Path) -> Path:
    """Return where a copy stands until personal data are taken out of it."""
    return beside if can_write(beside) else Path(tempfile.gettempdir())


def _unwritten(*folders: Path) -> DiskFault:
    """Return why a bundle could not be written: no room, or a medium that is gone or takes nothing."""
    for folder in folders:
        name = folder.name or str(folder)
        if not can_write(folder):
            return DiskFault("package-lost", name=name)
        if shutil.disk_usage(folder).free < _LEAST_ROOM:
            return DiskFault("package-full", name=name)
    return DiskFault("package-lost", name=folders[0].name)


def _put(folder: Path, target: Path) -> None:
    """Give a finished bundle its name; on another disk it is copied and verified once more.

    Raises OSError, or DiskFault ``package-broken`` where the copy is not what was made.
    """
    try:
        rename(folder, target)
    except OSError:
        beside = target.with_name(f"{_TEMPORARY}{secrets.token_hex(6)}")
        try:
            shutil.copytree(folder, beside)
            if not verify(beside).is_sound:
                raise DiskFault("package-broken", name=target.parent.name) from None
            rename(beside, target)
        finally:
            _remove(beside)


def _sweep(parent: Path, before: float) -> None:
    """Remove what a bundle left behind whose medium was pulled out, or that a power cut ended."""
    with suppress(OSError):
        for folder in parent.glob(f"{_TEMPORARY}*"):
            if (folder / words.DATABASE).is_dir() and folder.stat().st_mtime < before:
                _remove(folder)


def discard(prepared: Prepared) -> None:
    """Throw away what was prepared and is not wanted any more."""
    _remove(prepared.folder)


def verify(folder: Path, told: Told | None = None) -> Verdict:
    """Return whether a bundle is whole: every file hashed again, the copy opened and its journal checked."""
    try:
        wanted = words.listed((folder / words.SUMS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Verdict(faults=(_NO_PACKAGE,))
    there = {path for path in _paths(folder) if path != words.SUMS}
    changed, missing, faults = [], sorted(wanted.keys() - there), []
    size = 0
    for number, (path, digest) in enumerate(sorted(wanted.items()), start=1):
        if told is not None:
            told(path, number, len(wanted))
        if path in missing:
            continue
        try:
            found = _listed(folder, path)
        except OSError:
            faults.append(f"{path}: tidak bisa dibaca dari disk.")
            continue
        size += found.size
        if found.sha256 != digest:
            changed.append(path)
        elif fault := _opened(folder / path):
            faults.append(f"{path}: {fault}")
    strange = there - wanted.keys()
    added = tuple(
        sorted(path for path in strange if PurePosixPath(path).name.lower() not in words.OF_SYSTEMS)
    )
    return Verdict(len(wanted), size, tuple(changed), tuple(missing), added, tuple(faults))


def _gathered(prepared: Prepared, told: Told) -> Bundle:
    """Return everything that the copy says, after what is personal was taken out of it."""
    copy = next((prepared.folder / words.DATABASE).iterdir())
    ids = IdSource(prepared.clock)
    told("Salinan berkas Bimtek", 0, 0)
    if not prepared.wish.personal:
        bare_copy.withhold(copy, prepared.clock().isoformat(timespec="seconds"))
    opened = Workspace.open(
        copy, clock=prepared.clock, ids=ids, laptop="", person=prepared.person, looking=True
    )
    with opened:
        store = Store(opened, prepared.clock, ids, prepared.person)
        return bundle(store, prepared.wish, lambda name: told(name, 0, 0))


def _filled(folder: Path, found: Bundle, told: Told) -> Verdict:
    steps = list(_steps(folder, found))
    for number, (name, step) in enumerate(steps):
        told(name, number, len(steps) + 1)
        step()
    copy = next((folder / words.DATABASE).iterdir())
    # Whoever opens it looks at it: it stays what was handed over.
    copy.chmod(stat.S_IREAD | stat.S_IRGRP | stat.S_IROTH)
    files = [_listed(folder, path) for path in _paths(folder)]
    _text(folder / words.README, words.readme(found, files), mark=True)
    files.append(_listed(folder, words.README))
    _text(folder / words.SUMS, words.sums(files))
    told("Memeriksa paket", len(steps), len(steps) + 1)
    verdict = verify(folder)
    if not verdict.is_sound or verdict.added:
        raise DiskFault("package-broken", name=folder.parent.name)
    return verdict


def _steps(folder: Path, found: Bundle) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what is to be written, by the name that progress is told with."""
    for job in renamed(found.jobs):
        if found.wish.prints:
            yield job.name, partial(_print, folder, job)
        if found.wish.tables and isinstance(job.picture, BookPaper):
            called = safe_name(job.picture.book.number or job.name, limit=_BOOK_LIMIT)
            yield f"{job.name} (CSV)", partial(_book_tables, folder / words.PLAIN / called, job)
        if found.wish.words and takes_word(job.kind):
            yield f"{job.name} (Word)", partial(_word, folder, job)
    if found.tables:
        yield "Tabel Excel", partial(_workbook, folder, found)
        for number, table in enumerate(found.tables, start=1):
            name = safe_name(f"{number:02} {table.title}")
            yield table.title, partial(_table, folder / words.PLAIN / f"{name}.csv", table)
    for name, text in found.texts:
        target = folder / words.TEXTS / f"{safe_name(name)}.txt"
        yield name, partial(_beside, target, text.replace("\n", "\r\n").encode("utf-8-sig"))
    for name, content in found.photos:
        yield name, partial(_beside, folder / words.PHOTOS / safe_name(name), content)


def _print(folder: Path, job: PrintJob) -> None:
    from smartcity_desktop.reporting import families, page, pages

    pdf = families.whole(job, _unheard)
    if pdf is None:
        found = [part for item in job.jobs or (job,) for part in families.parts(item)]
        pdf = page.press(found, title=job.name if len(found) > 1 else "")
    _bytes(folder / words.PRINTS / f"{safe_name(job.name)}.pdf", pdf)
    told = "\n\n".join(pages.texts(pdf))
    target = folder / words.TEXTS / "Cetakan" / f"{safe_name(job.name)}.txt"
    _text(target, "\r\n".join(told.splitlines()), mark=True)


def _word(folder: Path, job: PrintJob) -> None:
    from smartcity_desktop.reporting import docx_families

    if isinstance(job.picture, BookPaper):
        # Whoever goes on writing wants what was proposed as well.
        job = replace(job, picture=replace(job.picture, draft=True), name=f"{job.name} (draf)")
    target = folder / words.WORDS / f"{safe_name(job.name)}.docx"
    _bytes(target, docx_families.written(job, _unheard))


def _unheard(_done: int, _total: int) -> None:
    """Hear of steps inside one file, of which nobody is told."""


def _workbook(folder: Path, found: Bundle) -> None:
    from smartcity_desktop.exchange import analysis_xlsx

    target = folder / words.TABLES / f"{safe_name(found.title)}.xlsx"
    analysis_xlsx.write(found.tables, found.title, target)


def _table(target: Path, table: TableSheet) -> None:
    _text(target, data_table.comma_separated(table), mark=True)


def _book_tables(folder: Path, job: PrintJob) -> None:
    """Write every table of a book under the number that it has in print."""
    if isinstance(job.picture, BookPaper):
        for name, table in printed_tables(job.picture):
            _table(unused(folder / f"{safe_name(name, limit=_TABLE_LIMIT)}.csv"), table)


def _text(target: Path, text: str, *, mark: bool = False) -> None:
    """Write a text; ``mark`` puts the sign of UTF-8 in front, by which spreadsheets know it."""
    _bytes(target, text.encode("utf-8-sig" if mark else "utf-8"))


def _beside(target: Path, content: bytes) -> None:
    """Write a file beside any of the same name: two books or sessions may be called the same."""
    _bytes(unused(target), content)


def _bytes(target: Path, content: bytes) -> None:
    replace_file(target, lambda path: path.write_bytes(content))


def _paths(folder: Path) -> list[str]:
    """Return every file of a folder by its path with forward strokes."""
    found = []
    for root, _, names in os.walk(folder):
        found += [str(PurePosixPath((Path(root) / name).relative_to(folder).as_posix())) for name in names]
    return sorted(found)


def _listed(folder: Path, path: str) -> Listed:
    digest, size = hashlib.sha256(), 0
    with (folder / path).open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return Listed(path, size, digest.hexdigest())


def _opened(path: Path) -> str:
    """Return in a sentence why a file that is as it was cannot be opened, empty where it can."""
    if path.suffix == SUFFIX:
        return "" if _is_sound(path) else "berkas Bimtek tidak utuh."
    if path.suffix in {".xlsx", ".docx"}:
        try:
            with zipfile.ZipFile(path) as archive:
                return "isinya rusak." if archive.testzip() else ""
        except (OSError, zipfile.BadZipFile):
            return "tidak bisa dibuka."
    if path.suffix == ".pdf":
        return "" if _is_pdf(path) else "tidak bisa dibuka."
    return ""


def _is_sound(path: Path) -> bool:
    try:
        return copying.is_sound(path)
    except (Fault, OSError):
        return False


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(5) == b"%PDF-"


def _remove(folder: Path) -> None:
    """Remove a folder of our own that is not wanted; what cannot be removed does no harm."""
    with suppress(OSError):
        for root, _, names in os.walk(folder):
            for name in names:
                with suppress(OSError):
                    (Path(root) / name).chmod(stat.S_IREAD | stat.S_IWRITE)
        shutil.rmtree(folder, ignore_errors=True)
