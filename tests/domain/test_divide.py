"""Dividing participants: everybody once, evenly, the same again, and by the rules that are told."""

from collections import Counter, defaultdict
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.divide import (
    WHYS,
    Agency,
    Rules,
    Sitter,
    Table,
    divide,
    lead_of,
    natural,
    smallest,
    tables_by_number,
    tables_of_opds,
)
from smartcity_desktop.domain.entity import ELEMENTS, GROUPINGS, SEAT_REASONS

DIMENSIONS = ("gov", "eco", "env")
AGENCIES = (
    Agency("kominfo", "gov", "dinas", "3"),
    Agency("capil", "gov", "dinas", "10"),
    Agency("koperasi", "eco", "dinas", "3"),
    Agency("dlh", "env", "dinas", "2"),
    Agency("arsip", "", "dinas"),
)
TABLES = tuple(Table(name, name) for name in DIMENSIONS)


@st.composite
def halls(draw):
    """Return up to 60 participants of the agencies above, or of none and then of any element."""
    people = []
    for number in range(draw(st.integers(0, 60))):
        opd = draw(st.sampled_from(("", *(item.id for item in AGENCIES))))
        element = "pemerintah" if opd else draw(st.sampled_from(ELEMENTS))
        people.append(Sitter(f"p{number:02d}", opd, element))
    return people


@st.composite
def rules_of(draw, kind=None):
    return Rules(
        kind or draw(st.sampled_from(GROUPINGS)),
        draw(st.integers(0, 999)),
        together=draw(st.booleans()),
        mix=draw(st.booleans()),
    )


def sizes(places, tables=TABLES):
    count = Counter(item.table for item in places)
    return [count[item.key] for item in tables]


def spread(places, chosen):
    """Return how much the tables differ in the number of the chosen people."""
    count = Counter(item.table for item in places if item.person in chosen)
    numbers = [count[item.key] for item in TABLES]
    return max(numbers) - min(numbers)


@given(halls(), rules_of())
def test_everybody_is_seated_once_in_the_order_of_the_list_and_told_why(people, rules):
    places = divide(people, TABLES, rules, AGENCIES)

    assert [item.person for item in places] == [item.person for item in people]
    assert {item.table for item in places} <= set(DIMENSIONS)
    assert {item.why for item in places} <= set(SEAT_REASONS)


@given(halls(), rules_of())
def test_the_same_seed_gives_the_same_seats(people, rules):
    assert divide(people, TABLES, rules, AGENCIES) == divide(list(people), TABLES, rules, AGENCIES)


@given(halls(), rules_of("komponen"))
def test_people_who_are_dealt_out_sit_in_groups_that_differ_by_one_at_most(people, rules):
    places = divide(people, TABLES, replace(rules, together=False), AGENCIES)

    assert max(sizes(places)) - min(sizes(places)) <= 1


@given(halls(), rules_of("bebas"))
def test_people_who_are_dealt_out_are_mixed_by_element_and_by_agency(people, rules):
    places = divide(people, TABLES, replace(rules, together=False, mix=True), AGENCIES)

    for element in ELEMENTS:
        assert spread(places, {item.person for item in people if item.element == element}) <= 1
    for opd in (item.id for item in AGENCIES):
        assert spread(places, {item.person for item in people if item.opd == opd}) <= 2


@given(halls(), rules_of("komponen"))
def test_people_of_one_agency_stay_together_where_that_is_asked(people, rules):
    places = {item.person: item for item in divide(people, TABLES, replace(rules, together=True), AGENCIES)}

    for opd in (item.id for item in AGENCIES):
        assert len({places[item.person].table for item in people if item.opd == opd}) <= 1


@given(halls(), rules_of("dimensi"))
def test_each_agency_goes_with_its_main_dimension(people, rules):
    places = divide(people, TABLES, replace(rules, together=True), AGENCIES)
    main = {item.id: item.dimension for item in AGENCIES if item.dimension}

    for person, place in zip(people, places, strict=True):
        if person.opd in main:
            assert (place.table, place.why) == (main[person.opd], "dimensi")
        else:
            assert place.why in {"rata", "unsur"}


@given(halls(), rules_of("dimensi"))
def test_people_without_a_dimension_are_spread_by_element(people, rules):
    places = divide(people, TABLES, replace(rules, mix=True, together=True), AGENCIES)
    outside = {item.person for item in people if not item.opd}

    for element in ELEMENTS:
        assert spread(places, {row for row in outside if people[int(row[1:])].element == element}) <= 1 + (
            element == "pemerintah"
        ) * len([item for item in people if item.opd])


@given(halls(), rules_of("dimensi"))
def test_a_levelled_division_leaves_one_of_each_agency_at_its_dimension(people, rules):
    whole = divide(people, TABLES, replace(rules, together=True), AGENCIES)
    level = divide(people, TABLES, replace(rules, together=False), AGENCIES)
    seated = {item.person: item.table for item in level}

    assert max(sizes(level)) <= max(sizes(whole), default=0)
    for agency in AGENCIES:
        own = [item.person for item in people if item.opd == agency.id]
        if own and agency.dimension:
            assert agency.dimension in {seated[row] for row in own}


def test_large_agencies_send_people_until_the_groups_are_even():
    people = [Sitter(f"p{number}", "kominfo", "pemerintah") for number in range(12)]
    places = divide(people, TABLES, Rules("dimensi", 1, together=False), AGENCIES)

    assert sizes(places) == [4, 4, 4]
    assert Counter(item.why for item in places) == {"dimensi": 4, "geser": 8}


@given(halls(), rules_of(), st.data())
def test_who_was_moved_by_hand_stays_there(people, rules, data):
    moved = data.draw(st.lists(st.sampled_from(people), unique=True)) if people else []
    kept = {item.person: data.draw(st.sampled_from(DIMENSIONS)) for item in moved}
    places = {item.person: item for item in divide(people, TABLES, rules, AGENCIES, kept)}

    assert {row: places[row].table for row in kept} == kept
    assert all(places[row].why == "tangan" for row in kept)
    assert len(places) == len(people)


@given(halls(), rules_of("bebas"))
def test_the_others_make_up_for_those_who_were_moved_by_hand(people, rules):
    kept = {item.person: "gov" for item in people[: len(people) // 6]}
    places = divide(people, TABLES, replace(rules, together=False), AGENCIES, kept)

    assert max(sizes(places)) - min(sizes(places)) <= 1


def test_somebody_kept_at_a_table_that_is_gone_is_seated_anew():
    places = divide([Sitter("p0")], TABLES, Rules("bebas", 1), (), {"p0": "mobilitas"})

    assert places[0].table in DIMENSIONS
    assert places[0].why == "unsur"


def test_without_tables_nobody_is_seated():
    assert divide([Sitter("p0")], (), Rules("bebas", 1)) == ()


def test_another_seed_gives_another_division():
    people = [Sitter(f"p{number}") for number in range(30)]

    assert len({divide(people, TABLES, Rules("bebas", seed)) for seed in range(5)}) > 1


@given(halls(), rules_of("opd"), st.integers(1, 9), st.booleans())
def test_every_agency_has_one_table_and_its_people_sit_there(people, rules, count, near):
    rules = replace(rules, near=near)
    shared = tables_of_opds(AGENCIES, count, people, rules)
    tables = [Table(f"t{at}", opds=rows) for at, rows in enumerate(shared)]
    places = {item.person: item for item in divide(people, tables, rules, AGENCIES)}

    assert sorted(row for rows in shared for row in rows) == sorted(item.id for item in AGENCIES)
    assert len(shared) == min(count, len(AGENCIES))
    assert all(shared)
    home = {row: table.key for table in tables for row in table.opds}
    for person in people:
        if person.opd:
            assert places[person.person].table == home[person.opd]


def test_tables_of_agencies_hold_about_as_many_people_each():
    people = [Sitter(f"p{number}", AGENCIES[number % 4].id) for number in range(40)]
    shared = tables_of_opds(AGENCIES[:4], 2, people, Rules("opd", 3))

    assert [len(rows) for rows in shared] == [2, 2]


def test_agencies_of_one_dimension_sit_side_by_side_where_that_is_asked():
    many = [Agency(f"o{number}", DIMENSIONS[number % 3]) for number in range(12)]
    shared = tables_of_opds(many, 3, [], Rules("opd", 1, near=True))
    dimension = {item.id: item.dimension for item in many}

    assert [{dimension[row] for row in rows} for rows in shared] == [{"gov"}, {"eco"}, {"env"}]


@given(st.integers(1, 6), st.integers(0, 50), st.booleans())
def test_a_kelurahan_sits_with_its_kecamatan_wherever_it_stands(count, seed, near):
    many = [
        *AGENCIES,
        Agency("kel-b1", "", "kec-b"),
        Agency("kec-a"),
        Agency("kel-a1", "", "kec-a"),
        Agency("kec-b"),
        Agency("kel-a2", "", "kec-a"),
    ]
    at = {
        row: place
        for place, rows in enumerate(tables_of_opds(many, count, [], Rules("opd", seed, near=near)))
        for row in rows
    }

    assert at["kec-a"] == at["kel-a1"] == at["kel-a2"]
    assert at["kec-b"] == at["kel-b1"]


def test_a_kelurahan_without_any_kecamatan_stands_alone():
    many = [Agency("kel-1"), Agency("kel-2", "", "kec-elsewhere")]

    assert sorted(tables_of_opds(many, 2, [], Rules("opd", 1))) == [("kel-1",), ("kel-2",)]


def test_tables_follow_the_numbers_that_agencies_have_and_the_others_go_to_the_lightest():
    people = [Sitter("a", "kominfo"), Sitter("b", "kominfo"), Sitter("c", "capil"), Sitter("d", "capil")]

    assert tables_by_number(AGENCIES, people) == {
        "2": ("dlh", "arsip"),
        "3": ("kominfo", "koperasi"),
        "10": ("capil",),
    }
    assert tables_by_number([Agency("dlh")], people) == {}


@pytest.mark.parametrize(
    ("opd", "expected"), [("kominfo", "gov"), ("dlh", "env"), ("arsip", "eco"), ("", "eco"), ("lain", "eco")]
)
def test_a_newcomer_goes_with_the_agency_else_to_the_smallest_group(opd, expected):
    seated = [("gov", Sitter("a", "kominfo")), ("env", Sitter("b", "dlh"))]

    assert smallest(Sitter("x", opd), seated, TABLES, AGENCIES) == expected


def test_a_newcomer_of_a_rare_element_goes_where_none_of_it_sits():
    seated = [(key, Sitter(key, "", "media" if key == "gov" else "pemerintah")) for key in DIMENSIONS]

    assert smallest(Sitter("x", "", "media"), seated, TABLES, AGENCIES) == "eco"
    assert smallest(Sitter("x"), [], [], AGENCIES) == ""


def test_a_newcomer_goes_to_the_table_of_the_own_agency_before_that_of_its_dimension():
    tables = [Table("gov", "gov"), Table("meja", opds=("kominfo",))]

    assert smallest(Sitter("x", "kominfo"), [], tables, AGENCIES) == "meja"


def test_the_agency_with_the_most_people_leads():
    people = [Sitter("a", "dlh"), Sitter("b", "capil"), Sitter("c", "capil")]

    assert lead_of(("kominfo", "dlh", "capil"), people) == "capil"
    assert lead_of(("kominfo", "dlh"), []) == "kominfo"
    assert lead_of((), people) == ""


def test_table_numbers_stand_in_the_order_of_their_figures():
    assert sorted(["10", "VIP", "2", "Meja 1"], key=natural) == ["Meja 1", "2", "10", "VIP"]


def test_every_reason_has_its_words():
    assert set(WHYS) == set(SEAT_REASONS)


def test_nobody_is_alone_of_an_agency_at_two_tables_when_people_stay_together():
    people = [Sitter(f"p{number}", AGENCIES[number % 5].id) for number in range(23)]
    kept = {"p0": "env"}
    places = divide(people, TABLES, Rules("bebas", 4), AGENCIES, kept)
    tables = defaultdict(set)
    for person, place in zip(people, places, strict=True):
        tables[person.opd].add(place.table)

    assert tables["kominfo"] == {"env"}
