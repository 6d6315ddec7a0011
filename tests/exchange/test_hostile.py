"""A hostile, encrypted, empty, renamed or wrong file gets a clear sentence, and the program goes on."""

import os
import re
import socket
import sys
import time
import zipfile
from pathlib import Path

import pytest

from smartcity_desktop.domain.wording import FAULTS, sentence
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange import child, gate
from smartcity_desktop.exchange.renstra import read_file
from tests.exchange.hostile import FAR, SHEET, many, workbook
from tests.exchange.hostile_office import documents
from tests.exchange.old_office import container
from tests.exchange.refusal import expect_refused
from tests.exchange.tables import PLAN, understood, written

FILES = [*many(), *documents()]


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_a_hostile_file_gets_its_sentence(file, tmp_path):
    expect_refused(file, tmp_path)


def test_after_all_of_them_nothing_runs_and_a_good_file_still_reads(tmp_path):
    assert len({file.name for file in FILES}) == len(FILES) >= 30
    assert not _children()
    assert understood(read_file(written(PLAN).save(tmp_path / "baik.xlsx"))) == list(PLAN)


def test_nothing_from_outside_the_file_gets_into_the_answer(tmp_path):
    outside = next(file for file in FILES if file.name == "keluar.xlsx")
    path = tmp_path / outside.name
    path.write_bytes(outside.content)
    with pytest.raises(UserFault) as caught:
        read_file(path)
    assert socket.gethostname() not in sentence(caught.value)


def test_a_file_that_is_a_folder_or_gone_is_said_so(tmp_path):
    with pytest.raises(UserFault, match="read-wrong-kind"):
        read_file(tmp_path)
    with pytest.raises(UserFault, match="file-missing"):
        read_file(tmp_path / "tidak-ada.xlsx")


def test_a_file_that_the_system_does_not_open_is_said_so(tmp_path):
    path = tmp_path / "lingkar.xlsx"
    path.symlink_to(path)
    with pytest.raises(UserFault, match="read-locked"):
        read_file(path)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<table><tr><td>Kode</table>", "read-web-page"),
        (b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<table>", "read-web-page"),
        (container({"WordDocument": b"x"}), "read-old-format"),
        (container({"Workbook": b"x"}), "read-old-format"),
        (b"%PDF-1.7\n", "read-wrong-kind"),
    ],
)
def test_a_reader_of_new_workbooks_only_says_what_it_was_given(content, code, tmp_path):
    path = tmp_path / "kertas-kerja.xlsx"
    path.write_bytes(content)
    with pytest.raises(UserFault, match=code) as caught:
        gate.check(path)
    assert "{" not in sentence(caught.value)


def test_what_is_no_file_at_all_is_said_so_without_waiting_for_it(tmp_path):
    pipe = tmp_path / "pipa.xlsx"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(UserFault, match="read-wrong-kind") as caught:
            read_file(path)
        assert "perangkat" in sentence(caught.value)


def test_a_name_that_hides_its_ending_is_shown_as_it_is(tmp_path):
    path = tmp_path / "renstra\u202excod.exe"
    path.write_bytes(b"MZ\x90\x00\x03\x00" + b"\x00\x01" * 500)
    with pytest.raises(UserFault) as caught:
        read_file(path)
    assert sentence(caught.value).startswith("renstraxcod.exe bukan berkas tabel (program)")


def test_a_file_over_fifty_megabytes_is_not_even_opened(tmp_path):
    path = tmp_path / "besar.csv"
    with path.open("wb") as stream:
        stream.truncate(gate.MAX_BYTES + 1)
    with pytest.raises(UserFault, match="read-too-big"):
        gate.check(path)


def test_a_stray_far_cell_on_one_sheet_leaves_the_others_readable(tmp_path):
    path = written(PLAN).save(tmp_path / "contoh.xlsx")
    with zipfile.ZipFile(path) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    names = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels")
    members[names[0]] = members[names[0]].replace(
        b"</sheets>",
        b'<sheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        b'name="Jauh" sheetId="9" r:id="rId99"/></sheets>',
    )
    members[names[1]] = members[names[1]].replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'worksheet" Target="worksheets/jauh.xml"/></Relationships>',
    )
    members["xl/worksheets/jauh.xml"] = SHEET % FAR
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    draft = read_file(path)
    assert understood(draft) == list(PLAN)
    assert [problem.message for problem in draft.problems] == [
        'Lembar "Jauh" lebih besar daripada rencana mana pun, jadi tidak ikut dibaca.'
    ]


def test_a_lying_dimension_does_no_harm(tmp_path):
    path = tmp_path / "bohong.xlsx"
    sheet = (SHEET % "<row><c><v>1</v></c></row>").replace(
        "<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'
    )
    path.write_bytes(workbook(sheet))
    with pytest.raises(UserFault, match="read-no-table"):
        read_file(path)


def for_the_library(folder):
    """Return a workbook whose cells do not say where they stand, which is left to the sheet library."""
    path = folder / "contoh.xlsx"
    path.write_bytes(workbook(SHEET % "<row><c><v>1</v></c></row>"))
    return path


def test_a_library_that_aborts_kills_only_the_child(tmp_path, monkeypatch):
    (tmp_path / "python_calamine.py").write_text("import os\nos.abort()\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    path = for_the_library(tmp_path)
    with pytest.raises(UserFault, match="read-damaged"):
        read_file(path)


def test_a_library_that_eats_memory_is_stopped(tmp_path, monkeypatch):
    (tmp_path / "python_calamine.py").write_text("x = bytearray(3 * 1024**3)\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    path = for_the_library(tmp_path)
    with pytest.raises(UserFault, match="read-too-big"):
        read_file(path)


def test_a_library_that_never_ends_is_stopped_in_time(tmp_path, monkeypatch):
    (tmp_path / "python_calamine.py").write_text("while True: pass\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    path = for_the_library(tmp_path)
    request = {"path": str(path), "kind": "xlsx", "sheet": None}
    begun = time.monotonic()
    with pytest.raises(UserFault, match="read-too-slow"):
        list(child.run("renstra", request, name=path.name, seconds=1.0))
    assert time.monotonic() - begun < 5
    assert not _children()


def test_a_reading_can_be_cancelled(tmp_path, monkeypatch):
    (tmp_path / "python_calamine.py").write_text("while True: pass\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    path = for_the_library(tmp_path)
    begun = time.monotonic()
    with pytest.raises(UserFault, match="read-cancelled"):
        read_file(path, cancelled=lambda: time.monotonic() - begun > 0.3)
    assert not _children()


def test_a_child_that_talks_without_end_is_cut_off(tmp_path, monkeypatch):
    (tmp_path / "python_calamine.py").write_text("while True: print('{\"rows\": []}')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(child, "MAX_ANSWER", 100_000)
    path = for_the_library(tmp_path)
    with pytest.raises(UserFault, match="read-damaged"):
        read_file(path)


def test_an_unknown_task_is_a_damaged_answer():
    with pytest.raises(UserFault, match="read-damaged"):
        list(child.run("hapus", {}, name="x"))


def test_the_frozen_program_starts_itself_with_a_hidden_argument(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child._command("renstra") == [sys.executable, child.HIDDEN_ARGUMENT, "renstra"]


def test_every_code_of_reading_has_its_sentence():
    source = "".join(path.read_text(encoding="utf-8") for path in _sources())
    codes = set(re.findall(r'"(read-[a-z-]+)"', source))
    assert len(codes) > 10
    assert codes <= set(FAULTS)


def _sources():
    return Path(child.__file__).parent.glob("*.py")


def _children():
    """Return the child processes of this process that still run."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid() and fields[0] not in {"Z", "X"}:
            found.append(entry)
    return found
