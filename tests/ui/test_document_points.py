"""Vision, missions and strategic issues: pasted line by line, edited in place, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.frame import nameless
from tests.ui.planning import document_screen, on_data, settle
from ui.widgets.document_frame import POINTS

ENTER = Qt.Key.Key_Return


@pytest.fixture
def screen(request, desk, context, qtbot):
    request.getfixturevalue("dressed")
    made = document_screen(desk, context)
    qtbot.addWidget(made)
    made.frame.show_page(POINTS)
    return made


def points(screen, desk, kind):
    return [item.text for item in on_data(screen.context.lane, lambda: desk.document.points(kind))]


def paste(screen, kind, text):
    card = screen.frame.points.cards[kind]
    card.text.setPlainText(text)
    QTest.keyClick(card.text, ENTER, Qt.KeyboardModifier.ControlModifier)
    if card.text.toPlainText():
        card.button.click()
    settle(screen)
    return card


def test_missions_are_pasted_line_by_line_without_their_numbers(screen, desk):
    card = screen.frame.points.cards["misi"]
    card.text.setPlainText("1. Melayani <b>\n\n2) Membangun")
    assert card.button.text() == "Tambah 2 misi"
    card.button.click()
    settle(screen)
    assert points(screen, desk, "misi") == ["Melayani <b>", "Membangun"]
    assert [card.list.item(row).text() for row in range(2)] == ["Melayani <b>", "Membangun"]
    assert card.text.toPlainText() == ""


def test_what_stands_already_is_not_added_twice(screen, desk):
    paste(screen, "isu", "- Stunting\n- Kemiskinan")
    paste(screen, "isu", "• stunting")
    assert points(screen, desk, "isu") == ["Stunting", "Kemiskinan"]
    assert screen.notes[-1] == "Baris-baris itu sudah ada."


def test_a_point_is_edited_in_place(screen, desk):
    card = paste(screen, "visi", "Konsel maju")
    card.list.setCurrentRow(0)
    QTest.keyClick(card.list, Qt.Key.Key_F2)
    box = card.list.findChild(QPlainTextEdit, "point-text")
    box.setPlainText("Konsel sejahtera")
    QTest.keyClick(box, ENTER)
    settle(screen)
    assert points(screen, desk, "visi") == ["Konsel sejahtera"]


def test_a_point_is_kept_while_it_is_typed_and_given_back_by_escape(screen, desk):
    card = paste(screen, "visi", "Konsel maju")
    card.list.setCurrentRow(0)
    QTest.keyClick(card.list, Qt.Key.Key_F2)
    box = card.list.findChild(QPlainTextEdit, "point-text")
    QTest.keyClicks(box, "Konsel ")
    settle(screen)
    assert points(screen, desk, "visi") == ["Konsel"]
    assert box.toPlainText() == "Konsel "
    QTest.keyClick(box, Qt.Key.Key_Escape)
    settle(screen)
    assert points(screen, desk, "visi") == ["Konsel maju"]


def test_a_deleted_point_comes_back_by_undo(screen, desk):
    card = paste(screen, "misi", "Satu\nDua")
    card.list.setCurrentRow(0)
    QTest.keyClick(card.list, Qt.Key.Key_Delete)
    settle(screen)
    assert points(screen, desk, "misi") == ["Dua"]
    on_data(screen.context.lane, desk.undo)
    assert points(screen, desk, "misi") == ["Satu", "Dua"]


def test_a_point_named_by_the_search_opens_its_page(screen, desk):
    on_data(screen.context.lane, lambda: desk.document.paste("misi", "Melayani"))
    row = on_data(screen.context.lane, lambda: desk.document.points("misi"))[0].id
    screen.open_row(row)
    settle(screen)
    assert screen.frame.pages.currentIndex() == POINTS


def test_every_box_can_be_named(screen):
    paste(screen, "misi", "Satu")
    assert nameless(screen) == []
