"""The check sheet of a plan: gathered from a file, on paper word by word, numbers as in the window."""

from pathlib import Path

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_finding import CHECK_SHEET, GUIDE
from smartcity_desktop.domain.print_job import PrintAsk, each
from smartcity_desktop.services.report import render
from tests.reporting.pictures import texts
from tests.services.conftest import plan
from tests.services.test_finding import faulty

REFERENCE = Path(__file__).resolve().parent.parent / "reference" / "periksa_renstra.txt"
LONG = "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana " * 3


def sheet(desk, opd="", paper="A4"):
    return desk.report.asked(CHECK_SHEET, PrintAsk(opd=opd, paper=paper))


def words(made):
    return " ".join(" ".join(texts(render(made))).split())


@pytest.fixture
def held(desk, diskominfo):
    desk.renstra.adopt(diskominfo, faulty())
    return desk.finding.of(diskominfo)


def test_the_sheet_says_what_its_reference_says(desk, diskominfo, held):
    desk.finding.answer(held.items[0].key, "dijelaskan", "Sasaran ini dijawab Dinas Kesehatan.")
    found = "\n\f\n".join(texts(render(sheet(desk, diskominfo))))
    found = "".join(f"{line.rstrip()}\n" for line in found.split("\n"))
    if not REFERENCE.exists():
        REFERENCE.write_text(found, encoding="utf-8", newline="\n")
        pytest.fail("the reference was missing; it was written from this print: read it")
    assert found.split("\n") == REFERENCE.read_text(encoding="utf-8").split("\n")


def test_every_number_of_the_list_stands_on_paper_with_its_place_and_three_boxes(desk, diskominfo, held):
    told = words(sheet(desk, diskominfo, "F4"))
    assert told.count("☐ Diperbaiki ☐ Dijelaskan ☐ Keliru") == len(held.items)
    assert f"Kode daftar : {held.mark}" in told
    for item in held.items:
        assert item.where in told
        assert item.finding.advice in told
    assert GUIDE[0] in told
    assert "Kepala Dinas Komunikasi dan Informatika" in told


def test_all_sheets_are_those_of_agencies_with_a_plan(desk, diskominfo):
    desk.opd.add([OpdRow(LONG), OpdRow("Dinas Kesehatan")])
    assert "Belum ada Renstra OPD yang dibaca." in words(sheet(desk))
    desk.renstra.adopt(diskominfo, faulty())
    desk.renstra.adopt(desk.opd.find(LONG.strip()).id, faulty())
    made = each(sheet(desk))
    assert len(made) == 2
    assert LONG.strip() in words(made[1])
    other = desk.opd.find("Dinas Kesehatan").id
    assert "belum dibaca, jadi belum ada yang diperiksa" in words(sheet(desk, other))


def test_a_plan_without_findings_is_told_so_plainly(desk, diskominfo):
    desk.renstra.adopt(diskominfo, plan(lines=plan().lines[:2], period_end=2026))
    assert desk.finding.of(diskominfo).items == ()
    told = words(sheet(desk, diskominfo))
    assert "tidak menemukan hal yang perlu dijawab" in told
    assert "Isi program tidak dinilai." in told
    assert "☐" not in told
