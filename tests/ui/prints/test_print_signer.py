"""Cetak asks who signs where a workshop has several signers, and keeps the answer for each kind of paper."""

from functools import partial

import pytest

from smartcity_desktop.domain.print_signer import USUAL
from smartcity_desktop.domain.workshop import Signer
from tests.ui.prints.hand import pages, saved, settle

LETTER, LIST, TAGS = "lampiran-undangan", "daftar-hadir", "tanda-pengenal"


@pytest.fixture
def signers(hall):
    """Two signers, by name."""

    def add(name):
        signer = Signer(position=f"Kepala {name}", name=name)
        return hall.ask(partial(hall.desk.workshop.add_signer, signer))[0]

    return {name: add(name) for name in ("Ani Pertama", "Budi Kedua")}


def offered(screen):
    box = screen.choice.boxes["signer"]
    return [box.itemText(place) for place in range(box.count())] if box.isVisible() else []


def test_a_paper_that_is_signed_asks_by_whom_once_there_are_several(show, hall, signers):
    assert signers
    screen = show(hall)
    screen.list.choose(LETTER)
    assert offered(screen) == ["Ani Pertama · Kepala Ani Pertama", "Budi Kedua · Kepala Budi Kedua"]
    screen.list.choose(LIST)
    assert offered(screen)[0] == "Semua penanda tangan"
    screen.list.choose(TAGS)
    assert offered(screen) == []


def test_with_one_signer_nobody_is_asked(show, hall):
    hall.ask(partial(hall.desk.workshop.add_signer, Signer(position="Kepala Dinas", name="Ani")))
    screen = show(hall)
    screen.list.choose(LETTER)
    assert offered(screen) == []


def test_the_chosen_one_stands_on_the_paper_and_is_kept_for_this_kind(show, hall, signers, tmp_path):
    screen = show(hall)
    assert pages(screen, LETTER)
    assert "Ani Pertama" in saved(screen, tmp_path, "satu.pdf")
    screen.choice.choose("signer", signers["Budi Kedua"])
    screen.show_pages()
    settle(screen)
    text = saved(screen, tmp_path, "dua.pdf")
    assert "Budi Kedua" in text
    assert "Ani Pertama" not in text
    screen.list.choose(LIST)
    settle(screen)
    assert screen.choice.chosen("signer") == USUAL, "another kind has an answer of its own"
    screen.list.choose(LETTER)
    assert screen.choice.chosen("signer") == signers["Budi Kedua"]
    assert hall.ask(hall.desk.print_log.chosen_signers) == {LETTER: signers["Budi Kedua"]}
    screen.leave()
    again = show(hall)
    again.list.choose(LETTER)
    assert again.choice.chosen("signer") == signers["Budi Kedua"], "after a new start too"
    again.choice.choose("signer", USUAL)
    settle(again)
    assert hall.ask(hall.desk.print_log.chosen_signers) == {}


def test_who_was_removed_is_offered_no_more(show, hall, signers):
    screen = show(hall)
    screen.list.choose(LETTER)
    screen.choice.choose("signer", signers["Budi Kedua"])
    settle(screen)
    hall.ask(partial(hall.desk.workshop.remove_signer, signers["Budi Kedua"]))
    screen.arrive()
    settle(screen)
    assert offered(screen) == []
    assert screen.wanted().ask.signer == USUAL


def test_the_minutes_bear_the_word_of_the_event_and_the_frame_begins_like_a_sentence(show, hall):
    screen = show(hall)
    assert screen.list.line("notulen").title == "Notulen"
    hall.ask(partial(hall.desk.workshop.update, "word_minutes", "NOTULA"))
    screen.arrive()
    settle(screen)
    assert screen.list.line("notulen").title == "Notula"
    screen.list.choose("notulen")
    assert screen.head.name.text() == "Notula"
    assert screen.hint.title.text() == "Notula"
    assert screen.card.around.text()[:4] == "Kop "


def test_the_list_says_that_the_host_gets_no_letter(show, hall):
    screen = show(hall)
    hall.ask(partial(hall.desk.workshop.update, "agency", hall.ask(hall.desk.opd.opds)[0].name))
    screen.arrive()
    settle(screen)
    told = screen.list.line("permintaan-data").holds
    opds = hall.ask(hall.desk.opd.opds)
    assert told == f"{len(opds) - 1} surat, tanpa penyelenggara ({opds[0].called})"
    assert "tanpa penyelenggara" in screen.list.line("pengingat-data").holds
