"""Reading a plan again: which new line is which old one, so that the analysis made on it stays."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Final

from smartcity_desktop.domain.plan_code import ALIKE, alike_at_most, likeness, normal_code
from smartcity_desktop.domain.renstra_draft import IndicatorDraft, LineDraft, Matching

MOST_COMPARED: Final = 250_000
"""Pairs of names that are held against each other at most; two plans with more are different ones."""
_Key = tuple[str, ...]


def match(
    old_lines: Sequence[LineDraft],
    new_lines: Sequence[LineDraft],
    ties: Mapping[int, int] | None = None,
) -> Matching:
    """Pair old and new lines: by level, code and name, then by code, then by a like name in the same place.

    A code counts only within its level; a like name only where both lines hang on a matched parent (or on
    none). Every line is paired at most once. ``ties`` are pairs (old index -> new index) that a person said.
    """
    hunt = _Hunt(old_lines, new_lines)
    hunt.tie(ties or {})
    hunt.by_key(lambda line: _code(line) and (line.level, _code(line), line.name))
    hunt.by_key(lambda line: _code(line) and (line.level, _code(line)))
    hunt.by_key(lambda line: () if _code(line) else (line.level, line.name))
    while hunt.by_likeness():
        pass
    return hunt.result()


def match_indicators(old: Sequence[IndicatorDraft], new: Sequence[IndicatorDraft]) -> Matching:
    """Pair the indicators of one line: same name, then a like name, then the last ones left alone."""
    as_lines = [[LineDraft("indikator", name=item.name) for item in side] for side in (old, new)]
    found = match(as_lines[0], as_lines[1])
    if len(found.lost) == 1 and len(found.fresh) == 1:
        return Matching((*found.pairs, (found.lost[0], found.fresh[0])))
    return found


def _code(line: LineDraft) -> str:
    return normal_code(line.code) or line.code


class _Hunt:
    """Pairs found so far, and the lines still alone on each side."""

    def __init__(self, old: Sequence[LineDraft], new: Sequence[LineDraft]) -> None:
        self._old, self._new = old, new
        self._to_new: dict[int, int] = {}
        self._to_old: dict[int, int] = {}
        self._compared: set[int] = set()
        self._left = MOST_COMPARED

    def _pair(self, old: int, new: int) -> None:
        self._to_new[old] = new
        self._to_old[new] = old

    def _lost(self) -> list[int]:
        return [index for index in range(len(self._old)) if index not in self._to_new]

    def _fresh(self) -> list[int]:
        return [index for index in range(len(self._new)) if index not in self._to_old]

    def tie(self, ties: Mapping[int, int]) -> None:
        """Pair what a person tied by hand; a tie to a line that is not there, or is tied already, is none."""
        for old, new in ties.items():
            there = 0 <= old < len(self._old) and 0 <= new < len(self._new)
            if there and old not in self._to_new and new not in self._to_old:
                self._pair(old, new)

    def by_key(self, key: Callable[[LineDraft], _Key | str]) -> None:
        """Pair what has the same key, in the order of the files; an empty key pairs nothing."""
        waiting: dict[_Key | str, list[int]] = {}
        for index in self._fresh():
            waiting.setdefault(key(self._new[index]), []).append(index)
        for index in self._lost():
            name = key(self._old[index])
            if name and waiting.get(name):
                self._pair(index, waiting[name].pop(0))

    def by_likeness(self) -> bool:
        """Pair like names under one parent, the likest first; tell whether any pair was found.

        A pair waits with the most that it can be worth, and is compared letter by letter only when its turn
        comes; an old line is held against the new ones once, as soon as its parent is paired.
        """
        waiting = list(self._candidates())
        heapify(waiting)
        before = len(self._to_new)
        while waiting:
            _, is_sure, old, new = heappop(waiting)
            if old in self._to_new or new in self._to_old:
                continue
            if is_sure:
                self._pair(old, new)
                continue
            same = likeness(self._old[old].name, self._new[new].name)
            if same >= ALIKE:
                heappush(waiting, (-same, True, old, new))
        return len(self._to_new) > before

    def _candidates(self) -> Iterator[tuple[float, bool, int, int]]:
        fresh: dict[tuple[str, int | None], list[int]] = {}
        for index in self._fresh():
            line = self._new[index]
            fresh.setdefault((line.level, line.parent), []).append(index)
        for old in self._lost():
            line = self._old[old]
            if old in self._compared or not (line.parent is None or line.parent in self._to_new):
                continue
            self._compared.add(old)
            parent = None if line.parent is None else self._to_new[line.parent]
            near = fresh.get((line.level, parent), ())
            self._left -= len(near)
            if self._left < 0:
                return
            for new in near:
                most = alike_at_most(line.name, self._new[new].name)
                if most >= ALIKE:
                    yield -most, False, old, new

    def result(self) -> Matching:
        """Return the pairs in the order of the old lines, and who stayed alone."""
        return Matching(tuple(sorted(self._to_new.items())), tuple(self._lost()), tuple(self._fresh()))
