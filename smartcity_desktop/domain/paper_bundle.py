"""All papers of one day in one file: which there are, in which order, and which are usually wanted when."""

from datetime import datetime
from typing import Final

from smartcity_desktop.domain.paper_opening import OPENING

ALL_TODAY: Final = "semua-hari-ini"
MORNING: Final = (
    *("susunan-acara", "rundown-panitia", "daftar-hadir", "tanda-terima", OPENING, "pembagian-kelompok"),
    *("kertas-kerja-kelompok", "kertas-kerja-kosong"),
)
EVENING: Final = (
    *("rekap-kehadiran", "notulen", "berita-acara-kelompok", "kertas-kerja-terisi", "laporan-harian"),
    *("halaman-foto", "siaran-pers"),
)
OF_A_DAY: Final = (*MORNING, *EVENING)
PER_SESSION: Final = frozenset({"notulen"})
"""Kinds of which every block with notes of the day has one."""
ON_THE_FIRST_DAY: Final = frozenset({OPENING})
"""Kinds that belong to the opening of a stage."""
_UNASKED: Final = frozenset({"tanda-terima", "kertas-kerja-kosong", "kertas-kerja-terisi", "siaran-pers"})
"""What is thick, not always given, or goes elsewhere is ticked by hand."""
_NOON: Final = 12


def usual(now: datetime) -> tuple[str, ...]:
    """Return what is ticked at this hour: before noon the papers for the day, afterwards those about it."""
    wanted = MORNING if now.hour < _NOON else EVENING
    return tuple(key for key in wanted if key not in _UNASKED)
