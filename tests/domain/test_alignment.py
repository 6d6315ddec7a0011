"""The plan of the region as a tree: numbers, chains, who is in charge; links by their strength."""

from smartcity_desktop.domain.alignment import Alignment, AlignmentBoard, Candidate, Frame, links
from smartcity_desktop.domain.document import PlanPoint


def point(row, kind, parent="", code=""):
    return PlanPoint(row, row, kind, f"teks {row}", code, parent)


TREE = Frame(
    [
        point("v", "visi"),
        point("m1", "misi"),
        point("t1", "tujuan", "m1"),
        point("s1", "sasaran", "t1"),
        point("s2", "sasaran", "t1", "1.1.7"),
        point("p1", "program", "s2"),
        point("m2", "misi"),
    ],
    {},
    {"p1": ["dlh"], "s1": ["pu"]},
)


def test_points_are_numbered_by_their_place_and_keep_a_number_of_their_own():
    told = {item.id: item.number for item in TREE.points}
    assert told == {"m1": "1", "t1": "1.1", "s1": "1.1.1", "s2": "1.1.7", "p1": "1.1.7.1", "m2": "2"}
    assert [item.short for item in TREE.chain("p1")] == [
        *("Misi 1", "Tujuan 1.1", "Sasaran 1.1.7", "Program 1.1.7.1")
    ]
    assert TREE.chain("v") == TREE.chain("unbekannt") == ()


def test_an_agency_is_in_charge_by_the_point_or_by_those_under_it():
    assert TREE.in_charge("s1") == ("pu",)
    assert TREE.in_charge("s2") == ("dlh",)
    assert TREE.in_charge("m1") == ("pu", "dlh")


def test_points_that_hang_on_each_other_in_a_circle_stand_on_top():
    tree = Frame([point("a", "sasaran", "b"), point("b", "sasaran", "a"), point("c", "sasaran")])
    assert [(item.id, len(tree.chain(item.id))) for item in tree.points] == [("a", 1), ("b", 1), ("c", 1)]


def test_a_stored_link_says_more_than_the_simple_one_and_the_strongest_comes_first():
    stored = [Alignment("1", "i", "s1", "lemah"), Alignment("2", "i", "s2", "kuat")]
    assert [(item.target, item.degree) for item in links(["s1", "m2"], stored)] == [
        *(("s2", "kuat"), ("s1", "lemah"), ("m2", ""))
    ]


def test_the_nearest_candidates_of_an_objective_are_those_of_all_under_it_each_program_once():
    own = {
        "a": (Candidate("a", "s2", score=0.3), Candidate("a", "p1", score=0.5)),
        "b": (Candidate("b", "s2", score=0.4),),
        "c": (Candidate("c", "s1", score=0.9),),
    }
    board = AlignmentBoard(frame=TREE, candidates=own)
    assert [(item.subject, item.target) for item in board.candidates_for("s2")] == [("a", "p1"), ("b", "s2")]
