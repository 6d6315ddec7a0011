"""Sessions, which are the blocks of the agenda: started, paused, lengthened, ended, with the turns of groups.

Whoever counts time by a steady clock hands the present moment over as ``at``; without it the laptop's clock
is asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.session import Session, has_report
from smartcity_desktop.domain.wording import in_zone
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import session as query
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import workshop

if TYPE_CHECKING:
    import random

    from smartcity_desktop.domain.group import Turn
    from smartcity_desktop.domain.running import RunDay
    from smartcity_desktop.domain.turns import Slot

LONGEST_MINUTES: Final = 24 * 60
_SPEECH: Final = ("spoke_at", "reply_at", "spoke_until", "extra_minutes")
_PUT_RIGHT: Final = timedelta(minutes=1)
"""So far from what was counted the laptop's clock was put right meanwhile."""


@dataclass(frozen=True, slots=True)
class NewSession:
    """What the start of a session asks; planned times ``HH:MM``; ``minutes`` of group work, 0 for none."""

    stage: RowId
    title: str
    place: str = ""
    leader: str = ""
    start_plan: str = ""
    end_plan: str = ""
    worksheet: RowId = NO_ROW
    minutes: int = 0


class SessionService:
    """Starts, runs and ends sessions; only one runs at a time."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def sessions(self, stage: RowId | None = None) -> list[Session]:
        """Return the sessions of one stage, or of all, in order."""
        return query.sessions(self._store.db, stage)

    def get(self, row: RowId) -> Session | None:
        """Return one session."""
        return query.session(self._store.db, row)

    def running(self) -> Session | None:
        """Return the running session."""
        return query.running(self._store.db)

    def start(self, new: NewSession) -> tuple[RowId, Changes]:
        """Start a session now and return its id; the countdown starts with it where minutes are given.

        A block of that title which is planned for today (or for no day) is begun instead: its planned times
        stay, and so does what nothing is said about.

        Raises UserFault ``session-running`` while another one runs.
        """
        running = self.running()
        if running:
            raise UserFault("session-running", title=running.title)
        now = self._store.now()
        planned = self._planned(new, now.date().isoformat())
        row = planned.id if planned else self._store.ids.new()
        values: dict[str, Value] = {
            "stage": new.stage,
            "date": now.date().isoformat(),
            "title": new.title,
            "start_plan": new.start_plan,
            "end_plan": new.end_plan,
            "started_at": self._store.now_text(),
            "place": new.place,
            "leader": new.leader,
            "worksheet": new.worksheet,
        }
        if new.minutes:
            values |= {"timer_minutes": new.minutes, "timer_started_at": self._store.now_text()}
        label = f"mulai sesi {new.title}"
        if planned:
            times = {name: getattr(planned, name) or values[name] for name in ("start_plan", "end_plan")}
            told = {name: value for name, value in values.items() if value} | times | {"skipped": None}
            edits = [Set("session", row, field, value) for field, value in told.items()]
            return row, self._store.write(edits, label)
        values["pos"] = self._store.positions("session", 1)[0]
        return row, self._store.write([Birth("session", row, values)], label)

    def _planned(self, new: NewSession, today: str) -> Session | None:
        """Return the block of this stage and title that waits, planned for today or for no day."""
        wanted = new.title.casefold().strip()
        known = [item for item in self.sessions(new.stage) if item.date in {today, ""}]
        waiting = [item for item in known if not item.started_at and item.title.casefold().strip() == wanted]
        return min(waiting, key=lambda item: item.skipped, default=None)

    def running_now(self) -> tuple[Session | None, bool]:
        """Return the session that runs, and whether its end is worth a report."""
        found = self.running()
        day = (item for item in self.sessions() if found and item.date == found.date)
        return found, found is not None and has_report(found, day)

    def due(self) -> Session | None:
        """Return the next planned block of today that waits, None where today has no agenda (or no more)."""
        today = self._store.now().date().isoformat()
        return self._next_of([item for item in self.sessions() if item.date == today and item.start_plan])

    def day(self, day: str = "", block: RowId = NO_ROW) -> "RunDay":
        """Return one ISO day as it runs.

        Without ``day`` it is that of the running block, else today, else the next day with a block that
        waits, else the last. ``block`` says whose groups stand in it: without it those of the running block,
        else of the next.
        """
        from smartcity_desktop.domain.running import RunDay, by_begin, by_id, day_state

        running = self.running()
        known = self.sessions()
        day = day or (running.date if running else self._day_to_run(known))
        blocks = tuple(by_begin([item for item in known if item.date == day]))
        coming = day_state(blocks, self._store.now()).next
        shown = by_id(blocks, block) if block else running or (coming.session if coming else None)
        slots = self.slots(shown.id) if shown else ()
        talks = [item for item in blocks if item.kind == "presentasi" and not item.ended_at]
        return RunDay(
            now=self._store.now(),
            day=day,
            blocks=blocks,
            running=running,
            shown=shown,
            groups=tuple(item.group for item in slots),
            turns=tuple(item.turn for item in slots),
            waiting={item.id: self._unheard(item.id) for item in talks},
        )

    def _day_to_run(self, known: Sequence[Session]) -> str:
        today = self._store.now().date().isoformat()
        days = sorted({item.date for item in known if item.date})
        if today in days or not days:
            return today
        later = [item.date for item in known if item.date > today and item.waits]
        return min(later, default=days[-1])

    def start_block(self, row: RowId, at: datetime | None = None) -> Changes:
        """Start a planned block now; the time of the groups begins with one of group work.

        A block that had ended goes on, and what lay between counts as a pause. Raises UserFault
        ``session-running`` while another one runs.
        """
        running = self.running()
        if running is not None and running.id != row:
            raise UserFault("session-running", title=running.title)
        block = self.get(row)
        if block is None or running is not None:
            return Changes()
        return self._store.write(self._begun(block, self._moment(at)), f"mulai {block.title}")

    def next_block(self, row: RowId = NO_ROW, at: datetime | None = None, *, skip: bool = False) -> Changes:
        """End the running block and start the next one (or ``row``) in one act; nothing without a next one.

        ``skip`` leaves the block that runs, or without one the next, out ("Lewati"). A laptop's clock that
        was put right while the old block ran counts for the new one.
        """
        running = self.running()
        following = self.get(row) if row else self._following(running)
        moment = self._moment(at)
        edits: list[Edit] = []
        if running is not None:
            edits += self._ended(running, moment)
            left_out = running
        elif following is not None and skip:
            left_out, following = following, None
        else:
            left_out = None
        if skip and left_out is not None:
            edits.append(Set("session", left_out.id, "skipped", val=True))
        if following is not None:
            edits += self._begun(following, self._put_right(moment))
        elif not skip:
            return Changes()
        words = f"lewati {left_out.title}" if skip and left_out else ""
        return self._store.write(edits, words or f"mulai {following.title if following else ''}")

    def _following(self, running: Session | None) -> Session | None:
        known = self.sessions()
        day = running.date if running else self._day_to_run(known)
        return self._next_of([item for item in known if item.date == day])

    def _next_of(self, blocks: Sequence[Session]) -> Session | None:
        from smartcity_desktop.domain.running import day_state

        coming = day_state(blocks, self._store.now()).next
        return coming.session if coming else None

    def leave_out(self, row: RowId, *, skipped: bool = True) -> Changes:
        """Leave a block out that has not begun, or take it in again."""
        words = "lewati" if skipped else "pakai lagi"
        block = self.get(row)
        title = block.title if block else ""
        return self._store.write([Set("session", row, "skipped", skipped or None)], f"{words} {title}")

    def pause(self, row: RowId, at: datetime | None = None) -> Changes:
        """Stop all clocks of a running block."""
        block = self.get(row)
        if block is None or not block.is_running or block.is_paused:
            return Changes()
        return self._store.write([Set("session", row, "paused_at", _text(self._moment(at)))], "jeda")

    def resume(self, row: RowId, at: datetime | None = None) -> Changes:
        """Let the clocks of a block go on where they stood."""
        block = self.get(row)
        if block is None or not block.is_paused:
            return Changes()
        return self._store.write(self._resumed(block, self._moment(at)), "lanjutkan")

    def extend(self, row: RowId, minutes: int) -> Changes:
        """Give a block more minutes (fewer where negative): it keeps one at least, and its groups too."""
        block = self.get(row)
        if block is None:
            return Changes()
        words = f"{'tambah' if minutes > 0 else 'kurangi'} {abs(minutes)} menit"
        edits: list[Edit] = [Set("session", row, "extra_minutes", _extra(block, minutes))]
        if block.timer_minutes and block.timer_started_at:
            longest = min(LONGEST_MINUTES, block.timer_minutes + minutes)
            edits.append(Set("session", row, "timer_minutes", max(1, longest)))
        return self._store.write(edits, words)

    def shorten(self, cuts: Mapping[RowId, int]) -> Changes:
        """Take minutes from blocks to come, in one act ("Kejar 15 menit"); their plan stays as it was."""
        blocks = [(block, minutes) for row, minutes in cuts.items() if (block := self.get(row))]
        edits = [Set("session", item.id, "extra_minutes", _extra(item, -minutes)) for item, minutes in blocks]
        return self._store.write(edits, f"kejar {sum(cuts.values())} menit") if edits else Changes()

    def end(self, row: RowId, at: datetime | None = None) -> Changes:
        """End a session now; a pause, and the speech of a group, end with it."""
        block = self.get(row)
        edits = self._ended(block, self._moment(at)) if block else []
        return self._store.write(edits, "akhiri sesi") if edits else Changes()

    def _begun(self, block: Session, moment: datetime) -> list[Edit]:
        now = _text(moment)
        values: dict[str, Value] = {"started_at": block.started_at or now}
        if not block.date:
            values["date"] = moment.date().isoformat()
        if block.ended_at:
            away = moment - datetime.fromisoformat(block.ended_at)
            values |= {"ended_at": None, "paused_seconds": _seconds(block.paused + away)}
            if block.timer_started_at:
                values["timer_started_at"] = _later(block.timer_started_at, max(timedelta(), away))
        if block.skipped:
            values["skipped"] = None
        minutes = block.timer_minutes or int((block.allotted or timedelta()) / timedelta(minutes=1))
        if block.kind == "kelompok" and minutes and not block.started_at:
            values |= {"timer_minutes": minutes, "timer_started_at": now}
        return [Set("session", block.id, field, value) for field, value in values.items()]

    def _ended(self, block: Session, moment: datetime) -> list[Edit]:
        edits: list[Edit] = self._resumed(block, moment) if block.is_paused else []
        edits.append(Set("session", block.id, "ended_at", _text(moment)))
        return [*edits, *self._silenced(block.id, moment)]

    def _resumed(self, block: Session, moment: datetime) -> list[Edit]:
        """Return the end of a pause: what counts from a moment begins later by its length."""
        away = max(timedelta(), moment - datetime.fromisoformat(block.paused_at))
        edits: list[Edit] = [
            Set("session", block.id, "paused_at", None),
            Set("session", block.id, "paused_seconds", _seconds(block.paused + away)),
        ]
        if block.timer_started_at:
            edits.append(Set("session", block.id, "timer_started_at", _later(block.timer_started_at, away)))
        for turn in self._turns(block.id):
            if turn.spoke_at and not turn.spoke_until:
                edits.append(Set("turn", turn.id, "spoke_at", _later(turn.spoke_at, away)))
                if turn.reply_at:
                    edits.append(Set("turn", turn.id, "reply_at", _later(turn.reply_at, away)))
        return edits

    def update(self, row: RowId, field: str, value: Value) -> Changes:
        """Change one field of a session."""
        return self._store.write([Set("session", row, field, value)], "ubah sesi", typing=True)

    def start_timer(self, row: RowId, minutes: int, at: datetime | None = None) -> Changes:
        """Start the countdown of the groups anew."""
        edits = [
            Set("session", row, "timer_minutes", min(max(1, minutes), LONGEST_MINUTES)),
            Set("session", row, "timer_started_at", _text(self._moment(at))),
        ]
        return self._store.write(edits, f"mulai waktu kelompok {minutes} menit")

    def add_minutes(self, row: RowId, minutes: int) -> Changes:
        """Give the groups more minutes (or fewer, negative; never under one)."""
        session = self.get(row)
        planned = (session.timer_minutes or 0) if session else 0
        edit = Set("session", row, "timer_minutes", max(1, planned + minutes))
        return self._store.write([edit], f"tambah {minutes} menit")

    def stop_timer(self, row: RowId) -> Changes:
        """Take the countdown away."""
        return self._store.write([Set("session", row, "timer_started_at", None)], "hentikan waktu kelompok")

    def timer_left(self, at: datetime | None = None) -> timedelta | None:
        """Return the group time left in the running session at a moment (now), None without a countdown."""
        running = self.running()
        return running.timer_left(at or self._store.now()) if running else None

    # Groups in a block

    def slots(self, row: RowId) -> "tuple[Slot, ...]":
        """Return the groups that a block works with, each with how far it is and its turn to speak."""
        from smartcity_desktop.storage.turns import slots

        return slots(self._store.db, row)

    def set_turn(
        self,
        row: RowId,
        group: RowId,
        state: str,
        *,
        delivered: str | None = None,
        at: datetime | None = None,
    ) -> Changes:
        """Say how far a group is (one of ``entity.TURN_STATES``), and what it delivered where told."""
        from smartcity_desktop.domain.turns import STATE_WORDS

        values: dict[str, Value] = {"state": state, "state_at": _text(self._moment(at))}
        if delivered is not None:
            values["delivered"] = delivered
        words = f"{self._called(group)}: {STATE_WORDS.get(state, state).lower()}"
        return self._store.write([self._turn(row, group, values)], words)

    def set_delivered(self, row: RowId, group: RowId, text: str) -> Changes:
        """Write what a group delivered, while it is typed."""
        edit = self._turn(row, group, {"delivered": text})
        return self._store.write([edit], f"{self._called(group)}: yang diserahkan", typing=True)

    def draw_queue(self, row: RowId, rng: "random.Random") -> Changes:
        """Draw the order in which the groups speak that have not spoken yet."""
        from smartcity_desktop.domain.turns import drawn

        return self._queued(row, drawn(self.slots(row), rng), "undi urutan")

    def set_queue(self, row: RowId, order: Sequence[RowId]) -> Changes:
        """Set the order of the groups by hand."""
        return self._queued(row, order, "ubah urutan")

    def move_in_queue(self, row: RowId, group: RowId, by: int) -> Changes:
        """Move a group so many places later (earlier where negative), at most to the ends.

        One that speaks already waits again: its time begins anew when its turn comes.
        """
        from smartcity_desktop.domain.turns import moved

        slots = self.slots(row)
        edits = self._places(row, moved(slots, group, by))
        if any(item.group.id == group and item.turn.spoke_at for item in slots):
            edits.append(self._turn(row, group, dict.fromkeys(_SPEECH)))
        return self._store.write(edits, f"{'tunda' if by > 0 else 'dahulukan'} {self._called(group)}")

    def begin_speech(self, row: RowId, group: RowId, at: datetime | None = None) -> Changes:
        """Let a group speak; who spoke until now is heard."""
        moment = self._moment(at)
        edits = self._silenced(row, moment)
        edits.append(self._turn(row, group, {**dict.fromkeys(_SPEECH), "spoke_at": _text(moment)}))
        return self._store.write(edits, f"giliran {self._called(group)}")

    def begin_reply(self, row: RowId, group: RowId, at: datetime | None = None) -> Changes:
        """Let the reply to a group begin."""
        values: dict[str, Value] = {"reply_at": _text(self._moment(at)), "extra_minutes": None}
        return self._store.write([self._turn(row, group, values)], f"tanggapan untuk {self._called(group)}")

    def end_speech(self, row: RowId, at: datetime | None = None) -> Changes:
        """End the turn of who speaks now."""
        edits = self._silenced(row, self._moment(at))
        return self._store.write(edits, "akhiri giliran") if edits else Changes()

    def back(self, row: RowId) -> Changes:
        """Go back to who was heard last: that turn goes on, and who began since waits again."""
        from smartcity_desktop.domain.turns import last_heard, speaker

        slots = self.slots(row)
        before, now = last_heard(slots), speaker(slots)
        if before is None:
            return Changes()
        edits: list[Edit] = [self._turn(row, before.group.id, {"spoke_until": None})]
        if now is not None:
            edits.append(self._turn(row, now.group.id, dict.fromkeys(_SPEECH)))
        return self._store.write(edits, f"kembali ke {before.group.name}")

    def extend_speech(self, row: RowId, group: RowId, minutes: int) -> Changes:
        """Give who speaks more minutes (fewer where negative)."""
        turn = next((item.turn for item in self.slots(row) if item.group.id == group), None)
        extra = ((turn.extra_minutes or 0) if turn else 0) + minutes
        words = f"{'tambah' if minutes > 0 else 'kurangi'} {abs(minutes)} menit untuk {self._called(group)}"
        return self._store.write([self._turn(row, group, {"extra_minutes": extra})], words)

    def _unheard(self, row: RowId) -> int:
        from smartcity_desktop.domain.turns import unheard

        return unheard(self.slots(row))

    def _queued(self, row: RowId, order: Sequence[RowId], words: str) -> Changes:
        return self._store.write(self._places(row, order), words) if order else Changes()

    def _places(self, row: RowId, order: Sequence[RowId]) -> list[Edit]:
        return [self._turn(row, group, {"place": place}) for place, group in enumerate(order, start=1)]

    def _silenced(self, row: RowId, moment: datetime) -> list[Edit]:
        return [
            Set("turn", item.id, "spoke_until", _text(moment))
            for item in self._turns(row)
            if item.spoke_at and not item.spoke_until
        ]

    def _turn(self, row: RowId, group: RowId, values: Mapping[str, Value]) -> Edit:
        own = {"session": row, "group": group}
        return Birth("turn", self._store.key("turn", row, group), {**own, **values})

    def _turns(self, row: RowId) -> "list[Turn]":
        # Groups and turns are loaded with the first of them: Beranda does without.
        from smartcity_desktop.storage.group import turns

        return turns(self._store.db, row)

    def _called(self, group: RowId) -> str:
        from smartcity_desktop.storage.group import groups

        found = next((item for item in groups(self._store.db) if item.id == group), None)
        return found.name if found else ""

    def _put_right(self, counted: datetime) -> datetime:
        """Return the moment that was counted, or that of the laptop's clock where the two went apart."""
        now = self._store.now()
        return now if abs(now - counted) > _PUT_RIGHT else counted

    def _moment(self, at: datetime | None) -> datetime:
        """Return a moment in the zone of the region, whatever zone the laptop that counted it is set to."""
        return in_zone(at, workshop(self._store.db).zone) if at else self._store.now()


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _later(moment: str, away: timedelta) -> str:
    return _text(datetime.fromisoformat(moment) + away)


def _seconds(span: timedelta) -> int:
    return max(0, round(span.total_seconds()))


def _extra(block: Session, minutes: int) -> int | None:
    """Return the extra minutes of a block after so many more, so that it keeps one minute."""
    planned = int((block.planned or timedelta()) / timedelta(minutes=1))
    wanted = (block.extra_minutes or 0) + minutes
    return max(wanted, 1 - planned) if planned else wanted
