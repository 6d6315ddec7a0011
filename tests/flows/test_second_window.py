"""The same file in two windows: the second one is told, the first one loses nothing."""

from tests.flows import halls


def test_the_second_window_is_told_and_the_first_goes_on(start, clock, tmp_path):
    path, profile = tmp_path / "a.bimtek", tmp_path / "profil"
    halls.empty(path, profile, clock)
    first = start(profile, path)
    first.rail("note")
    first.type("Sebelum jendela kedua")
    second = start(tmp_path / "lain" / "profil", path)
    second.until(second.said, "for the sentence")
    assert second.said() == (
        "Berkas ini sedang dibuka di jendela lain. Isian di sana aman. "
        "Tutup jendela itu dahulu, atau lanjutkan bekerja di sana."
    )
    assert second.seen("welcome-new") is not None
    first.app.window.activateWindow()
    first.go_to("note-line")
    first.type(", dan sesudahnya Jum'at")
    first.press("Return")
    first.settle()
    assert [first.screen.model.note(0).text] == ["Sebelum jendela kedua, dan sesudahnya Jum'at"]
    first.press("Ctrl+W")
    first.until(lambda: first.page is None, "until the first is closed")
    first.settle()
    second.app.window.activateWindow()
    second.app.open_file(path)
    second.until(lambda: second.page is not None, "for the file")
    second.settle()
    second.rail("note")
    assert second.screen.model.note(0).text == "Sebelum jendela kedua, dan sesudahnya Jum'at"
