"""What happens in the hall of the story: who comes, what the tables write, what figures must come out.

The figures of the real files are those of their own page (README of the folder); the others were added up by
hand from the cells. Nothing here is taken from what the program understood.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from tests.conftest import ROOT

WITA = timezone(timedelta(hours=8), "WITA")
SAMPLE = ROOT / "resources" / "sample"
DELETE, ENTER = "Del", "Return"

DISKOMINFO = "Dinas Komunikasi, Informatika, Statistik dan Persandian"
DUKCAPIL = "Dinas Kependudukan dan Pencatatan Sipil"
DINKES = "Dinas Kesehatan"
BPBD = "Badan Penanggulangan Bencana Daerah"
DISPAR = "Dinas Pariwisata"
PUPR = "Dinas Pekerjaan Umum dan Penataan Ruang"
DLH = "Dinas Lingkungan Hidup"

DEPUTY = "Sekretaris Dinas Hj. Wa Ode Nur'aini <b>, S.KM., M.Kes."
LAST_WORDS = "Paket wisata Jum'at <b>pagi</b> di Namu, dipesan lewat kelompok sadar wisata — tamat"
TO_THE_DISK = "Kertas kerja Meja 2 diserahkan ke Bappeda, Jum'at sore"
IN_THE_AIR = "kalimat ini terpotong karena lis"


@dataclass(frozen=True)
class Row:
    """What a table answers about one program; nothing after ``T`` (tidak relevan)."""

    relevant: str
    dimension: str = ""
    issue: str = ""
    existing: str = ""
    proposal: str = ""
    horizon: str = ""
    quickwin: str = ""
    note: str = ""


@dataclass(frozen=True)
class Table:
    """One OPD at its table: its Renstra, the head of its sheet, its answers, the pagu of its programs.

    ``pagu`` is that of the year of the Bimtek, program by program, whole rupiah, None where there is none.
    """

    name: str
    short: str
    table: str
    present: int
    rows: tuple[Row, ...] = ()
    pagu: tuple[int | None, ...] = ()
    pasted: tuple[str, ...] = ()
    on_paper: bool = False
    deputy: str = ""
    by_paste: bool = False

    @property
    def chosen(self):
        """Places of the programs that are relevant, wholly or in part."""
        return [place for place, row in enumerate(self.rows) if row.relevant in {"Y", "S"}]

    @property
    def relevant_pagu(self):
        """Whole rupiah of the relevant programs."""
        return sum(self.pagu[place] or 0 for place in self.chosen)

    @property
    def quick_wins(self):
        """How many relevant programs are proposed as quick win."""
        return sum(self.rows[place].quickwin == "Y" for place in self.chosen)


@dataclass(frozen=True)
class Reading:
    """One Renstra file: whose, what is said before any table, answers to its doubts, sums by level."""

    file: str
    opd: str
    sentence: str
    doubts: tuple[str, ...]
    counts: tuple[int, int, int]
    sums: tuple[tuple[str, str, str], ...]
    """Year, level, sum as the screen writes it."""
    answers: tuple[tuple[str, str], ...] = ()
    """A beginning of a doubt's sentence, and the key (or ``F2 words``) that answers it; Enter else."""


@dataclass(frozen=True)
class Plot:
    """One variant of the story."""

    folder: Path
    year: int
    day: str
    begins: datetime
    readings: tuple[Reading, Reading]
    tables: tuple[Table, ...]

    @property
    def counted(self):
        """Programs of all plans that count."""
        return sum(len(item.pagu) for item in self.tables)

    @property
    def relevant(self):
        """Relevant programs of all tables."""
        return sum(len(item.chosen) for item in self.tables)

    @property
    def relevant_pagu(self):
        """Whole rupiah of all relevant programs."""
        return sum(item.relevant_pagu for item in self.tables)

    @property
    def quick_wins(self):
        """Proposed quick wins of all tables."""
        return sum(item.quick_wins for item in self.tables)

    @property
    def present(self):
        """People at all tables."""
        return sum(item.present for item in self.tables)


VISION = "Konawe Selatan yang maju, berdaya saing, dan melayani"
MISSIONS = (
    "Mewujudkan tata kelola pemerintahan yang bersih dan melayani",
    "Meningkatkan kualitas hidup warga di 25 kecamatan",
)
ISSUES = (
    "Layanan administrasi belum menjangkau desa pesisir",
    "Banjir & abrasi di muara (<b 2 m)",
    "Data antar-OPD belum terhubung, rapat Jum'at saja",
)
PARTNERS = "Karang taruna & bank <b>, tiap Jum'at"
NOTES = (
    "Rapat dibuka pukul 09.15, doa dipimpin Kabag Kesra",
    "Usulan layanan Jum'at <b>keliling</b> diterima kedua meja",
    "! Semua OPD memakai satu format berita acara <b",
    "! Jadwal desk ulang hari Jum'at",
    "? Siapa wali data untuk stunting?",
    "@Dinkes melengkapi kondisi awal AKI 12 Agustus",
    "@BPBD menyerahkan Renstra 7/8",
)
SIGNERS = (
    {
        "heading": "Mengetahui",
        "position": "Kepala Dinas Komunikasi, Informatika, Statistik dan Persandian Kabupaten Konawe Selatan",
        "name": "Dr. Ir. H. Muhammad Sjahrir Ma'ruf Tanggapili, S.T., M.T., M.Si., IPU., ASEAN Eng.",
        "rank": "Pembina Utama Muda, IV/c",
        "nip": "19680112 199403 1 007",
    },
    {
        "heading": "Notulis",
        "position": "Kepala Bidang Penyelenggaraan E-Government dan Persandian",
        "name": "Hj. Sitti Nur'aini Rahmawati Lawasa Daeng Ngasseng, S.Kom., M.M., M.T.I.",
        "rank": "Pembina Tingkat I, IV/b",
        "nip": "19790430 200604 2 013",
    },
)


def _pasted(year, *programs):
    years = [str(year), str(year + 1)]
    lines = [
        "Kode\tProgram\tIndikator\tSatuan\t" + "\t".join(f"Target {item}\tPagu {item}" for item in years)
    ]
    for code, name, pagu in programs:
        money = "\t".join(f"{80 + place}\t{pagu:,}".replace(",", ".") for place in range(len(years)))
        lines.append(f"{code}\tProgram {name}\tPersentase {name.lower()}\t%\t{money}")
    return "\n".join(lines)


def _tables(year, first, second):
    return (
        first,
        Table(
            DUKCAPIL,
            "Disdukcapil",
            "1",
            present=4,
            rows=(
                Row(
                    "Y",
                    "GOV",
                    "Warga pesisir menempuh 3 jam; antre sejak Jum'at subuh",
                    "Layanan keliling",
                    "Berkas diserahkan di desa, KTP diantar",
                    "P",
                    "Y",
                    "Minta data berkas ditolak <b 2023",
                ),
                Row("T"),
            ),
            pagu=(1_250_000_000, 640_500_000),
            pasted=(
                _pasted(
                    year,
                    ("2.12.02", "Pendaftaran Penduduk", 1_250_000_000),
                    ("2.12.03", "Pencatatan Sipil", 640_500_000),
                ),
            ),
            on_paper=True,
        ),
        second,
        Table(
            DINKES,
            "Dinkes",
            "2",
            present=3,
            rows=(
                Row(
                    "Y",
                    "SOC",
                    "AKI & stunting di pulau",
                    "",
                    "Posyandu Jum'at dengan timbangan daring",
                    "M",
                    "Y",
                ),
                Row("S", "LIV", "Obat kosong tiap akhir bulan"),
            ),
            pagu=(4_875_250_000, 312_000_750),
            pasted=(
                _pasted(
                    year,
                    ("1.02.02", "Pemenuhan Upaya Kesehatan Perorangan", 4_875_250_000),
                    ("1.02.04", "Sediaan Farmasi dan Alat Kesehatan", 312_000_750),
                ),
            ),
            on_paper=True,
            deputy=DEPUTY,
        ),
        Table(BPBD, "BPBD", "3", present=2),
        Table(
            DISPAR,
            "Dispar",
            "3",
            present=5,
            rows=(
                Row("Y", "ECO", "Tamu bermalam 1,2 malam", "Festival tahunan", "", "P", "T"),
                Row("S", "BRD", "Promosi hanya lewat baliho"),
                Row("T"),
            ),
            pagu=(980_000_000, 455_125_000, 90_000_000),
            pasted=(
                _pasted(
                    year,
                    ("3.26.02", "Peningkatan Daya Tarik Destinasi Pariwisata", 980_000_000),
                    ("3.26.03", "Pemasaran Pariwisata", 455_125_000),
                    ("3.26.05", "Pengembangan Sumber Daya Pariwisata", 90_000_000),
                ),
            ),
            by_paste=True,
        ),
    )


_GOOD = Row(
    "Y",
    "GOV",
    "Warga tak tahu jadwal layanan Jum'at",
    "Situs resmi",
    "Satu nomor WA layanan <b",
    "P",
    "Y",
    "cek ke Kominfo",
)
_FAIR = Row("S", "SOC", "Aduan dijawab > 3 hari", "", "Aduan satu pintu", "M", "T")


def real(folder):
    """The two real files: Diskominfosanditik of Sumedang and DPUPR of Pasangkayu."""
    readings = (
        Reading(
            "01_sumedang_diskominfosanditik_renstra_2021-2023.xlsx",
            DISKOMINFO,
            "Renstra Diskominfo 2021–2023: 4 program, 6 kegiatan, Rp8,39 miliar (2021). 3 hal perlu dilihat.",
            ('"2 Paket"', "2021, 2022, 2023", "Kondisi awal"),
            (4, 6, 0),
            (
                ("2021", "program", "8.386.282.200"),
                ("2021", "kegiatan", "8.386.282.200"),
                ("2022", "program", "9.802.000.000"),
                ("2022", "kegiatan", "9.802.000.000"),
                ("2023", "program", "10.916.000.000"),
                ("2023", "kegiatan", "10.916.000.000"),
            ),
            (("Kondisi awal", "F2 2020"),),
        ),
        Reading(
            "10_pasangkayu_dpupr_renstra_5tahun.xlsx",
            PUPR,
            "Renstra DPUPR Tahun-1–Tahun-5: 9 program, 15 kegiatan, 33 subkegiatan, "
            "Rp160,65 miliar (Tahun-1), di luar 1 program penunjang. 6 hal perlu dilihat.",
            ("tidak punya kode", "Tahun-1", "rumus", "1.03.08.2.01.0021", "pecahan", "indikatornya kosong"),
            (10, 22, 60),
            (
                ("2021", "program", "175.915.891.891"),
                ("2021", "kegiatan", "190.245.559.804"),
                ("2021", "subkegiatan", "201.393.883.804"),
            ),
            (("Baris 56", DELETE), ("Tahun ditulis", "F2 2021")),
        ),
    )
    first = Table(
        DISKOMINFO,
        "Diskominfo",
        "1",
        present=6,
        rows=(_GOOD, _FAIR, Row("T"), Row("Y", "ECO", "Data desa", "", "Satu data", "J", "T")),
        pagu=(2_670_000_000, 7_215_000_000, 681_000_000, 350_000_000),
    )
    second = Table(
        PUPR,
        "DPUPR",
        "2",
        present=7,
        rows=(
            Row("Y", "LIV", "Banjir Jum'at malam", "", "Sensor muka air <b", "M", "Y"),
            _FAIR,
            *[Row("T")] * 7,
        ),
        pagu=(
            None,
            11_814_624_000,
            4_534_332_750,
            8_860_480_704,
            129_752_500,
            22_152_000_000,
            145_431_669_804,
            1_009_935_000,
            2_035_842_250,
        ),
    )
    begins = datetime(2023, 7, 31, 8, 40, tzinfo=WITA)
    return Plot(folder, 2023, "31 Juli 2023", begins, readings, _tables(2023, first, second))


def sample():
    """Two files of the invented city: one T-C.27 of five years, one of the form of 2025–2030."""
    readings = (
        Reading(
            "renstra_diskominfo_t-c27.xlsx",
            DISKOMINFO,
            "Renstra Diskominfo 2022–2026: 4 program, 6 kegiatan, 22 subkegiatan, Rp6,56 miliar (2022), "
            "di luar 1 program penunjang. Tidak ada yang meragukan.",
            (),
            (5, 9, 28),
            (
                ("2024", "program", "16.555.141.000"),
                ("2024", "kegiatan", "16.667.141.000"),
                ("2024", "subkegiatan", "16.555.141.000"),
                ("2026", "program", "18.149.493.000"),
            ),
        ),
        Reading(
            "renstra_dlh_2025-2030.xlsx",
            DLH,
            "Renstra DLH 2025–2030: 7 program, 9 kegiatan, 23 subkegiatan, Rp13,47 miliar (2025), "
            "di luar 1 program penunjang. Tidak ada yang meragukan.",
            (),
            (8, 12, 29),
            (
                ("2025", "program", "26.060.000.000"),
                ("2025", "kegiatan", "26.060.000.000"),
                ("2030", "subkegiatan", "33.362.011.000"),
            ),
        ),
    )
    first = Table(
        DISKOMINFO,
        "Diskominfo",
        "1",
        present=6,
        rows=(_GOOD, _FAIR, Row("T"), Row("Y", "ECO", "Data desa", "", "Satu data", "P", "T")),
        pagu=(2_005_064_000, 4_951_528_000, 446_249_000, 617_412_000),
    )
    second = Table(
        DLH,
        "DLH",
        "2",
        present=7,
        rows=(
            Row("Y", "ENV", "Banjir Jum'at malam", "", "Sensor sampah <b", "M", "Y"),
            _FAIR,
            *[Row("T")] * 5,
        ),
        pagu=(
            327_452_000,
            1_051_018_000,
            147_882_000,
            1_531_636_000,
            10_594_688_000,
            443_647_000,
            132_037_000,
        ),
    )
    begins = datetime(2026, 7, 31, 8, 40, tzinfo=WITA)
    return Plot(SAMPLE, 2026, "31 Juli 2026", begins, readings, _tables(2026, first, second))


def variants():
    """The names of the variants with what makes them."""
    return {"sample": lambda _folder: sample(), "real": real}


def wire(facts):
    """Write facts as one line."""
    return json.dumps(facts, ensure_ascii=False)
