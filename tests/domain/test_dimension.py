"""Names, codes, colours and spellings of dimensions; where the catalogue lets an answer stand."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.catalog import ENTITIES
from smartcity_desktop.domain.dimension import (
    PALETTE,
    Dimension,
    Subdimension,
    clashes,
    first_free_color,
    folded_code,
    propose_code,
    propose_sub_code,
    question,
    recoded,
    refuse,
    spellings,
    spelt,
)
from smartcity_desktop.domain.dimension_use import SAID, Board, Link, Place, Use, links, listed, moved, stays
from smartcity_desktop.domain.edit import Set
from smartcity_desktop.domain.ids import RowId
from tests.shelf.test_shelf import BLINDNESS, DARK_TEXT, distance, lab, luminance

GOV = Dimension(RowId("gov"), "1", "GOV", "Smart Governance", alias="Pemerintahan\n\n E-gov ")
ENV = Dimension(RowId("env"), "2", "ENV", "Smart Environment", alias="Lingkungan")
OLD = Dimension(RowId("old"), "3", "OLD", "Lama", alias="Kuno", retired=True)
SUB = Subdimension(RowId("g1"), "1", GOV.id, "GOV-1", "Layanan publik", points="daring\n\n terbuka ")


def test_the_palette_is_told_apart_by_all_eyes_on_grey_paper_and_carries_dark_text():
    assert len(PALETTE) == 12
    assert len({item.name for item in PALETTE}) == 12
    for item in PALETTE:
        assert (luminance(item.value) + 0.05) / (luminance(DARK_TEXT) + 0.05) >= 4.5, item.name
    for one, other in combinations(PALETTE, 2):
        least = min(distance(one.value, other.value, blindness) for blindness in BLINDNESS)
        assert least >= 12, (one.name, other.name)
        steps = abs(lab(one.value, "none")[0] - lab(other.value, "none")[0])
        assert steps >= 2.6, (one.name, other.name)


def test_a_new_dimension_takes_the_first_colour_that_is_free():
    values = [item.value for item in PALETTE]
    assert first_free_color([]) == values[0]
    assert first_free_color([values[0].lower(), values[2]]) == values[1]
    assert first_free_color(values) == values[0]
    assert first_free_color([*values, values[0]]) == values[1]


@pytest.mark.parametrize(
    ("name", "taken", "code"),
    [
        ("Smart Mobility", (), "MOB"),
        ("Smart Mobility", ("MOB",), "MOBI"),
        ("Kota", (), "KOT"),
        ("Tata kelola birokrasi", (), "TAT"),
        ("Tata kelola birokrasi", ("TAT", "TATA", "TATAK"), "TKB"),
        ("é à", (), "EA"),
        ("漢字", (), "D1"),
        ("A", (), "A1"),
        ("Air", ("AIR",), "AIR2"),
        ("Air", ("AIR", "AIR2"), "AIR3"),
    ],
)
def test_a_code_is_made_from_the_name(name, taken, code):
    assert propose_code(name, taken) == code


@given(st.text(max_size=12), st.lists(st.sampled_from(["A", "AB", "ABC", "ABCD", "D1", "D2"]), max_size=5))
def test_a_made_code_can_always_be_taken(name, taken):
    made = propose_code(name, taken)
    known = [Dimension(RowId(code), code=code) for code in taken]
    assert refuse(Dimension(), "code", made, known) is None


def test_the_next_code_of_a_subdimension_follows_the_highest():
    assert propose_sub_code("GOV", ["GOV-1", "GOV-7", "GOV-A", "ECO-9"]) == "GOV-8"
    assert propose_sub_code("MOB", ["GOV-1"]) == "MOB-1"


def test_codes_follow_their_dimension_but_never_onto_one_that_is_taken():
    other = Subdimension(RowId("x"), dimension=ENV.id, code="TKL-1")
    two = Subdimension(RowId("g2"), dimension=GOV.id, code="GOV-2")
    own = Subdimension(RowId("g3"), dimension=GOV.id, code="MPP-1")
    assert recoded("GOV", "TKL", [SUB, two, own, other]) == [(two, "TKL-2")]


def test_a_typed_code_is_folded():
    assert folded_code(" g ov\t") == "GOV"


def test_one_is_found_by_code_name_and_other_names_but_not_once_it_is_dropped():
    known = [GOV, ENV, OLD]
    for text in ("gov", "smart  GOVERNANCE", "e-gov", " pemerintahan"):
        assert spelt(known, text) is GOV
    for text in ("", "kuno", "OLD", "air"):
        assert spelt(known, text) is None
    assert spellings(GOV) == ("GOV", "Smart Governance", "Pemerintahan", "E-gov")


def test_another_name_that_means_somebody_else_already_is_told():
    mine = Dimension(RowId("m"), code="MOB", name="Mobilitas", alias="lingkungan\nTransportasi\nKuno")
    assert clashes(mine, [GOV, ENV, OLD, mine]) == [("lingkungan", ENV)]


def test_what_is_no_longer_used_says_so():
    assert (GOV.shown, OLD.shown) == ("GOV Smart Governance", "OLD Lama (tidak dipakai lagi)")
    assert SUB.shown == "GOV-1 Layanan publik"
    assert question(SUB) == "GOV-1 Layanan publik, sudahkah: daring; terbuka?"


def test_only_codes_and_names_can_be_refused():
    assert refuse(GOV, "alias", "", [GOV, ENV]) is None
    assert refuse(GOV, "name", "Smart Governance", [GOV, ENV]) is None
    assert refuse(GOV, "code", "GOV", [GOV, ENV]) is None


def test_every_way_in_which_the_catalogue_names_a_dimension_is_known_and_has_words():
    named = {
        (entity.name, item.name)
        for entity in ENTITIES
        for item in entity.fields
        if item.ref in {"dimension", "subdimension"}
    }
    known = {(link.ent, name) for link in links() for name in (link.home, link.sub, link.many) if name}
    assert named - known == {("subdimension", "dimension"), ("sheet", "dimension")}
    for link in links():
        assert Use(link, RowId("r"), RowId("d")).kind in SAID
    assert all("{n}" in words for words in SAID.values())


def test_uses_are_moved_by_the_fields_that_name_them():
    whole, part = Place(ENV.id), Place(ENV.id, RowId("e2"))
    pair = Use(Link("analysis", "dimension", "subdimension"), RowId("a"), SUB.id)
    home = Use(Link("opd", "dimension"), RowId("o"), GOV.id)
    many = Use(Link("analysis", many="also"), RowId("a"), SUB.id)
    sub = Use(Link("x", sub="subdimension"), RowId("b"), SUB.id)
    several = Use(Link("statement", many="dimension", whole=True), RowId("s"), GOV.id)
    assert moved(pair, part) == [
        Set("analysis", "a", "dimension", "env"),
        Set("analysis", "a", "subdimension", "e2"),
    ]
    assert moved(home, part) == [Set("opd", "o", "dimension", "env")]
    assert moved(many, part) == [Set("analysis", "a", "also@g1", None), Set("analysis", "a", "also@e2", "1")]
    assert moved(many, Place(GOV.id, SUB.id)) == []
    assert moved(sub, part) == [Set("x", "b", "subdimension", "e2")]
    assert moved(several, part) == moved(several, whole)
    assert moved(several, whole) == [
        Set("statement", "s", "dimension@gov", None),
        Set("statement", "s", "dimension@env", "1"),
    ]
    assert moved(several, Place(GOV.id, SUB.id)) == []
    assert [stays(use, whole) for use in (pair, home, several)] == [False] * 3
    assert [stays(use, whole) for use in (many, sub)] == [True, True]
    assert moved(many, whole) == moved(sub, whole) == []


def test_places_are_offered_in_order_without_what_was_dropped():
    gone = Subdimension(RowId("g2"), dimension=GOV.id, code="GOV-2", name="Lain", retired=True)
    under = Subdimension(RowId("o1"), dimension=OLD.id, code="OLD-1", name="Lama")
    board = Board((GOV, ENV, OLD), (SUB, gone, under), {SUB.id: {"issue": 2}, GOV.id: {"issue": 1, "opd": 3}})
    assert [place.row for place, _ in board.targets()] == ["gov", "g1", "env"]
    assert [place.row for place, _ in board.targets({"gov"})] == ["g1", "env"]
    assert dict(board.tally(board.places(GOV.id))) == {"issue": 3, "opd": 3}
    assert board.named(RowId("o1")) is under
    assert board.named(RowId("?")) is None


def test_parts_are_joined_as_in_a_sentence():
    assert [listed(parts) for parts in (["a"], ["a", "b"], ["a", "b", "c"])] == [
        "a",
        "a dan b",
        "a, b, dan c",
    ]
