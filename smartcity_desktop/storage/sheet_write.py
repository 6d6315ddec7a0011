"""What writing into a sheet comes to: births of rows, values by column, the head of a sheet begun."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.entity import POS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.worksheet import SEPARATOR, Party, Sheet, SheetColumn, Worksheet
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import dimension as dimension_query
from smartcity_desktop.storage import keyed
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage import worksheet as query
from smartcity_desktop.storage.answers import values
from smartcity_desktop.storage.party import numbered, party_of
from smartcity_desktop.storage.rows import parts
from smartcity_desktop.storage.store import Store

Cell = tuple[RowId, str, str]
"""Subject row, column key (``score@criterion`` where cells are rows of their own), raw value."""


class SheetWriter:
    """Makes the edits of one sheet of one worksheet; whoever calls writes them as one act."""

    def __init__(self, store: Store, worksheet: RowId, party: RowId) -> None:
        """Read whose sheet it is and what stands of it."""
        self._store = store
        self.definition: Worksheet = query.worksheet_of(store, worksheet)
        self.party: Party = party_of(store.db, self.definition, party)
        self.sheet: Sheet = query.sheet_of(store, self.definition, self.party)

    def cells(self, cells: Sequence[Cell]) -> list[Edit]:
        """Return what writes cells; rows that do not stand yet are born, and a sheet not begun is begun.

        Raises UserFault ``column-read-only`` where a column takes no answers.
        """
        columns = {item.key: item for item in query.columns(self._store.db, self.definition.id)}
        targets = {row: self._target(row) for row, _, _ in cells}
        known = values(self._store.db, self.definition.target, set(targets.values()))
        edits: list[Edit] = []
        for row, key, raw in cells:
            head, _, part = key.partition("@")
            column = columns.get(head)
            if column is None or column.section == "subject" or column.kind == "computed":
                raise UserFault("column-read-only", column=column.label if column else key)
            if column.kind in keyed.KINDS:
                edits += keyed.edits(self._store, column, row, part, (self.party.id, raw))
                continue
            target = targets[row]
            if target not in known:
                edits.append(Birth(self.definition.target, target, self._first_values(row)))
                known[target] = {}
            edits += self._cell(column, target, raw, part)
        # The sheet comes first: one whose birth was undone has to stand before its rows do.
        return [*self.begun(), *self._placed(edits)]

    def begun(self) -> list[Edit]:
        """Return what makes a sheet not begun one that is being filled, in the running session."""
        wanted: dict[str, Value] = {"status": "sedang"} if self.sheet.status in {"", "belum"} else {}
        wanted |= self._worked()
        return self._head(wanted) if wanted else []

    def head(self, wanted: Mapping[str, Value]) -> list[Edit]:
        """Return what changes the head of a sheet, which binds it to the running session."""
        return self._head({**wanted, **self._worked()})

    def _worked(self) -> dict[str, Value]:
        """Return what binds a sheet to the running session, nothing where it is bound or none runs."""
        running = session_query.running(self._store.db)
        if running is None or running.id in self.sheet.sessions:
            return {}
        return {f"session@{running.id}": "1"}

    def _head(self, wanted: Mapping[str, Value]) -> list[Edit]:
        if query.sheet(self._store.db, self.sheet.id):
            return [Set("sheet", self.sheet.id, field, value) for field, value in wanted.items()]
        born = numbered(self._store, self.definition, [self.party.id])
        return [replace(item, values={**item.values, **wanted}) for item in born if isinstance(item, Birth)]

    def _target(self, row: RowId) -> RowId:
        return query.target_of(self._store, self.definition, row, self.sheet.id)

    def _cell(self, column: SheetColumn, target: RowId, raw: str, part: str) -> list[Edit]:
        ent = self.definition.target
        if part:
            return [Set(ent, target, f"{column.bound}@{part}", raw or None)]
        if column.kind == "dimension" and "/" in column.bound:
            home, sub = column.bound.split("/")
            of_sub = {item.id: item.dimension for item in dimension_query.subdimensions(self._store.db)}
            value = RowId(raw)
            return [
                Set(ent, target, home, of_sub.get(value, value)),
                Set(ent, target, sub, value if value in of_sub else NO_ROW),
            ]
        known = CATALOG[ent].by_name.get(column.bound)
        if known and known.many:
            standing = set(parts(self._store.db, ent, column.bound, [target]).get(target, {}))
            wanted = [item for item in raw.split(SEPARATOR) if item]
            gone = sorted(standing - set(wanted))
            return [
                *(Set(ent, target, f"{column.bound}@{item}", "1") for item in wanted if item not in standing),
                *(Set(ent, target, f"{column.bound}@{item}", None) for item in gone),
            ]
        return [Set(ent, target, column.bound, raw)]

    def _first_values(self, row: RowId) -> dict[str, Value]:
        """Return what a row is born with: what it belongs to, and the party where it names one."""
        entity = CATALOG[self.definition.target]
        if not self.definition.takes_rows:
            named = query.keys_of(entity, row, self.sheet.id)
            return dict(named) if named else ({entity.owner: row} if entity.owner else {})
        found: dict[str, Value] = {entity.owner: self.sheet.id}
        field = entity.by_name.get(self.party.kind)
        return found | ({field.name: self.party.id} if field and not field.many else {})

    def _placed(self, edits: Sequence[Edit]) -> list[Edit]:
        """Return the edits with the rows that are born put behind all others, in the order given."""
        new = [item for item in edits if isinstance(item, Birth)] if self.definition.takes_rows else []
        places = self._store.positions(self.definition.target, len(new)) if new else []
        pos = {item.row: place for item, place in zip(new, places, strict=True)}
        return [
            replace(item, values={POS: pos[item.row], **item.values})
            if isinstance(item, Birth) and item.row in pos
            else item
            for item in edits
        ]
