"""The floor of a search: the bare full-text query on the same file; ``floor_search.py FILE``."""

import json
import statistics
import sys
import time

from sqlcipher3 import dbapi2

from tests.bench.questions import LIMIT, QUESTIONS, TIMES

QUERY = "SELECT rowid FROM doc_fts WHERE doc_fts MATCH ? ORDER BY rank LIMIT ?"

connection = dbapi2.connect(sys.argv[1])
total, hits = 0.0, 0
for question in QUESTIONS:
    words = " ".join(f'"{word}"' for word in question.split()) + "*"
    spent = []
    for _ in range(TIMES):
        begun = time.monotonic()
        found = connection.execute(QUERY, (words, LIMIT)).fetchall()
        spent.append(time.monotonic() - begun)
    total += statistics.median(spent)
    hits += len(found)
sys.stdout.write(json.dumps({"spent": total, "hits": hits}) + "\n")
