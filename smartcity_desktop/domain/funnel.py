"""The way from all programs of the plans to the few: counted once, for Beranda and for the hall.

What is proposed on the worksheets stands in it until there are programs smart city and chosen quick wins.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.domain.entity import RELEVANT
from smartcity_desktop.domain.ids import RowId

PROPOSED: Final = ("usulan inovasi", "usulan quick win")
SETTLED: Final = ("program Smart City", "quick win terpilih")
Reading = tuple[RowId, str, bool, bool]
"""A program that was read: its line, the answer to "relevan", whether there is a proposal and a quick win."""


@dataclass(frozen=True, slots=True)
class Funnel:
    """Counts of Renstra programs (not of support programs), then of what was made of them.

    ``proposals`` and ``quickwins`` were written beside relevant programs; ``settled`` are programs smart
    city, ``chosen`` the quick wins that were decided.
    """

    programs: int = 0
    relevant: int = 0
    proposals: int = 0
    quickwins: int = 0
    settled: int = 0
    chosen: int = 0

    @property
    def steps(self) -> tuple[tuple[str, int], ...]:
        """The words and the count of every step, from wide to narrow."""
        proposed = zip(PROPOSED, (self.proposals, self.quickwins), strict=True)
        settled = zip(SETTLED, (self.settled, self.chosen), strict=True)
        made = (after if after[1] else before for before, after in zip(proposed, settled, strict=True))
        return (("program Renstra", self.programs), ("relevan", self.relevant), *made)


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
