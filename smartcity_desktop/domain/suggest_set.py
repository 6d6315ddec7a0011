"""From what the lists say, in codes of the default set, to the dimensions of a workshop.

A sub-dimension leads to the one of the same name; where a set parts it (transport into public transport and
traffic) the facet of a word decides; else the whole dimension that the set names as its equivalent. What
nothing leads to is known by its own words only: name, other names, definition, guide points.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from smartcity_desktop.domain.dimension import lines, offered
from smartcity_desktop.domain.dimension_use import Board
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.reference import DimensionSet
from smartcity_desktop.domain.suggest import Cue, Evidence, Said, Suggestion, suggestion
from smartcity_desktop.domain.suggest_near import telling
from smartcity_desktop.domain.suggest_words import tokens

_NAMED: Final = 3
_TOLD: Final = 1
_COMMON: Final = frozenset({"smart", "dimensi", "potensi", "analisis"})


@dataclass(frozen=True, slots=True)
class Layout:
    """How targets of the lists lie in a workshop: rows by target, by target and facet, and homes of rows."""

    rows: Mapping[str, RowId] = field(default_factory=dict)
    facets: Mapping[tuple[str, str], RowId] = field(default_factory=dict)
    homes: Mapping[RowId, RowId] = field(default_factory=dict)
    own: tuple[Cue, ...] = ()
    """Words of dimensions and sub-dimensions that no target leads to; their targets are rows."""

    def home(self, target: str) -> str:
        """Return the dimension that a row belongs to, itself for a dimension."""
        return self.homes.get(RowId(target), RowId(target))

    def placed(self, evidence: Evidence) -> Evidence:
        """Return the evidence by rows of the workshop; what leads to no row that is offered is dropped."""
        found: Evidence = {}
        for target, said in evidence.items():
            for reason, points in said.points.items():
                row = self.row(target, said.facets.get(reason, ""))
                if row:
                    is_word = reason not in said.beside
                    found.setdefault(row, Said()).add(reason, points, is_word=is_word)
        return found

    def row(self, target: str, facet: str = "") -> str:
        """Return the row that a target (with a facet) leads to, empty where none does."""
        if RowId(target) in self.homes:
            return target
        return self.facets.get((target, facet)) or self.rows.get(target) or ""

    def reaching(self, cues: Iterable[Cue]) -> list[Cue]:
        """Return the words that lead to something here: others would only hide shorter ones that do."""
        return [cue for cue in cues if self.row(cue.target, cue.facet)]

    def suggestion(self, evidence: Evidence) -> Suggestion:
        """Return the suggestion in rows of the workshop."""
        return suggestion(self.placed(evidence), self.home)


def layout(
    board: Board,
    base: DimensionSet,
    chosen: DimensionSet | None,
    origin: Mapping[RowId, str],
    facets: Iterable[Cue],
) -> Layout:
    """Return how the targets of ``base`` lie in the workshop of ``board``.

    ``chosen`` is the set of the workshop, ``origin`` the code that a row of it has on the shelf, whatever
    code or name it was given since. ``facets`` are words; those with a facet tell how a target parts.
    """
    return _Layer(board, base, chosen, origin).layout(facets)


class _Layer:
    """Finds the rows that targets lead to."""

    def __init__(
        self, board: Board, base: DimensionSet, chosen: DimensionSet | None, origin: Mapping[RowId, str]
    ) -> None:
        self._board, self._base, self._chosen = board, base, chosen
        self._dimensions = offered(board.dimensions)
        homes = {item.id for item in self._dimensions}
        self._subs = [item for item in offered(board.subdimensions) if item.dimension in homes]
        self._by_code = {origin.get(item.id, item.code): item.id for item in self._dimensions}
        shelf = {
            sub.code: sub.name for home in (chosen.dimensions if chosen else ()) for sub in home.subdimensions
        }
        self._by_name: dict[str, RowId] = {}
        for item in self._subs:
            self._by_name.setdefault(item.name.casefold(), item.id)
        for item in self._subs:
            # A renamed one still is what it was on the shelf.
            known = shelf.get(origin.get(item.id, ""), "")
            if known:
                self._by_name.setdefault(known.casefold(), item.id)

    def layout(self, cues: Iterable[Cue]) -> Layout:
        """Return the whole."""
        rows: dict[str, RowId] = {}
        for home in self._base.dimensions:
            whole = self._equivalent(home.code)
            if whole:
                rows[home.code] = whole
            for sub in home.subdimensions:
                row = self._by_name.get(sub.name.casefold()) or whole
                if row:
                    rows[sub.code] = row
        facets = {
            (cue.target, cue.facet): self._by_name[cue.facet.casefold()]
            for cue in cues
            if cue.facet and cue.facet.casefold() in self._by_name
        }
        homes = {item.id: item.id for item in self._dimensions}
        homes |= {item.id: item.dimension for item in self._subs}
        parted = {
            target: {homes[row] for (of, _), row in facets.items() if of == target} for target, _ in facets
        }
        # What parts one target speaks for their dimension also where no word says which part.
        rows |= {target: next(iter(found)) for target, found in parted.items() if len(found) == 1}
        reached = {*rows.values(), *facets.values()}
        reached |= {homes[row] for row in reached}
        return Layout(rows, facets, homes, tuple(self._own_words(reached)))

    def _equivalent(self, code: str) -> RowId | None:
        named = self._chosen.equivalents.get(code, "") if self._chosen else ""
        return self._by_code.get(named)

    def _own_words(self, reached: set[RowId]) -> Iterable[Cue]:
        for item in self._dimensions:
            if item.id not in reached:
                yield from _words(item.id, (item.name, *lines(item.alias)), (item.definition,))
        for sub in self._subs:
            if sub.id not in reached:
                yield from _words(sub.id, (sub.name, *lines(sub.alias)), lines(sub.points))


def _words(row: RowId, names: Sequence[str], telling_texts: Sequence[str]) -> Iterable[Cue]:
    """Yield the words of a name strongly, those of definition and guide points weakly."""
    known: set[str] = set()
    for texts, weight in ((names, _NAMED), (telling_texts, _TOLD)):
        for token in (token for text in texts for token in telling(tokens(text))):
            if token.stem not in known | _COMMON:
                known.add(token.stem)
                yield Cue(row, token.written.lower(), weight)
