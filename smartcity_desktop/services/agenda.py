"""The agenda of a stage as a plan: its days, their blocks, and rundowns to begin with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from smartcity_desktop.domain import agenda
from smartcity_desktop.domain.agenda import Day
from smartcity_desktop.domain.agenda_plan import AgendaPlan, PlanDay, TemplateList
from smartcity_desktop.domain.agenda_template import AgendaTemplate, TemplateBlock, blocks_of, template_from
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.order import moved
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import label, shortened
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import agenda_template as files
from smartcity_desktop.storage import session as query
from smartcity_desktop.storage.group import groupings
from smartcity_desktop.storage.stage_days import days_of
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheets
from smartcity_desktop.storage.workshop import stages, workshop

_LABEL_LETTERS: Final = 40
_PLANNED: Final = (
    *("stage", "date", "title", "start_plan", "end_plan", "place", "leader", "worksheet", "kind", "fixed"),
    *("slack", "speaker", "public", "private", "grouping", "speak_minutes", "reply_minutes", "usual_minutes"),
)
"""What a block is born with; what happens while it runs is not planned."""


@dataclass(frozen=True, slots=True)
class NewBlock:
    """A block that is to be added; ``minutes`` 0 for what is usual, ``start`` (``HH:MM``) for a fixed one."""

    title: str
    kind: str = "materi"
    minutes: int = 0
    start: str = ""


class AgendaService:
    """Plans the days; each change writes the later times with it, in one act."""

    def __init__(self, store: Store, folder: Path) -> None:
        """Stand on the open file; ``folder`` holds the rundowns that were saved on this laptop."""
        self._store = store
        self._folder = folder

    def plan(self, stage: RowId) -> AgendaPlan:
        """Return the agenda of a stage."""
        found = self._stage(stage)
        own = agenda.stage_days(found.date_start, found.date_end)
        days = self.days(stage)
        made = tuple(
            PlanDay(day, found.place_on(day), agenda.placed(self.blocks(stage, day))) for day in days
        )
        return AgendaPlan(
            stage=found,
            days=made,
            worksheets=tuple((item.id, f"{item.code} {item.title}") for item in worksheets(self._store.db)),
            groupings=tuple((item.id, item.title) for item in groupings(self._store.db, stage)),
            zone=workshop(self._store.db).zone,
            astray=sum(
                not item.block.started_at for day in made if day.day not in own for item in day.blocks
            ),
        )

    def days(self, stage: RowId) -> tuple[str, ...]:
        """Return the ISO days of a stage: those between its dates, and those that blocks stand on."""
        return days_of(self._store.db, self._stage(stage))

    def blocks(self, stage: RowId, day: str) -> Day:
        """Return the blocks of a day in their order."""
        return agenda.in_order(item for item in query.sessions(self._store.db, stage) if item.date == day)

    def add(
        self, stage: RowId, day: str, new: NewBlock, *, after: RowId | None = None
    ) -> tuple[RowId, Changes]:
        """Add a block behind another one (at the end of the day) and return its id."""
        minutes = new.minutes or agenda.USUAL_MINUTES.get(new.kind, agenda.USUAL)
        start = agenda.minute_of(new.start)
        begin = agenda.DAY_START if start is None else start
        made = Session(
            stage=stage,
            date=day,
            title=new.title,
            kind=new.kind,
            fixed=start is not None,
            start_plan=agenda.clock_of(begin),
            end_plan=agenda.clock_of(begin + minutes),
        )
        return self._insert(made, after, f"tambah {_short(new.title or agenda.kind_words(new.kind))}")

    def duplicate(self, row: RowId) -> tuple[RowId, Changes]:
        """Put a block like this one behind it and return the new one's id."""
        block = self._block(row)
        same = Session(**{name: getattr(block, name) for name in _PLANNED})
        return self._insert(replace(same, fixed=False), row, f"gandakan {_short(block.title)}")

    def move(self, row: RowId, day: str, place: int) -> Changes:
        """Put a block at a place (from 0, among the rest) of a day of its stage.

        Raises UserFault ``agenda-begun`` where it has begun.
        """
        block = self._still_planned(row)
        source = self.blocks(block.stage, block.date)
        edits: list[Edit] = []
        if day == block.date:
            before, after = source, agenda.moved(source, row, place)
        else:
            edits += agenda.edits(source, agenda.removed(source, row))
            before = self.blocks(block.stage, day)
            after = agenda.inserted(before, agenda.on_day(block, day), place)
            before = (*before, block)
        edits += agenda.edits(before, after)
        if [item.id for item in before] == [item.id for item in after] and day == block.date:
            return Changes()
        return self._store.write([*edits, *_places(after, row)], f"geser {_short(block.title)}")

    def resize(self, row: RowId, minutes: int) -> Changes:
        """Make a block last so many minutes (5 to 720). Raises UserFault ``agenda-begun``."""
        return self._recompute(row, lambda day: agenda.resized(day, row, minutes), "ubah lama")

    def lengthen(self, row: RowId, by: int) -> Changes:
        """Make a block so many minutes longer, or shorter. Raises UserFault ``agenda-begun``."""
        return self.resize(row, agenda.minutes_of(self._block(row)) + by)

    def step(self, row: RowId, by: int) -> Changes:
        """Put a block so many places later in its day, or earlier. Raises UserFault ``agenda-begun``."""
        block = self._still_planned(row)
        day = self.blocks(block.stage, block.date)
        wanted = min(len(day) - 1, max(0, agenda.place_of(day, row) + by))
        return self.move(row, block.date, wanted)

    def pin(self, row: RowId, start: str) -> Changes:
        """Let a block keep this start (``HH:MM``), or follow the others (empty).

        Raises UserFault ``agenda-begun``.
        """
        return self._recompute(row, lambda day: agenda.pinned(day, row, start), "ubah waktu")

    def begin_day(self, stage: RowId, day: str, start: str) -> Changes:
        """Let a whole day begin at another time (``HH:MM``); fixed points and what has begun stay."""
        before = self.blocks(stage, day)
        return self._store.write(agenda.edits(before, agenda.started(before, start)), "ubah jam mulai hari")

    def change(self, row: RowId, field: str, value: Value) -> Changes:
        """Change one field of a block that moves no time: its words, kind, room, worksheet and the like."""
        return self._store.write([Set("session", row, field, value)], "ubah sesi", typing=True)

    def remove(self, row: RowId) -> Changes:
        """Delete a block. Raises UserFault ``agenda-begun-kept`` where it has begun: notes belong to it."""
        block = self._block(row)
        if block.started_at:
            raise UserFault("agenda-begun-kept", title=block.title)
        before = self.blocks(block.stage, block.date)
        edits = [*agenda.edits(before, agenda.removed(before, row)), Gone("session", row)]
        return self._store.write(edits, f"hapus {_short(block.title or agenda.kind_words(block.kind))}")

    def follow_dates(self, stage: RowId) -> Changes:
        """Put what has not begun onto the days that the stage has now: its first day on the first, and so on.

        A lunch takes the hours of its new day. Days that are more than the stage has stay where they are,
        and nothing is put onto a day on which something has begun.
        """
        found = self._stage(stage)
        own = agenda.stage_days(found.date_start, found.date_end)
        blocks = query.sessions(self._store.db, stage)
        waiting = [item for item in blocks if not item.started_at]
        begun = {item.date for item in blocks if item.started_at}
        edits: list[Edit] = []
        for old, new in agenda.followed({item.date for item in waiting}, begun, own).items():
            if old != new:
                before = tuple(item for item in waiting if item.date == old)
                edits += agenda.edits(before, _as_on(before, new))
        return self._store.write(edits, "geser tanggal susunan acara")

    def templates(self) -> TemplateList:
        """Return the rundowns of the shelf in the words of this event, and those saved on this laptop."""
        own, broken = files.own(self._folder)
        return TemplateList((*map(self._worded, files.on_shelf()), *own), broken)

    def use_template(self, stage: RowId, key: str, *, own: bool = False) -> Changes:
        """Put a rundown onto the days of a stage, one act; what has not begun on them makes room.

        Days of the rundown that the stage has not are left out. Raises UserFault ``agenda-no-day`` where the
        stage has no date, ``agenda-template-broken`` where the rundown cannot be read.
        """
        template = self._template(key, own=own)
        found = self._stage(stage)
        days = agenda.stage_days(found.date_start, found.date_end)
        if not days:
            raise UserFault("agenda-no-day")
        sheets = {item.code: item.id for item in worksheets(self._store.db)}
        made: list[Session] = []
        edits: list[Edit] = []
        for day, wanted in zip(days, template.days, strict=False):
            standing = self.blocks(stage, day)
            edits += [Gone("session", item.id) for item in standing if not item.started_at]
            made += [replace(item, stage=stage) for item in blocks_of(wanted, day, sheets)]
        for item, pos in zip(made, self._store.positions("session", len(made)), strict=True):
            edits.append(Birth("session", self._store.ids.new(), {**_values(item), "pos": pos}))
        return self._store.write(edits, f"pakai susunan {_short(template.title)}")

    def save_template(self, stage: RowId, title: str) -> str:
        """Save the agenda of a stage as a rundown on this laptop, under a name; return its key.

        Raises UserFault ``agenda-empty`` where there is no block, DiskFault ``file-not-written``.
        """
        codes = {item.id: item.code for item in worksheets(self._store.db)}
        days = [self.blocks(stage, day) for day in self.days(stage)]
        name = " ".join(title.split())[:80] or "Susunan acara"
        template = template_from(name, days, codes)
        if not template.days:
            raise UserFault("agenda-empty")
        return files.keep(self._folder, template)

    def remove_template(self, key: str) -> None:
        """Delete a rundown that was saved on this laptop."""
        files.drop(self._folder, key)

    def _template(self, key: str, *, own: bool) -> AgendaTemplate:
        if own:
            return files.own_one(self._folder, key)
        found = next((item for item in files.on_shelf() if item.key == key), None)
        if found is None:
            raise UserFault("agenda-template-broken", name=key)
        return self._worded(found)

    def _worded(self, template: AgendaTemplate) -> AgendaTemplate:
        """Return a rundown of the shelf with the region's head, the ministry and the words of the event."""
        event = workshop(self._store.db)
        head = label("region_head", event.region_kind) if event.region_kind else "Kepala daerah"
        names = {"{head}": head, "{ministry}": event.ministry or "Kementerian"}

        def said(text: str) -> str:
            text = self._store.say(text)
            for mark, name in names.items():
                text = text.replace(mark, name)
            return text

        def block(item: TemplateBlock) -> TemplateBlock:
            return replace(
                item,
                title=said(item.title),
                speaker=said(item.speaker),
                public=said(item.public),
                private=said(item.private),
            )

        days = tuple(replace(day, blocks=tuple(map(block, day.blocks))) for day in template.days)
        return replace(template, title=said(template.title), words=said(template.words), days=days)

    def _insert(self, new: Session, after: RowId | None, words: str) -> tuple[RowId, Changes]:
        before = self.blocks(new.stage, new.date)
        place = agenda.place_of(before, after) + 1 if after else len(before)
        made = replace(new, id=self._store.ids.new())
        day = agenda.inserted(before, made, place)
        born = day[agenda.place_of(day, made.id)]
        edits: list[Edit] = [Birth("session", made.id, _values(born)), *agenda.edits(before, day)]
        return made.id, self._store.write([*edits, *_places(day, made.id)], words)

    def _recompute(self, row: RowId, change: Callable[[Day], Day], words: str) -> Changes:
        block = self._still_planned(row)
        before = self.blocks(block.stage, block.date)
        edits = agenda.edits(before, change(before))
        if not edits:
            return Changes()
        return self._store.write(edits, f"{words} {_short(block.title or agenda.kind_words(block.kind))}")

    def _still_planned(self, row: RowId) -> Session:
        block = self._block(row)
        if block.started_at:
            raise UserFault("agenda-begun", title=block.title)
        return block

    def _block(self, row: RowId) -> Session:
        found = query.session(self._store.db, row)
        if found is None:
            raise UserFault("row-gone")
        return found

    def _stage(self, row: RowId) -> Stage:
        found = next((item for item in stages(self._store.db) if item.id == row), None)
        if found is None:
            raise UserFault("row-gone")
        return found


def _short(text: str) -> str:
    return shortened(text, _LABEL_LETTERS)


def _values(block: Session) -> Mapping[str, Value]:
    return {name: getattr(block, name) for name in _PLANNED if getattr(block, name) not in {"", None, False}}


def _as_on(blocks: Sequence[Session], day: str) -> Day:
    """Return the blocks of a day on another one; a lunch that grows takes its minutes from the morning."""
    there = agenda.flow([agenda.on_day(item, day) for item in agenda.in_order(blocks)])
    is_friday = agenda.lunch(day) == agenda.FRIDAY_LUNCH != agenda.lunch(blocks[0].date)
    return agenda.fitted(there) if is_friday else there


def _places(day: Sequence[Session], row: RowId) -> list[Edit]:
    """Return the order keys that bring a block to its place in the day."""
    wanted = [(item.id, item.pos) for item in day if not agenda.is_unplanned(item)]
    return [Set("session", item, "pos", pos) for item, pos in moved(wanted, row).items()] if wanted else []
