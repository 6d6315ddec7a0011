"""Results of one worksheet beside each other: the rows of all its sheets, and the way each has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from smartcity_desktop.domain.grid import GridColumn
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.worksheet import Worksheet

SAME, CHANGED, GONE = "", "berubah", "dihapus"
"""What became of a source since it was carried on."""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One row of one sheet as people see it: ``values`` are words by column key.

    ``id`` is the row that answers stand on, ``subject`` the one the grid shows. ``dimension`` is its home.
    ``into`` are rows of the same worksheet that it was merged into, ``onward`` those of others that it
    became, ``origin`` what it came from. ``changed`` tells that a source says something else by now.
    """

    id: RowId = NO_ROW
    subject: RowId = NO_ROW
    sheet: RowId = NO_ROW
    party: RowId = NO_ROW
    party_name: str = ""
    short: str = ""
    number: str = ""
    dimension: RowId = NO_ROW
    code: str = ""
    color: str = ""
    text: str = ""
    kind: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    into: tuple[RowId, ...] = ()
    onward: tuple[RowId, ...] = ()
    origin: tuple[RowId, ...] = ()
    merged: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that the sheets of one worksheet say; ``main`` is the column that a row is called by.

    ``field`` is the field behind it, ``dimensions`` are those that rows may be merged for (id, called).
    """

    worksheet: Worksheet = field(default_factory=Worksheet)
    columns: tuple[GridColumn, ...] = ()
    rows: tuple[ResultRow, ...] = ()
    main: str = ""
    field: str = ""
    dimensions: tuple[tuple[RowId, str], ...] = ()
    can_merge: bool = False

    @property
    def sheets(self) -> int:
        """How many sheets say anything."""
        return len({item.sheet for item in self.rows})


@dataclass(frozen=True, slots=True)
class Changed:
    """One field of a source that says something else than when it was carried on."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """One row on the way of another: what it is, where it stands, how far away (``depth`` from 1).

    ``since`` tells what became of it after it was carried on, ``changes`` what of it.
    """

    row: RowId
    ent: str
    kind: str
    text: str
    where: str = ""
    depth: int = 1
    since: str = SAME
    changes: tuple[Changed, ...] = ()
    can_open: bool = True


@dataclass(frozen=True, slots=True)
class Trail:
    """Where a row has come from and what it became, the nearest steps first."""

    row: RowId = NO_ROW
    text: str = ""
    where: str = ""
    back: tuple[Step, ...] = ()
    forward: tuple[Step, ...] = ()

    @property
    def changed(self) -> tuple[Step, ...]:
        """The direct sources that say something else by now, or are gone."""
        return tuple(step for step in self.back if step.depth == 1 and step.since)
