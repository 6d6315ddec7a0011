"""The two days of stage II in fast motion: who is invited, how their list looks, what is typed and decided.

Agencies and participants are those of the sample city, brought as its people would bring them: in a workbook
with titles, headings, doubles and spoilt numbers.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

import openpyxl

from tests.flows.plot import SAMPLE, WITA, Row

EVENING = datetime(2026, 8, 3, 19, 30, tzinfo=WITA)
FIRST, SECOND = "2026-08-04", "2026-08-05"
PEOPLE = 175
GROUPS = 6
BOOK = "undangan tahap II.xlsx"

AGENCIES = json.loads((SAMPLE / "opd.json").read_text(encoding="utf-8"))["opd"]
INVITED = json.loads((SAMPLE / "people.json").read_text(encoding="utf-8"))["people"]
_NAMES = {item["short"]: item["name"] for item in AGENCIES}
MISSPELT = "Dinas Perpustakan dan Kearsipan"
"""Misspelt, and on nobody's list of agencies."""

SIGNERS = (
    {
        "heading": "Mengetahui,",
        "position": "Kepala Dinas Komunikasi dan Informatika selaku Sekretaris Tim Pelaksana Smart City",
        "name": "Dr. Ir. Hj. Andi Rahmatia Nurwahyuni Contohwati, S.Sos., S.T., M.Si., M.T.",
        "rank": "Pembina Utama Muda (IV/c)",
        "nip": "199900001999000001",
    },
    {
        "position": "Ketua Panitia",
        "name": "Andi Jum'ah Lamakkarang, S.Kom.",
        "rank": "Penata (III/c)",
        "nip": "199900011999010010",
    },
)
PURPOSE = "Nomor sertifikat dan surat tugas, dihapus setelah Bimtek Tahap IV"
TEMPLATE = "Tahap II ala kami"
INSERTED, INSERTED_AT = "Sambutan jarak jauh Kementerian", "10.30"
DROPPED = "Kerja kelompok 3"
PRESENTATION = "Presentasi enam kelompok dan tanggapan"
BEFORE = (
    *("lampiran-undangan", "permintaan-data", "pengingat-data", "pembagian-kelompok", "laporan-ketua"),
    *("rundown-panitia", "susunan-acara", "papan-nama", "tanda-pengenal", "daftar-hadir", "tanda-terima"),
)
"""Papers of the evening before, by their keys."""


def institution(person):
    """Return where somebody comes from as the list writes it: one agency is misspelt."""
    if person["opd"] == "Satpol PP":
        return MISSPELT if person["number"] % 2 else "satuan polisi pamong praja"
    return _NAMES.get(person["opd"], person["institution"])


@dataclass(frozen=True)
class Messy:
    """What is wrong with the list besides its people."""

    doubles = (12, 40)
    """Numbers of those who stand in it twice."""
    spoilt = (3, 30)
    """Numbers of those whose NIP was made a figure by the spreadsheet."""
    nameless = 2
    footer = ("Jumlah", PEOPLE)


def write_list(path):
    """Write the list of the invited as an agency would send it."""
    book = openpyxl.Workbook()
    book.active.title = "Petunjuk"
    book.active["A1"] = "Isi lembar berikutnya, lalu kirim kembali"
    page = book.create_sheet("Undangan")
    page.append(["DAFTAR UNDANGAN BIMTEK SMART CITY TAHAP II"])
    page.append(["Aula Balai Kota, 4–5 Agustus 2026"])
    page.append([])
    page.append(["No", "Nama Lengkap (gelar)", "Jabatan", "Instansi / OPD", "Unsur", "Peran", "NIP"])
    ordered = sorted(INVITED, key=lambda item: item["number"])
    line = 0
    for place, own in groupby(ordered, key=institution):
        rows = list(own)
        if len(rows) > 3:
            page.append([place.upper()])
        for person in rows:
            line += 1
            page.append([line, *_cells(person)])
            if person["number"] in Messy.doubles:
                line += 1
                page.append([line, *_cells(person)])
    for _blank in range(Messy.nameless):
        line += 1
        page.append([line])
    page.append([*Messy.footer])
    book.save(path)


def _cells(person):
    nip = person.get("nip", "")
    number = float(nip) if nip and person["number"] in Messy.spoilt else nip
    element = person.get("element", "").replace("_", " ").title()
    return [
        f"  {person['name']} ",
        person["position"],
        institution(person),
        element,
        person.get("body"),
        number,
    ]


ANSWERS = (
    Row("Y", "GOV", "Layanan antre Jum'at", "Situs resmi", "Satu nomor pengaduan", "Pe", "Y"),
    Row("S", "LIV", "Aduan > 3 hari", "", "Aduan satu pintu", "M", "T"),
)
DEPUTY, DEPUTY_OFFICE = "Ir. Wa Ode Nur'aini Contohsari, M.Si.", "Sekretaris Dinas"
REPRESENTED = 16
"""The number of the one who sent a deputy on both days."""
GUEST = "Bahtiar Rekaan, S.T.; Relawan; Komunitas Peta Terbuka"
GUEST_NUMBER = PEOPLE + 1
ABSENT = (5, 40, 41, 42, 90, 133, 160)
"""Numbers of those who did not sign on the second day."""
DELIVERED = tuple(f"Lembar L4-{place:02}, {place + 3} kata kunci" for place in range(1, GROUPS + 1))
SPEECH_NOTES = (
    "! Visi memakai kata melayani",
    "@Diskominfo daftar data antar-OPD 14/8",
    "? Siapa menanggung jaringan",
)
SCREENS = (
    ("Laptop", 1366, 768),
    ("Proyektor 1024", 1024, 768),
    ("Proyektor 1366", 1366, 768),
    ("Proyektor 1920", 1920, 1080),
)
"""Name and size of the screens, the laptop's first."""


def write_screens(path):
    """Write which screens there are, side by side, for Qt's platform without a display."""
    left, screens = 0, []
    for name, wide, high in SCREENS:
        screens.append({"name": name, "x": left, "y": 0, "width": wide, "height": high, "dpr": 1})
        screens[-1] |= {"logicalDpi": 96, "logicalBaseDpi": 96}
        left += wide
    path.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    return f"offscreen:configfile={path}"


def at(day, words):
    """Return a moment of a day: ``at(FIRST, "09.10")``."""
    hour, _, minute = words.partition(".")
    return datetime.fromisoformat(day).replace(hour=int(hour), minute=int(minute), tzinfo=WITA)


EVENING_PAPERS = (
    *("rekap-kehadiran", "notulen", "laporan-harian", "siaran-pers", "berita-acara-kelompok"),
    *("kertas-kerja-terisi", "halaman-foto"),
)
AFTER = ("sertifikat", "berita-acara-pleno", "laporan-harian", "dossier-opd", "rekap-kehadiran")


def again(kind):
    """Return the name of the file of a paper on the second day, beside that of the first."""
    return f"{kind} 2" if kind in EVENING_PAPERS else kind


SECOND_RUN = (
    ("07.35", "Registrasi", "F5"),
    ("08.32", "Ulasan hari 1", "F6"),
    ("09.20", "Kerja kelompok 4", "F6"),
    ("10.35", "Kerja kelompok 5", "F6"),
    ("12.00", "ISHOMA", "F6"),
    ("13.00", "Kerja kelompok 6", "F6"),
    ("14.10", "Istirahat", "F6"),
    ("14.25", "Rencana tindak lanjut", "F8"),
)
"""When a block of the second day begins, which, and by which key."""
