"""The edits that bring everything under some dimensions elsewhere, with the rows on the sheets of groups."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from smartcity_desktop.domain.dimension_use import SHEET, Place, Use, moved, stays
from smartcity_desktop.domain.edit import Birth, Edit, Set
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage.dimension_use import uses
from smartcity_desktop.storage.party import numbered
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheets, worksheets

Moves = Mapping[RowId, Place]
"""Where what stands under each dimension or sub-dimension goes; what is not named stays."""
_NOT_BEGUN = frozenset({"", "belum"})


def move_edits(store: Store, moves: Moves) -> list[Edit]:
    """Return the edits that move everything that can follow.

    A row on the sheet of a dimension group goes to the sheet of the group it now belongs to. That sheet
    counts as begun; one from which every row went counts as not begun again, with its head kept.
    """
    known = uses(store.db)
    found = [use for use in known if use.at in moves and use.link.ent != SHEET]
    edits = [edit for use in found for edit in moved(use, moves[use.at])]
    going: dict[RowId, tuple[Use, RowId]] = {}
    for use in found:
        group = moves[use.at].dimension
        if use.sheet and not stays(use, moves[use.at]) and _sheet(store, use, group) != use.sheet:
            going[use.row] = (use, group)
    return [
        *_begun(store, list(going.values())),
        *edits,
        *_handed_over(store, going),
        *_emptied(known, going),
    ]


def _sheet(store: Store, use: Use, group: RowId) -> RowId:
    return store.key("sheet", use.worksheet, group)


def _handed_over(store: Store, going: Mapping[RowId, tuple[Use, RowId]]) -> list[Edit]:
    return [Set(use.link.ent, row, "sheet", _sheet(store, use, group)) for row, (use, group) in going.items()]


def _begun(store: Store, going: Sequence[tuple[Use, RowId]]) -> list[Edit]:
    """Return the births of sheets that are needed, and the new status of those not begun yet."""
    standing = {item.id: item for item in sheets(store.db)}
    edits: list[Edit] = []
    for worksheet in worksheets(store.db):
        groups = list(dict.fromkeys(group for use, group in going if use.worksheet == worksheet.id))
        born = numbered(store, worksheet, groups) if groups else []
        edits += [
            replace(item, values={**item.values, "status": "sedang"})
            for item in born
            if isinstance(item, Birth)
        ]
        rows = [store.key("sheet", worksheet.id, group) for group in groups]
        edits += [
            Set("sheet", row, "status", "sedang")
            for row in rows
            if row in standing and standing[row].status in _NOT_BEGUN
        ]
    return edits


def _emptied(known: Sequence[Use], going: Mapping[RowId, tuple[Use, RowId]]) -> list[Edit]:
    sources = {use.sheet for use, _ in going.values()}
    left = {use.sheet for use in known if use.sheet in sources and use.row not in going}
    return [Set("sheet", row, "status", "belum") for row in sorted(sources - left)]
