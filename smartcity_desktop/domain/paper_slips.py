"""Pictures of the paper loop: numbered sheets, cards and ballots to be cut, the list that controls them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from smartcity_desktop.domain.paper_loop import Issue, PaperLine, Settlement
from smartcity_desktop.domain.paper_quickwin import ScorePicture
from smartcity_desktop.domain.report import SheetPicture

_NO_SHEET = SheetPicture()
_NO_ISSUE = Issue()


@dataclass(frozen=True, slots=True)
class NumberedPicture:
    """A sheet with its number, code and bars; ``choices`` are the numbered words by column key.

    ``written`` asks for a sheet whose rows the table adds: those that stand are printed as they are, and
    empty ones follow.
    """

    sheet: SheetPicture = _NO_SHEET
    issue: Issue = _NO_ISSUE
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    written: bool = False


@dataclass(frozen=True, slots=True)
class CardsPicture:
    """A batch of idea cards: what is asked, and whose names can be ticked on each (``1 GOV``)."""

    issue: Issue = _NO_ISSUE
    title: str = ""
    question: str = ""
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BallotsPicture:
    """A batch of ballots of one vote: its question, rule in a sentence, and lines."""

    issue: Issue = _NO_ISSUE
    title: str = ""
    question: str = ""
    rule: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlTable:
    """The papers of one worksheet: their sum, the sheets, and the batches of cards and ballots."""

    title: str = ""
    sheets: tuple[PaperLine, ...] = ()
    sums: tuple[Settlement, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlPicture:
    """What was issued and what came back, by worksheet."""

    tables: tuple[ControlTable, ...] = ()


def issues(pictures: Iterable[object]) -> list[Issue]:
    """Return the papers that leave the program with these pictures."""
    kinds = (NumberedPicture, CardsPicture, BallotsPicture)
    found: list[Issue] = []
    for item in pictures:
        if isinstance(item, kinds):
            found.append(item.issue)
        elif isinstance(item, ScorePicture):
            found += [sheet.issue for sheet in item.sheets]
    return [item for item in found if item.paper.number]
