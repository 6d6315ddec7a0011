"""Tables without ruling lines: columns by the white between them, rows by the white above them.

Nothing is guessed: where columns do not stand in line, or two rows cannot be told apart, there is no table.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from smartcity_desktop.exchange.pdf_heading import Unclear, levels
from smartcity_desktop.exchange.pdf_marks import Marks, Word, typical
from smartcity_desktop.exchange.pdf_piece import Piece, start_of
from smartcity_desktop.exchange.pdf_text import COMMON, cell_text, line_text, lines_of

_WIDE: Final = 0.9
"""Of a letter's height: white between two words that no blank is as wide as."""
_NARROW: Final = 0.55
"""The same between two headings, which stand closer."""
_NARROWEST: Final = 0.3
"""Of a letter's height: white between two columns at least."""
_CHUNKS: Final = 4
_LEAST_LINES: Final = 5
_LEAST_COLUMNS: Final = 3
_LEAST_CELLS: Final = 3
_BLANK: Final = 0.4
"""Of a letter's height: a blank between two words of one text is no wider."""
_CROSSING: Final = 0.01
"""The share of lines that may be too long for their column."""
_WITHOUT: Final = 0.4
"""The share of rows that may hold no figure."""
_BODY: Final = 0.4
"""Of a letter's height: what a line takes above and below its middle."""
_PITCH: Final = 1.12
"""How much the distances of lines in one cell differ at most."""
_ALIGNED: Final = 0.7
_SAME_EDGE: Final = 2.0
_CLOSE: Final = 1.8
"""Of a letter's height: the middles of two lines of one cell are no farther apart."""
_TWO: Final = 2
_YEAR: Final = re.compile(r"\(?20\d\d\)?")
_FIGURE: Final = re.compile(r"\(?-?(?:Rp\.?)?[\d.,]+%?\)?|-", re.IGNORECASE)


Part = tuple[float, float]
"""From where to where something reaches across the page."""


@dataclass(frozen=True, slots=True)
class _Region:
    """The part of a page that may be a table: its lines, the words of each from left to right."""

    page: Marks
    lines: tuple[tuple[Word, ...], ...]
    above: tuple[tuple[float, str], ...]


def unruled(pages: Sequence[Marks]) -> list[Piece]:
    """Return the tables on pages without ruling lines, one piece a page, where they are beyond doubt.

    Pages of the same size that follow each other share their columns.
    """
    found: list[Piece] = []
    for run in _runs([region for region in map(_region, pages) if region is not None]):
        edges = _columns(run)
        if len(edges) <= _LEAST_COLUMNS or not _is_aligned(run, edges) or _is_crossed(run, edges):
            continue
        made = [_piece(region, edges) for region in run]
        # A page that is not clear leaves a hole in the table: then none of it is read.
        if None not in made:
            found += [piece for piece in made if piece is not None]
    return found


def looks_unruled(page: Marks) -> bool:
    """Tell whether a page has lines of text that stand in columns."""
    return _region(page) is not None


def _region(page: Marks) -> _Region | None:
    """Return the lines from the first to the last that are cut by white into several parts."""
    if len(page.words) < _LEAST_LINES * _CHUNKS:
        return None
    lines = [tuple(line) for line in lines_of(page.words)]
    cut = [number for number, line in enumerate(lines) if _chunks(line) >= _CHUNKS]
    if len(cut) < _LEAST_LINES:
        return None
    first, last = cut[0], cut[-1]
    # A heading begins above its widest line, and the last row ends below it, without a white between.
    while first and _middle(lines[first]) - _middle(lines[first - 1]) < _CLOSE * lines[first][0].height:
        first -= 1
    while (
        last + 1 < len(lines)
        and _middle(lines[last + 1]) - _middle(lines[last]) < _CLOSE * lines[last][0].height
    ):
        last += 1
    above = tuple((min(word.top for word in line), line_text(line)) for line in lines[:first])
    return _Region(page, tuple(lines[first : last + 1]), above)


def _middle(line: Sequence[Word]) -> float:
    # Brackets reach higher and lower than letters: one word alone does not tell.
    return typical((word.top + word.bottom) / 2 for word in line)


def _chunks(line: Sequence[Word]) -> int:
    return len(_cut(line))


def _cut(line: Sequence[Word], wide: float = _WIDE) -> list[list[Word]]:
    """Return a line in the parts that white keeps asunder."""
    parts = [[line[0]]]
    for one, other in pairwise(line):
        if other.left - one.right > wide * one.height:
            parts.append([other])
        else:
            parts[-1].append(other)
    return parts


def _runs(regions: Sequence[_Region]) -> list[list[_Region]]:
    runs: list[list[_Region]] = []
    for region in regions:
        before = runs[-1][-1].page if runs else None
        same = before is not None and abs(before.width - region.page.width) < 1
        if before is not None and same and region.page.number == before.number + 1:
            runs[-1].append(region)
        else:
            runs.append([region])
    return runs


def _columns(run: Sequence[_Region]) -> list[float]:
    """Return the middles of the white strips between columns, with the outer edges."""
    lines = [line for region in run for line in region.lines]
    height = typical(word.height for line in lines for word in line)
    body = [line for line in lines if sum(map(_is_figure, line)) >= _TWO or _chunks(line) >= _CHUNKS]
    solid = _joined(_covered(map(_span, (word for line in body for word in line)), len(body) // 100), height)
    counted = [sum(any(_touch(_span(word), part) for word in line) for line in body) for part in solid]
    solid = _without_stray(solid, counted, _WIDE * height)
    # A column that is empty but for its heading is seen in the lines that fill most of the others.
    parts = [(chunk[0].left, chunk[-1].right) for line in lines for chunk in _cut(line, _NARROW)]
    lonely = [part for part in _covered(parts, 0) if not any(_touch(part, other) for other in solid)]
    columns = _joined(sorted([*solid, *lonely]), height)
    inner = [(one[1] + other[0]) / 2 for one, other in pairwise(columns)]
    return [columns[0][0] - 1, *inner, columns[-1][1] + 1]


def _joined(parts: Sequence[Part], height: float) -> list[Part]:
    """Return parts of which those with hardly any white between them are one."""
    found: list[Part] = []
    for left, right in parts:
        if found and left - found[-1][1] < _NARROWEST * height:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found


def _without_stray(parts: Sequence[Part], counted: Sequence[int], wide: float) -> list[Part]:
    """Return columns without those that a few last words of longer lines seem to make."""
    found: list[Part] = []
    for (left, right), count in zip(parts, counted, strict=True):
        if found and count < _LEAST_CELLS and left - found[-1][1] < wide:
            found[-1] = (found[-1][0], right)
        else:
            found.append((left, right))
    return found


def _span(word: Word) -> Part:
    return word.left, word.right


def _is_figure(word: Word) -> bool:
    return bool(_FIGURE.fullmatch(word.text))


def _touch(one: Part, other: Part) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _covered(found: Iterable[Part], most: int) -> list[Part]:
    """Return from where to where more than so many parts lie over each other."""
    changes = sorted(change for left, right in found for change in ((left, 1), (right, -1)))
    parts: list[Part] = []
    covered, begun = 0, 0.0
    for at, change in changes:
        before = covered
        covered += change
        if before <= most < covered:
            begun = at
        elif before > most >= covered:
            parts.append((begun, at))
    return parts


def _is_aligned(run: Sequence[_Region], edges: Sequence[float]) -> bool:
    """Tell whether the cells of nearly every column stand in line: left, right or middle."""
    parts: list[list[tuple[float, float]]] = [[] for _ in edges[1:]]
    for region in run:
        for line in region.lines:
            for column, words in _by_column(line, edges).items():
                parts[column].append((words[0].left, words[-1].right))
    judged = [_in_line(column) for column in parts if len(column) >= _LEAST_LINES]
    return len(judged) >= _LEAST_COLUMNS and sum(judged) >= _ALIGNED * len(judged)


def _is_crossed(run: Sequence[_Region], edges: Sequence[float]) -> bool:
    """Tell whether texts go on across the white between two columns: then it is only that between words."""
    crossed = body = 0
    for region in run:
        first = next((place for place, line in enumerate(region.lines) if _is_anchor(line, edges)), 0)
        for line in region.lines[first:]:
            body += 1
            crossed += any(
                other.left - one.right < _BLANK * one.height
                and any(one.right - 1 <= at <= other.left + 1 for at in edges)
                for one, other in pairwise(line)
            )
    return crossed > body * _CROSSING


def _in_line(parts: Sequence[tuple[float, float]]) -> bool:
    sides = ([left for left, _ in parts], [right for _, right in parts], [sum(part) / 2 for part in parts])
    return any(
        sum(abs(at - typical(side)) <= _SAME_EDGE for at in side) >= _ALIGNED * len(side) for side in sides
    )


def _by_column(line: Sequence[Word], edges: Sequence[float]) -> dict[int, list[Word]]:
    """Return the words of a line by the column that each stands in."""
    found: dict[int, list[Word]] = {}
    column = 0
    for word in line:
        middle = (word.left + word.right) / 2
        while column + _TWO < len(edges) and middle > edges[column + 1]:
            column += 1
        found.setdefault(column, []).append(word)
    return found


def _piece(region: _Region, edges: Sequence[float]) -> Piece | None:
    bands = _bands(region, edges)
    if bands is None:
        return None
    known = COMMON | {word.text.lower() for line in region.lines for word in line}
    found = [_by_column(sorted(band, key=lambda word: word.left), edges) for band in bands]
    body = next((place for place, band in enumerate(bands) if _is_row(band, edges)), 0)
    lefts = {
        column: typical(columns[column][0].left for columns in found[body:] if column in columns)
        for column in range(len(edges) - 1)
        if any(column in columns for columns in found[body:])
    }
    try:
        heads = [row for columns in found[:body] for row in levels(columns, lefts)]
    except Unclear:
        return None
    rows: list[tuple[str, ...]] = []
    starts = []
    for columns in (*heads, *found[body:]):
        cells = [""] * (len(edges) - 1)
        for column, some in columns.items():
            cells[column] = cell_text(some, edges[column + 1] - edges[column], known)
            if cells[column][:1].isalpha():
                starts.append(start_of(some, len(rows), column, edges[column]))
        rows.append(tuple(cells))
    return Piece(region.page.number, tuple(rows), (), region.above, tuple(edges), starts=tuple(starts))


def _is_row(band: Sequence[Word], edges: Sequence[float]) -> bool:
    """Tell whether a band holds the figures of a row, not the years of a heading."""
    return any(
        _is_anchor([word for word in line if not _YEAR.fullmatch(word.text)], edges)
        for line in lines_of(band)
    )


def _bands(region: _Region, edges: Sequence[float]) -> list[list[Word]] | None:
    """Return the words of each row of the table; None where it is not clear which lines belong together."""
    strips = _strips([word for line in region.lines for word in line])
    near = _PITCH * _pitch(region.lines, edges)
    starts = set(range(len(strips)))
    lowest: dict[int, tuple[int, float]] = {}
    for number, strip in enumerate(strips):
        for column, middles in _middles(strip.words, edges).items():
            before, middle = lowest.get(column, (number, 0.0))
            if middles[0] - middle <= near:
                starts -= set(range(before + 1, number + 1))
            lowest[column] = number, middles[-1]
    bands: list[list[Word]] = []
    for number, strip in enumerate(strips):
        if number in starts:
            bands.append([])
        bands[-1] += strip.words
    if any(sum(_is_anchor(line, edges) for line in lines_of(band)) > 1 for band in bands[_TWO:]):
        return _by_anchor(region.lines, edges)
    bare = sum(not any(map(_is_figure, band)) for band in bands[_TWO:])
    return bands if bare <= len(bands) * _WITHOUT else None


def _middles(words: Sequence[Word], edges: Sequence[float]) -> dict[int, list[float]]:
    """Return how high the lines of each column stand, from top to bottom."""
    columns = _by_column(sorted(words, key=lambda word: word.left), edges)
    return {column: [_middle(line) for line in lines_of(some)] for column, some in columns.items()}


def _pitch(lines: Sequence[Sequence[Word]], edges: Sequence[float]) -> float:
    """Return how far two lines of one cell are apart: the smallest distance that comes again and again."""
    stands = _middles([word for line in lines for word in line], edges)
    apart = sorted(below - above for column in stands.values() for above, below in pairwise(column))
    often = max(_TWO, len(apart) // 20)
    for place, one in enumerate(apart[: len(apart) - often]):
        if apart[place + often] <= _PITCH * one:
            return apart[place + often]
    return 0.0


@dataclass(slots=True)
class _Strip:
    """Words that no level white parts, and what they cover."""

    top: float
    bottom: float
    words: list[Word]


def _strips(words: Sequence[Word]) -> list[_Strip]:
    """Return the words of a table in strips from top to bottom, with white between them."""
    strips: list[_Strip] = []
    for word in sorted(words, key=lambda one: one.top + one.bottom):
        middle, half = (word.top + word.bottom) / 2, _BODY * word.height
        if strips and middle - half <= strips[-1].bottom:
            strips[-1].words.append(word)
            strips[-1].bottom = max(strips[-1].bottom, middle + half)
        else:
            strips.append(_Strip(middle - half, middle + half, [word]))
    return strips


def _is_anchor(line: Sequence[Word], edges: Sequence[float]) -> bool:
    """Tell whether a line holds figures in several columns: every row has one such line at most."""
    cells = _by_column(line, edges).values()
    return sum(len(words) == 1 and bool(_FIGURE.fullmatch(words[0].text)) for words in cells) >= _TWO


def _by_anchor(lines: Sequence[Sequence[Word]], edges: Sequence[float]) -> list[list[Word]] | None:
    """Return rows that begin with a line of figures each, what stands above the first one in rows of its own.

    None where fewer than half of the lines have figures: too much text would hang on too few rows.
    """
    anchors = [_is_anchor(line, edges) for line in lines]
    if sum(anchors) * _TWO < len(anchors):
        return None
    bands: list[list[Word]] = []
    begun = False
    for line, is_anchor in zip(lines, anchors, strict=True):
        begun = begun or is_anchor
        if is_anchor or not begun:
            bands.append(list(line))
        else:
            bands[-1] += line
    return bands
