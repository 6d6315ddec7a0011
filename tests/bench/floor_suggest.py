"""The floor of suggestions: the words of the same names, in lower case; ``floor_suggest.py FILE``."""

import json
import re
import sys
import time
from pathlib import Path

programs = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
word = re.compile(r"[^\W_]+")
begun = time.monotonic()
found = [word.findall(name.lower()) for name, _, _ in programs]
spent = time.monotonic() - begun
sys.stdout.write(json.dumps({"spent": spent, "texts": len(found)}) + "\n")
