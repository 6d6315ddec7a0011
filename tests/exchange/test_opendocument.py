"""LibreOffice files and the workbooks of 2003: shares stay percentages, indents and merges are known."""

import pytest

from smartcity_desktop.exchange import gate
from smartcity_desktop.exchange.grids import grids
from tests.exchange import old_office
from tests.exchange.office import OLD_SHEET, open_file, sheet_xml

STYLES = (
    '<style:style style:name="masuk"><style:paragraph-properties fo:margin-left="0.706cm"/></style:style>'
    '<style:style style:name="tutup"><style:table-properties table:display="false"/></style:style>'
)


def read(tmp_path, content):
    path = tmp_path / "renstra.bin"
    path.write_bytes(content)
    return grids(path, gate.check(path, gate.ANY_TABLE))


def sheet(*rows, said='table:name="Satu"'):
    return f"<table:table {said}>{''.join(rows)}</table:table>"


def row(*cells, said=""):
    return f"<table:table-row {said}>{''.join(cells)}</table:table-row>"


def cell(words, said='office:value-type="string"'):
    return f"<table:table-cell {said}><text:p>{words}</text:p></table:table-cell>"


def number(value, kind="float", said=""):
    return cell("x", f'office:value-type="{kind}" office:value="{value}" {said}')


def looked():
    """Return 42.5 % as a share, 12,3450, an indented word and an error, in each kind of workbook."""
    style = f'<Style xmlns:ss="{OLD_SHEET}" ss:ID="%s">%s</Style>'
    styles = style % ("p", '<NumberFormat ss:Format="0.0%"/>') + style % ("i", '<Alignment ss:Indent="2"/>')
    old = (
        '<Row><Cell ss:StyleID="p"><Data ss:Type="Number">0.425</Data></Cell>'
        '<Cell><Data ss:Type="Number">12.345</Data></Cell>'
        '<Cell ss:StyleID="i"><Data ss:Type="String">masuk</Data></Cell>'
        '<Cell ss:Formula="=1/0"><Data ss:Type="Error">#DIV/0!</Data></Cell></Row>'
    )
    open_row = row(
        number(0.425, "percentage"),
        number(12.345),
        cell("masuk", 'office:value-type="string" table:style-name="masuk"'),
        cell("#DIV/0!", 'office:value-type="string" table:formula="of:=1/0"'),
        cell("x"),
    )
    records = (
        old_office.cell(0, 0, 0.425, old_office.PERCENT)
        + old_office.cell(0, 1, 12.345)
        + old_office.cell(0, 2, "masuk", old_office.INDENTED)
        + old_office.record(0x205, b"\0\0\3\0\0\0\x07\1")
    )
    return {
        "ods": open_file(sheet(open_row), styles=STYLES),
        "xml": sheet_xml(old, styles),
        "xls": old_office.workbook(records),
    }


@pytest.mark.parametrize("kind", ["ods", "xml", "xls"])
def test_shares_stay_percentages_and_indents_and_errors_are_known(kind, tmp_path):
    (grid,) = read(tmp_path, looked()[kind])
    assert grid.rows[0][:3] == ("42,5%", "12,3450", "      masuk")
    assert grid.errors == ((0, 3),)


def test_repeated_rows_and_cells_stand_where_they_stand(tmp_path):
    content = sheet(
        row(cell("a", 'table:number-columns-repeated="2" office:value-type="string"'), cell("b")),
        row("<table:table-cell/>", said='table:number-rows-repeated="3"'),
        row(
            '<table:table-cell table:number-columns-repeated="2"/>',
            cell("c"),
            said='table:number-rows-repeated="2"',
        ),
        row(
            '<table:table-cell table:number-columns-repeated="16384"/>',
            said='table:number-rows-repeated="1048570"',
        ),
    )
    (grid,) = read(tmp_path, open_file(content))
    empty = ("", "", "")
    assert grid.rows == (("a", "a", "b"), empty, empty, empty, ("", "", "c"), ("", "", "c"))


def test_dates_words_and_comments(tmp_path):
    note = "<office:annotation><text:p>catatan</text:p></office:annotation>"
    content = sheet(
        row(
            cell("x", 'office:value-type="date" office:date-value="2025-01-31"'),
            cell("x", 'office:value-type="boolean" office:boolean-value="true"'),
            f'<table:table-cell office:value-type="string">{note}<text:p>satu<text:line-break/>dua<text:s/>'
            "<text:tab/>tiga</text:p><text:p>empat</text:p></table:table-cell>",
        )
    )
    (grid,) = read(tmp_path, open_file(content))
    assert grid.rows == (("31-1-2025", "YA", "satu\ndua  tiga\nempat"),)


def test_hidden_sheets_are_told_apart_and_macros_named(tmp_path):
    two = sheet(row(cell("a"))) + sheet(row(cell("b")), said='table:name="Dua" table:style-name="tutup"')
    one, other = read(tmp_path, open_file(two, styles=STYLES, **{"Basic/script-lc.xml": "<x/>"}))
    assert [(grid.name, grid.hidden, grid.notes) for grid in (one, other)] == [
        ("Satu", False, ("macros",)),
        ("Dua", True, ("macros",)),
    ]


def test_deleted_text_of_a_text_document_is_not_read(tmp_path):
    gone = "<text:tracked-changes><text:p>lama</text:p></text:tracked-changes>"
    content = open_file(gone + "<text:h>Tabel 2 Isi</text:h>" + sheet(row(cell("a"), cell("b"))), "text")
    (grid,) = read(tmp_path, content)
    assert (grid.name, grid.rows, grid.notes) == (
        "Tabel 2 Isi",
        (("Tabel 2 Isi", ""), ("a", "b")),
        ("deleted",),
    )


def test_a_formula_of_2003_without_a_value_is_told(tmp_path):
    (grid,) = read(
        tmp_path, sheet_xml('<Row ss:Index="2"><Cell ss:Formula="=1"/><Cell><Data>7</Data></Cell></Row>')
    )
    assert (grid.rows, grid.unsaved) == ((("", ""), ("", "7")), ((1, 0),))


def test_a_comment_in_a_workbook_of_excel_2003_does_not_take_the_place_of_its_cell(tmp_path):
    note = '<Comment ss:Author="a"><ss:Data><B>a:</B> periksa lagi</ss:Data></Comment>'
    row = (
        f'<Row><Cell><Data ss:Type="Number">1500000</Data>{note}</Cell>'
        f'<Cell>{note}</Cell><Cell><Data ss:Type="String">b</Data></Cell></Row>'
    )
    (grid,) = read(tmp_path, sheet_xml(row))
    assert grid.rows == (("1500000", "", "b"),)
