import threading
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from shiboken6 import delete

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import in_zone
from smartcity_desktop.domain.workshop import NewWorkshop, Stage
from smartcity_desktop.paths import shelf
from smartcity_desktop.services.workshop import find_region
from smartcity_desktop.settings import Settings
from tests.ui.frame import SPECS, Plain, nameless, settle, turn
from ui.app import App
from ui.printing import Preview
from ui.shell.all_screens import SCREENS
from ui.shell.manual import SHORTCUTS, Manual, page
from ui.shell.registry import ScreenSpec
from ui.shell.session_start import SessionStart
from ui.shell.standing import Standing
from ui.shell.status_line import age_words, session_words
from ui.shell.workshop_page import WorkshopPage


@pytest.fixture
def app(dressed, profile, clock, ids, tmp_path):
    """The window with an open workshop of Konawe Selatan, two agencies, and three plain screens."""
    assert dressed
    path = tmp_path / "a.bimtek"
    days = (("2023-07-17", "2023-07-18"), ("2023-07-31", "2023-08-01"))
    new = NewWorkshop(
        "Bimtek Konsel",
        find_region("konawe sel")[0].code,
        2023,
        2021,
        2026,
        "kominfo-6",
        "4-buku",
        stage_dates=days,
    )
    create_desk(path, new, clock=clock, ids=ids, profile=profile).close()
    made = App(profile, clock=clock, ids=ids, screens=SPECS)
    made.settings.store(Settings(person="Andi", last_folder=str(tmp_path)))
    made.begin(path)
    settle(made)
    yield made
    made.finish()
    delete(made.window)
    delete(made)


@pytest.fixture
def frame(app):
    return app.window.workshop


def press(qtbot, widget, keys, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, keys, modifier)


def start_session(app, qtbot):
    press(qtbot, app.window, Qt.Key.Key_F5)
    settle(app)
    dialog = app.window.findChild(SessionStart)
    press(qtbot, dialog, Qt.Key.Key_Return)
    settle(app)
    with qtbot.waitActive(app.window):
        app.window.activateWindow()


def test_the_stage_of_the_day_is_chosen_when_the_workshop_opens(frame):
    assert frame.top.stages.number == 2
    assert ("stage", 2) in frame.screens.current.told


@pytest.mark.parametrize(
    ("today", "last", "running", "number"),
    [
        ("2023-07-01", "", "", 1),
        ("2023-07-18", "", "", 1),
        ("2023-07-31", "", "", 2),
        ("2023-07-20", "", "", 1),
        ("2024-01-01", "", "", 2),
        ("2024-01-01", "s1", "", 1),
        ("2023-07-31", "s1", "", 2),
        ("2023-07-31", "", "s4", 4),
    ],
)
def test_the_stage_is_that_of_the_session_then_of_the_day_then_of_the_last_one(today, last, running, number):
    stages = (
        Stage(RowId("s1"), number=1, date_start="2023-07-17", date_end="2023-07-18"),
        Stage(RowId("s2"), number=2, date_start="2023-07-31", date_end="2023-08-01"),
        Stage(RowId("s4"), number=4),
    )
    standing = Standing(
        stages=stages,
        last=Session(stage=RowId(last)) if last else None,
        running=Session(stage=RowId(running)) if running else None,
    )
    assert standing.stage_of(datetime.fromisoformat(f"{today}T10:00:00+08:00")) == number


def test_a_session_is_opened_with_one_key_and_enter(app, frame, qtbot):
    assert frame.top.session.text() == "Mulai sesi"
    start_session(app, qtbot)
    assert frame.top.session.text() == "Akhiri sesi && cetak laporan"
    assert frame.top.running.text() == "Analisis Renstra"
    assert frame.top.left.text() == "1:15:00"
    assert frame.status.session.text() == "Sesi: Analisis Renstra · 11.42–12.57 WITA"
    assert frame.status.saved.text() == "Tersimpan 10.42.07"


def test_the_time_left_runs_down_and_stands_out_near_its_end(app, frame, qtbot, clock):
    start_session(app, qtbot)
    assert frame.sessions._second.isActive()
    roles = []
    for minutes in (30, 62, 73, 76):
        clock.moment = clock.moment.replace(hour=10, minute=42) + timedelta(minutes=minutes)
        frame.sessions.ticked.emit()
        roles.append((frame.top.left.text(), frame.top.left.property("role")))
    assert roles == [("45:00", "strong"), ("13:00", "warning"), ("02:00", "error"), ("lewat 01:00", "error")]


def test_a_session_ends_with_its_report_on_the_screen_in_one_key(app, frame, qtbot):
    start_session(app, qtbot)
    press(qtbot, app.window, Qt.Key.Key_F9)
    settle(app, 30)
    preview = app.window.findChild(Preview)
    assert preview.windowTitle().startswith("Laporan sesi")
    assert preview.pages.pages[0].is_drawn
    assert (preview.print.hasFocus() or preview.save.hasFocus()) or not preview.isActiveWindow()
    assert frame.top.session.text() == "Mulai sesi"
    preview.close()


def test_a_second_session_is_not_begun_while_one_runs(app, frame, qtbot):
    start_session(app, qtbot)
    turn()
    press(qtbot, app.window, Qt.Key.Key_F5)
    settle(app)
    assert app.window.findChild(SessionStart) is None
    assert "sedang berjalan" in frame.bar.text.text()


def test_ending_without_a_session_offers_to_begin_one(app, frame, qtbot):
    press(qtbot, app.window, Qt.Key.Key_F9)
    assert frame.bar.action.text() == "Mulai sesi"
    qtbot.mouseClick(frame.bar.action, Qt.MouseButton.LeftButton)
    settle(app)
    assert app.window.findChild(SessionStart) is not None


def test_the_start_of_a_session_follows_the_worksheet_and_keeps_a_title_of_ones_own(app, qtbot):
    press(qtbot, app.window, Qt.Key.Key_F5)
    settle(app)
    dialog = app.window.findChild(SessionStart)
    asked = []
    dialog.asked.connect(asked.append)
    qtbot.keyClicks(dialog.title, "Kerja kelompok 2")
    dialog.worksheet.setCurrentIndex(dialog.worksheet.count() - 1)
    assert dialog.title.text() == "Kerja kelompok 2"
    assert dialog.minutes.value() == 0
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert (asked[0].title, asked[0].worksheet, asked[0].minutes) == ("Kerja kelompok 2", "", 0)


def test_alt_and_a_figure_brings_a_screen_to_the_front_and_the_last_one_hands_over(app, frame, qtbot):
    qtbot.keyClicks(frame.screens.current.line, "Andoolo")
    press(qtbot, app.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert frame.screens.key == "opd"
    assert frame.rail.buttons["opd"].isChecked()
    assert not app.autosave._pause.isActive()
    settle(app)
    assert frame.status.saved.text() == "Tersimpan 10.42.07"


def test_every_screen_follows_the_stage_switch_when_it_comes_to_the_front(app, frame, qtbot):
    press(qtbot, app.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert frame.screens.current.told[-1] == ("stage", 4)
    frame.go("opd")
    assert frame.screens.current.told == [("stage", 4), ("arrive",)]


def test_a_screen_hears_of_others_at_once_in_front_and_on_arrival_when_hidden(app, frame):
    home = frame.screens.current
    frame.go("opd")
    opd = frame.screens.current
    home.told.clear()
    opd.told.clear()
    opd.add("Dinas Kesehatan")
    settle(app)
    assert opd.told == []
    assert home.told == []
    frame.go("home")
    assert home.told[0][0] == "changed"
    assert "opd" in home.told[0][1]
    assert ("arrive",) in home.told
    opd.add("Dinas Sosial")
    settle(app)
    assert home.told[-1][0] == "changed"


def test_undo_and_redo_say_what_they_did(app, frame, qtbot):
    frame.screens.current.add("Dinas Kesehatan")
    settle(app)
    frame.screens.current.setFocus()
    press(qtbot, app.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(app)
    assert frame.bar.text.text().startswith("Diurungkan: tambah ")
    assert frame.bar.action.text() == "Ulangi"
    assert app.desk is not None
    seen = []
    app.lane.data(app.desk.opd.opds, seen.append)
    qtbot.mouseClick(frame.bar.action, Qt.MouseButton.LeftButton)
    app.lane.data(app.desk.opd.opds, seen.append)
    settle(app)
    assert [len(found) for found in seen] == [0, 1]
    assert frame.bar.text.text().startswith("Diulangi: tambah ")


def test_undo_with_nothing_left_says_so(app, frame):
    for _time in range(3):
        frame.undo()
        settle(app)
    assert frame.bar.text.text() == "Tidak ada yang bisa diurungkan lagi."


def test_in_a_focused_editor_undo_is_the_editors_own(app, frame, qtbot):
    frame.screens.current.add("Dinas Kesehatan")
    settle(app)
    with qtbot.waitActive(app.window):
        app.window.activateWindow()
    for editor in (frame.screens.current.line, frame.screens.current.lines):
        editor.setFocus()
        qtbot.keyClicks(editor, "abc")
        press(qtbot, editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        text = editor.text() if hasattr(editor, "text") else editor.toPlainText()
        assert text == ""
    settle(app)
    assert "Urungkan" not in frame.bar.text.text()


def test_saved_is_shown_only_after_the_commit_and_typing_shows_at_once(app, frame, qtbot):
    release = threading.Event()
    app.lane.hold(release)
    qtbot.keyClicks(frame.screens.current.line, "Andoolo")
    app.autosave.flush()
    turn(30)
    assert frame.screens.current.line.text() == "Andoolo"
    assert frame.status.saved.text() == "Menyimpan …"
    release.set()
    settle(app)
    assert frame.status.saved.text() == "Tersimpan 10.42.07"


def test_a_full_disk_is_told_with_a_way_to_try_again(app, frame, qtbot, monkeypatch):
    from smartcity_desktop.errors import DiskFault

    def full(*_args):
        raise DiskFault("disk-full")

    with monkeypatch.context() as patch:
        patch.setattr(app.desk.workshop, "update", full)
        qtbot.keyClicks(frame.screens.current.line, "Andoolo")
        app.autosave.flush()
        settle(app)
    assert frame.status.saved.text() == "Belum tersimpan (1 isian)"
    assert frame.bar.text.text().startswith("Belum tersimpan: ruang disk penuh.")
    qtbot.keyClicks(frame.screens.current.line, " ")
    qtbot.mouseClick(frame.status.retry, Qt.MouseButton.LeftButton)
    settle(app)
    assert frame.status.saved.text() == "Tersimpan 10.42.07"
    assert frame.status.retry.isHidden()


def found(frame):
    return [choice.words for choice in frame.palette_panel.finder.choices()]


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
    assert frame.screens.current.told[-1][0] == "row"
    assert frame.palette_panel.isHidden()


def test_a_command_of_the_screen_in_front_runs_from_ctrl_k(app, frame, qtbot):
    frame.palette_panel.open()
    qtbot.keyClicks(frame.palette_panel.finder.box, "sandi")
    press(qtbot, frame.palette_panel.finder.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: frame.screens.current.ran == ["command"])
    settle(app)


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


def test_what_cannot_be_shown_on_the_projector_is_said_and_not_silent(frame, app, qtbot):
    press(qtbot, app.window, Qt.Key.Key_F11)
    assert "kertas kerja" in frame.bar.text.text()
    frame.bar.hide()
    frame.screens.current.can_present = True
    press(qtbot, app.window, Qt.Key.Key_F11)
    assert frame.bar.isHidden()


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
    assert len(labels) > 20
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
    assert frame.screens.current.told[-1] == ("stage", 4)


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
    frame.ask_session()
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
