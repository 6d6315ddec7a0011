"""Vision, missions and keywords on paper and in the hall: what was adopted, what changed, the draft apart."""

import pytest

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.paper_vision import DRAFT, SHORT, VISION_TEXT, VISION_WORDS
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.domain.vision import MISSION, VISION
from smartcity_desktop.reporting.pages import page_text
from smartcity_desktop.services.report import page_count, render
from smartcity_desktop.storage import hall_vision
from tests.services.test_vision import plan, write

assert plan
"""The fixture of the tests of vision and missions."""


def printed(desk, key, **asked):
    pdf = render(desk.report.asked(key, PrintAsk(**asked)))
    return " ".join(" ".join(page_text(pdf, place).split()) for place in range(page_count(pdf)))


def slides(desk):
    return [(item.about, item.words) for item in desk.hall.slides() if item.kind == hall.VISION]


@pytest.fixture
def adopted(desk, plan):
    """Two versions of a vision, one of the missions, and a draft that goes further."""
    row = desk.vision.board().vision.id
    desk.vision.write(row, "Kota maju & bersih")
    desk.vision.adopt(VISION, "Pleno kelompok")
    desk.vision.write(row, "Kota maju, bersih, dan jujur")
    first = desk.vision.add("Mendekatkan layanan")[0]
    desk.vision.tie(first, "point", plan[:1])
    desk.vision.adopt(VISION)
    desk.vision.adopt(MISSION)
    desk.vision.write(row, "Kota yang lain sama sekali")
    return first


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_the_adopted_text_is_printed_with_ties_and_the_changes_of_every_version(desk, adopted, paper):
    assert adopted
    text = printed(desk, VISION_TEXT, paper=paper)
    assert text.index("Kota maju, bersih, dan jujur") < text.index("Riwayat versi")
    assert "Kota yang lain" not in text, "what is worked on is no part of it"
    assert "1 Mendekatkan layanan Misi 1 –" in text
    assert "2 Membersihkan kota belum ada" in text
    assert "Visi · Versi 1 · Diganti" in text
    assert "Pleno kelompok" in text
    assert "Kota maju &, bersih, dan jujur" in text, "what went stands where it stood"


def test_without_its_history_only_what_stands_is_printed(desk, adopted):
    assert adopted
    text = printed(desk, VISION_TEXT, choice=SHORT)
    assert "Kota maju, bersih, dan jujur" in text
    assert "Riwayat versi" not in text


def test_the_draft_is_printed_as_one_with_what_may_be_looked_at_again(desk, adopted):
    assert adopted
    text = printed(desk, VISION_TEXT, choice=DRAFT)
    assert "Rancangan, belum ditetapkan" in text
    assert "Kota yang lain sama sekali" in text
    assert "• Misi berjumlah 1; lazimnya 3 sampai 6." in text
    assert "• Misi 1 belum dikaitkan dengan dimensi." in text


def test_an_empty_workshop_prints_what_is_missing(desk):
    text = printed(desk, VISION_TEXT)
    assert "Visi belum ditetapkan." in text
    assert "Misi belum ditetapkan." in text
    assert "Belum ada kata kunci." in printed(desk, VISION_WORDS)


def test_keywords_are_printed_with_counts_tables_and_reasons(desk):
    for place, reason in enumerate(("Data beda", "Warga tanya")):
        write(desk, "L4", {"text": "jujur", "reason": reason}, place)
    write(desk, "L4", {"text": "bersih <b>"}, 2)
    desk.vision.choose([desk.vision.board().keywords[0].rows[0]], chosen=True)
    desk.vision.write(desk.vision.board().vision.id, "Kota yang jujur")
    text = printed(desk, VISION_WORDS)
    assert "1 jujur 2 – ya ada GOV, BRD Data beda; Warga tanya" in text
    assert "2 bersih <b> 1 – – – ECO" in text


def test_prints_say_the_words_of_the_event(desk, adopted):
    assert adopted
    desk.workshop.update("word_dimension", "Pilar")
    assert "Pilar" in printed(desk, VISION_TEXT)


def test_a_hostile_text_of_any_length_is_printed(desk):
    desk.vision.write(desk.vision.board().vision.id, "<b>&" + "sangatpanjang" * 40 + " kata " * 3000)
    desk.vision.adopt(VISION)
    desk.vision.write(desk.vision.board().vision.id, "pendek")
    desk.vision.adopt(VISION)
    assert "kata kata" in printed(desk, VISION_TEXT)


def test_the_hall_sees_what_was_adopted_and_the_draft_only_as_a_draft(desk, adopted):
    assert adopted
    assert slides(desk) == [("", "Visi dan misi"), (hall_vision.DRAFT, "Rancangan visi dan misi")]
    slide = desk.hall.slide(hall.VISION)
    assert slide.eyebrow == "Ditetapkan · Visi versi 2 · Misi versi 1"
    assert slide.body.vision == "Kota maju, bersih, dan jujur"
    assert [(item.text, item.ties) for item in slide.body.missions] == [
        ("Mendekatkan layanan", "RPJMD: Misi 1")
    ]
    draft = desk.hall.slide(hall.VISION, hall_vision.DRAFT)
    assert (draft.eyebrow, draft.body.vision) == (
        "Rancangan, belum ditetapkan",
        "Kota yang lain sama sekali",
    )
    desk.vision.adopt(VISION)
    assert slides(desk) == [("", "Visi dan misi")]


def test_without_any_text_the_hall_is_offered_none(desk):
    assert slides(desk) == []
    assert desk.hall.slide(hall.VISION).note == "Belum ada visi dan misi."
