"""What the worksheet screen asks for and what it gets: values only, read in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from smartcity_desktop.domain.comment import Comment
from smartcity_desktop.domain.grid import Grid
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.worksheet import SheetPlace, Worksheet


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be read: a stage, and the worksheet and party one stands on (empty: the first that fits).

    ``row`` is something to be found first: a worksheet, a sheet (``ui.models.places.sheet_key``), an OPD or
    who else fills sheets, a row of a sheet, or what was written about a row. ``stood`` says whose sheet was
    last shown of each worksheet, and ``rows`` how many ids for new rows are to be fetched.
    """

    stage: int
    worksheet: RowId = NO_ROW
    party: RowId = NO_ROW
    row: RowId = NO_ROW
    stood: Mapping[RowId, RowId] = field(default_factory=dict)
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything this screen shows, read in one call."""

    wanted: Wanted
    all_worksheets: tuple[Worksheet, ...] = ()
    worksheets: tuple[Worksheet, ...] = ()
    offered: tuple[Worksheet, ...] = ()
    """Worksheets of the shelf that this workshop could still take."""
    places: Mapping[RowId, tuple[SheetPlace, ...]] = field(default_factory=dict)
    worksheet: Worksheet | None = None
    grid: Grid | None = None
    asks: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    session: Session | None = None
    left: timedelta | None = None
    stage: RowId = NO_ROW
    spare: tuple[RowId, ...] = ()
    """Ids for notes that are going to be written."""
    new_rows: tuple[RowId, ...] = ()
    """Ids for rows that are going to be added."""
    year: str = ""
    """The year whose figures are asked for first."""
    merged: tuple[SheetPlace, ...] = ()
    """The sheets of dimensions that were merged from those of the worksheet that is shown."""
    comments: tuple[Comment, ...] = ()
    steps: tuple[Sequence[str], ...] = ()
    """What was said about the state of the sheet: field, value, by whom, when; the oldest first."""
    spare_comments: tuple[RowId, ...] = ()
    """Ids for comments that are going to be written."""
    read_only: bool = False
    """Whether the file takes no change."""
