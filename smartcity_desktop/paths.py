"""Where things lie: the shelf beside the program, the profile of this person, safe file names."""

import os
import re
import secrets
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

APP_DIR: Final = "SmartCityDesktop"
NAME_LIMIT: Final = 80
_WINDOWS_BUSY: Final = frozenset({5, 32, 33})
_RETRY_SECONDS: Final = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)
_RESERVED: Final = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])$", re.IGNORECASE)


def shelf(*parts: str) -> Path:
    """Return the path of a file or folder of ``resources/``, from source and from the built folder alike."""
    frozen = getattr(sys, "_MEIPASS", None)
    base = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return base.joinpath("resources", *parts)


def profile_dir(chosen: Path | None = None) -> Path:
    """Return the profile folder (settings, logs, safety copies), made if missing.

    ``chosen`` is the folder given with ``--profile``; otherwise %LOCALAPPDATA% or XDG_DATA_HOME decides.
    """
    if chosen is None:
        root = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_DATA_HOME")
        chosen = (Path(root) if root else Path.home() / ".local" / "share") / APP_DIR
    chosen.mkdir(parents=True, exist_ok=True)
    return chosen.resolve()


def safe_name(text: str, *, limit: int = NAME_LIMIT) -> str:
    """Return ``text`` as a file name of at most ``limit`` letters that Windows, NTFS and Linux all accept."""
    kept = re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f]', " ", text)
    kept = re.sub(r"\s+", " ", kept).strip(" .")[:limit].strip(" .")
    if not kept or _RESERVED.match(kept.split(".")[0]):
        kept = f"berkas {kept}".strip()
    return kept


def replace_file(target: Path, write: Callable[[Path], None]) -> None:
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
