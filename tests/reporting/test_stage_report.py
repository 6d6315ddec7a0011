"""The final report on paper: a heading stays with what it heads."""

from datetime import UTC, datetime

import pytest

from smartcity_desktop.domain.paper_leader import LeaderColumn, LeaderTable
from smartcity_desktop.domain.paper_stage_report import FINAL_REPORT, StageReport
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import PrintFrame
from smartcity_desktop.services.report import render
from tests.reporting.pictures import texts

FRAME = PrintFrame(printed_at=datetime(2026, 8, 5, 16, 5, tzinfo=UTC), region="Kabupaten Kona", paper="A4")
TABLE = LeaderTable("Program menurut dimensi", (LeaderColumn("Dimensi", 40),), (("GOV",),))


@pytest.mark.parametrize("laws", range(16, 30))
def test_the_heading_of_the_results_stands_with_the_first_of_them_wherever_the_page_ends(laws):
    report = StageReport(
        kind=FINAL_REPORT,
        word="Laporan Akhir",
        basis=tuple(f"Undang-Undang Nomor {place}" for place in range(laws)),
        results=(TABLE,),
    )
    pages = texts(render(PrintJob(FINAL_REPORT, "Laporan Akhir", FRAME, picture=report)))
    (page,) = (text for text in pages if ". Hasil" in text)
    assert TABLE.title in page
