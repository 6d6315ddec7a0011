"""Programs smart city: what one says, what it still lacks, and what they come to together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.entity import FUNDS, HORIZONS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import EMPTY, number, rupiah_words

FUND_WORDS: Final[Mapping[str, str]] = {
    "apbd": "APBD",
    "dak": "DAK",
    "csr": "CSR/TJSL",
    "kpbu": "KPBU",
    "desa": "Dana desa",
    "lainnya": "Lainnya",
}
SEVERAL_FUNDS: Final = "beberapa"
"""Under what a program is counted whose money comes from several sources: nobody says how much from each."""
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
LATER: Final = "6-10"
"""The years of the road map that are planned as one."""
_FIRST_YEARS: Final = 5
_SPANS: Final[Mapping[str, int]] = {"pendek": 1, "menengah": 5, "panjang": 10}
"""The most years that each horizon has."""


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
class Range:
    """What something costs in whole rupiah; both are the same where the figure is certain."""

    low: int = 0
    high: int = 0

    def __add__(self, other: "Range") -> "Range":
        """Return both together."""
        return Range(self.low + other.low, self.high + other.high)

    @property
    def told(self) -> str:
        """``Rp1,2 miliar`` or ``Rp300 juta–Rp1,2 miliar``."""
        if self.low == self.high:
            return rupiah_words(self.low)
        low, high = rupiah_words(self.low), rupiah_words(self.high)
        first, last = low.split(" "), high.split(" ")
        same = len(first) > 1 and first[1:] == last[1:]
        return f"{first[0]}–{high.removeprefix('Rp')}" if same else f"{low}–{high}"


@dataclass(frozen=True, slots=True)
class Initiative:
    """One program smart city as it stands on its sheet and its card.

    ``cost`` and ``target`` are by year of the masterplan (``1`` to ``5``, ``6-10``), counted from its first
    year; ``lines`` are the programs of plans it was made of, ``aligned`` the points of the plan of the region
    that it was linked to in the analysis, beside its own ``point``.
    """

    id: RowId = NO_ROW
    pos: str = ""
    sheet: RowId = NO_ROW
    code: str = ""
    name: str = ""
    dimension: RowId = NO_ROW
    subdimension: RowId = NO_ROW
    description: str = ""
    problem: str = ""
    users: str = ""
    first_step: str = ""
    obstacle: str = ""
    partners: str = ""
    ict: str = ""
    opd: RowId = NO_ROW
    horizon: str = ""
    year_start: int | None = None
    year_end: int | None = None
    cost_low: int | None = None
    cost_high: int | None = None
    indicator: str = ""
    indicator_unit: str = ""
    baseline: str = ""
    baseline_year: str = ""
    target_end: str = ""
    risk: str = ""
    mitigation: str = ""
    evidence: str = ""
    regulation: str = ""
    state: str = ""
    evidence_grade: str = ""
    needs: str = ""
    note: str = ""
    retired: bool = False
    innovation: tuple[str, ...] = ()
    support: tuple[RowId, ...] = ()
    partner_element: tuple[str, ...] = ()
    fund: tuple[str, ...] = ()
    point: tuple[RowId, ...] = ()
    after: tuple[RowId, ...] = ()
    issue: tuple[RowId, ...] = ()
    strategy: tuple[RowId, ...] = ()
    document: tuple[RowId, ...] = ()
    origin: tuple[RowId, ...] = ()
    cost: Mapping[str, int] = field(default_factory=dict)
    target: Mapping[str, str] = field(default_factory=dict)
    further: tuple[Indicator, ...] = ()
    lines: tuple[RowId, ...] = ()
    aligned: tuple[RowId, ...] = ()

    @property
    def called(self) -> str:
        """``GOV-01 Satu Data``, with its code where it has one."""
        return " ".join(f"{self.code} {self.name}".split())

    @property
    def span(self) -> str:
        """``2026–2030``, ``2026``, ``2026–…``; a dash without years."""
        if self.year_start == self.year_end:
            return str(self.year_start or EMPTY)
        return f"{self.year_start or '…'}–{self.year_end or '…'}"

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
    def money(self) -> Range | None:
        """What it costs altogether: the years added up, else the range that was said; None without either."""
        if self.cost:
            return Range(sum(self.cost.values()), sum(self.cost.values()))
        said = [item for item in (self.cost_low, self.cost_high) if item is not None]
        return Range(min(said), max(said)) if said else None

    @property
    def fund_key(self) -> str:
        """Under which source of money it is counted, empty without one."""
        return SEVERAL_FUNDS if len(self.fund) > 1 else next(iter(self.fund), "")

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
    if item.cost and item.money and _is_outside(item):
        found.append("Jumlah biaya per tahun di luar perkiraan paling sedikit dan paling banyak.")
    outside = _paid_outside(item, start)
    if outside:
        found.append(f"Ada biaya di tahun di luar masa program: {', '.join(outside)}.")
    return tuple(found)


def _told(item: Initiative) -> list[tuple[bool, str]]:
    start, end = item.year_start, item.year_end
    years = end - start + 1 if start and end else 0
    most = _SPANS.get(item.horizon, 0)
    low, high = item.cost_low, item.cost_high
    return [
        (item.money is None, "Biaya belum ada: program ini belum ikut dijumlah."),
        (not (item.point or item.aligned), "Belum dikaitkan dengan RPJMD atau RPD."),
        (bool(start and end) and years < 1, "Tahun selesai mendahului tahun mulai."),
        (bool(most) and years > most, f"Masanya {years} tahun, lebih panjang daripada jangkanya."),
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
    whole = sum(item.cost.values())
    below = item.cost_low is not None and whole < item.cost_low
    return below or (item.cost_high is not None and whole > item.cost_high)


def _paid_outside(item: Initiative, start: int | None) -> list[str]:
    if not (start and item.year_start and item.year_end):
        return []
    found: list[str] = []
    for key in sorted(item.cost):
        first, last = years_of(key, start)
        if item.cost[key] and (last < item.year_start or first > item.year_end):
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


@dataclass(frozen=True, slots=True)
class Sum:
    """Some programs together: how many, how many have a price, and what these come to."""

    key: str = ""
    name: str = ""
    count: int = 0
    priced: int = 0
    money: Range = Range()
    whole: int = 0

    @property
    def told(self) -> str:
        """``Rp1,2 miliar, dari 41 program yang sudah ada biayanya``; a dash where none has a price."""
        if not self.priced:
            return "biaya belum ada"
        return f"{self.money.told}, dari {number(self.priced)} program yang sudah ada biayanya"

    @property
    def shortly(self) -> str:
        """``Rp1,2 miliar``, ``Rp1,2 miliar (9 dari 12)`` where some have no price."""
        if not self.priced:
            return "biaya belum ada"
        some = f" ({number(self.priced)} dari {number(self.count)})" if self.priced < self.count else ""
        return f"{self.money.told}{some}"


def total(items: Iterable[Initiative], key: str = "", name: str = "") -> Sum:
    """Return what programs come to together."""
    found = list(items)
    priced = [item.money for item in found if item.money is not None]
    whole = sum(1 for item in found if item.is_whole)
    return Sum(key, name, len(found), len(priced), sum(priced, Range()), whole)


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

    @property
    def used(self) -> tuple[Initiative, ...]:
        """Those that are part of the masterplan."""
        return tuple(item for item in self.items if not item.retired)

    def item(self, row: str) -> Initiative | None:
        """Return one program, None where it is gone."""
        return next((item for item in self.items if item.id == row), None)

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

    def by_year(self) -> dict[str, Sum]:
        """Return what programs come to by year of the masterplan, of those that say it by year."""
        keys = (*map(str, range(1, _FIRST_YEARS + 1)), LATER)
        found: dict[str, Sum] = {}
        for key in keys:
            paid = [item.cost[key] for item in self.used if item.cost.get(key)]
            money = Range(sum(paid), sum(paid))
            found[key] = Sum(key, period_words(key, self.start), len(paid), len(paid), money)
        return found

    def _by(self, key_of: Callable[[Initiative], str], keys: Sequence[str]) -> list[Sum]:
        made = [total((item for item in self.used if key_of(item) == key), key) for key in keys]
        return [item for item in made if item.count]
