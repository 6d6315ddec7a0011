"""What a row of a sheet has been: one key shows it, and an older answer comes back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.worksheet.hand import press, settle, stand, stored

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_answers_about_a_program_have_a_history_and_an_older_one_is_used_again(screen, hall, clock):
    for told in ("banjir rob", "air asin"):
        stand(screen, 0, "issue")
        press(told, KEY.Key_Return)
        settle(screen)
        clock.forward(minutes=6)
    assert stored(hall, 0, "issue") == "air asin"
    stand(screen, 0, "issue")
    press(KEY.Key_H, held=CTRL)
    settle(screen)
    dialog = screen._ways.history.dialog
    assert dialog.back.text() == "Pakai isi ini lagi", "an analysis stands once for its program"
    older = next(
        place
        for place, version in enumerate(dialog._history.versions)
        if version.values.get("issue_text") == "banjir rob" or "banjir rob" in version.values.values()
    )
    for _ in range(older):
        QTest.keyClick(dialog.versions, KEY.Key_Down)
    said = []
    screen.said.connect(said.append)
    dialog.back.click()
    settle(screen)
    assert stored(hall, 0, "issue") == "banjir rob"
    assert said == ["Isi lama dipakai lagi. Ctrl+Z mengurungkan."]
    assert screen.grid.grid.rows[0].values["issue"] == "banjir rob"


def test_a_row_that_nobody_has_written_says_that_it_has_no_history(screen):
    warned = []
    screen.warned.connect(warned.append)
    stand(screen, 1, "issue")
    press(KEY.Key_H, held=CTRL)
    settle(screen)
    assert warned == ["Baris ini belum punya riwayat."]
    assert "Riwayat baris ini (Ctrl+H)" in [item.words for item in screen.commands()]
