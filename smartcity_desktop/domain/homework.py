"""Homework (pekerjaan rumah): what an agency has still to finish after a stage, until when, how far it is.

Where no agency answers for a sheet, it is that of whoever leads it, of its assessor, or of the region's team.

Most of it is read from the sheets themselves; people change words, day and state, and add lines of their own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import day_of, label, long_date, number, stage_name

TO_DO, DOING, DONE = "belum", "sedang", "selesai"
DELIVERED: Final = frozenset({"diserahkan", "diperiksa", "disepakati"})
"""States of a sheet that is no longer owed as a whole."""
LATE, SOON, OPEN, FINISHED = "lewat", "dekat", "jalan", "selesai"
TONES: Final = {LATE: "danger", SOON: "warning", OPEN: "neutral", FINISHED: "good"}
_NEAR: Final = timedelta(days=3)
_NAMED: Final = 4
"""Columns that are named one by one; of more the rest is counted."""


@dataclass(frozen=True, slots=True)
class Homework:
    """One thing that is owed since a stage; ``sheet`` is empty where people wrote it themselves.

    ``opd`` is empty where no agency answers for the sheet.

    ``due`` is an ISO day, ``state`` one of ``entity.PROGRESS``, ``promised`` what was said when it was
    chased, ``reminded_at`` the ISO moment of the last reminder (ditagih).
    """

    id: RowId = NO_ROW
    pos: str = ""
    stage: RowId = NO_ROW
    sheet: RowId = NO_ROW
    opd: RowId = NO_ROW
    text: str = ""
    due: str = ""
    state: str = ""
    promised: str = ""
    made_at: str = ""
    reminded_at: str = ""

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return self.state == DONE


@dataclass(frozen=True, slots=True)
class HomeworkRow:
    """One line as it is shown: with the names of agency and stage, and what its sheet lacks now (``left``).

    ``opd`` names the agency, or whoever else it is addressed to; ``tone`` is one of ``TONES``.
    """

    id: RowId = NO_ROW
    homework: Homework = field(default_factory=Homework)
    opd: str = ""
    stage: int = 0
    worksheet: RowId = NO_ROW
    code: str = ""
    left: str = ""
    tone: str = OPEN

    @property
    def can_be_settled(self) -> bool:
        """Whether its sheet has meanwhile all that was owed."""
        return bool(self.homework.sheet) and not self.left and not self.homework.is_done


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What a sheet lacks: handed in or not, rows answered of those that count, open comments, wanted cells.

    ``opds`` are the agencies that answer for it; ``to`` names who does where none of them can. ``owed`` are
    the scores that an assessor has still to give.
    """

    sheet: RowId
    worksheet: RowId = NO_ROW
    code: str = ""
    title: str = ""
    number: str = ""
    party: str = ""
    opds: tuple[RowId, ...] = ()
    status: str = ""
    done: int = 0
    total: int = 0
    takes_rows: bool = False
    on_paper: bool = False
    comments: int = 0
    missing: tuple[tuple[str, int], ...] = ()
    to: str = ""
    owed: int = 0

    @property
    def is_owed(self) -> bool:
        """Whether anything is left; what lies on paper and was not keyed in yet is not owed by the agency."""
        if self.on_paper and self.status not in DELIVERED:
            return bool(self.comments)
        return self.status not in DELIVERED or bool(self.comments or self.missing or self.owed)


def lacks(item: Unfinished) -> str:
    """Return what a sheet lacks in words: ``belum diserahkan (3 dari 12 baris), 2 catatan telaah``."""
    told: list[str] = []
    if item.status not in DELIVERED and not item.on_paper:
        word = "perlu perbaikan" if item.status == "perbaikan" else "belum diserahkan"
        told.append(f"{word} ({_far(item)})")
    if item.owed and not item.on_paper:
        told.append(f"{number(item.owed)} nilai belum diberikan")
    if item.comments:
        told.append(f"{number(item.comments)} catatan telaah belum selesai")
    if item.missing:
        named = [f"{name} ({number(count)} baris)" for name, count in item.missing[:_NAMED]]
        more = len(item.missing) - len(named)
        told.append("belum diisi: " + ", ".join(named) + (f", dan {more} kolom lain" if more else ""))
    return "; ".join(told)


def words_of(item: Unfinished) -> str:
    """Return the words of a line of homework: the sheet, then what it lacks."""
    whose = f" ({item.party})" if item.party else ""
    return f"{item.code} {item.title}{whose}: {lacks(item)}"


def _far(item: Unfinished) -> str:
    if item.takes_rows:
        return f"{number(item.done)} baris terisi" if item.done else "belum ada isian"
    if not item.total:
        return "belum ada isian"
    return f"{number(item.done)} dari {number(item.total)} baris terisi"


def tone_of(item: Homework, today: date) -> str:
    """Return how pressing a line is: late after its day, soon within three days of it."""
    due = day_of(item.due)
    if item.is_done:
        return FINISHED
    if due is None:
        return OPEN
    if due < today:
        return LATE
    return SOON if due - today <= _NEAR else OPEN


@dataclass(frozen=True, slots=True)
class Standing:
    """How many lines are open, and of these late, and how many are done."""

    open: int = 0
    late: int = 0
    done: int = 0

    @property
    def words(self) -> str:
        """``12 belum selesai · 3 lewat batas · 5 selesai``."""
        told = [f"{number(self.open)} belum selesai"]
        told += [f"{number(self.late)} lewat batas"] if self.late else []
        return " · ".join([*told, f"{number(self.done)} selesai"])


def counted(items: Iterable[Homework], today: date) -> Standing:
    """Return how the homework stands."""
    known = list(items)
    tones = [tone_of(item, today) for item in known]
    done = tones.count(FINISHED)
    return Standing(len(known) - done, tones.count(LATE), done)


def state_words(item: Homework, today: date) -> str:
    """Return the state as it is printed: ``Belum (lewat batas)``."""
    late = " (lewat batas)" if tone_of(item, today) == LATE else ""
    return label("state", item.state or TO_DO) + late


# What changed since a stage --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Growth:
    """How many rows one sheet had when a stage ended and has now."""

    sheet: RowId
    worksheet: RowId
    code: str
    title: str
    party: RowId
    called: str
    before: int
    after: int

    @property
    def words(self) -> str:
        """``L3 Analisis SWOT: 4 → 9 baris``."""
        return f"{self.code} {self.title}: {number(self.before)} → {number(self.after)} baris"


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since the last day of the stage before this one: homework by agency, sheets that grew.

    ``stage`` is the number of that earlier stage, 0 where there is none; ``ended`` its last day (ISO), empty
    where it has none; nothing is told of growth before that day ``is_over``.
    """

    stage: int = 0
    ended: str = ""
    is_over: bool = False
    homework: tuple[tuple[RowId, str, Standing], ...] = ()
    growth: tuple[Growth, ...] = ()

    @property
    def when(self) -> str:
        """``hari terakhir Tahap III (2 September 2026)``: a day of the calendar, whatever was ended."""
        day = day_of(self.ended)
        told = f" ({long_date(day, weekday=False)})" if day else ""
        return f"hari terakhir Tahap {stage_name(self.stage)}{told}"

    @property
    def whole(self) -> Standing:
        """All homework of the earlier stage together."""
        told = [item for _, _, item in self.homework]
        return Standing(
            sum(item.open for item in told), sum(item.late for item in told), sum(item.done for item in told)
        )

    @property
    def words(self) -> str:
        """One sentence: homework done of all, sheets that grew and by how many rows."""
        if not self.stage:
            return ""
        whole = self.whole
        total = whole.open + whole.done
        done = f"{number(whole.done)} dari {number(total)} pekerjaan rumah selesai" if total else ""
        more = [item for item in self.growth if item.after > item.before]
        rows = sum(item.after - item.before for item in more)
        grown = f"{number(len(more))} lembar bertambah {number(rows)} baris" if more else ""
        return ", ".join(filter(None, (done, grown))) or "belum ada yang berubah"


def by_party(growth: Sequence[Growth], party: RowId) -> tuple[Growth, ...]:
    """Return the sheets of one party that are not as they were."""
    return tuple(item for item in growth if item.party == party and item.before != item.after)
