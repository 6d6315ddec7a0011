"""The results of a worksheet as they are printed: merged rows first, what went into others left out."""

from dataclasses import replace

import pytest

from smartcity_desktop.domain.grid import GridColumn
from smartcity_desktop.domain.paper_result import BY_HOME, BY_SHEET, result_paper
from smartcity_desktop.domain.result import Result, ResultRow
from smartcity_desktop.domain.words import Words
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD, Worksheet

COLUMNS = (
    GridColumn("kind", "Jenis", "choice", "grid"),
    GridColumn("text", "Faktor", "long", "grid"),
    GridColumn("evidence", "Bukti", "long", "grid"),
)


def row(name, party, dimension="", **more):
    values = {"kind": "W", "text": name}
    return ResultRow(
        id=name,
        sheet=party,
        party=party,
        party_name=f"Dinas {party}",
        short=party,
        dimension=dimension,
        code=dimension.upper(),
        text=name,
        values=values,
        **more,
    )


ROWS = (
    row("a", "Dinkes", "liv", into=("m",)),
    row("b", "Dinkes", "gov"),
    row("c", "DLH", "gov", into=("m",)),
    row("d", "DLH"),
    row("m", "GOV", "gov", merged=True, origin=("a", "c", "elsewhere")),
)


def result(rows=ROWS, filled_by=BY_OPD):
    sheet = Worksheet(code="L3", title="SWOT", filled_by=filled_by)
    return Result(sheet, COLUMNS, rows, "text", "text", (("gov", "GOV Tata"), ("liv", "LIV Hidup")), True)


def told(paper):
    return {item.name: [line.cells[-1] for line in item.lines] for item in paper.groups}


def test_merged_sheets_come_first_and_rows_that_went_into_others_are_counted_only():
    paper = result_paper(result(), BY_SHEET, Words())
    assert list(told(paper).items()) == [
        ("Gabungan Dinas GOV", ["m"]),
        ("Dinas Dinkes", ["b"]),
        ("Dinas DLH", ["d"]),
    ]
    assert (paper.sheets, paper.rows, paper.gone, paper.merges) == (3, 3, 2, 1)
    assert paper.counts == "3 lembar · 3 isian · 1 hasil gabungan"
    assert paper.groups[0].lines[0].sources == 2, "what was carried from elsewhere was not merged"


def test_by_dimension_they_stand_in_its_order_merged_ones_first():
    paper = result_paper(result(), BY_HOME, Words())
    assert list(told(paper).items()) == [("GOV Tata", ["m", "b"]), ("Belum berdimensi", ["d"])]
    assert [item.label for item in paper.columns] == ["Lembar", "Jenis", "Faktor"]
    assert paper.groups[0].lines[1].cells == ("Dinkes", "W", "b")


def test_the_main_column_is_the_widest_and_empty_ones_are_named():
    paper = result_paper(result(), BY_SHEET, Words(dimension="Pilar"))
    assert max(paper.columns, key=lambda item: item.width).main
    assert [item.label for item in paper.columns] == ["Pilar", "Jenis", "Faktor"]
    assert paper.unanswered == ("Bukti",)


@pytest.mark.parametrize("by", [BY_SHEET, BY_HOME])
def test_sheets_of_dimensions_need_no_column_for_what_their_head_says(by):
    paper = result_paper(result(filled_by=BY_DIMENSION), by, Words())
    assert [item.label for item in paper.columns] == ["Jenis", "Faktor"]


def test_a_column_that_begins_with_the_dimension_says_it_already():
    rows = tuple(row(name, "DLH", name) for name in ("gov", "liv"))
    for item in rows:
        item.values["kind"] = f"{item.code}-1 Layanan"
    assert result_paper(result(rows), BY_SHEET, Words()).columns[0].label == "Jenis"


def test_a_column_in_which_dimensions_are_chosen_says_it_too_where_some_chose_none():
    chosen = GridColumn("chosen", "Dimensi utama", "dimension", "grid")
    known = result()
    for item in known.rows[:2]:
        item.values["chosen"] = item.code
    paper = result_paper(replace(known, columns=(*COLUMNS, chosen)), BY_SHEET, Words())
    assert [item.label for item in paper.columns] == ["Jenis", "Faktor", "Dimensi utama"]


def test_a_worksheet_on_which_nobody_wrote_has_no_groups():
    paper = result_paper(result(()), BY_SHEET, Words())
    assert (paper.groups, paper.unanswered, paper.counts) == ((), (), "0 lembar · 0 isian")
