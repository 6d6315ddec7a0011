"""Renstra lines as they are stored, their indicators, and the smart-city reading made on each program."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from smartcity_desktop.domain.ids import NO_ROW, RowId


@dataclass(frozen=True, slots=True)
class Line:
    """One stored line of a Renstra. ``pagu`` is whole rupiah per year."""

    id: RowId = NO_ROW
    pos: str = ""
    document: RowId = NO_ROW
    parent: RowId = NO_ROW
    level: str = ""
    code: str = ""
    name: str = ""
    unit: str = ""
    location: str = ""
    support: bool = False
    source_sheet: str = ""
    source_row: int | None = None
    pagu: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of a line; ``target`` holds the yearly targets as they were written."""

    id: RowId = NO_ROW
    pos: str = ""
    line: RowId = NO_ROW
    name: str = ""
    unit: str = ""
    baseline: str = ""
    baseline_year: str = ""
    direction: str = ""
    target: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Analysis:
    """The smart-city reading of one program (domain.md 13.2, columns 18-28)."""

    id: RowId = NO_ROW
    line: RowId = NO_ROW
    relevant: str = ""
    dimension: RowId = NO_ROW
    subdimension: RowId = NO_ROW
    issue: str = ""
    existing: str = ""
    proposal: str = ""
    ict: str = ""
    integration: str = ""
    partners: str = ""
    horizon: str = ""
    quickwin: str = ""
    note: str = ""
    obstacle: str = ""
    solution: str = ""
    review: str = ""

    @property
    def is_answered(self) -> bool:
        """The first question, relevance, is what counts a program as gone through."""
        return bool(self.relevant)
