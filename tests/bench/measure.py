"""Runs floor and ours alternately, each in a process of its own, and takes medians.

A process tells how it went in its last line of output, as JSON: ``{"at": s}`` is the moment, by the machine's
monotonic clock, at which it had done its work (counted from the moment it was started), ``{"spent": s}`` the
seconds of the work alone, without the start of the interpreter.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
SECONDS = 300.0
_POLL = 0.002
STANDS = "home stands, machine clock "
"""What the program writes to its log when the figures of Beranda were painted, and when that was."""


class Failed(Exception):
    """A process that did not do what it was started for: its last word, and its exit code."""


@dataclass(frozen=True)
class Run:
    """One run of one side: seconds, peak memory of its largest process in megabytes (None: not known)."""

    seconds: float
    megabytes: float | None = None
    told: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Side:
    """Medians over the runs of one side."""

    seconds: float
    megabytes: float | None
    told: dict


@dataclass(frozen=True)
class Line:
    """One line of the table; ``floor`` and ``ours`` are seconds, or megabytes where ``unit`` says so.

    ``goal`` is the largest ratio that is good enough, None where none is set.
    """

    name: str
    floor: Side
    ours: Side
    goal: float | None = None
    unit: str = "s"

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.ours.seconds / self.floor.seconds


def python(script: str, *words: object) -> list[str]:
    """Return the command that runs a script of this folder, which may import the program."""
    return [sys.executable, str(HERE / script), *map(str, words)]


def environment(**more: str) -> dict[str, str]:
    """Return the surroundings of every run: the same for both sides, without a display.

    Switches of Python (``PYTHONDONTWRITEBYTECODE`` and the like) fall away: compiled files are kept, as they
    are for everybody who starts the program a second time.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PYTHON"))}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **more}


def compiled() -> None:
    """Compile the program, as an installed one is: a child that reads a file keeps no compiled files."""
    folders = [str(ROOT / name) for name in ("smartcity_desktop", "ui")]
    subprocess.run([sys.executable, "-m", "compileall", "-q", *folders], env=environment(), check=True)


def run(command: list[str]) -> Run:
    """Run a command to its end and return what it told."""
    begun = time.monotonic()
    process = subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, cwd=ROOT)
    with process.stdout:
        written = process.stdout.read()
    megabytes = ended(process)
    if process.returncode:
        raise Failed(Path(command[-1]).name, process.returncode)
    told = json.loads(written.splitlines()[-1])
    return Run(told["at"] - begun if "at" in told else told["spent"], megabytes, told)


def started(command: list[str], profile: Path) -> Run:
    """Start the program and wait until its log says that the figures of Beranda stand; then end it."""
    log = profile / "logs" / "program.log"
    begun = time.monotonic()
    process = subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL, cwd=profile)
    try:
        at = _stood(log, process, begun + SECONDS)
    finally:
        process.kill()
        megabytes = ended(process)
    return Run(at - begun, megabytes)


def _stood(log: Path, process: subprocess.Popen, limit: float) -> float:
    while time.monotonic() < limit:
        words = log.read_text(encoding="utf-8") if log.is_file() else ""
        _, found, rest = words.partition(STANDS)
        if found and " s" in rest:
            return float(rest.split()[0])
        if process.poll() is not None:
            raise Failed("ended before its figures stood", process.returncode)
        time.sleep(_POLL)
    raise Failed("the figures never stood", None)


def ended(process: subprocess.Popen) -> float | None:
    """Wait for a process; return the peak memory of the largest of it and its children in megabytes.

    The system gives a process at least the peak of the one that started it, so this program stays small:
    whatever is large is made by processes of their own.
    """
    if not hasattr(os, "wait4") or process.returncode is not None:
        process.wait()
        return None
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)


def alternate(floor: Callable[[], Run], ours: Callable[[], Run], runs: int) -> tuple[Side, Side]:
    """Run both sides in turn and return medians; one run of each before them only warms the machine.

    With no runs the first one counts: for trying out the measurements themselves.
    """
    pairs: list[tuple[Run, Run]] = []
    for number in range(runs + 1):
        if number % 2:
            second, first = ours(), floor()
        else:
            first, second = floor(), ours()
        pairs.append((first, second))
    kept = pairs[1:] or pairs
    return medians([first for first, _ in kept]), medians([second for _, second in kept])


def medians(found: list[Run]) -> Side:
    """Return the medians of several runs, with what the last of them told."""
    known = [item.megabytes for item in found if item.megabytes is not None]
    return Side(
        statistics.median(item.seconds for item in found),
        statistics.median(known) if known else None,
        found[-1].told,
    )
