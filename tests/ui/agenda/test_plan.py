"""The plan by keys and by mouse: what is chosen, moved, lengthened, inserted, duplicated and removed."""

from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartcity_desktop.services.session import NewSession
from tests.ui.agenda.hand import (
    ALT,
    CTRL,
    SHIFT,
    choose,
    chosen,
    drag,
    lines,
    middle,
    press,
    settle,
    stored,
    titles,
    undo,
)
from ui import theme
from ui.models import agenda as model
from ui.screens.agenda.screen import AgendaScreen

OPENING = "Pembukaan"
REVIEW = "Ulasan Buku 1 dan hasil Tahap I"


def test_the_days_lie_beside_each_other_and_the_first_block_is_chosen(screen):
    assert [len(day.blocks) for day in screen.plan.days] == [10, 9]
    assert screen.counts.text() == "2 hari · 15 sesi · 4 istirahat · WITA"
    assert chosen(screen) == "Registrasi, daftar hadir, dan pembagian map"
    assert screen.board.hasFocus()
    boxes = screen.board.layout_now.boxes
    assert {box.left for box in boxes} == {model.left_of(0, boxes[0].width), model.left_of(1, boxes[0].width)}
    higher = {box.item.minutes: box.height for box in boxes}
    assert higher[15] < higher[60] < higher[90] < higher[105]
    assert min(box.height for box in boxes) >= 24


def test_the_arrows_move_the_choice_within_and_between_days(screen):
    press(screen, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert chosen(screen) == REVIEW
    assert screen.form.title.toPlainText() == REVIEW
    press(screen, Qt.Key.Key_Right)
    assert chosen(screen).startswith("Kerja kelompok 4")
    press(screen, Qt.Key.Key_Left, Qt.Key.Key_End)
    assert chosen(screen) == "Rangkuman hari 1 dan tugas malam"
    press(screen, Qt.Key.Key_Down)
    assert chosen(screen) == "Rangkuman hari 1 dan tugas malam"
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert chosen(screen) == titles(screen)[0]


def test_alt_and_arrows_move_the_block_and_the_choice_goes_with_it(screen, hall, planned):
    before = stored(hall, planned)
    press(screen, Qt.Key.Key_Down)
    press(screen, Qt.Key.Key_Down, Qt.Key.Key_Down, held=ALT)
    assert titles(screen)[1:4] == [REVIEW, "Kerja kelompok 1: kata kunci, visi, dan misi", OPENING]
    assert chosen(screen) == OPENING
    press(screen, Qt.Key.Key_Right, held=ALT)
    assert OPENING in titles(screen, 1)
    assert chosen(screen) == OPENING
    for _ in range(3):
        undo(screen, hall)
    assert stored(hall, planned) == before


def test_plus_and_minus_change_the_length_in_steps_that_add_up(screen):
    press(screen, Qt.Key.Key_Down)
    press(screen, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    press(screen, Qt.Key.Key_Plus, held=SHIFT)
    assert lines(screen)[1] == (OPENING, "08:30", 70)
    assert lines(screen)[2][1] == "09:40"
    press(screen, Qt.Key.Key_Minus)
    press(screen, Qt.Key.Key_Underscore, held=SHIFT)
    assert lines(screen)[1][2] == 50


def test_keys_pressed_faster_than_the_file_is_written_all_count(screen):
    press(screen, Qt.Key.Key_Down)
    for _ in range(6):
        QTest.keyClick(screen.board, Qt.Key.Key_Plus)
    for _ in range(2):
        QTest.keyClick(screen.board, Qt.Key.Key_Down, ALT)
    settle(screen)
    assert lines(screen)[3] == (OPENING, "10:45", 75)


def test_insert_adds_behind_and_goes_to_the_title(screen):
    press(screen, Qt.Key.Key_Down, Qt.Key.Key_Insert)
    assert titles(screen)[1:3] == [OPENING, "Sesi baru"]
    assert QApplication.focusWidget() is screen.form.title
    QTest.keyClicks(screen.form.title, "Sambutan Dirjen")
    settle(screen)
    assert titles(screen)[2] == "Sambutan Dirjen"
    QTest.keyClick(screen.form.title, Qt.Key.Key_Escape)
    assert screen.board.hasFocus()


def test_duplicate_remove_and_undo_by_keys(screen, hall, planned):
    before = stored(hall, planned)
    press(screen, Qt.Key.Key_Down)
    press(screen, Qt.Key.Key_D, held=CTRL)
    assert titles(screen).count(OPENING) == 2
    screen.board.setFocus()
    press(screen, Qt.Key.Key_Delete)
    assert titles(screen).count(OPENING) == 1
    assert chosen(screen) == REVIEW
    undo(screen, hall)
    assert titles(screen).count(OPENING) == 2
    undo(screen, hall)
    assert stored(hall, planned) == before


def test_f2_and_enter_go_to_the_title(screen):
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return):
        screen.board.setFocus()
        press(screen, key)
        assert QApplication.focusWidget() is screen.form.title
        assert screen.form.title.textCursor().selectedText() == titles(screen)[0]


def test_a_block_is_drawn_to_another_place_and_another_day(screen):
    row = choose(screen, OPENING)
    target = screen.board.box(screen.plan.days[0].blocks[3].block.id)
    drag(screen, middle(screen, row), QPoint(target.left + 40, target.bottom - 2))
    assert titles(screen)[3] == OPENING
    other = screen.board.box(screen.plan.days[1].blocks[0].block.id)
    drag(screen, middle(screen, row), QPoint(other.left + 40, other.top + 2))
    assert titles(screen, 1)[0] == OPENING
    assert screen.plan.days[1].blocks[1].block.start_plan == "08:15"


def test_the_lower_edge_is_drawn_to_another_length(screen):
    row = choose(screen, OPENING)
    box = screen.board.box(row)
    edge = QPoint(box.left + 60, box.bottom - 2)
    drag(screen, edge, QPoint(edge.x(), edge.y() + round(30 * screen.board.layout_now.per_minute)))
    assert screen.plan.find(row).minutes == 75
    box = screen.board.box(row)
    drag(screen, QPoint(box.left + 60, box.bottom - 2), QPoint(box.left + 60, box.top - 300))
    assert screen.plan.find(row).minutes == 5


def test_escape_lets_a_drawn_block_stay_where_it_was(screen):
    row = choose(screen, OPENING)
    before = titles(screen)
    start = middle(screen, row)
    drag(screen, start, QPoint(start.x(), start.y() + 200), drop=False)
    QTest.keyClick(screen.board, Qt.Key.Key_Escape)
    QTest.mouseRelease(screen.board, Qt.MouseButton.LeftButton, pos=QPoint(start.x(), start.y() + 200))
    settle(screen)
    assert titles(screen) == before


def test_a_click_alone_moves_nothing(screen, hall, planned):
    before = stored(hall, planned)
    row = screen.plan.days[1].blocks[2].block.id
    drag(screen, middle(screen, row), middle(screen, row))
    assert screen.board.row == row
    assert stored(hall, planned) == before


def test_overruns_and_room_are_said_between_the_blocks(screen):
    choose(screen, OPENING)
    press(screen, Qt.Key.Key_Plus, held=SHIFT)
    lunch = next(item for item in screen.plan.days[0].blocks if item.block.title == "ISHOMA")
    assert lunch.says == "melewati ISHOMA 15 menit"
    assert screen.board.box(lunch.block.id).word_top
    press(screen, Qt.Key.Key_Underscore, Qt.Key.Key_Underscore, held=SHIFT)
    assert screen.plan.find(lunch.block.id).says == "longgar 15 menit"
    assert "longgar 15 menit" in model.spoken(screen.plan.find(lunch.block.id))


def test_what_has_begun_can_neither_be_drawn_nor_moved_and_says_why(screen, hall, planned):
    row = hall.ask(partial(hall.desk.session.start, NewSession(planned, OPENING)))[0]
    screen.open_row(row)
    settle(screen)
    warned = []
    screen.warned.connect(warned.append)
    before = titles(screen)
    press(screen, Qt.Key.Key_Plus)
    press(screen, Qt.Key.Key_Delete)
    assert [OPENING in words and "sudah dimulai" in words for words in warned] == [True, True]
    found = screen.plan.find(row)
    assert found.block.started_at
    assert "Berjalan sejak" in model.spoken(found)
    assert not screen.form.minutes.isEnabled()
    start = middle(screen, row)
    drag(screen, start, QPoint(start.x(), start.y() + 150))
    assert titles(screen) == before


def test_other_days_than_those_of_the_stage_are_offered_to_follow(screen, hall, planned):
    for field, day in (("date_start", "2026-08-06"), ("date_end", "2026-08-07")):
        hall.ask(partial(hall.desk.stage.update, planned, field, day))
    screen.arrive()
    settle(screen)
    assert screen.astray.isVisibleTo(screen)
    assert screen.astray.words.text() == "19 sesi berada di luar tanggal tahap ini."
    QTest.mouseClick(screen.astray.follow, Qt.MouseButton.LeftButton)
    settle(screen)
    assert not screen.astray.isVisibleTo(screen)
    assert [day.day for day in screen.plan.days] == ["2026-08-06", "2026-08-07"]
    assert "ISHOMA dan salat Jum'at" in titles(screen, 1)


@pytest.mark.parametrize("size", [(1172, 684), (1700, 980), (900, 500)])
def test_no_block_lies_over_another_at_any_size(planned, show, size):
    assert planned
    screen = show(size=size)
    for day in (0, 1):
        boxes = [box for box in screen.board.layout_now.boxes if box.day == day]
        for one, other in pairwise(boxes):
            assert one.bottom < (other.word_top or other.top)


def test_both_days_are_seen_beside_each_other_in_large_letters(planned, show, dressed):
    assert planned
    theme.apply(dressed, 1.5)
    screen = show(size=(1156, 684))
    settle(screen)
    assert screen.area.horizontalScrollBar().maximum() == 0
    assert {box.day for box in screen.board.layout_now.boxes} == {0, 1}
    room = screen.area.viewport().width()
    assert all(box.left + box.width <= room for box in screen.board.layout_now.boxes)
    theme.apply(dressed)


def test_what_is_counted_in_the_head_is_never_cut_within_a_part(planned, show):
    assert planned
    screen = show()
    counts = screen.counts
    whole = counts.text()
    counts.setFixedWidth(counts.fontMetrics().horizontalAdvance("2 hari · 15 sesi") + 2)
    counts.grab()
    assert whole.split(" · ")[-1] in counts.toolTip()
    counts.setFixedWidth(counts.sizeHint().width() + 4)
    counts.grab()
    assert counts.toolTip() == ""


def test_the_way_to_the_running_day_says_so_while_it_runs(planned, hall, show):
    assert show().run_button.text() == "Mulai acara"
    blocks = [item.id for item in hall.ask(partial(hall.desk.session.sessions, planned)) if item.start_plan]
    hall.ask(partial(hall.desk.session.start_block, blocks[0]))
    screen = show()
    assert screen.run_button.text() == "Jalannya acara"
    # Whoever learnt to ask Ctrl+K for it finds it at any time.
    assert "Mulai acara" in [item.words for item in screen.commands()]


def test_the_chosen_block_stays_when_the_screen_is_built_anew(screen, hall, context, qtbot):
    row = choose(screen, "Pembukaan")
    other = AgendaScreen(hall.desk, context)
    qtbot.addWidget(other)
    other.take_over(screen.standing())
    other.show_stage(2)
    other.arrive()
    settle(other)
    assert other.board.row == row


def test_a_day_that_runs_stands_at_what_comes_next(planned, hall, show):
    blocks = [item.id for item in hall.ask(partial(hall.desk.session.sessions, planned)) if item.start_plan]
    hall.ask(partial(hall.desk.session.start_block, blocks[0]))
    assert show().board.row == blocks[0]
    hall.ask(partial(hall.desk.session.end, blocks[0]))
    assert show().board.row == blocks[1]
