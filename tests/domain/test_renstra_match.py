"""Reading a plan again: which line is which."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain import plan_frame, renstra_match
from smartcity_desktop.domain.document import PlanPoint
from smartcity_desktop.domain.renstra import match, match_indicators
from smartcity_desktop.domain.renstra_decide import with_parents
from smartcity_desktop.domain.renstra_draft import LineDraft, PointDraft
from tests.domain.plans import indicator, line, plan


def test_the_same_plan_matches_whole():
    matching = match(plan(), plan())
    assert matching.pairs == tuple((index, index) for index in range(6))
    assert matching.lost == matching.fresh == ()


def test_a_renamed_line_is_known_by_its_code():
    new = [*plan()]
    new[2] = replace(new[2], name="Komunikasi Publik dan Media", code="2.16.2")
    assert (2, 2) in match(plan(), new).pairs


def test_a_renumbered_line_is_known_by_a_like_name_under_the_same_parent():
    new = [*plan()]
    new[3] = replace(new[3], code="2.16.02.2.07", name="Pengelolaan Informasi.")
    assert (3, 3) in match(plan(), new).pairs


def test_a_like_name_under_another_parent_is_not_the_same_line():
    old = with_parents([*plan()[:4], line("program", "Lain", "2.20.02")])
    moved = replace(old[3], code="2.20.02.2.01")
    new = with_parents([*old[:3], old[4], moved])
    matching = match(old, new)
    assert (matching.lost, matching.fresh) == ((3,), (4,))


def test_lines_that_came_and_went_are_listed():
    new = with_parents([*plan()[:4], line("program", "Statistik", "2.20.02")])
    matching = match(plan(), new)
    assert (matching.lost, matching.fresh) == ((4, 5), (4,))


def test_the_same_code_under_two_sasaran_matches_by_name_then_in_order():
    twice = with_parents([*plan()[:3], line("sasaran", "Lain"), replace(plan()[2], name="Ganda")])
    assert match(twice, twice).pairs == tuple((index, index) for index in range(5))


@given(st.permutations(range(6)), st.sets(st.integers(0, 5)))
def test_no_line_is_paired_twice_and_none_is_forgotten(order, dropped):
    old = plan()
    new = with_parents([old[index] for index in order if index not in dropped])
    matching = match(old, new)
    first = [pair[0] for pair in matching.pairs]
    second = [pair[1] for pair in matching.pairs]
    assert sorted([*first, *matching.lost]) == list(range(6))
    assert sorted([*second, *matching.fresh]) == list(range(len(new)))


def test_indicators_match_by_name_and_the_last_ones_with_each_other():
    old = [indicator("A satu"), indicator("B dua"), indicator("C tiga")]
    new = [indicator("C tiga"), indicator("A satu"), indicator("sama sekali lain")]
    assert set(match_indicators(old, new).pairs) == {(0, 1), (2, 0), (1, 2)}


def test_plans_with_too_many_other_names_are_not_held_against_each_other(monkeypatch):
    names = ("Pengelolaan aplikasi informatika", "Pelayanan perizinan terpadu", "Pembinaan olahraga pelajar")
    old = [LineDraft("program", name=name) for name in names]
    new = [LineDraft("program", name=f"{name}s") for name in names]
    points = [PlanPoint(str(at), kind="program", text=name[:20]) for at, name in enumerate(names)]
    drafts = [PointDraft("program", f"{name[:20]}s") for name in names]
    assert len(match(old, new).pairs) == len(names)
    for module in (renstra_match, plan_frame):
        monkeypatch.setattr(module, "MOST_COMPARED", len(names) ** 2 - 1)
    assert len(match(old, new).pairs) < len(names)
    monkeypatch.setattr(plan_frame, "_LEAST", 99)
    assert plan_frame.match_points(points, drafts).pairs == ()
