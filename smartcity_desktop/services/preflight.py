"""Cek Sebelum Acara: asks the laptop. Needs no workshop; for the side pool, as a flashdisk may be slow."""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from smartcity_desktop.domain import preflight as judge
from smartcity_desktop.domain.ids import Clock
from smartcity_desktop.domain.preflight import Check, Drive, FolderFacts, Power
from smartcity_desktop.paths import can_write, shelf
from smartcity_desktop.settings import CopyPlaces
from smartcity_desktop.storage.certificate import every_doubled
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import workshop

_SUPPLIES: Final = Path("/sys/class/power_supply")
_FONTS: Final = (
    *("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSans-Italic.ttf"),
    *("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
)
_UNKNOWN: Final = 255
_NO_BATTERY: Final = 128
_DRIVES: Final[Mapping[int, Drive]] = {2: "removable", 4: "network"}
"""What GetDriveType says (Windows)."""
_MOUNTS: Final = Path("/proc/self/mounts")
_NETWORKS: Final = frozenset({"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.gvfsd-fuse"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked at: the workshop file (None where none is open), its zone and paper, where copies go.

    ``doubled`` are numbers that stand on more than one certificate of it.
    """

    places: CopyPlaces
    clock: Clock
    paper: str = "F4"
    path: Path | None = None
    zone: str = ""
    is_read_only: bool = False
    doubled: tuple[int, ...] = ()


class PreflightService:
    """Says what the open workshop adds to the checks of the laptop."""

    def __init__(self, store: Store, places: CopyPlaces) -> None:
        """Stand on the open file; ``places`` says where its safety copies go."""
        self._store, self._places = store, places

    def asked(self) -> Asked:
        """Return what is to be looked at for this workshop."""
        found = workshop(self._store.db)
        space = self._store.workspace
        paper = found.paper or "F4"
        doubled = every_doubled(self._store.db, found)
        return Asked(self._places, self._store.clock, paper, space.path, found.zone, space.read_only, doubled)


def look(asked: Asked) -> tuple[Check, ...]:
    """Return the checks that need no window, each with real facts of this laptop. Slow: for the side pool."""
    folder = asked.path.parent if asked.path else asked.places.first
    second = asked.places.second
    return (
        judge.battery(power()),
        judge.disk(_free(folder)),
        judge.clock(asked.clock(), newest_file(asked), asked.zone),
        judge.copies(
            _folder(asked.places.first),
            _folder(second) if second else None,
            is_one_disk=second is not None and _is_one_disk(asked.places.first, second),
        ),
        judge.place(
            asked.path,
            drive=drive_of(asked.path) if asked.path is not None else "",
            is_read_only=asked.is_read_only,
        ),
        *judge.certificates(asked.doubled),
        judge.fonts([name for name in _FONTS if not shelf("fonts", name).is_file()]),
    )


def power(supplies: Path = _SUPPLIES) -> Power | None:
    """Return what the laptop says of its power, None where it does not say."""
    if sys.platform == "win32":
        return _windows_power()
    return _linux_power(supplies)


def newest_file(asked: Asked) -> datetime | None:
    """Return when the workshop file or a safety copy was written last, None where there is none."""
    times = [at for path in _files(asked) if (at := _written(path)) is not None]
    return max(times, default=None)


def _files(asked: Asked) -> Iterator[Path]:
    if asked.path is not None:
        yield asked.path
    for folder in asked.places.every:
        try:
            yield from folder.glob("*.bimtek")
        except OSError:
            continue


def _written(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)
    except (OSError, OverflowError, ValueError):
        return None


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(_standing(folder)).free
    except OSError:
        return None


def _folder(folder: Path) -> FolderFacts:
    return FolderFacts(str(folder), folder.is_dir(), can_write(_standing(folder)), _free(folder))


def _is_one_disk(first: Path, second: Path) -> bool:
    """Tell whether both folders lie on one disk; one that a cloud program keeps lies elsewhere too."""
    if judge.in_cloud(second / "-"):
        return False
    try:
        return _disk(first) == _disk(second)
    except OSError:
        return False


def _disk(folder: Path) -> int:
    return _standing(folder).stat().st_dev


def _standing(folder: Path) -> Path:
    """Return the folder, or the one above it that is there: that of copies is made with the first copy."""
    return next((item for item in (folder, *folder.parents) if item.is_dir()), folder)


def _linux_power(supplies: Path) -> Power | None:
    try:
        found = sorted(supplies.iterdir())
    except OSError:
        return None
    kinds = {item: _said(item, "type") for item in found}
    batteries = [
        item for item, kind in kinds.items() if kind == "Battery" and _said(item, "scope") != "Device"
    ]
    mains = [
        item for item, kind in kinds.items() if kind in {"Mains", "USB"} and _said(item, "online") == "1"
    ]
    if not batteries:
        return Power(None, is_plugged=True) if found else None
    percents = [int(said) for item in batteries if (said := _said(item, "capacity")).isdigit()]
    if not percents:
        return None
    charging = any(_said(item, "status") in {"Charging", "Full", "Not charging"} for item in batteries)
    return Power(sum(percents) // len(percents), is_plugged=bool(mains) or charging)


def _said(supply: Path, name: str) -> str:
    try:
        return (supply / name).read_text("ascii", "replace").strip()
    except OSError:
        return ""


class _SystemPower(ctypes.Structure):
    """SYSTEM_POWER_STATUS of the Windows API."""

    _fields_ = (
        ("line", ctypes.c_ubyte),
        ("flag", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("left", ctypes.c_ulong),
        ("full", ctypes.c_ulong),
    )


def _windows_power() -> Power | None:
    status = _SystemPower()
    kernel = getattr(ctypes, "windll", None)
    if kernel is None or not kernel.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
        return None
    if status.flag != _UNKNOWN and status.flag & _NO_BATTERY:
        return Power(None, is_plugged=True)
    if status.percent == _UNKNOWN:
        return None
    return Power(int(status.percent), is_plugged=status.line == 1)


def drive_of(path: Path, mounts: Path = _MOUNTS) -> Drive:
    """Return on what a file lies as far as the system tells."""
    kernel = getattr(ctypes, "windll", None)
    if kernel is None:
        return _linux_drive(path, mounts)
    drive = os.path.splitdrive(path.resolve())[0]
    if drive.startswith("\\\\"):
        return "network"
    return _DRIVES.get(kernel.kernel32.GetDriveTypeW(f"{drive}\\"), "") if drive else ""


def _linux_drive(path: Path, mounts: Path) -> Drive:
    """Return ``network`` where the innermost mount above a file is one; flashdisks are told by their path."""
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    told = (line.split(maxsplit=3) for line in lines if line.count(" ") > 1)
    known = {Path(place.replace("\\040", " ")): kind for _device, place, kind, *_rest in told}
    kind = next((known[item] for item in path.resolve().parents if item in known), "")
    return "network" if kind in _NETWORKS else ""
