"""How one row came to be what it is: version by version, with who wrote it when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.stage_copy import FieldChange

TEXT: Final = "text"


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
