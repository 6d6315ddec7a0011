"""What the screen Kelompok reads on the data thread, whole."""

from collections.abc import Mapping
from dataclasses import dataclass

from smartcity_desktop.domain.group import Grouping
from smartcity_desktop.domain.group_board import Board
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.workshop import Stage
from ui.context import Services


@dataclass(frozen=True, slots=True)
class Shown:
    """What the screen shows: the stage, its divisions, the one in front, and what the division page needs.

    ``homes`` tells of every group of the workshop to which division it belongs.
    """

    stages: tuple[Stage, ...]
    stage: RowId
    groupings: tuple[Grouping, ...]
    every: tuple[Grouping, ...]
    board: Board | None
    opds: tuple[Opd, ...]
    people: int
    present: int
    mentors: tuple[str, ...]
    homes: Mapping[RowId, RowId]


def gather(services: Services, number: int, wanted: RowId) -> Shown:
    """Read what the screen shows of a stage; ``wanted`` is the division to be in front where it stands."""
    stages = tuple(services.workshop.stages())
    stage = next((item.id for item in stages if item.number == number), NO_ROW)
    every = tuple(services.group.groupings())
    own = tuple(item for item in every if item.stage == stage)
    shown = next((item for item in own if item.id == wanted), own[0] if own else None)
    people = services.people.people()
    groups = [item for one in every for item in services.group.groups(one.id)]
    told = {item.mentor for item in groups if item.mentor}
    experts = {item.name for item in people if item.body in {"Tenaga Ahli", "Narasumber"}}
    return Shown(
        stages,
        stage,
        own,
        every,
        services.group.board(shown.id) if shown else None,
        tuple(services.opd.opds()),
        len(people),
        services.group.present(),
        tuple(sorted(told | experts)),
        {item.id: item.grouping for item in groups},
    )


def past(services: Services, grouping: RowId, row: RowId) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return where somebody sat before in this division, and where he or she sits in the others."""
    return services.group.trail(grouping, row), services.group.elsewhere(grouping, row)
