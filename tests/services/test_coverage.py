"""The map of programs, their money and the completeness of the plans, read from a workshop file."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.completeness import CURRENT, DELIVERED, OVER, PLACED, PLAN, SHEET, told
from smartcity_desktop.domain.coverage import Choice, marked, spread
from smartcity_desktop.domain.coverage_money import BY_SOURCE, UNSAID, money_board
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_coverage import COMPLETE, GAP_SHEETS, MONEY, SPREAD
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.domain.renstra_draft import LineDraft
from smartcity_desktop.services.report import render
from tests.reporting.pictures import texts
from tests.services.conftest import plan
from tests.services.test_result import dimension, opds


def sheet(desk):
    return desk.worksheet.find("L5").id


def answer(desk, opd, at, **values):
    row = [item.row for item in desk.worksheet.grid(sheet(desk), opd).rows][at]
    desk.worksheet.set_cells(sheet(desk), opd, [(row, key, value) for key, value in values.items()])
    return row


def sub(desk, code):
    return next(item.id for item in desk.coverage.coverage().subs if item.code == code)


def test_what_was_answered_on_the_sheet_is_counted_where_it_belongs(desk, with_plan):
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes")])
    first = answer(desk, with_plan, 0, relevant="ya", dimension=sub(desk, "GOV-1"), also=sub(desk, "SOC-1"))
    answer(desk, with_plan, 1, relevant="tidak")
    known = desk.coverage.coverage()
    board = spread(known, Choice())
    counted = {head.words: cell.count for head, cell in zip(board.heads, board.lines[0].cells, strict=True)}
    assert counted == {
        "GOV": 1,
        "BRD": 0,
        "ECO": 0,
        "LIV": 0,
        "SOC": 0,
        "ENV": 0,
        "Belum": 0,
        "Tidak": 1,
        "Jumlah": 2,
    }
    assert board.lines[0].cells[0].amount == 3_275_000_000
    assert board.lines[0].cells[4].also == (first,)
    assert marked(known, known.by_id[first]) == "GOV-1 +SOC-1"
    assert board.lines[1].note == "Renstra belum dibaca"


def test_money_that_stands_only_below_is_taken_from_there_with_its_sources(desk, diskominfo):
    lines = (
        LineDraft("program", "2.16.02", "Informasi"),
        LineDraft("kegiatan", "2.16.02.2.01", "Kelola", parent=0),
        LineDraft("subkegiatan", "2.16.02.2.01.0001", "Siar", parent=1, pagu={"2025": 5}, fund="DAK Fisik"),
        LineDraft("subkegiatan", "2.16.02.2.01.0002", "Rekam", parent=1, pagu={"2025": 2, "2026": 1}),
    )
    desk.renstra.adopt(diskominfo, plan(lines=lines))
    known = desk.coverage.coverage()
    (program,) = known.programs
    assert (program.pagu, program.level) == ({"2025": 7, "2026": 1}, "subkegiatan")
    board = money_board(known, Choice(), BY_SOURCE)
    assert {line.name: line.cells[-1].amount for line in board.lines} == {"DAK": 5, UNSAID: 3}


@pytest.mark.usefixtures("with_plan")
def test_programs_keep_their_order(desk):
    names = [item.name for item in desk.coverage.coverage().programs]
    assert names[0] == "Pengelolaan Informasi dan Komunikasi Publik"
    assert len(names) == 3


def test_completeness_says_what_is_lacking_in_the_order_of_the_list(desk, with_plan):
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes"), OpdRow("Dinas Sosial", "Dinsos")])
    desk.renstra.adopt(opds(desk)["Dinsos"], replace(plan(), period_start=2019, period_end=2023, years=()))
    answer(desk, with_plan, 0, relevant="ya", dimension=dimension(desk, "GOV"))
    answer(desk, with_plan, 1, relevant="sebagian")
    kominfo, dinkes, dinsos = desk.coverage.completeness()
    assert kominfo.cells[1:8] == (
        "2 program",
        "2025–2029 berlaku",
        "2 ✓",
        "1 dari 2",
        "2 ✓",
        "2 ✓",
        "1 dari 2",
    )
    assert (kominfo.period, dinsos.period) == (CURRENT, OVER)
    assert {PLACED, SHEET, DELIVERED} <= set(kominfo.lacks)
    assert dinkes.cells[1:4] == ("belum dibaca", "–", "–")
    assert dinkes.lacks == (PLAN,)
    assert kominfo.work.sheet == sheet(desk)
    assert told([kominfo, dinkes, dinsos]) == (
        "2 dari 3 Renstra sudah dibaca; 0 di antaranya lengkap dalam semua kolom."
    )


def test_a_plan_that_ended_before_the_year_of_the_workshop_is_over_as_its_finding_says(desk, with_plan):
    desk.renstra.adopt(with_plan, replace(plan(), period_start=2021, period_end=2025, years=("2024", "2025")))
    (line,) = desk.coverage.completeness()
    assert line.period == OVER
    codes = {item.finding.code for item in desk.finding.of(with_plan).items}
    assert "past-period" in codes


def test_the_hall_sees_the_sums_of_all_agencies_and_never_a_name(desk, with_plan):
    assert {hall.SPREAD, hall.MONEY} <= {item.kind for item in desk.hall.slides()}
    answer(desk, with_plan, 0, relevant="ya", dimension=dimension(desk, "GOV"))
    body = desk.hall.slide(hall.SPREAD).body
    assert [item.figure for item in body.lines] == ["1", "0", "0", "0", "0", "0", "1"]
    assert (body.lines[0].code, body.lines[0].words) == ("GOV", "Smart Governance")
    assert (body.lines[-1].code, body.lines[-1].words) == ("", "Belum ditelaah")
    money = desk.hall.slide(hall.MONEY)
    assert [(item.figure, item.share) for item in money.body.lines if item.share] == [("Rp3,28 miliar", 1.0)]
    assert money.eyebrow == "Pagu program relevan 2025–2026"
    told = " ".join(hall.spoken(desk.hall.slide(kind)) for kind in (hall.SPREAD, hall.MONEY))
    assert "Komunikasi" not in told


def test_the_hall_sees_agencies_beside_dimensions_in_the_order_of_the_list_and_no_money(desk, with_plan):
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes"), OpdRow("Badan Pangan", "Bapang")])
    lines = (LineDraft("program", "2.09.03", "Ketahanan Pangan", pagu={"2025": 9_000_000_000}),)
    desk.renstra.adopt(opds(desk)["Bapang"], plan(lines=lines))
    answer(desk, opds(desk)["Bapang"], 0, relevant="ya", dimension=dimension(desk, "ECO"))
    answer(desk, with_plan, 0, relevant="sebagian", dimension=dimension(desk, "GOV"))
    answer(desk, with_plan, 1, relevant="ya")
    assert hall.MATRIX in {item.kind for item in desk.hall.slides()}
    slide = desk.hall.slide(hall.MATRIX)
    board = slide.body
    assert [item.code for item in board.heads] == ["GOV", "BRD", "ECO", "LIV", "SOC", "ENV", "Tanpa"]
    assert [(line.name, [cell.count for cell in line.cells], line.whole) for line in board.lines] == [
        ("Diskominfo", [1, 0, 0, 0, 0, 0, 1], "2"),
        ("Bapang", [0, 0, 1, 0, 0, 0, 0], "1"),
    ]
    assert (board.sums.name, [cell.count for cell in board.sums.cells]) == ("Jumlah", [1, 0, 1, 0, 0, 0, 1])
    assert "1 OPD belum ada Renstranya di sini." in board.told
    told = hall.spoken(slide)
    assert not [word for word in ("Rp", "miliar", "Dinkes", "ditelaah") if word in told]


@pytest.mark.usefixtures("diskominfo")
def test_without_plans_slides_and_prints_say_so(desk):
    assert hall.SPREAD not in {item.kind for item in desk.hall.slides()}
    assert desk.hall.slide(hall.SPREAD).note == "Belum ada program Renstra yang dibaca."
    assert hall.is_empty(desk.hall.slide(hall.MONEY))
    assert hall.is_empty(desk.hall.slide(hall.MATRIX))
    for kind, words in (
        (SPREAD, "Renstra belum dibaca"),
        (GAP_SHEETS, "Siapa yang menyerahkan berkas Renstra"),
        (MONEY, "Belum ada pagu: 0 program"),
        (COMPLETE, "0 dari 1 Renstra sudah dibaca"),
    ):
        pages = " ".join(" ".join(texts(render(desk.report.asked(kind, PrintAsk())))).split())
        assert words in pages, kind
