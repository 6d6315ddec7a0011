"""Programs and quick wins followed year by year, on a real file: proposals, the fast pass, sums, tables."""

import pytest

from smartcity_desktop.domain import monitor
from smartcity_desktop.domain.quickwin_board import Decided
from smartcity_desktop.errors import UserFault
from tests.quickwins import nominate


@pytest.fixture
def followed(desk):
    """One quick win chosen in 2026 with its program, and two more programs; rows by name."""
    rows = nominate(desk)
    desk.quickwin.decide(rows["Smart Health"], Decided("terpilih", "Pleno", "2026-08-05"))
    sheet = desk.worksheet.find("L7").id
    home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "GOV")
    long, bare = desk.worksheet.new_rows(2)
    agency = next(item.id for item in desk.opd.opds() if item.short == "Dinkes")
    cells = [(long, "name", "Satu Data"), (long, "year_start", "2026"), (long, "year_end", "2028")]
    desk.worksheet.set_cells(sheet, home, [*cells, (long, "opd", agency), (bare, "name", "Satu Pintu")])
    roadmap = desk.worksheet.find("L9").id
    desk.worksheet.set_cells(roadmap, home, [(bare, "milestone@3", "Semua kanal jadi satu")])
    return {"Satu Data": long, "Satu Pintu": bare}


def line(desk, name, year, kind="initiative"):
    board = desk.monitor.board(year)
    return next(item for item in board.lines if item.subject.name == name and item.subject.kind == kind)


def test_years_and_road_map_propose_what_is_planned_until_a_person_says_so(desk, followed):
    assert [line(desk, "Satu Data", year).planned for year in (2026, 2028, 2029)] == [True, True, False]
    assert line(desk, "Satu Pintu", 2027).planned, "the third year from 2025 on"
    assert not line(desk, "Satu Pintu", 2026).planned
    assert line(desk, "Smart Health", 2027, "quickwin").planned, "twelve months from August 2026"
    desk.monitor.write(followed["Satu Data"], 2026, "planned", False)
    found = line(desk, "Satu Data", 2026)
    assert (found.planned, found.said) == (False, True)
    assert line(desk, "Satu Data", 2027).planned, "another year is its own"
    desk.monitor.write(followed["Satu Data"], 2026, "planned", None)
    assert line(desk, "Satu Data", 2026).planned


def test_a_year_is_counted_by_dimension_and_agency(desk, followed):
    desk.monitor.write(followed["Satu Data"], 2026, "state", "berjalan")
    desk.monitor.write(followed["Satu Data"], 2026, "evidence", "SK wali data")
    desk.monitor.write(followed["Satu Data"], 2026, "spent", 250_000_000)
    desk.monitor.write(followed["Satu Pintu"], 2026, "state", "selesai")
    board = desk.monitor.board(2026)
    assert board.told == (
        "Program 2026: 1 dari 1 yang direncanakan berjalan, 1 dengan bukti. Di luar rencana berjalan 1. "
        "Quick win 2026: 1 direncanakan, belum ada yang dilaporkan."
    )
    assert [(item.name[:3], item.planned, item.run, item.shown) for item in board.by_dimension()] == [
        ("GOV", 1, 1, 1),
        ("LIV", 0, 0, 0),
    ]
    assert board.by_opd()[0] == monitor.Sum("Dinkes", 1, 1, 1, 1, 0, 250_000_000)
    assert board.by_opd()[-1].name == "Tanpa OPD"
    assert board.whole.percent == 100
    assert monitor.Sum(planned=9, reported=3, run=2).run_words == "2 (67%)"
    assert monitor.Sum(planned=9).run_words == "0", "of nothing reported there is no share"


@pytest.mark.usefixtures("followed")
def test_a_quick_win_is_followed_before_anybody_began_its_sheet(desk):
    item = line(desk, "Smart Health", 2026, "quickwin")
    desk.monitor.write(item.id, 2026, "state", "berjalan")
    desk.monitor.write(item.id, 2026, "progress", 250)
    item = line(desk, "Smart Health", 2026, "quickwin")
    assert (item.state, item.progress) == ("berjalan", 100)
    desk.undo()
    desk.undo()
    assert line(desk, "Smart Health", 2026, "quickwin").state == ""


def test_what_does_not_fit_is_not_taken_and_a_subject_that_is_gone_is_told(desk, followed):
    desk.monitor.write(followed["Satu Data"], 2026, "state", "entah")
    desk.monitor.write(followed["Satu Data"], 2026, "achieved", "  3   dari 5 ")
    found = line(desk, "Satu Data", 2026)
    assert (found.state, found.achieved) == ("", "3 dari 5")
    with pytest.raises(UserFault, match="row-gone"):
        desk.monitor.write("tidak-ada", 2026, "state", "selesai")


def test_the_tables_of_a_year_recount_to_its_sums(desk, followed):
    desk.monitor.write(followed["Satu Data"], 2026, "state", "berjalan")
    lines, dimensions, agencies = desk.monitor.tables(2026)
    planned = sum(1 for row in lines.rows if row[0] == "Program" and str(row[4]).startswith("ya"))
    assert planned == dimensions.sums[1] == agencies.sums[1] == sum(row[1] for row in dimensions.rows) == 1
    assert lines.rows[0][:6] == ("Program", "Satu Data", "GOV", "Dinkes", "ya (usulan)", "Berjalan")


def test_the_years_are_those_of_the_masterplan_with_this_one(desk):
    board = desk.monitor.board()
    assert (board.year, board.years) == (2026, (2025, 2026, 2027, 2028, 2029))
    assert monitor.years_of(None, None, (), 2031) == (2031,)
    assert monitor.years_of(2026, 2030, (monitor.Monitored(last=2060),), 2026)[-1] == 2035
    assert monitor.milestone_years(2026, ("1", "6-10", "entah", "12")) == {2026, *range(2031, 2036)}


def test_the_sheet_of_a_quick_win_speaks_for_its_state_and_is_not_counted(desk, followed):
    assert followed
    item = line(desk, "Smart Health", 2026, "quickwin")
    assert item.subject.hint == ""
    desk.quickwin_sheet.write(item.subject.candidate, "progress", 40)
    item = line(desk, "Smart Health", 2026, "quickwin")
    assert (item.subject.hint, item.state, item.runs) == ("berjalan", "", False)
    assert monitor.hint_of(100) == "selesai"
