"""Column widths of the worksheet: words stay whole as long as there is room for them."""

import pytest
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.grid import GridColumn
from ui.widgets.grid_layout import Wishes, widths
from ui.widgets.grid_paint import ColumnHeads

WORDS = {"issue": 92, "proposal": 111, "note": 124}
COLUMNS = tuple(GridColumn(key, "Isi", "long", "grid", width=30) for key in WORDS)


@pytest.fixture
def home(dressed, qtbot):
    assert dressed
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def heads(home):
    return ColumnHeads(home)


@pytest.mark.parametrize("room", range(210, 420, 7))
def test_words_are_kept_whole_from_the_shortest_lack_on(heads, room):
    found = dict(zip(WORDS, widths(COLUMNS, room, heads, Wishes({}, {}, WORDS, 1.0)), strict=True))
    lacks = {key: WORDS[key] - width for key, width in found.items() if width < WORDS[key]}
    assert sum(found.values()) == room
    assert bool(lacks) == (room < sum(WORDS.values()))
    assert list(lacks) == list(WORDS)[len(WORDS) - len(lacks) :]
    assert all(found[key] == 70 for key in list(lacks)[1:])


def test_a_width_that_a_person_set_stays(heads):
    found = widths(COLUMNS, 330, heads, Wishes({"issue": 50}, {}, WORDS, 1.0))
    assert found[0] == 50
    assert found[1:] >= [111, 124]


def test_where_columns_scroll_anyway_every_word_is_whole(heads):
    found = widths(COLUMNS, 150, heads, Wishes({}, {}, WORDS, 1.0))
    assert all(width >= word for width, word in zip(found, WORDS.values(), strict=True))
