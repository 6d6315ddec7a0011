"""Cells of a worksheet: what is typed, what is shown, what a paste comes to."""

from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.grid import (
    CellFault,
    Choice,
    Grid,
    GridColumn,
    GridRow,
    OpenPoint,
    asked,
    compute,
    in_order,
    parse,
    paste,
    show,
    table_of,
)
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import Sheet, Worksheet

POINTS = (
    Choice("a", "Mewujudkan layanan publik yang mudah, murah; dan dekat dengan warga di semua pulau"),
    Choice("b", "Air"),
)
RELEVANT = GridColumn(
    "relevant",
    "Relevan",
    "choice",
    "grid",
    choices=(Choice("ya", "Ya"), Choice("sebagian", "Sebagian"), Choice("tidak", "Tidak")),
)
HORIZON = GridColumn(
    "horizon",
    "Jangka",
    "choice",
    "grid",
    choices=(Choice("pendek", "Pendek (1 th)"), Choice("panjang", "Panjang")),
)
DIMENSION = GridColumn(
    "dimension",
    "Dimensi",
    "dimension",
    "grid",
    choices=(
        Choice("id-gov", "GOV Smart Governance", "GOV", "#8E9FC6", ("Smart Governance",)),
        Choice("id-gov-1", "GOV Layanan publik", "GOV", "#8E9FC6", ("GOV-1", "Layanan publik")),
    ),
)
KINDS = GridColumn(
    "innovation",
    "Jenis",
    "choice",
    "form",
    many=True,
    choices=(Choice("proses", "Proses"), Choice("aplikasi", "Aplikasi")),
)
MONEY = GridColumn("cost", "Biaya (Rp)", "money", "grid")
DATE = GridColumn("due", "Tenggat", "date", "grid")
WHOLE = GridColumn("people", "Orang", "int", "grid")
SHARE = GridColumn("weight", "Bobot", "decimal", "grid")
TEXT = GridColumn("issue", "Isu dijawab", "long", "grid")
PAGU = GridColumn("pagu@2026", "Pagu 2026 (Rp)", "years", "subject", "Rp")
TARGET = GridColumn("targets@2026", "Target 2026", "years", "subject")


@pytest.mark.parametrize(
    ("column", "typed", "raw"),
    [
        (RELEVANT, "y", "ya"),
        (RELEVANT, "Sebagian", "sebagian"),
        (RELEVANT, "", ""),
        (HORIZON, "pendek", "pendek"),
        (DIMENSION, "gov-1", "id-gov-1"),
        (DIMENSION, "Layanan publik", "id-gov-1"),
        (DIMENSION, "GOV smart governance", "id-gov"),
        (KINDS, "aplikasi, proses; Aplikasi", "proses;aplikasi"),
        (MONEY, "Rp1.250.000.000", "1250000000"),
        (MONEY, "-", ""),
        (DATE, "12-8-2026", "2026-08-12"),
        (DATE, "2026-08-12", "2026-08-12"),
        (WHOLE, "1.250", "1250"),
        (WHOLE, "12,00", "12"),
        (replace(WHOLE, unit="bulan"), "7 bulan", "7"),
        (MONEY, "1,25 M", "1250000000"),
        (SHARE, "12 %", "0.12"),
        (SHARE, ",25", "0.25"),
        (replace(SHARE, unit="%"), "12,5 %", "12.5"),
        (replace(SHARE, label="Capaian (%)"), "12 %", "12"),
        (DATE, "Jum'at, 3 Mei 2024", "2024-05-03"),
        (DATE, "Jum\u2019at 3 Mei 2024", "2024-05-03"),
        (DATE, "03-Mei-24", "2024-05-03"),
        (DATE, "3/5/24", "2024-05-03"),
        (DATE, "17 Agt 2024", "2024-08-17"),
        (DATE, "10 Nopember 2024", "2024-11-10"),
        (DATE, "2024-05-03 00:00:00", "2024-05-03"),
        (TEXT, "  47 aplikasi <b  ", "47 aplikasi <b"),
    ],
)
def test_typed_text_becomes_the_stored_value(column, typed, raw):
    assert parse(column, typed) == raw


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        (RELEVANT, "mungkin"),
        (RELEVANT, "s e"),
        (MONEY, "12,5"),
        (DATE, "31-2-2026"),
        (WHOLE, "enam"),
        (WHOLE, "12.5"),
        (WHOLE, "1.2.3"),
        (WHOLE, "12 %"),
        (SHARE, "%"),
        (SHARE, "lima %"),
        (DATE, "3 Juma 2024"),
        (DATE, "3 J 2024"),
        (DATE, "Mei 2024"),
        (HORIZON, "p"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence_that_names_the_column(column, typed):
    with pytest.raises(CellFault, match=column.label.split(" ")[0]):
        parse(column, typed)


def test_values_are_shown_in_words():
    assert show(HORIZON, "pendek") == "Pendek (1 th)"
    assert show(PAGU, "1775000000") == "1.775.000.000"
    assert show(TARGET, "2026") == "2026"
    assert show(TARGET, "12500") == "12500"
    assert show(MONEY, "1250000000") == "1.250.000.000"
    assert show(WHOLE, "1250") == "1.250"
    assert show(DATE, "2026-08-12") == "12 Agustus 2026"
    assert show(KINDS, "aplikasi;proses") == "Aplikasi, Proses"
    assert show(TEXT, "") == ""


def test_a_choice_that_was_deleted_says_so():
    assert show(DIMENSION, "0198c2f0-0000-7000-8000-000000000000") == "(dihapus)"
    assert show(RELEVANT, "kelak") == "kelak"


def test_computed_cells_add_and_multiply():
    values = {"a": "0,20", "b": "4", "c": ""}
    assert compute("sum:a,b,c", values) == "4.20"
    assert compute("product:a,b", values) == "0.80"
    assert compute("product:a,c", values) == ""
    assert compute("sum:c", values) == ""
    assert compute("sum:b,b", values) == "8"


def test_a_paste_fills_cells_from_where_it_starts():
    columns = [PAGU, RELEVANT, TEXT]
    done = paste(columns, (1, 1), 3, "Ya\tsatu\nTidak\tdua")
    assert done.cells == (
        (1, "relevant", "ya"),
        (1, "issue", "satu"),
        (2, "relevant", "tidak"),
        (2, "issue", "dua"),
    )
    assert not done.refused


def test_whole_rows_may_be_pasted_over_what_is_only_read_there():
    subject = GridColumn("p", "Pagu", "money", "subject")
    text = "1.000\tGOV-1\n2.000\tGOV-1\n\tGOV-1"
    found = paste((subject, DIMENSION), (0, 0), 3, text, lambda _row, key: "1000" if key == "p" else "")
    assert [cell[0] for cell in found.cells] == [0, 1, 2]
    assert found.refused == ('"2.000": kolom Pagu hanya baca.',)


def test_cells_that_do_not_fit_are_named_and_the_others_stand():
    done = paste([PAGU, RELEVANT], (0, 0), 1, "5\tmungkin\nsisa\tYa\t")
    assert done.cells == ()
    assert len(done.refused) == 4
    assert "hanya baca" in done.refused[0]
    assert "mungkin" in done.refused[1]
    assert "di luar tabel" in done.refused[2]


def test_quoted_cells_may_hold_lines_and_quotes():
    assert table_of('a\t"b\n""c"""\r\nd\t') == [["a", 'b\n"c"'], ["d", ""]]
    assert table_of('5" pipa\tdua') == [['5" pipa', "dua"]]


@pytest.mark.parametrize(
    ("copied", "cells"),
    [
        ('"B\nC\t"utuh"\nD', [['"B'], ["C", "utuh"], ["D"]]),
        ('a\t"B\nC\td', [["a", '"B'], ["C", "d"]]),
        ('"a"b\tc', [['"a"b', "c"]]),
        ('""\t"', [["", '"']]),
        ("", [[""]]),
        ("a\t\n\n", [["a", ""], [""]]),
    ],
)
def test_a_quote_that_never_closes_swallows_no_row(copied, cells):
    assert table_of(copied) == cells


def test_many_unclosed_quotes_are_read_in_one_go():
    lines = ['"Meja', "Nama\tIsi"] * 20_000
    before = process_time()
    assert table_of("\n".join(lines)) == [line.split("\t") for line in lines]
    assert process_time() - before < 2


@given(
    st.lists(
        st.lists(st.text(alphabet='ab"\t\n,;é <', max_size=6), min_size=2, max_size=2), min_size=1, max_size=4
    )
)
def test_any_table_survives_being_copied_and_pasted(table):
    copied = "\n".join("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table)
    assert table_of(copied) == table


def test_progress_counts_answered_rows_and_leaves_support_programs_out():
    rows = (
        GridRow(RowId("1"), {"relevant": "ya"}),
        GridRow(RowId("2"), {"relevant": ""}),
        GridRow(RowId("3"), {"relevant": "tidak"}, support=True),
    )
    grid = Grid(Worksheet(), Sheet(), "Diskominfo", (PAGU, RELEVANT), rows)
    assert (grid.done, grid.progress) == (1, "1 dari 2")


def test_several_choices_stand_apart_by_signs_that_one_of_them_may_hold_itself():
    linked = GridColumn("point", "Kaitan RPJMD", "links", "grid", many=True, choices=POINTS)
    assert parse(linked, f"{POINTS[0].label}, Air") == "a;b"
    assert parse(linked, f"Air; {POINTS[0].label}\nAir") == "a;b", "whatever was typed first"
    assert parse(linked, ";, \n") == ""
    before = process_time()
    with pytest.raises(CellFault):
        parse(linked, "x;" * 16_000)
    assert process_time() - before < 1


def test_several_values_stand_in_the_order_of_their_choices_and_what_is_none_comes_last():
    assert in_order(KINDS, ["zz", "aplikasi", "", "proses", "aplikasi", "gone"]) == "proses;aplikasi;gone;zz"
    assert in_order(KINDS, []) == ""


def test_a_refused_choice_names_the_others_in_short():
    linked = GridColumn("point", "Kaitan RPJMD", "links", "grid", many=True, choices=POINTS * 5)
    with pytest.raises(CellFault) as refused:
        parse(linked, "Banjir")
    said = str(refused.value)
    assert len(said) < 320
    assert "Mewujudkan layanan publik yang mudah, m…, Air," in said
    assert said.endswith(", dan 4 lainnya.")


def test_what_is_missing_is_asked_only_where_a_row_says_anything_and_once():
    columns = [replace(RELEVANT, wanted=True), GridColumn("note", "Catatan", "text", "grid")]
    row = GridRow(RowId("1"), {}, points=(OpenPoint("doubt", "Meragukan."),), marks=("Meragukan.",))
    assert asked(row, {"relevant": "", "note": ""}, columns) == row
    missing = asked(row, {"note": "ada"}, columns)
    assert missing.marks == ("Meragukan.", f"Belum diisi: {RELEVANT.label}.")
    assert asked(missing, {"note": "ada"}, columns) == missing
    assert asked(missing, {"relevant": "ya"}, columns) == row


def test_a_choice_of_which_none_is_offered_is_not_asked_for():
    row = GridRow(RowId("1"), {})
    sub = GridColumn("sub", "Subdimensi", "subdimension", "grid", wanted=True)
    note = GridColumn("note", "Catatan", "text", "grid", wanted=True)
    assert asked(row, {"note": "ada"}, [sub, note]) == row
    gone = replace(sub, choices=(Choice("a", "GOV-1", retired=True),))
    assert asked(row, {"note": "ada"}, [gone, note]) == row
    offered = replace(sub, choices=(Choice("a", "GOV-1"),))
    assert asked(row, {"note": "ada"}, [offered, note]).marks == ("Belum diisi: Subdimensi.",)
