"""The screen Cetak: every document by moment, on both papers, followed when what it holds changes."""

import re

import pytest

from smartcity_desktop.reporting.pages import page_count, page_size, page_text
from tests.flows import halls

SIZES = {"A4": (210, 297), "F4": (215, 330)}
POINTS_PER_MM = 72 / 25.4


def saved(hand, target):
    """Save the pages that are shown, and return them."""
    hand.screen.write_to(target)
    hand.until(target.exists, "for the PDF")
    hand.settle()
    return target.read_bytes()


def shown(hand, what):
    """Wait for the first page, and return the words about the pages."""
    hand.until(lambda: hand.screen.pages.pages and hand.screen.pages.pages[0].is_drawn, f"for {what}")
    hand.settle()
    return hand.text("print-count")


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("make", [halls.empty, halls.of_long_names])
def test_every_document_is_shown_and_saved_on_the_paper_that_is_chosen(start, clock, tmp_path, make, paper):
    path, profile = tmp_path / "a.bimtek", tmp_path / "profil"
    make(path, profile, clock)
    hand = start(profile, path)
    if hand.page.sessions.session is None:
        hand.press("F5")
        hand.find("sessionStart")
        hand.press("Return")
        hand.until(lambda: hand.page.sessions.session is not None, "for a session")
        hand.settle()
    hand.rail("report")
    hand.click(f"print-paper-{paper}")
    for key in halls.KINDS:
        hand.choose_in("print-list", lambda index, key=key: is_line(index, key))
        if key == halls.FILLED and make is halls.empty:
            hand.until(lambda: hand.screen.stack.currentWidget() is hand.screen.refused, "for a sentence")
            assert hand.screen.refused.sentence.text().startswith("Belum ada yang mengisi kertas kerja")
            continue
        hand.until(lambda key=key: made(hand, key, paper), f"for {key}")
        words = shown(hand, key)
        pdf = saved(hand, tmp_path / f"{key}-{paper}.pdf")
        assert words == f"{page_count(pdf)} halaman · {paper}"
        for place in range(page_count(pdf)):
            size = sorted(side / POINTS_PER_MM for side in page_size(pdf, place))
            assert size == pytest.approx(SIZES[paper], abs=0.5)


def is_line(index, key):
    return getattr(index.data(256), "key", "") == key


def made(hand, key, paper):
    found = hand.screen._made
    return found is not None and (found.asked.kind, found.asked.paper) == (key, paper)


def test_a_report_on_the_screen_follows_what_is_written_meanwhile(start, clock, tmp_path):
    path, profile = tmp_path / "a.bimtek", tmp_path / "profil"
    halls.of_long_names(path, profile, clock)
    hand = start(profile, path)
    hand.rail("report")
    hand.choose_in("print-list", lambda index: is_line(index, "laporan-sesi"))
    hand.until(lambda: made(hand, "laporan-sesi", "F4"), "for the report")
    hand.rail("note")
    hand.type("! Keputusan sesudah laporan, Jum'at <b")
    hand.rail("report")
    hand.until(lambda: made(hand, "laporan-sesi", "F4"), "for the report once more")
    shown(hand, "the report")
    pdf = saved(hand, tmp_path / "lagi.pdf")
    text = re.sub(r"\s+", "", "".join(page_text(pdf, place) for place in range(page_count(pdf))))
    assert "Keputusansesudahlaporan,Jum'at<b" in text
