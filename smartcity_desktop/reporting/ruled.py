"""A ruled table and where the end of a page cuts it: its head repeats, and the name of the rows cut."""

from typing import Any, Final, TypeAlias

from reportlab.platypus import Table

Block: TypeAlias = Any
"""A flowable of reportlab, which is published without types."""
_NEARLY_A_PAGE: Final = 300.0
"""Points that are left of a page, from which on what does not fit there is cut."""


class Ruled(Table):  # type: ignore[misc]  # reportlab is published without types
    """A table that is cut wherever it must be where a row or a head alone is taller than a page.

    Its first ``head`` rows repeat. Of the rows in ``names`` the one that the cut rows stand under repeats
    below them.
    """

    repeatRows: int | tuple[int, ...]  # noqa: N815 - a name of reportlab's
    head = 0
    names: frozenset[int] = frozenset()

    def split(self, width: float, height: float) -> list[Block]:
        """Return what stands on this page and what goes to the next; nothing where all of it goes there."""
        return self._named(width, height) if self.names else self._cut(width, height)

    def _named(self, width: float, height: float) -> list[Block]:
        self._calc(width, height)
        cut = self._getFirstPossibleSplitRowPosition(height)
        over = max((row for row in self.names if row < cut), default=cut)
        again = () if cut in self.names or over + 1 >= cut else (over,)
        self.repeatRows = (*range(self.head), *again) or 0
        found = self._cut(width, height)
        for rest in found[1:]:
            rest.head = min(self.head, rest.repeatRows)
            before = self._nrows - rest._nrows  # noqa: SLF001 - its rows have no other door
            kept = (row - before for row in self.names if row - before >= rest.repeatRows)
            rest.names = frozenset((*range(rest.head, rest.repeatRows), *kept))
        return found

    def _cut(self, width: float, height: float) -> list[Block]:
        found: list[Block] = super().split(width, height)
        for repeated in () if found or height < _NEARLY_A_PAGE else (self.repeatRows, 0):
            self.splitInRow, self.repeatRows, self._nosplitCmds = 1, repeated, list[Any]()
            found = found or super().split(width, height)
        return found
