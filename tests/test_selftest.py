"""The self-test: all that ships is tried, a fault is told by name, a window is tried where there is one."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import main
from smartcity_desktop import selftest
from smartcity_desktop.paths import shelf
from tests.house.test_borders import BRING_THE_NETWORK, NETWORK

ROOT = Path(main.__file__).parent
STEPS = [
    "rak acuan",
    "lisensi",
    "berkas Bimtek",
    "baca Renstra",
    "kertas kerja",
    "foto",
    "cetakan",
    "Word",
    "periksa",
]


# typing_extensions, which the writer of Word documents needs, takes the type of one value from _socket; the
# module that opens connections stays away.
NO_NETWORK = sorted({*NETWORK, *BRING_THE_NETWORK, "socket", "_ssl", "sqlite3"} - {"_socket"})
AFTER_A_WORKSHOP = f"""
import sys
import main
code = main.main(["--selftest"])
print(sorted(name for name in {NO_NETWORK} if name in sys.modules))
sys.exit(code)
"""


def run(code, folder):
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "TMPDIR": str(folder),
            "TEMP": str(folder),
            "PYTHONIOENCODING": "utf-8",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=55,
    )


def test_a_whole_installation_is_told_line_by_line_and_leaves_nothing_behind(tmp_path):
    done = run(AFTER_A_WORKSHOP, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    *told, network = done.stdout.splitlines()[1:]
    assert told == [f"baik   {step}" for step in [*STEPS, "jendela"]]
    assert network == "[]", "a whole workshop with all its prints loads no network"
    assert list(tmp_path.iterdir()) == []


def test_without_the_packages_of_the_window_the_core_is_tried_all_the_same(tmp_path):
    blocked = "import sys; sys.modules['PySide6'] = None; import main; sys.exit(main.main(['--selftest']))"
    done = run(blocked, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[1:] == [
        *(f"baik   {step}" for step in STEPS),
        "lewat  jendela: paket jendela (PySide6) tidak dipasang",
    ]


def test_a_built_program_without_its_window_is_broken(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setitem(sys.modules, "PySide6", None)
    monkeypatch.setattr(selftest, "_told", lambda _out, name, _step, _place: int(name == "jendela"))
    assert selftest.run(io.StringIO()) == 1


def test_a_licence_text_that_is_missing_is_told_by_its_name(monkeypatch, tmp_path):
    for part in shelf().iterdir():
        if part.name != "licences":
            (tmp_path / part.name).symlink_to(part)
    (tmp_path / "licences").mkdir()
    for text in shelf("licences").iterdir():
        if text.name != "click.txt":
            (tmp_path / "licences" / text.name).symlink_to(text)
    monkeypatch.setattr("smartcity_desktop.services.about.shelf", tmp_path.joinpath)
    out = io.StringIO()
    assert selftest._told(out, "lisensi", selftest._licences, tmp_path) == 1
    assert "gagal  lisensi: FileNotFoundError" in out.getvalue()
    assert "click.txt" in out.getvalue()


def test_a_network_that_can_be_loaded_or_lies_in_the_folder_is_told_by_name(monkeypatch, tmp_path):
    with pytest.raises(RuntimeError, match=r"socket.* http.* urllib\.request.* PySide6\.QtNetwork"):
        selftest._no_network(tmp_path)
    monkeypatch.setattr(selftest, "_is_there", lambda _name: False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "program"))
    selftest._no_network(tmp_path)
    (tmp_path / "_internal").mkdir()
    (tmp_path / "_internal" / "libssl.so.3").touch()
    with pytest.raises(RuntimeError, match=r"libssl\.so\.3"):
        selftest._no_network(tmp_path)


def test_a_window_that_can_not_start_is_a_line_and_not_the_end(monkeypatch, tmp_path):
    monkeypatch.setattr(selftest, "WINDOW_CHECK", "--never-heard-of")
    out = io.StringIO()
    assert selftest._told(out, "jendela", selftest._window, tmp_path / "a.bimtek") == 1
    assert "gagal  jendela: RuntimeError 2 Pemakaian" in out.getvalue()


def test_the_door_and_the_self_test_know_the_same_word():
    assert main.WINDOW_CHECK == selftest.WINDOW_CHECK
