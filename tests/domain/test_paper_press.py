"""The draft for the press: sentences from what the day gives to tell."""

from smartcity_desktop.domain.paper_day import DayReport
from smartcity_desktop.domain.paper_press import Facts, body, chat
from smartcity_desktop.domain.words import Words

SPOKEN = (("Tenaga ahli", "Ulasan Buku 1"), ("Bappeda", ""), ("Tenaga ahli", "Penjelasan lembar L5"))


def test_who_spoke_twice_is_named_once_with_both_topics():
    facts = Facts(report=DayReport(speakers=SPOKEN))
    told = "Materi disampaikan oleh Tenaga ahli (Ulasan Buku 1; Penjelasan lembar L5) dan Bappeda."
    assert told in body(facts, Words())
    assert "Narasumber: Tenaga ahli, Bappeda" in chat(facts, Words())


def test_where_nobody_spoke_nothing_is_said_of_it():
    assert "Materi" not in body(Facts(), Words())
    assert "Narasumber" not in chat(Facts(), Words())


def test_what_comes_next_is_said_once_below_its_head():
    told = chat(Facts(next_stage="Berikutnya: Tahap III (Peta jalan)"), Words())
    assert told.endswith("*Berikutnya*\n- Tahap III (Peta jalan)")
