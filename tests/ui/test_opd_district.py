"""The column Kecamatan of the screen OPD: there where there are kelurahan, chosen from those that stand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from smartcity_desktop.domain.opd import OpdRow
from tests.ui.planning import on_data, settle
from ui.models import opd_table as columns
from ui.screens.opd.screen import OpdScreen

NAMES = ("Dinas Kesehatan", "Kecamatan Angata", "Kelurahan Ngapa", "Kecamatan Konda", "Kelurahan Potoro")


@pytest.fixture
def show(request, desk, context, qtbot):
    request.getfixturevalue("dressed")

    def make(names):
        on_data(context.lane, lambda: desk.opd.add([OpdRow(name) for name in names]))
        made = OpdScreen(
            opd=desk.opd,
            workshop=desk.workshop,
            renstra=desk.renstra,
            suggest=desk.suggest,
            context=context,
        )
        qtbot.addWidget(made)
        made.resize(1190, 688)
        made.show()
        made.arrive()
        settle(made)
        return made

    return make


def cells(screen):
    model = screen.model
    return [model.index(row, columns.DISTRICT).data() for row in range(model.rowCount())]


def test_the_column_stands_only_where_there_are_kelurahan(show):
    screen = show(NAMES[:2])
    assert screen.table.isColumnHidden(columns.DISTRICT)
    screen.model.setData(screen.model.index(0, columns.KIND), "kelurahan")
    assert not screen.table.isColumnHidden(columns.DISTRICT)
    assert cells(screen) == ["Kecamatan Angata", ""]


def test_another_kecamatan_is_chosen_from_the_list(show):
    screen = show(NAMES)
    assert cells(screen) == ["", "", "Kecamatan Angata", "", "Kecamatan Konda"]
    screen.table.choose(2, columns.DISTRICT)
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    box = screen.table.viewport().findChild(QComboBox, "opd-cell")
    assert [box.itemText(place) for place in range(box.count())] == ["Kecamatan Angata", "Kecamatan Konda"]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    settle(screen)
    assert cells(screen)[2] == "Kecamatan Konda"
    stored = on_data(screen.context.lane, screen._opd.opds)
    assert stored[2].parent == stored[3].id


def test_a_name_of_a_kecamatan_can_be_pasted_and_filled_but_not_emptied(show):
    screen = show(NAMES)
    screen.table.choose(2, columns.DISTRICT)
    for text, found in (
        ("konda", "Kecamatan Konda"),
        ("Luar", "Kecamatan Konda"),
        ("KECAMATAN ANGATA", NAMES[1]),
    ):
        QApplication.clipboard().setText(text)
        QTest.keyClick(screen.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert cells(screen)[2] == found
    QTest.keyClick(screen.table, Qt.Key.Key_Delete)
    assert cells(screen)[2] == NAMES[1]
    chosen = screen.table.selectionModel()
    for row in range(2, 5):
        chosen.select(screen.model.index(row, columns.DISTRICT), chosen.SelectionFlag.Select)
    QTest.keyClick(screen.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    settle(screen)
    assert cells(screen) == ["", "", NAMES[1], "", NAMES[1]]
    stored = on_data(screen.context.lane, screen._opd.opds)
    assert [item.parent for item in stored] == ["", "", stored[1].id, "", stored[1].id]


def test_a_dinas_has_no_kecamatan_to_choose(show):
    screen = show(NAMES)
    assert not screen.model.index(0, columns.DISTRICT).flags() & Qt.ItemFlag.ItemIsEditable
    screen.table.choose(0, columns.DISTRICT)
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert screen.table.currentIndex().row() == 1


def test_the_kecamatan_leaves_room_for_the_long_name_of_an_agency_at_1366_pixels(show):
    long_name = "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah"
    screen = show((*NAMES, long_name))
    assert not screen.table.isColumnHidden(columns.DISTRICT)
    room = screen.table.columnWidth(columns.NAME) - 2 * 6
    assert screen.table.fontMetrics().horizontalAdvance(long_name) <= room
    for column, words in ((columns.RENSTRA, "ada, 2025–2030"), (columns.KIND, "Kecamatan")):
        assert screen.table.fontMetrics().horizontalAdvance(words) <= screen.table.columnWidth(column) - 12
