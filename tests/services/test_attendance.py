"""Marking who is there, on a real file."""

import random

import pytest

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.attendance_door import Place, told
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.people import Person
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.session import NewSession
from smartcity_desktop.storage import backup

TODAY = Place("2026-08-04")


@pytest.fixture
def hall(desk):
    """Four participants of two agencies, numbered 1 to 4, on the first day of stage II."""
    desk.opd.add(
        [OpdRow("Dinas Komunikasi dan Informatika", "Diskominfo"), OpdRow("Dinas Kesehatan", "Dinkes")]
    )
    kominfo, health = (item.id for item in desk.opd.opds())
    desk.people.add(
        [
            Person(name="Andi Jum'ah Lamakkarang, S.Kom.", opd=kominfo, element="pemerintah"),
            Person(name="Hj. Sitti Rahmawati, S.Sos.", opd=kominfo, element="pemerintah"),
            Person(name="La Ode Muhammad Rusli", opd=health, element="pemerintah"),
            Person(name="Dr. Wa Ode Nurhayati", institution="Universitas Halu Oleo", element="akademisi"),
        ]
    )
    return desk


def by_number(desk, number, place=TODAY):
    return next(item for item in desk.attendance.door(place).people if item.person.number == number)


def test_today_is_what_the_door_opens_with(hall):
    door = hall.attendance.door()
    assert door.place == TODAY
    today = next(item for item in door.days if item.is_today)
    assert (today.stage, today.number) == (2, 1)
    assert [item.day for item in door.days] == ["2026-06-02", "2026-06-03", "2026-08-04", "2026-08-05"]


def test_a_number_and_enter_marks_a_participant_with_the_time(hall):
    entry, changes = hall.attendance.enter("002", TODAY)
    assert told(entry) == "2 · Hj. Sitti Rahmawati, S.Sos. · Diskominfo · hadir 09.22"
    assert changes.label == "catat hadir: nomor 2"
    assert by_number(hall, 2).way == "nomor"


def test_whoever_is_there_is_not_marked_twice(hall, ticking):
    hall.attendance.enter("2", TODAY)
    ticking.forward(minutes=30)
    entry, changes = hall.attendance.enter("2", TODAY)
    assert not changes
    assert "sudah tercatat hadir 09.22. Tidak dicatat dua kali." in told(entry)


def test_a_number_that_nobody_has_writes_nothing_and_says_so(hall):
    entry, changes = hall.attendance.enter("99", TODAY)
    assert (entry.typed.text, bool(changes)) == ("99", False)
    assert told(entry).startswith("Tidak ada peserta bernomor 99.")


def test_what_is_no_number_writes_nothing(hall):
    entry, changes = hall.attendance.enter("1 2", TODAY)
    assert not changes
    assert "bukan satu nomor" in told(entry)


def test_two_with_the_same_number_are_asked_for(hall):
    third = by_number(hall, 3).person.id
    hall.people.update(third, "number", 2)
    entry, changes = hall.attendance.enter("2", TODAY)
    assert not changes
    assert "Ada 2 peserta bernomor 2" in told(entry)
    entry, _ = hall.attendance.choose(entry, third, TODAY)
    assert entry.who.person.id == third
    assert hall.attendance.door(TODAY).recap.whole.there == 1
    assert hall.attendance.door(TODAY).unnumbered == 1


def test_a_name_finds_a_participant_and_several_are_asked_for(hall):
    entry, _ = hall.attendance.enter("jumah", TODAY)
    assert entry.outcome == "unknown"
    entry, changes = hall.attendance.enter("andi", TODAY)
    assert (entry.who.person.number, entry.who.way, bool(changes)) == (1, "ketik", True)
    entry, changes = hall.attendance.enter("ode", TODAY)
    assert [item.person.number for item in entry.choices] == [3, 4]
    assert not changes


def test_a_name_that_nobody_has_leads_to_a_guest(hall):
    assert "peserta tambahan" in told(hall.attendance.enter("Zulkifli", TODAY)[0])


def test_a_mark_is_undone_and_made_again(hall):
    hall.attendance.enter("1", TODAY)
    assert hall.undo_label() == "catat hadir: nomor 1"
    hall.undo()
    assert by_number(hall, 1).state == ""
    entry, _ = hall.attendance.enter("1", TODAY)
    assert (entry.outcome, by_number(hall, 1).state) == ("marked", "hadir")


def test_a_deputy_fills_the_seat_under_his_own_name(hall):
    entry, changes = hall.attendance.enter("3d", TODAY)
    assert (entry.outcome, entry.who.person.number, bool(changes)) == ("deputy", 3, False)
    changes = hall.attendance.send(TODAY, entry.who.person.id, " Budi  Santoso ", "Kabid")
    assert changes.label == "catat nomor 3 diwakili"
    found = by_number(hall, 3)
    assert (found.state, found.deputy, found.deputy_position) == ("diwakili", "Budi Santoso", "Kabid")
    assert hall.attendance.door(TODAY).recap.whole.sent == 1


def test_a_participant_who_comes_after_all_is_himself_again(hall):
    row = by_number(hall, 3).person.id
    hall.attendance.send(TODAY, row, "Budi")
    hall.attendance.mark(TODAY, "hadir", row)
    assert (by_number(hall, 3).state, by_number(hall, 3).deputy) == ("hadir", "")


def test_a_deputy_needs_a_name_and_a_participant(hall):
    with pytest.raises(UserFault, match="person-nameless"):
        hall.attendance.send(TODAY, by_number(hall, 3).person.id, "  ")
    row = by_number(hall, 3).person.id
    hall.people.remove(row)
    with pytest.raises(UserFault, match="person-gone"):
        hall.attendance.send(TODAY, row, "Budi")
    with pytest.raises(UserFault, match="person-gone"):
        hall.attendance.mark(TODAY, "hadir", row)


def test_a_mark_is_taken_back_with_those_of_the_sessions(hall):
    row = by_number(hall, 1).person.id
    session, _ = hall.session.start(NewSession(hall.workshop.stages()[1].id, "Kerja kelompok"))
    hall.attendance.enter("1", Place(TODAY.day, session))
    assert by_number(hall, 1).is_there
    assert by_number(hall, 2, Place(TODAY.day, session)).state == ""
    hall.attendance.unmark(TODAY, row)
    assert by_number(hall, 1).state == ""
    hall.undo()
    assert by_number(hall, 1).is_there


def test_the_running_session_is_offered_with_the_day(hall):
    session, _ = hall.session.start(NewSession(hall.workshop.stages()[1].id, "Kerja kelompok"))
    today = next(item for item in hall.attendance.days() if item.is_today)
    assert [(item.id, item.is_running) for item in today.sessions] == [(session, True)]


def page(desk):
    return [item.person.id for item in desk.attendance.door(TODAY).people]


def test_a_page_of_the_signed_list_is_one_act(hall):
    rows = page(hall)
    changes = hall.attendance.take_page(TODAY, rows, {rows[2]}, name="halaman 1")
    assert changes.label == "catat daftar bertanda tangan halaman 1: 3 hadir"
    assert [item.state for item in hall.attendance.door(TODAY).people] == ["hadir", "hadir", "tidak", "hadir"]
    assert by_number(hall, 1).words == "hadir"
    hall.undo()
    assert hall.attendance.door(TODAY).recap.whole.there == 0


def test_a_page_leaves_what_was_seen_at_the_door_and_mends_what_it_said_itself(hall):
    rows = page(hall)
    hall.attendance.enter("1", TODAY)
    hall.attendance.send(TODAY, rows[1], "Budi")
    hall.attendance.take_page(TODAY, rows, set(rows[:3]))
    assert [item.state for item in hall.attendance.door(TODAY).people] == [
        "hadir",
        "diwakili",
        "tidak",
        "hadir",
    ]
    hall.attendance.take_page(TODAY, rows, {rows[3]})
    assert [item.state for item in hall.attendance.door(TODAY).people] == [
        "hadir",
        "diwakili",
        "hadir",
        "tidak",
    ]


def test_a_guest_is_added_as_present_in_one_act(hall):
    who, changes = hall.attendance.add_guest("Budi Santoso, S.T.; Kabid; Kominfo", TODAY)
    assert (who.person.name, who.person.position, who.person.number) == ("Budi Santoso, S.T.", "Kabid", 5)
    assert (who.opd, who.person.walk_in, who.state, who.way) == ("Diskominfo", True, "hadir", "tambahan")
    assert who.person.element == "pemerintah"
    assert changes.label == "peserta tambahan nomor 5"
    hall.undo()
    assert len(hall.attendance.door(TODAY).people) == 4


def test_the_line_of_a_guest_reads_as_that_of_the_list(hall):
    for line in ("Budi; Kabid; Kominfo", "Budi; Kominfo; Kabid", "Budi; Diskominfo", "Rina; Dosen; Univ. X"):
        guest, typed = hall.attendance.tell_guest(line, TODAY).person, hall.people.tell(line).person
        assert (guest.position, guest.opd, guest.institution) == (
            typed.position,
            typed.opd,
            typed.institution,
        )


def test_a_guess_of_the_agency_is_only_a_proposal(hall):
    told_guest = hall.attendance.tell_guest("Ani; Kominfo", TODAY)
    assert told_guest.agency == "Dinas Komunikasi dan Informatika"
    plain = hall.attendance.tell_guest("Ani; Kominfo", TODAY, as_written=True)
    assert (plain.person.opd, plain.person.institution) == ("", "Kominfo")


def test_a_guest_from_elsewhere_keeps_the_institution_and_is_given_the_unsur(hall):
    found = hall.attendance.tell_guest("Rina; Dosen; Universitas Halu Oleo", TODAY)
    assert (found.person.institution, found.person.position, found.person.element) == (
        *("Universitas Halu Oleo", "Dosen"),
        "akademisi",
    )


def test_a_guest_who_stands_in_the_list_is_recognised(hall):
    found = hall.attendance.tell_guest("Wa Ode Nurhayati, M.Si.", TODAY)
    assert [item.person.number for item in found.known] == [4]


def test_a_guest_needs_a_name(hall):
    with pytest.raises(UserFault, match="person-nameless"):
        hall.attendance.add_guest(" ; Kominfo", TODAY)


def test_two_laptops_that_mark_the_same_participant_make_one_row(hall, tmp_path, ticking):
    first, second = tmp_path / "laptop-1.bimtek", tmp_path / "laptop-2.bimtek"
    copy = backup.make(hall._workspace, tmp_path / "salinan").path
    for path in (first, second):
        path.write_bytes(copy.read_bytes())
    ids = (IdSource(ticking, random.Random(seed)) for seed in (11, 12))
    with (
        open_desk(first, clock=ticking, ids=next(ids), profile=tmp_path / "q", person="Meja 1") as one,
        open_desk(second, clock=ticking, ids=next(ids), profile=tmp_path / "r", person="Meja 2") as two,
    ):
        one.attendance.enter("1", TODAY)
        two.attendance.enter("1", TODAY)
        two.attendance.enter("2", TODAY)
        one._workspace.journal.merge(two._workspace.journal.since({}))
        assert len(one.attendance.history(by_number(one, 1).person.id)) == 1
        assert one.attendance.door(TODAY).recap.whole.there == 2
        assert one.check() == []


def test_history_and_shares_follow_the_days_of_a_stage(hall):
    stage = hall.workshop.stages()[1].id
    tomorrow = Place("2026-08-05")
    hall.attendance.enter("1", TODAY)
    hall.attendance.enter("1", tomorrow)
    hall.attendance.enter("2", TODAY)
    hall.attendance.send(tomorrow, by_number(hall, 2).person.id, "Budi")
    one, two, three = (by_number(hall, number).person.id for number in (1, 2, 3))
    found = hall.attendance.stays(stage)
    assert [found[row].share for row in (one, two, three)] == [1.0, 0.5, 0.0]
    assert found[two].deputies == {"Budi": 1}
    assert [(item.date, item.state) for item in hall.attendance.history(two)] == [
        ("2026-08-04", "hadir"),
        ("2026-08-05", "diwakili"),
    ]


def test_today_is_told_for_the_first_page(hall, ticking):
    hall.attendance.enter("1", TODAY)
    today = hall.attendance.today()
    assert (today.stage, today.expected, today.there, today.deputies) == (2, 4, 1, 0)
    assert dict(today.missing) == {"Diskominfo": 1, "Dinkes": 1, "Universitas Halu Oleo": 1}
    ticking.forward(days=9)
    assert hall.attendance.today() is None


def test_someone_without_a_number_is_counted_until_numbers_are_given(hall):
    row = by_number(hall, 4).person.id
    hall.people.update(row, "number", None)
    assert hall.attendance.door(TODAY).unnumbered == 1
    hall.people.number()
    assert hall.attendance.door(TODAY).unnumbered == 0
