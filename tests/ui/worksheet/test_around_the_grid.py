"""Around the grid of the worksheet: head, warnings, notes, countdown, the list of OPD, sizes."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.errors import DiskFault
from tests.ui.worksheet.hand import (
    place_in_list,
    press,
    press_into,
    settle,
    stand,
    stored,
    without_stage_three,
    words,
)
from tests.ui.worksheets import Hall
from ui import theme
from ui.screens.worksheet.screen import WorksheetScreen
from ui.widgets.grid_warnings import Look, WarningPanel

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


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
    # Four of them are programs that another agency of this hall has too.
    assert pill.text() == "6 hal perlu dilihat"
    assert not screen.page.warnings.area.isVisible()
    press(KEY.Key_F8)
    assert screen.page.warnings.area.isVisible()
    jump = screen.page.warnings.area.findChildren(QPushButton, "lookRow")[4]
    qtbot.mouseClick(jump, Qt.MouseButton.LeftButton)
    assert screen.page.view.currentIndex().row() == 2
    press("y")
    assert screen.grid.count_done() == (1, 4)


def test_without_anything_to_look_at_there_is_no_pill(screen, hall):
    assert screen.page.warnings.isVisible()
    screen.show_party(hall.opds["DPMPTSP"])
    settle(screen)
    assert not screen.page.warnings.isVisible()


def test_a_falling_target_asks_once_whether_smaller_is_better(screen, hall, qtbot):
    press(KEY.Key_F8)
    answers = screen.page.warnings.area.findChildren(QPushButton, "look-turun")
    assert len(answers) == 1
    qtbot.mouseClick(answers[0], Qt.MouseButton.LeftButton)
    settle(screen)
    assert screen.findChild(QPushButton, "warningPill").text() == "5 hal perlu dilihat"
    found = hall.ask(partial(hall.desk.renstra.plan, hall.opds["Diskominfo"]))
    assert [item.direction for items in found.indicators.values() for item in items].count("turun") == 1


def test_findings_that_were_answered_are_quiet_and_one_click_away(screen, hall, qtbot):
    opd = hall.opds["Diskominfo"]
    way = screen.findChild(QPushButton, "answeredFindings")
    assert not way.isVisible()
    item = next(one for one in hall.ask(partial(hall.desk.finding.of, opd)).items if one.weight != "ringan")
    hall.ask(partial(hall.desk.finding.answer, item.key, "keliru"))
    screen.arrive()
    settle(screen)
    assert screen.findChild(QPushButton, "warningPill").text() == "5 hal perlu dilihat"
    assert (way.isVisible(), way.text()) == (True, "1 temuan sudah dijawab")
    with qtbot.waitSignal(screen.go) as gone:
        qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert gone.args == ["document", opd]


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
    screen.show_party(hall.opds["DPMPTSP"])
    settle(screen)
    assert screen.page.body.currentWidget() is screen.page.empty
    assert "belum ada" in screen.page.empty.title.text()
    with qtbot.waitSignal(screen.go) as asked:
        screen.page.empty.buttons[1].click()
    assert asked.args == ["document", hall.opds["DPMPTSP"]]
    assert not screen.page.empty.buttons[2].isVisible(), "it is the last at its table"
    screen.show_party(hall.opds["DLH"])
    settle(screen)
    screen.step_party(-1)
    settle(screen)
    assert words(screen, "sheetWhose").startswith("Badan Perencanaan")
    screen.page.empty.buttons[2].click()
    settle(screen)
    assert words(screen, "sheetWhose").startswith("Dinas Lingkungan")


def test_a_kelurahan_needs_no_renstra(screen, hall):
    screen.show_party(hall.opds["Kelurahan Potoro"])
    settle(screen)
    assert screen.page.empty.title.text() == "Tidak wajib membawa Renstra"
    assert screen.page.head.isVisible()


def test_a_stage_without_worksheets_says_where_they_are(screen, hall):
    without_stage_three(hall)
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
    screen = WorksheetScreen(services=hall.desk, context=context)
    qtbot.addWidget(screen)
    screen.show()
    screen.show_stage(2)
    screen.arrive()
    settle(screen)
    with qtbot.waitSignal(screen.go) as asked:
        screen.page.empty.buttons[0].click()
    assert asked.args == ["opd", ""]
    assert not screen.present()
    screen.resize(900, 600)
    assert screen.page.places.isVisible(), "which worksheets there are is told also in a narrow window"
    assert not screen.page.places_button.isVisible()
    screen.page.turn_places()
    assert screen.page.places.isVisible()
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

    qtbot.waitUntil(lambda: texts() == ["Keputusan: data aduan dibuka"])
    line.clear()
    QTest.keyClicks(line, '@"Bag. Organisasi" siapkan nota 21/8/2026')
    QTest.keyClick(line, KEY.Key_Return)
    qtbot.waitUntil(lambda: texts()[-1] == "Bag. Organisasi: siapkan nota (21 Agustus 2026)")
    screen.reload()
    settle(screen)
    assert texts() == ["Keputusan: data aduan dibuka", "Bag. Organisasi: siapkan nota (21 Agustus 2026)"]


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
    opds = screen.page.places.parties
    names = [opds.item(row).data(Qt.ItemDataRole.DisplayRole) for row in range(opds.count())]
    assert [name for name in names if name] == ["Meja 1", "Meja 2", "Meja 3"]
    opds.setCurrentRow(1)
    QTest.keyClick(opds, KEY.Key_Return)
    settle(screen)
    assert words(screen, "sheetWhose") == "Badan Perencanaan Pembangunan Daerah"


def test_the_list_counts_along_and_keeps_the_status_of_each(screen, hall):
    press("y")
    assert place_in_list(screen, "Diskominfo") == ("sedang", 1)
    screen.show_party(hall.opds["DPMPTSP"])
    settle(screen)
    screen.show_party(hall.opds["Diskominfo"])
    settle(screen)
    assert place_in_list(screen, "Diskominfo") == ("sedang", 1)
    assert place_in_list(screen, "DPMPTSP") == ("belum", 0)


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
    screen.show_party(hall.opds["DPMPTSP"])
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


def test_a_program_that_is_being_typed_is_told_before_the_workshop_closes(screen):
    assert screen.unfinished() == ""
    screen.page.open_program()
    press("2.16.09")
    assert screen.unfinished() == "Program yang sedang diketik belum ditambahkan."
    assert screen.holds(), "so that the words of the event do not take it away"
    press(KEY.Key_Escape)
    assert not screen.holds()


def test_one_sentence_about_several_rows_says_how_many(qtbot):
    panel = WarningPanel()
    qtbot.addWidget(panel)
    lacking = "3 indikator belum punya kondisi awal."
    panel.show_looks([Look(lacking, "a"), Look("Pagu tidak ada.", "b"), Look(lacking, "c")])
    assert panel.first.text() == f"{lacking} (2 baris) · Pagu tidak ada."
