"""Papers for those who lead: one page for the head of an agency or a region, a recap for the ministry."""

from dataclasses import dataclass
from typing import Final, Literal

AGENCY_PAGE: Final = "halaman-kepala-opd"
REGION_PAGE: Final = "ringkasan-kepala-daerah"
MINISTRY: Final = "rekap-kementerian"
LEADER_KINDS: Final = (
    (
        *(AGENCY_PAGE, "Satu halaman kepala OPD", "Sesudah", "opd"),
        "Program kita, dimensi kita, quick win kita, dan yang kita janjikan",
        "Halaman kepala",
        False,
        "leader",
    ),
    (
        *(REGION_PAGE, "Ringkasan untuk kepala daerah", "Sesudah", ""),
        "Satu halaman: isu, sasaran, program, dan quick win setiap dimensi, kehadiran, indeks",
        "",
        False,
        "leader",
    ),
    (
        *(MINISTRY, "Rekap untuk kementerian", "Sesudah", ""),
        "Kehadiran, program, quick win, dan dokumen seluruh Bimtek",
        "",
        False,
        "leader",
    ),
)
"""The kinds of print as ``print_job.PrintKind`` takes them."""


@dataclass(frozen=True, slots=True)
class LeaderColumn:
    """A column of a table: its head, its share of the width, its side."""

    head: str
    width: float
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class LeaderTable:
    """One table: a title, columns and rows of texts, ``empty`` where it has no row, ``note`` below it.

    ``whole`` ones are never shortened to fit a page; ``more`` is the word for what is left out, ``program``.
    """

    title: str
    columns: tuple[LeaderColumn, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    empty: str = ""
    note: str = ""
    sums: tuple[str, ...] = ()
    more: str = "baris"
    whole: bool = False


@dataclass(frozen=True, slots=True)
class LeaderPage:
    """What stands on the paper: facts as (label, text), tables; ``one_page`` ones are shortened to fit it."""

    title: str = ""
    subtitle: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    tables: tuple[LeaderTable, ...] = ()
    one_page: bool = False
    broad: bool = False
