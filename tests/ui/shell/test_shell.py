import threading
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.services.agenda import NewBlock
from tests.ui.frame import settle, turn
from tests.ui.shell.hand import press, start_session
from ui.printing import Preview
from ui.shell.session_start import SessionStart
from ui.shell.standing import Standing


def test_the_stage_of_the_day_is_chosen_when_the_workshop_opens(frame):
    assert frame.top.stages.number == 2
    assert ("stage", 2) in frame.screens.current.heard


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
    assert frame.status.saved.text() == "Tersimpan 11.42.07"


def test_a_stop_is_told_by_the_clock_of_the_hall(frame, clock):
    stopped = Standing(stopped_at=clock() - timedelta(minutes=5))
    assert stopped.stopped_words(frame.standing.here()).startswith("Program terhenti sekitar 11.37 (")


def test_a_break_ends_without_a_report(app, frame, qtbot):
    def begin():
        stage = app.desk.workshop.stages()[0].id
        row, changes = app.desk.agenda.add(stage, "2023-07-31", NewBlock("Rehat kopi", "istirahat"))
        changes |= app.desk.agenda.add(stage, "2023-07-31", NewBlock("Penutupan", "seremoni"))[1]
        return changes | app.desk.session.start_block(row)

    app.lane.data(begin, app.bus.publish)
    settle(app)
    assert frame.top.session.text() == "Akhiri sesi"
    assert "Akhiri sesi" in [entry.words for entry in frame.entries()]
    press(qtbot, app.window, Qt.Key.Key_F9)
    settle(app, 30)
    assert app.window.findChild(Preview) is None
    assert frame.bar.text.text() == "Selesai: Rehat kopi."
    assert frame.top.session.text() == "Mulai sesi"


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
    assert frame.status.saved.text() == "Tersimpan 11.42.07"


def test_every_screen_follows_the_stage_switch_when_it_comes_to_the_front(app, frame, qtbot):
    press(qtbot, app.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert frame.screens.current.heard[-1] == ("stage", 4)
    frame.go("opd")
    assert frame.screens.current.heard == [("stage", 4), ("arrive",)]


def test_a_screen_hears_of_others_at_once_in_front_and_on_arrival_when_hidden(app, frame):
    home = frame.screens.current
    frame.go("opd")
    opd = frame.screens.current
    home.heard.clear()
    opd.heard.clear()
    opd.add("Dinas Kesehatan")
    settle(app)
    assert opd.heard == []
    assert home.heard == []
    frame.go("home")
    assert home.heard[0][0] == "changed"
    assert "opd" in home.heard[0][1]
    assert ("arrive",) in home.heard
    opd.add("Dinas Sosial")
    settle(app)
    assert home.heard[-1][0] == "changed"


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
    assert frame.status.saved.text() == "Tersimpan 11.42.07"


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
    assert frame.status.saved.text() == "Tersimpan 11.42.07"
    assert frame.status.retry.isHidden()


def test_a_screen_that_one_comes_back_to_by_the_rail_has_the_keyboard_where_it_was(app, frame, qtbot):
    with qtbot.waitActive(app.window):
        app.window.activateWindow()
    frame.screens.current.lines.setFocus()
    for key in ("opd", "home"):
        frame.rail.buttons[key].setFocus()
        qtbot.mouseClick(frame.rail.buttons[key], Qt.MouseButton.LeftButton)
        settle(app)
    assert frame.screens.key == "home"
    assert app.window.focusWidget() is frame.screens.current.lines
