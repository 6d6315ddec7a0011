"""Suggests for programs: ``ours_suggest.py FILE [--twins AGENCIES]`` tells the seconds.

Without ``--twins`` the dimensions of every program, reading the lists included; with it the likely twins of
programs shared out among so many agencies.
"""

import json
import sys
import time
from pathlib import Path

from smartcity_desktop.domain.suggest import suggestion
from smartcity_desktop.domain.suggest_match import PlanLine, twins
from smartcity_desktop.storage.suggest_shelf import evidence, of_agency, of_code

programs = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
begun = time.monotonic()
if len(sys.argv) > 2:
    agencies = int(sys.argv[3])
    found = twins(
        [
            PlanLine(str(place), str(place % agencies), name, code)
            for place, (name, code, _) in enumerate(programs)
        ]
    )
else:
    found = [
        suggestion(evidence(name, (*of_agency(agency), *of_code(code)))) for name, code, agency in programs
    ]
spent = time.monotonic() - begun
sys.stdout.write(json.dumps({"spent": spent, "texts": len(programs), "found": len(found)}) + "\n")
