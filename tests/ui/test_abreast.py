"""Columns of cards stand beside each other where there is room, and are never cut where there is none."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from ui import theme
from ui.widgets.abreast import Abreast

WORDS = "Kata pembuka dan jabatan penanda tangan"


@pytest.fixture
def area(qtbot, dressed):
    assert dressed
    cards = [QLabel(f"{WORDS} {place}") for place in range(4)]
    made = Abreast("uji", ((cards[:2], 5), (cards[2:], 6)))
    qtbot.addWidget(made)
    made.resize(700, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def is_whole(area):
    """Tell whether nothing reaches beyond the right edge."""
    return area.widget().width() <= area.viewport().width()


def test_columns_stand_beside_each_other_where_there_is_room(area):
    assert area.is_abreast
    assert is_whole(area)


def test_columns_stand_below_each_other_in_a_narrow_window_and_come_back(area):
    area.resize(400, 300)
    QTest.qWait(20)
    assert not area.is_abreast
    assert is_whole(area)
    area.resize(700, 300)
    QTest.qWait(20)
    assert area.is_abreast


def test_columns_stand_below_each_other_where_the_type_grows(area, dressed):
    theme.apply(dressed, 1.5)
    try:
        QTest.qWait(50)
        assert not area.is_abreast
        assert is_whole(area)
    finally:
        theme.apply(dressed)
    QTest.qWait(50)
    assert area.is_abreast
