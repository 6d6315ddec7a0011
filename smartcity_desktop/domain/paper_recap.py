"""The recap of one dimension or OPD on one page: its sheets, and what they came to in figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from smartcity_desktop.domain.homework import Standing
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import number, rupiah_words

RECAP_OPD: Final = "rekap-opd"
RECAP_DIMENSION: Final = "rekap-dimensi"
RECAP_KINDS: Final = (
    (
        RECAP_OPD,
        "Rekap per OPD",
        "Sesudah",
        "opd",
        "Satu halaman setiap OPD: lembar, program, quick win, janji",
        "Rekap",
        False,
        "recap",
    ),
    (
        RECAP_DIMENSION,
        "Rekap per dimensi",
        "Sesudah",
        "opd",
        "Satu halaman setiap dimensi: lembar, isu, program, biaya, quick win",
        "Rekap",
        False,
        "recap",
    ),
)
"""The two kinds of print, as ``print_job.PrintKind`` takes them; each is made for one party or for all."""
HORIZONS: Final = ("pendek", "menengah", "panjang", "")
"""In which order programs smart city are counted; the last are those that name no horizon."""
MOST_BARS: Final = 14
"""More bars than these would leave no room for the rest of the page."""
_NO_ISSUE: Final = -1


@dataclass(frozen=True, slots=True)
class RecapSheet:
    """How far one sheet is: ``done`` rows of ``total`` that count; both are the same where rows are added.

    ``status`` is in words. ``merged`` is what was merged for a dimension from the sheets of others.
    """

    code: str
    title: str = ""
    status: str = ""
    done: int = 0
    total: int = 0
    merged: bool = False
    worksheet: RowId = NO_ROW

    @property
    def words(self) -> str:
        """``12``, or ``12 dari 30`` where some rows have no answer yet."""
        if self.total > self.done:
            return f"{number(self.done)} dari {number(self.total)}"
        return number(self.done)


@dataclass(frozen=True, slots=True)
class RecapBar:
    """One bar: what is counted, how much, and its figure in words where it is no plain number."""

    name: str
    value: int = 0
    words: str = ""

    @property
    def told(self) -> str:
        """The figure that stands beside the bar."""
        return self.words or number(self.value)


@dataclass(frozen=True, slots=True)
class RecapIssue:
    """One issue of the region with its priority, 5 the highest."""

    text: str
    priority: int | None = None


@dataclass(frozen=True, slots=True)
class RecapQuickWin:
    """One nominated quick win: ``place`` is its OPD or dimension, ``rank`` that over all of them."""

    name: str
    place: str = ""
    mean: str = ""
    rank: int | None = None
    decision: str = ""


@dataclass(frozen=True, slots=True)
class RecapPromise:
    """One promise that is not kept yet; ``late`` where its day is over."""

    text: str
    due: date | None = None
    state: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class RecapPaper:
    """One dimension or OPD on one page; ``called`` is its short name or code.

    ``programs`` are programs smart city by horizon for a dimension, relevant programs of the Renstra by
    dimension for an OPD, and ``programs_told`` says of how many. Only a dimension has ``costs`` (whole rupiah
    by year of the road map) and ``issues``; only an OPD has ``promises`` that are open, ``kept`` ones which
    are but counted, and ``homework``.
    """

    row: RowId = NO_ROW
    name: str = ""
    called: str = ""
    is_opd: bool = False
    sheets: tuple[RecapSheet, ...] = ()
    programs: tuple[RecapBar, ...] = ()
    programs_told: str = ""
    costs: tuple[RecapBar, ...] = ()
    costs_told: str = ""
    issues: tuple[RecapIssue, ...] = ()
    quick_wins: tuple[RecapQuickWin, ...] = ()
    promises: tuple[RecapPromise, ...] = ()
    kept: int = 0
    homework: Standing = field(default_factory=Standing)

    @property
    def owed(self) -> tuple[RecapBar, ...]:
        """Return promises and homework, done and not done."""
        return (
            RecapBar("Janji selesai", self.kept),
            RecapBar("Janji belum selesai", len(self.promises)),
            RecapBar("Pekerjaan rumah selesai", self.homework.done),
            RecapBar("Pekerjaan rumah belum selesai", self.homework.open),
        )

    @property
    def owed_told(self) -> str:
        """Return how the homework stands, in a sentence."""
        if not (self.homework.open or self.homework.done):
            return "Belum ada pekerjaan rumah."
        return f"Pekerjaan rumah selain janji: {self.homework.words}."

    @property
    def told(self) -> str:
        """Return how many sheets were written on, in a sentence."""
        begun = sum(1 for item in self.sheets if item.done)
        rows = sum(item.done for item in self.sheets)
        return f"{number(begun)} dari {number(len(self.sheets))} lembar terisi, {number(rows)} isian."


def by_priority(issues: Iterable[RecapIssue]) -> tuple[RecapIssue, ...]:
    """Return issues with the highest priority first, those without any behind; equal ones as they stood."""
    return tuple(
        sorted(issues, key=lambda item: -(item.priority if item.priority is not None else _NO_ISSUE))
    )


def cost_bars(amounts: Iterable[tuple[str, int]]) -> tuple[RecapBar, ...]:
    """Return a bar for each year of the road map (``1``, ``6-10``) with its amount in words."""
    return tuple(
        RecapBar(f"Tahun {year.replace('-', '–')}", amount, rupiah_words(amount) if amount else "0")
        for year, amount in amounts
    )


def few(bars: Sequence[RecapBar], most: int = MOST_BARS) -> tuple[RecapBar, ...]:
    """Return at most so many bars, the others summed up in the last."""
    if len(bars) <= most:
        return tuple(bars)
    rest = bars[most - 1 :]
    return (*bars[: most - 1], RecapBar(f"{number(len(rest))} lainnya", sum(item.value for item in rest)))


def few_sheets(sheets: Sequence[RecapSheet], most: int = MOST_BARS) -> tuple[RecapSheet, ...]:
    """Return at most so many sheets, the others summed up in the last."""
    if len(sheets) <= most:
        return tuple(sheets)
    rest = sheets[most - 1 :]
    done, total = sum(item.done for item in rest), sum(item.total for item in rest)
    last = RecapSheet("…", f"{number(len(rest))} lembar lain", done=done, total=total)
    return (*sheets[: most - 1], last)
