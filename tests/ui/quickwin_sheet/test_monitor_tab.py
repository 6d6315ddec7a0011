"""Tab Pemantauan: a letter a state through the year, cells typed in place, years, counts, spreadsheet."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from smartcity_desktop.domain.monitor import QUICKWIN, MonitorBoard, Monitored, MonitorLine
from tests.ui.masterplan import settle
from ui.models.monitor_table import (
    ACHIEVED,
    EVIDENCE,
    NAME,
    NOTE,
    ONLY_PLANNED,
    PLANNED,
    PROGRESS,
    SPENT,
    STATE,
    UNSAID,
    MonitorModel,
)
from ui.models.row_table import INKS_ROLE


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
        (PROGRESS, "45 persen", True),
        (PROGRESS, "40", True),
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
    assert tab.dimensions.maximumHeight() < tab.dimensions.verticalHeader().length() + 60, "no empty room"


def test_what_is_found_of_a_year_leads_to_its_program_in_that_year(tab, hall):
    line = lines(hall)["Satu Peta"]
    hall.ask(lambda: hall.desk.monitor.write(line.id, 2027, "evidence", "Foto dermaga"))
    (hit,) = hall.ask(lambda: hall.desk.search.find("dermaga"))
    tab.host.open_row(f"monitor:{hit.row}")
    settle(tab.host)
    assert tab.model.board.year == 2027
    assert tab.model.row(tab.table.currentIndex().row()).subject.name == "Satu Peta"


def test_what_is_found_is_shown_whatever_is_filtered_and_in_front(tab, hall):
    row = lines(hall)["Satu Peta"].id
    tab.look.setText("data")
    tab.turn_to(1)
    tab.host.open_row(f"monitor:{row}")
    settle(tab.host)
    assert tab.standing() == row
    assert tab.middle.currentIndex() == 0
    assert tab.look.text() == ""


def test_what_has_no_room_in_the_table_is_told_and_written_below_it(tab, hall, qtbot):
    assert tab.left_out.isHidden()
    tab.table.setFixedWidth(680)
    qtbot.waitUntil(lambda: tab.table.horizontalScrollBar().maximum() == 0)
    tab.table.choose(1)
    assert tab.left_out.told.text() == "GOV · –"
    qtbot.keyClicks(tab.left_out.form.fields[str(NOTE)], "menunggu server")
    settle(tab.host)
    assert lines(hall)["Satu Pintu"].note == "menunggu server"
    tab.table.choose(0)
    assert tab.left_out.form.fields[str(NOTE)].text() == ""


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
    subject = Monitored("a", QUICKWIN, "Adminduk", first=2026, last=2027, progress=40)
    model.show(MonitorBoard(year, (year,), (MonitorLine("a", subject, planned=True, state=state),)))
    assert model.index(0, STATE).data() == shown
    assert model.index(0, NAME).data() == "Adminduk (quick win)"


def typed(qtbot, tab, column, text, *, row=0):
    """Type a text over a cell, as a hand does, and leave it by Enter."""
    tab.table.choose(row, column)
    tab.table.setFocus()
    qtbot.keyClicks(tab.table, text[0])
    qtbot.keyClicks(editor(tab), text[1:])
    return editor(tab)


def editor(tab):
    return next(line for line in tab.table.viewport().findChildren(QLineEdit) if line.isVisible())


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        (PROGRESS, "120", "Tulis angka 0 sampai 100."),
        (PROGRESS, "5 lima", "Tulis angka 0 sampai 100."),
        (SPENT, "1,5 mi", "Tulis rupiahnya"),
    ],
)
def test_what_cannot_be_read_stays_marked_and_no_beginning_of_it_is_stored(
    tab, hall, qtbot, column, text, told
):
    tab.model.setData(tab.model.index(0, column), "40")
    line = typed(qtbot, tab, column, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle(tab.host)
    cell = tab.model.index(0, column)
    assert cell.data() == text
    assert cell.data(INKS_ROLE) == ("error", "error-soft")
    assert tab.host.heard[-1].startswith(f"“{text}” belum terbaca dan belum tersimpan. {told}")
    assert text in tab.host.unfinished()
    stored = lines(hall)["Satu Data"]
    assert (stored.progress if column == PROGRESS else stored.spent) == 40
    tab.turn_to_year(2027)
    settle(tab.host)
    assert tab.model.index(0, column).data() == "", "another year is its own"
    tab.turn_to_year(2026)
    settle(tab.host)
    assert tab.model.index(0, column).data() == text
    typed(qtbot, tab, column, "50")
    qtbot.keyClick(editor(tab), Qt.Key.Key_Return)
    settle(tab.host)
    assert tab.host.unfinished() == ""
    stored = lines(hall)["Satu Data"]
    assert (stored.progress if column == PROGRESS else stored.spent) == 50


def test_escape_gives_back_what_stood_before_a_text_that_could_not_be_read(tab, hall, qtbot):
    tab.model.setData(tab.model.index(0, PROGRESS), "40")
    qtbot.keyClick(typed(qtbot, tab, PROGRESS, "lima"), Qt.Key.Key_Return)
    assert tab.model.index(0, PROGRESS).data() == "lima"
    qtbot.keyClick(typed(qtbot, tab, PROGRESS, "999"), Qt.Key.Key_Escape)
    settle(tab.host)
    assert tab.model.index(0, PROGRESS).data() == "40%"
    assert lines(hall)["Satu Data"].progress == 40


def test_half_a_word_stays_in_its_cell_while_the_filter_year_and_other_changes_come(tab, hall, qtbot, bus):
    tab.kept.setCurrentIndex(tab.kept.findData(UNSAID))
    tab.kept.activated.emit(0)
    line = typed(qtbot, tab, EVIDENCE, "Foto lo", row=1)
    tab.model.setData(tab.model.index(1, STATE), "berjalan")
    rows = lines(hall)
    bus.publish(hall.ask(lambda: hall.desk.monitor.write(rows["Satu Peta"].id, 2026, "state", "selesai")))
    settle(tab.host)
    assert editor(tab) is line, "the row that is being typed into stays though the filter sends it away"
    qtbot.keyClicks(line, "ket")
    tab.turn_to_year(2027)
    settle(tab.host)
    assert lines(hall)["Satu Pintu"].evidence == "Foto loket"
    assert lines(hall, 2027)["Satu Pintu"].evidence == ""


def test_cells_that_were_copied_are_pasted_as_what_they_mean(tab, hall):
    for column, text in ((STATE, "berjalan"), (PROGRESS, "40"), (SPENT, "2500000"), (EVIDENCE, "Foto")):
        tab.model.setData(tab.model.index(0, column), text)
    tab.table.choose(0, PLANNED)
    tab.table.selectRow(0)
    copied = tab.table._copied().split("\t")[PLANNED:]
    tab.table.choose(1, PLANNED)
    tab.table.paste("\t".join(copied))
    settle(tab.host)
    found = lines(hall)
    first, second = found["Satu Data"], found["Satu Pintu"]
    assert (second.state, second.progress, second.spent, second.evidence, second.said) == (
        first.state,
        first.progress,
        first.spent,
        first.evidence,
        False,
    )
    tab.table.choose(2, PROGRESS)
    tab.table.paste("banyak")
    assert tab.model.index(2, PROGRESS).data() == "banyak"
    assert "belum terbaca" in tab.host.heard[-1]
