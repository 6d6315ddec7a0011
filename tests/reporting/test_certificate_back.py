"""The back of a certificate is one page, however many materials there are, and loses none silently."""

import re
from dataclasses import replace

import pytest

from smartcity_desktop.domain.paper_certificate import Holder, Lesson
from tests.reporting.evenings import CERTIFICATES, LONG, made
from tests.reporting.pictures import texts

TITLE = "Materi-{place}: dari Renstra menuju program smart city"


def backs(count, paper="F4", title=TITLE, **more):
    """Return the texts of all pages of one certificate with so many materials of 45 minutes."""
    taught = tuple(
        Lesson(title.format(place=place), "Dr. Nama Pembimbing", 45, 1) for place in range(1, count + 1)
    )
    found = replace(
        CERTIFICATES,
        lessons=taught,
        hours=count,
        holders=CERTIFICATES.holders[:1],
        numbers=CERTIFICATES.numbers[:1],
        **more,
    )
    return texts(made("sertifikat", found, paper))


def listed(text):
    """Return the places of the materials on a page, and how many it says there are besides."""
    rest = re.search(r"dan (\d+) materi lain", " ".join(text.split()))
    return [int(place) for place in re.findall(r"Materi-(\d+)", text)], int(rest.group(1)) if rest else 0


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("count", [1, 2, 24, 31, 40, 60, 150])
def test_every_material_stands_on_the_one_back_or_is_counted_there(count, paper):
    pages = backs(count, paper)
    assert len(pages) == 2
    shown, rest = listed(pages[1])
    assert sorted(shown) == list(range(1, count - rest + 1))
    words = " ".join(pages[1].split())
    assert f"Jumlah {45 * count:,} {count}".replace(",", ".") in words


@pytest.mark.parametrize("count", [24, 40, 60])
def test_nothing_is_left_out_while_smaller_type_and_two_columns_have_room(count):
    assert listed(backs(count)[1])[1] == 0


def test_what_has_no_room_is_counted_with_its_minutes_and_hours():
    _, rest = listed(backs(150)[1])
    assert 0 < rest < 100
    told = f"dan {rest} materi lain ({45 * rest:,} menit, {rest} JP).".replace(",", ".").replace(
        "menit.", "menit,"
    )
    assert told in " ".join(backs(150)[1].split())


def test_hours_set_by_hand_are_not_counted_for_single_materials():
    text = " ".join(backs(150, fixed_hours=True)[1].split())
    assert "materi lain" in text
    assert "Jumlah yang ditetapkan: 150 JP." in text
    assert " JP)" not in text


@pytest.mark.parametrize("count", [3, 80])
def test_endless_titles_and_names_ask_for_no_third_page(count):
    title = "{place} " + LONG.replace("{", "")
    holder = Holder("a", LONG, LONG, number=1)
    taught = tuple(Lesson(title.format(place=place), LONG, 45, 1) for place in range(count))
    found = replace(CERTIFICATES, title=LONG, lessons=taught, holders=(holder,), numbers=("001",))
    pages = texts(made("sertifikat", found, "A4"))
    assert len(pages) == 2
    assert "1 JP = 45 menit." in pages[1]
