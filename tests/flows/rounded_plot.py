"""What is written on the rounded day: pillars, issues, answers, photos; and what that must come to.

Sums of plans are those of the files' own cells, counted by hand. What people write here holds the usual words
on purpose ("antar-OPD", "3 dimensi"): the program changes its own words, never theirs.
"""

from dataclasses import astuple, dataclass
from datetime import datetime

from tests.exchange import photos
from tests.flows.plot import DISKOMINFO, WITA, Row

BEGINS = datetime(2026, 8, 4, 8, 5, tzinfo=WITA)
DAY = "4 Agustus"
DINKES, DISPAR, DLH = "Dinas Kesehatan", "Dinas Pariwisata", "Dinas Lingkungan Hidup"
AGENCIES = (DISKOMINFO, DLH, DINKES, DISPAR)
SHEET = f"L5-{AGENCIES.index(DISKOMINFO) + 1:02d}"
"""The number of the sheet on which its Renstra is read."""
RENAMED = "Ekonomi Kerakyatan"
ADDED = "Mobilitas Cerdas"
DROPPED = "SOC"
POINTS = ("Layanan belum menjangkau desa pesisir", "Data antar-OPD belum terhubung")


@dataclass(frozen=True)
class Issue:
    """One line of L1, cell by cell as it is typed; choices by a few letters."""

    sub: str
    text: str
    fact: str = ""
    year: str = ""
    source: str = ""
    cause: str = ""
    impact: str = ""
    point: str = ""
    opd: str = ""
    priority: str = ""
    direction: str = ""

    @property
    def cells(self):
        """The cells in the order of the columns."""
        return astuple(self)

    @property
    def words(self):
        """What a person wrote in own words."""
        return [self.text, self.fact, self.source, self.cause, self.impact, self.direction]


TYPED = (
    Issue(
        "layanan",
        "Warga pesisir menempuh 3 jam untuk KTP",
        "18% berkas ditolak <b",
        "2025",
        "Laporan Disdukcapil",
        "Loket hanya di Andoolo",
        "4.300 warga",
        "pesisir",
        "komunikasi, dinkes",
        "5",
        "Berkas diserahkan di desa",
    ),
    Issue(
        "birokrasi",
        "Data antar-OPD diketik ulang di 3 dimensi",
        "11 aplikasi",
        "2024",
        "Survei Jum'at",
        "",
        "",
        "terhubung",
        "komunikasi",
        "3",
    ),
    Issue("", "Jadwal layanan berubah tanpa kabar"),
)
"""Smart Governance, by keys; the last line is only begun."""
PASTED = (
    Issue(
        "ECO-1", "Ikan kering dijual mentah", "70% tanpa kemasan", "2025", "BPS", "", "", "", "Dispar", "4"
    ),
    Issue(
        "ECO-2",
        "Tamu bermalam\n1,2 malam",
        "1,2 malam",
        "2025",
        "Dispar",
        "Festival sekali setahun",
        "",
        "",
        "Dispar; Dinas Lingkungan Hidup",
        "2",
    ),
    Issue("ECO-3", "Pasar belum nontunai", "9 dari 11 pasar", "2024", "Dinas Pasar", "", "", "", "", "9"),
    Issue("", "Kredit usaha sulit"),
)
"""The renamed pillar, from Excel; the priority 9 and an agency nobody knows do not fit."""
LEFT_BEHIND = (
    Issue("SOC-2", "Pelajar sulit menilai berita", "62%", "2025", "Survei", "", "", "", "dinkes", "4"),
    Issue("", "Posyandu tanpa sinyal"),
)
"""The pillar that is dropped afterwards."""
MOVING = (
    Issue("", "Angkutan desa berhenti pukul 15", "2 angkot", "2026", "Dishub", "", "", "", "dispar", "1"),
)
"""The pillar that was added, which has no parts."""
ANSWERS = (
    Row("Y", "GOV", "Warga tak tahu jadwal Jum'at", "Situs resmi", "Satu nomor WA layanan <b", "Pe", "Y"),
    Row("S", "MOB", "Aduan angkutan > 3 hari", "", "Aduan satu pintu", "M", "T"),
)
"""L5 of the first two programs of Diskominfo, one under the pillar that was added."""
NOTES = (
    "! Data antar-OPD dibagi lewat satu pintu",
    "@Dinkes menyerahkan angka stunting 12 Agustus",
)
FROM_EXCEL = "22% berkas ditolak (dihitung ulang)"
NEW_FROM_EXCEL = "Tanda tangan basah untuk 40 surat"
HERE_MEANWHILE = "12 aplikasi, sudah dihitung ulang"
THERE_MEANWHILE = "13 aplikasi"
OWN = (*POINTS, *(words for issue in (*TYPED, *PASTED) for words in issue.words), *NOTES)
FILES = ("IMG_0412.jpg", "IMG_0413.jpg", "papan.png")
CAPTIONS = (
    "Pleno pilar Jum'at <b>pagi</b>",
    "Meja 2 menghitung ulang 18%",
    "Papan tulis kelompok GOV",
)


def write_photos(folder):
    """Draw three photos: one as a phone stores it that was held turned, with the place where it was taken."""
    folder.mkdir()
    turned = photos.drawn(900, 1200).rotate(90, expand=True)
    where = photos.told(taken="2026:08:04 09:31:00", zone="+08:00", turned=6)
    plain = photos.drawn(1600, 1000, shade=20)
    later = photos.told(taken="2026:08:04 10:02:00", zone="+08:00", where=False)
    photos.put(folder, FILES[0], photos.saved(turned, exif=where))
    photos.put(folder, FILES[1], photos.saved(plain, exif=later))
    photos.put(folder, FILES[2], photos.saved(photos.drawn(800, 800, shade=40), "PNG"))
    return [folder / name for name in FILES]


def without_own(text):
    """Return a text without what people wrote themselves."""
    for words in OWN:
        for said in (words, words.removeprefix("! ")):
            text = text.replace(said or " ", " ")
    return text


def excel(issues):
    """Return issues as Excel copies them: tabs, and quotes around what has lines of its own."""

    def cell(text):
        return '"' + text.replace('"', '""') + '"' if "\n" in text else text

    return "\n".join("\t".join(cell(text) for text in issue.cells) for issue in issues)
