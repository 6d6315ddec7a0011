"""The form of one group: every line is saved as it is typed, and the sheet of the table follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.frame import nameless
from tests.ui.group.hand import ENTER, ESCAPE

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def form(divided):
    """The form of ENV, opened with Enter."""
    divided.card("ENV").list.stand_at(0)
    divided.key(ENTER)
    return divided.dialog()


def group(hand):
    return hand.stored().cards[-1].group


def test_every_stop_of_the_form_can_be_named(form):
    assert nameless(form) == []


def test_lines_are_saved_while_the_form_stands_open(divided, form):
    for name, text in (("table_no", "12"), ("place", "Ruang Melati"), ("mentor", "Tenaga Ahli 2")):
        form.lines[name].clear()
        QTest.keyClicks(form.lines[name], text)
    divided.settle()
    found = group(divided)
    assert (found.table_no, found.place, found.mentor) == ("12", "Ruang Melati", "Tenaga Ahli 2")
    QTest.keyClick(form, ESCAPE)
    divided.settle()
    assert divided.card("ENV").table.text() == "Meja 12 · Ruang Melati · Tenaga Ahli 2"


def test_one_person_is_never_chair_and_note_taker(divided, form):
    for name in ("chair", "scribe"):
        box = form.choices[name]
        box.setCurrentIndex(1)
        box.activated.emit(1)
    divided.settle()
    found = group(divided)
    assert found.chair == ""
    assert found.scribe == form.choices["scribe"].itemData(1)


def test_agencies_are_ticked_and_the_leading_one_is_chosen(divided, form):
    item = form.opds.item(form.opds.count() - 1)
    item.setCheckState(Qt.CheckState.Checked)
    divided.settle()
    assert item.data(Qt.ItemDataRole.UserRole) in group(divided).opds
    item.setCheckState(Qt.CheckState.Unchecked)
    divided.settle()
    assert item.data(Qt.ItemDataRole.UserRole) not in group(divided).opds
    form.choices["lead"].setCurrentIndex(0)
    form.choices["lead"].activated.emit(0)
    divided.settle()
    assert group(divided).lead == ""


def test_a_group_is_moved_among_the_others_and_deleted(divided, form):
    form.shifted.emit(-1)
    divided.settle()
    assert [card.called for card in divided.stored().cards][-2:] == ["ENV", "SOC"]
    QTest.mouseClick(form.delete, LEFT)
    divided.settle()
    assert "ENV" not in [card.called for card in divided.stored().cards]
    assert divided.board.side.isVisible()
    divided.ask(divided.desk.undo)
    assert "ENV" in [card.called for card in divided.stored().cards]


def test_the_button_of_the_card_opens_the_form(divided):
    divided.card("GOV").form.click()
    form = divided.dialog()
    assert form.lines["code"].text() == "GOV"
    form.close_button.click()
