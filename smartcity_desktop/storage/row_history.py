"""The versions of one row, read from its operations act by act."""

from itertools import groupby
from typing import Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.op import BIRTH, ERASED, GONE, unpack
from smartcity_desktop.domain.row_history import RowHistory, RowVersion, is_copied
from smartcity_desktop.domain.row_words import ROW_WORDS
from smartcity_desktop.domain.stage_copy import RowState, changes_of, name_of
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.stage_copy import local, names_for
from smartcity_desktop.storage.workshop import workshop

_OPS: Final = (
    "SELECT o.writer, o.act, o.ent, o.field, o.val, o.at, o.who, coalesce(a.label, '') FROM op o "
    "LEFT JOIN act a ON a.writer = o.writer AND a.act = o.act "
    "WHERE o.row = :row ORDER BY o.tick, o.writer, o.seq"
)


def history(db: Database, row: RowId) -> RowHistory:
    """Return every version of a row, the newest first; a row nobody wrote has none."""
    with translated():
        found = db.conn.execute(_OPS, {"row": row}).fetchall()
    if not found:
        return RowHistory(row)
    ent = str(found[0][2])
    values: dict[str, str] = {}
    steps: list[tuple[RowState, str, bool]] = []
    gone = False
    for _, ops in groupby(found, key=lambda item: (item[0], item[1])):
        before = dict(values)
        cells = list(ops)
        for _, _, _, field, val, _, _, _ in cells:
            gone = _take(values, field, val, gone=gone)
        at, who, label = str(cells[-1][5]), str(cells[-1][6]), str(cells[-1][7])
        state = RowState(row, ent, before, dict(values), bool(before), not gone, (who,), at)
        steps.append((state, label, gone))
    names = names_for(db, [state for state, _, _ in steps])
    zone = workshop(db).zone
    made = [
        RowVersion(
            local(state.at, zone), state.who[0], label, state.after, changes_of(state, names), gone=is_gone
        )
        for state, label, is_gone in steps
    ]
    name = name_of(ent, values, names) or ROW_WORDS.get(ent, "")
    return RowHistory(row, ent, name, tuple(reversed(made)), is_copied(ent))


def _take(values: dict[str, str], field: str, val: str | None, *, gone: bool) -> bool:
    """Take one operation in; return whether the row is deleted now."""
    if field == GONE:
        return val == "1"
    if field == ERASED:
        return gone
    for name, value in (unpack(val) if field == BIRTH else {field: val}).items():
        if value is None:
            values.pop(name, None)
        else:
            values[name] = value
    return gone and field != BIRTH
