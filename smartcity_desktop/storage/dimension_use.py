"""Queries: what stands under the dimensions and sub-dimensions of this workshop."""

from collections.abc import Iterator, Mapping

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.dimension_use import SHEET, Link, Use, links
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import Sheet
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.rows import fetch, parts


def uses(db: Database) -> list[Use]:
    """Return every visible answer that stands under a dimension or sub-dimension, wherever it is written.

    A row on the sheet of a dimension group that names no dimension of its own stands under the group's.
    """
    groups = {item.id: item for item in fetch(db, Sheet, "sheet", "dimension IS NOT NULL")}
    found = [use for link in links() for use in _uses(db, link, groups)]
    begun = {use.sheet for use in found if use.sheet}
    found += [
        Use(Link(SHEET, "dimension"), item.id, item.dimension)
        for item in groups.values()
        if item.id in begun or item.status not in {"", "belum"} or item.chair or item.scribe or item.mentor
    ]
    return found


def _uses(db: Database, link: Link, groups: Mapping[RowId, Sheet]) -> Iterator[Use]:
    if link.many:
        rows = [RowId(row) for (row,) in _cells(db, link.ent, ())]
        for many_row, named in parts(db, link.ent, link.many, rows).items():
            yield from (Use(link, many_row, RowId(part)) for part in named)
        return
    owner = "sheet" if CATALOG[link.ent].owner == SHEET else ""
    names = tuple(name for name in (link.home, link.sub, owner) if name)
    for row, *cells in _cells(db, link.ent, names):
        said = dict(zip(names, cells, strict=True))
        sheet = groups.get(RowId(str(said.get(owner) or "")), Sheet())
        at = RowId(said.get(link.sub) or said.get(link.home) or sheet.dimension)
        if at:
            yield Use(link, RowId(row), at, sheet.worksheet, sheet.id)


def _cells(db: Database, ent: str, names: tuple[str, ...]) -> list[tuple[str, ...]]:
    statement = tables.select(ent, ("id", *names), order="pos, id")
    with translated():
        return list(db.conn.execute(statement).fetchall())
