"""Road map and action plan, gathered."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from smartcity_desktop.domain.paper_roadmap import ACTIONS, PICTURE, TABLE, action_paper, road_paper
from smartcity_desktop.domain.print_job import PrintAsk, PrintJob, kind_of
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.roadmap import Plans


def _road(kind: str, work: Gathering, ask: PrintAsk) -> PrintJob:
    return _one(kind, work, road_paper(Plans(work.db).road(), ask.choice, is_picture=kind == PICTURE))


def _actions(work: Gathering, ask: PrintAsk) -> PrintJob:
    return _one(ACTIONS, work, action_paper(Plans(work.db).plan(), ask.choice))


def _one(kind: str, work: Gathering, picture: object) -> PrintJob:
    found = kind_of(kind)
    name = work.words.say(found.title if found else kind)
    return PrintJob(kind, name, work.frame(None, ""), picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    PICTURE: partial(_road, PICTURE),
    TABLE: partial(_road, TABLE),
    ACTIONS: _actions,
}
