"""Homework sheets, reminders and relay sheets of the agencies."""

import pytest

from smartcity_desktop.domain.attendance_door import Place
from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.paper_homework import RELAY, REMINDER, SHEET
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.print_job import PrintAsk, each
from smartcity_desktop.domain.print_trace import Sent
from smartcity_desktop.services.note import NotePlace
from smartcity_desktop.services.report import page_count, render
from tests.reporting.pictures import texts
from tests.services.test_exercise_sheets import put
from tests.services.test_result import dimension, opds


def job(desk, kind, **ask):
    return desk.report.asked(kind, PrintAsk(**ask))


def words(made):
    return " ".join(" ".join(texts(render(made))).split())


@pytest.fixture
def city(desk, ticking):
    """Stage I was in June; now it is the day of stage II."""
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes"), OpdRow("Dinas Lingkungan Hidup", "DLH")])
    known = opds(desk)
    now = ticking.moment
    ticking.moment = now.replace(month=6, day=2)
    desk.people.add([Person(name=name, opd=known["Dinkes"]) for name in ("Budi Santoso", "Sari")])
    first, second = (item.id for item in desk.people.people())
    for day in ("2026-06-02", "2026-06-03"):
        desk.attendance.mark(Place(day), "hadir", first)
    desk.attendance.send(Place("2026-06-02"), second, "Andi")
    l3 = desk.worksheet.find("L3").id
    put(desk, l3, known["Dinkes"], {"kind": "S", "text": "Puskesmas dekat"})
    desk.homework.set_until(1, "2026-07-20")
    desk.homework.draw_up(1)
    ticking.moment = now
    put(desk, l3, known["Dinkes"], {"kind": "S", "text": "Kader aktif", "evidence": "Profil"})
    desk.note.write(desk.note.new_id(), "@Dinkes kirim data stunting 12/7/2026", NotePlace())
    l12 = desk.worksheet.find("L12").id
    put(desk, l12, known["Dinkes"], {"text": "Buka data antrean", "due": "2026-12-01"})
    return known


def test_the_sheet_to_take_home_lists_what_is_owed_with_its_day(desk, city):
    assert [item.picture.called for item in each(job(desk, SHEET))] == ["Dinkes", "DLH"]
    made = job(desk, SHEET, opd=city["Dinkes"])
    told = words(made)
    assert "Pekerjaan rumah Dinas Kesehatan dari Bimtek Konawe Selatan Tahap I." in told
    assert "1 pekerjaan belum selesai" in told
    assert "L3 · L3-01" in told
    assert "20-7-2026" in told
    assert "Belum (lewat batas)" in told


def test_a_printed_reminder_chases_its_lines(desk, city):
    made = job(desk, REMINDER, opd=city["Dinkes"])
    told = words(made)
    assert "Yth. Kepala Dinas Kesehatan" in told
    assert "paling lambat ………" in told, "a day that is over is not asked for again"
    before = desk.homework.rows()[0].homework.reminded_at
    desk.print_log.tell(made, PrintAsk(), Sent("pdf", 1))
    assert (before, bool(desk.homework.rows()[0].homework.reminded_at)) == ("", True)
    desk.homework.set_state([item.id for item in desk.homework.rows()], "selesai")
    assert "Tidak ada yang perlu diingatkan" in words(job(desk, REMINDER))
    assert city


def test_homework_without_an_agency_is_printed_for_whoever_answers_for_it(desk, city):
    l2 = desk.worksheet.find("L2").id
    parts = [item.party for item in desk.worksheet.places(l2)]
    first = desk.worksheet.grid(l2, parts[0]).rows[0].row
    desk.worksheet.set_cells(l2, parts[0], [(first, "score", "3")])
    desk.worksheet.set_head(l2, parts[0], "chair", "Ibu Ratna")
    desk.homework.draw_up(1)
    team = desk.homework.team()
    made = each(job(desk, REMINDER))
    assert [item.picture.called for item in made][-2:] == ["Ibu Ratna", team]
    told = words(made[-2])
    assert "Yth. Ibu Ratna" in told
    assert "1 pekerjaan dari Ibu Ratna belum" in told
    assert "(Struktur)" in told
    sheet = words(each(job(desk, SHEET))[-1])
    assert f"Pekerjaan rumah {team} dari Bimtek Konawe Selatan Tahap I. 2 pekerjaan" in sheet
    assert {item.picture.called for item in each(job(desk, SHEET, opd=city["Dinkes"]))} == {"Dinkes"}


def test_the_relay_sheet_tells_who_came_what_is_owed_promised_and_done(desk, city):
    two = desk.workshop.stages()[1].id
    made = job(desk, RELAY, stage=two)
    assert [item.picture.called for item in each(made)] == ["Dinkes", "DLH"]
    told = words(each(made)[0])
    for text in (
        "Tahap II, Selasa, 4 Agustus 2026 sampai dengan Rabu, 5 Agustus 2026",
        "Budi Santoso (2 hari), Andi, mewakili Sari (1 hari)",
        "belum diserahkan",
        "kirim data stunting",
        "Buka data antrean",
        "Komitmen",
        "Akhir Tahap I",
    ):
        assert text in told
    assert page_count(render(each(made)[0])) == 1
    assert page_count(render(made)) == 2
    assert job(desk, RELAY, stage=two, opd=city["DLH"]).picture.came[0].people == ()


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_a_relay_sheet_stays_on_one_page_however_much_there_is(desk, city, paper):
    dinkes = city["Dinkes"]
    for place in range(60):
        desk.homework.add(1, dinkes, f"Pekerjaan {place} " + "yang panjang sekali " * 20)
    edits = [
        Birth(
            "note",
            desk._store.ids.new(),
            {"kind": "tindak_lanjut", "text": "Janji panjang " * 30, "owner_opd": dinkes, "state": "belum"},
        )
        for _ in range(40)
    ]
    desk._store.write(edits, "janji")
    made = job(desk, RELAY, opd=dinkes, paper=paper)
    assert page_count(render(made)) == 1
    assert "lagi" in words(made)


def test_a_relay_sheet_tells_what_became_of_the_rows(desk, city):
    l3, l4 = desk.worksheet.find("L3").id, desk.worksheet.find("L4").id
    rows = [item.id for item in desk.result.result(l3).rows]
    desk.result.merge(l3, dimension(desk, "SOC"), rows)
    desk.opd.update(city["DLH"], "dimension", dimension(desk, "ENV"))
    other = put(desk, l3, city["DLH"], {"kind": "O", "text": "Pelabuhan"})
    desk.carry.carry(l4, desk.carry.plan(l3, l4, other).rows)
    assert job(desk, RELAY, opd=city["Dinkes"]).picture.used == ("2 isian masuk gabungan dimensi",)
    assert job(desk, RELAY, opd=city["DLH"]).picture.used == ("1 isian menjadi kata kunci visi",)
