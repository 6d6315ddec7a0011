"""The words of the shelf: whole, of known targets, without a name of any region or application."""

import csv
from collections import Counter

import pytest

from smartcity_desktop.domain.match import key_of
from smartcity_desktop.domain.suggest import STRONGEST
from smartcity_desktop.domain.suggest_words import phrase, stems, tokens
from smartcity_desktop.storage import reference
from tests.house.source import ROOT

LABELLED = ROOT.parent / "shared" / "data" / "inisiatif.csv"
BASE = reference.dimension_sets()[0]
TARGETS = {
    code for item in BASE.dimensions for code in (item.code, *(sub.code for sub in item.subdimensions))
}
GENERAL = """
    smart dukcapil command center kalender heritage creative alun branding pedestrian rtlh rsud pandemi
    health city kir parking call urban farming participation destination park agriculture store trash
"""
"""Words that also stand in names of initiatives, and that mean the same everywhere."""


def test_every_word_speaks_for_a_known_target_with_a_weight_in_bounds():
    cues = reference.cues()
    assert {cue.target for cue in cues} == TARGETS
    assert all(cue.weight and abs(cue.weight) <= STRONGEST for cue in cues)
    assert all(phrase(cue.word) for cue in cues)
    assert [
        name for name, times in Counter((cue.target, cue.word) for cue in cues).items() if times > 1
    ] == []


def test_every_sub_dimension_has_enough_words_of_its_own():
    counted = Counter(cue.target for cue in reference.cues() if cue.weight > 0)
    assert {code: counted[code] for code in TARGETS if "-" in code and counted[code] < 35} == {}


def test_every_bidang_says_what_it_serves():
    fields = reference.cue_fields()
    assert set(fields) == set(reference.bidang())
    assert all(
        target in TARGETS and 1 <= weight <= 4 for item in fields.values() for target, weight in item.items()
    )


def test_facets_are_sub_dimensions_of_other_sets():
    known = {
        sub.name.casefold()
        for item in reference.dimension_sets()
        for home in item.dimensions
        for sub in home.subdimensions
    }
    assert {cue.facet for cue in reference.cues()} - {""} <= known


def test_no_word_is_the_name_of_a_region():
    names = {key_of(item.name) for item in (*reference.regions(), *reference.provinces())}
    for cue in reference.cues():
        words = cue.word.replace("-", " ").split()
        spans = [words[start:end] for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
        assert not {key_of("".join(span)) for span in spans} & names, cue.word


@pytest.mark.skipif(not LABELLED.is_file(), reason="no labelled initiatives here (../shared/data)")
def test_no_word_comes_from_the_name_of_an_application():
    with LABELLED.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    general = {word for item in reference.nomenclature().values() for word in stems(item.name)}
    general |= {word for row in rows for word in stems(row["ringkas"])}
    general |= set(stems(GENERAL))
    proper = {token.stem for row in rows for token in tokens(row["inisiatif"])} - general
    assert len(proper) > 50
    assert {cue.word for cue in reference.cues() if set(phrase(cue.word)) & proper} == set()
