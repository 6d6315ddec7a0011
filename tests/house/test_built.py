"""What is made of the source for laptops without Python: build.spec, its check, installer, build machine."""

import ast
import os
import re
import runpy
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import smartcity_desktop
from smartcity_desktop import selftest
from tests.house.source import CORE, ROOT, WINDOW, python_files, seen, short, within

SPEC = runpy.run_path(str(ROOT / "build.spec"), {"SPECPATH": str(ROOT)})
VERSION = smartcity_desktop.__version__
INSTALLER = ROOT / "resources" / "installer" / "smartcity.nsi"
WORKFLOW = ROOT / ".github" / "workflows" / "windows.yml"
NSI = INSTALLER.read_text(encoding="utf-8")
YML = WORKFLOW.read_text(encoding="utf-8")


def test_the_spec_takes_the_version_from_its_one_place():
    assert SPEC["VERSION"] == VERSION
    assert VERSION not in (ROOT / "build.spec").read_text(encoding="utf-8")
    assert VERSION not in NSI
    assert VERSION not in YML


def test_nothing_is_left_out_that_the_program_names():
    left_out = {*SPEC["NETWORK"], *SPEC["UNUSED"]}
    files = [*python_files(CORE, WINDOW), ROOT / "main.py"]
    found = {short(path): {name for name in seen(path).imports if within(name, left_out)} for path in files}
    assert {path: names for path, names in found.items() if names} == {}


def test_what_the_bars_of_a_name_tag_load_goes_along():
    code = "import sys; from reportlab.graphics.barcode import code128; print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=50
    )
    loaded = [name for name in told.stdout.split() if name.startswith("reportlab.")]
    own = {name for name in loaded if name.startswith("reportlab.graphics.barcode.")}
    assert own == set(SPEC["NAMED"])
    assert [name for name in loaded if within(name, {*SPEC["NETWORK"], *SPEC["UNUSED"]})] == []


def test_the_self_test_looks_for_the_network_that_the_spec_leaves_out():
    assert [name for name in selftest.NETWORK if not within(name, set(SPEC["NETWORK"]))] == []


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt6Network.dll",
        "PySide6\\plugins\\tls\\qschannelbackend.dll",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/plugins/platforms/qminimal.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/opengl32sw.dll",
        "click-8.5.1.dist-info/METADATA",
        "resources/installer/smartcity.nsi",
    ],
)
def test_what_the_folder_does_without(place):
    assert not SPEC["is_wanted"](place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/platforms/qoffscreen.dll",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "resources/translations/qt_id.json",
        "resources/licences/gpl-3.0.txt",
    ],
)
def test_what_the_folder_keeps(place):
    assert SPEC["is_wanted"](place)


def test_pictures_of_workshops_can_be_read_and_no_others():
    found = SPEC["strange_formats"](["PIL.JpegImagePlugin", "PIL.PsdImagePlugin", "PIL.WebPImagePlugin"])
    assert found == ["PIL.PsdImagePlugin"]


def test_a_library_of_the_system_goes_along_only_where_something_asks_for_it():
    binaries = [
        ("PySide6/QtGui.abi3.so", "/site/QtGui.abi3.so", "EXTENSION"),
        ("PySide6/Qt/plugins/printsupport/libcupsprintersupport.so", "/site/cups.so", "BINARY"),
        ("libglib-2.0.so.0", "/lib/libglib-2.0.so.0", "BINARY"),
        ("libgnutls.so.30", "/lib/libgnutls.so.30", "BINARY"),
        ("libpython3.11.so.1.0", "/usr/lib/libpython3.11.so.1.0", "BINARY"),
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
    ]
    asked = {"/site/QtGui.abi3.so": {"libglib-2.0.so.0"}, "/site/cups.so": {"libgnutls.so.30"}}
    kept = SPEC["asked_for"](binaries, lambda source: asked.get(source, set()))
    assert [place for place, _, _ in binaries if place not in {item[0] for item in kept}] == [
        "libgnutls.so.30"
    ]


def test_a_second_copy_of_a_library_becomes_a_link_where_the_first_is_there():
    second = ("pillow.libs/libXau-15.so.6.0.0", "/site/pillow.libs/libXau-15.so.6.0.0", "BINARY")
    first = ("libXau.so.6", "/lib/libXau.so.6", "BINARY")
    assert SPEC["once_only"]([second]) == [second]
    assert SPEC["once_only"]([second, first]) == [(second[0], "../libXau.so.6", "SYMLINK"), first]


def test_the_packages_in_the_folder_are_those_that_own_a_file_in_it(tmp_path):
    for name, file in (
        ("sqlite_utils-4.2.1", "sqlite_utils/db.py"),
        ("tabulate-0.10.0", "tabulate/__init__.py"),
    ):
        (tmp_path / f"{name}.dist-info").mkdir()
        (tmp_path / f"{name}.dist-info" / "RECORD").write_text(f"{file},sha256=x,10\n", encoding="utf-8")
    sources = [str(tmp_path / "sqlite_utils" / "db.py"), "/usr/lib/python3/os.py"]
    assert SPEC["packages_inside"](sources, tmp_path) == {"sqlite-utils"}


def test_libraries_of_the_system_travel_with_their_licences(tmp_path, monkeypatch):
    docs, common, target = tmp_path / "doc", tmp_path / "common", tmp_path / "sistem"
    (docs / "libglib2.0-0").mkdir(parents=True)
    words = "LGPL-2.1+\n On Debian systems see /usr/share/common-licenses/LGPL-2.1."
    (docs / "libglib2.0-0" / "copyright").write_text(words, encoding="utf-8")
    common.mkdir()
    (common / "LGPL-2.1").write_text("GNU LESSER", encoding="utf-8")
    owners = {
        "/lib/libglib-2.0.so.0": ("libglib2.0-0", "2.74.6"),
        "/lib/libgthread-2.0.so.0": ("libglib2.0-0", "2.74.6"),
    }
    monkeypatch.setitem(SPEC["system_parts"].__globals__, "debian_package", owners.get)
    binaries = [
        *((Path(source).name, source, "BINARY") for source in (*owners, "/usr/local/lib/libstrange.so.1")),
        ("PySide6/QtGui.abi3.so", "/site/QtGui.abi3.so", "EXTENSION"),
    ]
    assert SPEC["system_parts"](binaries, target, docs, common) == [
        ("libglib2.0-0", "2.74.6", ["sistem/libglib2.0-0.txt", "sistem/LGPL-2.1.txt"]),
        ("libstrange.so.1", "", []),
    ]
    assert (target / "LGPL-2.1.txt").read_text(encoding="utf-8") == "GNU LESSER"


def test_windows_is_told_whose_program_this_is_and_which():
    tree = ast.parse(SPEC["version_resource"]("1.2.3"), mode="eval")
    strings = {
        node.args[0].value: node.args[1].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "StringStruct"
    }
    assert strings["FileVersion"] == strings["ProductVersion"] == "1.2.3"
    assert strings["OriginalFilename"] == "SmartCityDesktop.exe"
    assert {"CompanyName", "FileDescription", "ProductName", "LegalCopyright"} <= set(strings)
    fixed = next(
        node for node in ast.walk(tree) if getattr(getattr(node, "func", None), "id", "") == "FixedFileInfo"
    )
    numbers = {word.arg: ast.literal_eval(word.value) for word in fixed.keywords}
    assert numbers["filevers"] == numbers["prodvers"] == (1, 2, 3, 0)


def test_the_icon_for_windows_has_all_sizes(tmp_path):
    from PIL import Image

    made = SPEC["write_icon"](ROOT / "resources" / "icons" / "aplikasi.png", tmp_path / "build" / "a.ico")
    with Image.open(made) as icon:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= icon.info["sizes"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason=".ci/built tries Linux folders")
class TestTheCheckOfABuiltFolder:
    """``.ci/built`` on a pretended folder whose program is a shell script."""

    @pytest.fixture
    def built(self, tmp_path):
        def run(script):
            folder = tmp_path / "SmartCityDesktop-9"
            (folder / "_internal").mkdir(parents=True)
            program = folder / "SmartCityDesktop"
            program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
            program.chmod(program.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
            # Somebody who may not write has to reach the folder all the same.
            return subprocess.run(
                [ROOT / ".ci" / "built", folder], capture_output=True, text=True, encoding="utf-8"
            )

        return run

    GOOD = 'if [ "${1:-}" = --selftest ]; then exit 0; fi; echo "Tidak ada layar di sini"; exit 1'

    def test_a_sound_folder_passes_and_its_size_is_told(self, built):
        done = built(self.GOOD)
        assert done.returncode == 0, done.stdout
        assert "FAILED" not in done.stdout
        for what in ("empty environment", "ujiçoba Ω 漢", "read-only", "nothing was written", "the largest:"):
            assert what in done.stdout

    def test_a_self_test_that_fails_is_shown(self, built):
        done = built('echo "gagal  cetakan: huruf"; exit 1')
        assert done.returncode == 1
        assert "FAILED  empty environment\n        gagal  cetakan: huruf" in done.stdout

    def test_a_program_that_writes_into_its_own_folder_is_seen(self, built):
        done = built(f'touch "$(dirname "$0")/_internal/cache" 2>/dev/null; {self.GOOD}')
        assert done.returncode == 1
        assert re.findall("FAILED  (.*)", done.stdout) == ["nothing was written into the folder"]

    def test_a_program_that_needs_its_environment_is_seen(self, built):
        done = built(f'[ -n "$HOME" ] || exit 3; {self.GOOD}')
        assert done.returncode == 1
        assert "FAILED  empty environment" in done.stdout
        assert "ok      from a folder named ujiçoba Ω 漢" in done.stdout

    def test_a_folder_without_the_program_is_no_folder(self, tmp_path):
        assert subprocess.run([ROOT / ".ci" / "built", tmp_path], capture_output=True).returncode == 2


def test_the_installer_asks_nobody_for_rights_and_keeps_to_this_person():
    assert "RequestExecutionLevel user" in NSI
    assert r'InstallDir "$LOCALAPPDATA\Programs\SmartCityDesktop"' in NSI
    assert not re.search(r"HKLM|HKEY_LOCAL_MACHINE|SHCTX|SetShellVarContext all|\$PROGRAMFILES", NSI)
    assert re.search(r'WriteRegStr HKCU "Software\\Classes\\\.bimtek"', NSI)


def test_the_uninstaller_takes_only_what_the_installer_brought():
    section = NSI[NSI.index('Section "Uninstall"') :]
    removed = re.findall(r"^\s*(?:RMDir|Delete)(?: /\S+)* (.+)$", section, re.MULTILINE)
    assert removed
    assert not [line for line in removed if re.search(r"\*|LOCALAPPDATA|DOCUMENTS|PROFILE", line)]
    # The chosen folder goes only when it is empty: somebody may have put workshop files beside the program.
    assert re.findall(r"RMDir /r (.+)$", section, re.MULTILINE) == [r'"$INSTDIR\_internal"']


def test_installer_and_workflow_say_that_nobody_has_tried_them_on_windows():
    for text in (NSI, YML):
        assert "elum dicoba di Windows" in text.splitlines()[0] + text.splitlines()[1]


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed here")
def test_the_installer_compiles(tmp_path):
    folder = tmp_path / "dist"
    (folder / "_internal").mkdir(parents=True)
    (folder / "SmartCityDesktop.exe").write_bytes(b"MZ")
    (folder / "_internal" / "a.txt").write_text("a", encoding="utf-8")
    icon = SPEC["write_icon"](ROOT / "resources" / "icons" / "aplikasi.png", tmp_path / "aplikasi.ico")
    words = {"VERSION": VERSION, "FOLDER": folder, "ICON": icon, "OUT": tmp_path / "pasang.exe"}
    given = [f"-D{name}={value}" for name, value in words.items()]
    done = subprocess.run(
        ["makensis", "-V2", "-WX", *given, INSTALLER],
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "pasang.exe").read_bytes()[:2] == b"MZ"


def test_the_build_machine_for_windows_runs_what_a_developer_runs():
    steps = [
        "--require-hashes --requirement requirements-dev.txt",
        "ruff check .",
        "ruff format --check .",
        "mypy --strict",
        "lint-imports",
        "python -m pytest",
        "build.spec",
        "--selftest",
        r"resources\installer\smartcity.nsi",
        "SHA256SUMS.txt",
    ]
    places = [YML.find(step) for step in steps]
    assert -1 not in places
    assert places == sorted(places)
    assert 'python-version: "3.11"' in YML
    used = re.findall(r"uses: (\S+)", YML)
    assert used
    assert [name for name in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", name)] == []
    assert "contents: read" in YML
