"""Groups on the page of a running day: the board, the queue of speakers, and notes that belong to them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartcity_desktop.domain.turns import HEARD, REPLYING, SPEAKING, WAITING, speaker
from tests.ui.frame import turn
from tests.ui.run.conftest import NAMES
from ui import theme
from ui.models.note_table import OPD, TEXT
from ui.screens.note.screen import NoteScreen

ALT = Qt.KeyboardModifier.AltModifier


def states(hand, title="Kerja"):
    return [item.state for item in hand.slots(title)]


def type_note(hand, words):
    hand.key("N")
    assert hand.page.notes.line.hasFocus()
    QTest.keyClicks(hand.page.notes.line, words)
    hand.press(hand.page.notes.line, Qt.Key.Key_Return)


def notes(hand, title):
    return hand.on_data(lambda: hand.desk.note.notes(session=hand.rows[title]))


# Board


def test_number_keys_and_clicks_move_a_group_on(hand):
    hand.start("Kerja")
    hand.key("2")
    hand.key("2")
    hand.key("5")
    hand.page.board.tiles[0].click()
    hand.settle()
    assert states(hand) == ["bekerja", "menyerahkan", "belum", "belum", "bekerja", "belum"]
    assert hand.page.board.count.text() == (
        "1 dari 6 kelompok sudah menyerahkan (3 belum mulai, 2 bekerja, 1 menyerahkan)"
    )
    assert hand.page.board.tiles[1].accessibleName() == "Branding: Menyerahkan · 08.30"
    hand.key("2")
    assert states(hand)[1] == "belum"
    hand.key("9")
    assert states(hand) == ["bekerja", "belum", "belum", "belum", "bekerja", "belum"]
    hand.undo()
    assert hand.page.board.tiles[1].told.startswith("Menyerahkan")


def test_arrows_walk_over_the_board_and_enter_moves_on(hand):
    hand.start("Kerja")
    hand.page.board.tiles[0].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(hand.page.window().focusWidget(), key)
    assert hand.page.board.tiles[2].hasFocus()
    hand.press(hand.page.board.tiles[2], Qt.Key.Key_Return)
    assert states(hand)[2] == "bekerja"
    QTest.keyClick(hand.page.board.tiles[2], Qt.Key.Key_Up)
    assert hand.page.board.tiles[2].hasFocus()


def test_numbers_change_groups_only_on_the_board(hand):
    hand.start("Presentasi")
    hand.key("1")
    assert states(hand, "Presentasi") == ["belum"] * 6
    hand.on_data(lambda: hand.desk.session.next_block(hand.rows["Sore"]))
    hand.page.arrive()
    hand.settle()
    type_note(hand, "1 meja kurang")
    assert states(hand, "Sore") == ["belum"] * 6
    assert [item.text for item in notes(hand, "Sore")] == ["1 meja kurang"]


def test_what_a_group_delivered_is_written_beside_it_and_kept(hand):
    hand.start("Kerja")
    hand.key("3")
    assert hand.page.board.about.text() == "Diserahkan Economy (F2)"
    hand.key("F2")
    QTest.keyClicks(hand.page.board.line, "L5, 12 program")
    hand.press(hand.page.board.line, Qt.Key.Key_Tab)
    slot = hand.slots("Kerja")[2]
    assert (slot.turn.delivered, slot.state) == ("L5, 12 program", "bekerja")
    hand.page.arrive()
    hand.settle()
    assert hand.page.board.tiles[2].accessibleName().endswith("L5, 12 program")
    hand.page.board.tiles[0].setFocus()
    assert (hand.page.board.about.text(), hand.page.board.line.text()) == ("Diserahkan Governance (F2)", "")
    hand.page.board.tiles[2].setFocus()
    assert hand.page.board.line.text() == "L5, 12 program"


# Queue


def phases(hand):
    return {item.group.name: item.phase for item in hand.slots("Presentasi")}


def test_one_key_leads_through_speech_reply_and_the_next_group(hand):
    hand.start("Presentasi")
    queue = hand.page.queue
    assert (queue.name.text(), queue.phase.text(), queue.clock.words) == (
        "Governance",
        "Giliran berikutnya",
        "",
    )
    hand.key("PgDown")
    assert phases(hand)["Governance"] == SPEAKING
    hand.go_by(minutes=4)
    assert (queue.clock.words, queue.clock.tone) == ("01:00", "warning")
    hand.key("PgDown")
    assert phases(hand)["Governance"] == REPLYING
    assert queue.clock.words == "02:00"
    assert queue.buttons["on"].text() == "Berikutnya: Branding (PgDn)"
    hand.go_by(minutes=3)
    assert queue.clock.words == "lewat 01:00"
    hand.key("PgDown")
    assert (phases(hand)["Governance"], phases(hand)["Branding"]) == (HEARD, SPEAKING)
    assert queue.list.blocks.lines[0].told == "berbicara 4 menit, tanggapan 3 menit"
    assert queue.count.text() == "1 dari 6 kelompok sudah berbicara"
    hand.key("PgUp")
    assert (phases(hand)["Governance"], phases(hand)["Branding"]) == (REPLYING, WAITING)


def test_the_last_turn_ends_and_all_were_heard(hand):
    hand.start("Presentasi")
    for _name in NAMES:
        hand.key("PgDown")
        hand.key("PgDown")
    assert hand.page.queue.buttons["on"].text() == "Akhiri giliran (PgDn)"
    assert hand.page.queue.phase.text() == "Tanggapan · yang terakhir"
    hand.key("PgDown")
    assert set(phases(hand).values()) == {HEARD}
    assert hand.page.queue.name.text() == "Semua kelompok sudah berbicara"
    hand.key("PgDown")
    hand.key("T")
    hand.key("U")
    assert set(phases(hand).values()) == {HEARD}


def test_the_order_is_drawn_before_the_block_and_nobody_speaks_before_it(hand):
    hand.on_data(lambda: hand.desk.session.start_block(hand.rows["Kerja"]))
    hand.on_data(lambda: hand.desk.session.end(hand.rows["Kerja"]))
    hand.page.arrive()
    hand.settle()
    hand.key("PgDown")
    assert set(phases(hand).values()) == {WAITING}
    places = [item.turn.place for item in hand.slots("Presentasi")]
    assert places == [None] * 6
    hand.key("U")
    assert sorted(item.turn.place for item in hand.slots("Presentasi")) == [1, 2, 3, 4, 5, 6]
    assert hand.said == ["Urutan presentasi diundi."]
    assert [line.title for line in hand.page.queue.list.blocks.lines] == hand.order("Presentasi")


def test_a_group_is_put_off_sent_to_the_end_and_moved_by_hand(hand):
    hand.start("Presentasi")
    hand.key("T")
    assert hand.order("Presentasi")[:2] == ["Branding", "Governance"]
    hand.key("E")
    assert hand.order("Presentasi") == [
        *("Governance", "Economy", "Living", "Society", "Environment"),
        "Branding",
    ]
    queue = hand.page.queue.list
    queue.choose(hand.groups["Society"])
    hand.press(queue, Qt.Key.Key_Up, ALT)
    hand.press(queue, Qt.Key.Key_Up, ALT)
    assert hand.order("Presentasi")[:3] == ["Governance", "Society", "Economy"]
    hand.press(queue, Qt.Key.Key_Down, ALT)
    assert hand.order("Presentasi")[:3] == ["Governance", "Economy", "Society"]
    hand.press(queue, Qt.Key.Key_Return)
    assert phases(hand)["Society"] == SPEAKING


def test_who_speaks_gets_a_minute_more(hand):
    hand.start("Presentasi")
    assert not hand.page.queue.buttons["longer"].isEnabled()
    hand.key("PgDown")
    hand.key("M")
    assert hand.page.queue.clock.words == "06:00"


def test_a_pause_of_the_block_stops_who_speaks(hand):
    hand.start("Presentasi")
    hand.key("PgDown")
    hand.go_by(minutes=1)
    hand.key("F7")
    hand.go_by(minutes=10)
    assert hand.page.queue.clock.words == "04:00"
    hand.key("F7")
    hand.go_by(minutes=1)
    assert hand.page.queue.clock.words == "03:00"


def test_without_minutes_for_a_reply_the_next_group_follows_at_once(hand):
    hand.on_data(lambda: hand.desk.session.update(hand.rows["Presentasi"], "reply_minutes", None))
    hand.start("Presentasi")
    hand.key("PgDown")
    assert hand.page.queue.buttons["on"].text() == "Berikutnya: Branding (PgDn)"
    hand.key("PgDown")
    assert phases(hand)["Branding"] == SPEAKING


# Notes


def test_a_note_belongs_to_the_group_that_speaks(hand):
    hand.start("Presentasi")
    type_note(hand, "Sebelum mulai")
    hand.page.buttons["pause"].setFocus()
    hand.key("PgDown")
    assert hand.page.notes.about.text() == "untuk Governance"
    type_note(hand, "! Angka dasar diperbaiki")
    found = notes(hand, "Presentasi")
    assert [(item.text, item.group, item.kind) for item in found] == [
        ("Sebelum mulai", "", "pokok"),
        ("Angka dasar diperbaiki", hand.groups["Governance"], "keputusan"),
    ]
    assert hand.page.notes.list.blocks.lines[1].told == "Governance · Keputusan"


def test_a_line_that_is_being_typed_stays_with_the_group_it_was_begun_for(hand):
    hand.start("Presentasi")
    hand.key("PgDown")
    hand.key("N")
    QTest.keyClicks(hand.page.notes.line, "Belum selesai")
    QTest.keySequence(hand.page.notes.line, QKeySequence("PgDown"))
    hand.settle()
    QTest.keySequence(hand.page.notes.line, QKeySequence("PgDown"))
    hand.settle()
    assert speaker(hand.slots("Presentasi")).group.name == "Branding"
    assert [(item.text, item.group) for item in notes(hand, "Presentasi")] == [
        ("Belum selesai", hand.groups["Governance"])
    ]
    assert hand.page.notes.line.text() == ""


def test_a_line_is_kept_when_the_page_is_left(hand):
    hand.start("Materi")
    hand.key("N")
    QTest.keyClicks(hand.page.notes.line, "Sound mati")
    hand.page.leave()
    hand.settle()
    assert [item.text for item in notes(hand, "Materi")] == ["Sound mati"]


def test_without_a_running_block_there_is_no_place_for_a_note(hand):
    assert not hand.page.notes.line.isEnabled()


# Kejar 15 menit


@pytest.fixture
def dialog(hand):
    hand.on_data(lambda: hand.desk.session.extend(hand.rows["Kerja"], 45))
    hand.start("Materi")
    hand.go_by(minutes=60)
    hand.key("F4")
    return hand.page.findChild(object, "catchUp")


def cells(dialog):
    return [
        [dialog.table.item(row, column).text() for column in range(4)]
        for row in range(dialog.table.rowCount())
    ]


def test_the_proposal_shows_times_before_and_after_and_is_done_in_one_act(hand, dialog):
    assert cells(dialog) == [
        ["Kerja", "09.45–11.00 (75 menit)", "09.45–10.50 (65 menit)", "10 menit"],
        ["Presentasi", "11.00–12.00 (60 menit)", "10.50–11.45 (55 menit)", "5 menit"],
    ]
    assert dialog.won.text() == "Terkejar 15 dari 15 menit."
    hand.press(dialog.table, Qt.Key.Key_Return)
    assert [hand.block(name).extra_minutes for name in ("Kerja", "Presentasi")] == [35, -5]
    assert hand.said == ["15 menit terkejar dari 2 sesi."]
    hand.undo()
    assert [hand.block(name).extra_minutes for name in ("Kerja", "Presentasi")] == [45, None]


def test_the_names_of_the_blocks_have_room_in_large_letters(hand, dressed):
    theme.apply(dressed, 1.5)
    try:
        hand.start("Pembukaan")
        hand.key("F4")
        shown = hand.page.findChild(object, "catchUp")
        turn(20)
        title = "Presentasi pemetaan program tiap dimensi"
        assert shown.table.columnWidth(0) >= shown.table.fontMetrics().horizontalAdvance(title)
        assert shown.width() <= 1280
        shown.reject()
    finally:
        theme.apply(dressed)


def test_what_is_not_ticked_is_not_shortened(hand, dialog):
    hand.press(dialog.table, Qt.Key.Key_Space)
    assert dialog.won.text() == "Terkejar 5 dari 15 menit."
    assert cells(dialog)[0][2:] == ["09.45–11.00 (75 menit)", "–"]
    assert dialog.go.text() == "Pakai (−5 menit)"
    dialog.go.click()
    hand.settle()
    assert [hand.block(name).extra_minutes for name in ("Kerja", "Presentasi")] == [45, -5]


def test_nothing_is_done_without_a_tick_and_other_minutes_propose_anew(hand, dialog):
    dialog.minutes.setValue(5)
    assert [row[3] for row in cells(dialog)] == ["5 menit"]
    hand.press(dialog.table, Qt.Key.Key_Space)
    assert not dialog.go.isEnabled()
    hand.press(dialog.table, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.reject()
    assert hand.block("Kerja").extra_minutes == 45


def test_minutes_won_behind_the_fixed_block_are_not_said_to_help_it(hand):
    hand.start("Presentasi")
    hand.go_by(minutes=58)
    hand.key("F4")
    dialog = hand.page.findChild(object, "catchUp")
    assert cells(dialog)[-1][0].endswith("(sesudah ISHOMA)")
    assert dialog.won.text().endswith("semuanya sesudah ISHOMA: mulainya tidak berubah.")


def test_where_nothing_can_be_won_the_proposal_says_so(hand):
    hand.start("Sore")
    assert not hand.page.buttons["catch"].isEnabled()
    hand.key("F4")
    assert hand.page.findChild(object, "catchUp") is None


def test_the_minutes_say_whose_group_a_line_is(hand):
    hand.start("Presentasi")
    hand.key("PgDown")
    type_note(hand, "Angka dasar")
    hand.page.buttons["pause"].setFocus()
    hand.key("PgDown")
    hand.key("PgDown")
    type_note(hand, "? Siapa walinya")
    screen = NoteScreen(hand.desk, hand.screen.context)
    hand.qtbot.addWidget(screen)
    screen.show()
    screen.show_stage(1)
    screen.arrive()
    hand.settle()
    shown = [(screen.model.index(row, TEXT).data(), screen.model.index(row, OPD).data()) for row in range(2)]
    assert shown == [("Angka dasar", "Governance"), ("Siapa walinya", "Branding")]


def test_what_is_typed_for_one_block_does_not_go_into_the_next(hand):
    hand.start("Kerja")
    line = hand.page.board.line
    hand.key("F2")
    QTest.keyClicks(line, "lembar L5")
    hand.settle()
    hand.on_data(lambda: hand.desk.session.next_block(hand.rows["Sore"]))
    hand.page.arrive()
    hand.settle()
    assert line.hasFocus()
    assert line.text() == ""
    QTest.keyClicks(line, "L6")
    hand.screen.context.autosave.flush_all()
    hand.settle()
    assert [hand.slots(title)[0].turn.delivered for title in ("Kerja", "Sore")] == ["lembar L5", "L6"]


def hold(hand, key, text="", times=4):
    """Press a key and keep it down: the laptop repeats it."""
    window = hand.page.window()
    with hand.qtbot.waitActive(window):
        window.activateWindow()
    for turn_of in range(times):
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, turn_of > 0)
        QApplication.sendEvent(window.windowHandle(), press)
        hand.settle()


def test_a_key_that_is_held_down_begins_one_block_and_moves_a_group_on_once(hand):
    hand.start("Materi")
    hold(hand, Qt.Key.Key_F6)
    assert hand.running().title == "Kopi"
    hand.key("F6")
    hold(hand, Qt.Key.Key_1, "1")
    assert states(hand)[0] == "bekerja"


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1160, 565)), (1.25, (1150, 600)), (1.5, (1140, 600))])
def test_every_speaker_and_every_button_of_the_queue_is_seen_whole(hand, dressed, scale, size):
    """The room of this page in a window of 1366 x 720, and of 1366 x 768 with larger type."""
    theme.apply(dressed, scale)
    try:
        long = "Presentasi pemetaan tiap dimensi oleh semua kelompok"
        hand.on_data(lambda: hand.desk.agenda.change(hand.rows["Presentasi"], "title", long))
        hand.start("Presentasi")
        hand.screen.resize(*size)
        hand.settle()
        turn(20)
        queue, page = hand.page.queue, hand.page
        assert (hand.screen.width(), hand.screen.height()) == size
        if scale == 1.0:
            last = queue.list.visualRect(queue.list.blocks.index(5))
            assert last.bottom() <= queue.list.viewport().height()
        ground = page.rect()
        for button in (*queue.buttons.values(), *page.buttons.values()):
            whole = button.rect().translated(button.mapTo(page, button.rect().topLeft()))
            assert ground.contains(whole), button.text()
            assert button.height() >= button.sizeHint().height() - 2, button.text()
            assert button.width() >= button.sizeHint().width(), button.text()
        places = [item.geometry() for item in queue.others._buttons]
        assert not any(one.intersects(other) for one in places for other in places if one != other)
        assert page.work.parentWidget().geometry().top() >= page.now.geometry().bottom()
    finally:
        theme.apply(dressed)


def test_every_group_is_seen_whole_in_large_letters(hand, dressed):
    theme.apply(dressed, 1.5)
    try:
        hand.start("Kerja")
        hand.screen.resize(1140, 600)
        hand.settle()
        turn(20)
        ground = hand.page.board._ground.parentWidget()
        for tile in hand.page.board.tiles:
            whole = tile.rect().translated(tile.mapTo(ground, tile.rect().topLeft()))
            assert ground.rect().contains(whole), tile.slot.group.name
        assert len(hand.page.board.tiles) == 6
        hand.screen.resize(1700, 1000)
        turn(20)
        assert hand.page.now.clock.height() > theme.scaled(100)
    finally:
        theme.apply(dressed)


def test_without_a_queue_its_keys_belong_to_the_lists(hand):
    hand.start("Materi")
    hand.page.list.choose(hand.rows["Pembukaan"])
    hand.page.list.setFocus()
    hand.key("PgDown")
    assert hand.page.list.currentIndex().row() > 0
    hand.on_data(lambda: hand.desk.session.next_block(hand.rows["Presentasi"]))
    hand.page.arrive()
    hand.settle()
    hand.key("PgDown")
    assert len([slot for slot in hand.slots("Presentasi") if slot.turn.spoke_at]) == 1


def test_escape_leads_from_the_note_back_to_the_running_block(hand):
    hand.start("Materi")
    hand.key("N")
    assert hand.page.notes.line.hasFocus()
    QTest.keyClicks(hand.page.notes.line, "mikrofon kedua")
    hand.press(hand.page.notes.line, Qt.Key.Key_Escape)
    assert hand.page.buttons["next"].hasFocus()
    assert hand.page.notes.line.text() == "mikrofon kedua"
    hand.page.leave()
    hand.settle()
    assert [note.text for note in hand.on_data(hand.desk.note.notes)] == ["mikrofon kedua"]
