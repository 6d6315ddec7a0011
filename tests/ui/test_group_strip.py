"""Beranda for the dimension groups: a tile for each of their sheets, and the OPD in a matrix of their own."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import BY_DIMENSION, SheetPlace, Worksheet
from tests.ui.frame import nameless
from tests.ui.worksheets import Hall, plan
from ui.models.home import Home, next_of
from ui.models.places import sheet_key
from ui.screens.workshop import WorkshopScreen
from ui.widgets.group_strip import GroupStrip
from ui.widgets.matrix import FIRST

KEY = Qt.Key


@pytest.fixture
def hall(lane, tmp_path, clock):
    made = Hall(lane, tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def groups(hall):
    return {item.code: item.id for item in hall.ask(hall.desk.workshop.dimensions)}


@pytest.fixture
def screen(hall, context, qtbot, dressed):
    assert dressed
    made = WorkshopScreen(hall.desk, context)
    qtbot.addWidget(made)
    made.resize(1156, 658)
    with qtbot.waitExposed(made):
        made.show()
    made.show_stage(1)
    made.arrive()
    settle(made)
    return made


def settle(screen):
    for _ in range(3):
        assert screen.context.lane.drain(20)
        screen.context.bus.deliver()


def fill(hall, dimension, *texts, status="diserahkan"):
    rows = hall.ask(partial(hall.desk.worksheet.new_rows, len(texts)))
    cells = [(row, "text", text) for row, text in zip(rows, texts, strict=True)]
    hall.ask(partial(hall.desk.worksheet.set_cells, hall.issues, dimension, cells))
    return hall.ask(partial(hall.desk.worksheet.set_status, hall.issues, dimension, status))


def test_every_dimension_has_a_tile_that_says_how_far_it_is(screen, hall, groups):
    fill(hall, groups["GOV"], "Antre", "Data ganda")
    screen.changed(fill(hall, groups["ENV"], "Sampah", status="sedang"))
    settle(screen)
    tiles = {tile.place.short: tile for tile in screen.groups.tiles}
    assert list(tiles) == ["GOV", "BRD", "ECO", "LIV", "SOC", "ENV"]
    assert tiles["GOV"].accessibleName() == "GOV Smart Governance · 2 baris · Diserahkan"
    assert tiles["ENV"].accessibleName() == "ENV Smart Environment · 1 baris · Sedang diisi"
    assert tiles["SOC"].accessibleName() == "SOC Smart Society · Belum diisi"
    assert screen.groups.delivered[0].text() == "1 dari 6 dimensi sudah menyerahkan"


def test_the_matrix_of_the_opd_holds_their_worksheets_only(screen, hall):
    assert screen.matrix.matrix.columnCount() == FIRST + 1
    assert screen.matrix.matrix.headerData(FIRST, Qt.Orientation.Horizontal) == "Analisis Renstra"
    assert {line.opd for line in screen.matrix.matrix.lines} == set(hall.opds.values())
    assert "OPD sudah menyerahkan" in screen.delivered.text()


def test_a_tile_leads_to_its_sheet_by_click_and_by_keys(screen, hall, groups, qtbot):
    asked = []
    screen.go.connect(lambda *where: asked.append(where))
    qtbot.mouseClick(screen.groups.tiles[1], Qt.MouseButton.LeftButton)
    screen.groups.tiles[1].setFocus()
    QTest.keyClick(screen.groups.tiles[1], KEY.Key_Right)
    assert screen.groups.tiles[2].hasFocus()
    QTest.keyClick(screen.groups.tiles[2], KEY.Key_Return)
    QTest.keyClick(screen.groups.tiles[2], KEY.Key_Left)
    QTest.keyClick(screen.groups.tiles[1], KEY.Key_Left)
    QTest.keyClick(screen.groups.tiles[0], KEY.Key_Left)
    QTest.keyClick(screen.groups.tiles[0], KEY.Key_Space)
    wanted = [sheet_key(hall.issues, groups[code]) for code in ("BRD", "ECO", "GOV")]
    assert asked == [("worksheet", key) for key in wanted]


def test_the_tile_one_stands_on_keeps_the_focus_when_figures_change(screen, hall, groups):
    screen.groups.tiles[3].setFocus()
    screen.changed(fill(hall, groups["LIV"], "Kemacetan"))
    settle(screen)
    assert screen.groups.tiles[3].hasFocus()
    assert "Diserahkan" in screen.groups.tiles[3].accessibleName()


def test_every_tile_has_a_name_and_room_for_its_words(screen):
    assert not nameless(screen.groups)
    for tile in screen.groups.tiles:
        assert tile.width() >= tile.fontMetrics().horizontalAdvance("GOV 12 baris")
        assert tile.height() >= 2 * tile.fontMetrics().height()


def test_the_stage_of_the_groups_asks_for_their_sheets_next(screen, hall, groups):
    assert screen.next.lead.text() == "Analisis isu daerah"
    assert screen.next.soft.text() == "6 dari 6 dimensi belum menyerahkan kertas kerja."
    for code in groups:
        fill(hall, groups[code], "Isu")
    screen.arrive()
    settle(screen)
    assert screen.next.lead.text() == "Laporan sesi"
    assert screen.next.soft.text() == "Semua 6 dimensi sudah menyerahkan kertas kerja."
    screen.show_stage(2)
    assert screen.next.lead.text() == "Baca Renstra setiap OPD"
    screen.changed(hall.adopt("Diskominfo", plan())[1])
    settle(screen)
    assert "OPD belum menyerahkan" in screen.next.soft.text()


def test_more_dimensions_than_fit_go_into_a_second_line(qtbot, dressed):
    assert dressed
    strip = GroupStrip()
    qtbot.addWidget(strip)
    sheet = Worksheet(id=RowId("w"), title="Isu", stage=1, filled_by=BY_DIMENSION, rows_from="free")
    places = tuple(
        SheetPlace(RowId(f"d{number}"), sheet.id, "belum", short=f"P{number}", name=f"Pilar {number}")
        for number in range(9)
    )
    strip.show_groups([(sheet, places)])
    strip.resize(800, 200)
    strip.show()
    tops = [tile.y() for tile in strip.tiles]
    assert len(set(tops)) == 2
    assert tops == sorted(tops)


def test_without_a_worksheet_of_groups_the_stage_asks_as_before():
    assert next_of(Home(), 1).lead == "Baca Renstra setiap OPD"
