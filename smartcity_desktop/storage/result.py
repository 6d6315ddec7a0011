"""The rows of all sheets of one worksheet: a few statements, and one grid per sheet that says anything."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.dimension import offered
from smartcity_desktop.domain.grid import Grid, GridColumn, GridRow, show
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.merging import Pair, Said, Whole, main_field, pairs, twin_keys
from smartcity_desktop.domain.result import Result, ResultRow
from smartcity_desktop.domain.worksheet import BY_DIMENSION, Party, Sheet, Worksheet
from smartcity_desktop.storage.answers import rows_under
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.dimension_home import homes_of
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.origin import Link, differences, links, wholes
from smartcity_desktop.storage.party import parties, party_of
from smartcity_desktop.storage.sheet_grid import grid_of
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import columns, sheets, target_of, worksheet_of

_TEXTS: Final = frozenset({"text", "long"})
_NAMES: Final = frozenset({"renstra_line.name", "sheet_item.text", "initiative.name", "candidate.name"})
_TWINS: Final = "SELECT one, other FROM twin WHERE alive = 1 AND state IS NOT NULL"


def result_of(store: Store, worksheet: RowId) -> Result:
    """Return the rows of all sheets of a worksheet that say anything, in the order of its parties."""
    found = worksheet_of(store, worksheet)
    if found.target not in CATALOG:
        return Result(found)
    known = dimensions(store.db)
    code_of = {item.id: (item.code, item.color) for item in known}
    grids = [(party, grid) for party, grid in _grids(store, found) if grid.rows]
    ids = {
        (grid.sheet.id, row.row): target_of(store, found, row.row, grid.sheet.id)
        for _, grid in grids
        for row in grid.rows
    }
    said = wholes(store.db, found.target, list(dict.fromkeys(ids.values())))
    homes, ways = homes_of(store.db), _Ways(store.db, found, said)
    main = main_column(store, found)
    rows: list[ResultRow] = []
    for party, grid in grids:
        shown = [item for item in grid.columns if item.section != "form" and not item.folded]
        for row in grid.rows:
            if not _says(grid, row):
                continue
            own = ids[grid.sheet.id, row.row]
            home = homes.home(said.get(own), grid.sheet)
            code, color = code_of.get(home, ("", ""))
            told = _row(row, shown, main, party, grid)
            rows.append(
                ways.told(replace(told, id=own, dimension=home, code=code, color=color), said.get(own))
            )
    first = next((grid for _, grid in grids), None) or grid_of(store, worksheet, _anybody(store.db, found))
    return Result(
        worksheet=found,
        columns=tuple(item for item in first.columns if item.section != "form" and not item.folded),
        rows=tuple(rows),
        main=main[0],
        field=main[1],
        dimensions=tuple((item.id, item.called) for item in offered(known)),
        can_merge=found.takes_rows,
    )


def main_column(store: Store, worksheet: Worksheet) -> tuple[str, str]:
    """Return key and field of the column that a row is called by."""
    own = [item for item in columns(store.db, worksheet.id) if not item.hidden]
    if not worksheet.takes_rows:
        subject = [item for item in own if item.section == "subject"]
        named = (item for item in subject if item.bound in _NAMES)
        return next(((item.key, "") for item in named), ("", ""))
    field = main_field(worksheet.target)
    texts = [item for item in own if item.kind in _TEXTS and item.section != "subject"]
    by_field = next((item for item in texts if field and item.bound == field), None)
    chosen = by_field or next(iter(texts), None)
    return (chosen.key, chosen.bound) if chosen else ("", "")


def near(store: Store, worksheet: RowId) -> tuple[Pair, ...]:
    """Return the pairs of a worksheet that say nearly the same and about which nobody has decided.

    Rows that were merged into another one are no longer compared.
    """
    found = worksheet_of(store, worksheet)
    key, field = main_column(store, found)
    if not found.takes_rows or not key:
        return ()
    standing = {item.id: item for item in sheets(store.db, worksheet)}
    rows = _rows_on(store.db, found, standing)
    said = wholes(store.db, found.target, rows)
    gone = {link.source for link in links(store.db) if link.sheet in standing and link.source in said}
    told = [
        Said(row, said[row].text_of(field), str(said[row].single.get("kind") or ""))
        for row in rows
        if row in said and row not in gone
    ]
    return tuple(pairs(told, decided(store.db)))


def decided(db: Database) -> list[tuple[RowId, RowId]]:
    """Return the pairs about which somebody has said yes or no."""
    with translated():
        return [twin_keys(RowId(one), RowId(other)) for one, other in db.conn.execute(_TWINS)]


def _rows_on(db: Database, worksheet: Worksheet, standing: Iterable[RowId]) -> list[RowId]:
    return [row for rows in rows_under(db, worksheet.target, standing).values() for row in rows]


def _grids(store: Store, worksheet: Worksheet) -> Iterable[tuple[Party, Grid]]:
    """Yield the sheets that stand, those that were merged for a dimension behind the others."""
    standing = {item.party: item for item in sheets(store.db, worksheet.id)}
    filled = _filled(store, worksheet, standing)
    own = [item for item in parties(store.db, worksheet) if item.id in filled]
    listed = {item.id for item in own}
    others = [row for row in standing if row in filled and row not in listed]
    for party in (*own, *(party_of(store.db, worksheet, row) for row in others)):
        yield party, grid_of(store, worksheet.id, party.id)


def _filled(store: Store, worksheet: Worksheet, standing: Mapping[RowId, Sheet]) -> set[RowId]:
    """Return the parties whose sheets have anything on them, as far as that is cheaply known."""
    if not worksheet.takes_rows:
        return {item.id for item in parties(store.db, worksheet)} | set(standing)
    party_at = {item.id: party for party, item in standing.items()}
    return {party_at[sheet] for sheet in rows_under(store.db, worksheet.target, party_at)}


def _anybody(db: Database, worksheet: Worksheet) -> RowId:
    return next((item.id for item in parties(db, worksheet)), worksheet.id)


def _says(grid: Grid, row: GridRow) -> bool:
    return any(row.values.get(item.key) for item in grid.columns if item.is_editable)


def _row(
    row: GridRow, shown: Sequence[GridColumn], main: tuple[str, str], party: Party, grid: Grid
) -> ResultRow:
    values = {item.key: show(item, row.values.get(item.key, "")) for item in shown}
    return ResultRow(
        subject=row.row,
        sheet=grid.sheet.id,
        party=party.id,
        party_name=party.called,
        short=party.short or party.name,
        number=grid.sheet.number,
        text=values.get(main[0]) or next((text for text in values.values() if text), ""),
        values=values,
        merged=party.kind == BY_DIMENSION and grid.worksheet.filled_by != BY_DIMENSION,
    )


class _Ways:
    """What the rows of a worksheet came from and became."""

    def __init__(self, db: Database, worksheet: Worksheet, said: Mapping[RowId, Whole]) -> None:
        own = {item.id for item in sheets(db, worksheet.id)}
        self._into: dict[RowId, list[RowId]] = {}
        self._onward: dict[RowId, list[RowId]] = {}
        self._origin: dict[RowId, list[RowId]] = {}
        known = links(db)
        for link in known:
            if link.source in said:
                kept = self._into if link.sheet in own else self._onward
                kept.setdefault(link.source, []).append(link.row)
            if link.row in said:
                self._origin.setdefault(link.row, []).append(link.source)
        self._changed = {row for row, _ in differences(db, _pairs(known, said))}

    def told(self, row: ResultRow, whole: Whole | None) -> ResultRow:
        """Return a row with its ways."""
        return replace(
            row,
            kind=str(whole.single.get("kind") or "") if whole else "",
            into=tuple(self._into.get(row.id, ())),
            onward=tuple(self._onward.get(row.id, ())),
            origin=tuple(self._origin.get(row.id, ())),
            changed=row.id in self._changed,
        )


def _pairs(known: Iterable[Link], said: Mapping[RowId, Whole]) -> list[tuple[RowId, RowId]]:
    return [(link.row, link.source) for link in known if link.row in said]
