"""Row ids: in the order they were made, of this laptop alone, or the same on every laptop."""

import random
import uuid

from smartcity_desktop.domain.ids import IdSource, RowId, derived

WORKSHOP = RowId("018f0000-0000-7000-8000-000000000001")


def test_ids_sort_in_the_order_they_were_made_even_where_the_clock_goes_back(clock):
    ids = IdSource(clock)
    made = []
    for step in (0, 0, 5, -3600, 0, 7200):
        clock.forward(seconds=step)
        made.append(ids.new())
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_ids_are_time_ordered_uuids(clock):
    found = uuid.UUID(IdSource(clock).new())
    assert (found.version, found.variant) == (7, uuid.RFC_4122)
    assert found.int >> 80 == int(clock().timestamp() * 1000)


def test_more_ids_than_a_millisecond_has_room_for_still_differ(clock):
    ids = IdSource(clock)
    made = [ids.new() for _ in range(10_000)]
    assert made == sorted(set(made))


def test_two_laptops_never_make_the_same_id(clock):
    one, two = IdSource(clock), IdSource(clock)
    assert not {one.new() for _ in range(500)} & {two.new() for _ in range(500)}


def test_a_seeded_source_repeats_itself(clock):
    first = [IdSource(clock, random.Random(1)).new() for _ in range(2)]
    assert first[0] == first[1]


def test_writers_are_drawn_anew_and_fit_a_column(clock):
    ids = IdSource(clock)
    drawn = {ids.writer() for _ in range(1000)}
    assert len(drawn) == 1000
    assert all(0 < number < 2**63 for number in drawn)


def test_a_derived_id_is_the_same_everywhere_and_another_for_other_keys():
    line = "018f0000-0000-7000-8000-00000000000a"
    assert derived(WORKSHOP, "analysis", line) == derived(WORKSHOP, "analysis", line)
    assert (
        len(
            {
                derived(WORKSHOP, "analysis", line),
                derived(WORKSHOP, "identity", line),
                derived(WORKSHOP, "sheet", line, "x"),
                derived(WORKSHOP, "sheet", line + "x"),
                derived(RowId(line), "analysis", line),
            }
        )
        == 5
    )
