"""The sample city at a standing moment: built once, opened by each test in a copy of its own."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

from smartcity_desktop import sample
from smartcity_desktop.desk import Desk, open_desk
from smartcity_desktop.domain.ids import IdSource

MOMENT = datetime(2026, 8, 5, 16, 5, tzinfo=timezone(timedelta(hours=8), "WITA"))
FILE = "contoh.bimtek"


def standing_clock() -> datetime:
    """Return 5 August 2026, 16.05 WITA, whenever it is asked."""
    return MOMENT


def build(folder: Path) -> None:
    """Build the sample city in a folder."""
    made = IdSource(standing_clock, random.Random(7))
    sample.build(folder / FILE, clock=standing_clock, ids=made, profile=folder / "p").close()


@contextmanager
def opened(source: Path, folder: Path) -> Iterator[Desk]:
    """Open a copy of the sample in a folder; ids of new rows differ from those it was built with."""
    copy = folder / FILE
    copy.write_bytes(source.read_bytes())
    ids = IdSource(standing_clock, random.Random(8))
    with open_desk(copy, clock=standing_clock, ids=ids, profile=folder / "p") as desk:
        yield desk
