"""Files that the welcome page must refuse or open with care, chosen as a person chooses them."""

import os

import pytest
from PySide6.QtWidgets import QFileDialog

from smartcity_desktop.storage import workspace
from tests.flows import halls


@pytest.fixture
def made(clock, tmp_path):
    """A sound file with a note in it."""
    path, profile = tmp_path / "baik.bimtek", tmp_path / "profil"
    halls.empty(path, profile, clock)
    return path


@pytest.fixture
def choose(monkeypatch, start, tmp_path):
    """Choose a file by "Buka berkas …" on the welcome page."""

    def chosen(path):
        monkeypatch.setattr(
            QFileDialog, "getOpenFileName", staticmethod(lambda *_asked: (str(path), "Berkas Bimtek"))
        )
        hand = start(tmp_path / "profil")
        hand.click("welcome-open")
        hand.until(lambda: hand.said() or hand.page is not None, "for an answer")
        hand.settle()
        return hand

    return chosen


def damaged(path):
    path.write_bytes(path.read_bytes()[: 3 * 4096])


def foreign(path):
    path.write_bytes(b"PK\x03\x04 lembar kerja biasa " * 400)


def newer(path):
    raw = bytearray(path.read_bytes())
    raw[60:64] = (9_999).to_bytes(4, "big")
    path.write_bytes(raw)


def missing(path):
    path.unlink()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (damaged, "Berkas Bimtek ini rusak"),
        (foreign, "Berkas ini bukan berkas Bimtek."),
        (newer, "Berkas ini dibuat oleh program yang lebih baru."),
        (missing, "Berkas bukan-baik.bimtek tidak ditemukan."),
    ],
)
def test_a_file_that_cannot_be_opened_is_refused_in_a_sentence_and_stays_as_it_was(
    choose, made, spoil, words
):
    path = made.rename(made.with_name("bukan-baik.bimtek"))
    spoil(path)
    before = path.read_bytes() if path.exists() else None
    hand = choose(path)
    assert hand.said().startswith(words)
    assert hand.seen("welcome-new").isEnabled()
    assert (path.read_bytes() if path.exists() else None) == before


def test_a_file_on_a_medium_that_cannot_be_written_can_be_read_and_printed(choose, made, monkeypatch):
    def access(path, mode):
        return mode != os.W_OK and os.path.exists(path)  # noqa: PTH110 - stands in for os.access itself

    before = made.read_bytes()
    monkeypatch.setattr(workspace.os, "access", access)
    hand = choose(made)
    assert hand.page is not None
    assert hand.text("savedAt") == "Hanya baca"
    hand.press("Ctrl+K")
    hand.type("cetak daftar hadir")
    hand.press("Return")
    hand.until(lambda: hand.seen("preview") is not None, "for the print")
    hand.press("Esc")
    hand.press("Ctrl+W")
    hand.until(lambda: hand.page is None, "until it is closed")
    hand.settle()
    assert made.read_bytes() == before
