"""The words of the event stand in the program's sentences, with their capitals."""

import pytest

from smartcity_desktop.domain.words import Words, words_of
from smartcity_desktop.domain.workshop import Workshop

OWN = Words("Perangkat Daerah", "Pilar")


@pytest.mark.parametrize(
    ("usual", "own"),
    [
        ("Semua OPD di meja ini", "Semua Perangkat Daerah di meja ini"),
        ("3 program relevan belum punya dimensi.", "3 program relevan belum punya pilar."),
        ("Dimensi, subdimensi; Subdimensi dan DIMENSI", "Pilar, subpilar; Subpilar dan PILAR"),
        ("Simpan pada OPD-nya; dimensinya", "Simpan pada Perangkat Daerahnya; pilarnya"),
        ("DAFTAR HADIR PER OPD", "DAFTAR HADIR PER PERANGKAT DAERAH"),
        ("OPD", "Perangkat Daerah"),
        ("3 OPD", "3 Perangkat Daerah"),
        ("Kopda dan multidimensional tetap", "Kopda dan multidimensional tetap"),
    ],
)
def test_a_sentence_takes_the_words_of_the_event(usual: str, own: str) -> None:
    assert OWN.say(usual) == own
    assert Words().say(usual) == usual


def test_an_abbreviation_keeps_its_hyphen_and_a_sentence_its_capital() -> None:
    assert Words("SKPD").say("Pilih OPD-nya.") == "Pilih SKPD-nya."
    assert Words("dinas").say("OPD hadir. OPD lain: OPD") == "Dinas hadir. Dinas lain: dinas"


def test_words_left_empty_are_the_usual_ones_and_head_and_rule_follow_the_region() -> None:
    usual = words_of(Workshop(word_opd="  ", region_kind="kota"))
    assert (usual.opd, usual.dimension, usual.minutes) == ("OPD", "Dimensi", "Notulen")
    assert usual.head == "Wali Kota"
    assert words_of(Workshop(region_kind="kabupaten")).rule == "Perbup"
    assert words_of(Workshop(word_dimension="Elemen")).say("dimensi") == "elemen"


def test_a_word_never_breaks_the_sentence_it_stands_in() -> None:
    words = words_of(Workshop(word_opd=" Dinas {0}\n daerah ", word_dimension="{}"))
    assert words.say("{all} OPD").format(all=3) == "3 Dinas 0 daerah"
    assert words.dimension == "Dimensi"
