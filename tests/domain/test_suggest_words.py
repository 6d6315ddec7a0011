"""Forms of one Indonesian word become one, and other words stay apart."""

import pytest

from smartcity_desktop.domain.suggest_words import phrase, span, stem, stems, tokens

FAMILIES = (
    "pengolahan mengolah olahan olah",
    "pemasaran memasarkan dipasarkan pasar",
    "pengelolaan mengelola kelola",
    "penanaman menanam tanaman tanam",
    "pertanian petani tani",
    "peternakan peternak ternak",
    "kesehatan penyehatan menyehatkan sehat",
    "kependudukan penduduk",
    "pendidikan didik",
    "pengendalian mengendalikan kendali",
    "pengembangan berkembang kembang",
    "perpustakaan pustaka",
    "kepariwisataan pariwisata wisatawan wisata",
    "keselamatan penyelamatan selamat",
    "pengaduan aduan",
    "penilaian menilai nilai",
    "permukiman pemukiman mukim",
    "perizinan perijinan izin",
    "terbarukan baru",
    "perumahan rumah",
)


@pytest.mark.parametrize("family", FAMILIES)
def test_forms_of_one_word_are_compared_alike(family):
    assert len({stem(word) for word in family.split()}) == 1


def test_families_stay_apart_from_each_other():
    assert len({stem(family.split()[0]) for family in FAMILIES}) == len(FAMILIES)


@pytest.mark.parametrize("word", ["media", "energi", "industri", "koperasi", "keluarga", "pangan", "kota"])
def test_what_only_looks_like_an_affix_stays(word):
    assert stem(word) == word


def test_small_words_and_numbers_are_left_out_but_keep_their_place():
    found = tokens("Program Pengelolaan dan Pengolahan Sampah 2026")
    assert [(token.stem, token.written, token.place, token.start) for token in found] == [
        ("kelola", "Pengelolaan", 1, 8),
        ("olah", "Pengolahan", 3, 24),
        ("sampah", "Sampah", 4, 35),
    ]


def test_accents_and_capitals_do_not_count():
    assert stems("PÉLAYANAN PUBLIK") == stems("pelayanan publik")


def test_a_phrase_has_at_most_three_words():
    assert phrase("rumah tidak layak huni") == ("rumah", "layak", "huni")
    assert phrase("bank sampah induk kota besar") == ("bank", "sampah", "induk")
    assert phrase("dan 2026") == ()


def test_words_are_told_as_they_stand_in_the_text():
    text = "Program Informasi dan  Komunikasi Publik!"
    assert span(text, tokens(text)) == "Informasi dan  Komunikasi Publik"
