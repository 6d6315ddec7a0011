"""What a print is known by: the same content is the same mark, the same choice the same words."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from smartcity_desktop.domain.paper_day import Minutes
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.print_log import Printing
from smartcity_desktop.domain.print_trace import (
    about,
    fingerprint,
    history_words,
    printed_people,
    same,
    trace,
)
from smartcity_desktop.domain.report import PhotoPrint, PrintFrame

WITA = timezone(timedelta(hours=8), "WITA")
NOW = datetime(2026, 8, 4, 19, 5, tzinfo=WITA)


def job(**more):
    return PrintJob("notulen", "Notulen", PrintFrame(printed_at=NOW), picture=Minutes(**more))


def test_the_mark_follows_what_stands_on_paper_and_not_when_it_was_made():
    one = job(title="Rapat")
    later = replace(one.frame, printed_at=NOW + timedelta(hours=3), version="99")
    assert fingerprint(one) == fingerprint(replace(one, frame=later))
    assert fingerprint(one) != fingerprint(job(title="Rapat "))
    assert fingerprint(one) != fingerprint(replace(one, frame=replace(one.frame, paper="A4")))


def test_texts_that_are_cut_elsewhere_have_another_mark():
    assert fingerprint(job(agenda=("ab", "c"))) != fingerprint(job(agenda=("a", "bc")))
    assert fingerprint(job(agenda=("a",), decisions=())) != fingerprint(job(agenda=(), title="a"))


def test_the_mark_sees_every_byte_of_a_photo():
    def with_photo(content):
        return PrintJob("x", "x", PrintFrame(printed_at=NOW), picture=(PhotoPrint("a", content),))

    assert fingerprint(with_photo(b"1" * 9)) != fingerprint(with_photo(b"1" * 8 + b"2"))


def test_a_print_is_about_its_choices_and_whose_cards_it_holds():
    ask = PrintAsk(stage="s", day="2026-08-04", filled=True, kinds=("notulen", "siaran-pers"))
    words = about(ask, ("a", "b"))
    assert words == "stage=s day=2026-08-04 filled kinds=notulen,siaran-pers people=a,b"
    assert same(words, about(ask))
    assert not same(words, about(replace(ask, day="2026-08-05")))


def test_everybody_whose_card_was_printed_is_known():
    history = [
        Printing(kind="tanda-pengenal", about="people=a,b"),
        Printing(kind="tanda-pengenal", about="stage=s people=c"),
        Printing(kind="papan-nama", about="people=d"),
    ]
    assert printed_people(history, "tanda-pengenal") == {"a", "b", "c"}


def test_how_often_and_when_is_said_in_one_sentence():
    history = [
        Printing(kind="notulen", about="session=x", at="2026-08-04T07:52:00+08:00"),
        Printing(kind="notulen", about="session=y", at="2026-08-03T16:05:00+08:00"),
        Printing(kind="siaran-pers", at="2026-08-04T08:00:00+08:00"),
    ]
    assert trace(history, "notulen").words(NOW, "WITA") == "Dicetak 2 kali, terakhir 07.52"
    assert trace(history, "notulen", "session=y").words(NOW, "WITA") == "Dicetak 3 Agustus 2026 16.05"
    assert trace(history, "laporan-harian").words(NOW, "WITA") == ""


def test_a_line_of_the_history_says_when_how_and_how_much():
    line = Printing(way="printer", at="2026-08-04T07:52:00+08:00", pages=3, copies=2)
    assert history_words(line, "WITA") == "4 Agustus 2026 07.52 · dicetak · 3 halaman · 2 rangkap"
