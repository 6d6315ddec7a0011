"""Where the blocks of the days lie on the board, and what each of them says."""

from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain import agenda
from smartcity_desktop.domain.agenda import Placed
from smartcity_desktop.domain.agenda_plan import AgendaPlan, PlanDay
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import DAYS, MONTHS, day_of, plan_time

GAP: Final = 12
"""Pixels between two days, and round them."""
_LEAST_PER_MINUTE: Final = 0.7
_MOST_PER_MINUTE: Final = 1.7
_STEP: Final = 0.1
_PAUSE: Final = "istirahat"
_BETWEEN: Final = 3

SHORT_KINDS: Final = {
    "materi": "Materi",
    "kelompok": "Kelompok",
    "presentasi": "Presentasi",
    "seremoni": "Seremoni",
    "penandatanganan": "Tanda tangan",
    "foto": "Foto",
    "kunjungan": "Kunjungan",
    "istirahat": "Istirahat",
}
NO_TITLE: Final = "Tanpa judul"


@dataclass(frozen=True, slots=True)
class Measure:
    """Lengths in pixels at the type size of now: a block of one line, a word between two, a day's head."""

    line: int = 30
    word: int = 20
    head: int = 62
    column: int = 190


@dataclass(frozen=True, slots=True)
class Box:
    """A block on the board: its day and place there, its rectangle, who speaks where.

    ``word_top`` is where the words about gap or overrun stand above it, 0 for none.
    """

    item: Placed
    day: int
    place: int
    left: int
    top: int
    width: int
    height: int
    word_top: int = 0
    where: str = ""

    @property
    def row(self) -> str:
        """The block's row."""
        return self.item.block.id

    @property
    def bottom(self) -> int:
        """The pixel below it."""
        return self.top + self.height

    def holds(self, x: int, y: int) -> bool:
        """Tell whether a point lies in it."""
        return self.left <= x < self.left + self.width and self.top <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Layout:
    """All boxes of the board, its size, and how many pixels a minute has."""

    boxes: tuple[Box, ...] = ()
    width: int = 0
    height: int = 0
    column: int = 0
    per_minute: float = 1.0


def lay(plan: AgendaPlan, width: int, height: int, measure: Measure) -> Layout:
    """Return the board in a view of this size: as much of each minute as lets the longest day fit.

    A block is never lower than one line, and a day never narrower than its least width.
    """
    count = max(1, len(plan.days))
    column = max(measure.column, (width - GAP * (count + 1)) // count)
    found = Layout()
    for step in range(round((_MOST_PER_MINUTE - _LEAST_PER_MINUTE) / _STEP) + 1):
        per_minute = _MOST_PER_MINUTE - step * _STEP
        boxes = [
            box for number in range(len(plan.days)) for box in _day(plan, number, column, per_minute, measure)
        ]
        bottom = max((box.bottom for box in boxes), default=measure.head) + GAP
        found = Layout(tuple(boxes), column * count + GAP * (count + 1), bottom, column, per_minute)
        if bottom <= height:
            break
    return found


def _day(plan: AgendaPlan, number: int, column: int, per_minute: float, measure: Measure) -> list[Box]:
    left, top = left_of(number, column), measure.head
    boxes: list[Box] = []
    day = plan.days[number]
    for place, item in enumerate(day.blocks):
        word = 0
        if item.says:
            word, top = top, top + measure.word
        height = max(measure.line, round(item.minutes * per_minute))
        where = where_words(item.block, day.place)
        boxes.append(Box(item, number, place, left, top, column, height, word, where))
        top += height + _BETWEEN
    return boxes


def left_of(number: int, column: int) -> int:
    """Return where a day begins, in pixels from the left."""
    return GAP + number * (column + GAP)


def day_at(layout: Layout, x: int, count: int) -> int:
    """Return the day under a point, the nearest one between two."""
    return min(max(0, count - 1), max(0, (x - GAP // 2) // (layout.column + GAP)))


def drop_place(layout: Layout, day: int, y: int, row: str) -> int:
    """Return at which place among the other blocks of a day a block that is let go here would come."""
    others = [box for box in layout.boxes if box.day == day and box.row != row]
    return sum(y > box.top + box.height // 2 for box in others)


def drop_line(layout: Layout, day: int, place: int, row: str, head: int) -> int:
    """Return the height at which the line is drawn that shows where the block would come."""
    others = [box for box in layout.boxes if box.day == day and box.row != row]
    if place < len(others):
        return others[place].top - 2
    return others[-1].bottom + 1 if others else head


def now_at(plan: AgendaPlan) -> RowId:
    """Return the block a stage stands at: the running one, else the first to come, else the first."""
    known = [item.block for day in plan.days for item in day.blocks]
    running = [item for item in known if item.is_running]
    coming = [item for item in known if not item.started_at and not item.skipped]
    return next((item.id for item in (*running, *coming, *known)), NO_ROW)


def beside(plan: AgendaPlan, row: str, step: int) -> str:
    """Return the block of the day before or after (-1, 1) that is nearest in time, empty where there is none.

    Days without blocks are passed over.
    """
    number, item = _seek(plan, row)
    if item is None:
        return ""
    days = plan.days[number + 1 :] if step > 0 else plan.days[:number][::-1]
    day = next((day for day in days if day.blocks), None)
    return min(day.blocks, key=lambda other: abs(other.start - item.start)).block.id if day else ""


def along(plan: AgendaPlan, row: str, step: int) -> str:
    """Return the block so many places further in the same day, the last or first one at its end."""
    number, item = _seek(plan, row)
    if item is None:
        return ""
    blocks = plan.days[number].blocks
    place = min(len(blocks) - 1, max(0, blocks.index(item) + step))
    return blocks[place].block.id


def place_of(plan: AgendaPlan, row: str) -> tuple[int, int]:
    """Return the day (from 0) and the place in it of a block, (-1, -1) where it is not there."""
    number, item = _seek(plan, row)
    return (number, plan.days[number].blocks.index(item)) if item else (-1, -1)


def _seek(plan: AgendaPlan, row: str) -> tuple[int, Placed | None]:
    return next(
        (
            (number, item)
            for number, day in enumerate(plan.days)
            for item in day.blocks
            if item.block.id == row
        ),
        (-1, None),
    )


def title_of(block: Session) -> str:
    """Return what a block is called."""
    return block.title.strip() or NO_TITLE


def day_words(day: str) -> str:
    """Return ``Selasa, 4 Agustus``; the year stands in the frame."""
    found = day_of(day)
    return f"{DAYS[found.weekday()]}, {found.day} {MONTHS[found.month - 1]}" if found else "Belum bertanggal"


def day_span(day: PlanDay) -> str:
    """Return ``07.30–16.15``, from when to when a day is planned."""
    planned = [item for item in day.blocks if not agenda.is_unplanned(item.block)]
    if not planned:
        return "belum ada sesi"
    end = max(item.end for item in planned)
    return f"{plan_time(agenda.clock_of(planned[0].start))}–{plan_time(agenda.clock_of(end))}"


def state_words(block: Session) -> str:
    """Return what became of a block: running, done with its real times, skipped; empty before."""
    if block.skipped:
        return "Dilewati"
    if not block.started_at:
        return ""
    began = plan_time(block.started_at)
    return (
        f"Selesai, nyata {began}–{plan_time(block.ended_at)}" if block.ended_at else f"Berjalan sejak {began}"
    )


def state_word(block: Session) -> str:
    """Return what became of a block in two words; empty before."""
    if block.skipped or not block.started_at:
        return "dilewati" if block.skipped else ""
    return f"selesai {plan_time(block.ended_at)}" if block.ended_at else "berjalan"


def where_words(block: Session, usual: str = "") -> str:
    """Return speaker and room on one line; the room only where it is not the ``usual`` one of the day."""
    room = block.place.strip() if block.place.strip() != usual.strip() else ""
    return " · ".join(part for part in (block.speaker.strip(), room) if part)


def spoken(item: Placed) -> str:
    """Return a block in one sentence for who hears the screen instead of seeing it."""
    block = item.block
    parts = [
        title_of(block),
        agenda.kind_words(block.kind),
        agenda.span(item),
        f"{item.minutes} menit",
        "jam tetap" if block.fixed else "",
        item.says,
        state_words(block),
        where_words(block),
    ]
    return ", ".join(part for part in parts if part)


def counts(plan: AgendaPlan) -> str:
    """Return ``2 hari · 16 sesi · 3 istirahat · WITA``: nobody works in a break."""
    if not plan.count:
        return ""
    pauses = sum(block.block.kind == _PAUSE for day in plan.days for block in day.blocks)
    resting = f"{pauses} istirahat" if pauses else ""
    parts = [f"{len(plan.days)} hari", f"{plan.count - pauses} sesi", resting, plan.zone]
    return " · ".join(part for part in parts if part)
