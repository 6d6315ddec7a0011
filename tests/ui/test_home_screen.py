"""Beranda on a real workshop file: what stands, what is next, one click to what is late."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.worksheet import SheetPlace, Worksheet
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.services.session import NewSession
from tests.ui.frame import nameless
from tests.ui.worksheets import Hall, plan
from ui.models.home import stage_line
from ui.models.places import sheet_key
from ui.screens.workshop import WorkshopScreen
from ui.widgets.label import ElidedLabel
from ui.widgets.matrix import FIRST, OPD, MatrixView, lines_of
from ui.widgets.pill import Pill

HOSTILE = '<b>Jum\'at</b> & "rapat" <script>'


@pytest.fixture
def hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def empty_hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock, opds=())
    yield made
    made.close()


@pytest.fixture
def show(context, qtbot, dressed):
    assert dressed

    def make(hall, stage=2):
        made = WorkshopScreen(hall.desk, context)
        qtbot.addWidget(made)
        made.resize(1156, 658)
        made.show()
        made.show_stage(stage)
        made.arrive()
        settle(made)
        return made

    return make


def settle(screen):
    """Let everything that was asked be answered."""
    for _ in range(3):
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def wanted(screen, heard):
    screen.go.connect(lambda *said: heard.items.append(said))
    screen.print_asked.connect(lambda *said: heard.items.append(("print", *said)))
    return heard.items


def row_of(screen, name):
    return next(place for place, line in enumerate(screen.matrix.matrix.lines) if line.name == name)


def cell(screen, name, column=FIRST):
    return screen.matrix.matrix.index(row_of(screen, name), column)


def test_an_empty_workshop_shows_its_first_steps_and_each_leads_somewhere(show, empty_hall, heard):
    screen = show(empty_hall)
    asked = wanted(screen, heard)
    assert screen.steps.isVisible()
    assert not screen.board.isVisible()
    for button in screen.steps.buttons.values():
        button.click()
    assert asked == [
        ("opd", ""),
        ("people", ""),
        ("agenda", ""),
        ("document", ""),
        ("session-start", ""),
        ("worksheet", ""),
        ("report", ""),
    ]
    assert screen.steps.buttons["opd"].property("role") == "primary"
    assert screen.focusWidget() is screen.steps.buttons["opd"]


def test_a_step_that_is_done_has_a_tick_and_a_quiet_way_back(show, empty_hall, heard):
    desk = empty_hall.desk
    stage = empty_hall.ask(desk.workshop.stages)[1].id
    begun = empty_hall.ask(partial(desk.session.start, NewSession(stage, "Pembukaan")))[0]
    screen = show(empty_hall)
    asked = wanted(screen, heard)

    def step():
        screen.arrive()
        settle(screen)
        button = screen.steps.buttons["session"]
        button.click()
        return button.text(), button.property("role"), asked[-1]

    assert step() == ("Buka catatan", "quiet", ("note", ""))
    empty_hall.ask(partial(desk.session.end, begun))
    assert step() == ("Mulai sesi lagi", "quiet", ("session-start", ""))
    assert screen.steps.buttons["opd"].property("role") == "primary"


def test_the_step_of_the_participants_is_done_once_there_are_some(show, empty_hall):
    screen = show(empty_hall)
    line = screen.steps.buttons["people"].parentWidget()
    assert line.accessibleName().endswith(
        "Daftar undangan dari Excel atau WhatsApp; nomornya dipakai di pintu."
    )
    empty_hall.ask(lambda: empty_hall.desk.people.add([Person(name="Ani"), Person(name="Budi")]))
    screen.arrive()
    settle(screen)
    line = screen.steps.buttons["people"].parentWidget()
    assert line.accessibleName().endswith(": 2 peserta sudah didaftar")
    assert [item.accessibleName() for item in line.findChildren(Pill)] == ["Selesai"]
    assert screen.steps.buttons["people"].property("role") == "quiet"


def test_the_steps_give_way_to_the_matrix_when_agencies_come(show, empty_hall):
    screen = show(empty_hall)
    empty_hall.ask(partial(empty_hall.desk.opd.add, [OpdRow("Dinas Kesehatan", "Dinkes", "1")]))
    screen.arrive()
    settle(screen)
    assert screen.board.isVisible()
    assert not screen.steps.isVisible()
    assert screen.next.lead.text() == "Baca Renstra setiap OPD"


def test_the_funnel_recounts_the_analysis(show, hall):
    hall.adopt("Diskominfo", plan())
    rows = [row.row for row in hall.grid("Diskominfo").rows if not row.support]
    cells = [
        (rows[0], "relevant", "ya"),
        (rows[1], "relevant", "sebagian"),
        (rows[2], "relevant", "tidak"),
        (rows[0], "proposal", "Satu data"),
        (rows[0], "quickwin", "ya"),
    ]
    hall.ask(partial(hall.desk.worksheet.set_cells, hall.worksheet, hall.opds["Diskominfo"], cells))
    screen = show(hall)
    assert [figure.text() for figure in screen.funnel.figures] == ["4", "2", "1", "1"]


def test_the_matrix_stands_by_table_and_says_how_far_everybody_is(show, hall):
    hall.adopt("Diskominfo", plan())
    rows = [row.row for row in hall.grid("Diskominfo").rows]
    fill = [(rows[0], "relevant", "ya")]
    opd = hall.opds["Diskominfo"]
    hall.ask(partial(hall.desk.worksheet.set_cells, hall.worksheet, opd, fill))
    hall.ask(partial(hall.desk.worksheet.set_head, hall.worksheet, opd, "on_paper", True))
    screen = show(hall)
    lines = screen.matrix.matrix.lines
    assert [line.table for line in lines] == ["1", "1", "2", "3", "3", "3"]
    assert [line.is_last for line in lines] == [False, True, True, False, False, True]
    words = {line.name: line.cells[0].words for line in lines}
    assert words["Dinas Komunikasi, Informatika, Statistik dan Persandian"] == "Sedang diisi · di kertas"
    assert words["Kelurahan Potoro"] == "tidak wajib"
    assert words["Dinas Lingkungan Hidup"] == "Renstra belum ada"
    far = cell(screen, "Dinas Komunikasi, Informatika, Statistik dan Persandian").data()
    assert "1 dari" in far


def test_a_cell_leads_to_its_sheet_by_click_and_by_enter(show, hall, heard, qtbot):
    screen = show(hall)
    asked = wanted(screen, heard)
    index = cell(screen, "Dinas Lingkungan Hidup")
    spot = screen.matrix.visualRect(index).center()
    qtbot.mouseClick(screen.matrix.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    screen.matrix.setFocus()
    screen.matrix.setCurrentIndex(index)
    QTest.keyClick(screen.matrix, Qt.Key.Key_Return)
    screen.matrix.setCurrentIndex(cell(screen, "Dinas Lingkungan Hidup", OPD))
    QTest.keyClick(screen.matrix, Qt.Key.Key_Space)
    assert asked == [
        ("worksheet", sheet_key(hall.worksheet, hall.opds["DLH"])),
        ("worksheet", sheet_key(hall.worksheet, hall.opds["DLH"])),
        ("opd", hall.opds["DLH"]),
    ]


def test_tables_are_in_the_order_of_their_numbers_and_none_comes_last():
    places = [
        SheetPlace(f"a{table}", "w", "belum", table_no=table, name=table)
        for table in ("10", "", "2", "VIP", "1")
    ]
    assert [line.table for line in lines_of([places], [Worksheet()])] == ["VIP", "1", "2", "10", ""]


def test_the_matrix_takes_more_worksheets(qtbot, dressed):
    assert dressed
    view = MatrixView()
    qtbot.addWidget(view)
    places = [
        [
            SheetPlace(
                "a", f"w{number}", "sedang", name="Dinas Kesehatan", has_renstra=True, done=number, total=9
            )
        ]
        for number in range(6)
    ]
    view.show_places([Worksheet(title=f"Lembar {number}") for number in range(6)], places)
    assert view.matrix.columnCount() == FIRST + 6
    assert view.matrix.index(0, FIRST + 4).data() == "Sedang diisi · 4 dari 9"
    assert view.matrix.headerData(FIRST + 4, Qt.Orientation.Horizontal) == "Lembar 4"


def test_the_running_session_is_shown_with_its_ways(show, hall, heard):
    screen = show(hall)
    assert screen.next.title.text() == "Berikutnya"
    hall.begin_session()
    screen.arrive()
    settle(screen)
    asked = wanted(screen, heard)
    assert (screen.next.title.text(), screen.next.lead.text()) == ("Sedang berjalan", "Kerja kelompok 2")
    screen.next.first.click()
    screen.next.second.click()
    assert asked == [("worksheet", ""), ("print", "laporan-sesi", "")]


def test_without_a_session_the_card_asks_for_one(show, hall, heard):
    hall.adopt("Diskominfo", plan())
    screen = show(hall)
    asked = wanted(screen, heard)
    assert screen.next.first.text() == "Mulai sesi"
    screen.next.first.click()
    assert asked == [("session-start", "")]


def test_a_change_made_elsewhere_is_read_again(show, hall):
    screen = show(hall)
    changes = hall.ask(partial(hall.desk.opd.add, [OpdRow("Dinas Sosial", "Dinsos", "2")]))
    screen.changed(changes)
    settle(screen)
    assert len(screen.matrix.matrix.lines) == 7


def test_what_is_due_leads_to_the_screen_that_settles_it(show, hall, heard):
    screen = show(hall)
    asked = wanted(screen, heard)
    words = [row.accessibleName() for row in screen.due.rows]
    assert words == ["5 OPD belum menyerahkan Renstra", "Penanda tangan laporan belum diisi"]
    for row in screen.due.rows:
        row.click()
    assert asked == [("document", ""), ("event", "signer")]


def test_the_own_page_of_the_workshop_is_one_click_away(show, hall, heard):
    screen = show(hall)
    asked = wanted(screen, heard)
    screen.event_button.click()
    screen.findChild(QPushButton, "home-stage-copies").click()
    for command in screen.commands():
        command.run()
    assert asked == [
        ("event", ""),
        ("stage_copy", ""),
        ("event", "kop"),
        ("event", "stage"),
        ("preflight", ""),
    ]


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 8, 4), "Tahap II · hari 1 · Selasa, 4 Agustus 2026"),
        (date(2026, 8, 5), "Tahap II · hari 2 · Rabu, 5 Agustus 2026"),
        (date(2026, 8, 3), "Tahap II · mulai Selasa, 4 Agustus 2026 · besok"),
        (date(2026, 7, 25), "Tahap II · mulai Selasa, 4 Agustus 2026 · 10 hari lagi"),
        (date(2026, 9, 1), "Tahap II · selesai Rabu, 5 Agustus 2026"),
    ],
)
def test_the_line_beside_the_title_says_which_day_it_is(today, words):
    stage = Stage(number=2, date_start="2026-08-04", date_end="2026-08-05")
    assert stage_line(stage, 2, today) == words
    assert stage_line(replace(stage, date_start=""), 2, today) == "Tahap II · tanggal belum diisi"
    assert stage_line(None, 3, today) == "Tahap III · tanggal belum diisi"


def test_the_stage_switch_changes_the_line(show, hall):
    screen = show(hall, stage=1)
    screen.show_stage(4)
    assert screen.day.text().startswith("Tahap IV")


def test_a_stage_chosen_while_the_first_reading_is_under_way_is_the_one_that_is_shown(
    context, qtbot, dressed, hall
):
    assert dressed
    screen = WorkshopScreen(hall.desk, context)
    qtbot.addWidget(screen)
    screen.show_stage(1)
    screen.arrive()
    screen.show_stage(2)
    settle(screen)
    assert [item.code for item in screen._columns] == ["L5"]


def test_words_of_people_are_plain_text(show, hall):
    hall.ask(partial(hall.desk.opd.update, hall.opds["DLH"], "name", HOSTILE))
    hall.begin_session()
    running = hall.ask(hall.desk.session.running)
    hall.ask(partial(hall.desk.session.update, running.id, "title", HOSTILE))
    screen = show(hall)
    assert screen.next.lead.text() == HOSTILE
    assert {label.textFormat() for label in screen.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    tip = cell(screen, HOSTILE).data(Qt.ItemDataRole.ToolTipRole)
    assert "<script>" not in tip
    assert isinstance(running, Session)


@pytest.mark.parametrize("which", ["hall", "empty_hall"])
def test_everything_that_takes_the_focus_has_a_name(request, show, which):
    assert nameless(show(request.getfixturevalue(which))) == []


def double(screen):
    for label in screen.findChildren(QLabel):
        if any(sign.isalpha() for sign in label.text()):
            label.setText(f"{label.text()} {label.text()}")
    for button in screen.findChildren(QPushButton):
        if button.text():
            button.setText(f"{button.text()} {button.text()}")


def cut(screen):
    """Name what is narrower or lower than its words."""
    short = []
    for label in screen.findChildren(QLabel):
        if (
            not label.isVisible()
            or not any(sign.isalpha() for sign in label.text())
            or isinstance(label, ElidedLabel)
        ):
            continue
        if label.wordWrap():
            is_cut = label.height() < label.heightForWidth(label.width())
        else:
            is_cut = label.width() < label.sizeHint().width()
        if is_cut:
            short.append(label.text())
    short += [
        button.text()
        for button in screen.findChildren(QPushButton)
        if button.isVisible() and button.text() and button.width() < button.sizeHint().width()
    ]
    return short


@pytest.mark.parametrize("which", ["hall", "empty_hall"])
def test_doubled_words_are_not_cut(request, show, which, qtbot):
    screen = show(request.getfixturevalue(which))
    double(screen)
    qtbot.wait(60)
    assert screen.width() == 1156
    assert cut(screen) == []


def test_the_log_tells_once_that_the_figures_were_painted(show, hall, qtbot, caplog):
    with caplog.at_level("INFO", logger="ui.screens.workshop"):
        screen = show(hall)
        qtbot.waitUntil(lambda: "home stands" in caplog.text)
        screen.repaint()
        qtbot.wait(20)
    assert caplog.text.count("home stands, machine clock ") == 1
