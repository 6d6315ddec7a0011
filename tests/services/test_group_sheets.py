"""A worksheet of dimension groups whose rows the table adds: written, counted, printed, reported."""

import json

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.errors import UserFault
from smartcity_desktop.paths import shelf
from smartcity_desktop.services.report import render
from smartcity_desktop.services.session import NewSession
from tests.reporting.pictures import texts as printed


@pytest.fixture
def issues(desk):
    return desk.worksheet.find("L1").id


@pytest.fixture
def group(desk, issues):
    return desk.worksheet.places(issues)[0].party


def texts(desk, worksheet, party):
    return [row.values["text"] for row in desk.worksheet.grid(worksheet, party).rows]


def write(desk, worksheet, party, *lines):
    rows = desk.worksheet.new_rows(len(lines))
    desk.worksheet.set_cells(
        worksheet, party, [(row, "text", line) for row, line in zip(rows, lines, strict=True)]
    )
    return rows


def test_every_dimension_has_its_numbered_sheet(desk, issues):
    places = desk.worksheet.places(issues)
    assert [item.short for item in places] == ["GOV", "BRD", "ECO", "LIV", "SOC", "ENV"]
    assert [desk.worksheet.sheet(issues, item.party).number for item in places] == [
        f"L1-0{number}" for number in range(1, 7)
    ]


def test_rows_stand_in_the_order_in_which_they_came(desk, issues, group):
    write(desk, issues, group, "satu", "dua")
    write(desk, issues, group, "tiga")
    assert texts(desk, issues, group) == ["satu", "dua", "tiga"]
    assert desk.undo_label() == "isi Isu atau permasalahan"
    grid = desk.worksheet.grid(issues, group)
    assert (grid.sheet.status, grid.progress) == ("sedang", "3 dari 3")


def test_a_row_that_is_moved_or_deleted_comes_back_with_undo(desk, issues, group):
    rows = write(desk, issues, group, "satu", "dua", "tiga")
    desk.worksheet.move_row(issues, group, rows[2], -1)
    assert texts(desk, issues, group) == ["satu", "tiga", "dua"]
    desk.worksheet.move_row(issues, group, rows[0], -1)
    desk.worksheet.move_row(issues, group, rows[0], 1)
    assert texts(desk, issues, group) == ["tiga", "satu", "dua"]
    desk.undo()
    desk.worksheet.remove_rows(issues, group, [rows[1], rows[0]])
    assert desk.undo_label() == "hapus 2 baris"
    assert texts(desk, issues, group) == ["tiga"]
    desk.undo()
    assert texts(desk, issues, group) == ["satu", "tiga", "dua"]
    assert not desk.worksheet.remove_rows(issues, group, ["lain"])


def test_rows_of_one_group_are_not_those_of_another(desk, issues, group):
    other = desk.worksheet.places(issues)[1].party
    write(desk, issues, group, "satu")
    write(desk, issues, other, "dua", "tiga")
    assert [item.done for item in desk.worksheet.places(issues)][:3] == [1, 2, 0]
    assert texts(desk, issues, group) == ["satu"]


def test_rows_that_come_from_a_renstra_are_neither_deleted_nor_moved(desk, with_plan):
    sheet = desk.worksheet.find("L5").id
    row = desk.worksheet.grid(sheet, with_plan).rows[0].row
    with pytest.raises(UserFault, match="rows-fixed"):
        desk.worksheet.remove_rows(sheet, with_plan, [row])
    with pytest.raises(UserFault, match="rows-fixed"):
        desk.worksheet.move_row(sheet, with_plan, row, 1)


def test_the_guide_asks_what_the_sub_dimensions_are_about(desk, issues, group):
    asked = desk.worksheet.grid(issues, group).guide
    assert asked[0] == "Apa yang tidak beres bagi warga di sini?"
    subs = [item for item in desk.workshop.subdimensions() if item.dimension == group]
    assert [line.partition(",")[0] for line in asked[-3:]] == [f"{item.code} {item.name}" for item in subs]
    assert subs[0].points.splitlines()[0] in asked[-3]


def test_what_is_missing_is_asked_for_only_where_something_is_said(desk, issues, group):
    row = write(desk, issues, group, "Air bersih")[0]
    desk.worksheet.set_cells(issues, group, [(row, "fact", "18%"), (row, "fact_year", "2025")])
    (mark,) = desk.worksheet.grid(issues, group).rows[0].marks
    assert "Sumber data" in mark
    assert "Tahun data" not in mark
    desk.worksheet.set_cells(issues, group, [(row, key, "") for key in ("text", "fact", "fact_year")])
    (empty,) = desk.worksheet.grid(issues, group).rows
    assert empty.marks == ()
    assert desk.worksheet.places(issues)[0].done == 0


def test_choices_are_the_sub_dimensions_of_the_group_and_the_agencies(desk, diskominfo, issues, group):
    columns = {item.key: item for item in desk.worksheet.grid(issues, group).columns}
    assert [item.code for item in columns["subdimension"].choices] == ["GOV-1", "GOV-2", "GOV-3"]
    assert [item.value for item in columns["opd"].choices] == [diskominfo]
    row = write(desk, issues, group, "Aduan lambat")[0]
    desk.worksheet.set_cells(issues, group, [(row, "opd", diskominfo), (row, "priority", "4")])
    values = desk.worksheet.grid(issues, group).rows[0].values
    assert (values["opd"], values["priority"]) == (diskominfo, "4")
    found = desk.search.find("aduan lambat")
    assert [item.ent for item in found] == ["issue"]


def test_the_words_of_the_event_stand_over_the_columns(desk, issues, group):
    desk.workshop.update("word_opd", "SKPD")
    desk.workshop.update("word_dimension", "Pilar")
    labels = [item.label for item in desk.worksheet.grid(issues, group).columns]
    assert "SKPD terkait" in labels
    assert "Subpilar" in labels


def test_the_guide_and_the_acts_speak_the_words_of_the_event_and_names_stay_as_given(
    desk, diskominfo, issues, group
):
    desk.workshop.update("word_opd", "SKPD")
    sub = next(item for item in desk.workshop.subdimensions() if item.dimension == group)
    desk.dimension.update(sub.id, "name", "Layanan OPD terpadu")
    desk.dimension.update(sub.id, "points", "loket OPD\njadwal")
    asked = desk.worksheet.grid(issues, group).guide
    assert "GOV-1 Layanan OPD terpadu, sudahkah: loket SKPD; jadwal?" in asked
    assert not any("OPD" in line.replace("Layanan OPD terpadu", "") for line in asked)
    (row,) = desk.worksheet.new_rows(1)
    desk.worksheet.set_cells(issues, group, [(row, "opd", diskominfo)])
    assert desk.undo_label() == "isi SKPD terkait"


def test_a_blank_sheet_leaves_the_rows_to_the_table_and_a_filled_one_shows_them(desk, issues, group):
    write(desk, issues, group, "satu", "dua")
    blank = desk.report.gather("kertas-kerja-kosong", worksheet=issues)
    assert [item.number for item in blank.sheets] == [f"L1-0{number}" for number in range(1, 7)]
    assert not any(item.rows for item in blank.sheets)
    assert {item.stage for item in blank.sheets} == {"Tahap I"}
    filled = desk.report.gather("kertas-kerja-terisi", worksheet=issues)
    assert [item.number for item in filled.sheets] == ["L1-01"]
    assert [row.values["text"] for row in filled.sheets[0].rows] == ["satu", "dua"]
    assert render(blank)
    assert render(filled)


def test_the_report_of_a_session_sums_up_every_group(desk, issues, group):
    stage = desk.workshop.stages()[0].id
    session, _ = desk.session.start(NewSession(stage, "Analisis isu", worksheet=issues))
    rows = write(desk, issues, group, "ringan", "berat", "sedang", "sangat berat")
    ranks = ("1", "4", "3", "5")
    desk.worksheet.set_cells(
        issues, group, [(row, "priority", rank) for row, rank in zip(rows, ranks, strict=True)]
    )
    desk.worksheet.set_head(issues, group, "present", 11)
    report = desk.report.gather("laporan-sesi", session=session).session
    (summary,) = report.groups
    assert (summary.code, summary.ranked) == ("L1", "Prioritas")
    assert [(item.code, item.rows, item.present) for item in summary.results][:2] == [
        ("GOV", 4, 11),
        ("BRD", 0, None),
    ]
    assert [top[0] for top in summary.results[0].top] == ["sangat berat", "berat", "sedang"]
    assert summary.results[0].complete == 0
    assert (report.attendance.people, report.attendance.opd) == (11, None)
    assert report.warning_summary == "5 kelompok belum mengisi · 4 baris kelompok belum lengkap."
    assert [item.opd for item in report.warnings if "belum diisi pada" in item.text] == [
        "GOV Smart Governance"
    ]
    assert not report.results
    assert [item.number for item in report.details] == ["L1-01"]


def test_what_went_into_another_row_stands_in_no_figure_of_the_report(desk, issues, group):
    session, _ = desk.session.start(NewSession(desk.workshop.stages()[0].id, "Isu", worksheet=issues))
    rows = write(desk, issues, group, "antre panjang", "antrean lama", "jalan rusak")
    desk.result.merge(issues, group, rows[:2], "antrean")
    job = desk.report.gather("laporan-sesi", session=session)
    (summary,) = job.session.groups
    assert (summary.results[0].rows, summary.merged) == (2, 2)
    assert [row.values["text"] for row in job.session.details[0].rows] == ["jalan rusak", "antrean"]
    assert "2 isian sudah digabung ke isian lain" in " ".join(printed(render(job)))
    desk.undo()
    (summary,) = desk.report.gather("laporan-sesi", session=session).session.groups
    assert (summary.results[0].rows, summary.merged) == (3, 0)


def test_a_session_about_another_worksheet_leaves_groups_out(desk, with_plan, issues, group):
    write(desk, issues, group, "di luar sesi")
    stage = desk.workshop.stages()[1].id
    session, _ = desk.session.start(NewSession(stage, "Renstra", worksheet=desk.worksheet.find("L5").id))
    desk.worksheet.set_head(desk.worksheet.find("L5").id, with_plan, "present", 3)
    report = desk.report.gather("laporan-sesi", session=session).session
    assert report.groups == ()
    assert len(report.results) == 1


def test_what_an_agency_wrote_in_a_session_of_the_groups_is_in_its_report(desk, with_plan, issues, group):
    session, _ = desk.session.start(NewSession(desk.workshop.stages()[0].id, "Isu", worksheet=issues))
    write(desk, issues, group, "Antre")
    desk.worksheet.set_head(issues, group, "present", 11)
    plans = desk.worksheet.find("L5").id
    row = desk.worksheet.grid(plans, with_plan).rows[0].row
    desk.worksheet.set_cells(plans, with_plan, [(row, "relevant", "ya")])
    report = desk.report.gather("laporan-sesi", session=session).session
    assert [(item.name, item.relevant) for item in report.results] == [(desk.opd.get(with_plan).name, 1)]
    assert report.groups[0].results[0].rows == 1
    assert (report.attendance.people, report.attendance.opd) == (11, None)


def test_a_worksheet_that_came_later_can_be_added_to_a_workshop(desk, monkeypatch):
    from smartcity_desktop.storage import reference

    known = reference.worksheet_definitions()
    definition = json.loads(shelf("templates", "worksheets", "L1.json").read_text("utf-8"))
    assert desk.worksheet.offered() == ()
    later = reference._worksheet({**definition, "code": "L77", "title": "Isu tambahan"})
    monkeypatch.setattr(reference, "worksheet_definitions", lambda: (*known, later))
    assert [item.title for item in desk.worksheet.offered()] == ["Isu tambahan"]
    desk.worksheet.add("L77")
    own = desk.worksheet.find("L77").id
    first = desk.worksheet.places(own)[0].party
    assert desk.worksheet.sheet(own, first).number == "L77-01"
    assert len(desk.worksheet.columns(own)) == len(definition["columns"])
    assert desk.worksheet.offered() == ()
    with pytest.raises(UserFault, match="worksheet-unknown"):
        desk.worksheet.add("L99")


def test_new_agencies_get_no_sheet_of_the_groups(desk, issues):
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    assert len(desk.worksheet.places(issues)) == 6
    assert desk.worksheet.sheet(issues, desk.opd.opds()[0].id).number == ""


def test_no_line_of_the_program_knows_the_worksheet_by_name():
    root = shelf().parent
    places = [path for folder in ("smartcity_desktop", "ui") for path in (root / folder).rglob("*.py")]
    assert len(places) > 100
    assert [path.name for path in places if '"L1"' in path.read_text("utf-8")] == []
