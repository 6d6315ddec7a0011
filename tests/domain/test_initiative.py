"""What a program smart city lacks, what does not fit together in it, and what many come to."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.initiative import (
    GAPS,
    Indicator,
    Initiative,
    InitiativeBoard,
    Named,
    period_words,
    total,
    warnings,
)
from smartcity_desktop.domain.initiative_card import FIELDS, GAP_FIELDS, edits, read, told_fields, values_of
from smartcity_desktop.domain.initiative_facts import Range

WHOLE = Initiative(
    "a",
    name="Satu Data",
    dimension="gov",
    opd="kominfo",
    horizon="menengah",
    year_start=2026,
    year_end=2030,
    indicator="Data terbit tepat jadwal",
    baseline="41",
    target_end="95",
    fund=("apbd",),
    cost_low=250_000_000,
    cost_high=600_000_000,
    point=("misi",),
)
MISSING = {
    "dimension": {"dimension": ""},
    "opd": {"opd": ""},
    "horizon": {"horizon": ""},
    "years": {"year_end": None},
    "indicator": {"indicator": ""},
    "baseline": {"baseline": " "},
    "target": {"target_end": ""},
    "fund": {"fund": ()},
}


@pytest.mark.parametrize("key", GAPS)
def test_each_thing_that_is_asked_for_is_named_when_it_is_missing(key):
    assert WHOLE.is_whole
    lacking = replace(WHOLE, **MISSING[key])
    # Without an indicator there is nothing to measure from or to.
    assert lacking.gaps == (("indicator", "baseline", "target") if key == "indicator" else (key,))
    assert lacking.done == len(GAPS) - len(lacking.gaps)


def test_a_further_indicator_answers_for_a_program_without_one_of_its_own():
    further = Indicator("i", name="Layanan", baseline="3", target={"1": "4", "6-10": "9"})
    item = replace(WHOLE, indicator="", further=(further,))
    assert item.is_whole
    assert item.indicators == (further,)
    assert further.told == "Layanan: 3 → 9"


def test_what_does_not_fit_together_is_said_and_nothing_else():
    assert warnings(WHOLE, 2026) == ()
    for values, words in (
        ({"cost_low": None, "cost_high": None}, "Biaya belum ada"),
        ({"point": ()}, "RPJMD"),
        ({"year_end": 2025}, "mendahului"),
        ({"horizon": "pendek"}, "lebih panjang daripada jangkanya"),
        ({"cost_low": 700_000_000}, "paling sedikit di atas"),
        ({"risk": "Data bocor"}, "jawabannya belum"),
        ({"partners": "Universitas"}, "unsurnya"),
        ({"after": ("a",)}, "dirinya sendiri"),
        ({"cost": {"1": 100_000_000}}, "di luar perkiraan"),
        ({"cost": {"1": 150_000_000, "6-10": 150_000_000}}, "2031–2035"),
    ):
        (said,) = warnings(replace(WHOLE, **values), 2026)
        assert words in said
    assert warnings(replace(WHOLE, point=(), aligned=("misi",)), 2026) == ()


def test_an_application_alone_is_asked_about_until_somebody_answers():
    item = replace(WHOLE, innovation=("aplikasi",))
    assert item.is_nudged
    assert not replace(item, innovation=("aplikasi", "proses")).is_nudged
    assert not replace(item, note="Rapat\nTanpa aplikasi baru: sudah dicoba lewat WhatsApp").is_nudged


def test_sums_tell_of_how_many_programs_they_are():
    bare = replace(WHOLE, id="b", cost_low=None, cost_high=None)
    yearly = replace(WHOLE, id="c", cost={"1": 100_000_000, "2": 50_000_000})
    found = total((WHOLE, bare, yearly))
    assert (found.count, found.priced, found.money) == (3, 2, Range(400_000_000, 750_000_000))
    assert found.told == "Rp400–750 juta, dari 2 program yang sudah ada biayanya"
    assert total([bare]).told == "biaya belum ada"
    assert Range(800_000_000, 1_500_000_000).told == "Rp800 juta–Rp1,5 miliar"


def test_programs_are_gathered_and_those_that_are_left_out_count_nowhere():
    board = InitiativeBoard(
        (
            WHOLE,
            replace(WHOLE, id="b", dimension="", fund=("apbd", "csr"), horizon="", opd="gone"),
            replace(WHOLE, id="c", retired=True),
            replace(WHOLE, id="d", cost={"2": 7}),
        ),
        (Named("gov", "Smart Governance", "GOV"), Named("eco", "Smart Economy", "ECO")),
        opds={"kominfo": "Diskominfo"},
        start=2026,
    )
    assert [(home.name, [one.id for one in own]) for home, own in board.by_dimension()] == [
        ("Smart Governance", ["a", "d"]),
        ("Belum berdimensi", ["b"]),
    ]
    assert [(home.name, len(own)) for home, own in board.by_opd()] == [("Diskominfo", 2), ("", 1)]
    assert [(item.key, item.count) for item in board.by_horizon()] == [("menengah", 2), ("", 1)]
    assert [(item.key, item.count) for item in board.by_fund()] == [("apbd", 2), ("beberapa", 1)]
    years = {item.name: (item.count, item.money.low) for item in board.by_year().values()}
    assert years["2027"] == (1, 7)
    assert years["2031–2035"] == (0, 0)
    shown = {item.name: item.count for item in board.by_year([board.items[3]]).values() if item.count}
    assert shown == {"2027": 1}, "of those that show alone"
    assert period_words("6-10", None) == "Th 6–10"


def test_every_gap_has_a_field_that_mends_it():
    assert {*GAP_FIELDS} == {*GAPS}
    assert {*GAP_FIELDS.values()} <= {item.name for item in FIELDS}


def test_a_field_that_says_the_same_writes_nothing():
    for name, raw in values_of(WHOLE).items():
        assert edits(WHOLE, name, raw, {}) == []
    assert [edit.field for edit in edits(WHOLE, "fund", "csr;apbd;pinjol", {})] == ["fund@csr"]
    assert [(one.field, one.val) for one in edits(WHOLE, "home", "gov-1", {"gov-1": "gov"})] == [
        ("dimension", "gov"),
        ("subdimension", "gov-1"),
    ]


def test_what_is_typed_is_read_as_on_the_worksheet():
    assert read("cost@1", "1,25 miliar") == "1250000000"
    assert read("target@1", " 85 ") == "85"
    with pytest.raises(ValueError, match="Mulai tahun"):
        read("year_start", "besok")
    assert told_fields(["cost@1", "cost@2", "opd", "horizon"]) == "biaya, OPD penanggung jawab, jangka"
