"""Name tags and cards for the table: where they stand, and that nothing of one reaches into another."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reportlab.lib.units import mm

from smartcity_desktop.domain.paper_cards import CardPicture, NameCard
from smartcity_desktop.domain.print_job import NAME_TAGS, TENT_CARDS, PrintJob
from smartcity_desktop.reporting import cards, page, pages, style
from tests.reporting.pictures import frame, page_image, texts, words

LONG = "Prof. Dr. Ir. H. Muhammad Syarifuddin Hidayatullah Al-Banjari, S.T., M.T., M.Kom., IPU., ASEAN Eng."
CARD = NameCard(LONG, "Kepala Bidang Aplikasi Informatika", "Dinas Kominfo", "Dewan", 12, "GOV · Meja 3")
TEXTS = st.text(max_size=200)


def printed(kind=NAME_TAGS, paper="F4", count=3, **more):
    own = tuple(NameCard(f"Nama Peserta {place}, S.Sos.", number=place) for place in range(1, count + 1))
    picture = CardPicture("Bimtek Kota Contoh", "Tahap II", **{"cards": own, **more})
    return page.press(cards.parts(PrintJob(kind, "Kartu", frame(paper), picture=picture)))


def apart(first, second):
    """Tell whether two boxes do not share any room."""
    beside = first.x + first.width <= second.x + 0.01 or second.x + second.width <= first.x + 0.01
    return beside or first.top <= second.y + 0.01 or second.top <= first.y + 0.01


def within(inner, outer):
    return (
        inner.x >= outer.x - 0.01
        and inner.y >= outer.y - 0.01
        and inner.x + inner.width <= outer.x + outer.width + 0.01
        and inner.top <= outer.top + 0.01
    )


@pytest.mark.parametrize("paper", ["F4", "A4"])
def test_ten_tags_stand_on_a_sheet_clear_of_each_other_and_of_the_edge(paper):
    sheet = style.cards(paper)
    places = cards.tag_places(sheet)
    assert len(places) == 10
    assert all(apart(one, other) for one, other in combinations(places, 2))
    free = cards.Box(10 * mm, 10 * mm, sheet.width - 20 * mm, sheet.height - 20 * mm)
    assert all(within(box, free) for box in places)
    assert {(round(box.width / mm), round(box.height / mm)) for box in places} == {(90, 55)}


@given(name=TEXTS, position=TEXTS, origin=TEXTS, body=TEXTS, group=TEXTS, number=st.integers(0, 99999))
@example(LONG, "Kepala " * 20, "Dinas " * 20, "Tim Pelaksana", "Smart Governance · Meja 12", 175)
@example("W" * 200, "W" * 200, "W" * 200, "W" * 200, "W" * 200, 1)
def test_no_text_of_a_tag_reaches_into_another_or_out_of_its_card(
    name, position, origin, body, group, number
):
    card = NameCard(name, position, origin, body, number, group)
    box = cards.tag_places(style.cards("A4"))[4]
    found = [item.box for item in cards.tag_pieces(card, box, CardPicture("Bimtek", "Tahap II"))]
    assert all(within(one, box.inside(3 * mm)) for one in found)
    assert all(apart(one, other) for one, other in combinations(found, 2))


@given(name=TEXTS, position=TEXTS, origin=TEXTS, group=TEXTS, two=st.booleans())
@example(LONG, "Kepala " * 20, "Dinas " * 20, "GOV · Meja 12", True)
def test_no_text_of_a_table_card_reaches_over_its_fold(name, position, origin, group, two):
    sheet = style.cards("A4") if two else style.tents("A4")
    place = cards.tent_places(sheet, two=two)[0]
    side = cards.Box(0, 0, place.width, place.height / 2)
    card = NameCard(name, position, origin, "", None, group)
    found = [
        item.box for item in cards.tent_pieces(card, side, CardPicture("Bimtek", "Tahap II", tents=True))
    ]
    assert all(within(one, side.inside(9 * mm)) for one in found)
    assert all(apart(one, other) for one, other in combinations(found, 2))


def test_a_name_on_a_tag_keeps_all_its_titles():
    pdf = printed(cards=(CARD,))
    assert LONG in words(pdf)
    assert "No. 12 · Dewan" in words(pdf)
    assert "GOV · Meja 3" in words(pdf)


def test_tags_begin_at_the_asked_place_so_that_a_begun_sheet_is_used_up():
    whole, later = printed(count=10), printed(count=10, first=9)
    assert pages.page_count(whole) == 1
    first, second = texts(later)
    assert "Nama Peserta 2" in " ".join(first.split())
    assert "Nama Peserta 3" in " ".join(second.split())


def test_a_place_beyond_the_sheet_is_one_on_it():
    assert texts(printed(count=1, first=11)) == texts(printed(count=1, first=1))


def test_a_table_card_has_its_name_on_both_sides():
    assert words(printed(TENT_CARDS, count=1, tents=True)).count("Nama Peserta 1") == 2
    pdf = printed(TENT_CARDS, count=3, tents=True)
    assert pages.page_count(pdf) == 3
    width, height = pages.page_size(pdf, 0)
    assert width > height


def test_two_table_cards_share_a_sheet_with_a_mark_to_cut_between():
    pdf = printed(TENT_CARDS, count=3, tents=True, two=True)
    assert pages.page_count(pdf) == 2
    assert texts(pdf)[0].count("lipat") == 2
    assert "potong" in texts(pdf)[0]


@pytest.mark.parametrize("kind", [NAME_TAGS, TENT_CARDS])
def test_without_anybody_there_are_blank_cards_to_write_on(kind):
    pdf = printed(kind, cards=(), tents=kind == TENT_CARDS)
    assert pages.page_count(pdf) == 1
    assert "Bimtek Kota Contoh · Tahap II" in words(pdf)
    assert sum(tone < 128 for tone in page_image(pdf, 0).get_flattened_data()) > 2000


@pytest.mark.parametrize("paper", ["F4", "A4"])
@pytest.mark.parametrize(("kind", "two"), [(NAME_TAGS, False), (TENT_CARDS, False), (TENT_CARDS, True)])
def test_ten_millimetres_stay_free_at_every_edge_of_a_card_sheet(paper, kind, two):
    pdf = printed(kind, paper, 12, tents=kind == TENT_CARDS, two=two)
    image = page_image(pdf, 0, 1000)
    width, _ = pages.page_size(pdf, 0)
    edge = round(9.8 * mm * 1000 / width)
    inked = image.point(lambda tone: 255 if tone < 250 else 0).getbbox()
    assert inked[0] >= edge
    assert inked[1] >= edge
    assert inked[2] <= image.width - edge
    assert inked[3] <= image.height - edge


def test_cards_have_no_head_and_no_foot():
    assert "halaman" not in words(printed())
    assert "dicetak" not in words(printed())
