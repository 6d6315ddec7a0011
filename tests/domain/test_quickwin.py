"""The example of the field comes out with its stated means, and its tie is named."""

from fractions import Fraction

import pytest

from smartcity_desktop.domain import quickwin
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.quickwin import Candidate, Cell, Score
from smartcity_desktop.domain.spread import shown

_CRITERIA = [RowId(f"c{number}") for number in range(9)]
_ASSESSORS = [RowId(f"a{number}") for number in range(5)]
_TABLE = {
    "DESAKU TUNTAS": ("GOV", "4,0 3,4 4,0 3,0 3,2 3,6 3,2 3,0 3,4", "3,42"),
    "MATIC": ("BRD", "3,2 3,4 2,8 3,0 2,6 3,4 2,4 2,2 2,6", "2,84"),
    "E-AGRIPROP": ("ECO", "3,4 2,6 3,2 2,6 2,4 3,0 2,4 2,4 2,6", "2,73"),
    "Smart Health": ("LIV", "3,6 3,2 3,8 2,8 3,0 3,6 3,0 2,6 3,0", "3,18"),
    "CONTRA WAR": ("SOC", "3,4 2,8 3,4 3,2 3,0 3,0 2,8 2,6 2,8", "3,00"),
    "Edu Sampah Cipta Kerja": ("ENV", "3,6 3,8 3,8 3,4 3,4 3,6 3,2 3,0 3,0", "3,42"),
}


def _whole(mean: str) -> list[int]:
    """Return five whole scores with this mean, as near to one another as can be."""
    total = round(float(mean.replace(",", ".")) * 5)
    low, more = divmod(total, 5)
    return [low + 1] * more + [low] * (5 - more)


def _candidates() -> list[Candidate]:
    return [
        Candidate(
            id=RowId(name), name=name, dimension=RowId(code), opd=RowId("opd"), months=12, fund="APBD",
            points=(RowId("misi"),),
        )
        for name, (code, _, _) in _TABLE.items()
    ]  # fmt: skip


def _scores() -> list[Score]:
    return [
        Score(RowId(name), criterion, assessor, value)
        for name, (_, means, _) in _TABLE.items()
        for criterion, mean in zip(_CRITERIA, means.split(), strict=True)
        for assessor, value in zip(_ASSESSORS, _whole(mean), strict=True)
    ]


def _table(**weights: int) -> tuple[quickwin.Line, ...]:
    equal = {row: weights.get(row, 1) for row in _CRITERIA}
    return quickwin.table(_candidates(), _scores(), equal, _ASSESSORS)


def test_the_candidates_of_the_example_have_their_stated_means() -> None:
    assert {line.candidate.name: shown(line.total) for line in _table()} == {
        name: stated for name, (_, _, stated) in _TABLE.items()
    }


def test_the_tie_at_the_top_is_named_and_tells_exact_from_rounded() -> None:
    lines = _table()
    assert [line.candidate.name for line in lines if line.rank == 1] == [
        "DESAKU TUNTAS",
        "Edu Sampah Cipta Kerja",
    ]
    told = (
        "DESAKU TUNTAS dan Edu Sampah Cipta Kerja sama persis 3,42; urutannya ditetapkan bersama dan dicatat."
    )
    assert quickwin.tie_words(lines) == (told,)
    heavier = _table(c1=2)
    assert not any("sama persis" in words for words in quickwin.tie_words(heavier))


def test_what_only_looks_alike_is_told_with_four_decimals() -> None:
    candidates = [Candidate(id=RowId("p"), name="P"), Candidate(id=RowId("q"), name="Q")]
    weights = {RowId("x"): 199, RowId("y"): 1}
    scores = [
        Score(RowId("p"), RowId("x"), RowId("a"), 3),
        Score(RowId("p"), RowId("y"), RowId("a"), 3),
        Score(RowId("q"), RowId("x"), RowId("a"), 3),
        Score(RowId("q"), RowId("y"), RowId("a"), 2),
    ]
    weights[RowId("x")] = 999
    lines = quickwin.table(candidates, scores, weights, [RowId("a")])
    assert quickwin.tie_words(lines) == (
        "P dan Q sama-sama 3,00 bila dibulatkan; P sedikit lebih tinggi (3,0000 dan 2,9990).",
    )


def test_a_missing_score_is_owed_and_never_a_nought() -> None:
    scores = [item for item in _scores() if (item.candidate, item.assessor) != (RowId("MATIC"), RowId("a0"))]
    line = next(
        line
        for line in quickwin.table(_candidates(), scores, dict.fromkeys(_CRITERIA, 1), _ASSESSORS)
        if line.candidate.name == "MATIC"
    )
    assert line.missing == 9
    assert all(len(cell.scores) == 4 for cell in line.cells.values())
    none = quickwin.table(_candidates(), [], dict.fromkeys(_CRITERIA, 1), _ASSESSORS)
    assert all(line.total is None and line.rank is None for line in none)


@pytest.mark.parametrize(
    ("scores", "apart"),
    [((4, 4, 3), False), ((4, 2), True), ((4, 4, 4, 4, 0), True), ((4, 4, 3, 3, 3), False), ((1,), False)],
)
def test_it_is_discussed_first_where_the_assessors_differ(scores: tuple[int, ...], apart: bool) -> None:
    assert Cell(scores).is_apart is apart


def test_a_deviation_is_told_from_five_assessors_on() -> None:
    assert Cell((4, 4, 3, 3)).deviation == ""
    assert Cell((4, 4, 3, 3, 3)).deviation == "0,55"
    assert Cell((4, 4, 3, 3, 3)).variance == Fraction(3, 10)


def test_gates_say_in_words_what_is_missing() -> None:
    failed = [gate.why for gate in quickwin.gates(Candidate(months=14)) if not gate.passed]
    assert failed == [
        "OPD penanggung jawab belum ada",
        "14 bulan, lebih dari 12",
        "sumber dana belum disebut",
        "kaitan RPJMD belum ada",
    ]


def test_a_duration_of_nought_is_told_as_what_it_is() -> None:
    why = {gate.key: gate.why for gate in quickwin.gates(Candidate(months=0)) if not gate.passed}
    assert why["months"] == "lama pelaksanaan 0 bulan, paling sedikit 1"


def test_the_first_of_a_dimension_that_passes_is_proposed_and_a_tie_is_left_to_people() -> None:
    assert set(quickwin.proposed(_table())) == {RowId(name) for name in _TABLE}
    twins = [
        Candidate(id=RowId(n), name=n, opd=RowId("o"), months=6, fund="APBD", points=(RowId("m"),))
        for n in "pq"
    ]
    scores = [Score(item.id, RowId("x"), RowId("a"), 3) for item in twins]
    assert quickwin.proposed(quickwin.table(twins, scores, {RowId("x"): 1}, [RowId("a")])) == {}
