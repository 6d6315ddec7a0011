"""Where things lie: the shelf beside the program, the profile of this person, safe file names."""

import json
import os
import re
import secrets
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

APP_DIR: Final = "SmartCityDesktop"
SETTINGS_FILE: Final = "pengaturan.json"
"""What every profile folder holds, and by which one is known."""
POINTER: Final = "profil.json"
"""In the usual profile folder: ``{"folder": …}`` where the profile was moved elsewhere."""
NAME_LIMIT: Final = 80
_WINDOWS_BUSY: Final = frozenset({5, 32, 33})
_RETRY_SECONDS: Final = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)
_RESERVED: Final = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])$", re.IGNORECASE)


def shelf(*parts: str) -> Path:
    """Return the path of a file or folder of ``resources/``, from source and from the built folder alike."""
    return _shelf(getattr(sys, "_MEIPASS", None)).joinpath(*parts)


@cache
def _shelf(frozen: str | None) -> Path:
    """Return ``resources/``; found out once, as every icon and every table asks for it."""
    base = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return base / "resources"


@dataclass(frozen=True, slots=True)
class Profile:
    """Where this person's settings, logs and safety copies lie.

    ``home`` is the usual folder, None where ``--profile`` decides. ``missing`` is the folder where the
    profile should be and cannot be now: the one it was moved to, so that the usual one has to do, or that one
    or the chosen one (no home, locked, full), so that a temporary one has to do and ``home`` is None.
    """

    folder: Path
    home: Path | None = None
    missing: Path | None = None


def find_profile(chosen: Path | None = None) -> Profile:
    """Return the profile, its folder made if missing.

    ``chosen`` is the folder given with ``--profile``; otherwise %LOCALAPPDATA% or XDG_DATA_HOME decides, and
    the pointer that a move has left there.
    """
    if chosen is not None:
        return Profile(_made(chosen)) if _is_usable(chosen) else Profile(_stopgap(), None, chosen)
    home = _usual()
    if not _is_usable(home):
        return Profile(_stopgap(), None, home)
    home = home.resolve()
    moved = pointed(home)
    if moved is None:
        return Profile(home, home)
    # Another flashdisk may bear the same letter: only a folder with settings is a profile.
    if (moved / SETTINGS_FILE).is_file() and can_write(moved):
        return Profile(moved, home)
    return Profile(home, home, moved)


def _usual() -> Path:
    root = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_DATA_HOME")
    return (Path(root) if root else Path(os.path.expanduser("~"), ".local", "share")) / APP_DIR  # noqa: PTH111 - Path.home fails for a user without a home


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


def _is_usable(folder: Path) -> bool:
    try:
        return can_write(_made(folder))
    except OSError:
        return False


def _stopgap() -> Path:
    return Path(tempfile.mkdtemp(prefix=f"{APP_DIR}-")).resolve()


def profile_dir(chosen: Path | None = None) -> Path:
    """Return the folder of the profile, made if missing."""
    return find_profile(chosen).folder


def pointed(home: Path) -> Path | None:
    """Return where the usual profile folder says that the profile is; None where it is there itself."""
    try:
        found = json.loads((home / POINTER).read_text(encoding="utf-8"))
        folder = Path(found["folder"])
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return folder if folder.is_absolute() and folder != home else None


def point(home: Path, folder: Path) -> None:
    """Let the profile be found in ``folder`` from the next start on. Raises OSError."""
    if folder == home:
        (home / POINTER).unlink(missing_ok=True)
        return
    text = json.dumps({"folder": str(folder)}, ensure_ascii=False)
    replace_file(home / POINTER, lambda path: path.write_bytes(text.encode("utf-8")))


def can_write(folder: Path) -> bool:
    """Tell whether a file can be made in a folder that is there."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def safe_name(text: str, *, limit: int = NAME_LIMIT) -> str:
    """Return ``text`` as a file name of at most ``limit`` letters that Windows, NTFS and Linux all accept."""
    kept = re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f]', " ", text)
    kept = re.sub(r"\s+", " ", kept).strip(" .")[:limit].strip(" .")
    if not kept or _RESERVED.match(kept.split(".")[0]):
        kept = f"berkas {kept}".strip()
    return kept


def with_ending(chosen: str, ending: str) -> Path:
    """Return a path that a person chose with an ending (``.pdf``) behind its name, which may hold dots."""
    return Path(chosen if chosen.lower().endswith(ending) else f"{chosen}{ending}")


def unused(target: Path) -> Path:
    """Return ``target``, or with a number behind its name where that is taken: ``Dossier (2).pdf``."""
    found, number = target, 1
    while found.exists():
        number += 1
        found = target.with_name(f"{target.stem} ({number}){target.suffix}")
    return found


def replace_file(target: Path, write: Callable[[Path], object]) -> None:
    """Make ``target`` whole or not at all: ``write`` fills a file beside it, which then takes its place.

    On Windows a virus scanner or indexer may hold the target for a moment: errors 5, 32 and 33 are tried
    again for about 2.5 seconds.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".tmp-{secrets.token_hex(6)}{target.suffix}")
    temporary.open("xb").close()
    try:
        write(temporary)
        with temporary.open("rb+") as stream:
            os.fsync(stream.fileno())
        _swap(temporary, target)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def rename(source: Path, target: Path) -> None:
    """Give a file or folder another name, as patiently as ``replace_file``. Raises OSError."""
    _swap(source, target)


def _swap(source: Path, target: Path) -> None:
    for pause in _RETRY_SECONDS:
        try:
            source.replace(target)
        except OSError as fault:
            if getattr(fault, "winerror", None) not in _WINDOWS_BUSY:
                raise
            time.sleep(pause)
        else:
            return
    source.replace(target)
