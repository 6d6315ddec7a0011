"""Pictures of quick wins on paper: the ranking, the sheet of one assessor, the record of what was decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from smartcity_desktop.domain.exercise import Assessor, Criterion
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_loop import Issue
from smartcity_desktop.domain.quickwin import Line
from smartcity_desktop.domain.quickwin_board import Board, Decided, Proposal
from smartcity_desktop.domain.report import Signer

SCALE: Final = "0 = tidak terlihat · 1 = lemah · 2 = cukup · 3 = baik · 4 = sangat baik"
_NOTHING: Final = Board()
_NOBODY: Final = Assessor()
_NO_ISSUE: Final = Issue()


@dataclass(frozen=True, slots=True)
class RankingPicture:
    """All candidates by rank with what would be proposed and why; ``detailed`` shows each one's criteria."""

    board: Board = _NOTHING
    proposals: Mapping[RowId, Proposal] = field(default_factory=dict)
    detailed: bool = True


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The sheet of one assessor: its number, and the scores that stand by candidate and criterion.

    ``lines`` are the candidates in the order in which the sheet is keyed in; ``issue`` the paper that leaves
    the program with it, none for a filled one.
    """

    assessor: Assessor = _NOBODY
    number: str = ""
    lines: tuple[Line, ...] = ()
    scores: Mapping[tuple[RowId, RowId], str] = field(default_factory=dict)
    issue: Issue = _NO_ISSUE


@dataclass(frozen=True, slots=True)
class ScorePicture:
    """The sheets of the assessors; ``filled`` shows their scores."""

    board: Board = _NOTHING
    instruction: str = ""
    sheets: tuple[ScoreSheet, ...] = ()
    filled: bool = False


@dataclass(frozen=True, slots=True)
class DecisionPicture:
    """What was decided about every candidate, by rank, and what had been decided before."""

    board: Board = _NOTHING
    stage: str = ""
    day: date | None = None
    place: str = ""
    earlier: tuple[tuple[str, Decided], ...] = ()
    signers: tuple[Signer, ...] = ()


def short_name(criterion: Criterion) -> str:
    """Return a criterion in one short word for the head of a narrow column: ``Rumus``."""
    code = criterion.code.strip()
    word = code if code.isalpha() else criterion.name.split(" ")[0]
    return f"{word[:1].upper()}{word[1:]}"


def short_names(criteria: Sequence[Criterion]) -> tuple[str, ...]:
    """Return the short words of all criteria; the same ones are told apart by their number."""
    found = [short_name(item) for item in criteria]
    return tuple(
        f"{word} {place}" if found.count(word) > 1 else word for place, word in enumerate(found, start=1)
    )
