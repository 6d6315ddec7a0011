"""Tab Rekap: the page that is printed of a dimension or OPD, drawn by the same charts."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.chart import Text
from tests.services.test_exercise_sheets import put
from tests.ui.analysis.hand import agency, cells
from ui.models.places import sheet_key


def sheet(hall, code):
    return hall.ask(lambda: hall.desk.worksheet.find(code)).id


def dimension(hall, code):
    known = hall.ask(lambda: hall.desk.worksheet.places(hall.desk.worksheet.find("L7").id))
    return next(item.party for item in known if item.short == code)


def key(hall, code, party, values):
    return hall.ask(partial(put, hall.desk, sheet(hall, code), party, values))


def said(chart):
    return [item.text for item in chart.chart.shapes if isinstance(item, Text)]


def test_the_first_dimension_stands_there_with_its_sheets_programs_and_costs(show, hall):
    gov = dimension(hall, "GOV")
    (program,) = key(hall, "L7", gov, {"name": "Satu Data", "horizon": "pendek"})
    key(hall, "L8", gov, {"initiative": program, "text": "Peta aset", "cost@1": "200000000"})
    tab = show(hall, "recap").tab
    assert tab.parties.hasFocus()
    assert tab.parties.key == gov
    assert cells(tab.parties, gov)[1:] == ("2/9", "2")
    assert said(tab.programs)[:2] == ["Pendek (1 th)", "1"]
    assert said(tab.second)[:2] == ["Tahun 1", "Rp200 juta"]
    assert "Isu daerah menurut prioritas (0)" in tab.lists.text()


def test_an_opd_shows_its_promises_and_is_printed_by_its_own_kind(show, hall):
    dlh = agency(hall, "DLH")
    key(hall, "L12", dlh, {"text": "Buka data sampah"})
    screen = show(hall, f"recap:{dlh}")
    tab = screen.tab
    assert said(tab.second)[2:4] == ["Janji belum selesai", "1"]
    assert "1. Buka data sampah · – · Belum" in tab.lists.text()
    tab.print.click()
    tab.parties.choose(dimension(hall, "GOV"))
    tab.print.click()
    assert screen.printed == [("rekap-opd", dlh), ("rekap-dimensi", dimension(hall, "GOV"))]


def test_enter_opens_the_sheet_that_says_something_and_a_bar_its_own(show, hall):
    dlh = agency(hall, "DLH")
    key(hall, "L12", dlh, {"text": "Buka data sampah"})
    screen = show(hall, f"recap:{dlh}")
    tab = screen.tab
    QTest.keyClick(tab.parties, Qt.Key.Key_Return)
    tab.sheets.asked.emit(sheet(hall, "L0"))
    assert screen.gone == [
        ("worksheet", sheet_key(sheet(hall, "L12"), dlh)),
        ("worksheet", sheet_key(sheet(hall, "L0"), dlh)),
    ]
