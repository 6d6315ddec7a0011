"""Reads a plan in a PDF as the screen Dokumen does: ``ours_pages.py FILE`` tells the seconds."""

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
spent = time.monotonic() - begun
pages = {line.origin.page for line in draft.lines}
told = {"spent": spent, "lines": len(draft.lines), "pages": len(pages)}
sys.stdout.write(json.dumps(told) + "\n")
