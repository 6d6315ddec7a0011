"""What a session that begins means for the sheet in front, and what one finds when one comes back to it."""

from functools import partial

from PySide6.QtWidgets import QLineEdit

from smartcity_desktop.services.session import NewSession
from tests.ui.worksheet.hand import KEY, press, press_into, settle, stand


def begin(screen, hall, code):
    """Begin a session that works on this worksheet; return that worksheet."""
    worksheet = hall.ask(partial(hall.desk.worksheet.find, code))
    stage = hall.ask(hall.desk.workshop.stages)[1].id
    new = NewSession(stage, "Kerja kelompok", worksheet=worksheet.id)
    _, changes = hall.ask(partial(hall.desk.session.start, new))
    screen.changed(changes)
    settle(screen)
    return worksheet


def test_a_session_brings_its_worksheet_up_once(screen, hall):
    before = screen.grid.grid.worksheet
    own = begin(screen, hall, "L6")
    assert screen.grid.grid.worksheet.id == own.id != before.id
    screen.open_row(before.id)
    settle(screen)
    assert screen.grid.grid.worksheet.id == before.id, "whoever goes elsewhere stays there"


def test_a_session_leaves_what_is_being_typed_and_says_its_worksheet_until_it_is_open(screen, hall):
    offered, withdrawn = [], []
    screen.offered.connect(lambda *asked: offered.append(asked))
    screen.withdrawn.connect(withdrawn.append)
    before = screen.grid.grid.worksheet
    stand(screen, 0, "note")
    press(KEY.Key_F2, "Ada")
    own = begin(screen, hall, "L6")
    assert screen.grid.grid.worksheet.id == before.id
    assert screen.page.view.is_editing
    [(words, way, call)] = offered
    assert (words, way) == (f"Sesi memakai L6 {own.title}.", "Buka L6")
    call()
    settle(screen)
    assert screen.grid.grid.worksheet.id == own.id
    assert withdrawn == [words]


def test_one_comes_back_from_another_view_to_the_cell_that_was_open(screen):
    stand(screen, 0, "note")
    press(KEY.Key_F2, "Ada")
    screen.leave()
    assert screen.focusWidget() is screen.page.view
    assert not screen.page.view.is_editing
    screen.page.title.status.setFocus()
    line = screen.findChild(QLineEdit, "noteLine")
    line.setFocus()
    screen.leave()
    assert screen.focusWidget() is line, "what was chosen besides the grid stays"


def test_how_many_came_before_stands_in_grey_and_is_written_by_nobody(screen, hall):
    press_into(screen, "head-present", "4")
    settle(screen)
    begin(screen, hall, "L5")
    line = screen.findChild(QLineEdit, "head-present")
    assert (line.text(), line.placeholderText()) == ("", "4")
    assert line.accessibleDescription().endswith("Hadir pada sesi ini; sebelumnya 4")
    assert screen.grid.grid.sheet.present is None
    press_into(screen, "head-present", "6")
    settle(screen)
    screen.reload()
    settle(screen)
    assert (line.text(), line.placeholderText()) == ("6", "")
