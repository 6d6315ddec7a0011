"""Ten laptops that work apart end with one state, and nothing is lost; three planted bugs are found."""

import random
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartcity_desktop.domain import op as rule
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
