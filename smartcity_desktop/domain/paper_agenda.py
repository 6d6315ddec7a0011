"""Pictures of the agenda on paper: the running script of the team, and the agenda for the wall."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from smartcity_desktop.domain.agenda import clock_of, in_order, kind_words, placed
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import plan_time

PAUSE: Final = "istirahat"


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One block: ``start`` and ``end`` as ``08.30``, everything else in the words of the paper.

    ``fixed`` keeps its time whatever comes before; ``slack`` is how many minutes it may begin late;
    ``worksheet`` is the code of the one that is worked on; ``pause`` is a break; ``private`` is for the team.
    """

    start: str = ""
    end: str = ""
    title: str = ""
    kind: str = ""
    speaker: str = ""
    place: str = ""
    private: str = ""
    worksheet: str = ""
    fixed: bool = False
    slack: int = 0
    pause: bool = False

    @property
    def span(self) -> str:
        """``08.30–09.15``."""
        return f"{self.start}–{self.end}" if self.end else self.start


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """One day: where it meets, and its blocks in their order. ``number`` counts the days of the stage."""

    day: date | None = None
    number: int = 1
    place: str = ""
    lines: tuple[AgendaLine, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaPicture:
    """The days of a stage that are printed; ``script`` is that of the team, otherwise it is for the wall."""

    title: str = ""
    days: tuple[AgendaDay, ...] = ()
    script: bool = False


def agenda_lines(
    blocks: Sequence[Session], place: str, worksheet: Callable[[Session], str]
) -> tuple[AgendaLine, ...]:
    """Return the blocks of a day as lines; what was left out is not printed.

    A room is named where it is not the ``place`` of the day; ``worksheet`` gives the code of a block's.
    """
    found = placed(in_order(item for item in blocks if not item.skipped))
    return tuple(
        AgendaLine(
            start=plan_time(clock_of(item.start)),
            end=plan_time(clock_of(item.end)),
            title=item.block.title or kind_words(item.block.kind),
            kind=item.block.kind,
            speaker=item.block.speaker or item.block.leader,
            place=item.block.place if item.block.place.strip() != place.strip() else "",
            private=item.block.private,
            worksheet=worksheet(item.block),
            fixed=item.block.fixed,
            slack=item.block.slack or 0,
            pause=item.block.kind == PAUSE,
        )
        for item in found
    )
