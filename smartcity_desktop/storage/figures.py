"""Columns that worksheets of older files lack: the ratings that IFE/EFE has of its own.

A workshop keeps its own copy of every worksheet: a column that the shelf got later does not come by itself.
What was rated on IFE/EFE before stands in the one rating there was: it is taken along, and stays there too.
"""

from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.edit import Edit, Set
from smartcity_desktop.domain.worksheet import SheetColumn, Worksheet
from smartcity_desktop.storage.answers import has_row
from smartcity_desktop.storage.definition import column_birth
from smartcity_desktop.storage.rows import fetch
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import columns, sheets, worksheets

FACTOR: Final = "factor"
BEFORE: Final = "rating"
"""What the figures are bound to that every worksheet of factors has had from the beginning."""
LATER: Final = ("rating_ife", "product:weight,rating_ife")
ADDED: Final = "lengkapi kolom IFE/EFE"


def lacking_figures(store: Store) -> list[Edit]:
    """Return what gives worksheets of factors the figures they lack; nothing where they have all."""
    return [
        edit
        for worksheet in worksheets(store.db)
        if worksheet.target == FACTOR
        for edit in _of(store, worksheet, columns(store.db, worksheet.id))
    ]


def _of(store: Store, worksheet: Worksheet, own: list[SheetColumn]) -> list[Edit]:
    bound = {item.bound for item in own}
    if BEFORE not in bound or bound >= {*LATER}:
        return []
    # Only now: every opening comes by here, and hardly any file lacks them.
    from smartcity_desktop.domain.swot import IFE_EFE, is_hidden_on, scale_of
    from smartcity_desktop.storage import reference

    shelf = next((item for item in reference.worksheet_definitions() if item.target == FACTOR), None)
    new = [item for item in (shelf.columns if shelf else ()) if item.bound in LATER]
    ids = {item.bound: store.key("sheet_column", worksheet.id, item.key) for item in new}
    # A column that a person took away stays away.
    new = [item for item in new if item.bound not in bound and not has_row(store.db, ids[item.bound])]
    scale = scale_of(worksheet.scale)
    places = store.positions("sheet_column", len(new)) if new else []
    edits: list[Edit] = [
        column_birth(
            ids[item.bound],
            worksheet.id,
            replace(item, hidden=bool(is_hidden_on(scale, item.bound))),
            pos,
        )
        for item, pos in zip(new, places, strict=True)
    ]
    return [*edits, *_ratings(store, worksheet, own)] if edits and scale == IFE_EFE else edits


def _ratings(store: Store, worksheet: Worksheet, own: list[SheetColumn]) -> list[Edit]:
    """Return what takes the ratings given on IFE/EFE along, and hides the column they were given in."""
    from smartcity_desktop.domain.swot import IFE_EFE, Factor, is_hidden_on

    here = {item.id for item in sheets(store.db, worksheet.id)}
    edits: list[Edit] = [
        Set("sheet_column", item.id, "hidden", val=True)
        for item in own
        if is_hidden_on(IFE_EFE, item.bound) and not item.hidden
    ]
    edits += [
        Set(FACTOR, item.id, "rating_ife", item.rating)
        for item in fetch(store.db, Factor, FACTOR)
        if item.sheet in here and item.rating is not None and item.rating_ife is None
    ]
    return edits
