"""The profile goes elsewhere whole, checked and without losing anything, or not at all."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from smartcity_desktop.domain.workshop import Letterhead
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.paths import Profile, find_profile
from smartcity_desktop.services import profile as profiles
from smartcity_desktop.services.profile import Move, destination, letterhead, move
from smartcity_desktop.settings import Settings, SettingsFile


@pytest.fixture
def home(monkeypatch, tmp_path):
    """The usual profile folder with something of every kind in it."""
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "rumah"))
    folder = find_profile().folder
    made = SettingsFile(folder)
    made.store(Settings(person="Siti"))
    made.store_picture(b"PNG")
    for name in ("salinan-pengaman/a 2026-08-04 09.00.00.bimtek", "logs/program.log"):
        (folder / name).parent.mkdir()
        (folder / name).write_bytes(name.encode())
    (folder / "salinan-pengaman" / ".tmp-0123.bimtek").write_bytes(b"half")
    return folder


def held(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in {"profil.json", ".tmp-0123.bimtek"}
    }


def test_a_profile_is_copied_whole_and_found_at_the_next_start_and_the_old_one_stays(home, tmp_path):
    before = held(home)
    target = move(Move(home, home, tmp_path / "stik" / "SmartCityDesktop"))
    assert held(target) == held(home) == before
    assert find_profile() == Profile(target, home)
    assert SettingsFile(find_profile().folder, home).value.profile_folder == str(target)


def test_what_stands_in_the_new_place_is_never_replaced(home, tmp_path):
    target = tmp_path / "stik"
    (target / "logs").mkdir(parents=True)
    (target / "pengaturan.json").write_text('{"person": "Lain"}', encoding="utf-8")
    (target / "logs" / "program.log").write_bytes((home / "logs" / "program.log").read_bytes())
    move(Move(home, home, target))
    assert SettingsFile(target).value.person == "Siti"
    assert (target / "pengaturan (lama 1).json").read_text(encoding="utf-8") == '{"person": "Lain"}'
    assert [path.name for path in (target / "logs").iterdir()] == ["program.log"], "the same, so left alone"


def test_a_profile_comes_back_to_the_usual_folder_with_what_changed_meanwhile(home, tmp_path):
    away = move(Move(home, home, tmp_path / "stik"))
    SettingsFile(away).store(Settings(person="Andi"))
    assert move(Move(away, home, home)) == home
    assert find_profile() == Profile(home, home)
    assert SettingsFile(home).value.person == "Andi"
    assert (home / "pengaturan (lama 1).json").is_file()


def test_a_profile_that_did_not_move_only_loses_its_pointer(home, tmp_path):
    move(Move(home, home, tmp_path / "stik"))
    before = held(home)
    move(Move(home, home, home))
    assert find_profile() == Profile(home, home)
    assert held(home) == before


@pytest.mark.parametrize("part", ["dalam/sini", ".."])
def test_a_folder_inside_the_other_is_refused(home, part):
    with pytest.raises(UserFault) as caught:
        move(Move(home, home, home / part))
    assert caught.value.code == "profile-inside"
    assert find_profile() == Profile(home, home)


def no_room(monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=10))


def no_leave(monkeypatch):
    monkeypatch.setattr(profiles, "can_write", lambda _folder: False)


def another_content(monkeypatch):
    whole = profiles._fill

    def half(source, seen, target):
        whole(source, seen, target)
        if target.parent.name == "logs":
            target.write_bytes(b"")

    monkeypatch.setattr(profiles, "_fill", half)


def no_pointer(monkeypatch):
    def refused(*_):
        raise OSError

    monkeypatch.setattr(profiles, "point", refused)


@pytest.mark.parametrize("spoil", [no_room, no_leave, another_content, no_pointer])
def test_a_move_that_fails_changes_nothing(home, tmp_path, monkeypatch, spoil):
    before = held(home)
    spoil(monkeypatch)
    with pytest.raises(DiskFault) as caught:
        move(Move(home, home, tmp_path / "stik"))
    assert caught.value.code == "profile-not-moved"
    assert find_profile() == Profile(home, home)
    assert held(home) == before
    if spoil is not no_pointer:
        assert held(tmp_path / "stik") == {}


def test_what_stood_in_the_new_place_is_back_after_a_move_that_fails(home, tmp_path, monkeypatch):
    target = tmp_path / "stik"
    target.mkdir()
    (target / "pengaturan.json").write_text('{"person": "Lain"}', encoding="utf-8")
    before = held(target)
    another_content(monkeypatch)
    with pytest.raises(DiskFault):
        move(Move(home, home, target))
    assert held(target) == before


def test_a_medium_pulled_out_while_it_is_filled_is_told_in_a_sentence(home, tmp_path, monkeypatch):
    def pulled_out(path, **_):
        raise OSError(5, "Input/output error", str(path))

    another_content(monkeypatch)
    monkeypatch.setattr(Path, "unlink", pulled_out)
    with pytest.raises(DiskFault) as caught:
        move(Move(home, home, tmp_path / "stik"))
    assert caught.value.code == "profile-not-moved"


def test_the_profile_gets_a_folder_of_its_own_unless_one_stands_there(tmp_path):
    assert destination(tmp_path) == tmp_path / "SmartCityDesktop"
    assert destination(tmp_path / "SmartCityDesktop") == tmp_path / "SmartCityDesktop"
    (tmp_path / "pengaturan.json").write_text("{}", encoding="utf-8")
    assert destination(tmp_path) == tmp_path


def test_the_letterhead_of_the_settings_is_none_until_something_of_it_was_filled_in(profile):
    made = SettingsFile(profile)
    assert letterhead(made) is None
    made.store(Settings(kop_agency="DINAS KOMINFO"))
    made.store_picture(b"PNG")
    assert letterhead(made) == Letterhead(agency="DINAS KOMINFO", logo=b"PNG")
