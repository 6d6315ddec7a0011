"""Safety copies are made by what changed, not by what the clock of the laptop says."""

from functools import partial
from pathlib import Path

import pytest

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.wording import sentence
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.services import safety
from smartcity_desktop.services.safety import Second
from smartcity_desktop.settings import CopyPlaces
from smartcity_desktop.storage import backup


def test_a_clock_that_is_set_back_stops_no_safety_copy(desk, ticking):
    first = desk.safety.make()
    ticking.forward(days=-365)
    assert desk.safety.make_if_due() is None, "nothing was changed since"
    desk.note.write(desk.note.new_id(), "Setelah jam mundur")
    assert desk.safety.make_if_due().notes == 1
    desk.note.write(desk.note.new_id(), "Sebelum ditutup")
    assert desk.safety.make_if_due() is None, "the last copy is of just now"
    last = desk.safety.make_if_changed()
    assert last.notes == 2
    assert desk.safety.make_if_changed() is None
    listed = safety.listing(desk.safety.folder)
    assert len(listed) == 3
    assert (listed[0], listed[1]) == (first, last), "in the order of the moments that are shown"


def test_a_file_opened_anew_with_the_clock_set_back_is_copied_too(desk, ticking, tmp_path):
    path = safety.restore(desk.safety.make(), tmp_path / "lagi.bimtek")
    ticking.forward(days=-365)
    with open_desk(path, clock=ticking, profile=tmp_path / "p") as again:
        assert again.safety.make_if_changed() is None
        again.note.write(again.note.new_id(), "Setelah jam mundur")
        assert again.safety.make_if_due().notes == 1


@pytest.fixture
def places(tmp_path):
    """The usual folder in the profile, a chosen one, and a flashdisk."""
    made = CopyPlaces(tmp_path / "p" / "salinan-pengaman", tmp_path / "lain", tmp_path / "flashdisk")
    for folder in (made.chosen, made.second):
        folder.mkdir()
    return made


def names(folder):
    return sorted(path.name for path in folder.glob("*.bimtek")) if folder.is_dir() else []


def test_new_copies_go_to_the_chosen_folder_and_the_old_ones_are_still_listed(desk, places, ticking):
    first = desk.safety.make()
    desk.safety.use(places)
    assert desk.safety.last() == first, "the age of the copies stays right"
    ticking.forward(minutes=40)
    desk.note.write(desk.note.new_id(), "Sesudah folder diganti")
    second = desk.safety.make_if_due()
    assert second.path.parent == places.chosen == desk.safety.folder
    assert safety.listing_all(places) == [second, first]
    assert not desk.safety.fell_back


@pytest.mark.parametrize("spoil", [Path.rmdir, lambda folder: folder.rmdir() or folder.write_bytes(b"")])
def test_a_chosen_folder_that_cannot_be_written_is_replaced_by_the_usual_one(desk, places, spoil):
    spoil(places.chosen)
    desk.safety.use(places)
    made = desk.safety.make()
    assert made.path.parent == places.usual
    assert desk.safety.fell_back
    if places.chosen.exists():
        places.chosen.unlink()
    places.chosen.mkdir()
    assert desk.safety.make().path.parent == places.chosen
    assert not desk.safety.fell_back


def test_where_no_folder_can_be_written_it_is_said_that_the_answers_are_safe(desk, tmp_path):
    (tmp_path / "p" / "salinan-pengaman").write_bytes(b"")
    with pytest.raises(DiskFault) as caught:
        desk.safety.make()
    assert caught.value.code == "copy-not-made"
    assert "tetap tersimpan" in sentence(caught.value)


def test_the_second_folder_gets_the_same_copy_once(desk, places):
    desk.safety.use(places)
    assert safety.copy_second(desk.safety.second_copy()) is Second.NONE, "nothing was copied yet"
    made = desk.safety.make()
    for _time in range(2):
        assert safety.copy_second(desk.safety.second_copy()) is Second.DONE
        assert names(places.second) == names(places.chosen) == [made.path.name]
    assert safety.listing_all(places) == [made], "one copy, wherever it lies"
    (again,) = safety.listing(places.second)
    assert (again.at, again.mark, again.rows) == (made.at, made.mark, made.rows)


def test_a_flashdisk_that_is_out_is_passed_over_and_gets_the_last_copy_when_it_is_back(desk, places):
    places.second.rmdir()
    desk.safety.use(places)
    made = desk.safety.make()
    assert safety.copy_second(desk.safety.second_copy()) is Second.AWAY
    assert not places.second.exists(), "nothing is made where the flashdisk would be"
    places.second.mkdir()
    assert desk.safety.make_if_changed() is None
    assert safety.copy_second(desk.safety.second_copy()) is Second.DONE
    assert names(places.second) == [made.path.name]


def test_a_flashdisk_that_takes_nothing_is_told_and_stops_nothing(desk, places, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    desk.safety.use(places)
    desk.safety.make()
    monkeypatch.setattr("smartcity_desktop.paths._swap", full)
    assert safety.copy_second(desk.safety.second_copy()) is Second.STUCK
    assert list(places.second.iterdir()) == []


def test_each_folder_is_thinned_for_itself_and_never_below_three(desk, places, ticking, monkeypatch):
    monkeypatch.setattr(backup, "thin", partial(backup.thin, largest=1))
    desk.safety.use(places)
    for number in range(5):
        desk.note.write(desk.note.new_id(), f"hari {number}")
        desk.safety.make()
        safety.copy_second(desk.safety.second_copy())
        ticking.forward(days=1)
    assert len(names(places.chosen)) == len(names(places.second)) == backup.FEWEST


def test_a_chosen_folder_gets_a_folder_of_copies_of_its_own(places, tmp_path):
    (tmp_path / "stik").mkdir()
    folder = safety.copy_folder(tmp_path / "stik", places)
    assert folder == tmp_path / "stik" / "salinan-pengaman"
    assert folder.is_dir()
    assert safety.copy_folder(folder, places) == folder


@pytest.mark.parametrize("second", [True, False])
def test_both_copies_in_one_folder_are_refused(tmp_path, second):
    folder = tmp_path / "p" / "salinan-pengaman"
    taken = CopyPlaces(folder) if second else CopyPlaces(tmp_path / "lain", second=folder)
    with pytest.raises(UserFault) as caught:
        safety.copy_folder(tmp_path / "p", taken, second=second)
    assert caught.value.code == "copy-folder-taken"


def test_a_folder_that_cannot_be_made_or_written_is_refused(places, tmp_path, monkeypatch):
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(DiskFault) as caught:
        safety.copy_folder(tmp_path / "berkas", places)
    assert caught.value.code == "folder-unusable"
    monkeypatch.setattr(safety, "can_write", lambda _folder: False)
    with pytest.raises(DiskFault):
        safety.copy_folder(tmp_path, places)
