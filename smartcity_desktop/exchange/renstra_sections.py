"""Rows that only head the ones below: an agency in a table of all agencies, a misi of the region."""

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from smartcity_desktop.exchange.renstra_rows import Row
from smartcity_desktop.exchange.text import one_line

_AGENCY: Final = re.compile(
    r"(?:(?:\d{1,3}|[ivxl]{1,6}|[a-z])[.)]\s*)?((?:dinas|badan|sekretariat (?:daerah|dprd|dewan)|inspektorat|"
    r"kecamatan|kelurahan|satuan polisi|satpol|rumah sakit|rsud|bagian|kantor)\b[^:;|]{0,140})",
    re.IGNORECASE | re.DOTALL,
)
_LABELLED: Final = re.compile(
    r"(?:nama\s+)?(?:perangkat daerah|opd|skpd|organisasi|unit organisasi)\s*:\s*(.{3,140})",
    re.IGNORECASE | re.DOTALL,
)
_POINT: Final = re.compile(
    r"(visi|misi|isu(?: strategis)?)\b\s*((?:ke-?\s*)?(?:\d{1,2}|[ivx]{1,4})\b)?\s*[:.)\-–]?\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_BIDANG_CODE: Final = 2
_NO_COUNT: Final = re.compile(r"[\d\W_]*|[ivxl]{1,6}[.)]?|[a-z][.)]?", re.IGNORECASE)
"""Figures and the numbers in front of sections, which name nothing."""


@dataclass(frozen=True, slots=True)
class Section:
    """What a heading row names: ``kind`` is "opd", "visi", "misi" or "isu"."""

    kind: str = ""
    text: str = ""


class Mark(NamedTuple):
    """A visi, misi or isu and the row from which on it holds, from 0."""

    row: int
    kind: str
    text: str


def section_of(row: Row) -> Section | None:
    """Return what a row heads, None where it is a row of the plan itself."""
    if row.indicators or row.targets or (row.code.normal and row.code.depth > _BIDANG_CODE):
        return None
    said = {one_line(text) for text in row.texts if not _NO_COUNT.fullmatch(text[:40])}
    said -= {row.code.raw}
    if len(said) != 1:
        return None
    text = said.pop()
    agency = agency_of(text)
    if agency:
        return Section("opd", agency)
    return None if row.money else point_of(text)


def agency_of(text: str) -> str:
    """Return the agency where a text names one and nothing else, "" otherwise."""
    labelled = _LABELLED.fullmatch(text)
    if labelled:
        return one_line(labelled[1])
    found = _AGENCY.fullmatch(text)
    return one_line(found[1]) if found else ""


def point_of(text: str) -> Section | None:
    """Return the visi, misi or isu that a text states ("Misi 1: …"), None where it states none."""
    found = _POINT.fullmatch(text)
    if found is None or not found[3].strip():
        return None
    kind = found[1].lower().split()[0]
    number = re.sub(r"(?i)ke-?\s*", "", found[2] or "").strip()
    return Section(kind, f"{number}\t{one_line(found[3])}")
