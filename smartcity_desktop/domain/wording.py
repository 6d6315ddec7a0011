"""Indonesian formats and the sentences of the expected faults, for window, paper and console alike."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Final

from smartcity_desktop.errors import Fault

MONTHS: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
DAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu")
ZONES: Final = {"WIB": 7, "WITA": 8, "WIT": 9}
EMPTY: Final = "–"
MOST_RUPIAH: Final = 10**15
"""A quarter of the state's whole budget; what is more is no amount of an agency."""
_GROUP: Final = 3
_SHORTLY: Final = re.compile(
    r"(-?(?:\d{1,3}(?:\.\d{3})+(?:,\d{1,6})?|\d{1,9}(?:[.,]\d{1,6})?))"
    r"(rb|ribu|jt|juta|m|mlr|miliar|milyar|t|triliun|trilyun)",
    re.ASCII,
)
_SIZES: Final = {
    **dict.fromkeys(("rb", "ribu"), 10**3),
    **dict.fromkeys(("jt", "juta"), 10**6),
    **dict.fromkeys(("m", "mlr", "miliar", "milyar"), 10**9),
    **dict.fromkeys(("t", "triliun", "trilyun"), 10**12),
}
"""Words for the size of an amount, as budgets have them: ``M`` is miliar."""
_THOUSAND: Final = 1000
_SMALL_WORDS: Final = frozenset(
    {
        *("DAN", "DI", "KE", "DARI", "UNTUK", "YANG", "PADA", "ATAU"),
        *("DENGAN", "BAGI", "OLEH", "SERTA", "DALAM", "ANTAR"),
    }
)
_SHORT_NAMES: Final = frozenset(
    {
        *("UMKM", "UKM", "IKM", "KUKM", "DPRD", "KB", "PAUD", "ASN", "PNS", "TIK", "SPBE", "CSR"),
        *("SDA", "SPAM", "RTH", "PSU", "PKP", "DAS", "LLAJ", "RTRW", "RDTR", "PTSP", "TPA", "TPST"),
        *("HAM", "APBD", "NKRI", "UPTD", "BLUD", "BUMD", "RSUD", "PKK", "RT", "RW", "KDRT", "KIA"),
        *("PMKS", "LKD", "RTLH"),
    }
)
STAGE_NAMES: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")

LABELS: Final = {
    "relevant": {"ya": "Ya", "sebagian": "Sebagian", "tidak": "Tidak"},
    "yes_no": {"ya": "Ya", "tidak": "Tidak"},
    "horizon": {"pendek": "Pendek", "menengah": "Menengah", "panjang": "Panjang"},
    "horizon_long": {"pendek": "Pendek (1 th)", "menengah": "Menengah (5 th)", "panjang": "Panjang (10 th)"},
    "status": {
        "belum": "Belum diisi",
        "sedang": "Sedang diisi",
        "diserahkan": "Diserahkan",
        "perbaikan": "Perlu perbaikan",
        "diperiksa": "Diperiksa",
        "disepakati": "Disepakati",
    },
    "note": {
        "pokok": "Catatan",
        "keputusan": "Keputusan",
        "pertanyaan": "Pertanyaan",
        "tindak_lanjut": "Tindak lanjut",
    },
    "state": {"belum": "Belum", "sedang": "Sedang", "selesai": "Selesai"},
    "level": {
        "tujuan": "Tujuan",
        "sasaran": "Sasaran",
        "program": "Program",
        "kegiatan": "Kegiatan",
        "subkegiatan": "Subkegiatan",
    },
    "direction": {"naik": "Makin besar makin baik", "turun": "Makin kecil makin baik"},
    "element": {
        "pemerintah": "Pemerintah",
        "akademisi": "Akademisi",
        "dunia_usaha": "Dunia usaha",
        "komunitas": "Komunitas",
        "media": "Media",
    },
    "innovation": {
        "kebijakan": "Kebijakan",
        "proses": "Proses",
        "produk": "Produk",
        "aplikasi": "Aplikasi",
        "kemitraan": "Kemitraan",
        "infrastruktur": "Infrastruktur",
    },
    "opd_kind": {
        "dinas": "Dinas",
        "badan": "Badan",
        "sekretariat": "Sekretariat",
        "inspektorat": "Inspektorat",
        "rsud": "RSUD",
        "kecamatan": "Kecamatan",
        "kelurahan": "Kelurahan",
        "bagian": "Bagian Setda",
        "luar": "Instansi luar",
    },
    "plan_point": {
        "visi": "Visi",
        "misi": "Misi",
        "isu": "Isu strategis",
        "tujuan": "Tujuan",
        "sasaran": "Sasaran",
        "program": "Program prioritas",
    },
    "region_head": {"kabupaten": "Bupati", "kota": "Wali Kota", "provinsi": "Gubernur"},
}


def shortened(text: str, letters: int) -> str:
    """Return a text on one line, cut with an ellipsis where it has more than ``letters``."""
    line = " ".join(text.split())
    return line if len(line) <= letters else line[: letters - 1].rstrip(" ,;.") + "…"


def label(group: str, value: str | None) -> str:
    """Return the words for a stored choice; unknown values show as they are, empty ones as a dash."""
    if not value:
        return EMPTY
    return LABELS[group].get(value, value)


def number(value: float | Decimal, digits: int | None = None) -> str:
    """Return ``1.234.567,89``; without ``digits`` as many decimals as the value needs, at most ten."""
    amount = Decimal(str(value))
    text = f"{amount:,.10f}".rstrip("0").rstrip(".") if digits is None else f"{amount:,.{digits}f}"
    return text.translate(str.maketrans(",.", ".,"))


def rupiah(value: int | None) -> str:
    """Return whole rupiah as ``Rp1.250.000.000``, a dash where there is none."""
    return EMPTY if value is None else f"{'-' if value < 0 else ''}Rp{number(abs(value))}"


def money(value: int | None) -> str:
    """Return whole rupiah for a table cell: ``1.250.000.000``, a dash where there is none."""
    return EMPTY if value is None else number(value)


def rupiah_words(value: int) -> str:
    """Return rupiah in the words of a sentence: ``Rp8,39 miliar``, ``Rp112 juta``, ``Rp950 ribu``."""
    size, sign = abs(value), "-" if value < 0 else ""
    for limit, word in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu")):
        if round(Decimal(size * _THOUSAND) / limit, 2) >= _THOUSAND:
            return f"{sign}Rp{number(round(Decimal(size) / limit, 2))} {word}"
    return rupiah(value)


def parse_money(text: str) -> int | None:
    """Return whole rupiah typed by a person: ``Rp1.250.000.000``, ``1250000``, ``1,25 M``; None if empty.

    Raises ValueError where it is not an amount of whole rupiah, or more than ``MOST_RUPIAH``.
    """
    kept = text.casefold().replace("\u00a0", "").replace(" ", "").removeprefix("rp").strip(".")
    if kept in {"", "-", EMPTY}:
        return None
    shortly = _SHORTLY.fullmatch(kept)
    if shortly:
        return _written_shortly(*shortly.groups())
    kept = kept.removesuffix(",-").removesuffix(",00").removesuffix(".00")
    parts = kept.replace(",", ".").split(".")
    if len(parts) > 1 and not all(len(part) == _GROUP for part in parts[1:]):
        raise ValueError(text)
    # Thousands or decimals: nobody can tell a factor of a thousand.
    if len(parts) > 1 and (len(parts[0].lstrip("-")) > _GROUP or {".", ","} <= set(kept)):
        raise ValueError(text)
    digits = "".join(parts)
    if not re.fullmatch(r"-?\d+", digits, re.ASCII):
        raise ValueError(text)
    amount = int(digits)
    if abs(amount) > MOST_RUPIAH:
        raise ValueError(text)
    return amount


def _written_shortly(figure: str, word: str) -> int:
    """Return rupiah written with a word for its size: ``1,25 miliar``, ``500 jt``, ``1.250 juta``."""
    grouped = "," in figure or all(len(part) == _GROUP for part in figure.split(".")[1:])
    amount = Decimal(figure.replace(".", "").replace(",", ".") if grouped else figure) * _SIZES[word]
    if amount != amount.to_integral_value() or abs(amount) > MOST_RUPIAH:
        raise ValueError(figure)
    return int(amount)


def day_of(text: str) -> date | None:
    """Return the date of ``YYYY-MM-DD`` (or the day of an ISO moment); None where there is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def long_date(day: date | None, *, weekday: bool = True) -> str:
    """Return ``Senin, 31 Juli 2023``."""
    if day is None:
        return EMPTY
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{DAYS[day.weekday()]}, {words}" if weekday else words


def short_date(day: date | None) -> str:
    """Return ``31-7-2023``, for footers and narrow columns."""
    return EMPTY if day is None else f"{day.day}-{day.month}-{day.year}"


def clock_time(moment: datetime | None, *, seconds: bool = False) -> str:
    """Return ``10.42`` or ``10.42.07`` in the moment's own zone."""
    if moment is None:
        return EMPTY
    return moment.strftime("%H.%M.%S" if seconds else "%H.%M")


def in_zone(moment: datetime, zone: str) -> datetime:
    """Return a moment in WIB, WITA or WIT (UTC+7, +8, +9, no summer time); other zones leave it as it is."""
    hours = ZONES.get(zone)
    return moment if hours is None else moment.astimezone(timezone(timedelta(hours=hours), zone))


def plan_time(text: str) -> str:
    """Return a stored ``HH:MM`` or ISO moment as ``HH.MM``; a dash where there is none."""
    if not text:
        return EMPTY
    return text[11:16].replace(":", ".") if "T" in text else text[:5].replace(":", ".")


def calm_name(name: str) -> str:
    """Return a program's name for reading: without the word "program" in front, capitals only where due.

    Plans print their programs in capitals; ``PROGRAM APLIKASI INFORMATIKA`` becomes ``Aplikasi Informatika``.
    Short names (UMKM, DPRD) and what stands in brackets keep their capitals; a name that has small letters
    already keeps all of its own.
    """
    kept = re.sub(r"^program\s+", "", name.strip(), flags=re.IGNORECASE) or name
    if kept != kept.upper():
        return kept
    return re.sub(r"\([^)]*\)|[^\W\d_]+", _calm_word, kept)


def _calm_word(found: "re.Match[str]") -> str:
    word = found.group()
    if word.startswith("(") or word in _SHORT_NAMES:
        return word
    return word.lower() if word in _SMALL_WORDS and found.start() else word.capitalize()


def stage_name(number_of: int) -> str:
    """Return the Roman number of a stage."""
    return STAGE_NAMES[number_of - 1] if 1 <= number_of <= len(STAGE_NAMES) else str(number_of)


FAULTS: Final[dict[str, str]] = {
    "map-short": "{lacks} Peta tabel belum disimpan.",
    "paper-check": "Nomor {code} salah ketik: huruf di belakangnya tidak cocok. Tidak ada yang diubah. "
    "Baca lagi dari kertas, atau pindai garisnya.",
    "paper-unknown": "Tidak ada kertas bernomor {code}. Tidak ada yang diubah. "
    "Baca lagi nomor di kanan atas kertas.",
    "file-not-ours": "Berkas ini bukan berkas Bimtek. Tidak ada yang diubah. "
    "Pilih berkas berakhiran .bimtek.",
    "file-damaged": "Berkas Bimtek ini rusak dan tidak dibuka supaya tidak bertambah rusak. "
    "Pilih Pulihkan untuk membuka salinan pengaman terakhir.",
    "file-too-new": "Berkas ini dibuat oleh program yang lebih baru. Berkas tidak diubah. "
    "Perbarui program di laptop ini, lalu buka lagi.",
    "file-in-use": "Berkas ini sedang dibuka di jendela lain. Isian di sana aman. "
    "Tutup jendela itu dahulu, atau lanjutkan bekerja di sana.",
    "file-missing": "Berkas {name} tidak ditemukan. Tidak ada yang diubah. "
    "Periksa apakah flashdisk terpasang atau berkas dipindahkan.",
    "file-exists": "Sudah ada berkas bernama {name} di sana. Berkas itu tidak diubah. "
    "Pakai nama atau folder lain.",
    "file-read-only": "Berkas {name} belum ditutup dengan baik, dan medianya tidak bisa ditulisi. "
    "Tidak ada yang diubah. Salin isi foldernya ke laptop, lalu buka salinannya.",
    "file-takes-nothing": "Berkas ini hanya bisa dibaca, jadi perubahan tidak disimpan. Isi berkas tetap. "
    "Untuk mengisi, buka berkas kerja di laptop.",
    "withheld-not-joined": "Salinan tanpa data pribadi tidak digabungkan dengan berkas lain: isian yang "
    "dikosongkan di dalamnya akan ikut. Tidak ada yang diubah. Pakai berkas kerja yang lengkap.",
    "backup-damaged": "Salinan pengaman {name} rusak, jadi tidak dipulihkan. Berkas lain tidak diubah. "
    "Pilih salinan dengan tanggal lain.",
    "package-damaged": "Paket ini tidak utuh. Tidak ada yang digabungkan, isian di laptop ini tetap. "
    "Minta paketnya dibuat ulang.",
    "attachment-too-big": "Berkas ini lebih dari {limit} MB, jadi tidak disimpan. Isian lain aman. "
    "Perkecil dahulu, lalu coba lagi.",
    "number-too-big": "Angka {number} terlalu besar untuk disimpan. Isian lain aman. Periksa ketikannya.",
    "disk-full": "Belum tersimpan: ruang disk penuh. Isian Anda masih ada di layar. "
    "Kosongkan ruang, lalu tekan Coba lagi.",
    "disk-fault": "Belum tersimpan: disk tidak bisa ditulisi. Isian Anda masih ada di layar. "
    "Periksa disk atau flashdisk, lalu tekan Coba lagi.",
    "session-running": 'Sesi "{title}" masih berjalan. Isiannya aman. '
    "Akhiri dahulu sesi itu, lalu mulai yang baru.",
    "agenda-begun": 'Sesi "{title}" sudah dimulai, jadi jam rencananya tetap. Tidak ada yang diubah. '
    "Ubah sesi sesudahnya, atau pakai tombol di Jalannya acara.",
    "agenda-begun-kept": 'Sesi "{title}" sudah dimulai, jadi tidak dihapus: catatan dan fotonya ada di sana. '
    "Tidak ada yang diubah. Ganti saja judulnya bila keliru.",
    "agenda-no-day": "Tahap ini belum bertanggal, jadi susunannya belum dipasang. Tidak ada yang diubah. "
    "Isi dahulu tanggalnya lewat Atur tahap.",
    "agenda-empty": "Tahap ini belum punya sesi, jadi tidak ada templat yang disimpan. "
    "Susun acaranya dahulu.",
    "agenda-template-broken": "Templat {name} tidak bisa dibaca, jadi tidak dipakai. Susunan acara tetap. "
    "Hapus berkas itu, atau simpan templatnya lagi.",
    "stage-filled": "Tahap {stage} berisi {what}, jadi tidak dihapus. Tidak ada yang diubah. "
    "Pindahkan atau hapus isinya dahulu.",
    "stage-last": "Ini satu-satunya tahap, jadi tidak dihapus. Tidak ada yang diubah. "
    "Tambah tahap lain dahulu.",
    "stage-most": "Paling banyak {most} tahap. Tidak ada yang diubah. Pakai tahap yang sudah ada.",
    "opd-unknown": 'OPD "{name}" tidak dikenal atau tidak hanya satu. Tidak ada yang diubah. '
    "Yang ada: {known}.",
    "opd-gone": "OPD ini sudah dihapus. Hasil baca belum disimpan. "
    "Pilih OPD lain, atau urungkan penghapusannya.",
    "program-nameless": "Program ini belum bernama, jadi belum ditambahkan. Isian lain aman. "
    "Tulis namanya, lalu tekan Enter.",
    "program-opd-gone": "OPD ini sudah dihapus, jadi programnya belum ditambahkan. Isian lain aman. "
    "Pilih OPD lain, atau urungkan penghapusannya.",
    "finding-unexplained": "Penjelasan OPD belum ditulis, jadi jawabannya belum disimpan. "
    "Tulis penjelasannya, lalu tekan Enter.",
    "finding-state": "Jawaban itu tidak dikenal. Tidak ada yang diubah. "
    "Pilih Diperbaiki, Dijelaskan, atau Keliru.",
    "people-empty": "{name} tidak berisi tabel. Tidak ada yang disimpan. "
    "Pilih berkas lain, atau salin-tempel daftarnya.",
    "people-too-long": "{name} berisi lebih dari {limit} baris. Tidak ada yang disimpan. "
    "Salin daftar peserta Bimtek ini saja ke berkas baru, lalu coba lagi.",
    "person-gone": "Peserta ini sudah dihapus, jadi isian itu tidak disimpan. Isian lain aman. "
    "Ctrl+Z mengembalikan yang dihapus.",
    "person-nameless": "Namanya belum ditulis, jadi belum ditambahkan. Isian lain aman. "
    "Tulis namanya, lalu tekan Enter.",
    "purpose-missing": "Tujuan pemakaian data belum ditulis, jadi NIP dan HP belum diaktifkan. "
    "Tulis untuk apa data itu dipakai, lalu aktifkan.",
    "worksheet-unknown": 'Kertas kerja "{code}" tidak ada di Bimtek ini. Tidak ada yang diubah.',
    "column-read-only": 'Kolom "{column}" hanya baca. Isian lain aman. Isilah kolom di sebelah kanannya.',
    "definition-file": "{name} tidak dapat dipakai: {why}. Tidak ada yang diubah. "
    "Minta berkas kertas kerja itu disimpan ulang dari Susunan.",
    "definition-untitled": "Kertas kerja ini belum punya judul. Tidak ada yang dibuat. "
    "Tulis judulnya dahulu.",
    "definition-code": 'Kode "{code}" sudah dipakai yang lain, jadi kode lama tetap. Isian aman. '
    "Tulis kode yang belum dipakai.",
    "definition-filler": 'Baris kertas kerja ini milik pihak lain, jadi tidak bisa diisi "{who}". '
    "Isian aman. Salin kertas kerja ini bila ingin pengisi yang lain.",
    "column-kind-fixed": "Jenis kolom {column} tetap, karena kolom itu bawaan program. Isian aman. "
    "Tambahkan kolom sendiri untuk jenis yang lain.",
    "column-choices-fixed": "Kolom {column} bawaan program, jadi pilihannya tidak bisa ditambah. "
    "Isian aman. Ubah kata-katanya, atau tambahkan kolom sendiri.",
    "sheet-file-unknown": "{name} bukan berkas kertas kerja dari program ini. Tidak ada yang diubah. "
    "Pakai berkas yang dulu disimpan lewat Kertas Kerja, Simpan ke Excel.",
    "sheet-file-other": "{name} berasal dari Bimtek lain, jadi tidak dibaca. Tidak ada yang diubah. "
    "Buka Bimtek asalnya, lalu baca berkas ini di sana.",
    "rows-fixed": 'Baris kertas kerja "{title}" berasal dari Renstra, jadi tidak dihapus atau dipindah '
    "di sini. Tidak ada yang diubah.",
    "merge-too-few": "Isian yang dipilih tidak cukup untuk digabungkan: paling sedikit dua yang belum masuk "
    "gabungan lain. Tidak ada yang diubah. Pilih isian lain.",
    "merge-judged": "{count} kandidat yang dipilih sudah dinilai atau diputuskan, jadi tidak bisa disatukan. "
    "Tidak ada yang diubah. Tarik dahulu kandidat yang tidak dipakai, atau pilih satu saja.",
    "carry-no-sheet": "Ada isian yang belum jelas masuk ke lembar mana. Tidak ada yang dibawa. "
    'Pilih lembar tujuan di "{title}" dahulu.',
    "renstra-empty": "Tidak ada baris program yang terbaca, jadi tidak ada yang disimpan. "
    "Periksa lembar yang dipilih, atau salin-tempel tabelnya.",
    "typed-years": "Tahun pertama dan terakhir Renstra belum cocok. Ketikan tetap. "
    "Tulis misalnya 2025 dan 2029, paling banyak {longest} tahun.",
    "typed-gone": "Ketikan ini sudah dihapus. Isian lain aman. Ctrl+Z mengembalikannya.",
    "frame-empty": "Tidak ada visi, misi, tujuan, sasaran, atau program yang terbaca, jadi tidak ada yang "
    "disimpan. Periksa berkasnya, atau tempel tabelnya.",
    "plan-version-gone": "Isi versi {number} tidak ada di berkas ini, jadi tidak bisa dibandingkan atau "
    "dipulihkan. Renstra yang tersimpan aman. Pilih versi lain.",
    "picture-unreadable": "Gambar ini tidak bisa dibaca atau terlalu besar. Kop tidak berubah. "
    "Pakai berkas PNG atau JPG di bawah 20 MB.",
    "region-unknown": 'Kode daerah "{code}" tidak dikenal. Belum ada berkas yang dibuat. '
    "Pilih daerah dari daftar.",
    "dimension-set-unknown": 'Susunan dimensi "{code}" tidak dikenal. Pilih salah satu dari daftar.',
    "dimension-code": 'Kode "{code}" belum bisa dipakai; kode yang lama tetap. '
    "Pakai 2 sampai 5 huruf kapital atau angka, misalnya GOV.",
    "subdimension-code": 'Kode "{code}" belum bisa dipakai; kode yang lama tetap. Pakai kode seperti GOV-1.',
    "dimension-code-taken": "Kode {code} sudah dipakai {other}; kode yang lama tetap. Pilih kode lain.",
    "dimension-nameless": "Namanya belum diisi; nama yang lama tetap. Tulis namanya.",
    "dimension-name-taken": '"{name}" sudah menjadi nama {other}. Tidak ada yang diubah. Pilih nama lain.',
    "dimension-target-gone": "Tujuan pindahan sudah tidak dipakai. Tidak ada yang diubah. Pilih tujuan lain.",
    "session-unknown": "Belum ada sesi di Bimtek ini. Tidak ada yang dicetak. Mulai satu sesi dahulu.",
    "print-nothing-filled": "Belum ada yang mengisi kertas kerja {codes}, jadi tidak ada yang dicetak. "
    "Isi dahulu, atau cetak kertas kerja kosong.",
    "print-not-saved": "{name} belum tersimpan: folder itu tidak bisa ditulisi atau berkasnya sedang dibuka. "
    "Data Bimtek aman. Tutup PDF itu atau pilih folder lain, lalu coba lagi.",
    "file-unsound": "Ada {count} hal yang tidak cocok di berkas ini (lihat di atas). Berkas tidak diubah. "
    "Buka salinan pengaman lewat Pulihkan.",
    "print-cancelled": "Cetakan ini dihentikan. Tidak ada yang disimpan, isian Bimtek aman.",
    "print-no-day": '"{value}" tidak ada di Bimtek ini. Tidak ada yang dicetak. Yang ada: {known}.',
    "print-unknown": 'Jenis cetakan "{kind}" tidak dikenal. Lihat daftarnya dengan cetak --daftar.',
    "read-empty": "{name} kosong, tidak ada yang bisa dibaca. Tidak ada yang disimpan. "
    "Pilih berkas lain, atau salin-tempel tabelnya.",
    "read-damaged": "{name} rusak dan tidak bisa dibaca. Tidak ada yang disimpan. "
    "Buka di Excel atau Word, simpan ulang, lalu coba lagi.",
    "read-password": "{name} berkata sandi. Tidak ada yang disimpan. "
    "Buka di Excel atau Word, hapus kata sandinya, simpan, lalu coba lagi.",
    "read-old-format": "{name} berformat lama ({what}). Tidak ada yang disimpan. "
    "Buka di Excel atau Word, Simpan Sebagai .xlsx atau .docx, lalu coba lagi.",
    "read-web-page": "{name} sebenarnya halaman web, walau akhirannya lain. Tidak ada yang disimpan. "
    "Buka di Excel, Simpan Sebagai .xlsx, lalu coba lagi.",
    "read-wrong-kind": "{name} bukan berkas tabel ({what}). Tidak ada yang disimpan. "
    "Minta berkas Excel, Word, PDF, atau CSV, atau salin-tempel tabelnya.",
    "read-too-big": "{name} terlalu besar, atau ada isi jauh di luar tabelnya. Tidak ada yang disimpan. "
    "Salin tabelnya saja ke berkas baru, lalu coba lagi.",
    "read-too-slow": "{name} terlalu lama dibaca, jadi dihentikan. Tidak ada yang disimpan. "
    "Salin tabelnya saja ke berkas baru, lalu coba lagi.",
    "read-cancelled": "Pembacaan {name} dibatalkan. Tidak ada yang disimpan.",
    "read-locked": "{name} tidak bisa dibuka. Tidak ada yang disimpan. "
    "Tutup berkas itu di Excel atau periksa flashdisk, lalu coba lagi.",
    "read-no-table": "Tidak ditemukan tabel Renstra di {name}. Tidak ada yang disimpan. Periksa apakah judul "
    "kolomnya ikut (Kode, Program, Indikator, Tahun), atau petakan kolomnya sendiri.",
    "initiatives-no-column": 'Tidak ada kolom "{column}" di {name}, jadi tidak ada yang disarankan. '
    "Beri judul kolom di baris pertama: inisiatif, ringkas, opd.",
    "cue-empty": "Katanya belum ditulis, jadi belum ditambahkan. Daftar kata tetap. "
    "Tulis satu sampai tiga kata.",
    "cue-long": '"{word}" terlalu panjang, jadi belum ditambahkan. Daftar kata tetap. '
    "Tulis paling banyak tiga kata.",
    "cue-known": 'Kata "{word}" sudah ada di {place}. Daftar kata tetap. Ubah saja bobotnya.',
    "read-picture": "Berkas ini hanya gambar, tulisannya tidak bisa dibaca ({name}). Tidak ada yang "
    "disimpan. Halamannya bisa ditampilkan di kiri dan diketik di kanan, atau minta berkas Excel/Word-nya.",
    "read-no-rules": "Tabel di {name} tidak bergaris, jadi kolomnya tidak pasti. Tidak ada yang disimpan. "
    "Minta berkas Excel/Word-nya, atau salin tabelnya dari pembaca PDF lalu tempel.",
    "read-mend": '"{value}" tidak bisa dipakai di sini. Hasil baca tidak berubah. Periksa ketikannya.',
    "photo-damaged": "{name} rusak atau terpotong, jadi tidak dimasukkan. Foto lain aman. "
    "Minta fotonya dikirim ulang, lalu coba lagi.",
    "photo-empty": "{name} kosong, jadi tidak dimasukkan. Foto lain aman. Minta fotonya dikirim ulang.",
    "photo-heic": "{name} berformat HEIC (iPhone) dan tidak bisa dibaca, jadi tidak dimasukkan. "
    "Foto lain aman. Minta fotonya dikirim sebagai JPG.",
    "photo-locked": "{name} tidak bisa dibuka, jadi tidak dimasukkan. Foto lain aman. "
    "Periksa flashdisk atau kabel ponselnya, lalu coba lagi.",
    "photo-not-saved": "Foto belum tersimpan: disk penuh atau tidak bisa ditulisi. Isian lain aman. "
    "Kosongkan ruang atau periksa disk, lalu masukkan fotonya lagi.",
    "photo-session-gone": "Sesi ini sudah dihapus, jadi fotonya belum dimasukkan. Isian lain aman. "
    "Pilih sesi lain, atau urungkan penghapusannya.",
    "photo-too-big": "{name} terlalu besar, jadi tidak dimasukkan. Foto lain aman. "
    "Perkecil dahulu di ponsel, lalu coba lagi.",
    "photo-too-slow": "{name} terlalu lama dibaca, jadi tidak dimasukkan. Foto lain aman. "
    "Perkecil dahulu di ponsel, lalu coba lagi.",
    "photo-wrong-kind": "{name} bukan foto yang bisa dibaca ({what}), jadi tidak dimasukkan. "
    "Foto lain aman. Pakai JPG, PNG, atau WebP.",
    "nothing-to-undo": "Tidak ada yang bisa diurungkan lagi.",
    "nothing-to-redo": "Tidak ada yang bisa diulangi lagi.",
    "file-not-written": "{name} belum tersimpan: berkas tidak bisa ditulis di sana. Isian di Bimtek aman. "
    "Pilih folder lain, atau tutup berkas itu bila sedang dibuka.",
    "package-full": "Paket tidak jadi: ruang di {name} tidak cukup. Tidak ada yang ditinggalkan di sana, dan "
    "data Bimtek aman. Kosongkan ruang atau pilih folder lain, lalu buat lagi.",
    "package-lost": "Paket tidak jadi: {name} tidak bisa ditulisi lagi, mungkin flashdisk-nya tercabut. Data "
    "Bimtek aman. Pasang flashdisk-nya atau pilih folder lain, lalu buat lagi.",
    "package-broken": "Paket tidak jadi: yang tertulis di {name} tidak sama dengan yang dibuat, mungkin "
    "flashdisk-nya rusak. Tidak ada yang ditinggalkan di sana. Pilih folder lain, lalu buat lagi.",
    "folder-unusable": "Folder {name} tidak bisa dibuat atau ditulisi. Tidak ada yang diubah. "
    "Pilih folder lain.",
    "copy-not-made": "Salinan pengaman belum bisa dibuat: folder {name} penuh atau tidak bisa ditulisi. "
    "Isian Bimtek tetap tersimpan di berkasnya. Pilih folder lain di Pengaturan (Ctrl+,).",
    "copy-folder-taken": "Folder itu sudah dipakai untuk salinan yang satunya. Tidak ada yang diubah. "
    "Pilih folder lain, sebaiknya di flashdisk.",
    "profile-inside": "Folder itu berada di dalam folder profil sekarang, atau sebaliknya. "
    "Tidak ada yang diubah. Pilih folder lain.",
    "profile-not-moved": "Profil belum pindah: {name} penuh atau tidak bisa ditulisi. "
    "Profil sekarang tetap dipakai, tidak ada yang hilang. Pilih folder lain.",
    "program-fault": "Ada gangguan pada program. Isian yang sudah tersimpan aman. "
    "Coba lagi; bila terulang, tutup program lalu buka lagi.",
    "grouping-gone": "Pembagian atau kelompok ini sudah dihapus, jadi tidak ada yang diubah. "
    "Isian lain aman. Ctrl+Z mengembalikan yang dihapus.",
    "vote-closed": 'Pemungutan suara "{title}" sudah ditutup, jadi tidak ada yang dicatat atau dihapus. '
    "Suara yang sudah masuk aman. Tekan Ulangi untuk putaran baru.",
    "vote-rule-closed": 'Pemungutan suara "{title}" sudah ditutup, jadi aturan hitungnya tidak diubah. '
    "Suara yang sudah masuk aman. Tekan Lanjutkan menghitung atau Putaran baru lebih dulu.",
    "vote-no-voter": "Nomor surat suara atau pesertanya belum ditulis. Suara yang sudah masuk aman. "
    "Tulis nomornya, lalu tekan Enter.",
    "row-gone": "Baris ini sudah dihapus, jadi isian itu tidak disimpan. Isian lain aman. "
    "Ctrl+Z mengembalikan yang dihapus.",
    "shared-nothing": "Belum ada nama atau program yang dipilih, jadi belum ditambahkan. Isian lain aman. "
    "Pilih programnya atau tulis namanya.",
    "chapter-no-text": "{name} bukan dokumen Word (.docx) yang berisi teks bab. Teks bab di sini tetap. "
    "Pilih berkas bab yang disimpan dari Word sebagai .docx.",
    "chapter-too-long": "{name} terlalu panjang untuk satu bab. Teks bab di sini tetap. "
    "Simpan satu bab saja ke berkas baru, lalu coba lagi.",
    "second-nobody": "Nama pembaca kedua belum ditulis, jadi bacaannya belum disimpan. Isian lain aman. "
    "Tulis namanya, lalu ulangi.",
}


def sentence(fault: Fault, say: Callable[[str], str] = str) -> str:
    """Return the Indonesian sentence of an expected fault: what happened, what is safe, what to do.

    ``say`` puts it into the words of the event before values are put in.
    """
    text = FAULTS.get(fault.code)
    if text is None:
        return f"Terjadi gangguan ({fault.code}). Data yang sudah tersimpan aman. Coba lagi."
    return say(text).format_map(fault.values)
