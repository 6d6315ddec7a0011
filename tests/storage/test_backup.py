"""Safety copies count once they were opened, are thinned by age, and come back beside what is there."""

import os
from datetime import timedelta

import pytest

from smartcity_desktop.domain.edit import Birth, Set
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.storage import backup, copying, driver
from tests.storage.conftest import WHO


@pytest.fixture
def titled(workspace, write, note):
    assert note
    write(Birth("workshop", workspace.workshop_id, {"title": "Bimtek Konawe Selatan: 2023/2024"}))
    return workspace


@pytest.fixture
def folder(profile):
    return profile / "salinan"


def test_a_copy_is_named_after_workshop_and_moment_and_tells_what_is_in_it(titled, folder, clock):
    made = backup.make(titled, folder)
    assert made.path.name == "Bimtek Konawe Selatan 2023 2024 2023-07-31 10.42.07.bimtek"
    assert (made.title, made.at) == ("Bimtek Konawe Selatan: 2023/2024", clock.moment)
    assert (made.rows, made.notes, made.sound) == (2, 1, True)
    assert made.workshop == titled.workshop_id
    assert backup.listing(folder) == [made]


def test_a_copy_opens_from_anywhere_and_does_not_look_like_a_stop(titled, folder, reopen):
    made = backup.make(titled, folder)
    assert made.path.read_bytes()[18:20] == b"\x01\x01", "in WAL mode"
    assert [item.name for item in folder.iterdir()] == [made.path.name]
    again = reopen(made.path)
    assert again.stopped_at is None
    assert again.check() == []


def test_what_is_typed_after_a_copy_is_a_new_op(titled, folder, write, note, journal):
    write(Set("note", note, "text", "a"), typing=True)
    backup.make(titled, folder)
    write(Set("note", note, "text", "ab"), typing=True)
    assert [entry.val for entry in journal.history(note, "text")] == ["Jum'at kumpul", "a", "ab"]


def test_work_in_a_copy_that_was_brought_back_meets_work_in_the_file_itself(
    titled, folder, note, reopen, cells
):
    made = backup.make(titled, folder)
    again = reopen(backup.restore(made, titled.path))
    again.journal.write([Set("note", note, "owner", "dari salinan")], who=WHO, label="x")
    titled.journal.write([Set("note", note, "text", "di berkas asli")], who=WHO, label="x")
    titled.journal.merge(again.journal.since({}), again.journal.writers(), again.journal.acts())
    assert (cells("note", note)["text"], cells("note", note)["owner"]) == ("di berkas asli", "dari salinan")
    assert titled.check() == []


def test_a_copy_comes_back_beside_what_is_there(titled, folder, reopen):
    made = backup.make(titled, folder)
    paths = [backup.restore(made, titled.path) for _ in range(2)]
    assert [path.name for path in paths] == ["konawe (2).bimtek", "konawe (3).bimtek"]
    assert reopen(paths[1]).db.conn.execute("SELECT text FROM note").fetchall() == [("Jum'at kumpul",)]


def test_a_ruined_copy_is_listed_as_such_and_does_not_come_back(titled, folder):
    made = backup.make(titled, folder)
    made.path.write_bytes(made.path.read_bytes()[:20_000])
    (listed,) = backup.listing(folder)
    assert not listed.sound
    with pytest.raises(UserFault) as caught:
        backup.restore(listed, titled.path.with_name("baru.bimtek"))
    assert caught.value.code == "backup-damaged"
    assert not titled.path.with_name("baru.bimtek").exists()


def test_a_copy_that_lacks_ops_does_not_count(titled, folder, monkeypatch):
    whole = copying._fill

    def half(conn, path, marks):
        whole(conn, path, marks)
        db = driver.connect(path)
        db.conn.execute("DELETE FROM op")
        db.close()

    monkeypatch.setattr(copying, "_fill", half)
    with pytest.raises(DiskFault):
        backup.make(titled, folder)
    assert list(folder.iterdir()) == []


def test_copies_are_thinned_by_day_week_and_month(titled, folder, clock):
    for _ in range(120):
        backup.make(titled, folder)
        clock.forward(hours=60)
    kept = backup.listing(folder)
    days = {item.at.date() for item in kept}
    assert kept[0].at == clock.moment - timedelta(hours=60)
    assert len(kept) <= backup.DAYS + backup.WEEKS + backup.MONTHS
    assert {(day.year, day.month) for day in days} >= {(2024, 1), (2024, 2), (2024, 3), (2024, 4)}
    assert sum(clock.moment.date() - day < timedelta(days=31) for day in days) >= 12


def test_all_copies_of_the_last_day_are_kept(titled, folder, clock):
    for _ in range(9):
        backup.make(titled, folder)
        clock.forward(minutes=30)
    assert len(backup.listing(folder)) == 9


def test_the_oldest_go_first_where_there_is_no_room_but_never_below_three(titled, folder, clock):
    made = []
    for _ in range(6):
        made.append(backup.make(titled, folder).path)
        clock.forward(days=1)
    backup.thin(folder, largest=made[0].stat().st_size * 4)
    assert [item.path for item in backup.listing(folder)] == made[:1:-1]
    backup.thin(folder, largest=1)
    assert [item.path for item in backup.listing(folder)] == made[:2:-1]


def test_the_copy_just_made_stays_on_a_laptop_whose_clock_went_back(titled, folder, clock):
    for _ in range(40):
        backup.make(titled, folder)
        clock.forward(days=1)
    clock.forward(days=-3000)
    assert backup.make(titled, folder).path.exists()


def test_the_newest_work_is_never_thinned_out_where_the_clock_went_back(titled, folder, clock, write, note):
    for number in range(40):
        write(Set("note", note, "text", f"hari {number}"))
        backup.make(titled, folder)
        clock.forward(days=1)
    clock.forward(days=-365)
    made = []
    for number in range(3):
        write(Set("note", note, "text", f"mundur {number}"))
        made.append(backup.make(titled, folder))
        clock.forward(hours=1)
    listed = backup.listing(folder)
    assert [item for item in listed if item in made] == made[::-1]
    assert [item.at for item in listed] == sorted((item.at for item in listed), reverse=True)
    backup.thin(folder, largest=1)
    assert set(made) <= set(backup.listing(folder))


def test_what_a_power_cut_left_of_a_copy_is_not_listed_and_goes_after_a_day(titled, folder, clock):
    made = backup.make(titled, folder)
    for name, age in ((".tmp-0123456789ab.bimtek", 25), (".tmp-ba9876543210.bimtek", 1)):
        left = folder / name
        left.write_bytes(made.path.read_bytes())
        moment = (clock.moment - timedelta(hours=age)).timestamp()
        os.utime(left, (moment, moment))
    assert backup.listing(folder) == [made]
    backup.make(titled, folder)
    assert [item.name for item in folder.glob(".*")] == [".tmp-ba9876543210.bimtek"]


def test_a_full_disk_leaves_no_half_copy(titled, folder, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("smartcity_desktop.paths._swap", full)
    with pytest.raises(DiskFault) as caught:
        backup.make(titled, folder)
    assert caught.value.code == "disk-full"
    assert list(folder.iterdir()) == []


def test_a_file_that_is_not_named_as_a_copy_is_never_thinned_out(titled, folder, clock):
    own = [
        backup.restore(backup.make(titled, folder), folder / f"Bimtek {number}.bimtek") for number in range(9)
    ]
    for _ in range(4):
        clock.forward(days=400)
        backup.make(titled, folder)
    backup.thin(folder, largest=1)
    assert all(path.exists() for path in own)
    assert len(backup.listing(folder)) == len(own) + backup.FEWEST


def test_a_copy_that_vanishes_while_it_is_listed_is_not_listed(titled, folder, monkeypatch):
    made = backup.make(titled, folder)
    monkeypatch.setattr(type(folder), "glob", lambda *_: [folder / "hilang.bimtek", made.path])
    assert backup.listing(folder) == [made]
