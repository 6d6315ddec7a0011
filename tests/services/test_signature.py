"""The list of who signs the commitment: made once by two laptops, ticked off, and its paper word by word."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_commitment import COMMITMENT_PAPER, LATE, LIST, POINTS_TEXT
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.domain.signature import LATER, NEVER, OPEN, SIGNED, numbers, told
from smartcity_desktop.services.report import render
from tests.reporting.pictures import texts
from tests.reporting.test_sample_prints import compare
from tests.services.test_result import opds


@pytest.fixture
def listed(desk):
    desk.opd.add(
        [OpdRow("Dinas Kesehatan", "Dinkes"), OpdRow("Kecamatan Laeya"), OpdRow("Kelurahan Ambalodangge")]
    )
    desk.opd.update(opds(desk)["Dinkes"], "head", "dr. Fadli <b>")
    desk.signature.draw_up()
    return {item.position: item.id for item in desk.signature.board().rows}


def test_the_head_of_the_region_comes_first_and_villages_sign_nothing(desk, listed):
    assert list(listed) == ["Bupati Konawe Selatan", "Kepala Dinas Kesehatan", "Camat Laeya"]
    assert [item.part for item in desk.signature.board().rows] == ["kepala", "opd", "opd"]
    assert not desk.signature.draw_up()


def test_drawing_up_again_adds_who_is_missing_and_leaves_the_others_as_they_are(desk, listed):
    row = listed["Kepala Dinas Kesehatan"]
    desk.signature.write(row, "name", "drg. Lain")
    desk.signature.remove(listed["Camat Laeya"])
    desk.opd.add([OpdRow("Dinas Perikanan")])
    board = desk.signature.board()
    assert (len(board.rows), board.missing) == (2, 2)
    desk.signature.draw_up()
    board = desk.signature.board()
    assert (len(board.rows), board.missing) == (4, 0)
    assert board.row(row).name == "drg. Lain"
    assert board.row(listed["Camat Laeya"]).position == "Camat Laeya"


def test_a_signature_has_the_day_it_was_given_and_loses_it_again(desk, listed):
    row = listed["Camat Laeya"]
    desk.signature.mark(row, SIGNED)
    assert desk.signature.board().row(row).on == "2026-08-04"
    desk.signature.write(row, "on", "2026-08-02")
    desk.signature.mark(row, LATER)
    assert desk.signature.board().row(row).on == "2026-08-02"
    desk.signature.mark(row, OPEN)
    assert desk.signature.board().row(row).on == ""
    assert not desk.signature.mark(row, OPEN)
    desk.undo()
    assert desk.signature.board().row(row).stands == LATER


def test_how_many_have_signed_is_told(desk, listed):
    desk.signature.mark(listed["Camat Laeya"], LATER)
    desk.signature.mark(listed["Kepala Dinas Kesehatan"], NEVER)
    assert told(desk.signature.board().rows) == (
        "1 dari 3 sudah menandatangani, 1 di antaranya susulan; 1 tidak menandatangani."
    )


def test_the_paper_says_what_its_reference_says_and_the_late_sheet_names_the_others(desk, listed):
    desk.signature.mark(listed["Kepala Dinas Kesehatan"], SIGNED)
    job = desk.report.asked(COMMITMENT_PAPER, PrintAsk(paper="F4"))
    compare("komitmen_bersama", texts(render(job)))
    late = " ".join(texts(render(desk.report.asked(COMMITMENT_PAPER, PrintAsk(choice=LATE)))))
    assert "Camat Laeya" in late
    assert "Kepala Dinas Kesehatan" not in late
    for row in listed.values():
        desk.signature.mark(row, SIGNED)
    late = " ".join(texts(render(desk.report.asked(COMMITMENT_PAPER, PrintAsk(choice=LATE)))))
    assert "Semua yang ada di daftar sudah menandatangani." in late


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_the_list_says_of_everybody_who_has_signed_and_who_has_not(desk, listed, paper):
    long = "Prof. Dr. Ir. Hj. Andi Tenri Sompa Rahmatullah Paturusi, S.T., M.T., M.Eng., Ph.D., ASEAN Eng."
    row = listed["Kepala Dinas Kesehatan"]
    desk.signature.write(row, "name", long)
    desk.signature.write(row, "note", "diwakili Sekretaris")
    desk.signature.mark(row, LATER)
    desk.signature.mark(listed["Camat Laeya"], NEVER)
    pages = texts(render(desk.report.asked(COMMITMENT_PAPER, PrintAsk(choice=LIST, paper=paper))))
    text = " ".join(" ".join(pages).split())
    assert "DAFTAR PENANDA TANGAN KOMITMEN BERSAMA" in text
    assert "1 dari 3 sudah menandatangani, 1 di antaranya susulan; 1 tidak menandatangani." in text
    assert "Susulan 4-8-2026 diwakili Sekretaris" in text
    assert all(word in text for word in long.split())
    parts = ["Kepala daerah", "Bupati Konawe Selatan Belum", "Pimpinan OPD", "Camat Laeya Tidak"]
    assert [text.find(part) for part in parts] == sorted(text.find(part) for part in parts)
    assert min(text.find(part) for part in parts) > 0


def test_a_person_has_one_number_on_every_paper_and_on_the_screen(desk, listed):
    board = desk.signature.board()
    assert numbers(board.rows) == {listed["Kepala Dinas Kesehatan"]: 1, listed["Camat Laeya"]: 2}
    desk.signature.mark(listed["Kepala Dinas Kesehatan"], SIGNED)
    for choice in ("", LATE, LIST):
        text = "\n".join(texts(render(desk.report.asked(COMMITMENT_PAPER, PrintAsk(choice=choice)))))
        camat = next(line for line in text.split("\n") if "Camat Laeya" in line)
        assert camat.startswith("2 "), choice


def test_without_anybody_the_list_says_where_it_is_drawn_up(desk):
    text = " ".join(texts(render(desk.report.asked(COMMITMENT_PAPER, PrintAsk(choice=LIST)))))
    assert "Susun di Komitmen bersama" in text


def test_its_text_is_written_anew_and_stays_so(desk):
    job = desk.report.asked(COMMITMENT_PAPER, PrintAsk())
    points = next(item for item in job.passages if item.key == POINTS_TEXT)
    desk.print_log.write_text(points, "Hanya satu butir & titik.")
    again = " ".join(texts(render(desk.report.asked(COMMITMENT_PAPER, PrintAsk()))))
    assert "1. Hanya satu butir & titik." in again
    assert "inklusif" not in again


def test_without_a_list_there_are_rows_to_be_written_by_hand(desk):
    text = " ".join(texts(render(desk.report.asked(COMMITMENT_PAPER, PrintAsk()))))
    assert "12." in text
    assert "Bupati" in text
