"""The window is killed in the middle of typing; what was typed a good second before is there again."""

import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from datetime import datetime
from pathlib import Path

import pytest

from smartcity_desktop.desk import create_desk, open_desk
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.workshop import NewWorkshop

ROOT = Path(__file__).resolve().parents[2]
LATEST = 1.2
"""Seconds: a key older than this when the window dies must be in the file."""
NEW = NewWorkshop("Bimtek Konsel", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku")
PATIENCE = 40


class Reader(threading.Thread):
    """Stamps every line of a typist with this process's clock."""

    def __init__(self, stream):
        super().__init__(daemon=True)
        self.stream, self.lines = stream, []

    def run(self):
        for raw in self.stream:
            self.lines.append((time.monotonic(), *raw.rstrip("\n").split("\t")))

    def typed(self):
        return [line for line in self.lines if line[1] == "K"]

    def told(self, kind):
        return [line[2] for line in self.lines if line[1] == kind]


def type_and_kill(profile, path, seed, typist="typist"):
    """Run one window, kill it while it types, and return what it told and the moment of its death."""
    rng = random.Random(seed)
    process = subprocess.Popen(
        [sys.executable, "-m", f"tests.kill.{typist}", str(profile), str(path), str(seed)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    reader = Reader(process.stdout)
    reader.start()
    limit = time.monotonic() + PATIENCE
    while not reader.typed() and time.monotonic() < limit and process.poll() is None:
        time.sleep(0.02)
    assert reader.typed(), f"the window did not begin to type within {PATIENCE} s"
    time.sleep(rng.uniform(0.4, 3.2))
    died = time.monotonic()
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    reader.join(5)
    process.stdout.close()
    return reader, died


def typed_text(keys):
    return "".join("\n" if key == "enter" else key for _, _, key in keys)


def plain(text):
    """Return lines as notes keep them: without blanks at their ends, without empty ones."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def stored(path, profile, before):
    with open_desk(path, profile=profile) as desk:
        stopped = desk.stopped_at
        notes = [note.text for note in desk.note.notes()][before:]
        assert desk.check() == []
    return notes, stopped


def kills(tmp_path, count, seed):
    path, profile = tmp_path / "konsel.bimtek", tmp_path / "profil"
    create_desk(path, NEW, profile=profile).close()
    before = 0
    for turn in range(count):
        reader, died = type_and_kill(profile, path, seed * 1000 + turn)
        if turn:
            assert "Program terhenti" not in "".join(reader.told("R")), "the copy was opened and closed well"
        notes, stopped = stored(path, profile, before)
        before += len(notes)
        sure = plain(typed_text([key for key in reader.typed() if key[0] < died - LATEST]))
        there = "\n".join(notes)
        assert there.startswith("\n".join(sure)), (turn, sure, notes)
        everything = "\n".join(plain(typed_text(reader.typed())))
        assert everything.startswith(there), "nothing that was never typed"
        check_promises(reader.told("S"), stopped)


def check_promises(shown, stopped):
    """Every "Tersimpan" that was shown is at or before the last commit in the file."""
    for words in shown:
        hour, minute, second = (int(part) for part in re.findall(r"\d+", words))
        promised = datetime(
            stopped.year, stopped.month, stopped.day, hour, minute, second, tzinfo=stopped.tzinfo
        )
        assert stopped is not None
        assert (promised - stopped).total_seconds() <= 0, words


@pytest.mark.parametrize("seed", range(10))
def test_no_key_older_than_a_second_is_lost_in_four_kills(tmp_path, seed):
    kills(tmp_path, 4, seed)


def test_after_a_kill_the_window_says_what_it_has(tmp_path):
    path, profile = tmp_path / "konsel.bimtek", tmp_path / "profil"
    create_desk(path, NEW, profile=profile).close()
    type_and_kill(profile, path, 1)
    reader, _ = type_and_kill(profile, path, 2)
    sentence = "".join(reader.told("R"))
    assert re.search(
        r"Program terhenti sekitar \d\d\.\d\d \(listrik padam atau dimatikan\)\. "
        r"Semua isian sampai \d\d\.\d\d\.\d\d ada\.",
        sentence,
    ), sentence


def test_a_plan_that_is_typed_over_is_there_up_to_the_last_second_before_a_kill(tmp_path):
    path, profile = tmp_path / "konsel.bimtek", tmp_path / "profil"
    with create_desk(path, NEW, profile=profile) as desk:
        desk.opd.add([OpdRow("Dinas Kesehatan")])
        plan, _ = desk.plan_typed.begin(desk.opd.opds()[0].id, (2025, 2029))
        desk.plan_typed.set_cells(plan, [(desk.plan_typed.new_rows(1)[0], "code", "1.02.02")])
    reader, died = type_and_kill(profile, path, 2, "plan_typist")
    assert reader.told("R") == ["Lanjutkan ketikan (1 baris, Dinkes)"]
    with open_desk(path, profile=profile) as desk:
        rows = desk.plan_typed.sheet(plan).grid.rows
        assert desk.check() == []
    there = [row.values.get("code", "") for row in rows][1:]
    typed = [text for _, _, text in reader.typed()]
    sure = [text for at, _, text in reader.typed() if at < died - LATEST]
    assert sure
    assert there[: len(sure)] == sure
    assert typed[: len(there) - 1] == there[:-1], "nothing that was never typed"


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 200))
def test_a_thousand_kills_lose_no_key_older_than_a_second(tmp_path, seed):
    kills(tmp_path, 10, seed)
