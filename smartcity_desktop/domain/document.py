"""Documents: vision, missions and strategic issues of the RPJMD/RPD, and the Renstra of each OPD."""

import re
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId

_MARK: Final = re.compile(
    r"^\s*(?:(?:misi|isu|visi)\s*(?:ke-?)?\s*\d*\s*(?:[:)-]|\.(?!\d))\s*|\d{1,2}\s*[.)](?!\d)\s*|[-•*–]\s+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PlanPoint:
    """One point of the RPJMD/RPD (``kind`` visi, misi, isu, tujuan, sasaran, program prioritas).

    Worksheets choose from them; ``parent`` is the point above it, ``page`` where it stands in the document.
    """

    id: RowId = NO_ROW
    pos: str = ""
    kind: str = ""
    text: str = ""
    code: str = ""
    parent: RowId = NO_ROW
    document: RowId = NO_ROW
    page: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the register: what it is and, where it was read in, its years and its file.

    ``file_opd`` is the agency that the file names, "" where it names none.
    """

    id: RowId = NO_ROW
    pos: str = ""
    kind: str = ""
    opd: RowId = NO_ROW
    title: str = ""
    period_start: int | None = None
    period_end: int | None = None
    base_year: int | None = None
    status: str = ""
    format: str = ""
    source_name: str = ""
    source_sha256: str = ""
    source_sheet: str = ""
    multiplier: int | None = None
    read_at: str = ""
    number: str = ""
    pages: str = ""
    issuer: str = ""
    year: int | None = None
    note: str = ""
    file_opd: str = ""
    years: tuple[str, ...] = ()


def points_from(text: str) -> list[str]:
    """Return pasted lines as single points: numbers, bullets and "Misi 1:" in front are dropped."""
    points = (re.sub(r"\s+", " ", _MARK.sub("", line)).strip().strip('"') for line in text.splitlines())
    return [point for point in points if point]
