"""One projector for every screen: chosen in a panel, by Ctrl+K or F11, and led from the laptop."""

import re
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

import ui
from smartcity_desktop.domain import hall
from tests.ui.frame import nameless, settle, turn
from ui.shell.manual import Manual

KEY = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def until(app, is_so, seconds=10):
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end:
        settle(app)
        turn(30)
    assert is_so()


def press(widget, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, held)


def kind(frame):
    view = frame.showing.view
    return view.slide.slide.kind if view is not None and not view.shows_sheet else None


def show(app, frame, wanted, about=""):
    frame.showing.show(wanted, about)
    settle(app)


@pytest.fixture
def panel(app, frame):
    frame.choose_slide()
    settle(app)
    return frame.show_panel


def choose(panel, app, wanted):
    at = next(at for at, item in enumerate(panel._offers) if item.kind == wanted)
    panel.list.setCurrentRow(at)
    settle(app)


def test_f11_shows_what_stands_in_front_else_what_was_shown_last(app, frame):
    press(app.window, KEY.Key_F11)
    settle(app)
    assert kind(frame) == hall.BLOCK
    frame.showing.stop()
    frame.go("group")
    frame.present()
    settle(app)
    assert kind(frame) == hall.HELIX
    frame.showing.stop()
    frame.go("worksheet")
    frame.present()
    assert frame.showing.view.shows_sheet
    frame.showing.stop()
    frame.go("home")
    frame.present()
    settle(app)
    assert kind(frame) == hall.HELIX


def test_a_screen_may_ask_for_a_slide(app, frame):
    frame.screens.current.slide_asked.emit(hall.FUNNEL, "")
    settle(app)
    assert kind(frame) == hall.FUNNEL
    assert frame.showing.view.slide.slide.note == "Belum ada Renstra yang dibaca."


def test_the_panel_offers_previews_and_shows_by_keys_alone(app, frame, panel):
    words = [panel.list.item(at).text() for at in range(panel.list.count())]
    assert words[0].startswith("Jam dan acara")
    assert "Pembagian kelompok · Per meja" in words
    assert any(item.startswith("Lembar kertas kerja") for item in words)
    assert panel.list.hasFocus() or not app.window.isActiveWindow()
    assert panel.live.picture.isNull()
    choose(panel, app, hall.GROUPS)
    assert not panel.preview.picture.isNull()
    assert frame.showing.view is None
    press(panel.list, KEY.Key_Return)
    settle(app)
    assert kind(frame) == hall.GROUPS
    panel.live.look()
    assert not panel.live.picture.isNull()
    assert "Kelompok 1" in panel.live.accessibleDescription()
    press(panel, KEY.Key_Escape)
    assert panel.isHidden()
    assert kind(frame) == hall.GROUPS


def test_everything_in_the_panel_that_takes_the_tab_key_can_be_named(panel):
    assert nameless(panel) == []


def test_a_worksheet_is_chosen_from_any_screen(app, frame, panel):
    at = next(at for at, item in enumerate(panel._offers) if item.kind == "sheet")
    panel.list.setCurrentRow(at)
    panel.take()
    settle(app)
    assert frame.screens.key == "worksheet"
    assert frame.showing.view.shows_sheet
    panel.live.look()
    assert not panel.live.picture.isNull()


def test_while_held_the_panel_prepares_the_next_slide(app, frame, panel):
    choose(panel, app, hall.BLOCK)
    panel.take()
    settle(app)
    panel.hold.click()
    assert panel.show_it.text() == "Siapkan"
    choose(panel, app, hall.GROUPS)
    panel.take()
    settle(app)
    assert kind(frame) == hall.BLOCK
    assert panel.state.text().startswith("Disiapkan: Pembagian kelompok")
    panel.hold.click()
    assert kind(frame) == hall.GROUPS
    assert panel.show_it.text() == "Tayangkan"


def test_what_changes_while_it_is_held_is_shown_afterwards_and_not_called_prepared(app, frame, panel):
    show(app, frame, hall.BLOCK)
    frame.showing.turn_held()
    act(app, frame, partial(frame._services.workshop.update, "title", "Bimtek Andoolo"))
    until(app, lambda: frame.showing.view.prepared is not None)
    assert panel.state.text() == "Tayangan ditahan"
    assert frame.showing.view.slide.slide.title == "Bimtek Konsel"
    frame.showing.turn_held()
    assert frame.showing.view.slide.slide.title == "Bimtek Andoolo"


def test_keys_on_the_list_turn_pages_and_change_the_type_of_the_hall(app, frame, panel):
    show(app, frame, hall.GROUPS)
    before = frame.showing.view.slide.zoom
    press(panel.list, KEY.Key_Plus)
    assert frame.showing.view.slide.zoom > before
    press(panel.list, KEY.Key_0)
    assert frame.showing.view.slide.zoom == before
    row = panel.list.currentRow()
    press(panel.list, KEY.Key_PageDown)
    assert panel.list.currentRow() == row


def test_the_panel_says_by_which_keys_the_hall_turns_its_pages(app, frame, panel):
    show(app, frame, hall.GROUPS)
    lines = tuple(hall.TurnLine(hall.Badge(f"Gagasan {place}"), place) for place in range(1, 91))
    frame.showing.view.slide.show_slide(hall.Slide(hall.VOTE, body=hall.RankBody(lines)), ())
    panel._turned()
    assert panel.state.text().startswith("Sedang tayang · halaman 1 dari ")
    assert panel.state.text().endswith(" · PgUp, PgDn")
    frame.showing.view.slide.show_slide(hall.Slide(hall.TEXT, body=hall.TextBody("Istirahat")), ())
    panel._turned()
    assert panel.state.text() == "Sedang tayang"


def test_a_typed_text_is_seen_at_once_kept_and_covers_numbers(app, frame, panel):
    choose(panel, app, hall.TEXT)
    assert panel.text.isVisible()
    panel.take()
    settle(app)
    panel.text.setPlainText("Hubungi 0812-3456-7890")
    frame._context.autosave.flush_all()
    until(app, lambda: frame.showing.view.slide.slide.body.text == "Hubungi …")
    panel.close_panel()
    frame.choose_slide()
    settle(app)
    assert panel.text.toPlainText() == "Hubungi 0812-3456-7890"
    choose(panel, app, hall.BLOCK)
    assert not panel.text.isVisible()


def test_what_changes_in_the_file_changes_in_the_hall(app, frame):
    show(app, frame, hall.BLOCK)
    assert frame.showing.view.slide.slide.title == "Bimtek Konsel"
    block = next(item for item in on_data(app, frame._services.session.sessions) if item.title == "Kerja")
    act(app, frame, partial(frame._services.session.start_block, block.id))
    until(app, lambda: frame.showing.view.slide.slide.title == "Kerja")
    assert frame.showing.view.slide.slide.clock.mode == hall.COUNTS_DOWN


def on_data(app, call):
    found = []
    app.lane.data(call, found.append)
    settle(app)
    return found[0]


def stage_row(app, frame):
    return on_data(app, frame._services.workshop.stages)[frame.top.stages.number - 1].id


def act(app, frame, call):
    frame._context.bus.publish(on_data(app, call))
    settle(app)


def test_what_the_hall_does_not_see_is_not_read_again(app, frame):
    show(app, frame, hall.HELIX)
    before = frame.showing.view.slide.slide
    act(app, frame, partial(frame._services.workshop.update, "city", "Andoolo"))
    turn(250)
    settle(app)
    assert frame.showing.view.slide.slide is before


def test_every_kind_is_asked_for_by_ctrl_k_and_what_is_missing_is_said(app, frame):
    found = {item.words: item for item in frame.entries()}
    assert {"Tayangkan: jam dan acara", "Tayangkan: pembagian kelompok", "Pilih yang ditayangkan"} <= set(
        found
    )
    found["Tayangkan: pembagian kelompok"].run()
    settle(app)
    assert kind(frame) == hall.GROUPS
    found["Tayangkan: ulasan hari"].run()
    settle(app)
    assert "Ulasan hari" in frame.bar.text.text()
    assert kind(frame) == hall.GROUPS
    frame.bar.hide()
    found["Pilih yang ditayangkan"].run()
    settle(app)
    assert frame.show_panel.isVisible()


def test_the_laptop_darkens_holds_and_turns_pages_by_keys_before_any_screen_hears_them(app, frame):
    handle = app.window.windowHandle()
    place = on_data(app, partial(frame._services.hall.where, stage_row(app, frame)))
    act(app, frame, partial(frame._services.hall.write_text, place, "Baca kertas kerja. " * 500))
    show(app, frame, hall.TEXT)
    view = frame.showing.view
    assert view.slide.pages > 1
    QTest.keyClick(handle, KEY.Key_B, CONTROL)
    assert view.is_dark
    QTest.keyClick(handle, KEY.Key_T, CONTROL)
    assert view.is_held
    QTest.keyClick(handle, KEY.Key_PageDown, ALT)
    assert view.slide.page == 1
    QTest.keyClick(handle, KEY.Key_PageUp, ALT)
    assert view.slide.page == 0
    frame.showing.stop()
    QTest.keyClick(handle, KEY.Key_B, CONTROL)
    show(app, frame, hall.GROUPS)
    assert not frame.showing.view.is_dark


def test_the_hall_follows_the_laptop_only_where_asked(app, frame, panel):
    show(app, frame, hall.BLOCK)
    frame.go("group")
    settle(app)
    assert kind(frame) == hall.BLOCK
    panel.follow.setChecked(True)
    frame.go("worksheet")
    settle(app)
    assert frame.showing.view.shows_sheet
    frame.go("group")
    settle(app)
    assert kind(frame) == hall.HELIX
    frame.go("home")
    settle(app)
    assert kind(frame) == hall.HELIX


def test_a_screen_that_is_gone_is_said_and_another_is_used(app, frame):
    app.settings.store(replace(app.settings.value, projector_screen="EPSON EB-X41"))
    show(app, frame, hall.BLOCK)
    assert kind(frame) == hall.BLOCK
    assert "tidak terpasang" in frame.bar.text.text()
    frame.choose_slide()
    settle(app)
    box = frame.show_panel.screen_box
    assert box.currentText() == "EPSON EB-X41 (tidak terpasang)"


def test_screen_and_size_chosen_in_the_panel_are_remembered_and_hold_at_once(app, frame, panel):
    show(app, frame, hall.GROUPS)
    before = frame.showing.view.slide.zoom
    panel.size_box.setCurrentIndex(panel.size_box.count() - 1)
    panel.size_box.activated.emit(panel.size_box.count() - 1)
    assert frame.showing.view.slide.zoom > before
    assert app.settings.value.projector_size == 1.5
    panel.screen_box.activated.emit(1)
    assert app.settings.value.projector_screen == panel.screen_box.itemData(1)


def test_where_the_cable_comes_loose_the_laptop_is_not_covered(app, frame):
    show(app, frame, hall.BLOCK)
    QGuiApplication.instance().screenRemoved.emit(frame.showing.view.stood_on)
    assert frame.showing.view is None
    assert "F11" in frame.bar.text.text()


def test_f1_in_the_panel_shows_the_page_of_the_projector(app, panel):
    press(panel, KEY.Key_F1)
    assert app.window.findChild(Manual).windowTitle() == "Proyektor"


def test_closing_the_workshop_ends_the_showing(app, frame):
    show(app, frame, hall.BLOCK)
    awake = frame.showing.view.awake
    frame.hand_in()
    assert frame.showing.view is None
    assert not awake.is_on


def test_no_screen_listens_for_the_keys_that_the_hall_takes():
    taken = re.compile(r"""["'(]Ctrl\+[BT]["':)]""")
    folder = Path(ui.__file__).parent
    found = [
        path.name
        for room in ("screens", "widgets")
        for path in (folder / room).rglob("*.py")
        if taken.search(path.read_text("utf-8"))
    ]
    assert found == []
