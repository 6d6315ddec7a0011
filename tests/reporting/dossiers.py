"""Invented dossiers for the prints: a usual one of six years, and the parts that tests change."""

from datetime import date

from smartcity_desktop.domain.dossier import (
    Dossier,
    GoalRow,
    IndicatorRow,
    PlanPicture,
    ProgramReading,
    Question,
    QuickWin,
    Visit,
    WorkRow,
    added,
)
from smartcity_desktop.domain.report import FollowUp, NoteLine, Signer

NAME = "Dinas Komunikasi, Informatika dan Persandian"
YEARS = ("2025", "2026", "2027", "2028", "2029", "2030")
PROGRAMS = (
    ("2.16.02", "Pengelolaan Informasi dan Komunikasi Publik", 1_775_000_000),
    ("2.16.03", "Pengelolaan Aplikasi Informatika", 4_210_500_000),
    ("2.21.02", "Penyelenggaraan Persandian untuk Pengamanan Informasi", 512_250_000),
)


def plan(years=YEARS, factor=1, programs=PROGRAMS, *, support=True):
    """A plan of some years, every amount of it ``factor`` times as large."""
    works = [
        WorkRow(code, name, "program", 2, 5, dict.fromkeys(years, amount * factor))
        for code, name, amount in programs
    ]
    if support:
        amounts = dict.fromkeys(years, 9_120_400_000 * factor)
        works.append(
            WorkRow("2.16.01", "Penunjang Urusan Pemerintahan", "program", 3, 6, amounts, support=True)
        )
    own = added(item.pagu for item in works if not item.support)
    beside = added(item.pagu for item in works if item.support)
    goals = (
        GoalRow("Tujuan", "Meningkatnya tata kelola pemerintahan berbasis elektronik"),
        GoalRow(
            "Sasaran",
            "Meningkatnya layanan publik daring",
            (
                IndicatorRow(
                    "Indeks SPBE", "indeks", "2,1 (2024)", ("2,3", "2,6", "2,8", "3,0", "3,1", "3,2")
                ),
                IndicatorRow("Aduan selesai", "%", "", ("75", "80")),
            ),
        ),
    )
    return PlanPicture(
        years=tuple(years),
        works=tuple(works),
        goals=goals,
        counts={"program": len(programs), "kegiatan": 2 * len(programs), "subkegiatan": 5 * len(programs)},
        support_counts={"program": 1, "kegiatan": 3, "subkegiatan": 6} if support else {},
        own=own,
        support=beside,
        by_level={"program": added([own, beside]), "kegiatan": {"2026": 1_000_000}} if support else {},
        is_asked=support,
    )


def picture(**more):
    """The dossier of an OPD that has something to say in every part."""
    usual = {
        "name": NAME,
        "called": "Diskominfo",
        "head": "Dr. Hj. Siti Rahmawati, S.Sos., M.Si.",
        "bidang": ("2.16 Komunikasi dan informatika", "2.21 Persandian"),
        "dimension": "GOV Smart Governance",
        "plan_facts": "2025–2030 · Draf · renstra.xlsx, dibaca 4 Agustus 2026",
        "plan": plan(),
        "spread": "GOV 1",
        "discussed": 2,
        "readings": (
            ProgramReading(
                "2.16.02",
                "Pengelolaan Informasi dan Komunikasi Publik",
                "GOV Layanan publik",
                (("Relevan", "Ya"), ("Dimensi", "GOV Layanan publik"), ("Jangka", "Pendek (1 th)")),
                (
                    ("Isu dijawab", "Aduan lebih dari 5 hari"),
                    ("Usulan inovasi", "Satu pintu aduan ≤ 2 hari ✓"),
                ),
            ),
        ),
        "unread": ("2.21.02 Penyelenggaraan Persandian",),
        "irrelevant": ("2.16.03 Pengelolaan Aplikasi Informatika",),
        "proposals": 1,
        "quick_wins": (QuickWin("Satu pintu aduan", "2.16.02 Pengelolaan Informasi", "GOV Layanan publik"),),
        "questions": (
            Question("Kondisi awal indikator belum diisi.", "Program 2.16.02, lembar T-C.27, baris 7"),
            Question(
                "Siapa wali data? < 5 hari & <b", "Pertanyaan pada Kerja kelompok, 4 Agustus 2026 10.11"
            ),
        ),
        "decisions": (NoteLine("Data aduan dibuka ke kecamatan", source="Kerja kelompok, 4 Agustus 2026"),),
        "follow_ups": (FollowUp("Kirim daftar aplikasi", "Diskominfo", date(2026, 8, 12), "Belum"),),
        "waiting": (FollowUp("Kirim indikator RPJMD", "Bappeda", None, "Sedang"),),
        "visits": (
            Visit(
                "Kerja kelompok 2",
                date(2026, 8, 4),
                "09.22–10.45",
                "Analisis Renstra L5-01",
                6,
                "Sekretaris",
                "Diperiksa",
            ),
        ),
        "signers": (Signer(position=f"Kepala {NAME}", name="Dr. Hj. Siti Rahmawati, S.Sos., M.Si."),),
    }
    return Dossier(**{**usual, **more})
