"""Comments of a mentor beside the grid: one key writes, one settles, the margin marks, nothing is lost."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.worksheet.hand import press, settle, stand
from ui.models.grid_table import COMMENTS

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stored(hall):
    def read():
        found = hall.ask(partial(hall.desk.comment.comments, hall.worksheet, hall.opds["Diskominfo"]))
        return [(item.text, item.solved) for item in found]

    return read


def marked(screen):
    model = screen.grid
    return [
        place
        for place in range(model.rowCount())
        if model.headerData(place, Qt.Orientation.Vertical, COMMENTS)
    ]


def shown(screen):
    return [
        label.text()
        for label in screen.page.comments.findChildren(QLabel, "commentText")
        if not label.isHidden() and label.isVisible()
    ]


def test_one_key_writes_about_the_row_and_comes_back_into_the_grid(screen, stored):
    assert screen.page.comments.isHidden()
    stand(screen, 1, "issue")
    press(KEY.Key_F10)
    assert QApplication.focusWidget() is screen.page.comments.line
    assert screen.page.comments.about.text().startswith("Baris 2 · 2.16.03")
    press("dari mana angkanya", KEY.Key_Return)
    settle(screen)
    assert stored() == [("dari mana angkanya", False)]
    assert marked(screen) == [1]
    assert shown(screen) == ["dari mana angkanya"]
    assert QApplication.focusWidget() is screen.page.view
    assert screen.page.view.currentIndex().row() == 1
    assert "1 catatan telaah terbuka" in str(screen.page.places.parties.currentItem().toolTip())


def test_one_key_settles_the_comment_of_the_row_and_it_can_be_opened_again(screen, stored):
    stand(screen, 0, "issue")
    press(KEY.Key_F10)
    press("lengkapi", KEY.Key_Return)
    settle(screen)
    press(KEY.Key_F10, held=CTRL)
    settle(screen)
    assert stored() == [("lengkapi", True)]
    assert marked(screen) == []
    warned = []
    screen.warned.connect(warned.append)
    press(KEY.Key_F10, held=CTRL)
    assert warned == ["Baris ini tidak punya catatan telaah yang terbuka."]
    screen.page.open_side()
    button = next(
        item
        for item in screen.page.comments.findChildren(type(screen.page.comments.whole_button))
        if item.text() == "Buka lagi"
    )
    button.click()
    settle(screen)
    assert stored() == [("lengkapi", False)]


def test_what_is_typed_is_kept_before_enter(screen, stored):
    stand(screen, 0, "issue")
    press(KEY.Key_F10)
    press("setengah kal")
    settle(screen)
    assert stored() == [("setengah kal", False)]
    press("imat", KEY.Key_Escape)
    settle(screen)
    assert stored() == [("setengah kalimat", False)]
    assert QApplication.focusWidget() is screen.page.view


def test_asking_for_mending_offers_to_say_what(screen, stored, hall):
    screen.set_status("perbaikan")
    settle(screen)
    assert QApplication.focusWidget() is screen.page.comments.line
    assert screen.page.comments.about.text() == "Seluruh lembar"
    press(KEY.Key_Escape)
    settle(screen)
    assert stored() == []
    assert hall.grid("Diskominfo").sheet.status == "perbaikan"


def test_a_comment_leads_to_its_row(screen):
    stand(screen, 2, "issue")
    press(KEY.Key_F10)
    press("cek", KEY.Key_Return)
    settle(screen)
    stand(screen, 0, "issue")
    way = next(
        item
        for item in screen.page.comments.findChildren(type(screen.page.comments.whole_button))
        if item.text() == "Ke baris"
    )
    way.click()
    assert screen.page.view.currentIndex().row() == 2


def test_a_comment_about_one_row_does_not_go_on_at_another_sheet(screen, hall, stored):
    stand(screen, 0, "issue")
    press(KEY.Key_F10)
    press("untuk diskominfo")
    screen.open_row(hall.opds["Disdukcapil"])
    settle(screen)
    assert screen.page.comments.line.text() == ""
    assert stored() == [("untuk diskominfo", False)]
    assert marked(screen) == []
