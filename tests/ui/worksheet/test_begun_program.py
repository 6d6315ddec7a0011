"""A program that is being typed under the grid belongs to its sheet, and waits there until it is added."""

from threading import Event

import pytest
from PySide6.QtCore import Qt

from tests.ui.worksheet.hand import press, press_into, settle, stored, words

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def line(screen):
    return screen.page.program


@pytest.fixture
def begun(screen, line):
    """A program that somebody is typing for Diskominfo."""
    screen.page.open_program()
    press_into(screen, "programCode", "2.16.09")
    press_into(screen, "programName", "Desa Digi")
    press_into(screen, "programPagu", "1.500")
    return line


def texts(line):
    return line.code.text(), line.name.text(), line.pagu.text()


def show(screen, party):
    screen.show_party(party)
    settle(screen)


def test_a_program_that_was_begun_is_there_again_when_its_sheet_is(screen, hall, begun):
    show(screen, hall.opds["Disdukcapil"])
    assert texts(begun) == ("", "", "")
    assert not begun.isVisible()
    show(screen, hall.opds["Diskominfo"])
    assert texts(begun) == ("2.16.09", "Desa Digi", "1.500")
    assert begun.isVisible()
    press_into(screen, "programName", "tal")
    press(KEY.Key_Return)
    settle(screen)
    assert stored(hall, 4, "program") == "Desa Digital"
    assert not begun.isVisible()
    assert screen.unfinished() == ""


def test_two_sheets_keep_a_begun_program_each(screen, hall, begun):
    show(screen, hall.opds["Disdukcapil"])
    screen.page.open_program()
    press_into(screen, "programName", "Loket keliling")
    show(screen, hall.opds["Diskominfo"])
    assert begun.name.text() == "Desa Digi"
    show(screen, hall.opds["Disdukcapil"])
    assert texts(begun) == ("", "Loket keliling", "")


@pytest.mark.usefixtures("begun")
def test_one_that_waits_elsewhere_is_told_by_name_before_the_workshop_closes(screen, hall):
    show(screen, hall.opds["Disdukcapil"])
    assert screen.unfinished() == "Program yang diketik untuk Diskominfo belum ditambahkan."
    assert screen.holds()
    show(screen, hall.opds["Diskominfo"])
    assert screen.unfinished() == "Program yang sedang diketik belum ditambahkan."
    press_into(screen, "programName", "")
    press(KEY.Key_Escape)
    show(screen, hall.opds["Disdukcapil"])
    show(screen, hall.opds["Diskominfo"])
    assert screen.unfinished() == "", "Esc gave it up"


def test_adding_ends_only_the_line_of_its_own_sheet_and_drags_nobody_back(screen, hall, begun):
    screen.context.lane.hold(release := Event())
    press(KEY.Key_Return)
    press(KEY.Key_PageDown, held=CTRL)
    screen.page.open_program()
    release.set()
    settle(screen)
    assert words(screen, "sheetWhose").startswith("Dinas Penanaman Modal")
    show(screen, hall.opds["Diskominfo"])
    assert stored(hall, 4, "program") == "Desa Digi"
    assert texts(begun) == ("", "", "")


def test_a_program_typed_while_the_one_before_is_being_added_stays(screen, begun):
    screen.context.lane.hold(release := Event())
    press(KEY.Key_Return)
    for part, text in ((begun.code, ""), (begun.name, "Kampung Siaga"), (begun.pagu, "")):
        part.setText(text)
    release.set()
    settle(screen)
    assert begun.name.text() == "Kampung Siaga"
    assert begun.isVisible()
