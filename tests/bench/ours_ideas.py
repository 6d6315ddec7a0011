"""Opens a sheet of ideas as the screen does: ``ours_ideas.py FILE`` tells the seconds of one reading."""

import gc
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from smartcity_desktop.desk import open_desk
from tests.bench.ideas import CODE

TIMES = 9
# As in the window, where the garbage collector runs by a timer.
gc.disable()

with tempfile.TemporaryDirectory() as profile, open_desk(Path(sys.argv[1]), profile=Path(profile)) as desk:
    worksheet = desk.worksheet.find(CODE).id
    party = desk.worksheet.places(worksheet)[0].party
    spent = []
    for _ in range(TIMES):
        begun = time.monotonic()
        found = desk.worksheet.grid(worksheet, party)
        spent.append(time.monotonic() - begun)
sys.stdout.write(json.dumps({"spent": statistics.median(spent), "rows": len(found.rows)}) + "\n")
