"""A division as it is seen, what is said about it, and who may lead or write."""

import pytest

from smartcity_desktop.domain.dimension import Dimension
from smartcity_desktop.domain.divide import Rules
from smartcity_desktop.domain.group import Group, Grouping, Seat
from smartcity_desktop.domain.group_board import (
    Board,
    Card,
    Hall,
    HeadOffer,
    Member,
    board,
    called,
    chair_for,
    home_of,
    mix_of,
    newcomers,
    scribe_for,
    warnings,
)
from smartcity_desktop.domain.group_plan import Ask, propose
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.people import Person

HALL = Hall(
    people=(
        Person("a", name="Ani", position="Kepala Dinas", opd="dlh", element="pemerintah"),
        Person("b", name="Budi", position="Staf", opd="dlh", element="pemerintah"),
        Person("c", name="Citra", institution="Universitas", element="akademisi"),
        Person("d", name="Dosen tamu", body="Narasumber"),
    ),
    opds=(
        Opd("dlh", name="Dinas Lingkungan Hidup", short="DLH", dimension="env"),
        Opd("kom", name="Kominfo"),
    ),
    dimensions=(Dimension("gov", code="GOV", color="#111111"), Dimension("env", code="ENV", color="#222222")),
)
GROUPS = (
    Group("g", name="Smart Governance", code="GOV", dimension="gov"),
    Group(
        "e", name="Smart Environment", code="ENV", dimension="env", opds=("kom", "dlh"), lead="dlh", chair="a"
    ),
)


def seats(**where):
    return [Seat(person=person, group=group, why="dimensi") for person, group in where.items()]


def card(*people, **group):
    return Card(Group("g", name="Meja 1", **group), members=tuple(Member(item) for item in people))


def test_members_stand_with_colour_origin_reason_and_officers():
    found = board(HALL, Grouping("x"), GROUPS, seats(a="e", b="e", c="g"))
    gov, env = found.cards

    assert (gov.color, env.color) == ("#111111", "#222222")
    assert [(item.person.name, item.origin, item.why) for item in env.members] == [
        ("Ani", "DLH", "dimensi"),
        ("Budi", "DLH", "dimensi"),
    ]
    assert [item.origin for item in gov.members] == ["Universitas"]
    assert [item.name for item in env.opds] == ["Dinas Lingkungan Hidup", "Kominfo"]
    assert (env.chair, env.lead, env.scribe) == ("Ani", "DLH", "")
    assert env.elements == (("pemerintah", 2),)
    assert found.seated == 3
    assert found.card_of("c") == gov
    assert found.card_of("d") is None
    assert [item.is_guest for item in found.unseated] == [True]


def test_seats_of_groups_or_people_that_are_gone_do_not_count():
    found = board(HALL, Grouping("x"), GROUPS, seats(a="gone", z="g"))

    assert found.seated == 0
    assert [item.id for item in found.unseated] == ["a", "b", "c", "d"]
    assert found.newcomers == ()


def test_newcomers_are_told_one_after_the_other_and_guests_and_those_taken_out_are_none():
    own = [*seats(a="e"), Seat(person="b", group="", why="tangan")]
    found = board(HALL, Grouping("x"), GROUPS, own)

    assert found.newcomers == (("c", "g"),)
    assert newcomers(HALL, found.cards, [Member(HALL.people[1]), Member(HALL.people[2])]) == (
        ("b", "e"),
        ("c", "g"),
    )


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (Group(name="Smart Governance", code="GOV", dimension="x"), "GOV"),
        (Group(name="Meja 3", code="M3"), "Meja 3"),
        (Group(code="K1"), "K1"),
        (Group(), "Kelompok"),
    ],
)
def test_a_group_is_called_by_code_or_name(group, expected):
    assert called(group) == expected


def test_elements_are_counted_in_their_order_and_those_without_one_come_last():
    people = [Person(element="media"), Person(), Person(element="pemerintah"), Person(element="lain")]

    assert mix_of(people) == (("pemerintah", 1), ("media", 1), ("", 2))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ani dlh", True),
        ("pemerintah", True),
        ("dinas", True),
        ("media", False),
        ("", True),
        ("kominfo", False),
    ],
)
def test_somebody_is_found_by_every_word_that_stands_with_him(text, expected):
    assert Member(HALL.people[0], "DLH").said(text) is expected


def test_elements_of_two_words_are_found_as_they_are_said():
    assert Member(Person(name="Eka", element="dunia_usaha")).said("dunia usaha")


def test_a_group_of_officials_alone_without_officers_is_told():
    found = warnings([card(*HALL.people[:2])], "bebas")

    assert found == (
        "Meja 1 tidak punya ketua",
        "Meja 1 tidak punya notulis",
        "Meja 1: semua anggota dari pemerintah",
    )


def test_an_officer_who_is_no_member_does_not_count():
    one = card(*HALL.people[:2], chair="c", scribe="a")

    assert not one.has_chair
    assert one.has_scribe
    assert warnings([one], "bebas")[0] == "Meja 1 tidak punya ketua"


def test_one_person_alone_needs_no_note_taker():
    alone = card(HALL.people[0], chair="a")

    assert not alone.wants_officers
    assert warnings([alone], "bebas") == ()


def test_several_groups_are_named_and_many_are_counted():
    def empty(*names):
        return [Card(Group(name, name=name)) for name in names]

    assert warnings(empty("Meja 1", "Meja 2"), "bebas") == ("Meja 1 dan Meja 2 masih kosong",)
    assert warnings(empty("A", "B", "C"), "bebas") == ("A, B dan C masih kosong",)
    assert warnings(empty("A", "B", "C", "D"), "bebas") == ("4 kelompok masih kosong",)


def test_a_table_number_used_twice_is_told():
    cards = [Card(Group(name, name=name, table_no=" 3 "), opds=(Opd("o"),)) for name in ("A", "B")]

    assert warnings(cards, "dimensi") == ("Nomor meja 3 dipakai lebih dari satu kelompok",)


def test_only_tables_of_agencies_tell_of_an_agency_at_two_tables():
    cards = [
        Card(Group(row, name=row, chair="a", scribe="b"), members=tuple(map(Member, people)), opds=opds)
        for row, people, opds in (
            ("A", (HALL.people[0],), (Opd("dlh"),)),
            ("B", (HALL.people[1], HALL.people[2]), ()),
        )
    ]

    assert "1 OPD duduk di dua meja" in warnings(cards, "opd")
    assert "1 OPD duduk di dua meja" not in warnings(cards, "dimensi")
    assert "1 SKPD duduk di dua meja" in warnings(cards, "opd", lambda text: text.replace("OPD", "SKPD"))


def test_an_agency_is_at_home_where_it_is_named_else_where_most_of_its_people_sit():
    few = Card(Group("1"), members=(Member(HALL.people[0]),))
    many = Card(Group("2"), members=(Member(HALL.people[1]), Member(Person("e", opd="dlh"))))
    named = Card(Group("3"), opds=(Opd("dlh"),))

    assert home_of([few, many]) == {"dlh": many}
    assert home_of([few, many, named]) == {"dlh": named}


@pytest.mark.parametrize(
    ("positions", "chair"),
    [
        (("Staf", "Camat"), 1),
        (("Kepala Bidang Aptika", "Plt. Kepala Dinas"), 1),
        (("Kepala Subbagian", "Sekretaris Dinas"), 1),
        (("Lurah", "Sekretaris Camat"), 1),
        (("Inspektur Pembantu", "Inspektur Daerah"), 1),
        (("Staf", "Analis"), 0),
    ],
)
def test_the_highest_office_leads(positions, chair):
    people = [Person(str(place), position=words) for place, words in enumerate(positions)]

    assert chair_for(card(*people)) == str(chair)


def test_of_equal_offices_the_leading_agency_leads_and_the_note_taker_does_not():
    people = [Person(row, position="Kepala Dinas", opd=row) for row in ("x", "y", "z")]

    assert chair_for(card(*people, lead="y")) == "y"
    assert chair_for(card(*people, lead="y", scribe="y")) == "x"
    assert chair_for(card()) == ""


def test_a_planner_writes_before_an_analyst_and_the_chair_never():
    people = [
        Person("1", position="Kepala Dinas"),
        Person("2", position="Analis Kebijakan"),
        Person("3", position="Perencana Ahli Muda"),
        Person("4", position="Kasi Data"),
    ]

    assert scribe_for(card(*people), "1") == "3"
    assert scribe_for(card(*people), "3") == "2"
    assert scribe_for(card(people[0]), "1") == ""


def test_an_offer_is_one_only_where_something_is_empty():
    assert not Board().offer
    assert HeadOffer(tables=1)


def test_agencies_at_tables_can_be_counted_without_people():
    hall = Hall(opds=HALL.opds)
    proposal = propose(hall, Ask("s", Rules("opd", 1), tables=2))

    assert [item.group.opds for item in proposal.groups] == [("dlh",), ("kom",)] or [
        item.group.opds for item in proposal.groups
    ] == [("kom",), ("dlh",)]
    assert proposal.places == ()


def test_the_number_of_tables_is_kept_within_reason():
    hall = Hall(people=HALL.people)

    assert len(propose(hall, Ask("s", Rules("bebas", 1), tables=0)).groups) == 1
    assert len(propose(hall, Ask("s", Rules("bebas", 1), tables=999)).groups) == 60


def test_a_group_found_again_keeps_what_was_written_and_is_told_its_agencies_anew():
    standing = [
        Group("k2", name="Sudut kiri", table_no="2", mentor="Tenaga Ahli", opds=("kom",), lead="kom"),
        Group("k1", name="Sudut kanan", table_no="1", lead="dlh", opds=("dlh",)),
        Group("k9", name="Tambahan", table_no="9"),
    ]
    ask = Ask("s", Rules("opd", 1), again="x", tables=2)
    proposal = propose(HALL, ask, standing)
    by_table = {item.group.table_no: item.group for item in proposal.groups}

    assert {number: group.id for number, group in by_table.items()} == {"1": "k1", "2": "k2"}
    assert by_table["2"].mentor == "Tenaga Ahli"
    assert all(group.lead in group.opds for group in by_table.values())
    assert proposal.gone == ("k9",)


def test_somebody_kept_by_hand_in_a_group_that_goes_is_seated_anew():
    standing = [Group("e", code="ENV", dimension="env"), Group("old", dimension="gone")]
    hand = [Seat(person="a", group="old", why="tangan"), Seat(person="d", group="e", why="tangan")]
    proposal = propose(HALL, Ask("s", Rules("dimensi", 1), again="x"), standing, hand)
    why = {item.person: item.why for item in proposal.places}

    assert why["a"] == "dimensi"
    assert why["d"] == "tangan"
    assert (proposal.kept, proposal.guests) == (1, 0)
    assert proposal.gone == ("old",)


def test_only_who_is_there_or_was_placed_by_hand_is_divided():
    hall = Hall(HALL.people, HALL.opds, HALL.dimensions, present=frozenset("b"))
    hand = [Seat(person="a", group="e", why="tangan")]
    ask = Ask("s", Rules("dimensi", 1), again="x", only_present=True)
    proposal = propose(hall, ask, [Group("e", dimension="env")], hand)

    assert {item.person for item in proposal.places} == {"a", "b"}
    assert proposal.absent == 1


def test_components_keep_their_group_under_a_new_name_by_the_code():
    standing = [Group("s", name="Struktur organisasi", code="STR")]
    ask = Ask("s", Rules("komponen", 1), again="x", components=("Struktur", " ", "Struktur"))

    assert [item.group.id for item in propose(HALL, ask, standing).groups] == ["s"]
