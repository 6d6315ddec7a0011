"""The dossier of one OPD: what its Renstra holds, how it was read, what is asked and promised. Pure.

Years are the keys of the plan as it writes them (``2026``, or ``Tahun-3`` where nobody said which); pagu is
whole rupiah. Support programs stay out of counts and sums and stand in figures of their own.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from smartcity_desktop.domain.analysis import Indicator, Line, without_unit
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.grid import Grid, GridColumn, GridRow, show
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.paper_request import head_of
from smartcity_desktop.domain.plan_strategy import StrategyRow, strategy_rows
from smartcity_desktop.domain.renstra_draft import RecordDraft
from smartcity_desktop.domain.report import FollowUp, NoteLine, Signer
from smartcity_desktop.domain.session_report import homes, relevant
from smartcity_desktop.domain.wording import calm_name, day_of, label, long_date, number, rupiah_words

WORKS: Final = ("program", "kegiatan", "subkegiatan")
GOALS: Final = ("tujuan", "sasaran")
_LONG_KINDS: Final = frozenset({"long", "links"})
_QUICK_WIN: Final = "quickwin"
_PROPOSAL: Final = "proposal"
_RELEVANT: Final = "relevant"
_TYPED: Final = "ketik"
_BARE: Final = re.compile(r"[1-9][0-9]{4,14}")
"""A number of so many digits that it is hard to read without points."""

Yearly = Mapping[str, int]
"""Whole rupiah by year."""


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One program with what hangs under it; a kegiatan without a program has a row of its own."""

    code: str = ""
    name: str = ""
    level: str = "program"
    kegiatan: int = 0
    subkegiatan: int = 0
    pagu: Yearly = field(default_factory=dict)
    support: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator of a goal: ``baseline`` with its year, targets in the order of the plan's years."""

    name: str = ""
    unit: str = ""
    baseline: str = ""
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One tujuan or sasaran (``level`` in words) with its indicators."""

    level: str = ""
    name: str = ""
    indicators: tuple[IndicatorRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanPicture:
    """A Renstra in figures.

    ``counts`` and ``support_counts`` are lines per level; ``own`` is the pagu of what counts, ``support``
    that of support programs. ``by_level`` holds the sums of every level that has pagu, support included, and
    is empty where all levels agree with the programs, or differ only by what is not broken down further.
    ``is_asked`` tells that the agency is asked why they differ.
    """

    years: tuple[str, ...] = ()
    works: tuple[WorkRow, ...] = ()
    goals: tuple[GoalRow, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    support_counts: Mapping[str, int] = field(default_factory=dict)
    own: Yearly = field(default_factory=dict)
    support: Yearly = field(default_factory=dict)
    by_level: Mapping[str, Yearly] = field(default_factory=dict)
    is_asked: bool = False
    strategies: tuple[StrategyRow, ...] = ()

    @property
    def whole(self) -> Yearly:
        """The pagu of every year, support programs included."""
        return added([self.own, self.support])


@dataclass(frozen=True, slots=True)
class ProgramReading:
    """What was found in one relevant program: short answers in one line, the others with their labels."""

    code: str = ""
    name: str = ""
    dimension: str = ""
    short: tuple[tuple[str, str], ...] = ()
    long: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class QuickWin:
    """A proposal that the OPD would show within a year."""

    text: str = ""
    program: str = ""
    dimension: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Something the OPD is to answer, and the place in its plan or in the minutes that it is about."""

    text: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """One session in which the sheet of the OPD was worked; ``present`` is None where nobody counted."""

    session: str = ""
    day: date | None = None
    times: str = ""
    sheet: str = ""
    present: int | None = None
    represented_by: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything the dossier of one OPD says.

    ``plan_facts`` tells period, status and source of the Renstra, or why there is none; ``discussed`` counts
    the programs whose reading was begun, ``unread`` and ``irrelevant`` name the others; ``waiting`` are
    follow-ups that were noted at this OPD for somebody else.
    """

    name: str = ""
    called: str = ""
    head: str = ""
    bidang: tuple[str, ...] = ()
    dimension: str = ""
    plan_facts: str = ""
    plan: PlanPicture | None = None
    spread: str = ""
    discussed: int = 0
    readings: tuple[ProgramReading, ...] = ()
    unread: tuple[str, ...] = ()
    irrelevant: tuple[str, ...] = ()
    proposals: int = 0
    quick_wins: tuple[QuickWin, ...] = ()
    questions: tuple[Question, ...] = ()
    decisions: tuple[NoteLine, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    waiting: tuple[FollowUp, ...] = ()
    visits: tuple[Visit, ...] = ()
    signers: tuple[Signer, ...] = ()


def added(amounts: Iterable[Yearly]) -> dict[str, int]:
    """Return several amounts by year as one."""
    total: dict[str, int] = {}
    for item in amounts:
        for year, value in item.items():
            total[year] = total.get(year, 0) + value
    return total


def total_of(pagu: Yearly) -> int | None:
    """Return the sum of all years, None where no year has a figure."""
    return sum(pagu.values()) if pagu else None


def plan_picture(
    document: Document,
    lines: Sequence[Line],
    indicators: Mapping[RowId, Sequence[Indicator]],
    records: Iterable[RecordDraft] = (),
    *,
    differs: bool = True,
) -> PlanPicture:
    """Return the figures of one Renstra: a row per program, sums per year, goals with their targets.

    ``records`` are the rows of the tables beside the programs; ``differs`` is what the checks say of the sums
    of its levels.
    """
    homes_of = _programs_above(lines)
    support = {line.id: homes_of.get(line.id, line).support for line in lines}
    years = document.years or tuple(sorted({year for line in lines for year in line.pagu}))
    rows = [line for line in lines if line.level in WORKS and homes_of.get(line.id, line) is line]
    below: dict[RowId, Counter[str]] = {}
    for line in lines:
        if line.id in homes_of:
            below.setdefault(homes_of[line.id].id, Counter())[line.level] += 1
    works = tuple(_work(line, below.get(line.id, Counter())) for line in _support_last(rows))
    counts = Counter(line.level for line in lines if not support[line.id])
    return PlanPicture(
        years=tuple(years),
        works=works,
        goals=tuple(
            GoalRow(
                label("level", line.level),
                line.name,
                tuple(_indicator(item, years) for item in indicators.get(line.id, ())),
            )
            for line in lines
            if line.level in GOALS
        ),
        counts={level: counts[level] for level in WORKS},
        support_counts=dict(Counter(line.level for line in lines if support[line.id])),
        own=added(item.pagu for item in works if not item.support),
        support=added(item.pagu for item in works if item.support),
        strategies=strategy_rows(lines, records),
        by_level=_levels(lines, has_sum=any(total_of(item.pagu) for item in works), differs=differs),
    )


def _support_last(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: line.support)


def _work(line: Line, below: Mapping[str, int]) -> WorkRow:
    return WorkRow(
        code=line.code,
        name=calm_name(line.name) if line.level == "program" else line.name,
        level=line.level,
        kegiatan=below.get("kegiatan", 0),
        subkegiatan=below.get("subkegiatan", 0),
        pagu=dict(line.pagu),
        support=line.support,
    )


def _programs_above(lines: Sequence[Line]) -> dict[RowId, Line]:
    """Return the topmost work (a program, usually) that every line below one hangs under."""
    by_id = {line.id: line for line in lines}
    found: dict[RowId, Line] = {}
    for line in lines:
        upper, seen = by_id.get(line.parent), {line.id}
        while upper and upper.level in WORKS and upper.id not in seen:
            found[line.id] = upper
            seen.add(upper.id)
            upper = by_id.get(upper.parent)
    return found


def _levels(lines: Sequence[Line], *, has_sum: bool, differs: bool) -> dict[str, Yearly]:
    """Return the sums per level where levels that have pagu differ in any year, or the programs have none."""
    sums = {level: added(line.pagu for line in lines if line.level == level) for level in WORKS}
    known: dict[str, Yearly] = {}
    for level, found in sums.items():
        given = {year: value for year, value in found.items() if value}
        if given:
            known[level] = given
    differ = differs and len({tuple(sorted(found.items())) for found in known.values()}) > 1
    return known if differ or not has_sum else {}


def _indicator(item: Indicator, years: Sequence[str]) -> IndicatorRow:
    year = f"({item.baseline_year})" if item.baseline and item.baseline_year else ""
    return IndicatorRow(
        without_unit(item.name, item.unit),
        item.unit,
        f"{_spaced(item.baseline)} {year}".strip(),
        tuple(_spaced(item.target.get(place, "")) for place in years),
    )


def _spaced(text: str) -> str:
    """Return a whole number as it is written on paper, 184.000; every other text as it is."""
    return number(int(text)) if _BARE.fullmatch(text) else text


# The smart-city reading -------------------------------------------------------------------------------------


def called(row: GridRow) -> str:
    """Return code and name of a program."""
    return f"{row.values.get('code', '')} {row.values.get('program', '')}".strip()


def readings(grid: Grid) -> tuple[ProgramReading, ...]:
    """Return what was found in every relevant program; answers that nobody gave are left out."""
    asked = [item for item in grid.columns if item.section in {"grid", "form"}]
    return tuple(_reading(row, asked) for row in relevant(grid))


def _reading(row: GridRow, asked: Sequence[GridColumn]) -> ProgramReading:
    given = [(item, text) for item in asked if (text := show(item, row.values.get(item.key, "")).strip())]
    return ProgramReading(
        code=row.values.get("code", ""),
        name=row.values.get("program", ""),
        dimension=next((text for item, text in given if item.kind == "dimension"), ""),
        short=tuple((item.label, text) for item, text in given if _is_short(item)),
        long=tuple((item.label, text) for item, text in given if not _is_short(item)),
    )


def _is_short(column: GridColumn) -> bool:
    return column.kind not in _LONG_KINDS and not column.many and column.kind != "text"


def quick_wins(grid: Grid) -> tuple[QuickWin, ...]:
    """Return the proposals that are marked as quick wins, or the program where no proposal is written."""
    home = next((item for item in grid.columns if item.kind == "dimension"), None)
    return tuple(
        QuickWin(
            " ".join((row.values.get(_PROPOSAL) or row.values.get("program", "")).split()),
            called(row),
            show(home, row.values.get(home.key, "")) if home else "",
        )
        for row in relevant(grid)
        if row.values.get(_QUICK_WIN) == "ya"
    )


def proposals(grid: Grid) -> int:
    """Return how many relevant programs have a proposal."""
    return sum(1 for row in relevant(grid) if row.values.get(_PROPOSAL, "").strip())


def spread(grid: Grid) -> str:
    """Return how many relevant programs each dimension is home to: ``GOV 3 · SOC 1``."""
    return " · ".join(f"{code} {count}" for code, count in Counter(homes(grid)).most_common())


def with_reading(dossier: Dossier, grid: Grid) -> Dossier:
    """Return a dossier with what the worksheet of the programs says; support programs are left out."""
    chosen = {row.row for row in relevant(grid)}
    rest = [row for row in grid.counted if row.row not in chosen]
    return replace(
        dossier,
        spread=spread(grid),
        discussed=grid.done,
        readings=readings(grid),
        unread=tuple(called(row) for row in rest if not row.values.get(_RELEVANT)),
        irrelevant=tuple(called(row) for row in rest if row.values.get(_RELEVANT)),
        proposals=proposals(grid),
        quick_wins=quick_wins(grid),
    )


def plan_facts(document: Document) -> str:
    """Return period, status and source of a Renstra: ``2025–2030 · Draf · a.xlsx, dibaca 4 Mei 2026``."""
    years = [year for year in (document.period_start, document.period_end) if year]
    period = "–".join(str(year) for year in dict.fromkeys(years))
    read = day_of(document.read_at)
    source = "diketik dari kertas" if document.format == _TYPED else document.source_name
    if read and document.format != _TYPED:
        source = f"{source}, dibaca {long_date(read, weekday=False)}".lstrip(", ")
    return " · ".join(part for part in (period, document.status.capitalize(), source) if part)


def summary(dossier: Dossier) -> str:
    """Return what the head of an agency should know first, in two sentences; empty without a Renstra."""
    plan = dossier.plan
    if plan is None:
        return ""
    parts = [f"{number(plan.counts[level])} {level}" for level in WORKS if plan.counts.get(level)]
    said = ", ".join(parts) or "Belum ada program yang terbaca dari Renstra ini"
    total = total_of(plan.own)
    if total:
        span = "–".join(dict.fromkeys((plan.years[0], plan.years[-1]))) if plan.years else ""
        said += f"; pagu {span} {rupiah_words(total)}"
    beside = plan.support_counts.get("program", 0)
    said += f", di luar {number(beside)} program penunjang." if beside else "."
    programs = plan.counts.get("program", 0)
    if not programs:
        return said
    spread_words = f" ({dossier.spread})" if dossier.spread else ""
    return (
        f"{said} {number(dossier.discussed)} dari {number(programs)} program sudah dibahas, "
        f"{number(len(dossier.readings))} relevan{spread_words}."
    )


# The people -------------------------------------------------------------------------------------------------


def leader(agency: Opd) -> Signer:
    """Return the head of an agency as one who signs: ``Camat Pesisir``, ``Kepala Dinas Kesehatan``."""
    return Signer(position=head_of(agency), name=agency.head)
