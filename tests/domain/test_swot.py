"""SWOT by figures: the worked example of the field, the two scales, and what strategies leave open."""

from decimal import Decimal

from smartcity_desktop.domain import swot
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.swot import Factor, Strategy

_EXAMPLE = (
    "S 0.20 4", "S 0.15 3", "S 0.10 3", "S 0.10 4", "W 0.20 4", "W 0.10 3", "W 0.15 3",
    "O 0.30 3", "O 0.25 3", "T 0.25 3", "T 0.20 2",
)  # fmt: skip


def _factors() -> list[Factor]:
    found = []
    for number, line in enumerate(_EXAMPLE):
        kind, weight, rating = line.split()
        found.append(Factor(id=RowId(f"f{number}"), kind=kind, weight=weight, rating=int(rating)))
    return found


def test_the_worked_example_gives_its_figures_and_its_quadrant() -> None:
    standing = swot.stand(_factors(), swot.QUADRANT)
    assert {kind: swot.decimal(side.score) for kind, side in standing.sides.items()} == {
        "S": "1,95",
        "W": "1,55",
        "O": "1,65",
        "T": "1,15",
    }
    assert (swot.decimal(standing.x, signed=True), swot.decimal(standing.y, signed=True)) == (
        "+0,40",
        "+0,50",
    )
    assert swot.quadrant_words(standing) == "kuadran I (agresif)"
    assert standing.told == ()


def test_the_other_scale_has_totals_and_no_quadrant() -> None:
    standing = swot.stand(_factors(), swot.IFE_EFE)
    assert standing.quadrant == ""
    assert swot.quadrant_words(standing) == ""
    assert (standing.internal, standing.external) == (Decimal("3.50"), Decimal("2.80"))
    assert swot.against_middle(standing.internal) == "di atas 2,50 (kuat)"


def test_words_alone_are_counted_and_not_complained_about() -> None:
    bare = [Factor(id=RowId("1"), kind="S", text="Ada"), Factor(id=RowId("2"), kind="W", text="Belum")]
    standing = swot.stand(bare, swot.BY_WORDS)
    assert not standing.is_weighed
    assert standing.told == ()
    assert standing.sides["S"].count == 1


def test_weights_that_do_not_add_up_and_missing_ratings_are_told_softly() -> None:
    factors = [*_factors()[:6], Factor(id=RowId("x"), kind="W", weight="0.05"), *_factors()[7:]]
    standing = swot.stand(factors, swot.QUADRANT)
    assert standing.told == (
        "Jumlah bobot internal (S+W) 0,90, kurang 0,10 dari 1,00.",
        "Belum lengkap bobot atau ratingnya: W3.",
    )


def test_a_point_on_an_axis_is_said_to_be_on_it() -> None:
    even = [
        Factor(id=RowId(kind), kind=kind, weight="0.5", rating=3 if kind != "O" else 4)
        for kind in ("S", "W", "O", "T")
    ]
    assert swot.quadrant_words(swot.stand(even, swot.QUADRANT)) == "tepat di sumbu, antara dua kuadran"


def test_codes_count_each_kind_by_itself() -> None:
    assert list(swot.codes(_factors()).values()) == [
        *("S1", "S2", "S3", "S4", "W1", "W2", "W3", "O1", "O2", "T1", "T2"),
    ]


def test_factors_that_no_strategy_cites_and_strategies_of_the_wrong_letters_are_told() -> None:
    factors = _factors()
    strategies = [
        Strategy(id=RowId("so"), kind="SO", factors=(RowId("f0"), RowId("f7"))),
        Strategy(id=RowId("wt"), kind="WT", factors=(RowId("f4"),)),
        Strategy(id=RowId("st"), kind="ST"),
    ]
    found = swot.gaps(factors, strategies)
    assert found.bare == (RowId("st"),)
    assert found.crossed == (RowId("wt"),)
    assert RowId("f0") not in found.uncited
    assert len(found.uncited) == len(factors) - 3
