"""The map of programs, the sheets of what is empty, the money and the completeness of the plans, gathered."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.paper_coverage import (
    COMPLETE,
    GAP_SHEETS,
    MONEY,
    SPREAD,
    complete_paper,
    gap_sheet,
    money_paper,
    spread_paper,
)
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob, file_name, kind_of
from smartcity_desktop.storage.completeness import completeness
from smartcity_desktop.storage.coverage import coverage
from smartcity_desktop.storage.gathering import Gathering


def _one(kind: str, work: Gathering, picture: object) -> PrintJob:
    found = kind_of(kind)
    return PrintJob(
        kind, work.words.say(found.title if found else kind), work.frame(None, ""), picture=picture
    )


def _spread(work: Gathering, ask: PrintAsk) -> PrintJob:
    del ask
    return _one(SPREAD, work, spread_paper(coverage(work.db)))


def _money(work: Gathering, ask: PrintAsk) -> PrintJob:
    del ask
    return _one(MONEY, work, money_paper(coverage(work.db)))


def _complete(work: Gathering, ask: PrintAsk) -> PrintJob:
    del ask
    known = coverage(work.db)
    return _one(COMPLETE, work, complete_paper(known, completeness(work.store, known, checked=True)))


def _gaps(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the sheet of the agency that is asked for, or of all that have or need a plan."""
    known = coverage(work.db)
    wanted = [
        item for item in known.agencies if (item.id == ask.opd if ask.opd else item.has_plan or item.required)
    ]
    frame = work.frame(None, "")
    jobs = tuple(
        PrintJob(GAP_SHEETS, file_name(GAP_SHEETS, item.called), frame, picture=gap_sheet(known, item))
        for item in wanted
    )
    if len(jobs) == 1:
        return jobs[0]
    return PrintJob(GAP_SHEETS, work.words.say("Celah program per OPD"), frame, jobs=jobs)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    SPREAD: _spread,
    GAP_SHEETS: _gaps,
    MONEY: _money,
    COMPLETE: _complete,
}
