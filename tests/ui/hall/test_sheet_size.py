"""A worksheet in the hall: few rows fill the screen, many go on pages, none is below the usual."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.worksheets import hand_grid
from ui.models.countdown import Countdown
from ui.models.feed import SheetFeed
from ui.models.grid import GridModel
from ui.projector.upright import MOST, Upright
from ui.projector.worksheet import SheetProjector

SIZES = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160))
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
FEW = {"relevant": "ya"}
ALL = {
    "relevant": "sebagian",
    "dimension": "SOC-1",
    "issue": "Pengendalian pencemaran dan kerusakan lingkungan hidup di pesisir kecamatan",
    "horizon": "menengah",
    "cost": "1250000000",
    "more": "350000000",
}
SENTENCE = "Warga dua pulau menempuh tiga jam untuk mengurus dokumen kependudukan. "


@pytest.fixture
def make(dressed, qtbot):
    """Return what shows a sheet of so many rows with these answers in every row."""
    assert dressed
    home = QWidget()
    qtbot.addWidget(home)

    def made(rows, answers, size=(1366, 768)):
        model = GridModel(home)
        model.show_grid(hand_grid(rows=rows, support=0))
        for row in range(rows):
            for key, text in answers.items():
                model.enter(model.index(row, model.place_of(key)), text)
        feed = SheetFeed(model, Countdown(home), home)
        view = SheetProjector(feed)
        qtbot.addWidget(view)
        view.feed = feed
        view.resize(*size)
        view.show()
        view.refresh()
        return view

    yield made
    home.close()


def used(view):
    """Return how high what is seen is."""
    if isinstance(view._fit, Upright):
        return sum(view._fit.fields(view._first))
    return sum(view._fit.heights[view._first : view._first + view._count()])


def broken(view):
    """Return the words that are wider than the place they are given."""
    metrics = QFontMetrics(view._font(view._fit.shrink))
    gone = view._cell_pixels * 2.6 if isinstance(view._fit, Upright) else 2 * view._pad()
    return [
        word
        for row in view.table.rows
        for cell, width in zip(row.cells, view._fit.widths, strict=True)
        for word in cell.text.split()
        if metrics.horizontalAdvance(word) > width - gone
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("answers", [FEW, ALL])
def test_two_rows_grow_until_they_fill_the_screen_or_are_large_enough(make, size, answers):
    view = make(2, answers, size)
    room = view._room()
    assert view.seen == ""
    assert view._fit.shrink > 1.1
    assert view._fit.shrink > MOST * 0.95 or used(view) > room.height() * 0.7
    assert used(view) <= room.height()
    assert room.bottom() < size[1]
    assert broken(view) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("rows", [3, 9, 40])
@pytest.mark.parametrize("answers", [FEW, ALL])
def test_many_rows_go_on_pages_and_no_type_falls_below_the_usual(make, size, rows, answers):
    view = make(rows, answers, size)
    usual = view.height() / view.type_pixels
    assert usual <= 34
    assert view._cell_pixels >= view.type_pixels
    assert broken(view) == []
    seen = set()
    while True:
        assert used(view) <= view._room().height()
        seen |= set(range(view._first, view._first + view._count()))
        before = view._first
        QTest.keyClick(view, KEY.Key_PageDown)
        if view._first == before:
            break
        assert view.seen.endswith(f"dari {rows}")
    assert seen == set(range(rows))


def test_a_wide_sheet_stands_upright_and_a_narrow_one_lies(make):
    assert isinstance(make(2, ALL, (1024, 768))._fit, Upright)
    assert not isinstance(make(20, FEW)._fit, Upright)


def test_a_text_of_many_sentences_wraps_and_nothing_of_it_is_cut(make):
    view = make(4, {**ALL, "issue": SENTENCE * 12}, (1366, 768))
    assert used(view) <= view._room().height()
    text = view.table.rows[0].cells[view.table.heads.index("Isu dijawab")].text
    width = int(view._fit.widths[0] - view._cell_pixels * 2.6)
    block = view._blocks.block(text, width)
    assert block.layout.lineCount() > 3
    last = block.layout.lineAt(block.layout.lineCount() - 1)
    assert last.textStart() + last.textLength() == len(text)


def test_the_first_key_makes_rows_larger_that_have_grown(make):
    view = make(2, FEW)
    grown = view._cell_pixels
    QTest.keyClick(view, KEY.Key_Plus, CONTROL)
    assert view._cell_pixels > grown
    QTest.keyClick(view, KEY.Key_0, CONTROL)
    assert view._cell_pixels == grown
    QTest.keyClick(view, KEY.Key_Minus, CONTROL)
    assert view._cell_pixels < grown


@pytest.mark.parametrize("times", [1, 3, 6])
def test_keys_make_an_upright_sheet_larger_and_cut_no_row(make, times):
    view = make(6, ALL, (1366, 768))
    before = view._cell_pixels
    for _time in range(times):
        QTest.keyClick(view, KEY.Key_Plus, CONTROL)
    assert view._cell_pixels > before or (times > 3 and view._count() == 1)
    assert used(view) <= view._room().height()
    assert broken(view) == []
    assert not view.grab().isNull()


def test_the_row_the_table_talks_about_is_on_the_page_and_stands_out(make):
    view = make(6, ALL, (1024, 768))
    assert isinstance(view._fit, Upright)
    view.feed.stand_on("row-5")
    view.refresh()
    assert view._first <= 4 < view._first + view._count()
    left = view._room().left() + view._fit.heads_width + (4 - view._first) * view._fit.row_width
    image = view.grab().toImage()
    color = image.pixelColor(round(left + 2), round(view._room().top() + 40)).name()
    other = image.pixelColor(round(view._room().left() + 2), round(view._room().top() + 4)).name()
    assert color == "#7fd0c7"
    assert color != other


def test_codes_of_dimensions_stand_on_their_colours_upright_too(make):
    view = make(2, ALL, (1024, 768))
    image = view.grab().toImage()
    colors = {
        image.pixelColor(x, y).name() for x in range(0, view.width(), 4) for y in range(0, view.height(), 4)
    }
    assert "#c5b0ff" in colors


def test_the_empty_sheet_of_added_rows_does_not_stand_upright(make):
    view = make(2, {})
    view._whole = type(view._whole)(view._whole.heads, view._whole.shares, ())
    view.fit()
    assert not isinstance(view._fit, Upright)
    assert not view.grab().isNull()
