"""Prints of the sample city, word by word: dossiers whole, with promises and without a plan; and exercises.

After a wanted change delete the file in ``tests/reference``; the test writes it anew and fails once.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from smartcity_desktop import sample
from smartcity_desktop.services.report import DOSSIER, each, page_count, render
from tests.reporting.pictures import texts

FOLDER = Path(__file__).resolve().parent.parent / "reference"
SHOWN = ("Diskominfo", "DLH", "RSUD")
EXERCISES = (
    *("rekap-kesiapan", "swot-tows", "kata-kunci-visi", "visi-misi", "hasil-suara", "penilaian-quick-win"),
    *("peringkat-quick-win", "penetapan-quick-win", "pekerjaan-rumah", "lembar-estafet", "kendali-kertas"),
    *("daftar-dokumen", "buku"),
    *("program-lintas-opd", "matriks-keselarasan", "sasaran-belum-terjawab", "bacaan-kedua"),
    *("sebaran-program", "celah-opd", "pagu-dimensi", "kelengkapan-renstra"),
    *("peta-jalan-gambar", "peta-jalan-tabel", "rencana-aksi"),
    *("daftar-program", "kekurangan-program"),
    *("lembar-quick-win", "jadwal-quick-win", "tindak-lanjut-masterplan", "pemantauan-program"),
    *("rancangan-perkada", "rancangan-sk-dewan", "rancangan-sk-tim"),
    *("laporan-akhir", "lembar-program", "pengingat-pekerjaan-rumah", "hasil-kertas-kerja", "kartu-ide"),
    *("rekap-opd", "rekap-dimensi", "beda-bacaan", "lembar-bernomor", "surat-suara"),
)
"""What the exercises come to on paper."""
MOST_PAGES = {"buku": 20, "laporan-akhir": 9}
FEW_PAGES = 4
"""Of a print that has the same page for every OPD the first ones tell enough."""


@pytest.fixture(scope="module")
def desk(sample_desk):
    return sample_desk


@pytest.fixture(scope="module")
def dossiers(desk):
    """Every dossier of the sample on A4, by the short name of its OPD."""
    job = desk.report.gather(DOSSIER, paper="A4")
    return {one.dossiers[0].called: one for one in each(job)}


def compare(name, pages):
    """Hold the texts of pages against those that were read and found right."""
    found = "".join(f"{line.rstrip()}\n" for line in "\n\f\n".join(pages).split("\n"))
    found = re.sub(r"versi \d+", "versi …", found)
    file = FOLDER / f"{name}.txt"
    if not file.exists():
        file.write_text(found, encoding="utf-8", newline="\n")
        pytest.fail(f"{file.name} was missing; it was written from this print: read it")
    assert found.split("\n") == file.read_text(encoding="utf-8").split("\n")


def test_the_dossiers_of_the_sample_say_what_their_reference_says(dossiers):
    compare("dossier_contoh", [text for short in SHOWN for text in texts(render(dossiers[short]))])


@pytest.mark.parametrize("kind", EXERCISES)
def test_a_print_of_an_exercise_says_what_its_reference_says(desk, kind):
    job = desk.report.asked(kind, replace(desk.report.meant(sample.STAGE, ""), paper="A4"))
    compare(kind.replace("-", "_"), texts(render(job))[: MOST_PAGES.get(kind, FEW_PAGES)])


def test_every_opd_of_the_sample_has_its_dossier(dossiers):
    assert len(dossiers) == 19
    for job in dossiers.values():
        pages = texts(render(job))
        (dossier,) = job.dossiers
        assert page_count(render(job)) == len(pages)
        assert "DOSSIER OPD" in pages[0]
        assert dossier.name.split()[0] in pages[0]
        assert (len(pages) == 1) is (dossier.plan is None)


def test_rows_of_a_swot_are_not_told_as_programs_of_a_plan(desk):
    report = desk.report.asked(
        "laporan-akhir", replace(desk.report.meant(sample.STAGE, ""), paper="A4")
    ).picture
    counted = {
        part.stage: sum(item.programs or 0 for day in part.days for item in day.results)
        for part in report.parts
    }
    assert counted == {"Tahap I": 0, "Tahap II": 51}
