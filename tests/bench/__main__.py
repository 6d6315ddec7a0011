"""``python -m tests.bench [--only start,report] [--runs 7] [--write]``: measures, and prints the table.

``--write`` also puts the table between the markers of the README; all subjects have to be measured for it.
"""

import argparse
import sys

from tests.bench import table
from tests.bench.hall import Hall
from tests.bench.measure import ROOT, compiled
from tests.bench.subjects import SUBJECTS

README = ROOT / "README.md"


def main(argv=None):
    """Measure what is asked for; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", default="", help=f"some of {', '.join(SUBJECTS)}, with commas between")
    parser.add_argument("--runs", type=int, default=7, help="runs of each side")
    parser.add_argument("--write", action="store_true", help="put the table into the README")
    asked = parser.parse_args(argv)
    names = [name for name in asked.only.split(",") if name] or list(SUBJECTS)
    if unknown := sorted(set(names) - set(SUBJECTS)):
        parser.error(f"unknown: {', '.join(unknown)}")
    if asked.write and set(names) != set(SUBJECTS):
        parser.error("--write needs all subjects")
    compiled()
    hall = Hall()
    lines = []
    for name in names:
        found = SUBJECTS[name](hall, asked.runs)
        sys.stderr.write(f"{name}: {'done' if found else 'left out, nothing is built (make build)'}\n")
        lines += found
    hall.close()
    machine = table.machine()
    sys.stdout.write(f"{machine}; medians of {asked.runs} alternated runs\n\n{table.as_text(lines)}\n")
    if asked.write:
        text = README.read_text(encoding="utf-8")
        README.write_text(
            table.put(text, table.as_markdown(lines, machine, asked.runs)), encoding="utf-8", newline="\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
