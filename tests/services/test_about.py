"""What the program says of itself is so."""

import platform
import sys

from smartcity_desktop import __version__
from smartcity_desktop.services import about
from smartcity_desktop.services.about import Fact
from smartcity_desktop.storage import driver, migrate


def test_the_versions_are_those_that_run_here():
    told = {item.label: item.value for item in about.versions()}
    assert told["SmartCity Desktop"] == __version__
    assert told["Python"] == platform.python_version()
    assert told["SQLite"] == ".".join(str(part) for part in driver.SQLITE_VERSION)
    assert told["SQLCipher"].startswith("4.")
    assert told["Skema program"] == f"langkah {migrate.newest()}"
    assert told["PySide6"].startswith("6.")
    assert told["Dijalankan dari"] == "sumber Python"
    assert platform.node() not in "".join(told.values())


def test_the_window_says_which_qt_it_has_loaded(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    told = about.versions((Fact("PySide6", "6.99"), Fact("Qt", "6.98")))
    assert [item.value for item in told if item.label in {"PySide6", "Qt"}] == ["6.99", "6.98"]
    assert told[-1].value == "program jadi"


def test_a_package_that_is_not_here_has_no_version(monkeypatch):
    monkeypatch.setattr(about, "find_spec", lambda _name: None)
    assert "PySide6" not in [item.label for item in about.versions()]


def test_the_first_line_is_name_and_version():
    assert about.version_text().splitlines()[0] == f"SmartCity Desktop {__version__}"


def test_every_part_has_the_text_of_its_licence():
    found = about.licences()
    assert len(found) > 15
    for item in found:
        assert item.part
        assert item.licence
        assert item.use
        assert len(about.licence_text(item)) > 400


def test_qt_comes_with_its_notice_and_both_licences():
    (qt,) = [item for item in about.licences() if item.part.startswith("Qt")]
    text = about.licence_text(qt)
    assert "may be replaced by another" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text


def test_an_open_file_tells_its_schema_step(desk):
    assert desk.schema_step == migrate.newest()
