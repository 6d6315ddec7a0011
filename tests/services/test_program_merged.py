"""What was written about a program before it went into another one is not put out of sight."""

import random

import pytest

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.storage import backup
from tests.services.test_result import dimension


@pytest.fixture
def two(desk):
    """Two programs of one dimension that mean the same."""
    home = dimension(desk, "GOV")
    return [desk.initiative.add(name, home)[0] for name in ("Satu data", "Satu data desa")]


def merged(desk, rows):
    return desk.result.merge(desk.worksheet.find("L7").id, dimension(desk, "GOV"), rows, "Satu data")[0]


def test_further_indicators_go_along(desk, two):
    for row, name in zip(two, ("Desa terhubung", "Data dipakai"), strict=True):
        more, _ = desk.initiative.add_indicator(row)
        desk.initiative.set_indicator(more, "name", name)
    row = merged(desk, two)
    (item,) = desk.initiative.board().items
    assert item.id == row
    assert [more.name for more in item.further] == ["Desa terhubung", "Data dipakai"]
    desk.initiative.set_indicator(item.further[0].id, "final", "40")
    assert desk.initiative.card(row).item.further[0].final == "40"
    desk.undo()
    desk.undo()
    assert [len(item.further) for item in desk.initiative.board().items] == [1, 1]


def reports(desk, year=2026):
    return {line.subject.id: line for line in desk.monitor.board(year).lines}


def marks(desk, row):
    return {mark.year: (mark.text, mark.state) for mark in desk.roadmap.road().program(row).milestones}


def test_what_was_reported_of_a_program_is_told_by_the_one_it_went_into_and_counted_once(desk, two):
    desk.monitor.write(two[0], 2026, "evidence", "Laporan triwulan")
    row = merged(desk, two)
    (line,) = desk.monitor.board(2026).lines
    assert (line.subject.id, line.evidence) == (row, "Laporan triwulan")
    assert [item.id for item in desk.initiative.board().items] == [row]
    desk.undo()
    assert {key: line.evidence for key, line in reports(desk).items()} == {
        two[0]: "Laporan triwulan",
        two[1]: "",
    }


def test_reports_of_both_are_put_together_and_the_first_value_written_takes_them_over(desk, two):
    for row, state, progress, spent, evidence in (
        (two[0], "selesai", 100, 40, "Berita acara"),
        (two[1], "berjalan", 60, 2, "Foto"),
    ):
        for field, value in (
            ("state", state),
            ("progress", progress),
            ("spent", spent),
            ("evidence", evidence),
        ):
            desk.monitor.write(row, 2026, field, value)
    row = merged(desk, two)
    line = reports(desk)[row]
    assert (line.state, line.progress, line.spent) == ("berjalan", 60, 42)
    assert line.evidence.splitlines() == ["Berita acara", "Foto"]
    assert line.note == "Sebelum digabung: Satu data selesai 100%; Satu data desa berjalan 60%."
    desk.monitor.write(row, 2026, "evidence", "")
    line = reports(desk)[row]
    assert (line.state, line.spent, line.evidence) == ("berjalan", 42, ""), "what was emptied stays empty"
    desk.undo()
    assert reports(desk)[row].evidence.splitlines() == ["Berita acara", "Foto"]
    desk.undo()
    assert {key: line.spent for key, line in reports(desk).items()} == {two[0]: 40, two[1]: 2}


def test_milestones_go_along_and_are_written_on(desk, two):
    for row, year, text in (
        (two[0], "1", "Data dipetakan"),
        (two[1], "1", "Desa didata"),
        (two[1], "3", "Dipakai"),
    ):
        desk.roadmap.say_milestone(row, year, text)
    desk.roadmap.mark_milestone(two[0], "1", done=True)
    row = merged(desk, two)
    assert marks(desk, row) == {"1": ("Data dipetakan; Desa didata", "sedang"), "3": ("Dipakai", "")}
    assert desk.monitor.board(2027).line(row).planned
    desk.roadmap.mark_milestone(row, "3", done=True)
    assert marks(desk, row)["3"] == ("Dipakai", "selesai")
    desk.roadmap.say_milestone(row, "1", "")
    assert marks(desk, row)["1"][0] == ""
    for _ in range(3):
        desk.undo()
    assert marks(desk, two[0]) == {"1": ("Data dipetakan", "selesai")}
    assert {year: text for year, (text, _) in marks(desk, two[1]).items()} == {
        "1": "Desa didata",
        "3": "Dipakai",
    }


def test_the_sheet_of_the_road_map_has_the_milestones_of_what_was_merged(desk, two):
    home = dimension(desk, "GOV")
    sheet = desk.worksheet.find("L9").id
    desk.roadmap.say_milestone(two[0], "2", "Desa terhubung")
    row = merged(desk, two)
    grid = desk.worksheet.grid(sheet, home)
    key = next(item.key for item in grid.columns if item.key.endswith("@2") and item.kind == "long")
    said = {each.row: each.values.get(key, "") for each in grid.rows}
    assert said == {row: "Desa terhubung"}
    desk.worksheet.set_cells(sheet, home, [(row, key, "")])
    assert desk.worksheet.grid(sheet, home).rows[0].values.get(key, "") == ""
    assert marks(desk, row)["2"][0] == ""


def test_a_third_program_adds_its_own_to_what_the_merged_one_says(desk, two):
    row = merged(desk, two)
    late, _ = desk.initiative.add("Data satu pintu", dimension(desk, "GOV"))
    for one, text, spent in ((row, "Dipakai", 5), (late, "Dibuka", 7)):
        desk.roadmap.say_milestone(one, "2", text)
        desk.monitor.write(one, 2027, "spent", spent)
    assert merged(desk, [row, late]) == row
    assert marks(desk, row) == {"2": ("Dipakai; Dibuka", "")}
    assert {key: line.spent for key, line in reports(desk, 2027).items()} == {row: 12}
    later, _ = desk.initiative.add("Data cuaca", dimension(desk, "GOV"))
    desk.roadmap.say_milestone(later, "2", "Dijaga")
    desk.roadmap.say_milestone(row, "2", "")
    assert merged(desk, [row, later]) == row
    assert marks(desk, row) == {"2": ("Dijaga", "")}
    for _ in range(5):
        desk.undo()
    assert {key: line.spent for key, line in reports(desk, 2027).items()} == {row: 5, late: 7}


def test_who_waited_for_a_merged_program_waits_for_the_one_it_went_into(desk, two):
    home = dimension(desk, "GOV")
    other, _ = desk.initiative.add("Dasbor", home)
    desk.initiative.set(other, "after", two[0])
    desk.initiative.set(two[1], "after", two[0])
    desk.shared_program.add("Data bersama", [two[1]])
    row = merged(desk, two)
    board = desk.initiative.board()
    assert board.item(row).after == ()
    assert [board.item(one).id for one in board.item(other).after] == [row]
    card = desk.initiative.card(other)
    assert [card.words("after", one) for one in card.item.after] == ["Satu data"]
    assert [item.initiatives for item in desk.shared_program.board().items] == [(row,)]


def test_what_is_found_of_a_merged_program_leads_to_the_one_it_went_into(desk, two):
    desk.roadmap.say_milestone(two[1], "2", "Kabel terpasang")
    desk.monitor.write(two[1], 2027, "evidence", "Kuitansi serat optik")
    row = merged(desk, two)
    assert {item.row for item in desk.search.find("kabel")} == {row}
    assert {item.row for item in desk.search.find("satu data desa") if item.ent == "initiative"} == {row}
    (report,) = [item for item in desk.search.find("kuitansi") if item.ent == "monitor"]
    assert desk.monitor.place(report.row) == (row, 2027)


def test_only_what_the_others_went_into_is_voted_on(desk, two):
    row = merged(desk, two)
    assert [line for line, _ in desk.vote.lines_of(desk.worksheet.find("L7").id)] == [row]


def test_two_laptops_that_merge_and_report_say_the_same_after_joining(desk, two, tmp_path, ticking):
    copy = backup.make(desk._workspace, tmp_path / "salinan").path
    other_ids, profile = IdSource(ticking, random.Random(7)), tmp_path / "lain"
    with open_desk(copy, clock=ticking, ids=other_ids, profile=profile, person="Dua") as other:
        row = merged(desk, two)
        other.monitor.write(two[1], 2026, "evidence", "Foto dari kelurahan")
        other.roadmap.say_milestone(two[0], "1", "Loket dibuka")
        journals = [each._workspace.journal for each in (desk, other)]
        ops = [journal.since({}) for journal in journals]
        journals[0].merge(ops[1])
        journals[1].merge(ops[0])
        for each in (desk, other):
            assert {key: line.evidence for key, line in reports(each).items()} == {row: "Foto dari kelurahan"}
            assert marks(each, row) == {"1": ("Loket dibuka", "")}
            assert each.check() == []
