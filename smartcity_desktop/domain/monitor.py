"""Programs smart city and quick wins year by year: planned, run, how far, what shows it.

Whether one is planned for a year is proposed from its years and from the road map until a person says so.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.dimension import Dimension
from smartcity_desktop.domain.entity import RUN_STATES
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.quickwin_sheet import WHOLE, average_words
from smartcity_desktop.domain.wording import day_of, number

PROGRAM, QUICKWIN = "initiative", "quickwin"
KIND_WORDS: Final[Mapping[str, str]] = {PROGRAM: "Program", QUICKWIN: "Quick win"}
STATE_WORDS: Final[Mapping[str, str]] = {
    "belum": "Belum berjalan",
    "berjalan": "Berjalan",
    "selesai": "Selesai",
    "tertunda": "Tertunda",
    "batal": "Batal",
}
RUNS: Final = frozenset({"berjalan", "selesai"})
KEYS: Final[Mapping[str, str]] = {
    "b": "belum",
    "j": "berjalan",
    "s": "selesai",
    "t": "tertunda",
    "x": "batal",
}
"""One letter for each state, for whoever goes through a whole year."""
SUM_HEADS: Final = (
    *("Direncanakan", "Dilaporkan", "Berjalan", "Dengan bukti", "Di luar rencana", "Realisasi (Rp)"),
)
"""Heads of the counts, behind that of what they are counted by."""
_DECADE: Final = 10
_HALF: Final = 5
_LATE_HALF: Final = "6-10"
_YEAR: Final = 12
_SEVERAL: Final = 2


@dataclass(frozen=True, slots=True)
class Monitored:
    """One program smart city or quick win that is followed; years are calendar years, None where unknown.

    ``milestones`` are the calendar years in which its road map names something; ``progress`` is how far the
    sheet of a quick win says it is, whatever was reported for a year.
    """

    id: RowId = NO_ROW
    kind: str = PROGRAM
    name: str = ""
    dimension: RowId = NO_ROW
    opd: RowId = NO_ROW
    first: int | None = None
    last: int | None = None
    milestones: frozenset[int] = frozenset()
    candidate: RowId = NO_ROW
    progress: int | None = None

    @property
    def hint(self) -> str:
        """The state that the sheet of a quick win speaks for while nobody has given one."""
        return hint_of(self.progress)

    def is_planned(self, year: int) -> bool:
        """Whether its years or its road map name this year."""
        if self.first is not None:
            last = self.last if self.last is not None else self.first
            if self.first <= year <= max(last, self.first):
                return True
        return year in self.milestones


@dataclass(frozen=True, slots=True)
class Monitor:
    """What was written about one subject in one year; ``planned`` is None while nobody said so."""

    id: RowId = NO_ROW
    subject: RowId = NO_ROW
    year: int | None = None
    planned: bool | None = None
    state: str = ""
    progress: int | None = None
    achieved: str = ""
    spent: int | None = None
    evidence: str = ""
    note: str = ""

    @property
    def says(self) -> bool:
        """Whether anything was written, and not only emptied again."""
        texts = (self.state, self.achieved, self.evidence, self.note)
        figures = (self.planned, self.progress, self.spent)
        return any(text.strip() for text in texts) or any(one is not None for one in figures)


def together(subject: RowId, told: Sequence[Monitor], names: Mapping[RowId, str]) -> Monitor | None:
    """Return what was written about several programs in one year as of the program they went into.

    Planned is what one of them was; money is added up; texts stand behind each other. Where they stand
    differently it runs once one of them does, and is as far as the one that is least far: the note then says
    how each stood, by ``names``. None where nothing was written.
    """
    said = [item for item in told if item.says]
    if not said:
        return None
    planned = [item.planned for item in said if item.planned is not None]
    spent = [item.spent for item in said if item.spent is not None]
    progress = [item.progress for item in said if item.progress is not None]
    states = dict.fromkeys(item.state for item in said if item.state)
    differ = len(states) > 1 or len({*progress}) > 1
    apart = "; ".join(_stood(item, names.get(item.subject, "")) for item in said if differ)
    return Monitor(
        subject=subject,
        year=said[0].year,
        planned=any(planned) if planned else None,
        state=_common(tuple(states)),
        progress=min(progress, default=None),
        achieved=_joined((item.achieved for item in said), "; "),
        spent=sum(spent) if spent else None,
        evidence=_joined((item.evidence for item in said), "\n"),
        note=_joined((*(item.note for item in said), f"Sebelum digabung: {apart}." if apart else ""), "\n"),
    )


def _joined(texts: Iterable[str], between: str) -> str:
    return between.join(dict.fromkeys(told for text in texts if (told := text.strip())))


def _common(states: Sequence[str]) -> str:
    """Return the one state that all have, else the one that holds for them together."""
    if len(states) < _SEVERAL:
        return "".join(states)
    if RUNS & {*states}:
        return "berjalan"
    return "tertunda" if "tertunda" in states else "belum"


def _stood(item: Monitor, name: str) -> str:
    far = f"{item.progress}%" if item.progress is not None else ""
    words = " ".join(filter(None, (STATE_WORDS.get(item.state, "").lower(), far)))
    return f"{' '.join(name.split())} {words or 'belum dilaporkan'}".strip()


@dataclass(frozen=True, slots=True)
class MonitorLine:
    """One subject in one year: what was written, and whether it is planned, by a person or as proposed."""

    id: RowId = NO_ROW
    subject: Monitored = field(default_factory=Monitored)
    planned: bool = False
    said: bool = False
    state: str = ""
    progress: int | None = None
    achieved: str = ""
    spent: int | None = None
    evidence: str = ""
    note: str = ""

    @property
    def runs(self) -> bool:
        """Whether it runs or is finished."""
        return self.state in RUNS

    @property
    def is_reported(self) -> bool:
        """Whether anybody said how it stands; of all others it is unknown, which is not the same as no."""
        return bool(self.state)

    @property
    def is_shown(self) -> bool:
        """Whether something shows that it runs."""
        return self.runs and bool(self.evidence.strip())

    @property
    def is_of_year(self) -> bool:
        """Whether it is told of in the year: it is planned, or something was written about it."""
        return self.planned or self.is_reported or self.progress is not None or bool(self.evidence.strip())


Home = Callable[[MonitorLine], RowId]
"""What a line is counted under."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Counts of some lines: planned, reported of those, run and shown by evidence; run though not planned."""

    name: str = ""
    planned: int = 0
    reported: int = 0
    run: int = 0
    shown: int = 0
    beside: int = 0
    spent: int = 0

    @property
    def unsaid(self) -> int:
        """Planned, and nobody reported how it stands."""
        return self.planned - self.reported

    @property
    def percent(self) -> int | None:
        """Run in percent of what was reported, None where nothing was."""
        return (self.run * WHOLE * 2 + self.reported) // (self.reported * 2) if self.reported else None

    @property
    def run_words(self) -> str:
        """``28 (93%)``, the share of what was reported."""
        return number(self.run) + (f" ({self.percent}%)" if self.percent is not None else "")

    @property
    def told(self) -> str:
        """How many of those reported run: ``28 dari 30 yang dilaporkan berjalan, 19 dengan bukti; 11 …``."""
        if not self.reported:
            return f"{number(self.planned)} direncanakan, belum ada yang dilaporkan"
        among = "dilaporkan" if self.unsaid else "direncanakan"
        said = f"{number(self.run)} dari {number(self.reported)} yang {among} berjalan, "
        said += f"{number(self.shown)} dengan bukti"
        lacks = f"; {number(self.unsaid)} dari {number(self.planned)} yang direncanakan belum dilaporkan"
        return said + (lacks if self.unsaid else "")


@dataclass(frozen=True, slots=True)
class MonitorBoard:
    """All subjects in one year, with the names that their rows are called by."""

    year: int = 0
    years: tuple[int, ...] = ()
    lines: tuple[MonitorLine, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    names: Mapping[RowId, str] = field(default_factory=dict)

    def line(self, subject: str) -> MonitorLine | None:
        """Return the line of a subject."""
        return next((item for item in self.lines if item.id == subject), None)

    def code_of(self, row: RowId) -> str:
        """Return the code of a dimension, ``–`` where there is none."""
        return next((item.code for item in self.dimensions if item.id == row), "–")

    @property
    def programs(self) -> tuple[MonitorLine, ...]:
        """The programs; quick wins are counted apart: most of them stand among the programs too."""
        return tuple(item for item in self.lines if item.subject.kind == PROGRAM)

    @property
    def quickwins(self) -> tuple[MonitorLine, ...]:
        """The quick wins."""
        return tuple(item for item in self.lines if item.subject.kind == QUICKWIN)

    @property
    def whole(self) -> Sum:
        """The counts of all programs."""
        return summed("Jumlah program", self.programs)

    @property
    def told(self) -> str:
        """What the year comes to: ``Program 2027: 28 dari 30 …``, then the same of the quick wins."""
        parts = [("Program", self.programs)] if self.programs or not self.lines else []
        parts += [("Quick win", self.quickwins)] if self.quickwins else []
        said = [counted_told(f"{what} {self.year}", summed("", own)) for what, own in parts]
        average = average_words([item.subject.progress for item in self.quickwins])
        return " ".join([*said, *([f"Quick win kini: {average}."] if average else [])])

    def by_dimension(self) -> tuple[Sum, ...]:
        """Return the counts of programs by dimension, in their order; those without one last."""
        known = [(item.id, f"{item.code} {item.name}".strip()) for item in self.dimensions]
        return self._sums([*known, (NO_ROW, "Tanpa dimensi")], lambda item: item.subject.dimension)

    def by_opd(self) -> tuple[Sum, ...]:
        """Return the counts of programs by agency, in their order; those without one last."""
        known = list(self.names.items())
        return self._sums([*known, (NO_ROW, "Tanpa OPD")], lambda item: item.subject.opd)

    def _sums(self, known: Sequence[tuple[RowId, str]], of: Home) -> tuple[Sum, ...]:
        rows = {row for row, _ in known}
        made: list[Sum] = []
        for row, name in known:
            own = [
                item for item in self.programs if of(item) == row or (row == NO_ROW and of(item) not in rows)
            ]
            if own:
                made.append(summed(name, own))
        return tuple(made)


def counted_told(what: str, found: Sum) -> str:
    """Return counts in a sentence; what nobody reported on is told as unknown, never as not running."""
    beside = f" Di luar rencana berjalan {number(found.beside)}." if found.beside else ""
    return f"{what}: {found.told}.{beside}"


def summed(name: str, lines: Iterable[MonitorLine]) -> Sum:
    """Return the counts of some lines."""
    known = list(lines)
    planned = [item for item in known if item.planned]
    return Sum(
        name,
        len(planned),
        sum(1 for item in planned if item.is_reported),
        sum(1 for item in planned if item.runs),
        sum(1 for item in planned if item.is_shown),
        sum(1 for item in known if item.runs and not item.planned),
        sum(item.spent or 0 for item in known),
    )


def line_of(subject: Monitored, year: int, told: Monitor | None) -> MonitorLine:
    """Return one subject in one year."""
    if told is None:
        return MonitorLine(subject.id, subject, subject.is_planned(year))
    said = told.planned is not None
    return MonitorLine(
        subject.id,
        subject,
        bool(told.planned) if said else subject.is_planned(year),
        said,
        told.state if told.state in RUN_STATES else "",
        told.progress,
        told.achieved,
        told.spent,
        told.evidence,
        told.note,
    )


def milestone_years(start: int | None, years: Iterable[str]) -> frozenset[int]:
    """Return the calendar years of milestones (``1`` to ``10`` or ``6-10``) counted from the first year."""
    if start is None:
        return frozenset()
    found: set[int] = set()
    for text in years:
        if text == _LATE_HALF:
            found |= set(range(start + _HALF, start + _DECADE))
        elif text.isdigit() and 1 <= int(text) <= _DECADE:
            found.add(start + int(text) - 1)
    return frozenset(found)


def quickwin_years(begins: str, decided_on: str) -> tuple[int | None, int | None]:
    """Return the first and the last year of the twelve months of a quick win, none where no day is known.

    Without the month in which it begins it is the day on which it was chosen.
    """
    day = day_of(begins or decided_on)
    if day is None:
        return None, None
    return day.year, (day.year * _YEAR + day.month - 1 + _YEAR - 1) // _YEAR


def hint_of(progress: int | None) -> str:
    """Return the state that a progress of 0 to 100 speaks for, empty where there is none."""
    if not progress:
        return ""
    return "selesai" if progress >= WHOLE else "berjalan"


def years_of(start: int | None, end: int | None, subjects: Iterable[Monitored], now: int) -> tuple[int, ...]:
    """Return the years that can be followed: those of the masterplan and of its programs, with this one.

    There are never more than ten from the first one on.
    """
    known = {now, *(year for year in (start, end) if year is not None)}
    for item in subjects:
        known |= {year for year in (item.first, item.last) if year is not None}
    first = start if start is not None else min(known)
    return tuple(range(min(first, now), min(max(known), max(first + _DECADE - 1, now)) + 1))
