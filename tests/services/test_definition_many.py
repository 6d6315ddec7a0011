"""Own columns whose cells hold several values, and what of an exercise a report and its guide show."""

import pytest

from smartcity_desktop.domain.definition import Touch, in_summary, new_choice, summarised
from smartcity_desktop.domain.grid import parse, show
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.worksheet import ChoiceLine, choice_lines
from tests.services.test_definition import own_column, said, write


@pytest.fixture
def agencies(desk):
    desk.opd.add([OpdRow(f"Dinas {name}") for name in ("Kesehatan", "Pendidikan")])
    return [item.id for item in desk.opd.opds()]


def shown(desk, worksheet, party, key):
    grid = desk.worksheet.grid(worksheet, party)
    column = next(item for item in grid.columns if item.key == key)
    return [show(column, row.values[key]) for row in grid.rows], [
        mark for row in grid.rows for mark in row.marks if mark.startswith(column.label)
    ]


@pytest.mark.parametrize("kind", ["opd", "dimension", "choice"])
def test_several_values_of_a_cell_outlive_a_column_that_is_to_hold_one(desk, agencies, kind):
    sheet = desk.worksheet.find("L0").id
    column = own_column(desk, sheet, "Bersama", kind)
    for words in ("Merah", "Biru") if kind == "choice" else ():
        lines = choice_lines(desk.definition.read(sheet).column(column.id).choices)
        desk.definition.set_choices(sheet, column.id, (*lines, new_choice(words, lines)))
    desk.definition.set_column(column.id, "many", value=True)
    grid = desk.worksheet.grid(sheet, agencies[0])
    of_grid = next(item for item in grid.columns if item.key == column.key)
    names = [item.label for item in of_grid.offered[:2]]
    both = parse(of_grid, ", ".join(names))
    row = write(desk, sheet, agencies[0], name="Antrean", **{column.key: both})
    assert shown(desk, sheet, agencies[0], column.key) == ([", ".join(names)], [])
    touch = Touch("sheet_column", column.id, "many", value=False)
    assert "lebih dari satu pada 1 isian di 1 lembar" in desk.definition.told(sheet, touch)
    desk.definition.set_column(column.id, "many", value=False)
    words, marks = shown(desk, sheet, agencies[0], column.key)
    assert words == [", ".join(names)]
    assert marks == ["Bersama: lebih dari satu, padahal kolom ini memuat satu saja. Pilih satu."]
    assert said(desk, sheet, agencies[0], column.key) == [both]
    desk.definition.set_column(column.id, "many", value=True)
    assert shown(desk, sheet, agencies[0], column.key) == ([", ".join(names)], [])
    desk.definition.set_kind(sheet, column.id, "long")
    assert said(desk, sheet, agencies[0], column.key) == [", ".join(names)]
    desk.definition.set_kind(sheet, column.id, kind)
    assert said(desk, sheet, agencies[0], column.key) == [both]
    desk.worksheet.set_cells(sheet, agencies[0], [(row, column.key, of_grid.offered[0].value)])
    assert desk.definition.told(sheet, touch) == ""


def test_a_file_and_a_copy_keep_that_a_cell_may_hold_several(desk, tmp_path):
    sheet = desk.worksheet.find("L0").id
    column = own_column(desk, sheet, "Bersama", "opd")
    plain = tmp_path / "satu.kertaskerja"
    desk.definition.save(sheet, plain)
    desk.definition.set_column(column.id, "many", value=True)
    path = tmp_path / "banyak.kertaskerja"
    desk.definition.save(sheet, path)
    for row in (desk.definition.adopt(desk.definition.open(path))[0], desk.definition.copy(sheet, "Dua")[0]):
        assert [item.many for item in desk.definition.read(row).columns if item.label == "Bersama"] == [True]
    told = desk.definition.differences(sheet, desk.definition.open(plain))
    assert [item.words for item in told] == ["Kolom Bersama: boleh lebih dari satu"]


def test_a_choice_in_a_cell_of_several_counts_as_used(desk, agencies):
    sheet = desk.worksheet.find("L0").id
    column = own_column(desk, sheet, "Warna", "choice", [ChoiceLine("Merah"), ChoiceLine("Biru")])
    desk.definition.set_column(column.id, "many", value=True)
    write(desk, sheet, agencies[0], name="Antrean", **{column.key: "Merah;Biru"})
    desk.definition.set_choices(sheet, column.id, [ChoiceLine("Merah")])
    assert desk.definition.read(sheet).column(column.id).choices == "Merah\n-Biru"


@pytest.mark.parametrize(
    ("summary", "shown", "ranked", "after"),
    [
        ("a,b", True, False, "a,b,c"),
        ("a,b", False, True, "a,b,-c"),
        ("-a,b", True, True, "a,b,-c"),
        ("-a,b,c", False, False, "-a,b"),
        ("a,-c", True, False, "a,c"),
        ("", True, False, "c"),
        ("c", False, False, ""),
    ],
)
def test_columns_come_into_the_summary_and_one_of_them_ranks_it(summary, shown, ranked, after):
    assert summarised(summary, "c", shown=shown, ranked=ranked) == after
    assert in_summary(after, "c") == (shown or ranked, ranked)


def test_the_scale_guide_and_summary_of_an_exercise_change_and_its_answers_stay(desk, agencies):
    sheet = desk.worksheet.find("L3").id
    write(desk, sheet, agencies[0], kind="S", text="Pegawai muda", evidence="Data")
    desk.definition.set_field(sheet, "scale", "kuadran")
    keys = {item.key for item in desk.worksheet.grid(sheet, agencies[0]).columns}
    assert {"weight", "rating"} <= keys
    row = desk.worksheet.grid(sheet, agencies[0]).rows[0].row
    desk.worksheet.set_cells(sheet, agencies[0], [(row, "weight", "0.5")])
    desk.definition.set_field(sheet, "scale", "kualitatif")
    assert "weight" not in {item.key for item in desk.worksheet.grid(sheet, agencies[0]).columns}
    desk.definition.set_summary(sheet, "evidence", shown=False, ranked=False)
    assert desk.definition.read(sheet).worksheet.summary == "kind,text"
    desk.definition.set_field(sheet, "scale", "kuadran")
    assert said(desk, sheet, agencies[0], "weight") == ["0.5"]
    assert said(desk, sheet, agencies[0], "evidence") == ["Data"]
    issues = desk.worksheet.find("L1").id
    first = desk.worksheet.places(issues)[0].party
    asked = desk.worksheet.grid(issues, first).guide
    desk.definition.set_field(issues, "guide_from", "")
    assert len(desk.worksheet.grid(issues, first).guide) < len(asked)
