"""Vision and missions: keywords counted, changes word by word, versions compared, soft warnings."""

import pytest

from smartcity_desktop.domain import vision as rule
from smartcity_desktop.domain.dimension import Dimension
from smartcity_desktop.domain.document import PlanPoint
from smartcity_desktop.domain.merging import roots
from smartcity_desktop.domain.vision import MISSION, VISION, Adoption, Board, Idea, Keyword, Text
from smartcity_desktop.domain.vision_change import (
    CHANGED,
    GONE,
    MOVED,
    NEW,
    PLAIN,
    SAME,
    changes,
    is_same,
    joined,
    mission_changes,
    mission_head,
)
from smartcity_desktop.domain.words import Words

POINTS = tuple(PlanPoint(f"p{place}", kind=MISSION, text=f"Layanan {place}") for place in (1, 2))
GOV = Dimension("d1", code="GOV", name="Smart Governance")


def mission(row, text="Mendekatkan layanan", points=("p1", "p2"), dimensions=("d1",), **more):
    return Text(row, kind=MISSION, text=text, points=points, dimensions=dimensions, **more)


def board(count=3, **more):
    missions = tuple(mission(f"m{place}") for place in range(count))
    return Board(missions=missions, points=POINTS, dimensions=(GOV,), **more)


def told(found):
    return [item.words() for item in rule.warnings(found)]


# Keywords


def test_the_same_word_of_several_tables_is_one_keyword_counted_by_those_who_wrote_it():
    ideas = [
        Idea("1", "Mudah dijangkau", "Isu daerah", "Pulau jauh", party="GOV"),
        Idea("2", "bersih", party="LIV"),
        Idea("3", " mudah  dijangkau.", "SWOT", party="ECO"),
    ]
    first, second = rule.keywords(ideas, {}, "")
    assert (first.text, first.count, first.parties) == ("Mudah dijangkau", 2, ("GOV", "ECO"))
    assert (first.kinds, first.reasons, first.rows) == (("Isu daerah", "SWOT"), ("Pulau jauh",), ("1", "3"))
    assert (second.text, second.count, second.points) == ("bersih", 1, None)


def test_a_merged_keyword_gives_its_words_and_is_counted_by_what_went_into_it():
    ideas = [Idea("1", "terjangkau"), Idea("2", "gampang dicapai"), Idea("9", "mudah dijangkau", chosen=True)]
    (found,) = rule.keywords(ideas, {"1": "9", "2": "9"}, "")
    assert (found.text, found.count, found.chosen) == ("mudah dijangkau", 2, True)


def test_what_points_at_itself_in_a_ring_is_lost_nowhere():
    ideas = [Idea("1", "bersih"), Idea("2", "rapi")]
    found = rule.keywords(ideas, {"1": "2", "2": "1"}, "")
    assert sum(item.count for item in found) == len(ideas)


def test_points_of_a_vote_come_before_how_often_a_word_was_written():
    ideas = [Idea("1", "bersih"), Idea("2", "bersih"), Idea("3", "jujur", points=7)]
    assert [item.text for item in rule.keywords(ideas, {}, "")] == ["jujur", "bersih"]


@pytest.mark.parametrize(
    ("keyword", "says"),
    [("jangkau", True), ("mudah dijangkau", True), ("jujur datanya", False), ("dan", False)],
)
def test_a_keyword_stays_in_the_vision_in_whatever_form(keyword, says):
    assert rule.stays(keyword, roots("Kota yang mudah dijangkau dan bersih")) is says


# Changes between versions


def test_words_that_came_and_went_are_marked_and_doubled_words_stay_whole():
    found = changes("Kota yang ramah anak-anak, bersih.", "Kota yang ramah anak-anak dan tua-muda, bersih.")
    assert joined(found, PLAIN) == "Kota yang ramah anak-anak[+ dan tua-muda+], bersih.".replace("[+ ", " [+")
    assert [item.text for item in found if item.state == NEW] == ["dan tua-muda"]
    assert not [item for item in found if item.state == GONE]


def test_a_word_that_was_replaced_is_shown_as_gone_and_new():
    found = changes("Kota bersih 2030", "Kabupaten bersih 2030")
    assert joined(found, PLAIN) == "[-Kota-] [+Kabupaten+] bersih 2030"


@pytest.mark.parametrize("text", ["", "Kota (yang) jujur, dan 2.030 – bersih!", "visi–misi"])
def test_a_text_compared_with_itself_has_no_change_and_keeps_its_words(text):
    found = changes(text, text)
    assert is_same(found)
    assert joined(found, PLAIN) == text


def version(*texts, number=1):
    return Adoption(f"a{number}", kind=MISSION, version=number, texts=texts)


def adopted(row, draft, text="Mendekatkan layanan", **more):
    return mission(row, text, draft=draft, **more)


def test_missions_are_followed_by_what_they_were_taken_from():
    before = version(adopted("1", "a"), adopted("2", "b", "Membersihkan sungai"), adopted("3", "c"))
    after = version(
        adopted("7", "b", "Membersihkan semua sungai"), adopted("8", "d", "Baru"), adopted("9", "c"), number=2
    )
    found = mission_changes(before, after)
    assert [(item.state, item.place, item.before) for item in found] == [
        (CHANGED, 1, 2),
        (NEW, 2, 0),
        (SAME, 3, 3),
        (GONE, 0, 1),
    ]
    assert [joined(item.pieces, PLAIN) for item in found] == [
        "Membersihkan [+semua+] sungai",
        "[+Baru+]",
        "Mendekatkan layanan",
        "[-Mendekatkan layanan-]",
    ]
    assert [mission_head(item) for item in found] == [
        "1. (berubah, dulu nomor 2)",
        "2. (baru)",
        "3.",
        "– (dilepas, dulu nomor 1)",
    ]


def test_other_ties_are_a_change_and_another_order_is_told():
    before = version(adopted("1", "a"), adopted("2", "b"))
    tied = version(adopted("3", "a", points=("p1",)), adopted("4", "b"), number=2)
    assert [(item.state, item.ties) for item in mission_changes(before, tied)] == [
        (CHANGED, True),
        (SAME, False),
    ]
    assert mission_head(mission_changes(before, tied)[0]) == "1. (kaitan RPJMD atau dimensi berubah)"
    turned = version(adopted("3", "b"), adopted("4", "a"), number=2)
    assert {item.state for item in mission_changes(before, turned)} == {MOVED}


def test_the_first_version_has_no_changes():
    assert [item.state for item in mission_changes(None, version(adopted("1", "a")))] == [SAME]


def test_only_other_words_or_ties_make_what_is_worked_on_differ_from_the_version():
    stands = Adoption("a", kind=VISION, version=1, texts=(Text("t", text="Kota  bersih "),))
    found = Board(vision=Text("v", text=" Kota bersih"), visions=(stands,))
    assert not rule.is_changed(found, VISION)
    assert not rule.is_changed(found, MISSION)
    assert rule.is_changed(board(), MISSION)
    same = board(mission_sets=(version(*(adopted(f"x{place}", f"m{place}") for place in range(3))),))
    assert not rule.is_changed(same, MISSION)


# Soft warnings


@pytest.mark.parametrize(("count", "warned"), [(2, True), (3, False), (6, False), (7, True)])
def test_fewer_than_three_and_more_than_six_missions_are_told(count, warned):
    assert (f"Misi berjumlah {count}; lazimnya 3 sampai 6." in told(board(count))) is warned


def test_missions_without_ties_and_points_of_the_plan_that_none_serves_are_told():
    missions = (
        mission("1", points=("p1",)),
        mission("2", points=(), dimensions=()),
        mission("3", points=("p1",)),
    )
    found = Board(missions=missions, points=POINTS, dimensions=(GOV,))
    assert told(found) == [
        "Misi 2 belum dikaitkan dengan misi RPJMD.",
        "Misi 2 belum dikaitkan dengan dimensi.",
        "Belum ada misi smart city yang mendukung Misi 2 Layanan 2.",
    ]


def test_a_mission_is_told_by_its_number_on_the_list_and_an_empty_one_is_not_asked_for_anything():
    found = Board(missions=(mission("1", ""), mission("2", dimensions=())), points=POINTS)
    assert told(found)[1:] == ["Misi 2 belum dikaitkan dengan dimensi."]


def test_a_point_of_the_plan_that_was_deleted_ties_nothing():
    found = Board(missions=(mission("1", points=("gone",)),), points=POINTS)
    assert told(found)[1] == "Misi 1 belum dikaitkan dengan misi RPJMD."


def test_without_missions_of_the_plan_nothing_is_asked_of_them():
    assert told(Board(missions=tuple(mission(str(place), points=()) for place in range(3)))) == []


def test_a_vision_that_keeps_no_chosen_keyword_is_told_by_their_names():
    words = (Keyword("jujur", chosen=True), Keyword("{bersih} OPD", in_vision=True))
    found = Board(vision=Text("v", text="Kota maju"), keywords=words)
    assert told(found) == ["Tidak satu pun kata kunci terpilih ada dalam visi: “jujur”."]
    assert told(Board(vision=Text("v", text="Kota maju"), keywords=(words[1],))) == []
    assert told(Board(keywords=words)) == [], "an empty vision keeps none of them, and need not"


def test_without_a_choice_the_strongest_five_keywords_count():
    words = tuple(Keyword(str(place)) for place in range(7))
    assert len(Board(keywords=words).chosen) == rule.STRONGEST


def test_warnings_are_said_in_the_words_of_the_event_and_names_stay_as_typed():
    own = Words(opd="SKPD", dimension="Pilar")
    found = Board(
        missions=(mission("1", dimensions=(), points=("p1",)),),
        points=(
            PlanPoint("p1", kind=MISSION, text="x"),
            PlanPoint("p2", kind=MISSION, text="Dimensi {0} OPD"),
        ),
    )
    words = [item.words(own.say) for item in rule.warnings(found)]
    assert "Misi 1 belum dikaitkan dengan pilar." in words
    assert "Belum ada misi smart city yang mendukung Misi 2 Dimensi {0} OPD." in words
