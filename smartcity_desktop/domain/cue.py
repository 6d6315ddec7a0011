"""The words that lead suggestions in one workshop: those of the shelf, and what people made of them.

A word of the shelf is changed under its target there (GOV-1); a word of one's own belongs to the row of a
dimension or sub-dimension, so that renaming it changes nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.dimension_use import Board
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.suggest import STRONGEST, Cue
from smartcity_desktop.domain.suggest_set import Layout
from smartcity_desktop.domain.suggest_words import phrase

WEIGHTS: Final = (*range(-STRONGEST, 0), *range(1, STRONGEST + 1))
"""The weights a word can have."""
USUAL: Final = 3
LONGEST_WORD: Final = 60


@dataclass(frozen=True, slots=True)
class CueRow:
    """One stored word: a change of the shelf's under its target, or one of the workshop's own."""

    id: RowId = NO_ROW
    target: str = ""
    word: str = ""
    weight: int | None = None
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the page shows it, named by ``target`` and ``word`` together.

    ``own`` ones were added here, ``changed`` ones weigh other than on the shelf, ``dropped`` ones lead
    nowhere.
    """

    target: str
    word: str
    weight: int
    own: bool = False
    changed: bool = False
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class WordPlace:
    """A dimension (``sub`` empty) or sub-dimension with its words, strongest first."""

    dimension: RowId
    sub: RowId
    called: str
    words: tuple[Word, ...] = ()

    @property
    def row(self) -> RowId:
        """The row that names the place."""
        return self.sub or self.dimension


def folded(word: str) -> str:
    """Return a word or phrase as it is kept: lower case, single blanks."""
    return " ".join(word.lower().split())[:LONGEST_WORD]


def overlaid(shelf: Iterable[Cue], rows: Iterable[CueRow]) -> list[Cue]:
    """Return the words that count: the shelf's as people changed them, and their own."""
    stored = {(row.target, row.word): row for row in rows}
    found: list[Cue] = []
    for cue in shelf:
        row = stored.pop((cue.target, cue.word), None)
        if row is None or not row.retired:
            found.append(cue if row is None or not row.weight else replace(cue, weight=row.weight))
    found += [Cue(row.target, row.word, row.weight or USUAL) for row in stored.values() if not row.retired]
    return found


def word_places(
    board: Board, layout: Layout, shelf: Sequence[Cue], rows: Sequence[CueRow]
) -> tuple[WordPlace, ...]:
    """Return every dimension and sub-dimension on offer with its words, those that were dropped last."""
    stored = {(row.target, row.word): row for row in rows}
    words: dict[str, list[Word]] = {}
    for cue in (*shelf, *layout.own):
        row = stored.pop((cue.target, cue.word), None)
        words.setdefault(layout.row(cue.target, cue.facet), []).append(_of_shelf(cue, row))
    for row in stored.values():
        own = Word(row.target, row.word, row.weight or USUAL, own=True, dropped=row.retired)
        words.setdefault(layout.row(row.target), []).append(own)
    places: list[WordPlace] = []
    for dimension in board.dimensions:
        if dimension.retired:
            continue
        places.append(WordPlace(dimension.id, NO_ROW, dimension.called, _sorted(words, dimension.id)))
        places += [
            WordPlace(dimension.id, sub.id, sub.called, _sorted(words, sub.id))
            for sub in board.of(dimension.id)
            if not sub.retired
        ]
    return tuple(places)


def known_as(place: WordPlace, word: str) -> Word | None:
    """Return the word of a place that a text means, in whatever form; None where the place has none."""
    wanted = phrase(word)
    return next((item for item in place.words if phrase(item.word) == wanted), None)


def _of_shelf(cue: Cue, row: CueRow | None) -> Word:
    if row is None:
        return Word(cue.target, cue.word, cue.weight)
    weight = row.weight or cue.weight
    return Word(cue.target, cue.word, weight, changed=weight != cue.weight, dropped=row.retired)


def _sorted(words: Mapping[str, Sequence[Word]], row: RowId) -> tuple[Word, ...]:
    return tuple(
        sorted(words.get(row, ()), key=lambda item: (item.dropped, not item.own, -item.weight, item.word))
    )
