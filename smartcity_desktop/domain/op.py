"""The merge rule: what stands of a row is a pure function of the set of its ops, in whatever order they came.

An op enters as head of its field unless an op of that field already names it as a base; its own bases leave.
A birth is a head of every field it carries until an op of that field names it. Two heads with different
values are a difference; the tick picks the one that is shown, wall time never does.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.ids import RowId

OpId = tuple[int, int]
"""Writer and sequence number."""
Position = dict[int, int]
"""Writer -> highest sequence number up to which nothing is missing."""

BIRTH: Final = "*"
GONE: Final = "_gone"
ERASED: Final = "_erased"
MARKS: Final = frozenset({BIRTH, GONE, ERASED})
"""Names in the field column that are no fields."""


class Op(NamedTuple):
    """One field of one row of one entity gets one value.

    ``bases`` are the ops it replaces; for ``_gone`` every head of the row that its author saw; for a personal
    value also every erasure of the row that its author knew.
    """

    writer: int
    seq: int
    tick: int
    at: str
    who: str
    act: int
    ent: str
    row: RowId
    field: str
    val: str | None
    bases: tuple[OpId, ...] = ()
    sum: str = ""

    @property
    def key(self) -> OpId:
        """Return the id of the op."""
        return (self.writer, self.seq)


class Version(NamedTuple):
    """One of the values of a field: what, by whom, when (ISO moment), and by which op."""

    val: str | None
    who: str
    at: str
    writer: int
    seq: int


class Difference(NamedTuple):
    """A field that two people filled differently without seeing each other; the first version is shown."""

    ent: str
    row: RowId
    field: str
    versions: tuple[Version, ...]


def rank(op: Op) -> tuple[int, int, int]:
    """Return what decides which of several heads is shown: the tick, then writer and number as a tie."""
    return (op.tick, op.writer, op.seq)


def next_tick(known: int) -> int:
    """Return the Lamport tick of the next op when ``known`` is the highest one seen."""
    return known + 1


def replaced(op: Op) -> tuple[OpId, ...]:
    """Return the ops that leave the heads of this op's field when it comes in."""
    return op.bases


def checksum(op: Op) -> str:
    """Return the sum kept with an op; it finds a value that changed without an op."""
    bases = ",".join(f"{writer}.{seq}" for writer, seq in sorted(op.bases))
    mark = "-" if op.val is None else f"+{op.val}"
    words = (str(item) for item in op[:9])
    text = "\x1f".join((*words, mark, bases))
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def signed(op: Op) -> Op:
    """Return the op with its sum."""
    return op._replace(sum=checksum(op))


def pack(values: Mapping[str, str | None]) -> str:
    """Return the first values of a row as the text of its birth."""
    kept = {name: val for name, val in values.items() if val is not None}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def unpack(val: str | None) -> dict[str, str]:
    """Return the first values that a birth carries."""
    return dict(json.loads(val)) if val else {}


def emptied(op: Op, personal: frozenset[str]) -> Op:
    """Return the op without its personal values, with a new sum."""
    if op.field == BIRTH:
        kept = {name: val for name, val in unpack(op.val).items() if name.partition("@")[0] not in personal}
        return signed(op._replace(val=pack(kept)))
    if op.field.partition("@")[0] in personal:
        return signed(op._replace(val=None))
    return op


class Standing:
    """What stands of one row: its heads by field, its births and what they still stand for."""

    __slots__ = ("born", "covered", "ent", "heads")

    def __init__(self, ent: str) -> None:
        """Begin with a row nobody has written."""
        self.ent = ent
        self.heads: dict[str, dict[OpId, Op]] = {}
        self.born: dict[OpId, dict[str, str]] = {}
        self.covered: set[tuple[OpId, str]] = set()
        """Births, each with a field that an op of that field has replaced."""

    def enter(self, op: Op) -> None:
        """Let a head in that nothing known replaces."""
        self.heads.setdefault(op.field, {})[op.key] = op
        if op.field == BIRTH:
            self.born[op.key] = unpack(op.val)

    def replace(self, op: Op) -> list[OpId]:
        """Let an op in that was made on top of this very state; return the explicit heads that leave."""
        left: list[OpId] = []
        mine = self.heads.setdefault(op.field, {})
        for key in replaced(op):
            if mine.pop(key, None) is not None:
                left.append(key)
            if key in self.born:
                self.covered.add((key, op.field))
        self.enter(op)
        return left

    def of(self, name: str) -> list[Op]:
        """Return the heads of a field, explicit ones and births that stand for it."""
        found = list(self.heads.get(name, {}).values())
        if name not in MARKS:
            found += [
                self.heads[BIRTH][key]
                for key, values in self.born.items()
                if name in values and (key, name) not in self.covered
            ]
        return found

    def said(self, op: Op, name: str) -> str | None:
        """Return the value that a head gives to a field."""
        return self.born[op.key].get(name) if op.field == BIRTH else op.val

    def value(self, name: str) -> str | None:
        """Return the value that is shown."""
        if len(self.born) == 1 and not self.covered and name not in self.heads:
            (only,) = self.born.values()
            return None if name in MARKS else only.get(name)
        found = self.of(name)
        return self.said(max(found, key=rank), name) if found else None

    def fields(self) -> set[str]:
        """Return the names of all fields that anybody has written."""
        return {name for name in self.heads if name not in MARKS}.union(*self.born.values())

    def versions(self, name: str) -> list[Version]:
        """Return the different values of a field, the shown one first; one or none is no difference."""
        found: dict[str | None, Version] = {}
        for op in sorted(self.of(name), key=rank, reverse=True):
            val = self.said(op, name)
            found.setdefault(val, Version(val, op.who, op.at, op.writer, op.seq))
        return list(found.values())

    def differences(self) -> list[Difference]:
        """Return the fields with more than one value between which somebody has to choose."""
        entity = CATALOG.get(self.ent)
        passing = {item.name for item in entity.fields if item.passing} if entity else set()
        found = ((name, self.versions(name)) for name in sorted(self.fields() - passing))
        row = self.row()
        return [Difference(self.ent, row, name, tuple(items)) for name, items in found if len(items) > 1]

    def row(self) -> RowId:
        """Return the id of the row, empty where nobody has written it."""
        return next((op.row for ops in self.heads.values() for op in ops.values()), RowId(""))

    def seen(self) -> tuple[OpId, ...]:
        """Return every head of the row: what a deletion must name."""
        return tuple(sorted({key for name, ops in self.heads.items() if name != ERASED for key in ops}))

    def verdict(self) -> tuple[bool, bool]:
        """Return whether the row is visible and whether its deletion is disputed.

        A deletion holds only if no head of the row is missing among its bases.
        """
        if not self.born:
            return (False, False)
        gone = self.heads.get(GONE, {})
        deletions = [op for op in gone.values() if op.val == "1"]
        if not deletions:
            return (True, False)
        others = {key for key in self.seen() if key not in gone or gone[key].val != "1"}
        if any(others <= set(op.bases) for op in deletions):
            return (False, False)
        return (True, True)


def standing(ops: Iterable[Op]) -> Standing:
    """Return what stands of one row, from all its ops in any order."""
    known = list(ops)
    gone: set[tuple[OpId, str]] = {(key, op.field) for op in known for key in replaced(op)}
    row = Standing(known[0].ent if known else "")
    for op in known:
        if (op.key, op.field) not in gone or op.field == BIRTH:
            row.enter(op)
    row.covered = {(key, name) for key, name in gone if key in row.born}
    return row


def erased(ops: Iterable[Op], personal: frozenset[str]) -> list[Op]:
    """Return the ops of one row that an erasure empties, as they must stand from now on.

    An op is spared only where its author knew of every erasure of the row.
    """
    known = list(ops)
    erasures = {op.key for op in known if op.field == ERASED}
    found = []
    for op in known:
        if op.field in {GONE, ERASED} or erasures <= set(op.bases):
            continue
        bare = emptied(op, personal)
        if bare.val != op.val:
            found.append(bare)
    return found
