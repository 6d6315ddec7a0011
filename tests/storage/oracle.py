"""What must stand, worked out from causality alone: per op, the set of ops that its author had seen.

It knows nothing of heads and bases and takes no rule from the program; it reads only who wrote what, when by
the tick, and what that person had on the laptop at that moment.
"""

import json
from typing import NamedTuple

PERSONAL = {
    "identity": {"nip", "phone"},
    "person": {"name", "position", "institution", "rank", "gender", "access", "note"},
    "attendance": {"deputy", "deputy_position"},
    "certificate": {"holder"},
}
MARKS = {"*", "_gone", "_erased"}


class Seen(NamedTuple):
    """One op as the oracle keeps it."""

    key: tuple[int, int]
    tick: int
    ent: str
    row: str
    field: str
    values: dict
    """Field -> value; a birth has several."""
    known: frozenset
    """Keys of the ops its author had seen."""


class Oracle:
    """Collects ops as they are made and tells what a laptop that has all of them must show."""

    def __init__(self):
        self.known = {}
        self.places = {}
        self.contents = {}

    def made(self, key, row, field, known):
        """An op was made by somebody who had the ops ``known``."""
        assert key not in self.known, "an id was given twice"
        self.known[key] = frozenset(known)
        self.places[key] = (row, field)

    def sent(self, op):
        """An op left its author's laptop; from now on only an erasure may change it."""
        values = json.loads(op.val) if op.field == "*" else {op.field: op.val}
        place = (op.ent, op.row, op.field)
        kept = self.contents.setdefault((op.writer, op.seq), (op.tick, place, values))
        assert kept[:2] == (op.tick, place), "an op changed after others could have seen it"

    def rows(self):
        """Return, per row: entity, visible, disputed, shown values, fields with several values."""
        by_row = {}
        for key, (tick, (ent, row, field), values) in self.contents.items():
            by_row.setdefault(row, []).append(Seen(key, tick, ent, row, field, dict(values), self.known[key]))
        return {row: self.stands(ops) for row, ops in by_row.items()}

    def stands(self, ops):
        self.erase(ops)
        births = [op for op in ops if op.field == "*"]
        names = {name for op in ops if op.field not in MARKS - {"*"} for name in op.values}
        tops = {name: self.tops(ops, name) for name in names}
        values = {}
        doubled = {}
        for name, found in tops.items():
            shown = max(found, key=lambda op: (op.tick, op.key))
            values[name] = shown.values.get(name)
            several = {op.values.get(name) for op in found}
            if len(several) > 1:
                doubled[name] = several
        gone = self.tops(ops, "_gone")
        living = {op.key for found in tops.values() for op in found} | {op.key for op in births}
        living |= {op.key for op in gone if op.values["_gone"] == "0"}
        visible, disputed = bool(births), False
        deletions = [op for op in gone if op.values["_gone"] == "1"]
        if births and deletions:
            held = any(living <= op.known for op in deletions)
            visible, disputed = not held, not held
        return (ops[0].ent, visible, disputed, {k: v for k, v in values.items() if v is not None}, doubled)

    @staticmethod
    def tops(ops, name):
        """Return the ops of a field that no author of a later op of that field had seen."""
        own = [op for op in ops if name in op.values]
        explicit = [op for op in own if op.field == name]
        return [op for op in own if not any(op.key in other.known for other in explicit)]

    @staticmethod
    def erase(ops):
        erasures = {op.key for op in ops if op.field == "_erased"}
        for place, op in enumerate(ops):
            personal = PERSONAL.get(op.ent, set())
            if op.field in {"_gone", "_erased"} or erasures <= op.known:
                continue
            bare = {name: val for name, val in op.values.items() if name not in personal}
            if op.field != "*":
                bare = {name: None if name in personal else val for name, val in op.values.items()}
            ops[place] = op._replace(values=bare)
