"""The running day by keys: blocks begin, pause, grow and end, and the laptop's clock may err."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QPushButton, QWidget

from tests.ui.frame import turn
from tests.ui.run.hand import DAY, ZONE
from ui import theme
from ui.screens.agenda.run import BOARD, NO_GROUPS, QUEUE, TEXT


def test_a_day_without_blocks_leads_to_its_plan(empty, qtbot):
    empty.page.arrive()
    empty.settle()
    with qtbot.waitSignal(empty.page.plan_asked):
        empty.page.findChild(QPushButton, "run-empty-1").click()
    empty.page.begin_next()
    empty.page.skip()
    empty.page.catch_up()
    assert empty.running() is None


def test_before_the_first_block_the_page_counts_down_to_it(hand):
    hand.clock.moment = datetime(2026, 8, 4, 8, 20, tzinfo=ZONE)
    hand.page.arrive()
    hand.settle()
    assert hand.page.now.called.text() == "Pembukaan"
    assert hand.page.now.clock.words == "10:00"
    assert hand.page.now.next.text() == "Belum dimulai · mulai pukul 08.30 · rencana 08.30–09.15"
    assert not hand.page.buttons["pause"].isEnabled()
    hand.go_by(minutes=15)
    assert (hand.page.now.clock.words, hand.page.now.clock.tone) == ("terlambat 05:00", "warning")


def test_another_day_shows_when_it_begins_and_a_day_that_is_over_no_figures(hand):
    hand.clock.moment = datetime(2026, 8, 3, 20, tzinfo=ZONE)
    hand.page.arrive()
    hand.settle()
    assert (hand.page.now.clock.words, hand.page.now.clock.tone) == ("08.30", "calm")
    hand.clock.moment = datetime(2026, 8, 4, 15, tzinfo=ZONE)
    hand.start("Sore")
    hand.on_data(lambda: hand.desk.session.end(hand.rows["Sore"]))
    hand.page.arrive()
    hand.settle()
    assert hand.page.now.called.text() == "Semua sesi sudah selesai"
    assert hand.page.now.clock.words == ""
    picture = hand.page.now.clock.grab().toImage()
    dots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    assert len({picture.pixelColor(x, y).name() for x, y in dots}) == 1


def test_one_key_begins_the_day_and_each_next_block_in_one_act(hand):
    hand.go_by(minutes=12)
    hand.key("F6")
    assert hand.running().title == "Pembukaan"
    assert hand.said == ["Mulai: Pembukaan."]
    assert hand.page.now.ends.text() == "selesai pukul 09.27 WITA · rencana 08.30–09.15 · dimulai 08.42"
    assert hand.page.now.late.text() == "Terlambat 12 menit, masih dalam kelonggaran 60 menit"
    hand.go_by(minutes=40)
    hand.key("F6")
    assert hand.running().title == "Materi"
    assert hand.block("Pembukaan").ended_at == hand.running().started_at
    hand.undo()
    assert (hand.running().title, hand.page.now.called.text()) == ("Pembukaan", "Pembukaan")


def test_the_figures_turn_orange_and_red_and_say_what_is_over(hand):
    hand.start("Materi")
    seen = []
    for minutes in (0, 47, 1, 9, 1, 4):
        hand.go_by(minutes=minutes)
        seen.append((hand.page.now.clock.words, hand.page.now.clock.tone))
    assert seen == [
        ("1:00:00", "calm"),
        ("13:00", "calm"),
        ("12:00", "warning"),
        ("03:00", "error"),
        ("02:00", "error"),
        ("lewat 02:00", "error"),
    ]
    assert hand.page.now.ends.text().startswith("seharusnya selesai pukul 09.30 WITA")


def test_a_clock_put_right_in_the_middle_of_a_block_moves_nothing(hand):
    hand.start("Materi")
    hand.go_by(minutes=10)
    hand.clock.forward(hours=3)
    hand.page.arrive()
    hand.settle()
    hand.page.tick()
    assert hand.page.now.clock.words == "50:00"
    assert hand.page.now.ends.text().startswith("selesai pukul 09.30 WITA")
    hand.key("F7")
    hand.go_by(minutes=5)
    hand.key("F7")
    hand.go_by(minutes=10)
    assert hand.page.now.clock.words == "40:00"
    hand.key("F6")
    ended = hand.block("Materi")
    assert (ended.ended_at[11:16], ended.paused_seconds) == ("08:55", 300)
    # Another block runs: from now on the laptop's clock counts as it is, for what is left as well.
    assert hand.page._hall.now().hour == 11
    assert hand.page.now.clock.words == "15:00"
    hand.go_by(minutes=5)
    assert hand.page.now.clock.words == "10:00"


def test_time_left_survives_a_restart(hand, context):
    hand.start("Materi")
    hand.go_by(minutes=10)
    # Another program begins: nothing but the file and the laptop's clock is left.
    hand.page._hall._told = None
    hand.steady.seconds = 5.0
    hand.page._read = None
    hand.page.arrive()
    hand.settle()
    assert hand.page.now.clock.words == "50:00"
    assert context


def test_a_pause_stands_still_in_grey_and_goes_on(hand):
    hand.start("Materi")
    hand.go_by(minutes=10)
    hand.key("F7")
    assert hand.block("Materi").is_paused
    assert hand.page.buttons["pause"].text() == "Lanjutkan (F7)"
    hand.go_by(minutes=30)
    assert hand.page.now.clock.words == "50:00"
    assert hand.page.now.ends.text().startswith("dijeda sejak 08.40 · selesai pukul 10.00")
    assert "dijeda" in hand.list_words()[1]
    hand.key("F7")
    hand.go_by(minutes=1)
    assert hand.page.now.clock.words == "49:00"


def test_plus_and_minus_give_and_take_five_minutes(hand):
    hand.start("Kerja")
    hand.key("+")
    assert (hand.page.now.clock.words, hand.block("Kerja").timer_minutes) == ("35:00", 35)
    hand.key("=")
    hand.key("-")
    hand.key("-")
    hand.key("-")
    assert hand.page.now.clock.words == "25:00"
    assert "−5 menit" in hand.page.now.ends.text()


def test_a_block_is_left_out_and_the_day_goes_on(hand):
    hand.start("Pembukaan")
    hand.key("F8")
    assert hand.running().title == "Materi"
    assert hand.block("Pembukaan").skipped
    assert hand.said[-1] == "Dilewati: Pembukaan."
    assert hand.list_words()[0].endswith("dilewati")


def test_where_nothing_runs_the_next_block_is_left_out(hand):
    hand.key("F8")
    assert hand.running() is None
    assert hand.page.now.called.text() == "Materi"


def test_the_last_block_can_be_left_out_too(hand):
    hand.start("Sore")
    assert not hand.page.buttons["next"].isEnabled()
    hand.key("F6")
    assert hand.running().title == "Sore"
    hand.key("F8")
    assert hand.running() is None
    assert hand.block("Sore").skipped


def test_any_block_of_the_list_begins_with_enter_and_is_left_out_with_delete(hand):
    hand.start("Pembukaan")
    hand.page.list.choose(hand.rows["Kopi"])
    hand.press(hand.page.list, Qt.Key.Key_Delete)
    assert hand.block("Kopi").skipped
    hand.press(hand.page.list, Qt.Key.Key_Delete)
    assert not hand.block("Kopi").skipped
    hand.page.list.choose(hand.rows["Kerja"])
    hand.press(hand.page.list, Qt.Key.Key_Return)
    assert hand.running().title == "Kerja"
    assert hand.block("Pembukaan").ended_at
    assert [words.rsplit(", ", 1)[1] for words in hand.list_words()[1:3]] == ["terlewat", "terlewat"]
    hand.press(hand.page.list, Qt.Key.Key_Return)
    assert hand.running().title == "Kerja"


def test_what_stands_below_fits_the_block(hand):
    hand.start("Materi")
    assert hand.page.work.currentIndex() == TEXT
    assert "Narasumber: Prof. Ilham" in hand.page.texts.text()
    assert "Catatan panitia: Sound kedua mati" in hand.page.texts.text()
    for title, page in (("Kerja", BOARD), ("Presentasi", QUEUE), ("ISHOMA", TEXT)):
        hand.on_data(lambda title=title: hand.desk.session.next_block(hand.rows[title]))
        hand.page.arrive()
        hand.settle()
        assert hand.page.work.currentIndex() == page


def test_without_groups_the_page_leads_to_where_they_are_made(hand):
    hand.on_data(lambda: hand.desk._store.write([_gone(row) for row in hand.groups.values()], "x"))
    hand.start("Kerja")
    assert hand.page.work.currentIndex() == NO_GROUPS
    hand.page.findChild(QPushButton, "run-no-groups-1").click()
    assert hand.went == [("group", "")]


def _gone(row):
    from smartcity_desktop.domain.edit import Gone

    return Gone("group", row)


def test_another_day_can_be_looked_at_while_nothing_runs(hand):
    hand.page.show_day("2026-01-01")
    hand.settle()
    assert hand.page.pages.currentIndex() == 0
    hand.page.show_day(DAY)
    hand.settle()
    assert hand.page.pages.currentIndex() == 1


def test_the_page_hears_what_others_changed(hand):
    hand.start("Materi")
    changes = hand.on_data(lambda: hand.desk.session.extend(hand.rows["Materi"], 10))
    hand.page.changed(changes)
    hand.settle()
    assert hand.page.now.clock.words == "1:10:00"


class Painted(QObject):
    """Writes down what is painted of a page, in the page's own places."""

    def __init__(self, page):
        super().__init__(page)
        self.page, self.region, self.names = page, QRegion(), []
        for widget in (page, *page.findChildren(QWidget)):
            widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.names.append(watched.objectName())
            self.region += event.region().translated(watched.mapTo(self.page, QPoint(0, 0)))
        return False

    def forget(self):
        self.region, self.names = QRegion(), []


@pytest.mark.parametrize("title", ["Materi", "Kerja"])
def test_a_tick_repaints_only_the_rectangle_of_the_clock(hand, title):
    hand.start(title)
    hand.go_by(seconds=1)
    turn()
    painted = Painted(hand.page)
    hand.page.now.clock.repaint()
    painted.forget()
    hand.steady.seconds += 1
    hand.page._timer.timeout.emit()
    turn()
    clock = hand.page.now.clock
    own = clock.rect().translated(clock.mapTo(hand.page, QPoint(0, 0)))
    assert set(painted.names) == {"run-clock"}
    assert painted.region.boundingRect() == own
    painted.forget()
    hand.page._timer.timeout.emit()
    turn()
    assert painted.names == []


def test_the_page_counts_only_while_it_is_seen(hand):
    assert hand.page._timer.isActive()
    hand.screen.hide()
    assert not hand.page._timer.isActive()
    hand.screen.show()
    assert hand.page._timer.isActive()


def test_every_way_is_found_by_its_words(hand):
    words = [item.words for item in hand.page.commands()]
    assert "Kejar 15 menit" in words
    next(item for item in hand.page.commands() if item.words == "Mulai sesi berikutnya").run()
    hand.settle()
    assert hand.running().title == "Pembukaan"
    assert timedelta(minutes=45) == hand.running().planned


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_words_of_no_button_are_cut_at_any_size_of_type(hand, dressed, scale):
    theme.apply(dressed, scale)
    try:
        hand.start("Materi")
        hand.screen.resize(1140, 640)
        hand.settle()
        hand.page.tick()
        turn(20)
        cut = [
            button.text()
            for button in hand.page.buttons.values()
            if button.width() < button.sizeHint().width()
        ]
        assert cut == []
        rows = {button.y() for button in hand.page.buttons.values()}
        assert len(rows) == 1
        skip = hand.page.buttons["skip"]
        assert skip.text() == ("Lewati (F8)" if scale == 1.0 else "Lewati")
        assert scale == 1.0 or "Lewati (F8)" in skip.toolTip()
        hand.screen.resize(900, 640)
        hand.settle()
        rows = {button.y() for button in hand.page.buttons.values()}
        assert len(rows) == (1 if scale == 1.0 else 2)
        assert all(button.width() >= button.sizeHint().width() for button in hand.page.buttons.values())
    finally:
        theme.apply(dressed)
