"""The prints of the agenda, gathered."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from smartcity_desktop.domain.paper_agenda import AgendaDay, AgendaPicture, agenda_lines
from smartcity_desktop.domain.print_job import AGENDA_WALL, RUNNING_SCRIPT, PrintAsk, PrintJob, kind_of
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import day_of
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.print_stage import blocks_of, days_of, meant_days, meant_stage


def agenda_days(work: Gathering, ask: PrintAsk) -> tuple[AgendaDay, ...]:
    """Return the asked day of the meant stage, or all of its days."""
    stage = meant_stage(work, ask)
    codes = {item.id: item.code for item in work.worksheets}
    blocks = blocks_of(work, stage)
    all_days = days_of(work, stage)

    def code(block: Session) -> str:
        return codes.get(block.worksheet, "")

    found = []
    for day in meant_days(work, ask, stage):
        place = stage.place_on(day) if stage else ""
        lines = agenda_lines([item for item in blocks if item.date == day], place, code)
        number = all_days.index(day) + 1 if day in all_days else 1
        found.append(AgendaDay(day_of(day), number, place, lines))
    return tuple(found)


def _agenda(kind: str, work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather the running script or the agenda for the wall."""
    stage = meant_stage(work, ask)
    title = (stage.title if stage else "") or work.workshop.title
    picture = AgendaPicture(title, agenda_days(work, ask), script=kind == RUNNING_SCRIPT)
    found = kind_of(kind)
    return PrintJob(kind, found.title if found else kind, work.frame(stage, ""), picture=picture)


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    RUNNING_SCRIPT: partial(_agenda, RUNNING_SCRIPT),
    AGENDA_WALL: partial(_agenda, AGENDA_WALL),
}
