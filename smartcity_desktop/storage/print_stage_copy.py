"""What changed since the end of a stage, gathered: of the stage asked for, else of the last one."""

from collections.abc import Callable, Mapping
from typing import Final

from smartcity_desktop.domain.paper_stage_copy import SINCE, SincePaper, since_paper
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.print_stage import meant_stage
from smartcity_desktop.storage.stage_copy import copies, since


def _since(work: Gathering, ask: PrintAsk) -> PrintJob:
    stage = meant_stage(work, ask)
    made = copies(work.db)
    chosen = next((item for item in made if stage and item.stage == stage.id), made[0] if made else None)
    picture = since_paper(since(work.store, chosen), work.words.say) if chosen else SincePaper()
    frame = work.frame(stage, "")
    return PrintJob(SINCE, picture.title or "Perubahan sejak tahap", frame, picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {SINCE: _since}
