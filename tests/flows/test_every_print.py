"""Every kind of print, seen in the window's own preview: of an empty workshop, and of 500-letter names."""

import re

import pytest

from smartcity_desktop.reporting.pages import page_count, page_size, page_text
from tests.flows import halls

HEADED = {"laporan-sesi", "daftar-hadir", "dossier-opd"}
"""Prints that begin with the kop."""
WORDS_KEPT = 120
"""Letters of a 500-letter name that every print shows at least."""


def preview_of(hand, kind):
    """Ask for a print by Ctrl+K, and wait for its first page."""
    hand.press("Ctrl+K")
    hand.type(halls.KINDS[kind])
    hand.press("Return")
    hand.until(lambda: hand.seen("preview") is not None or hand.said(), f"for {kind}")
    assert hand.seen("preview") is not None, hand.said()
    preview = hand.page.prints.preview
    hand.until(lambda: preview.pages.pages[0].is_drawn, "for the first page")
    return preview


def saved(hand, preview, target):
    """Save a preview as PDF and close it; return its bytes."""
    preview.write_to(target)
    hand.until(target.exists, "for the PDF")
    hand.settle()
    hand.press("Esc")
    hand.until(lambda: hand.seen("preview") is None, "until the preview is closed")
    return target.read_bytes()


def squeezed(pdf):
    return re.sub(r"\s+", "", "".join(page_text(pdf, place) for place in range(page_count(pdf))))


def is_f4(pdf):
    sizes = [sorted(page_size(pdf, place)) for place in range(page_count(pdf))]
    return all(size == pytest.approx([215 * 72 / 25.4, 330 * 72 / 25.4], abs=2) for size in sizes)


@pytest.mark.parametrize("kind", [kind for kind in halls.KINDS if kind != halls.FILLED])
def test_an_empty_workshop_prints(start, clock, tmp_path, kind):
    path, profile = tmp_path / "kosong.bimtek", tmp_path / "profil"
    halls.empty(path, profile, clock)
    hand = start(profile, path)
    hand.press("F5")
    hand.find("sessionStart")
    hand.press("Return")
    hand.until(lambda: hand.page.sessions.session is not None, "for a session without anything")
    hand.settle()
    pdf = saved(hand, preview_of(hand, kind), tmp_path / "kosong.pdf")
    assert page_count(pdf) >= 1
    assert is_f4(pdf)
    text = squeezed(pdf)
    assert "BimtekKonsel" in text
    assert ("PEMERINTAHKABUPATENKONAWESELATAN" in text) is (kind in HEADED)


def test_a_report_without_a_session_says_what_to_do(start, clock, tmp_path):
    path, profile = tmp_path / "kosong.bimtek", tmp_path / "profil"
    halls.empty(path, profile, clock)
    hand = start(profile, path)
    hand.press("Ctrl+K")
    hand.type("cetak laporan sesi")
    hand.press("Return")
    hand.until(hand.said, "for a sentence")
    assert hand.said().startswith("Belum ada sesi di Bimtek ini.")
    hand.settle()
    assert hand.page.progress.isHidden()


def test_sheets_that_nobody_filled_are_a_sentence_and_no_print(start, clock, tmp_path):
    path, profile = tmp_path / "kosong.bimtek", tmp_path / "profil"
    halls.empty(path, profile, clock)
    hand = start(profile, path)
    hand.press("Ctrl+K")
    hand.type(halls.KINDS[halls.FILLED])
    hand.press("Return")
    hand.until(hand.said, "for a sentence")
    assert hand.said().startswith(
        "Belum ada yang mengisi kertas kerja mana pun, jadi tidak ada yang dicetak."
    )
    hand.settle()
    assert hand.page.progress.isHidden()
    assert hand.seen("preview") is None


@pytest.mark.parametrize("kind", halls.KINDS)
def test_names_of_500_letters_print(start, clock, tmp_path, kind):
    path, profile = tmp_path / "panjang.bimtek", tmp_path / "profil"
    halls.of_long_names(path, profile, clock)
    hand = start(profile, path)
    pdf = saved(hand, preview_of(hand, kind), tmp_path / "panjang.pdf")
    assert is_f4(pdf)
    text = squeezed(pdf)
    wanted = {"laporan-sesi": ("Dinas", "Catatan", "Isu", "Peraturan", "Kepala"), "daftar-hadir": ("Dinas",)}
    for begin in wanted.get(kind, ("Dinas", "Program")):
        name = halls.long_name(begin).replace(" ", "")
        assert name[len(begin) : WORDS_KEPT] in text, begin
