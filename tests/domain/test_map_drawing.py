"""A person marks one column, and those of the same kind follow."""

import pytest

from smartcity_desktop.domain.map_drawing import (
    CHOICES,
    Drawing,
    dated,
    filled,
    headed,
    marked,
    repeated,
    unmarked,
    words_of,
)
from smartcity_desktop.domain.table_map import MapColumn, missing


def told(columns):
    return [words_of(item) for item in columns]


def test_columns_whose_headings_differ_by_their_year_follow_the_first():
    columns = unmarked(("Nama Kerja", "Hasil 26", "Uang 26", "Hasil 27", "Uang 27", "Hasil 29", "Uang 29"))
    columns = marked(columns, 0, "name")
    columns = marked(columns, 1, "target")
    assert told(columns) == ["Program/kegiatan", "Target 2026", "", "Target 2027", "", "Target 2029", ""]
    columns = marked(columns, 2, "money")
    assert told(columns)[2::2] == ["Pagu 2026", "Pagu 2027", "Pagu 2029"]
    assert missing(columns) == ""


def test_columns_with_the_same_heading_are_of_one_year_after_the_other():
    columns = unmarked(("Program", "Target", "Rp", "Target", "Rp", "Target", "Rp"))
    columns = marked(marked(columns, 1, "target", years=("2025", "2026")), 2, "money", years=("2025",))
    assert told(columns)[1:] == [
        "Target 2025",
        "Pagu 2025",
        "Target 2026",
        "Pagu 2026",
        "Target 2027",
        "Pagu 2027",
    ]


def test_another_year_moves_those_that_follow():
    columns = marked(unmarked(("Rp", "Rp", "Rp")), 0, "money", years=("2025",))
    assert told(dated(columns, 0, "2027")) == ["Pagu 2027", "Pagu 2028", "Pagu 2029"]
    ordinal = dated(columns, 0, "Tahun-1")
    assert [item.year for item in ordinal] == ["Tahun-1", "Tahun-2", "Tahun-3"]


def test_what_was_said_of_a_column_stays():
    columns = marked(unmarked(("Rp 2025", "Rp 2026", "Rp 2027")), 1, "fund")
    columns = marked(columns, 0, "money")
    assert told(columns) == ["Pagu 2025", "Sumber dana", "Pagu 2027"]
    assert told(marked(columns, 0, "")) == ["", "Sumber dana", "Pagu 2027"]


def test_without_headings_the_last_year_is_repeated_to_the_right_as_far_as_there_is_data():
    columns = unmarked(("",) * 8)
    columns = marked(marked(columns, 1, "target", years=("2025",)), 2, "money", years=("2025",))
    assert told(columns)[:4] == ["", "Target 2025", "Pagu 2025", ""]
    held = filled([("a", "1", "2", "3", "", "5", "", ""), ("", "", "", "", "4", "", "6", "")], 8)
    assert told(repeated(columns, held))[3:] == ["Target 2026", "Pagu 2026", "Target 2027", "Pagu 2027", ""]
    assert repeated(unmarked(("", "")), [True, True]) == unmarked(("", ""))


def test_the_second_column_of_one_kind_without_a_heading_is_of_the_next_year():
    columns = unmarked(("a", "b", "c", "d"))
    for place, role in enumerate(("target", "money", "target", "money")):
        columns = marked(columns, place, role, years=("2025",))
    assert told(columns) == ["Target 2025", "Pagu 2025", "Target 2026", "Pagu 2026"]


def test_a_starting_condition_has_the_year_of_its_heading_or_none():
    columns = marked(unmarked(("Kondisi awal", "Capaian 2024")), 0, "baseline")
    assert told(marked(columns, 1, "baseline")) == ["Kondisi awal", "Kondisi awal 2024"]
    twice = marked(unmarked(("Awal", "Awal")), 0, "baseline")
    assert told(dated(twice, 0, "2024")) == ["Kondisi awal 2024", ""]


def test_another_heading_row_keeps_what_was_said():
    columns = marked(unmarked(("x", "y")), 0, "code")
    assert headed(columns, ("Kode", "Nama", "Rp")) == (
        MapColumn(0, "Kode", "code"),
        MapColumn(1, "Nama"),
        MapColumn(2, "Rp"),
    )
    assert Drawing(2, 2, columns).data == 4


@pytest.mark.parametrize("choice", CHOICES, ids=lambda item: item.words)
def test_every_choice_is_called_what_the_list_calls_it(choice):
    said = words_of(MapColumn(0, "x", choice.role, "", choice.level))
    assert said == (choice.words if choice.role else "")
