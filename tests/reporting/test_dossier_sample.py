"""The dossiers of the sample city, word by word: one with everything, one with promises, one without a plan.

After a wanted change delete ``tests/reference/dossier_contoh.txt``; the test writes it anew and fails once.
"""

import random
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from smartcity_desktop import sample
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.services.report import DOSSIER, each, page_count, render
from tests.reporting.pictures import texts

FILE = Path(__file__).resolve().parent.parent / "reference" / "dossier_contoh.txt"
WITA = timezone(timedelta(hours=8), "WITA")
SHOWN = ("Diskominfo", "DLH", "RSUD")


def standing_clock():
    return datetime(2026, 8, 5, 16, 5, tzinfo=WITA)


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory):
    """Every dossier of the sample on A4, by the short name of its OPD."""
    folder = tmp_path_factory.mktemp("contoh")
    ids = IdSource(standing_clock, random.Random(7))
    with sample.build(folder / "contoh.bimtek", clock=standing_clock, ids=ids, profile=folder / "p") as desk:
        job = desk.report.gather(DOSSIER, paper="A4")
    return {one.dossiers[0].called: one for one in each(job)}


def test_the_dossiers_of_the_sample_say_what_their_reference_says(dossiers):
    pages = [text for short in SHOWN for text in texts(render(dossiers[short]))]
    found = "".join(f"{line.rstrip()}\n" for line in "\n\f\n".join(pages).split("\n"))
    found = re.sub(r"versi \d+", "versi …", found)
    if not FILE.exists():
        FILE.write_text(found, encoding="utf-8", newline="\n")
        pytest.fail(f"{FILE.name} was missing; it was written from this print: read it")
    assert found.split("\n") == FILE.read_text(encoding="utf-8").split("\n")


def test_every_opd_of_the_sample_has_its_dossier(dossiers):
    assert len(dossiers) == 19
    for job in dossiers.values():
        pages = texts(render(job))
        (dossier,) = job.dossiers
        assert page_count(render(job)) == len(pages)
        assert "DOSSIER OPD" in pages[0]
        assert dossier.name.split()[0] in pages[0]
        assert (len(pages) == 1) is (dossier.plan is None)
