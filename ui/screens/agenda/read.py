"""What the screen Agenda and its page of a running day read on the data thread."""

from dataclasses import dataclass

from smartcity_desktop.domain.agenda_plan import AgendaPlan
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.note import Note
from smartcity_desktop.domain.running import RunDay
from smartcity_desktop.domain.workshop import Stage
from ui.context import Services


def read_stage(services: Services, number: int) -> tuple[AgendaPlan | None, tuple[Stage, ...], int]:
    """Return the plan of a stage by its number, all stages, and the year that stands where none is typed."""
    known = tuple(services.stage.stages())
    stage = next((item for item in known if item.number == number), None)
    year = services.workshop.get().year or services.note.today().year
    return (services.agenda.plan(stage.id) if stage else None), known, year


def stage_of(services: Services, row: RowId) -> int:
    """Return the number of the stage that a block belongs to, 0 where it is gone."""
    block = services.session.get(row)
    return next((item.number or 0 for item in services.stage.stages() if block and item.id == block.stage), 0)


@dataclass(frozen=True, slots=True)
class RunRead:
    """Everything the page of a running day shows, read in one go."""

    day: RunDay
    notes: tuple[Note, ...] = ()
    zone: str = ""
    read_only: bool = False


def read_day(services: Services, wanted: str) -> RunRead:
    """Read the day that runs, or the wanted ISO day."""
    day = services.session.day(wanted)
    notes = services.note.notes(session=day.running.id) if day.running else []
    return RunRead(day, tuple(notes), services.workshop.get().zone, services.is_read_only)
