"""Captions, order, the large view, deleting and finding: with the mouse and by the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.frame import nameless, turn
from ui.screens.note.screen import LINES, PHOTOS
from ui.widgets.photo_tile import MISSING
from ui.widgets.photo_view import PhotoView

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def album(hand, files):
    hand.bring(*files)
    return hand


def view_of(hand):
    hand.settle()
    return next(item for item in hand.screen.findChildren(PhotoView) if item.isVisible())


def test_a_caption_is_stored_while_it_is_typed_and_enter_leads_to_the_next(album):
    first = album.tile("IMG_2.jpg")
    first.caption.setFocus()
    album.qtbot.keyClicks(first.caption, "Pembukaan")
    assert album.wall.current == first.photo.id
    album.qtbot.keyClick(first.caption, Qt.Key.Key_Return)
    assert album.tile("IMG_1.jpg").caption.hasFocus()
    album.settle()
    assert [item.caption for item in album.stored(album.second)] == ["Pembukaan", "", ""]
    assert first.picture.accessibleName() == "Foto 1: Pembukaan"


def test_a_caption_that_is_typed_is_not_overwritten_by_what_others_change(album):
    first = album.tile("IMG_2.jpg")
    first.caption.setFocus()
    album.qtbot.keyClicks(first.caption, "Pem")
    album.on_data(lambda: album.desk.photo.caption(first.photo.id, "lain"))
    album.screen.changed(None)
    album.settle()
    assert first.caption.toPlainText() == "Pem"
    album.tile("IMG_1.jpg").picture.setFocus()
    album.screen.changed(None)
    album.settle()
    assert first.caption.toPlainText() == album.stored(album.second)[0].caption


def test_tab_goes_from_the_last_caption_to_the_line_of_the_next_note_and_back(album):
    screen, stops = album.screen, []
    last = album.tile("IMG_3.jpg")
    last.caption.setFocus()
    for _ in range(3):
        album.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert stops == [screen.line, screen.about, screen.add]
    screen.line.setFocus()
    album.qtbot.keyClick(screen.line, Qt.Key.Key_Backtab)
    assert last.caption.hasFocus()
    album.tile("IMG_2.jpg").picture.setFocus()
    album.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert screen.photos.album.remove.hasFocus()


def test_the_arrow_keys_go_from_photo_to_photo(album):
    for key, wanted in (
        (Qt.Key.Key_Right, "IMG_1.jpg"),
        (Qt.Key.Key_End, "IMG_3.jpg"),
        (Qt.Key.Key_Right, "IMG_3.jpg"),
        (Qt.Key.Key_Left, "IMG_1.jpg"),
        (Qt.Key.Key_Home, "IMG_2.jpg"),
        (Qt.Key.Key_Up, "IMG_2.jpg"),
    ):
        current = next((tile for tile in album.wall.tiles if tile.photo.id == album.wall.current), None)
        current = current or album.tile("IMG_2.jpg")
        album.qtbot.keyClick(current.picture, key)
        found = next((tile for tile in album.wall.tiles if tile.picture.hasFocus()), current)
        assert found.photo.source_name == wanted


def test_down_leads_to_the_row_below_where_the_window_is_narrow(album):
    album.screen.resize(500, 700)
    turn(20)
    assert album.wall._columns == 2
    album.tile("IMG_2.jpg").picture.setFocus()
    album.qtbot.keyClick(album.tile("IMG_2.jpg").picture, Qt.Key.Key_Down)
    assert album.tile("IMG_3.jpg").picture.hasFocus()
    assert album.tile("IMG_3.jpg").geometry().top() > album.tile("IMG_2.jpg").geometry().bottom()


def test_tab_leads_from_a_photo_to_its_caption_and_on(album):
    first, second = album.tile("IMG_2.jpg"), album.tile("IMG_1.jpg")
    first.picture.setFocus()
    album.qtbot.keyClick(first.picture, Qt.Key.Key_Tab)
    assert first.caption.hasFocus()
    album.qtbot.keyClick(first.caption, Qt.Key.Key_Tab)
    assert second.picture.hasFocus()


def test_a_photo_is_moved_by_keys_and_by_buttons_and_keeps_the_focus(album):
    album.tile("IMG_2.jpg").picture.setFocus()
    album.key("IMG_2.jpg", Qt.Key.Key_Right, ALT)
    assert album.names() == ["IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg"]
    assert album.tile("IMG_2.jpg").picture.hasFocus()
    assert album.tile("IMG_2.jpg").number.text() == "Foto 2"
    album.qtbot.mouseClick(album.album.later, Qt.MouseButton.LeftButton)
    album.settle()
    assert album.names() == ["IMG_1.jpg", "IMG_3.jpg", "IMG_2.jpg"]
    assert not album.album.later.isEnabled()
    album.key("IMG_2.jpg", Qt.Key.Key_Right, ALT)
    album.qtbot.mouseClick(album.album.earlier, Qt.MouseButton.LeftButton)
    album.settle()
    assert [item.source_name for item in album.stored(album.second)] == [
        "IMG_1.jpg",
        "IMG_2.jpg",
        "IMG_3.jpg",
    ]


def test_delete_takes_a_photo_out_the_next_is_chosen_and_undo_brings_it_back(album):
    album.tile("IMG_1.jpg").picture.setFocus()
    album.key("IMG_1.jpg", Qt.Key.Key_Delete)
    assert album.names() == ["IMG_2.jpg", "IMG_3.jpg"]
    assert album.said[-1] == "Foto dihapus. Ctrl+Z mengembalikan."
    assert album.tile("IMG_3.jpg").picture.hasFocus()
    album.screen.context.bus.publish(album.on_data(album.desk.undo))
    album.screen.changed(None)
    album.settle()
    assert album.names() == ["IMG_2.jpg", "IMG_1.jpg", "IMG_3.jpg"]
    assert album.tile("IMG_1.jpg").picture.picture is not None
    album.qtbot.mouseClick(album.album.remove, Qt.MouseButton.LeftButton)
    album.settle()
    assert album.names() == ["IMG_2.jpg", "IMG_1.jpg"]


def test_the_last_photo_that_is_deleted_leaves_the_empty_page(hand, files):
    hand.bring(files[0])
    hand.key("IMG_1.jpg", Qt.Key.Key_Backspace)
    assert hand.album.empty.isVisible()
    assert not hand.album.remove.isVisible()
    assert hand.screen.segments.buttons[PHOTOS].text() == "Foto"


def test_f2_writes_the_caption(album):
    album.key("IMG_3.jpg", Qt.Key.Key_F2)
    assert album.tile("IMG_3.jpg").caption.hasFocus()


@pytest.mark.parametrize("way", ["enter", "double click", "button"])
def test_a_photo_is_shown_large_and_turned_with_the_arrow_keys(album, way):
    first = album.tile("IMG_2.jpg")
    first.caption.setFocus()
    album.qtbot.keyClicks(first.caption, "Pembukaan")
    first.picture.setFocus()
    if way == "enter":
        album.qtbot.keyClick(first.picture, Qt.Key.Key_Return)
    elif way == "button":
        album.qtbot.mouseClick(album.album.large, Qt.MouseButton.LeftButton)
    else:
        album.qtbot.mouseDClick(first.picture, Qt.MouseButton.LeftButton)
    view = view_of(album)
    assert (view.number.text(), view.caption.text()) == ("Foto 1 dari 3", "Pembukaan")
    assert view.large.picture.size().width() == 160
    assert not view.before.isEnabled()
    album.qtbot.keyClick(view, Qt.Key.Key_Right)
    album.qtbot.mouseClick(view.after, Qt.MouseButton.LeftButton)
    album.settle()
    assert view.number.text() == "Foto 3 dari 3"
    assert not view.caption.isVisible()
    assert nameless(view) == []
    album.qtbot.keyClick(view, Qt.Key.Key_Escape)
    turn()
    assert album.wall.current == album.tile("IMG_3.jpg").photo.id


def test_a_photo_whose_bytes_are_lost_says_so_and_can_be_dropped_again(album, files):
    picture = album.tile("IMG_3.jpg").photo.picture
    album.on_data(
        lambda: album.desk._store.db.conn.execute("DELETE FROM attachment WHERE sha256 = ?", (picture,))
    )
    album.album._pictures.clear()
    album.screen.changed(None)
    album.settle()
    assert album.tile("IMG_3.jpg").picture.words == MISSING
    assert album.tile("IMG_1.jpg").picture.words == ""
    album.key("IMG_3.jpg", Qt.Key.Key_Return)
    view = view_of(album)
    assert (view.large.picture, view.large.words) == (None, MISSING)
    view.accept()
    album.bring(files[2])
    assert album.tile("IMG_3.jpg").picture.words == ""
    assert album.tile("IMG_3.jpg").picture.picture is not None


def test_bytes_that_are_no_picture_say_so_too(hand):
    from smartcity_desktop.domain.photo import NewPhoto

    hand.on_data(lambda: hand.desk.photo.add(hand.second, [NewPhoto(b"bukan foto", "aneh.jpg")]))
    hand.screen.arrive()
    hand.settle()
    assert hand.tile("aneh.jpg").picture.words == MISSING


def test_what_the_search_found_is_shown_on_its_session(album):
    row = album.tile("IMG_3.jpg").photo.id
    scope = album.screen.scope
    scope.setCurrentIndex(scope.findData(album.first))
    scope.activated.emit(scope.currentIndex())
    album.settle()
    album.screen.turn_to(LINES)
    album.screen.open_row(row)
    album.settle()
    assert album.screen.whole.currentIndex() == PHOTOS
    assert scope.currentData() == album.second
    assert album.wall.current == row


def test_a_photo_of_another_stage_asks_for_its_stage(album):
    album.screen.show_stage(3)
    album.settle()
    album.screen.go.connect(lambda _key, number: album.screen.show_stage(int(number)))
    album.screen.open_row(album.tile("IMG_3.jpg").photo.id)
    album.settle()
    assert album.went == [("stage", "1")]
    assert album.wall.current == album.tile("IMG_3.jpg").photo.id


def test_a_note_can_be_typed_while_the_photos_are_shown(album):
    assert album.screen.line.isVisible()
    album.qtbot.keyClicks(album.screen.line, "! Data dibuka")
    album.qtbot.keyClick(album.screen.line, Qt.Key.Key_Return)
    album.settle()
    assert [item.text for item in album.on_data(album.desk.note.notes)] == ["Data dibuka"]


def test_the_search_key_leads_back_to_the_lines(album):
    album.screen.go_to_search()
    assert album.screen.whole.currentIndex() == LINES
    assert album.screen.search.hasFocus()


def test_the_photos_stay_in_front_when_the_screen_is_built_anew(album, context, desk, qtbot):
    from ui.screens.note.screen import NoteScreen

    fresh = NoteScreen(desk, context)
    qtbot.addWidget(fresh)
    fresh.take_over(album.screen.standing())
    assert fresh.whole.currentIndex() == PHOTOS


def test_every_stop_of_the_tab_key_has_a_name(album):
    assert nameless(album.screen) == []


@pytest.mark.parametrize(("width", "height"), [(1190, 650), (880, 420), (1744, 960)])
def test_tiles_fill_the_room_and_nothing_is_wider_than_it(album, width, height):
    album.screen.resize(width, height)
    turn(30)
    room = album.wall.viewport().width()
    right = max(tile.geometry().right() for tile in album.wall.tiles)
    assert right <= room
    assert album.wall.horizontalScrollBar().maximum() == 0
    assert all(tile.picture.width() == tile.caption.width() for tile in album.wall.tiles)


def test_commands_lead_to_the_photos(album):
    album.screen.turn_to(LINES)
    commands = {item.words: item.run for item in album.screen.commands()}
    commands["Lihat foto sesi"]()
    assert album.screen.whole.currentIndex() == PHOTOS
    assert "Tambah foto sesi" in commands
    assert QApplication.activeModalWidget() is None
