"""The disk is full in the middle of a sentence: said in red, nothing lost, saved when there is room again."""

import pytest

from tests.flows import halls

FULL = (
    "Belum tersimpan: ruang disk penuh. Isian Anda masih ada di layar. Kosongkan ruang, lalu tekan Coba lagi."
)
LONG = "Catatan panjang tentang disk yang penuh. " * 600


ANSWER = "Usulan yang ditulis saat disk penuh, Jum'at <b. " * 400


@pytest.fixture
def hand(start, clock, tmp_path):
    path, profile = tmp_path / "a.bimtek", tmp_path / "profil"
    halls.empty(path, profile, clock)
    return start(profile, path)


def give_room(hand, pages):
    """Let the file have so many pages at most, 0 for those it has now."""
    desk = hand.app.desk

    def limit():
        conn = desk._workspace.db.conn
        now = conn.execute("PRAGMA page_count").fetchone()[0]
        conn.execute(f"PRAGMA max_page_count = {pages or now}").fetchall()

    hand.app.lane.data(limit)
    hand.settle()


def test_what_is_typed_stays_on_the_screen_and_is_saved_by_coba_lagi(hand):
    hand.rail("note")
    hand.type("Sebelum penuh")
    hand.press("Return")
    hand.settle()
    give_room(hand, 0)
    hand.copy_elsewhere(LONG)
    hand.press("Ctrl+V")
    hand.until(lambda: hand.said() == FULL, "for the sentence")
    assert hand.page.bar.property("weight") == "error"
    assert hand.text("note-line") == LONG
    assert hand.text("savedAt") == "Belum tersimpan (1 isian)"
    hand.type("dan masih bisa diketik, Jum'at <b")
    hand.until(lambda: hand.app.autosave.fault() is not None, "for the next try")
    release(hand, 1_000_000)
    hand.click("messageBar-action")
    hand.settle()
    assert hand.text("savedAt").startswith("Tersimpan ")
    hand.press("Return")
    hand.settle()
    texts = [hand.screen.model.note(row).text for row in range(hand.screen.model.rowCount())]
    assert texts == ["Sebelum penuh", f"{LONG}dan masih bisa diketik, Jum'at <b"]


def release(hand, pages):
    """Make room again, while something still waits to be saved."""
    desk, done = hand.app.desk, []

    def limit():
        desk._workspace.db.conn.execute(f"PRAGMA max_page_count = {pages}").fetchall()
        return True

    hand.app.lane.data(limit, done.append)
    hand.until(lambda: done, "for room on the disk")


def test_an_answer_in_the_grid_stays_in_its_cell_until_there_is_room(start, clock, tmp_path):
    path, profile = tmp_path / "b.bimtek", tmp_path / "profil"
    halls.of_long_names(path, profile, clock)
    hand = start(profile, path)
    hand.press("Ctrl+2")
    hand.rail("worksheet")
    hand.go_to("worksheetGrid")
    hand.press("Ctrl+Home", "Tab", "Tab", "Tab")
    give_room(hand, 0)
    hand.copy_elsewhere(ANSWER)
    hand.press("Ctrl+V")
    hand.until(lambda: hand.said() == FULL, "for the sentence")
    grid = hand.screen.grid
    at = hand.screen.page.view.currentIndex()
    assert grid.raw(at) == ANSWER.strip()
    for keys, key in (("Alt+0", "note"), ("Alt+6", "worksheet")):
        hand.press(keys)
        hand.until(lambda key=key: hand.page.screens.key == key, f"for the screen {key}")
        assert hand.app.lane.drain(10)
    assert grid.raw(at) == ANSWER.strip(), "still there after another screen"
    release(hand, 1_000_000)
    hand.press("Ctrl+S")
    hand.settle()
    assert hand.text("savedAt").startswith("Tersimpan ")
    assert grid.count_pending() == 0
    assert grid.raw(at) == ANSWER.strip()
