"""A plan is adopted whole; read again it keeps what was made on its lines."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.renstra_draft import Draft, LineDraft
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.session import NewSession
from tests.services.conftest import plan


def test_an_adopted_plan_comes_back_with_its_tree_and_figures(desk, with_plan):
    stored = desk.renstra.plan(with_plan)
    assert [line.level for line in stored.lines] == [
        "tujuan",
        "sasaran",
        "program",
        "kegiatan",
        "program",
        "program",
    ]
    program = stored.lines[2]
    assert program.parent == stored.lines[1].id
    assert program.pagu == {"2025": 1_500_000_000, "2026": 1_775_000_000}
    assert (program.source_sheet, program.source_row) == ("Lembar1", 7)
    assert stored.indicators[program.id][0].target == {"2025": "75", "2026": "80"}
    assert stored.document.years == ("2025", "2026")
    assert stored.document.title == "Renstra Dinas Komunikasi dan Informatika 2025–2029"


def test_adopting_is_one_act(desk, with_plan):
    assert desk.undo_label() == "pakai hasil baca Renstra Diskominfo (6 baris)"
    desk.undo()
    assert desk.renstra.plan(with_plan) is None


def test_reading_again_keeps_the_analysis_and_names_what_is_lost(desk, with_plan):
    sheet = desk.worksheet.find("L5").id
    rows = {row.values["code"]: row.row for row in desk.worksheet.grid(sheet, with_plan).rows}
    desk.worksheet.set_cells(
        sheet,
        with_plan,
        [(rows["2.16.02"], "proposal", "Satu pintu"), (rows["2.16.03"], "proposal", "Hubungkan")],
    )
    lines = plan().lines
    changed = replace(lines[2], name="Informasi Publik", pagu={"2025": 5, "2027": 7})
    again = (*lines[:2], changed, lines[3], LineDraft("program", "2.20.02", "Statistik", parent=1), lines[5])
    told, _ = desk.renstra.adopt(with_plan, plan(lines=again, years=("2025", "2027")))
    grid = desk.worksheet.grid(sheet, with_plan)
    assert grid.rows[0].row == rows["2.16.02"]
    assert grid.rows[0].values["proposal"] == "Satu pintu"
    assert grid.rows[0].values["program"] == "Informasi Publik"
    assert desk.renstra.plan(with_plan).lines[2].pagu == {"2025": 5, "2027": 7}
    assert told.lost_with_analysis == ("2.16.03 Pengelolaan Aplikasi Informatika",)
    assert desk.renstra.plan(with_plan).document.years == ("2025", "2027")


def test_reading_the_same_file_again_changes_no_line(desk, with_plan):
    told, changes = desk.renstra.adopt(with_plan, plan())
    assert (told.matched, told.lost) == (6, ())
    assert changes.kinds <= {"document"}


def test_a_direction_once_told_silences_the_falling_target(desk, with_plan):
    found = [
        item.finding
        for item in desk.finding.of(with_plan).items
        if "turun" in item.finding.message.lower() or "menurun" in item.finding.message.lower()
    ]
    assert found
    stored = desk.renstra.plan(with_plan)
    indicator = stored.indicators[stored.lines[4].id][0]
    desk.renstra.set_direction(indicator.id, "turun")
    left = [item.finding.code for item in desk.finding.of(with_plan).items]
    assert found[0].code not in left
    desk.renstra.adopt(with_plan, plan())
    again = desk.renstra.plan(with_plan)
    assert again.indicators[again.lines[4].id][0].direction == "turun"


def test_an_empty_reading_is_not_adopted(desk, diskominfo):
    with pytest.raises(UserFault, match="renstra-empty"):
        desk.renstra.adopt(diskominfo, Draft())
    assert desk.renstra.plan(diskominfo) is None


def test_a_support_program_counts_only_when_switched_on(desk, with_plan):
    sheet = desk.worksheet.find("L5").id
    assert len(desk.worksheet.grid(sheet, with_plan).counted) == 2
    support = desk.renstra.plan(with_plan).lines[5]
    desk.renstra.set_support(support.id, support=False)
    assert len(desk.worksheet.grid(sheet, with_plan).counted) == 3
    assert desk.workshop.standing().funnel.programs == 3


def test_deleting_a_plan_and_undoing_it_loses_nothing(desk, with_plan):
    before = desk.renstra.plan(with_plan)
    desk.renstra.remove(before.document.id)
    assert desk.renstra.plan(with_plan) is None
    desk.undo()
    assert desk.renstra.plan(with_plan) == before


def test_a_reading_for_an_agency_that_is_gone_is_not_lost_silently(desk, diskominfo):
    desk.opd.remove(diskominfo)
    with pytest.raises(UserFault, match="opd-gone"):
        desk.renstra.adopt(diskominfo, plan())


def test_a_program_written_on_paper_gives_an_agency_without_renstra_one(desk, diskominfo):
    row, changes = desk.renstra.add_program(diskominfo, " Program  Posyandu ", "1.2.2", {"2026": 5_000_000})
    stored = desk.renstra.plan(diskominfo)
    assert (stored.document.title, stored.document.format) == ("Program diketik dari kertas", "ketik")
    assert (stored.document.status, stored.document.kind) == ("draf", "renstra")
    assert str(desk.workshop.get().year) in stored.document.years
    assert stored.document.read_at
    [line] = stored.lines
    assert (line.id, line.level, line.code, line.name) == (row, "program", "1.02.02", "Program Posyandu")
    assert (line.pagu, line.support, line.source_sheet) == ({"2026": 5_000_000}, False, "")
    sheet = desk.worksheet.find("L5").id
    assert [item.row for item in desk.worksheet.grid(sheet, diskominfo).rows] == [row]
    assert {"document", "renstra_line"} <= changes.kinds
    desk.undo()
    assert desk.renstra.plan(diskominfo) is None


def test_a_program_without_code_or_figure_comes_last_and_support_is_seen_by_the_code(desk, with_plan):
    plain, _ = desk.renstra.add_program(with_plan, "Program Tanpa Kode")
    support, _ = desk.renstra.add_program(with_plan, "Penunjang", "2.16.01", {"2031": 1})
    stored = desk.renstra.plan(with_plan)
    assert [line.id for line in stored.lines[-2:]] == [plain, support]
    assert [line.support for line in stored.lines[-2:]] == [False, True]
    assert stored.document.title.startswith("Renstra Dinas")
    assert "2031" in stored.document.years


def test_a_file_read_later_keeps_the_analysis_of_a_typed_program(desk, diskominfo):
    row, _ = desk.renstra.add_program(diskominfo, "Pengelolaan Aplikasi Informatika", "2.16.03")
    other, _ = desk.renstra.add_program(diskominfo, "Ronda Malam Berbasis Kentongan")
    sheet = desk.worksheet.find("L5").id
    desk.worksheet.set_cells(sheet, diskominfo, [(row, "proposal", "Satu"), (other, "proposal", "Dua")])
    told, _ = desk.renstra.adopt(diskominfo, plan())
    rows = {item.row: item.values for item in desk.worksheet.grid(sheet, diskominfo).rows}
    assert rows[row]["proposal"] == "Satu"
    assert told.lost_with_analysis == ("Ronda Malam Berbasis Kentongan",)
    assert len(desk.renstra.documents()) == 1


def test_a_program_without_name_or_agency_is_not_added(desk, diskominfo):
    with pytest.raises(UserFault, match="program-nameless"):
        desk.renstra.add_program(diskominfo, "  ")
    desk.opd.remove(diskominfo)
    with pytest.raises(UserFault, match="program-opd-gone"):
        desk.renstra.add_program(diskominfo, "Program")


def test_reading_again_keeps_what_a_person_said_about_support(desk, with_plan):
    lines = desk.renstra.plan(with_plan).lines
    desk.renstra.set_support(lines[5].id, support=False)
    desk.renstra.set_support(lines[4].id, support=True)
    desk.renstra.adopt(with_plan, plan())
    assert [line.support for line in desk.renstra.plan(with_plan).lines[4:]] == [True, False]


def test_lines_that_the_new_file_no_longer_has_are_gone_and_count_no_more(desk, with_plan):
    told, _ = desk.renstra.adopt(with_plan, plan(lines=plan().lines[:4]))
    assert told.lost == ("2.16.03 Pengelolaan Aplikasi Informatika", "2.16.01 Penunjang Urusan")
    assert len(desk.renstra.plan(with_plan).lines) == 4
    assert desk.workshop.standing().funnel.programs == 1


def test_targets_of_years_that_are_gone_are_gone(desk, with_plan):
    lines = list(plan().lines)
    lines[2] = replace(lines[2], indicators=(replace(lines[2].indicators[0], targets={"2026": "80"}),))
    desk.renstra.adopt(with_plan, plan(lines=tuple(lines)))
    stored = desk.renstra.plan(with_plan)
    assert stored.indicators[stored.lines[2].id][0].target == {"2026": "80"}


def test_a_plan_without_programs_is_a_plan_all_the_same(desk, diskominfo):
    desk.renstra.adopt(diskominfo, plan(lines=plan().lines[:2]))
    sheet = desk.worksheet.find("L5").id
    assert not any("belum menyerahkan" in words for words, _ in desk.workshop.standing().due)
    assert desk.worksheet.places(sheet)[0].has_renstra
    desk.session.start(NewSession(desk.workshop.stages()[1].id, "Kerja", worksheet=sheet))
    desk.worksheet.set_head(sheet, diskominfo, "present", 1)
    report = desk.report.gather("laporan-sesi").session
    assert report.results[0].status == "Belum ada program yang terbaca dari Renstra"
    assert "belum menyerahkan" not in report.warning_summary
