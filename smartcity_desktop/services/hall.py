"""What the projector can show of the open file now, and each slide of it, made from what stands there."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.agenda import KIND_WORDS
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.domain.entity import ELEMENTS
from smartcity_desktop.domain.group import Group
from smartcity_desktop.domain.hall import Offer, Place, Slide
from smartcity_desktop.domain.hall_time import block_clock, speech, time_of_day
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.photo import Photo
from smartcity_desktop.domain.running import by_begin, day_state
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.turns import (
    DELIVERED,
    PHASE_WORDS,
    REPLYING,
    SPEAKING,
    STATE_WORDS,
    WORKING,
    Slot,
    queue,
    speaker,
    upcoming,
)
from smartcity_desktop.domain.turns import HEARD as IS_HEARD
from smartcity_desktop.domain.wording import clock_time, day_of, label, long_date, shortened, stage_name
from smartcity_desktop.domain.worksheet import used_in
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.storage import attachment, hall_coverage, hall_result
from smartcity_desktop.storage import group as group_query
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.hall import answered
from smartcity_desktop.storage.note import notes
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.people import attendances, people
from smartcity_desktop.storage.photo import photo, photos
from smartcity_desktop.storage.print_log import paper_texts
from smartcity_desktop.storage.session import running, session, sessions
from smartcity_desktop.storage.stage_days import days_of
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.subject import PROGRAMS, counts, funnel
from smartcity_desktop.storage.turns import slots
from smartcity_desktop.storage.worksheet import worksheets
from smartcity_desktop.storage.workshop import stages, workshop

TYPED: Final = "tayangan"
"""Under which kind the typed text of a day is kept beside the texts of the papers."""
_GROUPED: Final = frozenset({"kelompok", "presentasi", ""})
"""Kinds of block that groups may work in; a session begun without an agenda has none."""
_THERE: Final = frozenset({"hadir", "diwakili"})
_FOLLOWS: Final = 2
_HINT: Final = 60
_REVIEWED: Final = 3
"""Photos of a review at most."""
_PHOTOS: Final = 24
"""Photos that are offered at most, the latest."""
_NUMBERING: Final = re.compile(r"^\d{1,2}[.)]\s+")
_TONES: Final = {WORKING: hall.WARNING, DELIVERED: hall.GOOD}


class HallService:
    """Makes slides; ``slides`` tells which ones there are."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    # What can be shown

    def slides(self, stage: RowId = NO_ROW, day: str = "") -> tuple[Offer, ...]:
        """Return every slide that can be shown now, those of the running block first."""
        place = self._place(Place(stage, day))
        return (
            Offer(hall.BLOCK, "", hall.KINDS[hall.BLOCK], self._running_words()),
            *self._group_offers(place),
            *self._guide_offers(place),
            Offer(hall.TEXT, "", "Teks yang diketik", shortened(self.typed(place), _HINT)),
            *self._day_offers(place),
        )

    def slide(self, kind: str, about: str = "", place: Place | None = None) -> Slide:
        """Return one slide; where what it is about is gone, it says so in its ``note``."""
        found = self._place(place or Place())
        makers: dict[str, Callable[[Place], Slide]] = {
            hall.BLOCK: self._block,
            hall.GROUPS: partial(self._groups, RowId(about)),
            hall.STATES: partial(self._states, RowId(about)),
            hall.QUEUE: partial(self._queue, RowId(about)),
            hall.GUIDE: partial(self._guide, RowId(about)),
            hall.TEXT: self._text,
            hall.PHOTO: partial(self._photo, RowId(about)),
            hall.REVIEW: partial(self._review, about),
            hall.FUNNEL: self._funnel,
            hall.HELIX: partial(self._helix, about),
            **hall_result.makers(self._store, about),
        }
        return makers[kind](found)

    def typed(self, place: Place) -> str:
        """Return the text that was typed for the hall on this day of this stage."""
        row = self._store.key("paper_text", TYPED, place.stage, place.day)
        return next((item.text for item in paper_texts(self._store.db) if item.id == row), "")

    def where(self, stage: RowId = NO_ROW, day: str = "") -> Place:
        """Return the stage and the day that slides are made for when these are asked."""
        return self._place(Place(stage, day))

    def write_text(self, place: Place, text: str) -> Changes:
        """Keep the text for the hall of one day."""
        row = self._store.key("paper_text", TYPED, place.stage, place.day)
        values = {"kind": TYPED, "stage": place.stage, "date": place.day, "text": text}
        return self._store.write([Birth("paper_text", row, values)], "tulis teks tayangan", typing=True)

    def _running_words(self) -> str:
        found = running(self._store.db)
        return found.title if found else "Belum ada sesi yang berjalan"

    def _group_offers(self, place: Place) -> Iterator[Offer]:
        for kind, slide in (("presentasi", hall.QUEUE), ("kelompok", hall.STATES)):
            block = self._of_kind(kind, place)
            if block is not None and self._slots(block):
                yield Offer(slide, block.id, hall.KINDS[slide], block.title)
        for item in group_query.groupings(self._store.db, place.stage or None):
            yield Offer(hall.GROUPS, item.id, hall.KINDS[hall.GROUPS], item.title)

    def _of_kind(self, kind: str, place: Place) -> Session | None:
        """Return the running block of a kind; else the work begun last, or the next presentation."""
        now = running(self._store.db)
        if now is not None and now.kind in {kind, ""}:
            return now
        own = [item for item in by_begin(self._of_day(place.day)) if item.kind == kind]
        waiting, begun = [item for item in own if item.waits], [item for item in own if item.started_at]
        if kind == "kelompok":
            return begun[-1] if begun else next(iter(waiting), None)
        return next(iter(waiting), begun[-1] if begun else None)

    def _guide_offers(self, place: Place) -> Iterator[Offer]:
        block = self._shown_block(place)
        number = self._stage(place.stage).number or 0
        found = used_in(number, worksheets(self._store.db))
        # The one of the running block leads.
        for item in sorted(found, key=lambda item: block is None or item.id != block.worksheet):
            if item.instruction.strip() or item.guide.strip():
                yield Offer(hall.GUIDE, item.id, f"Petunjuk {item.code}", item.title)

    def _day_offers(self, place: Place) -> Iterator[Offer]:
        for day in days_of(self._store.db, self._stage(place.stage)):
            if any(item.started_at for item in self._of_day(day)):
                yield Offer(hall.REVIEW, day, self._day_words(place.stage, day), long_date(day_of(day)))
        if counts(self._store.db, PROGRAMS):
            yield Offer(hall.FUNNEL, "", hall.KINDS[hall.FUNNEL])
            yield from hall_coverage.offers(self._store)
        yield from hall_result.offers(self._store)
        if people(self._store.db):
            came = self._came(place.day)
            yield Offer(hall.HELIX, "", hall.KINDS[hall.HELIX], "Semua peserta terdaftar")
            if came:
                yield Offer(hall.HELIX, place.day, "Unsur yang hadir", long_date(day_of(place.day)))
        taken = [(block, item) for block in self._of_day(place.day) for item in self._photos(block)]
        for at, (block, item) in enumerate(taken[-_PHOTOS:], start=1):
            yield Offer(hall.PHOTO, item.id, f"Foto {at}", shortened(item.caption or block.title, _HINT))

    # Slides

    def _block(self, place: Place) -> Slide:
        block, now = running(self._store.db), self._now(place)
        state = day_state(self._of_day(block.date if block is not None else place.day), now)
        follows = tuple(
            f"{clock_time(item.start)} · {item.session.title}" for item in state.coming[:_FOLLOWS]
        )
        if block is None:
            day = long_date(day_of(place.day)) if day_of(place.day) else long_date(now.date())
            return Slide(
                hall.BLOCK,
                eyebrow=f"{self._stage_words(place.stage)} · {day}".removeprefix(" · "),
                title=workshop(self._store.db).title,
                clock=self._time_of_day(now),
                body=hall.BlockBody(follows=follows),
            )
        kind = KIND_WORDS.get(block.kind, "")
        return Slide(
            hall.BLOCK,
            eyebrow=" · ".join(part for part in (self._stage_words(block.stage), kind) if part),
            title=block.title,
            clock=self._clock(now) or self._time_of_day(now),
            body=hall.BlockBody(block.public, block.speaker or "", follows, block.place or ""),
        )

    def _groups(self, grouping: RowId, place: Place) -> Slide:
        found = next((item for item in group_query.groupings(self._store.db) if item.id == grouping), None)
        title = found.title if found else ""
        stage = found.stage if found else place.stage
        slide = partial(Slide, hall.GROUPS, grouping, self._head(stage, hall.GROUPS), title)
        if found is None:
            return slide(note="Pembagian ini sudah dihapus.")
        names = {item.id: item.name for item in people(self._store.db)}
        agencies = {item.id: item.called for item in opds(self._store.db)}
        sitting: dict[RowId, list[str]] = {}
        for seat in group_query.seats(self._store.db, grouping):
            if seat.group and seat.person in names:
                sitting.setdefault(seat.group, []).append(seat.person)
        order = {row: at for at, row in enumerate(names)}
        groups = tuple(
            hall.TableGroup(
                self._badge(item),
                names.get(item.chair, ""),
                tuple(agencies[row] for row in item.opds if row in agencies),
                tuple(
                    names[RowId(row)]
                    for row in sorted(sitting.get(item.id, []), key=lambda row: order[RowId(row)])
                    if row != item.chair
                ),
            )
            for item in group_query.groups(self._store.db, grouping)
        )
        return slide(body=hall.GroupsBody(groups), note="" if groups else "Belum ada kelompok.")

    def _states(self, row: RowId, place: Place) -> Slide:
        block = session(self._store.db, row) or running(self._store.db) or Session()
        lines = self._state_lines(block)
        done = sum(item.tone == hall.GOOD for item in lines)
        return Slide(
            hall.STATES,
            row,
            self._head(block.stage or place.stage, hall.STATES),
            block.title or "Kelompok",
            self._clock(self._now(place)) or hall.Ticking(),
            hall.StatesBody(lines),
            f"{done} dari {len(lines)} kelompok sudah menyerahkan" if lines else "Belum ada kelompok.",
        )

    def _queue(self, row: RowId, place: Place) -> Slide:
        block = session(self._store.db, row) or running(self._store.db) or Session()
        slots = queue(self._slots(block))
        now, speaks, following = self._now(place), speaker(slots), upcoming(slots)
        lines = tuple(
            hall.TurnLine(
                self._badge(item.group),
                at,
                "Berikutnya" if item is following else PHASE_WORDS[item.phase],
                item.phase in {SPEAKING, REPLYING},
                item.phase == IS_HEARD,
            )
            for at, item in enumerate(slots, start=1)
        )
        clock = speech(speaks, block, now) if speaks is not None else hall.Ticking()
        return Slide(
            hall.QUEUE,
            row,
            self._head(block.stage or place.stage, hall.QUEUE),
            block.title or "Presentasi",
            clock,
            hall.QueueBody(lines),
            "" if lines else "Belum ada kelompok.",
        )

    def _guide(self, row: RowId, place: Place) -> Slide:
        found = next((item for item in worksheets(self._store.db) if item.id == row), None)
        if found is None:
            return Slide(hall.GUIDE, row, note="Kertas kerja ini sudah dihapus.")
        block = running(self._store.db)
        is_now = block is not None and block.worksheet == row
        return Slide(
            hall.GUIDE,
            row,
            f"{self._stage_words(place.stage)} · Kertas kerja {found.code}".removeprefix(" · "),
            found.title,
            (self._clock(self._now(place)) if is_now else None) or hall.Ticking(),
            hall.GuideBody(
                self._said(found.instruction),
                self._said(found.guide),
                self._state_lines(block) if block is not None and is_now else (),
            ),
        )

    def _text(self, place: Place) -> Slide:
        text = self.typed(place)
        note = "" if text.strip() else "Belum ada teks yang diketik."
        return Slide(hall.TEXT, "", self._stage_words(place.stage), body=hall.TextBody(text), note=note)

    def _photo(self, row: RowId, place: Place) -> Slide:
        found = photo(self._store.db, row)
        content = self._content(found) if found else b""
        return Slide(
            hall.PHOTO,
            row,
            self._stage_words(place.stage),
            body=hall.PhotoBody(content, found.caption if found else ""),
            note="" if content else "Foto ini tidak ada di berkas.",
        )

    def _review(self, day: str, place: Place) -> Slide:
        blocks = self._of_day(day)
        rows = {item.id for item in blocks}
        written = [item for item in notes(self._store.db) if item.session in rows]
        stage = next((item.stage for item in blocks if item.stage), place.stage)
        taken = [item for block in blocks for item in self._photos(block)]
        step = max(1, len(taken) // _REVIEWED)
        chosen = [self._content(item) for item in taken[::step][:_REVIEWED]]
        return Slide(
            hall.REVIEW,
            day,
            f"{self._stage_words(stage)} · {long_date(day_of(day))}".removeprefix(" · "),
            self._day_words(stage, day),
            body=hall.ReviewBody(
                tuple(item.text for item in written if item.kind == "keputusan"),
                self._group_figures(blocks),
                sum(item.kind == "tindak_lanjut" for item in written),
                self._elements(self._came(day)),
                tuple(item for item in chosen if item),
            ),
            note="" if blocks else "Hari ini belum ada acara.",
        )

    def _funnel(self, place: Place) -> Slide:
        found = funnel(self._store.db)
        steps = (hall.Figure(words, count) for words, count in found.steps)
        title = f"{workshop(self._store.db).region_name}: dari Renstra ke quick win".removeprefix(": ")
        return Slide(
            hall.FUNNEL,
            eyebrow=self._stage_words(place.stage),
            title=title,
            body=hall.FunnelBody(tuple(item for item in steps if item.count)),
            note="" if found.programs else "Belum ada Renstra yang dibaca.",
        )

    def _helix(self, day: str, place: Place) -> Slide:
        found = self._came(day) if day else people(self._store.db)
        words = f"hadir {long_date(day_of(day))}" if day else "peserta terdaftar"
        return Slide(
            hall.HELIX,
            day,
            self._head(place.stage, hall.HELIX),
            f"{len(found)} {words}",
            body=hall.HelixBody(self._elements(found)),
            note="" if found else "Belum ada peserta.",
        )

    # Parts

    def _place(self, place: Place) -> Place:
        """Return the place with its stage and day known."""
        block = running(self._store.db)
        stage = place.stage or (block.stage if block else NO_ROW)
        if not stage:
            today = self._store.now().date().isoformat()
            own = [item.stage for item in self._of_day(place.day or today) if item.stage]
            stage = next(iter([*own, *(item.id for item in stages(self._store.db))]), NO_ROW)
        return Place(stage, place.day or self._day(stage, block), place.at)

    def _day(self, stage: RowId, block: Session | None) -> str:
        """Return the day of a stage that is meant: that of the running block, today, the last, the first."""
        if block is not None and block.date and block.stage == stage:
            return block.date
        today, days = self._store.now().date().isoformat(), days_of(self._store.db, self._stage(stage))
        before = [day for day in days if day < today]
        return today if today in days or not days else (before or days)[-1 if before else 0]

    def _now(self, place: Place) -> datetime:
        now = self._store.now()
        return place.at.astimezone(now.tzinfo) if place.at else now

    def _of_day(self, day: str) -> list[Session]:
        return [item for item in sessions(self._store.db) if item.date == day]

    def _stage(self, row: RowId) -> Stage:
        return next((item for item in stages(self._store.db) if item.id == row), Stage())

    def _stage_words(self, row: RowId) -> str:
        number = self._stage(row).number
        return f"Tahap {stage_name(number)}" if number else ""

    def _head(self, stage: RowId, kind: str) -> str:
        return f"{self._stage_words(stage)} · {hall.KINDS[kind]}".removeprefix(" · ")

    def _day_words(self, stage: RowId, day: str) -> str:
        days = days_of(self._store.db, self._stage(stage))
        return f"Ulasan hari {days.index(day) + 1}" if day in days else "Ulasan hari ini"

    def _shown_block(self, place: Place) -> Session | None:
        """Return the running block, else the next of the day."""
        found = running(self._store.db)
        if found is not None:
            return found
        coming = day_state(self._of_day(place.day), self._now(place)).next
        return coming.session if coming else None

    def _slots(self, block: Session) -> tuple[Slot, ...]:
        return slots(self._store.db, block.id) if block.kind in _GROUPED else ()

    def _state_lines(self, block: Session) -> tuple[hall.StateLine, ...]:
        return tuple(
            hall.StateLine(
                self._badge(item.group), STATE_WORDS[item.state], _TONES.get(item.state, hall.CALM)
            )
            for item in self._slots(block)
        )

    def _badge(self, group: Group) -> hall.Badge:
        own = next((item for item in dimensions(self._store.db) if item.id == group.dimension), None)
        code = own.code if own else ""
        name = own.name if own and group.name in {"", own.code, own.called} else group.name or group.code
        return hall.Badge(name, code, own.color if own else "", group.table_no, group.place)

    def _clock(self, now: datetime) -> hall.Ticking | None:
        """Return the countdown of the running block, None without one."""
        block = running(self._store.db)
        return block_clock(block, now, workshop(self._store.db).zone) if block is not None else None

    def _time_of_day(self, now: datetime) -> hall.Ticking:
        return time_of_day(now, workshop(self._store.db).zone)

    def _said(self, text: str) -> tuple[str, ...]:
        lines = (_NUMBERING.sub("", line.strip()) for line in text.splitlines())
        return tuple(self._store.say(line) for line in lines if line)

    def _came(self, day: str) -> list[Person]:
        """Return who was there on a day, everybody once."""
        known = attendances(self._store.db, day) if day else []
        rows = {item.person for item in known if item.state in _THERE}
        return [item for item in people(self._store.db) if item.id in rows]

    def _elements(self, found: Sequence[Person]) -> tuple[hall.Figure, ...]:
        count = Counter(item.element if item.element in ELEMENTS else "" for item in found)
        known = [hall.Figure(label("element", item), count[item]) for item in ELEMENTS] if found else []
        return (*known, *([hall.Figure("Belum dicatat", count[""])] if count[""] else []))

    def _group_figures(self, blocks: Sequence[Session]) -> tuple[hall.Figure, ...]:
        """Return how many rows each group of the day has answered; without groups every dimension."""
        written = answered(self._store, {item.id for item in blocks})
        groups = {
            slot.group.id: slot.group for block in blocks if block.started_at for slot in self._slots(block)
        }
        if not groups:
            own = [item for item in dimensions(self._store.db) if written[item.id]]
            return tuple(hall.Figure(item.name, written[item.id], item.code, item.color) for item in own)
        found = []
        for item in groups.values():
            badge, parties = self._badge(item), {item.dimension, *item.opds} - {NO_ROW}
            count = sum(written[row] for row in parties)
            found.append(hall.Figure(badge.name, count, badge.code, badge.color))
        return tuple(found)

    def _photos(self, block: Session) -> list[Photo]:
        return photos(self._store.db, block.id)

    def _content(self, item: Photo) -> bytes:
        found = attachment.get(self._store.db, item.picture)
        return found.content if found else b""
