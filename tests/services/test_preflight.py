"""The laptop is asked for real: its power, disk, clock, folders and fonts."""

import os
import shutil
from dataclasses import replace
from types import SimpleNamespace

import pytest

from smartcity_desktop.domain.preflight import ORDER
from smartcity_desktop.services import preflight
from smartcity_desktop.settings import CopyPlaces, SettingsFile


@pytest.fixture
def asked(tmp_path, clock):
    return preflight.Asked(SettingsFile(tmp_path / "p").places, clock)


def found(asked):
    return {item.key: item for item in preflight.look(asked)}


def supply(folder, name, **said):
    (folder / name).mkdir(parents=True)
    for key, words in said.items():
        (folder / name / key).write_text(f"{words}\n", "ascii")


def test_a_laptop_on_its_battery_is_told_from_one_at_the_cable(tmp_path):
    supply(tmp_path, "AC", type="Mains", online=0)
    supply(tmp_path, "BAT0", type="Battery", capacity=60, status="Discharging")
    supply(tmp_path, "BAT1", type="Battery", capacity=20, status="Discharging")
    supply(tmp_path, "mouse", type="Battery", capacity=5, scope="Device", status="Discharging")
    assert preflight.power(tmp_path) == preflight.Power(40, is_plugged=False)
    (tmp_path / "AC" / "online").write_text("1", "ascii")
    assert preflight.power(tmp_path) == preflight.Power(40, is_plugged=True)


def test_a_desktop_has_no_battery_and_an_unknown_machine_does_not_say(tmp_path):
    assert preflight.power(tmp_path / "none") is None
    assert preflight.power(tmp_path) is None
    supply(tmp_path, "AC", type="Mains", online=1)
    assert preflight.power(tmp_path) == preflight.Power(None, is_plugged=True)


def test_every_check_is_there_before_a_workshop_is_open(asked):
    assert set(found(asked)) == {"battery", "disk", "clock", "copies", "place", "fonts"}
    assert found(asked)["fonts"].tone == "good"
    assert found(asked)["disk"].words.startswith("Tersisa ")


def test_a_workshop_file_written_later_than_now_gives_the_clock_away(desk, ticking):
    asked = desk.preflight.asked()
    assert (asked.path, asked.zone, asked.paper) == (desk.path, "WITA", "F4")
    later = ticking().timestamp() + 86_400
    os.utime(desk.path, (later, later))
    assert found(asked)["clock"].tone == "error"
    os.utime(desk.path, (0, 0))
    assert found(asked)["clock"].tone != "error"


def test_a_second_folder_is_looked_for_where_it_should_be(asked, tmp_path, monkeypatch):
    first = asked.places.first
    away = replace(asked, places=CopyPlaces(first, second=tmp_path / "flashdisk" / "salinan"))
    assert found(asked)["copies"].words == "Salinan dibuat di laptop ini saja."
    assert found(away)["copies"].words == "Folder kedua belum terpasang."
    (tmp_path / "flashdisk" / "salinan").mkdir(parents=True)
    assert found(away)["copies"].words == "Folder kedua ada di disk yang sama dengan folder salinan."
    monkeypatch.setattr(preflight, "_disk", lambda folder: 2 if "flashdisk" in folder.parts else 1)
    assert found(away)["copies"].tone == "good"


def test_a_second_folder_that_a_cloud_program_keeps_lies_elsewhere_too(asked, tmp_path):
    cloud = tmp_path / "OneDrive - Pemkab" / "salinan"
    cloud.mkdir(parents=True)
    assert found(replace(asked, places=CopyPlaces(asked.places.first, second=cloud)))["copies"].tone == "good"


def test_a_full_flashdisk_is_told(asked, tmp_path, monkeypatch):
    second = tmp_path / "flashdisk"
    second.mkdir()
    full = SimpleNamespace(free=30_000_000)
    usage = shutil.disk_usage
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: full if folder == second else usage(folder))
    check = found(replace(asked, places=CopyPlaces(asked.places.first, second=second)))["copies"]
    assert (check.tone, check.words) == ("warning", "Ruang di folder kedua tinggal 30 MB.")


def test_a_file_on_a_share_of_the_office_is_told(tmp_path):
    mounts = tmp_path / "mounts"
    share = tmp_path / "berbagi kantor"
    share.mkdir()
    named = str(share).replace(" ", "\\040")
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n//server/bimtek {named} cifs rw 0 0\n", "utf-8")
    assert preflight.drive_of(share / "kota.bimtek", mounts) == "network"
    assert preflight.drive_of(tmp_path / "kota.bimtek", mounts) == ""
    assert preflight.drive_of(share / "kota.bimtek", tmp_path / "none") == ""


def test_a_number_on_two_certificates_has_its_row_among_the_checks(asked):
    doubled = preflight.look(replace(asked, doubled=(12,)))
    assert [item.words for item in doubled if item.key == "certificate"] == [
        "Nomor 12 ada di lebih dari satu sertifikat."
    ]
    assert {item.key for item in doubled} <= set(ORDER)


def test_looking_leaves_nothing_behind(asked, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    preflight.look(asked)
    assert sorted(tmp_path.rglob("*")) == before
