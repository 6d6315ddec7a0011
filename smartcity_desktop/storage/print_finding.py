"""The check sheets of the plans, gathered: one for each agency that has a plan, or for the one asked for."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.paper_finding import CHECK_SHEET, paper_of
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob, file_name, kind_of
from smartcity_desktop.storage.finding import findings
from smartcity_desktop.storage.gathering import Gathering


def _sheets(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the sheet of the agency that is asked for, or of all that have a plan."""
    asked = [item for item in work.opds if not ask.opd or item.id == ask.opd]
    found = {item.opd: item for item in findings(work.db, [item.id for item in asked])}
    frame = work.frame(None, "")
    jobs = tuple(
        PrintJob(
            CHECK_SHEET,
            file_name(CHECK_SHEET, item.called),
            frame,
            picture=paper_of(item, found.get(item.id)),
        )
        for item in asked
        if ask.opd or item.id in found
    )
    if len(jobs) == 1:
        return jobs[0]
    kind = kind_of(CHECK_SHEET)
    return PrintJob(CHECK_SHEET, work.words.say(kind.title if kind else CHECK_SHEET), frame, jobs=jobs)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {CHECK_SHEET: _sheets}
