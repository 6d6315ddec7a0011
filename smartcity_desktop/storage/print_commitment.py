"""The shared commitment, gathered: its passages, and who signs, all of them or those who have not yet."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.ids import NO_ROW
from smartcity_desktop.domain.paper_commitment import (
    COMMITMENT_PAPER,
    LATE,
    LIST,
    CommitmentPaper,
    opening,
    passages_of,
    points,
)
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.signature import COMMITMENT, OPEN, numbers, told
from smartcity_desktop.domain.wording import day_of
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.print_log import paper_texts
from smartcity_desktop.storage.print_stage import days_of
from smartcity_desktop.storage.signature import signatures


def _commitment(work: Gathering, ask: PrintAsk) -> PrintJob:
    stage = work.stage(row=ask.stage) if ask.stage else next(reversed(work.stages), None)
    row = stage.id if stage else NO_ROW
    days = days_of(work, stage)
    day = day_of(days[-1]) if days else None
    shop = work.workshop
    years = f"{shop.period_start}–{shop.period_end}" if shop.period_start and shop.period_end else ""
    place = stage.place_on(days[-1]) if stage and days else ""
    own = {item.kind: item.text for item in paper_texts(work.db) if (item.stage, item.date) == (row, "")}
    first = opening(day, place, shop.region_name, years, work.words)
    known = signatures(work.db, COMMITMENT)
    late = ask.choice == LATE
    paper = CommitmentPaper(
        title=" ".join(text for text in ("Masterplan Smart City", shop.region_name, years) if text),
        year=(day or work.store.now().date()).year,
        rows=tuple(item for item in known if item.stands == OPEN) if late else known,
        late=late,
        told=told(known) if known else "",
        listed=bool(known),
        checked=ask.choice == LIST,
        numbers=numbers(known),
    )
    name = {LATE: "Komitmen bersama (susulan)", LIST: "Daftar penanda tangan komitmen"}.get(
        ask.choice, "Komitmen bersama"
    )
    passages = passages_of((first, points(work.words)), own, row)
    return PrintJob(COMMITMENT_PAPER, name, work.frame(stage, ""), picture=paper, passages=passages)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {COMMITMENT_PAPER: _commitment}
