"""Columns of worksheets in older files that tie rows to the RPJMD: they offered missions and issues only.

A workshop keeps its own copy of every worksheet: what the shelf says later does not come by itself. Without
this, nobody could tie a program to a sasaran or a program of the RPJMD on the sheets of such a file.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.edit import Edit, Set
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.worksheet import Worksheet
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.rows import fetch
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheets

if TYPE_CHECKING:
    from smartcity_desktop.domain.reference import ColumnDefinition

COMPLETED: Final = "lengkapi kaitan RPJMD"
_LINKS: Final = "kind = 'links' AND bound = 'point' AND choices IS NULL"
_TIED: Final = frozenset({"initiative", "candidate"})
"""What rows the sheets take whose links offer more than they did; all others offer missions and issues."""
_WRITTEN: Final = "SELECT 1 FROM op WHERE row = ? AND field = ? LIMIT 1"


@dataclass(frozen=True, slots=True)
class _Column:
    id: RowId = NO_ROW
    worksheet: RowId = NO_ROW
    key: str = ""
    bound: str = ""


def lacking_kinds(store: Store) -> list[Edit]:
    """Return what lets columns offer the kinds of points that the shelf offers there.

    A column of which somebody has ever written the choices stays as it is, and so does its help where it is
    not the shelf's own.
    """
    known = {item.id: item for item in worksheets(store.db) if item.target in _TIED}
    edits: list[Edit] = []
    for item in fetch(store.db, _Column, "sheet_column", _LINKS):
        if item.worksheet not in known or _is_written(store.db, item.id, "choices"):
            continue
        told = _on_shelf(known[item.worksheet], item.bound)
        if told is None or not told.choices:
            continue
        edits.append(Set("sheet_column", item.id, "choices", "\n".join(told.choices)))
        own = item.id == store.key("sheet_column", item.worksheet, item.key)
        if own and not _is_written(store.db, item.id, "help"):
            edits.append(Set("sheet_column", item.id, "help", told.help))
    return edits


def _on_shelf(worksheet: Worksheet, bound: str) -> "ColumnDefinition | None":
    """Return the column of the shelf's worksheet of this code, or of the same target where it has none."""
    # Only now: every opening comes by here, and only files that are older get so far.
    from smartcity_desktop.storage import reference

    same = [item for item in reference.worksheet_definitions() if item.code == worksheet.code]
    like = [item for item in reference.worksheet_definitions() if item.target == worksheet.target]
    return next((one for item in (*same, *like) for one in item.columns if one.bound == bound), None)


def _is_written(db: Database, row: RowId, name: str) -> bool:
    """Tell whether anybody has written a field of a row since the row was made."""
    with translated():
        return bool(db.conn.execute(_WRITTEN, (row, name)).fetchone())
