"""The time of the groups: told once by the file, then counted here without asking anybody."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from smartcity_desktop.domain.session import Session, countdown
from smartcity_desktop.domain.wording import clock_time
from ui.models.hall_clock import STEADY

ORANGE: Final = 0.20
RED: Final = 0.05
_TICK_MS: Final = 500


class Countdown(QObject):
    """What is left of the group time, in words, as a share, and how urgent it is."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None, steady: Callable[[], float] = STEADY) -> None:
        """Start without a countdown; ``steady`` returns seconds that only ever go on."""
        super().__init__(parent)
        self.session: Session | None = None
        self._left: timedelta | None = None
        self._steady, self._since = steady, 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.ticked)

    def show_session(self, session: Session | None, left: timedelta | None) -> None:
        """Count on from what is left now in the running session; None where no countdown runs."""
        before, counted = self.session, self.left
        self.session, self._left = session, _counted_on(before, session, counted, left)
        self._since = self._steady()
        if left is None or (session is not None and session.is_paused):
            self._timer.stop()
        else:
            self._timer.start()
        self.ticked.emit()

    @property
    def left(self) -> timedelta | None:
        """What is left now, negative when over."""
        if self._left is None or (self.session is not None and self.session.is_paused):
            return self._left
        return self._left - timedelta(seconds=self._steady() - self._since)

    @property
    def minutes(self) -> int:
        """The whole group time in minutes."""
        return (self.session.timer_minutes or 0) if self.session else 0

    @property
    def share(self) -> float:
        """What is left, 1 at the beginning and 0 at the end."""
        left = self.left
        if left is None or not self.minutes:
            return 0.0
        return min(1.0, max(0.0, left / timedelta(minutes=self.minutes)))

    @property
    def weight(self) -> str:
        """``calm``, ``warning`` in the last fifth, ``error`` in the last twentieth and after."""
        if self.left is None or self.share > ORANGE:
            return "calm"
        return "warning" if self.share > RED else "error"

    @property
    def words(self) -> str:
        """``41:20``, ``-02:05`` when over, a dash without a countdown."""
        left = self.left
        return "–" if left is None else countdown(left)

    @property
    def below(self) -> str:
        """``dari 75 menit · paruh waktu 9.52``."""
        half = self.session.half_time() if self.session else None
        if half is None or self.left is None:
            return ""
        return f"dari {self.minutes} menit · paruh waktu {_hour(half)}"

    @property
    def ends(self) -> str:
        """``selesai pukul 10.30``."""
        half = self.session.half_time() if self.session else None
        if half is None or self.left is None:
            return ""
        return f"selesai pukul {_hour(half + timedelta(minutes=self.minutes / 2))}"


def _counted_on(
    before: Session | None, now: Session | None, counted: timedelta | None, told: timedelta | None
) -> timedelta | None:
    """Return what is left of a countdown that was shown before: what was counted here, and minutes given.

    Only a countdown that is new, or begun anew, is told by the laptop's clock.
    """
    if before is None or now is None or counted is None or told is None or before.id != now.id:
        return told
    if before.timer_started_at != now.timer_started_at and not before.is_paused:
        return told
    return counted + timedelta(minutes=(now.timer_minutes or 0) - (before.timer_minutes or 0))


def _hour(moment: datetime) -> str:
    return clock_time(moment).removeprefix("0")
