"""Tab Rencana aksi: cells in place, one action year by year beside, programs that have none."""

from functools import partial

import pytest
from PySide6.QtCore import Qt

from smartcity_desktop.domain.paper_roadmap import asked
from smartcity_desktop.domain.roadmap import RoadFilter
from tests.ui.masterplan import settle
from tests.ui.roadmap.hand import begin, plan
from ui.models import action_plan as columns
from ui.widgets.writing import WHY


@pytest.fixture
def rows(hall):
    return begin(hall)


@pytest.fixture
def acted(hall, rows):
    """Two actions of the first program; return their rows."""

    def write(desk):
        found = []
        for head, text in (("sdm", "Melatih"), ("kebijakan", "Menetapkan")):
            row, _ = desk.roadmap.add(rows[0], head)
            desk.roadmap.say(row, "text", text)
            found.append(row)
        return found

    return hall.ask(partial(write, hall.desk))


def texts(tab):
    return [item.text for item in tab.model.rows()]


def by_row(hall, row):
    return next(item for item in plan(hall).rows if item.id == row)


def test_a_program_without_actions_gets_one_that_is_written_at_once(hall, show, rows, qtbot):
    screen = show(hall, "action:")
    tab = screen.tab
    tab.side.turn_to(1)
    assert [tab.side.list.item(at).text() for at in range(3)] == ["Satu Data", "Aduan", "Jaringan"]
    tab.side.list.setCurrentRow(1)
    tab.choose_head(4)
    tab.side.add.click()
    settle(screen)
    assert tab.heads.buttons[0].text() == "Semua (0)", "what says nothing yet is counted nowhere"
    editor = screen.focusWidget()
    assert editor.objectName() == "action-cell"
    qtbot.keyClicks(editor, "Melatih petugas")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.wait(1)
    settle(screen)
    (found,) = plan(hall).rows
    assert (found.text, found.head, found.initiative) == ("Melatih petugas", "sdm", rows[1])
    assert tab.told.text() == "1 aksi untuk 1 program. Belum ada biaya dari 1 aksi."
    told = [tab.side.list.item(at).text() for at in range(tab.side.list.count())]
    assert told == ["Satu Data", "Jaringan", "Aduan: belum ada aksi kebijakan dan kelembagaan"]
    qtbot.keyClick(tab.table, Qt.Key.Key_Insert)
    settle(screen)
    assert [item.initiative for item in plan(hall).rows] == [rows[1], rows[1]]


def test_cells_are_chosen_and_typed_and_a_time_nobody_understands_is_told(hall, show, acted):
    screen = show(hall, f"action:{acted[0]}")
    model = screen.tab.model
    at = model.row_of(acted[0])
    assert model.setData(model.index(at, columns.WHEN), "TW III 2026")
    assert model.setData(model.index(at, columns.HEAD), "aplikasi")
    assert model.setData(model.index(at, columns.OUTPUT), "12 petugas")
    settle(screen)
    found = by_row(hall, acted[0])
    assert (found.when.words, found.head, found.output) == ("TW III 2026", "aplikasi", "12 petugas")
    at = model.row_of(acted[0])
    assert not model.setData(model.index(at, columns.WHEN), "kapan-kapan")
    assert model.take_text(model.index(at, columns.HEAD), "literasi dan sdm")
    assert not model.take_text(model.index(at, columns.OPD), "Dinas Antah")
    settle(screen)
    assert by_row(hall, acted[0]).head == "sdm"
    assert "2026" in model.index(at, columns.WHEN).data(columns.HINTS_ROLE)


def test_everything_else_is_written_beside_year_by_year(hall, show, acted, qtbot):
    screen = show(hall, f"action:{acted[0]}")
    side = screen.tab.side
    assert [side.years.named[period].text() for period in ("1", "6-10")] == ["2025", "2030–2034"]
    qtbot.keyClicks(side.years.lines["target", "1"], "12 orang")
    qtbot.keyClicks(side.years.lines["cost", "1"], "85 juta")
    qtbot.keyClicks(side.form.fields["plan_code"], "2.12.02")
    side.form.fields["fund"].menu().actions()[1].trigger()
    settle(screen)
    found = by_row(hall, acted[0])
    assert (dict(found.target), dict(found.cost)) == ({"1": "12 orang"}, {"1": 85_000_000})
    assert (found.plan_code, found.fund) == ("2.12.02", ("dak",))
    line = side.years.lines["cost", "2"]
    qtbot.keyClicks(line, "1.25")
    settle(screen)
    assert screen.unfinished() == "Biaya aksi yang belum terbaca dan belum tersimpan: Melatih."
    assert line.text() == "1.25"
    line.clear()
    qtbot.keyClicks(line, "0")
    settle(screen)
    assert dict(by_row(hall, acted[0]).cost) == {"1": 85_000_000, "2": 0}
    assert screen.unfinished() == ""


def test_heads_and_words_filter_and_actions_go_elsewhere_or_away(hall, show, acted, qtbot):
    screen = show(hall, "action:")
    tab = screen.tab
    assert texts(tab) == ["Menetapkan", "Melatih"]
    tab.choose_head(1)
    assert texts(tab) == ["Menetapkan"]
    assert tab.table.isColumnHidden(columns.HEAD)
    tab.print.click()
    assert screen.printed == [("rencana-aksi", "kebijakan")]
    tab.table.choose(0)
    tab.move_to("aplikasi")
    settle(screen)
    assert by_row(hall, acted[1]).head == "aplikasi"
    assert texts(tab) == []
    tab.choose_head(0)
    qtbot.keyClicks(tab.filter.words, "latih")
    assert texts(tab) == ["Melatih"]
    tab.table.choose(0)
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    settle(screen)
    assert [item.id for item in plan(hall).rows] == [acted[1]]
    assert screen.heard[-1] == "1 aksi dihapus"


def test_without_programs_the_way_to_them_is_offered(hall, show):
    screen = show(hall, "action:")
    screen.tab.empty.buttons[0].click()
    assert screen.tab.objectName() == "tab-initiative"


def test_what_is_filtered_is_printed_so(hall, show, acted):
    assert acted
    screen = show(hall, "action:")
    screen.tab.choose_head(1)
    screen.tab.filter.words.setText("menetapkan")
    screen.tab.print.click()
    assert asked(screen.printed[-1][1]) == ("kebijakan", RoadFilter(words="menetapkan"))


def test_an_action_that_was_found_is_shown_whatever_is_filtered(hall, show, acted):
    screen = show(hall, "action:")
    tab = screen.tab
    tab.choose_head(1)
    tab.filter.words.setText("tidak ada")
    screen.open_row(f"action:{acted[0]}")
    settle(screen)
    assert tab.standing() == acted[0]
    assert tab.filter.words.text() == ""


def test_what_has_no_room_in_the_table_is_written_beside_it(hall, show, acted, qtbot):
    screen = show(hall, f"action:{acted[0]}")
    tab = screen.tab
    assert tab.left_out.isHidden()
    tab.table.setFixedWidth(560)
    qtbot.waitUntil(lambda: tab.table.horizontalScrollBar().maximum() == 0)
    assert tab.table.isColumnHidden(columns.OUTPUT)
    qtbot.keyClicks(tab.left_out.form.fields[str(columns.OUTPUT)], "12 petugas ")
    tab.left_out.form.edited.emit(str(columns.HEAD), "aplikasi")
    settle(screen)
    found = by_row(hall, acted[0])
    assert (found.output, found.head) == ("12 petugas", "aplikasi")
    tab.table.choose(tab.model.row_of(acted[1]))
    assert tab.left_out.form.fields[str(columns.OUTPUT)].toPlainText() == ""


def test_in_a_file_that_takes_nothing_actions_are_only_read(hall, show, acted, qtbot):
    screen = show(hall, f"action:{acted[0]}", closed=True)
    tab = screen.tab
    assert not tab.add.isEnabled()
    assert tab.side.years.lines["cost", "1"].isReadOnly()
    qtbot.keyClick(tab.table, Qt.Key.Key_Insert)
    tab.remove()
    settle(screen)
    assert set(screen.heard) == {WHY}
    assert len(plan(hall).rows) == 2
