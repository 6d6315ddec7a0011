"""One act in the making: edits become ops on top of what stands, and typed rows follow them."""

import json
from collections.abc import Callable, Iterable
from itertools import product
from typing import Final, NamedTuple

from smartcity_desktop.domain.catalog import CATALOG, owned_by
from smartcity_desktop.domain.codec import encode, split, storable
from smartcity_desktop.domain.edit import Birth, Edit, Erase, Gone, Set, Value
from smartcity_desktop.domain.entity import POS, Entity
from smartcity_desktop.domain.ids import RowId, derived
from smartcity_desktop.domain.op import (
    BIRTH,
    ERASED,
    GONE,
    Op,
    OpId,
    Standing,
    next_tick,
    pack,
    signed,
)
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import oplog, tables
from smartcity_desktop.storage.driver import Connection

_INT64: Final = 2**63
_WHOLE: Final = frozenset({"int", "money"})


class Author(NamedTuple):
    """Who writes an act: the writer id of this opening, the person, the moment, where numbering stands."""

    writer: int
    who: str
    at: str
    act: int
    seq: int
    tick: int


class Draft:
    """Collects the ops of one act.

    A Set on a row that nobody has made yet is allowed where the row's id is derived from others (analysis,
    sheet …): the row appears, with its key fields filled in where they can be found among the rows they refer
    to. A Set on such a row that was deleted brings it back, and a Birth of a row that stands acts as Sets:
    both only while its owner is there. A Set on any other row that was deleted raises UserFault ``row-gone``.
    """

    def __init__(
        self, conn: Connection, author: Author, workshop: RowId, may_squash: Callable[[Op], bool]
    ) -> None:
        """Begin an act; ``may_squash`` tells whether an op's value may still be overwritten."""
        self._conn = conn
        self.author = author
        self._workshop = workshop
        self._may_squash = may_squash
        self._made: dict[tuple[RowId, str], int] = {}
        self._keys: dict[str, dict[RowId, dict[str, str]]] = {}
        self.ops: list[Op] = []
        self.rewritten: dict[OpId, Op] = {}
        self.left: list[tuple[str, str, int, int]] = []
        self.standings: dict[RowId, Standing] = {}
        self.fresh: set[RowId] = set()
        self.touched: dict[RowId, set[str]] = {}
        self._rows_of: dict[tuple[str, str], dict[RowId, None]] = {}
        """By entity and field: the rows whose field this act has touched, in their order."""

    def take(self, edits: Iterable[Edit]) -> None:
        """Turn edits into ops, in their order."""
        for edit in edits:
            match edit:
                case Birth():
                    self._birth(edit)
                case Set():
                    self._set(edit.ent, edit.row, edit.field, _text(edit.ent, edit.field, edit.val))
                case Gone(gone=True):
                    self._delete(edit.ent, edit.row)
                case Gone():
                    self._restore(edit.ent, edit.row)
                case Erase():
                    self._append(edit.ent, edit.row, ERASED, None, ())

    def put_back(self, op: Op, vals: Iterable[str | None], heads: tuple[OpId, ...]) -> None:
        """Replace the heads that stand for an op by the values it had replaced.

        Several values stand beside each other: a difference that had been decided is open again.
        """
        erasures = self._erasures(self.of(op.ent, op.row), (op.field,))
        for val in vals:
            self._append(op.ent, op.row, op.field, val, (*heads, *erasures))

    def put_gone(self, ent: str, row: RowId, *, gone: bool) -> None:
        """Delete or bring back one row alone."""
        stands = self.of(ent, row)
        bases = stands.seen() if gone else tuple(stands.heads.get(GONE, ()))
        self._append(ent, row, GONE, "1" if gone else "0", bases)

    def finish(self) -> list[Op]:
        """Return the ops of the act with their sums."""
        self.ops[:] = [self._finished(op) for op in self.ops]
        self.rewritten = {key: self._finished(op) for key, op in self.rewritten.items()}
        return self.ops

    def _finished(self, op: Op) -> Op:
        val = pack(self.standings[op.row].born[op.key]) if op.field == BIRTH else op.val
        return signed(op._replace(val=val))

    def erased(self) -> set[tuple[str, RowId]]:
        """Return the rows whose personal values this act erases."""
        return {(op.ent, op.row) for op in self.ops if op.field == ERASED}

    def of(self, ent: str, row: RowId) -> Standing:
        """Return what stands of a row, this act included."""
        found = self.standings.get(row)
        if found is None:
            found = self.standings[row] = oplog.stands(self._conn, row, ent)
            if not found.heads:
                self.fresh.add(row)
        return found

    def owned(self, ent: str, row: RowId, *, dead: bool = False) -> list[tuple[str, RowId]]:
        """Return the rows that a row owns, at any depth; ``dead`` counts rows already deleted too."""
        found: dict[RowId, str] = {}
        level = {ent: [row]}
        while level:
            below: dict[str, list[RowId]] = {}
            for name, rows in level.items():
                for child, owner in owned_by(name):
                    new = [
                        item
                        for item in self._children(child.name, owner, rows, dead=dead)
                        if item not in found
                    ]
                    found.update(dict.fromkeys(new, child.name))
                    below.setdefault(child.name, []).extend(new)
            level = {name: rows for name, rows in below.items() if rows}
        return [(name, item) for item, name in found.items()]

    def _children(self, child: str, owner: str, rows: list[RowId], *, dead: bool) -> list[RowId]:
        """Return owned rows as the typed table has them, corrected by what this act did to their owners."""
        statement = tables.owned(child, owner, dead=dead)
        stored = [RowId(row) for (row,) in self._conn.execute(statement, (json.dumps(rows),))]
        kept = [row for row in stored if not self._moved(row, owner)]
        mine = self._rows_of.get((child, BIRTH), {}) | self._rows_of.get((child, owner), {})
        owners, known = set(rows), set(kept)
        return kept + [row for row in mine if row not in known and self.standings[row].value(owner) in owners]

    def _moved(self, row: RowId, owner: str) -> bool:
        return owner in self.touched.get(row, ())

    def _birth(self, edit: Birth) -> None:
        stands = self.of(edit.ent, edit.row)
        values = {name: _text(edit.ent, name, val) for name, val in edit.values.items()}
        self._need_owner(edit.ent, values.get(CATALOG[edit.ent].owner))
        if not stands.born:
            self._append(edit.ent, edit.row, BIRTH, None, self._erasures(stands, values))
            key = self.ops[-1].key
            stands.born[key] = {name: val for name, val in values.items() if val is not None}
            return
        self._bring_back(stands)
        for name, val in values.items():
            self._set(edit.ent, edit.row, name, val)

    def _set(self, ent: str, row: RowId, name: str, val: str | None) -> None:
        stands = self.of(ent, row)
        if not stands.born:
            if val is not None:
                self._appear(ent, row, {name: val})
            return
        self._need_row(stands)
        heads = stands.of(name)
        if (row, ERASED) in self._made and split(name)[0] in oplog.personal(ent):
            # What this very act erases is written anew, also with the value that stood.
            self._append(ent, row, name, val, self._bases(stands, name))
            return
        if {stands.said(op, name) for op in heads} <= {val} and (heads or val is None):
            return
        born = self._made.get((row, BIRTH))
        if born is not None:
            self._carry(stands, self.ops[born].key, name, val)
        elif (row, name) in self._made:
            self._change(self._made[row, name], val)
        elif (begun := self._typed_birth(stands, name)) is not None:
            self._type_on(stands, begun, name, val)
        elif len(heads) == 1 and heads[0].field != BIRTH and self._may_squash(heads[0]):
            self._squash(heads[0], val)
        else:
            self._append(ent, row, name, val, self._bases(stands, name))

    def _need_row(self, stands: Standing) -> None:
        """Refuse what would be written into a deleted row, unless the row exists once per others."""
        if not stands.verdict()[0]:
            if not CATALOG[stands.ent].key:
                raise UserFault("row-gone")
            self._bring_back(stands)

    def _bring_back(self, stands: Standing) -> None:
        """Bring a deleted row back because it is written again, unless its owner is deleted as well."""
        if stands.verdict()[0]:
            return
        self._need_owner(stands.ent, stands.value(CATALOG[stands.ent].owner))
        self.put_gone(stands.ent, stands.row(), gone=False)

    def _need_owner(self, ent: str, owner: str | None) -> None:
        """Refuse what would be written below a deleted row; such a row exists once per others."""
        if not owner or not CATALOG[ent].key:
            return
        row = RowId(owner)
        # An owner that has not arrived is no deleted one, and is not remembered under a wrong entity.
        stands = self.standings.get(row) or oplog.stands(self._conn, row, "")
        if stands.born and not stands.verdict()[0]:
            raise UserFault("row-gone")

    def _appear(self, ent: str, row: RowId, values: dict[str, Value]) -> None:
        if not CATALOG[ent].key:
            raise LookupError(ent, row)
        self._birth(Birth(ent, row, {**self._key_values(CATALOG[ent]).get(row, {}), **values}))

    def _key_values(self, entity: Entity) -> dict[RowId, dict[str, str]]:
        """Return the key fields of every row of an entity that could exist, where they are all references."""
        if entity.name not in self._keys:
            pools = [self._ids(entity.by_name[name].ref) for name in entity.key]
            self._keys[entity.name] = {
                derived(self._workshop, entity.name, *combination): dict(
                    zip(entity.key, combination, strict=True)
                )
                for combination in product(*pools)
            }
        return self._keys[entity.name]

    def _ids(self, ent: str) -> list[str]:
        """Return the visible rows that a reference can mean; "" stands for rows of any entity."""
        names = [ent] if ent else list(CATALOG)
        statements = (tables.select(name, ("id",)) for name in names)
        stored = [row for statement in statements for (row,) in self._conn.execute(statement)]
        fresh = ((row, self.standings[row]) for row in self.fresh)
        return [*stored, *(row for row, stands in fresh if stands.ent in names and stands.born)]

    def _delete(self, ent: str, row: RowId) -> None:
        for name, item in [(ent, row), *self.owned(ent, row)]:
            stands = self.of(name, item)
            if stands.born and stands.verdict() != (False, False):
                self.put_gone(name, item, gone=True)

    def _restore(self, ent: str, row: RowId) -> None:
        """Bring a row back, and the owned rows that went with it in the same act."""
        gone = self.of(ent, row).heads.get(GONE, {})
        acts = {(op.writer, op.act) for op in gone.values() if op.val == "1"}
        if not acts:
            return
        below = self.owned(ent, row, dead=True)
        self.put_gone(ent, row, gone=False)
        for name, item in below:
            heads = self.of(name, item).heads.get(GONE, {}).values()
            if any(op.val == "1" and (op.writer, op.act) in acts for op in heads):
                self.put_gone(name, item, gone=False)

    def _bases(self, stands: Standing, name: str) -> tuple[OpId, ...]:
        return (*(op.key for op in stands.of(name)), *self._erasures(stands, (name,)))

    def _erasures(self, stands: Standing, names: Iterable[str]) -> tuple[OpId, ...]:
        """Return the erasures that a personal value must name so that they do not empty it as well."""
        known = tuple(stands.heads.get(ERASED, ()))
        personal = oplog.personal(stands.ent) if known else frozenset()
        return known if any(split(name)[0] in personal for name in names) else ()

    def _append(self, ent: str, row: RowId, name: str, val: str | None, bases: tuple[OpId, ...]) -> None:
        stands = self.of(ent, row)
        seq = self.author.seq + len(self.ops) + 1
        tick = next_tick(self.author.tick) + len(self.ops) + len(self.rewritten)
        author = self.author
        op = Op(
            author.writer,
            seq,
            tick,
            author.at,
            author.who,
            author.act,
            ent,
            row,
            name,
            val,
            tuple(sorted(bases)),
        )
        left = stands.replace(op)
        self.left += [(row, name, *key) for key in left]
        self._made[row, name] = len(self.ops)
        self.ops.append(op)
        self._touch(row, name)

    def _carry(self, stands: Standing, birth: OpId, name: str, val: str | None) -> None:
        if val is None:
            stands.born[birth].pop(name, None)
        else:
            stands.born[birth][name] = val
        self._touch(stands.row(), name)

    def _change(self, place: int, val: str | None) -> None:
        op = self.ops[place] = self.ops[place]._replace(val=val)
        self.standings[op.row].heads[op.field][op.key] = op
        self._touch(op.row, op.field)

    def _squash(self, old: Op, val: str | None) -> None:
        tick = next_tick(self.author.tick) + len(self.ops) + len(self.rewritten)
        bases = oplog.bases(self._conn, old.key)
        op = old._replace(val=val, tick=tick, at=self.author.at, bases=bases)
        self.standings[old.row].heads[old.field][old.key] = op
        self.rewritten[op.key] = op
        self._touch(op.row, op.field)

    def _typed_birth(self, stands: Standing, name: str) -> Op | None:
        """Return the birth that a value is still part of: typed just now, and all there is of its row.

        A row that exists once per others is born by its first answer; the others are acts of their own.
        """
        births = list(stands.heads.get(BIRTH, {}).values())
        if set(stands.heads) != {BIRTH} or len(births) != 1 or not self._may_squash(births[0]):
            return None
        return births[0] if stands.of(name) or not CATALOG[stands.ent].key else None

    def _type_on(self, stands: Standing, old: Op, name: str, val: str | None) -> None:
        if old.key not in self.rewritten:
            tick = next_tick(self.author.tick) + len(self.ops) + len(self.rewritten)
            bases = oplog.bases(self._conn, old.key)
            op = old._replace(tick=tick, at=self.author.at, bases=bases)
            stands.heads[BIRTH][old.key] = self.rewritten[old.key] = op
        self._carry(stands, old.key, name, val)

    def _touch(self, row: RowId, name: str) -> None:
        self.touched.setdefault(row, set()).add(name)
        self._rows_of.setdefault((self.standings[row].ent, name), {})[row] = None


def apply(conn: Connection, draft: Draft) -> None:
    """Bring typed rows, parts and search text after the ops of an act; heads must be written already."""
    fresh = [(row, draft.standings[row]) for row in draft.touched if row in draft.fresh]
    tables.insert_rows(conn, fresh)
    cells: dict[tuple[str, tuple[str, ...]], list[list[tables.Cell]]] = {}
    for row, names in draft.touched.items():
        stands = draft.standings[row]
        if row in draft.fresh or stands.ent not in CATALOG:
            continue
        typed = tables.changed(row, stands, names)
        cells.setdefault((stands.ent, typed[0]), []).append(typed[1])
        tables.change_parts(conn, row, stands, names)
        if (
            GONE in stands.heads
            or BIRTH in names
            or any(tables.is_searched(stands.ent, name) for name in names)
        ):
            tables.change_body(conn, row, stands)
    for (ent, columns), found in cells.items():
        if columns:
            conn.executemany(tables.update(ent, columns), found)


def _text(ent: str, name: str, value: Value) -> str | None:
    """Return a value as the text of an op; names that the catalogue does not know are a mistake of ours."""
    entity = CATALOG[ent]
    head, part = split(name)
    known = entity.by_name.get(head)
    if known is None and head != POS and not name.startswith(tables.OWN):
        raise KeyError(ent, name)
    if known is not None and known.many != bool(part):
        raise KeyError(ent, name)
    if isinstance(value, str):
        value = storable(value)
    val = encode(ent, name, value)
    if val is not None and known is not None and known.kind in _WHOLE and abs(int(val)) >= _INT64:
        raise UserFault("number-too-big", number=val)
    return val
