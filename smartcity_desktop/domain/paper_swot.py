"""A SWOT–TOWS sheet as it is printed."""

from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.swot import SwotSheet

SWOT_DIMENSIONS: Final = "dimensi"
SWOT_BLANK: Final = "kosong"
SWOT_CHOICES: Final = (
    ("", "Terisi, setiap OPD"),
    (SWOT_DIMENSIONS, "Terisi, gabungan setiap dimensi"),
    (SWOT_BLANK, "Kosong, untuk ditulis tangan"),
)


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
