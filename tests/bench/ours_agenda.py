"""Lengthens the first block of a full day, every later one written with it: ``ours_agenda.py BLOCKS``.

Each act is on the disk before the next; the median of them is told in seconds.
"""

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.services.agenda import NewBlock

ACTS = 15
DAY = "2026-08-04"
NEW = NewWorkshop("Bimtek Konawe Selatan", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku")

with (
    tempfile.TemporaryDirectory() as folder,
    create_desk(Path(folder) / "agenda.bimtek", NEW, profile=Path(folder)) as desk,
):
    stage = desk.workshop.stages()[1].id
    rows = [
        desk.agenda.add(stage, DAY, NewBlock(f"Blok {n}", "materi", 15))[0] for n in range(int(sys.argv[1]))
    ]
    spent = []
    for number in range(ACTS):
        begun = time.monotonic()
        desk.agenda.lengthen(rows[0], 5 if number % 2 else -5)
        spent.append(time.monotonic() - begun)
sys.stdout.write(json.dumps({"spent": statistics.median(spent), "blocks": len(rows)}) + "\n")
