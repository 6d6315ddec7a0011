"""Undo and redo reach over screens, and say what they took back."""

from tests.flows import halls


def test_acts_of_several_screens_go_back_and_come_again_each_with_its_sentence(start, clock, tmp_path):
    path, profile = tmp_path / "a.bimtek", tmp_path / "profil"
    halls.empty(path, profile, clock)
    hand = start(profile, path)
    hand.rail("opd")
    hand.go_to("opd-add-text")
    hand.type("Dinas Kesehatan")
    hand.press("Return")
    hand.until(lambda: hand.screen.model.rowCount() == 1, "for the OPD")
    hand.settle()
    hand.rail("document")
    hand.click("document-rpjmd")
    hand.screen.frame.points.focus_kind("isu")
    hand.type("Banjir tiap Jum'at")
    hand.press("Return")
    hand.settle()
    hand.rail("note")
    hand.type("! Format satu <b")
    hand.press("Return")
    hand.settle()
    hand.rail("home")
    told = []
    for keys, words in (("Ctrl+Z", "Diurungkan: "), ("Ctrl+Y", "Diulangi: ")):
        for _step in range(3):
            before = hand.said()
            hand.press(keys)
            hand.until(lambda before=before: hand.said() != before, f"for {keys}")
            hand.settle()
            assert hand.said().startswith(words)
            told.append(hand.said().removeprefix(words))
    assert told[:3] == told[:2:-1], "they come again in the other order"
    assert told[0] == "tulis catatan."
    assert told[2] == "tambah Dinas Kesehatan."
    hand.press("Ctrl+Y")
    hand.until(lambda: "lagi" in hand.said(), "for the end of the list")
    assert hand.said() == "Tidak ada yang bisa diulangi lagi."
    for key, count in (("opd", 1), ("note", 1)):
        hand.rail(key)
        assert hand.screen.model.rowCount() == count
    hand.rail("document")
    assert hand.screen.frame.points.told.text() == "1 isu strategis"


def test_in_a_line_that_is_typed_undo_is_the_lines_own(start, clock, tmp_path):
    path, profile = tmp_path / "a.bimtek", tmp_path / "profil"
    halls.empty(path, profile, clock)
    hand = start(profile, path)
    hand.rail("note")
    hand.type("Rapat dibuka")
    hand.settle()
    hand.press("Ctrl+Z")
    hand.settle()
    assert hand.text("note-line") != "Rapat dibuka"
    assert not hand.said()
