"""The papers of an evening gathered from a real file: groups, notes, times, people, photos."""

from datetime import timedelta

import pytest

from smartcity_desktop.domain.attendance import CAME
from smartcity_desktop.domain.course import course
from smartcity_desktop.domain.paper_press import BODY, CHAT
from smartcity_desktop.domain.paper_text import said
from smartcity_desktop.domain.people import Person
from smartcity_desktop.services.agenda import NewBlock
from smartcity_desktop.services.attendance import Place
from smartcity_desktop.services.note import NotePlace
from smartcity_desktop.services.report import PrintAsk, page_count, render
from smartcity_desktop.services.session import NewSession
from tests.services.groups import divide, fill_hall

DAY = "2026-08-04"


@pytest.fixture
def stage(desk):
    return desk.workshop.stages()[1].id


@pytest.fixture
def held(desk, stage, ticking):
    """A day with an opening that came late, a session of groups that was worked in, and a break."""
    fill_hall(desk)
    opening, _ = desk.agenda.add(stage, DAY, NewBlock("Pembukaan", "seremoni", 45, "08:30"))
    desk.agenda.change(opening, "speaker", "Bupati Konawe")
    desk.session.start_block(opening)
    ticking.forward(minutes=40)
    desk.session.end(opening)
    worksheet = desk.worksheet.find("L1").id
    work, _ = desk.session.start(
        NewSession(stage, "Kerja kelompok isu", leader="Dr. Pakar", worksheet=worksheet, start_plan="10:00")
    )
    grouping = divide(desk, stage)
    desk.group.use_in(grouping, [work])
    desk.group.propose_officers(grouping)
    groups = desk.group.groups(grouping)
    first = groups[0]
    (row,) = desk.worksheet.new_rows(1)
    desk.worksheet.set_cells(worksheet, first.dimension, [(row, "text", "Banjir tiap musim hujan")])
    desk.session.set_turn(work, first.id, "menyerahkan", delivered="Satu isu utama dengan angkanya")
    for line in ("! Data dibuka", "? Siapa pemilik data", "@Kominfo kirim angka 12/8", "Server sering padam"):
        desk.note.write(desk.note.new_id(), line, NotePlace(stage, work))
    return work, groups


def ask(stage, **more):
    return PrintAsk(stage=stage, day=DAY, **more)


def test_the_minutes_hold_what_was_said_by_its_kind(desk, held):
    picture = desk.report.asked("notulen", PrintAsk(session=held[0])).picture
    assert [item.text for item in picture.decisions] == ["Data dibuka"]
    assert [item.text for item in picture.questions] == ["Siapa pemilik data"]
    assert [item.text for item in picture.notes] == ["Server sering padam"]
    assert [(item.who, item.what) for item in picture.follow_ups] == [("Kominfo", "kirim angka")]
    assert [item.name for item in picture.signers] == ["", "Dr. Pakar"]
    assert picture.agenda == ("L1 Analisis isu daerah",)


def test_the_title_of_the_minutes_is_the_word_of_the_event(desk, held):
    desk.workshop.update("word_minutes", "NOTULA")
    job = desk.report.asked("notulen", PrintAsk(session=held[0]))
    assert job.name.startswith("Notula ")
    assert job.frame.words.minutes == "NOTULA"


def test_every_group_has_its_berita_acara_with_members_results_and_officers(desk, stage, held):
    job = desk.report.asked("berita-acara-kelompok", ask(stage))
    groups = held[1]
    assert len(job.picture) == len(groups)
    first = job.picture[0]
    assert first.called == f"{groups[0].code} {groups[0].name}"
    assert first.delivered == "Satu isu utama dengan angkanya"
    assert [(item.code, item.rows) for item in first.work] == [("L1", 1)]
    assert "Banjir tiap musim hujan" in first.work[0].points[0]
    assert first.day.isoformat() == DAY
    members = {item.id for item in desk.people.people()}
    assert sum(len(record.members) for record in job.picture) <= len(members)
    chair = next(item.name for item in desk.people.people() if item.id == groups[0].chair)
    assert [item.heading for item in first.signers] == ["Ketua kelompok,", "Notulis,", "Tenaga ahli,"]
    assert first.signers[0].name == chair


def test_one_group_can_be_printed_alone(desk, stage, held):
    group = held[1][1]
    job = desk.report.asked("berita-acara-kelompok", ask(stage, group=group.id))
    assert [item.called for item in job.picture] == [f"{group.code} {group.name}"]
    assert group.name in job.name


def test_the_plenary_is_signed_by_the_chair_of_every_group(desk, stage, held):
    picture = desk.report.asked("berita-acara-pleno", ask(stage)).picture
    headings = [item.heading for item in picture.signers]
    assert headings[-len(held[1]) :] == [f"Ketua {item.code} {item.name}," for item in held[1]]
    assert [item.text for item in picture.decisions] == ["Data dibuka"]


def test_the_report_of_a_day_tells_plan_and_reality_and_who_came(desk, stage, held):
    people = desk.people.people()
    desk.attendance.mark(Place(DAY), CAME, *(item.id for item in people[:10]))
    job = desk.report.asked("laporan-harian", ask(stage))
    report = job.picture
    begun = {item.title: item for item in report.course}["Pembukaan"]
    assert begun.planned.startswith("08.30–")
    assert (begun.actual, begun.difference) == ("09.22–10.02", "+47 menit")
    blocks = [item for item in desk.session.sessions() if item.date == DAY]
    assert report.course == course(blocks), "in the words of the report of a session"
    assert (report.recap.whole.there, report.recap.whole.expected) == (10, len(people))
    assert report.recap.by_opd[-1].name.startswith("Instansi lain (")
    assert len(report.records) == len(held[1])
    obstacles = said(job.passages, "laporan-harian.kendala")
    assert "Pembukaan dimulai 52 menit dan selesai 47 menit lebih lambat dari rencana." in obstacles
    assert "Belum mengisi kertas kerja: " in obstacles
    assert "Bupati Konawe" not in [name for name, _ in report.speakers], "who opens teaches nothing"
    assert report.number == 1


def test_a_deputy_counts_as_there_and_the_seat_is_said_to_be_represented(desk, stage, held):
    assert held
    first = desk.people.people()[0]
    desk.attendance.send(Place(DAY), first.id, "Ani Wakil")
    report = desk.report.asked("laporan-harian", ask(stage)).picture
    assert (report.recap.whole.there, report.recap.whole.sent) == (1, 1)
    records = desk.report.asked("berita-acara-kelompok", ask(stage)).picture
    came = {item.name: item.came for record in records for item in record.members}
    assert came[first.name] == "diwakili oleh Ani Wakil"
    assert "tidak hadir" in came.values()


def test_the_press_release_says_only_what_is_known(desk, stage, held):
    assert held
    passages = desk.report.asked("siaran-pers", ask(stage)).passages
    text = said(passages, BODY)
    assert "Bimtek dibuka oleh Bupati Konawe." in text
    assert "1 kelompok mengisi 1 baris Analisis isu daerah." in text
    assert "Hal yang disepakati: Data dibuka." in text
    assert "diikuti" not in text, "nobody was counted"
    assert "Bimtek dilanjutkan Rabu, 5 Agustus 2026." in text
    chat = said(passages, CHAT)
    assert "*Keputusan*\n- Data dibuka" in chat
    assert "- Kominfo: kirim angka (paling lambat 12 Agustus 2026)" in chat


@pytest.mark.parametrize(("speaker", "told"), [("Bupati", "Bupati Konawe Selatan"), ("Sekda", "Sekda")])
def test_the_head_of_the_region_is_named_with_the_region(desk, stage, speaker, told):
    opening, _ = desk.agenda.add(stage, DAY, NewBlock("Pembukaan", "seremoni", 45, "08:30"))
    desk.agenda.change(opening, "speaker", speaker)
    desk.session.start_block(opening)
    passages = desk.report.asked("siaran-pers", ask(stage)).passages
    assert f"Bimtek dibuka oleh {told}." in said(passages, BODY)


def test_a_day_of_which_nothing_is_known_names_nobody(desk, stage):
    text = said(desk.report.asked("siaran-pers", ask(stage)).passages, BODY)
    assert "dibuka oleh" not in text
    assert "diikuti" not in text
    assert "[Tambahkan kutipan" in text


def test_a_block_that_was_left_out_is_told_as_such(desk, stage, held):
    assert held
    row, _ = desk.agenda.add(stage, DAY, NewBlock("Kunjungan lapangan", "kunjungan"))
    desk.session.leave_out(row)
    job = desk.report.asked("laporan-harian", ask(stage))
    assert [item.remark for item in job.picture.course if item.title == "Kunjungan lapangan"] == ["dilewati"]
    assert "Tidak dilaksanakan: Kunjungan lapangan." in said(job.passages, "laporan-harian.kendala")


def test_the_evening_of_a_full_hall_is_gathered_and_set_within_seconds(desk, stage, held, ticking):
    assert held
    desk.people.add([Person(name=f"Peserta {place}, S.E.") for place in range(175)])
    desk.attendance.mark(Place(DAY), CAME, *(item.id for item in desk.people.people()))
    ticking.moment += timedelta(hours=9)
    job = desk.report.asked("semua-hari-ini", ask(stage))
    assert [item.kind for item in job.jobs][:2] == ["rekap-kehadiran", "notulen"]
    assert page_count(render(job)) > 8


def test_what_a_group_handed_in_stays_though_it_spoke_afterwards(desk, stage, held, ticking):
    """The work and the presentation each have a turn of the group; the second one delivers nothing."""
    work, groups = held
    talk, _ = desk.agenda.add(stage, DAY, NewBlock("Presentasi", "presentasi", 60))
    desk.session.set_turn(work, groups[1].id, "menyerahkan")
    desk.session.next_block(talk)
    for group in groups[:2]:
        desk.session.begin_speech(talk, group.id)
        ticking.forward(minutes=7)
    desk.session.end(talk)
    records = desk.report.asked("berita-acara-kelompok", ask(stage)).picture
    told = [(item.delivered, item.handed) for item in records[:3]]
    assert told == [("Satu isu utama dengan angkanya", True), ("", True), ("", False)]
    chat = next(item for item in desk.report.asked("siaran-pers", ask(stage)).passages if item.key == CHAT)
    assert f"2 dari {len(groups)} kelompok sudah menyerahkan" in chat.shown


def test_group_work_that_names_no_division_is_that_of_the_stage(desk, stage, held):
    """The running day takes the division of the stage for such a block; so do the papers."""
    work, groups = held
    desk.group.use_in(groups[0].grouping, [])
    desk.session.update(work, "kind", "kelompok")
    first = desk.report.asked("berita-acara-kelompok", ask(stage)).picture[0]
    assert (first.session, first.delivered) == ("Kerja kelompok isu", "Satu isu utama dengan angkanya")
    report = desk.report.asked("laporan-harian", ask(stage)).picture
    assert len(report.records) == len(groups)


def test_a_ceremony_at_the_end_opens_nothing(desk, stage):
    desk.agenda.add(stage, DAY, NewBlock("Materi 1", "materi"))
    closing, _ = desk.agenda.add(stage, DAY, NewBlock("Penutupan", "seremoni"))
    desk.agenda.change(closing, "speaker", "Sekretaris Daerah")
    shown = "\n".join(item.shown for item in desk.report.asked("siaran-pers", ask(stage)).passages)
    assert "Sekretaris Daerah" not in shown
    desk.agenda.move(closing, DAY, 0)
    shown = "\n".join(item.shown for item in desk.report.asked("siaran-pers", ask(stage)).passages)
    assert "Bimtek dibuka oleh Sekretaris Daerah." in shown


@pytest.mark.parametrize("kind", ["laporan-harian", "siaran-pers", "halaman-foto", "rekap-kehadiran"])
@pytest.mark.usefixtures("held")
def test_between_two_stages_the_papers_of_an_evening_are_about_the_day_that_was_held(desk, ticking, kind):
    third = desk.workshop.stages()[2].id
    for field, day in (("date_start", "2026-09-01"), ("date_end", "2026-09-02")):
        desk.workshop.update_stage(third, field, day)
    ticking.forward(days=9)
    assert desk.report.asked(kind, PrintAsk()).frame.stage_name == "Tahap II"
    assert desk.report.asked(kind, PrintAsk(stage=third)).frame.stage_name == "Tahap III"


@pytest.mark.usefixtures("held")
def test_a_day_that_is_asked_for_nowhere_is_the_last_one_held(desk, stage, ticking):
    desk.agenda.add(stage, "2026-08-05", NewBlock("Hari kedua", "materi", 45, "08:30"))
    ticking.forward(days=9)
    assert desk.report.asked("laporan-harian", PrintAsk(stage=stage)).name.endswith(DAY)
