"""Checks all plans as the window does: ``ours_findings.py FILE`` tells the seconds of one time."""

import gc
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from smartcity_desktop.desk import open_desk

TIMES = 3
# As in the window, where the garbage collector runs by a timer.
gc.disable()

with tempfile.TemporaryDirectory() as profile, open_desk(Path(sys.argv[1]), profile=Path(profile)) as desk:
    spent = []
    for _ in range(TIMES):
        begun = time.monotonic()
        found = desk.finding.all()
        spent.append(time.monotonic() - begun)
    lines = sum(len(desk.renstra.plan(item.opd).lines) for item in found)
told = {"spent": statistics.median(spent), "lines": lines, "found": sum(item.count.total for item in found)}
sys.stdout.write(json.dumps(told) + "\n")
