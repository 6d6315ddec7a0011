"""The profile folder, moved with every file checked, and the letterhead that new workshops begin with."""

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from smartcity_desktop.domain.workshop import Letterhead
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.paths import APP_DIR, SETTINGS_FILE, can_write, point, replace_file
from smartcity_desktop.settings import AGENDA_FOLDER, KOP_PICTURE, SAFETY_FOLDER, SettingsFile

LOGS: Final = "logs"
_PARTS: Final = (SETTINGS_FILE, KOP_PICTURE, SAFETY_FOLDER, AGENDA_FOLDER, LOGS)
_UNFINISHED: Final = ".tmp-"
_CHUNK: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Move:
    """A profile on its way: where it is, the usual folder (which holds the pointer), where it goes."""

    source: Path
    home: Path
    target: Path


def destination(chosen: Path) -> Path:
    """Return the profile folder in a folder that a person chose: one of its own, or the profile it is."""
    is_profile = chosen.name == APP_DIR or (chosen / SETTINGS_FILE).is_file()
    return chosen if is_profile else chosen / APP_DIR


def move(task: Move) -> Path:
    """Copy the profile, compare each file with its source, then let the next start find it; return where.

    The old profile stays as it is, and what stands in the new place under the same name is renamed, never
    replaced. Raises UserFault ``profile-inside`` where one folder lies in the other, DiskFault
    ``profile-not-moved`` where the new place has no room or cannot be written; then nothing has changed.
    """
    source, target = task.source.resolve(), task.target.resolve()
    if source != target:
        if source.is_relative_to(target) or target.is_relative_to(source):
            raise UserFault("profile-inside")
        _bring(source, target)
    try:
        point(task.home, target)
    except OSError as fault:
        raise DiskFault("profile-not-moved", name=target) from fault
    return target


def letterhead(settings: SettingsFile) -> Letterhead | None:
    """Return the letterhead new workshops begin with, None where nobody filled one in."""
    value = settings.value
    found = Letterhead(value.kop_government, value.kop_agency, value.kop_address, settings.picture())
    return found if found != Letterhead() else None


def _bring(source: Path, target: Path) -> None:
    made: list[Path] = []
    aside: list[tuple[Path, Path]] = []
    try:
        target.mkdir(parents=True, exist_ok=True)
        for path in _files_with_room(source, target):
            made += _copied(path, target / path.relative_to(source), aside)
    except OSError as fault:
        _take_back(made, aside)
        raise DiskFault("profile-not-moved", name=target) from fault


def _take_back(made: Sequence[Path], aside: Sequence[tuple[Path, Path]]) -> None:
    """Leave the new place as it was, as far as it can still be reached: a flashdisk may be out by now."""
    for path in made:
        with suppress(OSError):
            path.unlink(missing_ok=True)
    for path, kept in aside:
        with suppress(OSError):
            kept.replace(path)


def _files_with_room(source: Path, target: Path) -> list[Path]:
    """Return the files to be copied; raises OSError where they have no room."""
    files = list(_files(source))
    needed = sum(path.stat().st_size for path in files)
    if not can_write(target) or shutil.disk_usage(target).free < needed:
        raise OSError
    return files


def _files(source: Path) -> Iterator[Path]:
    for part in _PARTS:
        place = source / part
        found = sorted(place.iterdir()) if place.is_dir() else [place]
        yield from (path for path in found if path.is_file() and not path.name.startswith(_UNFINISHED))


def _copied(path: Path, target: Path, aside: list[tuple[Path, Path]]) -> list[Path]:
    """Copy one file and read it again; return what was made: nothing where the same stands there already.

    What stood there goes into ``aside``: where it was, and where it is now.
    """
    seen: list[str] = []
    with path.open("rb") as stream:
        if target.is_file():
            if _digest(target) == _digest(path):
                return []
            kept = _aside(target)
            target.replace(kept)
            aside.append((target, kept))
        replace_file(target, partial(_fill, stream, seen))
    if [_digest(target)] != seen:
        target.unlink()
        raise OSError
    return [target]


def _fill(source: BinaryIO, seen: list[str], target: Path) -> None:
    # The log grows while it is read: what counts is what was read of it.
    found = hashlib.sha256()
    with target.open("wb") as stream:
        while chunk := source.read(_CHUNK):
            found.update(chunk)
            stream.write(chunk)
    seen.append(found.hexdigest())


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _aside(path: Path) -> Path:
    number = 1
    while (free := path.with_name(f"{path.stem} (lama {number}){path.suffix}")).exists():
        number += 1
    return free
