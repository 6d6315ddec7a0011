"""What is gathered for paper."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.grid import OpenPoint
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.open_points import gathered
from smartcity_desktop.domain.print_job import BLANK, EVERY, PrintAsk
from smartcity_desktop.domain.worksheet import used_in
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.reporting.pages import page_text
from smartcity_desktop.services.note import NotePlace
from smartcity_desktop.services.report import FILLED, KINDS, each, page_count, render
from smartcity_desktop.services.session import NewSession
from tests.services.conftest import plan


def session_with_results(desk, opd):
    sheet = desk.worksheet.find("L5").id
    stage = desk.workshop.stages()[1].id
    session, _ = desk.session.start(
        NewSession(stage, "Analisis Renstra", "Aula", "Dr. X", "09:15", "10:30", sheet, 75)
    )
    grid = desk.worksheet.grid(sheet, opd)
    gov = next(
        item.value
        for item in next(c for c in grid.columns if c.key == "dimension").choices
        if item.code == "GOV"
    )
    row = grid.rows[0].row
    cells = [
        (row, "relevant", "ya"),
        (row, "dimension", gov),
        (row, "proposal", "Satu pintu aduan"),
        (row, "quickwin", "ya"),
    ]
    desk.worksheet.set_cells(sheet, opd, cells)
    desk.worksheet.set_head(sheet, opd, "present", 6)
    desk.note.write(desk.note.new_id(), "! Data dibuka Jum'at <b", NotePlace(stage, session, opd))
    desk.note.write(desk.note.new_id(), "@Diskominfo kirim data 12/8/2026", NotePlace(stage, session))
    return session


def test_a_session_report_counts_what_was_filled(desk, with_plan, ticking):
    session = session_with_results(desk, with_plan)
    ticking.forward(minutes=20)
    job = desk.report.gather("laporan-sesi", session=session)
    result = job.session.results[0]
    assert (result.programs, result.relevant, result.pagu_relevant, result.present) == (
        2,
        1,
        1_775_000_000,
        6,
    )
    assert (result.dimensions, result.quick_wins) == ("GOV 1", ("Satu pintu aduan",))
    assert job.session.pagu_year == 2026
    assert job.session.decisions[0].text == "Data dibuka Jum'at <b"
    assert job.session.decisions[0].source == "Diskominfo"
    assert (job.session.follow_ups[0].who, job.session.follow_ups[0].due.isoformat()) == (
        "Diskominfo",
        "2026-08-12",
    )
    assert (job.session.planned, job.session.actual) == ("09.15–10.30", "09.22–…")
    assert job.session.running
    assert job.frame.doc_number == "II-1-1"
    assert (job.frame.zone, job.frame.paper) == ("WITA", "F4")
    assert "1 program belum dibahas" in job.session.warning_summary
    assert job.session.basis


def test_a_plan_without_the_year_of_the_report_adds_no_wrong_money(desk, with_plan):
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    other = desk.opd.find("Dinkes").id
    lines = tuple(replace(line, pagu={"2031": 7}) for line in plan().lines)
    desk.renstra.adopt(other, plan(lines=lines, years=("2031",)))
    session_with_results(desk, with_plan)
    sheet = desk.worksheet.find("L5").id
    row = desk.worksheet.grid(sheet, other).rows[0].row
    desk.worksheet.set_cells(sheet, other, [(row, "relevant", "ya")])
    report = desk.report.gather("laporan-sesi").session
    assert report.pagu_year == 2026
    assert [item.pagu_relevant for item in report.results] == [1_775_000_000, None]


def test_support_programs_and_irrelevant_ones_stay_out_of_the_results(desk, with_plan):
    session_with_results(desk, with_plan)
    sheet = desk.worksheet.find("L5").id
    _, second, support = (item.row for item in desk.worksheet.grid(sheet, with_plan).rows)
    cells = [(support, "relevant", "ya"), (second, "relevant", "tidak"), (second, "quickwin", "ya")]
    desk.worksheet.set_cells(sheet, with_plan, cells)
    found = desk.report.gather("laporan-sesi").session.results[0]
    assert (found.relevant, found.pagu_relevant, len(found.quick_wins)) == (1, 1_775_000_000, 1)


def test_a_report_lists_only_the_sheets_of_its_own_session(desk, with_plan):
    first = session_with_results(desk, with_plan)
    desk.session.end(first)
    second, _ = desk.session.start(
        NewSession(desk.workshop.stages()[1].id, "Lain", worksheet=desk.worksheet.find("L5").id)
    )
    assert desk.report.gather("laporan-sesi", session=second).session.results == ()
    assert len(desk.report.gather("laporan-sesi", session=first).session.results) == 1


def test_what_went_to_paper_is_not_written_over(desk, with_plan):
    session_with_results(desk, with_plan)
    sheet = desk.worksheet.find("L5").id
    row = desk.worksheet.grid(sheet, with_plan).rows[0].row
    desk.worksheet.set_cells(sheet, with_plan, [(row, "note", "di kertas")], typing=True)
    before = desk.report.gather("laporan-sesi").frame.version
    desk.worksheet.set_cells(sheet, with_plan, [(row, "note", "di kertas, lalu lebih")], typing=True)
    assert int(desk.report.gather("laporan-sesi").frame.version) == int(before) + 1


def test_prints_tell_the_time_of_the_region(tmp_path):
    jakarta = datetime(2026, 8, 4, 9, 0, tzinfo=timezone(timedelta(hours=7)))
    new = NewWorkshop("Uji", "91.03", 2026, 2025, 2029, "kominfo-6", "4-buku")
    with create_desk(tmp_path / "a.bimtek", new, clock=lambda: jakarta, profile=tmp_path) as desk:
        assert desk.workshop.get().zone == "WIT"
        desk.session.start(NewSession(desk.workshop.stages()[0].id, "Pembukaan"))
        job = desk.report.gather("laporan-sesi")
        assert (job.frame.printed_at.strftime("%H.%M"), job.session.actual) == ("11.00", "11.00–…")


_NEEDS_MORE = {"laporan-sesi", FILLED}


@pytest.mark.parametrize("kind", [item.key for item in KINDS if item.key not in _NEEDS_MORE])
@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_every_print_can_be_made_from_an_empty_workshop(desk, kind, paper):
    assert page_count(render(desk.report.gather(kind, paper=paper))) >= 1


def test_filled_sheets_leave_out_who_wrote_nothing_and_name_them_at_the_end(desk, with_plan):
    desk.opd.add([OpdRow("Dinas Kesehatan"), OpdRow("Kelurahan Potoro")])
    sheet = desk.worksheet.find("L5").id
    row = desk.worksheet.grid(sheet, with_plan).rows[0].row
    desk.worksheet.set_cells(sheet, with_plan, [(row, "issue", "Antrean")])
    group = desk.worksheet.places(desk.worksheet.find("L1").id)[0]
    (new,) = desk.worksheet.new_rows(1)
    desk.worksheet.set_cells(group.worksheet, group.party, [(new, "text", "Banjir")])
    job = desk.report.gather(FILLED)
    assert sorted(item.number[:2] for item in job.sheets) == ["L1", "L5"]
    named = dict(line.removeprefix("Belum mengisi ").split(": ") for line in job.silent)
    assert named["L5"] == "Dinkes.", "a ward needs no Renstra, so nobody waits for it"
    assert named["L1"].startswith("BRD Smart Branding, ECO Smart Economy, ")
    pdf = render(job)
    assert f"Belum mengisi L5: {named['L5']}" in " ".join(page_text(pdf, page_count(pdf) - 1).split())
    assert not any(one.silent for one in each(job)), "in a file of its own nobody is told of others"
    alone = desk.report.gather(FILLED, opd=desk.opd.find("Dinkes").id)
    assert (len(alone.sheets), alone.silent) == (1, ())


def test_filled_sheets_that_nobody_wrote_are_a_sentence_and_no_print(desk, with_plan):
    desk.worksheet.set_head(desk.worksheet.find("L5").id, with_plan, "chair", "Hj. Sitti")
    with pytest.raises(UserFault, match="print-nothing-filled") as refused:
        desk.report.gather(FILLED, worksheet=desk.worksheet.find("L5").id)
    assert refused.value.values == {"codes": "L5"}


def test_a_session_report_needs_a_session_but_nothing_else(desk):
    with pytest.raises(UserFault, match="session-unknown"):
        desk.report.gather("laporan-sesi")
    desk.session.start(NewSession(desk.workshop.stages()[0].id, "Kosong"))
    assert page_count(render(desk.report.gather("laporan-sesi"))) >= 1


def test_an_unknown_kind_of_print_is_refused(desk):
    with pytest.raises(UserFault, match="print-unknown"):
        desk.report.gather("ijazah")


def test_sheets_are_gathered_for_one_opd_or_for_all(desk, with_plan):

    desk.opd.add([OpdRow("Dinas Kesehatan"), OpdRow("Kelurahan Potoro")])
    sheet = desk.worksheet.find("L5").id
    every = desk.report.gather("kertas-kerja-kosong", worksheet=sheet)
    assert [item.number for item in every.sheets] == ["L5-01", "L5-02"]
    one = desk.report.gather("kertas-kerja-kosong", opd=with_plan)
    assert [(item.number, len(item.rows)) for item in one.sheets] == [("L5-01", 3)]
    assert one.sheets[0].subject_labels == ("Kode", "Program Renstra", "Pagu 2026 (Rp)")
    assert one.sheets[0].rows[0].pagu == "1.775.000.000"


def test_blank_sheets_that_differ_by_the_name_alone_are_printed_once_unless_each_is_wanted(desk, with_plan):
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    factors = desk.worksheet.find("L3").id
    one = desk.report.gather(BLANK, worksheet=factors)
    assert [(item.opd.strip("…"), item.number, item.rows) for item in one.sheets] == [("OPD ", "", ())]
    each = desk.report.asked(BLANK, PrintAsk(worksheet=factors, choice=EVERY))
    assert [item.number for item in each.sheets] == ["L3-01", "L3-02"]
    of_one = desk.report.gather(BLANK, worksheet=factors, opd=with_plan)
    assert [item.number for item in of_one.sheets] == ["L3-01"]
    # The programs of the plan stand on each sheet of the reading.
    reading = desk.report.gather(BLANK, worksheet=desk.worksheet.find("L5").id)
    assert [item.number for item in reading.sheets] == ["L5-01", "L5-02"]


def test_a_print_that_cannot_be_written_leaves_the_old_one_whole(tmp_path):
    from smartcity_desktop.services.report import save

    target = tmp_path / "laporan.pdf"
    save(b"%PDF lama", target)
    assert target.read_bytes() == b"%PDF lama"
    with pytest.raises(DiskFault, match="print-not-saved"):
        save(b"%PDF baru", target / "di-dalam-berkas.pdf")
    assert target.read_bytes() == b"%PDF lama"
    assert [path.name for path in tmp_path.iterdir()] == ["laporan.pdf"]


def test_an_opd_that_owes_its_plan_is_not_told_to_have_none(desk):
    desk.opd.add([OpdRow("Dinas Kesehatan"), OpdRow("Kelurahan Potoro")])
    sheet = desk.worksheet.find("L5").id
    desk.session.start(NewSession(desk.workshop.stages()[1].id, "Kerja", worksheet=sheet))
    for agency in desk.opd.opds():
        desk.worksheet.set_head(sheet, agency.id, "present", 2)
    owing, free = desk.report.gather("laporan-sesi").session.results
    assert (owing.own_plan, owing.status) == (True, "Renstra belum diserahkan")
    assert (free.own_plan, free.status) == (False, "")


def test_a_report_without_a_session_is_made_where_it_is_wanted_all_the_same(desk):
    job = desk.report.gather("laporan-sesi", even_empty=True)
    assert (job.session.results, job.frame.doc_number) == ((), "")
    assert page_count(render(job)) >= 1


def test_opd_at_the_tables_that_have_not_begun_are_listed_and_not_counted(desk, with_plan):
    desk.opd.add([OpdRow("Dinas Kesehatan", table_no="3"), OpdRow("Dinas Sosial")])
    session_with_results(desk, with_plan)
    report = desk.report.gather("laporan-sesi").session
    assert [(item.name, item.status) for item in report.results] == [
        ("Dinas Komunikasi dan Informatika", "Sedang diisi"),
        ("Dinas Kesehatan", "Renstra belum diserahkan"),
    ]
    assert (report.attendance.people, report.attendance.opd) == (6, 1)
    assert "1 OPD belum menyerahkan Renstra" in report.warning_summary


def test_relevant_programs_without_a_dimension_are_not_hidden_by_the_chart(desk, with_plan):
    session_with_results(desk, with_plan)
    sheet = desk.worksheet.find("L5").id
    second = desk.worksheet.grid(sheet, with_plan).rows[1].row
    desk.worksheet.set_cells(sheet, with_plan, [(second, "relevant", "sebagian")])
    report = desk.report.gather("laporan-sesi").session
    assert report.results[0].relevant == sum(item.programs for item in report.dimensions) == 2
    assert (report.dimensions[-1].name, report.dimensions[-1].programs) == ("Belum ditentukan", 1)
    assert any("1 program relevan belum punya dimensi" in item.text for item in report.warnings)


def test_brackets_that_nobody_filled_in_become_dots(desk):
    desk.workshop.add_basis("Keputusan Bupati Nomor [nomor] Tahun [tahun] tentang Dewan")
    desk.session.start(NewSession(desk.workshop.stages()[0].id, "Pembukaan"))
    basis = desk.report.gather("laporan-sesi").session.basis
    assert not any("[" in line for line in basis)
    assert any("Nomor ……" in line for line in basis)


def test_the_blank_worksheet_of_an_empty_workshop_asks_its_questions(desk):
    job = desk.report.gather("kertas-kerja-kosong")
    of_stage = used_in(2, desk.worksheet.worksheets())
    titles = [item.title for item in job.sheets]
    assert list(dict.fromkeys(titles)) == [item.title for item in of_stage]
    assert Counter(titles) == {
        item.title: 6 if item.filled_by == "dimension" and item.takes_rows else 1 for item in of_stage
    }
    whole = next(item for item in job.sheets if item.title == "Analisis Renstra")
    pdf = render(replace(job, sheets=(whole,)))
    text = page_text(pdf, page_count(pdf) - 1)
    assert all(words in text for words in ("ANALISIS RENSTRA", "Isu dijawab", "Usulan inovasi", "Catatan"))


def test_what_repeats_line_by_line_is_counted_into_one_sentence():
    points = [OpenPoint("indicator-without-baseline", f"{name} belum diisi.") for name in "abc"]
    points.append(OpenPoint("program-without-pagu", "Program X belum punya pagu."))
    assert [point.text for point in gathered(points)] == [
        "Program X belum punya pagu.",
        "3 indikator belum punya kondisi awal.",
    ]
    assert gathered(points[:1])[0].text == "a belum diisi."
    assert [point.count for point in gathered(gathered(points) + points)][-1] == 6
