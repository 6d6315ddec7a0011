"""Opens a workshop and reads what Beranda shows: ``ours_opening.py FILE`` tells the seconds."""

import json
import sys
import tempfile
import time
from pathlib import Path

from smartcity_desktop.desk import open_desk
from ui.screens.workshop import _gather

with tempfile.TemporaryDirectory() as profile:
    begun = time.monotonic()
    desk = open_desk(Path(sys.argv[1]), profile=Path(profile))
    home = _gather(desk, 2)
    spent = time.monotonic() - begun
    desk.close()
sys.stdout.write(json.dumps({"spent": spent, "programs": home.standing.funnel.programs}) + "\n")
