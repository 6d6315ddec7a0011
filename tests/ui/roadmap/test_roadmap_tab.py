"""Tab Peta jalan: bars by mouse and keys, milestones, filters, and the list of what does not fit."""

from functools import partial

import openpyxl
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton

from smartcity_desktop.domain.action_when import when_of
from smartcity_desktop.domain.paper_roadmap import asked
from smartcity_desktop.domain.roadmap import RoadFilter, Span
from tests.ui.masterplan import settle
from tests.ui.roadmap.hand import begin, road
from ui.widgets.writing import WHY

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
RIGHT, LEFT, DOWN = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down


@pytest.fixture
def rows(hall):
    return begin(hall)


def names(view):
    return [item.name for item in view.programs]


def test_without_programs_it_says_where_they_are_made(hall, show):
    screen = show(hall)
    assert screen.tab.pages.currentIndex() == 0
    screen.tab.empty.buttons[1].click()
    assert screen.gone == [("worksheet", "")]
    assert "tab Program" in screen.tab.empty.sentence.text()
    screen.tab.empty.buttons[0].click()
    assert screen.tab.objectName() == "tab-initiative"


def test_keys_move_and_lengthen_the_bar_and_the_file_follows(hall, show, rows, qtbot):
    screen = show(hall, f"roadmap:{rows[1]}")
    view = screen.tab.view
    assert view.key == rows[1]
    assert view.hasFocus()
    for _ in range(2):
        qtbot.keyClick(view, RIGHT, ALT)
    qtbot.keyClick(view, RIGHT, SHIFT)
    settle(screen)
    assert road(hall).program(rows[1]).span == Span(3, 4)
    qtbot.keyClick(view, LEFT, SHIFT)
    qtbot.keyClick(view, LEFT, ALT)
    settle(screen)
    assert road(hall).program(rows[1]).span == Span(2, 2)
    hall.ask(hall.desk.undo)
    assert road(hall).program(rows[1]).span == Span(3, 3), "every key is one act"


def test_the_mouse_draws_a_bar_at_its_end_and_moves_it_at_its_middle(hall, show, rows, qtbot):
    view = show(hall).tab.view
    screen = view.window()

    def drag(start, across):
        begun = QPoint(int(start.x()), int(start.y()))
        port = view.viewport()
        qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=begun)
        for part in (0.5, 1.0):
            qtbot.mouseMove(port, begun + QPoint(int(across * part), 0))
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=begun + QPoint(int(across), 0))
        settle(screen)

    bar = view.bar_of(rows[1])
    year = bar.width()
    drag(QPoint(int(bar.right()) - 2, int(bar.center().y())), year)
    assert road(hall).program(rows[1]).span == Span(1, 2)
    drag(view.bar_of(rows[1]).center(), year)
    assert road(hall).program(rows[1]).span == Span(2, 3)
    bar = view.bar_of(rows[1])
    drag(QPoint(int(bar.left()) + 2, int(bar.center().y())), -year)
    assert road(hall).program(rows[1]).span == Span(1, 3)
    drag(view.bar_of(rows[1]).center(), 1)
    assert road(hall).program(rows[1]).span == Span(1, 3), "a hand that shakes moves nothing"


def test_enter_writes_the_milestone_of_the_chosen_year_and_space_says_it_is_reached(hall, show, rows, qtbot):
    screen = show(hall, f"roadmap:{rows[0]}")
    tab = screen.tab
    for _ in range(2):
        qtbot.keyClick(tab.view, RIGHT)
    assert tab.view.period == "2"
    qtbot.keyClick(tab.view, Qt.Key.Key_Space)
    qtbot.keyClick(tab.view, Qt.Key.Key_Return)
    assert tab.side.lines["2"].hasFocus()
    qtbot.keyClicks(tab.side.lines["2"], "Semua OPD")
    settle(screen)
    assert road(hall).program(rows[0]).texts("2") == "Semua OPD"
    tab.view.setFocus()
    qtbot.keyClick(tab.view, Qt.Key.Key_Space)
    settle(screen)
    assert road(hall).program(rows[0]).at("2").is_done
    assert tab.side.ticks["2"].isChecked()
    tab.side.ticks["2"].click()
    settle(screen)
    assert not road(hall).program(rows[0]).at("2").is_done
    for _ in range(2):
        qtbot.keyClick(tab.view, LEFT)
    qtbot.keyClick(tab.view, Qt.Key.Key_Return)
    assert screen.gone == [("initiative", f"initiative:{rows[0]}")], "Enter on the name opens the card"


def test_programs_are_filtered_and_grouped_and_the_sum_follows(hall, show, rows, qtbot):
    del rows
    tab = show(hall).tab
    assert names(tab.view) == ["Aduan", "Satu Data", "Jaringan"]
    assert tab.told.text() == "Belum ada biaya dari 3 program."
    qtbot.keyClicks(tab.filter.words, "jar")
    assert names(tab.view) == ["Jaringan"]
    assert tab.told.text() == "Belum ada biaya dari 1 program."
    qtbot.keyClick(tab.filter.words, Qt.Key.Key_Return)
    assert tab.view.hasFocus(), "the keys that move a bar work at once"
    assert tab.side.named["1"].text() == "Tahun 1 · 2025"
    tab.filter.clear()
    box = tab.filter.boxes["horizon"]
    box.setCurrentIndex(box.findData("pendek"))
    assert names(tab.view) == []
    tab.filter.clear()
    tab.choose_way(1)
    assert len(names(tab.view)) == 3


def test_the_list_of_what_does_not_fit_jumps_to_its_program_whatever_is_filtered(hall, show, rows):
    def overload(desk):
        row, _ = desk.roadmap.add(rows[2], "sdm")
        desk.roadmap.say(row, "text", "Melatih")
        desk.roadmap.plan_time(row, when_of("2025"))

    hall.ask(partial(overload, hall.desk))
    screen = show(hall)
    tab = screen.tab
    tab.filter.words.setText("aduan")
    found = [tab.side.list.item(at).text() for at in range(tab.side.list.count())]
    wanted = "Rencana aksi: Jaringan berjalan tahun ke-3 sampai ke-5; 1 aksinya di luar tahun itu."
    assert wanted in found
    tab.side.list.setCurrentRow(found.index(wanted))
    assert tab.view.key == rows[2]
    assert tab.filter.words.text() == ""
    kinds = tab.side.kinds
    kinds.setCurrentIndex(kinds.findData("Rencana aksi"))
    assert tab.side.list.count() == 1
    kinds.setCurrentIndex(0)
    tab.side.most_programs.setValue(1)
    tab.side.most_programs.editingFinished.emit()
    settle(screen)
    found = [tab.side.list.item(at).text() for at in range(tab.side.list.count())]
    assert "Beban OPD: DLH memikul 2 program pada tahun ke-1 (batas 1)." in found
    assert road(hall).most_programs == 1, "the limit is the workshop's"


def test_what_is_typed_stays_while_others_change_the_program(hall, show, rows, qtbot):
    screen = show(hall, f"roadmap:{rows[0]}")
    line = screen.tab.side.lines["1"]
    qtbot.keyClicks(line, "Setengah")
    hall.ask(partial(hall.desk.roadmap.place, rows[0], Span(2, 3)))
    screen.tab.arrive()
    settle(screen)
    assert line.toPlainText() == "Setengah"
    assert road(hall).program(rows[0]).texts("1") == "Setengah"


def test_a_program_that_no_longer_fits_the_filter_stays_until_its_fields_are_left(hall, show, rows, qtbot):
    screen = show(hall, f"roadmap:{rows[0]}")
    tab = screen.tab
    box = tab.filter.boxes["horizon"]
    box.setCurrentIndex(box.findData("menengah"))
    assert tab.view.choose(rows[0])
    line = tab.side.lines["1"]
    line.setFocus()
    qtbot.keyClicks(line, "Sete")
    hall.ask(partial(hall.desk.initiative.set, rows[0], "horizon", "pendek"))
    tab.arrive()
    settle(screen)
    qtbot.keyClicks(line, "ngah")
    settle(screen)
    assert tab.view.key == rows[0]
    assert [road(hall).program(row).texts("1") for row in rows] == ["Setengah", "", ""]
    tab.view.setFocus()
    settle(screen)
    assert rows[0] not in {item.id for item in tab.view.programs}


def test_a_bar_that_reaches_over_an_edge_keeps_what_lies_beyond(hall, show, rows, qtbot):
    hall.ask(partial(hall.desk.roadmap.place, rows[1], Span(-1, 2)))
    hall.ask(partial(hall.desk.roadmap.place, rows[2], Span(8, 13)))
    screen = show(hall, f"roadmap:{rows[1]}")
    view = screen.tab.view

    def drag(row, at, years):
        bar, port = view.bar_of(row), view.viewport()
        year = view.bar_of(rows[0]).width() / 2
        places = {"end": bar.right() - 2, "middle": bar.center().x(), "begin": bar.left() + 2}
        begun = QPoint(int(places[at]), int(bar.center().y()))
        qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=begun)
        for part in (0.5, 1.0):
            qtbot.mouseMove(port, begun + QPoint(int(year * years * part), 0))
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=begun + QPoint(int(year * years), 0))
        settle(screen)
        return road(hall).program(row).span

    assert drag(rows[1], "end", 1) == Span(-1, 3)
    assert drag(rows[2], "begin", -0.5) == Span(7, 13)
    assert drag(rows[0], "middle", -9) == Span(1, 2), "no bar leaves the map"
    assert drag(rows[0], "end", 99) == Span(1, 10)
    for row, keys, span in (
        (rows[1], ((RIGHT, ALT), (LEFT, ALT), (LEFT, ALT)), Span(0, 4)),
        (rows[2], ((RIGHT, SHIFT), (LEFT, SHIFT), (LEFT, ALT)), Span(6, 11)),
    ):
        assert view.choose(row)
        for key, held in keys:
            qtbot.keyClick(view, key, held)
        settle(screen)
        assert road(hall).program(row).span == span


def test_the_year_that_is_chosen_is_rolled_into_sight(hall, show, rows, qtbot):
    screen = show(hall, f"roadmap:{rows[0]}")
    screen.resize(760, 684)
    view = screen.tab.view
    assert view.horizontalScrollBar().maximum() > 0
    for _ in range(6):
        qtbot.keyClick(view, RIGHT)
    assert view.horizontalScrollBar().value() == view.horizontalScrollBar().maximum()
    rolled = view.viewport().grab().toImage()
    for _ in range(5):
        qtbot.keyClick(view, LEFT)
    assert view.horizontalScrollBar().value() == 0
    foot = QRect(0, view.viewport().height() - 20, view.viewport().width(), 20)
    assert view.viewport().grab().toImage().copy(foot) != rolled.copy(foot), "what the fills mean rolls along"


def test_in_a_file_that_takes_nothing_bars_stand_still(hall, show, rows, qtbot):
    screen = show(hall, f"roadmap:{rows[1]}", closed=True)
    qtbot.keyClick(screen.tab.view, RIGHT, ALT)
    settle(screen)
    assert road(hall).program(rows[1]).span == Span(1, 1)
    assert screen.tab.side.lines["1"].isReadOnly()
    screen.tab._toggle(rows[1], "1")
    screen.tab._mark(rows[1], "1", True)
    assert screen.heard == [WHY]


def test_a_program_that_went_away_meanwhile_is_told(hall, show, rows, qtbot):
    screen = show(hall, f"roadmap:{rows[1]}")
    sheet = hall.ask(partial(hall.desk.worksheet.find, "L7")).id
    home = next(
        item.party for item in hall.ask(partial(hall.desk.worksheet.places, sheet)) if item.short == "GOV"
    )
    hall.ask(partial(hall.desk.worksheet.remove_rows, sheet, home, [rows[1]]))
    qtbot.keyClick(screen.tab.view, RIGHT, ALT)
    settle(screen)
    assert len(screen.heard) == 1
    assert names(screen.tab.view) == ["Satu Data", "Jaringan"]


def test_the_map_is_printed_shown_and_saved_in_the_groups_of_now(hall, show, rows, tmp_path, qtbot):
    screen = show(hall, f"roadmap:{rows[0]}")
    slides = []
    screen.slide_asked.connect(lambda kind, about: slides.append((kind, about)))
    tab = screen.tab
    tab.choose_way(1)
    for name in ("roadmap-print", "roadmap-print-table", "roadmap-present"):
        tab.findChild(QPushButton, name).click()
    assert screen.printed == [("peta-jalan-gambar", "opd"), ("peta-jalan-tabel", "opd")]
    tab.filter.words.setText("Satu  data")
    tab.findChild(QPushButton, "roadmap-print").click()
    assert asked(screen.printed[-1][1]) == ("opd", RoadFilter(words="Satu data"))
    tab.filter.clear()
    assert slides == [("roadmap", road(hall).program(rows[0]).dimension)]
    tab.file.save_to(tmp_path / "peta.xlsx")
    qtbot.waitUntil(lambda: bool(screen.heard))
    assert screen.heard == ["Tersimpan: peta.xlsx."]
    names = openpyxl.load_workbook(tmp_path / "peta.xlsx").sheetnames
    assert names == ["Peta jalan", "Biaya peta jalan", "Rencana aksi", "Perlu dilihat"]
