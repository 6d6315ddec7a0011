"""The recap of readiness, gathered."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.print_job import READINESS_RECAP, PrintAsk, PrintJob
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.readiness import recap


def _recap(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather what all worksheets of readiness came to; those that nobody scored are printed as they are."""
    del ask
    found = recap(work.db)
    stages = {item.stage for item in work.worksheets if item.id in {one.worksheet for one in found.readings}}
    stage = work.stage(number=stages.pop()) if len(stages) == 1 else None
    number = ", ".join(item.code for item in found.readings)
    return PrintJob(READINESS_RECAP, "Rekap kesiapan", work.frame(stage, number), picture=found)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {READINESS_RECAP: _recap}
