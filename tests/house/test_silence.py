"""The fixtures every test stands on do what they say: they stop the clock, hear every warning, end a hang."""

import os
import re
import subprocess
import sys

from tests.conftest import ROOT

NOISY = """
import logging
import warnings

import pytest
from PySide6.QtCore import QEventLoop, qWarning

def test_quiet():
    logging.getLogger("elsewhere").warning("not ours")

def test_warns():
    logging.getLogger("smartcity_desktop.storage").warning("a stray word")

@pytest.mark.allow_log("a stray")
def test_expects_it():
    logging.getLogger("ui.lane").error("a stray word")

def test_deprecated():
    warnings.warn("old", DeprecationWarning)

def test_qt_warns(qapp):
    qWarning("a stray word of Qt")

def test_real_profile_is_out_of_reach():
    import os
    assert "pytest" in os.environ["XDG_DATA_HOME"] and "pytest" in os.environ["LOCALAPPDATA"]

def test_hangs(qapp):
    QEventLoop().exec()
"""


def run_noisy(folder) -> tuple[dict[str, set[str]], str]:
    """Return the outcome of each test of NOISY, run with the settings of this project, 3 seconds a test."""
    (folder / "test_noisy.py").write_text(NOISY, encoding="utf-8")
    settings = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT), "-p", "tests.conftest"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *settings, "-rA", "--timeout=3", str(folder)],
        cwd=ROOT,
        env={key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")},
        capture_output=True,
        text=True,
        timeout=50,
    )
    outcomes: dict[str, set[str]] = {}
    for outcome, name in re.findall(r"^(PASSED|FAILED|ERROR) \S+::(\w+)", run.stdout, re.MULTILINE):
        outcomes.setdefault(name, set()).add(outcome)
    return outcomes, run.stdout


def test_stray_warnings_and_a_hung_qt_loop_fail_their_own_test_and_no_other(tmp_path):
    outcomes, text = run_noisy(tmp_path)
    assert outcomes == {
        "test_quiet": {"PASSED"},
        "test_warns": {"PASSED", "ERROR"},
        "test_expects_it": {"PASSED"},
        "test_deprecated": {"FAILED"},
        "test_qt_warns": {"FAILED"},
        "test_real_profile_is_out_of_reach": {"PASSED"},
        "test_hangs": {"FAILED"},
    }, text


def test_the_clock_stands_until_it_is_moved(clock):
    before = clock()
    assert clock() == before
    assert (clock.forward(seconds=90) - before).total_seconds() == 90


def test_ids_repeat_from_run_to_run(ids):
    assert ids.new() == "0189aa09-f698-7000-bca9-d37952e6b438"
