"""Another set: its effect is said before, the proposal is the person's to change, and undo takes all back."""

import threading
from functools import partial

import pytest

from tests.ui.dimension.hand import codes, find, listed, settle, told, undo
from ui.widgets.dimension_drop import DropDialog
from ui.widgets.dimension_sets import SetDialog


@pytest.fixture
def dialog(screen, qtbot):
    screen.other_set.click()
    settle(screen)
    found = screen.findChild(SetDialog)
    qtbot.waitUntil(found.accept_button.isEnabled)
    return found


def choose(dialog, screen, code):
    dialog.sets.setCurrentIndex(dialog.sets.findData(code))
    settle(screen)


def test_the_dialog_says_what_stays_what_is_new_and_what_goes(dialog):
    assert dialog.sets.currentData() == "mobility-people"
    assert dialog.sets.itemText(0).endswith("(set sekarang)")
    assert dialog.effects["kept"].text().startswith("Tetap: ECO Smart Economy")
    assert dialog.effects["new"].text() == "Baru: MOB Smart Mobility, GVT Smart Government, PEO Smart People"
    assert dialog.effects["goes"].text().startswith("Tidak dipakai lagi: GOV Smart Governance")


def test_the_proposal_is_carried_over_only_where_it_was_left_standing(dialog, screen, hall):
    ids = codes(hall)
    assert dialog.targets() == {ids["GOV"]: "GVT"}
    (box,) = dialog.boxes.values()
    box.setCurrentIndex(0)
    assert dialog.targets() == {}
    said = told(screen.said)
    dialog.accept()
    settle(screen)
    assert said == ["Set dimensi diganti."]
    assert find(hall, "GOV").retired
    assert {item.dimension for item in hall.ask(hall.desk.opd.opds)} >= {ids["GOV"]}
    undo(screen, hall)
    assert listed(screen.page.list) == ["GOV", "BRD", "ECO", "LIV", "SOC", "ENV"]


def test_an_accepted_proposal_moves_the_agencies(dialog, screen, hall):
    old = codes(hall)["GOV"]
    dialog.accept()
    settle(screen)
    assert listed(screen.page.list) == ["ECO", "MOB", "GVT", "ENV", "LIV", "PEO", "GOV", "BRD", "SOC"]
    homes = {item.dimension for item in hall.ask(hall.desk.opd.opds)}
    assert codes(hall)["GVT"] in homes
    assert old not in homes


def test_another_choice_shows_another_effect(dialog, screen):
    choose(dialog, screen, "bontang-5")
    assert not dialog.effects["kept"].isVisible()
    assert dialog.targets() == {}
    assert len(dialog.boxes) == 2
    choose(dialog, screen, "kominfo-6")
    assert dialog.boxes == {}
    assert dialog.proposal.text() == "Tidak ada isian yang perlu dipindahkan."
    assert not dialog.effects["new"].isVisible()


def test_giving_up_changes_nothing(dialog, screen, hall):
    dialog.cancel.click()
    settle(screen)
    assert not find(hall, "GOV").retired
    assert hall.ask(hall.desk.dimension.board).set_code == "kominfo-6"


def test_an_answer_that_comes_after_the_dialog_was_closed_is_left(screen, qtbot):
    screen.other_set.click()
    qtbot.waitUntil(lambda: screen.findChild(SetDialog) is not None)
    found, release = screen.findChild(SetDialog), threading.Event()
    screen.context.lane.hold(release)
    found.sets.setCurrentIndex(0)
    found.reject()
    qtbot.waitUntil(lambda: screen.findChild(SetDialog) is None)
    release.set()
    settle(screen)
    assert screen.findChild(SetDialog) is None


def test_many_dimensions_with_long_names_leave_the_dialog_smaller_than_a_small_screen(screen, hall, qtbot):
    long = "Peningkatan & pengembangan <b>layanan</b> terpadu " * 10
    for place in range(14):
        hall.ask(partial(hall.desk.dimension.add, f"{place} {long}"))
    screen.arrive()
    settle(screen)
    screen.other_set.click()
    settle(screen)
    found = screen.findChild(SetDialog)
    qtbot.waitUntil(found.accept_button.isEnabled)
    qtbot.wait(20)
    goes = found.effects["goes"]
    assert goes.text().startswith("Tidak dipakai lagi: GOV, BRD, SOC, ")
    assert "Smart Governance" in goes.toolTip()
    assert "&lt;b&gt;" in goes.toolTip()
    assert found.height() < 700


def test_a_name_of_five_hundred_letters_leaves_room_for_the_answer(screen, hall, answered):
    assert answered
    row = codes(hall)["SOC"]
    hall.ask(partial(hall.desk.dimension.update, row, "name", "Masyarakat yang cerdas " * 21))
    screen.arrive()
    settle(screen)
    screen.drop(row)
    found = screen.findChild(DropDialog)
    found.move_them.setChecked(True)
    assert found.height() < 700
