"""What all papers before the day and at the door have in common: words, edges, and that no text stops them.

After a wanted change delete the file in ``tests/reference``; the test writes the new text and fails once.
"""

import dataclasses
from pathlib import Path

import pytest
from reportlab.lib.units import mm

from smartcity_desktop.domain.print_job import KINDS
from smartcity_desktop.reporting import pages
from tests.reporting.papers import CARDS, MODULES, PICTURES, printed
from tests.reporting.pictures import frame, page_image, poisoned, texts, words
from tests.reporting.test_hostile import TEXTS

FOLDER = Path(__file__).resolve().parent.parent / "reference"


@pytest.mark.parametrize("kind", PICTURES)
def test_a_paper_says_what_its_reference_says(kind):
    found = "".join(f"{line.rstrip()}\n" for line in "\n\f\n".join(texts(printed(kind))).split("\n"))
    file = FOLDER / f"{kind.replace('-', '_')}.txt"
    if not file.exists():
        file.write_text(found, encoding="utf-8", newline="\n")
        pytest.fail(f"{file.name} was missing; it was written from this print: read it")
    assert found.split("\n") == file.read_text(encoding="utf-8").split("\n")


@pytest.mark.parametrize("paper", ["F4", "A4"])
@pytest.mark.parametrize("kind", PICTURES)
def test_ten_millimetres_stay_free_at_every_edge(kind, paper):
    pdf = printed(kind, paper=paper)
    for place in range(pages.page_count(pdf)):
        width, height = pages.page_size(pdf, place)
        sides = {round(width / mm), round(height / mm)}
        assert sides == ({215, 330} if paper == "F4" else {210, 297})
        image = page_image(pdf, place, 800)
        edge = int(9.8 * 800 / (width / mm))
        inside = image.point(lambda tone: 255 if tone < 250 else 0).getbbox()
        assert inside[0] >= edge
        assert inside[1] >= edge
        assert image.width - inside[2] >= edge
        assert image.height - inside[3] >= edge


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize("kind", PICTURES)
def test_no_text_stops_a_paper(kind, text):
    around = dataclasses.replace(poisoned(frame(), text), paper="F4")
    assert pages.page_count(printed(kind, poisoned(PICTURES[kind], text), around=around)) >= 1


@pytest.mark.parametrize("kind", PICTURES)
def test_tags_are_printed_as_they_were_typed(kind):
    told = "<b <img src=x> & tutup"
    around = dataclasses.replace(poisoned(frame(), told), paper="F4")
    assert told in words(printed(kind, poisoned(PICTURES[kind], told), around=around))


@pytest.mark.parametrize("kind", PICTURES)
def test_the_same_picture_gives_the_same_bytes(kind):
    assert printed(kind) == printed(kind)


@pytest.mark.parametrize("kind", sorted(set(PICTURES) - CARDS))
def test_every_page_says_which_of_how_many_it_is_and_when_it_was_printed(kind):
    for text in texts(printed(kind)):
        assert "halaman 1 dari 1" in text
        assert "dicetak 4-8-2026 10.47 WITA" in text


def test_every_kind_of_these_families_has_a_picture_here():
    families = {item.family for item in KINDS if item.key in PICTURES}
    assert {item.key for item in KINDS if item.family in families} == set(PICTURES) == set(MODULES)
