"""Queries: votes, what can be voted on, and what was given."""

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.merging import ORIGIN, main_field
from smartcity_desktop.domain.vote import Cast, Vote, VoteItem
from smartcity_desktop.domain.worksheet import Worksheet
from smartcity_desktop.storage.answers import rows_under, values
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch, one, parts
from smartcity_desktop.storage.worksheet import sheets


def votes(db: Database, stage: RowId | None = None) -> list[Vote]:
    """Return the votes in order, of one stage or of all."""
    if stage is None:
        return fetch(db, Vote, "vote")
    return fetch(db, Vote, "vote", "stage = :stage", {"stage": stage})


def vote(db: Database, row: RowId) -> Vote | None:
    """Return one vote, None where it is gone."""
    return one(db, Vote, "vote", "id = :id", {"id": row})


def last_vote(db: Database, worksheet: RowId = NO_ROW) -> Vote | None:
    """Return the last vote that is not closed, of one worksheet or of all; else the last one."""
    found = [item for item in votes(db) if worksheet in {NO_ROW, item.worksheet}]
    known = [item for item in found if not item.is_closed] or found
    return known[-1] if known else None


def items(db: Database, row: RowId) -> list[VoteItem]:
    """Return what can be voted on in order, what was taken off the list too."""
    return fetch(db, VoteItem, "vote_item", "vote = :vote", {"vote": row})


def choices(db: Database, row: RowId) -> list[VoteItem]:
    """Return what can be voted on now, in order."""
    return [item for item in items(db, row) if not item.retired]


def casts(db: Database, row: RowId) -> list[Cast]:
    """Return what was given in all rounds of a vote."""
    return fetch(db, Cast, "vote_cast", "vote = :vote", {"vote": row}, order="id")


def rows_to_vote_on(
    db: Database, worksheet: Worksheet, party: RowId | None = None
) -> list[tuple[RowId, str]]:
    """Return the rows that were added on the sheets of a worksheet, with their words; of one party or all.

    Of rows that were merged, that into which they went is voted on alone.
    """
    if not worksheet.takes_rows:
        return []
    own = [item.id for item in sheets(db, worksheet.id) if party in {None, item.party}]
    under = rows_under(db, worksheet.target, own)
    rows = [row for sheet in own for row in under.get(sheet, ())]
    gone = {source for found in parts(db, worksheet.target, ORIGIN, rows).values() for source in found}
    rows = [row for row in rows if row not in gone]
    said, field = values(db, worksheet.target, rows), main_field(worksheet.target)
    return [(row, str(words)) for row in rows if (words := said[row].get(field))]
