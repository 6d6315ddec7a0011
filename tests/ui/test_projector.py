"""What the hall sees of a worksheet: large, live, without names of people."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QSizeF, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.session import Session
from tests.ui.worksheets import hand_grid
from ui.models.countdown import Countdown
from ui.models.feed import SheetFeed
from ui.models.grid import GridModel
from ui.projector.measure import HEAD, fit, head_font
from ui.projector.sheet_lines import HallCell, HallRow, HallTable, hall_table
from ui.projector.upright import Upright
from ui.projector.worksheet import SheetProjector

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def model(dressed):
    assert dressed
    made = GridModel()
    made.show_grid(hand_grid(rows=12))
    return made


@pytest.fixture
def feed(model, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    made = SheetFeed(model, Countdown(owner), owner)
    made.stage = "Tahap II"
    yield made
    owner.close()


@pytest.fixture
def view(feed, qtbot):
    made = SheetProjector(feed)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def enter(model, row, key, text):
    model.enter(model.index(row, model.place_of(key)), text)


def words(view):
    return [[cell.text for cell in row.cells] for row in view.table.rows]


def test_shows_what_is_typed_as_it_is_typed(view, model, qtbot):
    enter(model, 0, "issue", "Aduan warga")
    qtbot.waitUntil(lambda: any("Aduan warga" in row for row in words(view)))


def test_leaves_names_of_people_money_and_support_out(model):
    table = hall_table(model.snapshot(), "", results=False)
    text = str(table)
    assert "Sitti" not in text
    assert "1.250.000.000" not in text
    assert len(table.rows) == 12
    assert "Pagu" not in str(table.heads)


def test_results_are_the_rows_that_were_found_relevant(view, model):
    enter(model, 0, "relevant", "ya")
    enter(model, 1, "relevant", "tidak")
    enter(model, 0, "dimension", "SOC")
    QTest.keyClick(view, KEY.Key_H, CONTROL)
    assert [row.number for row in view.table.rows] == [1]
    assert "Relevan" not in view.table.heads
    QTest.keyClick(view, KEY.Key_H, CONTROL)
    assert len(view.table.rows) == 12


def test_ctrl_plus_and_minus_change_the_type(view):
    before = view.type_pixels
    QTest.keyClick(view, KEY.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.type_pixels > before
    QTest.keyClick(view, KEY.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, KEY.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.type_pixels < before
    QTest.keyClick(view, KEY.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.type_pixels == before


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080), (3840, 2160)])
def test_type_fits_every_screen(view, size):
    view.resize(*size)
    assert view.type_pixels >= 17
    assert 24 <= size[1] / view.type_pixels <= 46
    assert not view.grab().isNull()


def test_arrows_and_pages_scroll_between_top_and_end(view):
    QTest.keyClick(view, KEY.Key_Down)
    assert view.offset > 0
    QTest.keyClick(view, KEY.Key_End)
    end = view.offset
    QTest.keyClick(view, KEY.Key_PageDown)
    assert view.offset == end
    QTest.keyClick(view, KEY.Key_Home)
    assert view.offset == 0


def test_follows_the_row_the_table_talks_about(view, feed, qtbot):
    feed.stand_on("row-12")
    qtbot.waitUntil(lambda: view.table.rows[-1].is_current)
    assert view.offset > 0


def test_can_be_darkened_and_held(view, model, feed):
    QTest.keyClick(view, KEY.Key_B, CONTROL)
    assert view.is_dark
    QTest.keyClick(view, KEY.Key_T, CONTROL)
    enter(model, 0, "issue", "rahasia dulu")
    view.refresh()
    assert "rahasia dulu" not in str(words(view))
    QTest.keyClick(view, KEY.Key_T, CONTROL)
    assert "rahasia dulu" in str(words(view))
    assert feed.grid() is not None


@pytest.mark.parametrize("key", [KEY.Key_B, KEY.Key_T, KEY.Key_H])
def test_a_letter_alone_changes_nothing_in_the_hall(view, model, key):
    enter(model, 0, "relevant", "ya")
    view.refresh()
    QTest.keyClick(view, key)
    view.refresh()
    assert (view.is_dark, view.is_held, len(view.table.rows)) == (False, False, 12)


def test_esc_closes_and_the_next_showing_is_light_and_live(view, qtbot):
    QTest.keyClick(view, KEY.Key_B, CONTROL)
    QTest.keyClick(view, KEY.Key_T, CONTROL)
    with qtbot.waitSignal(view.turned):
        QTest.keyClick(view, KEY.Key_Escape)
    assert not view.isVisible()
    assert (view.is_dark, view.is_held) == (False, False)


def test_a_tick_paints_the_time_and_nothing_beside_it(view, feed, qtbot):
    begun = datetime(2026, 8, 4, 9, 15, tzinfo=timezone(timedelta(hours=8)))
    feed.countdown.show_session(session(75, begun), timedelta(minutes=41, seconds=20))
    qtbot.waitExposed(view)
    view.repaint()
    seen = Painted(view)
    feed.countdown._left -= timedelta(seconds=1)
    feed.countdown.ticked.emit()
    qtbot.waitUntil(lambda: bool(seen.regions))
    time = view._clock
    assert [region.boundingRect() for region in seen.regions] == [time]
    assert time.width() * time.height() < view.width() * view.height() / 6
    feed.countdown.ticked.emit()
    qtbot.wait(50)
    assert len(seen.regions) == 1


class Painted(QObject):
    """Writes down which part of a widget is painted."""

    def __init__(self, watched):
        super().__init__(watched)
        self.regions = []
        watched.installEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802 - a name of Qt
        if event.type() == QEvent.Type.Paint:
            self.regions.append(event.region())
        return False


def test_a_name_of_500_letters_and_a_word_without_end_are_painted(view, model):
    grid = hand_grid(rows=2)
    model.show_grid(replace(grid, party_name="Dinas " * 100))
    enter(model, 0, "issue", "x" * 500)
    view.refresh()
    assert not view.grab().isNull()


def session(minutes, begun):
    return Session(
        id=RowId("s"), started_at=begun.isoformat(), timer_minutes=minutes, timer_started_at=begun.isoformat()
    )


@pytest.mark.parametrize(
    ("left", "weight", "words_of"),
    [(41, "calm", "41:00"), (15, "warning", "15:00"), (3, "error", "03:00"), (-2, "error", "-02:00")],
)
def test_the_countdown_turns_orange_at_a_fifth_and_red_at_a_twentieth(qapp, left, weight, words_of):
    assert qapp
    begun = datetime(2026, 8, 4, 9, 15, tzinfo=timezone(timedelta(hours=8)))
    count = Countdown()
    count.show_session(session(75, begun), timedelta(minutes=left))
    assert count.weight == weight
    assert count.words == words_of
    assert count.below == "dari 75 menit · paruh waktu 9.52"
    assert count.ends == "selesai pukul 10.30"


def test_without_a_session_there_is_no_countdown(qapp):
    assert qapp
    count = Countdown()
    assert (count.words, count.below, count.share) == ("–", "", 0.0)


def widest_words(view):
    """Return the words of the cells that are wider than the place they are given."""
    metrics = QFontMetrics(view._font(view._fit.shrink))
    return [
        word
        for row in view.table.rows
        for cell, width in zip(row.cells, view._fit.widths, strict=True)
        for word in cell.text.split()
        if metrics.horizontalAdvance(word) > width - 2 * view._pad()
    ]


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
def test_the_largest_type_cuts_no_word_and_no_row(view, model, size):
    enter(model, 0, "issue", "Keterpaduan penyelenggaraan pemerintahan")
    view.resize(*size)
    view.refresh()
    for _time in range(8):
        QTest.keyClick(view, KEY.Key_Plus, CONTROL)
        assert widest_words(view) == []
        room = view._room().height()
        shown = view._fit.heights[view._first : view._first + view._count()]
        high = view._fit.fields(view._first) if isinstance(view._fit, Upright) else shown
        assert sum(high) <= room
        assert view.seen == f"baris 1–{len(shown)} dari 12" or len(shown) in {1, 12}


def test_columns_without_an_answer_go_before_the_type_gets_smaller(view):
    cells = (HallCell("Penyelenggaraan Jalan"), HallCell("Ya"), HallCell(""))
    heads = ("Program Renstra", "Relevan", "Isu dijawab")
    table = HallTable(heads, (0.4, 0.3, 0.3), (HallRow(1, "r", cells),))
    words = QFontMetrics(view._font()).horizontalAdvance("Penyelenggaraan Relevan dijawab")
    room = QSizeF(words, 400)
    assert fit(table, room, view.type_pixels, view._font, large=False).table.heads == heads
    large = fit(table, room, view.type_pixels, view._font, large=True)
    assert large.table.heads == heads[:2]
    assert large.shrink == 1.0


def test_a_head_with_long_words_of_the_event_gets_smaller_instead_of_losing_its_first_line(view):
    pixels = view.type_pixels
    room = QSizeF(pixels * 4.6, pixels * 2.0)
    assert head_font("Relevan", room, HEAD, view._font) == view._font(HEAD, bold=True)
    words = "Perangkat Daerah dan UPTD terkait"
    made = head_font(words, room, HEAD, view._font)
    whole = QRect(0, 0, int(room.width()), 10_000)
    needed = QFontMetrics(made).boundingRect(whole, int(Qt.TextFlag.TextWordWrap), words)
    assert needed.height() <= room.height()
    assert made.pixelSize() < view._font(HEAD, bold=True).pixelSize()


def test_pages_go_by_whole_rows_and_say_which_are_seen(view):
    view.resize(1024, 500)
    for _time in range(4):
        QTest.keyClick(view, KEY.Key_Plus, CONTROL)
    seen = [view.seen]
    while "12 dari 12" not in view.seen:
        QTest.keyClick(view, KEY.Key_PageDown)
        assert view.seen != seen[-1]
        seen.append(view.seen)
    assert len(seen) > 1
    QTest.keyClick(view, KEY.Key_PageUp)
    assert view.seen != seen[-1]
    QTest.keyClick(view, KEY.Key_Home)
    assert view.seen == seen[0]


@pytest.mark.parametrize(("hours", "zone"), [(7, "WIB"), (8, "WITA"), (9, "WIT")])
def test_the_end_of_the_group_time_has_its_zone(view, feed, hours, zone):
    begun = datetime(2026, 8, 4, 9, 15, tzinfo=timezone(timedelta(hours=hours)))
    feed.countdown.show_session(session(75, begun), timedelta(minutes=41))
    assert view.ends == f"selesai pukul 10.30 {zone}"
