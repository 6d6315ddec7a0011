"""SWOT and TOWS: factors with codes, weighed by words, for the quadrant, or as IFE/EFE (domain.md 5.4, 13.1).

Two scales exist and are never mixed. For the quadrant, W and T are rated by weight of harm (4 = sangat
menghambat), and x = ΣS − ΣW, y = ΣO − ΣT. The IFE/EFE option rates W and T in reverse (1 = sangat lemah) and
compares the totals with 2,50; it has no quadrant. All figures are decimals: 0,1 + 0,2 is 0,3 here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from smartcity_desktop.domain.entity import FACTORS, STRATEGIES
from smartcity_desktop.domain.ids import NO_ROW, RowId

BY_WORDS: Final = "kualitatif"
QUADRANT: Final = "kuadran"
IFE_EFE: Final = "ife"
INTERNAL: Final = ("S", "W")
EXTERNAL: Final = ("O", "T")
WHOLE: Final = Decimal("1.00")
MIDDLE: Final = Decimal("2.50")
"""What the totals of IFE and EFE are compared with."""
RATINGS: Final = (1, 2, 3, 4)
QUADRANTS: Final[Mapping[str, str]] = {
    "I": "agresif",
    "II": "diversifikasi",
    "III": "turnaround",
    "IV": "defensif",
}
SCALE_WORDS: Final[Mapping[str, str]] = {
    BY_WORDS: "Tanpa bobot: faktor ditulis dan dibahas, tidak dihitung.",
    QUADRANT: (
        "Bobot 0 sampai 1, jumlah 1,00 untuk S+W dan 1,00 untuk O+T. Rating 1 sampai 4: S dan O menurut "
        "kuatnya (4 = sangat mendukung), W dan T menurut beratnya gangguan (4 = sangat menghambat)."
    ),
    IFE_EFE: (
        "Bobot 0 sampai 1, jumlah 1,00 untuk S+W dan 1,00 untuk O+T. Rating 1 sampai 4: W dan T terbalik "
        "(1 = sangat lemah), jumlah dibandingkan dengan 2,50; tanpa kuadran."
    ),
}


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor; ``weight`` is a decimal with a point (``0.2``) or empty, ``rating`` 1 to 4 or None."""

    id: RowId = NO_ROW
    pos: str = ""
    sheet: RowId = NO_ROW
    kind: str = ""
    text: str = ""
    evidence: str = ""
    weight: str = ""
    rating: int | None = None
    subdimension: RowId = NO_ROW


@dataclass(frozen=True, slots=True)
class Strategy:
    """One TOWS strategy and the factors that it cites."""

    id: RowId = NO_ROW
    pos: str = ""
    sheet: RowId = NO_ROW
    kind: str = ""
    text: str = ""
    dimension: RowId = NO_ROW
    factors: tuple[RowId, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side (S, W, O or T): how many factors, sum of weights, sum of weight times rating."""

    kind: str
    count: int = 0
    weight: Decimal = Decimal(0)
    score: Decimal = Decimal(0)
    unrated: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """What the factors of one sheet come to; ``x`` and ``y`` only on the scale of the quadrant.

    ``told`` are soft sentences: weights that do not add up to 1,00, factors without weight or rating.
    """

    scale: str
    sides: Mapping[str, Side]
    told: tuple[str, ...] = ()

    @property
    def is_weighed(self) -> bool:
        """Whether figures are shown at all."""
        return self.scale != BY_WORDS

    @property
    def x(self) -> Decimal:
        """Return ΣS − ΣW."""
        return self.sides["S"].score - self.sides["W"].score

    @property
    def y(self) -> Decimal:
        """Return ΣO − ΣT."""
        return self.sides["O"].score - self.sides["T"].score

    @property
    def quadrant(self) -> str:
        """Return ``I`` to ``IV``; empty on an axis, without figures, and on the other scale."""
        if self.scale != QUADRANT or not self.x or not self.y:
            return ""
        if self.x > 0:
            return "I" if self.y > 0 else "II"
        return "III" if self.y > 0 else "IV"

    @property
    def internal(self) -> Decimal:
        """Return the total of S and W, which IFE compares with 2,50."""
        return self.sides["S"].score + self.sides["W"].score

    @property
    def external(self) -> Decimal:
        """Return the total of O and T, which EFE compares with 2,50."""
        return self.sides["O"].score + self.sides["T"].score


def codes(factors: Iterable[Factor | Strategy]) -> dict[RowId, str]:
    """Return ``S1``, ``S2``, ``WO1`` by row, counted per kind in the order given; without a kind none."""
    count: dict[str, int] = {}
    found: dict[RowId, str] = {}
    for item in factors:
        if item.kind:
            count[item.kind] = count.get(item.kind, 0) + 1
            found[item.id] = f"{item.kind}{count[item.kind]}"
    return found


def score(factor: Factor) -> Decimal | None:
    """Return weight times rating, None while one of them is missing."""
    weight = weight_of(factor)
    if weight is None or factor.rating is None:
        return None
    return weight * factor.rating


def weight_of(factor: Factor) -> Decimal | None:
    """Return the weight of a factor, None where none or no number stands."""
    try:
        return Decimal(factor.weight.replace(",", ".")) if factor.weight else None
    except InvalidOperation:
        return None


def stand(factors: Sequence[Factor], scale: str) -> Standing:
    """Return what factors come to on a scale."""
    sides = {kind: _side(kind, [item for item in factors if item.kind == kind]) for kind in FACTORS}
    return Standing(scale, sides, tuple(_told(factors, sides)) if scale != BY_WORDS else ())


def _side(kind: str, factors: Sequence[Factor]) -> Side:
    weights = [weight for item in factors if (weight := weight_of(item)) is not None]
    scores = [found for item in factors if (found := score(item)) is not None]
    return Side(
        kind, len(factors), sum(weights, Decimal(0)), sum(scores, Decimal(0)), len(factors) - len(scores)
    )


def _told(factors: Sequence[Factor], sides: Mapping[str, Side]) -> Iterable[str]:
    code = codes(factors)
    for words, kinds in (("internal (S+W)", INTERNAL), ("eksternal (O+T)", EXTERNAL)):
        if not any(sides[kind].count for kind in kinds):
            continue
        total = sum((sides[kind].weight for kind in kinds), Decimal(0))
        if total != WHOLE:
            gap = WHOLE - total
            way = f"kurang {decimal(gap)}" if gap > 0 else f"lebih {decimal(-gap)}"
            yield f"Jumlah bobot {words} {decimal(total)}, {way} dari 1,00."
    unweighed = [code.get(item.id, "?") for item in factors if item.kind and score(item) is None]
    if unweighed:
        yield f"Belum lengkap bobot atau ratingnya: {', '.join(unweighed)}."
    odd = [
        code.get(item.id, "?") for item in factors if item.rating is not None and item.rating not in RATINGS
    ]
    if odd:
        yield f"Rating di luar 1 sampai 4: {', '.join(odd)}."


def decimal(value: Decimal, *, signed: bool = False) -> str:
    """Return ``1,95``; signed ``+0,40`` and ``−0,15``. Two places at least, nothing is rounded away."""
    places = max(2, -int(value.as_tuple().exponent)) if value != value.quantize(Decimal("0.01")) else 2
    words = f"{abs(value):.{places}f}".replace(".", ",")
    if value < 0:
        return f"−{words}"
    return f"+{words}" if signed and value else words


def against_middle(total: Decimal) -> str:
    """Return how a total of IFE or EFE stands to 2,50, in words."""
    if total == MIDDLE:
        return "tepat 2,50"
    return "di atas 2,50 (kuat)" if total > MIDDLE else "di bawah 2,50 (lemah)"


def quadrant_words(standing: Standing) -> str:
    """Return ``kuadran I (agresif)``, or that the point lies on an axis; empty on other scales."""
    if standing.scale != QUADRANT:
        return ""
    if standing.quadrant:
        return f"kuadran {standing.quadrant} ({QUADRANTS[standing.quadrant]})"
    if not any(side.score for side in standing.sides.values()):
        return "belum ada yang dihitung"
    return "tepat di sumbu, antara dua kuadran"


@dataclass(frozen=True, slots=True)
class TowsGaps:
    """What the strategies leave open: factors nobody cites, strategies without factors, or of another field.

    ``crossed`` are strategies whose factors do not have the two letters of their kind (a SO without any O).
    """

    uncited: tuple[RowId, ...] = ()
    bare: tuple[RowId, ...] = ()
    crossed: tuple[RowId, ...] = ()


def gaps(factors: Sequence[Factor], strategies: Sequence[Strategy]) -> TowsGaps:
    """Return what the strategies of these factors leave open."""
    kind_of = {item.id: item.kind for item in factors}
    cited = {row for item in strategies for row in item.factors}
    bare = tuple(item.id for item in strategies if not any(row in kind_of for row in item.factors))
    crossed = tuple(
        item.id
        for item in strategies
        if item.kind in STRATEGIES
        and item.id not in bare
        and {kind_of[row] for row in item.factors if row in kind_of} != set(item.kind)
    )
    return TowsGaps(tuple(item.id for item in factors if item.id not in cited), bare, crossed)
