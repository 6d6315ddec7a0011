"""Numbered papers on paper: what a rendered page says is enough to key it, and every kind can be set."""

import re

import pypdfium2
import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_code import code_of
from smartcity_desktop.domain.print_job import BALLOTS, CARDS, CONTROL, NUMBERED, PrintAsk
from smartcity_desktop.domain.print_trace import Sent, fingerprint
from smartcity_desktop.reporting.bars import made
from smartcity_desktop.services.report import each, render
from tests.exercises import DEFINITIONS, add


@pytest.fixture
def known(desk):
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes"), OpdRow("Dinas Sosial", "Dinsos")])
    return add(desk, *DEFINITIONS)


def pages(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def printed(desk, kind, **asked):
    ask = PrintAsk(**asked)
    job = desk.report.asked(kind, ask)
    desk.print_log.tell(job, ask, Sent("printer", 1))
    return job, pages(render(job))


def test_a_page_says_number_code_rows_and_what_the_keys_choose(desk, known):
    party = desk.opd.opds()[0].id
    rows = desk.worksheet.new_rows(2)
    cells = [(rows[0], "text", "Puskesmas di pulau"), (rows[1], "text", "Dokter kurang")]
    desk.worksheet.set_cells(known["TF"], party, cells)
    _, told = printed(desk, NUMBERED, worksheet=known["TF"])
    codes = [[number for number in ("TF-01", "TF-02") if code_of(number) in page] for page in told]
    assert sorted(codes) == codes, "every page says whose it is"
    assert {len(found) for found in codes} == {1}
    words = " ".join(told[0].split())
    assert words.index("Puskesmas di pulau") < words.index("Dokter kurang")
    assert all(text in words for text in ("1 Kekuatan", "2 Kelemahan", "3 Peluang", "4 Ancaman"))


def test_a_sheet_is_keyed_back_whole_from_what_is_on_its_page(desk, known):
    party = desk.worksheet.places(known["TP"])[0].party
    _, told = printed(desk, NUMBERED, worksheet=known["TP"], opd=party)
    code = re.search(r"TP-\d\d-[A-Z]", told[0]).group()
    found = desk.paper.sheet(desk.paper.find(code).paper)
    words = " ".join(told[0].split())
    places = [words.index(row.subject.partition(" · ")[2]) for row in found.rows]
    assert places == sorted(places)
    assert len(places) == 2
    answers = {"score": "3", "evidence": "SK 2026", "year": "2026"}
    for row in found.rows:
        for column, _ in found.columns:
            desk.paper.key(found.paper, [(row.row, column.key, answers[column.key])])
    desk.paper.finish(found.paper)
    grid = desk.worksheet.grid(known["TP"], party)
    assert [{key: row.values[key] for key in answers} for row in grid.rows] == [answers, answers]
    assert desk.worksheet.sheet(known["TP"], party).status == "diserahkan"


def test_every_card_of_a_batch_stands_once_on_the_sheets(desk, known):
    job, told = printed(desk, CARDS, worksheet=known["TK"])
    found = re.findall(r"K1-\d{3}-[A-Z]", " ".join(told))
    assert found == [code_of(f"K1-{place:03d}") for place in range(1, 41)]
    assert len(told) == 5
    assert job.name == "Kartu ide K1"


def test_prints_without_anything_behind_them_can_be_written_on(desk):
    for kind in (NUMBERED, CARDS, BALLOTS, CONTROL):
        for paper in ("A4", "F4"):
            job = desk.report.asked(kind, PrintAsk(paper=paper))
            assert pages(render(job))
    assert "Belum ada kertas bernomor" in pages(render(desk.report.asked(CONTROL, PrintAsk())))[0]
    desk.print_log.tell(job, PrintAsk(), Sent())
    assert desk.paper.batches() == []


def test_the_control_list_shows_who_keyed_what(desk, known):
    printed(desk, NUMBERED, worksheet=known["TF"])
    found = desk.paper.find("TF-01").paper
    desk.paper.key(found, [(desk.paper.sheet(found).rows[0].row, "text", "Puskesmas")])
    desk.paper.finish(found)
    words = " ".join(pages(render(desk.report.asked(CONTROL, PrintAsk())))[0].split())
    assert "Keluar 2 = diketik 1 + kosong 0 + rusak 0 + hilang 0 + belum ada kabar 1: TF-02." in words
    assert f"{code_of('TF-01')} Dinas Kesehatan" in words
    assert "Selesai diketik 1" in words


def test_a_print_is_the_same_before_and_after_it_was_noted(desk, known):
    ask = PrintAsk(worksheet=known["TF"])
    before = desk.report.asked(NUMBERED, ask)
    desk.print_log.tell(before, ask, Sent())
    assert fingerprint(desk.report.asked(NUMBERED, ask)) == fingerprint(before)
    assert [item.picture.sheet.opd for item in each(before)] == ["Dinas Kesehatan", "Dinas Sosial"]


def test_one_sheet_and_one_worksheet_can_be_asked_for_by_their_rows(desk, known):
    whole = desk.report.asked(NUMBERED, PrintAsk(opd=known["TF"]))
    assert len(whole.jobs) == 2
    printed(desk, NUMBERED, worksheet=known["TF"])
    sheet = desk.paper.find("TF-02").paper.sheet
    assert desk.report.asked(NUMBERED, PrintAsk(opd=sheet)).picture.sheet.number == "TF-02"


def test_bars_keep_white_at_their_sides_or_grow_narrow():
    wide, narrow = made("L5-03-V", 164), made("L10N-100-2-V", 164)
    assert wide.barWidth > narrow.barWidth
    for bars in (wide, narrow):
        assert float(bars.width) + 20 * float(bars.barWidth) <= 164


def test_many_lines_leave_room_for_fewer_ballots(desk):
    from smartcity_desktop.reporting.slips import layout

    frame = desk.report.asked(BALLOTS, PrintAsk()).frame
    assert [layout(lines, frame) for lines in (3, 12, 30, 60)] == [(2, 3), (2, 2), (2, 1), (2, 1)]
