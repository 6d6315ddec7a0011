"""Web pages: spans as a browser lays them, what is not shown is not read, whatever the alphabet."""

import re

import pytest

from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import gate, webpage
from smartcity_desktop.exchange.grids import grids
from smartcity_desktop.exchange.renstra import read_file
from smartcity_desktop.exchange.webpage import decoded
from tests.exchange.office import as_html, html
from tests.exchange.tables import PLAN, understood, written


def read(tmp_path, page):
    path = tmp_path / "renstra.xls"
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return grids(path, gate.check(path, gate.ANY_TABLE))


def rows(tmp_path, page):
    (grid,) = read(tmp_path, page)
    return grid.rows


@pytest.mark.parametrize(
    "before",
    [
        "<style>td{mso-number-format:'\\@'}</style>",
        "<br />\n<b>Notice</b>: Undefined index <br />",
        "\ufeff\n\n<!DOCTYPE html><html><body>",
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><!--[if gte mso 9]><xml></xml><![endif]-->',
        "PHP Warning: Undefined variable $a\n<table><tr><td>Unduhan</td></tr></table>",
    ],
    ids=["style first", "complaint", "page", "excel", "complaint in words"],
)
def test_what_a_web_program_sends_as_xls_is_read(before, tmp_path):
    path = tmp_path / "unduhan.xls"
    path.write_bytes((before + as_html(written(PLAN))).encode())
    assert understood(read_file(path)) == list(PLAN)


def test_a_title_in_a_table_of_its_own_names_the_agency(tmp_path):
    title = "".join(
        f'<tr><td colspan="9">{line}</td></tr>'
        for line in ("RENCANA PROGRAM", "DINAS KOMUNIKASI KOTA CONTOH", "TAHUN 2025-2026")
    )
    path = tmp_path / "unduhan.xls"
    path.write_bytes(f"<table>{title}</table><br>{as_html(written(PLAN))}".encode())
    draft = read_file(path)
    assert understood(draft) == list(PLAN)
    assert (draft.opd_name, len(draft.sheets)) == ("DINAS KOMUNIKASI", 1)
    labelled = "<table><tr><td>Tujuan: kota terang</td></tr></table><table><tr><td>a</td></tr></table>"
    assert len(read(tmp_path, labelled)) == 2


CELLS = {
    "not shown": ('<p style="display: none">lama</p>Jalan', "Jalan"),
    "not shown, short": ("<span hidden>lama</span>Jalan", "Jalan"),
    "deleted": ("<del>lama</del>Jalan", "Jalan"),
    "script": ("Jalan<script>document.write('<td>')</script>", "Jalan"),
    "comment": ("Jalan<!-- lama <td> -->", "Jalan"),
    "condition": ("<![if !supportLists]>Jalan<![endif]>", "Jalan"),
    "lines": ("<p>Jalan</p><div>baru</div><ul><li>1</li></ul>", "Jalan\nbaru\n1"),
    "blanks": ("\n    Jalan\n   baru   ", "Jalan baru"),
    "entities": ("Jalan &amp; jembatan &#8211; 1&nbsp;km", "Jalan & jembatan – 1 km"),
    "form": ('<input type="hidden" value="9"><input value="Jalan">', "Jalan"),
    "choice": ("<select><option>lama</option><option selected>Jalan</option></select>", "Jalan"),
}


@pytest.mark.parametrize("what", CELLS)
def test_a_cell_reads_as_a_browser_shows_it(what, tmp_path):
    content, words = CELLS[what]
    assert rows(tmp_path, f"<table><tr><td>{content}</td><td>x</td></tr></table>") == ((words, "x"),)


def test_hidden_rows_and_cells_are_not_read(tmp_path):
    page = (
        '<table><tr><td>a<td>b<tr style="display:none"><td>c<td>d<tr><td hidden>e<td>f</table>'
        '<table style="border:0"><tr><td>1<td>2<td>3</table>'
    )
    first, second = read(tmp_path, page)
    assert (first.rows, second.rows) == ((("a", "b"), ("", "f")), (("1", "2", "3"),))
    assert first.notes == ("hidden",)


def test_a_span_ends_with_its_group_of_rows_and_one_over_the_edge_adds_no_column(tmp_path):
    page = (
        "<table><thead><tr><th rowspan=9>Kode<th>Nama</thead>"
        '<tbody><tr><td>1<td>a<tr><td colspan="100%">JUMLAH</tbody></table>'
    )
    (grid,) = read(tmp_path, page)
    assert grid.rows == (("Kode", "Nama"), ("1", "a"), ("JUMLAH", ""))
    assert grid.merges == ((2, 0, 2, 1),)


def test_a_cell_that_reaches_one_row_too_far_pushes_no_whole_row_aside(tmp_path):
    whole = "<tr><td>1<td>2<td>3"
    page = f"<table>{whole * 3}<tr><td rowspan=3>a<td>b<td rowspan=3>c<tr><td>d{whole}</table>"
    (grid,) = read(tmp_path, page)
    assert grid.rows[3:] == (("a", "b", "c"), ("", "d", ""), ("1", "2", "3"))
    assert grid.merges == ((3, 0, 4, 0), (3, 2, 4, 2))


def test_the_data_is_taken_out_of_the_tables_that_lay_out_a_page(tmp_path):
    table = written(PLAN)
    menu = "<table><tr><td>Beranda<td>Keluar</table>"
    inside = f"<h2>Renstra Dinas Contoh</h2>{as_html(table)}"
    found = read(tmp_path, f"<table><tr><td colspan=2>{menu}<tr><td>Menu<td>{inside}</table>")
    assert found[-1].rows[-len(table.rows()) :] == table.grid().rows


def test_a_caption_and_the_title_of_the_page_name_the_table(tmp_path):
    table = "<table><caption>Tabel 6.1 Pagu</caption><tr><td>a<td>b</table>"
    (grid,) = read(tmp_path, f"<title>Renstra Dinas Contoh 2025-2029</title>{table}")
    assert grid.name == "Tabel 6.1 Pagu"
    assert [row[0] for row in grid.rows] == ["Renstra Dinas Contoh 2025-2029", "Tabel 6.1 Pagu", "a"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Sya’ban é".encode(), "Sya’ban é"),
        ("\ufeffSya’ban é".encode("utf-16"), "Sya’ban é"),
        ("Sya’ban é".encode("cp1252"), "Sya’ban é"),
        (b'<meta charset="iso-8859-1">' + "Sya’ban".encode("cp1252"), '<meta charset="iso-8859-1">Sya’ban'),
        (b"<meta charset=cp1251>" + "Б".encode("cp1251"), "<meta charset=cp1251>Б"),
        (b"<meta charset=utf-7>\xe9", "<meta charset=utf-7>é"),
    ],
)
def test_the_alphabet_is_found_out(content, words):
    assert decoded(content).lstrip("\ufeff") == words


def test_pages_over_several_tables_are_one_plan(tmp_path):
    table = written(PLAN)
    page = (
        html(table)
        .replace(b"<tr>", b"</table><p>2</p><table><tr>", 8)
        .replace(b"</table><p>2</p><table>", b"", 7)
    )
    path = tmp_path / "renstra.htm"
    path.write_bytes(page)
    assert understood(read_file(path)) == list(PLAN)


NEVER = re.compile(r"(?!)")
PLAIN = "<tr><td>a</td><td>b</td><td>c</td></tr>"
ROWS = {
    "plain": PLAIN,
    "heads and capitals": "<TR>\n <TH>a</TH>\n\t<td >b</Td>  <td>c</td>\n</tr>",
    "attributes": "<tr class=x1 height='20'><td width=64 style='color:red'>a</td><td>b</td><td>c</td></tr>",
    "spans": '<tr><td colspan=2 rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr>',
    "to the end": '<tr><td rowspan="0">a</td><td>b</td><td>c</td></tr><tr><td>b</td><td>c</td></tr>',
    "hidden row": f"<tr style='display: none'><td>x</td><td>y</td></tr><tr hidden><td>x</td></tr>{PLAIN}",
    "hidden cell": '<tr><td hidden>a</td><td style="visibility:hidden">b</td><td>c</td></tr>',
    "entities": '<tr><td title="&gt;">a &amp; b</td><td>&#8211;&nbsp; c</td><td>R&D &copy</td></tr>',
    "lines": "<tr><td>  a\n\t  b </td><td>a<br>b<BR/><br />c</td><td><font color=red> a </font> b</td></tr>",
    "marks": "<tr><td><b>a</b> <i>b</i></td><td><font face='x'>a<br></font></td><td><b><u>c</td></tr>",
    "hidden mark": "<tr><td><b style='display:none'>a</b>b</td><td><font hidden>a</font></td><td>c</td></tr>",
    "other tags": "<tr><td><p>a</p><p>b</p></td><td><span>c</span></td><td><del>d</del></td></tr>",
    "a quote too many": '<tr><td width=5">a</td><td title="a>b">b</td><td>c</td></tr>',
    "a sign in front": "<tr><td>a < b</td><td>1 <2</td><td>&lt;td&gt;</td></tr>",
    "no ends": "<tr><td>a<td>b<td>c<tr><td>d</td><td>e</td><td>f</td>",
    "in a cell": f"<tr><td>a</td><td><table>{PLAIN}{PLAIN}</table></td><td>c</td></tr>",
    "in an open cell": f"<tr><td>a<td>b {PLAIN}",
    "in a caption": f"<caption>Judul {PLAIN}</caption>",
    "in a script": f"<script>var a = '{PLAIN}'; &amp {PLAIN}</script>{PLAIN}",
    "in deleted text": f"<del>{PLAIN}</del>{PLAIN}",
    "in a title": f"<tr><td>a &am{PLAIN}",
    "behind half an entity": f"R&amp{PLAIN}&am{PLAIN}",
    "behind half a tag": f"<tr><td title='{PLAIN}'>x</td></tr>",
    "groups": f"<tbody><tr><td rowspan=9>a</td><td>b</td><td>c</td></tr></tbody><tbody>{PLAIN}</tbody>",
    "nothing": "<tr></tr><tr><td></td><td> </td><td>&nbsp;</td></tr>",
}


@pytest.mark.parametrize("name", ROWS)
def test_a_row_of_nothing_but_texts_reads_as_tag_by_tag(name, tmp_path, monkeypatch):
    page = f"<p>Tabel 1</p><table>{PLAIN * 2}{ROWS[name]}{PLAIN}</table><p>x</p>{ROWS[name]}"
    quick = read(tmp_path, page)
    monkeypatch.setattr(webpage, "_PLAIN_ROW", NEVER)
    assert read(tmp_path, page) == quick
    assert quick


def test_a_row_of_more_cells_than_any_plan_is_refused_also_where_it_is_plain(tmp_path):
    with pytest.raises(UserFault):
        read(tmp_path, f"<table><tr>{'<td>a</td>' * 600}</tr></table>")


def test_cells_that_no_row_was_begun_for_are_a_row_of_their_own(tmp_path):
    page = (
        "<table><thead><th>Kode<th>Program</thead><td>2.16.02</td><td>Satu</td></tr>"
        "<td>2.16.03</td><td>Dua</td></tr><tr><td>2.16.04</td><td>Tiga</td></tr></table>"
    )
    assert rows(tmp_path, page) == (
        ("Kode", "Program"),
        ("2.16.02", "Satu"),
        ("2.16.03", "Dua"),
        ("2.16.04", "Tiga"),
    )
