"""Rows that say nearly the same, and one row made of several."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.edit import Birth, Set
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.merging import (
    Said,
    Whole,
    join,
    lasting_dimension,
    merge,
    pairs,
    root,
    roots,
    together,
    twin_keys,
)


def said(*texts, kind=""):
    return [Said(RowId(str(place)), text, kind) for place, text in enumerate(texts)]


def near(*texts):
    return [(item.one, item.other) for item in pairs(said(*texts))]


@pytest.mark.parametrize(
    "family",
    [
        ("sampah", "persampahan"),
        ("pilah", "pemilahan", "dipilah", "terpilah"),
        ("kelola", "mengelola", "pengelolaan"),
        ("layanan", "pelayanan"),
        ("peta", "pemetaan"),
        ("susun", "menyusun"),
        ("sehat", "kesehatan"),
        ("aduan", "pengaduan"),
    ],
)
def test_words_of_one_family_have_one_root(family):
    assert len({root(word) for word in family}) == 1


def test_small_words_and_denials_are_no_words_of_a_text():
    assert set(roots("Sampah yang ada di rumah belum terpilah").values()) == {"sampah", "rumah", "terpilah"}


def test_two_sentences_in_other_words_are_proposed_with_the_words_they_share():
    found = pairs(said("Sampah rumah tangga belum dipilah", "Pemilahan sampah rumah tangga tidak berjalan"))
    assert [item.words for item in found] == [("sampah", "rumah", "tangga", "dipilah")]
    assert found[0].reason == "Kata yang sama: sampah, rumah, tangga, dipilah"
    assert pairs(said("Layanan publik", "Pelayanan publik"))[0].reason.startswith("Semua katanya sama")


def test_a_sentence_and_its_denial_are_not_the_same():
    assert near("Aplikasi sudah terintegrasi", "Aplikasi belum terintegrasi") == []
    assert near("Aplikasi belum terintegrasi", "Aplikasi tidak terintegrasi") == [("0", "1")]


def test_rows_of_different_kinds_are_never_the_same():
    strong, weak = (
        Said(RowId("a"), "Jaringan internet kantor", "S"),
        Said(RowId("b"), "Jaringan internet kantor", "W"),
    )
    assert pairs([strong, weak]) == []


def test_one_word_in_common_is_not_enough_unless_it_is_all_there_is():
    assert near("Sampah pasar", "Sampah laut") == []
    assert near("Inklusif", "inklusif!") == [("0", "1")]


def test_what_was_decided_is_not_proposed_again():
    rows = said("Banjir di pusat kota", "Pusat kota banjir")
    assert pairs(rows, [twin_keys(RowId("1"), RowId("0"))]) == []


@given(
    st.lists(
        st.lists(st.sampled_from(["abang", "bakso", "cabai", "dadar", "empal"]), min_size=1), max_size=12
    )
)
def test_looking_only_at_rare_words_finds_what_comparing_everything_finds(texts):
    rows = said(*(" ".join(words) for words in texts))
    whole = set()
    for place, one in enumerate(rows):
        for other in rows[place + 1 :]:
            mine, theirs = set(roots(one.text)), set(roots(other.text))
            share = 2 * len(mine & theirs) / (len(mine) + len(theirs))
            if share >= 0.6 and (len(mine & theirs) > 1 or share == 1):
                whole.add((one.row, other.row))
    assert {(item.one, item.other) for item in pairs(rows)} == whole


def test_two_thousand_ideas_are_compared_at_once():
    chance = random.Random(7)
    words = ["".join(chance.choice("aiueoklmnprst") for _ in range(7)) for _ in range(900)]
    rows = said(*(" ".join(chance.choices(words, k=8)) for _ in range(2_000)))
    rows.append(Said(RowId("twin"), rows[3].text))
    assert [(item.one, item.other) for item in pairs(rows)] == [("3", "twin")]


def whole(row, single, many=None, ent="factor"):
    return Whole(RowId(row), ent, RowId("s"), {"id": row, "sheet": "s", "pos": "m", **single}, many or {})


def test_a_merged_row_says_the_first_of_each_field_and_names_them_all():
    one = whole("a", {"text": "Satu", "weight": "0.2", "evidence": ""}, {"opd": {"o1": "1"}})
    two = whole("b", {"text": "Dua", "evidence": "BPS"}, {"opd": {"o2": "1"}, "x:own": {"": "Sendiri"}})
    found = together([one, two], "text", " Satu dan dua ")
    assert found == {
        "text": "Satu dan dua",
        "evidence": "BPS",
        "opd@o1": "1",
        "opd@o2": "1",
        "x:own": "Sendiri",
        "origin@a": "1",
        "origin@b": "1",
    }


def test_merging_makes_one_birth_and_touches_no_source():
    one, two = whole("a", {"text": "Satu"}), whole("b", {"text": "Dua"})
    edits = merge([one, two], Birth("factor", RowId("n"), {"sheet": "target"}))
    assert [(item.ent, item.row, item.values["sheet"], item.values["text"]) for item in edits] == [
        ("factor", "n", "target", "Satu")
    ]


def test_rows_that_join_a_merged_one_add_their_trail_and_what_it_lacks():
    merged = whole("m", {"text": "Bersama"}, {"origin": {"a": "1"}})
    edits = join(merged, [whole("c", {"text": "Tiga", "evidence": "Survei"})])
    assert {(item.field, item.val) for item in edits if isinstance(item, Set)} == {
        ("evidence", "Survei"),
        ("origin@c", "1"),
    }


def test_the_dimension_of_most_is_that_of_all():
    assert lasting_dimension([RowId("x"), RowId(""), RowId("y"), RowId("y")]) == "y"
    assert lasting_dimension([RowId("")]) == ""
