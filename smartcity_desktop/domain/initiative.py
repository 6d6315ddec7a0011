"""Programs smart city: what one says, what it still lacks, and what they come to together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from smartcity_desktop.domain.entity import FUNDS, HORIZONS
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative_facts import (
    NO_YEAR,
    REACH,
    SEVERAL_FUNDS,
    UNDATED,
    ProgramFacts,
    Range,
    Sum,
    sum_of,
)
from smartcity_desktop.domain.wording import EMPTY

GAPS: Final[Mapping[str, str]] = {
    "dimension": "Dimensi belum dipilih",
    "opd": "OPD penanggung jawab belum dipilih",
    "horizon": "Jangka belum dipilih",
    "years": "Tahun mulai atau tahun selesai belum diisi",
    "indicator": "Indikator belum ditulis",
    "baseline": "Kondisi awal belum diisi",
    "target": "Target belum diisi",
    "fund": "Sumber dana belum dipilih",
}
"""What every program smart city is asked for, with the sentence where it is missing; nothing is blocked."""
APPLICATION: Final = "aplikasi"
NUDGE: Final = "Bisakah tanpa aplikasi baru?"
NUDGE_ANSWER: Final = "Tanpa aplikasi baru:"
"""How the line of the note begins in which the nudge is answered."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measure of a program; ``target`` by year of the masterplan (``1`` to ``5``, ``6-10``)."""

    id: RowId = NO_ROW
    pos: str = ""
    initiative: RowId = NO_ROW
    name: str = ""
    unit: str = ""
    baseline: str = ""
    baseline_year: str = ""
    final: str = ""
    source: str = ""
    direction: str = ""
    target: Mapping[str, str] = field(default_factory=dict)

    @property
    def told(self) -> str:
        """``Berkas tepat waktu (%): 62 (2025) → 90``."""
        unit = f" ({self.unit})" if self.unit.strip() else ""
        year = f" ({self.baseline_year})" if self.baseline_year.strip() else ""
        values = f"{self.baseline or EMPTY}{year} → {self.end or EMPTY}"
        return f"{' '.join(self.name.split())}{unit}: {values}"

    @property
    def end(self) -> str:
        """The target at the end: as it is said, else that of the last year that has one."""
        yearly = [self.target[key] for key in sorted(self.target) if self.target[key].strip()]
        return self.final.strip() or (yearly[-1] if yearly else "")


@dataclass(frozen=True, slots=True)
class Initiative(ProgramFacts):
    """One program smart city as it stands on its sheet and its card.

    ``target`` is by year of the masterplan (``1`` to ``5``, ``6-10``), counted from its first year; ``lines``
    are the programs of plans it was made of, ``aligned`` the points of the plan of the region that it was
    linked to in the analysis, beside its own ``point``.
    """

    description: str = ""
    problem: str = ""
    users: str = ""
    first_step: str = ""
    obstacle: str = ""
    partners: str = ""
    ict: str = ""
    indicator: str = ""
    indicator_unit: str = ""
    baseline: str = ""
    baseline_year: str = ""
    target_end: str = ""
    risk: str = ""
    mitigation: str = ""
    evidence: str = ""
    regulation: str = ""
    evidence_grade: str = ""
    needs: str = ""
    note: str = ""
    innovation: tuple[str, ...] = ()
    support: tuple[RowId, ...] = ()
    partner_element: tuple[str, ...] = ()
    point: tuple[RowId, ...] = ()
    after: tuple[RowId, ...] = ()
    issue: tuple[RowId, ...] = ()
    strategy: tuple[RowId, ...] = ()
    document: tuple[RowId, ...] = ()
    origin: tuple[RowId, ...] = ()
    target: Mapping[str, str] = field(default_factory=dict)
    further: tuple[Indicator, ...] = ()
    lines: tuple[RowId, ...] = ()
    aligned: tuple[RowId, ...] = ()

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator that has a name: the program's own first."""
        own = Indicator(
            self.id,
            initiative=self.id,
            name=self.indicator,
            unit=self.indicator_unit,
            baseline=self.baseline,
            baseline_year=self.baseline_year,
            final=self.target_end,
            target=self.target,
        )
        return tuple(item for item in (own, *self.further) if item.name.strip())

    @property
    def gaps(self) -> tuple[str, ...]:
        """What it is asked for and lacks, as keys of ``GAPS`` in their order."""
        found = self.indicators
        has = {
            "dimension": bool(self.dimension),
            "opd": bool(self.opd),
            "horizon": bool(self.horizon),
            "years": bool(self.year_start and self.year_end),
            "indicator": bool(found),
            "baseline": any(item.baseline.strip() for item in found),
            "target": any(item.end for item in found),
            "fund": bool(self.fund),
        }
        return tuple(key for key in GAPS if not has[key])

    @property
    def done(self) -> int:
        """How much of what is asked for stands."""
        return len(GAPS) - len(self.gaps)

    @property
    def is_whole(self) -> bool:
        """Whether nothing that is asked for is missing."""
        return not self.gaps

    @property
    def is_nudged(self) -> bool:
        """Whether it is an application alone, and nobody said yet why nothing else would do."""
        answered = any(line.startswith(NUDGE_ANSWER) for line in self.note.splitlines())
        return self.innovation == (APPLICATION,) and not answered


def warnings(item: Initiative, start: int | None) -> tuple[str, ...]:
    """Return in plain words what does not fit together in a program; ``start`` is the first year."""
    found = [words for is_so, words in _told(item) if is_so]
    late = _done_in(item, start)
    if late > REACH.get(item.horizon, late):
        found.append(f"Selesai pada tahun ke-{late} masterplan, lebih panjang daripada jangkanya.")
    if item.costs and _is_outside(item):
        found.append(f"Jumlah {item.counted_from} di luar perkiraan paling sedikit dan paling banyak.")
    outside = _paid_outside(item, start)
    if outside:
        found.append(f"Ada {item.counted_from} di tahun di luar masa program: {', '.join(outside)}.")
    return tuple(found)


def _done_in(item: Initiative, start: int | None) -> int:
    """Return the year of the masterplan in which a program ends, 0 where nobody can tell."""
    last = max(item.year_start or 0, item.year_end or 0)
    return last - start + 1 if start and item.year_start and item.year_end else 0


def _told(item: Initiative) -> list[tuple[bool, str]]:
    start, end = item.year_start, item.year_end
    years = end - start + 1 if start and end else 0
    low, high = item.cost_low, item.cost_high
    return [
        (item.money is None, "Biaya belum ada: program ini belum ikut dijumlah."),
        (not (item.point or item.aligned), "Belum dikaitkan dengan RPJMD atau RPD."),
        (bool(start and end) and years < 1, "Tahun selesai mendahului tahun mulai."),
        (
            low is not None and high is not None and low > high,
            "Perkiraan paling sedikit di atas paling banyak.",
        ),
        (bool(item.risk.strip()) and not item.mitigation.strip(), "Risiko disebut, jawabannya belum."),
        (
            bool(item.partners.strip()) and not item.partner_element,
            "Mitra disebut, unsurnya belum dicentang.",
        ),
        (item.id in item.after, "Program ini menunggu dirinya sendiri."),
    ]


def _is_outside(item: Initiative) -> bool:
    whole = sum(item.costs.values())
    below = item.cost_low is not None and whole < item.cost_low
    return below or (item.cost_high is not None and whole > item.cost_high)


def _paid_outside(item: Initiative, start: int | None) -> list[str]:
    if not (start and item.year_start and item.year_end):
        return []
    found: list[str] = []
    costs = item.costs
    for key in PERIODS:
        first, last = years_of(key, start)
        if costs.get(key) and (last < item.year_start or first > item.year_end):
            found.append(period_words(key, start))
    return found


def years_of(key: str, start: int) -> tuple[int, int]:
    """Return the first and the last calendar year of a year of the masterplan (``1`` to ``5``, ``6-10``)."""
    first, _, last = key.partition("-")
    return start + int(first) - 1, start + int(last or first) - 1


def period_words(key: str, start: int | None) -> str:
    """Return ``2026`` for year 1 from 2026, ``2031–2035`` for ``6-10``; without a first year ``Th 1``."""
    if not start:
        return f"Th {key.replace('-', '–')}"
    first, last = years_of(key, start)
    return str(first) if first == last else f"{first}–{last}"


def total(items: Iterable[Initiative], key: str = "", name: str = "") -> Sum:
    """Return what programs come to together, and how many of them lack nothing that is asked for."""
    found = list(items)
    return replace(sum_of(found, key, name), whole=sum(1 for item in found if item.is_whole))


@dataclass(frozen=True, slots=True)
class Named:
    """Something that programs are gathered under: an agency, a dimension with its code and colour."""

    id: RowId
    name: str
    code: str = ""
    color: str = ""

    @property
    def called(self) -> str:
        """``GOV Smart Governance``."""
        return f"{self.code} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class InitiativeBoard:
    """Every program smart city of a workshop, with the names of what they stand under, in their order."""

    items: tuple[Initiative, ...] = ()
    dimensions: tuple[Named, ...] = ()
    subdimensions: Mapping[RowId, Named] = field(default_factory=dict)
    opds: Mapping[RowId, str] = field(default_factory=dict)
    start: int | None = None
    unused: int = 0
    """Programs of plans that were read as relevant and of which no program smart city was made."""
    merged: Mapping[RowId, RowId] = field(default_factory=dict)
    """By each program that went into another one that which stands for it."""

    @property
    def used(self) -> tuple[Initiative, ...]:
        """Those that are part of the masterplan."""
        return tuple(item for item in self.items if not item.retired)

    def item(self, row: str) -> Initiative | None:
        """Return one program, or that into which it went; None where it is gone."""
        wanted = self.merged.get(RowId(row), row)
        return next((item for item in self.items if item.id == wanted), None)

    def dimension(self, row: RowId) -> Named | None:
        """Return a dimension."""
        return next((item for item in self.dimensions if item.id == row), None)

    def place(self, item: Initiative) -> str:
        """Return the code of the sub-dimension of a program, else of its dimension, a dash without either."""
        sub = self.subdimensions.get(item.subdimension)
        home = self.dimension(item.dimension)
        return sub.code if sub else home.code if home else EMPTY

    def opd_name(self, item: Initiative) -> str:
        """Return the agency in charge of a program, a dash without one."""
        return self.opds.get(item.opd, EMPTY)

    def by_dimension(self) -> list[tuple[Named, tuple[Initiative, ...]]]:
        """Return the programs in use under each dimension that has any; those without one come last."""
        none = Named(NO_ROW, "Belum berdimensi")
        known = {item.id for item in self.dimensions}
        homes = [*self.dimensions, none]

        def own(home: Named) -> tuple[Initiative, ...]:
            return tuple(
                item
                for item in self.used
                if item.dimension == home.id or (not home.id and item.dimension not in known)
            )

        return [(home, found) for home in homes if (found := own(home))]

    def by_opd(self) -> list[tuple[Named, tuple[Initiative, ...]]]:
        """Return the programs in use that each agency is in charge of; those without one come last."""
        homes = [Named(row, name) for row, name in self.opds.items()]
        found = [(home, tuple(item for item in self.used if item.opd == home.id)) for home in homes]
        rest = tuple(item for item in self.used if item.opd not in self.opds)
        return [*((home, own) for home, own in found if own), *([(Named(NO_ROW, ""), rest)] if rest else [])]

    def by_horizon(self) -> list[Sum]:
        """Return what programs come to by horizon, then those that name none."""
        return self._by(lambda item: item.horizon, (*HORIZONS, ""))

    def by_fund(self) -> list[Sum]:
        """Return what programs come to by source of money; those of several sources stand apart."""
        return self._by(lambda item: item.fund_key, (*FUNDS, SEVERAL_FUNDS, ""))

    def by_year(self, items: Sequence[Initiative] | None = None) -> dict[str, Sum]:
        """Return what programs come to by year of the masterplan, then what lies in none of its years.

        Without ``items`` those that are used.
        """
        items = self.used if items is None else items
        found: dict[str, Sum] = {}
        for key in PERIODS:
            paid = [amount for item in items if (amount := item.costs.get(key))]
            money = Range(sum(paid), sum(paid))
            found[key] = Sum(key, period_words(key, self.start), len(paid), len(paid), money)
        rest = [undated for item in items if (undated := sum_of([item]).undated)]
        found[UNDATED] = Sum(UNDATED, NO_YEAR, len(rest), len(rest), sum(rest, Range()))
        return found

    def _by(self, key_of: Callable[[Initiative], str], keys: Sequence[str]) -> list[Sum]:
        made = [total((item for item in self.used if key_of(item) == key), key) for key in keys]
        return [item for item in made if item.count]
