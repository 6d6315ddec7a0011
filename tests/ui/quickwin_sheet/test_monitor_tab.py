"""Tab Pemantauan: a letter a state through the year, cells typed in place, years, counts, spreadsheet."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from smartcity_desktop.domain.monitor import QUICKWIN, MonitorBoard, Monitored, MonitorLine
from tests.ui.masterplan import settle
from ui.models.monitor_table import (
    ACHIEVED,
    EVIDENCE,
    NAME,
    ONLY_PLANNED,
    PLANNED,
    PROGRESS,
    SPENT,
    STATE,
    MonitorModel,
)


def _programs(desk):
    sheet = desk.worksheet.find("L7").id
    home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "GOV")
    rows = desk.worksheet.new_rows(3)
    for row, name in zip(rows, ("Satu Data", "Satu Pintu", "Satu Peta"), strict=True):
        cells = [(row, "name", name), (row, "year_start", "2026"), (row, "year_end", "2027")]
        desk.worksheet.set_cells(sheet, home, cells)


@pytest.fixture
def tab(hall, show):
    hall.ask(lambda: _programs(hall.desk))
    return show("monitor:2026").tab


def lines(hall, year=2026) -> dict[str, MonitorLine]:
    board = hall.ask(lambda: hall.desk.monitor.board(year))
    return {item.subject.name: item for item in board.lines}


def test_a_whole_year_is_gone_through_with_one_key_a_program(tab, hall, qtbot):
    tab.table.choose(0, NAME)
    tab.table.setFocus()
    for key in (Qt.Key.Key_J, Qt.Key.Key_S, Qt.Key.Key_T, Qt.Key.Key_R):
        qtbot.keyClick(tab.table, key)
    settle(tab.host)
    found = lines(hall)
    assert [found[name].state for name in ("Satu Data", "Satu Pintu", "Satu Peta")] == [
        "berjalan",
        "selesai",
        "tertunda",
    ]
    assert (found["Satu Peta"].planned, found["Satu Peta"].said) == (False, True)
    assert tab.told.text() == "Program 2026: 2 dari 2 yang direncanakan berjalan, 0 dengan bukti."


def test_cells_take_what_fits_and_refuse_the_rest(tab, hall):
    model = tab.model
    for column, text, fits in (
        (PROGRESS, "40%", True),
        (PROGRESS, "140", False),
        (SPENT, "1,25 miliar", True),
        (SPENT, "banyak", False),
        (ACHIEVED, "3  dari 12", True),
        (EVIDENCE, "Laporan", True),
        (STATE, "entah", False),
        (STATE, "berjalan", True),
        (PLANNED, "mungkin", False),
        (PLANNED, "tidak", True),
        (PLANNED, "", True),
        (NAME, "Nama lain", False),
    ):
        assert model.setData(model.index(0, column), text) is fits, (column, text)
    settle(tab.host)
    item = lines(hall)["Satu Data"]
    assert (item.progress, item.spent, item.achieved) == (40, 1_250_000_000, "3 dari 12")
    assert (item.evidence, item.state, item.planned, item.said) == ("Laporan", "berjalan", True, False)
    assert model.index(0, PLANNED).data() == "ya (usulan)"
    assert model.index(0, SPENT).data() == "1.250.000.000"


def test_years_filters_and_counts_follow(tab, hall, qtbot):
    tab.model.setData(tab.model.index(0, STATE), "berjalan")
    qtbot.mouseClick(tab.after, Qt.MouseButton.LeftButton)
    settle(tab.host)
    qtbot.keyClick(tab.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert tab.look.hasFocus()
    assert tab.model.board.year == 2027
    assert tab.model.index(0, STATE).data() == ""
    assert lines(hall)["Satu Data"].state == "berjalan", "what was typed went to its own year"
    qtbot.keyClick(tab.look, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle(tab.host)
    assert tab.model.board.year == 2026
    tab.turn_to_year(tab.model.board.years[-1])
    settle(tab.host)
    assert not tab.after.isEnabled()
    tab.kept.setCurrentIndex(tab.kept.findData(ONLY_PLANNED))
    tab.kept.activated.emit(1)
    assert tab.model.rowCount() == 0
    tab.turn_to_year(2026)
    settle(tab.host)
    tab.look.setText("data")
    assert tab.model.rowCount() == 1
    tab.turn_to(1)
    assert [line.cells[1:5] for line in tab.dimensions.lines.lines] == [
        ("3", "1", "1 (100%)", "0"),
        ("3", "1", "1 (100%)", "0"),
    ]
    assert tab.agencies.lines.lines[0].cells[0] == "Tanpa OPD"


def test_what_is_found_of_a_year_leads_to_its_program_in_that_year(tab, hall):
    line = lines(hall)["Satu Peta"]
    hall.ask(lambda: hall.desk.monitor.write(line.id, 2027, "evidence", "Foto dermaga"))
    (hit,) = hall.ask(lambda: hall.desk.search.find("dermaga"))
    tab.host.open_row(f"monitor:{hit.row}")
    settle(tab.host)
    assert tab.model.board.year == 2027
    assert tab.model.row(tab.table.currentIndex().row()).subject.name == "Satu Peta"


def test_a_year_is_printed_and_saved_as_a_spreadsheet(tab, tmp_path):
    asked = []
    tab.host.print_asked.connect(lambda *what: asked.append(what))
    tab.print.click()
    assert asked == [("pemantauan-program", "2026")]
    target = tmp_path / "pantau.xlsx"
    tab.file.save_to(target)
    settle(tab.host)
    assert tab.host.heard == ["Tersimpan: pantau.xlsx."]
    book = load_workbook(target)
    assert book.sheetnames == ["Pemantauan 2026", "Per dimensi", "Per OPD"]
    told = [cell.value for row in book["Pemantauan 2026"].iter_rows() for cell in row if cell.value]
    assert "Satu Pintu" in told


def test_without_programs_the_way_to_them_is_offered(show, qtbot):
    screen = show("monitor")
    qtbot.mouseClick(screen.tab.empty.buttons[0], Qt.MouseButton.LeftButton)
    settle(screen)
    assert screen.tab.objectName() != "tab-monitor"


@pytest.mark.parametrize(
    ("year", "state", "shown"),
    [(2026, "", "berjalan (usulan)"), (2026, "selesai", "Selesai"), (2030, "", "")],
)
def test_the_state_a_sheet_speaks_for_is_shown_as_a_proposal_in_its_own_months(dressed, year, state, shown):
    assert dressed
    model = MonitorModel()
    subject = Monitored("a", QUICKWIN, "Adminduk", first=2026, last=2027, hint="berjalan")
    model.show(MonitorBoard(year, (year,), (MonitorLine("a", subject, planned=True, state=state),)))
    assert model.index(0, STATE).data() == shown
    assert model.index(0, NAME).data() == "Adminduk (quick win)"
