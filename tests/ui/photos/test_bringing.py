"""Photos come in by hand, by clipboard and by dialog, into the session that is shown."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from smartcity_desktop.errors import DiskFault
from smartcity_desktop.services.photo import PhotoService
from tests.exchange import photos
from tests.ui.photos.hand import carrying
from ui.screens.note.screen import LINES, PHOTOS
from ui.widgets import photo_flow
from ui.widgets.photo_album import NO_SESSION, READ_ONLY, came_words


def test_dropped_photos_stand_in_the_session_by_their_time(hand, files):
    assert hand.screen.whole.currentIndex() == LINES
    hand.bring(*files)
    assert hand.screen.whole.currentIndex() == PHOTOS
    assert hand.names() == ["IMG_2.jpg", "IMG_1.jpg", "IMG_3.jpg"]
    assert [item.source_name for item in hand.stored(hand.second)] == hand.names()
    assert hand.stored(hand.first) == []
    assert hand.said == ["3 foto masuk ke sesi “Kerja kelompok”. Ctrl+Z mengurungkan."]
    assert hand.screen.segments.buttons[PHOTOS].text() == "Foto (3)"
    assert [tile.number.text() for tile in hand.wall.tiles] == ["Foto 1", "Foto 2", "Foto 3"]
    assert hand.tile("IMG_1.jpg").time.text() == "diambil 10.00"
    assert all(tile.picture.picture is not None for tile in hand.wall.tiles)
    assert hand.album.progress.isHidden()
    assert hand.album.refused.isHidden()


def test_a_folder_of_photos_may_be_dropped(hand, files):
    photos.put(files[0].parent, "daftar.xlsx", b"bukan foto")
    hand.bring(files[0].parent)
    assert len(hand.stored(hand.second)) == 3
    assert hand.album.refused.isHidden()


def test_a_damaged_photo_is_named_and_the_others_come_in(hand, files, tmp_path):
    broken = photos.put(tmp_path, "rusak.jpg", photos.jpeg()[:3000])
    phone = photos.put(tmp_path, "IMG_9.HEIC", b"\x00\x00\x00\x24ftypheic" + bytes(99))
    hand.bring(files[0], broken, phone, files[1])
    assert hand.names() == ["IMG_2.jpg", "IMG_1.jpg"]
    said = hand.album.refused.text.text().split("\n")
    assert [line.split(" ")[0] for line in said] == ["rusak.jpg", "IMG_9.HEIC"]
    assert "dikirim sebagai JPG" in said[1]
    hand.qtbot.mouseClick(hand.album.refused.away, Qt.MouseButton.LeftButton)
    assert hand.album.refused.isHidden()
    hand.bring(broken)
    assert hand.album.refused.text.text().count("rusak.jpg") == 1
    assert hand.said == ["2 foto masuk ke sesi “Kerja kelompok”. Ctrl+Z mengurungkan."]


def test_many_refused_files_do_not_fill_the_screen(hand, tmp_path):
    hand.bring(*[photos.put(tmp_path, f"{number}.gif", b"GIF89a.....") for number in range(9)])
    lines = hand.album.refused.text.text().split("\n")
    assert len(lines) == 7
    assert lines[-1] == "Dan 3 berkas lain."
    assert hand.stored(hand.second) == []


def test_the_same_photo_is_not_doubled_and_this_is_said(hand, files):
    hand.bring(files[0])
    hand.bring(files[0])
    assert hand.names() == ["IMG_1.jpg"]
    assert hand.warned == ["IMG_1.jpg sudah ada di sesi ini, tidak digandakan."]
    hand.bring(*files)
    assert hand.said[-1] == (
        "2 foto masuk ke sesi “Kerja kelompok”. Ctrl+Z mengurungkan. "
        "IMG_1.jpg sudah ada di sesi ini, tidak digandakan."
    )
    assert came_words(0, ("a", "b"), "x") == "2 foto sudah ada di sesi ini, tidak digandakan."


def test_without_a_session_it_is_said_where_photos_would_go_and_nothing_is_read(bare, files):
    bare.drop(*files)
    assert bare.warned == [NO_SESSION]
    assert not bare.album.flow.is_busy
    bare.screen.turn_to(PHOTOS)
    assert bare.album.nowhere.isVisible()
    bare.qtbot.mouseClick(bare.album.nowhere.buttons[0], Qt.MouseButton.LeftButton)
    assert bare.went == [("session-start", "")]


def test_a_file_that_can_only_be_read_takes_no_photo_and_says_why(hand, files, monkeypatch):
    hand.bring(files[0])
    monkeypatch.setattr(type(hand.desk), "is_read_only", property(lambda _desk: True))
    hand.screen.arrive()
    hand.settle()
    hand.drop(files[1])
    hand.settle()
    assert hand.warned == [READ_ONLY]
    assert hand.names() == ["IMG_1.jpg"]
    hand.tile("IMG_1.jpg").picture.setFocus()
    hand.key("IMG_1.jpg", Qt.Key.Key_Delete)
    assert hand.names() == ["IMG_1.jpg"]
    assert hand.tile("IMG_1.jpg").caption.isReadOnly()
    assert not hand.album.remove.isEnabled()
    assert hand.album.large.isEnabled()


def test_photos_go_to_the_session_that_is_chosen_even_if_another_runs(hand, files):
    assert hand.album.session.text() == "Foto sesi “Kerja kelompok” (sedang berjalan)"
    scope = hand.screen.scope
    scope.setCurrentIndex(scope.findData(hand.first))
    scope.activated.emit(scope.currentIndex())
    hand.settle()
    assert hand.album.session.text() == "Foto sesi “Pembukaan”"
    hand.bring(files[0])
    assert len(hand.stored(hand.first)) == 1
    scope.setCurrentIndex(0)
    scope.activated.emit(0)
    hand.settle()
    assert hand.names() == []
    assert hand.album.empty.isVisible()


def test_photos_that_are_being_read_stay_with_their_session_when_another_is_shown(hand, files):
    hand.drop(*files)
    scope = hand.screen.scope
    scope.setCurrentIndex(scope.findData(hand.first))
    scope.activated.emit(scope.currentIndex())
    hand.qtbot.waitUntil(lambda: hand.album.shown.session == hand.first)
    hand.drop(files[0])
    hand.settle()
    assert (len(hand.stored(hand.first)), len(hand.stored(hand.second))) == (1, 3)


def test_reading_can_be_stopped_and_shows_how_far_it_is(hand, files, monkeypatch):
    going, goes_on = threading.Event(), threading.Event()

    def slow(path, _cancelled):
        going.set()
        goes_on.wait(5)
        return real.read(path, lambda: False)

    real = hand.album.flow._readers
    held = photo_flow.PhotoReaders(real.files_of, slow, real.read_pasted)
    monkeypatch.setattr(hand.album.flow, "_readers", held)
    hand.drop(*files)
    hand.qtbot.waitUntil(going.is_set)
    hand.qtbot.waitUntil(hand.album.progress.isVisible)
    assert hand.album.progress.words.text() == "Membaca IMG_1.jpg (1 dari 3) …"
    assert hand.screen.holds()
    hand.qtbot.mouseClick(hand.album.progress.stop, Qt.MouseButton.LeftButton)
    goes_on.set()
    hand.settle()
    assert not hand.screen.holds()
    assert hand.album.progress.isHidden()
    assert hand.warned == ["Dihentikan. Foto yang belum selesai dibaca tidak dimasukkan."]
    assert hand.stored(hand.second) == []
    monkeypatch.undo()
    hand.bring(files[0])
    assert hand.names() == ["IMG_1.jpg"]


def test_what_was_read_before_reading_was_stopped_is_kept(hand, files, monkeypatch):
    going, goes_on = threading.Event(), threading.Event()
    real = hand.album.flow._readers

    def slow(path, cancelled):
        if path == files[1]:
            going.set()
            goes_on.wait(5)
        return real.read(path, cancelled)

    held = photo_flow.PhotoReaders(real.files_of, slow, real.read_pasted)
    monkeypatch.setattr(hand.album.flow, "_readers", held)
    hand.drop(*files)
    hand.qtbot.waitUntil(going.is_set)
    hand.qtbot.waitUntil(hand.album.progress.isVisible)
    assert hand.screen.unfinished() == f"{len(files)} foto masih dibaca."
    hand.album.flow.cancel()
    goes_on.set()
    hand.settle()
    assert hand.names() == ["IMG_1.jpg"]
    assert hand.screen.unfinished() == ""


def test_very_many_photos_are_stored_some_at_a_time(hand, files, monkeypatch):
    monkeypatch.setattr(photo_flow, "TOGETHER", 2)
    hand.screen.arrive()
    hand.settle()
    hand.bring(*files)
    assert [words.split(" ")[0] for words in hand.said] == ["2", "1"]
    assert len(hand.stored(hand.second)) == 3


def test_a_full_disk_is_said_and_the_screen_goes_on(hand, files, monkeypatch):
    def full(*_given):
        raise DiskFault("photo-not-saved")

    monkeypatch.setattr(PhotoService, "add", full)
    hand.bring(files[0])
    assert hand.album.refused.text.text().startswith("Foto belum tersimpan: disk penuh")
    monkeypatch.undo()
    hand.bring(files[0])
    assert hand.names() == ["IMG_1.jpg"]


def test_files_over_the_screen_are_welcomed_with_the_name_of_the_session(hand, files):
    words = hand.photos.drop.words
    assert hand.enter(carrying(files))
    assert words.isVisible()
    assert words.text() == "Lepaskan foto untuk memasukkannya ke sesi “Kerja kelompok”"
    hand.leave()
    assert not words.isVisible()
    assert not hand.enter(carrying(text="hanya kata"))
    assert not words.isVisible()


def test_no_line_of_text_takes_a_dropped_file_for_words(hand, files):
    hand.bring(files[0])
    tile = hand.wall.tiles[0]
    takers = (hand.screen.line, hand.screen.search, tile.caption, tile.caption.viewport())
    assert not any(widget.acceptDrops() for widget in takers)
    assert hand.screen.acceptDrops()


def image():
    made = QImage(300, 200, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.darkGreen)
    return made


def test_a_picture_of_the_clipboard_is_pasted_while_a_note_is_typed(hand):
    hand.qtbot.keyClicks(hand.screen.line, "Server")
    QApplication.clipboard().setImage(image())
    hand.screen.line.setFocus()
    hand.qtbot.keyClick(hand.screen.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hand.settle()
    assert hand.names() == ["Foto yang ditempel"]
    assert hand.screen.line.text() == "Server"


def test_copied_files_are_pasted_and_words_stay_words(hand, files):
    QApplication.clipboard().setMimeData(carrying(files[:1]))
    hand.screen.line.setFocus()
    hand.qtbot.keyClick(hand.screen.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hand.settle()
    assert hand.names() == ["IMG_1.jpg"]
    assert hand.screen.line.text() == ""
    QApplication.clipboard().setMimeData(carrying(image=image(), text="kata dari Word"))
    hand.qtbot.keyClick(hand.screen.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hand.settle()
    assert hand.screen.line.text() == "kata dari Word"
    assert hand.names() == ["IMG_1.jpg"]


def test_an_empty_clipboard_is_said_on_the_photos_and_not_on_the_lines(hand):
    QApplication.clipboard().setText("kata")
    hand.screen._paste()
    assert hand.warned == []
    hand.screen.turn_to(PHOTOS)
    hand.screen._paste()
    assert hand.warned == ["Tidak ada foto di papan klip. Salin fotonya dahulu, lalu tekan Ctrl+V."]


def test_a_large_picture_of_the_clipboard_is_made_small_before_it_is_read():
    made = QImage(5000, 100, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    assert photos.opened(photo_flow._png(made)).size == (2000, 40)


@pytest.mark.parametrize("chosen", [True, False])
def test_photos_are_chosen_in_a_dialog_that_remembers_its_folder(hand, files, monkeypatch, chosen):
    hand.screen.turn_to(PHOTOS)
    asked = []

    def ask(_cls, _parent, folder):
        asked.append(folder)
        return files[:1] if chosen else []

    monkeypatch.setattr(type(hand.album), "ask_files", classmethod(ask))
    hand.qtbot.mouseClick(hand.screen.add_photos, Qt.MouseButton.LeftButton)
    hand.settle()
    assert hand.names() == (["IMG_1.jpg"] if chosen else [])
    hand.photos.choose_files()
    hand.settle()
    assert asked[1] == (str(files[0].parent) if chosen else asked[0])
