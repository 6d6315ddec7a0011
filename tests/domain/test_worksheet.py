"""Worksheets as every list shows them."""

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import Worksheet, before_and_after, used_in


def test_those_of_a_stage_come_in_their_order_and_before_those_that_are_taken_up_again():
    known = [
        Worksheet(code="L4", stage=1, also=(2, 3)),
        Worksheet(code="L5", stage=2),
        Worksheet(code="L6", stage=2, retired=True),
        Worksheet(code="L7", stage=2, also=(3,)),
        Worksheet(code="L9", stage=3),
    ]
    assert [item.code for item in used_in(2, known)] == ["L5", "L7", "L4"]
    assert [item.code for item in used_in(3, known)] == ["L9", "L4", "L7"]
    assert used_in(4, known) == ()


def test_whose_rows_come_into_a_worksheet_and_where_its_own_go_on():
    swot = Worksheet(id=RowId("3"), code="L3", feeds="L3T; L4,L10")
    known = [
        swot,
        Worksheet(id=RowId("10"), code="L10"),
        Worksheet(id=RowId("4"), code="L4", retired=True),
        Worksheet(id=RowId("3t"), code="L3T", feeds="L7"),
        Worksheet(id=RowId("2"), code="L2", feeds="L3"),
        Worksheet(id=RowId("1"), code="L1", feeds="L3;L4"),
    ]
    before, after = before_and_after(swot, known)
    assert [item.code for item in before] == ["L1", "L2"]
    assert [item.code for item in after] == ["L3T", "L10"], "one that is out of use is not gone on in"
