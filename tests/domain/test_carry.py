"""Rules of carrying on: what one row becomes as a row of the next worksheet."""

import pytest

from smartcity_desktop.domain.carry import Onto, Source, propose
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.merging import Whole
from smartcity_desktop.domain.worksheet import PLENARY


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ({"year_end": 2028, "month_end": 2}, "2028-02-29"),
        ({"year_end": 2027, "month_end": 2}, "2027-02-28"),
        ({"year_end": 2027, "month_end": 9}, "2027-09-30"),
        ({"year_end": 2027}, "2027-12-31"),
        ({"year_end": 0}, None),
        ({"month_end": 3}, None),
    ],
)
def test_an_action_is_promised_for_the_last_day_of_its_month(told, due) -> None:
    source = Source(Whole(RowId("a"), "action", NO_ROW, {"text": "Pasang sensor", **told}, {}))
    (found,) = propose([source], Onto(RowId("L12"), "promise", PLENARY))
    assert found.values.get("due") == due
