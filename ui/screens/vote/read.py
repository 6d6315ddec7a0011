"""What the screen Suara reads at once: the votes of a worksheet, and everything about the chosen one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.vote import Result, Vote, VoteItem
from smartcity_desktop.domain.worksheet import Worksheet, used_in
from ui.context import Services
from ui.widgets.vote_new import Eligible, Offer

if TYPE_CHECKING:
    from smartcity_desktop.domain.paper_loop import Paper
    from smartcity_desktop.services.vote import VoteAsk


@dataclass(frozen=True, slots=True)
class Picture:
    """The worksheets one can choose, the votes on the chosen one (all of them where none is chosen)."""

    worksheets: tuple[Worksheet, ...] = ()
    worksheet: RowId = NO_ROW
    votes: tuple[Vote, ...] = ()
    vote: Vote = field(default_factory=Vote)
    items: tuple[VoteItem, ...] = ()
    counted: Mapping[tuple[RowId, int], int] = field(default_factory=dict)
    ballots: Mapping[str, Mapping[RowId, int]] = field(default_factory=dict)
    issued: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    papers: "tuple[Paper, ...]" = ()
    rounds: tuple[Result, ...] = ()

    @property
    def open_items(self) -> tuple[VoteItem, ...]:
        """The choices that stand on the list."""
        return tuple(item for item in self.items if not item.retired)

    @property
    def result(self) -> Result:
        """The round that is held."""
        return self.rounds[-1] if self.rounds else Result(self.vote)


def gather(services: Services, stage: int, wanted: RowId, vote: RowId) -> Picture:
    """Read; ``wanted`` is a worksheet (none for all votes), ``vote`` the vote or sheet that is asked for."""
    service = services.vote
    known = [item for item in services.result.worksheets() if not item.retired]
    every = service.votes()
    chosen = next((item for item in every if item.id == vote), None)
    if chosen is not None and wanted and chosen.worksheet != wanted:
        wanted = chosen.worksheet
    own = [item for item in every if not wanted or item.worksheet == wanted]
    chosen = chosen or next(iter(reversed(own)), None)
    here = used_in(stage, known)
    shown = (*here, *(item for item in known if item.id == wanted and item not in here))
    if chosen is None:
        return Picture(shown, wanted, tuple(own))
    row = chosen.id
    return Picture(
        shown,
        wanted,
        tuple(own),
        chosen,
        tuple(service.items(row)),
        service.counted(row),
        service.ballots(row),
        service.issued(row),
        tuple(item.words for item in service.sums(row)),
        tuple(service.papers(row)),
        service.rounds(row),
    )


def asked_for(services: Services, stage: int, stood: tuple[RowId, RowId], asked: str) -> Picture:
    """Read where somebody stood (worksheet, vote), or what was asked for: a vote, a worksheet, a row."""
    worksheet, vote = stood
    if asked:
        row = RowId(asked)
        is_vote = any(item.id == row for item in services.vote.votes())
        worksheet, vote = (worksheet, row) if is_vote else (_worksheet_of(services, row), vote)
        if not is_vote and not any(
            item.id == vote and item.worksheet == worksheet for item in services.vote.votes()
        ):
            vote = NO_ROW
    return gather(services, stage, worksheet, vote)


def _worksheet_of(services: Services, row: RowId) -> RowId:
    """Return the worksheet that a row is, or stands on; none where it is neither."""
    if any(item.id == row for item in services.result.worksheets()):
        return row
    found = services.worksheet.find_row(row) if row else None
    return found.worksheet if found else NO_ROW


def offer(services: Services, worksheet: RowId) -> Offer:
    """Return the worksheets of all stages that hold rows, and the rows of the one that is chosen.

    A worksheet whose rows stand (programs of plans, questions) is none to vote on: then none is chosen.
    """
    known = [item for item in services.worksheet.worksheets() if item.takes_rows and not item.retired]
    places = services.worksheet.places_of(known)
    named = tuple(
        (item.id, f"{item.code} {item.title}")
        for item in known
        if item.id == worksheet or any(place.done for place in places[item.id])
    )
    held = worksheet if any(row == worksheet for row, _ in named) else NO_ROW
    return Offer(named, held, eligible(services, held))


def eligible(services: Services, worksheet: RowId) -> tuple[Eligible, ...]:
    """Return the rows of a worksheet that can be voted on: what went into another row stands behind that."""
    if not worksheet:
        return ()
    found = services.result.result(worksheet)
    names = dict(found.dimensions)
    return tuple(
        Eligible(
            item.id,
            item.text,
            item.party,
            item.party_name,
            bool(item.merged),
            (item.dimension, names[item.dimension]) if item.dimension in names else (NO_ROW, ""),
        )
        for item in found.rows
        if item.text and not item.into
    )


def made(services: Services, ask: "VoteAsk", stage: int) -> tuple[RowId, Changes]:
    """Make a vote in a stage."""
    held = next((item.id for item in services.workshop.stages() if item.number == stage), NO_ROW)
    return services.vote.add(replace(ask, stage=held))
