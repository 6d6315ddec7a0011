"""Queries: what an agency, a dimension and the whole event came to, as the papers of the leaders ask it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from smartcity_desktop.domain.attendance import Recap, presences, recap
from smartcity_desktop.domain.dimension import Dimension
from smartcity_desktop.domain.document import PlanPoint
from smartcity_desktop.domain.evaluation import shown
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.initiative import Initiative
from smartcity_desktop.domain.people import Attendance, Person
from smartcity_desktop.domain.quickwin_sheet import QuickWinSheet, QuickWinSheets
from smartcity_desktop.domain.vision import VISION
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.document import points
from smartcity_desktop.storage.evaluation import latest
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.initiative import initiatives
from smartcity_desktop.storage.people import attendances, people
from smartcity_desktop.storage.print_stage import days_of
from smartcity_desktop.storage.quickwin_sheet import sheets
from smartcity_desktop.storage.recap import Recaps
from smartcity_desktop.storage.vision import board as vision_board

_SASARAN: Final = "sasaran"


@dataclass(frozen=True, slots=True)
class DayCount:
    """One day of a stage and who was there; ``number`` counts the days of the stage from 1."""

    stage: Stage
    number: int
    day: str
    counted: Recap


class Leaders:
    """Reads once what all these papers ask; nothing is read that is not asked for."""

    def __init__(self, work: Gathering) -> None:
        """Stand on what every print begins with."""
        self.work = work
        self.recaps = Recaps(work.store)

    @cached_property
    def programs(self) -> tuple[Initiative, ...]:
        """The programs smart city that stand in the masterplan."""
        return tuple(item for item in initiatives(self.work.db) if not item.retired)

    @cached_property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions in use, and others that programs stand under."""
        used = {item.dimension for item in self.programs}
        return tuple(item for item in dimensions(self.work.db) if not item.retired or item.id in used)

    @cached_property
    def homeless(self) -> tuple[Initiative, ...]:
        """The programs that have no dimension."""
        known = {item.id for item in self.dimensions}
        return tuple(item for item in self.programs if item.dimension not in known)

    @cached_property
    def codes(self) -> dict[RowId, str]:
        """The codes of the dimensions."""
        return {item.id: item.code or item.name for item in dimensions(self.work.db)}

    @cached_property
    def names(self) -> dict[RowId, str]:
        """The short names of the agencies."""
        return {item.id: item.called for item in self.work.opds}

    @cached_property
    def quickwins(self) -> QuickWinSheets:
        """The quick wins that were chosen, with their sheets."""
        return sheets(self.work.db)

    @cached_property
    def people(self) -> list[Person]:
        """Everybody who is expected."""
        return people(self.work.db)

    @cached_property
    def marks(self) -> list[Attendance]:
        """Who was marked as there, on all days."""
        return attendances(self.work.db)

    @cached_property
    def days(self) -> tuple[DayCount, ...]:
        """Every day of every stage on which anybody was marked as there."""
        found = []
        for stage in self.work.stages:
            for place, day in enumerate(days_of(self.work, stage), start=1):
                counted = self.counted(day)
                if counted.whole.there:
                    found.append(DayCount(stage, place, day, counted))
        return tuple(found)

    def counted(self, day: str) -> Recap:
        """Return who was there on a day."""
        there = presences(self.people, self.marks, self.work.opds, day=day)
        return recap(there, self.work.opds)

    def goals(self, dimension: RowId, count: int = 2) -> tuple[str, ...]:
        """Return the objectives of the plan of the region that most programs of a dimension answer."""
        known = {item.id: item for item in self._goals}
        told = Counter(
            row
            for item in self.programs
            if item.dimension == dimension
            for row in dict.fromkeys((*item.point, *item.aligned))
            if row in known
        )
        return tuple(" ".join(known[row].text.split()) for row, _ in told.most_common(count))

    @cached_property
    def _goals(self) -> list[PlanPoint]:
        return points(self.work.db, _SASARAN)

    def wins(self, *, opd: RowId | None = None, dimension: RowId | None = None) -> list[QuickWinSheet]:
        """Return the chosen quick wins of an agency or a dimension, or all of them."""
        return [
            item
            for item in self.quickwins.items
            if opd in {None, item.candidate.opd} and dimension in {None, item.candidate.dimension}
        ]

    @cached_property
    def homeless_wins(self) -> tuple[QuickWinSheet, ...]:
        """The chosen quick wins that have no dimension."""
        known = {item.id for item in self.dimensions}
        return tuple(item for item in self.quickwins.items if item.candidate.dimension not in known)

    @property
    def vision(self) -> str:
        """The vision that was adopted, else the one that is worked on."""
        found = vision_board(self.work.store)
        stands = found.standing(VISION)
        texts = [item.said for item in stands.texts] if stands else [found.vision.said]
        return next((text for text in texts if text), "")

    @property
    def index(self) -> str:
        """The index of the last year that was estimated, in words; empty where nobody estimated anything."""
        board = latest(self.work.store)
        if board is None:
            return ""
        return f"{shown(board.index)} dari 4,00 ({board.year}, {board.given} dari {len(board.asked)} butir)"

    def agencies_there(self, dimension: RowId) -> tuple[int, int]:
        """Return of how many agencies of a dimension anybody came on any day, and how many there are."""
        own = {item.name for item in self.work.opds if item.dimension == dimension}
        there = {
            line.name for day in self.days for line in day.counted.by_opd if line.there and line.name in own
        }
        return len(there), len(own)

    @property
    def spans(self) -> Sequence[tuple[Stage, tuple[str, ...]]]:
        """Every stage with its days."""
        return [(stage, days_of(self.work, stage)) for stage in self.work.stages]
