"""What the screen Ketik dari kertas reads at once: the papers of a worksheet, or the one that is keyed."""

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_loop import BALLOT, CARD
from smartcity_desktop.domain.worksheet import used_in
from smartcity_desktop.services.paper import Found
from ui.context import Services
from ui.models.paper_form import Opened, Overview


def overview(services: Services, stage: int, wanted: RowId, after: RowId = NO_ROW) -> Overview:
    """Read the papers of a worksheet; without a wish of the first in this stage of which any was issued.

    All of this stage are offered, so that the numbered sheets of any can be printed from here.
    """
    paper = services.paper
    issued = paper.issued_worksheets()
    known = services.worksheet.worksheets()
    row_of = {item.id: item for item in known}
    here = used_in(stage, known)
    others = (item for item in known if item not in here)
    offered = (*here, *(item for item in others if item.id in issued or item.id == wanted))
    printed = [item for item in offered if item.id in issued]
    first = next((item.id for item in printed), NO_ROW)
    chosen = wanted if wanted in row_of else first
    waiting = paper.waiting(chosen, after) if chosen else None
    return Overview(
        offered,
        chosen,
        tuple(paper.lines(chosen)) if chosen else (),
        tuple(item for item in paper.batches() if item.worksheet in {chosen, NO_ROW}),
        tuple(paper.settlements(chosen)) if chosen else tuple(paper.settlements()),
        waiting.number if waiting else "",
        tuple(item.code for item in printed if item.id != chosen),
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
