"""The way from all programs of the plans to the few: counted once, for Beranda and for the hall."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.entity import RELEVANT
from smartcity_desktop.domain.ids import RowId

STEPS: Final = ("program Renstra", "relevan", "usulan inovasi", "usulan quick win")
"""The words of every step, from wide to narrow."""
Reading = tuple[RowId, str, bool, bool]
"""A program that was read: its line, the answer to "relevan", whether there is a proposal and a quick win."""


@dataclass(frozen=True, slots=True)
class Funnel:
    """Counts of Renstra programs, not of support programs."""

    programs: int = 0
    relevant: int = 0
    proposals: int = 0
    quickwins: int = 0

    @property
    def counts(self) -> tuple[int, ...]:
        """The count of every step of ``STEPS``."""
        return self.programs, self.relevant, self.proposals, self.quickwins


def funnel_of(programs: Collection[RowId], readings: Iterable[Reading]) -> Funnel:
    """Count the funnel; ``programs`` are the lines of the plans that count.

    Proposals and quick wins count where the program is relevant, wholly or in part.
    """
    lines = frozenset(programs)
    found = [
        (has_proposal, is_quickwin)
        for line, answer, has_proposal, is_quickwin in readings
        if line in lines and answer in RELEVANT
    ]
    proposals = sum(has_proposal for has_proposal, _ in found)
    return Funnel(len(lines), len(found), proposals, sum(is_quickwin for _, is_quickwin in found))
