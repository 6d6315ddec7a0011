"""Own columns whose cells hold several values, and what of an exercise a report and its guide show."""

import pytest

from smartcity_desktop.domain.definition import Touch, in_summary, new_choice, summarised
from smartcity_desktop.domain.grid import parse, show
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.worksheet import ChoiceLine, choice_lines
from smartcity_desktop.errors import UserFault
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


def test_a_copy_of_the_reading_keeps_the_programs_as_rows_and_has_answers_of_its_own(
    desk, with_plan, tmp_path
):
    reading = desk.worksheet.find("L5")
    told = desk.definition.copy_told(reading.id)
    assert told.startswith("Barisnya sama: program Renstra tiap OPD. Jawabannya terpisah dari L5")
    assert "Kolom Dimensi hanya sampai dimensi" in told
    rows = [item.row for item in desk.worksheet.grid(reading.id, with_plan).rows]
    desk.worksheet.set_cells(reading.id, with_plan, [(rows[0], "relevant", "ya")])
    copy, _ = desk.definition.copy(reading.id, "Baca ulang")
    grid = desk.worksheet.grid(copy, with_plan)
    assert [item.row for item in grid.rows] == rows
    assert [item.label for item in grid.columns] == [
        item.label for item in desk.worksheet.grid(reading.id, with_plan).columns
    ]
    choice = next(item for item in grid.columns if item.key == "relevant")
    assert [item.label for item in choice.choices] == ["Ya", "Sebagian", "Tidak"]
    desk.document.paste("misi", "Air bersih")
    issue = desk.document.points("misi")[0].id
    cells = [(rows[0], "relevant", "tidak"), (rows[0], "also", issue), (rows[1], "relevant", "ya")]
    desk.worksheet.set_cells(copy, with_plan, cells)
    assert said(desk, copy, with_plan, "relevant")[:2] == ["tidak", "ya"]
    assert said(desk, copy, with_plan, "also")[0] == issue
    assert said(desk, reading.id, with_plan, "relevant")[:2] == ["ya", ""]
    assert [(item.done, item.total) for item in desk.worksheet.places(copy)] == [(2, 2)]
    path = tmp_path / "baca.kertaskerja"
    desk.definition.save(copy, path)
    again, _ = desk.definition.adopt(desk.definition.open(path))
    assert [item.row for item in desk.worksheet.grid(again, with_plan).rows] == rows
    assert set(said(desk, again, with_plan, "relevant")) == {""}
    assert desk.check() == []


def test_a_copy_of_the_road_map_keeps_programs_and_years(desk, agencies):
    source = desk.worksheet.find("L7").id
    party = desk.worksheet.places(source)[0].party
    program = write(desk, source, party, name="Satu loket")
    road = desk.worksheet.find("L9").id
    desk.worksheet.set_cells(road, party, [(program, "milestone@1", "Rancangan")])
    copy, _ = desk.definition.copy(road, "Peta jalan kedua")
    keys = [item.key for item in desk.worksheet.grid(copy, party).columns]
    assert "milestone@6-10" in keys
    desk.worksheet.set_cells(copy, party, [(program, "milestone@2", "Dibangun")])
    assert said(desk, copy, party, "milestone@1") == [""]
    assert said(desk, copy, party, "milestone@2") == ["Dibangun"]
    assert said(desk, road, party, "milestone@1") == ["Rancangan"]
    column = next(item for item in desk.definition.read(copy).columns if item.key == "milestone")
    with pytest.raises(UserFault, match="column-kind-fixed"):
        desk.definition.set_kind(copy, column.id, "long")
    desk.definition.set_column(column.id, "hidden", value=True)
    desk.definition.set_column(column.id, "hidden", value=False)
    assert said(desk, copy, party, "milestone@2") == ["Dibangun"]
    assert agencies
    assert desk.definition.copy_told(source) == ""


def test_a_copy_of_the_mapping_keeps_the_relevant_programs(desk, with_plan):
    reading, mapping = desk.worksheet.find("L5").id, desk.worksheet.find("L6").id
    row = desk.worksheet.grid(reading, with_plan).rows[0].row
    party = desk.worksheet.places(mapping)[0].party
    desk.worksheet.set_cells(reading, with_plan, [(row, "relevant", "ya"), (row, "dimension", party)])
    copy, _ = desk.definition.copy(mapping, "Pemetaan kedua")
    assert [item.row for item in desk.worksheet.grid(copy, party).rows] == [row]
    desk.worksheet.set_cells(copy, party, [(row, "plan_same", "tidak")])
    assert said(desk, copy, party, "plan_same") == ["tidak"]
    assert said(desk, mapping, party, "plan_same") == [""]
