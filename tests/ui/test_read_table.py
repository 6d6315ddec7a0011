"""A table to read keeps the column of its names readable where the others take the room."""

import pytest

from ui import theme
from ui.models.read_table import ReadLine
from ui.widgets.read_table import ReadTable

NAME = "Penyelenggaraan Lalu Lintas dan Angkutan Jalan"


@pytest.fixture
def build(dressed, qtbot):
    """Show a table 400 pixels wide, of a long name and two columns of 200 pixels with these texts."""
    assert dressed

    def made(text):
        table = ReadTable("read", "Daftar", 0)
        qtbot.addWidget(table)
        table.resize(400, 200)
        table.show()
        table.show_lines(("Nama", "Satu", "Dua"), [ReadLine("a", (NAME, text, text))], {1: 200, 2: 200})
        return table

    return made


def test_columns_wider_than_their_texts_give_way_to_the_names(build):
    table = build("ya")
    assert table.columnWidth(0) >= theme.scaled(100)
    assert table.horizontalScrollBar().maximum() == 0


def test_a_table_full_of_texts_rolls_rather_than_hiding_the_names(build):
    table = build("Kabupaten Konawe Kepulauan")
    assert table.columnWidth(0) == theme.scaled(100)
    assert table.horizontalScrollBar().maximum() > 0
    table.resize(900, 200)
    assert table.horizontalScrollBar().maximum() == 0
    assert sum(table.columnWidth(column) for column in range(3)) == table.viewport().width()


def test_only_columns_whose_texts_are_others_are_measured_anew(build, monkeypatch):
    table = build("ya")
    measured = []

    def measure(column):
        measured.append(column)
        return ReadTable.sizeHintForColumn(table, column)

    monkeypatch.setattr(table, "sizeHintForColumn", measure)
    heads, widths = ("Nama", "Satu", "Dua"), {1: 200, 2: 200}
    table.show_lines(heads, [ReadLine("a", (NAME, "ya", "tidak sama sekali"))], widths)
    assert set(measured) == {2}
    narrow = table.columnWidth(1)
    table.show_lines(heads, [ReadLine("a", (NAME, "Kabupaten Konawe Kepulauan di Sulawesi", "ya"))], widths)
    assert table.columnWidth(1) > narrow
