"""What fills itself in a book, on the sample city: counted again, traced to its rows, told when empty."""

import random

import pytest

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.book_part import CHART, PARTS, BookChart, BookTable, limit_of
from smartcity_desktop.domain.book_proposal import told as paragraph
from smartcity_desktop.domain.book_text import proposals
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.storage.book_fill import FILL
from tests.sample_copy import standing_clock


@pytest.fixture(scope="module")
def desk(sample_desk):
    return sample_desk


@pytest.fixture(scope="module")
def filled(desk):
    """Every part of the sample, whole and limited, by its key."""
    return desk.book.filled([item.key for item in desk.book.parts()])


@pytest.fixture
def bare(tmp_path):
    new = NewWorkshop("Bimtek", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku")
    ids = IdSource(standing_clock, random.Random(7))
    with create_desk(tmp_path / "b.bimtek", new, clock=standing_clock, ids=ids, profile=tmp_path) as made:
        yield made


def _figure(text):
    kept = text.replace(".", "")
    return int(kept) if kept.isdigit() else None


def test_every_part_of_the_list_is_gathered_and_nothing_else():
    assert set(FILL) == {item.key for item in PARTS}
    assert sum(item.way != CHART for item in PARTS) >= 60
    assert sum(item.way == CHART for item in PARTS) >= 25


def test_every_table_has_a_cell_for_each_column_and_a_caption_in_words(filled):
    for key, item in filled.items():
        assert item.caption, key
        if isinstance(item, BookTable):
            assert len(item.widths) == len(item.aligns) == len(item.columns), key
            assert all(len(row.cells) == (1 if row.heading else len(item.columns)) for row in item.rows), key
            assert not item.sums or len(item.sums) == len(item.columns), key


def test_most_of_them_say_something_in_the_sample_and_what_is_empty_says_where_to_fill_it(filled):
    said = [key for key, item in filled.items() if _says(item)]
    assert len({key.partition(":")[0] for key in said}) >= 80
    assert all(item.missing for item in filled.values() if not _says(item))


def _says(item):
    return not item.is_empty if isinstance(item, BookChart) else bool(item.rows)


def test_every_sum_is_that_of_the_column_above_it(filled):
    counted = 0
    for key, item in filled.items():
        if not isinstance(item, BookTable) or not item.sums:
            continue
        for place, told in enumerate(item.sums):
            own = [_figure(row.cells[place]) for row in item.lines]
            if _figure(told) is None or None in own:
                continue
            if item.columns[place] == "Jumlah" and "beberapa" in item.note:
                continue
            assert sum(own) == _figure(told), (key, item.columns[place])
            counted += 1
    assert counted > 60


def test_counts_are_those_of_the_rows_listed(filled):
    pairs = (
        ("isu", "isu.jumlah"),
        ("program", "program.sub"),
        ("aksi", "aksi.jumlah"),
        ("swot", "swot.jumlah"),
    )
    for listed, counted in (*pairs, ("renstra.program", "sebaran"), ("tows", "tows.jumlah")):
        assert len(filled[listed].lines) == _figure(filled[counted].sums[-1]), listed


def test_a_limited_part_holds_what_the_whole_one_holds_of_it(filled):
    for name in ("isu", "swot", "tows", "program", "sasaran", "renstra.program"):
        whole = {row.row for row in filled[name].lines}
        limited = [
            row.row for key, item in filled.items() if key.startswith(f"{name}:") for row in item.lines
        ]
        assert len(limited) == len(set(limited)), name
        assert set(limited) <= whole, name
        assert len(limited) == len(whole), name
    heads = sum(
        len(filled[f"aksi:{head}"].lines) for head in ("kebijakan", "infrastruktur", "aplikasi", "sdm")
    )
    assert heads == len(filled["aksi"].lines)


def test_every_row_of_a_table_leads_back_to_a_row_of_the_file(filled):
    for name in (
        "isu",
        "swot",
        "tows",
        "program",
        "aksi",
        "janji",
        "qw.kandidat",
        "dokumen",
        "opd",
        "lintas",
    ):
        rows = [row.row for row in filled[name].lines]
        assert all(rows), name
        assert len(rows) == len(set(rows)), name


def test_money_is_the_same_in_table_and_chart(filled):
    table, chart = filled["biaya"], filled["biaya.grafik"]
    told = [shape.text for shape in chart.chart.shapes if "Rp" in getattr(shape, "text", "")]
    # A bar for each period, and one for what lies in none.
    assert len(told) == 7
    assert table.columns[-2:] == ("Jumlah paling sedikit", "Jumlah paling banyak")
    assert "dari" in table.note
    assert "ada biayanya" in table.note


def test_a_proposal_names_its_part_and_repeats_its_figures(desk, filled):
    desk.book.set_up()
    book = next(item for item in desk.book.books() if item.code == "MP")
    chapter = next(item.chapter for item in desk.book.tree(book.id) if item.chapter.code == "MP-3.ringkas")
    found = {item.key: item for item in desk.book.proposals(chapter.id)}
    table = filled["program.sub"]
    assert f"memuat {len(table.lines)} baris" in found["program.sub"].text
    assert f"jumlahnya {table.sums[-1]}" in found["program.sub"].text
    assert proposals(found["program.sub"].markup) == 1
    assert all(item.caption for item in found.values())


def test_parts_proper_for_the_book_of_a_chapter_come_first(desk):
    desk.book.set_up()
    book = next(item for item in desk.book.books() if item.code == "QW")
    chapter = desk.book.tree(book.id)[0].chapter
    offered = desk.book.parts(chapter.id)
    assert "QW" in offered[0].books
    assert {"GOV", "kebijakan", "panjang"} <= {limit_of(item.key) for item in offered}
    assert next(item.title for item in offered if item.key == "isu:GOV") == "Isu daerah: Smart Governance"


def test_a_new_workshop_fills_nothing_and_says_so_everywhere(bare):
    found = bare.book.filled([item.key for item in PARTS])
    empty = [key for key, item in found.items() if not _says(item)]
    assert set(found) - set(empty) <= {"jadwal", "acara", "dasar", "qw.kriteria"}
    assert all(found[key].missing for key in empty)


def test_a_key_that_nobody_knows_is_left_out(bare):
    assert bare.book.filled(["salah", "program.sub:GOV", "isu"]).keys() == {"isu"}


def test_the_sheet_of_a_program_leads_back_to_its_line_of_the_renstra_and_its_worksheet(filled):
    rows = filled["program.lembar"].rows
    sheets = {row.cells[0]: {} for row in rows if row.heading}
    name = ""
    for row in rows:
        name = row.cells[0] if row.heading else name
        if not row.heading:
            sheets[name][row.cells[0]] = row.cells[1]
    assert len(sheets) == len(filled["program"].lines)
    traced = [told for told in sheets.values() if "Program Renstra" in told]
    assert len(traced) > 20
    assert all(told["Lembar"].startswith("L7-") for told in sheets.values())
    assert any("baris " in told["Program Renstra"] for told in traced)


def test_books_and_what_fills_them_speak_the_words_of_the_event(bare):
    bare.workshop.update("word_opd", "Perangkat Daerah")
    bare.workshop.update("word_dimension", "pilar")
    bare.book.set_up()
    found = bare.book.filled([item.key for item in PARTS])
    said = [*(item.caption for item in found.values()), *(item.missing for item in found.values())]
    said += [head for item in found.values() if isinstance(item, BookTable) for head in item.columns]
    said += [node.chapter.title for book in bare.book.books() for node in bare.book.tree(book.id)]
    assert any("Perangkat Daerah" in text for text in said)
    assert not [text for text in said if "OPD" in text or "dimensi" in text.lower()]


def test_the_largest_figures_that_paragraphs_name_are_those_of_the_counts(filled):
    tables = [item for item in filled.values() if isinstance(item, BookTable)]
    said = {item.key: paragraph(item).text for item in tables if item.lines}
    assert not [text for text in said.values() if "%" in text]
    people = {row.cells[0]: row.cells[1] for row in filled["peserta.unsur"].lines}
    assert f"Peserta terbanyak: Pemerintah ({people['Pemerintah']})" in said["peserta.unsur"]
    running = {row.cells[0]: _figure(row.cells[2]) for row in filled["jalan.tahun"].lines}
    most = max(running, key=running.get)
    assert f"Berjalan terbanyak: {most} ({running[most]})" in said["jalan.tahun"]
    assert "jumlahnya Rp" in said["pagu"]
    assert "Rata-rata tertinggi" in said["qw.nilai"]
