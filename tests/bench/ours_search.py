"""Searches as Ctrl+K does: ``ours_search.py FILE`` tells the seconds of all questions, each its median."""

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from smartcity_desktop.desk import open_desk
from tests.bench.questions import LIMIT, QUESTIONS, TIMES

with tempfile.TemporaryDirectory() as profile, open_desk(Path(sys.argv[1]), profile=Path(profile)) as desk:
    total, hits = 0.0, 0
    for question in QUESTIONS:
        spent = []
        for _ in range(TIMES):
            begun = time.monotonic()
            found = desk.search.find(question, LIMIT)
            spent.append(time.monotonic() - begun)
        total += statistics.median(spent)
        hits += len(found)
sys.stdout.write(json.dumps({"spent": total, "hits": hits}) + "\n")
