"""One rotating log file in the profile folder: what the program did, never what people wrote."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

FILE_NAME: Final = "program.log"
_MAX_BYTES: Final = 512_000
_KEPT: Final = 4
_FORMAT: Final = "%(asctime)s %(levelname)s %(name)s %(message)s"
_ROOTS: Final = ("smartcity_desktop", "ui")


def start(profile: Path) -> Path:
    """Write the loggers of this program to ``profile/logs``; return the file (twice is as once)."""
    folder = profile / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / FILE_NAME
    for name in _ROOTS:
        logger = logging.getLogger(name)
        if not any(isinstance(item, RotatingFileHandler) for item in logger.handlers):
            handler = RotatingFileHandler(
                target, maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
            )
            handler.setFormatter(logging.Formatter(_FORMAT))
            logger.addHandler(handler)
        logger.setLevel(logging.INFO)
    return target


def stop() -> None:
    """Close the log file (tests, and before a profile folder is removed)."""
    for name in _ROOTS:
        logger = logging.getLogger(name)
        for handler in [item for item in logger.handlers if isinstance(item, RotatingFileHandler)]:
            logger.removeHandler(handler)
            handler.close()
