"""Row ids: time-ordered UUIDs made on this laptop from the first keystroke, and ids derived from others."""

import random
import re
import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Final, NewType

RowId = NewType("RowId", str)
Clock = Callable[[], datetime]
"""Returns the present moment, aware of its time zone."""

NO_ROW: Final = RowId("")
_ROW_ID: Final = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


class IdSource:
    """Makes time-ordered row ids (UUID version 7, RFC 9562) from a clock and a random source."""

    def __init__(self, clock: Clock, rng: random.Random | None = None) -> None:
        """Take the clock, and a seeded random source where ids must repeat (tests, the sample)."""
        self._clock = clock
        self._rng = rng or random.SystemRandom()
        self._last = 0

    def new(self) -> RowId:
        """Return a fresh id; ids of one source sort in the order they were made."""
        stamp = int(self._clock().timestamp() * 1000) << 12
        self._last = max(self._last + 1, stamp)
        high = ((self._last >> 12) << 16) | 0x7000 | (self._last & 0xFFF)
        low = (0b10 << 62) | self._rng.getrandbits(62)
        return RowId(str(uuid.UUID(int=(high << 64) | low)))

    def writer(self) -> int:
        """Return 63 random bits: the id of one opening of the file by one person on one laptop."""
        return self._rng.getrandbits(62) | (1 << 62)


def derived(workshop: RowId, ent: str, *keys: str) -> RowId:
    """Return the id of a row that exists once per ``keys``, so that two laptops make one row (uuid5)."""
    return RowId(str(uuid.uuid5(uuid.UUID(workshop), "\x1f".join((ent, *keys)))))


def is_row_id(text: str) -> bool:
    """Tell whether a text that came from outside is written as row ids are."""
    return bool(_ROW_ID.fullmatch(text))
