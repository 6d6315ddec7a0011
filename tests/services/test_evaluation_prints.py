"""The material of the evaluation as it is printed, word by word, and where nobody estimated anything."""

from dataclasses import replace

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_evaluation import EARLIER, EVALUATION, SHORT
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.services.report import render
from tests.reporting.pictures import texts
from tests.reporting.test_sample_prints import compare
from tests.services.test_evaluation import GOVERNANCE, LAW, plant, program
from tests.services.test_result import opds

__all__ = ["program"]


def test_the_material_says_what_its_reference_says(desk, program):
    desk.opd.add([OpdRow("Dinas Lingkungan Hidup", "DLH")])
    plant(
        desk,
        "monitor",
        {"subject": program, "year": 2025, "planned": True, "state": "berjalan", "progress": 60},
        {"subject": program, "year": 2026, "planned": True, "state": "selesai", "evidence": "Foto loket"},
    )
    desk.evaluation.begin(2025, "reguler")
    desk.evaluation.score(2025, LAW, "2")
    desk.evaluation.begin(2026, "kppn_ikn")
    for item, score in ((LAW, "3,75"), (GOVERNANCE, "1"), ("kolaborasi-6.1.1", "0")):
        desk.evaluation.score(2026, item, score)
    desk.evaluation.write(2026, LAW, "evidence", "Perbup 4/2026 <lampiran & peta>")
    desk.evaluation.write(2026, LAW, "opd", opds(desk)["DLH"])
    desk.evaluation.annotate(2026, "Diperkirakan Tim Pelaksana pada Juli & Agustus")
    job = desk.report.asked(EVALUATION, PrintAsk(paper="A4"))
    compare("bahan_evaluasi", texts(render(job)))
    short = texts(render(desk.report.asked(EVALUATION, PrintAsk(paper="A4", choice=SHORT))))
    assert len(short) < len(texts(render(job)))
    assert "Kolaborasi" in short[0]
    earlier = desk.report.asked(EVALUATION, PrintAsk(choice=EARLIER))
    assert (job.name, earlier.name) == ("Bahan evaluasi 2026", "Bahan evaluasi 2025")


def test_it_is_printed_before_anybody_estimated_anything(desk):
    job = desk.report.asked(EVALUATION, PrintAsk(choice=SHORT))
    text = " ".join(" ".join(texts(render(replace(job)))).split())
    assert "0 dari 111 butir diperkirakan." in text
    assert "Quick win: pemantauan 2026 belum diisi." in text
