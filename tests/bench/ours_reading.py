"""Reads a plan as the screen Dokumen does: ``ours_reading.py FILE`` tells the seconds."""

import json
import sys
import time
from pathlib import Path

from smartcity_desktop.services.renstra import read

begun = time.monotonic()
draft = read(Path(sys.argv[1]))
told = {"spent": time.monotonic() - begun, "lines": len(draft.lines), "rows": len(draft.grids[0].rows)}
sys.stdout.write(json.dumps(told) + "\n")
