"""Reads a road map as its tab does, or prints it as a picture: ``ours_roadmap.py PROGRAMS read|print``.

The median of the reads, or the one print, is told in seconds.
"""

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.print_job import PrintAsk
from smartcity_desktop.domain.roadmap import DIMENSION, groups
from smartcity_desktop.domain.roadmap_clash import clashes
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.services.report import render

READS, ACTIONS, AGENCIES = 5, 3, 30
HORIZONS = ("pendek", "menengah", "panjang")
NEW = NewWorkshop("Bimtek Konawe Selatan", "74.05", 2026, 2026, 2030, "kominfo-6", "4-buku")


def births(desk, count):
    """Return programs with milestones, costs and actions, each after the one before it."""
    store, homes = desk.workshop._store, [item.id for item in desk.dimension.board().dimensions]
    opds = [item.id for item in desk.opd.opds()]
    rows = desk.worksheet.new_rows(count)
    for at, row in enumerate(rows):
        told = {"name": f"Program smart city {at}", "dimension": homes[at % len(homes)]}
        span = {"year_start": 2026 + at % 3, "year_end": 2027 + at % 8}
        more = {"opd": opds[at % len(opds)], "horizon": HORIZONS[at % 3], "fund@apbd": "1", "cost@1": 10**8}
        after = {f"after@{rows[at - 1]}": "1"} if at else {}
        yield Birth("initiative", row, {"pos": f"{at:05}", **told, **span, **more, **after})
        for year in ("1", "2", "3", "4", "5", "6-10"):
            key = {"initiative": row, "year": year, "quarter": ""}
            yield Birth("milestone", store.key("milestone", row, year, ""), {**key, "text": f"Capaian {at}"})
        for head in ("kebijakan", "aplikasi", "sdm")[:ACTIONS]:
            told = {"initiative": row, "head": head, "text": f"Aksi {at}", "opd": opds[at % len(opds)]}
            yield Birth("action", store.ids.new(), {"pos": f"{at:05}", **told, **span})


def read(desk):
    road = desk.roadmap.road()
    return len(groups(road, DIMENSION)), len(clashes(road))


count, what = int(sys.argv[1]), sys.argv[2]
with (
    tempfile.TemporaryDirectory() as folder,
    create_desk(Path(folder) / "peta.bimtek", NEW, profile=Path(folder)) as desk,
):
    desk.opd.add([OpdRow(f"Dinas {n}") for n in range(AGENCIES)])
    desk.workshop._store.write(list(births(desk, count)), "peta jalan")
    spent = []
    for _ in range(READS if what == "read" else 1):
        begun = time.monotonic()
        if what == "read":
            read(desk)
        else:
            render(desk.report.asked("peta-jalan-gambar", PrintAsk()))
        spent.append(time.monotonic() - begun)
sys.stdout.write(json.dumps({"spent": statistics.median(spent), "programs": count}) + "\n")
