"""The results of a worksheet on paper: one table landscape, gathered from a file."""

from smartcity_desktop.domain.print_job import RESULT
from smartcity_desktop.reporting.pages import page_text
from smartcity_desktop.services.report import PrintAsk, page_count, page_is_broad, render
from tests.services.test_exercise_sheets import put
from tests.services.test_result import dimension, swot

__all__ = ["swot"]


def printed(job):
    pdf = render(job)
    texts = [" ".join(page_text(pdf, place).split()) for place in range(page_count(pdf))]
    return pdf, texts


def test_merged_rows_say_from_how_many_and_their_sources_are_counted(desk, swot):
    l3, rows = swot
    desk.result.accept(l3, dimension(desk, "GOV"), (rows[0], rows[2]), "Aplikasi belum terintegrasi")
    job = desk.report.asked(RESULT, PrintAsk(worksheet=l3))
    pdf, (text,) = printed(job)
    assert job.name == "Hasil kertas kerja L3"
    assert page_is_broad(pdf, 0)
    assert "HASIL KERTAS KERJA L3 Analisis SWOT" in text
    assert "3 lembar · 3 isian · 1 hasil gabungan" in text
    assert "2 isian sudah digabung ke isian lain dan dihitung di sana." in text
    first, second = text.index("Gabungan GOV Smart Governance (1)"), text.index("Dinas Kesehatan (1)")
    assert first < text.index("Aplikasi belum terintegrasi (dari 2 isian)") < second
    assert "Data belum terintegrasi antar aplikasi" not in text
    assert "halaman 1 dari 1" in text


def test_a_long_result_repeats_the_heads_of_its_columns(desk, swot):
    l3, _ = swot
    for place, opd in enumerate(desk.opd.opds()):
        put(desk, l3, opd.id, *({"kind": "S", "text": f"Faktor {place} {at} " * 9} for at in range(30)))
    _, texts = printed(desk.report.asked(RESULT, PrintAsk(worksheet=l3)))
    assert len(texts) > 2
    assert all("No Dimensi Jenis Faktor" in text or "No Jenis Faktor" in text for text in texts)
    assert f"halaman {len(texts)} dari {len(texts)}" in texts[-1]


def test_without_a_worksheet_those_of_the_stage_that_say_anything_are_one_file(desk, swot):
    assert swot
    first, second = (item.id for item in desk.workshop.stages()[:2])
    assert desk.report.asked(RESULT, PrintAsk(stage=first)).picture.code == "L3"
    group = desk.worksheet.places(desk.worksheet.find("L1").id)[0]
    put(desk, group.worksheet, group.party, {"text": "Banjir"})
    job = desk.report.asked(RESULT, PrintAsk(stage=first))
    assert [item.picture.code for item in job.jobs] == ["L1", "L3"]
    _, texts = printed(job)
    assert [text.count("halaman 1 dari 1") for text in texts] == [1, 1]
    empty = desk.report.asked(RESULT, PrintAsk(stage=second))
    assert "Belum ada isian di lembar mana pun." in printed(empty)[1][0]


def test_by_dimension_every_row_says_whose_it_is(desk, swot):
    l3, _ = swot
    for short, code in (("DLH", "ENV"), ("Dinkes", "LIV")):
        agency = next(item.id for item in desk.opd.opds() if item.short == short)
        desk.opd.update(agency, "dimension", dimension(desk, code))
    _, (text,) = printed(desk.report.asked(RESULT, PrintAsk(worksheet=l3, choice="dimensi")))
    assert "DLH O (peluang) Bank sampah tumbuh" in text
    assert text.index("LIV Smart Living (2)") < text.index("ENV Smart Environment (2)")
