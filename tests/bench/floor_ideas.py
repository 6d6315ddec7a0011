"""The floor of opening a sheet of ideas: the bare query of its rows; ``floor_ideas.py FILE``."""

import json
import statistics
import sys
import time

from sqlcipher3 import dbapi2

TIMES = 9
SHEET = "SELECT sheet FROM idea GROUP BY sheet ORDER BY count(*), min(pos) LIMIT 1"
QUERY = "SELECT id, text, kind, reason, card FROM idea WHERE alive = 1 AND sheet = ? ORDER BY pos, id"

connection = dbapi2.connect(sys.argv[1])
sheet = connection.execute(SHEET).fetchone()[0]
spent = []
for _ in range(TIMES):
    begun = time.monotonic()
    found = connection.execute(QUERY, (sheet,)).fetchall()
    spent.append(time.monotonic() - begun)
sys.stdout.write(json.dumps({"spent": statistics.median(spent), "rows": len(found)}) + "\n")
