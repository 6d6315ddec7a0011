"""A worksheet written plainly is read in one go, and holds what the sheet library tells of it."""

import io
import re
import zipfile

import openpyxl
import pytest
from openpyxl.styles import Alignment

from smartcity_desktop.exchange import plain_sheet, plain_text, scan, sheets
from smartcity_desktop.exchange.renstra_plan import plan
from tests.exchange.hostile import SHEET, workbook
from tests.exchange.tables import PLAN, written
from tests.exchange.test_scan import CELLS, ODD, ROWS

STYLES = """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="3"><numFmt numFmtId="170" formatCode="0.0%"/>
<numFmt numFmtId="171" formatCode="#,##0&quot; dok&quot;"/>
<numFmt numFmtId="172" formatCode="dd/mm/yyyy"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/>
<xf numFmtId="0"><alignment indent="2"/></xf><xf numFmtId="14"/></cellXfs></styleSheet>"""
STRINGS = """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>satu</t></si>
<si><r><rPr><b/></rPr><t>du</t></r><r><t xml:space="preserve">a </t></r></si>
<si><t>tiga</t><rPh sb="0" eb="1"><t>bunyi</t></rPh></si><si>
<t xml:space="preserve"> A &amp; B_x000D_&lt;&#233;&gt; </t></si></sst>"""
PLAIN = {
    "percentages": '<row r="1"><c r="A1" s="1"><v>0.125</v></c><c r="B1" s="2"><v>1E-2</v></c></row>',
    "figures": '<row r="1"><c r="A1" s="3"><v>007</v></c><c r="B1"><v>-0</v></c><c r="C1"><v>1.5E3</v></c>'
    '<c r="D1"><v>12.345</v></c><c r="E1"><v>123456789012345678</v></c><c r="F1"><v>1e999</v></c></row>',
    "loose": '<row r="1"><c r="A1" t="inlineStr"><is><t> a </t></is></c>'
    '<c r="B1" t="str"><f>A1</f><v> b</v></c><c r="C1" t="str"><v xml:space="preserve"> b</v></c></row>',
    "indents": '<row r="2"><c r="B2" s="5" t="inlineStr"><is><t>a</t></is></c>'
    '<c r="C2" s="5"><v>4</v></c></row>',
    "kept texts": '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
    '<c r="C1" t="s"><v>2</v></c><c r="D1" t="s" s="5"><v>3</v></c></row>',
    "kinds": '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>'
    '<c r="C1" t="e"><v>#N/A</v></c>'
    '<c r="D1" t="str"><f>A1&amp;"x"</f><v>x &amp; y</v></c><c r="E1" t="n"><f>A1</f></c></row>',
    "gaps": '<row r="3" spans="1:3" ht="3" customHeight="1"/>'
    '<row r="5" spans="2:25"><c r="C5"><v>5</v></c></row>'
    '<row r="9"><c r="A9"/></row>',
    "number like its row": '<row r="1" ht="11"><c r="A1" s="1"><v>1</v></c></row>'
    '<row r="2" ht="12"><c r="A2" s="2"><v>1</v></c></row>',
    "breaks": '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> a\r\nb &gt; c > d</t></is></c>'
    "</row>",
    "merged": '<row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="1">'
    '<mergeCell ref="A1:B3"/></mergeCells><sheetData>',
    "nothing": "",
    "a date": '<row r="1"><c r="A1" s="4"><v>45000</v></c></row>',
    "a known date": '<row r="1"><c r="A1" s="6"><v>45000</v></c></row>',
    "no such text": '<row r="1"><c r="A1" t="s"><v>9</v></c></row>',
    "rows in no order": '<row r="4"><c r="A4"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
    "cells in no order": '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
    "no figure": '<row r="1"><c r="A1"><v>tiga</v></c></row>',
}
LEFT = {
    "a date",
    "a known date",
    "no such text",
    "rows in no order",
    "cells in no order",
    "no figure",
}
"""What the sheet library is asked for."""


def book(rows):
    """Return a workbook of one sheet with styles and texts of its own."""
    parts = {"xl/styles.xml": STYLES, "xl/sharedStrings.xml": STRINGS}
    return workbook(SHEET % rows, **parts)


def numbered(rows):
    """Return rows of cells with their numbers."""
    return "".join(f'<row r="{number}">{cells}</row>' for number, cells in enumerate(rows, start=1))


ALL = {
    **{name: book(rows) for name, rows in PLAIN.items()},
    **{f"cells: {name}": book(numbered([cells])) for name, cells in (CELLS | ODD).items()},
    **{f"rows: {name}": book(numbered(rows)) for name, rows in ROWS.items()},
}


def both(content, folder, monkeypatch):
    """Return what the plain reader and what the library tell of a workbook, faults as their names."""
    path = folder / "contoh.xlsx"
    path.write_bytes(content)

    def told():
        try:
            return sheets.read_xlsx(path)
        except Exception as fault:  # noqa: BLE001 - both sides have to end in the same way
            return repr(fault)

    quick = told()
    with monkeypatch.context() as patch:
        patch.setattr(plain_sheet, "read", lambda *_: None)
        return quick, told()


def is_plain(content):
    """Tell whether the only sheet of a workbook is read without the library."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        styles, strings = scan.styles_of(archive), plain_text.Strings(archive)
        return plain_sheet.read(archive, "xl/worksheets/sheet1.xml", styles, strings) is not None


@pytest.mark.parametrize("name", ALL)
def test_a_plain_sheet_holds_what_the_library_tells(name, tmp_path, monkeypatch):
    quick, told = both(ALL[name], tmp_path, monkeypatch)
    assert quick == told


@pytest.mark.parametrize("name", PLAIN)
def test_what_may_mean_something_else_is_left_to_the_library(name):
    assert is_plain(ALL[name]) == (name not in LEFT)


@pytest.mark.parametrize("name", ODD)
def test_what_is_written_oddly_is_left_to_the_library(name):
    assert not is_plain(ALL[f"cells: {name}"])


@pytest.mark.parametrize("write_only", [True, False])
def test_a_workbook_of_another_program_is_read_the_same(write_only, tmp_path, monkeypatch):
    made = openpyxl.Workbook(write_only=write_only)
    sheet = made.create_sheet("Satu") if write_only else made.active
    for number in range(300):
        sheet.append([number, f"teks {number % 7}", None, number / 8, f" {number} & <b>\n", number > 9, ""])
    if not write_only:
        sheet["D4"].number_format = "0%"
        sheet["B5"].alignment = Alignment(indent=3)
        sheet.merge_cells("A7:C8")
        sheet["G9"] = "=1+1"
    made.save(tmp_path / "asal.xlsx")
    content = (tmp_path / "asal.xlsx").read_bytes()
    quick, told = both(content, tmp_path, monkeypatch)
    assert quick == told
    assert is_plain(content)


MANY = {
    "tidy": ("Layanan dasar", "12", ""),
    "blanks at the ends": (" Layanan ", "12", ""),
    "a tab inside": ("Layanan\tdasar", "12", ""),
    "no sign of ours": ("Layanan \u2013 dasar", "0", ""),
    "an entity": ("A &amp; B", "7", ""),
    "an escape": ("A_x000D_B", "7", ""),
    "a fraction": ("Layanan", "0.5", ""),
    "noughts in front": ("Layanan", "007", ""),
    "below nought": ("Layanan", "-3", ""),
    "sixteen digits": ("Layanan", "1234567890123456", ""),
    "longer than a cell": ("x" * 33_000, "7", ""),
    "a formula": ("Layanan", "7", "<f>SUM(A1:A9)</f>"),
}
"""What the last rows of many hold: a text, a figure, a formula before it."""


@pytest.mark.parametrize("name", MANY)
@pytest.mark.parametrize("step", [1, 3])
def test_rows_after_many_of_their_shape_hold_what_the_library_tells(name, step, tmp_path, monkeypatch):
    text, figure, formula = MANY[name]
    given = [*[("Program", "1500", formula)] * 70, *[(text, figure, formula)] * 3, ("Program", "9", formula)]
    rows = "".join(
        f'<row r="{number}" spans="1:4"><c r="B{number}" t="inlineStr"><is><t>{words}</t></is></c>'
        f'<c r="C{number}" s="1">{before}<v>{value}</v></c><c r="D{number}">{before}<v>{value}</v></c>'
        f'<c r="E{number}" s="5" t="s"><v>{number % 3}</v></c></row>'
        for number, (words, value, before) in enumerate(given, start=1)
    )
    if step > 1:
        rows = re.sub(r'(r="[B-E]?)([0-9]+)"', lambda found: f'{found[1]}{int(found[2]) * step}"', rows)
    quick, told = both(book(rows), tmp_path, monkeypatch)
    assert quick == told
    assert is_plain(book(rows))


@pytest.mark.parametrize("last", [40, 2_000_000])
def test_a_row_out_of_place_after_many_of_its_shape_is_never_put_elsewhere(last):
    places = [*range(1, 80), last]
    rows = "".join(f'<row r="{at}"><c r="C{at}"><v>1</v></c></row>' for at in places)
    with zipfile.ZipFile(io.BytesIO(book(rows))) as archive:
        if last > len(places):
            with pytest.raises(scan.TooBig):
                plain_sheet.read(archive, "xl/worksheets/sheet1.xml", [], plain_text.Strings(archive))
        else:
            assert not is_plain(book(rows))


def test_a_stray_far_cell_is_too_big():
    content = book(numbered(['<c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c>']))
    with zipfile.ZipFile(io.BytesIO(content)) as archive, pytest.raises(scan.TooBig):
        plain_sheet.read(archive, "xl/worksheets/sheet1.xml", [], plain_text.Strings(archive))


def test_rows_that_are_all_different_are_left_to_the_library(monkeypatch):
    rows = numbered(f'<c r="A{number}" s="{number % 3}"><v>1</v></c>' for number in range(1, 9))
    assert is_plain(book(rows))
    monkeypatch.setattr(plain_sheet, "_MOST_SHAPES", 2)
    assert not is_plain(book(rows))


def test_a_draft_is_the_same_whoever_reads_the_sheet(tmp_path, monkeypatch):
    path = written(PLAN).save(tmp_path / "contoh.xlsx")
    quick = plan(sheets.read_xlsx(path), path.name)
    assert quick.lines
    monkeypatch.setattr(plain_sheet, "read", lambda *_: None)
    assert plan(sheets.read_xlsx(path), path.name) == quick
