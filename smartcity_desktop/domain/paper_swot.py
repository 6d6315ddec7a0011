"""A SWOT–TOWS sheet as it is printed."""

from dataclasses import dataclass, field

from smartcity_desktop.domain.swot import SwotSheet


@dataclass(frozen=True, slots=True)
class SwotPaper:
    """One party with its factors and strategies; one that ``is_blank`` has room to write by hand."""

    sheet: SwotSheet = field(default_factory=SwotSheet)
    code: str = ""
    table: str = ""
    chair: str = ""
    scribe: str = ""
    mentor: str = ""
    is_blank: bool = False
