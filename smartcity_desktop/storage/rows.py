"""Typed rows as frozen dataclasses of the domain: columns are found by the names of the dataclass fields."""

import dataclasses
import json
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeVar

from smartcity_desktop.domain.codec import decoded, kind_of
from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.entity import POS
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.driver import Connection, Database, translated

Row = TypeVar("Row")
Part = Callable[[Mapping[str, Value]], object]
"""How the values of a field with several become what a dataclass holds."""
_PLANS: Final[dict[tuple[type, str], "Plan"]] = {}

_PARTS: Final = (
    "SELECT row, part, val FROM part "
    "WHERE field = :field AND row IN (SELECT value FROM json_each(:rows)) ORDER BY row, part"
)
_EMPTY: Final[Mapping[type, Value]] = {str: "", bool: False, int: 0}
_NONE: Final[Mapping[str, Value]] = {}
_DECODED: Final = frozenset({"int", "money", "bool"})
"""Kinds whose values are not the text that stands in the file."""


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """How cells become a dataclass: the columns, what an empty cell means, and which cells say yes or no."""

    names: tuple[str, ...]
    empties: tuple[Value, ...]
    flags: tuple[int, ...]

    def values(self, cells: Iterable[Any]) -> dict[str, Any]:
        """Return the fields of one row."""
        filled = [empty if cell is None else cell for empty, cell in zip(self.empties, cells, strict=True)]
        for place in self.flags:
            filled[place] = None if filled[place] is None else bool(filled[place])
        return dict(zip(self.names, filled, strict=True))


def fetch(
    db: Database,
    cls: type[Row],
    ent: str,
    where: str = "",
    params: Mapping[str, Value] | None = None,
    order: str = "pos, id",
) -> list[Row]:
    """Return the visible rows of an entity (disputed ones too) as instances of a dataclass.

    ``where`` and ``order`` are SQL of this folder with named parameters. Fields of the dataclass that are no
    columns keep their defaults. NULL becomes "" for text, False for bool, and None where None is allowed.
    """
    plan = _plan(cls, ent)
    statement = tables.select(ent, plan.names, where, order)
    with translated():
        found = _conn(db).execute(statement, dict(params or {})).fetchall()
    return [cls(**plan.values(cells)) for cells in found]


def whole(
    db: Database, cls: type[Row], ent: str, among: tuple[str, Iterable[RowId]], **many: Part
) -> list[Row]:
    """Return the rows whose column is one of some ids, as ``fetch`` does, with fields of several values.

    ``many`` makes each of these fields of the parts of a row; a row without any gets what none make.
    """
    plan = _plan(cls, ent)
    column, rows = among
    statement = tables.select(ent, plan.names, tables.among(column), "pos, id")
    with translated():
        found = _conn(db).execute(statement, {"rows": json.dumps(list(rows))}).fetchall()
    place = plan.names.index("id")
    ids = [RowId(cells[place]) for cells in found]
    known = {name: parts(db, ent, name, ids) for name in many}
    return [
        cls(
            **plan.values(cells),
            **{name: make(known[name].get(row, _NONE)) for name, make in many.items()},
        )
        for row, cells in zip(ids, found, strict=True)
    ]


def one(
    db: Database, cls: type[Row], ent: str, where: str, params: Mapping[str, Value] | None = None
) -> Row | None:
    """Return the first row that ``fetch`` would return, None where there is none."""
    found = fetch(db, cls, ent, where, params)
    return found[0] if found else None


def parts(db: Database, ent: str, field: str, rows: Iterable[RowId]) -> dict[RowId, dict[str, Value]]:
    """Return the values of a field with several, by row and part (year, id, assessor), parts in order.

    Numbers of whole-number fields come as int; own columns (``x:…``) without parts stand under "".
    """
    found: dict[RowId, dict[str, Value]] = {}
    with translated():
        cells = _conn(db).execute(_PARTS, {"field": field, "rows": json.dumps(list(rows))}).fetchall()
    kind = kind_of(ent, field)
    is_text = kind not in _DECODED
    for row, part, val in cells:
        found.setdefault(row, {})[part] = val if is_text else decoded(kind, val)
    return found


def numbers(db: Database, field: str, rows: Iterable[RowId]) -> dict[RowId, dict[str, float]]:
    """Return the values of a field with several where they plainly are numbers, by row and part."""
    statement = _PARTS.replace("row, part, val", "row, part, num").replace(
        "ORDER", "AND num IS NOT NULL ORDER"
    )
    found: dict[RowId, dict[str, float]] = {}
    with translated():
        cells = _conn(db).execute(statement, {"field": field, "rows": json.dumps(list(rows))}).fetchall()
    for row, part, num in cells:
        found.setdefault(RowId(row), {})[part] = num
    return found


def count(db: Database, ent: str) -> int:
    """Return the number of visible rows of an entity."""
    with translated():
        return int(_conn(db).execute(tables.counting(ent)).fetchone()[0])


def last_position(db: Database, ent: str) -> str:
    """Return the highest order key among the visible rows of an entity, "" where there is none."""
    with translated():
        found = (
            _conn(db).execute(tables.select(ent, (POS,), "pos IS NOT NULL", "pos DESC LIMIT 1")).fetchone()
        )
    return str(found[0]) if found else ""


def _conn(db: Database) -> Connection:
    return db.conn


def _plan(cls: type[Row], ent: str) -> Plan:
    known_plan = _PLANS.get((cls, ent))
    if known_plan is not None:
        return known_plan
    hints = typing.get_type_hints(cls)
    known = tables.columns(ent)
    fields = dataclasses.fields(cls)  # type: ignore[arg-type]  # a dataclass by contract
    names = tuple(item.name for item in fields if item.name in known)
    kinds = [_kind(hints[name]) for name in names]
    plan = Plan(
        names,
        tuple(None if optional else _EMPTY.get(kind) for kind, optional in kinds),
        tuple(place for place, (kind, _) in enumerate(kinds) if kind is bool),
    )
    _PLANS[cls, ent] = plan
    return plan


def _kind(hint: object) -> tuple[type, bool]:
    """Return the plain type of an annotation, and whether None is allowed."""
    choices = [item for item in typing.get_args(hint) if item is not type(None)]
    optional = len(choices) < len(typing.get_args(hint))
    return _plain(choices[0] if optional else hint), optional


def _plain(hint: object) -> type:
    base = getattr(hint, "__supertype__", hint)
    if typing.get_origin(base) is typing.Literal:
        return str
    return base if isinstance(base, type) else str
