"""How one row came to be what it is: version by version, with who wrote it when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.codec import decode, split
from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.stage_copy import FieldChange

TEXT: Final = "text"
_SHEET: Final = "sheet"
_BESIDE: Final = frozenset({"comment"})
"""Rows on a sheet that are no answers."""
_NOT_COPIED: Final = frozenset(
    {
        *("pos", "origin", "code", "card"),
        *("decision", "decided_on", "decided_by", "dissent", "withdrawn", "chosen", "adopted_at"),
    }
)
"""What a copy does not take over: its place is behind the others, two rows never bear one code or card, and
what was decided was decided about the one row that stands."""


def is_copied(ent: str) -> bool:
    """Tell whether an earlier version of such a row comes back as a row of its own beside the present one.

    That is what stands on sheets in free rows. What stands once per other rows, and what others are tied to
    (an agency, a dimension), gets its values back instead.
    """
    entity = CATALOG.get(ent)
    return entity is not None and entity.owner == _SHEET and not entity.key and ent not in _BESIDE


def copied(ent: str, values: Mapping[str, str]) -> dict[str, Value]:
    """Return what a copy of a row is born with, from the values of its journal fields."""
    return {
        name: decode(ent, name, value) for name, value in values.items() if split(name)[0] not in _NOT_COPIED
    }


@dataclass(frozen=True, slots=True)
class RowVersion:
    """A row as one act left it: the values by journal field name, and what that act changed.

    ``at`` is an ISO moment, ``label`` what the act is called; ``gone`` where it deleted the row.
    """

    at: str
    who: str
    label: str
    values: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[FieldChange, ...] = ()
    gone: bool = False

    @property
    def text(self) -> str:
        """The text of a chapter as it stood."""
        return self.values.get(TEXT, "")


@dataclass(frozen=True, slots=True)
class RowHistory:
    """All versions of one row, the newest first; ``copyable`` where one can stand as a row of its own."""

    row: RowId = NO_ROW
    ent: str = ""
    name: str = ""
    versions: tuple[RowVersion, ...] = ()
    copyable: bool = False
