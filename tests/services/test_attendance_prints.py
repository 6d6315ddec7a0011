"""The daftar hadir and the recap as they are gathered from a file."""

import pytest

from smartcity_desktop.domain.attendance_door import Place
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.people_record import PersonalSettings
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.services.agenda import NewBlock
from smartcity_desktop.services.report import render
from smartcity_desktop.services.session import NewSession
from tests.reporting.pictures import words

DAY = "2026-08-04"
TODAY = Place(DAY)


@pytest.fixture
def hall(desk):
    """Three participants: the second of them is there, the third, from a university, sent a deputy."""
    desk.opd.add([OpdRow("Dinas Komunikasi dan Informatika", "Diskominfo")])
    kominfo = desk.opd.opds()[0].id
    desk.people.add(
        [
            Person(
                name="Andi Lamakkarang", position="Sekretaris", opd=kominfo, element="pemerintah", gender="L"
            ),
            Person(name="Hj. Sitti Rahmawati", opd=kominfo, element="pemerintah", gender="P"),
            Person(name="Wa Ode Nurhayati", institution="Universitas Halu Oleo", element="akademisi"),
        ]
    )
    desk.attendance.enter("2", TODAY)
    third = next(item.id for item in desk.people.people() if item.number == 3)
    desk.attendance.send(TODAY, third, "Budi Santoso", "Dosen")
    return desk


def listed(desk, **ask):
    return desk.report.asked("daftar-hadir", PrintAsk(**ask))


def test_a_list_of_a_day_names_stage_and_day(hall):
    job = listed(hall, day=DAY)
    assert job.attendance.title.endswith("hari ke-1")
    assert (job.frame.doc_number, job.attendance.place) == ("II-1", "Aula Kantor Bupati")
    assert [row.number for row in job.attendance.rows] == [1, 2, 3]
    assert not any(row.presence or row.deputy for row in job.attendance.rows)


def test_a_list_of_a_session_names_the_session(hall):
    session, _ = hall.session.start(NewSession(hall.workshop.stages()[1].id, "Kerja kelompok 2"))
    assert listed(hall, session=session).attendance.title == "Kerja kelompok 2"


def test_a_list_with_presence_tells_who_came_and_who_came_instead(hall):
    job = listed(hall, day=DAY, filled=True)
    assert [(row.presence, row.deputy) for row in job.attendance.rows] == [
        ("–", ""),
        ("hadir 09.22", ""),
        ("diwakili", "Budi Santoso, Dosen"),
    ]
    assert job.attendance.summary == "Jumlah seluruhnya 2 dari 3 peserta hadir, 1 di antaranya diwakili."
    assert listed(hall, day=DAY, choice="terisi").attendance.filled


def test_a_session_tells_its_own_marks_once_it_has_any(hall):
    session, _ = hall.session.start(NewSession(hall.workshop.stages()[1].id, "Kerja kelompok 2"))
    there = [row.presence for row in listed(hall, session=session, filled=True).attendance.rows]
    assert there == ["–", "hadir 09.22", "diwakili"]
    hall.attendance.enter("1", Place(DAY, session))
    there = [row.presence for row in listed(hall, session=session, filled=True).attendance.rows]
    assert there == ["hadir 09.22", "–", "–"]


def test_one_who_stayed_away_from_a_session_leaves_the_others_as_they_were_that_day(hall):
    session, _ = hall.session.start(NewSession(hall.workshop.stages()[1].id, "Kerja kelompok 2"))
    second = next(item.id for item in hall.people.people() if item.number == 2)
    hall.attendance.mark(Place(DAY, session), "tidak", second)
    there = [row.presence for row in listed(hall, session=session, filled=True).attendance.rows]
    assert there == ["–", "–", "diwakili"]
    told = session_report(hall, session)
    assert (told.recap.whole.there, told.recap.whole.away) == (1, 1)
    day = [row.presence for row in listed(hall, day=DAY, filled=True).attendance.rows]
    assert day == ["–", "hadir 09.22", "diwakili"]


def test_each_agency_has_a_print_of_its_own_and_the_others_share_one(hall):
    job = listed(hall, day=DAY, per_opd=True)
    assert [item.attendance.agency for item in job.jobs] == [
        "Dinas Komunikasi dan Informatika",
        "Instansi lain",
    ]
    assert [len(item.attendance.rows) for item in job.jobs] == [2, 1]
    found = words(render(job))
    assert "OPD : Dinas Komunikasi dan Informatika" in found
    assert "Universitas Halu Oleo" in found


def test_a_nip_stands_on_the_list_only_where_the_workshop_switched_its_column_on(hall):
    row = hall.people.people()[0].id
    hall.people.set_personal(PersonalSettings(keep_nip=True, keep_phone=True, purpose="Sertifikat"))
    hall.people.update(row, "nip", "197805122002122004")
    hall.people.update(row, "phone", "0812-3456-7890")
    assert not any(item.nip for item in listed(hall, day=DAY).attendance.rows)
    hall.people.set_personal(
        PersonalSettings(keep_nip=True, keep_phone=True, list_nip=True, purpose="Sertifikat")
    )
    job = listed(hall, day=DAY)
    assert job.attendance.rows[0].nip == "197805122002122004"
    assert "0812" not in words(render(job))


def test_a_workshop_without_participants_lists_its_agencies(desk):
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    assert [row.opd for row in listed(desk, day=DAY).attendance.rows] == ["Dinas Kesehatan"]


def test_a_recap_counts_the_day_and_the_other_days_of_its_stage(hall):
    hall.attendance.enter("1", Place("2026-08-05"))
    picture = hall.report.asked("rekap-kehadiran", PrintAsk(day=DAY)).picture
    assert (picture.recap.whole.there, picture.recap.whole.sent) == (2, 1)
    assert [(item.number, item.tally.there) for item in picture.days] == [(1, 2), (2, 1)]
    assert [item.name for item in picture.recap.by_opd] == [
        *("Dinas Komunikasi dan Informatika", "Instansi lain, akademisi (1)")
    ]
    assert [(item.deputy, item.participant) for item in picture.deputies] == [
        ("Budi Santoso, Dosen", "Wa Ode Nurhayati")
    ]
    assert [(item.agency, item.names) for item in picture.missing] == [("Diskominfo", ("Andi Lamakkarang",))]


def test_a_guest_stands_on_the_recap(hall):
    hall.attendance.add_guest("Rina; Kominfo", TODAY)
    picture = hall.report.asked("rekap-kehadiran", PrintAsk(day=DAY)).picture
    assert picture.guests == ("Rina, Diskominfo",)
    assert picture.recap.added == 1


def test_a_recap_without_anybody_is_still_a_page(desk):
    assert "belum ada peserta" in words(render(desk.report.asked("rekap-kehadiran", PrintAsk())))


def test_before_anything_began_the_list_is_that_of_the_first_day_of_the_stage_asked(hall):
    first, second = hall.workshop.stages()[:2]
    hall.agenda.add(second.id, "2026-08-05", NewBlock("Materi hari 2"))
    hall.agenda.add(first.id, "2026-06-02", NewBlock("Materi tahap I"))
    found = listed(hall, stage=first.id)
    assert (found.attendance.day.isoformat(), found.frame.stage_name) == ("2026-06-02", "Tahap I")
    assert "Materi" not in found.attendance.title
    hall.session.start_block(hall.agenda.blocks(second.id, "2026-08-05")[0].id)
    assert listed(hall).attendance.title == "Materi hari 2"
    assert listed(hall, stage=first.id).frame.stage_name == "Tahap I"
    minutes = hall.report.asked("notulen", PrintAsk(stage=first.id))
    assert minutes.picture.title == "Materi tahap I"


def session_report(desk, session):
    return desk.report.asked("laporan-sesi", PrintAsk(session=session)).session


def test_the_report_of_a_session_tells_who_came_that_day_by_agency_and_unsur(hall):
    session, _ = hall.session.start(NewSession(hall.workshop.stages()[1].id, "Kerja kelompok 2"))
    told = session_report(hall, session)
    assert (told.attendance.people, told.attendance.opd) == (2, 1)
    assert told.attendance.elements == (("Akademisi", 1),)
    assert [(item.name, item.there, item.expected) for item in told.recap.by_opd] == [
        ("Dinas Komunikasi dan Informatika", 1, 2),
        ("Instansi lain (1)", 1, 1),
    ]
    assert told.place == "Aula Kantor Bupati"
    paper = words(render(hall.report.asked("laporan-sesi", PrintAsk(session=session))))
    assert "Hadir 2 dari 3 peserta (66,7%), 1 di antaranya diwakili." in paper
    assert "Akademisi 1 0 1 1 100%" in paper


def test_the_report_of_a_session_counts_those_marked_in_it_where_any_are(hall):
    session, _ = hall.session.start(NewSession(hall.workshop.stages()[1].id, "Kerja kelompok 2"))
    hall.attendance.enter("1", Place(DAY, session))
    assert session_report(hall, session).recap.whole.there == 1


def test_the_report_of_a_session_without_a_list_says_that_nobody_was_counted(desk):
    session, _ = desk.session.start(NewSession(desk.workshop.stages()[1].id, "Kerja kelompok 2"))
    told = session_report(desk, session)
    assert (told.attendance.people, told.recap.whole.there) == (None, 0)
    job = desk.report.asked("laporan-sesi", PrintAsk(session=session))
    assert "Kehadiran" not in words(render(job))
