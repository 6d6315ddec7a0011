"""The floor of the map of programs: every program, its pagu and its reading fetched and counted bare.

``floor_coverage.py FILE``; the same rows as ours, by the same library, in plain dictionaries.
"""

import json
import statistics
import sys
import time
from collections import Counter

from sqlcipher3 import dbapi2

TIMES = 5
PROGRAMS = (
    "SELECT l.id, d.opd, l.code, l.name, l.fund FROM renstra_line l JOIN document d ON d.id = l.document "
    "WHERE l.alive = 1 AND l.level = 'program' AND l.support IS NOT 1 ORDER BY d.id, l.pos"
)
PAGU = (
    "SELECT row, part, val FROM part WHERE field = 'pagu' AND row IN "
    "(SELECT id FROM renstra_line WHERE level = 'program')"
)
READ = "SELECT line, relevant, dimension, subdimension FROM analysis WHERE alive = 1"
DIMENSIONS = "SELECT id FROM dimension WHERE alive = 1 ORDER BY pos"

connection = dbapi2.connect(sys.argv[1])
spent = []
for _ in range(TIMES):
    begun = time.monotonic()
    pagu = {}
    for row, year, value in connection.execute(PAGU):
        pagu.setdefault(row, {})[year] = int(value)
    read = {line: rest for line, *rest in connection.execute(READ)}
    counted, money = Counter(), Counter()
    for row, opd, *_ in connection.execute(PROGRAMS):
        relevant, dimension, _sub = read.get(row, ("", "", ""))
        column = dimension if relevant in {"ya", "sebagian"} else relevant
        counted[opd, column] += 1
        for year, amount in pagu.get(row, {}).items():
            money[column, year] += amount
    spent.append(time.monotonic() - begun)
sums = Counter()
for (_, column), count in counted.items():
    sums[column] += count
found = [sums[row] for (row,) in connection.execute(DIMENSIONS)]
sys.stdout.write(json.dumps({"spent": statistics.median(spent), "counted": found}) + "\n")
