"""The page of words that lead suggestions: found, added, weighed, dropped, and tried at once."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.opd import OpdRow
from ui.screens.cue import CueScreen


def settle(screen):
    for _ in range(4):
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def tell(screen, text):
    """Type a name to try, and let the pause after the last letter pass."""
    screen.page.line.setText(text)
    screen.page.try_again()
    settle(screen)
    return [
        (answer.called.text(), answer.reason.text())
        for answer in screen.page.answers
        if answer.isVisibleTo(screen)
    ]


def words(screen):
    return {line.cells[0]: line.cells[1:] for line in screen.page.words.lines.lines}


def choose(screen, code, word=""):
    row = next(row for row, place in screen.page._places.items() if place.called.split()[0] == code)
    screen.open_row(row)
    settle(screen)
    if word:
        key = next(line.key for line in screen.page.words.lines.lines if line.cells[0] == word)
        screen.page.words.choose(key)


@pytest.fixture
def screen(desk, context, come_up):
    context.lane.data(partial(desk.opd.add, [OpdRow("Dinas Kesehatan")]))
    made = come_up(CueScreen(desk, context))
    settle(made)
    return made


def test_every_place_is_listed_with_its_words(screen):
    listed = [line.cells[0] for line in screen.page.places.lines.lines]
    assert len(listed) == 24
    assert listed[:2] == ["GOV Smart Governance", "· GOV-1 Layanan publik"]
    choose(screen, "ENV-2")
    assert screen.page.words_card.title.text() == "ENV-2 Sampah dan limbah"
    assert words(screen)["bank sampah"] == ("5", "bawaan")
    assert screen.counts.text().endswith(" kata")


def test_a_name_that_is_tried_shows_where_it_goes_and_which_words_led_there(screen):
    ((called, reason),) = tell(screen, "Bank sampah induk")
    assert called.startswith("ENV-2 Sampah dan limbah · yakin ")
    assert reason == "Kata: Bank sampah"
    assert not screen.page.unknown.isVisibleTo(screen)
    assert tell(screen, "Xyzzy") == []
    assert screen.page.unknown.text().startswith("Tidak tahu")
    assert tell(screen, "") == []
    assert screen.page.unknown.text().startswith("Ketik nama program")


def test_the_agency_that_is_chosen_speaks_too(screen):
    screen.page.agency.setCurrentIndex(1)
    ((called, reason),) = tell(screen, "Xyzzy")
    assert called.startswith("LIV-2 ")
    assert reason == "OPD: Dinas Kesehatan"


def test_a_word_that_is_added_leads_at_once_and_undo_takes_it_back(screen, desk):
    choose(screen, "SOC-1")
    screen.page.line.setText("Arisan purnama")
    screen.page.add.setFocus()
    QTest.keyClicks(screen.page.add, "arisan")
    QTest.keyClick(screen.page.add, Qt.Key.Key_Return)
    settle(screen)
    assert words(screen)["arisan"] == ("3", "ditambah di sini")
    assert screen.heard == ['Tambah kata "arisan".']
    assert screen.page.answers[0].reason.text() == "Kata: Arisan"
    assert screen.counts.text().endswith("1 ditambah di sini")
    undone = []
    screen.context.lane.data(desk.undo, undone.append)
    settle(screen)
    screen.context.bus.publish(undone[0])
    settle(screen)
    assert "arisan" not in words(screen)
    assert not screen.page.answers[0].isVisibleTo(screen)


def test_a_word_that_stands_there_is_refused_and_stays_in_the_line(screen):
    choose(screen, "ENV-2")
    screen.page.add.setText("Daur Ulang")
    screen.page.add.named.emit("Daur Ulang")
    settle(screen)
    assert "sudah ada di ENV-2 Sampah dan limbah" in screen.page.add.problem.text()
    assert screen.page.add.text() == "Daur Ulang"


def test_keys_weigh_drop_and_take_back_a_word(screen):
    choose(screen, "ENV-2", "kompos")
    table = screen.page.words
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Plus)
    settle(screen)
    assert words(screen)["kompos"] == ("5", "bawaan")
    QTest.keyClicks(table, "-")
    settle(screen)
    assert words(screen)["kompos"] == ("4", "bobot diubah")
    QTest.keyClick(table, Qt.Key.Key_Delete)
    settle(screen)
    assert words(screen)["kompos"][1] == "dilepas"
    assert screen.page.back.isEnabled()
    assert not screen.page.drop.isEnabled()
    assert tell(screen, "Kompos") == []
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle(screen)
    assert words(screen)["kompos"] == ("4", "bobot diubah")


def test_nothing_weighs_nought(screen):
    choose(screen, "GOV", "aplikasi")
    screen.page.lighter.click()
    settle(screen)
    assert words(screen)["aplikasi"] == ("−1", "bobot diubah")
