"""Every expected fault has its Indonesian sentence, and every sentence its fault."""

import string

import pytest

from smartcity_desktop.domain.wording import FAULTS, sentence
from smartcity_desktop.errors import UserFault
from tests.house.source import CORE, ROOT, WINDOW, Raised, python_files, seen, short

FILES = [*python_files(CORE, WINDOW), ROOT / "main.py"]


def raised() -> list[tuple[str, Raised]]:
    """Return each fault of the source with the file it stands in."""
    return [(short(path), fault) for path in FILES for fault in seen(path).faults]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_faults_are_found_in_the_source():
    assert len(raised()) > 10


def test_every_fault_has_a_sentence():
    assert {
        f"{fault.code} ({path}:{fault.line})" for path, fault in raised() if fault.code not in FAULTS
    } == set()


def test_every_fault_brings_the_values_its_sentence_names():
    short_of = {
        f"{fault.code} ({path}:{fault.line}) lacks {sorted(lacking)}"
        for path, fault in raised()
        if fault.values is not None and (lacking := placeholders(FAULTS.get(fault.code, "")) - fault.values)
    }
    assert short_of == set()


def test_every_sentence_belongs_to_a_fault():
    known = set().union(*(seen(path).texts for path in FILES if path.name != "wording.py"))
    assert set(FAULTS) - known == set()


def test_every_fault_is_brought_about_by_some_test():
    tests = [path for path in python_files(ROOT / "tests") if path.parent.name != "house"]
    assert set(FAULTS) - set().union(*(seen(path).texts for path in tests)) == set()


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_a_sentence_can_be_said(code):
    names = placeholders(FAULTS[code])
    assert all(name.isidentifier() for name in names), "only plain names: {name}, {berkas}"
    said = sentence(UserFault(code, **dict.fromkeys(names, "Nilai")))
    assert said.lstrip('"“')[0].isupper()
    assert said.rstrip('”"').endswith((".", "?", "!"))
    assert "{" not in said
    assert "  " not in said


def test_placeholders_are_found():
    assert placeholders("Berkas {name} di {place!r}: {size:.1f} MB {{bukan}}") == {"name", "place", "size"}
