"""What follows a masterplan, gathered."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.paper_duty import DUTIES, duty_paper
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.storage.duty import board
from smartcity_desktop.storage.gathering import Gathering


def _duties(work: Gathering, _ask: PrintAsk) -> PrintJob:
    picture = duty_paper(board(work.store), work.words.say)
    return PrintJob(DUTIES, "Tindak lanjut masterplan", work.frame(None, ""), picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {DUTIES: _duties}
