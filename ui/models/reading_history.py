"""What a person has answered about a reading so far, and the way back, answer by answer."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol, Self, TypeVar

from smartcity_desktop.domain.renstra import Decision, Draft, apply, decide_all, kinds
from smartcity_desktop.domain.renstra_draft import Act, Problem
from smartcity_desktop.errors import UserFault


@dataclass(frozen=True, slots=True)
class _Step:
    """The draft before an answer, the doubt that was answered, and what was said of it or of its kind."""

    before: Draft
    key: str
    decisions: tuple[Decision, ...] = ()


class ReadingHistory:
    """Every draft is kept whole, so that the thousandth answer takes no longer than the first."""

    def __init__(self, draft: Draft) -> None:
        """Begin with what was read."""
        self._original = self._draft = draft
        self._steps: list[_Step] = []

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What was answered, in order; ``repeat`` gives the same answers about another reading."""
        return tuple(item for step in self._steps for item in step.decisions)

    @property
    def draft(self) -> Draft:
        """The draft after the answers so far."""
        return self._draft

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of doubts in the order in which the file gave them."""
        return tuple(kinds(self._original))

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer that could be taken back."""
        return bool(self._steps)

    @property
    def held_back(self) -> int:
        """How many rows of the file are not among the lines: not answered yet, or left out."""
        held = sum(item.held is not None for item in self._original.problems)
        return held - (len(self._draft.lines) - len(self._original.lines))

    def answer(self, key: str, act: Act, value: str = "") -> None:
        """Answer one doubt. Raises UserFault ``read-mend`` where the value cannot stand in its place."""
        decision = Decision(key, act, value)
        self._take(apply(self._draft, [decision]), key, (decision,))

    def repeat(self, decisions: Iterable[Decision]) -> None:
        """Answer as before where the same is in doubt again; each can be taken back."""
        for item in decisions:
            if any(problem.key == item.key for problem in self._draft.problems):
                with suppress(UserFault):
                    self.answer(item.key, item.act, item.value)

    def answer_all(self, kind: str, act: Act) -> int:
        """Answer every doubt of a kind in one step; return how many could not be taken so and are left."""
        same = kinds(self._draft).get(kind, ())
        if not same:
            return 0
        after = decide_all(self._draft, kind, act)
        if len(after.problems) < len(self._draft.problems):
            open_keys = {item.key for item in after.problems}
            said = tuple(Decision(item.key, act) for item in same if item.key not in open_keys)
            self._take(after, same[0].key, said)
        return len(kinds(after).get(kind, ()))

    def take_back(self) -> str:
        """Take back the last step; return the doubt it was about, "" where there was none."""
        if not self._steps:
            return ""
        step = self._steps.pop()
        self._draft = step.before
        return step.key

    def _take(self, draft: Draft, key: str, decisions: tuple[Decision, ...]) -> None:
        self._steps.append(_Step(self._draft, key, decisions))
        self._draft = draft


class Asking(Protocol):
    """A reading that asks, and is another one once something was answered."""

    @property
    def asked(self) -> tuple[Problem, ...]:
        """What is still asked."""

    def decided(self, decision: Decision) -> Self:
        """Return the reading after an answer. Raises UserFault where it cannot stand."""


Reading = TypeVar("Reading", bound=Asking)


def answered_all(reading: Reading, kind: str, act: Act) -> tuple[Reading, str, int]:
    """Answer every doubt of a kind.

    Return the reading after it, the first doubt that could not be taken so ("" for none), and their count.
    """
    left = 0
    for item in kinds(Draft(problems=reading.asked)).get(kind, ()):
        try:
            reading = reading.decided(Decision(item.key, act))
        except UserFault:
            left += 1
    first = next((item.key for item in reading.asked if item.code == kind), "") if left else ""
    return reading, first, left
