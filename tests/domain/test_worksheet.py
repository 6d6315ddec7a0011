"""Worksheets as every list shows them."""

from smartcity_desktop.domain.worksheet import Worksheet, used_in


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
