"""Which prints there are: their keys, titles, moments, and what each is made of."""

from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.paper_alignment import ALIGNMENT_KINDS
from smartcity_desktop.domain.paper_book import BOOK_KINDS
from smartcity_desktop.domain.paper_bundle import ALL_TODAY
from smartcity_desktop.domain.paper_cards import TENT_CHOICES
from smartcity_desktop.domain.paper_commitment import COMMITMENT_KINDS
from smartcity_desktop.domain.paper_coverage import COVERAGE_KINDS
from smartcity_desktop.domain.paper_duty import DUTY_KINDS
from smartcity_desktop.domain.paper_evaluation import EVALUATION_KINDS
from smartcity_desktop.domain.paper_finding import FINDING_KINDS
from smartcity_desktop.domain.paper_homework import RELAY, REMINDER, SHEET
from smartcity_desktop.domain.paper_initiative import INITIATIVE_KINDS
from smartcity_desktop.domain.paper_leader import LEADER_KINDS
from smartcity_desktop.domain.paper_monitor import MONITOR_KINDS
from smartcity_desktop.domain.paper_opening import OPENING
from smartcity_desktop.domain.paper_quickwin_sheet import QUICKWIN_SHEET_KINDS
from smartcity_desktop.domain.paper_recap import RECAP_KINDS
from smartcity_desktop.domain.paper_receipt import RECEIPT_CHOICES
from smartcity_desktop.domain.paper_register import REGISTER_KINDS
from smartcity_desktop.domain.paper_request import INVITED_CHOICES
from smartcity_desktop.domain.paper_result import RESULT_CHOICES
from smartcity_desktop.domain.paper_roadmap import ROADMAP_KINDS
from smartcity_desktop.domain.paper_rule import RULE_KINDS
from smartcity_desktop.domain.paper_second import SECOND_KINDS
from smartcity_desktop.domain.paper_shared import SHARED_KINDS
from smartcity_desktop.domain.paper_stage_copy import SINCE_KINDS
from smartcity_desktop.domain.paper_stage_report import REPORT_KINDS
from smartcity_desktop.domain.paper_swot import SWOT_CHOICES
from smartcity_desktop.domain.paper_vision import VISION_CHOICES, VISION_TEXT, VISION_WORDS

PER_OPD: Final = "opd"
"""What a print ``needs`` that is made of one sheet or dossier for each OPD or group."""
OF_WORKSHEET: Final = "worksheet"
"""What a print ``needs`` that is about one worksheet, all its sheets together."""


@dataclass(frozen=True, slots=True)
class PrintKind:
    """One kind of print: its key for the command line, title, the moment it is for, and what it is made of.

    ``moment`` is one of ``MOMENTS``; ``needs`` says what it is about: ``opd`` (one sheet each), ``session``,
    ``day``, ``stage``, ``worksheet``, ``grouping``, ``group`` or empty; ``called`` is the word before the
    name of an OPD in a file of its own, where it is not the title; ``of_worksheets`` may be limited to one
    of them; ``family`` is the module that gathers and sets it; ``choices`` are ways to make it by
    (key, words), the first usual.
    """

    key: str
    title: str
    moment: str
    needs: str = ""
    note: str = ""
    called: str = ""
    of_worksheets: bool = False
    family: str = "worksheet"
    choices: tuple[tuple[str, str], ...] = ()


MOMENTS: Final = ("Sebelum", "Di pintu", "Selama", "Malam", "Sesudah")
BLANK: Final = "kertas-kerja-kosong"
FILLED: Final = "kertas-kerja-terisi"
DOSSIER: Final = "dossier-opd"
GROUP_LISTS: Final = "pembagian-kelompok"
GROUP_SHEETS: Final = "kertas-kerja-kelompok"
RECEIPT: Final = "tanda-terima"
INVITATION: Final = "lampiran-undangan"
DATA_REQUEST: Final = "permintaan-data"
DATA_REMINDER: Final = "pengingat-data"
RUNNING_SCRIPT: Final = "rundown-panitia"
AGENDA_WALL: Final = "susunan-acara"
TENT_CARDS: Final = "papan-nama"
NAME_TAGS: Final = "tanda-pengenal"
QUICKWIN_RANKING: Final = "peringkat-quick-win"
QUICKWIN_SCORES: Final = "penilaian-quick-win"
QUICKWIN_DECISION: Final = "penetapan-quick-win"
QUICKWIN_SHORT: Final = "ringkas"
QUICKWIN_GIVEN: Final = "terisi"
READINESS_RECAP: Final = "rekap-kesiapan"
SWOT_SHEET: Final = "swot-tows"
RESULT: Final = "hasil-kertas-kerja"
VOTE_RESULT: Final = "hasil-suara"
EVERY: Final = "setiap"
"""The choice of blank sheets by which every OPD has its own, also where they differ by its name alone."""
NUMBERED: Final = "lembar-bernomor"
CARDS: Final = "kartu-ide"
BALLOTS: Final = "surat-suara"
CONTROL: Final = "kendali-kertas"
KINDS: Final = (
    PrintKind(
        BLANK,
        "Kertas kerja kosong",
        "Sebelum",
        PER_OPD,
        "Siap ditulis tangan",
        of_worksheets=True,
        choices=(("", "Satu saja, untuk diperbanyak"), (EVERY, "Satu lembar setiap OPD")),
    ),
    PrintKind(
        NUMBERED,
        "Lembar bernomor",
        "Sebelum",
        PER_OPD,
        "Bernomor dan bergaris, untuk diketik kembali dari kertas",
        of_worksheets=True,
        family="numbered",
        choices=(
            ("", "Yang sudah dicetak: nomor yang sama"),
            ("rusak", "Lembar pengganti: yang lama rusak"),
            ("hilang", "Lembar pengganti: yang lama hilang"),
        ),
    ),
    PrintKind(
        CARDS,
        "Kartu ide",
        "Sebelum",
        note="Delapan kartu per lembar, bernomor, bertanda potong",
        of_worksheets=True,
        family="numbered",
        choices=(("", "40 kartu"), ("80", "80 kartu"), ("120", "120 kartu"), ("200", "200 kartu")),
    ),
    PrintKind(
        INVITATION,
        "Lampiran undangan",
        "Sebelum",
        "stage",
        "Waktu, tempat, yang diundang, yang perlu dibawa",
        family="request",
        choices=INVITED_CHOICES,
    ),
    PrintKind(
        DATA_REQUEST,
        "Surat permintaan data",
        "Sebelum",
        PER_OPD,
        "Satu surat setiap OPD, dengan daftar data",
        "Permintaan data",
        family="request",
    ),
    PrintKind(
        DATA_REMINDER,
        "Surat pengingat data",
        "Sebelum",
        PER_OPD,
        "Hanya untuk OPD yang datanya belum lengkap",
        "Pengingat data",
        family="request",
    ),
    PrintKind(
        REMINDER,
        "Surat pengingat pekerjaan rumah",
        "Sebelum",
        PER_OPD,
        "Hanya untuk OPD yang pekerjaannya belum selesai",
        "Pengingat pekerjaan rumah",
        family="homework",
    ),
    PrintKind(
        RELAY,
        "Lembar estafet",
        "Sebelum",
        PER_OPD,
        "Satu halaman per OPD: siapa hadir, apa yang kurang dan dijanjikan",
        family="homework",
    ),
    PrintKind(
        GROUP_LISTS,
        "Pembagian kelompok",
        "Sebelum",
        "grouping",
        "Untuk dinding, lalu satu daftar setiap meja",
        family="group",
    ),
    PrintKind(
        GROUP_SHEETS,
        "Kertas kerja per kelompok",
        "Sebelum",
        "grouping",
        "Satu tumpukan bernomor setiap meja",
        family="group",
    ),
    PrintKind(
        OPENING,
        "Laporan ketua panitia",
        "Sebelum",
        "stage",
        "Dibacakan saat pembukaan, satu halaman huruf besar",
        family="opening",
    ),
    PrintKind(
        RUNNING_SCRIPT,
        "Rundown panitia",
        "Sebelum",
        "day",
        "Jam, acara, petugas, catatan pribadi panitia",
        family="agenda",
    ),
    PrintKind(AGENDA_WALL, "Susunan acara", "Sebelum", "day", "Huruf besar, untuk ditempel", family="agenda"),
    PrintKind(
        TENT_CARDS,
        "Papan nama meja",
        "Sebelum",
        note="Dilipat, nama di kedua sisi",
        family="cards",
        choices=TENT_CHOICES,
    ),
    PrintKind(
        NAME_TAGS,
        "Tanda pengenal",
        "Sebelum",
        note="90 × 55 mm, beberapa per lembar, bertanda potong",
        family="cards",
    ),
    PrintKind(
        "daftar-hadir",
        "Daftar hadir",
        "Di pintu",
        "session",
        "Kosong, untuk ditandatangani",
        family="people",
        choices=(
            ("", "Kosong, untuk ditandatangani"),
            ("terisi", "Dengan kehadiran yang tercatat"),
            ("per-opd", "Kosong, mulai halaman baru per OPD"),
            ("terisi-per-opd", "Dengan kehadiran, per OPD"),
        ),
    ),
    PrintKind(
        RECEIPT,
        "Tanda terima",
        "Di pintu",
        "day",
        "Transport, map, atau konsumsi; untuk ditandatangani",
        family="opening",
        choices=RECEIPT_CHOICES,
    ),
    PrintKind(
        FILLED, "Kertas kerja terisi", "Selama", PER_OPD, "Isian setiap OPD dan kelompok", of_worksheets=True
    ),
    PrintKind(
        RESULT,
        "Hasil kertas kerja",
        "Selama",
        OF_WORKSHEET,
        "Isian semua lembar dalam satu daftar",
        family="result",
        choices=RESULT_CHOICES,
    ),
    PrintKind(
        QUICKWIN_SCORES,
        "Lembar penilaian quick win",
        "Selama",
        note="Satu lembar setiap penilai, sembilan kriteria",
        family="quickwin",
        choices=(("", "Kosong, satu lembar setiap penilai"), (QUICKWIN_GIVEN, "Dengan nilai yang tercatat")),
    ),
    PrintKind(
        QUICKWIN_RANKING,
        "Peringkat quick win",
        "Selama",
        note="Nilai, perbedaan antarpenilai, usulan, keputusan",
        family="quickwin",
        choices=(("", "Dengan rincian setiap kandidat"), (QUICKWIN_SHORT, "Hanya tabel peringkat")),
    ),
    PrintKind(
        BALLOTS,
        "Surat suara",
        "Selama",
        note="Bernomor, beberapa per lembar, bertanda potong",
        of_worksheets=True,
        family="numbered",
        choices=(("", "Sebanyak pemilih"), ("40", "40 surat"), ("80", "80 surat"), ("160", "160 surat")),
    ),
    PrintKind(
        VOTE_RESULT,
        "Hasil pemungutan suara",
        "Selama",
        note="Poin, bagian, urutan, sebaran; yang sudah diumumkan",
        of_worksheets=True,
        family="vote",
    ),
    PrintKind(
        "berita-acara-kelompok",
        "Berita acara kelompok",
        "Selama",
        "grouping",
        "Satu untuk setiap kelompok, dengan tanggal dalam huruf",
        family="record",
    ),
    PrintKind(
        "rekap-kehadiran",
        "Rekap kehadiran",
        "Malam",
        "day",
        "Per OPD dan unsur, siapa diwakili, siapa belum hadir",
        family="attendance",
    ),
    PrintKind(
        CONTROL,
        "Kendali kertas",
        "Malam",
        note="Yang keluar, yang kembali, siapa mengetik apa",
        of_worksheets=True,
        family="numbered",
    ),
    PrintKind(
        "notulen",
        "Notulen",
        "Malam",
        "session",
        "Pokok bahasan, keputusan, pertanyaan, tindak lanjut",
        family="day",
    ),
    PrintKind(
        "laporan-harian",
        "Laporan harian",
        "Malam",
        "day",
        "Peserta, jalannya acara, hasil, kendala, tindak lanjut",
        family="day-report",
    ),
    PrintKind(
        SHEET,
        "Lembar pekerjaan rumah",
        "Malam",
        PER_OPD,
        "Yang dibawa pulang setiap OPD, dengan batas dan paraf",
        "Pekerjaan rumah",
        family="homework",
    ),
    PrintKind(
        "halaman-foto", "Halaman foto", "Malam", "day", "Foto hari itu, enam per halaman", family="day"
    ),
    PrintKind(
        "siaran-pers",
        "Siaran pers (draf)",
        "Malam",
        "day",
        "Draf dari data hari itu, dan teks untuk grup WhatsApp",
        family="press",
    ),
    PrintKind(
        ALL_TODAY,
        "Semua untuk hari ini",
        "Malam",
        "day",
        "Yang dicentang, dalam satu PDF menurut urutannya",
    ),
    PrintKind(
        "laporan-sesi",
        "Laporan sesi",
        "Sesudah",
        "session",
        "Hasil, keputusan, tindak lanjut",
        family="session",
    ),
    PrintKind(
        "berita-acara-pleno",
        "Berita acara pleno",
        "Sesudah",
        "stage",
        "Hasil semua kelompok, ditandatangani ketua setiap kelompok",
        family="record",
    ),
    PrintKind(
        QUICKWIN_DECISION,
        "Berita acara penetapan quick win",
        "Sesudah",
        "stage",
        "Keputusan, alasan, catatan perbedaan pendapat",
        family="quickwin",
    ),
    PrintKind(
        "sertifikat",
        "Sertifikat",
        "Sesudah",
        "stage",
        "Untuk yang memenuhi kehadiran, materi di baliknya",
        family="certificate",
    ),
    PrintKind(VISION_WORDS, "Kata kunci visi", "Selama", note="Jumlah, suara, alasan", family="vision"),
    PrintKind(
        VISION_TEXT,
        "Visi dan misi",
        "Sesudah",
        note="Yang ditetapkan, kaitan RPJMD, riwayat versi",
        family="vision",
        choices=VISION_CHOICES,
    ),
    PrintKind(
        READINESS_RECAP,
        "Rekap kesiapan",
        "Sesudah",
        note="Rata-rata menurut komponen, radar, daftar kesenjangan",
        family="readiness",
    ),
    PrintKind(
        SWOT_SHEET,
        "SWOT–TOWS",
        "Sesudah",
        PER_OPD,
        "Faktor, strategi, dan kuadran, menurut skalanya",
        family="swot",
        choices=SWOT_CHOICES,
    ),
    PrintKind(
        DOSSIER,
        "Dossier OPD",
        "Sesudah",
        PER_OPD,
        "Satu halaman untuk pimpinan, lalu rincian",
        "Dossier",
        family="dossier",
    ),
    *(PrintKind(*item) for item in (*QUICKWIN_SHEET_KINDS, *DUTY_KINDS, *MONITOR_KINDS)),
    *(PrintKind(*item) for item in FINDING_KINDS),
    *(PrintKind(*item) for item in RECAP_KINDS),
    *(PrintKind(*item) for item in (*REGISTER_KINDS, *SINCE_KINDS)),
    *(PrintKind(*item) for item in COVERAGE_KINDS),
    *(PrintKind(*item) for item in BOOK_KINDS),
    *(PrintKind(*item) for item in (*SHARED_KINDS, *ALIGNMENT_KINDS, *SECOND_KINDS)),
    *(PrintKind(*item) for item in (*COMMITMENT_KINDS, *EVALUATION_KINDS, *LEADER_KINDS, *REPORT_KINDS)),
    *(PrintKind(*item) for item in INITIATIVE_KINDS),
    *(PrintKind(*item) for item in (*ROADMAP_KINDS, *RULE_KINDS)),
)
