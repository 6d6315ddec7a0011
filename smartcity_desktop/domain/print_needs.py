"""What a person may choose for a print before it is made: which questions its kind asks. Pure."""

from datetime import datetime
from typing import Final

from smartcity_desktop.domain.paper_bundle import ALL_TODAY
from smartcity_desktop.domain.paper_recap import RECAP_DIMENSION
from smartcity_desktop.domain.print_job import GROUP_SHEETS, NAME_TAGS, PER_OPD, TENT_CARDS, PrintKind
from smartcity_desktop.domain.print_signer import is_signed

CERTIFICATE: Final = "sertifikat"
ATTENDANCE: Final = "daftar-hadir"
PRESS: Final = "siaran-pers"
MINUTES: Final = "notulen"
OF_PEOPLE: Final = frozenset({TENT_CARDS, NAME_TAGS, CERTIFICATE})
"""Prints of which everybody has one of his own."""
OPD, WORKSHEET, STAGE, DAY, SESSION = "opd", "worksheet", "stage", "day", "session"
GROUPING, GROUP, CHOICE, PEOPLE, LABELS, PAPERS = "grouping", "group", "choice", "people", "labels", "papers"
SIGNER: Final = "signer"
MANY_PAGES: Final = 60
"""More pages than these are named on the button that prints them: nobody means so many by mistake."""
_DAWN, _WORK, _EVENING = 6, 9, 15


def questions(kind: PrintKind) -> frozenset[str]:
    """Return what may be chosen for a kind of print, paper and copies aside."""
    asked = {kind.needs} if kind.needs else set()
    asked |= {WORKSHEET} if kind.of_worksheets or kind.key == GROUP_SHEETS else set()
    asked |= {STAGE} if kind.needs == DAY else set()
    asked |= {GROUP} if kind.needs == GROUPING else set()
    asked |= {CHOICE} if kind.choices else set()
    asked |= {SIGNER} if is_signed(kind.key) else set()
    asked |= {PEOPLE} if kind.key in OF_PEOPLE else set()
    asked |= {LABELS} if kind.key == NAME_TAGS else set()
    asked |= {PAPERS} if kind.key == ALL_TODAY else set()
    return frozenset(asked)


def takes_files(kind: PrintKind) -> bool:
    """Tell whether every OPD or group can have a file of its own."""
    return kind.needs == PER_OPD and kind.key != RECAP_DIMENSION


def moment_at(now: datetime, days: frozenset[str]) -> str:
    """Return the moment of the papers that an hour asks for; ``days`` are the ISO days of all stages."""
    if now.date().isoformat() not in days or now.hour < _DAWN:
        return "Sebelum"
    if now.hour < _WORK:
        return "Di pintu"
    return "Selama" if now.hour < _EVENING else "Malam"


def print_words(words: str, count: int) -> str:
    """Return the words of the button that prints ``count`` pages: ``Cetak 107 halaman …`` where many."""
    return f"Cetak {count} halaman{words.removeprefix('Cetak')}" if count > MANY_PAGES else words
