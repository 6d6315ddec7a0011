"""Invented pictures for the prints: a usual session of a region, and the same with every text replaced."""

import dataclasses
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta, timezone

import pypdfium2
from PIL import Image

from smartcity_desktop.domain.course import CourseLine, TurnLine
from smartcity_desktop.domain.dossier import Dossier
from smartcity_desktop.domain.report import (
    Attendance,
    AttendanceForm,
    AttendanceRow,
    ColumnView,
    DimensionCount,
    FollowUp,
    Letterhead,
    NoteLine,
    OpdResult,
    OpenWarning,
    PrintFrame,
    SessionReport,
    SheetPicture,
    SheetRow,
    Signer,
)
from smartcity_desktop.reporting import dossier, pages, people, session, worksheet
from tests.reporting import dossiers

WITA = timezone(timedelta(hours=8), "WITA")
OPD = (
    "Dinas Komunikasi, Informatika dan Persandian",
    "Dinas Kependudukan dan Pencatatan Sipil",
    "Dinas Lingkungan Hidup",
    "RSUD Contoh",
)
PROGRAMS = (
    ("2.16.02", "Informasi dan Komunikasi Publik", "1.775.000.000"),
    ("2.16.03", "Pengelolaan Aplikasi Informatika", "4.210.500.000"),
    ("2.20.02", "Penyelenggaraan Statistik Sektoral", "386.000.000"),
    ("2.21.02", "Penyelenggaraan Persandian untuk Pengamanan Informasi", "512.250.000"),
)
COLUMNS = (
    ColumnView("relevant", "Relevan", "choice", 0, "grid", ("Ya", "Sebagian", "Tidak")),
    ColumnView("dimension", "Dimensi", "dimension", 0, "grid", ("GOV", "BRD", "ECO", "LIV", "SOC", "ENV")),
    ColumnView("issue", "Isu dijawab", "long"),
    ColumnView("existing", "Inovasi yang ada", "long"),
    ColumnView("proposal", "Usulan inovasi", "long"),
    ColumnView("horizon", "Jangka", "choice", 0, "grid", ("Pendek", "Menengah", "Panjang")),
    ColumnView("quickwin", "Usulan quick win", "choice", 0, "grid", ("Ya", "Tidak")),
    ColumnView("note", "Catatan", "long"),
    ColumnView("sasaran", "Sasaran", "text", 0, "subject"),
    ColumnView("partners", "Mitra", "long", 0, "form"),
)
ANSWERS = {
    "relevant": "Ya",
    "dimension": "GOV Layanan publik",
    "issue": "Aduan warga dijawab lebih dari 5 hari",
    "proposal": "Satu pintu aduan, jawaban ≤ 2 hari ✓",
    "horizon": "Pendek",
    "quickwin": "Ya",
    "sasaran": "Meningkatnya layanan informasi",
    "partners": "Kecamatan, desa",
}
SIGNERS = (
    Signer(
        "Mengetahui,",
        "Plt.",
        "Kepala Dinas Komunikasi, Informatika dan Persandian",
        "Dr. H. Muhammad Syahrul Ramadhan, S.STP., M.Si.",
        "Pembina Utama Muda",
        "197805122002122004",
    ),
    Signer("Pembimbing,", name="Dr. Ir. Nama Lengkap Tenaga Ahli, M.T."),
    Signer("", "a.n.", "Sekretaris Daerah\nAsisten Umum", "Hj. Nama Pejabat, S.Sos.", "Pembina Tingkat I"),
)

COURSE = (
    CourseLine("Pembukaan", "08.30–09.15", "08.42–09.22", "+7 menit"),
    CourseLine(
        "Kerja Kelompok 2 — Analisis Renstra per OPD",
        "09.15–10.30",
        "09.22–10.45",
        "+15 menit",
        "jeda 8 menit, ditambah 5 menit",
        own=True,
    ),
    CourseLine("Istirahat kopi", "10.30–10.45", remark="dilewati"),
)
TURNS = (
    TurnLine("Smart Economy", "Menyerahkan", "10.31", "Lembar L5-014, 12 program", 1, "10.32", "8 menit"),
    TurnLine("Smart Living", "Bekerja", "09.30", "", 2, "10.40", "9 menit", "3 menit"),
    TurnLine("Smart Society", "Belum mulai"),
)


def frame(paper="F4", **more):
    kop = Letterhead("Pemerintah Kota Contoh", "Dinas Komunikasi dan Informatika", "Jalan Merdeka Nomor 1")
    usual = {
        "printed_at": datetime(2026, 8, 4, 10, 47, 12, tzinfo=WITA),
        "letterhead": kop,
        "workshop_title": "Bimbingan Teknis Masterplan Smart City",
        "stage_name": "Tahap II",
        "region": "Kota Contoh",
        "city": "Kota Contoh",
        "zone": "WITA",
        "version": "3",
        "doc_number": "II-1-2",
    }
    return PrintFrame(paper=paper, **{**usual, **more})


def sheet(programs=8, *, opd=OPD[0], number="L5-014", answered=True):
    support = SheetRow("2.16.01", "Penunjang Urusan Pemerintahan Daerah", "9.120.400.000", {}, support=True)
    rows = [
        SheetRow(*PROGRAMS[place % len(PROGRAMS)], ANSWERS if answered and place % 2 == 0 else {})
        for place in range(programs)
    ]
    return SheetPicture(
        title="Analisis Renstra",
        code="L5",
        number=number,
        opd=opd,
        table="3",
        chair="Hj. Sitti Rahmawati, S.Sos., M.Si.",
        scribe="Andi Jum'ah",
        mentor="Tenaga Ahli 2",
        present=6,
        represented_by="Sekretaris Dinas",
        status="Diperiksa",
        subject_labels=("Kode", "Program Renstra", "Pagu 2026 (Rp)"),
        columns=COLUMNS,
        rows=(support, *rows) if programs else (),
        instruction="Tandai program yang berkaitan dengan smart city. Tulis dengan huruf cetak.",
        guide=("Sasaran mana yang digerakkan program ini?", "Bisakah tanpa aplikasi baru?"),
        minutes=75,
        warnings=("Program 2.20.02 belum punya kondisi awal.",),
    )


def report(**more):
    results = (
        OpdResult(OPD[0], 4, 3, 6_884_000_000, "GOV 3 · SOC 1", ("Satu pintu aduan",), 6, "", "Diperiksa"),
        OpdResult(OPD[1], 5, 4, 3_120_750_000, "GOV 4", (), 7, "Sekretaris", "Diserahkan"),
        OpdResult(OPD[3], dimensions="LIV 1", quick_wins=("Antrean daring",), own_plan=False),
    )
    usual = {
        "title": "Kerja Kelompok 2 — Analisis Renstra per OPD",
        "stage": "Tahap II",
        "day": date(2026, 8, 4),
        "planned": "09.15–10.30",
        "actual": "09.22–10.45",
        "place": "Aula Kantor Wali Kota",
        "leader": "Dr. Ir. Nama Lengkap Tenaga Ahli, M.T.",
        "attendance": Attendance(153, 31, (("Akademisi", 5), ("Media", 2))),
        "pagu_year": 2026,
        "results": results,
        "details": (sheet(4), sheet(5, opd=OPD[1], number="L5-015")),
        "dimensions": (DimensionCount("GOV", "Smart Governance", 7), DimensionCount("ENV", "Environment", 0)),
        "decisions": (NoteLine("Data aduan warga dibuka sampai tingkat kecamatan.", "10.12", "Meja 3"),),
        "questions": (NoteLine("Siapa wali data? Jum'at dibahas; < 5 hari & <b", "10.20", "Bappeda"),),
        "follow_ups": (FollowUp("Mengirim indikator RPJMD", "Bappeda", date(2026, 8, 12), "Belum"),),
        "notes": (NoteLine("Server lama 2017, sering padam.", "09.40", "Meja 1"),),
        "warning_summary": "1 indikator tanpa kondisi awal.",
        "warnings": (OpenWarning(OPD[0], "Program 2.20.02 belum punya kondisi awal."),),
        "basis": ("Undang-Undang Nomor 23 Tahun 2014;", "Peraturan Presiden Nomor 95 Tahun 2018."),
        "signers": SIGNERS,
        "course": COURSE,
        "turns": TURNS,
    }
    return SessionReport(**{**usual, **more})


def form(people_known=6, **more):
    rows = tuple(
        AttendanceRow(f"Nama Peserta {place}, S.Sos.", "Kepala Bidang", OPD[place % 3])
        for place in range(1, people_known + 1)
    )
    usual = {
        "title": "Kerja Kelompok 2",
        "day": date(2026, 8, 4),
        "planned": "09.15–10.30",
        "place": "Aula",
        "rows": rows,
    }
    return AttendanceForm(**{**usual, **more})


PRINTS = {
    "blank": lambda around: worksheet.blank(sheet(answered=False), around),
    "filled": lambda around: worksheet.filled(sheet(), around),
    "attendance": lambda around: people.attendance(form(), around),
    "report": lambda around: session.session_report(report(), around),
    "dossier": lambda around: dossier.dossier(dossiers.picture(), around),
}
EMPTY = {
    "blank": lambda around: worksheet.blank(SheetPicture(), around),
    "filled": lambda around: worksheet.filled(SheetPicture(), around),
    "attendance": lambda around: people.attendance(AttendanceForm(blank_rows=0), around),
    "report": lambda around: session.session_report(SessionReport(), around),
    "dossier": lambda around: dossier.dossier(Dossier(), around),
}
KEPT = frozenset({"paper", "kind", "section", "key", "zone"})


def poisoned(value, text):
    """Return the same picture with every text of a person replaced."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(poisoned(item, text) for item in value)
    if isinstance(value, dict):
        return {key: poisoned(item, text) for key, item in value.items()}
    if is_dataclass(value):
        names = [item.name for item in fields(value) if item.name not in KEPT]
        return replace(value, **{name: poisoned(getattr(value, name), text) for name in names})
    return value


def poisoned_print(kind, text):
    around = dataclasses.replace(poisoned(frame(), text), paper="F4")
    made = {
        "blank": lambda: worksheet.blank(poisoned(sheet(3), text), around),
        "filled": lambda: worksheet.filled(poisoned(sheet(3), text), around),
        "attendance": lambda: people.attendance(poisoned(form(), text), around),
        "report": lambda: session.session_report(poisoned(report(details=(sheet(2),)), text), around),
        "dossier": lambda: dossier.dossier(poisoned(dossiers.picture(), text), around),
    }
    return made[kind]()


def texts(pdf):
    return [pages.page_text(pdf, index) for index in range(pages.page_count(pdf))]


def words(pdf):
    """Return all text with single spaces, so that line breaks of the layout do not matter."""
    return " ".join(" ".join(texts(pdf)).split())


def page_image(pdf, index, width_px=1000):
    picture = pages.page_picture(pdf, index, width_px)
    raw = Image.frombuffer("RGBX", (picture.width, picture.height), picture.pixels, "raw", "RGBX", 0, 1)
    return raw.convert("L")


def rules(pdf, index, x_mm):
    """Return the heights in millimetres, from the top, of the horizontal rules that cross ``x_mm``."""
    width, _ = pages.page_size(pdf, index)
    scale = 8
    image = page_image(pdf, index, round(width / 72 * 25.4 * scale))
    column = [image.getpixel((round(x_mm * scale), y)) for y in range(image.height)]
    found = []
    for y, tone in enumerate(column):
        if tone < 200 and (not found or y / scale - found[-1] > 1):
            found.append(y / scale)
    return found


def metadata(pdf):
    document = pypdfium2.PdfDocument(pdf)
    found = document.get_metadata_dict()
    document.close()
    return found


def bookmarks(pdf):
    """Return the contents that a reader shows beside the pages, as (title, page from 0)."""
    document = pypdfium2.PdfDocument(pdf)
    found = [(item.get_title(), item.get_dest().get_index()) for item in document.get_toc()]
    document.close()
    return found
