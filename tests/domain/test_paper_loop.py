"""The loop of papers: numbers choose as printed, what was issued adds up, readings are compared."""

import pytest

from smartcity_desktop.domain.grid import CellFault, Choice, GridColumn
from smartcity_desktop.domain.paper_loop import (
    BLANK,
    COUNTED,
    MISSING,
    OUT,
    SETTLED,
    SPOILED,
    Ballot,
    KeyRow,
    KeySheet,
    Paper,
    PrintedColumn,
    Reread,
    differences,
    keyed,
    numbered,
    numbered_words,
    of_batch,
    of_sheets,
    packed,
    printed,
    reading_words,
    unpacked,
)

READ = (Choice("ya", "Ya"), Choice("sebagian", "Sebagian"), Choice("tidak", "Tidak"))
RELEVANT = GridColumn("relevant", "Relevan", "choice", "grid", choices=READ)
MANY = GridColumn("fund", "Dana", "choice", "grid", many=True, choices=READ)
TEXT = GridColumn("text", "Isi", "long", "grid")
ON_PAPER = PrintedColumn("relevant", ("ya", "sebagian", "tidak"))


def test_a_number_chooses_what_stood_beside_it_on_the_paper():
    turned = GridColumn("relevant", "Relevan", "choice", "grid", choices=tuple(reversed(READ)))
    assert [keyed(turned, ON_PAPER, text) for text in ("1", "2", "3", "")] == ["ya", "sebagian", "tidak", ""]
    assert keyed(turned, ON_PAPER, "seb") == "sebagian"
    with pytest.raises(CellFault):
        keyed(RELEVANT, ON_PAPER, "4")


def test_several_numbers_choose_several():
    on_paper = PrintedColumn("fund", ("ya", "sebagian", "tidak"))
    assert {keyed(MANY, on_paper, text) for text in ("1 3", "13", "3,1", "1;3")} == {"ya;tidak"}
    with pytest.raises(CellFault):
        keyed(RELEVANT, ON_PAPER, "13")


def test_choices_called_by_figures_are_not_numbered():
    years = GridColumn(
        "year", "Tahun", "choice", "grid", choices=(Choice("2026", "2026"), Choice("2025", "2025"))
    )
    assert numbered(years) == ()
    assert keyed(years, PrintedColumn("year"), "2025") == "2025"
    many = tuple(Choice(f"c{place}", f"Pilihan {place}!") for place in range(10))
    assert numbered(GridColumn("c", "C", "choice", "grid", choices=many)) == ()


def test_printed_columns_come_back_as_they_were_kept():
    computed = GridColumn("sum", "Jumlah", "computed", "grid", formula="sum:a,b")
    form = GridColumn("more", "Lain", "long", "form")
    made = printed([GridColumn("code", "Kode", "text", "subject"), RELEVANT, TEXT, computed, form])
    assert made == (ON_PAPER, PrintedColumn("text"))
    assert unpacked(packed(made)) == made
    assert numbered_words(RELEVANT, ON_PAPER) == ("1 Ya", "2 Sebagian", "3 Tidak")


def test_sheets_add_up_when_all_are_told_of():
    papers = [
        Paper(number=f"L5-{place:02d}", state=state)
        for place, state in enumerate((COUNTED, BLANK, SPOILED), 1)
    ]
    whole = of_sheets(papers)
    assert whole.adds_up
    assert whole.words == "Keluar 3 = diketik 1 + kosong 1 + rusak 1 + hilang 0. Cocok."
    left = of_sheets([*papers, Paper(number="L5-09", state=OUT), Paper(number="L5-10", state=MISSING)])
    assert (left.left, left.waiting) == (1, "L5-09")
    assert left.words.endswith("+ belum ada kabar 1: L5-09.")
    assert of_sheets([Paper(number=f"A-{place}") for place in range(20)]).waiting.endswith("dan 8 lainnya")


def test_a_batch_counts_numbers_and_those_told_without():
    batch = Paper(kind="kartu", number="K1", first=1, last=10, blank=2)
    found = of_batch(batch, [1, 2, 3], {3: BLANK, 9: MISSING, 10: SPOILED})
    assert (found.issued, found.counted, found.blank, found.spoiled, found.missing) == (10, 3, 2, 1, 1)
    assert (found.left, found.waiting) == (3, "4–8")
    assert of_batch(Paper(number="S1", first=1, last=1, blank=1), [1], {}).words.endswith(
        "Lebih 1: yang kembali lebih banyak daripada yang keluar."
    )


def sheet(*second, state=""):
    rows = (KeyRow("r1", 1, values={"relevant": "ya", "text": "satu"}), KeyRow("r2", 2))
    told = {(row, key): Reread(line=row, column=key, text=text, state=state) for row, key, text in second}
    columns = ((RELEVANT, ON_PAPER), (TEXT, PrintedColumn("text")))
    return KeySheet(Paper(), columns=columns, rows=rows, second=told)


def test_a_second_reading_lists_what_differs_with_its_place():
    found = sheet(("r1", "relevant", "tidak"), ("r1", "text", "satu"))
    (only,) = differences(found)
    assert (only.place, only.column, only.first, only.second) == ("Baris 1", "Relevan", "Ya", "Tidak")
    assert reading_words(found) == "dibaca dua kali, 1 beda, 1 belum dipilih"
    assert reading_words(sheet(("r1", "text", "satu"))) == "bacaan kedua 1 dari 2 isian, tidak ada yang beda"
    assert reading_words(sheet()) == ""


def test_what_was_settled_is_counted_and_asked_no_more():
    found = sheet(("r1", "relevant", "tidak"), ("r1", "text", "dua"), state=SETTLED)
    assert differences(found) == ()
    assert reading_words(found) == "dibaca dua kali, 2 beda, selesai"


def test_a_row_that_only_the_second_reading_saw_is_a_difference():
    found = sheet(("r1", "relevant", "ya"), ("r1", "text", "satu"), ("r2", "text", "baru"))
    assert [(item.place, item.first, item.second) for item in differences(found)] == [
        ("Baris 2", "–", "baru")
    ]


def test_a_ballot_that_breaks_its_rule_says_how():
    ballot = Ballot(1, points=3, most=2)
    assert ballot.fault([2, 1, 0]) == ""
    assert ballot.fault([3, 0, 0]) == "Paling banyak 2 poin untuk satu pilihan."
    assert ballot.fault([2, 2, 0]) == "Jumlahnya 4 poin, paling banyak 3."
    assert Ballot(1).fault([9, 9]) == ""
