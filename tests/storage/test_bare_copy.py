"""A copy without personal data: everything else stands, and no name is left in any byte of it."""

import random
from functools import partial

import pytest

from smartcity_desktop.desk import create_desk, open_desk
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.people import Person
from smartcity_desktop.domain.seal import WITHHELD
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.services.note import NotePlace
from smartcity_desktop.storage import bare_copy, copying
from smartcity_desktop.storage.driver import connect_reading
from smartcity_desktop.storage.seal import is_withheld

NAME = "Dra. Hj. Zulaikha Rahasiawati, M.Si."
NEW = NewWorkshop("Bimtek Konsel", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku")


@pytest.fixture
def copy(tmp_path, clock):
    """A copy of a workshop in which somebody is named everywhere."""
    ids = IdSource(clock, random.Random(7))
    with create_desk(tmp_path / "a.bimtek", NEW, clock=clock, ids=ids, profile=tmp_path / "p") as desk:
        desk.opd.add([OpdRow("Dinas Kesehatan", "Dinkes")])
        desk.people.add(
            [
                Person(name=NAME, position="Kepala Bidang Rahasia"),
                Person(name="Ana"),
                Person(name="Ir. Indah"),
                Person(name="Peserta 1"),
            ]
        )
        row = next(item.id for item in desk.people.people() if item.name == NAME)
        desk.people.update(row, "name", "Zulaikha  Rahasiawati")
        stage = desk.stage.stages()[0].id
        write = partial(desk.note.write, place=NotePlace(stage))
        write(desk.note.new_id(), "ZULAIKHA RAHASIAWATI, NIP 19800101 200501 2 001, HP 0812-3456-7890")
        write(desk.note.new_id(), "Ana membawa data 412 program")
        write(desk.note.new_id(), "Kampung Indah, (0778) 462123, zul@contoh.go.id")
        desk.opd.update(desk.opd.opds()[0].id, "head", "dr. Zulaikha Rahasiawati")
        target = tmp_path / "salinan.bimtek"
        copying.verified_copy(desk._store.db.conn, target)
    return target


def test_no_byte_of_it_says_who_was_there_but_by_office(copy):
    before = copy.read_bytes()
    assert b"Kepala Bidang Rahasia" in before
    assert b"0812-3456-7890" in before
    assert bare_copy.withhold(copy, "2026-11-22T10:00:00+08:00")
    raw = copy.read_bytes()
    for told in (NAME, "Kepala Bidang Rahasia", "0812-3456-7890", "19800101 200501", "ZULAIKHA"):
        assert told.encode() not in raw
    # The head of an agency signs for the public.
    assert b"dr. Zulaikha Rahasiawati" in raw
    assert b"Ana membawa data 412 program" in raw


def test_it_opens_with_as_many_rows_and_a_sound_journal(copy, tmp_path, clock):
    bare_copy.withhold(copy, "2026-11-22T10:00:00+08:00")
    assert copying.is_sound(copy)
    with open_desk(copy, clock=clock, profile=tmp_path / "p") as desk:
        assert desk.check() == []
        assert sorted(item.name for item in desk.people.people()) == [f"Peserta {at}" for at in range(1, 5)]
        assert {item.position for item in desk.people.people()} == {""}
        (first, second, third) = (item.text for item in desk.note.notes())
        assert third == "Kampung Indah, (nomor tidak disertakan), (nomor tidak disertakan)"
        assert first == f"{bare_copy.COVER}, NIP (nomor tidak disertakan), HP (nomor tidak disertakan)"
        assert second == "Ana membawa data 412 program"


def test_it_is_marked_and_the_file_itself_is_not(copy, tmp_path):
    bare_copy.withhold(copy, "2026-11-22T10:00:00+08:00")
    for path, marked in ((copy, True), (tmp_path / "a.bimtek", False)):
        db = connect_reading(path, immutable=True)
        assert is_withheld(db.conn) is marked
        db.close()


def test_a_copy_in_which_a_name_is_left_is_refused(copy, monkeypatch):
    monkeypatch.setattr(bare_copy, "_bared", lambda op, _cover: op)
    with pytest.raises(DiskFault):
        bare_copy.withhold(copy, "2026-11-22T10:00:00+08:00")


def test_nobody_goes_on_working_in_it_or_joins_it_with_the_real_file(copy, tmp_path, clock):
    bare_copy.withhold(copy, "2026-11-22T10:00:00+08:00")
    before = copy.read_bytes()
    with open_desk(copy, clock=clock, profile=tmp_path / "p") as bare:
        assert bare.is_read_only
        assert bare.workshop.seal.key == WITHHELD
        assert "tanpa data pribadi" in bare.workshop.seal.told
        with pytest.raises(UserFault, match="file-takes-nothing"):
            bare.opd.update(bare.opd.opds()[0].id, "name", "Lain")
        with pytest.raises(UserFault, match="withheld-not-joined"):
            bare._workspace.journal.since({})
        with open_desk(tmp_path / "a.bimtek", clock=clock, profile=tmp_path / "p") as whole:
            ops = whole._workspace.journal.since({})
        with pytest.raises(UserFault, match="withheld-not-joined"):
            bare._workspace.journal.merge(ops)
    assert copy.read_bytes() == before
