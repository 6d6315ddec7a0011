"""Which prints there are, and one gathered print as values: to be rendered whole, or one OPD at a time."""

from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.dossier import Dossier
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_bundle import ALL_TODAY
from smartcity_desktop.domain.paper_cards import TENT_CHOICES
from smartcity_desktop.domain.paper_homework import RELAY, REMINDER, SHEET
from smartcity_desktop.domain.paper_opening import OPENING
from smartcity_desktop.domain.paper_recap import RECAP_KINDS
from smartcity_desktop.domain.paper_receipt import RECEIPT_CHOICES
from smartcity_desktop.domain.paper_request import INVITED_CHOICES
from smartcity_desktop.domain.paper_swot import SWOT_CHOICES
from smartcity_desktop.domain.paper_text import Passage
from smartcity_desktop.domain.paper_vision import VISION_CHOICES, VISION_TEXT, VISION_WORDS
from smartcity_desktop.domain.report import AttendanceForm, Paper, PrintFrame, SessionReport, SheetPicture
from smartcity_desktop.domain.wording import day_of

PER_OPD: Final = "opd"
"""What a print ``needs`` that is made of one sheet or dossier for each OPD or group."""


@dataclass(frozen=True, slots=True)
class PrintKind:
    """One kind of print: its key for the command line, title, the moment it is for, and what it is made of.

    ``moment`` is one of ``MOMENTS``; ``needs`` says what it is about: ``opd`` (one sheet each), ``session``,
    ``day``, ``stage``, ``grouping``, ``group`` or empty; ``called`` is the word before the name of an OPD in
    a file of its own, where it is not the title; ``of_worksheets`` may be limited to one of them; ``family``
    is the module that gathers and sets it; ``choices`` are ways to make it by (key, words), the first usual.
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
    *(PrintKind(*item) for item in RECAP_KINDS),
)


@dataclass(frozen=True, slots=True)
class PrintAsk:
    """What a print is asked about; what its kind does not need is left out.

    ``opd`` limits sheets to one party, an OPD or a dimension group, and results to one vote (all otherwise),
    ``worksheet`` to those of one worksheet; ``session`` defaults to the running or last one; ``day`` is an
    ISO day, by default that of the session, else today where the stage meets, else its first; ``people``
    limits cards and certificates to these participants; ``first_label`` is the place on the sheet from 1 at
    which cards begin; ``filled`` asks for a list with who was there; ``per_opd`` begins a page for each OPD;
    ``choice`` is one of the kind's ``choices``; ``signer`` is who signs, a row or ``print_signer.USUAL``,
    otherwise who was chosen for the kind; ``kinds`` are the papers of a file that holds several.
    """

    opd: RowId = NO_ROW
    session: RowId = NO_ROW
    worksheet: RowId = NO_ROW
    stage: RowId = NO_ROW
    day: str = ""
    grouping: RowId = NO_ROW
    group: RowId = NO_ROW
    people: tuple[RowId, ...] = ()
    first_label: int = 1
    filled: bool = False
    per_opd: bool = False
    even_empty: bool = False
    choice: str = ""
    signer: RowId = NO_ROW
    kinds: tuple[str, ...] = ()
    paper: Paper | None = None


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A gathered print: everything rendering needs, as values. ``name`` is the file name without ending.

    ``picture`` is what its family of prints sets; ``jobs`` are several prints that go into one file.
    ``passages`` are the sentences that a person may write anew; ``silent`` names, a line for each worksheet,
    who wrote nothing on it and therefore has no sheet here.
    """

    kind: str
    name: str
    frame: PrintFrame
    sheets: tuple[SheetPicture, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    session: SessionReport | None = None
    attendance: AttendanceForm | None = None
    picture: object = None
    jobs: "tuple[PrintJob, ...]" = ()
    passages: tuple[Passage, ...] = ()
    silent: tuple[str, ...] = ()


def kind_of(key: str) -> PrintKind | None:
    """Return a kind of print by its key."""
    return next((item for item in KINDS if item.key == key), None)


def ask_about(key: str, row: str) -> PrintAsk:
    """Return what a print is asked about that a screen asks for: its kind, and the row that it means there.

    The row is what the kind ``needs``: an agency, session, stage or division. For a paper of a day it
    is an ISO day, or a stage with all its days. Empty asks about nothing.
    """
    kind = kind_of(key)
    needs = kind.needs if kind else ""
    if needs == "day" and day_of(row) is None:
        needs = "stage"
    asked = {
        PER_OPD: PrintAsk(opd=RowId(row)),
        "session": PrintAsk(session=RowId(row)),
        "stage": PrintAsk(stage=RowId(row)),
        "day": PrintAsk(day=row),
        "grouping": PrintAsk(grouping=RowId(row)),
    }
    return asked.get(needs, PrintAsk())


def file_name(key: str, called: str) -> str:
    """Return the name of the file of one OPD, without ending: ``Dossier Diskominfo``."""
    kind = kind_of(key)
    word = (kind.called or kind.title) if kind else key
    return f"{word} {called}".strip()


def each(job: PrintJob) -> tuple[PrintJob, ...]:
    """Return a gathered print as one print per OPD or group, all sheets of one together, in their order.

    A print that is not made of OPD comes back alone.
    """
    if job.jobs:
        return job.jobs
    if job.dossiers:
        return tuple(
            replace(job, name=file_name(job.kind, item.called), dossiers=(item,)) for item in job.dossiers
        )
    by_party: dict[str, list[SheetPicture]] = {}
    for sheet in job.sheets:
        by_party.setdefault(sheet.party or sheet.opd, []).append(sheet)
    if not by_party:
        return (job,)
    return tuple(
        replace(job, name=file_name(job.kind, own[0].called or own[0].opd), sheets=tuple(own), silent=())
        for own in by_party.values()
    )
