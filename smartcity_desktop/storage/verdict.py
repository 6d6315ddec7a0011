"""Queries: what people said of proposals, so that nothing is offered twice."""

from collections.abc import Collection
from dataclasses import dataclass

from smartcity_desktop.domain.edit import Birth
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.rows import fetch
from smartcity_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Verdict:
    """One proposal (``kind``, ``value``) about a row, and whether it was taken, refused, or waits."""

    id: RowId = NO_ROW
    subject: RowId = NO_ROW
    kind: str = ""
    value: str = ""
    state: str = ""


def verdicts(db: Database, kinds: Collection[str]) -> list[Verdict]:
    """Return what was said of proposals of these kinds; one whose state was emptied is left out."""
    return [item for item in fetch(db, Verdict, "verdict", order="id") if item.kind in kinds and item.state]


def said(store: Store, about: tuple[RowId, str, str], state: str | None) -> Birth:
    """Return what keeps a verdict ``about`` (subject, kind, value); None takes it back."""
    subject, kind, value = about
    row = store.key("verdict", subject, kind, value)
    return Birth("verdict", row, {"subject": subject, "kind": kind, "value": value, "state": state})
