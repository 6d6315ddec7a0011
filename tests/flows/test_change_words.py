"""The words of the event are changed while its window is open: all is said anew, nothing is lost."""

import shutil
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtWidgets import QLabel

from smartcity_desktop.domain.wording import sentence
from smartcity_desktop.errors import UserFault
from smartcity_desktop.paths import shelf
from tests.conftest import WIB, Clock
from tests.flows import city
from tests.flows.halls import NEW
from tests.once import once
from ui.projector.worksheet import SheetProjector
from ui.translate import explain, worded

MORNING = datetime(2026, 8, 4, 8, 5, tzinfo=WIB)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    def build(folder):
        (folder / "profil").mkdir()
        with pytest.MonkeyPatch.context() as patch:
            city.build(
                folder / "kota.bimtek", folder / "profil", Clock(MORNING), patch, word_opd="OPD"
            ).close()

    return once(tmp_path_factory.getbasetemp(), "kota-bersebutan-lazim", build) / "kota.bimtek"


@pytest.fixture
def hand(built, start, tmp_path):
    file = shutil.copy2(built, tmp_path / "kota.bimtek")
    found = start(tmp_path / "profil", file)
    found.until(lambda: found.page is not None, "for the workshop")
    found.settle()
    return found


def rename(hand, opd="SKPD"):
    """Let the word be changed elsewhere while the hand stays where it is."""
    hand.app.lane.data(lambda: hand.app.desk.workshop.update("word_opd", opd), hand.app.bus.publish)
    hand.until(lambda: hand.page.rail.buttons["opd"].words == opd, f"for {opd}")
    hand.settle()


def all_labels(screen):
    return {label.text() for label in screen.findChildren(QLabel)}


def test_a_picked_word_is_spoken_at_once_and_the_field_keeps_the_keyboard(hand):
    hand.page.go("event")
    hand.settle()
    hand.go_to("event-word-opd")
    hand.press("Down")
    hand.until(lambda: hand.page.rail.buttons["opd"].words == "SKPD", "for the rail")
    assert hand.target().objectName() == "event-word-opd"
    assert "3 dari 11 SKPD sudah mengisi" in hand.text("event-word-example")
    hand.rail("opd")
    assert hand.screen.add_line.line.placeholderText().startswith("Tambah SKPD")


def test_a_word_of_ones_own_is_spoken_when_it_is_whole(hand):
    hand.page.go("event")
    hand.settle()
    hand.go_to("event-word-opd")
    hand.press("End")
    hand.type("Dinas")
    hand.settle()
    assert hand.app.lane.drain(5)
    assert hand.target().objectName() == "event-word-opd-own"
    assert hand.page.rail.buttons["opd"].words == "OPD"
    assert "3 dari 11 Dinas sudah mengisi" in hand.text("event-word-example")
    hand.press("Return")
    hand.until(lambda: hand.page.rail.buttons["opd"].words == "Dinas", "for the rail")
    assert hand.target().objectName() == "event-word-dimension"


def test_another_word_leaves_stage_sheet_row_and_projector_as_they_were(hand):
    hand.page.choose_stage(2)
    hand.rail("worksheet")
    hand.settle()
    longest = max(hand.screen._places(), key=lambda place: place.total)
    hand.screen.show_party(longest.party)
    hand.settle()
    before = hand.screen
    before.page.view.setCurrentIndex(before.grid.index(1, 4))
    row, title = before.grid.row_at(1).row, before.page.title.whose.text()
    hand.press("F11")
    projector = hand.page.findChild(SheetProjector)
    projector.turn_held()
    rename(hand)
    assert hand.screen is not before
    assert hand.screen.page.title.whose.text() == title
    assert hand.screen.grid.row_at(hand.screen.page.view.currentIndex().row()).row == row
    assert hand.page.top.stages.number == 2
    assert hand.page.showing.view.page is projector
    assert projector.is_held
    hand.screen.step_party(1)
    hand.settle()
    projector.turn_held()
    hand.until(lambda: projector._whose == hand.screen.page.title.whose.text(), "for the hall")
    hand.page.showing.stop()


def test_a_line_that_is_being_typed_stays(hand):
    hand.rail("note")
    hand.type("! Perjanjian sewa")
    rename(hand)
    assert hand.target().objectName() == "note-line"
    assert hand.text("note-line") == "! Perjanjian sewa"
    hand.type(" diperpanjang")
    hand.press("Return")
    hand.settle()
    said = [note.text for note in hand.screen._read.notes]
    assert said.count("Perjanjian sewa diperpanjang") == 1
    assert not [text for text in said if text == "Perjanjian sewa"]


def test_a_file_that_is_being_looked_at_keeps_its_screen_until_it_is_done(hand):
    hand.rail("document")
    before = hand.screen
    before.files.read_files([shelf("sample", "renstra_dishub_2025-2030.xlsx")])
    hand.until(lambda: before.frame.is_reading, "for the reading")
    rename(hand)
    assert hand.screen is before
    hand.rail("opd")
    hand.rail("document")
    assert hand.screen is before
    before.files._leave()
    hand.rail("opd")
    hand.rail("document")
    assert hand.screen is not before
    assert hand.screen.frame.no_opd.title.text() == "Belum ada SKPD"


def test_a_new_event_keeps_the_word_it_was_made_with(start, tmp_path):
    found = start(tmp_path / "profil")
    new = replace(NEW, word_opd="SKPD")
    found.app.create_file(new, tmp_path / "baru.bimtek")
    found.until(lambda: found.page is not None, "for the workshop")
    found.settle()
    assert found.page.rail.buttons["opd"].words == "SKPD"
    assert found.screen.delivered.text() == ""
    assert "Daftar SKPD yang hadir, dari daftar lazim atau tempel dari Excel." in all_labels(found.screen)


def test_undo_brings_the_usual_word_back(hand):
    hand.rail("opd")
    rename(hand)
    hand.press("Ctrl+Z")
    hand.until(lambda: hand.page.rail.buttons["opd"].words == "OPD", "for the usual word")
    assert hand.page.screens.key == "opd"
    hand.settle()
    hand.press("Ctrl+Y")
    hand.until(lambda: hand.page.rail.buttons["opd"].words == "SKPD", "for the other word")


def test_faults_speak_the_words_too_but_names_stay(hand):
    rename(hand)
    fault = UserFault("opd-unknown", name="OPD lama", known="-")
    assert explain(fault).startswith('SKPD "OPD lama" tidak dikenal')
    assert sentence(fault).startswith('OPD "OPD lama" tidak dikenal')


def test_a_closed_event_takes_its_words_along(hand):
    rename(hand)
    assert worded("Semua OPD") == "Semua SKPD"
    hand.press("Ctrl+W")
    hand.until(lambda: hand.page is None, "until it is closed")
    hand.settle()
    assert worded("Semua OPD") == "Semua OPD"


def test_a_long_word_has_its_room_in_the_rail_and_in_the_heads_of_tables(hand):
    rename(hand, "Perangkat Daerah")
    for key, column in (("opd", 0), ("note", 3)):
        hand.rail(key)
        button = hand.page.rail.buttons[key]
        assert button.width() >= button.sizeHint().width()
        head = hand.screen.table.horizontalHeader()
        assert (
            head.model()
            .headerData(column, head.orientation())
            .removesuffix(", kelompok")
            .endswith("Perangkat Daerah")
        )
        assert head.sectionSize(column) >= head.sectionSizeHint(column)
