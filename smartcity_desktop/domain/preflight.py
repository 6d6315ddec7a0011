"""Cek Sebelum Acara: what is looked at before people come, each judged in words with what to do about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import Final, Literal

from smartcity_desktop.domain.wording import ZONES, clock_time, long_date, number

Tone = Literal["good", "warning", "error"]
TONE_WORDS: Final = {"good": "Siap", "warning": "Perhatikan", "error": "Belum siap"}
GIGABYTE: Final = 1_000_000_000
LEAST_FREE: Final = GIGABYTE // 2
ENOUGH_FREE: Final = 2 * GIGABYTE
COPY_FREE: Final = GIGABYTE // 10
"""Room below which safety copies soon find none."""
ORDER: Final = (
    *("battery", "screen", "printer", "copies", "clock", "disk", "place", "certificate", "fonts"),
)
"""The keys of all checks, as they stand on the page."""
Drive = Literal["", "removable", "network"]
"""On what a file lies, empty for a disk of this laptop."""
_LOW_BATTERY: Final = 20
_CLOCK_SLACK: Final = timedelta(minutes=2)
_FIRST_YEAR: Final = 2024
_CLOUDS: Final = (
    *("onedrive", "dropbox", "google drive", "googledrive", "my drive", "drive saya"),
    *("shared drives", "drive bersama", "icloud", "nextcloud", "owncloud", "pcloud", "synologydrive"),
)
"""How folders begin that cloud programs keep in step, also in an Indonesian Google Drive."""
_CLOUDS_WHOLE: Final = frozenset({"box", "box sync", "mega", "megasync"})
_STICKS: Final = ("/media/", "/run/media/", "/mnt/", "/volumes/")
_TO_FILE: Final = re.compile(r"pdf|xps|onenote|\bfax\b", re.IGNORECASE)
"""What the names of printers hold that give no paper; every Windows has some of them."""
_WIDEN: Final = {"win32": "Tekan Windows+P, pilih Perluas (Extend)."}
_WIDEN_ELSE: Final = "Di setelan layar pilih Perluas, bukan Cermin."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: how it stands, in words, and what to do (empty where nothing is to be done)."""

    key: str
    title: str
    tone: Tone
    words: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Power:
    """What the laptop says of its power; ``percent`` is None where there is no battery."""

    percent: int | None = None
    is_plugged: bool = False


@dataclass(frozen=True, slots=True)
class PrinterFacts:
    """A printer that the laptop knows; ``has_paper`` tells whether it takes the paper of the workshop."""

    name: str
    has_paper: bool
    is_usual: bool = False


@dataclass(frozen=True, slots=True)
class FolderFacts:
    """A folder of safety copies: whether it is there, takes a file, and has room (bytes, None: unknown)."""

    path: str
    is_there: bool
    is_writable: bool
    free: int | None = None

    @property
    def is_full(self) -> bool:
        """Whether a few more copies find no room."""
        return self.free is not None and self.free < COPY_FREE


def battery(power: Power | None) -> Check:
    """Judge the power: a day in a hall is longer than any battery."""
    key, title = "battery", "Listrik"
    if power is None:
        return Check(key, title, "warning", "Baterai tidak terbaca.", "Pastikan kabel listrik terpasang.")
    if power.percent is None:
        return Check(key, title, "good", "Komputer ini langsung memakai listrik, tanpa baterai.")
    if power.is_plugged:
        return Check(key, title, "good", f"Terhubung ke listrik, baterai {power.percent}%.")
    tone: Tone = "error" if power.percent < _LOW_BATTERY else "warning"
    words = f"Memakai baterai, tinggal {power.percent}%."
    return Check(key, title, tone, words, "Sambungkan ke listrik sebelum acara mulai.")


def printers(found: Sequence[PrinterFacts], paper: str) -> Check:
    """Judge the printers by the paper of the workshop; what only writes files is none."""
    key, title = "printer", "Printer"
    real = [item for item in found if not _TO_FILE.search(item.name)]
    if not real:
        remedy = "Sambungkan printer, atau simpan PDF dan cetak dari laptop lain."
        named = f" Yang ada hanya menulis berkas: {found[0].name}." if found else ""
        return Check(key, title, "warning", f"Belum ada printer di laptop ini.{named}", remedy)
    usual = next((item for item in real if item.is_usual), real[0])
    fitting = next((item for item in (usual, *real) if item.has_paper), None)
    if fitting is None:
        words = f"{usual.name} tidak punya kertas {paper}."
        return Check(
            key, title, "warning", words, f"Halaman akan dikecilkan, atau pakai printer lain untuk {paper}."
        )
    others = f" ({len(real)} printer)" if len(real) > 1 else ""
    return Check(key, title, "good", f"{fitting.name}, kertas {paper} tersedia{others}.")


def screens(names: Sequence[str], platform: str) -> Check:
    """Judge the screens: the second one is the hall's; ``platform`` as in ``sys``.

    A projector that repeats the laptop's picture is no screen of its own.
    """
    key, title = "screen", "Proyektor"
    if len(names) > 1:
        return Check(key, title, "good", f"Layar kedua tersambung: {', '.join(names[1:])}.")
    remedy = (
        f"Sambungkan proyektor. Sudah tersambung? {_WIDEN.get(platform, _WIDEN_ELSE)} "
        "Dengan satu layar, tayangan menutupi layar ini; Esc untuk kembali."
    )
    return Check(key, title, "warning", "Hanya ada satu layar.", remedy)


def disk(free: int | None) -> Check:
    """Judge the room on the disk of the workshop file, in bytes."""
    key, title = "disk", "Ruang disk"
    if free is None:
        return Check(key, title, "warning", "Ruang disk tidak terbaca.", "Pastikan masih ada 2 GB.")
    words = f"Tersisa {number(round(free / GIGABYTE, 1))} GB."
    if free < LEAST_FREE:
        return Check(key, title, "error", words, "Kosongkan ruang dahulu: isian bisa tidak tersimpan.")
    if free < ENOUGH_FREE:
        return Check(key, title, "warning", words, "Cukup untuk hari ini; kosongkan ruang sebelum besok.")
    return Check(key, title, "good", words)


def clock(now: datetime, newest: datetime | None, zone: str) -> Check:
    """Judge the laptop's clock: against the newest file it wrote, and against the zone of the region.

    ``now`` is in the zone of the laptop.
    """
    key, title = "clock", "Jam laptop"
    said = f"{long_date(now.date())}, pukul {clock_time(now)}"
    remedy = "Betulkan tanggal dan jam laptop dahulu: waktu di catatan dan cetakan mengikutinya."
    if newest is not None and now < newest - _CLOCK_SLACK:
        last = newest.astimezone(now.tzinfo)
        words = f"{said}, lebih awal dari berkas terakhir ({long_date(last.date())}, {clock_time(last)})."
        return Check(key, title, "error", words, remedy)
    if now.year < _FIRST_YEAR:
        return Check(key, title, "error", f"{said}.", remedy)
    offset = now.utcoffset()
    if zone in ZONES and offset is not None and offset != timedelta(hours=ZONES[zone]):
        words = f"{said}, tidak memakai {zone}."
        return Check(key, title, "warning", words, f"Waktu di layar dan cetakan tetap ditulis dalam {zone}.")
    return Check(key, title, "good", f"{said}.")


def copies(first: FolderFacts, second: FolderFacts | None, *, is_one_disk: bool = False) -> Check:
    """Judge where safety copies go; ``is_one_disk`` where both folders would be lost together."""
    key, title = "copies", "Salinan pengaman"
    tone: Tone = "warning"
    if not first.is_writable:
        tone, words = "error", "Folder salinan tidak bisa ditulisi."
        remedy = "Pilih folder lain di Pengaturan."
    elif first.is_full:
        tone, words = "error", f"Ruang di folder salinan tinggal {_size(first.free)}."
        remedy = "Kosongkan ruang, atau pilih folder lain di Pengaturan."
    elif second is None:
        words = "Salinan dibuat di laptop ini saja."
        remedy = "Pilih folder kedua di flashdisk: kalau laptop rusak, isian tetap ada."
    elif not second.is_there:
        words = "Folder kedua belum terpasang."
        remedy = "Tancapkan flashdisknya; salinan menyusul sendiri."
    elif not second.is_writable:
        words, remedy = "Folder kedua tidak bisa ditulisi.", "Periksa kunci tulis flashdisknya."
    elif second.is_full:
        words = f"Ruang di folder kedua tinggal {_size(second.free)}."
        remedy = "Kosongkan flashdisknya, atau pilih folder lain."
    elif is_one_disk:
        words = "Folder kedua ada di disk yang sama dengan folder salinan."
        remedy = "Pilih folder di flashdisk: kalau laptop rusak, isian tetap ada."
    else:
        tone, words, remedy = "good", "Dua tempat siap: laptop ini dan folder kedua.", ""
    return Check(key, title, tone, words, remedy)


def _size(free: int | None) -> str:
    return f"{number(round((free or 0) / (GIGABYTE // 1000)))} MB"


def place(path: PurePath | None, *, drive: Drive = "", is_read_only: bool = False) -> Check:
    """Judge where the workshop file lies."""
    key, title = "place", "Tempat berkas"
    if path is None:
        return Check(key, title, "good", "Belum ada Bimtek yang dibuka.")
    if is_read_only:
        return Check(
            key,
            title,
            "error",
            "Berkas ini hanya bisa dibaca.",
            "Salin ke laptop, lalu buka salinannya untuk mengisi.",
        )
    if drive == "network":
        return Check(
            key,
            title,
            "warning",
            "Berkas ada di folder jaringan.",
            "Salin ke laptop dan kerjakan di sana: bila jaringan putus, isian tidak tersimpan.",
        )
    if drive == "removable" or is_on_stick(path):
        return Check(
            key,
            title,
            "warning",
            "Berkas ada di flashdisk.",
            "Salin ke laptop dan kerjakan di sana; flashdisk untuk salinan pengaman.",
        )
    if in_cloud(path):
        return Check(
            key,
            title,
            "warning",
            "Berkas ada di folder yang disinkronkan ke internet.",
            "Pindahkan ke folder biasa selama acara: sinkronisasi dapat mengunci berkas.",
        )
    return Check(key, title, "good", f"Di laptop ini: {path.name}.")


def certificates(doubled: Sequence[int]) -> tuple[Check, ...]:
    """Judge the numbers of certificates; nothing is said where no two papers bear the same one."""
    if not doubled:
        return ()
    words = f"Nomor {', '.join(map(str, doubled))} ada di lebih dari satu sertifikat."
    remedy = "Cetak, Sertifikat, Aturan sertifikat: beri nomor baru sebelum dibagikan."
    return (Check("certificate", "Sertifikat", "warning", words, remedy),)


def fonts(missing: Sequence[str]) -> Check:
    """Judge whether the letters of screen and paper are there."""
    key, title = "fonts", "Huruf cetakan"
    if missing:
        words = f"Huruf cetakan tidak lengkap ({len(missing)} berkas)."
        return Check(key, title, "error", words, "Pasang ulang program ini; isian Bimtek tidak terpengaruh.")
    return Check(key, title, "good", "Lengkap; cetakan sama di laptop mana pun.")


def is_on_stick(path: PurePath) -> bool:
    """Tell whether a path lies where Linux and macOS mount flashdisks."""
    return path.as_posix().lower().startswith(_STICKS)


def in_cloud(path: PurePath) -> bool:
    """Tell whether a folder of the path is one that a cloud program keeps in step."""
    folders = [part.lower() for part in path.parts[:-1]]
    return any(part.startswith(_CLOUDS) or part in _CLOUDS_WHOLE for part in folders)


def summary(checks: Sequence[Check]) -> tuple[Tone, str]:
    """Return how all stands: ``Semua siap.`` or what is left, counted."""
    bad = sum(item.tone == "error" for item in checks)
    mind = sum(item.tone == "warning" for item in checks)
    if bad:
        rest = f", {mind} perlu diperhatikan" if mind else ""
        return "error", f"{bad} hal belum siap{rest}."
    if mind:
        return "warning", f"{len(checks) - mind} dari {len(checks)} siap, {mind} perlu diperhatikan."
    return "good", f"Semua siap ({len(checks)} dari {len(checks)})."
