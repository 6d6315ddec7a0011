"""The stage of the flow tests: a dressed application, an App with a hand on it, a day played once."""

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from shiboken6 import delete

from smartcity_desktop import sample
from smartcity_desktop.desk import open_desk
from smartcity_desktop.settings import Settings
from tests.conftest import ROOT, WIB, Clock
from tests.flows import plot as script
from tests.flows.hand import Hand
from tests.flows.secretary import Secretary
from tests.once import once
from ui import theme, translate
from ui.app import App

PATIENCE = 55
"""Seconds that a day may take."""


@pytest.fixture(scope="session")
def dressed(qapp):
    """The application with our fonts, theme and language."""
    theme.add_fonts()
    theme.apply(qapp)
    translate.install(qapp)
    return qapp


@pytest.fixture
def start(dressed, clock):
    """Make an App on a profile; every one ends with the test, and its file is sound (all tables rebuilt)."""
    assert dressed
    made, paths = [], []

    def begin(profile, path=None, *, moment=None):
        if not profile.exists():
            profile.mkdir(parents=True)
        app = App(profile, clock=Clock(moment) if moment else clock)
        settings = app.settings.value
        if not settings.last_folder:
            app.settings.store(Settings(person=settings.person, last_folder=str(profile.parent)))
        app.begin(path)
        hand = Hand(app)
        hand.settle()
        made.append(app)
        paths.append(profile)
        return hand

    yield begin
    for app in made:
        app.finish()
        app.window.hide()
        delete(app.window)
        delete(app)
    for profile in paths:
        for path in sorted(profile.parent.glob("*.bimtek")):
            faults_of(path, profile)


def faults_of(path, profile):
    """Empty all typed tables of a file, rebuild them from the journal, and compare: nothing may differ."""
    content = path.read_bytes()[:16]
    if not content or path.stem.startswith("bukan-"):
        return
    with open_desk(path, profile=profile) as desk:
        assert desk.check() == [], path.name


@dataclass
class Day:
    """A day that was played until the plug was pulled, and what was seen in it."""

    plot: script.Plot
    folder: Path
    facts: list

    @property
    def file(self):
        """The workshop file."""
        return self.folder / Path(self.value("file")).name

    def value(self, fact):
        """Return what was told of a fact."""
        return next(value for name, value in self.facts if name == fact)

    def values(self, fact):
        """Return everything that was told of a fact that came several times, by its first word."""
        return {
            value[0]: value[1] if len(value) == 2 else value[1:] for name, value in self.facts if name == fact
        }

    def copied(self, folder):
        """Return the same day in another folder, as it lay there when the power went."""
        shutil.copytree(self.folder, folder)
        return Day(self.plot, folder, self.facts)


def play(story, words, folder, platform="offscreen", seconds=PATIENCE):
    """Play a story in a process of its own, and return what it told and how it ended."""
    (folder / "profil").mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", f"tests.flows.{story}", *words],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": platform},
        capture_output=True,
        encoding="utf-8",
        timeout=seconds,
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    failed = [item["value"] for item in told if item["fact"] == "failed"]
    assert not failed, failed[0]
    return told, done


def play_day(variant, renstra, folder):
    """Play the day of a variant until its plug is pulled."""
    told, done = play("story", (variant, str(renstra), str(folder)), folder)
    assert done.returncode == -signal.SIGKILL, done.stderr
    return told


def told_once(base, name, play_it, seconds=PATIENCE):
    """Play into ``base/name``, whichever of the workers comes first; the others wait for what it told."""

    def play_and_tell(folder):
        folder.with_suffix(".json").write_text(json.dumps(play_it(folder)), encoding="utf-8")

    folder = once(base, name, play_and_tell, seconds)
    facts = json.loads(folder.with_suffix(".json").read_text(encoding="utf-8"))
    return folder, [(item["fact"], item["value"]) for item in facts]


@pytest.fixture(scope="session")
def played(tmp_path_factory):
    """Play each variant of the day once for all tests."""

    def once(variant, renstra):
        play_it = partial(play_day, variant, renstra)
        folder, facts = told_once(tmp_path_factory.getbasetemp(), f"hari-{variant}", play_it)
        return Day(script.variants()[variant](renstra), folder, facts)

    return once


@pytest.fixture(params=["sample", "real"])
def day(request, played):
    """The day with the files of the sample, and with the real ones where they are here."""
    renstra = request.getfixturevalue("renstra_folder") if request.param == "real" else Path()
    return played(request.param, renstra)


@pytest.fixture(scope="session")
def city_file(tmp_path_factory):
    """The bytes of the sample city, built once for all workers."""

    def build(folder):
        (folder / "profil").mkdir()
        clock = Clock(datetime(2026, 8, 4, 10, 42, 7, tzinfo=WIB))
        sample.build(folder / "kota.bimtek", clock=clock, profile=folder / "profil").close()

    folder = once(tmp_path_factory.getbasetemp(), "kota-hari-itu", build)
    return (folder / "kota.bimtek").read_bytes()


@pytest.fixture
def path(city_file, tmp_path):
    """A copy of the sample city of a test's own."""
    made = tmp_path / "kota.bimtek"
    made.write_bytes(city_file)
    return made


@pytest.fixture
def secretary(start, path, tmp_path, monkeypatch):
    """The secretary before the sample city."""
    return Secretary(start(tmp_path / "profil", path), tmp_path, monkeypatch)
