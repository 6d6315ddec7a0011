"""Shared programs, alignment and two readings on paper: what stands there, and that it stays whole."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_alignment import MATRIX, OF_PLANS, UNANSWERED, WITH_SDG
from smartcity_desktop.domain.paper_second import SECOND_BLANK, SECOND_TALK
from smartcity_desktop.domain.paper_shared import SHARED
from smartcity_desktop.domain.print_job import PrintAsk, ask_about
from smartcity_desktop.domain.second import Tag
from smartcity_desktop.services.report import page_count, render
from tests.reporting.pictures import texts
from tests.services.test_alignment import plant, program
from tests.services.test_result import dimension
from tests.services.test_shared_program import city, read

__all__ = ["city"]


def words(desk, kind, **ask):
    return " ".join(" ".join(texts(render(desk.report.asked(kind, PrintAsk(**ask))))).split())


@pytest.mark.usefixtures("city")
def test_shared_programs_stand_by_place_with_who_works_with_whom(desk):
    told = words(desk, SHARED)
    assert "Belum ada program bersama. 1 usulan lain belum diterima atau ditolak." in told
    desk.shared_program.accept(desk.shared_program.board().proposals[0].key)
    told = words(desk, SHARED, paper="F4")
    assert "1 program bersama: 1 antar-OPD." in told
    assert "Antar-OPD (1)" in told
    assert "Dinsos: 1.06.04 Penurunan Stunting Balita dan Gizi Keluarga" in told
    assert "OPD bersama OPD OPD Dinkes Dinsos Dinkes – 1 Dinsos 1 –" in told
    rows = [row for row, item in desk.shared_program.board().programs.items() if item.code == "2.11.11"]
    desk.opd.add([OpdRow(f"Badan {place}", f"B{place}") for place in range(16)])
    known = {item.short: item.id for item in desk.opd.opds()}
    for place in range(16):
        row, _ = desk.shared_program.add(f"Bersama {place}", rows)
        desk.shared_program.join(row, [known[f"B{place}"]])
    assert "DLH – B3 1" in words(desk, SHARED), "too many agencies for a table stand as pairs"


def test_the_matrix_names_links_with_their_degree_and_sdg_only_where_wanted(desk, city):
    rows = plant(desk)
    subject = program(desk, name="Bank sampah digital", opd=city["DLH"])
    desk.alignment.align(subject, rows["s2"], "kuat", "sampah")
    desk.alignment.mark(subject, [12], ["layanan_publik"])
    desk.alignment.grade(subject, "survei")
    told = words(desk, MATRIX)
    assert "Misi 2 Sasaran 2.1 Menurunnya timbulan sampah rumah tangga (kuat)" in told
    assert "Survei" in told
    assert "SPBE" not in told
    assert "12 Layanan publik" in words(desk, MATRIX, choice=WITH_SDG)
    assert ask_about(MATRIX, OF_PLANS) == PrintAsk(choice=OF_PLANS)
    assert ask_about(MATRIX, "fremd") == PrintAsk()


def test_what_nobody_answers_names_mission_indicator_agency_and_the_nearest(desk, city):
    assert "belum dicatat di Dokumen" in words(desk, UNANSWERED)
    rows = plant(desk)
    program(desk, name="Bank sampah digital", opd=city["DLH"], description="Menurunkan timbulan sampah")
    told = words(desk, UNANSWERED)
    assert "SASARAN RPJMD BELUM TERJAWAB" in told
    assert "Belum terjawab (3)" in told
    assert "Sampah terkelola" in told
    assert "Bank sampah digital (kata sama: sampah, Menurunkan, timbulan)" in told
    assert "Program Smart City tanpa sasaran (1)" in told
    line = read(desk, city["DLH"], 0, relevant="ya")
    for key in ("s1", "s2", "s3"):
        desk.alignment.align(line, rows[key])
    assert "Semua sasaran sudah dijawab" in words(desk, UNANSWERED, choice=OF_PLANS)


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_a_second_reading_has_a_blank_sheet_and_one_page_to_talk_over(desk, with_plan, paper):
    gov = dimension(desk, "GOV")
    long = "Jum'at <b> koordinasi lintas bidang " * 40
    rows = [read(desk, with_plan, at, relevant="ya", dimension=gov, note=long) for at in range(2)]
    assert "Belum ada bacaan kedua" in words(desk, SECOND_TALK)
    for row in rows:
        desk.second.tag(row, "Sinta", Tag("tidak", note=long))
    blank = desk.report.asked(SECOND_BLANK, PrintAsk(opd=with_plan, paper=paper))
    told = " ".join(" ".join(texts(render(blank))).split())
    assert "2.16.02 Pengelolaan Informasi dan Komunikasi Publik □ Y □ S □ T" in told
    assert "Ya · GOV" not in told, "the first reading is not on it"
    made = desk.report.asked(SECOND_TALK, PrintAsk(opd=with_plan, paper=paper))
    pdf = render(made)
    told = " ".join(" ".join(texts(pdf)).split())
    assert page_count(pdf) == 1
    assert "Pembaca kedua: Sinta" in told
    assert "Ya · GOV Jum'at <b> koordinasi" in told
    assert "Sama di 0 dari 2 program yang dibaca keduanya (0%)." in told
