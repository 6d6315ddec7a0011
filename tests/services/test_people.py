"""Participants of a workshop: numbers that stay, lists in one act, personal data kept and erased."""

import json
import random
import subprocess

import pytest

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.attendance_door import Place
from smartcity_desktop.domain.edit import Birth, Set
from smartcity_desktop.domain.group import Group
from smartcity_desktop.domain.ids import IdSource, RowId
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.people_list import ADD, FILL, SKIP
from smartcity_desktop.domain.people_record import PersonalSettings, what_goes, what_stays
from smartcity_desktop.domain.people_sheet import PeopleSheet, layout_of
from smartcity_desktop.domain.workshop import NewWorkshop, Signer
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.services.agenda import NewBlock
from smartcity_desktop.services.people import read_pasted, save_record
from smartcity_desktop.storage.group import groups, seats
from smartcity_desktop.storage.people import attendances, certificates

NIP, OTHER_NIP, PHONE = "198001012006041001", "198001012006041002", "081234567890"
ON = PersonalSettings(keep_nip=True, keep_phone=True, purpose="Sertifikat")
LONG = "Dr. Ir. Hj. Andi Rahmatia Nurwahyuni Contohwati, S.Sos., S.T., M.Si., M.T."


@pytest.fixture(autouse=True)
def opds(desk):
    desk.opd.add([OpdRow("Dinas Komunikasi dan Informatika", "Diskominfo"), OpdRow("Dinas Kesehatan")])
    return [item.id for item in desk.opd.opds()]


def preview(desk, text):
    sheet = read_pasted(text).sheets[0]
    return desk.people.preview(sheet, layout_of(sheet))


def adopt(desk, text, chosen=None):
    return desk.people.adopt(preview(desk, text).candidates, chosen)


LIST = (
    f"Nama\tNIP\tHP\tJabatan\tInstansi\n{LONG}\t{NIP}\t{PHONE}\tKadis\tDiskominfo\n"
    f"Muhammad Jum'at Ma'arif\t{OTHER_NIP}\t\tStaf\tDinas Kesehatan\n"
)


def names(desk):
    return [(item.number, item.name) for item in desk.people.people()]


def raw(desk):
    path = desk.path
    files = [path, path.with_name(path.name + "-wal")]
    # Read by another process: a handle of this one, closed again, would let go of the lock.
    return b"".join(subprocess.run(["cat", file], capture_output=True, check=False).stdout for file in files)


# Adding and numbers


def test_numbers_follow_the_list_and_stay_when_somebody_goes(desk):
    desk.people.add([Person(name="A"), Person(name="B"), Person(name="C")])
    desk.people.remove(desk.people.people()[1].id)
    desk.people.add([Person(name="D", walk_in=True)])
    assert names(desk) == [(1, "A"), (3, "C"), (4, "D")]
    assert desk.people.people()[-1].walk_in


def test_a_number_that_two_laptops_gave_is_given_anew_to_the_later_one(desk):
    desk.people.add([Person(name="A"), Person(name="B", number=1), Person(name="C")])
    changes = desk.people.number()
    assert changes.label == "beri nomor 1 peserta"
    assert names(desk) == [(1, "A"), (3, "B"), (2, "C")]
    assert not desk.people.number()


def test_a_typed_line_becomes_a_participant_with_agency_and_unsur(desk, opds):
    row, _changes = desk.people.add_typed("Hj. Aminah, S.Sos.; Kabid ; dinas kesehatan")
    found = desk.people.person(row)
    assert (found.name, found.position, found.opd) == ("Hj. Aminah, S.Sos.", "Kabid", opds[1])
    assert (found.element, found.number, found.walk_in) == ("pemerintah", 1, False)
    other, _changes = desk.people.add_typed("Rina", walk_in=True)
    assert (desk.people.person(other).number, desk.people.person(other).walk_in) == (2, True)


def test_a_typed_line_tells_a_double_before_it_is_added(desk):
    desk.people.add_typed("Muhammad Jum'at; Staf; Diskominfo")
    told = desk.people.tell("Muh. Jumat, S.E.; Staf; Diskominfo")
    assert (told.action, told.match) == (SKIP, desk.people.people()[0].id)
    assert desk.people.tell("   ").person.name == ""
    with pytest.raises(UserFault, match="person-nameless"):
        desk.people.add_typed(" ; Staf")
    assert len(desk.people.people()) == 1


# A list that comes in


def test_a_list_is_taken_in_one_act_and_taken_back_in_one(desk, opds):
    changes = adopt(desk, LIST)
    assert changes.label == "impor 2 peserta"
    first, second = desk.people.people()
    assert (first.name, first.number, first.opd, first.institution) == (LONG, 1, opds[0], "")
    assert (second.name, second.element) == ("Muhammad Jum'at Ma'arif", "pemerintah")
    desk.undo()
    assert desk.people.people() == []


def test_a_second_list_completes_those_who_stand_and_adds_the_others(desk, opds):
    desk.people.add([Person(name="Muh. Jumat Maarif", opd=opds[1], position="Sekretaris")])
    reading = preview(desk, LIST)
    assert [item.action for item in reading.candidates] == [ADD, FILL]
    changes = desk.people.adopt(reading.candidates)
    assert changes.label == "impor 1 peserta, lengkapi 1 peserta"
    stands = desk.people.people()[0]
    assert (stands.name, stands.position, stands.element) == ("Muh. Jumat Maarif", "Sekretaris", "pemerintah")
    assert len(desk.people.people()) == 2


def test_what_a_person_chose_for_a_row_goes_before_what_was_proposed(desk):
    assert adopt(desk, LIST, {2: SKIP}).label == "impor 1 peserta"
    again = preview(desk, LIST + f"{LONG}\t\t\tKadis\tDiskominfo\n")
    assert [item.action for item in again.candidates] == [ADD, SKIP, SKIP]
    desk.people.adopt(again.candidates, {4: ADD})
    assert len(desk.people.people()) == 3
    assert not desk.people.adopt(again.candidates, dict.fromkeys((2, 3, 4), SKIP))


def test_two_hundred_rows_with_an_error_each_are_all_answered_for(desk):
    lines = ["Nama\tNIP\tInstansi"]
    lines += [f"{'' if n % 5 == 0 else f'Peserta {n}'}\t19{n}\tDinas {n % 7}" for n in range(200)]
    reading = preview(desk, "\n".join(lines))
    assert len(reading.candidates) == 200
    assert reading.count(ADD) + reading.count(SKIP) + reading.count(FILL) == 200
    desk.people.adopt(reading.candidates)
    assert len(desk.people.people()) == reading.count(ADD) == 160


# Changing


def test_a_place_in_words_becomes_the_agency_it_surely_is(desk, opds):
    row, _changes = desk.people.add_typed("Rina")
    desk.people.place_text(row, "diskominfo")
    found = desk.people.person(row)
    assert (found.opd, found.institution, found.element) == (opds[0], "", "pemerintah")
    desk.people.place_text(row, "Radio Suara")
    found = desk.people.person(row)
    assert (found.opd, found.institution, found.element) == ("", "Radio Suara", "pemerintah")


def test_an_outside_agency_proposes_the_unsur_of_its_name(desk):
    desk.opd.add([OpdRow("Universitas Contoh")])
    row, _changes = desk.people.add_typed("Rina")
    desk.people.place(row, desk.opd.opds()[-1].id)
    assert desk.people.person(row).element == "akademisi"


def test_removing_somebody_frees_the_place_in_the_group_and_undo_gives_it_back(desk):
    row, _changes = desk.people.add_typed("Rina; Staf; Diskominfo")
    store = desk.people._store
    seat_in_group(store, row)
    desk.people.remove(row)
    assert [item.chair for item in groups(store.db)] == [""]
    assert seats(store.db, RowId("pembagian")) == []
    assert attendances(store.db) == []
    desk.undo()
    assert [item.chair for item in groups(store.db)] == [row]
    assert len(seats(store.db, RowId("pembagian"))) == 1
    assert len(attendances(store.db)) == 1


def seat_in_group(store, row, deputy=""):
    group = Group(id=store.ids.new())
    edits = [
        Birth("grouping", RowId("pembagian"), {"pos": "a", "title": "Dimensi"}),
        Birth("group", group.id, {"pos": "a", "grouping": "pembagian", "name": "Meja 1", "chair": row}),
        Birth(
            "seat",
            store.key("seat", "pembagian", row),
            {"grouping": "pembagian", "person": row, "group": group.id},
        ),
        Birth(
            "attendance",
            store.key("attendance", row, "2026-08-04", ""),
            {"person": row, "date": "2026-08-04", "state": "diwakili", "deputy": deputy or "Wakil Rahasia"},
        ),
        Birth(
            "certificate",
            store.key("certificate", row, "", "Wakil Rahasia"),
            {"person": row, "holder": "Wakil Rahasia", "number": 7, "hours": 20},
        ),
    ]
    store.write(edits, "isi")


def test_today_counts_the_day_and_no_single_session(desk):
    row, _changes = desk.people.add_typed("Rina")
    store = desk.people._store
    for session in ("", "pagi"):
        key = store.key("attendance", row, "2026-08-04", session)
        state = "tidak" if session else "hadir"
        store.write(
            [
                Birth(
                    "attendance",
                    key,
                    {"person": row, "date": "2026-08-04", "session": session, "state": state},
                )
            ],
            "hadir",
        )
    assert desk.people.today() == {row: "hadir"}


# Personal data


def test_numbers_are_not_taken_before_somebody_says_why(desk):
    adopt(desk, LIST)
    assert desk.people.numbers() == {}
    assert NIP.encode() not in raw(desk)
    with pytest.raises(UserFault, match="purpose-missing"):
        desk.people.set_personal(PersonalSettings(keep_nip=True, purpose="  "))
    with pytest.raises(UserFault, match="purpose-missing"):
        desk.people.update(desk.people.people()[0].id, "nip", NIP)
    assert not desk.people.personal().settings.keeps


def test_switched_on_only_what_was_switched_on_is_taken(desk):
    desk.people.set_personal(PersonalSettings(keep_nip=True, purpose="Sertifikat"))
    adopt(desk, LIST)
    first, second = (item.id for item in desk.people.people())
    assert desk.people.numbers() == {first: (NIP, ""), second: (OTHER_NIP, "")}
    assert PHONE.encode() not in raw(desk)
    with pytest.raises(UserFault, match="purpose-missing"):
        desk.people.update(first, "phone", PHONE)
    desk.people.update(second, "nip", "19800101 200604 1 009")
    assert desk.people.numbers()[second] == ("198001012006041009", "")


def test_a_later_list_brings_the_missing_numbers(desk):
    adopt(desk, LIST)
    desk.people.set_personal(ON)
    assert adopt(desk, LIST).label == "lengkapi 2 peserta"
    assert sorted(desk.people.numbers().values()) == [(NIP, PHONE), (OTHER_NIP, "")]


def test_switching_off_hides_the_numbers_and_erases_them_only_when_asked(desk):
    desk.people.set_personal(ON)
    adopt(desk, LIST)
    desk.workshop.add_signer(Signer(name="Fulan"), "199900001999000001")
    desk.people.set_personal(PersonalSettings(keep_phone=True, purpose="Undangan"))
    kept = desk.people.personal()
    assert (kept.nips, kept.phones) == (2, 1)
    assert {nip for nip, _ in desk.people.numbers().values()} == {""}
    desk.people.erase_numbers(nip=True, phone=False)
    assert (desk.people.personal().nips, desk.people.personal().phones) == (0, 1)
    assert NIP.encode() not in raw(desk)
    assert PHONE.encode() in raw(desk)
    assert b"199900001999000001" in raw(desk)
    assert not desk.people.erase_numbers(nip=False, phone=False)


def test_erased_numbers_may_be_typed_again_afterwards(desk):
    desk.people.set_personal(ON)
    adopt(desk, LIST)
    desk.people.erase_numbers(nip=True, phone=True)
    row = desk.people.people()[0].id
    desk.people.update(row, "nip", NIP)
    desk.people.update(row, "phone", PHONE)
    assert desk.people.numbers()[row] == (NIP, PHONE)


def test_the_nip_column_needs_the_nip(desk):
    desk.people.set_personal(PersonalSettings(keep_phone=True, list_nip=True, purpose="Undangan"))
    assert not desk.people.personal().settings.list_nip


# One person's data


@pytest.fixture
def asked(desk):
    """Somebody who stands everywhere: numbers, group, attendance, certificate, a note, a signature."""
    desk.people.set_personal(ON)
    adopt(desk, LIST)
    row = desk.people.people()[0].id
    desk.people.update(row, "note", "Alergi udang")
    seat_in_group(desk.people._store, row)
    desk.note.write(desk.note.new_id(), f"Ibu {LONG.partition(',')[0]} menyusun jadwal")
    desk.workshop.add_signer(Signer(name=LONG))
    return row


def test_everything_about_one_person_is_told_in_words(desk, asked):
    text = desk.people.told(asked)
    for words in (
        f"Nama: {LONG}",
        "Catatan: Alergi udang",
        f"NIP: {NIP}",
        f"HP: {PHONE}",
        "Tujuan penyimpanan: Sertifikat",
        "Selasa, 4 Agustus 2026 · diwakili · oleh Wakil Rahasia",
        "Dimensi · Meja 1 · ketua",
        "nomor 7 · 20 JP · atas nama Wakil Rahasia",
        "menyusun jadwal",
        "penanda tangan",
    ):
        assert words in text
    assert OTHER_NIP not in text


def test_the_same_is_told_for_another_program(desk, asked):
    told = json.loads(desk.people.told(asked, machine=True))
    assert (told["person"]["name"], told["nip"], told["attendance"]) == (
        LONG,
        NIP,
        ["Selasa, 4 Agustus 2026 · diwakili · oleh Wakil Rahasia"],
    )


def test_the_record_is_written_whole_or_its_fault_says_so(tmp_path):
    save_record("isi\n", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "isi\n"
    (tmp_path / "berkas").write_text("x")
    with pytest.raises(DiskFault, match="file-not-written"):
        save_record("isi", tmp_path / "berkas" / "a.txt")


def test_what_goes_and_what_stays_is_said_before_a_removal(desk, asked):
    record = desk.people.record(asked)
    assert what_goes(record) == (
        "Dihapus dari berkas Bimtek ini, juga dari riwayat perubahan: semua isian peserta ini, NIP, HP, "
        "1 baris kehadiran, tempatnya di kelompok, nomor sertifikatnya. Tidak bisa diurungkan."
    )
    assert "1 catatan yang menyebut namanya" in what_stays(record)
    assert "salinan pengaman" in what_stays(record)


def test_a_removal_on_request_empties_every_trace_but_the_notes(desk, asked):
    desk.people.erase(asked)
    assert [item.name for item in desk.people.people()] == ["Muhammad Jum'at Ma'arif"]
    store = desk.people._store
    assert attendances(store.db) == []
    assert certificates(store.db) == []
    assert [item.chair for item in groups(store.db)] == [""]
    content = raw(desk)
    for word in (NIP, PHONE, "Alergi udang", "Wakil Rahasia"):
        assert word.encode() not in content
    history = [entry.val for entry in store.workspace.journal.history(asked, "name")]
    assert history == []
    assert desk.search.find("Nurwahyuni", 9)[0].ent == "note"
    with pytest.raises(UserFault, match="person-gone"):
        desk.people.record(asked)
    with pytest.raises(UserFault, match="person-gone"):
        desk.people.erase(asked)


def test_undo_steps_over_a_removal_on_request_and_brings_nothing_back(desk, asked):
    desk.people.erase(asked)
    for _step in range(12):
        try:
            desk.undo()
        except UserFault:
            break
    assert NIP.encode() not in raw(desk)
    assert not any(item.name == LONG for item in desk.people.people())


def test_a_deputy_of_the_same_name_is_emptied_with_the_person(desk):
    adopt(desk, LIST)
    first, second = desk.people.people()
    seat_in_group(desk.people._store, second.id, deputy=LONG.upper())
    assert desk.people.record(first.id).deputy_for == ("Selasa, 4 Agustus 2026",)
    desk.people.erase(first.id)
    assert [(item.person, item.deputy) for item in attendances(desk.people._store.db)] == [(second.id, "")]


def test_whoever_was_marked_in_a_session_is_there_today(desk):
    desk.people.add([Person(name="Satu"), Person(name="Dua")])
    row = desk.people.people()[0].id
    block, _ = desk.agenda.add(desk.stage.stages()[1].id, "2026-08-04", NewBlock("Materi 1"))
    desk.attendance.mark(Place("2026-08-04", block), "hadir", row)
    assert desk.people.today() == {row: "hadir"}
    assert desk.attendance.today().there == 1


def test_a_removal_reaches_what_another_laptop_wrote_without_knowing(desk, asked, tmp_path, ticking):
    ids = IdSource(ticking, random.Random(11))
    new = NewWorkshop("Lain", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku")
    with create_desk(tmp_path / "lain.bimtek", new, clock=ticking, ids=ids, profile=tmp_path / "q") as other:
        mine, theirs = desk.people._store.workspace.journal, other.people._store.workspace.journal
        theirs.merge(mine.since({}), mine.writers(), mine.acts())
        position = theirs.seal()
        other.people._store.write([Set("person", asked, "note", "Tamu rahasia")], "ubah")
        late = theirs.since(position)
        desk.people.erase(asked)
        mine.merge(late)
        assert not any(item.id == asked for item in desk.people.people())
        assert b"Tamu rahasia" not in raw(desk)
        theirs.merge(mine.since({}))
        assert not any(item.id == asked for item in other.people.people())
        assert NIP.encode() not in raw(other)


def test_two_thousand_people_are_found_again_in_a_list_of_two_thousand(desk):
    desk.people.add(
        Person(name=f"Peserta {number}", institution=f"Dinas {number % 40}") for number in range(2000)
    )
    sheet = PeopleSheet(
        "", (("Nama", "Instansi"), *((f"Peserta {n}", f"Dinas {n % 40}") for n in range(2000)))
    )
    reading = desk.people.preview(sheet, layout_of(sheet))
    assert reading.count(FILL) + reading.count(SKIP) == 2000
