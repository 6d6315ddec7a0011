"""Numbers out of what is usual are told beside their row and never refused."""

import pytest

from smartcity_desktop.domain.grid import GridColumn, GridRow, asked
from smartcity_desktop.domain.grid_limit import beyond
from smartcity_desktop.domain.ids import RowId

MONTHS = GridColumn("months", "Bulan", "int", "grid")


@pytest.mark.parametrize("raw", ["1", "12", "", None, "setahun"])
def test_months_of_a_quick_win_up_to_twelve_are_not_told(raw):
    assert not beyond("months", raw)


@pytest.mark.parametrize("raw", ["0", "-3", "13", "18"])
def test_more_than_twelve_months_are_told_in_a_sentence(raw):
    assert beyond("months", raw) == f"{raw} bulan: quick win terasa paling lama dalam 12 bulan."


def test_other_columns_have_no_such_limit():
    assert not beyond("score", "18")


def test_a_row_says_so_while_it_is_typed_and_no_longer_once_it_fits():
    row = GridRow(RowId("1"), {"months": "18"})
    told = asked(row, {"months": "18"}, [MONTHS])
    assert told.marks == ("18 bulan: quick win terasa paling lama dalam 12 bulan.",)
    assert asked(told, {"months": "12"}, [MONTHS]) == row


def test_a_column_of_ones_own_that_is_called_alike_has_no_limit():
    own = GridColumn("months", "Bulan", "int", "grid", own=True)
    assert not asked(GridRow(RowId("1"), {}), {"months": "18"}, [own]).marks
