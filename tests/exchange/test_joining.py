"""Tables that a document cuts into pieces become one again; those that are not one stay apart."""

from dataclasses import replace

import pytest

from smartcity_desktop.exchange.joining import joined, title_of
from smartcity_desktop.exchange.renstra_plan import plan
from smartcity_desktop.exchange.sheets import Grid
from tests.exchange.tables import PLAN, understood, written

WHOLE = written(PLAN).grid()
HEAD = 2


def cut(*places, repeat=False, paged=True):
    """Return the plan in pieces that begin at these rows, with the heading on each or only on the first."""
    starts = [0, *places]
    pieces = []
    for page, (first, end) in enumerate(zip(starts, [*places, len(WHOLE.rows)], strict=True), start=1):
        again = WHOLE.rows[:HEAD] if repeat and first else ()
        rows = (*again, *WHOLE.rows[first:end])
        merges = [merge for merge in WHOLE.merges if merge[2] < HEAD] if repeat or not first else ()
        pages = (page,) * len(rows) if paged else ()
        pieces.append(Grid("", rows, tuple(merges), pages=pages))
    return pieces


@pytest.mark.parametrize("repeat", [True, False], ids=["head on each page", "head on the first"])
def test_a_table_over_pages_is_one_and_every_row_keeps_its_page(repeat):
    (whole,) = joined(cut(6, 9, repeat=repeat))
    assert whole.rows == WHOLE.rows
    assert whole.pages == (1,) * 6 + (2,) * 3 + (3,) * (len(WHOLE.rows) - 9)
    assert understood(plan([whole], "a.docx")) == list(PLAN)


def test_a_heading_written_otherwise_on_the_next_page_is_still_the_same():
    first, second = cut(7, repeat=True)
    rows = [tuple(cell.upper().replace(" ", "\n") for cell in row) for row in second.rows[:HEAD]]
    (whole,) = joined([first, replace(second, rows=(*rows, *second.rows[HEAD:]))])
    assert whole.rows == WHOLE.rows


def test_a_letterhead_on_every_page_does_not_part_a_table():
    kop = Grid("", (("PEMERINTAH KOTA CONTOH", ""), ("Renstra", "Hal. 3")))
    first, second = cut(7, repeat=True)
    names = [grid.rows for grid in joined([first, kop, second])]
    assert names == [WHOLE.rows, kop.rows]


@pytest.mark.parametrize(
    ("above", "parts"),
    [
        (("Lanjutan Tabel T-C.27",), 1),
        (("Tabel T-C.27", "Dinas Contoh"), 1),
        (("12",), 1),
        (("Tabel T-C.28",), 2),
        (("Tabel T-C.27", "Dinas Perhubungan"), 2),
        (("Uraian lain tentang pendanaan.",), 2),
    ],
)
def test_lines_above_a_piece_say_whether_it_goes_on(above, parts):
    first, second = cut(7)
    first = replace(first, above=("Tabel T-C.27", "Dinas Contoh"))
    found = joined([first, replace(second, above=above)])
    assert len(found) == parts
    assert found[0].rows[:3] == (
        ("Tabel T-C.27", *[""] * (len(WHOLE.rows[0]) - 1)),
        ("Dinas Contoh", *[""] * (len(WHOLE.rows[0]) - 1)),
        WHOLE.rows[0],
    )
    assert len(found[0].pages) == len(found[0].rows)


def test_tables_with_other_columns_or_other_years_stay_apart():
    other = written(PLAN, years=("2027", "2028")).grid()
    narrow = Grid("", tuple(row[:-1] for row in WHOLE.rows[HEAD:]))
    words = Grid("", tuple(("uraian",) * len(row) for row in WHOLE.rows))
    assert len(joined([WHOLE, other])) == 2
    assert len(joined([WHOLE, narrow])) == 2
    assert len(joined([WHOLE, words])) == 2


def test_merges_and_doubtful_cells_move_with_their_rows():
    first, second = cut(7, repeat=True, paged=False)
    second = replace(
        second, merges=(*second.merges, (2, 0, 3, 0)), errors=((2, 1), (0, 1)), unsaved=((3, 1),)
    )
    (whole,) = joined([first, second])
    assert (7, 0, 8, 0) in whole.merges
    assert (whole.errors, whole.unsaved, whole.pages) == (((7, 1),), ((8, 1),), ())


def test_every_table_has_a_name_of_its_own():
    sizes = enumerate(("A", "A", "", ""), start=3)
    tables = [Grid(name, ((name, *[str(size)] * size),) * size) for size, name in sizes]
    assert [grid.name for grid in joined(tables)] == ["A", "A (2)", "Tabel 3", "Tabel 4"]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Tabel T-C.27: Rencana Program", "(dalam ribuan rupiah)"), "Tabel T-C.27: Rencana Program"),
        (("Pagu Indikatif",), "Pagu Indikatif"),
        (("Sebuah kalimat panjang " * 5,), ""),
        ((), ""),
    ],
)
def test_a_table_is_called_by_the_line_above_it(lines, name):
    assert title_of(lines) == name
