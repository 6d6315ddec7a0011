"""Photos of a session: what is kept of one, and the order in which several come in."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId

LONGEST_EDGE: Final = 2000
"""Pixels of the longer side of a kept photo at most: 80 mm on paper at more than 600 dots an inch."""
MOST_BYTES: Final = 1_000_000
"""Bytes of a kept photo at most."""
KIND: Final = "image/jpeg"
SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".jfif", ".png", ".webp", ".heic", ".heif"})
"""Endings by which photos are found among other files; what a file is its first bytes decide."""
_START: Final = b"\xff\xd8"
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
"""Markers of the frame header of the three kinds of JPEG that every reader and printer knows."""
_MARK: Final = 0xFF
_SCAN: Final = 0xDA
_CHANNELS: Final = frozenset({1, 3})


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo of a session; ``picture`` is the SHA-256 of its bytes, ``made_at`` an ISO moment or empty."""

    id: RowId = NO_ROW
    pos: str = ""
    session: RowId = NO_ROW
    opd: RowId = NO_ROW
    picture: str = ""
    caption: str = ""
    source_name: str = ""
    made_at: str = ""


@dataclass(frozen=True, slots=True)
class NewPhoto:
    """A photo that was read and re-encoded: a JPEG of at most ``MOST_BYTES`` without any data but its pixels.

    ``taken_at`` is what the camera's clock said, ``YYYY-MM-DDTHH:MM:SS`` with its zone where the camera knew
    it, empty where nothing is known.
    """

    content: bytes = field(repr=False)
    source_name: str = ""
    taken_at: str = ""


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture as pixels: four bytes each (red, green, blue, unused), rows from the top, without padding."""

    width: int
    height: int
    pixels: bytes = field(repr=False)


def is_named_photo(name: str) -> bool:
    """Return whether a file of this name says that it is a photo."""
    return PurePath(name).suffix.lower() in SUFFIXES


def in_order(photos: Iterable[NewPhoto]) -> list[NewPhoto]:
    """Return photos by the time they were taken; those without one follow in the order they came."""
    return sorted(photos, key=lambda item: item.taken_at[:19] or "~")


def jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels of a JPEG in grey or colour, None where the bytes are none."""
    if not content.startswith(_START):
        return None
    at = len(_START)
    while at + 4 <= len(content) and content[at] == _MARK and content[at + 1] != _SCAN:
        if content[at + 1] in _FRAMES:
            return _frame(content[at + 4 : at + 10])
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None


def _frame(header: bytes) -> tuple[int, int] | None:
    if len(header) < struct.calcsize(">BHHB"):
        return None
    _, height, width, channels = struct.unpack(">BHHB", header)
    return (width, height) if width and height and channels in _CHANNELS else None
