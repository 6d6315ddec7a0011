"""What is typed into an action stays with that action, whatever is chosen, filtered or read meanwhile."""

from functools import partial

import pytest
from PySide6.QtCore import Qt

from smartcity_desktop.errors import DiskFault
from tests.ui.masterplan import settle
from tests.ui.roadmap.hand import begin, plan
from ui.models import action_plan as columns


@pytest.fixture
def acted(hall):
    """Two actions of the first program; return their rows."""
    rows = begin(hall)

    def write(desk):
        found = []
        for head, text in (("kebijakan", "Menetapkan"), ("sdm", "Melatih")):
            row, _ = desk.roadmap.add(rows[0], head)
            desk.roadmap.say(row, "text", text)
            found.append(row)
        return found

    return hall.ask(partial(write, hall.desk))


def by_row(hall, row):
    return next(item for item in plan(hall).rows if item.id == row)


def stand(tab, row):
    tab.table.setFocus()
    tab.table.choose(tab.model.row_of(row))


@pytest.mark.parametrize("text", ["1,5 j", "1,5 mil", "Rp", "1.2", "-5"])
def test_a_readable_beginning_of_a_cost_is_not_stored_and_its_words_stay_with_the_action(
    hall, show, acted, qtbot, text
):
    hall.ask(partial(hall.desk.roadmap.say_year, acted[0], "cost", "1", 75_000_000))
    screen = show(hall, f"action:{acted[0]}")
    tab = screen.tab
    line = tab.side.years.lines["cost", "1"]
    line.setFocus()
    line.selectAll()
    for letter in text:
        qtbot.keyClicks(line, letter)
        settle(screen)
    stand(tab, acted[1])
    settle(screen)
    assert line.text() == ""
    assert tab.side.years.notice.isHidden()
    assert line.property("wrong") == "false"
    assert dict(by_row(hall, acted[0]).cost) == {"1": 75_000_000}
    assert by_row(hall, acted[1]).cost == {}
    assert screen.unfinished() == "Biaya aksi yang belum terbaca dan belum tersimpan: Menetapkan."
    stand(tab, acted[0])
    settle(screen)
    assert line.text() == text
    assert tab.side.years.lines["target", "1"].text() == ""
    assert line.property("wrong") == "true"
    assert tab.side.years.notice.text().startswith("Biaya tahun 1 belum terbaca")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "80 juta")
    stand(tab, acted[0])
    settle(screen)
    assert (line.text(), screen.unfinished()) == ("80.000.000", "")
    assert dict(by_row(hall, acted[0]).cost) == {"1": 80_000_000}


def test_what_is_not_on_the_disk_is_shown_beside_its_action_and_no_other(
    hall, show, acted, qtbot, monkeypatch
):
    screen = show(hall, f"action:{acted[0]}")
    tab = screen.tab
    full, say, say_year = [True], tab._service.say, tab._service.say_year

    def where_there_is_room(call, *what):
        if full:
            raise DiskFault("disk-full")
        return call(*what)

    monkeypatch.setattr(tab._service, "say", partial(where_there_is_room, say))
    monkeypatch.setattr(tab._service, "say_year", partial(where_there_is_room, say_year))
    lines = tab.side.years.lines
    qtbot.keyClicks(tab.side.form.fields["baseline"], "tiga")
    for period, text in (("1", "5"), ("2", "9"), ("1", "7 orang")):
        qtbot.keyClicks(lines["target", period], text)
    for row, told in ((acted[1], ("", "", "")), (acted[0], ("tiga", "57 orang", "9"))):
        stand(tab, row)
        settle(screen)
        baseline = tab.side.form.fields["baseline"].text()
        assert (baseline, lines["target", "1"].text(), lines["target", "2"].text()) == told
    full.clear()
    settle(screen)
    assert by_row(hall, acted[0]).baseline == "tiga"
    assert dict(by_row(hall, acted[0]).target) == {"1": "57 orang", "2": "9"}


def test_an_action_that_no_longer_fits_the_filter_stays_until_another_is_gone_to(hall, show, acted, qtbot):
    screen = show(hall, f"action:{acted[0]}")
    tab = screen.tab
    tab.choose_head(1)
    model = tab.model
    tab.table.choose(0)
    assert model.setData(model.index(0, columns.HEAD), "aplikasi")
    settle(screen)
    assert [item.text for item in model.rows()] == ["Menetapkan"]
    qtbot.keyClicks(tab.side.form.fields["baseline"], "tiga")
    settle(screen)
    assert by_row(hall, acted[0]).baseline == "tiga"
    assert by_row(hall, acted[1]).baseline == ""
    tab.choose_head(0)
    stand(tab, acted[1])
    tab.choose_head(1)
    assert model.rows() == []


def test_a_time_that_nobody_understands_stands_in_its_cell_until_it_is_mended(hall, show, acted, qtbot):
    hall.ask(partial(hall.desk.roadmap.say, acted[0], "output", "Keputusan"))
    screen = show(hall, f"action:{acted[0]}")
    tab = screen.tab
    tab.table.choose(0, columns.WHEN)
    tab.table.setFocus()
    qtbot.keyClicks(tab.table, "s")
    editor = screen.focusWidget()
    qtbot.keyClicks(editor, "esudah lebaran")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle(screen)
    cell = tab.model.index(0, columns.WHEN)
    assert cell.data() == "sesudah lebaran"
    assert "TW III 2026" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert screen.unfinished() == "Belum terbaca dan belum tersimpan: “sesudah lebaran”."
    assert "TW III 2026" in screen.heard[-1]
    assert tab.model.setData(cell, "TW II 2026")
    settle(screen)
    assert cell.data() == "TW II 2026"
    assert screen.unfinished() == ""
