"""The sheet that an agency takes home, and the bars of money."""

from dataclasses import replace

from smartcity_desktop.domain.chart import Rect, Text
from smartcity_desktop.domain.chart_coverage import MARK, fills, stacked_bars
from smartcity_desktop.domain.completeness import PLACED, Plan, Standing, Work, standings
from smartcity_desktop.domain.coverage import Agency, Choice, Coverage, Program
from smartcity_desktop.domain.coverage_money import BY_SOURCE, money_board
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_coverage import gap_sheet, money_paper, spread_paper
from tests.domain.test_coverage import CHOICES, city, example


def test_every_part_of_a_bar_leads_to_a_number_and_no_money_is_lost():
    known = city(5)
    board = money_board(known, CHOICES[0])
    chart = stacked_bars(board, width=400)
    whole = sum(shape.width for shape in chart.shapes if isinstance(shape, Rect) and shape.height > 10)
    unit = 0.0
    for spot in chart.spots:
        key, _, at = spot.key.partition(MARK)
        line = next(item for item in board.lines if item.key == key)
        unit = spot.width / line.cells[int(at)].amount
    assert abs(whole - unit * board.sums.cells[-1].amount) < 0.01
    assert all(spot.x + spot.width <= 400 for spot in chart.spots)


def test_parts_of_a_bar_are_told_apart_without_colours():
    board = money_board(city(5), Choice(), BY_SOURCE)
    assert len(set(fills(board.lines, plain=True))) == len(board.lines)
    names = [
        shape.text for shape in stacked_bars(board, width=400, plain=True).shapes if isinstance(shape, Text)
    ]
    assert names.count("APBD") >= 2, "in the bar and in the legend"
    assert stacked_bars(money_board(Coverage(), Choice()), width=400).spots == ()


def test_a_sheet_names_what_is_there_what_is_empty_and_asks_three_questions():
    known = example()
    sheet = gap_sheet(known, known.agencies[0])
    assert [home.programs for home in sheet.homes] == [("1.02.02 Kesehatan",), (), (), ()]
    assert sheet.homes[1].also == ("1.02.02 Kesehatan",)
    assert sheet.told == "2 program Renstra: 1 relevan, 0 belum ditelaah, 1 tidak relevan."
    assert [text.split(":")[0] for text in sheet.questions[:2]] == [
        "Dimensi yang kosong di atas",
        "Program yang dinilai tidak relevan",
    ]
    assert gap_sheet(known, known.agencies[2]).questions[1].startswith("Dari program yang belum ditelaah")
    without = gap_sheet(known, known.agencies[3])
    assert without.told == "Renstra belum dibaca."
    assert without.questions[0].startswith("Siapa yang menyerahkan berkas Renstra")
    full = replace(
        known, programs=tuple(Program(f"p{at}", "o1", relevant="ya", home=f"d{at}") for at in range(4))
    )
    assert gap_sheet(full, known.agencies[0]).questions[0].startswith("Program mana yang sebaiknya juga")


def test_more_programs_than_a_sheet_holds_are_counted():
    many = tuple(Program(f"p{at}", "o1", "1", f"Nomor {at}") for at in range(45))
    known = replace(example(), programs=many)
    unread = gap_sheet(known, known.agencies[0]).unread
    assert len(unread) == 41
    assert unread[-1] == "… dan 5 program lain"


def test_paper_says_the_sums_of_the_map():
    known = city(2)
    paper = spread_paper(known)
    counted, money, subs = paper.boards
    wanted = sum(not item.support for item in known.programs)
    assert counted.sums.cells[-1] == subs.sums.cells[-1] == str(wanted)
    assert len(money.lines) == len(known.agencies)
    assert len(money_paper(known).boards) == 3


def test_the_period_of_a_plan_is_held_against_that_of_the_workshop():
    known = example()
    plans = {
        "o1": Plan("x", 2019, 2024),
        "o2": Plan("y", 2030, 2034),
        "o3": Plan("z"),
    }
    lines = standings(known, plans, {"o5": Work(due=3)}, (2025, 2029))
    assert [item.period for item in lines] == ["over", "later", "unknown", "missing", "missing"]
    assert lines[0].cells[2] == "2019–2024 sudah lewat"
    assert lines[4].cells[1] == "tidak wajib"
    assert lines[4].cells[-1] == "0 dari 3"


def test_no_relevant_program_is_no_complete_list_of_dimensions():
    agency = Agency(RowId("a"), "DLH", required=True)
    standing = Standing(agency, RowId("d"), programs=4)
    assert standing.cells[PLACED] == "–"
