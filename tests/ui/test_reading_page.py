"""Beside what was read of a document its pages can be looked at as they are on paper."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from smartcity_desktop.domain.page_picture import PagePicture
from tests.exchange.pages import pdf
from tests.exchange.tables import PLAN, written
from tests.ui.frame import nameless, turn
from tests.ui.planning import document_screen, draft, settle
from ui.widgets.reading import ReadingFor, ReadingView
from ui.widgets.reading_original import PAGE, TABLE
from ui.widgets.reading_page import ReadingPage


def picture(width=400, height=800, pages=3):
    """A white page."""
    stream = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(stream, "PNG")
    return PagePicture(stream.getvalue(), width, height, pages)


@pytest.fixture
def sheet(request, qtbot):
    request.getfixturevalue("dressed")
    made = ReadingPage()
    made.asked = []
    made.page_asked.connect(made.asked.append)
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show()
    turn()
    return made


def test_a_page_is_asked_for_once_and_fills_the_width(sheet):
    sheet.ask(1)
    assert sheet.words.text() == "Menggambar halaman 1 …"
    sheet.show_page(1, picture())
    sheet.ask(1)
    assert sheet.asked == [1]
    assert sheet.words.text() == "Halaman 1 dari 3"
    assert sheet.paper.picture.width() == sheet.paper.viewport().width()
    assert nameless(sheet) == []


def test_pages_are_turned_by_buttons_and_at_the_ends_of_a_page(sheet):
    sheet.ask(1)
    sheet.show_page(1, picture())
    assert not sheet.back.isEnabled()
    sheet.forth.click()
    sheet.show_page(2, picture())
    bar = sheet.paper.verticalScrollBar()
    QTest.keyClick(sheet.paper, Qt.Key.Key_PageDown)
    assert sheet.page == 2
    bar.setValue(bar.maximum())
    QTest.keyClick(sheet.paper, Qt.Key.Key_PageDown)
    sheet.show_page(3, picture())
    assert not sheet.forth.isEnabled()
    QTest.keyClick(sheet.paper, Qt.Key.Key_PageUp)
    assert sheet.asked == [1, 2, 3, 2]


def test_a_page_nobody_waits_for_any_more_is_passed_over(sheet):
    sheet.ask(1)
    sheet.show_page(1, picture())
    sheet.ask(2)
    sheet.ask(3)
    sheet.show_page(2, picture(height=100))
    assert sheet.words.text() == "Menggambar halaman 3 …"


def test_a_page_grows_up_to_a_bound_and_is_never_narrower_than_its_room(sheet):
    sheet.ask(1)
    sheet.show_page(1, picture())
    room = sheet.paper.viewport().width()
    for _ in range(9):
        QTest.keyClick(sheet.paper, Qt.Key.Key_Plus)
    assert sheet.paper.picture.width() > 2 * room
    assert not sheet.larger.isEnabled()
    for _ in range(9):
        sheet.smaller.click()
    assert not sheet.smaller.isEnabled()
    assert sheet.paper.picture.width() <= room


def test_why_there_is_no_picture_is_said_in_its_place(sheet):
    sheet.ask(1)
    sheet.show_fault("Berkasnya tidak ada lagi.")
    assert sheet.words.text() == "Berkasnya tidak ada lagi."
    sheet.ask(1)
    assert sheet.asked == [1, 1]


def test_a_table_without_pages_offers_none(request, qtbot):
    request.getfixturevalue("dressed")
    view = ReadingView()
    qtbot.addWidget(view)
    view.show_draft(draft(), ReadingFor())
    assert view.original.switch.isHidden()
    turn()


def test_the_key_of_undoing_means_the_answers_while_a_file_is_looked_at(request, qtbot):
    request.getfixturevalue("dressed")
    window, view, undone = QMainWindow(), ReadingView(), []
    qtbot.addWidget(window)
    window.setCentralWidget(view)
    QShortcut(QKeySequence("Ctrl+Z"), window).activated.connect(lambda: undone.append(1))
    window.show()
    view.show_draft(draft(), ReadingFor())
    turn()
    turn()
    view.doubts.rows()[0].buttons[0].click()
    QTest.keyClick(view.doubts.rows()[0], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view.lines, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (len(view.draft.problems), undone) == (2, [])


def test_a_pdf_is_looked_at_page_by_page_beside_its_table(request, desk, context, qtbot, tmp_path):
    request.getfixturevalue("dressed")
    screen = document_screen(desk, context)
    qtbot.addWidget(screen)
    path = tmp_path / "renstra.pdf"
    path.write_bytes(pdf(written(PLAN), height=120, head=2))
    screen.files.read_files([path])
    settle(screen)
    original = screen.reading.original
    assert not original.switch.isHidden()
    original.switch.buttons[PAGE].click()
    settle(screen)
    assert original.page.words.text().startswith("Halaman 1 dari ")
    last = screen.reading.draft.lines[-1].origin.page
    assert last > 1
    screen.reading.lines.show_line(0)
    screen.reading.lines.setCurrentIndex(
        screen.reading.lines_model.index(len(screen.reading.draft.lines) - 1, 1)
    )
    settle(screen)
    assert original.page.words.text().startswith(f"Halaman {last} dari ")
    original.switch.buttons[TABLE].click()
    assert screen.reading.source.isVisible()
