"""What the screen Agenda reads on the data thread."""

from smartcity_desktop.domain.agenda_plan import AgendaPlan
from smartcity_desktop.domain.ids import RowId
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
