"""A desk on a fresh workshop file, with the clock stopped and the ids seeded."""

import random
from datetime import datetime, timedelta, timezone

import pytest

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.renstra_draft import Draft, IndicatorDraft, LineDraft, Origin
from smartcity_desktop.domain.workshop import NewWorkshop

WITA = timezone(timedelta(hours=8), "WITA")


class Ticking:
    """A clock that a test moves; every look moves it by a millisecond, so that acts have an order."""

    def __init__(self):
        self.moment = datetime(2026, 8, 4, 9, 22, tzinfo=WITA)

    def __call__(self):
        self.moment += timedelta(milliseconds=1)
        return self.moment

    def forward(self, **span):
        self.moment += timedelta(**span)


@pytest.fixture
def ticking():
    return Ticking()


@pytest.fixture
def desk(tmp_path, ticking):
    new = NewWorkshop(
        "Bimtek Konawe Selatan",
        "74.05",
        2026,
        2025,
        2029,
        "kominfo-6",
        "4-buku",
        stage_dates=(("2026-06-02", "2026-06-03"), ("2026-08-04", "2026-08-05")),
        place="Aula Kantor Bupati",
    )
    ids = IdSource(ticking, random.Random(7))
    with create_desk(tmp_path / "konsel.bimtek", new, clock=ticking, ids=ids, profile=tmp_path / "p") as made:
        yield made
        assert made.check() == []


@pytest.fixture
def diskominfo(desk):
    desk.opd.add([OpdRow("Dinas Komunikasi dan Informatika", table_no="3")])
    return desk.opd.opds()[0].id


def plan(**changes):
    """Return a small plan: one goal, one target, two programs of two years, one support program."""
    lines = (
        LineDraft("tujuan", "", "Tata kelola digital"),
        LineDraft(
            "sasaran",
            "",
            "Layanan daring naik",
            parent=0,
            indicators=(
                IndicatorDraft("Indeks SPBE", "indeks", "2,1", "2024", {"2025": "2,3", "2026": "2,6"}),
            ),
        ),
        LineDraft(
            "program",
            "2.16.02",
            "Pengelolaan Informasi dan Komunikasi Publik",
            parent=1,
            pagu={"2025": 1_500_000_000, "2026": 1_775_000_000},
            indicators=(IndicatorDraft("Aduan selesai", "%", "70", "2024", {"2025": "75", "2026": "80"}),),
            origin=Origin("Lembar1", 7),
        ),
        LineDraft(
            "kegiatan",
            "2.16.02.2.01",
            "Pengelolaan Informasi",
            parent=2,
            pagu={"2025": 1_500_000_000, "2026": 1_775_000_000},
        ),
        LineDraft(
            "program",
            "2.16.03",
            "Pengelolaan Aplikasi Informatika",
            parent=1,
            pagu={"2025": 2_000_000_000, "2026": 4_210_500_000},
            indicators=(IndicatorDraft("Aplikasi terhubung", "%", "", "", {"2025": "40", "2026": "30"}),),
        ),
        LineDraft("program", "2.16.01", "Penunjang Urusan", pagu={"2026": 9_120_400_000}, support=True),
    )
    settings = {"format": "T-C.27", "years": ("2025", "2026"), "period_start": 2025, "period_end": 2029}
    return Draft(**(settings | {"lines": lines, "source_name": "renstra.xlsx"} | changes))


@pytest.fixture
def with_plan(desk, diskominfo):
    desk.renstra.adopt(diskominfo, plan())
    return diskominfo
