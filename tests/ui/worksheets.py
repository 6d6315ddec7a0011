"""A hall for the tests of the worksheet: a real workshop file behind the lane, and plans with long names."""

import random
from functools import partial

from smartcity_desktop.desk import create_desk
from smartcity_desktop.domain.grid import Choice, Grid, GridColumn, GridRow
from smartcity_desktop.domain.ids import IdSource, RowId
from smartcity_desktop.domain.opd import OpdRow
from smartcity_desktop.domain.renstra_draft import Draft, IndicatorDraft, LineDraft
from smartcity_desktop.domain.worksheet import Sheet, Worksheet
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
                    f"Persentase capaian {name}",
                    "%",
                    "70" if place != 2 else "",
                    "2024",
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
        lines=tuple(lines),
        years=YEARS,
        period_start=2025,
        period_end=2029,
        format="T-C.27",
        source_name="renstra.xlsx",
    )


RELEVANT = (Choice("ya", "Ya"), Choice("sebagian", "Sebagian"), Choice("tidak", "Tidak"))
HORIZON = (
    Choice("pendek", "Pendek (1 th)"),
    Choice("menengah", "Menengah (5 th)"),
    Choice("panjang", "Panjang (10 th)"),
)
DIMENSIONS = tuple(
    Choice(f"{code}{number}".strip(), f"{code} {name}", code, color, (name,))
    for code, color in (("GOV", "#8E9FC6"), ("SOC", "#C5B0FF"), ("ENV", "#86E39A"))
    for number, name in (("", f"Smart {code}"), ("-1", f"Sub satu {code}"), ("-2", f"Sub dua {code}"))
)
KINDS = tuple(Choice(word, word.capitalize()) for word in ("proses", "aplikasi", "kemitraan"))
COLUMNS = (
    GridColumn("goal", "Tujuan", "long", "subject", width=40, folded=True),
    GridColumn("code", "Kode", "text", "subject", width=17),
    GridColumn("program", "Program Renstra", "text", "subject", width=46),
    GridColumn("pagu@2026", "Pagu 2026 (Rp)", "years", "subject", "Rp", width=25),
    GridColumn("relevant", "Relevan", "choice", "grid", width=15, choices=RELEVANT),
    GridColumn("dimension", "Dimensi", "dimension", "grid", width=24, choices=DIMENSIONS),
    GridColumn("issue", "Isu dijawab", "long", "grid", width=38, help="Masalah warga yang dijawab."),
    GridColumn("horizon", "Jangka", "choice", "grid", width=18, choices=HORIZON),
    GridColumn("cost", "Biaya (Rp)", "money", "grid", width=25),
    GridColumn("more", "Tambahan (Rp)", "money", "grid", width=25),
    GridColumn("total", "Jumlah (Rp)", "computed", "grid", width=25, formula="sum:cost,more"),
    GridColumn("partners", "Mitra", "long", "form", help="OPD lain, akademisi, dunia usaha."),
    GridColumn("kinds", "Jenis inovasi", "choice", "form", many=True, choices=KINDS),
    GridColumn("ict", "Butuh TIK?", "choice", "form", choices=(Choice("ya", "Ya"), Choice("tidak", "Tidak"))),
    GridColumn("since", "Mulai", "date", "form"),
)


def hand_grid(rows=3, support=1, opd="opd-1", marks=()):
    """A grid that no file stands behind: rows of long names, support programs last."""
    made = [
        GridRow(
            RowId(f"row-{number}"),
            {"code": f"2.16.{number:02d}", "program": f"Program {number}", "pagu@2026": "1250000000"},
            support=number > rows,
            marks=tuple(marks) if number == 1 else (),
        )
        for number in range(1, rows + support + 1)
    ]
    worksheet = Worksheet(id=RowId("l5"), title="Analisis Renstra", rows_from="renstra_program", minutes=75)
    sheet = Sheet(worksheet=RowId("l5"), opd=RowId(opd), status="belum", chair="Hj. Sitti Rahmawati")
    return Grid(worksheet, sheet, "Dinas Komunikasi dan Informatika", COLUMNS, tuple(made))


class Hall:
    """A desk that lives on the data thread; ``ask`` runs a call there and waits for its answer."""

    def __init__(self, lane, folder, clock, *, opds=OPDS):
        self.lane = lane
        new = NewWorkshop(
            "Bimtek Konawe Selatan", "74.05", 2026, 2025, 2029, "kominfo-6", "4-buku", place="Aula"
        )
        ids = IdSource(clock, random.Random(7))
        opening = partial(
            create_desk, folder / "konsel.bimtek", new, clock=clock, ids=ids, profile=folder / "hall"
        )
        self.desk = self.ask(opening)
        if opds:
            self.ask(partial(self.desk.opd.add, opds))
        self.opds = {item.called: item.id for item in self.ask(self.desk.opd.opds)}
        known = {item.code: item.id for item in self.ask(self.desk.worksheet.worksheets)}
        self.worksheet, self.issues = known["L5"], known["L1"]

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
