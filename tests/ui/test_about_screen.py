"""Tentang program: what it says is so, every licence can be read, the bundle is shown before it is saved."""

import zipfile

import PySide6
import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit

from smartcity_desktop import __version__
from smartcity_desktop.services import about
from smartcity_desktop.settings import Settings
from smartcity_desktop.storage import migrate
from tests.ui.frame import nameless, turn
from tests.ui.test_home_screen import cut
from tests.ui.worksheets import Hall
from ui import theme
from ui.screens.about import AboutScreen


@pytest.fixture
def make(context, qtbot, dressed):
    """Show the page, with an open file or without."""

    def shown(step=None):
        made = AboutScreen(context, step)
        qtbot.addWidget(made)
        made.resize(1156, 658)
        with qtbot.waitExposed(made):
            made.show()
        made.arrive()
        settle(made)
        return made

    yield shown
    theme.apply(dressed)


@pytest.fixture
def screen(make):
    return make()


@pytest.fixture
def opened(monkeypatch):
    """Write down what the system is asked to open."""
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()))
    return asked


def settle(screen):
    for _ in range(3):
        assert screen.context.lane.drain(20)
        turn()


def click(screen, button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(screen)


def facts(screen):
    texts = [screen.grid.itemAt(place).widget().text() for place in range(screen.grid.count())]
    return dict(zip(texts[::2], texts[1::2], strict=True))


def titles(screen):
    return [screen.reader.list.item(row).text() for row in range(screen.reader.list.count())]


def test_the_versions_of_what_runs_here_are_told(screen):
    told = facts(screen)
    assert told["SmartCity Desktop"] == __version__
    assert told["PySide6"] == PySide6.__version__
    assert told["Qt"] == qVersion()
    assert told["Skema program"] == f"langkah {migrate.newest()}"
    assert "Skema berkas ini" not in told


def test_an_open_file_tells_its_schema_step_too(make, lane, tmp_path, clock):
    hall = Hall(lane, tmp_path, clock, opds=())
    try:
        told = facts(make(lambda: hall.desk.schema_step))
        assert told["Skema berkas ini"] == f"langkah {migrate.newest()}"
    finally:
        hall.close()


def test_every_licence_can_be_read_by_the_arrow_keys(screen):
    assert titles(screen) == [f"{item.part}\n{item.licence}" for item in about.licences()]
    for item in about.licences():
        assert screen.reader.text.toPlainText() == about.licence_text(item)
        QTest.keyClick(screen.reader.list, Qt.Key.Key_Down)
    assert screen.reader.text.isReadOnly()


def test_a_licence_keeps_its_lines_and_what_a_bundle_holds_is_wrapped(screen, dressed):
    text, wraps = screen.reader.text, QPlainTextEdit.LineWrapMode
    assert text.lineWrapMode() == wraps.NoWrap
    assert text.document().defaultFont() == theme.fixed_font("small")
    theme.apply(dressed, 1.5)
    assert text.document().defaultFont().pixelSize() == theme.size("small", 1.5)
    row = next(row for row, title in enumerate(titles(screen)) if "LGPL" in title)
    screen.reader.list.setCurrentRow(row)
    assert "\n" + 19 * " " + "GNU LESSER GENERAL PUBLIC LICENSE\n" in text.toPlainText()
    click(screen, screen.bundle)
    assert text.lineWrapMode() == wraps.WidgetWidth
    assert text.document().defaultFont() == text.font()


def test_the_folders_are_opened_by_their_buttons(screen, opened, profile, heard):
    screen.warned.connect(heard.items.append)
    (profile / "logs").mkdir()
    for place in range(3):
        click(screen, screen.findChild(type(screen.copy), f"about-place-{place}-open"))
    assert opened == [str(profile), str(profile / "logs")]
    assert len(heard.items) == 1
    assert str(profile / "salinan-pengaman") in heard.items[0]


def test_the_second_folder_of_copies_is_named_where_there_is_one(make, context, tmp_path):
    context.settings.store(Settings(safety_second=str(tmp_path / "stik")))
    screen = make()
    words = [label.text() for label in screen.findChildren(QLabel)]
    assert str(tmp_path / "stik") in words
    screen.arrive()
    settle(screen)
    assert words.count("Salinan kedua") == 1


def test_the_facts_are_copied_as_text(screen):
    click(screen, screen.copy)
    text = QGuiApplication.clipboard().text()
    assert text.startswith(f"SmartCity Desktop: {__version__}\n")
    assert "Layar 1: " in text


def test_the_bundle_is_shown_whole_before_it_is_saved(screen, profile, tmp_path, monkeypatch):
    (profile / "logs").mkdir()
    (profile / "logs" / "program.log").write_text("Dinas Kesehatan\n", encoding="utf-8")
    assert not screen.save.isVisible()
    click(screen, screen.bundle)
    assert [title.split("\n")[0] for title in titles(screen)] == [
        *("keterangan.txt", "versi.txt", "pengaturan.json"),
        "logs/program.log",
    ]
    shown = {}
    for row in range(screen.reader.list.count()):
        screen.reader.list.setCurrentRow(row)
        shown[titles(screen)[row].split("\n")[0]] = screen.reader.text.toPlainText()
    assert f"Qt: {qVersion()}" in shown["versi.txt"]
    target = tmp_path / "bantuan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(target), "")))
    click(screen, screen.save)
    with zipfile.ZipFile(target.with_suffix(".zip")) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == shown
    assert str(target.with_suffix(".zip")) in screen.words.text()
    click(screen, screen.licences)
    assert not screen.save.isVisible()
    assert len(titles(screen)) == len(about.licences())


def test_a_bundle_that_cannot_be_saved_is_told_and_one_that_is_not_wanted_is_not_made(
    screen, tmp_path, monkeypatch, heard
):
    screen.warned.connect(heard.items.append)
    click(screen, screen.bundle)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: ("", "")))
    click(screen, screen.save)
    assert heard.items == []
    (tmp_path / "ada.zip").mkdir()
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(tmp_path / "ada.zip"), ""))
    )
    click(screen, screen.save)
    assert "belum tersimpan" in heard.items[0]


def test_who_asks_for_the_bundle_by_name_comes_to_it_at_once(context, qtbot, dressed):
    assert dressed
    made = AboutScreen(context)
    qtbot.addWidget(made)
    made.show()
    made.arrive()
    made.open_row("bundle")
    settle(made)
    assert made.bundle.isChecked()
    assert titles(made)[0].startswith("keterangan.txt")
    words = {item.words: item.run for item in made.commands()}
    words["Lisensi"]()
    assert made.licences.isChecked()
    made.open_row("bundle")
    settle(made)
    assert made.bundle.isChecked()
    assert made.reword()


def test_every_label_is_plain_and_every_stop_of_the_tab_key_has_a_name(screen):
    click(screen, screen.bundle)
    assert {label.textFormat() for label in screen.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert nameless(screen) == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_on_a_small_screen(screen, dressed, scale):
    theme.apply(dressed, scale)
    click(screen, screen.bundle)
    assert cut(screen) == []
