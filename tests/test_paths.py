"""Where the profile is: the usual folder, one that was chosen, one that it was moved to."""

import json

import pytest

from smartcity_desktop import paths
from smartcity_desktop.paths import find_profile, point, pointed


@pytest.fixture
def home(monkeypatch, tmp_path):
    """The usual profile folder of this person."""
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "rumah"))
    return (tmp_path / "rumah" / "SmartCityDesktop").resolve()


@pytest.fixture
def moved(home, tmp_path):
    """A profile on a flashdisk, which the usual folder points to."""
    folder = tmp_path / "flashdisk" / "SmartCityDesktop"
    folder.mkdir(parents=True)
    (folder / "pengaturan.json").write_text("{}", encoding="utf-8")
    home.mkdir(parents=True)
    point(home, folder)
    return folder


def test_the_usual_folder_is_the_profile_unless_it_was_moved(home):
    assert find_profile() == paths.Profile(home, home)
    assert home.is_dir()


def test_a_moved_profile_is_found_by_the_pointer(home, moved):
    assert find_profile() == paths.Profile(moved, home)
    point(home, home)
    assert find_profile() == paths.Profile(home, home)
    assert list(home.iterdir()) == []


def test_a_chosen_profile_wins_and_cannot_be_moved(moved, tmp_path):
    assert moved
    found = find_profile(tmp_path / "coba")
    assert (found.folder, found.home, found.missing) == ((tmp_path / "coba").resolve(), None, None)


def test_where_the_flashdisk_is_out_the_usual_folder_has_to_do(home, moved):
    moved.rename(moved.with_name("di saku"))
    assert find_profile() == paths.Profile(home, home, moved)
    moved.mkdir()
    assert find_profile() == paths.Profile(home, home, moved), "another flashdisk under the same letter"
    moved.rmdir()
    moved.with_name("di saku").rename(moved)
    assert find_profile() == paths.Profile(moved, home), "plugged in again"


def test_a_flashdisk_that_is_locked_counts_as_away(home, moved, monkeypatch):
    monkeypatch.setattr(paths, "can_write", lambda folder: folder != moved)
    assert find_profile() == paths.Profile(home, home, moved)


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"folder": 3}', '{"folder": "relatif"}', "{}"])
def test_a_broken_pointer_points_nowhere(home, text):
    home.mkdir(parents=True)
    (home / "profil.json").write_text(text, encoding="utf-8")
    assert pointed(home) is None
    (home / "profil.json").write_text(json.dumps({"folder": str(home)}), encoding="utf-8")
    assert pointed(home) is None


def test_where_the_usual_folder_can_not_be_made_a_temporary_one_has_to_do(home, tmp_path, monkeypatch):
    monkeypatch.setattr(paths.tempfile, "tempdir", str(tmp_path))
    home.parent.write_text("a file where the folder should be", encoding="utf-8")
    for missing, found in ((home, find_profile()), (home / "coba", find_profile(home / "coba"))):
        assert found == paths.Profile(found.folder, None, missing)
        assert found.folder.is_dir()
        assert found.folder.parent == tmp_path.resolve()


def test_a_user_without_a_home_gets_a_temporary_profile(home, tmp_path, monkeypatch):
    assert home
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setattr(paths.tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(paths.os.path, "expanduser", lambda _: str(tmp_path / "berkas" / "rumah"))
    (tmp_path / "berkas").touch()
    found = find_profile()
    assert found.folder.parent == tmp_path.resolve()
    assert found.missing == tmp_path / "berkas" / "rumah" / ".local" / "share" / "SmartCityDesktop"


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        ("Laporan L1. Analisis isu", "Laporan L1. Analisis isu.pdf"),
        ("laporan.pdf", "laporan.pdf"),
        ("LAPORAN.PDF", "LAPORAN.PDF"),
        ("Bimtek 4.8.2026", "Bimtek 4.8.2026.pdf"),
    ],
)
def test_a_chosen_name_keeps_its_dots_and_gets_one_ending(tmp_path, chosen, name):
    assert paths.with_ending(str(tmp_path / chosen), ".pdf") == tmp_path / name
