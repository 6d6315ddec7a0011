"""Coba contoh: the invented city opens full of data, every screen shows some, and its report is printed."""


def test_the_sample_opens_from_the_welcome_page_full_of_data(start, tmp_path):
    hand = start(tmp_path / "profil")
    hand.click("welcome-sample")
    hand.until(lambda: hand.page is not None, "for the sample")
    hand.settle()
    assert hand.page.top.title.text() == "Bimtek Kota Contoh 2026"
    for key in tuple(hand.page.rail.buttons):
        hand.click(f"rail-{key}")
        hand.until(lambda key=key: hand.page.screens.key == key, f"for the screen {key}")
        hand.settle()
        assert "gangguan" not in hand.said()
    hand.rail("opd")
    assert hand.screen.model.rowCount() > 10
    hand.rail("note")
    hand.press("Ctrl+1")
    assert hand.screen.model.rowCount() + len(hand.screen._read.notes) > 0
    hand.press("Ctrl+K")
    hand.type("cetak laporan sesi")
    hand.press("Return")
    hand.until(lambda: hand.seen("preview") is not None, "for the report")
    hand.press("Esc")
    hand.press("Ctrl+W")
    hand.until(lambda: hand.page is None, "until it is closed")
    hand.settle()
    assert (tmp_path / "Bimtek Kota Contoh 2026.bimtek").exists()
