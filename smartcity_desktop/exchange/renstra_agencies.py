"""Which agency each line of a table of all agencies belongs to: by its column, its section, or its bidang."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.exchange.renstra_habits import COUNTED
from smartcity_desktop.exchange.renstra_head import Head
from smartcity_desktop.exchange.renstra_lines import Line
from smartcity_desktop.exchange.renstra_sections import agency_of
from smartcity_desktop.exchange.text import one_line

_COLUMN: Final = re.compile(r"\b(?:perangkat daerah|opd|skpd|pd)\b", re.IGNORECASE)
_SEVERAL: Final = re.compile(
    r"\s*(?:[;\n]|,(?=\s*(?:dinas|badan|sekretariat|inspektorat|kecamatan))"
    r"|\bdan(?=\s+(?:dinas|badan|inspektorat|kecamatan)\b))\s*",
    re.IGNORECASE,
)
_MOST: Final = 0.6
_FEW: Final = 2
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Agencies:
    """How a table names its agencies: the rule ("" where it is the plan of one), the name of each line."""

    rule: str = ""
    of_line: tuple[str, ...] = ()
    only: str = ""
    """The one agency that a row of the table names, where it is no table of several."""


def agencies(
    lines: Sequence[Line],
    head: Head,
    parents: Sequence[int | None],
    bidang: Mapping[int, str],
    *,
    region: bool,
) -> Agencies:
    """Return the agency of every line; ``region`` where the document is an RPJMD or RPD, which has many."""
    sections = {line.opd for line in lines if line.opd}
    if len(sections) >= _FEW or (sections and region):
        return Agencies("opd-section", tuple(line.opd for line in lines))
    only = next(iter(sections), "")
    named = _by_column(lines, head, region=region)
    if named:
        return Agencies("opd-column", _inherited(named, parents), only)
    if region and len(set(bidang.values())) >= _FEW:
        return Agencies("opd-bidang", tuple(bidang.get(line.row, "") for line in lines), only)
    return Agencies(only=only)


def named_by(line: Line, rule: str) -> str:
    """Return the agency that a table names for a single row by a rule, "" where the row says nothing."""
    if rule == "opd-section":
        return line.opd
    return "; ".join(several(line.unit)) if rule == "opd-column" and line.level in COUNTED else ""


def several(text: str) -> list[str]:
    """Return the agencies that one cell names."""
    return [one_line(part) for part in _SEVERAL.split(text) if part and part.strip()]


def _by_column(lines: Sequence[Line], head: Head, *, region: bool) -> list[str]:
    """Return what the column of agencies says beside each line, [] where there is none of many agencies."""
    headings = [item.heading.replace(" / ", " ") for item in head.having("unit")]
    if head.having("unit", "agency"):
        return ["; ".join(several(line.unit)) if line.level in COUNTED else "" for line in lines]
    if not headings or not (region or any(map(_COLUMN.search, headings))):
        return []
    units = [line.unit for line in lines if line.level in COUNTED and line.unit]
    names = [name for unit in units for name in several(unit)]
    fitting = sum(_is_agency(name, region=region) for name in names)
    if len(set(names)) < _FEW or fitting < _MOST * len(names):
        return []
    return ["; ".join(several(line.unit)) if line.level in COUNTED else "" for line in lines]


def _is_agency(name: str, *, region: bool) -> bool:
    """Tell whether a unit is an agency; an RPJMD also names them by short words (BAPPEDA, DISHUB)."""
    return bool(agency_of(name)) or (region and len(name) < _LONGEST)


def _inherited(named: list[str], parents: Sequence[int | None]) -> tuple[str, ...]:
    found: list[str] = []
    for name, parent in zip(named, parents, strict=True):
        found.append(name or (found[parent] if parent is not None else ""))
    return tuple(found)
