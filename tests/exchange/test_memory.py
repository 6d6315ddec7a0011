"""What a child takes of the machine: bounded by its limits, and far below them for the largest plan."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from smartcity_desktop.exchange import limits
from tests.exchange.hostile import SHEET, workbook

MOST = 256 * 1024 * 1024
"""Bytes that reading 20,000 rows may take; the README says the same."""
ROWS = 20_000
ROOT = Path(__file__).resolve().parents[2]
TELLS = """
import json, resource, sys
from smartcity_desktop.exchange import child
request = {"path": sys.argv[1], "kind": "xlsx", "sheet": None}
pieces = child.run("renstra", request, name="x")
lines = sum(piece["count"] if "alike" in piece else len(piece.get("lines", ())) for piece in pieces)
print(json.dumps([lines, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024]))
"""
HEADS = ("Kode", "Program, Kegiatan dan Sub Kegiatan", "Indikator Kinerja", "Satuan", "Unit Kerja")
YEARS = range(2025, 2030)


def cell(value):
    if isinstance(value, int):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>'


def line(values):
    return f"<row>{''.join(map(cell, values))}</row>"


def plan():
    """Return the XML of a plan of so many sub-activities, every one with a name of its own."""
    yield line([*HEADS, *(f"{what} {year}" for year in YEARS for what in ("Target", "Rp"))])
    yield line(["2.16.02", "Program Layanan", "Indeks layanan", "indeks", "Bidang A"])
    for number in range(ROWS):
        code = f"2.16.02.2.{number // 200 + 1:02d}.{number % 200 + 1:04d}"
        yearly = [value for year in YEARS for value in (f"{number % 90} dokumen", 1_000_000 + number + year)]
        yield line(
            [code, f"Penyediaan sarana {number}", f"Jumlah sarana {number}", "unit", "Bidang A", *yearly]
        )


@pytest.mark.skipif(sys.platform == "win32", reason="the system tells the peak of a child elsewhere")
def test_the_largest_plan_takes_a_quarter_of_what_a_child_may(tmp_path):
    path = tmp_path / "besar.xlsx"
    path.write_bytes(workbook(SHEET % "".join(plan())))
    done = subprocess.run(
        [sys.executable, "-c", TELLS, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    lines, peak = json.loads(done.stdout)
    assert lines == ROWS + 1
    assert peak < MOST
    assert limits.MEMORY == 4 * MOST
