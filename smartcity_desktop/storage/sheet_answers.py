"""What was answered on one sheet, by the columns of its definition, read in few statements."""

import json
from collections.abc import Mapping, Sequence
from itertools import repeat
from typing import TYPE_CHECKING

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.grid import GridColumn, GridRow, SubjectRow, compute, in_order
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import Sheet, SheetColumn, Worksheet
from smartcity_desktop.storage import keyed, tables
from smartcity_desktop.storage.driver import translated
from smartcity_desktop.storage.rows import parts
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import target_of

if TYPE_CHECKING:
    from smartcity_desktop.domain.edit import Value

_Column = list[str]


class SheetAnswers:
    """The answers of one sheet. Thousands of rows are read about as fast as their bare query."""

    def __init__(self, store: Store, worksheet: Worksheet, sheet: Sheet, own: Sequence[SheetColumn]) -> None:
        """Read for these columns of a worksheet."""
        self._store, self._worksheet, self._sheet, self._own = store, worksheet, sheet, own
        self._bound = {item.key: item.bound for item in own}
        entity = CATALOG.get(worksheet.target)
        known = entity.by_name if entity else {}
        self._single = {name for name, field in known.items() if not field.many}

    def written(self, spread: Sequence[GridColumn]) -> tuple[GridRow, ...]:
        """Return the rows that the table added, in their order."""
        entity = CATALOG.get(self._worksheet.target)
        if entity is None or not entity.owner:
            return ()
        keys, cells = self._plain(spread)
        where = f"{tables.quoted(entity.owner)} = :owner"
        statement = tables.texts(entity.name, cells, where, "pos, id")
        with translated():
            found = self._store.db.conn.execute(statement, {"owner": self._sheet.id}).fetchall()
        # The id stands behind the cells: the keys end before it.
        raws = list(map(dict, map(zip, repeat(keys), found)))
        rows = [row[-1] for row in found]
        self._complete(spread, (rows, rows, raws), ())
        return tuple(map(GridRow, rows, raws))

    def written_on(
        self, spread: Sequence[GridColumn], sheets: Sequence[RowId]
    ) -> dict[RowId, tuple[GridRow, ...]]:
        """Return the rows that were added on several sheets, by sheet, in as few statements as on one."""
        entity = CATALOG.get(self._worksheet.target)
        if entity is None or not entity.owner:
            return {}
        keys, cells = self._plain(spread)
        statement = tables.texts(
            entity.name, (*cells, (entity.owner,)), tables.among(entity.owner), "pos, id"
        )
        with translated():
            found = self._store.db.conn.execute(statement, {"rows": json.dumps(list(sheets))}).fetchall()
        raws = list(map(dict, map(zip, repeat(keys), found)))
        rows = [row[-1] for row in found]
        self._complete(spread, (rows, rows, raws), ())
        by_sheet: dict[RowId, list[GridRow]] = {}
        for line, raw in zip(found, raws, strict=True):
            by_sheet.setdefault(RowId(line[-2]), []).append(GridRow(line[-1], raw))
        return {sheet: tuple(own) for sheet, own in by_sheet.items()}

    def about_on(
        self, spread: Sequence[GridColumn], subjects: Mapping[RowId, Sequence[RowId]]
    ) -> dict[RowId, tuple[GridRow, ...]]:
        """Return what was answered about rows, by sheet; only columns that are filled in may be asked for."""
        asked = [(sheet, row) for sheet, rows in subjects.items() for row in rows]
        target = [target_of(self._store, self._worksheet, row, sheet) for sheet, row in asked]
        by_sheet: dict[RowId, list[GridRow]] = {}
        for (sheet, row), raw in zip(
            asked, self._raws(spread, ([row for _, row in asked], target)), strict=True
        ):
            by_sheet.setdefault(sheet, []).append(GridRow(row, raw))
        return {sheet: tuple(own) for sheet, own in by_sheet.items()}

    def about(self, spread: Sequence[GridColumn], subjects: Sequence[SubjectRow]) -> tuple[GridRow, ...]:
        """Return a row of the grid for every subject row."""
        if not subjects or self._worksheet.target not in CATALOG:
            return ()
        rows = [item.row for item in subjects]
        target = [target_of(self._store, self._worksheet, row, self._sheet.id) for row in rows]
        raws = self._raws(spread, (rows, target), subjects)
        return tuple(
            GridRow(item.row, raw, item.support, item.marks, item.points)
            for item, raw in zip(subjects, raws, strict=True)
        )

    def _raws(
        self,
        spread: Sequence[GridColumn],
        about: tuple[list[RowId], list[RowId]],
        subjects: Sequence[SubjectRow] = (),
    ) -> list[dict[str, str]]:
        """Return the values of rows that stand; ``about`` is the rows, and what is written of each."""
        rows, target = about
        keys, cells = self._plain(spread)
        statement = tables.texts(self._worksheet.target, cells, tables.among("id"))
        with translated():
            found = self._store.db.conn.execute(statement, {"rows": json.dumps(target)}).fetchall()
        by_row = {row[-1]: row for row in found}
        nothing = ("",) * len(keys)
        raws = [dict(zip(keys, by_row.get(row, nothing), strict=False)) for row in target]
        self._complete(spread, (rows, target, raws), subjects)
        return raws

    def _plain(self, spread: Sequence[GridColumn]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """Return the keys whose cells the row itself holds, with its fields: the first that says wins.

        Of a dimension that is its part where one is chosen.
        """
        found = {
            column.key: fields
            for column in spread
            if column.is_editable
            and not column.many
            and "@" not in column.key
            and (fields := tuple(reversed(self._bound[column.key].split("/"))))
            and self._single.issuperset(fields)
        }
        return tuple(found), tuple(found.values())

    def _complete(
        self,
        spread: Sequence[GridColumn],
        read: tuple[list[RowId], list[RowId], list[dict[str, str]]],
        subjects: Sequence[SubjectRow],
    ) -> None:
        """Add what the rows do not hold themselves; ``read`` is rows, what is written of each, its values."""
        rows, target, raws = read
        plain = {*self._plain(spread)[0]}
        many = _Many(self._store, self._worksheet.target, target, (self._own, rows, self._sheet.party))
        reckoned = [column for column in spread if column.kind == "computed"]
        for column in spread:
            if column.key not in plain and column.kind != "computed":
                for raw, text in zip(raws, self._cells(column, many, subjects), strict=False):
                    raw[column.key] = text
        for raw in raws if reckoned else ():
            raw.update({column.key: compute(column.formula, raw) for column in reckoned})

    def _cells(self, column: GridColumn, many: "_Many", subjects: Sequence[SubjectRow]) -> Sequence[str]:
        head, _, part = column.key.partition("@")
        bound = self._bound[head]
        if not column.is_editable:
            name = f"{bound}@{part}" if part else bound
            return [item.values.get(name, "") for item in subjects]
        return many.parted(column.key, head, part) if part else many.joined(column, bound)


class _Many:
    """Values that stand in parts or in rows of their own, read when the first column asks for them."""

    def __init__(
        self,
        store: Store,
        ent: str,
        target: Sequence[RowId],
        of: tuple[Sequence[SheetColumn], Sequence[RowId], RowId],
    ) -> None:
        self._db, self._ent, self._target = store.db, ent, target
        own, self._rows, self._party = of
        self._own = {item.key: item for item in own}
        self._yearly: dict[str, Mapping[RowId, Mapping[str, Value]]] = {}
        self._cells: Mapping[RowId, Mapping[str, str]] | None = None

    def joined(self, column: GridColumn, bound: str) -> _Column:
        """Return the values of a field with several as one text each, those of an own column as they are."""
        found = parts(self._db, self._ent, bound, self._target)
        if not found:
            return [""] * len(self._target)
        nothing: Mapping[str, Value] = {}
        told = (found.get(row, nothing) for row in self._target)
        if column.many and not column.own:
            return [in_order(column, values) if values else "" for values in told]
        return [str(next(iter(values.values()), "") or "") for values in told]

    def parted(self, key: str, head: str, part: str) -> _Column:
        """Return one year, criterion or milestone of every row."""
        item = self._own[head]
        if item.kind == "years":
            if head not in self._yearly:
                self._yearly[head] = parts(self._db, self._ent, item.bound, self._target)
            by_row = self._yearly[head]
            told = (by_row.get(row, {}).get(part) for row in self._target)
            return ["" if value is None else str(value) for value in told]
        if self._cells is None:
            self._cells = keyed.cells(self._db, self._own.values(), self._rows, self._party)
        cells = self._cells
        return [cells.get(row, {}).get(key, "") for row in self._rows]
