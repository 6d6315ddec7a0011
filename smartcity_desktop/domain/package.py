"""The hand-over bundle (serah terima data): what is in it, where it lies, and what its readme says."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from smartcity_desktop.domain.print_job import KINDS, PrintJob, PrintKind
from smartcity_desktop.domain.print_kinds import QUICKWIN_GIVEN, QUICKWIN_SCORES, RECEIPT
from smartcity_desktop.domain.print_needs import ATTENDANCE
from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.domain.wording import clock_time, long_date

README: Final = "BACA DULU.txt"
SUMS: Final = "SHA256SUMS.txt"
"""One line a file, ``<sha256> *<path>``, as every program for such sums reads it."""
DATABASE: Final = "1 Berkas Bimtek"
PRINTS: Final = "2 Cetakan (PDF)"
WORDS: Final = "3 Buku dan naskah (Word)"
TABLES: Final = "4 Tabel (Excel)"
PLAIN: Final = "5 Tabel polos (CSV)"
TEXTS: Final = "6 Naskah polos (teks)"
PHOTOS: Final = "7 Foto"
ABOUT: Final[Mapping[str, str]] = {
    DATABASE: "salinan berkas kerja, dibuka dengan SmartCity Desktop",
    PRINTS: "semua hasil sebagai cetakan, dibuka dengan program PDF apa pun",
    WORDS: "buku dan naskah yang masih bisa disunting",
    TABLES: "semua data dalam satu buku kerja, satu lembar tiap tabel",
    PLAIN: "data yang sama sebagai teks (UTF-8, pemisah koma) untuk dibaca program lain",
    TEXTS: "isi buku, visi dan misi, dan catatan sebagai teks biasa",
    PHOTOS: "foto kegiatan",
}
OF_SYSTEMS: Final = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
"""Names, in small letters, of files that file managers put into folders by themselves."""
_KILO: Final = 1024
_WORKING: Final = frozenset(
    {
        *("kertas-kerja-kosong", "lembar-bernomor", "kartu-ide", "permintaan-data", "pengingat-data"),
        *("pengingat-pekerjaan-rumah", "lembar-estafet", "kertas-kerja-kelompok", "papan-nama"),
        *("tanda-pengenal", "surat-suara", "kendali-kertas", "semua-hari-ini", "bacaan-kedua"),
        *("rundown-panitia", RECEIPT),
    }
)
"""Papers that only serve while people work: they say nothing that others would need."""
_ABOUT_PEOPLE: Final = frozenset(
    {
        *(ATTENDANCE, "sertifikat", "lampiran-undangan", "pembagian-kelompok", "halaman-foto"),
    }
)
"""Papers that are about participants, or show their faces."""
ABOUT_PRESENCE: Final = frozenset({ATTENDANCE, "rekap-kehadiran"})
"""Papers about who was there, one for each day of which anybody noted it."""
_FILLED: Final[Mapping[str, str]] = {ATTENDANCE: "terisi", QUICKWIN_SCORES: QUICKWIN_GIVEN}
"""Papers that are blank forms unless they are asked for with what was written."""


@dataclass(frozen=True, slots=True)
class PackageWish:
    """What a bundle shall hold; without ``personal`` nothing in it tells of any participant."""

    personal: bool = False
    prints: bool = True
    words: bool = True
    tables: bool = True
    photos: bool = True


@dataclass(frozen=True, slots=True)
class Left:
    """A print that could not be made, and why, in a sentence."""

    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything of a bundle as values, but for the copy of the file, which stands already.

    ``texts`` and ``photos`` are (name, content) without folders.
    """

    title: str
    region: str
    made_at: datetime
    version: str
    wish: PackageWish
    jobs: tuple[PrintJob, ...] = ()
    tables: tuple[TableSheet, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    photos: tuple[tuple[str, bytes], ...] = ()
    left: tuple[Left, ...] = ()
    rows: int = 0
    """Visible rows of all kinds in the copy."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of a bundle: its path with forward strokes, size in bytes and SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a look through a bundle found; paths with forward strokes, sentences in Indonesian.

    ``changed`` are files whose content is not what it was, ``missing`` are not there, ``added`` were put
    there by somebody, ``faults`` are files that cannot be opened although they are as they were.
    """

    files: int = 0
    size: int = 0
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def is_untouched(self) -> bool:
        """Whether it is sound and nobody put anything beside."""
        return self.is_sound and not self.added

    @property
    def is_sound(self) -> bool:
        """Whether everything is there and as it was; what was added does no harm."""
        return not (self.changed or self.missing or self.faults)


def handed(*, personal: bool) -> tuple[PrintKind, ...]:
    """Return the kinds of prints that go into a bundle."""
    left = _WORKING if personal else _WORKING | _ABOUT_PEOPLE
    return tuple(item for item in KINDS if item.key not in left)


def chosen_of(kind: PrintKind) -> str:
    """Return how a print is asked for when it is handed over: with what was written on it."""
    return _FILLED.get(kind.key, "")


def sums(files: Iterable[Listed]) -> str:
    """Return the list of sums as text, by path; the last line tells how many there are and their own sum.

    It begins with ``#``, which other programs for such sums pass over.
    """
    lines = [f"{item.sha256} *{item.path}\n" for item in sorted(files, key=lambda item: item.path)]
    return "".join((*lines, _last(lines)))


def listed(text: str) -> dict[str, str]:
    """Return the sums of such a text by path. Raises ValueError where it is not whole."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[-1] != _last(lines[:-1]):
        raise ValueError(text[-80:])
    found: dict[str, str] = {}
    for line in lines[:-1]:
        digest, mark, path = line.rstrip("\n").partition(" *")
        if not mark or len(digest) != hashlib.sha256().digest_size * 2 or not path:
            raise ValueError(line)
        found[path] = digest
    return found


def _last(lines: Sequence[str]) -> str:
    return f"# {len(lines)} {hashlib.sha256(''.join(lines).encode()).hexdigest()}\n"


def readme(bundle: Bundle, files: Sequence[Listed]) -> str:
    """Return what somebody reads first who was handed this bundle and knows nothing of it."""
    day = f"{long_date(bundle.made_at.date())} pukul {clock_time(bundle.made_at)}"
    folders = [name for name in ABOUT if any(item.path.startswith(f"{name}/") for item in files)]
    lines = [
        "SERAH TERIMA DATA",
        bundle.title,
        bundle.region,
        "",
        f"Dibuat {day} dengan SmartCity Desktop {bundle.version}.",
        f"Isi: {len(files) + 1} berkas dengan berkas ini, {_size(sum(item.size for item in files))}.",
        "",
        "APA INI",
        "Hasil Bimtek penyusunan masterplan kota cerdas sampai saat paket ini dibuat: buku, kertas",
        "kerja, dan datanya. Semuanya bisa dibuka dengan program yang sudah ada di laptop, kecuali folder 1.",
        "",
        "MULAI DARI SINI",
        *(BEGIN[name] for name in BEGIN if name in folders),
        "",
        "ISI FOLDER",
    ]
    for name in folders:
        count = sum(item.path.startswith(f"{name}/") for item in files)
        lines.append(f"{name} ({count} berkas): {ABOUT[name]}.")
    lines += ["", "DATA PRIBADI", *_personal(bundle.wish)]
    lines += [
        "",
        "MEMERIKSA KEUTUHAN",
        f"{SUMS} memuat sidik SHA-256 setiap berkas. Periksa sesudah menyalin paket ke tempat lain.",
        "Di SmartCity Desktop: Serah terima data, lalu Periksa paket.",
        f'Tanpa program itu: "sha256sum -c {SUMS}" di Linux, "certutil -hashfile BERKAS SHA256" di Windows.',
        "Jangan mengubah berkas di dalam paket: salin dahulu keluar, lalu ubah salinannya.",
    ]
    lines += _PLAIN_TABLES if PLAIN in folders else []
    if bundle.left:
        lines += ["", "TIDAK DISERTAKAN"]
        lines += [f"{item.title}: {item.why}" for item in bundle.left]
    return "\r\n".join(lines) + "\r\n"


BEGIN: Final[Mapping[str, str]] = {
    PRINTS: "- Membaca hasilnya: buka buku-bukunya di folder 2.",
    WORDS: "- Meneruskan naskahnya: buka buku di folder 3 dengan Word atau LibreOffice.",
    TABLES: "- Mengolah datanya: buka buku kerja di folder 4 dengan Excel atau LibreOffice.",
    PLAIN: "- Memasukkan datanya ke aplikasi lain: pakai folder 5.",
    DATABASE: (
        "- Melihat semuanya seperti di ruangan: buka folder 1 dengan SmartCity Desktop. Programnya diminta "
        "dari fasilitator."
    ),
}
"""Where somebody begins who wants something, by the folder that it takes."""
_PLAIN_TABLES: Final = (
    "",
    "MEMBUKA TABEL POLOS (CSV)",
    "Excel: menu Data, Dari Teks/CSV, pilih berkasnya, asal berkas UTF-8, pemisah Koma, lalu Muat. Bila",
    "diklik dua kali, Excel berbahasa Indonesia bisa menumpuk semua isian dalam satu kolom.",
    'LibreOffice: UTF-8, pemisah Koma, dan centang "Format quoted field as text".',
    "Tulisan diapit tanda kutip, angka tidak: kode seperti 2.10 adalah tulisan, bukan bilangan.",
    "Tabel bernomor di folder CSV sama dengan lembar bernama sama di buku kerja Excel.",
    "Kolom ID mengenali baris; rujukan ke baris lain ditulis dengan namanya.",
    "Uang dalam rupiah penuh tanpa titik ribuan; tanggal ditulis tahun-bulan-hari.",
    "Folder setiap buku memuat tabel buku itu seperti yang tercetak, angkanya dengan titik ribuan.",
)


def _personal(wish: PackageWish) -> list[str]:
    if wish.personal:
        photos = ", foto" if wish.photos else ""
        return [
            f"Paket ini memuat data pribadi peserta: nama, jabatan, kehadiran{photos}, dan NIP atau nomor HP",
            "bila disimpan di Bimtek ini.",
            "Simpan di tempat terkunci, serahkan hanya kepada yang berhak, hapus bila tujuannya selesai.",
        ]
    return [
        "Paket ini tidak memuat data pribadi peserta: nama, jabatan, NIP, nomor HP, kehadiran, foto,",
        "gambar di dalam buku, dan berkas sumber yang dilampirkan (Renstra, SK), yang bisa memuat nama.",
        "Daftar hadir, sertifikat, pembagian kelompok, dan lampiran undangan tidak ikut.",
        "Peserta hanya bernomor, supaya yang hadir tetap bisa dihitung.",
        'Nama lengkap di dalam teks diganti "(nama tidak disertakan)".',
        "Nama panggilan bisa tertinggal: periksa catatan sebelum paket dibagikan luas.",
        "Nama kepala OPD dan pejabat yang menandatangani naskah tetap ada karena jabatannya.",
        "Salinan berkas di folder 1 hanya untuk dibaca, tidak untuk digabungkan dengan berkas kerja.",
    ]


def _size(count: int) -> str:
    if count >= _KILO * _KILO:
        return f"{count / _KILO / _KILO:.1f} MB".replace(".", ",")
    return f"{max(1, round(count / _KILO))} KB"


_NOT_OURS: Final = "Yang itu tidak dijamin: keluarkan dari folder paket."
_SHOWN: Final = 8
"""Files that a sentence names before it only counts the rest."""


def made_words(name: str, verdict: Verdict) -> str:
    """Return the sentence after a bundle was made and verified."""
    return (
        f"Paket selesai dan sudah diperiksa: {verdict.files} berkas, {_size(verdict.size)}. "
        f'Folder "{name}" siap disalin ke flashdisk.'
    )


def found_words(name: str, verdict: Verdict) -> str:
    """Return what a look through a bundle found: sound, or what is wrong and what to do."""
    if verdict.is_sound:
        more = f"\n{_named('Bukan dari paket', verdict.added)} {_NOT_OURS}" if verdict.added else ""
        return f'Paket "{name}" utuh: {verdict.files} berkas sama seperti saat diserahkan.{more}'
    if not verdict.files:
        return verdict.faults[0]
    told = [
        f'Paket "{name}" TIDAK utuh. Minta salinan baru dari pembuatnya; jangan pakai berkas di bawah ini.'
    ]
    for head, paths in (
        ("Isinya berubah", verdict.changed),
        ("Hilang", verdict.missing),
        ("Tidak bisa dibuka", verdict.faults),
        ("Bukan dari paket", verdict.added),
    ):
        if paths:
            told.append(_named(head, paths))
    return "\n".join(told)


def _named(head: str, paths: Sequence[str]) -> str:
    rest = f"; dan {len(paths) - _SHOWN} lagi" if len(paths) > _SHOWN else ""
    return f"{head}: {'; '.join(paths[:_SHOWN])}{rest}."
