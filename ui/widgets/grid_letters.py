"""Letters typed into a cell of few choices: gathered to a word until one choice alone can be meant."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from smartcity_desktop.domain.grid import Choice

_PAUSE: Final = 1_000
"""Milliseconds after which another letter begins another word."""
_FIGURES: Final = frozenset("0123456789")
_FIGURE: Final = re.compile(r"\((\d+)")


def meant(choices: Sequence[Choice], word: str) -> list[Choice]:
    """Return the choices that a word may mean: the one it names whole, else all that begin with it.

    A choice is named by its label, its code, or the figure in its brackets: ``10`` is ``Panjang (10 th)``.
    """
    wanted = word.casefold().strip()
    if not wanted:
        return []
    whole = [item for item in choices if wanted in _names(item)]
    if len(whole) == 1:
        return whole
    return [item for item in choices if any(name.startswith(wanted) for name in _names(item))]


def are_figures(choices: Sequence[Choice]) -> bool:
    """Tell whether the choices are single figures, as of a priority: every key answers anew."""
    return bool(choices) and all(item.label in _FIGURES for item in choices)


def letters_of(choices: Sequence[Choice]) -> list[str]:
    """Return the fewest letters that name each choice: ``Pe``, ``M``, ``Pa``."""
    labels = [item.label.casefold() for item in choices]

    def fewest(label: str) -> int:
        ways = range(1, len(label) + 1)
        alone = (many for many in ways if sum(other.startswith(label[:many]) for other in labels) == 1)
        return next(alone, len(label))

    return [item.label[: fewest(label)] for item, label in zip(choices, labels, strict=True)]


class Letters(QObject):
    """The word that is being typed into one cell, and what stood there before."""

    paused = Signal()
    """Nobody typed for a while."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without a letter."""
        super().__init__(parent)
        self.word = ""
        self.before = ""
        self.is_half = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.paused)

    def add(self, choices: Sequence[Choice], typed: str, raw: str) -> list[Choice]:
        """Take another letter into a cell that holds ``raw``; return what the word may mean now."""
        goes_on = self._timer.isActive() or (self.is_half and bool(meant(choices, self.word + typed)))
        if not self.word or not goes_on or are_figures(choices):
            self.word, self.before = "", raw
        self.word += typed
        found = meant(choices, self.word)
        self.is_half = len(found) > 1
        self._timer.start()
        return found

    def forget(self) -> None:
        """Begin anew."""
        self._timer.stop()
        self.word, self.before, self.is_half = "", "", False


def _names(item: Choice) -> set[str]:
    found = {item.label.casefold(), item.code.casefold(), *_FIGURE.findall(item.label)}
    return found - {""}
