"""The merge rule on plain ops: heads, what is shown, differences, deletions, erasures."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain import op as rule
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.op import BIRTH, ERASED, GONE, Op, checksum, erased, pack, signed, standing

ROW = RowId("r")


def make(writer, seq, name, val, *bases, tick=None, at="2023-07-31T10:00:00"):
    return signed(
        Op(writer, seq, tick or writer * 100 + seq, at, f"orang {writer}", 1, "note", ROW, name, val, bases)
    )


BORN = make(1, 1, BIRTH, pack({"text": "awal", "owner": "Budi"}))


def test_a_birth_is_a_head_of_each_field_it_carries_until_an_op_of_that_field_names_it():
    row = standing([BORN, make(2, 1, "text", "b", (1, 1))])
    assert row.value("text") == "b"
    assert row.value("owner") == "Budi"
    assert row.value("due") is None
    assert row.differences() == []


def test_ops_that_did_not_see_each_other_are_a_difference_and_the_later_tick_is_shown():
    row = standing([BORN, make(2, 1, "text", "b", (1, 1)), make(3, 1, "text", "c", (1, 1))])
    (found,) = row.differences()
    assert [version.val for version in found.versions] == ["c", "b"]
    assert row.value("text") == "c"


def test_equal_values_close_by_themselves():
    row = standing([BORN, make(2, 1, "text", "b", (1, 1)), make(3, 1, "text", "b", (1, 1))])
    assert row.differences() == []


def test_wall_time_decides_nothing():
    early = make(2, 1, "text", "b", (1, 1), tick=9, at="1970-01-01T00:00:00")
    late = make(3, 1, "text", "c", (1, 1), tick=8, at="2099-01-01T00:00:00")
    assert standing([BORN, early, late]).value("text") == "b"


def test_an_op_that_arrives_after_the_one_that_replaces_it_is_no_head():
    ops = [make(2, 1, "text", "b", (1, 1)), make(3, 1, "text", "c", (2, 1)), BORN]
    for order in itertools.permutations(ops):
        row = standing(order)
        assert row.value("text") == "c"
        assert row.differences() == []


def test_when_two_laptops_wrote_the_same_down_is_nothing_to_choose_from():
    def marked(writer, **values):
        told = pack({"person": "p", "date": "2026-08-04", **values})
        return signed(Op(writer, 1, writer, "", "", 1, "attendance", ROW, BIRTH, told))

    early = marked(1, state="hadir", at="2026-08-04T08:00:00+08:00", way="nomor")
    late = marked(2, state="hadir", at="2026-08-04T09:00:00+08:00", way="kertas")
    other = marked(3, state="tidak", at="2026-08-04T09:30:00+08:00")
    same = standing([late, early])
    assert (same.differences(), same.value("way")) == ([], "kertas")
    assert [item.field for item in standing([other, early, late]).differences()] == ["state"]


def test_two_births_of_one_row_are_one_row():
    row = standing([BORN, make(2, 1, BIRTH, pack({"text": "lain"}))])
    assert row.verdict() == (True, False)
    assert [item.field for item in row.differences()] == ["text"]
    assert row.value("owner") == "Budi"


def test_a_row_without_a_birth_is_not_visible():
    assert standing([make(2, 1, "text", "b")]).verdict() == (False, False)
    assert standing([]).verdict() == (False, False)


def test_a_deletion_holds_only_if_it_saw_every_head():
    edit = make(2, 1, "text", "b", (1, 1))
    saw_all = make(3, 1, GONE, "1", (1, 1), (2, 1))
    saw_less = make(3, 1, GONE, "1", (1, 1))
    assert standing([BORN, edit, saw_all]).verdict() == (False, False)
    assert standing([BORN, edit, saw_less]).verdict() == (True, True)
    assert standing([BORN, edit, saw_less, make(4, 1, GONE, "1", (1, 1), (2, 1), (3, 1))]).verdict() == (
        False,
        False,
    )


def test_one_of_two_deletions_that_saw_everything_is_enough():
    edit = make(2, 1, "text", "b", (1, 1))
    both = [make(3, 1, GONE, "1", (1, 1)), make(4, 1, GONE, "1", (1, 1), (2, 1))]
    assert standing([BORN, edit, *both]).verdict() == (False, False)


def test_a_restore_on_top_brings_the_row_back_and_one_beside_a_deletion_disputes_it():
    gone = make(2, 1, GONE, "1", (1, 1))
    back = make(3, 1, GONE, "0", (2, 1))
    again = make(4, 1, GONE, "1", (1, 1), (2, 1))
    assert standing([BORN, gone, back]).verdict() == (True, False)
    assert standing([BORN, gone, back, again]).verdict() == (True, True)


def test_an_erasure_empties_what_its_author_or_anybody_else_wrote_without_knowing_of_it():
    nip = frozenset({"nip"})
    birth = make(1, 1, BIRTH, pack({"nip": "111", "subject": "s"}))
    older = make(1, 2, "nip", "222", (1, 1))
    erasure = make(2, 1, ERASED, None)
    beside = make(3, 1, "nip", "333", (1, 2))
    after = make(4, 1, "nip", "444", (1, 2), (2, 1))
    found = erased([birth, older, erasure, beside, after], nip)
    assert {op.key: op.val for op in found} == {
        (1, 1): pack({"subject": "s"}),
        (1, 2): None,
        (3, 1): None,
    }
    assert all(op.sum == checksum(op) for op in found)
    assert erased([birth, older, beside], nip) == []


def test_a_second_erasure_empties_what_knew_only_the_first():
    between = make(2, 2, "nip", "444", (2, 1))
    ops = [make(2, 1, ERASED, None), between, make(3, 1, ERASED, None)]
    assert [op.key for op in erased(ops, frozenset({"nip"}))] == [(2, 2)]


@pytest.mark.parametrize("place", [name for name in Op._fields if name not in {"sum", "bases"}])
def test_the_sum_finds_a_change_of_any_part(place):
    op = make(2, 1, "text", "b", (1, 1))
    other = 77 if isinstance(getattr(op, place), int) else "lain"
    assert checksum(op._replace(**{place: other})) != op.sum
    assert checksum(op._replace(bases=())) != op.sum


def test_an_empty_value_and_a_dash_have_different_sums():
    assert make(2, 1, "text", None).sum != make(2, 1, "text", "-").sum


def test_the_tick_of_the_next_op_is_above_all_known():
    assert rule.next_tick(41) == 42


# The state is a function of the set of ops, and writing step by step comes to the same.

EDITS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["text", "owner", GONE]), st.sampled_from("abc01")),
    max_size=14,
)


def picture(row):
    return (
        row.ent,
        row.verdict(),
        {name: row.value(name) for name in row.fields()},
        [(item.field, [version.val for version in item.versions]) for item in row.differences()],
        {name: sorted(ops) for name, ops in row.heads.items() if ops},
    )


@given(edits=EDITS, seed=st.integers(0, 1000))
def test_order_and_repeats_do_not_matter(edits, seed):
    rng = random.Random(seed)
    ops = [BORN]
    seen = {writer: [BORN] for writer in range(3)}
    for seq, (writer, name, val) in enumerate(edits, 2):
        if rng.random() < 0.3:
            seen[writer] = list(
                {op.key: op for op in (*seen[writer], *rng.sample(ops, len(ops) // 2))}.values()
            )
        row = standing(seen[writer])
        bases = row.seen() if name == GONE else tuple(op.key for op in row.of(name))
        made = make(writer + 10, seq, name, str(int(val in "b1")) if name == GONE else val, *bases)
        left = row.replace(made)
        seen[writer].append(made)
        ops.append(made)
        assert set(left) <= set(bases)
        assert picture(row) == picture(standing(seen[writer])), "step by step is not the whole"
    whole = picture(standing(ops))
    for _ in range(3):
        again = ops + rng.choices(ops, k=5)
        rng.shuffle(again)
        assert picture(standing(again)) == whole
