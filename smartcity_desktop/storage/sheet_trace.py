"""Who moved a sheet up the ladder and when, read from the journal, and how many comments wait on it."""

import json
from collections.abc import Iterable
from typing import Final, NamedTuple

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.op import unpack
from smartcity_desktop.storage.driver import Database, translated

LADDER: Final = "status"
_TOLD: Final = ("status", "on_paper", "waived")
"""The fields of a sheet of which people want to know who set them."""
_LAST: Final = (
    "SELECT o.row, o.val, o.who, o.at FROM head h "
    "JOIN op o ON o.writer = h.writer AND o.seq = h.seq "
    "WHERE h.field = 'status' AND h.row IN (SELECT value FROM json_each(:rows)) "
    "ORDER BY o.tick, o.writer, o.seq"
)
_BORN: Final = (
    "SELECT row, val, who, at FROM op WHERE field = '*' AND row IN (SELECT value FROM json_each(:rows)) "
    "ORDER BY tick, writer, seq"
)
_STEPS: Final = (
    "SELECT field, val, who, at FROM op WHERE row = :row AND field IN ('*', 'status', 'on_paper', 'waived') "
    "ORDER BY tick, writer, seq"
)

_OPEN: Final = (
    "SELECT sheet, count(*) FROM comment WHERE alive = 1 AND solved IS NOT 1 "
    "AND sheet IN (SELECT value FROM json_each(:sheets)) GROUP BY sheet"
)


class Step(NamedTuple):
    """One thing that was said about a sheet: which field, what (as the journal has it), by whom, when."""

    field: str
    value: str
    who: str
    at: str


def last_steps(db: Database, rows: Iterable[RowId]) -> dict[RowId, Step]:
    """Return who moved each of these sheets last, and when; those that nobody moved are left out."""
    wanted = {"rows": json.dumps(list(rows))}
    with translated():
        heads = db.conn.execute(_LAST, wanted).fetchall()
        named = {row for row, *_ in heads}
        births = db.conn.execute(_BORN, wanted).fetchall()
    found = {RowId(row): Step(LADDER, val or "", who, at) for row, val, who, at in heads}
    for row, val, who, at in births:
        status = unpack(val).get(LADDER) or ""
        if row not in named and status not in {"", "belum"}:
            found[RowId(row)] = Step(LADDER, status, who, at)
    return found


def steps(db: Database, row: RowId) -> list[Step]:
    """Return everything that was said about the state of one sheet, the oldest first, each change once."""
    with translated():
        told = db.conn.execute(_STEPS, {"row": row}).fetchall()
    found: list[Step] = []
    stands: dict[str, str] = {}
    for field, val, who, at in told:
        said = unpack(val) if field == "*" else {field: val}
        for name in _TOLD:
            value = said.get(name) or ""
            if (
                name in said
                and value != stands.get(name, "")
                and (field != "*" or value not in {"", "belum"})
            ):
                stands[name] = value
                found.append(Step(name, value, who, at))
    return found


def count_open(db: Database, sheets: Iterable[RowId]) -> dict[RowId, int]:
    """Return how many comments on each of these sheets nobody has settled; the others are left out."""
    with translated():
        found = db.conn.execute(_OPEN, {"sheets": json.dumps(list(sheets))}).fetchall()
    return {RowId(sheet): count for sheet, count in found}
