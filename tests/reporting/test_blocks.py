"""Paragraphs and tables of any text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop import reporting
from smartcity_desktop.reporting import blocks, style
from smartcity_desktop.reporting.blocks import Column


@given(st.text(max_size=500))
def test_a_paragraph_says_exactly_what_was_typed(text):
    wanted = "".join(run for _, run in style.runs(" ".join(blocks.lines(text)), style.REGULAR))
    found = blocks.line(text).getPlainText()
    assert re.sub(r"\s+", "", found) == re.sub(r"\s+", "", wanted)


@given(st.text(max_size=200))
def test_plain_text_is_set_as_the_reader_of_markup_sets_it(text):
    found = blocks.line(text)
    read = blocks.Paragraph(blocks.markup(" ".join(blocks.lines(text)), style.REGULAR), style.BODY)
    assert found.text == read.text
    assert [vars(item) for item in found.frags] == [vars(item) for item in read.frags]


@given(st.text(), st.integers(60, 400))
def test_a_text_is_cut_into_lines_without_losing_a_letter(text, limit):
    found = blocks.lines(text, limit)
    assert all(0 < len(line) <= limit for line in found)
    assert re.sub(r"\s", "", "".join(found)) == re.sub(r"\s", "", style.clean(text))


def test_a_word_of_more_than_60_letters_is_broken():
    assert blocks.lines("a" * 130) == [f"{'a' * 60} {'a' * 60} {'a' * 10}"]


def test_a_long_text_is_cut_between_words():
    found = blocks.lines("kata " * 1000)
    assert [len(line) <= 2000 for line in found] == [True, True, True]
    assert all(line.startswith("kata") and line.endswith("kata") for line in found)


def test_after_a_thousand_lines_the_rest_runs_on():
    found = blocks.lines("\n".join(str(number) for number in range(3000)))
    assert len(found) < 1020
    assert found[1000].startswith("1000 / 1001 / 1002")


def test_a_capped_text_shows_that_it_was_cut():
    assert blocks.capped("a" * 50, 10) == "a" * 10 + "…"
    assert blocks.capped("pendek", 10) == "pendek"
    assert blocks.capped("1\n2\n3\n4\n5\n6") == "1\n2\n3\n4 5 6"


def test_only_one_file_makes_paragraphs():
    folder = Path(reporting.__file__).parent
    made = re.compile(r"(?<!case )\bParagraph\(")
    assert [path.name for path in folder.glob("*.py") if made.search(path.read_text("utf-8"))] == [
        "blocks.py"
    ]


@given(
    st.lists(st.tuples(st.text(max_size=40), st.floats(0, 200)), min_size=1, max_size=60), st.floats(300, 900)
)
def test_columns_fill_the_width_and_none_is_too_narrow_for_a_letter(given_columns, total):
    found = blocks.widths([Column(head, width) for head, width in given_columns], total)
    assert sum(found) == pytest.approx(total)
    assert min(found) >= min(17.9, total / len(found) - 0.01)


def test_the_longest_word_stays_whole_where_all_columns_have_room_for_theirs():
    columns = [Column("Isu", 200), Column("Dimensi", 10), Column("Catatan", 200)]
    rows = [["angkutan umum", "LIV Telekomunikasi dan transportasi", "kesepakatan"]]
    word = style.text_width("Telekomunikasi", style.CELL.fontName, style.CELL.fontSize) + 8
    assert blocks.widths(columns, 300, blocks.content_need(columns, rows, 300))[1] >= word
    assert blocks.content_need(columns, rows, 150) == blocks.figure_need(columns, rows)
    assert blocks.content_need(columns, [["a", "x" * 40, "b"]], 300)[1] == 0


def test_a_figure_keeps_its_column_wide_enough():
    columns = [Column("OPD", 100), Column("Rp", 1, "right"), Column("Catatan", 100)]
    needs = blocks.figure_need(columns, [["a", "1.250.000.000.000", "panjang"]])
    assert blocks.widths(columns, 300, needs)[1] >= style.text_width("1.250.000.000.000", style.BOLD, 9) + 8


def pieces(rows, height):
    """Return the rows of every page of a table: how many, and what stands first in each."""
    rest, found = [blocks.table([Column("Nama", 30), Column("Isi", 60)], rows, 400.0)], []
    while rest:
        made = rest.pop(0)
        made.wrap(400.0, height)
        parts = made.split(400.0, height)
        found.append(parts[0] if parts else made)
        rest = list(parts[1:])
    return [[cell[0][0].getPlainText() for cell in page._cellvalues[1:] if cell[0]] for page in found]


def test_a_low_row_is_not_cut_by_the_end_of_a_page_and_the_last_is_not_left_alone():
    rows = [[f"baris {place}", "kata " * 30] for place in range(6)]
    head, row = (
        18.0,
        blocks.table([Column("Nama", 30), Column("Isi", 60)], rows[:1], 400.0).wrap(400.0, 999)[1],
    )
    five = head + 5 * (row - head)
    assert pieces(rows, five + 10) == [[f"baris {place}" for place in range(4)], ["baris 4", "baris 5"]]
    assert pieces(rows[:4], five + 10) == [[f"baris {place}" for place in range(4)]]


def test_blocks_that_are_kept_inside_others_do_not_send_them_all_to_the_next_page():
    inner = blocks.together([blocks.line("dalam"), blocks.line("lagi")])
    outer = blocks.together([blocks.line("luar"), inner])
    told = [item.getPlainText() for item in outer.blocks()]
    assert told == ["luar", "dalam", "lagi"]
    assert not any(type(item) is type(outer) for item in outer.blocks())
