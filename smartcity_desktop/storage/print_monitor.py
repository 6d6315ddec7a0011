"""One year of programs and quick wins, gathered."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.paper_monitor import LAST_YEAR, MONITORING, monitor_paper
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.domain.wording import day_of
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.monitor import board


def _monitoring(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the year of the day that is asked for, else this one or the last."""
    day = day_of(ask.day) if ask.day else None
    now = work.store.now().year
    year = day.year if day else now - 1 if ask.choice == LAST_YEAR else 0
    found = board(work.store, year)
    name = f"Pemantauan program {found.year}"
    picture = monitor_paper(found, work.words.say)
    return PrintJob(MONITORING, name, work.frame(None, ""), picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {MONITORING: _monitoring}
