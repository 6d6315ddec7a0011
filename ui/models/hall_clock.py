"""The time of the hall: asked of the laptop's clock once while a block runs, then counted by a steady one.

Somebody who puts the laptop's clock right in the middle of a block must not move the time that is left.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject


def _steady() -> Callable[[], float]:
    """Return what counts seconds evenly, also while the laptop sleeps where the system can tell."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic if boot is None else lambda: time.clock_gettime(boot)


STEADY: Final = _steady()


class HallClock(QObject):
    """One for a window: whatever shows the time of the running block asks this one."""

    def __init__(self, parent: QObject | None = None, steady: Callable[[], float] = STEADY) -> None:
        """``steady`` returns seconds that only ever go on."""
        super().__init__(parent)
        self.steady = steady
        self._block: object = None
        self._told: datetime | None = None
        self._since = 0.0

    @classmethod
    def of(cls, home: QObject) -> "HallClock":
        """Return the clock that belongs to ``home`` (the bus of a window), made where there is none yet."""
        return home.findChild(cls) or cls(home)

    def tell(self, block: object, now: datetime) -> None:
        """Hear the laptop's time; it counts only where another block runs than before, or none (None)."""
        if self._told is None or block is None or block != self._block:
            self._told, self._since = now, self.steady()
        self._block = block

    def now(self) -> datetime:
        """Return the present moment of the hall. Raises ValueError before anybody told the time."""
        found = self.moment()
        if found is None:
            raise ValueError("nobody told the time yet")
        return found

    def moment(self) -> datetime | None:
        """Return the present moment of the hall, None before anybody told the time."""
        return None if self._told is None else self._told + timedelta(seconds=self.steady() - self._since)
