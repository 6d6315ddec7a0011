"""The screen Buku on a real workshop file."""

import pytest

from tests.ui.book.hand import settle
from ui.screens.book.screen import BookScreen
from ui.widgets.chapter_edit import ChapterEdit


@pytest.fixture
def screen(desk, context, come_up):
    made = come_up(BookScreen(desk, context))
    settle(made)
    return made


@pytest.fixture
def outlined(screen):
    """The screen with the books of the set, on the first of them."""
    screen.empty.buttons[0].click()
    settle(screen)
    return screen


@pytest.fixture
def ask(lane):
    """Call something on the data thread and return its answer."""

    def call(asked):
        found = []
        lane.data(asked, found.append)
        assert lane.drain(20)
        return found[0]

    return call


@pytest.fixture
def edit(qtbot, dressed):
    """The text of a chapter as it is written, in a window of its own."""
    assert dressed
    made = ChapterEdit()
    qtbot.addWidget(made)
    made.resize(560, 400)
    made.show()
    return made
