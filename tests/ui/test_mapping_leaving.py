"""A mapping that was drawn is not lost by one press of Escape."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartcity_desktop.domain.renstra_draft import SourceSheet
from smartcity_desktop.services.table_map import begun
from ui.widgets.map_dialog import MapDialog, MapTask

SHEET = SourceSheet("Lampiran", (("Apa", "Ukuran", "Uang"), ("Taman kota", "Luas", "400")))


@pytest.fixture
def dialog(dressed, qtbot):
    assert dressed
    made = MapDialog(MapTask([(SHEET, begun(SHEET))], "lampiran.csv"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_nothing_drawn_is_left_by_one_escape(dialog):
    QTest.keyClick(dialog.grid, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_drawn_is_left_by_a_second_escape_only(dialog):
    QTest.keyClicks(dialog.grid, "P")
    QTest.keyClick(dialog.grid, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.lacks.text() == "Peta ini belum disimpan. Esc sekali lagi menutupnya."
    QTest.keyClicks(dialog.grid, "X")
    assert "Esc" not in dialog.lacks.text(), "drawing goes on"
    for _ in range(2):
        QTest.keyClick(dialog.grid, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
