"""Invented pictures for the papers of an evening: a usual day, an unknown one, and long texts."""

from dataclasses import replace
from datetime import date

from smartcity_desktop.domain.attendance import Recap, Tally
from smartcity_desktop.domain.course import CourseLine
from smartcity_desktop.domain.day_words import CLOSING, INTRODUCTION, OBSTACLES, PURPOSE
from smartcity_desktop.domain.paper_certificate import Certificates, Holder, Lesson
from smartcity_desktop.domain.paper_day import (
    DayReport,
    GroupRecord,
    GroupWork,
    Member,
    Minutes,
    PhotoDay,
    Plenary,
)
from smartcity_desktop.domain.paper_press import BODY, CHAT, HEADLINE, PressPaper
from smartcity_desktop.domain.paper_text import Passage
from smartcity_desktop.domain.print_job import PrintJob
from smartcity_desktop.domain.report import FollowUp, NoteLine, OpdResult, Signer
from smartcity_desktop.services.report import render
from tests.reporting.pictures import SIGNERS, frame

DAY = date(2023, 7, 31)
DECISIONS = (NoteLine("Data aduan dibuka ke kecamatan, Jum'at <b", "09.51", "Diskominfo"),)
TASKS = (
    FollowUp("Kirim indikator RPJMD", "Bappeda", date(2023, 8, 12), "Belum"),
    FollowUp("Rapat data pelanggan sampah", "DLH"),
)
MINUTES = Minutes(
    title="Kerja kelompok: analisis Renstra per OPD",
    stage="Tahap II",
    day=DAY,
    planned="09.15–10.45",
    actual="09.37–10.58",
    place="Aula Balai Kota",
    leader="Dr. Ir. Nama Lengkap Tenaga Ahli, M.T.",
    present="163 orang dari 19 OPD",
    agenda=("Program mana yang relevan?", "L5 Analisis Renstra"),
    notes=(NoteLine("Server lama 2017, sering padam", "09.44", "Diskominfo"),),
    decisions=DECISIONS,
    questions=(NoteLine("Siapa yang memegang data pelanggan?", "10.11", "DLH"),),
    follow_ups=TASKS,
    signers=(Signer("Notulis,"), Signer("Pimpinan rapat,", name="Dr. Ir. Nama Lengkap Tenaga Ahli, M.T.")),
)
RECORD = GroupRecord(
    called="GOV Smart Governance",
    stage="Tahap II",
    session="Kerja kelompok: analisis Renstra per OPD",
    day=DAY,
    place="Aula Balai Kota",
    table="1",
    agencies=("Dinas Komunikasi dan Informatika", "Inspektorat"),
    members=(
        Member(
            "Hj. Sitti Rahmawati, S.Sos.", "Sekretaris", "Dinas Komunikasi dan Informatika", "hadir 08.07"
        ),
        Member("Budi", "Ketua", "Relawan TIK", "diwakili oleh Ani"),
    ),
    work=(
        GroupWork("L5", "Analisis Renstra", "Diskominfo", 4, 3, ("4 dari 4 program relevan", "Satu pintu")),
    ),
    delivered="Empat program prioritas dan daftar mitranya",
    decisions=("Satu pintu aduan, jawaban ≤ 2 hari",),
    follow_ups=TASKS,
    signers=(
        Signer(
            "Ketua kelompok,", name="Hj. Sitti Rahmawati, S.Sos.", rank="Penata", nip="197805122002122004"
        ),
        Signer("Notulis,", name="Budi"),
        Signer("Tenaga ahli,"),
    ),
)
PLENARY = Plenary(
    stage="Tahap II",
    title="Visi–misi dan analisis Renstra",
    day=DAY,
    place="Aula Balai Kota",
    present="163 orang dari 19 OPD",
    groups=(RECORD, GroupRecord(called="BRD Smart Branding")),
    decisions=DECISIONS,
    follow_ups=TASKS,
    signers=(
        *SIGNERS[:2],
        *(Signer(f"Ketua {code},", name=f"Nama {code}") for code in ("GOV", "BRD", "ECO")),
    ),
)
REPORT = DayReport(
    stage="Tahap II",
    title="Visi–misi dan analisis Renstra",
    day=DAY,
    number=1,
    place="Aula Balai Kota",
    time="08.20–16.05",
    basis=("Undang-Undang Nomor 23 Tahun 2014",),
    recap=Recap(
        whole=Tally("Jumlah", "Jumlah", 175, 157, 6),
        by_opd=(Tally("Dinas Komunikasi dan Informatika", "Diskominfo", 14, 12, 1), Tally("DLH", "DLH", 8)),
        by_element=(Tally("Pemerintah", "Pemerintah", 128, 112, 6), Tally("Media", "Media", 7, 7)),
        added=6,
    ),
    present="163 orang dari 19 OPD",
    speakers=(("Kementerian Komunikasi dan Digital", "Arah kebijakan"),),
    course=(
        CourseLine("Pembukaan", "08.30–09.15", "08.58–09.47", "+32 menit", speaker="Wali Kota"),
        CourseLine("ISHOMA", "12.00–13.00", remark="belum dijalankan"),
    ),
    results=(OpdResult("Dinas Komunikasi dan Informatika", 4, 3, 6_884_000_000, "", ("Satu pintu aduan",)),),
    pagu_year=2026,
    records=(RECORD,),
    decisions=DECISIONS,
    follow_ups=TASKS,
    annexes=("Daftar hadir hari ke-1", "Dokumentasi (3 foto)"),
    passages=(
        Passage(INTRODUCTION, "Pendahuluan", "Laporan ini menyampaikan pelaksanaan hari ke-1."),
        Passage(PURPOSE, "Maksud dan tujuan", "Usulan.", text="Ditulis sendiri: Jum'at <b."),
        Passage(OBSTACLES, "Kendala", "Pembukaan dimulai 28 menit lebih lambat."),
        Passage(CLOSING, "Penutup", "Demikian laporan ini disampaikan."),
    ),
    signers=SIGNERS[:2],
)
PRESS = PressPaper(
    stage="Tahap II",
    day=DAY,
    passages=(
        Passage(HEADLINE, "Judul", "Kota Contoh Menyusun Masterplan Smart City"),
        Passage(BODY, "Isi", "Paragraf pertama.\nParagraf kedua, Jum'at <b."),
        Passage(CHAT, "Teks", "*Bimtek*\n- satu\n- dua"),
    ),
)
CERTIFICATES = Certificates(
    title="Bimtek Masterplan Smart City",
    stage="Tahap II",
    host="Dinas Komunikasi dan Informatika",
    place="Aula Balai Kota",
    days="31 Juli – 1 Agustus 2023",
    year=2023,
    hours=4,
    lessons=(Lesson("Konsep enam dimensi", "Tenaga ahli", 90, 2), Lesson("Kerja kelompok", "", 90, 2)),
    holders=(
        Holder(
            "a", "Hj. Sitti Rahmawati, S.Sos., M.Si.", "Dinas Kominfo", nip="198001012005011001", number=1
        ),
        Holder("b", "Budi Wakil", "DLH", deputy=True),
    ),
    numbers=("001/SC/2023", "–"),
    signers=SIGNERS[:2],
)
PAPERS = {
    "notulen": MINUTES,
    "berita-acara-kelompok": (RECORD,),
    "berita-acara-pleno": PLENARY,
    "laporan-harian": REPORT,
    "siaran-pers": PRESS,
    "sertifikat": CERTIFICATES,
    "halaman-foto": PhotoDay("Tahap II", DAY, "Aula"),
}
EMPTY = {
    "notulen": Minutes(),
    "berita-acara-kelompok": (GroupRecord(),),
    "berita-acara-pleno": Plenary(),
    "laporan-harian": DayReport(),
    "siaran-pers": PressPaper(),
    "sertifikat": Certificates(),
    "halaman-foto": PhotoDay(),
}
LONG = "Dinas Penyelenggaraan Ketenteraman <b> dan Jum'at " * 40


def made(kind, picture, paper="F4", **more):
    """Return the PDF of one paper."""
    return render(PrintJob(kind, kind, frame(paper, **more), picture=picture))


def lengthened(value):
    """Return a picture with a long text in the place of every text, numbers of certificates excepted."""
    if isinstance(value, str):
        return LONG if value else value
    if isinstance(value, tuple):
        return tuple(lengthened(item) for item in value)
    if hasattr(value, "__dataclass_fields__") and not isinstance(value, Passage | Recap):
        names = [name for name in value.__dataclass_fields__ if name not in {"person", "number", "numbers"}]
        return replace(value, **{name: lengthened(getattr(value, name)) for name in names})
    return value
