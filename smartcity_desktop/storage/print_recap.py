"""The recap of every dimension and OPD, gathered: one page each."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.paper_recap import RECAP_DIMENSION, RECAP_OPD
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob, file_name, kind_of
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.recap import Recaps, papers

if TYPE_CHECKING:
    from smartcity_desktop.domain.dimension import Dimension
    from smartcity_desktop.domain.opd import Opd


def _recap(kind: str, work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the recap of the one that is asked for, or of all; without any it is a page that says so."""
    recaps = Recaps(work.store)
    known: Sequence[Dimension | Opd] = recaps.opds if kind == RECAP_OPD else recaps.dimensions
    frame = work.frame(None, "")
    jobs = tuple(
        PrintJob(kind, file_name(kind, item.called), frame, picture=item)
        for item in papers(recaps, [item for item in known if not ask.opd or item.id == ask.opd])
    )
    if len(jobs) == 1:
        return jobs[0]
    found = kind_of(kind)
    return PrintJob(kind, work.words.say(found.title if found else kind), frame, jobs=jobs)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    RECAP_OPD: partial(_recap, RECAP_OPD),
    RECAP_DIMENSION: partial(_recap, RECAP_DIMENSION),
}
