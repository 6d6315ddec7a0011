"""A hall for the tests of the worksheet: a real workshop file behind the lane, and plans with long names."""

import random
from functools import partial

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.ids import IdSource
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.renstra_draft import Draft, IndicatorDraft, LineDraft
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.services.session import NewSession

YEARS = ("2025", "2026", "2027", "2028", "2029")
PROGRAMS = (
    ("2.16.02", "Program Pengelolaan Informasi dan Komunikasi Publik", 1_775_000_000),
    ("2.16.03", "Program Pengelolaan Aplikasi Informatika", 4_210_500_000),
    ("2.20.02", "Program Penyelenggaraan Statistik Sektoral", 386_000_000),
    ("2.21.02", "Program Penyelenggaraan Persandian untuk Pengamanan Informasi", 512_250_000),
)
OPDS = (
    OpdRow("Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil", "3"),
    OpdRow("Dinas Komunikasi, Informatika, Statistik dan Persandian", "Diskominfo", "3"),
    OpdRow("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "DPMPTSP", "3"),
    OpdRow("Badan Perencanaan Pembangunan Daerah", "Bappeda", "1"),
    OpdRow("Dinas Lingkungan Hidup", "DLH", "1"),
    OpdRow("Kelurahan Potoro", "", "2"),
)


def plan(programs=PROGRAMS, *, support=1, falls=False):
    """A plan of programs of five years under one goal, with support programs at the end."""
    targets = {"2025": "40", "2026": "30"} if falls else {"2025": "75", "2026": "80"}
    lines = [
        LineDraft("tujuan", "", "Meningkatnya tata kelola pemerintahan berbasis elektronik"),
        LineDraft(
            "sasaran",
            "",
            "Meningkatnya layanan publik yang dapat diakses daring",
            parent=0,
            indicators=(IndicatorDraft("Indeks SPBE", "indeks", "2,1", "2024", dict.fromkeys(YEARS, "2,6")),),
        ),
    ]
    lines += [
        LineDraft(
            "program",
            code,
            name,
            parent=1,
            pagu=dict.fromkeys(YEARS, pagu),
            indicators=(
                IndicatorDraft(
                    f"Persentase capaian {name}", "%", "70" if place != 2 else "", "2024",
                    targets if place == 0 else {"2025": "75", "2026": "80"},
                ),
            ),
        )
        for place, (code, name, pagu) in enumerate(programs)
    ]
    lines += [
        LineDraft(
            "program",
            f"2.16.01.{place}" if place else "2.16.01",
            "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
            pagu=dict.fromkeys(YEARS, 9_120_400_000),
            support=True,
        )
        for place in range(support)
    ]
    return Draft(
        lines=tuple(lines), years=YEARS, period_start=2025, period_end=2029, format="T-C.27",
        source_name="renstra.xlsx",
    )


class Hall:
    """A desk that lives on the data thread; ``ask`` runs a call there and waits for its answer."""

    def __init__(self, lane, folder, clock, *, opds=OPDS):
        self.lane = lane
        new = NewWorkshop(
            "Bimtek Konawe Selatan", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku", place="Aula"
        )
        ids = IdSource(clock, random.Random(7))
        opening = partial(
            create_desk, folder / "konsel.bimtek", new, clock=clock, ids=ids, profile=folder / "profil"
        )
        self.desk = self.ask(opening)
        if opds:
            self.ask(partial(self.desk.opd.add, opds))
        self.opds = {item.called: item.id for item in self.ask(self.desk.opd.opds)}
        self.worksheet = self.ask(self.desk.worksheet.worksheets)[0].id

    def ask(self, call):
        answers = []
        self.lane.data(call, answers.append)
        assert self.lane.drain(20)
        return answers[0]

    def adopt(self, opd, draft):
        return self.ask(partial(self.desk.renstra.adopt, self.opds[opd], draft))

    def grid(self, opd):
        return self.ask(partial(self.desk.worksheet.grid, self.worksheet, self.opds[opd]))

    def begin_session(self, minutes=75):
        stage = self.ask(self.desk.workshop.stages)[1].id
        new = NewSession(stage, "Kerja kelompok 2", worksheet=self.worksheet, minutes=minutes)
        return self.ask(partial(self.desk.session.start, new))[0]

    def close(self):
        self.ask(self.desk.close)
