"""Books on paper: order of pages, numbers that agree, pages in the contents, broad tables, proposals."""

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from smartcity_desktop.domain.book import Book, Chapter, tree
from smartcity_desktop.domain.book_part import BookChart, BookRow, BookTable
from smartcity_desktop.domain.chart_recap import count_bars
from smartcity_desktop.domain.paper_book import BookPaper, BookPicture
from smartcity_desktop.domain.paper_recap import RecapBar
from smartcity_desktop.domain.report import Letterhead, PrintFrame
from smartcity_desktop.reporting import book as paper_of_book
from smartcity_desktop.reporting import pages
from tests.reporting.pictures import texts

WITA = timezone(timedelta(hours=8), "WITA")
FRAME = PrintFrame(
    printed_at=datetime(2026, 8, 5, 16, 5, tzinfo=WITA),
    letterhead=Letterhead("Pemerintah Kota Contoh", "", "", None),
    region="Kota Contoh",
    paper="A4",
)


def table(key, rows, *, landscape=False):
    made = tuple(BookRow((str(at), f"Baris {at}", "1.000"), f"r{at}") for at in range(1, rows + 1))
    return BookTable(
        key,
        f"Tabel contoh {key}",
        ("No", "Nama", "Biaya (Rp)"),
        (BookRow(("GOV Smart Governance",), heading=True), *made) if rows else (),
        (9, 100, 40),
        ("right", "left", "right"),
        ("", "Jumlah", f"{rows}.000") if rows else (),
        "Dari semua baris." if rows else "",
        landscape,
        "Belum ada isi. Isi Kertas Kerja L1.",
    )


PARTS = {
    "isu": table("isu", 90),
    "program": table("program", 3, landscape=True),
    "aksi": table("aksi", 0),
    "isu.grafik": BookChart("isu.grafik", "Isu per dimensi", count_bars([RecapBar("GOV", 3)], width=440)),
}


def chapters(**texts_of):
    """Return a small book: a foreword, two bab with parts, a lampiran."""
    rows = [
        Chapter(
            "p",
            "a",
            "b",
            part="pengantar",
            title="Kata pengantar",
            signed_by="Budi",
            signed_position="Bupati",
        ),
        Chapter("1", "b", "b", part="bab", title="Pendahuluan"),
        Chapter("1.1", "a", "b", parent="1", title="Latar"),
        Chapter("2", "c", "b", part="bab", title="Isi"),
        Chapter("2.1", "a", "b", parent="2", title="Isu daerah"),
        Chapter("l", "d", "b", part="lampiran", title="Daftar program"),
    ]
    return tree([replace(item, text=texts_of.get(item.id, "")) for item in rows])


TEXTS = {
    "p": "Terima kasih.",
    "1.1": "Kota **tumbuh**.\n\n- satu\n  1. rincian\n\n| a | b |\n| c | d |\n\n[[isu.grafik]]",
    "2.1": "?? Isu daerah memuat 90 baris.\n\n[[isu]]\n\n[[isu.grafik]]\n\n[[aksi]]\n\n[[salah]]",
    "l": "[[program]]\n\nSesudah tabel.",
}


@pytest.fixture(scope="module")
def made():
    draft = BookPaper(
        Book("b", title="Masterplan", number="Buku 2"), chapters(**TEXTS), PARTS, region="Kota Contoh"
    )
    return paper_of_book.written(draft, FRAME)


@pytest.fixture(scope="module")
def told(made):
    return texts(made)


def _page(told, words):
    return next(at for at, text in enumerate(told) if words in text)


def test_cover_forewords_and_contents_come_before_the_chapters(told):
    order = ["Buku 2", "Terima kasih.", "DAFTAR ISI", "DAFTAR TABEL", "DAFTAR GAMBAR", "BAB I\n", "BAB II\n"]
    places = [_page(told, words) for words in order]
    assert places == sorted(places)
    assert len(set(places)) == 5


def test_the_contents_name_the_page_on_which_each_chapter_stands(told):
    contents = told[_page(told, "DAFTAR ISI")]
    first = _page(told, "BAB I\n")
    listed = {
        line.split(" . ")[0].strip(): line.split()[-1] for line in contents.splitlines() if " . ." in line
    }
    for title, words in (
        ("Isi", "BAB II\n"),
        ("Isu daerah", "2.1 Isu daerah"),
        ("Daftar program", "LAMPIRAN A"),
    ):
        page = next(value for name, value in listed.items() if name.endswith(title))
        assert int(page) == _page(told[first:], words) + 1, title
    assert listed["Kata pengantar"] == "ii"


def test_captions_are_counted_in_every_bab_and_listed_with_their_pages(told):
    whole = "\n".join(told)
    assert "Gambar 1.1 Isu per dimensi" in whole
    assert "Tabel 2.1 Tabel contoh isu" in whole
    assert "Gambar 2.1 Isu per dimensi" in whole
    assert "Tabel A.1 Tabel contoh program" in whole
    listed = told[_page(told, "DAFTAR TABEL")]
    first = _page(told, "BAB I\n")
    page = next(line.split()[-1] for line in listed.splitlines() if "contoh program" in line)
    assert "Tabel A.1" in told[first + int(page) - 1]


def test_the_head_of_a_long_table_stands_on_each_of_its_pages(told):
    on = [text for text in told if re.search(r"Baris \d", text)]
    assert len(on) >= 3
    assert all("Biaya (Rp)" in text for text in on)


def test_a_wide_table_lies_on_a_broad_page_and_the_text_behind_it_stands_upright(made, told):
    broad = [pages.page_size(made, at)[0] > pages.page_size(made, at)[1] for at in range(len(told))]
    assert [at for at, is_broad in enumerate(broad) if is_broad] == [_page(told, "LAMPIRAN A")]
    assert not broad[_page(told, "Sesudah tabel.")]


def test_an_empty_part_and_an_unknown_one_say_what_to_do(told):
    whole = "\n".join(told)
    assert "Belum ada isi. Isi Kertas Kerja L1." in whole
    assert "[[salah]] tidak dikenal" in whole


def test_a_draft_marks_and_counts_proposals_and_a_final_book_has_none(told):
    whole = "\n".join(told)
    assert "USULAN" in whole
    assert "1 usulan teks belum diputuskan" in told[0]
    final = BookPaper(Book("b", title="Masterplan"), chapters(**TEXTS), PARTS, draft=False)
    text = "\n".join(texts(paper_of_book.written(final, FRAME)))
    assert "Isu daerah memuat 90 baris" not in text
    assert "DRAF" not in text
    assert "Belum ditulis." not in text


def test_a_book_of_nothing_is_still_a_book():
    empty = BookPaper(Book("b", title="Kosong"))
    found = texts(paper_of_book.written(empty, FRAME))
    assert "Kosong" in found[0]
    assert any("belum berisi bab" in text for text in found)


def test_hostile_text_stops_no_book():
    long = "x" * 5000 + " <b>&amp;</b> " + "漢字 " * 400
    nodes = chapters(
        **{"1.1": f"{long}\n\n| {long} | {'y ' * 3000} |\n\n- {long}\n\n[[gambar:z]]", "l": "[[isu]]"}
    )
    bad = BookTable("isu", long, ("No", long), (BookRow(("1", long * 3)),), (9, 100), ("right", "left"))
    picture = BookPicture("z", b"no picture", long, long)
    paper = BookPaper(Book("b", title=long), nodes, {"isu": bad}, {"z": picture}, issuer=long)
    assert len(texts(paper_of_book.written(paper, FRAME))) > 8


def test_progress_is_told_and_what_it_raises_ends_the_work():
    heard = []

    def told(done, total):
        heard.append((done, total))
        if done > 2:
            raise LookupError

    paper = BookPaper(Book("b", title="M"), chapters(**TEXTS), PARTS)
    with pytest.raises(LookupError):
        paper_of_book.written(paper, FRAME, told)
    assert heard[:3] == [(0, heard[0][1]), (1, heard[0][1]), (2, heard[0][1])]


def test_the_same_book_gives_the_same_bytes(made):
    again = BookPaper(
        Book("b", title="Masterplan", number="Buku 2"), chapters(**TEXTS), PARTS, region="Kota Contoh"
    )
    assert paper_of_book.written(again, FRAME) == made
