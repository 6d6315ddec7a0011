"""The door chooses the face."""

import gc
import json
import subprocess
import sys
from pathlib import Path

import pytest

import main
from smartcity_desktop.exchange import child


@pytest.mark.parametrize(
    ("words", "path", "profile"),
    [
        ([], None, None),
        (["Konawe Selatan.bimtek"], "Konawe Selatan.bimtek", None),
        (["KONAWE.BIMTEK"], "KONAWE.BIMTEK", None),
        (["--profile", "coba"], None, "coba"),
        (["--profile=coba", "a.bimtek"], "a.bimtek", "coba"),
        (["a.bimtek", "--profile", "coba"], "a.bimtek", "coba"),
    ],
    ids=repr,
)
def test_no_argument_or_a_workshop_file_asks_for_the_window(words, path, profile):
    assert main.window_call(words) == (path and Path(path), profile and Path(profile))


@pytest.mark.parametrize(
    "words",
    [
        ["contoh"],
        ["periksa", "a.bimtek"],
        ["a.bimtek", "b.bimtek"],
        ["--version"],
        ["--profile"],
        ["--profile="],
        ["contoh", "--profile", "coba"],
        ["a.xlsx"],
    ],
    ids=repr,
)
def test_everything_else_is_a_command(words):
    assert main.window_call(words) is None


def test_without_a_display_a_sentence_takes_the_place_of_an_aborted_process(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main.main([]) == 1
    assert capsys.readouterr().err == main.NO_DISPLAY


def test_the_window_is_loaded_without_a_search_for_garbage(monkeypatch):
    monkeypatch.setattr("ui.app.main", lambda path, profile: (path, profile, gc.isenabled()))
    try:
        assert main.main(["a.bimtek"]) == (Path("a.bimtek"), None, False)
    finally:
        gc.enable()


def test_a_built_program_can_start_itself_as_the_reader_of_a_foreign_file():
    assert main.CHILD == child.HIDDEN_ARGUMENT
    root = Path(main.__file__).parent
    done = subprocess.run(
        [sys.executable, "main.py", main.CHILD, "renstra"],
        cwd=root,
        input="not JSON",
        capture_output=True,
        text=True,
    )
    assert json.loads(done.stdout) == {"fault": "read-damaged"}


PROBE = """
import sys
import main
code = main.main(["--version"])
print([name for name in sys.modules if name.split(".")[0] in {"PySide6", "shiboken6", "ui"}])
sys.exit(code)
"""


def test_a_command_loads_no_qt():
    root = Path(main.__file__).parent
    done = subprocess.run([sys.executable, "-c", PROBE], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"


IMPORT_PROBE = """
import builtins, linecache, sys
plain = builtins.__import__
import main
main.load_qt()
left_plain = builtins.__import__ is plain
from smartcity_desktop.errors import UserFault
sources = [name for name in linecache.cache if name.endswith("errors.py")]
print("PySide6.QtCore" in sys.modules, left_plain, sources)
"""


def test_after_qt_was_loaded_no_source_is_read_at_an_import():
    root = Path(main.__file__).parent
    done = subprocess.run([sys.executable, "-c", IMPORT_PROBE], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["True True []"]
    changed = IMPORT_PROBE.replace("main.load_qt()", "import PySide6.QtCore")
    done = subprocess.run([sys.executable, "-c", changed], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "errors.py" in done.stdout, "PySide6 reads no source any more: load_qt can go"
