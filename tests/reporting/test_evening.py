"""The papers of an evening: their words against texts that were read, both papers, empty and endless texts.

After a wanted change delete the file in ``tests/reference``; the test writes the new text and fails once.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from smartcity_desktop.domain.paper_certificate import Holder
from smartcity_desktop.reporting.pages import page_count, page_size
from tests.reporting.evenings import CERTIFICATES, EMPTY, LONG, PAPERS, RECORD, REPORT, lengthened, made
from tests.reporting.pictures import texts

FOLDER = Path(__file__).resolve().parent.parent / "reference"
MILLIMETRES = {"A4": (210, 297), "F4": (215, 330)}
POINTS_PER_MM = 72 / 25.4
WORDED = [kind for kind in PAPERS if kind != "halaman-foto"]


@pytest.mark.parametrize("kind", WORDED)
def test_a_paper_says_what_its_reference_says(kind):
    pages = "\n\f\n".join(texts(made(kind, PAPERS[kind])))
    found = "".join(f"{line.rstrip()}\n" for line in pages.split("\n"))
    file = FOLDER / f"{kind.replace('-', '_')}.txt"
    if not file.exists():
        file.write_text(found, encoding="utf-8", newline="\n")
        pytest.fail(f"{file.name} was missing; it was written from this print: read it")
    assert found.split("\n") == file.read_text(encoding="utf-8").split("\n")


@pytest.mark.parametrize("paper", MILLIMETRES)
@pytest.mark.parametrize("kind", PAPERS)
@pytest.mark.parametrize("of", [PAPERS, EMPTY])
def test_every_page_has_the_size_that_is_chosen(kind, paper, of):
    pdf = made(kind, of[kind], paper)
    for page in range(page_count(pdf)):
        size = sorted(side / POINTS_PER_MM for side in page_size(pdf, page))
        assert size == pytest.approx(MILLIMETRES[paper], abs=0.5)


@pytest.mark.parametrize("kind", PAPERS)
def test_endless_texts_stop_no_paper(kind):
    pdf = made(kind, lengthened(PAPERS[kind]), "A4")
    assert 1 <= page_count(pdf) < 60


@pytest.mark.parametrize("kind", PAPERS)
def test_a_paper_is_the_same_bytes_twice(kind):
    assert made(kind, PAPERS[kind]) == made(kind, PAPERS[kind])


def test_a_berita_acara_begins_with_the_date_in_words_and_leaves_the_number_open():
    text = " ".join(" ".join(texts(made("berita-acara-kelompok", (RECORD,)))).split())
    assert "hari ini Senin tanggal tiga puluh satu bulan Juli tahun dua ribu dua puluh tiga" in text
    assert "NOMOR …" in text
    assert "NIP 19780512 200212 2 004" in text


def test_each_group_has_a_berita_acara_with_pages_of_its_own():
    other = replace(RECORD, called="ENV Smart Environment")
    pages = texts(made("berita-acara-kelompok", (RECORD, other)))
    begins = [page for page in pages if "BERITA ACARA\n" in page]
    assert len(begins) == 2
    assert sum("halaman 1 dari" in page for page in pages) == 2


def test_what_a_person_wrote_stands_in_the_place_of_the_proposal():
    text = " ".join(texts(made("laporan-harian", REPORT)))
    assert "Ditulis sendiri: Jum'at <b." in text
    assert "Usulan." not in text


def test_a_report_of_a_day_without_anything_says_so():
    text = " ".join(" ".join(texts(made("laporan-harian", EMPTY["laporan-harian"]))).split())
    assert "Daftar peserta belum diisi." in text
    assert "Susunan acara hari ini belum diisi." in text
    assert "Belum ada hasil kertas kerja pada hari ini." in text


def test_a_draft_is_marked_as_one():
    assert "DRAF – belum disetujui" in texts(made("siaran-pers", PAPERS["siaran-pers"]))[0]


def test_a_certificate_has_its_materials_on_the_back_and_no_word_of_the_program():
    pages = texts(made("sertifikat", CERTIFICATES))
    assert len(pages) == 4
    assert "SERTIFIKAT" in pages[0]
    assert "Nomor: 001/SC/2023" in pages[0]
    assert "MATERI" in pages[1]
    assert "Nomor: ……" in pages[2]
    assert "Budi Wakil" in pages[2]
    assert "NIP 19800101 200501 1 001" in pages[0]
    assert "NIP 19800101" not in pages[2], "a deputy has no number here"
    assert not any("dicetak" in page for page in pages)


@pytest.mark.parametrize("paper", MILLIMETRES)
def test_a_certificate_of_a_very_long_name_is_one_sheet(paper):
    long = replace(CERTIFICATES, holders=(Holder("a", LONG[:300], LONG[:300]),), numbers=("–",))
    assert page_count(made("sertifikat", long, paper)) == 2
