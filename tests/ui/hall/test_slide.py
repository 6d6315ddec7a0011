"""Every slide on every screen: as large as it can be, never cut, on pages where it is too long."""

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtTest import QTest

from smartcity_desktop.domain import hall
from tests.ui.hall.hand import BADGES, Painted, slides
from ui.projector.ink import BAND, GROUND, SOFT, TONES, reading
from ui.projector.slide import SlidePage

SIZES = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160))
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SLIDES = slides()


@pytest.fixture
def page(dressed, qtbot):
    assert dressed
    made = SlidePage()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    return made


def picture(wide=400, high=300):
    made = QPixmap(wide, high)
    made.fill(QColor("#ff00ff"))
    return made


def photos(slide):
    return [picture() for _ in hall.pictures(slide)]


def colors(page):
    """Return every colour that is seen."""
    image = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {f"#{value & 0xFFFFFF:06x}" for value in set(memoryview(image.constBits()).cast("B").cast("I"))}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SLIDES)
def test_nothing_is_cut_and_the_last_row_of_the_hall_reads_it(page, name, size):
    page.resize(*size)
    page.show_slide(SLIDES[name], photos(SLIDES[name]))
    body, room = page.face.body, page.face.room
    assert all(body.height(at) <= room.height() + 1 for at in range(page.pages))
    assert room.bottom() <= size[1]
    assert not body.breaks
    rows = [row for rows in body.pages for row in rows]
    if rows and name not in {"photo", "review"}:
        assert body.pixels >= reading(QSizeF(page.size()))
    elif rows:
        assert body.pixels >= reading(QSizeF(page.size())) * 0.7
    for part in (page.face.strip, *([body] if page.pages == 1 else [])):
        assert all(row.height > 0 for row in part.pages[0])
    for placed in page.face.head:
        assert placed.left >= 0
        assert placed.top + placed.words.height < room.top() + 1
    if page.face.clock is not None:
        assert page.rect().contains(page.clock_room)
        assert all(not page.clock_room.contains(int(item.left), int(item.top)) for item in page.face.head)
    assert page.face.strip_room.bottom() <= size[1]
    assert page.grab().size() == page.size()


def test_a_list_too_long_for_the_smallest_type_has_pages_and_keys_to_turn_them(page):
    page.show_slide(SLIDES["groups"])
    assert page.pages > 1
    assert page.seen == f"1 dari {page.pages}"
    for key in (KEY.Key_Space, KEY.Key_PageUp, KEY.Key_Right, KEY.Key_Left, KEY.Key_PageDown):
        before = page.page
        QTest.keyClick(page, key)
        assert page.page == before + (-1 if key in {KEY.Key_PageUp, KEY.Key_Left} else 1)
    QTest.keyClick(page, KEY.Key_End)
    assert page.seen == f"{page.pages} dari {page.pages}"
    QTest.keyClick(page, KEY.Key_PageDown)
    assert page.page == page.pages - 1
    QTest.keyClick(page, KEY.Key_Home)
    assert page.page == 0


def test_a_group_that_goes_on_over_a_page_has_its_head_there_again(page):
    page.resize(1024, 768)
    page.show_slide(SLIDES["groups"])
    heads = {row.again for rows in page.face.body.pages for row in rows if row.again is not None}
    for rows in page.face.body.pages[1:]:
        assert rows[0] in heads or rows[0].stays


@pytest.mark.parametrize("size", [(1024, 768), (3840, 2160)])
def test_a_matrix_of_sixty_agencies_has_its_head_on_every_page_and_room_for_names(page, size):
    page.resize(*size)
    page.show_slide(SLIDES["matrix-long"])
    head = page.face.body.pages[0][0]
    assert page.pages > 2
    assert all(rows[0] is head for rows in page.face.body.pages)
    assert sum(len(rows) - 1 for rows in page.face.body.pages[:-1]) >= 50
    assert not page.face.body.breaks


def test_the_same_slide_read_again_stays_on_its_page(page):
    page.show_slide(SLIDES["groups"])
    QTest.keyClick(page, KEY.Key_PageDown)
    page.show_slide(SLIDES["groups"])
    assert page.page == 1
    page.show_slide(SLIDES["guide-long"])
    assert page.page == 0


def test_a_short_text_is_large_and_a_long_one_goes_over_a_page(page):
    page.show_slide(SLIDES["text"])
    short = page.face.body.pixels
    assert page.pages == 1
    page.show_slide(SLIDES["text-long"])
    assert page.face.body.pixels < short / 3
    assert page.pages > 1


def test_keys_and_the_setting_change_the_type_and_nothing_is_lost(page):
    page.show_slide(SLIDES["guide-long"])
    before = page.face.body.pixels
    for _time in range(3):
        QTest.keyClick(page, KEY.Key_Plus, CONTROL)
    assert page.face.body.pixels > before
    assert all(page.face.body.height(at) <= page.face.room.height() + 1 for at in range(page.pages))
    QTest.keyClick(page, KEY.Key_0, CONTROL)
    assert page.face.body.pixels == before
    page.set_usual(1.3)
    assert page.face.body.pixels > before


def test_a_tick_of_the_clock_paints_its_rectangle_and_nothing_beside_it(page, qtbot):
    for name in ("block", "guide", "queue"):
        page.show_slide(SLIDES[name])
        page.repaint()
        seen = Painted(page)
        words = page.time_words
        page._since.restart()
        qtbot.waitUntil(lambda before=words: page.time_words != before, timeout=3_000)
        qtbot.waitUntil(lambda told=seen: bool(told.regions), timeout=3_000)
        assert set(map(tuple, (item.getRect() for item in seen.regions))) == {page.clock_room.getRect()}
        page.removeEventFilter(seen)
    room = page.clock_room
    assert room.width() * room.height() < page.width() * page.height() / 6


def test_a_clock_that_stands_does_not_tick(page):
    clock = hall.Ticking(hall.COUNTS_DOWN, 60, 600, stands=True, below="jeda")
    page.show_slide(hall.Slide(hall.BLOCK, title="Materi", clock=clock, body=hall.BlockBody()))
    assert not page._timer.isActive()
    assert page.time_words == "01:00"
    page.show_slide(SLIDES["block"])
    assert page._timer.isActive()
    page.hide()
    assert not page._timer.isActive()


@pytest.mark.parametrize(
    ("left", "tone", "words"),
    [(600, "calm", "10:00"), (110, "warning", "01:50"), (20, "error", "00:20"), (-65, "error", "-01:05")],
)
def test_the_clock_turns_orange_and_red_and_says_when_the_time_is_over(page, left, tone, words):
    clock = hall.Ticking(hall.COUNTS_DOWN, left, 600, below="selesai pukul 10.00")
    page.show_slide(hall.Slide(hall.BLOCK, title="Materi", clock=clock, body=hall.BlockBody()))
    assert page.time_words == words
    assert TONES[tone] in colors(page)


def test_the_time_of_day_has_no_seconds(page):
    clock = hall.Ticking(hall.TELLS_TIME, (8 * 60 + 5) * 60 + 59)
    page.show_slide(hall.Slide(hall.BLOCK, title="Bimtek", clock=clock, body=hall.BlockBody()))
    assert page.time_words == "08.05"


def test_dark_is_black_and_light_again_shows_the_same(page):
    page.show_slide(SLIDES["states"])
    before = page.grab().toImage()
    QTest.keyClick(page, KEY.Key_B, CONTROL)
    assert colors(page) == {"#000000"}
    QTest.keyClick(page, KEY.Key_B, CONTROL)
    page._since.restart()
    assert page.grab().toImage().size() == before.size()
    assert len(colors(page)) > 5


def test_codes_of_dimensions_stand_on_their_colours(page):
    for name in ("groups-few", "states", "queue", "guide", "review"):
        page.show_slide(SLIDES[name], photos(SLIDES[name]))
        found = set()
        for _page in range(page.pages):
            found |= colors(page)
            page.step(KEY.Key_PageDown)
        assert {item.color for item in BADGES} <= found, name


def test_a_photo_fills_the_screen_and_has_its_caption(page):
    page.show_slide(SLIDES["photo"], [picture(4000, 3000)])
    assert "#ff00ff" in colors(page)
    assert page.face.pictures[0].height() > page.height() * 0.8
    assert page.face.room.top() >= page.face.pictures[0].bottom()


def test_a_reader_hears_the_slide(page):
    page.show_slide(SLIDES["queue"])
    assert page.accessibleName() == "Tayangan: Urutan presentasi"
    assert "Smart Economy" in page.accessibleDescription()
    assert "Berbicara" in page.accessibleDescription()


@pytest.mark.parametrize("ground", [GROUND, BAND])
def test_every_ink_of_the_hall_is_read_on_its_ground(ground):
    def light(name):
        parts = (QColor(name).redF(), QColor(name).greenF(), QColor(name).blueF())
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for ink in (*TONES.values(), SOFT):
        assert (light(ink) + 0.05) / (light(ground) + 0.05) >= 4.5, ink


def test_a_title_and_names_without_end_stay_on_the_screen(page):
    endless = hall.Slide(
        hall.GROUPS,
        "x",
        "Tahap II",
        "Bimbingan Teknis " * 18,
        body=hall.GroupsBody(
            (hall.TableGroup(hall.Badge("K" * 200, "GOV", "#1d4ed8"), "", (), ("x" * 500,)),)
        ),
    )
    for size in SIZES:
        page.resize(*size)
        page.show_slide(endless)
        assert not page.grab().isNull()
        assert page.face.room.height() > 0
