"""The list of parts: complete, with texts that ship, and the same from source and in the built folder."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from smartcity_desktop import cli, paths, sbom
from smartcity_desktop.paths import shelf

ROOT = Path(__file__).resolve().parent.parent
PINNED = sbom.pins((ROOT / "requirements.txt").read_text(encoding="utf-8"))
TOLD = json.loads(shelf("licences", "licences.json").read_text(encoding="utf-8"))["parts"]
NOT_IN_THE_FOLDER = {"pip"}
"""Named by a package as its need, but never used and never shipped."""


def packages_without_text(pinned, told):
    """Return the packages whose part names no text, or a text that does not lie on the shelf."""
    there = {
        package
        for item in told
        if item["files"] and all(shelf("licences", name).is_file() for name in item["files"])
        for package in sbom.packages_of(item, pinned)
    }
    return set(pinned) - there - NOT_IN_THE_FOLDER


def fonts_without_text(names, told):
    """Return the font files whose family no part of the kind font stands for with a text."""
    there = [
        item["part"].replace(" ", "") for item in told if item.get("kind") == sbom.FONT and item["files"]
    ]
    return {name for name in names if not any(name.startswith(family) for family in there)}


def test_every_package_that_ships_has_a_licence_and_its_text():
    assert len(PINNED) > 10
    assert packages_without_text(PINNED, TOLD) == set()


def test_every_font_has_a_licence_and_its_text():
    names = {path.name for path in shelf("fonts").glob("*.ttf")}
    assert fonts_without_text(names, TOLD) == set()


@pytest.mark.parametrize("item", TOLD, ids=lambda item: item["part"])
def test_a_part_that_loses_its_entry_or_its_text_is_missed(item):
    packages = sbom.packages_of(item, PINNED)
    fonts = {path.name for path in shelf("fonts").glob("*.ttf")}
    for changed in ([other for other in TOLD if other is not item], [replaced(item), *TOLD]):
        others = [other for other in changed if other is not item]
        assert packages_without_text(PINNED, others) == set(packages)
        assert bool(fonts_without_text(fonts, others)) == (item.get("kind") == sbom.FONT)


def replaced(item):
    return item | {"files": ["never-there.txt"] if item.get("kind") != sbom.FONT else []}


def test_a_package_that_nobody_told_of_is_missed():
    assert packages_without_text(PINNED | {"strange": "1.0"}, TOLD) == {"strange"}
    assert fonts_without_text({"Strange-Bold.ttf"}, TOLD) == {"Strange-Bold.ttf"}


@pytest.mark.parametrize("item", [item for item in TOLD if item.get("kind") == sbom.FONT], ids=str)
def test_the_version_told_of_a_font_is_the_one_it_carries(item):
    files = list(shelf("fonts").glob(item["part"].replace(" ", "") + "*.ttf"))
    told = f"Version {item['version']}".encode("utf-16-be")
    assert files
    assert [path.name for path in files if told not in path.read_bytes()] == []


def test_what_stands_inside_other_parts_is_listed_with_its_version():
    found = {part.name: part for part in sbom.collect()}
    for name in ("SQLite", "SQLCipher", "OpenSSL", "PDFium", "libjpeg-turbo", "Python", "pyside6-essentials"):
        assert re.match(r"\d+\.\d+", found[name].version), name
    assert {part.within for part in found.values()} - {""} <= set(found)


def test_of_the_packages_only_those_are_listed_that_are_really_there():
    found = {part.name for part in sbom.collect({"pillow", "pyside6-essentials"})}
    assert {"Pillow", "libtiff", "pyside6-essentials", "Liberation Sans", "Python"} <= found
    assert not {"reportlab", "pypdfium2 dan PDFium", "PDFium", "SQLite", "shiboken6"} & found


def test_cyclonedx_tells_all_that_the_table_tells():
    parts = sbom.collect()
    text = sbom.to_cyclonedx(parts)
    assert sbom.from_cyclonedx(text) == parts
    assert text == sbom.to_cyclonedx(parts)
    read = json.loads(text)
    assert (read["bomFormat"], read["specVersion"]) == ("CycloneDX", "1.6")
    refs = [item["bom-ref"] for item in read["components"]]
    assert len(refs) == len(set(refs))
    purls = {item["purl"] for item in read["components"] if "purl" in item}
    assert f"pkg:pypi/pillow@{PINNED['pillow']}" in purls
    assert len(purls) == len(PINNED) - len(NOT_IN_THE_FOLDER)


def test_the_list_changes_its_number_with_its_parts():
    parts = sbom.collect()
    older = [replace(parts[0], version="1.0"), *parts[1:]]
    assert (
        json.loads(sbom.to_cyclonedx(parts))["serialNumber"]
        != (json.loads(sbom.to_cyclonedx(older))["serialNumber"])
    )


def test_the_command_prints_the_table_or_the_json(capsys):
    assert cli.main(["daftar-bagian"]) == 0
    told = capsys.readouterr().out
    assert re.search(
        r"^reportlab +\d+\.\d+\.\d+ +BSD-3-Clause +cetakan PDF +reportlab\.txt$", told, re.MULTILINE
    )
    assert "- regions.csv: cahyadsn/wilayah" in told
    assert cli.main(["daftar-bagian", "--json"]) == 0
    assert sbom.from_cyclonedx(capsys.readouterr().out) == sbom.collect()


def test_a_built_folder_tells_the_list_that_was_made_with_it(tmp_path, monkeypatch, capsys):
    part = sbom.Part("libz", "1.2.13", "zlib", "pustaka sistem", ("sistem/zlib1g.txt",))
    (tmp_path / "resources" / "licences").mkdir(parents=True)
    listed = tmp_path / "resources" / "licences" / sbom.SHIPPED
    listed.write_text(sbom.to_cyclonedx([part]), encoding="utf-8")
    monkeypatch.setattr(paths.sys, "_MEIPASS", str(tmp_path), raising=False)
    assert sbom.load() == [part]
    assert cli.main(["daftar-bagian"]) == 0
    assert "sistem/zlib1g.txt" in capsys.readouterr().out
