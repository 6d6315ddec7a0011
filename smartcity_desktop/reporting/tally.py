"""Who came, counted by unsur and by agency: the sentence and the two tables that several papers show."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.attendance import Recap, Tally, percent
from smartcity_desktop.domain.wording import EMPTY, number
from smartcity_desktop.reporting.blocks import Block, Column, capped, line, part, table, together

_NAME: Final = 300


def counted_people(counted: Recap, word_opd: str, total: float) -> list[Block]:
    """Return how many came of those expected, by unsur and by agency; ``total`` is the width in points."""
    whole = counted.whole
    told = (
        f"Hadir {number(whole.there)} dari {number(whole.expected)} peserta ({percent(whole.share)}), "
        f"{number(whole.sent)} di antaranya diwakili."
    )
    more = f" Peserta tambahan: {number(counted.added)} orang." if counted.added else ""
    return [
        line(told + more),
        together([*part("Menurut unsur"), _tallies("Unsur", counted.by_element, whole, total)]),
        *part(f"Menurut {word_opd} dan instansi"),
        _tallies(f"{word_opd} atau instansi", counted.by_opd, whole, total),
    ]


def _tallies(head: str, rows: Sequence[Tally], whole: Tally, total: float) -> Block:
    columns = [
        Column("No", 8, "right"),
        Column(head, 76),
        Column("Terdaftar", 19, "right"),
        Column("Hadir sendiri", 17, "right"),
        Column("Diwakili", 17, "right"),
        Column("Jumlah hadir", 17, "right"),
        Column("% hadir", 15, "right"),
    ]
    lines = [
        [number(place), *_tally(item)]
        for place, item in enumerate((item for item in rows if item.expected), start=1)
    ]
    return table(columns, lines, total, sums=["", *_tally(whole)])


def _tally(item: Tally) -> list[str]:
    share = percent(item.share) if item.expected else EMPTY
    counts = (item.expected, item.came, item.sent, item.there)
    return [capped(item.name, _NAME), *(number(one) for one in counts), share]
