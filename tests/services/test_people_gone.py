"""What is left behind by whoever is removed: participants, their groups, agencies and certificates."""

import subprocess

import pytest

from smartcity_desktop.domain.attendance_door import Place
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.people_record import PersonalSettings, what_goes, what_stays
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services.agenda import NewBlock


@pytest.fixture(autouse=True)
def opds(desk):
    desk.opd.add([OpdRow("Dinas Komunikasi dan Informatika", "Diskominfo"), OpdRow("Dinas Kesehatan")])


def raw(desk):
    """Return every byte of the file and of the one beside it, read by another process."""
    files = [desk.path, desk.path.with_name(f"{desk.path.name}-wal")]
    return b"".join(subprocess.run(["cat", file], capture_output=True, check=False).stdout for file in files)


@pytest.mark.parametrize("whole", [True, False])
def test_whoever_led_a_group_that_is_gone_can_be_removed(desk, whole):
    desk.people.add([Person(name="Satu"), Person(name="Dua")])
    first, second = (item.id for item in desk.people.people())
    division, _ = desk.group.add(desk.stage.stages()[1].id, "Meja", "bebas")
    table, _ = desk.group.add_group(division)
    desk.group.move(division, [first, second], table)
    desk.group.give_office(table, "chair", first)
    desk.group.give_office(table, "scribe", second)
    if whole:
        desk.group.remove(division)
    else:
        desk.group.remove_group(table)
    desk.people.erase(first)
    desk.people.remove(second)
    assert desk.people.people() == []


def test_participants_of_an_agency_that_goes_keep_where_they_come_from(desk):
    agency = next(item for item in desk.opd.opds() if item.name == "Dinas Kesehatan")
    desk.people.add([Person(name="Satu", opd=agency.id), Person(name="Dua", institution="Kampus")])
    desk.opd.remove(agency.id)
    door = desk.attendance.door(Place("2026-08-04"))
    assert [item.agency for item in door.people] == ["Dinas Kesehatan", "Kampus"]
    desk.undo()
    assert [(item.opd, item.institution) for item in desk.people.people()] == [
        (agency.id, ""),
        ("", "Kampus"),
    ]


def test_no_act_keeps_the_name_of_who_was_removed(desk):
    """Names of acts travel with every copy and are shown in the list of changes."""
    desk.people.add([Person(name="Zulkifli Rahasiawan"), Person(name="Budi Santoso")])
    row, other = (item.id for item in desk.people.people())
    day = Place("2026-08-04")
    desk.attendance.mark(day, "hadir", row)
    desk.attendance.unmark(day, row)
    desk.attendance.send(day, other, "Zulkifli Rahasiawan")
    guest, _ = desk.attendance.add_guest("Tamu Rahasiawati; Dinas Kesehatan", day)
    division, _ = desk.group.add(desk.stage.stages()[1].id, "Meja", "bebas")
    tables = [desk.group.add_group(division)[0] for _ in range(2)]
    desk.group.move(division, [row], tables[0])
    desk.group.move(division, [other], tables[1])
    desk.group.swap(division, row, other)
    desk.people.erase(row)
    desk.people.erase(guest.person.id)
    assert b"Rahasiaw" not in raw(desk)


def test_the_certificate_of_a_deputy_goes_with_him_and_becomes_nobody_elses(desk):
    desk.people.add([Person(name="La Ode Rusli"), Person(name="Zulkifli Rahasiawan, S.T.")])
    absent, deputy = desk.people.people()
    stage = desk.stage.stages()[1].id
    desk.attendance.send(Place("2026-08-04"), absent.id, "Zulkifli Rahasiawan")
    desk.certificate.number(stage)
    held = "nomor 1 · Tahap II · atas nama Zulkifli Rahasiawan"
    assert desk.people.record(deputy.id).certificates == (held,)
    desk.people.erase(deputy.id)
    assert desk.certificate.eligible(stage).holders == ()
    assert b"Zulkifli" not in raw(desk)


def test_a_number_of_a_certificate_is_given_once_even_where_its_holder_was_removed(desk):
    desk.people.add([Person(name="Satu"), Person(name="Dua")])
    stage, day = desk.stage.stages()[1].id, Place("2026-08-04")
    desk.attendance.mark(day, "hadir", *(item.id for item in desk.people.people()))
    desk.certificate.number(stage)
    desk.people.erase(desk.people.people()[1].id)
    desk.people.add([Person(name="Tiga")])
    desk.attendance.mark(day, "hadir", desk.people.people()[1].id)
    desk.certificate.number(stage)
    given = {item.name: item.number for item in desk.certificate.eligible(stage).holders}
    assert given == {"Satu": 1, "Tiga": 3}


def test_a_record_is_told_in_the_words_of_the_event(desk):
    desk.workshop.update("word_opd", "Perangkat Daerah")
    desk.people.add([Person(name="Satu", opd=desk.opd.opds()[1].id, institution="Bidang OPD")])
    told = desk.people.told(desk.people.people()[0].id).splitlines()
    assert "Perangkat Daerah: Dinas Kesehatan" in told
    assert "Instansi: Bidang OPD" in told


def test_what_stands_elsewhere_under_the_name_is_told_before_a_removal(desk):
    desk.people.add([Person(name="Dr. Wa Ode Nurhayati")])
    person = desk.people.people()[0]
    stage = desk.stage.stages()[1].id
    block, _ = desk.agenda.add(stage, "2026-08-04", NewBlock("Materi 1"))
    desk.agenda.change(block, "speaker", "Wa Ode Nurhayati, Universitas Halu Oleo")
    division, _ = desk.group.add(stage, "Meja", "bebas")
    table, _ = desk.group.add_group(division)
    desk.group.update_group(table, "mentor", "Ibu Wa Ode Nurhayati")
    assert desk.people.record(person.id).signs == ("pembimbing Kelompok 1", "pengisi acara Materi 1")
    assert "pengisi acara Materi 1" in what_stays(desk.people.record(person.id))


def test_whoever_was_removed_is_listed_and_comes_back_with_marks_seat_and_office(desk):
    desk.people.add([Person(name="Satu"), Person(name="Dua", institution="Kampus")])
    first, second = (item.id for item in desk.people.people())
    day = Place("2026-08-04")
    desk.attendance.mark(day, "hadir", first, second)
    division, _ = desk.group.add(desk.stage.stages()[1].id, "Meja", "bebas")
    table, _ = desk.group.add_group(division)
    desk.group.move(division, [first, second], table)
    desk.group.give_office(table, "chair", second)
    board = desk.group.board(division)
    desk.people.remove(second)
    (gone,) = desk.people_gone.removed()
    assert (gone.id, gone.name, gone.number, gone.place, gone.came) == (second, "Dua", 2, "Kampus", 0)
    assert gone.at.startswith("2026-08-04T09:22")
    assert desk.people_gone.restore(second).label == "kembalikan seorang peserta yang terhapus"
    assert desk.people_gone.removed() == []
    assert desk.attendance.door(day).recap.whole.there == 2
    assert desk.group.board(division) == board
    desk.undo()
    assert [item.name for item in desk.people_gone.removed()] == ["Dua"]


def test_a_seat_and_an_office_that_others_have_by_now_stay_theirs(desk):
    desk.people.add([Person(name="Satu"), Person(name="Dua")])
    first, second = (item.id for item in desk.people.people())
    division, _ = desk.group.add(desk.stage.stages()[1].id, "Meja", "bebas")
    kept, _ = desk.group.add_group(division)
    lost, _ = desk.group.add_group(division)
    desk.group.move(division, [first], kept)
    desk.group.move(division, [second], lost)
    desk.group.give_office(lost, "scribe", second)
    desk.people.remove(second)
    desk.group.remove_group(lost)
    desk.people_gone.restore(second)
    assert [item.person.name for item in desk.group.board(division).unseated] == ["Dua"]


def test_the_name_of_a_removed_participant_can_be_erased_from_every_byte(desk):
    desk.people.set_personal(PersonalSettings(keep_nip=True, purpose="Sertifikat"))
    desk.people.add([Person(name="Zulkifli Rahasiawan", position="Kabid"), Person(name="Budi Santoso")])
    row, other = (item.id for item in desk.people.people())
    desk.people.update(row, "nip", "198001012006041001")
    day = Place("2026-08-04")
    desk.attendance.mark(day, "hadir", row)
    desk.attendance.send(day, other, "Zulkifli Rahasiawan")
    desk.people.remove(row)
    assert b"Rahasiawan" in raw(desk)
    desk.people_gone.erase(row)
    assert b"Rahasiawan" not in raw(desk)
    assert b"198001012006041001" not in raw(desk)
    assert desk.people_gone.removed() == []
    with pytest.raises(UserFault, match="person-gone"):
        desk.people_gone.restore(row)
    with pytest.raises(UserFault, match="person-gone"):
        desk.people_gone.erase(row)


def test_what_bears_the_name_alone_stays_with_who_is_still_in_the_list(desk):
    desk.people.add([Person(name="Budi, S.E."), Person(name="Budi"), Person(name="Tuan Rumah")])
    _stays, twin, host = (item.id for item in desk.people.people())
    desk.attendance.send(Place("2026-08-04"), host, "Budi")
    desk.people.remove(twin)
    desk.people_gone.erase(twin)
    assert [item.deputy for item in desk.attendance.history(host)] == ["Budi"]


def test_an_erasure_takes_removed_rows_of_the_same_name_along_and_says_so_before(desk):
    desk.people.add([Person(name="Zulkifli Rahasiawan, S.T."), Person(name="Zulkifli Rahasiawan")])
    stays, twin = (item.id for item in desk.people.people())
    desk.people.remove(twin)
    words = what_goes(desk.people.record(stays))
    assert "1 peserta bernama sama yang sudah dihapus dari daftar" in words
    desk.people.erase(stays)
    assert b"Rahasiawan" not in raw(desk)


def test_a_number_once_given_never_belongs_to_somebody_else(desk):
    desk.people.add([Person(name=name) for name in ("Satu", "Dua", "Tiga")])
    rows = [item.id for item in desk.people.people()]
    desk.people.remove(rows[2])
    desk.people.add([Person(name="Empat")])
    desk.people.erase(desk.people.people()[-1].id)
    day = Place("2026-08-04")
    assert desk.attendance.tell_guest("Tamu", day).person.number == 5
    guest, _ = desk.attendance.add_guest("Tamu", day)
    assert guest.person.number == 5
    desk.people.update(rows[1], "number", None)
    desk.people.remove(guest.person.id)
    desk.people.number()
    assert [item.number for item in desk.people.people()] == [1, 6]


def test_a_list_that_was_taken_back_and_taken_in_again_begins_at_one(desk):
    desk.people.add([Person(name="Satu"), Person(name="Dua")])
    desk.undo()
    desk.people.add([Person(name="Satu"), Person(name="Dua")])
    assert [item.number for item in desk.people.people()] == [1, 2]
    desk.people.remove(*(item.id for item in desk.people.people()))
    desk.people.add([Person(name="Tiga")])
    assert [item.number for item in desk.people.people()] == [3]
