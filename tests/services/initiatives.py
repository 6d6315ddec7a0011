"""How well dimensions are suggested for initiatives of regions: ``python -m tests.services.initiatives``.

Nothing is learned from the initiatives, so that every region is one that was not seen.
"""

import csv
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from smartcity_desktop.services.suggest import of_file
from tests.house.source import ROOT

LABELLED = ROOT.parent / "shared" / "data" / "inisiatif.csv"


def figures(*, agencies=True):
    """Return by region, and for all under "", the rows, those answered, and hits at first and in two."""
    with LABELLED.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    columns = ["inisiatif", "ringkas", *(["opd"] if agencies else [])]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "daftar.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        found = list(of_file(path))
    counted = defaultdict(lambda: [0, 0, 0, 0])
    for row, told in zip(rows, found, strict=True):
        said = [place["dimensi"] for place in told["saran"]]
        for name in ("", row["kab_kota"]):
            tally = counted[name]
            hits = (1, bool(said), said[:1] == [row["dimensi"]], row["dimensi"] in said)
            counted[name] = [old + new for old, new in zip(tally, hits, strict=True)]
    return dict(counted)


def main():
    """Print the figures with and without the agencies."""
    for agencies in (True, False):
        sys.stdout.write(f"{'with' if agencies else 'without'} the agency\n")
        sys.stdout.write(f"{'region':<28}{'n':>5}{'answered':>10}{'top-1':>8}{'top-2':>8}\n")
        for name, (rows, known, first, two) in sorted(figures(agencies=agencies).items()):
            shares = f"{first / rows:>8.2f}{two / rows:>8.2f}"
            sys.stdout.write(f"{name or 'all regions':<28}{rows:>5}{known:>10}{shares}\n")


if __name__ == "__main__":
    main()
