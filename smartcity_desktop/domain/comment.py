"""What a mentor writes about a row of a sheet, or about the whole of it, until somebody has settled it."""

from dataclasses import dataclass

from smartcity_desktop.domain.ids import NO_ROW, RowId


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: on which sheet, about which row (none: the whole), by whom and when (ISO moment)."""

    id: RowId = NO_ROW
    pos: str = ""
    sheet: RowId = NO_ROW
    subject: RowId = NO_ROW
    text: str = ""
    by: str = ""
    at: str = ""
    solved: bool = False
