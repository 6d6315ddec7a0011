"""How complete the plan of each agency is: what was read, what its programs say, what was worked on it.

It is a list of what is still to be done, in the order of the agencies; nothing here ranks anybody.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.coverage import Agency, Coverage
from smartcity_desktop.domain.finding import FindingCount
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import EMPTY, label, number

MISSING, OVER, LATER, CURRENT, UNKNOWN = "missing", "over", "later", "current", "unknown"
"""A plan that was not read, whose period is over, has not begun, is that of the workshop, is not known."""
PERIOD_WORDS: Final = {
    MISSING: EMPTY,
    OVER: "sudah lewat",
    LATER: "belum mulai",
    CURRENT: "berlaku",
    UNKNOWN: "tidak disebut",
}
DONE: Final = "✓"
PLAN, PERIOD, INDICATOR, BASELINE, PAGU, READ, PLACED, FINDINGS, SHEET, DELIVERED = range(1, 11)
"""Columns behind the name of the agency."""
HEADS: Final = (
    "OPD",
    "Renstra",
    "Periode",
    "Indikator",
    "Kondisi awal",
    "Pagu",
    "Ditelaah",
    "Berdimensi",
    "Temuan dijawab",
    "Lembar telaah",
    "Kertas kerja",
)
LACKING: Final = {
    PLAN: "Renstra",
    PERIOD: "periode yang berlaku",
    INDICATOR: "indikator",
    BASELINE: "kondisi awal",
    PAGU: "pagu",
    READ: "telaah",
    PLACED: "dimensi",
    FINDINGS: "jawaban atas temuan",
    SHEET: "pemeriksaan lembar telaah",
    DELIVERED: "kertas kerja",
}
"""What is missing where a column is not complete."""
RULE: Final = (
    "Program penunjang tidak dihitung. Indikator, kondisi awal, dan pagu: program yang menyebutnya; "
    "ditelaah: program yang kolom Relevan-nya dijawab; berdimensi: program relevan yang punya dimensi; "
    "temuan: yang ditemukan pemeriksaan Renstra dan sudah dijawab OPD."
)
WAITING: Final = "…"
"""Stands for findings that are still being counted."""
_CHECKED: Final = frozenset({"diperiksa", "disepakati"})


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of one agency: its row, the years it is for, and what its programs have.

    ``indicators`` and ``baselines`` count programs that name one.
    """

    document: RowId = NO_ROW
    start: int | None = None
    end: int | None = None
    indicators: frozenset[RowId] = frozenset()
    baselines: frozenset[RowId] = frozenset()


@dataclass(frozen=True, slots=True)
class Work:
    """What an agency handed in: the state of the sheet on which its programs are read, and of all sheets.

    ``sheet`` is the worksheet of that sheet, ``next`` the first one it still owes.
    """

    sheet: RowId = NO_ROW
    state: str = ""
    delivered: int = 0
    due: int = 0
    next: RowId = NO_ROW


@dataclass(frozen=True, slots=True)
class Standing:
    """One line: counts of programs, of ``programs`` or, with a dimension, of the relevant ones.

    ``findings`` are None where nobody counted them yet.
    """

    agency: Agency
    document: RowId = NO_ROW
    years: str = ""
    period: str = MISSING
    programs: int = 0
    indicators: int = 0
    baselines: int = 0
    paid: int = 0
    read: int = 0
    relevant: int = 0
    placed: int = 0
    work: Work = Work()
    findings: FindingCount | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts of the line, in the order of ``HEADS``."""
        return (
            self.agency.name,
            self._plan,
            f"{self.years} {PERIOD_WORDS[self.period]}".strip() if self.document else EMPTY,
            self._of(self.indicators, self.programs),
            self._of(self.baselines, self.programs),
            self._of(self.paid, self.programs),
            self._of(self.read, self.programs),
            self._of(self.placed, self.relevant) if self.relevant else EMPTY,
            self._findings,
            self._sheet,
            self._of(self.work.delivered, self.work.due) if self.work.due else EMPTY,
        )

    @property
    def lacks(self) -> tuple[int, ...]:
        """The columns in which something is still to be done."""
        if not self.document:
            return (PLAN,) if self.agency.required else ()
        counts = (
            (PERIOD, int(self.period == CURRENT), 1),
            (INDICATOR, self.indicators, self.programs),
            (BASELINE, self.baselines, self.programs),
            (PAGU, self.paid, self.programs),
            (READ, self.read, self.programs),
            (PLACED, self.placed, self.relevant),
            (FINDINGS, 0, self.findings.open if self.findings else 0),
            (SHEET, int(not self.work.sheet or self.work.state in _CHECKED), 1),
            (DELIVERED, self.work.delivered, self.work.due),
        )
        return (*(() if self.programs else (PLAN,)), *(at for at, done, of in counts if done < of))

    @property
    def _plan(self) -> str:
        if self.document:
            return f"{number(self.programs)} program"
        return "belum dibaca" if self.agency.required else "tidak wajib"

    @property
    def _findings(self) -> str:
        if not self.document:
            return EMPTY
        if self.findings is None:
            return WAITING
        if not self.findings.total:
            return f"tidak ada {DONE}"
        return self._of(self.findings.total - self.findings.open, self.findings.total)

    @property
    def _sheet(self) -> str:
        if not self.work.sheet:
            return EMPTY
        words = label("status", self.work.state or "belum")
        return f"{words} {DONE}" if self.work.state in _CHECKED else words

    def _of(self, done: int, whole: int) -> str:
        if not self.document and whole == self.programs == 0:
            return EMPTY
        return f"{number(whole)} {DONE}" if done == whole else f"{number(done)} dari {number(whole)}"


def standings(
    known: Coverage,
    plans: dict[RowId, Plan],
    work: dict[RowId, Work],
    period: tuple[int | None, int | None],
) -> tuple[Standing, ...]:
    """Return a line for every agency that has a plan, should have one, or owes a worksheet.

    ``period`` is that of the workshop, first and last year.
    """
    own: dict[RowId, list[RowId]] = {}
    for item in known.programs:
        if not item.support:
            own.setdefault(item.opd, []).append(item.id)
    return tuple(
        _standing(known, item, own.get(item.id, ()), plans.get(item.id), work.get(item.id, Work()), period)
        for item in known.agencies
        if item.has_plan or item.required or work.get(item.id, Work()).due
    )


def told(lines: Iterable[Standing]) -> str:
    """Return how many plans were read, and how many of these lack nothing, in a sentence."""
    known = list(lines)
    wanted = [item for item in known if item.agency.required or item.document]
    read = [item for item in wanted if item.document]
    whole = sum(1 for item in read if not item.lacks)
    return (
        f"{number(len(read))} dari {number(len(wanted))} Renstra sudah dibaca; "
        f"{number(whole)} di antaranya lengkap dalam semua kolom."
    )


def _standing(
    known: Coverage,
    agency: Agency,
    rows: Sequence[RowId],
    plan: Plan | None,
    work: Work,
    period: tuple[int | None, int | None],
) -> Standing:
    if plan is None:
        return Standing(agency, work=work)
    programs = [known.by_id[row] for row in rows]
    relevant = [item for item in programs if item.is_relevant]
    years = "–".join(dict.fromkeys(str(year) for year in (plan.start, plan.end) if year))
    return Standing(
        agency,
        plan.document,
        years,
        _period(plan, *period),
        len(programs),
        sum(1 for row in rows if row in plan.indicators),
        sum(1 for row in rows if row in plan.baselines),
        sum(1 for item in programs if item.amount()),
        sum(1 for item in programs if item.relevant),
        len(relevant),
        sum(1 for item in relevant if item.home),
        work,
    )


def _period(plan: Plan, start: int | None, end: int | None) -> str:
    first, last = plan.start, plan.end or plan.start
    if not first or not last:
        return UNKNOWN
    if start and last < start:
        return OVER
    return LATER if end and first > end else CURRENT
