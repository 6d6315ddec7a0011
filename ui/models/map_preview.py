"""The first lines that a mapping on its way gives, as a table to read."""

from typing import Final

from smartcity_desktop.domain.analysis import with_unit
from smartcity_desktop.domain.renstra_draft import Draft, LineDraft
from smartcity_desktop.domain.wording import label, money
from ui.models.read_table import ReadLine
from ui.translate import worded

SHOWN: Final = 12
_HEADS: Final = ("Tingkat", "Kode", "Nama", "Indikator")


def heads_of(draft: Draft, years: int) -> tuple[str, ...]:
    """Return the heads: what every line has, then target and pagu of so many years, then whose it is."""
    dated = [part for year in draft.years[:years] for part in (f"Target {year}", f"Pagu {year}")]
    return (*_HEADS, *dated, worded("OPD / unit"))


def lines_of(draft: Draft, years: int) -> list[ReadLine]:
    """Return the first lines, as many as can be taken in at a glance."""
    return [
        ReadLine(str(place), _cells(line, draft.years[:years]))
        for place, line in enumerate(draft.lines[:SHOWN])
    ]


def told_of(draft: Draft) -> str:
    """Return in a sentence what a mapping gives so far."""
    levels = [line.level for line in draft.lines]
    counted = [f"{levels.count(level)} {level}" for level in dict.fromkeys(levels)]
    first = f"{SHOWN} baris pertama" if len(levels) > SHOWN else "Semua barisnya"
    return f"Terbaca {', '.join(counted)}. {first}:" if counted else ""


def _measured(line: LineDraft) -> str:
    """Return the first indicator with its unit and where it starts, and how many more there are."""
    if not line.indicators:
        return ""
    first = line.indicators[0]
    begins = f", awal {first.baseline}" if first.baseline else ""
    more = f" +{len(line.indicators) - 1}" if len(line.indicators) > 1 else ""
    return f"{with_unit(first.name, first.unit)}{begins}{more}"


def _cells(line: LineDraft, years: tuple[str, ...]) -> tuple[str, ...]:
    first = line.indicators[0] if line.indicators else None
    parts = [label("level", line.level), line.code, line.name, _measured(line)]
    for year in years:
        parts.append(first.targets.get(year, "") if first else "")
        parts.append(money(line.pagu[year]) if year in line.pagu else "")
    return (*parts, line.opd or line.unit)
