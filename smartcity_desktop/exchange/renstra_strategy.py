"""Strategi and arah kebijakan (T-C.26): what stands beside the goals of a plan, kept as it is written.

Each is a record of its own that names the goal it stands under, an arah kebijakan its strategi too: the text
of both, so that it stays with them however the tables of a file are put together.
"""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.renstra_draft import LineDraft, Origin, RecordDraft
from smartcity_desktop.exchange.renstra_habits import GOALS
from smartcity_desktop.exchange.renstra_head import Column, Head
from smartcity_desktop.exchange.renstra_rows import Rows
from smartcity_desktop.exchange.renstra_words import is_nothing
from smartcity_desktop.exchange.sheets import Grid
from smartcity_desktop.exchange.text import one_line

ROLE: Final = "strategy"
"""The role of their columns."""
STRATEGY, DIRECTION = "strategi", "arah"


def strategies(grid: Grid, head: Head, lines: Sequence[LineDraft]) -> tuple[RecordDraft, ...]:
    """Return what the columns of strategi and arah kebijakan say, each with the goal of its row.

    ``lines`` are those read from the same sheet. What is repeated down the rows counts once under its goal.
    """
    columns = sorted(head.having(ROLE), key=_kind, reverse=True)
    if not columns:
        return ()
    reader = Rows(grid, head)
    goals = [line for line in lines if line.level in GOALS and line.origin.sheet == grid.name]
    found: dict[tuple[str, str, str], RecordDraft] = {}
    strategy, place = "", 0
    last = goals[-1].origin.row if goals else head.end
    for index in range(head.end, len(grid.rows)):
        if reader.is_filler(index):
            continue
        # Above the last goal a text may begin as a signature does: "Kepala desa dilibatkan".
        if index >= last and reader.is_signature(index):
            break
        before = place
        while place < len(goals) and goals[place].origin.row <= index + 1:
            place += 1
        if place != before:
            strategy = ""
        goal = goals[place - 1].name if place else ""
        for column in columns:
            text = one_line(grid.rows[index][column.index])
            if is_nothing(text):
                continue
            kind = _kind(column)
            strategy = text if kind == STRATEGY else strategy
            made = RecordDraft(
                kind=kind,
                name=text,
                goal=goal,
                above=strategy if kind == DIRECTION else "",
                origin=Origin(grid.name, index + 1, grid.pages[index] if grid.pages else 0),
            )
            found.setdefault((kind, goal, text), made)
    return tuple(found.values())


def _kind(column: Column) -> str:
    """Return what a column states; one that holds both is one of strategies."""
    return DIRECTION if column.level == DIRECTION else STRATEGY
