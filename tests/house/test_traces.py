"""The project carries no trace of the machine it was written on, nor of a package registry."""

from pathlib import Path

import pytest

from tests.house.source import ROOT, own_files, short


def forbidden() -> list[str]:
    """Return what may stand nowhere; put together here, so that this file does not hold it itself."""
    hosts = [
        ".".join(words) for words in (("pypi", "org"), ("files", "pythonhosted", "org"), ("npmjs", "com"))
    ]
    roots = [f"/{name}/" for name in ("work", "root", "opt")]
    here = [f"{folder}/" for folder in (ROOT, Path.home()) if len(folder.parts) > 1]
    unfinished = ["TO" + "DO", "FIX" + "ME", "segera " + "hadir", "coming " + "soon"]
    return sorted({*hosts, *roots, *here, *unfinished, "--extra-" + "index-url", "--find-" + "links"})


def traces(text: str) -> list[str]:
    return [word for word in forbidden() if word in text]


def test_no_file_of_the_project_holds_a_trace():
    found = {}
    for path in own_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if words := traces(text):
            found[short(path)] = words
    assert found == {}


@pytest.mark.parametrize("word", forbidden())
def test_a_trace_would_be_seen(word):
    assert word in traces(f"see {word}here")
