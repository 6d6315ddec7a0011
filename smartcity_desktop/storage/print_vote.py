"""The result of votes, gathered: those that were revealed, with every round."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.paper_loop import BALLOT
from smartcity_desktop.domain.paper_vote import VotePicture
from smartcity_desktop.domain.print_job import VOTE_RESULT, PrintAsk, PrintJob, kind_of
from smartcity_desktop.domain.vote import Result, Vote, tally
from smartcity_desktop.storage import vote as query
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.paper import papers
from smartcity_desktop.storage.paper_line import settlements
from smartcity_desktop.storage.print_stage import meant_stage


def _result(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather one vote, those of a worksheet, or all; of one that is not revealed no figure is gathered."""
    found = [
        item
        for item in query.votes(work.db)
        if ask.opd in {"", item.id} and ask.worksheet in {"", item.worksheet}
    ]
    batches = [item for item in papers(work.db) if item.kind == BALLOT and item.vote]
    sums = {
        item.id: tuple(told.words for told in settlements(work.store, only=own) if own)
        for item in found
        if (own := [paper for paper in batches if paper.vote == item.id])
    }
    kind = kind_of(VOTE_RESULT)
    title = kind.title if kind else VOTE_RESULT
    picture = VotePicture(tuple(_rounds(work, item) for item in found), sums)
    return PrintJob(VOTE_RESULT, title, work.frame(meant_stage(work, ask), ""), picture=picture)


def _rounds(work: Gathering, found: Vote) -> tuple[Result, ...]:
    items = query.items(work.db, found.id)
    if not found.is_revealed:
        return (Result(found, round=found.held),)
    casts = query.casts(work.db, found.id)
    return tuple(tally(found, items, casts, number) for number in range(1, found.held + 1))


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {VOTE_RESULT: _result}
