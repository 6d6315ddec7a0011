"""A list of participants as plain text: what parts its cells, where names themselves hold commas."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.people_words import field_of
from smartcity_desktop.errors import UserFault
from smartcity_desktop.exchange.sheets import Grid, read_delimited

_SIGNS: Final = ("\t", ";", "|", ",")
_LINES: Final = 40
_HEADS: Final = 2
_MOST: Final = 0.5


def grid_of(content: str, name: str) -> Grid:
    """Return the cells of a text; ``name`` is the file's. Raises UserFault ``read-empty``.

    The sign that parts the heads parts everything. Without heads a comma parts nothing: it belongs to the
    titles of a name (``Ahmad, S.E.``).
    """
    if not content.strip():
        raise UserFault("read-empty", name=name)
    return read_delimited(content, name, _sign(content.splitlines()[:_LINES]))


def _sign(lines: Sequence[str]) -> str:
    heads = {sign: max(_heads(line, sign) for line in lines) for sign in _SIGNS}
    best = max(_SIGNS, key=lambda sign: heads[sign])
    if heads[best] >= _HEADS:
        return best
    filled = [line for line in lines if line.strip()]
    return next(
        (sign for sign in _SIGNS[:-1] if sum(sign in line for line in filled) > len(filled) * _MOST), ""
    )


def _heads(line: str, sign: str) -> int:
    try:
        cells = next(csv.reader(io.StringIO(line, newline=""), delimiter=sign), [])
    except csv.Error:
        return 0
    return len({field for field in map(field_of, cells) if field})
