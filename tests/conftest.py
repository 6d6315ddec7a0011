"""What every test stands on: a stopped clock, seeded ids, a throwaway profile, and silence."""

import gc
import logging
import os
import random
import re
from collections import defaultdict
from datetime import datetime, timedelta, timezone
from pathlib import Path

import hypothesis
import pytest

from smartcity_desktop.domain.ids import IdSource
from tests.once import once

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
WIB = timezone(timedelta(hours=7), "WIB")

hypothesis.settings.register_profile(
    "steady", derandomize=True, database=None, deadline=None, print_blob=True
)
hypothesis.settings.load_profile("steady")

# Searching for garbage as often as usual is a quarter of a run: thousands of tests stand in memory.
gc.set_threshold(50_000, 20, 50)

# Seconds of `make test` by the first folder under tests/; the static checks have one minute of their own.
BUDGETS = {
    "domain and exchange": 180,
    "storage and kill": 240,
    "window": 180,
    "prints": 120,
    "flows": 240,
}
ROOMS = {
    "storage": "storage and kill",
    "kill": "storage and kill",
    "ui": "window",
    "reporting": "prints",
    "flows": "flows",
}
REST = "domain and exchange"


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **span: float) -> datetime:
        """Move by ``timedelta(**span)``, backwards with negative numbers."""
        self.moment += timedelta(**span)
        return self.moment


@pytest.fixture
def clock() -> Clock:
    """Monday 31 July 2023, 10.42.07 WIB."""
    return Clock(datetime(2023, 7, 31, 10, 42, 7, tzinfo=WIB))


@pytest.fixture
def ids(clock) -> IdSource:
    """Row ids that are the same in every run."""
    return IdSource(clock, random.Random(7))


@pytest.fixture
def profile(tmp_path) -> Path:
    """A throwaway profile folder (settings, logs, safety copies)."""
    folder = tmp_path / "profil"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def sample_city(tmp_path_factory) -> Path:
    """The sample city on 5 August 2026, 16.05 WITA, built once for all workers: copy it before opening it."""
    from tests import sample_copy

    return once(tmp_path_factory.getbasetemp(), "kota-contoh", sample_copy.build) / sample_copy.FILE


@pytest.fixture(scope="module")
def sample_desk(sample_city, tmp_path_factory):
    """A copy of the sample city, open for all tests of one file at the moment it was built."""
    from tests import sample_copy

    with sample_copy.opened(sample_city, tmp_path_factory.mktemp("contoh")) as made:
        yield made


@pytest.fixture(autouse=True)
def own_profile_stays_untouched(monkeypatch, tmp_path_factory):
    """Whoever forgets to hand a profile over writes into a temporary folder, not into this person's own."""
    away = tmp_path_factory.getbasetemp() / "away"
    away.mkdir(exist_ok=True)
    monkeypatch.setenv("XDG_DATA_HOME", str(away))
    monkeypatch.setenv("LOCALAPPDATA", str(away))


@pytest.fixture(scope="session")
def renstra_folder() -> Path:
    """The real planning files, never committed: beside the repository, or where the variable says."""
    named = os.environ.get("SMARTCITY_RENSTRA")
    folder = Path(named) if named else ROOT.parent / "shared" / "renstra"
    if not folder.is_dir():
        pytest.skip("no real Renstra files here (../shared/renstra, or the folder in SMARTCITY_RENSTRA)")
    return folder


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def silence(request):
    """Fail a test in which our own loggers warn, unless ``@pytest.mark.allow_log(pattern)`` expects it."""
    allowed = [re.compile(str(mark.args[0])) for mark in request.node.iter_markers("allow_log")]
    kept = _Kept()
    ours = [logging.getLogger(name) for name in ("smartcity_desktop", "ui")]
    for logger in ours:
        logger.addHandler(kept)
    yield
    for logger in ours:
        logger.removeHandler(kept)
    loud = [line for line in kept.lines if not any(pattern.search(line) for pattern in allowed)]
    if loud:
        pytest.fail("logged without being expected:\n" + "\n".join(loud), pytrace=False)


def pytest_collection_finish() -> None:
    """Leave the collected tests out of every later search for garbage."""
    gc.collect()
    gc.freeze()


def room(nodeid: str) -> str:
    """Name the budget that a test spends."""
    parts = nodeid.split("::", maxsplit=1)[0].split("/")
    return ROOMS.get(parts[1] if len(parts) > 2 else "", REST)


def pytest_terminal_summary(terminalreporter):
    """Say how much of each budget was spent; the seconds are those of one of the workers' share."""
    spent: dict[str, float] = defaultdict(float)
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                spent[room(report.nodeid)] += report.duration
    workers = int(getattr(terminalreporter.config.option, "numprocesses", 0) or 1)
    terminalreporter.section("budget")
    for name, allowed in BUDGETS.items():
        seconds = spent[name] / workers
        over = "  OVER" if seconds > allowed else ""
        terminalreporter.write_line(f"budget: {name} {seconds:.0f} s of {allowed} s{over}")
