"""Rooms and files: packages that tools can see, data without code, nothing too big to see across."""

import re
import tomllib

import pytest

import smartcity_desktop
from tests.house.source import CORE, ROOT, WINDOW, own_files, parse, python_files, seen, short

TOP = {
    ".ci",
    ".github",
    ".gitignore",
    ".pre-commit-config.yaml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "build.spec",
    "main.py",
    "pyproject.toml",
    "requirements-dev.txt",
    "requirements.txt",
    "resources",
    "smartcity_desktop",
    "tests",
    "ui",
}
LONGEST = 500
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "tools"}


def test_the_top_level_is_the_one_that_was_agreed():
    assert {path.relative_to(ROOT).parts[0] for path in own_files()} == TOP


@pytest.mark.parametrize("house", [CORE, WINDOW], ids=lambda path: path.name)
def test_every_folder_with_python_is_a_package_so_that_import_contracts_see_it(house):
    folders = {path.parent for path in python_files(house)}
    assert len(folders) > 1
    assert [short(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_package_files_hold_a_docstring_and_the_version_only():
    found = {
        short(path): sorted(seen(path).names)
        for path in python_files(CORE, WINDOW)
        if path.name == "__init__.py" and (len(parse(path).body) > 1 or seen(path).names)
    }
    assert found == {"smartcity_desktop/__init__.py": ["__version__"]}


def test_the_shelf_holds_no_python():
    assert [short(path) for path in python_files(ROOT / "resources")] == []


def test_no_file_is_too_long_to_be_read_in_one_sitting():
    long = {}
    for path in [*python_files(CORE, WINDOW, ROOT / "tests"), ROOT / "main.py"]:
        count = len(path.read_text(encoding="utf-8").splitlines())
        if count > LONGEST:
            long[short(path)] = count
    assert long == {}


def test_whoever_passes_over_a_rule_says_why_beside_it():
    silent = re.compile(r"# noqa(?:: [A-Z0-9, ]+)?\s*$", re.MULTILINE)
    assert silent.search("x = 1  # noqa: S105\n")
    found = [short(path) for path in python_files(CORE, WINDOW) if silent.search(path.read_text("utf-8"))]
    assert found == []


def test_no_file_has_a_name_that_takes_anything():
    assert [short(path) for path in python_files(CORE, WINDOW) if path.stem in VAGUE] == []


def test_the_version_is_one():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == smartcity_desktop.__version__
    assert f"## {project['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
