"""Ballots of a vote: the lines they show, and what counting one of them writes."""

from collections.abc import Mapping

from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.vote import CLOSED, READY, REVEALED, RUNNING, Vote, VoteItem
from smartcity_desktop.storage.answers import has_row, values
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch
from smartcity_desktop.storage.store import Store


def vote_of(db: Database, row: RowId) -> Vote:
    """Return a vote, an empty one where it is gone."""
    return next(iter(fetch(db, Vote, "vote", "id = :id", {"id": row})), Vote())


def is_closed(vote: Vote) -> bool:
    """Tell whether nothing more is counted."""
    return vote.state in {CLOSED, REVEALED}


def last_vote(db: Database, worksheet: RowId) -> Vote | None:
    """Return the last vote that is not closed, of one worksheet or of all; else the last one."""
    found = [item for item in fetch(db, Vote, "vote") if worksheet in {NO_ROW, item.worksheet}]
    open_ones = [item for item in found if not is_closed(item)]
    known = open_ones or found
    return known[-1] if known else None


def ballot_lines(db: Database, vote: RowId) -> list[VoteItem]:
    """Return what can be voted on, in order."""
    found = fetch(db, VoteItem, "vote_item", "vote = :vote", {"vote": vote})
    return [item for item in found if not item.retired]


def ballot_edits(store: Store, vote: RowId, ballot: str, points: Mapping[RowId, int]) -> list[Edit]:
    """Return what counts one ballot in the round that is held; an item it leaves out gets nothing.

    ``ballot`` is its sign: a row of the vote for each item, so that counting it again corrects it.
    """
    rule = vote_of(store.db, vote)
    held = rule.round or 1
    edits: list[Edit] = []
    if rule.state in {"", READY}:
        edits += [Set("vote", vote, "state", RUNNING), Set("vote", vote, "opened_at", store.now_text())]
    for item in (line.id for line in ballot_lines(store.db, vote)):
        row = store.key("vote_cast", vote, item, ballot, str(held))
        given = points.get(item, 0)
        if has_row(store.db, row):
            gone = not values(store.db, "vote_cast", [row])
            edits += [Gone("vote_cast", row, gone=False)] if gone else []
            edits.append(Set("vote_cast", row, "points", given))
        else:
            told: dict[str, Value] = {"vote": vote, "item": item, "voter": ballot, "round": held}
            edits.append(Birth("vote_cast", row, {**told, "points": given}))
    return edits
