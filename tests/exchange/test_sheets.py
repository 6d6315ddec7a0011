"""Foreign tables as grids of clean text."""

from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import text
from smartcity_desktop.exchange.scan import column_letters, reference
from smartcity_desktop.exchange.sheets import read_csv, read_pasted, read_xlsx


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("a\x0bb", "a\nb"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ufeff2\u200b.16\u202e", "2.16"),
        ("e\u0301", "é"),
        ("a\xa0b\u2003c", "a b c"),
        ("ru\xadpiah\x00", "rupiah"),
        ("  masuk  ", "  masuk"),
        ("\ud800x", "x"),
    ],
)
def test_text_is_cleaned_at_the_door(raw, kept):
    assert text.clean(raw) == kept


@given(st.text())
def test_cleaned_text_stays_as_it_is_and_can_be_written(raw):
    kept = text.clean(raw)
    assert text.clean(kept) == kept
    assert "\x00" not in kept
    kept.encode()


def test_a_cell_is_cut_at_the_length_of_excel():
    assert len(text.clean("x" * 100_000)) == text.MAX_LENGTH


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1_775_000_000.0, "1775000000"),
        (47297.9478318667, "47297,9478318667"),
        (0.1 + 0.2, "0,3"),
        (12.345, "12,3450"),
        (-2.5, "-2,5"),
        (1e15, "1000000000000000"),
        (float("inf"), ""),
        (True, "YA"),
        (date(2025, 1, 31), "31-1-2025"),
        (None, ""),
        ("a_x000D_b", "a\nb"),
    ],
)
def test_a_stored_value_is_shown_with_a_decimal_comma(value, shown):
    assert text.cell(value) == shown


def test_a_percentage_is_shown_as_one():
    assert text.cell(0.425, percent=True) == "42,5%"


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16383, "XFD")]
)
def test_columns_have_letters(column, letters):
    assert column_letters(column) == letters
    assert reference(17, column) == f"{letters}18"


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (b"a;b\n1,5;2\n", (("a", "b"), ("1,5", "2"))),
        (b'a,b\n"x, y",2\n', (("a", "b"), ("x, y", "2"))),
        (b"a\tb\n1\t2\n", (("a", "b"), ("1", "2"))),
        (b"sep=|\na|b\n", (("a", "b"),)),
        (b'a;b\n"satu\ndua";3\n', (("a", "b"), ("satu\ndua", "3"))),
        (b"\xef\xbb\xbfa;b\n", (("a", "b"),)),
        ("a\tb\n".encode("utf-16"), (("a", "b"),)),
        ("a;é\n".encode("cp1252"), (("a", "é"),)),
        (b"a;b;;\n1;2;;\n;;;\n", (("a", "b"), ("1", "2"))),
        (b"a;b\n1\n", (("a", "b"), ("1", ""))),
    ],
)
def test_the_delimiter_and_the_alphabet_of_a_csv_are_found_out(content, rows, tmp_path):
    path = tmp_path / "tabel.csv"
    path.write_bytes(content)
    assert read_csv(path).rows == rows


def test_pasted_cells_keep_line_breaks_inside_quotes():
    assert read_pasted('Kode\tNama\n2.16\t"satu\ndua"\n').rows == (("Kode", "Nama"), ("2.16", "satu\ndua"))


def test_an_unclosed_quote_in_a_pasted_cell_swallows_no_row():
    pasted = 'Kode\tNama\n2.16\t"Jalan\n2.17\tAir\n2.18\t"Sampah"\n'
    assert read_pasted(pasted).rows == (
        ("Kode", "Nama"),
        ("2.16", '"Jalan'),
        ("2.17", "Air"),
        ("2.18", "Sampah"),
    )


def test_a_pasted_cell_of_endless_length_is_cut_or_said_to_be_too_big():
    long = "x" * 140_000
    assert read_pasted(f"Kode\t{long}\n").rows == (("Kode", long[: text.MAX_LENGTH]),)
    with pytest.raises(UserFault, match="read-too-big"):
        read_pasted(f"Kode;Nama\n2.16;{long}\n")


def test_pasting_nothing_is_said_so():
    with pytest.raises(UserFault, match="read-empty"):
        read_pasted(" \n ")


def test_a_workbook_gives_its_sheets_with_merges_indents_errors_and_hidden_ones(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Satu"
    sheet["A1"] = "Judul"
    sheet.merge_cells("A1:C2")
    sheet["A3"] = "masuk"
    sheet["A3"].alignment = openpyxl.styles.Alignment(indent=2)
    sheet["B3"] = 0.5
    sheet["B3"].number_format = "0.0%"
    sheet["C3"] = "#DIV/0!"
    sheet["C3"].data_type = "e"
    sheet["C4"] = "=1+1"
    sheet["D3"] = 7
    book.create_sheet("Dua").sheet_state = "hidden"
    path = tmp_path / "buku.xlsx"
    book.save(path)
    one, two = read_xlsx(path)
    assert (one.name, one.hidden, one.merges) == ("Satu", False, ((0, 0, 1, 2),))
    assert one.rows[2] == ("      masuk", "50%", "", "7")
    assert (one.errors, one.unsaved) == (((2, 2),), ((3, 2),))
    assert (two.name, two.hidden, two.rows) == ("Dua", True, ())
    assert (one.at(2, 3), one.at(99, 0), one.at(0, -1)) == ("7", "", "")
