"""The way back to the laptop is told for a moment, and covers nothing that the hall reads."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain import hall
from tests.ui.hall.hand import slides
from tests.ui.worksheets import hand_grid
from ui.models.countdown import Countdown
from ui.models.feed import SheetFeed
from ui.models.grid import GridModel
from ui.projector.screens import Target
from ui.projector.window import ProjectorWindow

SIZES = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160))
SLIDES = slides()


@pytest.fixture
def window(dressed, qtbot, monkeypatch, tmp_path):
    assert dressed
    monkeypatch.setenv("PATH", str(tmp_path))
    home = QWidget()
    qtbot.addWidget(home)
    made = ProjectorWindow(home)
    made.show_slide(SLIDES["block"])
    made.open_on(Target(home.screen(), is_alone=True))
    yield made
    made.close()


def inked(page):
    """Return the rooms in which words stand on a slide."""
    face = page.face
    found = [QRectF(item.left, item.top, page.width() / 2, item.words.height) for item in face.head]
    for layout, room in ((face.body, face.room), (face.strip, face.strip_room)):
        high = max(layout.height(at) for at in range(len(layout.pages)))
        found.append(QRectF(room.left(), room.top(), room.width(), min(high, room.height())))
    return [*found, *([face.clock.room, face.clock.below] if face.clock else [])]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SLIDES)
def test_it_covers_no_word_of_any_slide(window, name, size):
    window.resize(*size)
    photos = [QPixmap(400, 300) for _ in hall.pictures(SLIDES[name])]
    for photo in photos:
        photo.fill()
    window.show_slide(SLIDES[name], photos)
    assert window._hint.isVisible()
    hint = QRectF(window._hint.geometry())
    assert QRectF(window.rect()).contains(hint)
    assert not any(hint.intersects(room) for room in inked(window.slide) if room.height() > 1)
    if window.slide.seen:
        assert hint.right() < window.slide.foot.right() - window.width() / 4


@pytest.mark.parametrize("size", SIZES)
def test_it_covers_no_row_of_a_worksheet(window, size):
    model = GridModel(window)
    model.show_grid(hand_grid(rows=30))
    window.show_sheet(SheetFeed(model, Countdown(window), window))
    window.resize(*size)
    hint = QRectF(window._hint.geometry())
    assert QRectF(window.rect()).contains(hint)
    assert not hint.intersects(window.sheet._room())


def test_it_goes_after_four_seconds(window):
    assert window._hint._timer.interval() == 4_000
    assert window._hint._timer.isActive()
    window._hint._timer.timeout.emit()
    assert not window._hint.isVisible()
    window.show_slide(SLIDES["queue"])
    assert not window._hint.isVisible()
