"""Reads a plan as the screen Dokumen does: ``ours_reading.py FILE`` tells the seconds."""

import gc
import json
import sys
import time
from pathlib import Path

from smartcity_desktop.services.renstra import read

# As in the window, where the collector is off while anything is read and runs by a timer between.
gc.disable()
begun = time.monotonic()
draft = read(Path(sys.argv[1]))
told = {"spent": time.monotonic() - begun, "lines": len(draft.lines), "rows": len(draft.grids[0].rows)}
sys.stdout.write(json.dumps(told) + "\n")
