"""The recap of readiness and the SWOT–TOWS sheets as they are gathered from a file, filled and blank."""

import re

import pytest

from smartcity_desktop.domain import swot
from smartcity_desktop.domain.paper_swot import SWOT_BLANK, SWOT_DIMENSIONS
from smartcity_desktop.domain.print_job import (
    READINESS_RECAP,
    SWOT_SHEET,
    PrintAsk,
    each,
)
from smartcity_desktop.services.report import page_count, page_is_broad, render
from smartcity_desktop.storage.dimension import dimensions
from tests.reporting.pictures import texts, words
from tests.services.test_readiness import opds, part, score
from tests.services.test_swot import EXAMPLE, TOWS, answer, dlh, fill

assert opds
assert dlh
"""The fixtures of the tests of readiness and of SWOT."""


def printed(desk, kind, **ask):
    return " ".join(words(render(desk.report.asked(kind, PrintAsk(**ask)))).split())


def scale(desk, name):
    desk.swot.set_scale(desk.worksheet.find("L3").id, name)


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_the_recap_says_means_gaps_and_what_nobody_scored(desk, opds, paper):
    score(
        desk, "L2", part(desk, "STR"), {"STR-01": 3, "STR-05": 1}, gap="Pagu belum ada", advice="Masuk Renja"
    )
    score(desk, "L2K", opds[0], {"STR-05": 2})
    score(desk, "L2K", opds[1], {"STR-05": 4})
    found = printed(desk, READINESS_RECAP, paper=paper)
    assert "2,00 (sedang) 2 dari 30 butir, 28 belum dinilai 1 skor 3–4 tanpa bukti" in found
    assert "2 dari 3 lembar OPD menjawab" in found
    assert "n 2, 2–4" in found
    assert "Rekomendasi: Masuk Renja" in found
    assert re.search(r"Belum dinilai: 28 butir: STR-02, .*SUP-03\.", found)
    assert "1,00 buruk" in found, "the bars say their means"


def test_a_recap_without_any_score_is_printed_too(desk):
    found = printed(desk, READINESS_RECAP)
    assert "Belum ada butir yang dinilai." in found
    assert "belum dinilai" in found


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_a_sheet_with_its_quadrant_says_scale_figures_and_matrix(desk, dlh, paper):
    answer(desk, dlh, fill(desk, dlh))
    scale(desk, swot.QUADRANT)
    desk.worksheet.set_head(desk.worksheet.find("L3").id, dlh, "chair", "Wa Ode Nurhayati")
    job = desk.report.asked(SWOT_SHEET, PrintAsk(opd=dlh, paper=paper))
    pdf = render(job)
    found = " ".join(words(pdf).split())
    assert "4 = sangat menghambat" in found
    assert "Jumlah (S 1,95; W 1,55) 1,00 3,50" in found
    assert "x = S − W = 1,95 − 1,55 = +0,40" in found
    assert "Kuadran I (agresif)" in found
    assert "SO1 (S1, S2, O1): TPS3R jadi tempat belajar Malang Raya" in found
    assert "Belum dipakai strategi mana pun: S4, W2, W3, T2." in found
    assert "Wa Ode Nurhayati" in found
    assert (job.name, page_count(pdf), page_is_broad(pdf, 0)) == ("SWOT–TOWS DLH", 2, True)


def test_the_other_scale_has_totals_and_no_quadrant(desk, dlh):
    fill(desk, dlh, rating="rating_ife")
    scale(desk, swot.IFE_EFE)
    found = printed(desk, SWOT_SHEET)
    assert "IFE = S + W = 1,95 + 1,55 = 3,50, di atas 2,50 (kuat)" in found
    assert "agresif" not in found


def test_words_alone_have_counts_and_no_figures(desk, dlh):
    fill(desk, dlh)
    found = printed(desk, SWOT_SHEET)
    assert "Jumlah faktor: S 4, W 3" in found
    assert "Bobot" not in found.replace("Tanpa bobot", "")


def test_merged_sheets_of_dimensions_are_printed_apart_from_those_of_agencies(desk, dlh):
    dimension = dimensions(desk._store.db)[0]
    factors = fill(desk, dimension.id, EXAMPLE[:2])
    fill(desk, dlh, EXAMPLE[2:3])
    answer(desk, dimension.id, factors, (("SO", "Gabungan strategi", (0,)),))
    own = printed(desk, SWOT_SHEET)
    merged = printed(desk, SWOT_SHEET, choice=SWOT_DIMENSIONS)
    assert "Gabungan strategi" in merged
    assert f"Gabungan {dimension.code}" in merged
    assert EXAMPLE[2][1] in own
    assert "Gabungan" not in own


def test_every_party_can_have_a_file_of_its_own(desk, dlh):
    other = desk.opd.opds()[1].id
    for party in (dlh, other):
        fill(desk, party, EXAMPLE[:1])
    job = desk.report.asked(SWOT_SHEET, PrintAsk())
    assert [item.name for item in each(job)] == ["SWOT–TOWS DLH", "SWOT–TOWS Dinkes"]
    assert page_count(render(job)) == 2


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_a_blank_sheet_has_whole_pages_to_write_on_and_nothing_of_what_was_typed(desk, dlh, paper):
    answer(desk, dlh, fill(desk, dlh), TOWS[:1])
    scale(desk, swot.QUADRANT)
    pdf = render(desk.report.asked(SWOT_SHEET, PrintAsk(opd=dlh, choice=SWOT_BLANK, paper=paper)))
    found = " ".join(words(pdf).split())
    assert page_count(pdf) == 3
    assert "S1 S2 S3 S4 S5 W1" in found
    assert "Bobot Rating Skor" in found
    assert EXAMPLE[0][1] not in found


def test_a_workshop_in_which_nobody_wrote_anything_gives_a_blank_sheet(desk):
    assert "Sebut kode faktornya" in printed(desk, SWOT_SHEET)


def test_factors_without_a_kind_are_not_lost_on_paper(desk, dlh):
    fill(desk, dlh, (*EXAMPLE[:1], ("", "Belum jelas jenisnya", "", "")))
    found = printed(desk, SWOT_SHEET)
    assert "Belum dipilih jenisnya" in found
    assert "Belum jelas jenisnya" in found


def test_the_page_that_is_signed_bears_the_matrix_too(desk, dlh):
    answer(desk, dlh, fill(desk, dlh))
    pdf = render(desk.report.asked(SWOT_SHEET, PrintAsk(paper="A4")))
    signed = [" ".join(text.split()) for text in texts(pdf) if "Ketua," in text]
    assert page_count(pdf) > 1
    assert len(signed) == 1
    assert "Matriks TOWS" in signed[0]
