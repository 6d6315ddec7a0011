"""Queries: the groups that a block works with, each with its turn."""

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.turns import Slot, board, grouping_of
from smartcity_desktop.storage import group as group_query
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage.driver import Database


def slots(db: Database, row: RowId) -> tuple[Slot, ...]:
    """Return the groups of a block in the order of their division, none where the block is gone."""
    block = session_query.session(db, row)
    if block is None:
        return ()
    known = session_query.sessions(db, block.stage)
    grouping = grouping_of(block, known, group_query.groupings(db))
    groups = group_query.groups(db, grouping) if grouping else []
    return board(groups, group_query.turns(db, row))
