"""The rows that a cell may refer to: factors of a SWOT, strategies, programs, candidates."""

from collections import Counter
from typing import Final

from smartcity_desktop.domain.grid import Choice
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import BY_DIMENSION, Party
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.worksheet import sheets, worksheets

_NAMED: Final = {"initiative": "name", "candidate": "name", "asset": "name"}
"""The field that names a row where it is not ``text``."""
_NUMBERED: Final = frozenset({"factor", "strategy"})
"""Rows that are called by their kind and a number in it, as ``S1`` and ``WO2``."""
_ANYWHERE: Final = frozenset({"initiative", "candidate"})
"""Rows that stand for themselves: those of the dimension of a sheet are offered, elsewhere all of them."""


def row_choices(db: Database, ent: str, party: Party) -> tuple[Choice, ...]:
    """Return the rows of an entity that a cell on the sheet of ``party`` may refer to, in order."""
    name = _NAMED.get(ent, "text")
    where, params = _scope(db, ent, party)
    has_kind = ent in _NUMBERED
    names = ("id", name, "kind" if has_kind else "id")
    with translated():
        found = db.conn.execute(tables.select(ent, names, where, "pos, id"), params).fetchall()
    count: Counter[str] = Counter()
    choices: list[Choice] = []
    for row, said, kind in found:
        code = ""
        if has_kind and kind:
            count[kind] += 1
            code = f"{kind}{count[kind]}"
        choices.append(Choice(RowId(row), " ".join(part for part in (code, said or "") if part), code))
    return tuple(choices)


def _scope(db: Database, ent: str, party: Party) -> tuple[str, dict[str, str]]:
    """Return which rows are near: those of the same party, or of its dimension."""
    if ent in _ANYWHERE:
        return ("dimension = :party", {"party": party.id}) if party.kind == BY_DIMENSION else ("", {})
    of = {item.id for item in worksheets(db) if item.target == ent}
    own = [item.id for item in sheets(db) if item.worksheet in of and item.party == party.id]
    marks = ", ".join(f":s{place}" for place in range(len(own)))
    return f"sheet IN ({marks})", {f"s{place}": row for place, row in enumerate(own)}
