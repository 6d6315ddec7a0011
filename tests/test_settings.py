"""Settings are data: one table asks for them, checks them, keeps them and tells of them."""

import json
from dataclasses import fields, replace

import pytest

from smartcity_desktop.errors import DiskFault
from smartcity_desktop.settings import (
    EARLIER_LIMIT,
    KINDS,
    OWN,
    Settings,
    SettingsFile,
    asked,
    described,
    parse,
    table,
    wrong,
)


def test_every_setting_says_what_it_is_and_its_default_passes_its_own_check():
    found = described()
    assert [item.name for item in found] == [item.name for item in fields(Settings)]
    for item in found:
        assert item.label
        assert item.help.endswith(".")
        assert item.kind in KINDS
        assert wrong(item.name, item.default) == ""
        assert (item.kind == OWN) or item.group


def test_a_person_is_asked_for_what_the_program_does_not_keep_by_itself():
    assert [item.name for item in asked()] == [
        *("person", "text_scale", "projector_size", "paper"),
        *("kop_government", "kop_agency", "kop_address", "kop_picture"),
        *("safety_folder", "safety_second", "profile_folder"),
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("person", 7),
        ("person", "x" * 81),
        ("person", "dua\nbaris"),
        ("text_scale", 7.0),
        ("text_scale", "1.0"),
        ("paper", "Letter"),
        ("kop_address", "a\nb\nc\nd\ne"),
        ("kop_picture", "../lambang.png"),
        ("safety_folder", "salinan"),
        ("safety_second", ["/a"]),
        ("rail_open", "ya"),
    ],
)
def test_what_does_not_pass_its_check_is_told_in_a_sentence_and_read_as_the_default(name, value):
    said = wrong(name, value)
    assert said[0].isupper()
    assert said.endswith(".")
    assert parse(json.dumps({name: value, "last_folder": "/d"})) == Settings(last_folder="/d")


def test_settings_are_kept_and_read_again(profile, tmp_path):
    kept = Settings(
        person="Siti",
        text_scale=1.3,
        paper="A4",
        kop_address="Jalan A\nTelepon B",
        safety_folder=str(tmp_path / "x"),
        safety_earlier=(str(tmp_path / "lama"),),
    )
    SettingsFile(profile).store(kept)
    assert SettingsFile(profile).value == kept


def test_a_profile_that_cannot_be_written_keeps_the_settings_until_closing(profile):
    (profile / "pengaturan.json").mkdir()
    made = SettingsFile(profile)
    made.store(Settings(person="Siti"))
    assert made.value.person == "Siti"


def test_a_folder_of_copies_that_is_replaced_is_still_searched(profile, tmp_path):
    one, two = str(tmp_path / "satu"), str(tmp_path / "dua")
    settings = Settings().copy_to("safety_folder", one).copy_to("safety_folder", two)
    assert settings.safety_earlier == (one,)
    places = settings.copy_places(profile)
    assert [folder.name for folder in places.every] == ["dua", "salinan-pengaman", "satu"]
    back = settings.copy_to("safety_folder", one)
    assert back.safety_earlier == (two,)
    assert back.copy_to("safety_folder", "").copy_places(profile).first == profile / "salinan-pengaman"


def test_only_the_last_folders_of_copies_are_remembered(tmp_path):
    settings = Settings()
    for number in range(20):
        settings = settings.copy_to("safety_second", str(tmp_path / str(number)))
    assert len(settings.safety_earlier) == EARLIER_LIMIT


def test_a_second_folder_that_is_the_first_one_is_none(profile, tmp_path):
    settings = Settings(safety_second=str(profile / "salinan-pengaman"))
    assert settings.copy_places(profile).second is None
    both = str(tmp_path / "a")
    assert Settings(safety_folder=both, safety_second=both).copy_places(profile).second is None


def test_the_coat_of_arms_lies_in_the_profile(profile):
    made = SettingsFile(profile)
    assert made.picture() is None
    made.store_picture(b"PNG")
    again = SettingsFile(profile)
    assert again.picture() == b"PNG"
    again.store_picture(None)
    assert SettingsFile(profile).picture() is None
    (profile / "lambang-kop.png").unlink()
    assert made.picture() is None, "the file went away"


def test_a_coat_of_arms_that_cannot_be_kept_is_a_fault(profile):
    (profile / "lambang-kop.png").mkdir()
    with pytest.raises(DiskFault) as caught:
        SettingsFile(profile).store_picture(b"PNG")
    assert caught.value.code == "folder-unusable"


def test_after_a_move_both_profiles_are_written_until_the_next_start(profile, tmp_path):
    target = tmp_path / "baru"
    target.mkdir()
    made = SettingsFile(profile, home=profile)
    made.moved(target)
    made.store(replace(made.value, person="Siti"))
    made.store_picture(b"PNG")
    for folder in (profile, target):
        assert SettingsFile(folder).value.person == "Siti"
        assert SettingsFile(folder).picture() == b"PNG"
    assert made.value.profile_folder == str(target)
    assert profile / "salinan-pengaman" in SettingsFile(target).places.every
    assert "profile_folder" not in (target / "pengaturan.json").read_text(encoding="utf-8")


def test_the_table_names_every_setting_with_its_choices_and_its_default():
    rows = table().splitlines()[2:]
    assert len(rows) == len(asked())
    paper = next(row for row in rows if "`paper`" in row)
    assert paper == (
        "| Kertas | Diusulkan pada Bimtek baru; setiap Bimtek boleh memakai kertas lain. "
        "| F4 (215 × 330 mm), A4 (210 × 297 mm) | F4 (215 × 330 mm) | `paper` |"
    )
