"""Queries: votes, what can be voted on, and what was given."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.vote import Cast, Vote, VoteItem
from smartcity_desktop.domain.worksheet import Worksheet
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.rows import fetch, one
from smartcity_desktop.storage.worksheet import sheets

_NAMED: Final = frozenset({"initiative", "candidate", "asset"})
"""Entities that are called by ``name``; the others by ``text``."""


def votes(db: Database, stage: RowId | None = None) -> list[Vote]:
    """Return the votes in order, of one stage or of all."""
    if stage is None:
        return fetch(db, Vote, "vote")
    return fetch(db, Vote, "vote", "stage = :stage", {"stage": stage})


def vote(db: Database, row: RowId) -> Vote | None:
    """Return one vote, None where it is gone."""
    return one(db, Vote, "vote", "id = :id", {"id": row})


def items(db: Database, row: RowId) -> list[VoteItem]:
    """Return what can be voted on in order, what was taken off the list too."""
    return fetch(db, VoteItem, "vote_item", "vote = :vote", {"vote": row})


def casts(db: Database, row: RowId) -> list[Cast]:
    """Return what was given in all rounds of a vote."""
    return fetch(db, Cast, "vote_cast", "vote = :vote", {"vote": row}, order="id")


def rows_to_vote_on(
    db: Database, worksheet: Worksheet, party: RowId | None = None
) -> list[tuple[RowId, str]]:
    """Return the rows that were added on the sheets of a worksheet, with their words; of one party or all."""
    if not worksheet.takes_rows:
        return []
    own = [item.id for item in sheets(db, worksheet.id) if party in {None, item.party}]
    return _named(db, worksheet.target, own)


def _named(db: Database, ent: str, own: Sequence[RowId]) -> list[tuple[RowId, str]]:
    name = "name" if ent in _NAMED else "text"
    if not own or name not in tables.columns(ent):
        return []
    marks = ", ".join(f":s{place}" for place in range(len(own)))
    params = {f"s{place}": row for place, row in enumerate(own)}
    statement = tables.select(ent, ("id", name), f"sheet IN ({marks})", "pos, id")
    with translated():
        found = db.conn.execute(statement, params).fetchall()
    return [(RowId(row), words) for row, words in found if words]
