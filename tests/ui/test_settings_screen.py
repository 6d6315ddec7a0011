"""Pengaturan: made from the settings themselves, and every change holds at once."""

import io
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from smartcity_desktop.paths import find_profile
from smartcity_desktop.services import safety
from smartcity_desktop.settings import Settings, SettingsFile, asked
from tests.ui.frame import nameless, turn
from tests.ui.test_home_screen import cut, double
from ui import theme
from ui.context import Context
from ui.screens import settings as module
from ui.screens.settings import COPIES, SettingsScreen
from ui.widgets.setting_fields import PAUSE_MS


@pytest.fixture
def make(bus, lane, autosave, profile, qtbot, dressed):
    """Show the page on a profile that may be moved, or on one that may not."""

    def shown(*, home=None, settings=None):
        file = SettingsFile(profile, home)
        file.store(settings or file.value)
        made = SettingsScreen(Context(bus, lane, autosave, file))
        qtbot.addWidget(made)
        made.resize(1156, 658)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.arrive()
        settle(made)
        return made

    yield shown
    theme.apply(dressed)


@pytest.fixture
def screen(make, profile):
    return make(home=profile)


@pytest.fixture
def pick(monkeypatch):
    """Let the next window of the system give this path."""

    def picked(path):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(path)))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_: (str(path), "")))

    return picked


def settle(screen):
    for _ in range(3):
        assert screen.context.lane.drain(20)
        turn()


def part(screen, name, kind=QPushButton):
    return screen.findChild(kind, name)


def click(screen, name):
    QTest.mouseClick(part(screen, name), Qt.MouseButton.LeftButton)
    settle(screen)


def note(screen, name):
    field = screen.form.fields[name].note
    return field.text() if field.isVisibleTo(screen) else ""


def kept(profile):
    return SettingsFile(profile).value


def test_every_setting_a_person_is_asked_for_stands_on_the_page_with_its_words(screen):
    labels = [label.text() for label in screen.findChildren(QLabel)]
    assert list(screen.form.fields) == [item.name for item in asked()]
    for item in asked():
        assert item.label in labels
        assert item.help in labels
        assert item.group in screen.form.cards
    assert {label.textFormat() for label in screen.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert nameless(screen) == []


def test_a_name_is_kept_when_typing_rests(screen, profile):
    QTest.keyClicks(screen.form.fields["person"].editor.field, "Siti Aminah")
    assert kept(profile).person == ""
    turn(PAUSE_MS + 200)
    assert kept(profile).person == "Siti Aminah"


def test_what_is_still_being_typed_is_kept_when_the_page_is_left(screen, profile):
    QTest.keyClicks(screen.form.fields["kop_agency"].editor.field, "DINAS KOMINFO")
    screen.leave()
    assert kept(profile).kop_agency == "DINAS KOMINFO"
    assert "DINAS KOMINFO" in screen.letterhead.accessibleName()


def test_a_text_that_is_too_long_is_told_and_not_kept(screen, profile):
    field = screen.form.fields["person"]
    QTest.keyClicks(field.editor.field, "x" * 81)
    screen.leave()
    assert note(screen, "person") == "Paling banyak 80 huruf."
    assert kept(profile).person == ""
    field.editor.field.clear()
    QTest.keyClicks(field.editor.field, "Siti")
    screen.leave()
    assert note(screen, "person") == ""
    assert kept(profile).person == "Siti"


def test_larger_type_is_seen_at_once(screen, profile, dressed):
    before = dressed.font().pixelSize()
    click(screen, "setting-text-scale-1.5")
    assert dressed.font().pixelSize() == round(before * 1.5)
    assert kept(profile).text_scale == 1.5
    click(screen, "setting-back-text-scale")
    assert dressed.font().pixelSize() == before
    assert kept(profile).text_scale == 1.0


def test_the_page_follows_when_keys_change_the_type(screen, dressed):
    file = screen.context.settings
    file.store(replace(file.value, text_scale=1.3))
    theme.apply(dressed, 1.3)
    turn()
    assert part(screen, "setting-text-scale-1.3").isChecked()


def test_each_setting_goes_back_to_its_default_by_its_own_button(make, profile):
    screen = make(home=profile, settings=Settings(person="Siti", paper="A4", kop_address="Jalan A"))
    backs = {name: field.back.isVisibleTo(screen) for name, field in screen.form.fields.items()}
    assert [name for name, shown in backs.items() if shown] == ["person", "paper", "kop_address"]
    for name in ("person", "paper", "kop-address"):
        click(screen, f"setting-back-{name}")
    assert kept(profile) == Settings()
    assert not any(field.back.isVisibleTo(screen) for field in screen.form.fields.values())


def test_copies_go_to_a_chosen_folder_and_the_frame_is_told(screen, profile, pick, tmp_path, heard):
    screen.go.connect(lambda *said: heard.items.append(said))
    pick(tmp_path)
    click(screen, "setting-safety-folder")
    folder = tmp_path / "salinan-pengaman"
    assert folder.is_dir()
    assert kept(profile).safety_folder == str(folder)
    assert screen.form.fields["safety_folder"].editor.words.text() == str(folder)
    assert heard.items == [(COPIES, "")]
    click(screen, "setting-back-safety-folder")
    assert kept(profile).safety_folder == ""
    assert kept(profile).safety_earlier == (str(folder),)
    assert heard.items == [(COPIES, "")] * 2


def test_a_window_that_was_closed_without_a_choice_changes_nothing(screen, profile, pick, heard):
    screen.go.connect(lambda *said: heard.items.append(said))
    pick("")
    for name in ("safety-folder", "safety-second", "profile-folder", "kop-picture"):
        click(screen, f"setting-{name}")
    assert (kept(profile), heard.items) == (Settings(), [])


def test_a_folder_that_cannot_be_used_is_told_under_its_field(screen, profile, pick, tmp_path):
    (tmp_path / "berkas").write_bytes(b"")
    pick(tmp_path / "berkas")
    click(screen, "setting-safety-folder")
    assert "tidak bisa dibuat atau ditulisi" in note(screen, "safety_folder")
    pick(profile)
    click(screen, "setting-safety-second")
    assert "sudah dipakai" in note(screen, "safety_second")
    assert kept(profile) == Settings()


def test_a_second_folder_on_the_same_disk_and_one_that_is_out_are_told_calmly(make, pick, tmp_path, profile):
    screen = make(home=profile)
    pick(tmp_path)
    click(screen, "setting-safety-second")
    assert note(screen, "safety_second").startswith("Satu disk dengan folder pertama.")
    (tmp_path / "salinan-pengaman").rmdir()
    screen.arrive()
    settle(screen)
    assert note(screen, "safety_second").startswith("Belum terpasang.")
    assert screen.form.fields["safety_second"].note.property("role") == "small"


def test_a_chosen_folder_that_is_out_or_locked_is_told(make, tmp_path, profile, monkeypatch):
    screen = make(home=profile, settings=Settings(safety_folder=str(tmp_path / "hilang")))
    assert "tidak ada sekarang" in note(screen, "safety_folder")
    (tmp_path / "hilang").mkdir()
    monkeypatch.setattr(safety, "can_write", lambda _folder: False)
    screen.arrive()
    settle(screen)
    assert "tidak bisa ditulisi" in note(screen, "safety_folder")


def test_a_coat_of_arms_is_kept_in_the_profile_and_dropped_again(screen, profile, pick, tmp_path):
    stream = io.BytesIO()
    Image.new("RGB", (900, 1200), "teal").save(stream, "JPEG")
    (tmp_path / "lambang.jpg").write_bytes(stream.getvalue())
    pick(tmp_path / "lambang.jpg")
    click(screen, "setting-kop-picture")
    assert Image.open(io.BytesIO((profile / "lambang-kop.png").read_bytes())).size == (450, 600)
    assert screen.letterhead.has_logo
    click(screen, "setting-back-kop-picture")
    assert not screen.letterhead.has_logo
    assert kept(profile).kop_picture == ""


def test_a_file_that_is_no_picture_and_a_profile_that_takes_none_are_told(screen, profile, pick, tmp_path):
    (tmp_path / "a.png").write_bytes(b"GIF89a")
    pick(tmp_path / "a.png")
    click(screen, "setting-kop-picture")
    assert "tidak bisa dibaca" in note(screen, "kop_picture")
    Image.new("RGB", (9, 9)).save(tmp_path / "a.png")
    (profile / "lambang-kop.png").mkdir()
    click(screen, "setting-kop-picture")
    assert "tidak bisa dibuat atau ditulisi" in note(screen, "kop_picture")
    assert kept(profile).kop_picture == ""


def test_the_profile_is_moved_and_used_from_the_next_start_on(make, pick, monkeypatch, tmp_path, profile):
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "rumah"))
    home = find_profile().folder
    screen = make(home=home)
    screen.context.settings.profile = profile
    pick(tmp_path / "stik")
    click(screen, "setting-profile-folder")
    target = tmp_path / "stik" / "SmartCityDesktop"
    assert find_profile().folder == target
    assert str(target) in note(screen, "profile_folder")
    assert "dibuka berikutnya" in note(screen, "profile_folder")
    QTest.keyClicks(screen.form.fields["person"].editor.field, "Siti")
    screen.leave()
    assert kept(target).person == kept(profile).person == "Siti"
    screen.arrive()
    assert note(screen, "profile_folder") == f"Sekarang masih dipakai {profile}."


def test_a_profile_that_cannot_be_moved_there_is_told(screen, pick, profile):
    pick(profile / "dalam")
    click(screen, "setting-profile-folder")
    assert "di dalam folder profil" in note(screen, "profile_folder")
    assert not screen.progress.isVisible()


def test_a_moved_profile_goes_home_again_by_its_button(make, monkeypatch, tmp_path, profile):
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "rumah"))
    home = find_profile().folder
    module.move(module.Move(home, home, tmp_path / "stik"))
    screen = make(home=home)
    click(screen, "setting-back-profile-folder")
    assert find_profile().folder == home
    assert screen.context.settings.value.profile_folder == ""
    assert (home / "pengaturan.json").is_file()
    assert profile.is_dir()


def test_with_a_profile_given_at_the_start_nothing_is_moved(make, profile):
    screen = make()
    assert "--profile" in note(screen, "profile_folder")
    assert not part(screen, "setting-profile-folder").isEnabled()
    screen._move_home()
    screen._move_to(profile / "x")
    settle(screen)
    assert not (profile / "x").exists()


def test_ctrl_k_offers_what_is_picked_here(screen, pick, tmp_path, profile):
    pick(tmp_path)
    words = {item.words: item.run for item in screen.commands()}
    words["Ganti folder kedua salinan pengaman"]()
    settle(screen)
    assert kept(profile).safety_second == str(tmp_path / "salinan-pengaman")


def test_the_way_to_the_program_itself_is_a_button(screen, heard):
    screen.go.connect(lambda *said: heard.items.append(said))
    click(screen, "settings-about")
    assert heard.items == [("about", "")]
    assert screen.reword()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_on_a_small_screen_with_long_words(make, profile, dressed, scale, tmp_path):
    long = Settings(
        person="Ir. Hj. Siti Rahmawati Aminah, S.T., M.T.",
        kop_address="Jalan Poros Andoolo\n" * 3,
        safety_folder=str(tmp_path / ("folder panjang " * 9)),
    )
    screen = make(home=profile, settings=long)
    theme.apply(dressed, scale)
    double(screen)
    turn()
    assert cut(screen) == []
