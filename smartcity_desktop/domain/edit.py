"""What a service asks the journal to write: births, field values, deletions, erasures."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from smartcity_desktop.domain.ids import RowId

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Birth:
    """A new row with its first values (``field`` or ``field@part``); ``pos`` is the fractional order key."""

    ent: str
    row: RowId
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Set:
    """One field (or ``field@part``, or ``x:column``) of one row gets a value; None empties it."""

    ent: str
    row: RowId
    field: str
    val: Value


@dataclass(frozen=True, slots=True)
class Gone:
    """The row, and all it owns, is deleted (True) or brought back (False)."""

    ent: str
    row: RowId
    gone: bool = True


@dataclass(frozen=True, slots=True)
class Erase:
    """Personal values of this row are emptied in every op, now and at every merge."""

    ent: str
    row: RowId


Edit = Birth | Set | Gone | Erase
