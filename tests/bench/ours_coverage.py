"""Counts the map of programs as its tab does: ``ours_coverage.py FILE`` tells the seconds of one reading."""

import gc
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from smartcity_desktop.desk import open_desk
from smartcity_desktop.domain.coverage import BY_SUB, Choice, spread
from smartcity_desktop.domain.coverage_money import money_board

TIMES = 5
# As in the window, where the garbage collector runs by a timer.
gc.disable()

with tempfile.TemporaryDirectory() as profile, open_desk(Path(sys.argv[1]), profile=Path(profile)) as desk:
    spent = []
    for _ in range(TIMES):
        begun = time.monotonic()
        known = desk.coverage.coverage()
        board = spread(known, Choice())
        spread(known, Choice(), BY_SUB)
        money_board(known, Choice())
        spent.append(time.monotonic() - begun)
counted = [cell.count for cell in board.sums.cells[:6]]
sys.stdout.write(json.dumps({"spent": statistics.median(spent), "counted": counted}) + "\n")
