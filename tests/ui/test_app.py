import subprocess
import sys
import textwrap
import threading
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from shiboken6 import delete

from smartcity_desktop import sample
from smartcity_desktop.desk import create_desk, open_desk
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.errors import DiskFault
from smartcity_desktop.settings import Recent, Settings, SettingsFile, parse
from tests.ui.frame import SPECS, nameless, settle
from ui import app as module
from ui.app import App
from ui.shell.ask import LeaveUnsaved
from ui.shell.new_workshop import NewWorkshopPage
from ui.shell.restore import Restore
from ui.shell.welcome import recent_words

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def app(dressed, profile, clock, ids, tmp_path):
    assert dressed
    made = App(profile, clock=clock, ids=ids, screens=SPECS)
    made.settings.store(Settings(person="Andi Jum'ah", last_folder=str(tmp_path)))
    yield made
    made.finish()
    delete(made.window)
    delete(made)


@pytest.fixture
def workshop_file(tmp_path, profile, clock, ids):
    path = tmp_path / "ada.bimtek"
    new = NewWorkshop("Bimtek", sample.region_code(), 2026, 2026, 2030, "kominfo-6", "4-buku")
    create_desk(path, new, profile=profile, clock=clock, ids=ids).close()
    return path


def make_workshop(app, qtbot, letters="konsel"):
    """Make a workshop as a person does: letters of the region, Enter, Buat Bimtek."""
    app.begin()
    qtbot.mouseClick(app.window.welcome.new, Qt.MouseButton.LeftButton)
    page = app.window.page
    assert isinstance(page, NewWorkshopPage)
    qtbot.keyClicks(page.region.box, letters)
    qtbot.waitUntil(page.region.list.isVisible)
    qtbot.keyClick(page.region.box, Qt.Key.Key_Return)
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    settle(app)
    return app.window.workshop


def test_a_new_bimtek_is_made_from_a_few_letters(app, qtbot, tmp_path):
    page = make_workshop(app, qtbot, "konawe sel")
    assert page.top.title.text() == "Bimtek Kabupaten Konawe Selatan 2023"
    assert (tmp_path / "Bimtek Kabupaten Konawe Selatan 2023.bimtek").exists()
    assert app.settings.value.recent[0].title == "Bimtek Kabupaten Konawe Selatan 2023"


def test_a_bimtek_without_a_region_is_not_made_and_the_page_says_why(app, qtbot, tmp_path):
    app.begin()
    app.show_new()
    page = app.window.page
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    settle(app)
    assert app.window.page is page
    assert "kabupaten atau kota" in page.bar.text.text()
    assert list(tmp_path.glob("*.bimtek")) == []


def test_a_file_that_stands_is_never_taken_for_a_new_bimtek(app, qtbot, tmp_path):
    make_workshop(app, qtbot, "konawe sel")
    app.close_workshop()
    settle(app)
    make_workshop(app, qtbot, "konawe sel")
    assert (tmp_path / "Bimtek Kabupaten Konawe Selatan 2023 (2).bimtek").exists()


def test_closing_writes_what_was_typed_makes_a_safety_copy_and_lists_the_bimtek(app, qtbot, profile):
    page = make_workshop(app, qtbot)
    path = app.desk.path
    qtbot.keyClicks(page.screens.current.line, "Andoolo")
    app.close_workshop()
    settle(app)
    assert app.window.page is app.window.welcome
    assert app.window.welcome.list.count() == 1
    words = [label.text() for label in app.window.welcome.list.findChildren(QLabel)]
    assert any("salinan pengaman baru saja" in text for text in words)
    assert len(list((profile / "salinan-pengaman").glob("*.bimtek"))) == 1
    with open_desk(path, profile=profile) as desk:
        assert desk.workshop.get().city == "Andoolo"
        assert desk.stopped_at is None


def test_a_recent_bimtek_opens_with_enter(app, qtbot):
    make_workshop(app, qtbot)
    app.close_workshop()
    settle(app)
    qtbot.keyClick(app.window.welcome.list, Qt.Key.Key_Return)
    settle(app)
    assert app.window.workshop is not None


def test_delete_takes_a_bimtek_off_the_list_and_leaves_its_file(app, qtbot, tmp_path):
    make_workshop(app, qtbot)
    app.close_workshop()
    settle(app)
    app.window.welcome.list.setFocus()
    qtbot.keyClick(app.window.welcome.list, Qt.Key.Key_Delete)
    assert app.settings.value.recent == ()
    assert len(list(tmp_path.glob("*.bimtek"))) == 1


def test_a_file_that_is_open_elsewhere_is_refused_in_a_sentence(app, qtbot, profile, ids, clock):
    make_workshop(app, qtbot)
    path = app.desk.path
    app.close_workshop()
    settle(app)
    with open_desk(path, clock=clock, ids=ids, profile=profile):
        app.open_file(path)
        settle(app)
        assert app.window.page is app.window.welcome
        assert "sedang dibuka di jendela lain" in app.window.welcome.bar.text.text()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "rusak"),
        (b"bukan berkas Bimtek" * 100, "bukan berkas Bimtek"),
        (None, "tidak ditemukan"),
    ],
)
def test_a_file_that_is_not_ours_or_not_there_is_refused_in_a_sentence(app, tmp_path, content, words):
    path = tmp_path / "lain.bimtek"
    if content is not None:
        path.write_bytes(content)
    app.begin(path)
    settle(app)
    assert app.window.page is app.window.welcome
    assert app.window.welcome.person.text() == "Andi Jum'ah"
    assert words in app.window.welcome.bar.text.text()


def test_a_start_with_a_file_goes_straight_to_its_workshop(app, workshop_file):
    built = []
    app.window.welcomed.connect(built.append)
    app.begin(workshop_file)
    assert app.window.isVisible()
    assert app.window.is_bare
    settle(app)
    assert app.window.workshop is not None
    assert built == []
    app.close_workshop()
    settle(app)
    assert app.window.page is app.window.welcome
    assert app.window.welcome.list.count() == 1


def test_a_file_that_opens_slowly_shows_the_first_page_until_it_is_there(app, qtbot, workshop_file):
    release = threading.Event()
    app.lane.hold(release)
    app.begin(workshop_file)
    app.tell_missing(workshop_file.parent / "E")
    qtbot.waitUntil(lambda: not app.window.is_bare)
    assert app.window.page is app.window.welcome
    assert "belum terpasang" in app.window.welcome.bar.text.text()
    release.set()
    settle(app)
    assert app.window.workshop is not None


def test_after_a_power_cut_the_program_says_what_it_has(app, profile, tmp_path):
    path = tmp_path / "padam.bimtek"
    story = f"""
    import os, pathlib
    from datetime import datetime, timedelta, timezone
    from smartcity_desktop.desk import create_desk
    from smartcity_desktop.domain.opd import OpdRow
    from smartcity_desktop.domain.workshop import NewWorkshop
    from smartcity_desktop.services.session import NewSession
    from smartcity_desktop.services.workshop import find_region
    at = datetime(2023, 7, 31, 10, 40, 6, tzinfo=timezone(timedelta(hours=7)))
    region = find_region("konawe sel")[0].code
    new = NewWorkshop("Bimtek Padam", region, 2023, 2023, 2026, "kominfo-6", "4-buku")
    path, profile = pathlib.Path({str(path)!r}), pathlib.Path({str(profile)!r})
    desk = create_desk(path, new, clock=lambda: at, profile=profile)
    desk.session.start(NewSession(desk.workshop.stages()[0].id, "Analisis", minutes=75))
    desk.opd.add([OpdRow("Dinas Kesehatan")])
    os._exit(9)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(story)], cwd=ROOT, check=False)
    assert done.returncode == 9
    app.begin(path)
    settle(app)
    assert app.window.workshop.bar.text.text() == (
        "Program terhenti sekitar 11.40 (listrik padam atau dimatikan). Semua isian sampai 11.40.06 ada. "
        "Waktu kelompok tersisa 73 menit."
    )


def test_the_sample_opens_from_the_first_page(app, qtbot, tmp_path):
    app.begin()
    qtbot.mouseClick(app.window.welcome.sample, Qt.MouseButton.LeftButton)
    settle(app, 40)
    assert app.window.workshop.top.title.text() == "Bimtek Kota Contoh 2026"
    assert (tmp_path / "Bimtek Kota Contoh 2026.bimtek").exists()


def test_a_safety_copy_comes_back_as_a_new_file(app, qtbot, tmp_path):
    page = make_workshop(app, qtbot)
    page.screens.current.add("Dinas Kesehatan")
    settle(app)
    app.close_workshop()
    settle(app)
    qtbot.mouseClick(app.window.welcome.restore, Qt.MouseButton.LeftButton)
    settle(app)
    dialog = app.window.findChild(Restore)
    assert "catatan" in dialog.table.item(0, 2).text()
    qtbot.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)
    settle(app)
    assert app.window.workshop is not None
    assert "(salinan" in app.desk.path.name
    assert len(list(tmp_path.glob("*.bimtek"))) == 2


def test_without_a_safety_copy_the_page_says_when_they_are_made(app, qtbot):
    app.begin()
    qtbot.mouseClick(app.window.welcome.restore, Qt.MouseButton.LeftButton)
    settle(app)
    dialog = app.window.findChild(Restore)
    assert not dialog.bring.isVisible()
    assert dialog.cancel.text() == "Tutup"
    assert any("setiap 30 menit" in label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize(("answer", "stays"), [("Rejected", True), ("Accepted", False)])
def test_leaving_while_something_cannot_be_written_asks_first(app, qtbot, monkeypatch, answer, stays):
    make_workshop(app, qtbot)
    asked = []

    def fail():
        raise DiskFault("disk-full")

    def answering(dialog):
        asked.append(dialog.stay.text())
        return QDialog.DialogCode[answer]

    monkeypatch.setattr(LeaveUnsaved, "exec", answering)
    app.autosave.note("x", fail)
    app.close_workshop()
    settle(app)
    assert asked == ["Coba lagi"]
    assert (app.window.workshop is not None) is stays
    assert app.autosave.count_waiting() == (1 if stays else 0)
    app.autosave.drop("x")


def test_closing_the_window_closes_the_file_first(app, qtbot, profile):
    page = make_workshop(app, qtbot)
    path = app.desk.path
    qtbot.keyClicks(page.screens.current.line, "Andoolo")
    app.window.close()
    assert app.window.isVisible()
    settle(app)
    assert not app.window.isVisible()
    with open_desk(path, profile=profile) as desk:
        assert desk.workshop.get().city == "Andoolo"


def test_what_is_typed_is_written_even_when_the_window_is_not_asked(app, qtbot, profile):
    page = make_workshop(app, qtbot)
    path = app.desk.path
    qtbot.keyClicks(page.screens.current.line, "Andoolo")
    app.finish()
    with open_desk(path, profile=profile) as desk:
        assert desk.workshop.get().city == "Andoolo"


def test_the_size_of_the_type_is_chosen_and_remembered(app, qtbot, dressed, profile):
    page = make_workshop(app, qtbot)
    before = dressed.font().pixelSize()
    page.scale_asked.emit(1)
    try:
        assert dressed.font().pixelSize() > before
        assert SettingsFile(profile).value.text_scale == 1.15
        for _step in range(9):
            page.scale_asked.emit(1)
        assert SettingsFile(profile).value.text_scale == 1.5
    finally:
        module.theme.apply(dressed)


def test_every_label_of_the_first_pages_is_plain_and_every_stop_of_the_tab_key_has_a_name(app):
    app.begin()
    app.show_new()
    for page in (app.window.welcome, app.window.page):
        assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
        assert nameless(page) == []


def test_the_list_says_stage_day_and_age_of_the_safety_copy(clock):
    now = clock()
    recent = Recent("/x/a.bimtek", "Bimtek A", "w", now.isoformat(), "Tahap II")
    made = now.replace(hour=10, minute=30)
    assert recent_words(recent, made, now) == (
        "Tahap II · dibuka hari ini 10.42 · salinan pengaman 12 menit lalu"
    )
    assert recent_words(Recent("/x"), None, now) == "belum ada salinan pengaman"


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"text_scale": "besar", "recent": 7}', '{"recent": [{"title": "tanpa jalan"}, 3]}'],
)
def test_broken_settings_are_the_defaults(text):
    assert parse(text) == Settings()


def test_settings_survive(profile):
    kept = Settings(person="Siti", text_scale=1.3, last_folder="/d").remember(Recent("/a.bimtek", "A"))
    SettingsFile(profile).store(kept)
    assert SettingsFile(profile).value == kept


def test_the_list_of_recent_files_keeps_the_newest_first_and_each_once():
    settings = Settings()
    for number in range(20):
        settings = settings.remember(Recent(f"/{number}"))
    settings = settings.remember(Recent("/15", "baru"))
    assert settings.recent[0] == Recent("/15", "baru")
    assert len({item.path for item in settings.recent}) == len(settings.recent) == 12


def test_the_clock_of_the_program_is_aware_of_its_zone():
    assert isinstance(module.system_clock(), datetime)
    assert module.system_clock().tzinfo is not None
