"""Two readings of a plan, gathered: a blank sheet for every OPD, a page to talk over for every reader."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.paper_second import SECOND_BLANK, SECOND_TALK, blank_paper, talk_paper
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob, file_name, kind_of
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.second import Readings


def _blank(work: Gathering, ask: PrintAsk) -> PrintJob:
    readings = Readings(work.db)
    called = {item.id: item.called for item in work.opds}
    frame = work.frame(None, "")
    jobs = tuple(
        PrintJob(
            SECOND_BLANK,
            file_name(SECOND_BLANK, called[row]),
            frame,
            picture=blank_paper(readings.board(row, ""), called[row]),
        )
        for row, *_ in readings.plans()
        if not ask.opd or row == ask.opd
    )
    return _one(work, SECOND_BLANK, jobs)


def _talk(work: Gathering, ask: PrintAsk) -> PrintJob:
    readings = Readings(work.db)
    frame = work.frame(None, "")
    begun = readings.begun()
    # The name of a print is kept with it for ever: it counts the readers and names none.
    places = {item: [one for one in begun if one.opd == item.opd].index(item) + 1 for item in begun}
    jobs = tuple(
        PrintJob(
            SECOND_TALK,
            file_name(SECOND_TALK, f"{item.opd_name} {places[item]}" if places[item] > 1 else item.opd_name),
            frame,
            picture=talk_paper(readings.board(item.opd, item.reader), item.opd_name),
        )
        for item in begun
        if not ask.opd or item.opd == ask.opd
    )
    return _one(work, SECOND_TALK, jobs)


def _one(work: Gathering, kind: str, jobs: tuple[PrintJob, ...]) -> PrintJob:
    """Return the only job, or all of them in one; without any it is a page that says so."""
    if len(jobs) == 1:
        return jobs[0]
    found = kind_of(kind)
    return PrintJob(kind, work.words.say(found.title if found else kind), work.frame(None, ""), jobs=jobs)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    SECOND_BLANK: _blank,
    SECOND_TALK: _talk,
}
