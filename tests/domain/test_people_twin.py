"""Likely doubles of the list, their fields side by side, and which of two values is proposed."""

from collections import Counter

import pytest

from smartcity_desktop.domain.catalog import ENTITIES
from smartcity_desktop.domain.edit import Birth, Gone, Set
from smartcity_desktop.domain.group import Group, Seat
from smartcity_desktop.domain.people import Attendance, Certificate, Person
from smartcity_desktop.domain.people_twin import (
    SAME_NAME,
    SAME_NIP,
    SAME_PLACE,
    Ties,
    Twin,
    compare,
    disjoint,
    join,
    twins,
)
from smartcity_desktop.domain.workshop import Identity

NIP = "198001012006041001"
OTHER_NIP = "198001012006041002"


def person(row, name="Budi Santoso", **values):
    return Person(id=row, name=name, **values)


def found(*people, nips=None, apart=()):
    return [(item.keep.id, item.gone.id, item.why) for item in twins(people, nips or {}, apart)]


def key(ent, *keys):
    return "/".join((ent, *keys))


def side(pair, name):
    line = next(item for item in pair.lines if item.field == name)
    return [item.words for item in line.options], line.proposed


def edits(keep, gone, chosen=None, **ties):
    own = Ties(**ties)
    return join(compare(Twin(keep, gone), own, {}), chosen or {}, own, key)


def test_one_name_at_one_agency_is_a_pair_whatever_titles_it_bears():
    ours = person("b", "Dr. Budi Santoso, S.E.", opd="kominfo")
    assert found(ours, person("a", "budi  santoso", opd="kominfo")) == [("a", "b", SAME_PLACE)]
    assert found(ours, person("a", "Budi Santoso", opd="dinkes")) == []
    assert found(ours, person("a", "Budi Santosa", opd="kominfo")) == []


def test_of_whom_nobody_wrote_the_agency_is_a_pair_with_a_namesake():
    assert found(person("a", opd="kominfo"), person("b")) == [("a", "b", SAME_NAME)]
    assert found(person("a", institution="Univ. X"), person("b", institution="univ x")) == [
        ("a", "b", SAME_PLACE)
    ]
    assert found(person("a", ""), person("b", "")) == []


def test_one_nip_is_a_pair_and_two_that_differ_are_two_people():
    ours, theirs = person("a", "Budi", opd="x"), person("b", "Budhi S.", opd="y")
    assert found(ours, theirs, nips={"a": NIP, "b": NIP}) == [("a", "b", SAME_NIP)]
    assert found(person("a"), person("b"), nips={"a": NIP, "b": OTHER_NIP}) == []
    assert found(person("a"), person("b"), nips={"a": NIP}) == [("a", "b", SAME_NAME)]


def test_two_of_whom_somebody_said_that_they_are_two_are_no_pair():
    assert found(person("a"), person("b"), apart={frozenset("ab")}) == []


def test_the_row_that_was_made_first_stays_on_whatever_laptop_they_are_joined():
    ours, theirs = person("a"), person("b")
    assert found(ours, theirs) == found(theirs, ours) == [("a", "b", SAME_NAME)]


def test_of_three_rows_two_are_joined_and_the_third_waits():
    pairs = twins([person("c"), person("a"), person("b")], {})
    assert [(item.keep.id, item.gone.id) for item in pairs] == [("a", "c"), ("b", "c"), ("a", "b")]
    clear = disjoint(compare(item, Ties(), {}) for item in pairs)
    assert [(item.twin.keep.id, item.twin.gone.id) for item in clear] == [("a", "c")]


@pytest.mark.parametrize(
    ("ours", "theirs", "field", "words", "proposed"),
    [
        ({"name": "Budi"}, {"name": "Budi, S.E."}, "name", ["Budi", "Budi, S.E."], 1),
        ({"name": "Budi, S.E."}, {"name": "Budi"}, "name", ["Budi, S.E.", "Budi"], 0),
        ({}, {"rank": "III/a"}, "rank", ["", "III/a"], 1),
        ({"rank": "III/a"}, {}, "rank", ["III/a", ""], 0),
        ({"institution": "Kominfo"}, {"opd": "x"}, "place", ["Kominfo", "Dinas X"], 1),
        ({"element": "media"}, {"element": "pemerintah"}, "element", ["Media", "Pemerintah"], 0),
        ({"walk_in": True}, {}, "walk_in", ["ya", "tidak"], 1),
        ({"number": 12}, {"number": 7}, "number", ["12", "7"], 1),
        ({"number": 7}, {"number": 12}, "number", ["7", "12"], 0),
        ({"number": 5}, {"number": 12}, "number", ["5", "12"], 1),
        (
            {"note": "Duduk depan"},
            {"note": "Vegetarian"},
            "note",
            ["Duduk depan", "Vegetarian", "Duduk depan; Vegetarian"],
            2,
        ),
    ],
)
def test_the_fuller_value_is_proposed(ours, theirs, field, words, proposed):
    pair = compare(
        Twin(
            person("a", **ours) if "name" not in ours else Person(id="a", **ours),
            person("b", **theirs) if "name" not in theirs else Person(id="b", **theirs),
        ),
        Ties(),
        {"x": "Dinas X"},
        Counter({5: 2, 7: 1, 12: 1}),
    )
    assert side(pair, field) == (words, proposed)


def test_what_contradicts_itself_is_left_to_a_person():
    ours = person("a", "Budi", position="Kabid", number=3, note="a")
    for theirs, clear in (
        (person("b", "Budi, S.E.", number=9, note="b", walk_in=True, rank="III/a"), True),
        (person("b", "Budi", position="Kasi"), False),
        (person("b", "Bambang"), False),
    ):
        assert compare(Twin(ours, theirs), Ties(), {}).is_clear is clear


def test_present_wins_over_a_deputy_and_a_deputy_over_absent():
    def mark(row, state, day, **more):
        return Attendance(f"{row}{day}", row, day, "", state, **more)

    marks = (
        mark("a", "diwakili", "d1", deputy="Ani"),
        mark("b", "hadir", "d1", at="08.00", way="nomor"),
        mark("a", "hadir", "d2"),
        mark("b", "diwakili", "d2", deputy="Ani"),
        mark("a", "tidak", "d3"),
        mark("b", "diwakili", "d3", deputy="Rina", deputy_position="Staf"),
        mark("a", "hadir", "d4", at="07.00"),
        mark("b", "hadir", "d4", at="09.00"),
        mark("b", "tidak", "d5"),
        Attendance("bs", "b", "d4", "sesi", "hadir"),
    )
    told = [item for item in edits(person("a"), person("b"), attendances=marks) if isinstance(item, Birth)]
    assert [
        (item.row, item.values["person"], item.values["state"], item.values["deputy"]) for item in told
    ] == [
        ("attendance/a/d1/", "a", "hadir", ""),
        ("attendance/a/d3/", "a", "diwakili", "Rina"),
        ("attendance/a/d5/", "a", "tidak", ""),
        ("attendance/a/d4/sesi", "a", "hadir", ""),
    ]
    assert told[0].values["at"] == "08.00"


def test_a_seat_goes_over_where_the_one_who_stays_has_none():
    seats = (
        Seat("1", grouping="g1", person="b", group="meja1", why="opd"),
        Seat("2", grouping="g2", person="a", group="meja2"),
        Seat("3", grouping="g2", person="b", group="meja3"),
        Seat("4", grouping="g3", person="a"),
        Seat("5", grouping="g3", person="b", group="meja4"),
    )
    told = edits(person("a"), person("b"), seats=seats)
    births = [(item.row, item.values["group"]) for item in told if isinstance(item, Birth)]
    assert births == [("seat/g1/a", "meja1"), ("seat/g3/a", "meja4")]
    assert [item.row for item in told if isinstance(item, Gone)] == ["1", "3", "5", "b"]


def test_an_office_goes_over_but_to_nobody_at_another_table_or_with_the_other_office():
    groups = (
        Group("here", grouping="g1", chair="b"),
        Group("both", grouping="g2", chair="a", scribe="b"),
        Group("there", grouping="g3", scribe="b"),
    )
    seats = (Seat("1", grouping="g3", person="a", group="elsewhere"),)
    told = edits(person("a"), person("b"), groups=groups, seats=seats)
    assert [item for item in told if isinstance(item, Set)] == [
        Set("group", "here", "chair", "a"),
        Set("group", "both", "scribe", None),
        Set("group", "there", "scribe", None),
    ]


def test_a_certificate_goes_over_unless_the_one_who_stays_has_his_own():
    certificates = (
        Certificate("1", "a", "t1", "", 3),
        Certificate("2", "b", "t1", "", 9),
        Certificate("3", "b", "t2", "", 10, 16, "2026"),
        Certificate("4", "b", "t1", "Ani", 11),
    )
    own = Ties(certificates=certificates)
    pair = compare(Twin(person("a"), person("b")), own, {})
    births = [item for item in join(pair, {}, own, key) if isinstance(item, Birth)]
    assert [(item.row, item.values["number"], item.values["holder"]) for item in births] == [
        ("certificate/a/t2/", 10, None),
        ("certificate/a/t1/Ani", 11, "Ani"),
    ]
    assert pair.told == (
        "Ikut pindah: sertifikat nomor 10, sertifikat nomor 11.",
        "Sertifikat nomor 9 tidak berlaku lagi.",
    )


def test_chosen_values_are_written_and_what_stands_already_is_not():
    ours, theirs = (
        person("a", position="Kabid", opd="x"),
        person("b", position="Kepala Bidang", institution="Y"),
    )
    told = edits(ours, theirs, {"position": 0, "place": 1})
    assert told == [
        Set("person", "a", "institution", "Y"),
        Set("person", "a", "opd", ""),
        Gone("person", "b"),
    ]


def test_personal_numbers_go_over_to_a_row_of_their_own_or_the_one_that_stands():
    theirs = Identity("ib", "b", NIP, "0812")
    assert edits(person("a"), person("b"), identities=(theirs,)) == [
        Birth("identity", "identity/a", {"subject": "a", "nip": NIP, "phone": "0812"}),
        Gone("person", "b"),
    ]
    mine = Identity("ia", "a", "1980", "")
    assert edits(person("a"), person("b"), identities=(mine, theirs)) == [
        Set("identity", "ia", "nip", NIP),
        Set("identity", "ia", "phone", "0812"),
        Gone("person", "b"),
    ]


def test_everything_that_names_a_participant_is_thought_of():
    """A new reference to a participant has to be taken over by a join as well."""
    known = {
        *(("attendance", "person"), ("certificate", "person"), ("seat", "person")),
        *(("group", "chair"), ("group", "scribe"), ("person", "apart")),
    }
    named = {
        (entity.name, item.name) for entity in ENTITIES for item in entity.fields if item.ref == "person"
    }
    assert named == known


def test_an_institution_that_is_the_agency_is_not_said_twice():
    names = {"kominfo": "Dinas Komunikasi dan Informatika"}
    ours = person("a", opd="kominfo", institution="Dinas Komunikasi dan Informatika")
    pair = compare(Twin(ours, person("b", opd="kominfo")), Ties(), names)
    line = next(item for item in pair.lines if item.field == "place")
    assert [item.words for item in line.options] == ["Dinas Komunikasi dan Informatika"] * 2
    assert not line.differs
    bidang = compare(Twin(person("a", opd="kominfo", institution="Bidang TIK"), person("b")), Ties(), names)
    assert side(bidang, "place")[0] == ["Dinas Komunikasi dan Informatika, Bidang TIK", ""]
