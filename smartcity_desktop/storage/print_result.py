"""The results of one worksheet, gathered."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.paper_result import ResultPaper, result_paper
from smartcity_desktop.domain.print_job import RESULT, PrintAsk, PrintJob, file_name
from smartcity_desktop.domain.worksheet import Worksheet, used_in
from smartcity_desktop.storage.answers import rows_under
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.print_stage import meant_stage
from smartcity_desktop.storage.result import result_of
from smartcity_desktop.storage.worksheet import sheets


def _result(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the rows of all sheets of one worksheet, or of each in the stage whose sheets say anything.

    Where none does it is the first one of the stage, empty.
    """
    every = [_of_worksheet(work, ask, item) for item in _meant(work, ask)]
    told = [item for item in every if isinstance(item.picture, ResultPaper) and item.picture.groups]
    jobs = told or every[:1]
    if len(jobs) == 1:
        return jobs[0]
    return PrintJob(RESULT, file_name(RESULT, ""), jobs[0].frame, jobs=tuple(jobs))


def _of_worksheet(work: Gathering, ask: PrintAsk, worksheet: Worksheet) -> PrintJob:
    asked = work.stage(row=ask.stage) if ask.stage else None
    is_here = asked is not None and worksheet.stands_in(asked.number or 0)
    frame = work.frame(asked if is_here else work.stage(number=worksheet.stage), worksheet.code)
    picture = result_paper(result_of(work.store, worksheet.id), ask.choice, work.words)
    return PrintJob(RESULT, file_name(RESULT, worksheet.code), frame, picture=picture)


def _meant(work: Gathering, ask: PrintAsk) -> list[Worksheet]:
    """Return the worksheet that is asked for, or those of the stage; one at least."""
    if ask.worksheet:
        found = [item for item in work.worksheets if item.id == ask.worksheet]
    else:
        stage = meant_stage(work, ask)
        own = used_in(stage.number or 0, work.worksheets) if stage else ()
        found = [item for item in own if _is_begun(work, item)] or list(own[:1])
    return found or [Worksheet()]


def _is_begun(work: Gathering, worksheet: Worksheet) -> bool:
    """Tell whether anything may stand on the sheets, as far as that is cheaply known."""
    standing = [item.id for item in sheets(work.db, worksheet.id)]
    return bool(rows_under(work.db, worksheet.target, standing)) if worksheet.takes_rows else bool(standing)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {RESULT: _result}
