"""What a definition holds beside its columns: parts with a sheet each, fixed rows, criteria, assessors."""

from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId

PERIODS: Final = ("1", "2", "3", "4", "5", "6-10")
"""The years of the road map that a worksheet shows, counted from the first year of the masterplan."""
SCORE_KEY: Final = "score"
MILESTONE_KEY: Final = "milestone"


@dataclass(frozen=True, slots=True)
class WorksheetPart:
    """A part of a worksheet that has a sheet of its own, such as Struktur."""

    id: RowId = NO_ROW
    pos: str = ""
    worksheet: RowId = NO_ROW
    code: str = ""
    name: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class SheetItem:
    """A row that stands from the beginning: a question, a chapter. ``section`` is the code of its part."""

    id: RowId = NO_ROW
    pos: str = ""
    worksheet: RowId = NO_ROW
    code: str = ""
    section: str = ""
    component: str = ""
    text: str = ""
    help: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a scoring; ``weight`` is a whole number, 1 where none is given."""

    id: RowId = NO_ROW
    pos: str = ""
    worksheet: RowId = NO_ROW
    code: str = ""
    name: str = ""
    help: str = ""
    weight: int | None = None
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Assessor:
    """One who scores."""

    id: RowId = NO_ROW
    pos: str = ""
    worksheet: RowId = NO_ROW
    name: str = ""
    position: str = ""
    retired: bool = False
