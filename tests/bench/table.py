"""The table of what was measured: as text, as Markdown between two markers, and the machine it is of."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"
HEADS = ("what", "floor", "ours", "ratio", "goal", "verdict", "peak memory")
_GIGABYTE = 1024**3


def rows(lines):
    """Return the cells of the lines, as words."""
    return [
        (
            line.name,
            _amount(line.floor.seconds, line.unit),
            _amount(line.ours.seconds, line.unit),
            f"{line.ratio:.2f}",
            "" if line.goal is None else f"≤ {line.goal:g}",
            verdict(line),
            _memory(line),
        )
        for line in lines
    ]


def verdict(line):
    """Return whether a line meets its goal, in a word."""
    if line.goal is None:
        return ""
    return "met" if line.ratio <= line.goal else "missed"


def as_text(lines):
    """Return the table for a terminal."""
    cells = [HEADS, *rows(lines)]
    wide = [max(len(row[place]) for row in cells) for place in range(len(HEADS))]
    return "\n".join(
        "  ".join(
            words.ljust(size) if place in {0, 5} else words.rjust(size)
            for place, (words, size) in enumerate(zip(row, wide, strict=True))
        ).rstrip()
        for row in cells
    )


def as_markdown(lines, machine, runs):
    """Return the table for the README, with the machine and the number of runs above it."""
    sides = ("---", "---:", "---:", "---:", "---:", "---", "---:")
    listed = [HEADS, sides, *rows(lines)]
    table = "\n".join(f"| {' | '.join(row)} |" for row in listed)
    return f"{machine}; medians of {runs} alternated runs.\n\n{table}"


def put(text, words):
    """Return ``text`` with ``words`` between its two markers. Raises ValueError where they do not stand."""
    before, begun, rest = text.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not begun or not ended:
        raise ValueError(BEGIN, END)
    return f"{before}{BEGIN}\n{words}\n{END}{after}"


def machine():
    """Return processor, cores, memory, system, Python and PySide6 in one line; never a name or a path."""
    parts = [
        f"{_processor()}, {os.cpu_count()} cores",
        f"{_gigabytes():.0f} GB RAM" if _gigabytes() else "",
        _system(),
        f"Python {platform.python_version()}",
        f"PySide6 {version('PySide6-Essentials')}",
    ]
    return ", ".join(part for part in parts if part)


def _amount(value, unit):
    if unit == "s":
        return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"
    return f"{value:.0f} {unit}"


def _memory(line):
    if line.floor.megabytes is None or line.ours.megabytes is None:
        return ""
    return f"{line.floor.megabytes:.0f} → {line.ours.megabytes:.0f} MB"


def _processor():
    listed = Path("/proc/cpuinfo")
    if listed.is_file():
        for line in listed.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _system():
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return f"{platform.system()} {platform.release()}"


def _gigabytes():
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / _GIGABYTE
    return 0
