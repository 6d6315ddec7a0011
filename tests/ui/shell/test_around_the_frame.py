"""Around the frame: search, manual, sizes, status line, the sentence, the dialogs."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton

from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import in_zone
from smartcity_desktop.paths import shelf
from tests.ui.frame import SPECS, Plain, nameless, settle, turn
from tests.ui.shell.hand import found, press, start_session
from ui.printing import Preview
from ui.shell.all_screens import SCREENS
from ui.shell.manual import SHORTCUTS, Manual, page
from ui.shell.registry import ScreenSpec
from ui.shell.session_start import SessionStart
from ui.shell.status_line import age_words, session_words
from ui.shell.workshop_page import WorkshopPage


def test_ctrl_k_finds_screens_commands_agencies_and_opens_them_by_keys(app, frame, qtbot):
    frame.screens.current.add("Dinas Kelautan dan Perikanan")
    settle(app)
    press(qtbot, app.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = frame.palette_panel.finder.box
    assert {"Beranda", "Mulai sesi", "Ganti sandi kota", "Cetak daftar hadir"} <= set(found(frame))
    qtbot.keyClicks(box, "kelaut")
    qtbot.waitUntil(lambda: "Dinas Kelautan dan Perikanan" in " ".join(found(frame)))
    press(qtbot, box, Qt.Key.Key_Return)
    settle(app)
    assert frame.screens.key == "opd"
    assert frame.screens.current.heard[-1][0] == "row"
    assert frame.palette_panel.isHidden()


def test_a_command_of_the_screen_in_front_runs_from_ctrl_k(app, frame, qtbot):
    frame.palette_panel.open()
    qtbot.keyClicks(frame.palette_panel.finder.box, "sandi")
    press(qtbot, frame.palette_panel.finder.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: frame.screens.current.ran == ["command"])
    settle(app)


def test_what_a_screen_offers_stands_in_the_bar_on_every_screen_until_it_is_withdrawn(frame):
    screen, ran = frame.screens.current, []
    screen.offered.emit("Membaca isian dari L1.xlsx …", "Batal", lambda: ran.append(1))
    frame.go("opd")
    assert frame.bar.text.text() == "Membaca isian dari L1.xlsx …"
    frame.bar.action.click()
    assert ran == [1]
    screen.offered.emit("Isian dari L1.xlsx selesai dibaca, belum diambil.", "Lihat", lambda: None)
    assert frame.bar.isVisible()
    screen.withdrawn.emit("Isian dari L1.xlsx selesai dibaca, belum diambil.")
    assert not frame.bar.isVisible()


@pytest.mark.parametrize("text", ['"', "'", "(*", "Jum'at <b", "AND OR NOT", "-", "%_"])
def test_any_text_can_be_searched_for(app, frame, qtbot, text):
    frame.palette_panel.open()
    qtbot.keyClicks(frame.palette_panel.finder.box, text)
    turn(120)
    settle(app)
    assert frame.bar.isHidden()


def test_escape_closes_the_search_and_gives_the_focus_back(app, frame, qtbot):
    with qtbot.waitActive(app.window):
        app.window.activateWindow()
    frame.screens.current.line.setFocus()
    frame.palette_panel.open()
    press(qtbot, frame.palette_panel.finder.box, Qt.Key.Key_Escape)
    assert frame.palette_panel.isHidden()
    assert frame.screens.current.line.hasFocus()


def test_a_screen_with_nothing_to_show_leaves_the_hall_the_clock(frame, app, qtbot):
    frame.screens.current.can_present = True
    press(qtbot, app.window, Qt.Key.Key_F11)
    settle(app)
    assert frame.showing.view is None
    frame.screens.current.can_present = False
    press(qtbot, app.window, Qt.Key.Key_F11)
    settle(app)
    assert frame.showing.view.slide.slide.kind == "block"
    assert frame.bar.isHidden()
    press(qtbot, frame.showing.view, Qt.Key.Key_F11)
    assert frame.showing.view is None


@pytest.mark.parametrize("name", sorted({*(spec.manual for spec in SCREENS), "mulai", SHORTCUTS}))
def test_every_screen_has_a_page_in_the_manual(name):
    title, body = page(name)
    assert shelf("manual", f"{name}.md").exists()
    assert title
    assert len(body) > 100
    assert "#" not in body.replace("!", "")


def test_f1_shows_the_page_of_the_screen_in_front(app, frame, qtbot):
    frame.go("opd")
    press(qtbot, app.window, Qt.Key.Key_F1)
    assert app.window.findChild(Manual).windowTitle() == "OPD"


def test_every_key_of_the_frame_stands_in_the_list_of_keys(frame):
    _title, body = page(SHORTCUTS)
    hidden = {"Ctrl+=", "Ctrl+Shift+Z"}
    for keys in set(frame.keys.shortcuts) - hidden:
        shown = (
            {"Alt": "Alt+1", "Ctrl": "Ctrl+1"}[keys.split("+")[0]]
            if keys[-1].isdigit() and "+" in keys
            else keys
        )
        assert shown in body, keys


def test_every_label_is_plain_and_every_stop_of_the_tab_key_has_a_name(app, frame, qtbot):
    start_session(app, qtbot)
    frame.palette_panel.open()
    frame.show_shortcuts()
    labels = app.window.findChildren(QLabel)
    assert len(labels) > 10
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert nameless(app.window) == []


@pytest.mark.parametrize("size", [(911, 512), (1093, 614), (1366, 768), (1920, 1080)])
def test_the_frame_fits_every_screen_it_is_made_for(app, frame, qtbot, size):
    start_session(app, qtbot)
    frame.top.title.setText("Bimtek Penyusunan Masterplan Smart City Kabupaten Konawe Selatan 2026")
    frame.top.running.setText("Kerja kelompok 2: Analisis Renstra per OPD sampai usulan inovasi")
    app.window.resize(*size)
    turn()
    assert (app.window.width(), app.window.height()) == size
    ends = [item.geometry().right() for item in (frame.top.session, frame.top.present, frame.top.search)]
    assert max(ends) <= size[0]
    assert frame.top.session.width() >= frame.top.session.sizeHint().width()
    assert frame.rail.width() == (58 if size[0] < 1000 else 178)
    starts = [frame.top.search.x(), frame.top.present.x(), frame.top.session.x()]
    assert starts == sorted(starts)


def test_the_rail_is_folded_by_a_key_and_stays_so(app, frame, qtbot):
    press(qtbot, app.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert frame.rail.width() == 58
    assert not app.settings.value.rail_open
    assert frame.rail.buttons["opd"].accessibleName() == "OPD"


def test_a_safety_copy_is_made_when_one_is_due(app, frame, clock, profile):
    frame.screens.current.add("Dinas Kesehatan")
    settle(app)
    frame.standing.look_at_backup()
    settle(app)
    assert frame.status.backup.text() == "Salinan pengaman baru saja"
    copies = profile / "salinan-pengaman"
    before = len(list(copies.glob("*.bimtek")))
    clock.forward(minutes=12)
    frame.standing.look_at_backup()
    settle(app)
    assert frame.status.backup.text() == "Salinan pengaman 12 menit lalu"
    assert len(list(copies.glob("*.bimtek"))) == before


def test_the_status_line_uses_the_words_of_the_hall():
    assert age_words(None) == "Belum ada salinan pengaman"
    assert age_words(timedelta(minutes=90)) == "Salinan pengaman 1 jam lalu"
    assert age_words(timedelta(days=3)) == "Salinan pengaman 3 hari lalu"
    planned = Session(title="Analisis Renstra", start_plan="09:15", end_plan="10:45")
    assert session_words(planned, "WITA") == "Sesi: Analisis Renstra · 09.15–10.45 WITA"
    assert session_words(None, "WITA") == ""


def test_differences_are_shown_only_when_there_are_some(frame):
    assert frame.status.differences.isHidden()
    frame.status.show_differences(2)
    assert frame.status.differences.text() == "2 isian berbeda, pilih yang dipakai"
    assert not frame.status.differences.isHidden()


def test_a_screen_that_did_something_offers_to_undo_it(app, frame, qtbot):
    screen = frame.screens.current
    assert isinstance(screen, Plain)
    screen.add("Dinas Kesehatan")
    screen.said.emit("1 OPD ditambahkan.")
    settle(app)
    qtbot.mouseClick(frame.bar.action, Qt.MouseButton.LeftButton)
    settle(app)
    assert frame.bar.text.text().startswith("Diurungkan: tambah")


def test_what_changed_no_answer_offers_no_undo_that_would_take_back_something_else(frame):
    screen = frame.screens.current
    screen.said.emit("1 OPD ditambahkan.")
    assert not frame.bar.action.isHidden()
    screen.told.emit("Tersimpan: Kertas kerja L1 GOV.xlsx.")
    assert frame.bar.text.text() == "Tersimpan: Kertas kerja L1 GOV.xlsx."
    assert frame.bar.action.isHidden()


def test_no_dialog_of_the_frame_is_left_behind(app, frame, qtbot):
    start_session(app, qtbot)
    frame.show_manual()
    app.window.findChild(Manual).accept()
    turn()
    assert [item for item in app.window.findChildren(QDialog) if item.isVisible()] == []


def test_a_screen_may_ask_for_the_start_and_the_end_of_a_session(app, frame, qtbot):
    frame.screens.current.go.emit("session-start", "")
    settle(app)
    press(qtbot, app.window.findChild(SessionStart), Qt.Key.Key_Return)
    settle(app)
    assert frame.sessions.session is not None
    frame.screens.current.go.emit("session-end", "")
    settle(app, 30)
    assert frame.sessions.session is None
    app.window.findChild(Preview).close()


def test_a_screen_outside_the_rail_is_reached_by_name_and_leaves_no_button_down(app, qtbot):
    specs = (*SPECS, ScreenSpec("event", "Data Bimtek", "dokumen", "beranda", Plain, in_rail=False))
    frame = WorkshopPage(specs, app.desk, app.context, app._clock)
    qtbot.addWidget(frame)
    frame.begin()
    settle(app)
    frame.screens.current.go.emit("event", "")
    assert frame.screens.key == "event"
    assert list(frame.rail.buttons) == ["home", "opd", "note"]
    assert not any(button.isChecked() for button in frame.rail.buttons.values())
    assert "Data Bimtek" in [entry.words for entry in frame.entries()]
    frame.go("opd")
    assert frame.rail.buttons["opd"].isChecked()
    frame.go("belum ada")
    assert frame.screens.key == "opd"


def test_a_warning_about_something_that_changed_nothing_offers_no_undo(frame):
    frame.screens.current.warned.emit("Meja 19 tidak terbaca.")
    assert frame.bar.text.text() == "Meja 19 tidak terbaca."
    assert frame.bar.property("weight") == "warning"
    assert not frame.bar.action.isVisible()


def test_a_screen_may_move_the_stage_switch(frame):
    frame.screens.current.go.emit("stage", "4")
    assert frame.top.stages.number == 4
    assert frame.screens.current.heard[-1] == ("stage", 4)


@pytest.mark.parametrize("width", [911, 1366])
def test_a_sentence_moves_nothing_and_takes_no_focus(app, frame, width):
    app.window.resize(width, 700)
    frame.bar.hide()
    turn()
    frame.screens.current.line.setFocus()
    before = [item.geometry() for item in (frame.screens, frame.status, frame.rail)]
    for weight in ("info", "error"):
        frame.bar.tell("Belum tersimpan: ruang disk penuh. " * 12, weight, "Coba lagi", frame.undo)
        turn(20)
        assert frame.bar.isVisible()
        assert [item.geometry() for item in (frame.screens, frame.status, frame.rail)] == before
        assert frame.rect().contains(frame.bar.geometry())
        assert frame.bar.height() <= 2 * frame.bar.text.fontMetrics().lineSpacing() + 20
        assert app.window.focusWidget() is frame.screens.current.line
    frame.bar.away.click()
    turn()
    assert [item.geometry() for item in (frame.screens, frame.status, frame.rail)] == before


def test_the_sentence_lies_beside_what_is_saved_and_follows_it(app, frame):
    app.window.resize(1366, 700)
    frame.tell("1 OPD ditambahkan.", "info")
    turn()
    assert frame.bar.geometry().top() >= frame.status.geometry().top() - 2
    assert frame.bar.x() > frame.status.saved.geometry().right()
    frame.status.show_differences(2)
    turn()
    assert frame.bar.x() > frame.status.differences.geometry().right()


def test_a_long_sentence_ends_in_an_ellipsis_and_its_tooltip_tells_all(frame):
    frame.tell("Belum tersimpan: ruang disk penuh. " * 20, "error")
    frame.bar.text.grab()
    assert frame.bar.text.toolTip().count("ruang disk penuh") == 20
    frame.tell("1 OPD ditambahkan.", "info")
    frame.bar.text.grab()
    assert frame.bar.text.toolTip() == ""


def test_the_countdown_ends_when_the_start_of_the_session_said(app, frame, qtbot, clock):
    press(qtbot, app.window, Qt.Key.Key_F5)
    settle(app)
    dialog = app.window.findChild(SessionStart)
    assert dialog.until.text() == "12.57"
    clock.forward(minutes=3)
    press(qtbot, dialog, Qt.Key.Key_Return)
    settle(app)
    session = frame.sessions.session
    ends = datetime.fromisoformat(session.timer_started_at) + timedelta(minutes=session.timer_minutes)
    assert session.end_plan == f"{in_zone(ends, 'WITA'):%H:%M}" == "13:00"
    assert "13.00 WITA" in frame.status.session.text()


def test_times_that_somebody_wrote_stay(app, frame, qtbot, clock):
    press(qtbot, app.window, Qt.Key.Key_F5)
    settle(app)
    dialog = app.window.findChild(SessionStart)
    assert "WITA" in [label.text() for label in dialog.findChildren(QLabel)]
    dialog.until.selectAll()
    qtbot.keyClicks(dialog.until, "12.15")
    clock.forward(minutes=3)
    press(qtbot, dialog.go, Qt.Key.Key_Return)
    settle(app)
    assert (frame.sessions.session.start_plan, frame.sessions.session.end_plan) == ("11:42", "12:15")


def test_tab_in_the_start_of_a_session_goes_as_the_eye_does(app, qtbot):
    press(qtbot, app.window, Qt.Key.Key_F5)
    settle(app)
    dialog = app.window.findChild(SessionStart)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    stops = []
    for _time in range(9):
        stops.append(dialog.focusWidget().objectName())
        press(qtbot, dialog.focusWidget(), Qt.Key.Key_Tab)
    names = "title worksheet minutes begin until place leader cancel go"
    assert stops == [f"session-{name}" for name in names.split()]


def test_a_time_that_is_none_is_said(app, frame, qtbot):
    press(qtbot, app.window, Qt.Key.Key_F5)
    settle(app)
    dialog = app.window.findChild(SessionStart)
    dialog.until.selectAll()
    qtbot.keyClicks(dialog.until, "25.70")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settle(app)
    assert dialog.fault.text() == "Selesai: jam belum terbaca. Contoh: 09.15 atau 0915."
    assert dialog.fault.isVisible()
    assert frame.sessions.session is None


@pytest.mark.parametrize(("before", "after"), [("home", "worksheet"), ("opd", "worksheet"), ("note", "note")])
def test_a_session_with_a_worksheet_leads_to_the_worksheet(app, qtbot, before, after):
    specs = (*SPECS, ScreenSpec("worksheet", "Kertas Kerja", "kertas-kerja", "kertas-kerja", Plain))
    frame = WorkshopPage(specs, app.desk, app.context, app._clock)
    qtbot.addWidget(frame)
    frame.begin()
    settle(app)
    frame.go(before)
    frame.session_ways.ask()
    settle(app)
    frame.findChild(SessionStart)._ask()
    settle(app)
    assert frame.screens.key == after


def test_ctrl_k_says_that_nothing_fits_and_enter_stays(app, frame, qtbot):
    frame.palette_panel.open()
    box = frame.palette_panel.finder.box
    qtbot.keyClicks(box, "qqqzzz")
    qtbot.waitUntil(lambda: found(frame) == ["Tidak ada yang cocok"])
    press(qtbot, box, Qt.Key.Key_Return)
    settle(app)
    assert frame.palette_panel.isVisible()
    assert frame.screens.key == "home"


def test_ctrl_k_passes_over_words_that_fit_nothing_when_others_do(app, frame, qtbot):
    frame.palette_panel.open()
    qtbot.keyClicks(frame.palette_panel.finder.box, "cetak daftar hadir hari 2")
    qtbot.waitUntil(lambda: found(frame)[:1] == ["Cetak daftar hadir"])
    settle(app)
    assert found(frame) == ["Cetak daftar hadir"]


def test_larger_type_cuts_no_word_of_the_rail_and_ctrl_0_takes_it_back(app, frame, qtbot):
    try:
        for _time in range(3):
            frame.scale_asked.emit(1)
        turn(20)
        for button in frame.rail.findChildren(QPushButton):
            assert button.width() >= button.sizeHint().width(), button.text()
        press(qtbot, app.window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
        assert app.settings.value.text_scale == 1.0
        turn(20)
        assert frame.rail.width() == 178
    finally:
        frame.scale_asked.emit(0)


def test_the_list_of_keys_names_those_of_the_worksheet_and_the_projector():
    _title, body = page(SHORTCUTS)
    for keys in ("F4", "F6", "F7", "F8", "Ctrl+PgUp", "Ctrl+PgDn", "Ctrl+B", "Ctrl+T", "Ctrl+H"):
        assert f"\n{keys}\t" in body, keys


def test_tab_in_a_new_workshop_goes_as_the_eye_does(app, qtbot):
    app.show_new()
    made = app.window.page
    stops = []
    made.region.box.setFocus()
    with qtbot.waitActive(app.window):
        app.window.activateWindow()
    while "new-create" not in stops and len(stops) < 30:
        stops.append(app.window.focusWidget().objectName())
        press(qtbot, app.window.focusWidget(), Qt.Key.Key_Tab)
    days = [f"new-stage-{number}-{part}" for number in range(1, 5) for part in ("start", "end")]
    head = [f"new-{part}" for part in ("title", "year", "start", "end", "place")]
    foot = [f"new-{part}" for part in ("dimensions", "books", "paper", "word", "folder", "back", "create")]
    assert stops == [made.region.box.objectName(), *head, *days, *foot]


def test_the_folder_is_chosen_from_where_there_is_one(app, monkeypatch, tmp_path):
    app.show_new()
    made = app.window.page
    made._folder = tmp_path / "Dokumen" / "Bimtek"
    begun = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *asked: begun.append(asked[2]) or "")
    made.choose.click()
    assert begun == [str(tmp_path)]
    assert made.path().parent == tmp_path / "Dokumen" / "Bimtek", "nothing was chosen"


def test_a_stage_that_ends_before_it_begins_is_said_softly(app, qtbot):
    app.show_new()
    made = app.window.page
    first, last = made.days[1]
    assert first.placeholderText() == "mis. 31 Juli 2023"
    qtbot.keyClicks(first, "31 Juli 2023")
    qtbot.keyClicks(last, "30 Juli 2023")
    assert made.early.isVisible()
    assert made.early.text() == "Tahap II: selesainya sebelum mulainya."
    last.selectAll()
    qtbot.keyClicks(last, "1 Agustus 2023")
    assert made.early.isHidden()
