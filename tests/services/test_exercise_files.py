"""Every worksheet of the shelf and every kind of column: out as a spreadsheet, filled in there, and back."""

from datetime import date

import openpyxl
import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.worksheet import BY_ASSESSOR
from smartcity_desktop.services.worksheet import read_book, write_book
from smartcity_desktop.storage import reference
from tests.exercises import DEFINITIONS, add
from tests.services.conftest import plan

HEAD, FIRST = 4, 5
SHELF = [item.code for item in reference.worksheet_definitions()]
TYPED = {
    "text": "Isi Jum'at <b>",
    "long": "Isi Jum'at <b>\nbaris kedua",
    "int": 7,
    "year": 2026,
    "money": 1250000000,
    "date": date(2026, 8, 12),
    "decimal": 0.25,
    "score": 3,
}
"""What a table types into a spreadsheet, by kind of column; a choice is taken from its list."""
RAW = TYPED | {
    "int": "7",
    "year": "2026",
    "money": "1250000000",
    "date": "2026-08-12",
    "decimal": "0.25",
    "score": "3",
}


@pytest.fixture
def hall(desk):
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes", "1"), OpdRow("Dinas Sosial", "Dinsos", "1")])
    opd = desk.opd.opds()[0].id
    desk.renstra.adopt(opd, plan())
    home = desk.workshop.dimensions()[0].id
    line = desk.worksheet.grid(desk.worksheet.find("L5").id, opd).rows[0].row
    desk.worksheet.set_cells(
        desk.worksheet.find("L5").id, opd, [(line, "relevant", "ya"), (line, "dimension", home)]
    )
    for code, key in (("L3", "text"), ("L7", "name"), ("L10", "name")):
        sheet = desk.worksheet.find(code).id
        cells = [(row, key, f"Satu {row[-4:]}") for row in desk.worksheet.new_rows(2)]
        desk.worksheet.set_cells(sheet, desk.worksheet.places(sheet)[0].party, cells)
    desk.worksheet.add_assessors(desk.worksheet.find("L10N").id, ["Dr. Ratna", "Budi"])
    return desk


def column_of(page, key):
    return next(cell.column for cell in page[HEAD - 1] if cell.value == key)


def typed(column):
    """Return what is typed into a cell of this column, and the raw value it becomes; None for no answer."""
    if column.choices:
        chosen = column.offered[0]
        return chosen.code if column.kind == "rows" and chosen.code else chosen.label, chosen.value
    if column.kind not in TYPED:
        return None
    return TYPED[column.kind], RAW[column.kind]


def round_trip(desk, worksheet, party, path):
    """Fill the first row of a sheet in a spreadsheet; return what was typed and what stands afterwards."""
    grid = desk.worksheet.grid(worksheet, party)
    write_book([grid], desk.workshop.get().id, path)
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    at = FIRST + (len(grid.rows) if grid.worksheet.takes_rows else 0)
    wanted = {}
    for column in grid.columns:
        told = typed(column) if column.is_editable else None
        if told is not None:
            page.cell(at, column_of(page, column.key)).value = told[0]
            wanted[column.key] = told[1]
    book.save(path)
    (taken,) = desk.worksheet.taken(read_book(path))
    assert taken.refused == ()
    assert taken.differing == ()
    desk.worksheet.adopt([taken])
    rows = desk.worksheet.grid(worksheet, party).rows
    row = rows[len(grid.rows)] if grid.worksheet.takes_rows else rows[0]
    return wanted, {key: row.values[key] for key in wanted}


@pytest.mark.parametrize("code", SHELF)
def test_every_worksheet_of_the_shelf_goes_out_and_comes_back(hall, code, tmp_path):
    sheet = hall.worksheet.find(code)
    party = hall.worksheet.places(sheet.id)[0].party
    wanted, found = round_trip(hall, sheet.id, party, tmp_path / "a.xlsx")
    assert wanted
    assert found == wanted
    again = tmp_path / "b.xlsx"
    write_book([hall.worksheet.grid(sheet.id, party)], hall.workshop.get().id, again)
    (taken,) = hall.worksheet.taken(read_book(again))
    assert taken.is_empty, "what nobody touched changes nothing"


@pytest.mark.parametrize("code", [code for code in DEFINITIONS if code != "TG"])
def test_every_kind_goes_out_and_comes_back(hall, code, tmp_path):
    known = add(hall, *DEFINITIONS)
    for maker, key in (("TF", "text"), ("TI", "name"), ("TC", "name")):
        (row,) = hall.worksheet.new_rows(1)
        hall.worksheet.set_cells(
            known[maker], hall.worksheet.places(known[maker])[0].party, [(row, key, "Satu")]
        )
    if DEFINITIONS[code].filled_by == BY_ASSESSOR:
        hall.worksheet.add_assessors(known[code], ["Dr. Ratna"])
    party = hall.worksheet.places(known[code])[0].party
    wanted, found = round_trip(hall, known[code], party, tmp_path / "a.xlsx")
    assert found == wanted
    assert wanted


def test_a_sheet_of_the_room_and_two_of_assessors_are_numbered_when_they_come_back(hall, tmp_path):
    known = add(hall, "TK")
    path = tmp_path / "a.xlsx"
    write_book([hall.worksheet.grid(known["TK"], known["TK"])], hall.workshop.get().id, path)
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    page.cell(FIRST, column_of(page, "text")).value = "Nyaman"
    book.save(path)
    hall.worksheet.adopt(hall.worksheet.taken(read_book(path)))
    assert hall.worksheet.sheet(known["TK"], known["TK"]).number == "TK-01"


def test_soft_warnings_are_comments_on_the_cells_they_ask_for(hall, tmp_path):
    (known,) = add(hall, "TW").values()
    party = hall.worksheet.places(known)[0].party
    (row,) = hall.worksheet.new_rows(1)
    hall.worksheet.set_cells(known, party, [(row, "text", "Menyusun SOP")])
    path = tmp_path / "a.xlsx"
    write_book([hall.worksheet.grid(known, party)], hall.workshop.get().id, path)
    page = openpyxl.load_workbook(path).worksheets[0]
    assert page.cell(FIRST, column_of(page, "due")).comment.text == "Due belum diisi."
    assert page.cell(FIRST, column_of(page, "text")).comment is None
    assert page.cell(HEAD, column_of(page, "due")).comment.text == "Isi due."


def test_choices_and_scores_are_lists(hall, tmp_path):
    known = add(hall, "TF", "TP")
    grids = [
        hall.worksheet.grid(row, hall.worksheet.places(row)[0].party) for row in (known["TF"], known["TP"])
    ]
    path = tmp_path / "a.xlsx"
    write_book(grids, hall.workshop.get().id, path)
    factor, part = openpyxl.load_workbook(path).worksheets[:2]
    assert [item.formula1 for item in part.data_validations.dataValidation] == ['"0,1,2,3,4"']
    assert any("_pilihan" in item.formula1 for item in factor.data_validations.dataValidation)


def test_what_the_grid_copies_it_takes_again(hall):
    from smartcity_desktop.domain.grid import parse, show

    known = add(hall, "TF", "TW", "TP")
    for code in known:
        party = hall.worksheet.places(known[code])[0].party
        for column in hall.worksheet.grid(known[code], party).columns:
            told = typed(column) if column.is_editable else None
            if told is not None:
                assert parse(column, show(column, told[1])) == told[1], column.key


def test_a_file_of_a_whole_worksheet_has_a_sheet_for_each_agency(hall, tmp_path):
    sheet = hall.worksheet.find("L3").id
    grids = [hall.worksheet.grid(sheet, place.party) for place in hall.worksheet.places(sheet)]
    path = tmp_path / "a.xlsx"
    write_book(grids, hall.workshop.get().id, path)
    assert openpyxl.load_workbook(path).sheetnames[:2] == ["L3-01", "L3-02"]
    assert len(hall.worksheet.taken(read_book(path))) == 2
