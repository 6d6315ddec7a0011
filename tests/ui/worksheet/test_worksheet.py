"""Kertas Kerja on a real workshop file: table to table, saved while typed, never blocked."""

from functools import partial
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tests.ui.worksheet.hand import place_in_list, press, press_into, settle, stand, stored, words

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


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
    steps = {step.objectName(): step for step in button.menu().actions() if not step.isSeparator()}
    assert list(steps) == [
        "status-belum",
        "status-sedang",
        "status-diserahkan",
        "status-perbaikan",
        "status-diperiksa",
        "status-disepakati",
        "status-waived",
    ]
    steps["status-diserahkan"].trigger()
    assert button.text() == "Diserahkan"
    settle(screen)
    assert hall.grid("Diskominfo").sheet.status == "diserahkan"
    told = screen.page.places.worksheets.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "L5 Analisis Renstra, 1 dari 5 OPD"


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
    screen.show_party(hall.opds["Disdukcapil"])
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
    opds = screen.page.places.parties
    tips = [opds.item(row).toolTip() for row in range(opds.count())]
    assert f"<qt>{number} · Dinas Komunikasi, Informatika, Statistik dan Persandian</qt>" in tips


def test_enter_in_the_list_of_opd_goes_into_the_grid(screen):
    screen.page.turn_places()
    opds = screen.page.places.parties
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
    screen.show_party(hall.opds["DPMPTSP"])
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


def test_the_foot_of_the_sheet_tells_what_the_plan_adds_up_to(screen, hall):
    desk = hall.desk
    assert words(screen, "sheetSums").startswith("Jumlah pagu: 2025 Rp6.883.750.000, ")
    assert not screen.page.sums.isHidden()
    worksheet = hall.ask(partial(desk.worksheet.find, "L7"))
    screen.open_row(worksheet.id)
    settle(screen)
    assert screen.page.sums.isHidden(), "nobody has named a cost yet"
    (row, *_) = screen.grid._free.stock()
    screen.grid.write([(row, "cost_low", "1250000000"), (row, "horizon", "pendek")])
    told = "Jumlah perkiraan biaya paling sedikit: Rp1.250.000.000; jangka pendek Rp1.250.000.000."
    assert words(screen, "sheetSums") == told, "before the disk has answered"
    assert not screen.page.sums.isHidden()
