"""The look through a workbook: patterns and the parser see the same, and what is odd goes to the parser."""

import io
import random
import zipfile

import openpyxl
import pytest
from openpyxl.styles import Alignment

from smartcity_desktop.domain.plan_code import normal_code
from smartcity_desktop.exchange import scan
from smartcity_desktop.paths import shelf
from tests.exchange.hostile import SHEET, workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CELLS = {
    "plain": '<c r="A1"><v>1</v></c><c r="D1" s="1"/><c r="AB1"></c>',
    "text": '<c r="B2" t="inlineStr"><is><t xml:space="preserve"> Kode </t></is></c>',
    "rich": '<c r="B2" t="inlineStr"><is><r><t>Ko</t></r><r><t>de</t></r></is></c>',
    "no words": '<c r="B2" t="inlineStr"><is><t></t></is></c><c r="C2"><v></v></c>',
    "formula": '<c r="C3"><f>SUM(A1:A2)</f><v>7</v></c><c r="D3"><f t="shared" si="0"/><v>8</v></c>',
    "unsaved": '<c r="C4"><f>SUM(A1:A2)</f></c><c r="D4"><v>1</v></c><c r="E4"><f>1</f><v></v></c>',
    "error": '<c r="E5" t="e"><v>#REF!</v></c>',
    "noted": '<c r="F6"><v>3</v><extLst><ext/></extLst></c>',
}
ROWS = {
    "filled": ['<c r="A1"><v>1</v></c><c r="C1" t="s"><v>4</v></c>', '<c r="B2" s="1"><v>2</v></c>'] * 3,
    "some empty": ['<c r="A1"><v>1</v></c>', '<c r="A2"><v>1</v></c><c r="ZZ2" s="1"/>', ""],
    "one error": ['<c r="A1"><v>1</v></c>', '<c r="B2" t="e"><v>#REF!</v></c>'],
    "another row's cell": ['<c r="A1"><v>1</v></c>', '<c r="B900"><v>1</v></c>'],
    "one formula": ['<c r="A1"><v>1</v></c>', '<c r="B2"><f>A1</f></c>'],
    "over lines": [
        '<c r="A1"><v>1</v></c>',
        '<c r="A2"><v>1</v></c></row>\r\n  <row r="3"><c r="B3"><v>1</v></c>',
    ],
    "spaced text": ['<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>'],
}
ODD = {
    "comment": '<!-- x --><c r="A1"><v>1</v></c>',
    "cdata": '<c r="A1" t="inlineStr"><is><t><![CDATA[<c]]></t></is></c>',
    "no place": '<c><v>1</v></c><c r="C1"><v>1</v></c>',
    "other order": '<c s="0" r="B1"><v>1</v></c>',
    "other quotes": "<c r='B1'><v>1</v></c>",
    "over lines": '<c\nr="B1"><v>1</v></c>',
    "prefix": f'<x:c xmlns:x="{MAIN}" r="B1"><x:v>1</x:v></x:c>',
    "prefix over lines": f'<x:c\nxmlns:x="{MAIN}" r="B1"><x:v>1</x:v></x:c>',
    "prefix behind a tab": f'<x:c\txmlns:x="{MAIN}" r="B1"><x:v>1</x:v></x:c>',
}


def made(*rows):
    """Return a workbook whose only sheet has these rows."""
    inside = "".join(f'<row r="{number}">{cells}</row>' for number, cells in enumerate(rows, start=1))
    return workbook(SHEET % inside)


def both(content, monkeypatch):
    """Return what patterns and what the parser see, and whether the patterns saw all sheets."""
    seen = []
    read = scan._PlainCells.read

    def watched(self, archive, member):
        seen.append(read(self, archive, member))
        return seen[-1]

    with zipfile.ZipFile(io.BytesIO(content)) as archive, monkeypatch.context() as patch:
        patch.setattr(scan._PlainCells, "read", watched)
        quick = scan.scan(archive)
        patch.setattr(scan._PlainCells, "read", lambda *_: False)
        return quick, scan.scan(archive), all(seen)


@pytest.mark.parametrize("name", CELLS)
def test_patterns_see_what_the_parser_sees(name, monkeypatch):
    quick, parsed, plainly = both(made(CELLS[name]), monkeypatch)
    assert quick == parsed
    assert plainly


@pytest.mark.parametrize("chunk", [40, 1 << 18])
@pytest.mark.parametrize("name", ROWS)
def test_rows_are_counted_alike_wherever_the_pieces_end(name, chunk, monkeypatch):
    monkeypatch.setattr(scan, "_CHUNK", chunk)
    quick, parsed, plainly = both(made(*ROWS[name]), monkeypatch)
    assert quick == parsed
    assert parsed[0].cells > 0
    assert plainly


@pytest.mark.parametrize(
    "row",
    [
        '<row r="2"><c r="A2"><v>1</v></c><!-- x --></row>',
        '<row r="2"/><c r="A2"><v>1</v></c></row>',
        '<row r="2"><c r="A2" t="inlineStr"><is><t/>a</t></is></c></row>',
    ],
)
def test_a_row_that_is_not_wholly_understood_is_left_to_the_parser(row, monkeypatch):
    monkeypatch.setattr(scan, "_CHUNK", 40)
    found = scan._PlainCells("S", [])
    content = workbook(SHEET % f'<row r="1"><c r="A1"><v>1</v></c></row>{row}')
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not found.read(archive, "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("name", ODD)
def test_a_sheet_that_is_written_otherwise_is_left_to_the_parser(name, monkeypatch):
    quick, parsed, plainly = both(made(ODD[name]), monkeypatch)
    assert quick == parsed
    assert parsed[0].cells > 0
    assert not plainly


@pytest.mark.parametrize("name", sorted(path.name for path in shelf("sample").glob("*.xlsx")))
def test_the_plans_of_the_sample_are_seen_alike(name, monkeypatch):
    quick, parsed, plainly = both(shelf("sample", name).read_bytes(), monkeypatch)
    assert quick == parsed
    assert plainly


def test_real_plans_are_seen_alike(renstra_folder, monkeypatch):
    for path in sorted(renstra_folder.glob("*.xlsx")):
        quick, parsed, _plainly = both(path.read_bytes(), monkeypatch)
        assert quick == parsed


@pytest.mark.parametrize("seed", range(5))
def test_percentages_and_indents_anywhere_are_seen_alike(seed, monkeypatch):
    chance = random.Random(seed)
    book = openpyxl.Workbook()
    for row in range(1, 400):
        for column in chance.sample(range(1, 40), 8):
            cell = book.active.cell(row, column, chance.choice([0.25, 7, "Program", None, "=1+1", True]))
            cell.number_format = chance.choice(["General", "0%", "0.00"])
            cell.alignment = Alignment(indent=chance.choice([0, 0, 2]))
    kept = io.BytesIO()
    book.save(kept)
    quick, parsed, plainly = both(kept.getvalue(), monkeypatch)
    assert quick == parsed
    assert parsed[0].percent
    assert parsed[0].indent
    assert parsed[0].unsaved
    assert plainly


def test_a_row_longer_than_any_is_left_to_the_parser(monkeypatch):
    monkeypatch.setattr(scan, "_LONGEST_ROW", 100)
    monkeypatch.setattr(scan, "_CHUNK", 50)
    long = "".join(f'<c r="{scan.column_letters(place)}1"><v>{place}</v></c>' for place in range(30))
    quick, parsed, plainly = both(made(long), monkeypatch)
    assert quick == parsed
    assert not plainly


@pytest.mark.parametrize("code", ["2", "2.16", "2.16.02", "2.16.02.2", "2.16.02.2.01", "2.16.02.2.01.0005"])
def test_a_code_in_order_stays_as_it_is_written(code):
    assert normal_code(code) == normal_code(code.replace(".", ",")) == code
