"""Tables of a PDF come out as they were put in, however their lines are drawn and wherever a page ends."""

import io
import re

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange.pdf import read_pdf, spans
from smartcity_desktop.exchange.renstra import read_file
from smartcity_desktop.exchange.renstra_doubts import left_out
from smartcity_desktop.exchange.renstra_plan import plan
from tests.exchange.pages import Book, Drawn, pdf
from tests.exchange.tables import PLAN, Table, Writer, understood, written
from tests.exchange.test_round_trip import cases

MANNERS = {
    "long strokes": {"lines": "long"},
    "a frame round every cell": {"lines": "cells"},
    "thin rectangles": {"lines": "thin"},
    "dashes": {"lines": "dashed"},
    "double lines": {"lines": "double"},
    "colours alone": {"lines": "fills"},
    "nothing": {"lines": "none"},
    "a form at half its size": {"form": True},
    "a page turned right": {"rotate": 90},
    "a page upside down": {"rotate": 180},
    "a page turned left": {"rotate": 270},
    "text that runs upwards": {"turned": True},
    "several pages": {"height": 120, "head": 2},
    "pages without a heading": {"height": 70},
    "rows cut by the page end": {"height": 120, "head": 2, "cut": True},
}


def grids(folder, content, name="renstra.pdf"):
    """Return what is read of a file, without the child."""
    path = folder / name
    path.write_bytes(content)
    return read_pdf(path)


def table(rows, *merges):
    made = Table()
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            made.put(row, column, cell)
    for merge in merges:
        made.merge(*merge)
    return made


def drawn(draw, size=A4, pages=1):
    """Return a PDF that ``draw(canvas, page)`` draws."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=True)
    for page in range(1, pages + 1):
        draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def photographed(canvas, *_):
    """Draw a page that is nothing but a scan."""
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "grey")), 0, 0, *A4)


def both(first, second):
    """Return two PDFs as one."""
    whole = pypdfium2.PdfDocument.new()
    for content in (first, second):
        whole.import_pages(pypdfium2.PdfDocument(content))
    stream = io.BytesIO()
    whole.save(stream)
    return stream.getvalue()


SMALL = [
    ("Kode", "Program", "Indikator", "Target 2025", "Rp 2025"),
    ("2.16.02", "Program Informasi", "Indeks keterbukaan", "80", "1.000.000"),
    ("2.16.03", "Program Aplikasi", "Persentase layanan daring", "70", "2.000.000"),
    ("2.16.04", "Program Persandian", "Indeks KAMI", "60", "3.000.000"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """One folder for the files of all examples."""
    return tmp_path_factory.mktemp("pdf")


@pytest.mark.parametrize("manner", MANNERS)
def test_a_plan_reads_the_same_in_every_manner_of_drawing(manner, folder):
    (found,) = grids(folder, pdf(written(PLAN), **MANNERS[manner]))
    assert understood(plan([found], "x")) == list(PLAN)


def test_a_plan_comes_out_of_a_real_reading(tmp_path):
    path = tmp_path / "renstra.xlsx"
    path.write_bytes(pdf(written(PLAN), height=120, head=2))
    draft = read_file(path)
    assert understood(draft) == list(PLAN)
    assert [line.origin.page for line in draft.lines] == sorted(line.origin.page for line in draft.lines)
    assert draft.lines[0].origin.page == 1
    assert draft.lines[-1].origin.page > 1


@settings(max_examples=40)
@given(case=cases(), manner=st.sampled_from(["cells", "thin", "turned", "headed", "bare"]))
def test_any_plan_in_any_layout_reads_as_its_workbook_does(case, manner, folder):
    layout, items = case
    made = Writer(items, layout).write()
    titles = len(layout.titles) + 1 if layout.titles else 0
    how = {
        "cells": {"lines": "cells"},
        "thin": {"lines": "thin"},
        "turned": {"turned": True},
        "headed": {"height": 200, "head": titles + layout.head_rows},
        "bare": {"height": 150},
    }[manner]
    found = grids(folder, pdf(made, **how))
    assert understood(plan(found, "x")) == understood(plan([made.grid()], "x"))


def test_rows_know_their_page_and_headings_come_once(folder):
    (found,) = grids(folder, pdf(table([SMALL[0], *SMALL[1:] * 6]), height=100, head=1))
    assert [row[0] for row in found.rows] == ["Kode", *["2.16.02", "2.16.03", "2.16.04"] * 6]
    assert sorted(set(found.pages)) == list(range(1, max(found.pages) + 1))
    assert list(found.pages) == sorted(found.pages)
    assert found.name == f"Halaman 1–{max(found.pages)}"


def test_a_row_cut_by_the_page_end_is_whole_again(folder):
    name = "Program Pengelolaan Informasi dan Komunikasi Publik Pemerintah Daerah Kabupaten/Kota yang Terpadu"
    rows = [*SMALL[:2], ("2.16.05", name, "Persentase warga yang puas", "90", "5.000.000"), SMALL[2]]
    whole = Book(table(rows), Drawn()).sheet.heights
    content = pdf(table(rows), height=sum(whole[:2]) + 16, head=1, cut=True)
    (found,) = grids(folder, content)
    assert [list(row) for row in found.rows] == [list(row) for row in rows]


def test_a_row_of_its_own_at_the_top_of_a_page_stays_one(folder):
    rows = [*SMALL, ("", "Sasaran: Meningkatnya mutu layanan", "", "", ""), SMALL[1]]
    heights = Book(table(rows), Drawn()).sheet.heights
    (found,) = grids(folder, pdf(table(rows), height=sum(heights[:4]) + 1, head=1))
    assert [row[1] for row in found.rows] == [row[1] for row in rows]


def test_a_signature_at_the_top_of_a_page_is_not_the_end_of_a_name(folder):
    rows = [*SMALL[:2], ("", "Contoh, 12 Januari 2025", "", "", "")]
    rows[1] = ("2.16.02", "Program Informasi dan Komunikasi", *SMALL[1][2:])
    heights = Book(table(rows), Drawn()).sheet.heights
    (found,) = grids(folder, pdf(table(rows), height=sum(heights[:2]) + 1, head=1))
    assert [row[1] for row in found.rows] == [row[1] for row in rows]


def test_a_second_indicator_at_the_top_of_a_page_stays_one(folder):
    rows = [*SMALL[:2], ("", "", "Jumlah pengelola yang dilatih", "", "")]
    rows = [
        (*row, unit, value)
        for row, unit, value in zip(
            rows, ("Satuan", "indeks", "orang"), ("2026", "80%", "2 dok"), strict=True
        )
    ]
    heights = Book(table(rows), Drawn()).sheet.heights
    (found,) = grids(folder, pdf(table(rows), height=sum(heights[:2]) + 1, head=1))
    assert [list(row) for row in found.rows] == [list(row) for row in rows]


@pytest.mark.parametrize("order", [(0, 2, 1, 3), (0, 1, 2, 3)], ids=["down and over", "over and down"])
def test_columns_that_went_on_on_another_page_stand_beside_the_first_ones(order, folder):
    rows = [SMALL[0], *SMALL[1:] * 2]
    quarters = [(rows[:4], 0), (rows[:4], 3), (rows[4:], 0), (rows[4:], 3)]

    def draw(canvas, page):
        canvas.drawString(40, 800, f"Renstra Dinas Contoh, hal. {page}")
        some, first = quarters[order[page - 1]]
        for number, row in enumerate(some):
            cells(canvas, row[first : first + 3], wide=120 - 10 * first, high=20, y=700 - 20 * number)

    (found,) = grids(folder, drawn(draw, pages=4))
    assert [list(row) for row in found.rows[1:]] == [list(row) for row in rows]
    assert found.name == "Renstra Dinas Contoh (hal. 1–4)"


def test_two_plans_of_as_many_rows_are_not_put_beside_each_other(folder):
    def draw(canvas, page):
        for number, row in enumerate(SMALL):
            cells(canvas, row, wide=90 + page, high=20, y=700 - 20 * number)

    assert [len(grid.rows[0]) for grid in grids(folder, drawn(draw, pages=2))] == [5]


def test_merged_cells_stay_merged(folder):
    rows = [("Kode", "Target", "", "Rp"), ("", "2025", "2026", ""), ("2.16.02", "80", "85", "1.000")]
    (found,) = grids(folder, pdf(table(rows, (0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 1, 3))))
    assert [list(row) for row in found.rows] == [list(row) for row in rows]
    assert set(found.merges) == {(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 1, 3)}


def test_what_stands_above_a_table_is_its_title_and_what_stands_at_the_foot_is_nothing(folder):
    above = ("RENCANA STRATEGIS DINAS CONTOH TAHUN 2025-2029", "Tabel T-C.27 (dalam ribuan rupiah)")
    rows = [SMALL[0], *SMALL[1:] * 6]
    (found,) = grids(
        folder, pdf(table(rows), above=above, below=("Renstra Dinas Contoh | {page}",), height=120)
    )
    assert [row[0] for row in found.rows[:3]] == [*above, "Kode"]
    assert len(found.rows) == len(above) + len(rows)
    draft = plan([found], "x")
    assert (draft.period_start, draft.period_end, draft.multiplier) == (2025, 2029, 1000)
    assert draft.opd_name.lower() == "dinas contoh"


def test_lines_of_every_page_inside_a_frame_are_no_rows(folder):
    def draw(canvas, page):
        canvas.rect(40, 620, 500, 140)
        canvas.drawString(44, 745, "Rencana Strategis Dinas Contoh")
        for number, row in enumerate(SMALL[1:] if page > 1 else SMALL):
            cells(canvas, row, high=20, y=720 - 20 * number)
        canvas.drawString(500, 625, f"{page}")

    (found,) = grids(folder, drawn(draw, pages=3))
    assert [row[0] for row in found.rows] == [
        *("Rencana Strategis Dinas Contoh", "Kode"),
        *[row[0] for row in SMALL[1:]] * 3,
    ]


def test_two_tables_on_a_page_stay_two_each_under_its_title(folder):
    def draw(canvas, _):
        for top, title, name in (
            (780, "Tabel 1. Layanan", "Layanan"),
            (500, "Tabel 2. Anggaran", "Anggaran"),
        ):
            canvas.setFont("Helvetica", 9)
            canvas.drawString(40, top, title)
            for row in range(4):
                for column in range(3):
                    canvas.rect(40 + 100 * column, top - 40 - 20 * row, 100, 20)
                    canvas.drawString(44 + 100 * column, top - 34 - 20 * row, f"{name} {row}{column}")

    found = grids(folder, drawn(draw))
    assert [(grid.rows[0][0], grid.rows[1][0], len(grid.rows)) for grid in found] == [
        ("Tabel 1. Layanan", "Layanan 00", 5),
        ("Tabel 2. Anggaran", "Anggaran 00", 5),
    ]
    assert len({grid.name for grid in found}) == 2


def test_text_beside_a_table_and_underlined_words_make_no_cells(folder):
    def draw(canvas, _):
        canvas.setFont("Helvetica", 9)
        for row in range(5):
            for column, text in enumerate(("Kode", "Program", "Target")):
                canvas.rect(40 + 100 * column, 700 - 20 * row, 100, 20)
                canvas.drawString(44 + 100 * column, 706 - 20 * row, f"{text} {row}")
        canvas.line(44, 703, 70, 703)
        canvas.drawString(400, 690, "Catatan di samping tabel")

    (found,) = grids(folder, drawn(draw))
    assert [list(row) for row in found.rows] == [
        [f"Kode {n}", f"Program {n}", f"Target {n}"] for n in range(5)
    ]


def cells(canvas, texts, *, wide=100, high=40, size=8, y=700):
    """Draw one row of ruled cells; the lines of each text stand below each other."""
    canvas.setFont("Helvetica", size)
    for column, text in enumerate(texts):
        canvas.rect(40 + wide * column, y, wide, high)
        for number, line in enumerate(text.split("\n")):
            canvas.drawString(42 + wide * column, y + high - size - 1 - number * (size + 1), line)


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("Persentase\nlayanan", "Persentase layanan"),
        ("175.915.891.\n891", "175.915.891.891"),
        ("1.250.00\n0", "1.250.000"),
        ("2.16.02.2.01.\n0001", "2.16.02.2.01.0001"),
        ("kegiatan-\nkegiatan", "kegiatan-kegiatan"),
        ("e-\nGovernment", "e-Government"),
        ("1. Jumlah aplikasi\n2. Jumlah data", "1. Jumlah aplikasi\n2. Jumlah data"),
        ("80\n90", "80 90"),
    ],
)
def test_lines_of_a_cell_are_joined_as_they_were_meant(lines, whole, folder):
    (found,) = grids(folder, drawn(lambda canvas, _: cells(canvas, [lines, "Program", "70"])))
    assert found.rows[0][0] == whole


def test_a_word_that_a_narrow_column_broke_is_whole_again(folder):
    def draw(canvas, _):
        cells(canvas, ["Satua\nn", "Targe\nt", "BASELI\nNE TAHUN\n2024", "Kota/Kegia\ntan"], wide=26, size=6)
        cells(canvas, ["Kelas\nI", "di\nke", "keluraha\nn", "PULA\nU"], wide=26, size=6, y=660)

    (found,) = grids(folder, drawn(draw))
    assert found.rows[0] == ("Satuan", "Target", "BASELINE TAHUN 2024", "Kota/Kegiatan")
    assert found.rows[1] == ("Kelas I", "di ke", "kelurahan", "PULAU")


def test_a_hyphen_that_only_broke_a_word_goes_where_the_word_is_known_without_it(folder):
    (found,) = grids(
        folder, drawn(lambda canvas, _: cells(canvas, ["pem-\nbangunan", "pembangunan kota", "x"]))
    )
    assert found.rows[0][0] == "pembangunan"


def test_text_of_a_row_that_is_too_low_goes_back_to_its_cell(folder):
    def draw(canvas, _):
        for row, text in enumerate(
            ("Jumlah dokumen\nyang terbit", "Jumlah aplikasi\nyang dipakai", "Jumlah data")
        ):
            cells(canvas, [text, str(row + 4)], high=10, y=700 - 10 * row)

    (found,) = grids(folder, drawn(draw))
    assert [list(row) for row in found.rows] == [
        ["Jumlah dokumen yang terbit", "4"],
        ["Jumlah aplikasi yang dipakai", "5"],
        ["Jumlah data", "6"],
    ]


@pytest.mark.parametrize(
    ("sunk", "count"), [(0, 4), (5, 2)], ids=["texts from the top", "texts in the middle"]
)
def test_rows_without_lines_between_them_begin_at_their_codes(sunk, count, folder):
    def draw(canvas, _):
        cells(canvas, SMALL[0], high=14, y=714)
        for column in range(5):
            canvas.rect(40 + 100 * column, 600, 100, 114)
        for row, texts in enumerate(SMALL[1:]):
            for column, text in enumerate((texts[0], f"{texts[1]} untuk", *texts[2:])):
                canvas.drawString(42 + 100 * column, 700 - 30 * row - (0 if column == 1 else sunk), text)
            canvas.drawString(142, 690 - 30 * row, "semua warga")

    (found,) = grids(folder, drawn(draw))
    assert len(found.rows) == count
    if count > 2:
        assert found.rows[2] == (SMALL[2][0], f"{SMALL[2][1]} untuk semua warga", *SMALL[2][2:])


def test_words_that_touch_across_a_line_are_taken_apart(folder):
    def draw(canvas, _):
        canvas.setFont("Helvetica", 8)
        for row in range(3):
            canvas.rect(40, 700 - 12 * row, 40, 12)
            canvas.rect(80, 700 - 12 * row, 60, 12)
            canvas.drawRightString(79, 703 - 12 * row, f"{row}80%")
            canvas.drawString(81.2, 703 - 12 * row, "1.500.000")

    (found,) = grids(folder, drawn(draw))
    assert found.rows == (("080%", "1.500.000"), ("180%", "1.500.000"), ("280%", "1.500.000"))


def test_a_heading_that_runs_upwards_in_its_cell_is_read(folder):
    def draw(canvas, _):
        cells(canvas, ["", "Program", "Rp"], high=60)
        cells(canvas, ["12 unit", "Program Aplikasi", "1.000"], y=660)
        canvas.saveState()
        canvas.translate(60, 705)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Kondisi")
        canvas.drawString(0, -10, "awal 2024")
        canvas.restoreState()

    (found,) = grids(folder, drawn(draw))
    assert found.rows[0] == ("Kondisi awal 2024", "Program", "Rp")


def test_columns_that_cannot_be_told_without_lines_are_not_guessed(folder):
    def draw(canvas, _):
        canvas.setFont("Helvetica", 8)
        for row in range(20):
            for column in range(5):
                canvas.drawString(
                    40 + 90 * column + (row * 37 + column * 11) % 50, 780 - 14 * row, "Jumlah layanan kota"
                )

    with pytest.raises(UserFault, match="read-no-rules"):
        grids(folder, drawn(draw))


def test_years_that_stand_over_no_column_in_particular_are_not_guessed(folder):
    def draw(canvas, years):
        canvas.setFont("Helvetica", 8)
        rows = [
            ("Kode", "Program", "Target", "Rp", "Target", "Rp"),
            *(("2.16.02", "Program", "80", "1.500.000") * 2,) * 6,
        ]
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts[:6]):
                canvas.drawString(40 + 70 * column, 760 - (9 if row == 1 else 0) - 16 * row, text)
        for x in years:
            canvas.drawString(x, 769, "2025")

    (found,) = grids(folder, drawn(lambda canvas, _: draw(canvas, (180, 320))))
    assert found.rows[0][2:] == ("2025", "", "2025", "")
    with pytest.raises(UserFault, match="read-no-rules"):
        grids(folder, drawn(lambda canvas, _: draw(canvas, (210, 350))))


def test_a_letter_is_no_table(folder):
    def draw(canvas, _):
        for row in range(30):
            canvas.drawString(
                40, 780 - 14 * row, "Dengan hormat kami sampaikan rencana strategis dinas kami."
            )

    with pytest.raises(UserFault, match="read-no-table"):
        grids(folder, drawn(draw))


def test_a_file_of_pictures_is_said_to_be_one(folder):
    with pytest.raises(UserFault, match="read-picture"):
        grids(folder, drawn(photographed, pages=2))


def test_pages_that_are_pictures_are_named_beside_those_that_are_read(folder):
    def draw(canvas, page):
        if page == 2:
            cells(canvas, ["Kode", "Program", "Target"], high=20, y=720)
            cells(canvas, ["2.16.02", "Program Aplikasi", "70"], high=20)
        else:
            photographed(canvas)

    (found,) = grids(folder, drawn(draw, pages=4))
    assert found.rows[1] == ("2.16.02", "Program Aplikasi", "70")
    assert found.notes == ("pictures 1, 3–4",)


def test_what_was_not_read_or_not_sure_is_told_with_the_plan(tmp_path):
    scanned = drawn(photographed, pages=2)
    path = tmp_path / "campur.pdf"
    path.write_bytes(both(scanned, pdf(written(PLAN))))
    draft = read_file(path)
    assert understood(draft) == list(PLAN)
    assert [problem.message for problem in draft.problems] == [
        "Halaman 1–2 hanya gambar, jadi tidak ikut dibaca."
    ]
    path.write_bytes(pdf(written(PLAN), lines="none"))
    assert [problem.code for problem in read_file(path).problems] == ["left-unruled"]


def test_a_page_that_cannot_be_opened_is_named_beside_those_that_are_read(folder):
    def draw(canvas, page):
        cells(canvas, ["Kode", "Program", "Target"], high=20, y=720)
        cells(canvas, [f"2.16.0{page}", "Program Aplikasi", "70"], high=20)

    whole = drawn(draw, pages=3)
    kids = re.search(rb"/Kids \[ (\d+ 0 R) (\d+ 0 R) (\d+ 0 R) \]", whole)
    (found,) = grids(folder, whole.replace(kids[0], kids[0].replace(kids[2], b"99 0 R")))
    assert [row[0] for row in found.rows if row[0][:1].isdigit()] == ["2.16.01", "2.16.03"]
    assert found.notes == ("broken 2",)
    assert left_out("broken 2").message == "Halaman 2 rusak dan tidak bisa dibuka, jadi tidak ikut dibaca."
    with pytest.raises(UserFault, match="read-damaged"):
        grids(folder, whole.replace(kids[0], b"/Kids [ 97 0 R 98 0 R 99 0 R ]"))


def test_an_empty_page_is_no_picture(folder):
    with pytest.raises(UserFault, match="read-empty"):
        grids(folder, drawn(lambda canvas, _: canvas.rect(10, 10, 50, 50)))


def test_pages_are_named_as_people_write_them():
    assert spans([1, 2, 3, 5, 7, 8]) == "1–3, 5, 7–8"
