"""Dimensions and sub-dimensions of this workshop (data, chosen per event)."""

from dataclasses import dataclass

from smartcity_desktop.domain.ids import NO_ROW, RowId


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension with its code (GOV), name and colour (#rrggbb).

    ``alias`` holds other names it is known by, one a line. A ``retired`` one is no longer offered; answers
    given under it stay, under its name.
    """

    id: RowId = NO_ROW
    pos: str = ""
    code: str = ""
    name: str = ""
    color: str = ""
    definition: str = ""
    alias: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Subdimension:
    """A sub-dimension with the guide points that facilitators ask by, one a line."""

    id: RowId = NO_ROW
    pos: str = ""
    dimension: RowId = NO_ROW
    code: str = ""
    name: str = ""
    points: str = ""
    alias: str = ""
    retired: bool = False


def question(item: Subdimension) -> str:
    """Return what a table is asked about a sub-dimension: its guide points in one question."""
    points = "; ".join(line.strip() for line in item.points.splitlines() if line.strip())
    return f"{item.code} {item.name}, sudahkah: {points}?"
