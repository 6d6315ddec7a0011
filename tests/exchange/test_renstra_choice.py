"""A person says which tables of a file make up the plan, and what they are."""

from dataclasses import replace

import openpyxl
import pytest

from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange.renstra import read_file
from smartcity_desktop.exchange.renstra_plan import Wish, plan
from tests.exchange.tables import PLAN, understood, written

OLD = [replace(item, pagu=tuple(value + 1_000_000 for value in item.pagu)) for item in PLAN]
FIRST, REST = PLAN[:5], PLAN[5:]


def grids(**sheets):
    """Return a plan per name."""
    return [replace(written(items).grid(), name=name) for name, items in sheets.items()]


def choices(draft):
    return [(item.name, item.kind, item.used, item.why) for item in draft.sheets]


def test_each_table_tells_what_it_is_how_long_and_why_it_is_no_part():
    draft = plan(grids(Baru=PLAN, Lama=OLD), "contoh.xlsx")
    assert choices(draft) == [("Baru", "program", True, ""), ("Lama", "program", False, "same")]
    assert draft.sheets[0].can == ("program", "kerangka")
    assert draft.sheets[0].rows >= len(PLAN)


def test_a_table_that_was_left_out_gives_way_to_the_other():
    draft = plan(grids(Baru=PLAN, Lama=OLD), "contoh.xlsx", Wish(kinds={"Baru": ""}))
    assert (draft.sheet, understood(draft)) == ("Lama", OLD)
    assert choices(draft) == [("Baru", "program", False, "asked"), ("Lama", "program", True, "")]
    assert draft.problems == (), "what a person has left out is not pointed at again"
    with pytest.raises(UserFault, match="read-no-table"):
        plan(grids(Baru=PLAN), "contoh.xlsx", Wish(kinds={"Baru": ""}))


def test_a_hidden_table_counts_once_it_is_wanted():
    first, rest = grids(Satu=FIRST, Dua=REST)
    rest = replace(rest, hidden=True)
    assert choices(plan([first, rest], "contoh.xlsx"))[1] == ("Dua", "program", False, "hidden")
    both = plan([first, rest], "contoh.xlsx", Wish(kinds={"Dua": "program"}))
    assert choices(both)[1] == ("Dua", "program", True, "")
    assert len(both.lines) > len(plan([first], "contoh.xlsx").lines)


def test_what_is_there_already_is_never_added_up_even_where_it_is_wanted():
    draft = plan(grids(Baru=PLAN, Lama=OLD), "contoh.xlsx", Wish(kinds={"Lama": "program"}))
    assert sum(item.used for item in draft.sheets) == 1
    assert len(draft.lines) == len(PLAN)


def test_a_plan_can_be_taken_for_the_frame_of_the_region_and_back():
    (sheet,) = grids(Program=PLAN)
    as_frame = plan([sheet], "contoh.xlsx", Wish(kinds={"Program": "kerangka"}))
    assert as_frame.document_kind == "rpjmd"
    assert choices(as_frame) == [("Program", "kerangka", True, "")]
    back = plan([sheet], "RPJMD contoh.xlsx", Wish(kinds={"Program": "program"}))
    assert (back.document_kind, back.points) == ("renstra", ())
    first, rest = grids(Satu=FIRST, Dua=REST)
    both = plan([first, rest], "RPJMD contoh.xlsx", Wish(kinds={"Dua": "program"}))
    assert [(item.kind, item.used) for item in both.sheets] == [("program", True)] * 2


def test_the_choice_reaches_the_child(tmp_path):
    book = openpyxl.Workbook()
    written(PLAN).sheet(book.active)
    book.active.title = "Baru"
    written(OLD).sheet(book.create_sheet("Lama"))
    path = tmp_path / "contoh.xlsx"
    book.save(path)
    draft = read_file(path, kinds={"Baru": ""})
    assert (draft.sheet, understood(draft)) == ("Lama", OLD)
    assert draft.sheets[0].can == ("program", "kerangka")
