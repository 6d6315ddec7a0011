"""Bars of the road map drawn by a real mouse: the year that is pointed at comes out, at any size."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt

from smartcity_desktop.domain.edit import Set
from smartcity_desktop.domain.roadmap import Span
from tests.ui.masterplan import settle
from tests.ui.roadmap.hand import begin, road
from ui import theme
from ui.widgets.chart import pixels_a_point

SIZES = (
    pytest.param((1172, 684), 1.0, id="laptop"),
    pytest.param((1726, 996), 1.0, id="desktop"),
    pytest.param((1172, 684), 1.5, id="large type"),
)


@pytest.fixture
def rows(hall):
    return begin(hall)


@pytest.fixture
def large(dressed):
    """How to make the type larger, until the test is over."""
    yield partial(theme.apply, dressed)
    theme.apply(dressed)


@pytest.fixture
def drag(hall, show, qtbot, large):
    """How to draw the bar of a program from a place beside one of its edges to the middle of a year."""

    def make(size, scale, row):
        large(scale)
        screen = show(hall, f"roadmap:{row}")
        screen.resize(*size)
        settle(screen)
        view = screen.tab.view

        def drawn(at, year):
            port, frame = view.viewport(), view._frame
            bar, points = view.bar_of(row), pixels_a_point()
            begun = QPoint(round(at(bar)), round(bar.center().y()))
            middle = (frame.edges[year - 1] + frame.edges[year]) / 2 * points
            end = QPoint(round(middle) - view.horizontalScrollBar().value(), begun.y())
            qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=begun)
            for part in (0.3, 0.7, 1.0):
                qtbot.mouseMove(port, begun + (end - begun) * part)
            qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
            settle(screen)
            return road(hall).program(row).span

        return drawn

    return make


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("side", [-3, 3], ids=["inside", "outside"])
def test_an_end_goes_to_the_year_that_is_pointed_at_on_whichever_side_it_is_held(
    hall, drag, rows, size, scale, side
):
    hall.ask(partial(hall.desk.roadmap.place, rows[0], Span(2, 3)))
    drawn = drag(size, scale, rows[0])
    for year, span in ((4, Span(2, 4)), (5, Span(2, 5)), (3, Span(2, 3)), (4, Span(2, 4))):
        assert drawn(lambda bar: bar.right() + side, year) == span
    for year, span in ((4, Span(4, 4)), (3, Span(3, 4)), (2, Span(2, 4)), (1, Span(1, 4))):
        assert drawn(lambda bar: bar.left() - side, year) == span


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_a_bar_that_is_held_in_its_middle_goes_as_it_is(hall, drag, rows, size, scale):
    hall.ask(partial(hall.desk.roadmap.place, rows[0], Span(2, 2)))
    drawn = drag(size, scale, rows[0])
    for year in (3, 5, 1):
        assert drawn(lambda bar: bar.center().x(), year) == Span(year, year)


def test_a_bar_that_only_its_horizon_gave_says_no_years_when_it_is_put_back(hall, show, rows, qtbot):
    edits = [Set("initiative", rows[0], name, None) for name in ("year_start", "year_end")]
    hall.ask(partial(hall.desk._store.write, edits, "tanpa tahun"))
    screen = show(hall, f"roadmap:{rows[0]}")
    view = screen.tab.view
    port, at = view.viewport(), view.bar_of(rows[0]).center().toPoint()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=at)
    for far in (30, 0):
        qtbot.mouseMove(port, at + QPoint(far, 0))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=at)
    settle(screen)
    assert road(hall).program(rows[0]).start is None


def test_a_program_that_goes_to_another_place_of_its_group_stays_in_sight(hall, show, qtbot):
    def many(desk):
        sheet = desk.worksheet.find("L7").id
        home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "GOV")
        made = desk.worksheet.new_rows(60)
        for at, row in enumerate(made):
            year = "2025" if at < 10 else "2026"
            told = (("name", f"Program {at:02}"), ("year_start", year), ("year_end", year))
            desk.worksheet.set_cells(sheet, home, [(row, key, value) for key, value in told])
        return made

    made = hall.ask(partial(many, hall.desk))
    screen = show(hall, f"roadmap:{made[0]}")
    view = screen.tab.view
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle(screen)
    assert view.programs[-1].id == made[0]
    assert view.viewport().rect().contains(view.bar_of(made[0]).toRect())
