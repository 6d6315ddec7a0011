"""Headings of two levels in a table without ruling lines: a year stands over columns by its place alone.

A year that begins where a column begins stands over that column and those up to the next year. One that
stands anywhere else could belong to either side: then nothing is read, as a figure under the wrong year is
worse.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from smartcity_desktop.exchange.pdf_marks import Word
from smartcity_desktop.exchange.pdf_text import line_text, lines_of

_YEAR: Final = re.compile(r"(?:tahun|th\.?)?\s*(?:20\d\d|(?:ke)?\s*-?\s*[1-6IV]{1,3})", re.IGNORECASE)
_BEGINS: Final = 3.0
"""Points that a year may begin beside the texts of its column."""


class Unclear(Exception):
    """A heading whose years stand over no column in particular."""


def levels(columns: Mapping[int, Sequence[Word]], lefts: Mapping[int, float]) -> list[dict[int, list[Word]]]:
    """Return the words of a heading row by column, as two rows where years stand over several columns.

    ``lefts`` is where the texts of each column begin. Raises Unclear.
    """
    lines = {column: lines_of(words) for column, words in columns.items()}
    dated = [column for column, some in lines.items() if _YEAR.fullmatch(line_text(some[0]))]
    below = {column for column in dated if len(lines[column]) > 1}
    top = min((lines[column][0][0].top for column in dated), default=0.0)
    lower = [column for column in lines if column > min(dated, default=0) and _is_under(lines[column], top)]
    if not dated or not (below or lower):
        return [{column: list(words) for column, words in columns.items()}]
    if any(abs(lines[column][0][0].left - lefts.get(column, 0.0)) > _BEGINS for column in dated):
        raise Unclear
    group = min((other - one for one, other in pairwise(sorted(dated))), default=2)
    under = {column for one in dated for column in range(one, one + group)}
    rows: list[dict[int, list[Word]]] = [{}, {}]
    for column, some in lines.items():
        for number, line in enumerate(some):
            is_lower = column in under and not (column in dated and number == 0)
            rows[is_lower].setdefault(column, []).extend(line)
    return rows


def _is_under(lines: Sequence[Sequence[Word]], top: float) -> bool:
    """Tell whether all the text of a column stands lower than the years."""
    return lines[0][0].top > top + lines[0][0].height / 2
