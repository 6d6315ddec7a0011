"""Settings in the real window: reached from everywhere, used by what follows, and never in the way."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from shiboken6 import delete

from smartcity_desktop.desk import open_desk
from smartcity_desktop.services import safety
from smartcity_desktop.settings import Settings, SettingsFile
from tests.ui.frame import SPECS, settle, turn
from tests.ui.test_app import make_workshop
from ui.app import App
from ui.shell.all_screens import SCREENS
from ui.shell.apart import ApartPage
from ui.shell.manual import Manual
from ui.shell.restore import Restore

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def app(dressed, profile, clock, ids, tmp_path):
    """The window with plain screens and the real pages of settings and program."""
    assert dressed
    own = tuple(spec for spec in SCREENS if spec.key in {"settings", "about", "event"})
    made = App(profile, clock=clock, ids=ids, screens=(*SPECS, *own), home=profile)
    made.settings.store(Settings(person="Andi", last_folder=str(tmp_path)))
    yield made
    made.finish()
    delete(made.window)
    delete(made)


def active(app, qtbot):
    with qtbot.waitActive(app.window):
        app.window.activateWindow()


def choose(monkeypatch, folder):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(folder)))


def copies(folder):
    return sorted(path.name for path in folder.glob("*.bimtek"))


def test_the_first_page_leads_to_the_settings_and_back(app, qtbot, profile):
    app.begin()
    active(app, qtbot)
    QTest.keyClick(app.window, Qt.Key.Key_Comma, CONTROL)
    settle(app)
    page = app.window.page
    assert isinstance(page, ApartPage)
    assert app.window.windowTitle().startswith("Pengaturan")
    field = page.current.form.fields["person"].editor.field
    field.selectAll()
    QTest.keyClicks(field, "Siti")
    QTest.keyClick(app.window, Qt.Key.Key_Escape)
    settle(app)
    assert app.window.page is app.window.welcome
    assert app.window.welcome.person.text() == "Siti"
    assert SettingsFile(profile).value.person == "Siti"


def test_the_first_page_leads_to_the_program_itself_and_from_there_to_the_settings(app, qtbot):
    app.begin()
    qtbot.mouseClick(app.window.welcome.about, Qt.MouseButton.LeftButton)
    settle(app)
    page = app.window.page
    assert page.current is page.screens["about"]
    qtbot.mouseClick(page.current.settings, Qt.MouseButton.LeftButton)
    assert page.current is page.screens["settings"]
    page.go("home")
    assert page.current is page.screens["settings"], "what belongs to an open workshop is not here"
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert app.window.page is app.window.welcome


def test_what_a_page_apart_warns_of_is_seen_and_f1_has_its_page(app, qtbot, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: None)
    app.begin()
    app.show_apart("about")
    settle(app)
    page = app.window.page
    page.current.warned.emit("Folder itu tidak ada sekarang.")
    assert page.bar.text.text() == "Folder itu tidak ada sekarang."
    active(app, qtbot)
    QTest.keyClick(app.window, Qt.Key.Key_F1)
    manual = app.window.findChild(Manual)
    assert manual.windowTitle() == "Pengaturan"
    qtbot.mouseClick(manual.about, Qt.MouseButton.LeftButton)
    turn()
    assert app.window.findChild(Manual) is None
    assert page.current is page.screens["about"]


def test_closing_the_window_keeps_what_is_still_being_typed(app, profile):
    app.begin()
    app.show_apart("settings")
    settle(app)
    field = app.window.page.current.form.fields["kop_agency"].editor.field
    QTest.keyClicks(field, "DINAS KOMINFO")
    assert app.window.close()
    assert not app.window.isVisible()
    assert SettingsFile(profile).value.kop_agency == "DINAS KOMINFO"


def test_an_open_workshop_leads_there_by_the_foot_of_the_rail_by_keys_and_by_search(app, qtbot):
    frame = make_workshop(app, qtbot)
    qtbot.mouseClick(frame.rail.buttons["settings"], Qt.MouseButton.LeftButton)
    assert frame.screens.key == "settings"
    assert frame.rail.buttons["settings"].isChecked()
    assert list(frame.rail.buttons)[-1] == "settings"
    frame.go("home")
    active(app, qtbot)
    QTest.keyClick(app.window, Qt.Key.Key_Comma, CONTROL)
    assert frame.screens.key == "settings"
    entries = {entry.words: entry for entry in frame.entries()}
    assert entries["Pengaturan"].hint == "Layar · Ctrl+,"
    entries["Tentang program"].run()
    assert frame.screens.key == "about"
    entries["Simpan paket bantuan"].run()
    settle(app)
    assert frame.screens.current.bundle.isChecked()


def test_another_folder_holds_while_the_workshop_is_open_and_its_age_stays_right(
    app, qtbot, monkeypatch, tmp_path, profile, clock
):
    frame = make_workshop(app, qtbot)
    frame.standing.back_up()
    settle(app)
    clock.forward(minutes=10)
    frame.standing.look_at_backup()
    settle(app)
    assert frame.status.backup.text() == "Salinan pengaman 10 menit lalu"
    frame.go("settings")
    choose(monkeypatch, tmp_path / "lain")
    (tmp_path / "lain").mkdir()
    frame.screens.current._ask("safety_folder")
    settle(app)
    assert len(copies(tmp_path / "lain" / "salinan-pengaman")) == 1
    assert frame.status.backup.text() == "Salinan pengaman baru saja"
    assert len(safety.listing_all(app.settings.places)) == 2
    app.close_workshop()
    settle(app)
    qtbot.mouseClick(app.window.welcome.restore, Qt.MouseButton.LeftButton)
    settle(app)
    table = app.window.findChild(Restore).table
    assert [table.item(row, 3).text() for row in range(2)] == [
        str(tmp_path / "lain" / "salinan-pengaman"),
        str(profile / "salinan-pengaman"),
    ]


def test_a_flashdisk_gets_each_copy_and_is_passed_over_calmly_while_it_is_out(
    app, qtbot, tmp_path, clock, profile
):
    stick = tmp_path / "stik" / "salinan-pengaman"
    stick.mkdir(parents=True)
    app.settings.store(replace(app.settings.value, safety_second=str(stick)))
    frame = make_workshop(app, qtbot)
    frame.standing.back_up()
    settle(app)
    usual = profile / "salinan-pengaman"
    assert copies(stick) == copies(usual) != []
    assert frame.status.backup.text() == "Salinan pengaman baru saja"
    stick.rename(tmp_path / "di saku")
    frame.bar.hide()
    clock.forward(minutes=31)
    frame.screens.current.add("Dinas Kesehatan")
    settle(app)
    frame.standing.look_at_backup()
    settle(app)
    assert frame.status.backup.text() == "Salinan pengaman baru saja · salinan kedua belum terpasang"
    assert frame.bar.isHidden()
    assert not stick.exists()
    (tmp_path / "di saku").rename(stick)
    app.close_workshop()
    settle(app)
    assert copies(stick) == copies(usual)
    assert len(copies(stick)) == 2


def test_a_flashdisk_that_takes_nothing_is_told_in_the_status_line(app, qtbot, tmp_path, monkeypatch):
    stick = tmp_path / "stik"
    stick.mkdir()
    app.settings.store(replace(app.settings.value, safety_second=str(stick)))
    frame = make_workshop(app, qtbot)

    def locked(*_):
        raise OSError

    monkeypatch.setattr(safety.backup, "repeat", locked)
    frame.standing.back_up()
    settle(app)
    assert frame.status.backup.text() == "Salinan pengaman baru saja · salinan kedua tidak bisa ditulisi"


def test_a_chosen_folder_that_is_gone_is_said_once_and_the_usual_one_used(
    app, qtbot, tmp_path, profile, clock
):
    app.settings.store(replace(app.settings.value, safety_folder=str(tmp_path / "hilang")))
    frame = make_workshop(app, qtbot)
    frame.standing.look_at_backup()
    settle(app)
    assert "dibuat di folder bawaan" in frame.bar.text.text()
    assert frame.bar.property("weight") == "warning"
    assert frame.status.backup.text() == "Salinan pengaman baru saja · di folder bawaan"
    assert len(copies(profile / "salinan-pengaman")) == 1
    frame.bar.hide()
    clock.forward(minutes=31)
    frame.screens.current.add("Dinas Kesehatan")
    settle(app)
    frame.standing.look_at_backup()
    settle(app)
    assert frame.bar.isHidden()


def test_where_no_copy_can_be_made_it_is_said_that_the_answers_are_safe(app, qtbot, profile):
    frame = make_workshop(app, qtbot)
    (profile / "salinan-pengaman").write_bytes(b"")
    frame.standing.back_up()
    settle(app)
    assert frame.bar.text.text().startswith("Salinan pengaman belum bisa dibuat")
    (profile / "salinan-pengaman").unlink()


def fill_kop(app):
    value = replace(
        app.settings.value,
        paper="A4",
        kop_government="PEMERINTAH KABUPATEN KONAWE SELATAN",
        kop_address="Jalan Poros Andoolo",
    )
    app.settings.store(value)
    app.settings.store_picture(
        Path(__file__).parents[2].joinpath("resources/icons/aplikasi.png").read_bytes()
    )


def test_a_new_bimtek_begins_with_the_paper_and_the_kop_of_the_settings(app, qtbot, profile):
    fill_kop(app)
    make_workshop(app, qtbot, "konawe sel")
    path = app.desk.path
    app.close_workshop()
    settle(app)
    with open_desk(path, profile=profile) as desk:
        found = desk.workshop.get()
        assert desk.workshop.logo() == app.settings.picture()
    assert (found.paper, found.kop_address) == ("A4", "Jalan Poros Andoolo")
    assert found.kop_government == "PEMERINTAH KABUPATEN KONAWE SELATAN"
    assert found.kop_agency == "DINAS KOMUNIKASI DAN INFORMATIKA"


def test_a_kop_of_another_government_is_not_put_on_a_new_bimtek_unless_it_is_asked_for(app, qtbot):
    fill_kop(app)
    app.begin()
    app.show_new()
    page = app.window.page
    qtbot.keyClicks(page.region.box, "kolaka utara")
    qtbot.waitUntil(page.region.list.isVisible)
    qtbot.keyClick(page.region.box, Qt.Key.Key_Return)
    assert not page.kop.isChecked()
    assert page.value().kop is None
    page.kop.click()
    assert page.value().kop.address == "Jalan Poros Andoolo"
    page.region.box.clear()
    qtbot.keyClicks(page.region.box, "konawe utara")
    qtbot.waitUntil(page.region.list.isVisible)
    qtbot.keyClick(page.region.box, Qt.Key.Key_Return)
    assert page.kop.isChecked(), "what a person has chosen stays"


def test_without_a_kop_of_the_settings_nothing_is_offered(app):
    app.begin()
    app.show_new()
    assert not app.window.page.kop.isVisible()
    assert app.window.page.value().kop is None


def test_the_kop_of_the_settings_is_put_on_a_bimtek_that_stands_and_taken_back_by_undo(app, qtbot):
    frame = make_workshop(app, qtbot)
    frame.go("event")
    settle(app)
    screen = frame.screens.current
    assert screen.usual.isHidden()
    fill_kop(app)
    frame.go("home")
    frame.go("event")
    settle(app)
    qtbot.mouseClick(screen.usual, Qt.MouseButton.LeftButton)
    settle(app)
    assert screen.head.fields["kop_address"].toPlainText() == "Jalan Poros Andoolo"
    assert screen.letterhead.has_logo
    assert frame.bar.text.text() == "Kop bawaan dipakai."
    frame.undo()
    settle(app)
    assert screen.head.fields["kop_address"].toPlainText() == ""
    assert not screen.letterhead.has_logo


def test_a_profile_that_is_away_is_said_on_the_first_page_and_in_the_workshop_that_is_opened(app, qtbot):
    app.begin()
    app.tell_missing(Path("/media/stik/SmartCityDesktop"))
    words = app.window.welcome.bar.text.text()
    assert words.startswith("Folder profil /media/stik/SmartCityDesktop tidak ada sekarang")
    assert "tidak hilang" in words
    frame = make_workshop(app, qtbot)
    assert frame.bar.text.text() == words
    app.close_workshop()
    settle(app)
    assert make_workshop(app, qtbot).bar.isHidden()


def test_a_profile_that_can_not_be_made_anywhere_is_said_with_what_is_safe(app):
    app.begin()
    app.tell_missing(Path("/nonexistent/SmartCityDesktop"), is_stopgap=True)
    words = app.window.welcome.bar.text.text()
    assert words.startswith("Folder profil /nonexistent/SmartCityDesktop tidak bisa dibuat")
    assert "folder sementara" in words
