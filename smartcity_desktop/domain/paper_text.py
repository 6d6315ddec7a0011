"""Sentences of a paper that the program proposes and a person may write anew: one passage each."""

from collections.abc import Iterable
from dataclasses import dataclass

from smartcity_desktop.domain.ids import NO_ROW, RowId


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: ``key`` names it in the file, ``text`` is what a person wrote, empty for the proposal.

    ``stage`` and ``date`` (an ISO day) say for which stage or day it is kept.
    """

    key: str
    title: str
    proposal: str
    stage: RowId = NO_ROW
    date: str = ""
    text: str = ""

    @property
    def is_own(self) -> bool:
        """Whether a person wrote it."""
        return bool(self.text.strip())

    @property
    def shown(self) -> str:
        """What stands on the paper."""
        return self.text if self.is_own else self.proposal


def said(passages: Iterable[Passage], key: str) -> str:
    """Return what a passage says, nothing where the paper has none of this key."""
    return next((item.shown for item in passages if item.key == key), "")
