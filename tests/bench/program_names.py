"""Writes programs as a large region has them: ``program_names.py TARGET COUNT``, as name, code and agency.

Names and codes are those of the nomenclature, over and over, each time with other words behind them.
"""

import itertools
import json
import random
import sys
from pathlib import Path

from smartcity_desktop.storage import reference

PLACES = (
    *("terpadu", "daring", "kelurahan", "desa", "pesisir", "perkotaan"),
    *("warga", "sekolah", "pasar", "terminal", "puskesmas", "taman"),
)


def programs(count):
    """Return so many programs: name, code, agency."""
    chance = random.Random(5)
    names = [item for item in reference.nomenclature().values() if item.level in {"program", "kegiatan"}]
    agencies = [item.name for item in reference.opd_types()]
    return [
        [f"{item.name} {' '.join(chance.sample(PLACES, 2))}", item.code, chance.choice(agencies)]
        for item in itertools.islice(itertools.cycle(names), count)
    ]


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(programs(int(sys.argv[2]))), encoding="utf-8")
