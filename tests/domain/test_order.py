"""Order keys: there is always room between two rows, before the first and behind the last."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.order import between, moved, run


@given(places=st.lists(st.integers(0, 1000), max_size=150))
def test_a_row_can_be_put_anywhere_any_number_of_times(places):
    keys = []
    for place in places:
        index = place % (len(keys) + 1)
        before = keys[index - 1] if index else ""
        after = keys[index] if index < len(keys) else ""
        keys.insert(index, between(before, after))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_many_rows_put_at_one_place_keep_keys_of_a_bearable_length():
    key = between("", "")
    last = key
    for _ in range(500):
        last = between(key, last) if last != key else between(key, "")
    assert len(last) < 120


@given(count=st.integers(0, 5000), after=st.sampled_from(["", "V", "zz", "a0V"]))
def test_rows_that_come_together_stand_in_their_order_behind_the_others(count, after):
    keys = run(count, after)
    assert len(keys) == count
    assert keys == sorted(set(keys))
    assert all(key > after for key in keys)


@given(count=st.integers(2, 300))
def test_there_is_room_between_rows_that_came_together(count):
    keys = run(count)
    for before, after in itertools.pairwise(keys):
        assert before < between(before, after) < after
    assert between("", keys[0]) < keys[0]
    assert between(keys[-1], "") > keys[-1]


def test_neighbours_in_the_wrong_order_are_a_mistake():
    with pytest.raises(ValueError, match="b"):
        between("b", "a")
    with pytest.raises(ValueError, match="a"):
        between("a", "a")


@given(count=st.integers(1, 40), at=st.integers(0, 39), to=st.integers(0, 39))
def test_a_row_that_is_moved_gets_a_key_between_its_new_neighbours_and_no_other_changes(count, at, to):
    rows = [(RowId(f"row-{place:02}"), key) for place, key in enumerate(run(count))]
    rows.insert(to % count, rows.pop(at % count))
    row = rows[to % count][0]
    keys = moved(rows, row)
    assert list(keys) == [row]
    placed = [keys.get(item, key) for item, key in rows]
    assert placed == sorted(set(placed))


@pytest.mark.parametrize("keys", [("V", "V", "V"), ("", "", ""), ("b", "c", "a"), ("V", "k", "")])
def test_where_there_is_no_room_every_row_gets_a_new_key_in_the_order_that_is_wanted(keys):
    rows = [(RowId(name), key) for name, key in zip("xyz", keys, strict=True)]
    fresh = moved(rows, RowId("y"))
    assert list(fresh) == ["x", "y", "z"]
    assert list(fresh.values()) == sorted(set(fresh.values()))
