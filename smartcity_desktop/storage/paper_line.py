"""Queries: every issued sheet with its party, who keyed it and its second reading, and what came back."""

from collections.abc import Mapping, Sequence

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_loop import (
    BALLOT,
    CARD,
    SHEET,
    Paper,
    PaperLine,
    Settlement,
    of_batch,
    of_sheets,
    reading_words,
)
from smartcity_desktop.domain.worksheet import Worksheet
from smartcity_desktop.storage import paper as query
from smartcity_desktop.storage.party import parties, party_of
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheets, worksheet_of, worksheets


def paper_lines(store: Store, worksheet: RowId = NO_ROW) -> list[PaperLine]:
    """Return the issued sheets, of one worksheet or of all, each with its party and who keyed it."""
    keyed = query.typists(store.db)
    known = {item.id: item for item in worksheets(store.db)}
    own = [
        item
        for item in query.papers(store.db)
        if item.kind == SHEET and worksheet in {NO_ROW, item.worksheet}
    ]
    used = {item.worksheet for item in own}
    whose = _parties(store, {row: item for row, item in known.items() if row in used})
    return [
        PaperLine(
            item,
            whose.get(item.sheet, ""),
            known[item.worksheet].title if item.worksheet in known else "",
            keyed.get(item.number, ()),
            _second(store, item),
        )
        for item in own
    ]


def settlements(
    store: Store, worksheet: RowId = NO_ROW, only: Sequence[Paper] | None = None
) -> list[Settlement]:
    """Return issued = counted + blank + spoiled + missing: of the sheets first, then of every batch.

    Of one worksheet or of all, or of the papers ``only``.
    """
    found = query.papers(store.db) if only is None else list(only)
    known = [item for item in found if worksheet in {NO_ROW, item.worksheet}]
    own = [item for item in known if item.kind == SHEET]
    batches = [item for item in known if item.kind != SHEET]
    aside = query.marks(store.db, [item.id for item in batches])
    told = [of_sheets(own)] if own else []
    return told + [of_batch(item, came(store, item), aside.get(item.id, {})) for item in batches]


def came(store: Store, batch: Paper) -> list[int]:
    """Return the numbers of a batch that were keyed."""
    if batch.kind == CARD:
        return list(query.cards(store.db, worksheet_of(store, batch.worksheet).target, batch))
    return list(query.ballots(store.db, batch)) if batch.kind == BALLOT else []


def _second(store: Store, paper: Paper) -> str:
    if not query.rereads(store.db, paper.sheet):
        return ""
    return reading_words(query.key_sheet(store, paper))


def _parties(store: Store, known: Mapping[RowId, Worksheet]) -> dict[RowId, str]:
    names = {row: {item.id: item.called for item in parties(store.db, found)} for row, found in known.items()}
    return {
        item.id: names[item.worksheet].get(item.party, "")
        or party_of(store.db, known[item.worksheet], item.party).called
        for item in sheets(store.db)
        if item.worksheet in known
    }
