"""What is typed into a quick-win sheet stays with its sheet and its month, whatever is read meanwhile."""

import pytest
from PySide6.QtCore import Qt

from smartcity_desktop.domain.quickwin_board import Decided
from smartcity_desktop.errors import DiskFault
from tests.ui.masterplan import settle


@pytest.fixture
def other(hall, row):
    """Another candidate that was chosen too; return its row."""

    def choose():
        sheet = hall.desk.worksheet.find("L10").id
        env = next(place.party for place in hall.desk.worksheet.places(sheet) if place.short == "ENV")
        found = hall.desk.worksheet.grid(sheet, env).rows[0].row
        assert found != row
        hall.desk.quickwin.decide(found, Decided("terpilih", "Pleno", "2026-08-05"))
        return found

    return hall.ask(choose)


def sheet(hall, row):
    return hall.ask(lambda: hall.desk.quickwin_sheet.sheets().item(row))


class Disk:
    """Lets a service write where there is room."""

    def __init__(self, monkeypatch, service, *names):
        self.is_full = True
        for name in names:
            monkeypatch.setattr(service, name, self.guarded(getattr(service, name)))

    def guarded(self, call):
        def write(*what):
            if self.is_full:
                raise DiskFault("disk-full")
            return call(*what)

        return write


def test_what_is_not_on_the_disk_stands_on_its_sheet_and_in_its_month_alone(
    hall, show, row, other, qtbot, monkeypatch
):
    screen = show(f"quickwin:{row}")
    tab, side = screen.tab, screen.tab.side
    disk = Disk(monkeypatch, tab._service, "write", "write_month")
    qtbot.keyClicks(side.texts["indicator"].text, "Antrean")
    qtbot.keyClicks(side.plan.text, "Latih petugas")
    side.strip.choose(2)
    assert side.plan.text.toPlainText() == ""
    side.strip.choose(1)
    assert side.plan.text.toPlainText() == "Latih petugas"
    for key, indicator, plan in ((other, "", ""), (row, "Antrean", "Latih petugas")):
        tab.list.choose(key)
        settle(screen)
        assert side.texts["indicator"].text.toPlainText() == indicator
        assert side.plan.text.toPlainText() == plan
    disk.is_full = False
    settle(screen)
    assert sheet(hall, row).texts["indicator"] == "Antrean"
    assert sheet(hall, row).months[0].plan == "Latih petugas"
    assert sheet(hall, other).texts.get("indicator", "") == ""


def test_a_first_month_is_typed_in_peace_and_half_a_day_is_not_stored(hall, show, row, other, qtbot):
    hall.ask(lambda: hall.desk.quickwin_sheet.write(row, "begins", "2026-01-05"))
    screen = show(f"quickwin:{row}")
    side = screen.tab.side
    side.begins.setFocus()
    side.begins.selectAll()
    for letter in "20-8-202":
        qtbot.keyClicks(side.begins, letter)
        settle(screen)
    assert side.begins.text() == "20-8-202"
    screen.tab.list.setFocus()
    screen.tab.list.choose(other)
    settle(screen)
    assert side.begins.text() == ""
    assert sheet(hall, row).begins == "2026-01-05"
    assert "belum terbaca" in screen.unfinished()
    screen.tab.list.choose(row)
    settle(screen)
    assert side.begins.text() == "20-8-202"
    assert side.begins.property("wrong") == "true"
    side.begins.setFocus()
    qtbot.keyClicks(side.begins, "6")
    settle(screen)
    assert sheet(hall, row).begins == "2026-08-20"
    assert screen.unfinished() == ""


def test_partners_that_are_typed_one_after_the_other_without_waiting_are_added_each_once(
    hall, show, row, qtbot
):
    screen = show(f"quickwin:{row}")
    partners = screen.tab.side.partners
    for name, form in (("Bank daerah", "perangkat"), ("RTIK", "relawan")):
        qtbot.keyClicks(partners.name, name)
        qtbot.keyClicks(partners.form, form)
        for _ in range(2):
            qtbot.keyClick(partners.form, Qt.Key.Key_Return)
    settle(screen)
    assert [(item.name, item.form) for item in sheet(hall, row).partners] == [
        ("Bank daerah", "perangkat"),
        ("RTIK", "relawan"),
    ]


def test_a_partner_whose_name_was_emptied_has_it_back_when_the_line_is_left(hall, show, row, qtbot):
    hall.ask(lambda: hall.desk.quickwin_sheet.add_partner(row, "Bank daerah"))
    screen = show(f"quickwin:{row}")
    (line,) = screen.tab.side.partners.lines
    name = line.texts["name"]
    name.setFocus()
    name.selectAll()
    qtbot.keyClick(name, Qt.Key.Key_Delete)
    settle(screen)
    hall.ask(lambda: hall.desk.quickwin_sheet.write(row, "place", "Kantor desa"))
    screen.tab.arrive()
    settle(screen)
    assert name.text() == "", "whoever types it anew is not disturbed"
    screen.tab.list.setFocus()
    assert name.text() == "Bank daerah"
    assert [item.name for item in sheet(hall, row).partners] == ["Bank daerah"]


def test_a_partner_that_is_begun_waits_with_its_quick_win_until_it_is_written(
    hall, show, row, other, qtbot, monkeypatch
):
    screen = show(f"quickwin:{row}")
    tab, partners = screen.tab, screen.tab.side.partners
    disk = Disk(monkeypatch, tab._service, "add_partner")
    qtbot.keyClicks(partners.name, "Bank daerah")
    qtbot.keyClicks(partners.form, "perangkat")
    qtbot.keyClick(partners.form, Qt.Key.Key_Return)
    settle(screen)
    tab.list.choose(other)
    settle(screen)
    assert (partners.name.text(), partners.form.text()) == ("", "")
    assert screen.unfinished() == "Mitra yang belum ditambahkan (tekan Enter): DESAKU TUNTAS."
    tab.list.choose(row)
    settle(screen)
    assert (partners.name.text(), partners.form.text()) == ("Bank daerah", "perangkat")
    disk.is_full = False
    qtbot.keyClick(partners.form, Qt.Key.Key_Return)
    settle(screen)
    assert [(item.name, item.form) for item in sheet(hall, row).partners] == [("Bank daerah", "perangkat")]
    assert (partners.name.text(), screen.unfinished()) == ("", "")
