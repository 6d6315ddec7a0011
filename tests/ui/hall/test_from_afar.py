"""What is read fifteen metres away: the clock of a block, names in the usual type, pages that turn."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain import hall
from tests.ui.hall.hand import slides
from ui.projector.ink import reading
from ui.projector.slide import SlidePage

SIZES = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160))
BLOCKS = ("block", "block-told", "block-full")
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SLIDES = slides()
LONG = "Arah kebijakan kota cerdas dan integrasi masterplan ke dalam RPJMD Kabupaten Konawe Selatan"
CLOCKS = {
    "minutes": SLIDES["block"].clock,
    "hours": hall.Ticking(hall.COUNTS_DOWN, 5_000, 7_200, below="selesai pukul 10.45 WITA"),
    "day": hall.Ticking(hall.TELLS_TIME, 8 * 3600 + 300, below="WITA"),
}


@pytest.fixture
def page(dressed, qtbot):
    assert dressed
    made = SlidePage()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    return made


def heads(page):
    return [QRectF(item.left, item.top, 1, item.words.height) for item in page.face.head if item.words.height]


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("title", ["Kerja kelompok 2", LONG])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", BLOCKS)
def test_the_clock_of_a_block_takes_a_quarter_of_the_height(page, name, size, title, clock):
    page.resize(*size)
    page.show_slide(replace(SLIDES[name], title=title, clock=CLOCKS[clock]))
    place = page.face.clock
    assert place.pixels >= size[1] / 4
    assert QRectF(page.rect()).contains(place.room)
    others = [*heads(page), page.face.strip_room]
    if page.face.body.height(0):
        others.append(page.face.room)
    assert not any(place.room.intersects(item) for item in others)
    assert page.face.foot.top() >= page.face.strip_room.bottom() - 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_fills_the_face_and_leaves_no_empty_middle(page, name, size):
    page.resize(*size)
    page.show_slide(SLIDES[name])
    image = page.grab().toImage()
    ground = image.pixelColor(1, 1)
    step = max(1, size[0] // 200)
    inked = [
        y
        for y in range(0, size[1], step)
        if any(image.pixelColor(x, y) != ground for x in range(0, size[0], step))
    ]
    gaps = [after - before for before, after in pairwise(inked)]
    assert max(gaps) <= size[1] / 6
    assert inked[0] < size[1] / 8
    assert inked[-1] > size[1] * 0.85


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("size", SIZES)
def test_what_the_room_is_told_stands_in_no_narrow_column(page, size, clock):
    page.resize(*size)
    told = hall.BlockBody("Program mana yang relevan? Apa cara yang lebih cerdas tanpa aplikasi?")
    page.show_slide(replace(SLIDES["block"], title=LONG, clock=CLOCKS[clock], body=told))
    assert page.pages == 1
    assert page.face.room.width() >= reading(QSizeF(page.size())) * 8
    assert page.face.body.height(0) <= page.face.room.height() + 1
    assert page.face.clock.pixels >= size[1] / 4


def test_a_block_tells_who_speaks_and_where(page):
    page.show_slide(SLIDES["block-full"])
    assert "Suhono Harso Supangkat" in page.accessibleDescription()
    assert "Aula Bupati" in page.accessibleDescription()
    before = page.face.body.height(0)
    page.show_slide(replace(SLIDES["block-full"], body=replace(SLIDES["block-full"].body, place="")))
    assert page.face.body.height(0) != before


@pytest.mark.parametrize("usual", [0.8, 1.0, 1.5])
@pytest.mark.parametrize("size", SIZES)
def test_names_go_on_more_pages_and_never_below_the_type_of_the_setting(page, size, usual):
    page.resize(*size)
    page.set_usual(usual)
    page.show_slide(SLIDES["groups"])
    assert page.face.body.pixels >= reading(QSizeF(page.size())) * usual
    assert page.pages > 5
    room = page.face.room
    assert all(page.face.body.height(at) <= room.height() for at in range(page.pages))


def test_larger_type_takes_more_pages(page):
    pages = []
    for usual in (0.8, 1.0, 1.5):
        page.set_usual(usual)
        page.show_slide(SLIDES["groups"])
        pages.append(page.pages)
    assert pages == sorted(set(pages))


def test_a_group_that_fits_a_page_is_not_parted(page):
    page.show_slide(SLIDES["groups-few"])
    assert page.pages > 1
    for rows in page.face.body.pages:
        assert rows[0].stays
        assert all(row.again is None or row.again in rows for row in rows)


def test_pages_turn_slowly_by_themselves_and_begin_again(page):
    page.show_slide(SLIDES["groups-few"])
    assert page._turning.isActive()
    assert 10_000 <= page._turning.interval() <= 30_000
    seen = []
    for _turn in range(page.pages):
        page._turning.timeout.emit()
        seen.append(page.page)
        assert page._turning.isActive()
    assert seen == [*range(1, page.pages), 0]


def test_a_page_turned_by_a_key_stands_longer(page):
    page.show_slide(SLIDES["groups"])
    alone = page._turning.interval()
    QTest.keyClick(page, KEY.Key_PageDown)
    assert page.page == 1
    assert page._turning.interval() >= 3 * alone
    page.show_slide(SLIDES["groups"])
    assert (page.page, page._turning.isActive()) == (1, True)
    assert page._turning.interval() >= 3 * alone


def test_a_slide_of_one_page_one_that_is_held_dark_or_unseen_does_not_turn(page):
    page.show_slide(SLIDES["states"])
    assert not page._turning.isActive()
    page.show_slide(SLIDES["groups"])
    for key in (KEY.Key_T, KEY.Key_B):
        QTest.keyClick(page, key, CONTROL)
        assert not page._turning.isActive()
        QTest.keyClick(page, key, CONTROL)
        assert page._turning.isActive()
    QTest.keyClick(page, KEY.Key_T, CONTROL)
    QTest.keyClick(page, KEY.Key_PageDown)
    assert (page.page, page._turning.isActive()) == (1, False)
    page.hide()
    assert not page._turning.isActive()


def test_whoever_watches_from_the_laptop_hears_that_a_page_turned(page, qtbot):
    page.show_slide(SLIDES["groups"])
    with qtbot.waitSignal(page.turned, timeout=1_000):
        page._turning.timeout.emit()
    assert page.seen == f"2 dari {page.pages}"
