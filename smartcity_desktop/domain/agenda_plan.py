"""What is shown of a stage's agenda: its days with their blocks, and what may be chosen for them."""

from dataclasses import dataclass

from smartcity_desktop.domain.agenda import Placed
from smartcity_desktop.domain.agenda_template import AgendaTemplate
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.workshop import Stage


@dataclass(frozen=True, slots=True)
class PlanDay:
    """A day of a stage: ISO day, where it meets, and its blocks where they stand."""

    day: str
    place: str
    blocks: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class AgendaPlan:
    """All of one stage's agenda that a screen shows.

    ``worksheets`` and ``groupings`` are (row, words) to choose from; ``astray`` counts the blocks that have
    not begun and stand on days that are none of the stage's.
    """

    stage: Stage
    days: tuple[PlanDay, ...] = ()
    worksheets: tuple[tuple[RowId, str], ...] = ()
    groupings: tuple[tuple[RowId, str], ...] = ()
    zone: str = ""
    astray: int = 0

    def find(self, row: str) -> Placed | None:
        """Return a block where it stands, None where it is not there."""
        return next((item for day in self.days for item in day.blocks if item.block.id == row), None)

    @property
    def runs(self) -> bool:
        """Whether one of its blocks runs now."""
        return any(item.block.is_running for day in self.days for item in day.blocks)

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return sum(len(day.blocks) for day in self.days)


@dataclass(frozen=True, slots=True)
class TemplateList:
    """The rundowns to choose from, and the files of a facilitator that could not be read."""

    templates: tuple[AgendaTemplate, ...]
    broken: tuple[str, ...] = ()
