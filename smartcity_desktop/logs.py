"""One rotating log file in the profile folder: what the program did, never what people wrote."""

import logging
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Final

FILE_NAME: Final = "program.log"
_MAX_BYTES: Final = 512_000
_KEPT: Final = 4
_FORMAT: Final = "%(asctime)s %(levelname)s %(name)s %(message)s"
_ROOTS: Final = ("smartcity_desktop", "ui")


class _Rotating(logging.FileHandler):
    """A log file that begins anew when it is full; the last full ones stay beside it as ``.1`` to ``.4``.

    The one of the standard library is not used: loading it loads the network, which this program leaves out.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record, into a new file where the old one is full."""
        with suppress(OSError):
            # Where the files cannot be moved, the log rather grows than falls silent.
            if Path(self.baseFilename).stat().st_size >= _MAX_BYTES:
                self._begin_anew()
        super().emit(record)

    def _begin_anew(self) -> None:
        if self.stream is not None:
            self.stream.close()
            # Opened again by the next record.
            self.stream = None
        full = Path(self.baseFilename)
        older = [full, *(full.with_name(f"{full.name}.{number}") for number in range(1, _KEPT + 1))]
        for source, target in reversed(list(pairwise(older))):
            if source.exists():
                source.replace(target)


def start(profile: Path) -> Path:
    """Write the loggers of this program to ``profile/logs``; return the file (twice is as once)."""
    folder = profile / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / FILE_NAME
    if not _handlers():
        # One handler for all loggers: a file that is open twice cannot be moved on Windows.
        handler = _Rotating(target, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter(_FORMAT))
        for name in _ROOTS:
            logging.getLogger(name).addHandler(handler)
    for name in _ROOTS:
        logging.getLogger(name).setLevel(logging.INFO)
    return target


def stop() -> None:
    """Close the log file (tests, and before a profile folder is removed)."""
    for handler in _handlers():
        for name in _ROOTS:
            logging.getLogger(name).removeHandler(handler)
        handler.close()


def _handlers() -> set[_Rotating]:
    return {
        handler
        for name in _ROOTS
        for handler in logging.getLogger(name).handlers
        if isinstance(handler, _Rotating)
    }
