"""How a table marks its levels: codes, indents, capitals, and outcomes in rows of their own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from smartcity_desktop.exchange.renstra_rows import Row, prefix

GOALS: Final = ("tujuan", "sasaran")
COUNTED: Final = ("program", "kegiatan", "subkegiatan")
LEVELS: Final = (*GOALS, *COUNTED)
_OUTCOME: Final = re.compile(r"(?:outcome|output|hasil|keluaran)\b|(?:me|ter|ber)\w+nya\b", re.IGNORECASE)
_DEEPEST: Final = 6


@dataclass(frozen=True)
class Habits:
    """How this table marks levels: codes, indents (from the outermost), capitals; whether it goes deep."""

    coded: bool = False
    indents: tuple[tuple[int, int], ...] = ()
    capitals: bool = False
    deep: bool = False


def habits_of(rows: Sequence[Row], alike: int = 0, *, deep: bool = False) -> Habits:
    """Return how a table marks its levels; ``alike`` further rows have name and code, ``deep`` ones too."""
    named = [
        row for row in rows if row.names and not any(name.level for name in row.names) and not is_outcome(row)
    ]
    coded = [row for row in named if row.code.raw]
    uncoded = [row.names[0] for row in named if not row.code.raw]
    indents = tuple(sorted({name.indent for name in uncoded}))
    plain = [name for name in uncoded if not prefix(name.text)[0]]
    loud = sum(name.text.isupper() for name in plain)
    return Habits(
        coded=len(coded) + alike > 0 and (len(coded) + alike) * 2 >= len(named) + alike,
        indents=indents if 1 < len(indents) <= len(COUNTED) else (),
        capitals=0 < loud < len(plain),
        deep=deep or any(row.code.depth == _DEEPEST and row.code.normal for row in rows),
    )


def is_outcome(row: Row) -> bool:
    """Tell whether a row in the column of names says what the line above is to bring about."""
    return bool(
        row.names
        and not row.code.raw
        and row.indicators
        and not row.money
        and _OUTCOME.match(row.names[0].text)
    )
