"""Size, edges, head and foot of the pages, and bytes that do not change."""

import logging

import pytest
from reportlab import rl_config

from smartcity_desktop.reporting import page, pages
from smartcity_desktop.reporting.blocks import paragraphs
from tests.reporting.pictures import EMPTY, PRINTS, bookmarks, frame, metadata, page_image, texts

SIZES = {"A4": (595.28, 841.89), "F4": (609.45, 935.43)}
BROAD = {"blank", "filled"}


def part(name, count, *, first=page.UPRIGHT, number=""):
    paper = page.Paper(f"Judul {name}", f"Kaki {name}", (f"Atas {name}", ""), first)
    blocks = paragraphs(" ".join([f"isi-{name}"] * count))
    return page.Part(lambda: blocks, paper, frame(doc_number=number), f"Penanda {name}")


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("kind", PRINTS)
def test_the_page_has_exactly_the_size_of_the_paper(kind, paper):
    size = pages.page_size(PRINTS[kind](frame(paper)), 0)
    wanted = SIZES[paper][::-1] if kind in BROAD else SIZES[paper]
    assert size == pytest.approx(wanted, abs=0.006)


@pytest.mark.parametrize("kind", PRINTS)
def test_the_same_picture_gives_the_same_bytes(kind):
    assert PRINTS[kind](frame()) == PRINTS[kind](frame())


@pytest.mark.parametrize("made", [PRINTS, EMPTY], ids=["usual", "empty"])
@pytest.mark.parametrize("kind", PRINTS)
def test_every_page_says_which_of_how_many_and_when_it_was_printed(kind, made):
    found = texts(made[kind](frame()))
    for number, text in enumerate(found, start=1):
        assert f"halaman {number} dari {len(found)}" in text
        assert "dicetak 4-8-2026 10.47 WITA" in text
        assert "versi 3" in text


@pytest.mark.parametrize("kind", PRINTS)
def test_every_page_carries_its_sheet_or_document_number(kind):
    number = "Lembar L5-014" if kind in BROAD else "II-1-2"
    assert all(number in text for text in texts(PRINTS[kind](frame())))


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("kind", PRINTS)
def test_ten_millimetres_stay_free_at_every_edge(kind, paper):
    pdf = PRINTS[kind](frame(paper))
    for index in range(pages.page_count(pdf)):
        width, _ = pages.page_size(pdf, index)
        image = page_image(pdf, index, 800)
        edge = int(9.8 * 800 / (width / 72 * 25.4))
        across, down = image.size
        inside = image.point(lambda tone: 255 if tone < 250 else 0).getbbox()
        assert inside[0] >= edge
        assert inside[1] >= edge
        assert across - inside[2] >= edge
        assert down - inside[3] >= edge


def test_the_file_says_what_it_is_and_whose():
    found = metadata(PRINTS["report"](frame()))
    assert found["Title"] == "Laporan Sesi - Kerja Kelompok 2 — Analisis Renstra per OPD"
    assert found["Author"] == "Dinas Komunikasi dan Informatika"
    assert b"/Lang (id-ID)" in PRINTS["report"](frame())


def test_no_picture_or_link_is_fetched_while_printing():
    PRINTS["blank"](frame())
    assert (rl_config.trustedSchemes, rl_config.trustedHosts) == (["data"], [])


def test_a_print_of_many_pages_counts_them_all(caplog):
    caplog.set_level(logging.WARNING)
    paper = page.Paper("Panjang", "Panjang")
    pdf = page.make_pdf(lambda: paragraphs("satu baris\n" * 900), paper, frame())
    found = texts(pdf)
    assert len(found) > 10
    assert f"halaman {len(found)} dari {len(found)}" in found[-1]


def test_several_prints_in_one_file_keep_page_numbers_and_feet_of_their_own():
    pdf = page.press([part("a", 2500), part("b", 5, first=page.BROAD), part("c", 2500)], title="Semua")
    found = texts(pdf)
    of = {name: [text for text in found if f"Kaki {name}" in text] for name in "abc"}
    assert sum(map(len, of.values())) == len(found)
    for name, own in of.items():
        for number, text in enumerate(own, start=1):
            assert f"halaman {number} dari {len(own)}" in text
            assert (f"Atas {name}" in text) is (number > 1)
            assert f"isi-{name}" in text
    assert [len(of["a"]) > 1, len(of["b"]), len(of["c"]) > 1] == [True, 1, True]
    sizes = [pages.page_size(pdf, place) for place in range(len(found))]
    assert [width > height for width, height in sizes] == ["Kaki b" in text for text in found]
    assert metadata(pdf)["Title"] == "Semua"


def test_each_print_of_a_file_has_a_bookmark_at_its_first_page():
    pdf = page.press([part("a", 2500), part("<b> & Jum'at 1", 5), part("c", 5)])
    count = pages.page_count(pdf)
    assert bookmarks(pdf) == [
        ("Penanda a", 0),
        ("Penanda <b> & Jum'at 1", count - 2),
        ("Penanda c", count - 1),
    ]
    assert bookmarks(page.press([part("a", 2500)])) == []


def test_work_on_a_file_of_several_prints_tells_how_far_it_is_and_can_be_ended():
    steps = []
    page.press([part("a", 5), part("b", 5)], told=lambda done, total: steps.append((done, total)))
    assert steps == [(0, 4), (1, 4), (2, 4), (3, 4)]

    def enough(done, _total):
        if done == 2:
            raise KeyError(done)

    with pytest.raises(KeyError):
        page.press([part("a", 5), part("b", 5)], told=enough)
    assert page.press([part("a", 5)]).startswith(b"%PDF")
