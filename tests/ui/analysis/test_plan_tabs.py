"""Tabs Sebaran program, Pagu and Kelengkapan by hand: numbers open their rows, rows their sheets."""

import zipfile
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from smartcity_desktop.domain.completeness import FINDINGS
from smartcity_desktop.domain.hall import MATRIX, MONEY, SPREAD
from tests.services.conftest import plan
from tests.ui.analysis.hand import agency, cells, settle
from ui.models.places import sheet_key


def dimension(hall, code):
    known = hall.ask(hall.desk.coverage.coverage).dimensions
    return next(item.id for item in known if item.code == code)


def sheet(hall):
    return hall.ask(lambda: hall.desk.worksheet.find("L5")).id


@pytest.fixture
def planned(hall):
    """The environment agency has a plan of two programs and a support one; one of them is in GOV."""
    dlh = agency(hall, "DLH")
    hall.ask(partial(hall.desk.renstra.adopt, dlh, plan()))
    rows = [item.row for item in hall.ask(partial(hall.desk.worksheet.grid, sheet(hall), dlh)).rows]
    cells = [(rows[0], "relevant", "ya"), (rows[0], "dimension", dimension(hall, "GOV"))]
    hall.ask(partial(hall.desk.worksheet.set_cells, sheet(hall), dlh, cells))
    return dlh, rows


def press(widget, *keys):
    for key in keys:
        QTest.keyClick(widget, key)


def names(tab):
    return [line.cells[1] for line in tab.rows.lines.lines]


def test_tabs_stand_in_two_groups_and_keys_go_through_all_of_them(show, hall):
    screen = show(hall, "spread")
    assert [button.text() for button in screen.groups.buttons] == ["Renstra", "Kertas kerja"]
    assert not screen.segments["Renstra"].isHidden()
    assert screen.segments["Kertas kerja"].isHidden()
    screen.groups.buttons[1].click()
    settle(screen)
    assert screen.tab.objectName() == "tab-readiness"
    QTest.keyClick(screen, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    settle(screen)
    last = screen.tab.objectName()
    screen.groups.buttons[1].click()
    screen.groups.buttons[0].click()
    settle(screen)
    assert screen.tab.objectName() == last, "a group is come back to where it was left"
    assert "Analisis: Pagu" in [item.words for item in screen.commands()]


def test_without_a_plan_the_tab_says_what_belongs_here_and_leads_there(show, hall):
    screen = show(hall, "spread")
    assert screen.tab.empty.buttons[0].hasFocus()
    screen.tab.empty.buttons[0].click()
    assert screen.gone == [("document", "")]


def test_every_number_opens_its_programs_and_a_program_its_sheet(show, hall, planned):
    dlh, rows = planned
    screen = show(hall, f"spread:{dlh}/{dimension(hall, 'GOV')}")
    tab = screen.tab
    assert tab.told.text() == (
        "2 program: 1 relevan, 1 belum ditelaah, 0 tidak relevan. 1 program penunjang tidak dihitung."
    )
    assert tab.board.hasFocus()
    assert tab.counted.text() == "1 program, Rp3,28 miliar"
    press(tab.board, Qt.Key.Key_Return)
    assert tab.rows.hasFocus()
    press(tab.rows, Qt.Key.Key_Return)
    tab.read_in.click()
    assert screen.gone == [("worksheet", rows[0]), ("document", rows[0])]
    press(tab.board, Qt.Key.Key_Right)
    assert tab.counted.text().endswith("belum punya program di BRD Smart Branding.")
    press(tab.board, Qt.Key.Key_End)
    assert len(names(tab)) == 2
    tab.bar.support.click()
    assert len(names(tab)) == 3, "support programs count where they are wanted"


def test_an_agency_without_a_plan_leads_to_reading_it(show, hall, planned):
    assert planned
    screen = show(hall, f"spread:{agency(hall, 'Bappeda')}")
    press(screen.tab.board, Qt.Key.Key_Return)
    assert screen.gone == [("document", agency(hall, "Bappeda"))]


def test_what_is_empty_is_a_list_and_enter_goes_where_it_is_filled(show, hall, planned):
    assert planned
    screen = show(hall, "spread")
    tab = screen.tab
    tab.turn_to(2)
    assert tab.gaps.hasFocus()
    assert "BRD" in tab.gaps.lines.lines[0].cells[0]
    press(tab.gaps, Qt.Key.Key_Return)
    assert tab.middle.currentWidget() is tab.board
    assert names(tab) == ["Pengelolaan Aplikasi Informatika"], "the programs that nobody has read yet"


def test_years_and_kinds_narrow_what_is_counted(show, hall, planned):
    assert planned
    tab = show(hall, "spread").tab
    tab.measure(1)
    tab.bar.year.setCurrentIndex(tab.bar.year.findData("2025"))
    tab.bar.changed.emit()
    cell = tab.board.cell
    assert cell.amount == 3_500_000_000
    assert "tahun 2025" in tab.told.text()


def test_money_stands_by_year_and_a_part_of_a_bar_is_a_number(show, hall, planned):
    dlh, rows = planned
    screen = show(hall, "money")
    tab = screen.tab
    assert tab.told.text().startswith("Rp3,28 miliar dari 1 program yang punya pagu.")
    spot = next(item for item in tab.chart.chart.spots if "2026" in item.words)
    tab.chart.asked.emit(spot.key)
    assert tab.board.place == (dimension(hall, "GOV"), "2026")
    assert [line.key for line in tab.rows.lines.lines] == [rows[0]]
    tab.turn_to(1)
    assert tab.boarded().lines[0].name == "Tidak disebut"
    tab.turn_to(2)
    assert [line.key for line in tab.boarded().lines] == [dlh]


def test_completeness_opens_the_place_where_a_thing_is_mended(show, hall, planned):
    dlh, _rows = planned
    screen = show(hall, f"completeness:{dlh}")
    tab = screen.tab
    assert tab.lines.hasFocus()
    assert "masih kurang" in tab.lacks.text()
    found = hall.ask(partial(hall.desk.finding.of, dlh)).count
    assert cells(tab.lines, dlh)[FINDINGS] == f"0 dari {found.total}", "plans are checked one after the other"
    press(tab.lines, Qt.Key.Key_Return)
    tab.open_place(dlh, 6)
    tab.open_place(agency(hall, "Bappeda"), 0)
    assert screen.gone == [
        ("document", dlh),
        ("worksheet", sheet_key(sheet(hall), dlh)),
        ("document", agency(hall, "Bappeda")),
    ]
    assert screen.slide() is None, "who lacks what is never shown to the hall"


def test_prints_slides_and_the_spreadsheet_are_one_key_away(show, hall, planned, tmp_path, monkeypatch):
    assert planned
    target = tmp_path / "analisis.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    screen = show(hall, "spread")
    slides, told = [], []
    screen.slide_asked.connect(lambda kind, _row: slides.append(kind))
    screen.told.connect(told.append)
    for key in ("spread", "money", "completeness"):
        screen.open_row(key)
        settle(screen)
        for item in screen.commands():
            if item.words.startswith(("Cetak", "Tayangkan")):
                item.run()
    assert [kind for kind, _ in screen.printed] == [
        *("sebaran-program", "celah-opd", "pagu-dimensi", "kelengkapan-renstra")
    ]
    assert slides == [SPREAD, MATRIX, MONEY]
    for key in ("shared", "alignment", "spread"):
        screen.open_row(key)
        settle(screen)
        assert "Simpan analisis Renstra ke Excel" in [item.words for item in screen.commands()]
        target.unlink(missing_ok=True)
        screen.tab.excel.click()
        settle(screen)
        assert told[-1].startswith("Tersimpan: analisis.xlsx.")
    with zipfile.ZipFile(target) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) >= 9
