"""Reading a spreadsheet back: slow reading can be given up, and nobody is called away from another screen."""

from threading import Event

import openpyxl
import pytest
from PySide6.QtWidgets import QDialog

from smartcity_desktop.services.worksheet import write_book
from tests.ui.worksheet.hand import settle, stand, stored
from ui.screens.worksheet import coming
from ui.widgets.taken_cells import TakenDialog


@pytest.fixture
def path(hall, tmp_path):
    """The sheet of Diskominfo as it came back: one note was filled in elsewhere."""
    made = tmp_path / "L5 meja 3.xlsx"
    write_book([hall.grid("Diskominfo")], hall.ask(hall.desk.workshop.get).id, made)
    book = openpyxl.load_workbook(made)
    page = book.worksheets[0]
    at = next(cell.column for cell in page[4] if cell.value == "Catatan")
    page.cell(5, at).value = "Diisi di meja 3"
    book.save(made)
    return made


@pytest.fixture
def offers(screen):
    found = []
    screen.offered.connect(lambda *offer: found.append(offer))
    return found


@pytest.fixture
def lines(screen):
    found = []
    for signal in (screen.told, screen.warned, screen.withdrawn):
        signal.connect(found.append)
    return found


@pytest.fixture
def held(monkeypatch):
    """A reading that stands still until it is let go on; how it asks whether it was given up."""
    release, asked, real = Event(), [], coming.read_book

    def waiting(path, *, cancelled):
        asked.append(cancelled)
        assert release.wait(20)
        return real(path, cancelled=cancelled)

    monkeypatch.setattr(coming, "read_book", waiting)
    yield release, asked
    release.set()


def dialog(screen):
    return screen.findChild(TakenDialog)


def test_reading_that_is_done_at_once_says_nothing_on_the_way(screen, path, offers):
    screen._files.read(path)
    settle(screen)
    assert dialog(screen).isVisible()
    assert offers == []


def test_slow_reading_stands_in_the_bar_and_its_end_takes_it_away(screen, path, offers, lines, held, qtbot):
    with qtbot.waitSignal(screen.offered, timeout=5_000):
        screen._files.read(path)
    assert offers[0][:2] == ("Membaca isian dari L5 meja 3.xlsx …", "Batal")
    held[0].set()
    settle(screen)
    assert lines == ["Membaca isian dari L5 meja 3.xlsx …"], "withdrawn"
    assert dialog(screen).isVisible()


def test_slow_reading_can_be_given_up_and_takes_nothing(screen, path, offers, lines, held, qtbot):
    release, asked = held
    with qtbot.waitSignal(screen.offered, timeout=5_000):
        screen._files.read(path)
    offers[0][2]()
    assert lines[-1] == "Pembacaan L5 meja 3.xlsx dibatalkan. Tidak ada yang disimpan."
    assert asked[0](), "the child ends"
    release.set()
    settle(screen)
    assert dialog(screen) is None
    assert len(lines) == 2, "no fault on top of it"


def test_a_second_spreadsheet_waits_until_the_first_is_read(screen, path, lines, held):
    screen._files.read(path)
    screen._files.read(path.with_name("lain.xlsx"))
    assert lines == ["L5 meja 3.xlsx masih dibaca. Tunggu sampai selesai, lalu baca yang lain."]
    held[0].set()
    settle(screen)
    assert dialog(screen).isVisible()


def test_who_has_gone_elsewhere_is_told_in_the_bar_and_sees_it_when_wanted(screen, hall, path, offers, qtbot):
    screen._files.read(path)
    screen.hide()
    settle(screen)
    assert dialog(screen) is None
    assert [offer[:2] for offer in offers] == [
        ("Isian dari L5 meja 3.xlsx selesai dibaca, belum diambil.", "Lihat")
    ]
    assert screen.unfinished() == "Isian dari L5 meja 3.xlsx sudah dibaca tetapi belum diambil."
    screen.go.connect(lambda _key, _row: screen.show())
    with qtbot.waitSignal(screen.go) as asked:
        offers[0][2]()
    assert asked.args == [coming.HERE, ""]
    settle(screen)
    with qtbot.waitSignal(dialog(screen).taken):
        dialog(screen).take.click()
    settle(screen)
    assert stored(hall, 0, "note") == "Diisi di meja 3"
    assert screen.unfinished() == ""


def test_what_waits_is_held_against_what_stands_when_it_is_looked_at(screen, path, offers):
    screen._files.read(path)
    screen.hide()
    settle(screen)
    screen.show()
    stand(screen, 0, "note")
    screen.grid.setData(screen.page.view.currentIndex(), "Ditulis di sini")
    settle(screen)
    offers[0][2]()
    settle(screen)
    cells = [(cell.here, cell.there) for item in dialog(screen)._found for cell in item.differing]
    assert cells == [("Ditulis di sini", "Diisi di meja 3")]


def test_who_comes_back_is_told_again_but_not_stopped(screen, path, offers):
    screen._files.read(path)
    screen.hide()
    settle(screen)
    screen.show()
    screen.arrive()
    settle(screen)
    assert len(offers) == 2
    assert dialog(screen) is None


def test_no_list_opens_over_another_dialog(screen, path, offers, qtbot):
    other = QDialog(screen)
    qtbot.addWidget(other)
    other.setModal(True)
    other.show()
    screen._files.read(path)
    settle(screen)
    assert dialog(screen) is None
    assert offers[0][1] == "Lihat"
    other.close()


def test_a_workshop_that_is_closed_ends_the_reading(screen, path, held):
    release, asked = held
    screen._files.read(path)
    screen.end()
    release.set()
    settle(screen)
    assert asked[0]()
    assert dialog(screen) is None
