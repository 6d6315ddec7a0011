"""Ten laptops that work apart end with one state, and nothing is lost; three planted bugs are found."""

import random
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartcity_desktop.domain import op as rule
from smartcity_desktop.domain.edit import Birth, Set
from smartcity_desktop.domain.op import pack, signed
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import merge
from tests.storage.world import World

STEP = st.tuples(st.integers(0, 9), st.integers(0, 44), st.integers(0, 10_000))


def script(seed, steps):
    rng = random.Random(seed)
    return [(rng.randrange(10), rng.randrange(45), rng.randrange(10_000)) for _ in range(steps)]


def story(folder, seed, steps, laptops=10):
    tell(folder, script(seed, steps), seed, laptops)


def tell(folder, steps, seed, laptops):
    world = World(folder, seed, laptops)
    try:
        world.play(steps)
        world.settle()
        world.verify()
    finally:
        world.close()


@pytest.mark.parametrize("seed", range(4))
def test_ten_writers_end_with_the_state_that_causality_says(tmp_path, seed):
    story(tmp_path, seed, 600)


@given(steps=st.lists(STEP, max_size=40), seed=st.integers(0, 99))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_short_story_of_three_laptops_ends_with_the_state_that_causality_says(
    tmp_path_factory, steps, seed
):
    tell(tmp_path_factory.mktemp("kisah"), steps, seed, 3)


@contextmanager
def planted(name):
    with pytest.MonkeyPatch.context() as patch:
        if name == "ignore a base":
            patch.setattr(rule, "replaced", lambda op: op.bases[1:])
        elif name == "order by wall time":
            patch.setattr(rule, "rank", lambda op: (op.at, op.writer, op.seq))
        else:
            whole = merge.sort_out

            def forgetful(conn, ops):
                fresh, longer = whole(conn, ops)
                keys = [op.key for op in ops]
                return [op for op in fresh if keys.count(op.key) == 1], longer

            patch.setattr(merge, "sort_out", forgetful)
        yield


@pytest.mark.parametrize("bug", ["ignore a base", "lose a repeat", "order by wall time"])
def test_a_planted_bug_is_found(tmp_path, bug):
    with planted(bug), pytest.raises(AssertionError):
        story(tmp_path, 1, 150)


@pytest.mark.soak
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("seed", range(100, 130))
def test_ten_writers_with_long_stories_end_with_the_state_that_causality_says(tmp_path, seed):
    story(tmp_path, seed, 1500)


@pytest.fixture
def other(journal, note):
    """Two ops of another laptop on the note: its text, then its owner."""
    last = journal.since({})[-1]
    first = signed(
        last._replace(writer=77, seq=1, tick=9, who="Budi", field="text", val="dari Budi", bases=(last.key,))
    )
    assert last.row == note
    return [first, signed(first._replace(seq=2, tick=10, field="owner", bases=()))]


def test_what_comes_in_is_counted_and_named(journal, other, note, cells):
    report = journal.merge(other)
    assert (report.new, report.known, report.changes.rows) == (2, 0, {note})
    assert (report.differences, report.disputed, report.missing) == (0, 0, {})
    assert cells("note", note)["text"] == "dari Budi"
    again = journal.merge(other)
    assert (again.new, again.known, bool(again.changes)) == (0, 2, False)


def test_one_op_that_is_not_whole_keeps_all_of_them_out(journal, other, note, cells, workspace):
    ruined = [
        other[1]._replace(val="lain"),
        other[1]._replace(tick=2**60),
        signed(other[1]._replace(tick=2**60)),
        signed(other[1]._replace(seq=0)),
        signed(other[1]._replace(field="*", val="[1]")),
        signed(other[1]._replace(field="*", val='{"text": 5}')),
        signed(other[1]._replace(field="*", val="{")),
        signed(other[1]._replace(writer=journal.writer, seq=99)),
    ]
    for op in ruined:
        with pytest.raises(UserFault) as caught:
            journal.merge([other[0], op])
        assert caught.value.code == "package-damaged"
    assert cells("note", note)["text"] == "Jum'at kumpul"
    assert workspace.check() == []


def test_ops_that_are_missing_in_between_are_named_and_asked_for_again(
    journal, other, note, workspace, cells
):
    report = journal.merge(other[1:])
    assert report.missing == {77: [(1, 1)]}
    assert journal.seal()[77] == 0
    assert journal.merge(other[:1]).missing == {}
    assert journal.seal()[77] == 2
    assert cells("note", note)["text"] == "dari Budi"
    assert workspace.check() == []


def test_only_what_a_position_lacks_is_sent(journal, write, note):
    position = journal.seal()
    write(Set("note", note, "text", "kemudian"))
    assert [(op.field, op.val) for op in journal.since(position)] == [("text", "kemudian")]
    assert len(journal.since({})) == 2


def test_the_next_op_comes_after_all_that_came_in(journal, write, other, note, cells):
    journal.merge([other[0], signed(other[1]._replace(tick=5000))])
    write(Set("note", note, "text", "sesudahnya"))
    assert cells("note", note)["text"] == "sesudahnya"
    assert journal.since({})[-1].tick == 5001


def test_what_a_newer_program_wrote_stays_and_travels_on(journal, other, note, workspace, cells):
    newer = [
        signed(
            other[0]._replace(seq=1, ent="satelit", row="s1", field="*", val=pack({"nama": "a"}), bases=())
        ),
        signed(other[0]._replace(seq=2, field="mood", val="cerah", bases=())),
        signed(other[0]._replace(seq=3, field="due@pagi", val="x", bases=())),
    ]
    report = journal.merge(newer)
    assert (report.new, workspace.check()) == (3, [])
    assert {op.key for op in newer} <= {op.key for op in journal.since({})}
    journal.rebuild()
    assert cells("note", note)["text"] == "Jum'at kumpul"
    assert workspace.check() == []


def test_text_typed_on_in_a_file_that_was_copied_by_hand_ends_as_the_longer_one(journal, other, note, cells):
    typed = signed(other[0]._replace(tick=12, val="dari Budi, lengkap"))
    for delivery in (other, [typed], other):
        journal.merge(delivery)
        assert journal.check() == []
    assert cells("note", note)["text"] == "dari Budi, lengkap"


def test_who_the_others_are_comes_with_their_ops(journal, other, ids):
    writer = journal.writers()[0]._replace(id=77, laptop="laptop kedua", person="Budi")
    act = journal.acts()[-1]._replace(writer=77, who="Budi", label="Catatan diubah")
    journal.merge(other, [writer], [act])
    assert {item.id: item.laptop for item in journal.writers()}[77] == "laptop kedua"
    assert [entry.label for entry in journal.history(other[0].row, "text")] == [
        "Catatan baru",
        "Catatan diubah",
    ]
    assert journal.undo_label("Budi") is None
    journal.write([Birth("note", ids.new(), {"text": "a"})], who="Budi", label="sendiri")
    assert journal.undo_label("Budi") == "sendiri"
