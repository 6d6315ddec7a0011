"""Kertas Kerja on a real workshop file: table to table, saved while typed, never blocked."""

from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.errors import DiskFault
from tests.ui.worksheets import Hall, plan
from ui import theme
from ui.screens.worksheet import WorksheetScreen

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock)
    made.adopt("Diskominfo", plan(falls=True))
    made.adopt("Disdukcapil", plan())
    yield made
    made.close()


@pytest.fixture
def shown_feeds():
    return []


@pytest.fixture
def screen(hall, context, qtbot, dressed, shown_feeds):
    assert dressed
    made = WorksheetScreen(services=hall.desk, context=context, project=shown_feeds.append)
    qtbot.addWidget(made)
    made.resize(1190, 690)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_stage(2)
    made.arrive()
    made.open_row(hall.opds["Diskominfo"])
    settle(made)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made.page.view)
    return made


def settle(screen):
    """Let everything that was asked be answered."""
    for _ in range(3):
        screen.context.autosave.flush_all()
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def press(*keys, held=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        if isinstance(key, str):
            for letter in key:
                QTest.keyClicks(QApplication.focusWidget(), letter)
        else:
            QTest.keyClick(QApplication.focusWidget(), key, held)


def stand(screen, row, key):
    screen.page.view.setCurrentIndex(screen.grid.index(row, screen.grid.place_of(key)))


def words(screen, name):
    return screen.findChild(QLabel, name).text()


def stored(hall, row, key, opd="Diskominfo"):
    return hall.grid(opd).rows[row].values[key]


def test_says_whose_sheet_it_is_and_how_far(screen):
    assert words(screen, "sheetWorksheet") == "Analisis Renstra"
    assert words(screen, "sheetWhose") == "Dinas Komunikasi, Informatika, Statistik dan Persandian"
    assert words(screen, "sheetProgress") == "0 dari 4 program"
    assert words(screen, "sheetTable") == "Meja 3"
    press("y")
    assert words(screen, "sheetProgress") == "1 dari 4 program"


def test_what_is_typed_is_in_the_file_within_a_second(screen, hall, qtbot):
    stand(screen, 0, "issue")
    press("Jum'at <b")
    with qtbot.waitSignal(screen.context.autosave.saved, timeout=1500):
        pass
    assert screen.page.view.is_editing
    assert stored(hall, 0, "issue") == "Jum'at <b"


def test_an_open_answer_is_handed_in_before_a_command(screen, hall):
    stand(screen, 0, "proposal")
    press("Satu pintu")
    screen.context.autosave.flush_all()
    assert screen.context.lane.drain(10)
    assert stored(hall, 0, "proposal") == "Satu pintu"
    assert screen.page.view.is_editing


def test_the_first_answer_makes_the_sheet_being_filled_in(screen, hall):
    assert screen.page.title.status.status == "belum"
    press("y")
    assert screen.page.title.status.status == "sedang"
    settle(screen)
    assert hall.grid("Diskominfo").sheet.status == "sedang"


def test_the_status_ladder_is_a_menu_by_keys(screen, hall):
    button = screen.findChild(QPushButton, "statusButton")
    steps = {step.objectName(): step for step in button.menu().actions()}
    assert list(steps) == [
        "status-belum",
        "status-sedang",
        "status-diserahkan",
        "status-perbaikan",
        "status-diperiksa",
        "status-disepakati",
    ]
    steps["status-diserahkan"].trigger()
    assert button.text() == "Diserahkan"
    settle(screen)
    assert hall.grid("Diskominfo").sheet.status == "diserahkan"
    assert "1 dari 5 diserahkan" in screen.page.places.worksheets.item(0).text()


def test_the_next_opd_at_the_table_is_one_key_away(screen, hall):
    stand(screen, 0, "issue")
    press("milik Diskominfo")
    press(KEY.Key_PageDown, held=CTRL)
    settle(screen)
    assert words(screen, "sheetWhose").startswith("Dinas Penanaman Modal")
    press(KEY.Key_PageUp, held=CTRL)
    settle(screen)
    press(KEY.Key_PageUp, held=CTRL)
    settle(screen)
    assert words(screen, "sheetWhose").startswith("Dinas Kependudukan")
    assert stored(hall, 0, "issue") == "milik Diskominfo"
    assert stored(hall, 0, "issue", "Disdukcapil") == ""


def test_a_table_has_a_first_and_a_last_opd(screen, hall, qtbot):
    before, after = screen.page.title.before, screen.page.title.after
    assert before.isVisible()
    assert after.isVisible()
    press(KEY.Key_PageDown, held=CTRL)
    settle(screen)
    assert not after.isVisible()
    with qtbot.waitSignal(screen.warned):
        press(KEY.Key_PageDown, held=CTRL)
    settle(screen)
    assert words(screen, "sheetWhose").startswith("Dinas Penanaman Modal")
    screen.show_opd(hall.opds["Disdukcapil"])
    settle(screen)
    assert not before.isVisible()


def test_an_empty_sheet_is_no_trap_for_the_keyboard(screen, hall, qtbot):
    stand(screen, 0, "dimension")
    press("soc")
    with qtbot.waitSignal(screen.warned) as told:
        press(KEY.Key_PageDown, held=CTRL)
    assert '"soc" belum dipilih' in told.args[0]
    settle(screen)
    assert QApplication.focusWidget() is screen.page.empty.buttons[0]
    press(KEY.Key_PageUp, held=CTRL)
    settle(screen)
    assert words(screen, "sheetWhose").startswith("Dinas Komunikasi")
    assert QApplication.focusWidget() is screen.page.view
    assert screen.grid.face(0, screen.grid.place_of("dimension")).text == "soc"
    assert stored(hall, 0, "dimension") == ""


def test_the_keys_for_the_neighbours_work_from_anywhere_in_the_window(screen, qtbot):
    outside = QLineEdit()
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(outside)
    column.addWidget(screen)
    window.resize(1190, 720)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    outside.setFocus()
    qtbot.waitUntil(outside.hasFocus)
    press(KEY.Key_PageUp, held=CTRL)
    settle(screen)
    assert words(screen, "sheetWhose").startswith("Dinas Kependudukan")
    screen.setParent(None)


def test_the_number_of_the_sheet_stands_in_the_head_and_in_the_list(screen, hall):
    hall.ask(partial(hall.desk.worksheet.set_head, hall.worksheet, hall.opds["Diskominfo"], "chair", "Siti"))
    screen.reload()
    settle(screen)
    number = hall.grid("Diskominfo").sheet.number
    assert number.startswith("L5-")
    assert words(screen, "sheetNumber") == number
    opds = screen.page.places.opds
    tips = [opds.item(row).toolTip() for row in range(opds.count())]
    assert f"{number} · Dinas Komunikasi, Informatika, Statistik dan Persandian" in tips


def test_enter_in_the_list_of_opd_goes_into_the_grid(screen):
    screen.page.turn_places()
    opds = screen.page.places.opds
    for short in ("Disdukcapil", "Disdukcapil"):
        opds.setFocus()
        wanted = next(
            row
            for row in range(opds.count())
            if getattr(opds.item(row).data(Qt.ItemDataRole.UserRole), "short", "") == short
        )
        opds.setCurrentRow(wanted)
        QTest.keyClick(opds, KEY.Key_Return)
        settle(screen)
        assert QApplication.focusWidget() is screen.page.view


def test_a_program_that_stands_in_no_file_is_typed_under_the_grid(screen, hall):
    screen.findChild(QPushButton, "addProgram").click()
    for name, typed in (
        ("programCode", "2.16.09"),
        ("programName", "Desa Digital"),
        ("programPagu", "1.500"),
    ):
        QTest.keyClicks(screen.findChild(QLineEdit, name), typed)
    QTest.keyClick(screen.findChild(QLineEdit, "programPagu"), KEY.Key_Return)
    settle(screen)
    row = screen.grid.row_at(screen.page.view.currentIndex().row())
    assert (row.values["code"], row.values["program"]) == ("2.16.09", "Desa Digital")
    assert screen.grid.column_at(screen.page.view.currentIndex().column()).key == "relevant"
    assert QApplication.focusWidget() is screen.page.view
    assert words(screen, "sheetProgress") == "0 dari 5 program"
    press("y")
    assert words(screen, "sheetProgress") == "1 dari 5 program"
    assert not screen.page.program.isVisible()
    pagu = {
        line.name: line.pagu
        for line in hall.ask(partial(hall.desk.renstra.plan, hall.opds["Diskominfo"])).lines
    }
    assert pagu["Desa Digital"] == {"2026": 1500}


def test_an_empty_sheet_begins_with_a_program_of_ones_own(screen, hall, qtbot):
    screen.show_opd(hall.opds["DPMPTSP"])
    settle(screen)
    own = screen.page.empty.buttons[0]
    assert own.text() == "Ketik program sendiri"
    own.click()
    assert QApplication.focusWidget().objectName() == "programCode"
    press(KEY.Key_Return)
    assert QApplication.focusWidget().objectName() == "programName"
    with qtbot.waitSignal(screen.warned):
        press(KEY.Key_Return)
    press("Perizinan Keliling", KEY.Key_Return)
    settle(screen)
    assert screen.page.body.currentWidget() is screen.page.view
    assert QApplication.focusWidget() is screen.page.view
    press("s")
    settle(screen)
    assert stored(hall, 0, "relevant", "DPMPTSP") == "sebagian"
    assert stored(hall, 0, "program", "DPMPTSP") == "Perizinan Keliling"


def test_a_figure_that_is_none_keeps_the_program_in_its_line(screen, qtbot):
    screen.findChild(QPushButton, "addProgram").click()
    QTest.keyClicks(screen.page.program.name, "Desa Digital")
    QTest.keyClicks(screen.page.program.pagu, "banyak")
    with qtbot.waitSignal(screen.warned) as told:
        QTest.keyClick(screen.page.program.pagu, KEY.Key_Return)
    assert "bukan jumlah rupiah" in told.args[0]
    assert screen.page.program.name.text() == "Desa Digital"
    QTest.keyClick(screen.page.program.pagu, KEY.Key_Escape)
    assert not screen.page.program.isVisible()
    assert QApplication.focusWidget() is screen.page.view


def test_esc_closes_the_list_of_what_to_look_at(screen):
    press(KEY.Key_F8)
    assert screen.page.warnings.area.isVisible()
    press(KEY.Key_Escape)
    assert not screen.page.warnings.area.isVisible()
    assert QApplication.focusWidget() is screen.page.view


def test_a_choice_that_is_none_stays_visible_and_lets_one_go_on(screen, hall, qtbot):
    stand(screen, 0, "dimension")
    said = []
    screen.said.connect(said.append)
    with qtbot.waitSignal(screen.warned) as told:
        press("zzz", KEY.Key_Tab)
    assert "bukan pilihan" in told.args[0]
    assert not said, "nothing was done that could be taken back"
    press("Antre")
    settle(screen)
    assert screen.grid.face(0, screen.grid.place_of("dimension")).is_wrong
    assert (stored(hall, 0, "dimension"), stored(hall, 0, "issue")) == ("", "Antre")


def test_what_is_typed_while_the_next_sheet_is_on_its_way_stays_with_this_one(screen, hall):
    screen.context.lane.hold(release := Event())
    press(KEY.Key_PageDown, held=CTRL)
    press("y")
    press_into(screen, "head-scribe", "Andi")
    release.set()
    settle(screen)
    assert words(screen, "sheetWhose").startswith("Dinas Penanaman Modal")
    assert stored(hall, 0, "relevant") == "ya"
    assert hall.grid("Diskominfo").sheet.scribe == "Andi"
    assert hall.grid("DPMPTSP").sheet.scribe == ""
    assert place_in_list(screen, "DPMPTSP") == ("belum", 0)


def test_paste_is_one_act_that_undo_takes_back_whole(screen, hall):
    QGuiApplication.clipboard().setText("ya\ttidak ada\tAduan\nsebagian\tGOV Layanan publik\tServer\n")
    told = []
    screen.said.connect(told.append)
    stand(screen, 0, "relevant")
    press(KEY.Key_V, held=CTRL)
    settle(screen)
    assert (stored(hall, 0, "relevant"), stored(hall, 1, "issue")) == ("ya", "Server")
    assert "bukan pilihan" in told[0]
    changes = hall.ask(hall.desk.undo)
    screen.changed(changes)
    settle(screen)
    assert screen.grid.count_done() == (0, 4)
    assert screen.grid.data(screen.grid.index(1, screen.grid.place_of("issue"))) == ""


def test_what_a_paste_refused_is_listed_on_demand(screen, hall):
    lines = ["ya\ttidak ada", *["ya\tGOV"] * 3, "ya\tGOV", "ya\tGOV"]
    QGuiApplication.clipboard().setText("\n".join(lines) + "\n\n")
    told, warned = [], []
    screen.said.connect(told.append)
    screen.warned.connect(warned.append)
    stand(screen, 0, "relevant")
    press(KEY.Key_V, held=CTRL)
    settle(screen)
    assert "2 baris tempelan tidak muat di tabel ini." in told[0]
    assert "sudah masuk" in told[0]
    button = screen.findChild(QPushButton, "refusedCells")
    assert button.text() == "Lihat 5 yang tidak masuk"
    button.click()
    listed = [label.text() for label in screen.page.warnings.area.findChildren(QLabel, "lookSentence")]
    assert len(listed) == 5
    assert any("bukan pilihan" in sentence for sentence in listed)
    screen.page.view.setFocus()
    press(KEY.Key_Escape)
    assert not screen.page.warnings.area.isVisible()
    QGuiApplication.clipboard().setText("ya")
    stand(screen, 0, "dimension")
    press(KEY.Key_V, held=CTRL)
    assert "bukan pilihan" in warned[0], "nothing went in, so there is nothing to take back"
    assert button.text() == "Lihat 1 yang tidak masuk"
    QGuiApplication.clipboard().setText("ENV")
    press(KEY.Key_V, held=CTRL)
    settle(screen)
    assert not button.isVisible()
    assert stored(hall, 0, "dimension") != ""


def test_what_another_changes_is_read_and_what_is_typed_stays(screen, hall):
    stand(screen, 0, "issue")
    press("sedang diketik")
    row = screen.grid.row_at(1).row
    cells = [(row, "issue", "dari tempat lain")]
    hall.ask(partial(hall.desk.worksheet.set_cells, hall.worksheet, hall.opds["Diskominfo"], cells))
    screen.changed(Changes(frozenset({"analysis"})))
    settle(screen)
    place = screen.grid.place_of("issue")
    assert screen.grid.data(screen.grid.index(1, place)) == "dari tempat lain"
    assert screen.grid.data(screen.grid.index(0, place)) == "sedang diketik"
    assert screen.page.view.is_editing


def test_the_head_is_written_in_place(screen, hall):
    press_into(screen, "head-chair", "Hj. Sitti")
    press_into(screen, "head-present", "6")
    screen.page.head.paper.click()
    settle(screen)
    sheet = hall.grid("Diskominfo").sheet
    assert (sheet.chair, sheet.present, sheet.on_paper) == ("Hj. Sitti", 6, True)


def press_into(screen, name, text):
    line = screen.findChild(QLineEdit, name)
    line.setFocus()
    QTest.keyClicks(line, text)


def test_a_number_present_that_is_none_is_explained(screen, hall, qtbot):
    with qtbot.waitSignal(screen.warned) as told:
        press_into(screen, "head-present", "enam")
    assert "bukan jumlah orang" in told.args[0]
    settle(screen)
    assert hall.grid("Diskominfo").sheet.present is None


def test_a_row_opens_as_a_form_and_is_saved_the_same_way(screen, hall):
    press(KEY.Key_F4)
    assert screen.page.side.currentWidget() is screen.page.form
    lines = screen.findChild(QPlainTextEdit, "form-partners")
    QTest.keyClicks(lines, "Bank daerah")
    settle(screen)
    assert stored(hall, 0, "partners") == "Bank daerah"
    QTest.keyClick(lines, KEY.Key_Escape)
    assert screen.page.side.currentWidget() is not screen.page.form


def test_the_columns_of_the_renstra_open_and_fold(screen):
    folded = screen.grid.columnCount()
    press(KEY.Key_F6)
    assert screen.grid.columnCount() > folded
    assert "Lipat" in screen.findChild(QPushButton, "openSubject").text()
    press(KEY.Key_F6)
    assert screen.grid.columnCount() == folded


def test_warnings_are_told_on_demand_and_never_stop(screen, qtbot):
    pill = screen.findChild(QPushButton, "warningPill")
    assert pill.text() == "2 hal perlu dilihat"
    assert not screen.page.warnings.area.isVisible()
    press(KEY.Key_F8)
    assert screen.page.warnings.area.isVisible()
    jump = screen.page.warnings.area.findChildren(QPushButton, "lookRow")[1]
    qtbot.mouseClick(jump, Qt.MouseButton.LeftButton)
    assert screen.page.view.currentIndex().row() == 2
    press("y")
    assert screen.grid.count_done() == (1, 4)


def test_without_anything_to_look_at_there_is_no_pill(screen, hall):
    assert screen.page.warnings.isVisible()
    screen.show_opd(hall.opds["DPMPTSP"])
    settle(screen)
    assert not screen.page.warnings.isVisible()


def test_a_falling_target_asks_once_whether_smaller_is_better(screen, hall, qtbot):
    press(KEY.Key_F8)
    answers = screen.page.warnings.area.findChildren(QPushButton, "look-turun")
    assert len(answers) == 1
    qtbot.mouseClick(answers[0], Qt.MouseButton.LeftButton)
    settle(screen)
    assert screen.findChild(QPushButton, "warningPill").text() == "1 hal perlu dilihat"
    found = hall.ask(partial(hall.desk.renstra.plan, hall.opds["Diskominfo"]))
    assert [item.direction for items in found.indicators.values() for item in items].count("turun") == 1


def test_a_support_program_can_be_counted_and_taken_out_again(screen, hall, qtbot):
    screen.grid.open_support(is_open=True)
    stand(screen, 5, "relevant")
    button = screen.findChild(QPushButton, "countSupport")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(screen)
    assert words(screen, "sheetProgress") == "0 dari 5 program"
    assert screen.grid.support_rows() == ()
    screen.page.support_asked.emit(screen.grid.row_at(4).row, True)
    settle(screen)
    assert words(screen, "sheetProgress") == "0 dari 4 program"
    assert len(hall.grid("Diskominfo").counted) == 4


def test_an_opd_without_renstra_is_shown_the_way_to_documents(screen, hall, qtbot):
    screen.show_opd(hall.opds["DPMPTSP"])
    settle(screen)
    assert screen.page.body.currentWidget() is screen.page.empty
    assert "belum ada" in screen.page.empty.title.text()
    with qtbot.waitSignal(screen.go) as asked:
        screen.page.empty.buttons[1].click()
    assert asked.args == ["document", hall.opds["DPMPTSP"]]
    assert not screen.page.empty.buttons[2].isVisible(), "it is the last at its table"
    screen.show_opd(hall.opds["DLH"])
    settle(screen)
    screen.step_opd(-1)
    settle(screen)
    assert words(screen, "sheetWhose").startswith("Badan Perencanaan")
    screen.page.empty.buttons[2].click()
    settle(screen)
    assert words(screen, "sheetWhose").startswith("Dinas Lingkungan")


def test_a_kelurahan_needs_no_renstra(screen, hall):
    screen.show_opd(hall.opds["Kelurahan Potoro"])
    settle(screen)
    assert screen.page.empty.title.text() == "Tidak wajib membawa Renstra"
    assert screen.page.head.isVisible()


def test_a_stage_without_worksheets_says_where_they_are(screen):
    screen.show_stage(3)
    settle(screen)
    assert "Tahap III" in screen.page.empty.title.text()
    assert "Analisis Renstra (Tahap II)" in screen.page.empty.sentence.text()
    assert not screen.page.title.isVisible()
    asked = []
    screen.go.connect(lambda key, row: asked.append((key, row)))
    button = screen.page.empty.buttons[0]
    assert button.text() == "Buka Tahap II"
    assert button.hasFocus()
    button.click()
    assert asked == [("stage", "2")]
    screen.show_stage(2)
    settle(screen)
    assert screen.page.title.isVisible()


def test_a_workshop_without_opd_shows_where_to_add_them(lane, tmp_path, clock, context, qtbot):
    hall = Hall(lane, tmp_path, clock, opds=())
    screen = WorksheetScreen(services=hall.desk, context=context, project=print)
    qtbot.addWidget(screen)
    screen.show()
    screen.show_stage(2)
    screen.arrive()
    settle(screen)
    with qtbot.waitSignal(screen.go) as asked:
        screen.page.empty.buttons[0].click()
    assert asked.args == ["opd", ""]
    assert not screen.present()
    hall.close()


def test_notes_of_this_opd_are_saved_while_they_are_typed(screen, hall, qtbot):
    line = screen.findChild(QLineEdit, "noteLine")
    QTest.keyClicks(line, "! data aduan dibuka")
    settle(screen)
    [note] = hall.ask(hall.desk.note.notes)
    assert (note.kind, note.text, note.opd) == ("keputusan", "data aduan dibuka", hall.opds["Diskominfo"])
    QTest.keyClick(line, KEY.Key_Return)
    assert line.text() == ""
    QTest.keyClicks(line, "server lama")
    screen.changed(Changes(frozenset({"note"})))
    settle(screen)
    assert line.text() == "server lama"
    assert len(hall.ask(hall.desk.note.notes)) == 2
    cards = screen.page.notes

    def texts():
        return [label.text() for label in cards.findChildren(QLabel, "noteText") if label.isVisible()]

    qtbot.waitUntil(lambda: texts() == ["! data aduan dibuka"])


def test_the_countdown_runs_in_a_session_and_takes_more_minutes(screen, hall, clock):
    assert not screen.findChild(QPushButton, "timerStart").isVisible()
    hall.begin_session(minutes=75)
    clock.forward(minutes=30)
    screen.changed(Changes(frozenset({"session"})))
    settle(screen)
    assert words(screen, "timerTime") in {"45:00", "44:59", "44:58"}
    assert words(screen, "timerBelow").startswith("dari 75 menit · paruh waktu ")
    screen.findChild(QPushButton, "timerMore").click()
    settle(screen)
    assert words(screen, "timerTime") in {"50:00", "49:59", "49:58"}
    screen.findChild(QPushButton, "timerStop").click()
    settle(screen)
    assert not screen.findChild(QLabel, "timerTime").isVisible()
    screen.findChild(QPushButton, "timerStart").click()
    settle(screen)
    assert screen.countdown.minutes == 75


def test_the_list_of_opd_is_the_way_to_every_sheet(screen):
    screen.page.turn_places()
    opds = screen.page.places.opds
    names = [opds.item(row).data(Qt.ItemDataRole.DisplayRole) for row in range(opds.count())]
    assert [name for name in names if name] == ["Meja 1", "Meja 2", "Meja 3"]
    opds.setCurrentRow(1)
    QTest.keyClick(opds, KEY.Key_Return)
    settle(screen)
    assert words(screen, "sheetWhose") == "Badan Perencanaan Pembangunan Daerah"


def test_the_list_counts_along_and_keeps_the_status_of_each(screen, hall):
    press("y")
    assert place_in_list(screen, "Diskominfo") == ("sedang", 1)
    screen.show_opd(hall.opds["DPMPTSP"])
    settle(screen)
    screen.show_opd(hall.opds["Diskominfo"])
    settle(screen)
    assert place_in_list(screen, "Diskominfo") == ("sedang", 1)
    assert place_in_list(screen, "DPMPTSP") == ("belum", 0)


def place_in_list(screen, short):
    opds = screen.page.places.opds
    places = [opds.item(row).data(Qt.ItemDataRole.UserRole) for row in range(opds.count())]
    return next((place.status, place.done) for place in places if place and place.short == short)


def test_what_the_search_found_is_shown_in_its_sheet(screen, hall):
    row = hall.grid("Disdukcapil").rows[2].row
    cells = [(row, "note", "minta data kelurahan")]
    hall.ask(partial(hall.desk.worksheet.set_cells, hall.worksheet, hall.opds["Disdukcapil"], cells))
    [hit] = hall.ask(partial(hall.desk.search.find, "kelurahan minta"))
    screen.show_stage(1)
    screen.open_row(hit.row)
    settle(screen)
    assert words(screen, "sheetWhose").startswith("Dinas Kependudukan")
    assert screen.page.view.currentIndex().row() == 2


def test_gives_the_projector_what_stands_on_the_screen(screen, shown_feeds, hall):
    press("y")
    assert screen.present()
    [feed] = shown_feeds
    assert feed.stage == "Tahap II"
    assert feed.grid().done == 1
    screen.show_opd(hall.opds["DPMPTSP"])
    settle(screen)
    assert not screen.present()


def test_a_failed_save_keeps_the_words_on_the_screen(screen, hall, monkeypatch):
    def full(*_args, **_kwargs):
        raise DiskFault("disk-full")

    monkeypatch.setattr(hall.desk.worksheet._store.workspace.journal, "write", full)
    stand(screen, 0, "issue")
    press("jangan hilang", KEY.Key_Return)
    screen.context.autosave.flush_all()
    assert screen.context.lane.drain(10)
    assert screen.context.autosave.count_waiting() > 0
    screen.reload()
    assert screen.context.lane.drain(10)
    assert screen.grid.data(screen.grid.index(0, screen.grid.place_of("issue"))) == "jangan hilang"
    monkeypatch.undo()
    settle(screen)
    assert stored(hall, 0, "issue") == "jangan hilang"
    assert screen.grid.count_pending() == 0


def test_every_part_has_a_name(screen):
    kinds = (QPushButton, QLineEdit, QPlainTextEdit)
    nameless = [
        part
        for kind in kinds
        for part in screen.findChildren(kind)
        if not part.objectName() or not part.accessibleName()
    ]
    assert not [part for part in nameless if part.isVisible()]
    assert isinstance(screen, QWidget)


def test_the_page_fits_a_small_screen_at_the_largest_type(screen, qtbot):
    application = QApplication.instance()
    theme.apply(application, 1.5)
    try:
        screen.resize(1188, 690)
        qtbot.wait(30)
        assert screen.page.minimumSizeHint().width() <= 1188
        assert screen.page.program_button.text() == "Tambah program"
    finally:
        theme.apply(application)


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.5])
def test_no_button_is_cut_at_any_type_size(screen, scale, qtbot):
    application = QApplication.instance()
    theme.apply(application, scale)
    try:
        screen.page.timer.refresh()
        qtbot.wait(30)
        cut = [
            (button.text(), button.width(), button.minimumSizeHint().width())
            for button in screen.findChildren(QPushButton)
            if button.isVisible() and button.width() < button.minimumSizeHint().width()
        ]
        assert not cut
        grid = screen.page.view
        for at in range(screen.grid.columnCount()):
            assert grid.columnWidth(at) >= grid.heads.widest_word(screen.grid.column_at(at).label)
    finally:
        theme.apply(application)
