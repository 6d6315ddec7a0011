"""What the sample city voted on and printed: a revealed vote with its ballots, numbered sheets."""

from collections.abc import Mapping
from typing import Any, Final

from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.order import run
from smartcity_desktop.domain.paper_loop import BALLOT, OUT, Paper
from smartcity_desktop.domain.vote import REVEALED
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.paper import BATCH_SIGNS, issued, sheet_issues
from smartcity_desktop.storage.party import parties
from smartcity_desktop.storage.sheet_grid import grid_of
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.vote import rows_to_vote_on
from smartcity_desktop.storage.worksheet import worksheet_of, worksheets

_KNOBS: Final = (
    *("title", "question", "way", "points", "most", "voters"),
    *("opened_at", "closed_at", "revealed_at"),
)

Told = Mapping[str, Any]


def edits(store: Store) -> list[Edit]:
    """Return the vote, its ballots and the sheets that were issued; the worksheets must be filled already."""
    whole = reference.sample_part("papers")
    return [*_vote(store, whole["vote"]), *_sheets(store, whole["sheets"])]


def _vote(store: Store, told: Told) -> list[Edit]:
    worksheet = store.key("worksheet", told["worksheet"])
    row = store.ids.new()
    born: dict[str, Value] = {name: told[name] for name in _KNOBS}
    born |= {"worksheet": worksheet, "stage": store.key("stage", str(told["stage"]))}
    found: list[Edit] = [
        Birth("vote", row, {"pos": store.positions("vote", 1)[0], **born, "round": 1, "state": REVEALED})
    ]
    rows = rows_to_vote_on(store.db, worksheet_of(store, worksheet))
    first = {words: subject for subject, words in reversed(rows)}
    lines = [(store.key("vote_item", row, first[words]), first[words], words) for words in told["lines"]]
    for (item, subject, words), pos in zip(lines, run(len(lines)), strict=True):
        found.append(Birth("vote_item", item, {"pos": pos, "vote": row, "subject": subject, "text": words}))
    batch = Paper(
        id=store.key("paper", BALLOT, f"{BATCH_SIGNS[BALLOT]}1"),
        number=f"{BATCH_SIGNS[BALLOT]}1",
        kind=BALLOT,
    )
    for number, chosen in enumerate(told["ballots"], start=1):
        for place, (item, _, _) in enumerate(lines, start=1):
            sign = batch.called(number)
            cast: dict[str, Value] = {
                "vote": row,
                "item": item,
                "voter": sign,
                "round": 1,
                "points": int(place in chosen),
            }
            found.append(Birth("vote_cast", store.key("vote_cast", row, item, sign, "1"), cast))
    paper: dict[str, Value] = {"kind": BALLOT, "worksheet": worksheet, "vote": row, "number": batch.number}
    paper |= {"stage": store.key("stage", str(told["stage"])), "first": 1, "last": told["issued"]}
    paper |= {"pos": store.positions("paper", 1)[0], "state": OUT, "printed_at": told["printed_at"]}
    paper |= {f"mark@{number}": state for number, state in told["aside"].items()}
    return [*found, Birth("paper", batch.id, paper)]


def _sheets(store: Store, told: Told) -> list[Edit]:
    worksheet = next(item for item in worksheets(store.db) if item.code == told["worksheet"])
    known = [item for item in parties(store.db, worksheet) if item.short in told["state"]]
    issues = sheet_issues(store, worksheet, [grid_of(store, worksheet.id, item.id) for item in known])
    found = issued(store, issues)
    stage = store.key("stage", str(told["stage"]))
    for party, issue in zip(known, issues, strict=True):
        told_of = {"state": told["state"][party.short], "printed_at": told["printed_at"], "stage": stage}
        found += [Set("paper", issue.paper.id, field, value) for field, value in told_of.items()]
    return found
