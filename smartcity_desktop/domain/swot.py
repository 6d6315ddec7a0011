"""SWOT and TOWS: factors with codes, weighed by words, for the quadrant, or as IFE/EFE (domain.md 5.4, 13.1).

Two scales exist and are never mixed. For the quadrant, W and T are rated by weight of harm (4 = sangat
menghambat), and x = ΣS − ΣW, y = ΣO − ΣT. The IFE/EFE option rates W and T in reverse (1 = sangat lemah) and
compares the totals with 2,50; it has no quadrant. All figures are decimals: 0,1 + 0,2 is 0,3 here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Final

from smartcity_desktop.domain.entity import FACTORS, STRATEGIES
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import EMPTY
from smartcity_desktop.domain.worksheet import Party

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
SCALE: Final = "Skala: "
"""Begins the line in which a sheet says its scale."""
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
    """One factor; ``weight`` is a decimal with a point (``0.2``) or empty, ``rating`` 1 to 4 or None.

    ``rating_ife`` is the one given on the other scale, which reads W and T the other way round.
    """

    id: RowId = NO_ROW
    pos: str = ""
    sheet: RowId = NO_ROW
    kind: str = ""
    text: str = ""
    evidence: str = ""
    weight: str = ""
    rating: int | None = None
    subdimension: RowId = NO_ROW
    rating_ife: int | None = None

    def on(self, scale: str) -> "Factor":
        """Return the factor with the rating that was given on this scale."""
        return replace(self, rating=self.rating_ife) if scale == IFE_EFE else self


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
        found = Decimal(factor.weight.replace(",", ".")) if factor.weight else None
    except InvalidOperation:
        return None
    return found if found is not None and found.is_finite() else None


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
    heavy = [code.get(item.id, "?") for item in factors if not 0 <= (weight_of(item) or 0) <= 1]
    if heavy:
        yield f"Bobot di luar 0 sampai 1: {', '.join(heavy)}."


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


def figures(standing: Standing) -> tuple[str, ...]:
    """Return what the figures come to, a line each; nothing where words alone are compared."""
    of = {kind: decimal(side.score) for kind, side in standing.sides.items()}
    if standing.scale == QUADRANT:
        return (
            f"x = S − W = {of['S']} − {of['W']} = {decimal(standing.x, signed=True)}",
            f"y = O − T = {of['O']} − {of['T']} = {decimal(standing.y, signed=True)}",
            _upper(quadrant_words(standing)),
        )
    if standing.scale == IFE_EFE:
        inside, outside = standing.internal, standing.external
        return (
            f"IFE = S + W = {of['S']} + {of['W']} = {decimal(inside)}, {against_middle(inside)}",
            f"EFE = O + T = {of['O']} + {of['T']} = {decimal(outside)}, {against_middle(outside)}",
        )
    return ()


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def place(standing: Standing) -> str:
    """Return in a few words where a sheet stands: ``I agresif``, ``3,50 / 2,80``; empty without figures."""
    if not standing.is_weighed or not any(side.score for side in standing.sides.values()):
        return ""
    if standing.scale == IFE_EFE:
        return f"{decimal(standing.internal)} / {decimal(standing.external)}"
    return f"{standing.quadrant} {QUADRANTS[standing.quadrant]}" if standing.quadrant else "di sumbu"


def weighed(factor: Factor) -> str:
    """Return ``0,20 × 4 = 0,80``, a dash for what is missing."""
    weight, found = weight_of(factor), score(factor)
    parts = (decimal(weight) if weight is not None else EMPTY, str(factor.rating or EMPTY))
    return f"{' × '.join(parts)} = {decimal(found)}" if found is not None else " × ".join(parts)


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


# One sheet, whole ------------------------------------------------------------------------------------------

SCALE_NAMES: Final[Mapping[str, str]] = {
    BY_WORDS: "Kualitatif (tanpa bobot)",
    QUADRANT: "Bobot dan rating, dengan kuadran",
    IFE_EFE: "IFE/EFE (dibandingkan dengan 2,50)",
}
KIND_NAMES: Final[Mapping[str, str]] = {
    "S": "Kekuatan",
    "W": "Kelemahan",
    "O": "Peluang",
    "T": "Ancaman",
}
STRATEGY_NAMES: Final[Mapping[str, str]] = {
    "SO": "Memakai kekuatan untuk meraih peluang",
    "WO": "Memperbaiki kelemahan dengan peluang",
    "ST": "Memakai kekuatan menghadapi ancaman",
    "WT": "Memperkecil kelemahan, menghindari ancaman",
}
_FIGURES: Final[Mapping[str, frozenset[str]]] = {
    BY_WORDS: frozenset(),
    QUADRANT: frozenset({"weight", "rating", "product:weight,rating"}),
    IFE_EFE: frozenset({"weight", "rating_ife", "product:weight,rating_ife"}),
}
"""What the columns are bound to that a scale needs: each has ratings of its own, so that none is misread."""


def is_hidden_on(scale: str, bound: str) -> bool | None:
    """Tell whether a column of figures has no place on a scale; None for columns that stand on all."""
    if not any(bound in fields for fields in _FIGURES.values()):
        return None
    return bound not in _FIGURES[scale]


_NOBODY: Final = Party(NO_ROW)


def scale_of(name: str) -> str:
    """Return the scale that a worksheet names, words alone where it names none that is known."""
    return name if name in SCALE_WORDS else BY_WORDS


@dataclass(frozen=True, slots=True)
class SwotSheet:
    """The factors of one party and its strategies.

    Factors are called by their place among those of their kind (S1, S2 from the top). A strategy holds the
    factors themselves, so it goes on to cite the right one when rows are moved, under its new code.
    ``answered`` is the worksheet of the strategies, empty where the workshop has none. A sheet ``is_merged``
    where it is that of a dimension beside those of its OPD. ``merged`` counts the rows that were written on
    it and went into another row: that stands for them.
    """

    worksheet: RowId = NO_ROW
    title: str = ""
    scale: str = BY_WORDS
    party: Party = _NOBODY
    sheet: RowId = NO_ROW
    number: str = ""
    factors: tuple[Factor, ...] = ()
    strategies: tuple[Strategy, ...] = ()
    answered: RowId = NO_ROW
    is_merged: bool = False
    merged: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on it."""
        return not self.factors and not self.strategies

    @property
    def standing(self) -> Standing:
        """What the factors come to on the scale of the worksheet."""
        return stand(self.factors, self.scale)

    @property
    def codes(self) -> Mapping[RowId, str]:
        """The codes of the factors and of the strategies."""
        return {**codes(self.factors), **codes(self.strategies)}

    @property
    def gaps(self) -> TowsGaps:
        """What the strategies leave open."""
        return gaps(self.factors, self.strategies)

    def of(self, kind: str) -> tuple[Factor, ...]:
        """Return the factors of one kind in their order; those without a kind stand under ""."""
        return tuple(item for item in self.factors if (item.kind if item.kind in FACTORS else "") == kind)

    def answers(self, kind: str) -> tuple[Strategy, ...]:
        """Return the strategies of one kind in their order; those without a kind stand under ""."""
        return tuple(
            item for item in self.strategies if (item.kind if item.kind in STRATEGIES else "") == kind
        )

    def cited(self, strategy: Strategy) -> str:
        """Return the codes that a strategy cites: ``S1, S2, O1``; factors of another sheet are counted."""
        known = self.codes
        own = [known[item.id] for item in self.factors if item.id in strategy.factors and item.id in known]
        here = {item.id for item in self.factors}
        other = sum(1 for row in strategy.factors if row not in here)
        return ", ".join([*own, *([f"{other} dari lembar lain"] if other else [])])

    def told(self) -> tuple[str, ...]:
        """Return in soft sentences what is still open: weights, kinds, factors and strategies unmatched."""
        return (*self.standing.told, *_left(self))


def _left(sheet: SwotSheet) -> Iterable[str]:
    known, left = sheet.codes, sheet.gaps
    loose = len(sheet.of(""))
    if loose:
        yield f"{loose} faktor belum dipilih jenisnya (S, W, O, atau T)."
    if sheet.answers(""):
        yield f"{len(sheet.answers(''))} strategi belum dipilih pasangannya (SO, WO, ST, atau WT)."
    if sheet.strategies and left.uncited:
        named = [known[row] for row in left.uncited if row in known]
        if named:
            yield f"Belum dipakai strategi mana pun: {', '.join(named)}."
    if left.bare:
        yield f"Strategi tanpa faktor: {_named(sheet, left.bare)}."
    if left.crossed:
        yield f"Faktornya tidak sesuai pasangannya: {_named(sheet, left.crossed)}."


def _named(sheet: SwotSheet, rows: Sequence[RowId]) -> str:
    known = sheet.codes
    text = {item.id: item.text for item in sheet.strategies}
    return ", ".join(known.get(row) or f'"{text[row][:40]}"' for row in rows)
