"""The floor of a search: the bare full-text query on the same file; ``floor_search.py FILE``."""

import json
import statistics
import sys
import time

from sqlcipher3 import dbapi2

from tests.bench.questions import LIMIT, QUESTIONS, TIMES

QUERY = (
    "SELECT d.row FROM doc_fts JOIN doc d ON d.id = doc_fts.rowid WHERE doc_fts MATCH ? "
    "AND d.ent NOT IN ('paper_text', 'plan_record', 'sheet_item', 'table_map') ORDER BY doc_fts.rank LIMIT ?"
)

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
