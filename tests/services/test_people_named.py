"""Where else a participant's name stands: told on request, and erased where the program itself put it."""

import pytest

from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.people_record import what_goes, what_stays
from smartcity_desktop.domain.signature import LATER, OTHER, SIGNED
from tests.services.test_people_gone import raw

NAME = "Dr. Zulkifli Rahasiawan"


@pytest.fixture
def expert(desk):
    """An expert among the participants, who stands on the list of the commitment by that."""
    desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes")])
    desk.people.add([Person(name=NAME, body="Tenaga ahli", position="Dosen Rahasia")])
    desk.signature.draw_up()
    return desk.people.people()[0].id


def row_of(desk, name):
    return next(item.id for item in desk.signature.board().rows if item.name == name)


def test_whoever_signed_as_an_expert_is_erased_from_the_list_and_from_every_byte(desk, expert):
    row = row_of(desk, NAME)
    desk.signature.mark(row, LATER)
    desk.signature.write(row, "note", "Zulkifli Rahasiawan datang sore")
    record = desk.people.record(expert)
    assert record.signed == ("Komitmen bersama",)
    assert "daftar penanda tangan" in what_goes(record)
    assert "penanda tangan" not in what_stays(record)
    desk.people.erase(expert)
    assert [item.heading for item in desk.signature.board().rows] == ["kepala", "opd"]
    assert b"Rahasia" not in raw(desk)
    assert not desk.signature.draw_up()


def test_a_line_written_by_hand_goes_too_but_not_whoever_signs_by_office(desk, expert):
    desk.signature.add("Zulkifli  Rahasiawan, S.T.", "Ketua Forum", OTHER)
    office = next(item.id for item in desk.signature.board().rows if item.heading == "opd")
    desk.signature.write(office, "name", "Zulkifli Rahasiawan")
    record = desk.people.record(expert)
    assert record.signs == ("penanda tangan Komitmen bersama (Kepala Dinas Kesehatan)",)
    desk.people.erase(expert)
    told = [(item.heading, item.name) for item in desk.signature.board().rows]
    assert told == [("kepala", ""), ("opd", "Zulkifli Rahasiawan")]


def test_the_line_of_a_namesake_who_is_still_in_the_list_stays(desk, expert):
    desk.people.remove(expert)
    desk.people.add([Person(name=NAME)])
    desk.signature.add(NAME, "Ketua Forum")
    desk.people_gone.erase(expert)
    assert [item.position for item in desk.signature.board().rows if item.name] == ["Ketua Forum"]


@pytest.mark.usefixtures("expert")
def test_no_act_keeps_the_name_of_who_signs(desk):
    """Names of acts travel with every copy and are shown in the list of changes."""
    row, _ = desk.signature.add("Siti Rahasiawati", "Ketua Rahasia")
    desk.signature.mark(row, SIGNED)
    desk.signature.write(row, "note", "Rahasia")
    desk.signature.remove(row)
    desk.signature.mark(row_of(desk, NAME), SIGNED)
    head = next(item.id for item in desk.signature.board().rows if item.heading == "opd")
    desk.signature.mark(head, SIGNED)
    told = [item.label for item in desk._store.workspace.journal.acts()]
    assert not [label for label in told if "Rahasia" in label]
    assert "tanda tangan Kepala Dinas Kesehatan: sudah" in told
    assert "tanda tangan tenaga ahli: sudah" in told


def test_every_text_that_names_a_participant_is_told_on_request(desk, expert):
    desk.book.set_up("4-buku")
    book = desk.book.books()[0]
    chapter = desk.book.tree(book.id)[0].chapter.id
    desk.book.update(chapter, "author", "Zulkifli Rahasiawan")
    second, _ = desk.book.add_chapter(book.id, "Tim")
    desk.book.update(second, "text", "Disusun oleh ZULKIFLI RAHASIAWAN dan tim.")
    desk.comment.write_on_row(desk.comment.new_id(), "Tanya Pak Zulkifli Rahasiawan", second)
    duty, _ = desk.duty.add("Susun Perbup")
    desk.duty.write(duty, "who", "Zulkifli Rahasiawan")
    signs = desk.people.record(expert).signs
    assert signs == (
        "nama dalam catatan telaah",
        "nama dalam tindak lanjut masterplan",
        "nama dalam 2 bab",
    )
    assert "nama dalam 2 bab" in what_stays(desk.people.record(expert))
    assert "- nama dalam 2 bab" in desk.people.told(expert)
    desk.people.add([Person(name="Ana")])
    assert desk.people.record(desk.people.people()[1].id).signs == ()
