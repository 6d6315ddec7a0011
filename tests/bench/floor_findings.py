"""The floor of checking all plans: every line and indicator with its years, fetched bare and added up.

``floor_findings.py FILE``; the same rows as ours, by the same library, in plain dictionaries.
"""

import json
import statistics
import sys
import time

from sqlcipher3 import dbapi2

TIMES = 3
LINES = (
    "SELECT id, document, parent, level, code, name, unit, location, support, outcome, fund "
    "FROM renstra_line WHERE alive = 1 ORDER BY document, pos, id"
)
INDICATORS = (
    "SELECT id, line, name, unit, baseline, baseline_year, direction, final "
    "FROM indicator WHERE alive = 1 ORDER BY line, pos, id"
)
YEARS = "SELECT row, part, val FROM part WHERE field = ? ORDER BY row, part"

connection = dbapi2.connect(sys.argv[1])
spent = []
for _ in range(TIMES):
    begun = time.monotonic()
    pagu, targets, measured, sums = {}, {}, {}, {}
    for row, year, value in connection.execute(YEARS, ("pagu",)):
        pagu.setdefault(row, {})[year] = int(value)
    for row, year, value in connection.execute(YEARS, ("target",)):
        targets.setdefault(row, {})[year] = value
    for row, line, *rest in connection.execute(INDICATORS):
        measured.setdefault(line, []).append((*rest, targets.get(row, {})))
    lines = 0
    for row, document, _parent, level, *_ in connection.execute(LINES):
        lines += 1
        for year, amount in pagu.get(row, {}).items():
            key = document, level, year
            sums[key] = sums.get(key, 0) + amount
    spent.append(time.monotonic() - begun)
sys.stdout.write(json.dumps({"spent": statistics.median(spent), "lines": lines}) + "\n")
