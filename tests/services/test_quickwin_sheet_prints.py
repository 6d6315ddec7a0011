"""Sheets of quick wins, duties and a followed year on paper: one page a sheet, room to write, nothing yet."""

import pytest

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.print_job import PrintAsk, ask_about
from smartcity_desktop.domain.quickwin_board import Decided
from smartcity_desktop.domain.quickwin_sheet import TEXTS
from smartcity_desktop.services.report import page_count, render
from tests.quickwins import nominate
from tests.reporting.pictures import texts

LONG = "Layanan di kelurahan membuat warga pulau tidak perlu menyeberang. " * 12


@pytest.fixture
def rows(desk):
    found = nominate(desk)
    for name in ("DESAKU TUNTAS", "Smart Health"):
        desk.quickwin.decide(found[name], Decided("terpilih", "Pleno", "2026-08-05"))
    return found


def printed(desk, kind, **asked):
    return texts(render(desk.report.asked(kind, PrintAsk(paper="A4", **asked))))


def test_every_sheet_is_one_page_however_much_stands_on_it(desk, rows):
    row = rows["DESAKU TUNTAS"]
    for field in sorted(TEXTS):
        desk.quickwin_sheet.write(row, field, LONG)
    for month in range(1, 13):
        desk.quickwin_sheet.write_month(row, month, "plan", LONG)
        desk.quickwin_sheet.write_month(row, month, "evidence", LONG)
    pages = printed(desk, "lembar-quick-win")
    assert len(pages) == 2
    full, bare = (" ".join(page.split()) for page in pages)
    assert "Teks dipendekkan agar muat satu halaman" in full
    assert all(
        f"{words}: Layanan" in full for words in ("Dampak", "Hambatan", "Yang menggagalkan", "Jawaban")
    )
    assert "Kepala Dinas Disdukcapil," in full
    assert "Tenaga ahli," in full
    assert "Belum lengkap: Indikator belum ada." in bare
    assert "APBD" not in bare, "what is only proposed is not printed as if it stood there"


def test_one_sheet_is_asked_for_by_its_candidate_and_a_blank_one_holds_no_answers(desk, rows):
    row = rows["Smart Health"]
    desk.quickwin_sheet.write(row, "uniqueness", "Jawaban hari itu juga")
    ask = ask_about("lembar-quick-win", row)
    job = desk.report.asked("lembar-quick-win", ask)
    assert page_count(render(job)) == 1
    assert job.name == "Lembar quick win Smart Health"
    blank = printed(desk, "lembar-quick-win", choice="kosong")
    assert len(blank) == 2
    assert "Jawaban hari itu juga" not in "".join(blank)
    assert "Keunikan" in blank[0]


def test_the_schedule_shows_the_signs_of_all_months_and_their_plans(desk, rows):
    row = rows["DESAKU TUNTAS"]
    desk.quickwin_sheet.write(row, "begins", "2026-08-01")
    desk.quickwin_sheet.write_month(row, 1, "plan", "Latih petugas")
    desk.quickwin_sheet.write_month(row, 1, "state", "selesai")
    (page,) = printed(desk, "jadwal-quick-win")
    assert "DESAKU TUNTAS (GOV) Disdukcapil Agustus 2026 ■" in page
    assert "DESAKU TUNTAS Agustus 2026 Latih petugas Selesai" in page


def test_without_anything_the_prints_say_how_to_begin_or_leave_room_to_write(desk):
    assert "Belum ada quick win yang ditetapkan" in printed(desk, "lembar-quick-win")[0]
    assert "Belum ada quick win yang ditetapkan" in printed(desk, "jadwal-quick-win")[0]
    assert "Belum ada" in printed(desk, "pemantauan-program")[0]
    (page,) = printed(desk, "tindak-lanjut-masterplan")
    assert "Tindak lanjut" in page
    assert "14" in page.split("\n")[-1], "fourteen lines to be written on"


def test_a_year_is_asked_for_by_its_figures_or_as_the_last(desk):
    assert ask_about("pemantauan-program", "2027").day == "2027-01-01"
    assert "TAHUN 2027" in printed(desk, "pemantauan-program", day="2027-01-01")[0]
    assert "TAHUN 2025" in printed(desk, "pemantauan-program", choice="tahun-lalu")[0]


def test_the_hall_sees_how_far_every_quick_win_is(desk, rows):
    assert "progress" in {item.kind for item in desk.hall.slides()}
    desk.quickwin_sheet.write(rows["Smart Health"], "progress", 60)
    slide = desk.hall.slide(hall.PROGRESS)
    assert [(item.code, item.figure, item.share) for item in slide.body.lines] == [
        ("GOV", "–", 0.0),
        ("LIV", "60%", 0.6),
    ]
    assert (slide.eyebrow, slide.title) == ("Quick win yang ditetapkan", "Progres quick win")
    assert slide.body.told == (
        "2 quick win · 1 lembar sudah dimulai · progres menurut lembar rata-rata 60% dari 1 quick win",
    )
    for row in (rows["Smart Health"], rows["DESAKU TUNTAS"]):
        desk.quickwin.decide(row, Decided())
    assert hall.is_empty(desk.hall.slide(hall.PROGRESS))


@pytest.mark.usefixtures("rows")
def test_an_agency_gets_its_own_sheets_and_no_others(desk):
    agencies = {item.called: item.id for item in desk.opd.opds()}
    own = " ".join(printed(desk, "lembar-quick-win", opd=agencies["Disdukcapil"]))
    assert "DESAKU TUNTAS" in own
    assert "Smart Health" not in own
    other = next(row for name, row in agencies.items() if name not in {"Disdukcapil", "Dinkes"})
    assert "Belum ada quick win yang ditetapkan" in " ".join(printed(desk, "lembar-quick-win", opd=other))


@pytest.mark.usefixtures("rows")
def test_the_owner_signs_under_the_office_of_its_head(desk):
    agency = next(item for item in desk.opd.opds() if item.called == "Disdukcapil")
    desk.opd.update(agency.id, "name", "Kecamatan Pesisir")
    page = " ".join(" ".join(printed(desk, "lembar-quick-win")).split())
    assert "Camat Pesisir," in page
    assert "Kepala Kecamatan" not in page
