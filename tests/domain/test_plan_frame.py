"""The RPJMD/RPD as a frame: order, numbers, chains, moving, and knowing points again."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.document import PlanPoint
from smartcity_desktop.domain.plan_frame import branch, chains, counted, match_points, moved, outline, shifted
from smartcity_desktop.domain.renstra_draft import PointDraft

POINTS = (
    PlanPoint("i1", "a", "isu", "Stunting"),
    PlanPoint("v", "b", "visi", "Maju"),
    PlanPoint("m1", "c", "misi", "Melayani", parent="v"),
    PlanPoint("m2", "d", "misi", "Membangun", parent="v"),
    PlanPoint("t1", "e", "tujuan", "Birokrasi bersih", parent="m1"),
    PlanPoint("t2", "f", "tujuan", "Ekonomi tumbuh", parent="m2"),
    PlanPoint("s2", "h", "sasaran", "UMKM naik kelas", parent="t2"),
    PlanPoint("s3", "g", "sasaran", "Wisata ramai", parent="t2"),
    PlanPoint("p1", "i", "program", "Program UMKM", parent="s2"),
)


def test_points_stand_from_the_top_down_and_issues_last():
    shown = outline(POINTS)
    assert [item.point.id for item in shown] == ["v", "m1", "t1", "m2", "t2", "s2", "p1", "s3", "i1"]
    assert [item.depth for item in shown][:3] == [0, 1, 2]


def test_a_chain_names_what_stands_above():
    told = chains(POINTS)
    assert told["t2"] == "Misi 2 \u203a Tujuan 2.1"
    assert told["p1"].startswith("Misi 2 \u203a Tujuan 2.1 \u203a Sasaran 2.1.")
    assert told["i1"] == "Isu 1"
    assert told["v"] == "Visi"


def test_the_number_in_the_document_goes_before_the_counted_one():
    coded = [replace(item, code="2.7") if item.id == "t2" else item for item in POINTS]
    assert chains(coded)["t2"] == "Misi 2 \u203a Tujuan 2.7"
    named = [replace(item, code="M2") if item.id == "m2" else item for item in POINTS]
    assert chains(named)["m2"] == "Misi 2"


def test_a_frame_without_missions_begins_with_its_goals():
    rpd = [PlanPoint("t", "a", "tujuan", "Satu"), PlanPoint("s", "b", "sasaran", "Dua", parent="t")]
    assert chains(rpd)["s"] == "Tujuan 1 \u203a Sasaran 1.1"


def test_a_point_whose_upper_one_is_gone_or_circular_is_still_shown():
    lost = [replace(POINTS[4], parent="x"), PlanPoint("a", "a", "misi", "A", parent="b")]
    lost.append(PlanPoint("b", "b", "misi", "B", parent="a"))
    assert {item.point.id for item in outline(lost)} == {"t1", "a", "b"}


def test_a_point_moves_among_its_brothers_only():
    places = moved(POINTS, "m2", -1)
    after = [replace(item, pos=places[item.id].pos) if item.id in places else item for item in POINTS]
    after.sort(key=lambda item: item.pos)
    assert [item.point.id for item in outline(after) if item.point.kind == "misi"] == ["m2", "m1"]
    assert moved(POINTS, "m1", -1) == {}
    assert moved(POINTS, "t1", 1) == {}
    assert moved(POINTS, "nobody", 1) == {}


def test_a_point_shifts_with_all_below_it_where_the_level_exists():
    deeper = shifted(POINTS, "s3", 1)
    assert (deeper["s3"].kind, deeper["s3"].parent) == ("program", "s2")
    higher = shifted(POINTS, "t2", -1)
    assert (higher["t2"].kind, higher["t2"].parent) == ("misi", "v")
    assert (higher["s2"].kind, higher["p1"].kind) == ("tujuan", "sasaran")
    assert shifted(POINTS, "t2", 1) == {}
    assert shifted(POINTS, "m1", -1) == shifted(POINTS, "i1", 1) == shifted(POINTS, "v", 1) == {}


def test_a_branch_is_a_point_with_all_below_it():
    assert set(branch(POINTS, "m2")) == {"m2", "t2", "s2", "s3", "p1"}
    assert branch(POINTS, "nobody") == ()


def test_points_are_known_again_by_kind_and_text_then_by_a_like_text():
    new = [
        PointDraft("misi", "MEMBANGUN."),
        PointDraft("tujuan", "Ekonomi tumbuh merata", parent=0),
        PointDraft("sasaran", "Melayani", parent=1),
        PointDraft("isu", "Stunting"),
    ]
    found = match_points(POINTS, new)
    pairs = {POINTS[old].id: place for old, place in found.pairs}
    assert (pairs["m2"], pairs["i1"]) == (0, 3)
    assert "m1" not in pairs
    assert 2 in found.fresh


def test_of_equal_texts_the_one_below_the_same_point_is_meant():
    twice = (*POINTS, PlanPoint("s9", "z", "sasaran", "Wisata ramai", parent="t1"))
    new = [
        PointDraft("misi", "Melayani"),
        PointDraft("tujuan", "Birokrasi bersih", parent=0),
        PointDraft("sasaran", "Wisata ramai", parent=1),
    ]
    pairs = {twice[old].id: place for old, place in match_points(twice, new).pairs}
    assert pairs["s9"] == 2
    assert "s3" not in pairs


def test_kinds_are_counted_in_words():
    assert counted(item.kind for item in POINTS) == (
        "1 visi, 2 misi, 1 isu strategis, 2 tujuan, 2 sasaran, 1 program prioritas"
    )


@given(st.permutations(POINTS), st.sets(st.sampled_from([item.id for item in POINTS])))
def test_every_point_is_shown_once_and_paired_at_most_once(order, gone):
    left = [item for item in order if item.id not in gone]
    assert sorted(item.point.id for item in outline(left)) == sorted(item.id for item in left)
    new = [PointDraft(item.kind, item.text) for item in left]
    found = match_points(POINTS, new)
    assert len(found.pairs) == len(left)
    assert {POINTS[old].id for old, _ in found.pairs} == {item.id for item in left}
