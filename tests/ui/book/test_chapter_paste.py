"""What a person copied elsewhere: its words, lists and tables come along, its looks do not."""

from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.book_text import parse, written
from ui.models.chapter_paste import from_html, from_plain, to_html

WORD = """Version:1.0\r\nStartHTML:0000\r\n<html xmlns:o="urn:o"><head><style>p {color:red}</style>
<!--[if gte mso 9]><xml><o:x>sampah</o:x></xml><![endif]--></head><body lang=IN><!--StartFragment-->
<h1>Pendahuluan<o:p></o:p></h1>
<p class=MsoNormal><span style='font-family:Arial'>Kota <b style='mso-bidi-font-weight:normal'>maju</b>,
<i>cerdas</i>&nbsp;<span style='display:none'>rahasia</span><del>lama</del>.</span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>
<![endif]>Satu (a)</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span
style='font-family:Symbol;mso-list:Ignore'>\u00b7<span>&nbsp; </span></span>Rincian</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>
&nbsp;</span></span>Dua</p>
<table class=MsoTableGrid><tr><td><p>OPD</p></td><td><p>Pagu</p></td></tr>
<tr><td><p>Dinas</p><p>Kesehatan</p></td><td><p>1.000</p></td></tr></table>
<!--EndFragment--></body></html>"""


def test_a_page_of_word_keeps_headings_emphasis_lists_and_tables():
    assert written(from_html(WORD)) == (
        "## Pendahuluan\n\n"
        "Kota **maju**, *cerdas* .\n\n"
        "1. Satu (a)\n  - Rincian\n2. Dua\n\n"
        "| OPD | Pagu |\n| Dinas Kesehatan | 1.000 |"
    )


def test_lists_of_a_web_page_keep_their_two_levels():
    page = "<ul><li>a<ol><li>b</li><li>c<ul><li>d</ul></li></ol></li><li>e</li></ul><p>f<br>g</p>"
    assert written(from_html(page)) == "- a\n  1. b\n  2. c\n  - d\n- e\n\nf\n\ng"


def test_a_document_of_google_is_not_bold_all_over():
    page = '<b style="font-weight:normal"><p><span style="font-weight:700">x</span> y</p></b>'
    assert written(from_html(page)) == "**x** y"


def test_scripts_and_comments_leave_nothing():
    assert from_html("<script>alert(1)</script><!-- x --><style>p{}</style><p> \u200b</p>") == ()


def test_plain_lines_with_signs_are_lists_and_lines_with_tabs_a_table():
    text = "Pengantar\n\u2022\tsatu\n\u2022\tdua\n1. a\n2. b\nOPD\tPagu\nDinas\t10"
    assert (
        written(from_plain(text))
        == "Pengantar\n\n- satu\n- dua\n\n1. a\n2. b\n\n| OPD | Pagu |\n| Dinas | 10 |"
    )


@given(st.text(st.one_of(st.sampled_from("<>/=\"'& bptrdulo1-!"), st.characters()), max_size=80))
def test_whatever_lies_on_a_clipboard_can_be_pasted(text):
    for blocks in (from_html(text), from_html(f"<table><tr><td>{text}"), from_plain(text)):
        assert parse(written(blocks)) == parse(written(parse(written(blocks))))


def test_what_is_copied_for_other_programs_comes_back():
    text = "## A\n\n**b** *c* <d>\n\n- e\n- f\n\n| g | h |\n| 1 | 2 |"
    assert written(from_html(to_html(parse(text)))) == text


def test_cells_stay_below_their_heads_where_others_reach_over_columns_and_rows():
    page = (
        "<table><tr><td rowspan=2>OPD</td><td colspan=2>Pagu</td></tr><tr><td>2026</td><td>2027</td></tr>"
        "<tr><td>Dinas</td><td>1</td><td>2</td></tr></table>"
    )
    assert written(from_html(page)) == "| OPD | Pagu |  |\n|  | 2026 | 2027 |\n| Dinas | 1 | 2 |"


def test_the_rows_that_excel_marks_inside_of_its_table_are_a_table():
    page = (
        "<html><table width=128><!--StartFragment--><col width=64><tr height=20><td>No</td>"
        "<td>Nama</td></tr><tr><td>1</td><td>Desa &amp; kota</td></tr><!--EndFragment--></table></html>"
    )
    assert written(from_html(page)) == "| No | Nama |\n| 1 | Desa & kota |"


def test_a_second_paragraph_of_an_item_stays_in_it():
    page = "<ol><li><p>satu</p><p>lanjutan</p></li><li>dua</li></ol><p>akhir</p>"
    assert written(from_html(page)) == "1. satu lanjutan\n2. dua\n\nakhir"


def test_the_caption_of_a_table_comes_along_above_it():
    page = "<table><caption>Tabel 1 Pagu</caption><tr><th>OPD</th></tr><tr><td>Dinas</td></tr></table>"
    assert written(from_html(page)) == "Tabel 1 Pagu\n\n| OPD |\n| Dinas |"


def test_a_heading_is_not_bold_besides():
    assert written(from_html("<h2><b>Judul</b> <i>baru</i></h2>")) == "## Judul *baru*"


@given(
    st.lists(
        st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=1, max_size=4),
        min_size=1,
        max_size=5,
    )
)
def test_no_cell_is_lost_however_far_the_others_reach(rows):
    cells = iter(range(100))
    page = "".join(
        "<tr>"
        + "".join(f'<td colspan="{wide}" rowspan="{high}">sel{next(cells)}.</td>' for wide, high in row)
        + "</tr>"
        for row in rows
    )
    text = written(from_html(f"<table>{page}</table>"))
    for place in range(sum(map(len, rows))):
        assert text.count(f"sel{place}.") == 1


def test_a_list_that_begins_later_keeps_its_numbers():
    assert written(from_plain("3. tiga\n4. empat")) == "3. tiga\n4. empat"
    assert written(from_plain("b. dua")) == "1. dua"
    assert written(from_html("<ol start=3><li>tiga<li>empat</ol>")) == "3. tiga\n4. empat"
    assert written(from_html("<ol start=x><li value=5>lima</ol>")) == "5. lima"
    third = WORD.replace("Ignore'>1.<", "Ignore'>7.<")
    assert "7. Satu (a)\n  - Rincian\n8. Dua" in written(from_html(third))
    blocks = parse("3. tiga\n4. empat")
    assert from_html(to_html(blocks)) == blocks
