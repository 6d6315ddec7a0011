"""The list on which people sign for what they were given."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from smartcity_desktop.domain.report import AttendanceRow

TRANSPORT: Final = "transport"
RECEIPT_CHOICES: Final = (
    ("", "Ditulis sendiri"),
    (TRANSPORT, "Uang transport"),
    ("map", "Map dan perlengkapan"),
    ("konsumsi", "Konsumsi"),
)


@dataclass(frozen=True, slots=True)
class Receipt:
    """Who signs for ``what`` (empty: to be written by hand); ``money`` counts rupiah, else pieces."""

    what: str = ""
    money: bool = False
    title: str = ""
    day: date | None = None
    place: str = ""
    rows: tuple[AttendanceRow, ...] = ()
    blank_rows: int = 10
