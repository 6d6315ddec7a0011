"""A process that is killed while it writes loses no commit that it had acknowledged."""

import random
import signal
import subprocess
import sys
import time

import pytest

from smartcity_desktop import cli
from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.workshop import NewWorkshop

WRITER = """
import itertools, sys
from datetime import datetime, timezone
from pathlib import Path
from smartcity_desktop.domain.edit import Birth, Gone, Set
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.storage.workspace import Workspace

def clock():
    return datetime.now(timezone.utc)

ids = IdSource(clock)
path = Path(sys.argv[1])
call = Workspace.open if path.exists() else Workspace.create
workspace = call(path, clock=clock, ids=ids, laptop="a", person="b")
print("open", workspace.stopped_at.at.isoformat() if workspace.stopped_at else "-", flush=True)
note = ids.new()
workspace.journal.write([Birth("note", note, {"text": "mulai"})], who="b", label="x")
for number in itertools.count(1):
    edits = [Set("note", note, "text", f"ketikan {number}")]
    if number % 7 == 0:
        edits += [Birth("note", ids.new(), {"text": f"kumpulan {number}"}) for _ in range(20)]
    workspace.journal.write(edits, who="b", label="x", typing=bool(number % 3))
    print(number, note, flush=True)
"""


def kill_once(path, seconds):
    """Let a process write for a while, kill it, and return the last lines it acknowledged."""
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    opened = process.stdout.readline()
    assert opened.startswith("open"), "the file did not open after a kill"
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read().splitlines()
    process.wait()
    process.stdout.close()
    return opened.split()[1], rest


def kill_often(path, reopen, times):
    rng = random.Random(3)
    promised = {}
    for turn in range(times):
        stopped, lines = kill_once(path, rng.uniform(0.0, 0.25))
        assert (stopped != "-") == (turn > 0)
        whole = [line.split() for line in lines if len(line.split()) == 2 and len(line.split()[1]) == 36]
        if whole:
            number, note = whole[-1]
            promised[note] = int(number)
    again = reopen(path)
    assert again.stopped_at is not None
    assert again.check() == []
    conn = again.db.conn
    for note, number in promised.items():
        (text,) = conn.execute("SELECT text FROM note WHERE id = ?", (note,)).fetchone()
        assert int(text.split()[1]) in {number, number + 1}
    batches = conn.execute("SELECT text, count(*) FROM note WHERE text LIKE 'kumpulan%' GROUP BY text")
    assert all(count % 20 == 0 for _, count in batches), "half an act was kept"
    assert len(promised) > times // 2


def test_twenty_kills_lose_no_acknowledged_commit_and_keep_no_half_act(path, reopen):
    kill_often(path, reopen, 20)


@pytest.mark.parametrize("words", [["periksa"], ["cetak", "daftar-hadir"]])
def test_a_command_after_a_kill_leaves_the_stop_to_be_said_by_the_window(tmp_path, reopen, capsys, words):
    new = NewWorkshop("Uji", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku")
    path = tmp_path / "uji.bimtek"
    create_desk(path, new, profile=tmp_path / "p").close()
    kill_once(path, 0.2)
    command, *kind = words
    target = ["--ke", str(tmp_path / "a.pdf")] if kind else []
    assert cli.main([command, str(path), *kind, *target]) == 0, capsys.readouterr().err
    assert reopen(path).stopped_at is not None


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_three_hundred_kills_lose_no_acknowledged_commit_and_keep_no_half_act(path, reopen):
    kill_often(path, reopen, 300)
