"""What the page of a running day says, in words; asks nobody and stores nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from smartcity_desktop.domain.agenda import kind_words
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.running import DayState, RunDay, late_words
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import clock_time, day_of, long_date, plan_time

DONE, RUNS, WAITS, LEFT_OUT, PASSED = "done", "runs", "waits", "left-out", "passed"


@dataclass(frozen=True, slots=True)
class Line:
    """One block in the list of a day: planned begin, title, what became or will become of it."""

    row: RowId
    state: str
    plan: str
    title: str
    told: str
    late: int = 0
    fixed: bool = False

    @property
    def words(self) -> str:
        """Everything in one sentence, for a reader."""
        return f"{self.plan} {self.title}, {self.told}"


def hour(moment: datetime) -> str:
    """Return ``09.30`` of a moment, like the planned times beside it."""
    return clock_time(moment)


def span(session: Session) -> str:
    """Return the planned times ``09.15–10.30``, only the begin where no end is planned."""
    begin, end = session.start_plan, session.end_plan
    return f"{plan_time(begin)}–{plan_time(end)}" if begin and end else plan_time(begin)


def lines(day: RunDay, state: DayState) -> tuple[Line, ...]:
    """Return the blocks of a day in order, each with what is known of it now."""
    coming = {item.session.id: item for item in state.coming}
    passed = {item.id for item in state.passed_by}
    return tuple(
        Line(
            item.id,
            _state(item, passed),
            plan_time(item.start_plan or item.started_at),
            item.title or kind_words(item.kind),
            _told(item, state),
            coming[item.id].late if item.id in coming else 0,
            item.fixed,
        )
        for item in day.blocks
    )


def _state(item: Session, passed: set[RowId]) -> str:
    if item.is_running:
        return RUNS
    if item.skipped:
        return LEFT_OUT
    if item.ended_at:
        return DONE
    return PASSED if item.id in passed else WAITS


def _told(item: Session, state: DayState) -> str:
    if item.is_running:
        return "dijeda" if item.is_paused else "berjalan"
    if item.skipped:
        return "dilewati"
    if item.ended_at:
        return f"selesai {plan_time(item.started_at)}–{plan_time(item.ended_at)}"
    found = next((known for known in state.coming if known.session.id == item.id), None)
    if found is None:
        return "terlewat"
    if not found.late and not item.extra_minutes:
        return "jam tetap" if item.fixed else f"rencana {span(item)}"
    return f"perkiraan {hour(found.start)}–{hour(found.end)}"


def late_line(state: DayState) -> str:
    """Return ``Terlambat 12 menit``, and at which fixed point where one is run over; empty where unknown."""
    if state.late is None:
        return ""
    words = late_words(state.late)
    if 0 < state.late <= state.slack:
        return f"{words}, masih dalam kelonggaran {state.slack} menit"
    if state.over and state.fixed is not None:
        return f"{words}, melewati {state.fixed.session.title} {hour(state.fixed.plan_start)}"
    return words


def ends_line(state: DayState, zone: str) -> str:
    """Return ``selesai pukul 10.30 WITA · rencana 09.15–10.30 · dimulai 09.22``."""
    running = state.running
    if running is None:
        return ""
    began = f"dimulai {hour(datetime.fromisoformat(running.started_at))}"
    if state.clock.left is None:
        return f"{began} · tanpa jam selesai"
    over = state.clock.left.total_seconds() < 0 and not running.is_paused
    ends = f"seharusnya selesai pukul {hour(state.now + state.clock.left)}" if over else _ends(state)
    given = f"{running.extra_minutes:+d} menit" if running.extra_minutes else ""
    paused = f"dijeda sejak {plan_time(running.paused_at)}" if running.is_paused else ""
    parts = (paused, f"{ends} {zone}".rstrip(), f"rencana {span(running)}", began, given.replace("-", "−"))
    return " · ".join(part for part in parts if part)


def _ends(state: DayState) -> str:
    return f"selesai pukul {hour(state.ends)}" if state.ends else ""


def head_line(day: RunDay, running: Session | None) -> str:
    """Return ``Sesi 5 dari 9 · Selasa, 4 Agustus 2026``."""
    known = [item.id for item in day.blocks]
    place = f"Sesi {known.index(running.id) + 1} dari {len(known)}" if running in day.blocks else ""
    date = day_of(running.date if running else day.day)
    return " · ".join(part for part in (place if running else "", long_date(date)) if part)


def next_words(state: DayState, blocks: Sequence[Session]) -> str:
    """Return what follows, or that nothing does."""
    if state.next is not None:
        item = state.next
        fixed = ", jam tetap" if item.session.fixed else ""
        return f"Berikutnya pukul {hour(item.start)}: {item.session.title}{fixed}"
    return "Ini sesi terakhir hari ini." if blocks else ""


def waiting_line(state: DayState) -> str:
    """Return what is to be said while nothing runs."""
    if state.next is None:
        return "Laporan hariannya ada di Cetak."
    item = state.next
    planned = f"rencana {span(item.session)}"
    if state.now > item.plan_start and state.now.date() == item.plan_start.date():
        return f"Belum dimulai · {planned}"
    return f"Belum dimulai · mulai pukul {hour(item.plan_start)} · {planned}"
