"""Types cells into a worksheet, each one on the disk before the next: ``ours_typing.py FILE`` tells seconds.

The file is changed by it.
"""

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from smartcity_desktop.desk import open_desk

CELLS = 15
KEYS = ("issue", "proposal", "note")

with tempfile.TemporaryDirectory() as profile, open_desk(Path(sys.argv[1]), profile=Path(profile)) as desk:
    worksheet = desk.worksheet.find("L5").id
    agency = desk.opd.opds()[-1].id
    rows = [item.row for item in desk.worksheet.grid(worksheet, agency).rows]
    spent = []
    for number in range(CELLS):
        cell = (rows[number % len(rows)], KEYS[number % len(KEYS)], f"Layanan warga terpadu {number}")
        begun = time.monotonic()
        desk.worksheet.set_cells(worksheet, agency, [cell], typing=True)
        spent.append(time.monotonic() - begun)
sys.stdout.write(json.dumps({"spent": statistics.median(spent), "cells": CELLS}) + "\n")
