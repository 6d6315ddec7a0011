"""What the screen Ketik dari kertas reads at once: the papers of a worksheet, or the one that is keyed."""

from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.grid import GridColumn
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_loop import (
    BALLOT,
    CARD,
    OUT,
    Ballot,
    Card,
    KeySheet,
    Paper,
    PaperLine,
    PrintedColumn,
    Settlement,
)
from smartcity_desktop.domain.worksheet import Worksheet
from smartcity_desktop.services.paper import Found
from ui.context import Services

_NO_PAPER: Final = Paper()


@dataclass(frozen=True, slots=True)
class Overview:
    """The worksheets one can choose, and the papers, batches and sums of the chosen one."""

    worksheets: tuple[Worksheet, ...] = ()
    worksheet: RowId = NO_ROW
    lines: tuple[PaperLine, ...] = ()
    batches: tuple[Paper, ...] = ()
    sums: tuple[Settlement, ...] = ()
    next: str = ""

    @property
    def progress(self) -> str:
        """``7 dari 12 lembar``; empty where no sheet was issued."""
        known = len(self.lines)
        told = sum(1 for item in self.lines if item.paper.state != OUT)
        return f"{told} dari {known} lembar" if known else ""


@dataclass(frozen=True, slots=True)
class Opened:
    """The paper that is keyed: a sheet, or one card or ballot of a batch."""

    paper: Paper = _NO_PAPER
    number: int = 0
    sheet: KeySheet | None = None
    card: Card | None = None
    ballot: Ballot | None = None
    columns: tuple[tuple[GridColumn, PrintedColumn], ...] = field(default=())

    @property
    def called(self) -> str:
        """The number with its letter."""
        return Paper(number=self.paper.called(self.number)).code if self.number else self.paper.code


def overview(services: Services, stage: int, wanted: RowId, after: RowId = NO_ROW) -> Overview:
    """Read the papers of a worksheet; without a wish of the first in this stage of which any was issued."""
    paper = services.paper
    issued = {item.paper.worksheet for item in paper.lines()} | {item.worksheet for item in paper.batches()}
    known = services.worksheet.worksheets()
    row_of = {item.id: item for item in known}
    offered = [item for item in known if item.id in issued or item.id == wanted]
    here = [item for item in offered if item.stands_in(stage)]
    first = next((item.id for item in here or offered), NO_ROW)
    chosen = wanted if wanted in row_of else first
    waiting = paper.waiting(chosen, after) if chosen else None
    return Overview(
        tuple(offered),
        chosen,
        tuple(paper.lines(chosen)) if chosen else (),
        tuple(item for item in paper.batches() if item.worksheet in {chosen, NO_ROW}),
        tuple(paper.settlements(chosen)) if chosen else tuple(paper.settlements()),
        waiting.number if waiting else "",
    )


def opened(services: Services, typed: str, worksheet: RowId) -> Opened:
    """Read the paper whose number was typed. Raises UserFault as ``PaperService.find`` does."""
    return read_again(services, services.paper.find(typed, worksheet))


def read_again(services: Services, found: Found) -> Opened:
    """Read a paper that is known."""
    paper, number = found
    service = services.paper
    if paper.kind == CARD:
        card = service.card(paper, number)
        return Opened(paper, number, card=card, columns=service.card_columns(paper))
    if paper.kind == BALLOT:
        return Opened(paper, number, ballot=service.ballot(paper, number))
    sheet = service.sheet(paper)
    return Opened(sheet.paper, sheet=sheet)
