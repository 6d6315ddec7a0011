"""What the frame shows of the workshop itself: title, stage of the day, safety copies, what a stop left."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import Clock
from smartcity_desktop.domain.seal import Seal
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import clock_time, day_of, in_zone, long_date
from smartcity_desktop.domain.workshop import Stage, Workshop
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.safety import Second, SecondCopy, copy_second
from ui.context import Context, Services
from ui.translate import explain

_MINUTE_MS: Final = 60_000
_FELL_BACK: Final = (
    "Folder salinan pengaman tidak ada atau tidak bisa ditulisi, jadi salinan dibuat di folder bawaan. "
    "Periksa di Pengaturan (Ctrl+,)."
)


@dataclass(frozen=True, slots=True)
class Copies:
    """How safety copies went last: whether the usual folder had to do, and how the second one stands."""

    fell_back: bool = False
    second: Second = Second.NONE


@dataclass(frozen=True, slots=True)
class _Made:
    """What the data thread tells after it looked whether a copy is due."""

    fell_back: bool
    second: SecondCopy | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The workshop as the frame needs it, read in one go."""

    workshop: Workshop = field(default_factory=Workshop)
    stages: tuple[Stage, ...] = ()
    running: Session | None = None
    last: Session | None = None
    differences: int = 0
    backup_at: datetime | None = None
    stopped_at: datetime | None = None
    read_only: bool = False
    seal: Seal = field(default_factory=Seal)

    def stage_of(self, now: datetime) -> int:
        """Return the stage of the running session, else of this day, else of the last session or day."""
        today = now.date()
        days = [(item.number, day_of(item.date_start), day_of(item.date_end)) for item in self.stages]
        begun = [(number, end or start) for number, start, end in days if number and start and start <= today]
        ways = (
            next((item.number for item in self.stages if self._is_of(self.running, item)), None),
            next((number for number, end in begun if end >= today), None),
            next((item.number for item in self.stages if self._is_of(self.last, item)), None),
            max((number for number, _end in begun), default=None),
        )
        return next((number for number in ways if number), 1)

    @staticmethod
    def _is_of(session: Session | None, stage: Stage) -> bool:
        return session is not None and session.stage == stage.id

    def stopped_words(self, now: datetime) -> str:
        """Return the sentence after a stop that nobody wanted, empty after a good closing."""
        if self.stopped_at is None:
            return ""
        at = self.stopped_at.astimezone(now.tzinfo)
        day = "" if at.date() == now.date() else f" pada {long_date(at.date())}"
        words = (
            f"Program terhenti sekitar {clock_time(at)}{day} (listrik padam atau dimatikan). "
            f"Semua isian sampai {clock_time(at, seconds=True)} ada."
        )
        return f"{words}{_left_words(self.running, now)}"


def _left_words(running: Session | None, now: datetime) -> str:
    """Return what is left of the group time, else of the running block; empty where nothing is."""
    if running is None:
        return ""
    group, block = running.timer_left(now), running.left(now)
    left = block if group is None else group
    if left is None or left <= timedelta():
        return ""
    minutes = max(1, round(left.total_seconds() / 60))
    whose = "Waktu kelompok" if group is not None else f"Waktu “{running.title}”"
    return f" {whose} tersisa {minutes} menit."


def _began_at(session: Session) -> tuple[str, str]:
    return session.started_at or session.date, session.pos


def read_standing(services: Services, now: datetime) -> Standing:
    """Read it on the data thread."""
    age = services.safety.age(now)
    return Standing(
        services.workshop.get(),
        tuple(services.workshop.stages()),
        services.session.running(),
        max(services.session.sessions(), key=_began_at, default=None),
        services.count_differences(),
        now - age if age is not None else None,
        services.stopped_at,
        services.is_read_only,
        services.workshop.seal,
    )


class StandingKeeper(QObject):
    """Keeps the Standing fresh, and makes a safety copy when one is due."""

    changed = Signal(object)
    """The Standing after it was read."""
    began = Signal(object)
    """The first Standing after the file was opened."""
    said = Signal(str, str)
    """A sentence and its weight."""

    def __init__(self, services: Services, context: Context, clock: Clock, parent: QObject) -> None:
        """Listen for changes of the workshop and its stages."""
        super().__init__(parent)
        self._services, self._context, self._clock = services, context, clock
        self._standing = Standing()
        self._is_first = True
        self.copies = Copies()
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.look_at_backup)
        context.bus.subscribe({"workshop", "stage"}, self._read_again, self)

    @property
    def zone(self) -> str:
        """The time zone of the workshop: WIB, WITA or WIT."""
        return self._standing.workshop.zone

    def here(self, moment: datetime | None = None) -> datetime:
        """Return a moment (the present one) as the workshop tells it, whatever zone the laptop is set to."""
        return in_zone(moment or self._clock(), self.zone)

    def read(self) -> None:
        """Read everything."""
        self._minute.start()
        self._context.lane.data(partial(read_standing, self._services, self._clock()), self._show)

    def days(self, number: int) -> tuple[str, ...]:
        """Return the ISO days of a stage."""
        from smartcity_desktop.domain.agenda import stage_days

        found = next((item for item in self._standing.stages if item.number == number), None)
        return stage_days(found.date_start, found.date_end) if found else ()

    def backup_age(self) -> timedelta | None:
        """Return how old the last safety copy is."""
        made = self._standing.backup_at
        return self._clock() - made if made else None

    def look_at_backup(self) -> None:
        """Make a safety copy if something changed and the last one is old enough."""
        if not self._standing.read_only:
            self._context.lane.data(self._make_if_due, self._made, failed=self._not_made)

    def back_up(self) -> None:
        """Make a safety copy now."""
        self._context.autosave.flush_all()
        self._context.lane.data(self._make, self._made_on_demand, failed=self._not_made)

    def use_places(self) -> None:
        """Take the folders of the settings from now on, and make a copy there at once."""
        self._context.lane.data(partial(self._services.safety.use, self._context.settings.places))
        self.copies = Copies()
        if not self._standing.read_only:
            self.back_up()

    def _make_if_due(self) -> _Made:
        self._services.safety.make_if_due()
        return self._now()

    def _make(self) -> _Made:
        self._services.safety.make()
        return self._now()

    def _now(self) -> _Made:
        return _Made(self._services.safety.fell_back, self._services.safety.second_copy())

    def _made(self, made: _Made) -> None:
        if made.fell_back and not self.copies.fell_back:
            self.said.emit(_FELL_BACK, "warning")
        self.copies = replace(self.copies, fell_back=made.fell_back)
        # A flashdisk is slow: it is written beside the thread that saves.
        self._context.lane.side(partial(copy_second, made.second), self._second_done)
        self.read()

    def _made_on_demand(self, made: _Made) -> None:
        self.said.emit("Salinan pengaman dibuat dan sudah diperiksa.", "good")
        self._made(made)

    def _not_made(self, fault: Fault) -> None:
        self.said.emit(explain(fault), "warning")

    def _second_done(self, second: Second) -> None:
        self.copies = replace(self.copies, second=second)
        self.changed.emit(self._standing)

    def _read_again(self, _changes: Changes) -> None:
        self.read()

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        self.changed.emit(standing)
        if self._is_first:
            self._is_first = False
            self.began.emit(standing)
