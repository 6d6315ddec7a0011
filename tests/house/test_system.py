"""What a bare machine is asked for: nothing where all is there, apt as root, otherwise one exact line."""

import pathlib
import subprocess
import sys

import pytest

from tests.house.source import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no .ci/system")

OFFSCREEN = [
    "libGL.so.1",
    "libEGL.so.1",
    "libxkbcommon.so.0",
    "libgthread-2.0.so.0",
    "libfontconfig.so.1",
    "libdbus-1.so.3",
]
WINDOW = [
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxcb-shape.so.0",
    "libxkbcommon-x11.so.0",
]


@pytest.fixture
def machine(tmp_path):
    """Run .ci/system on a pretended machine; returns its exit code, its words and what apt was asked for."""

    def run(mode, *, libraries=(), user="1000", apt=True, version="3.11", venv=True):
        tools = tmp_path / "bin"
        tools.mkdir()
        listed = "\n".join(f"\t{name} (libc6,x86-64) => /lib/{name}" for name in libraries)
        answers = {
            "uname": "echo Linux",
            "id": f"echo {user}",
            "ldconfig": f"cat <<'END'\n{listed}\nEND",
            "python3": f'case "$*" in *version_info*) exit {int(version < "3.11")};; '
            f"*ensurepip*) exit {int(not venv)};; *) echo Python {version};; esac",
        }
        if apt:
            answers["apt-get"] = f'echo "$@" >> "{tmp_path}/apt"'
        for name, words in answers.items():
            (tools / name).write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
            (tools / name).chmod(0o755)
        for name in ("cat", "grep", "sh"):
            real = next(path for path in ("/bin", "/usr/bin") if pathlib.Path(f"{path}/{name}").exists())
            (tools / name).symlink_to(f"{real}/{name}")
        done = subprocess.run(
            [ROOT / ".ci" / "system", mode], env={"PATH": str(tools)}, capture_output=True, text=True
        )
        asked = tmp_path / "apt"
        return (
            done.returncode,
            done.stdout + done.stderr,
            asked.read_text().splitlines() if asked.exists() else [],
        )

    return run


def test_where_nothing_is_missing_nothing_is_said_and_apt_is_left_alone(machine):
    assert machine("window", libraries=OFFSCREEN + WINDOW, user="0") == (0, "", [])


def test_a_bare_machine_gets_what_is_missing_by_apt_as_root(machine):
    code, words, asked = machine("offscreen", libraries=OFFSCREEN[1:4], user="0", venv=False)
    assert code == 0
    wanted = "python3-venv libgl1 libfontconfig1 libdbus-1-3"
    assert words == f"Memasang pustaka sistem yang belum ada: {wanted}\n"
    assert asked[0].startswith("update")
    assert asked[1].endswith(f" {wanted}")


def test_anybody_else_reads_one_line_that_says_exactly_what_to_install(machine):
    code, words, asked = machine("window", libraries=OFFSCREEN + WINDOW[:3] + ["libxcb-shape.so.0.bak"])
    assert code == 1
    assert words == "Pasang dahulu, lalu ulangi: sudo apt-get install libxcb-shape0 libxkbcommon-x11-0\n"
    assert asked == []


def test_tests_do_not_ask_for_what_only_a_window_needs(machine):
    assert machine("offscreen", libraries=OFFSCREEN)[0] == 0


def test_where_there_is_no_apt_the_packages_are_named_all_the_same(machine):
    code, words, _ = machine("offscreen", libraries=OFFSCREEN[1:], user="0", apt=False)
    assert code == 1
    assert words == "Pasang dahulu padanan dari paket Debian ini, lalu ulangi: libgl1\n"


def test_a_python_that_is_too_old_is_named(machine):
    code, words, _ = machine("offscreen", libraries=OFFSCREEN, version="3.10")
    assert code == 1
    assert "3.10" in words
