"""The tables of how a day went and of what became of the groups, for reports."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.course import CourseLine, TurnLine
from smartcity_desktop.domain.wording import EMPTY, number
from smartcity_desktop.reporting.blocks import Block, Column, capped, table

_COURSE: Final = (
    Column("No", 7.5, "right"),
    Column("Acara", 86),
    Column("Rencana", 24),
    Column("Pelaksanaan", 24),
    Column("Selisih selesai", 21),
)
_LED: Final = (Column("Acara", 54), Column("Narasumber atau pemandu", 48))
"""In the place of the title alone, where it is told who spoke."""
_STATES: Final = (
    Column("No", 7.5, "right"),
    Column("Kelompok", 60),
    Column("Keadaan", 32),
    Column("Pukul", 15),
    Column("Yang diserahkan", 58),
)
_SPEECHES: Final = (
    Column("Urutan", 14, "right"),
    Column("Kelompok", 84),
    Column("Mulai", 18),
    Column("Berbicara", 28),
    Column("Tanggapan", 28),
)


def course_table(lines: Sequence[CourseLine], total: float, *, speakers: bool = False) -> Block:
    """Return the blocks of a day with planned and real times; ``total`` is the width in points.

    With ``speakers`` it tells who spoke or led; a narrow column, so for reports that need it.
    """
    columns, rows = list(_COURSE), [_cells(place, item) for place, item in enumerate(lines, start=1)]
    if speakers:
        columns[1:2] = _LED
        for row, item in zip(rows, lines, strict=True):
            row.insert(2, capped(item.speaker, 300) or EMPTY)
    return table(columns, rows, total)


def _cells(place: int, item: CourseLine) -> list[str]:
    return [
        number(place),
        _titled(item),
        item.planned or EMPTY,
        item.actual or EMPTY,
        item.difference or EMPTY,
    ]


def states_table(lines: Sequence[TurnLine], total: float) -> Block:
    """Return how far each group is, since when, and what it delivered."""
    rows = [
        [number(place), capped(item.group), item.state, item.at or EMPTY, capped(item.delivered) or EMPTY]
        for place, item in enumerate(lines, start=1)
    ]
    return table(list(_STATES), rows, total)


def speeches_table(lines: Sequence[TurnLine], total: float) -> Block:
    """Return who spoke in which order, when, and how long; those who did not speak stand behind."""
    rows = [
        [
            EMPTY if item.place is None else number(item.place),
            capped(item.group),
            item.spoke_at or EMPTY,
            item.spoke or ("belum selesai" if item.spoke_at else "belum"),
            item.replied or EMPTY,
        ]
        for item in lines
    ]
    return table(list(_SPEECHES), rows, total)


def _titled(item: CourseLine) -> str:
    title = capped(item.title, 300) or EMPTY
    return f"{title}\n({item.remark})" if item.remark else title
