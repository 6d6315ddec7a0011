"""What counting a vote writes: it begins, a ballot or person, a figure of hands, what is taken back."""

from collections.abc import Mapping

from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.vote import RUNNING, Vote
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.answers import has_row, values
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.vote import choices, items


def begun(store: Store, vote: Vote) -> list[Edit]:
    """Return what makes a vote one that is being counted. Raises UserFault ``vote-closed``."""
    if vote.is_closed:
        raise UserFault("vote-closed", title=vote.title)
    if vote.state == RUNNING:
        return []
    return [Set("vote", vote.id, "state", RUNNING), Set("vote", vote.id, "opened_at", store.now_text())]


def ballot(store: Store, vote: Vote, sign: str, points: Mapping[RowId, int]) -> list[Edit]:
    """Return what counts one ballot or person in the round that is held; a choice left out gets nothing.

    Counting the same ``sign`` again corrects it. Raises UserFault ``vote-closed``.
    """
    edits = begun(store, vote)
    for item in choices(store.db, vote.id):
        edits += _cast(store, vote, item.id, sign, {"points": points.get(item.id, 0)})
    return edits


def figure(store: Store, vote: Vote, item: RowId, sign: str, count: int | None) -> list[Edit]:
    """Return what writes how many gave a choice what ``sign`` says. Raises UserFault ``vote-closed``."""
    return [*begun(store, vote), *_cast(store, vote, item, sign, {"count": count})]


def forgotten(store: Store, vote: Vote, sign: str) -> list[Edit]:
    """Return what takes back all that one ballot or person gave in the round that is held.

    Raises UserFault ``vote-closed``.
    """
    begun(store, vote)
    rows = [_key(store, vote, item.id, sign) for item in items(store.db, vote.id)]
    return [Gone("vote_cast", row) for row in values(store.db, "vote_cast", rows)]


def _cast(store: Store, vote: Vote, item: RowId, sign: str, told: Mapping[str, Value]) -> list[Edit]:
    row = _key(store, vote, item, sign)
    if not has_row(store.db, row):
        keys: dict[str, Value] = {"vote": vote.id, "item": item, "voter": sign, "round": vote.held}
        return [Birth("vote_cast", row, {**keys, **told})]
    gone = row not in values(store.db, "vote_cast", [row])
    back: list[Edit] = [Gone("vote_cast", row, gone=False)] if gone else []
    return [*back, *(Set("vote_cast", row, field, value) for field, value in told.items())]


def _key(store: Store, vote: Vote, item: RowId, sign: str) -> RowId:
    return store.key("vote_cast", vote.id, item, sign, str(vote.held))
