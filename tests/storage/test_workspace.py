"""Opening a file: four refusals that touch nothing, one owner, and what is said after a stop."""

import os
import subprocess
import sys
import threading
import time
from datetime import timedelta
from functools import partial

import pytest

from smartcity_desktop.domain.edit import Birth, Set
from smartcity_desktop.domain.seal import KEPT, WITHHELD
from smartcity_desktop.errors import DiskFault, UserFault
from smartcity_desktop.storage import driver, migrate, tables
from smartcity_desktop.storage.workspace import Workspace


def beside(path):
    return {item.name: item.read_bytes() for item in path.parent.iterdir()}


def refused(path, reopen):
    """Return the code of the refusal; the folder must stay as it was, byte for byte."""
    before = beside(path)
    with pytest.raises((UserFault, DiskFault)) as caught:
        reopen(path)
    assert beside(path) == before
    return caught.value.code


@pytest.fixture
def closed(path, clock, ids):
    """A closed file with five hundred notes."""
    with Workspace.create(path, clock=clock, ids=ids, laptop="a", person="b") as made:
        births = [Birth("note", ids.new(), {"text": f"catatan {number}"}) for number in range(500)]
        made.journal.write(births, who="b", label="x")
    return path


@pytest.fixture
def looked(clock, ids):
    """Open a file only to read it."""
    return partial(Workspace.open, clock=clock, ids=ids, laptop="laptop depan", person="b", looking=True)


def test_a_file_of_another_program_is_refused_untouched(path, reopen):
    path.parent.mkdir()
    db = driver.connect(path)
    db.conn.execute("CREATE TABLE t (a)")
    db.close()
    assert refused(path, reopen) == "file-not-ours"


def test_a_text_file_with_our_ending_is_refused_untouched(path, reopen):
    path.parent.mkdir()
    path.write_text("Rapat hari Jum'at\n" * 50, "utf-8")
    assert refused(path, reopen) == "file-not-ours"


def test_a_file_cut_short_is_refused_untouched(closed, reopen):
    whole = closed.read_bytes()
    closed.write_bytes(whole[: len(whole) * 2 // 3])
    assert refused(closed, reopen) == "file-damaged"


def test_a_file_with_a_ruined_page_is_refused_untouched(closed, reopen):
    whole = bytearray(closed.read_bytes())
    whole[8192:12288] = b"\xff" * 4096
    closed.write_bytes(whole)
    assert refused(closed, reopen) == "file-damaged"


def test_a_file_with_a_ruined_beginning_is_refused_as_damaged(closed, reopen):
    whole = bytearray(closed.read_bytes())
    whole[6:30] = bytes(24)
    closed.write_bytes(whole)
    assert refused(closed, reopen) == "file-damaged"


def test_an_empty_file_is_refused_untouched(path, reopen):
    path.parent.mkdir()
    path.touch()
    assert refused(path, reopen) == "file-damaged"


def test_a_file_of_a_newer_program_is_refused_untouched(closed, reopen):
    db = driver.connect(closed)
    db.conn.execute(f"PRAGMA user_version = {migrate.newest() + 1}")
    db.close()
    assert refused(closed, reopen) == "file-too-new"


OTHER_PROCESS = """
import hashlib, sys, time
from datetime import datetime, timezone
from pathlib import Path
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.workspace import Workspace

def content():
    return [(item.name, item.read_bytes()) for item in sorted(path.parent.iterdir())]

def clock():
    return datetime.now(timezone.utc)

path = Path(sys.argv[1])
before = content()
started = time.monotonic()
try:
    Workspace.open(path, clock=clock, ids=IdSource(clock), laptop="c", person="d")
except UserFault as fault:
    print(fault.code, time.monotonic() - started < 1, content() == before)
"""


def test_a_file_that_is_open_in_another_process_is_refused_untouched_and_at_once(workspace, write, note):
    # The other process reads the bytes: a file handle of this one, closed again, would let go of the lock.
    done = subprocess.run(
        [sys.executable, "-c", OTHER_PROCESS, str(workspace.path)], capture_output=True, text=True
    )
    assert done.stdout.split() == ["file-in-use", "True", "True"], done.stderr
    write(Set("note", note, "text", "masih bisa"))


def test_a_second_opening_in_the_same_process_is_refused_at_once(workspace, reopen):
    started = time.monotonic()
    with pytest.raises(UserFault) as caught:
        reopen(workspace.path)
    assert caught.value.code == "file-in-use"
    assert time.monotonic() - started < 1
    assert workspace.check() == []


def test_a_missing_file_is_named(path, reopen):
    with pytest.raises(UserFault) as caught:
        reopen(path)
    assert caught.value.code == "file-missing"
    assert caught.value.values == {"name": "konawe.bimtek"}


def test_a_new_file_never_takes_the_place_of_another(closed, clock, ids):
    before = closed.read_bytes()
    with pytest.raises(UserFault) as caught:
        Workspace.create(closed, clock=clock, ids=ids, laptop="a", person="b")
    assert caught.value.code == "file-exists"
    assert closed.read_bytes() == before


def test_an_open_file_is_written_so_that_a_power_cut_loses_nothing(workspace):
    conn = workspace.db.conn
    pragmas = ("journal_mode", "synchronous", "locking_mode", "secure_delete", "application_id")
    found = [conn.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert found == ["wal", 2, "exclusive", 1, migrate.APPLICATION_ID]


def test_a_closed_file_is_one_plain_file(closed):
    assert [item.name for item in closed.parent.iterdir()] == [closed.name]
    assert closed.read_bytes()[18:20] == b"\x01\x01", "still in WAL mode"


def test_the_workshop_id_is_there_before_the_workshop_and_stays(path, clock, ids, reopen):
    with Workspace.create(path, clock=clock, ids=ids, laptop="a", person="b") as made:
        first = made.workshop_id
    assert first
    assert reopen(path).workshop_id == first


def test_another_thread_is_turned_away(workspace, journal):
    raised = []

    def use():
        for call in (lambda: workspace.db, journal.seal, lambda: journal.write([], who="a", label="b")):
            try:
                call()
            except RuntimeError:
                raised.append(True)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert raised == [True] * 3


def test_a_closed_workspace_says_so(path, clock, ids):
    made = Workspace.create(path, clock=clock, ids=ids, laptop="a", person="b")
    made.close()
    made.close()
    with pytest.raises(RuntimeError):
        _ = made.db


def test_after_a_proper_close_nothing_is_said(closed, reopen):
    assert reopen(closed).stopped_at is None


def test_after_a_stop_the_moment_of_the_last_commit_is_said(workspace, write, note, clock, reopen, tmp_path):
    clock.forward(minutes=4)
    write(Set("note", note, "text", "sampai di sini"))
    saved = clock.moment
    clock.forward(minutes=9)
    copies = tmp_path / "setelah listrik padam"
    copies.mkdir()
    for item in workspace.path.parent.iterdir():
        (copies / item.name).write_bytes(item.read_bytes())
    again = reopen(copies / workspace.path.name)
    assert again.stopped_at.at == saved
    assert again.db.conn.execute("SELECT text FROM note").fetchall() == [("sampai di sini",)]
    again.close()
    assert reopen(copies / workspace.path.name).stopped_at is None


def test_looking_into_a_file_after_a_stop_leaves_the_stop_to_be_said(workspace, reopen, tmp_path, looked):
    copies = tmp_path / "setelah listrik padam"
    copies.mkdir()
    for item in workspace.path.parent.iterdir():
        (copies / item.name).write_bytes(item.read_bytes())
    for _time in range(2):
        with looked(copies / workspace.path.name) as made:
            assert made.check() == []
    assert [item.name for item in copies.iterdir()] == [workspace.path.name]
    assert reopen(copies / workspace.path.name).stopped_at is not None


def test_looking_into_a_closed_file_looks_like_no_stop(closed, reopen, looked):
    with looked(closed):
        pass
    again = reopen(closed)
    assert again.stopped_at is None
    assert again.db.conn.execute("SELECT count(*) FROM writer").fetchone() == (2,)


def test_a_stop_before_anything_was_written_names_the_opening(workspace, clock, reopen, tmp_path):
    opened = clock.moment
    clock.forward(minutes=9)
    for item in workspace.path.parent.iterdir():
        (tmp_path / item.name).write_bytes(item.read_bytes())
    assert reopen(tmp_path / workspace.path.name).stopped_at.at == opened


def test_an_opening_that_wrote_nothing_leaves_no_writer(closed, reopen):
    reopen(closed).close()
    db = driver.connect_reading(closed)
    assert db.conn.execute("SELECT count(*) FROM writer").fetchone() == (1,)
    db.close()


def test_a_file_on_a_medium_that_cannot_be_written_opens_for_reading(closed, monkeypatch, reopen):
    monkeypatch.setattr(os, "access", lambda *_: False)
    before = beside(closed)
    again = reopen(closed)
    assert again.read_only
    assert again.db.conn.execute("SELECT count(*) FROM note").fetchone() == (500,)
    with pytest.raises(UserFault) as caught:
        again.journal.write([Birth("note", "n", {"text": "a"})], who="b", label="x")
    assert caught.value.code == "file-takes-nothing"
    again.close()
    assert beside(closed) == before


def grow_old(path, *, mark=""):
    """Give a closed file the shape that an older program left, and perhaps the mark of a sealed copy."""
    db = driver.connect(path)
    db.conn.execute("UPDATE meta SET val = 'lama' WHERE key = 'shape'")
    db.conn.execute("ALTER TABLE note DROP COLUMN owner")
    if mark:
        db.conn.execute("INSERT INTO meta (key, val) VALUES (?, 'Salinan akhir Tahap II')", (mark,))
    db.close()


def looked_through(opened):
    assert opened.read_only
    assert tables.fitting(opened.db.conn)
    assert opened.check() == []
    assert opened.db.conn.execute("SELECT count(*) FROM note").fetchone() == (500,)
    with pytest.raises(UserFault) as caught:
        opened.journal.write([Birth("note", "n", {"text": "a"})], who="b", label="x")
    assert caught.value.code == "file-takes-nothing"
    opened.close()


def test_an_older_file_on_such_a_medium_is_looked_at_through_a_copy_that_goes(closed, monkeypatch, reopen):
    grow_old(closed)
    monkeypatch.setattr(os, "access", lambda *_: False)
    before = beside(closed)
    looked_through(reopen(closed))
    assert beside(closed) == before


@pytest.mark.parametrize("mark", [KEPT, WITHHELD])
def test_a_sealed_copy_of_an_older_program_is_looked_at_and_no_byte_of_it_changes(closed, reopen, mark):
    grow_old(closed, mark=mark)
    before = beside(closed)
    opened = reopen(closed)
    assert opened.seal.key == mark
    assert opened.stopped_at is None
    looked_through(opened)
    assert beside(closed) == before


def test_a_sealed_copy_whose_last_part_stands_beside_it_is_read_whole(closed, reopen, tmp_path):
    db = driver.connect(closed)
    db.conn.execute("INSERT INTO meta (key, val) VALUES (?, 'Salinan akhir Tahap II')", (KEPT,))
    db.conn.execute("PRAGMA journal_mode = WAL").fetchall()
    db.conn.execute("INSERT INTO meta (key, val) VALUES ('sesudah', 'ada')")
    for item in closed.parent.iterdir():
        subprocess.run(["cp", item, tmp_path], check=True)
    db.close()
    opened = reopen(tmp_path / closed.name)
    assert opened.read_only
    assert opened.db.conn.execute("SELECT val FROM meta WHERE key = 'sesudah'").fetchone() == ("ada",)


def test_an_unclosed_file_on_such_a_medium_asks_for_a_copy(closed, monkeypatch, reopen, tmp_path):
    again = reopen(closed)
    again.journal.write([Birth("note", "n1", {"text": "hanya di samping berkas"})], who="b", label="x")
    for item in closed.parent.iterdir():
        subprocess.run(["cp", item, tmp_path], check=True)
    again.close()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UserFault) as caught:
        reopen(tmp_path / closed.name)
    assert caught.value.code == "file-read-only"


def test_a_file_opened_for_reading_can_be_checked(closed, monkeypatch, reopen):
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert reopen(closed).check() == []


def test_a_file_copied_by_hand_without_what_stood_beside_it_opens_with_what_it_has(closed, reopen, tmp_path):
    again = reopen(closed)
    again.journal.write([Birth("note", "n1", {"text": "hanya di samping berkas"})], who="b", label="x")
    subprocess.run(["cp", closed, tmp_path / "sendiri.bimtek"], check=True)
    copied = reopen(tmp_path / "sendiri.bimtek")
    assert copied.check() == []
    assert copied.db.conn.execute("SELECT count(*) FROM note").fetchone() == (500,)


HALF_DONE = """
import os, signal, sys
from smartcity_desktop.storage import driver
db = driver.connect(sys.argv[1])
db.conn.execute("PRAGMA cache_size = 5")
db.conn.execute("BEGIN IMMEDIATE")
db.conn.execute("UPDATE op SET val = 'setengah jadi'")
db.conn.execute("DELETE FROM note")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_step_that_was_killed_half_way_is_undone_at_the_next_opening(closed, reopen):
    subprocess.run([sys.executable, "-c", HALF_DONE, str(closed)])
    assert closed.with_name(closed.name + "-journal").stat().st_size > 0
    again = reopen(closed)
    assert again.check() == []
    assert again.db.conn.execute("SELECT count(*) FROM note").fetchone() == (500,)


def test_typed_tables_of_another_shape_are_made_anew_from_the_journal(closed, reopen):
    db = driver.connect(closed)
    db.conn.execute("UPDATE meta SET val = 'lama' WHERE key = 'shape'")
    db.conn.execute("ALTER TABLE note DROP COLUMN owner")
    db.conn.execute("DELETE FROM opd")
    db.close()
    again = reopen(closed)
    assert tables.fitting(again.db.conn)
    assert again.check() == []
    assert again.db.conn.execute("SELECT count(*) FROM note").fetchone() == (500,)


def test_a_table_of_an_entity_that_is_no_more_goes(closed, reopen):
    db = driver.connect(closed)
    db.conn.execute("CREATE TABLE lampau (id TEXT)")
    db.conn.execute("UPDATE meta SET val = val || ' lampau' WHERE key = 'tables'")
    db.conn.execute("UPDATE meta SET val = 'lama' WHERE key = 'shape'")
    db.close()
    conn = reopen(closed).db.conn
    assert conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'lampau'").fetchone() == (0,)


def test_a_clock_that_went_back_by_a_year_loses_nothing(workspace, write, note, cells, clock):
    clock.forward(days=-400)
    write(Set("note", note, "text", "ditulis kemudian"))
    assert cells("note", note)["text"] == "ditulis kemudian"
    clock.moment += timedelta(days=800)
    write(Set("note", note, "text", "terakhir"))
    assert cells("note", note)["text"] == "terakhir"
    assert workspace.check() == []
