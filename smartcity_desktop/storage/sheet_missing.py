"""What is wanted and missing on the sheets of one worksheet: all of them are read together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.grid import MISSING, Asking, GridColumn, GridRow
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import Party, Sheet, SheetColumn, Worksheet
from smartcity_desktop.storage import keyed
from smartcity_desktop.storage.sheet_answers import SheetAnswers
from smartcity_desktop.storage.sheet_grid import column_for, spread_columns
from smartcity_desktop.storage.source import counts
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import columns

_BY_PARTY: Final = frozenset({"rows", "subdimension"})
"""Kinds of columns that offer every party choices of its own; where none is offered none is asked for."""
Lacking = tuple[tuple[str, int], ...]
"""The columns of a sheet that are wanted and missing, by their words, and on how many rows."""


def missing(store: Store, worksheet: Worksheet, whose: Sequence[Party]) -> dict[RowId, Lacking]:
    """Return what the sheets of these parties lack, by party, as their grids say it one by one."""
    own = [item for item in columns(store.db, worksheet.id) if not item.hidden]
    if not whose or worksheet.target not in CATALOG or not any(item.wanted for item in own):
        return {}
    spread = [item for item in spread_columns(store, worksheet, own) if item.is_editable]
    rows = _rows(store, worksheet, (own, spread), whose)
    near = {item.key: item for item in own if item.kind in _BY_PARTY and item.wanted}
    return {
        party.id: _lacking(_columns_for(store, worksheet, party, (spread, near, found)), found)
        for party in whose
        if (found := rows.get(party.id, ()))
    }


def _columns_for(
    store: Store,
    worksheet: Worksheet,
    party: Party,
    known: tuple[Sequence[GridColumn], Mapping[str, SheetColumn], Sequence[GridRow]],
) -> list[GridColumn]:
    """Return the columns as one party has them: its own choices are read where they tell anything."""
    spread, near, rows = known
    return [
        column_for(store, worksheet, near[item.key], party)
        if item.key in near and any(not row.values.get(item.key) for row in rows)
        else item
        for item in spread
    ]


def _lacking(spread: Sequence[GridColumn], rows: Sequence[GridRow]) -> Lacking:
    label_of = {item.key: item.label for item in spread}
    count = Counter(
        point.code.removeprefix(MISSING)
        for row in Asking(spread).every(rows)
        for point in row.points
        if point.code.startswith(MISSING)
    )
    return tuple((label_of[key], many) for key, many in count.items())


def _rows(
    store: Store,
    worksheet: Worksheet,
    known: tuple[Sequence[SheetColumn], Sequence[GridColumn]],
    whose: Sequence[Party],
) -> dict[RowId, tuple[GridRow, ...]]:
    own, spread = known
    sheet_of = {item.id: store.key("sheet", worksheet.id, item.id) for item in whose}
    answers = SheetAnswers(store, worksheet, Sheet(worksheet=worksheet.id), own)
    if worksheet.takes_rows:
        written = answers.written_on(spread, list(sheet_of.values()))
        return {party: written.get(sheet, ()) for party, sheet in sheet_of.items()}
    about = counts(store.db, worksheet, whole=True)
    if any(item.kind == keyed.SCORES for item in own):
        # Scores are those of one assessor: each has some for the same rows.
        return {
            party: SheetAnswers(store, worksheet, Sheet(sheet, worksheet=worksheet.id, assessor=party), own)
            .about_on(spread, {sheet: about.get(party, [])})
            .get(sheet, ())
            for party, sheet in sheet_of.items()
        }
    read = answers.about_on(spread, {sheet: about.get(party, []) for party, sheet in sheet_of.items()})
    return {party: read.get(sheet, ()) for party, sheet in sheet_of.items()}
