"""The tables beside the programs: performance (T-C.23, IKK), budgets (T-C.24), indicators (T-C.28, IKU).

Each row is a record: a name, and per year what was aimed at, what came of it and how the two compare.
"""

import re
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.renstra_draft import Origin, RecordDraft
from smartcity_desktop.exchange import renstra_titles as titles
from smartcity_desktop.exchange.renstra_head import Head, heads_of
from smartcity_desktop.exchange.renstra_rows import Rows
from smartcity_desktop.exchange.renstra_words import is_nothing
from smartcity_desktop.exchange.sheets import Grid
from smartcity_desktop.exchange.text import one_line

_RATIO: Final = re.compile(r"\brasio\b|\btingkat capaian\b", re.IGNORECASE)
_REALISED: Final = re.compile(r"\brealisasi\b", re.IGNORECASE)
_GROWTH: Final = re.compile(r"\bpertumbuhan\b", re.IGNORECASE)
_BUDGET: Final = re.compile(r"\b(?:anggaran|pendanaan|belanja)\b", re.IGNORECASE)
_NAME: Final = re.compile(r"\b(?:uraian|indikator|iku|ikk|kinerja utama|jenis pelayanan)\b", re.IGNORECASE)
_STANDARDS: Final = (
    ("NSPK", re.compile(r"\bnspk\b|\bspm\b", re.IGNORECASE)),
    ("IKK", re.compile(r"\btarget ikk\b|^ikk$", re.IGNORECASE)),
    ("indikator lain", re.compile(r"\btarget indikator lain", re.IGNORECASE)),
)
_KEY: Final = re.compile(r"\bikk\b|\bindikator kinerja kunci\b", re.IGNORECASE)
_MAIN: Final = re.compile(r"\biku\b|\bindikator kinerja utama\b", re.IGNORECASE)
_FEW: Final = 2
_WORTH_A_NAME: Final = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A column of a record table: ``part`` is name, unit, standard, baseline, final, target, realised, ratio.

    ``key`` is the year of a yearly part, or which standard or growth the column states.
    """

    index: int
    part: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class RecordHead:
    """The heading of a record table: its kind, its columns, and the standard that all its rows answer to."""

    kind: str
    head: Head
    places: tuple[Place, ...]
    standard: str = ""


def find_records(grid: Grid) -> RecordHead | None:
    """Return the heading of a table of records, None where the sheet holds none."""
    best: tuple[int, Head, tuple[Place, ...]] | None = None
    for head in heads_of(grid):
        places = _places(head)
        score = len({(item.part, item.key) for item in places})
        score += _WORTH_A_NAME if any(item.part == "name" for item in places) else 0
        if best is None or score > best[0]:
            best = (score, head, places)
    if best is None:
        return None
    _, head, places = best
    if not any(item.part == "name" for item in places):
        return None
    ratios, targets = _counted(places, "ratio"), _counted(places, "target")
    if ratios < _FEW and targets < _FEW:
        return None
    return _judged(grid, head, places, rated=ratios >= _FEW)


def is_record_head(head: Head) -> bool:
    """Tell whether a heading surely heads records: a name and years of what was aimed at or achieved."""
    places = _places(head)
    yearly = sum(_counted(places, part) for part in ("ratio", "realised", "target"))
    return _counted(places, "name") > 0 and yearly > _FEW


def _counted(places: tuple[Place, ...], part: str) -> int:
    return sum(item.part == part for item in places)


def _judged(grid: Grid, head: Head, places: tuple[Place, ...], *, rated: bool) -> RecordHead | None:
    headings = " / ".join(text for _, _, text in head.headings)
    said = " / ".join([*titles.titles(grid, head.first), grid.name, headings])
    if rated and _BUDGET.search(headings):
        return RecordHead("anggaran", head, places)
    if rated:
        return RecordHead("layanan", head, places)
    if head.having("name") or head.having("goal") or head.having("code"):
        return None
    if _KEY.search(said):
        return RecordHead("layanan", head, places, "IKK")
    return RecordHead("rpjmd", head, places, "IKU" if _MAIN.search(said) else "")


def _places(head: Head) -> tuple[Place, ...]:
    years = {item.index: item.year for item in head.columns}
    roles = {item.index: item.role for item in head.columns}
    found: list[Place] = []
    for index, _, heading in head.headings:
        place = _place(index, heading, roles.get(index, ""), years.get(index, ""))
        if place is not None and (place.part != "name" or all(item.part != "name" for item in found)):
            found.append(place)
    return tuple(found)


def _place(index: int, heading: str, role: str, year: str) -> Place | None:
    if _GROWTH.search(heading):
        which = "realisasi" if _REALISED.search(heading) else "anggaran"
        return Place(index, "standard", f"pertumbuhan {which}")
    standard = next((name for name, pattern in _STANDARDS if pattern.search(heading)), "")
    if year:
        part = "ratio" if _RATIO.search(heading) else "realised" if _REALISED.search(heading) else "target"
        return Place(index, "baseline" if part == "target" and role == "baseline" else part, year)
    if standard:
        return Place(index, "standard", standard)
    plain = {"measure": "unit", "baseline": "baseline", "final": "final"}.get(role, "")
    if plain:
        return Place(index, plain)
    return Place(index, "name") if _NAME.search(heading) else None


def records(grid: Grid, found: RecordHead) -> tuple[RecordDraft, ...]:
    """Return the rows of a record table that state something beside their name."""
    reader = Rows(grid, found.head)
    made = []
    for index in range(found.head.end, len(grid.rows)):
        if reader.is_filler(index) or reader.is_total(index):
            continue
        record = _record(grid, found, index)
        if record is None:
            continue
        # "Kepala keluarga miskin" begins as a signature does, but no signer has a figure for a year.
        if record.target or record.realised or record.ratio or not reader.is_signature(index):
            made.append(record)
    return tuple(made)


def _record(grid: Grid, found: RecordHead, index: int) -> RecordDraft | None:
    single: dict[str, str] = {}
    yearly: dict[str, dict[str, str]] = {"target": {}, "realised": {}, "ratio": {}}
    standards = [found.standard] if found.standard else []
    for place in found.places:
        text = one_line(grid.rows[index][place.index])
        if is_nothing(text):
            continue
        if place.part == "standard":
            standards.append(f"{place.key}: {text}")
        elif place.part in yearly:
            yearly[place.part].setdefault(place.key, text)
        else:
            single.setdefault(place.part, text)
    if "name" not in single or (not any(yearly.values()) and not single.keys() - {"name", "unit"}):
        return None
    return RecordDraft(
        kind=found.kind,
        name=single["name"],
        unit=single.get("unit", ""),
        standard="; ".join(standards),
        baseline=single.get("baseline", ""),
        final=single.get("final", ""),
        target=yearly["target"],
        realised=yearly["realised"],
        ratio=yearly["ratio"],
        origin=Origin(grid.name, index + 1, grid.pages[index] if grid.pages else 0),
    )
