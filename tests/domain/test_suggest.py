"""Weighing what words, agencies, codes and placed texts say, up to two dimensions with their reasons."""

import pytest

from smartcity_desktop.domain.reference import OpdProposal
from smartcity_desktop.domain.suggest import Cue, Cues, Hint, Suggestion, hinted, suggestion
from smartcity_desktop.domain.suggest_hints import Placed, PlacedTexts, agency_hint, code_hint

CUES = Cues(
    [
        Cue("ENV-2", "sampah", 5),
        Cue("ENV-2", "bank sampah", 5),
        Cue("ENV-3", "energi", 4),
        Cue("ECO-3", "bank", 3),
        Cue("LIV-2", "kesehatan", 4),
        Cue("ECO-1", "kesehatan hewan", 3),
        Cue("GOV", "aplikasi", 1),
        Cue("GOV", "kesehatan", -2),
        Cue("LIV-3", "parkir", 4, "lalu lintas dan parkir"),
    ]
)
FIELDS = {"1.02": {"LIV-2": 4}, "1.01": {"SOC-2": 4}, "2.16": {"GOV-3": 3, "GOV-1": 1}}


def asked(text, *hints):
    evidence = {}
    CUES.said(text, evidence)
    hinted(hints, evidence)
    return suggestion(evidence)


def test_words_lead_to_a_sub_dimension_and_are_told_as_they_were_written():
    (place,) = asked("Pengolahan Sampah menjadi Energi, sampah kota").places
    assert (place.dimension, place.sub) == ("ENV", "ENV-2")
    assert place.words == ("Sampah", "Energi")
    assert place.reason == "kata: Sampah, Energi"
    assert place.score == 0.9


def test_the_longest_phrase_counts_and_its_words_no_more():
    assert asked("Bank sampah").places[0].words == ("Bank sampah",)
    assert [place.dimension for place in asked("Bank sampah").places] == ["ENV"]
    assert asked("Kesehatan hewan").places[0].sub == "ECO-1"


def test_a_word_can_speak_against_a_dimension():
    with_both = asked("Aplikasi kesehatan")
    assert [place.dimension for place in with_both.places] == ["LIV"]


def test_without_any_word_nobody_knows():
    assert asked("Xyzzy Plugh") == Suggestion()
    assert not asked("Xyzzy Plugh").known
    assert not asked("").known


def test_evidence_below_one_general_word_is_too_thin():
    assert not asked("Xyzzy", Hint("OPD: A", {"LIV-2": 0.9})).known
    assert asked("Xyzzy", Hint("OPD: A", {"LIV-2": 1.0})).known


def test_two_dimensions_are_told_the_likelier_first_and_never_a_third():
    found = asked("Aplikasi parkir, sampah, dan kesehatan")
    assert [place.dimension for place in found.places] == ["LIV", "ENV"]
    assert sum(place.score for place in found.places) < 1


def test_a_strong_word_inside_a_compound_counts_half():
    (place,) = asked("SampahKita").places
    assert place.words == ("sampah (dalam SampahKita)",)
    assert place.score < asked("Sampah").places[0].score
    assert not asked("Mengadasampahan").known


def test_a_name_of_a_system_speaks_weakly_for_governance():
    (place,) = asked("SIPATUH").places
    assert (place.dimension, place.sub, place.words) == ("GOV", "", ("nama sistem SIPATUH",))
    assert place.score == 0.38
    assert asked("e-Xyzzy").known
    assert not asked("Siap").known
    assert not asked("PENCATATAN SIPIL DAN SISTEM SINYAL").known
    assert not asked("SI").known


@pytest.mark.parametrize(
    ("name", "bidang", "expected"),
    [
        ("Dinas Kesehatan", ("1.02",), {"LIV-2": 2.0}),
        ("Dinas X", ("9.99",), None),
        ("Dinas Pendidikan dan Kesehatan", ("1.01", "1.02"), {"SOC-2": 1.41, "LIV-2": 1.41}),
    ],
)
def test_an_agency_speaks_weakly_and_for_several_fields_weaker_still(name, bidang, expected):
    hints = agency_hint(name, OpdProposal("dinas", bidang, "", True, False), FIELDS)
    told = {target: round(points, 2) for hint in hints for target, points in hint.points.items()}
    assert told == (expected or {})


def test_an_agency_without_a_field_speaks_for_its_usual_dimension():
    (hint,) = agency_hint("Bagian Protokol", OpdProposal("bagian", (), "BRD", False, False), FIELDS)
    assert hint == Hint("OPD: Bagian Protokol", {"BRD": 1.0})


def test_a_code_speaks_for_its_field_unless_it_is_of_a_support_program():
    (hint,) = code_hint("1.2.02", FIELDS)
    assert (hint.reason, hint.points) == ("kode 1.02", {"LIV-2": 2.4})
    assert code_hint("1.02.01", FIELDS) == []
    assert code_hint("x", FIELDS) == code_hint("", FIELDS) == []


def test_hints_are_told_after_the_words():
    hints = [*agency_hint("Dinkes", OpdProposal("dinas", ("1.02",), "", True, False), FIELDS)]
    (place,) = asked("Layanan kesehatan", *hints, *code_hint("1.02.02", FIELDS)).places
    assert place.reason == "kata: kesehatan; kode 1.02; OPD: Dinkes"
    assert place.told(lambda text: text.replace("OPD", "SKPD")).endswith("; SKPD: Dinkes")


def test_a_text_like_one_that_people_placed_goes_where_that_stands():
    placed = PlacedTexts(
        [Placed("Rehabilitasi irigasi tersier", "ECO-1"), Placed("Vaksinasi hewan ternak", "ECO-1")]
    )
    (hint,) = placed.hints("Pemeliharaan irigasi tersier")
    assert hint.reason == "seperti: Rehabilitasi irigasi tersier"
    assert asked("Pemeliharaan irigasi tersier", hint).places[0].sub == "ECO-1"
    assert placed.hints("Pemeliharaan irigasi tersier", frozenset({0})) == []
    assert placed.hints("Museum") == []


def test_a_phrase_may_hold_small_words_but_no_full_stop():
    assert asked("Bank untuk sampah").places[0].words == ("Bank untuk sampah",)
    assert asked("Bank. Sampah").places[0].words == ("Sampah",)
