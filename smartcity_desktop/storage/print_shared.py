"""The programs that several share, gathered."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.paper_shared import SHARED, shared_paper
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.shared_program import Twins, board


def _shared(work: Gathering, _ask: PrintAsk) -> PrintJob:
    picture = shared_paper(board(work.db, Twins()), work.words.say)
    return PrintJob(SHARED, work.words.say("Program lintas OPD"), work.frame(None, ""), picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {SHARED: _shared}
