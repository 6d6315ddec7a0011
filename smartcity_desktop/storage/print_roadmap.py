"""Road map and action plan, gathered."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from smartcity_desktop.domain.paper_roadmap import (
    ACTIONS,
    PICTURE,
    TABLE,
    ActionPaper,
    RoadPaper,
    action_paper,
    road_paper,
)
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob, kind_of
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.roadmap import Plans

_PART: Final = "{}, sebagian"


def _road(kind: str, work: Gathering, ask: PrintAsk) -> PrintJob:
    return _one(kind, work, road_paper(Plans(work.db).road(), ask.choice, is_picture=kind == PICTURE))


def _actions(work: Gathering, ask: PrintAsk) -> PrintJob:
    return _one(ACTIONS, work, action_paper(Plans(work.db).plan(), ask.choice))


def _one(kind: str, work: Gathering, picture: RoadPaper | ActionPaper) -> PrintJob:
    """Return a print; one that leaves out what was filtered out says so in its name, on every page."""
    found = kind_of(kind)
    name = work.words.say(found.title if found else kind)
    called = _PART.format(name) if picture.is_part else name
    return PrintJob(kind, called, work.frame(None, ""), picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    PICTURE: partial(_road, PICTURE),
    TABLE: partial(_road, TABLE),
    ACTIONS: _actions,
}
