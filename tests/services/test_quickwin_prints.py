"""Quick wins on paper: ranking with its tie, sheets of the assessors, the record of what was decided."""

import re

import pytest

from smartcity_desktop.domain.print_job import (
    QUICKWIN_DECISION,
    QUICKWIN_GIVEN,
    QUICKWIN_RANKING,
    QUICKWIN_SCORES,
    QUICKWIN_SHORT,
)
from smartcity_desktop.domain.print_trace import Sent
from smartcity_desktop.domain.quickwin_board import Decided
from smartcity_desktop.errors import UserFault
from smartcity_desktop.reporting.pages import page_text
from smartcity_desktop.services.report import PrintAsk, page_count, page_is_broad, render
from tests.quickwins import JUDGES, TABLE, nominate, score


def printed(desk, kind, **asked):
    """Return the texts of the pages of a print, lines joined."""
    pdf = render(desk.report.asked(kind, PrintAsk(**asked)))
    return pdf, [" ".join(page_text(pdf, place).split()) for place in range(page_count(pdf))]


def told(desk, kind, **asked):
    """Print and tell the log of it; return the job and the texts of its pages."""
    ask = PrintAsk(**asked)
    job = desk.report.asked(kind, ask)
    desk.print_log.tell(job, ask, Sent("printer", 1))
    return job, printed(desk, kind, **asked)[1]


@pytest.fixture
def scored(desk):
    rows = nominate(desk)
    score(desk, rows)
    return rows


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.usefixtures("scored")
def test_the_ranking_states_every_mean_names_the_tie_and_shows_each_candidate(desk, paper):
    pdf, pages = printed(desk, QUICKWIN_RANKING, paper=paper)
    assert page_is_broad(pdf, 0)
    assert not page_is_broad(pdf, 1)
    for name, (*_, stated) in TABLE.items():
        assert name in pages[0]
        assert stated in pages[0]
        assert any(name in text for text in pages[1:])
    assert "DESAKU TUNTAS dan Edu Sampah Cipta Kerja sama persis 3,42" in pages[0]
    assert "270 dari 270 nilai sudah masuk." in pages[0]
    assert "bobot 1 (11,1%)" in pages[0]


@pytest.mark.usefixtures("scored")
def test_the_short_ranking_is_its_table_alone(desk):
    _, pages = printed(desk, QUICKWIN_RANKING, choice=QUICKWIN_SHORT)
    assert len(pages) == 1


def test_assessors_far_apart_stand_on_the_ranking_with_the_rule_in_words(desk, scored):
    sheet = desk.worksheet.find("L10N").id
    first = desk.worksheet.assessors(sheet)[0].id
    key = next(item.key for item in desk.worksheet.grid(sheet, first).columns if item.kind == "score")
    desk.worksheet.set_cells(sheet, first, [(scored["MATIC"], key, "0")])
    _, pages = printed(desk, QUICKWIN_RANKING)
    assert "MATIC. Perlu dibahas dulu: Perumusan (0–3)." in pages[0]
    assert "simpangan baku 1,0 atau lebih" in pages[0]
    assert any("Perlu dibahas dulu · 0–3" in text for text in pages[1:])


@pytest.mark.usefixtures("scored")
def test_every_assessor_has_a_sheet_in_the_order_of_the_grid_blank_and_filled(desk):
    _, blank = printed(desk, QUICKWIN_SCORES)
    assert len(blank) == len(JUDGES)
    assert [name in text for name, text in zip(JUDGES, blank, strict=True)] == [True] * len(JUDGES)
    assert [f"L10N-{place:02d}" in text for place, text in enumerate(blank, start=1)] == [True] * len(JUDGES)
    places = [blank[0].index(name) for name in TABLE]
    assert places == sorted(places)
    _, filled = printed(desk, QUICKWIN_SCORES, choice=QUICKWIN_GIVEN)
    assert "DESAKU TUNTAS Disdukcapil GOV 4 4 4 3 4 4 4 3 4" in filled[0]
    assert "DESAKU TUNTAS Disdukcapil GOV 4 4 4" not in blank[0]


@pytest.mark.usefixtures("scored")
def test_a_blank_score_sheet_is_keyed_back_by_the_code_on_its_page(desk):
    job, pages = told(desk, QUICKWIN_SCORES)
    sheet = desk.worksheet.find("L10N").id
    out = [item.paper.number for item in desk.paper.lines(sheet)]
    assert out == [item.number for item in job.picture.sheets], "each is known to be out"
    code = re.search(r"L10N-02-[A-Z]", pages[1]).group()
    found = desk.paper.sheet(desk.paper.find(code).paper)
    assert [column.key for column, _ in found.columns] == [
        f"score@{item.id}" for item in job.picture.board.criteria
    ]
    places = [pages[1].index(row.subject.partition(" · ")[0]) for row in found.rows]
    assert places == sorted(places)
    first = found.rows[0]
    desk.paper.key(found.paper, [(first.row, found.columns[0][0].key, "1")])
    party = desk.worksheet.assessors(sheet)[1].id
    grid = desk.worksheet.grid(sheet, party)
    assert next(row for row in grid.rows if row.row == first.row).values[found.columns[0][0].key] == "1"


@pytest.mark.usefixtures("scored")
def test_who_is_nominated_after_the_sheets_were_printed_stands_below_on_paper_and_screen(desk):
    told(desk, QUICKWIN_SCORES)
    home = desk.worksheet.find("L10").id
    party = desk.worksheet.places(home)[0].party
    (row,) = desk.worksheet.new_rows(1)
    desk.worksheet.set_cells(home, party, [(row, "name", "Susulan Contoh")])
    job, pages = told(desk, QUICKWIN_SCORES)
    assert job.picture.sheets[0].lines[-1].candidate.name == "Susulan Contoh"
    found = desk.paper.sheet(desk.paper.find("L10N-01").paper)
    assert found.rows[-1].row == row
    assert "Susulan Contoh" in pages[0]


@pytest.mark.usefixtures("scored")
def test_filled_score_sheets_are_no_papers_that_went_out(desk):
    job, pages = told(desk, QUICKWIN_SCORES, choice=QUICKWIN_GIVEN)
    assert desk.paper.lines(desk.worksheet.find("L10N").id) == []
    assert job.picture.sheets[0].number == "L10N-01"
    assert "L10N-01" in pages[0]


def test_filled_sheets_of_nobody_are_refused_and_blank_ones_can_be_written_on(desk):
    with pytest.raises(UserFault) as fault:
        printed(desk, QUICKWIN_SCORES, choice=QUICKWIN_GIVEN)
    assert fault.value.code == "print-nothing-filled"
    _, pages = printed(desk, QUICKWIN_SCORES)
    assert len(pages) == 1
    assert "Ditulis bebas, diketik di Isian." in pages[0]
    assert "Penilai" in pages[0]
    assert "Rumus" in pages[0]


def test_the_record_lists_decisions_dissent_and_what_was_decided_before(desk, scored, ticking):
    desk.quickwin.decide(scored["MATIC"], Decided("terpilih", "Pleno", "2026-08-04", "Paling cepat terasa"))
    ticking.forward(hours=1)
    dissent = "Perwakilan BRD tidak sependapat"
    desk.quickwin.decide(scored["MATIC"], Decided("cadangan", "Bupati", "2026-08-05", "Data kurang", dissent))
    desk.quickwin.decide(
        scored["DESAKU TUNTAS"], Decided("terpilih", "Bupati", "2026-08-05", "Nilai tertinggi")
    )
    _, pages = printed(desk, QUICKWIN_DECISION)
    text = " ".join(pages)
    assert "Rabu tanggal lima bulan Agustus tahun dua ribu dua puluh enam" in text
    assert "Ditetapkan terpilih No Quick win OPD Nilai Alasan Ditetapkan oleh 1 DESAKU TUNTAS" in text
    assert "MATIC Terpilih Paling cepat terasa" in text
    assert dissent in text
    assert "Belum diputuskan: Edu Sampah Cipta Kerja, Smart Health, CONTRA WAR, E-AGRIPROP." in text


def test_a_record_of_nothing_can_be_written_on(desk):
    _, pages = printed(desk, QUICKWIN_DECISION)
    assert "Ditetapkan terpilih" in pages[0]
    assert "Catatan perbedaan pendapat" in pages[0]


def test_long_and_marked_up_words_of_people_reach_the_paper_whole(desk, scored):
    sheet = desk.worksheet.find("L10").id
    home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "BRD")
    name = "<b>Satu</b> & " + "kata panjang " * 30
    desk.worksheet.set_cells(sheet, home, [(scored["MATIC"], "name", name)])
    made = Decided("tidak", "Tim <i>pleno</i>", "2026-08-05", "Alasan & sebab " * 120, "Beda " * 300)
    desk.quickwin.decide(scored["MATIC"], made)
    for kind in (QUICKWIN_RANKING, QUICKWIN_SCORES, QUICKWIN_DECISION):
        _, pages = printed(desk, kind)
        assert "<b>Satu</b> & kata panjang" in " ".join(pages)
    assert " ".join(printed(desk, QUICKWIN_DECISION)[1]).count("Beda") >= 300


@pytest.mark.usefixtures("scored")
def test_a_hundred_candidates_go_on_over_pages_with_their_heads(desk):
    sheet = desk.worksheet.find("L10").id
    home = next(place.party for place in desk.worksheet.places(sheet) if place.short == "BRD")
    rows = desk.worksheet.new_rows(94)
    desk.worksheet.set_cells(sheet, home, [(row, "name", f"Kandidat {at}") for at, row in enumerate(rows)])
    _, pages = printed(desk, QUICKWIN_RANKING, choice=QUICKWIN_SHORT)
    assert len(pages) > 2
    assert all("Urutan" in text for text in pages if "Kandidat 1" in text)
    assert "Kandidat 93" in " ".join(pages)
    _, sheets = printed(desk, QUICKWIN_SCORES)
    assert "Kandidat 93" in " ".join(sheets)
