"""The prints of the groups, gathered: who sits where, and the piles of worksheets for the tables."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.divide import GUESTS
from smartcity_desktop.domain.group import Group, Grouping
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.paper_group import (
    GroupList,
    GroupPicture,
    Pile,
    PilesPicture,
    Seated,
    group_list,
    member,
    where_lines,
)
from smartcity_desktop.domain.print_job import BLANK, GROUP_LISTS, GROUP_SHEETS, PrintAsk, PrintJob, kind_of
from smartcity_desktop.domain.report import SheetPicture
from smartcity_desktop.domain.worksheet import BY_DIMENSION, BY_OPD, Worksheet
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.storage.gathering import Gathering
from smartcity_desktop.storage.group import groups, seats
from smartcity_desktop.storage.people import people
from smartcity_desktop.storage.print_sheet import on_paper
from smartcity_desktop.storage.print_stage import blocks_of, meant_grouping, meant_stage
from smartcity_desktop.storage.session import session
from smartcity_desktop.storage.sheet_grid import grid_of


def seated(work: Gathering, division: Grouping | None) -> Seated:
    """Return what a division is read from; of none nobody sits anywhere."""
    return Seated(
        groups(work.db, division.id) if division else [],
        seats(work.db, division.id) if division else [],
        people(work.db),
        work.opds,
    )


def _lists(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather who sits where in a division, or in one group of it."""
    stage = meant_stage(work, ask)
    division = meant_grouping(work, ask, stage)
    hall = seated(work, division)
    agencies = {item.id: item.name for item in work.opds}
    placed = {item.person for item in hall.seats if item.group}
    waiting = [item for item in hall.people if item.id not in placed and item.body not in GUESTS]
    picture = GroupPicture(
        title=division.title if division else "",
        groups=tuple(group_list(hall, item) for item in hall.groups if _is_asked(ask, item)),
        where=() if ask.group else where_lines(hall),
        unseated=tuple(member(item, agencies) for item in waiting) if division and not ask.group else (),
    )
    return PrintJob(GROUP_LISTS, _title(GROUP_LISTS), work.frame(stage, ""), picture=picture)


def _is_asked(ask: PrintAsk, group: Group) -> bool:
    return not ask.group or group.id == ask.group


def _title(key: str) -> str:
    found = kind_of(key)
    return found.title if found else key


def _piles(work: Gathering, ask: PrintAsk) -> PrintJob:
    """Gather a pile of blank worksheets for each table of a division."""
    stage = meant_stage(work, ask)
    division = meant_grouping(work, ask, stage)
    hall = seated(work, division)
    wanted = _worked_on(work, ask, stage, division)
    piles = tuple(_pile(work, hall, item, wanted) for item in hall.groups if _is_asked(ask, item))
    if not piles:
        # Nobody is divided yet: a table to be written in by hand, with a sheet of everything worked on.
        piles = (Pile(GroupList(), tuple(_blank(work, item, NO_ROW, GroupList()) for item in wanted)),)
    title = " · ".join(f"{item.code} {item.title}" for item in wanted)
    return PrintJob(
        GROUP_SHEETS, _title(GROUP_SHEETS), work.frame(stage, ""), picture=PilesPicture(title, piles)
    )


def _worked_on(
    work: Gathering, ask: PrintAsk, stage: Stage | None, division: Grouping | None
) -> list[Worksheet]:
    """Return the worksheets of the piles.

    The asked one; else that of the asked session; else those of the sessions that use the division; else
    those of the stage; else all.
    """
    held = session(work.db, ask.session) if ask.session else None
    blocks = blocks_of(work, stage)
    used = [item.worksheet for item in blocks if division and item.grouping == division.id]
    planned = [item.worksheet for item in blocks]
    number = stage.number if stage else None
    of_stage = [item.id for item in work.worksheets if item.stage == number]
    asked = [ask.worksheet or (held.worksheet if held else NO_ROW)]
    for rows in (asked, used, planned, of_stage):
        found = [item for item in work.worksheets if item.id in set(rows)]
        if found:
            return found
    return list(work.worksheets)


def _pile(work: Gathering, hall: Seated, group: Group, wanted: list[Worksheet]) -> Pile:
    told = group_list(hall, group)
    sheets: list[SheetPicture] = []
    for worksheet in wanted:
        own = _parties(hall, group, worksheet)
        sheets += [_blank(work, worksheet, row, told) for row in own or [NO_ROW]]
    return Pile(told, tuple(sheets))


def _parties(hall: Seated, group: Group, worksheet: Worksheet) -> list[RowId]:
    """Return whose sheets of a worksheet lie on a table; none where it is nobody's there."""
    if worksheet.filled_by == BY_OPD:
        return [item.id for item in hall.agencies(group)]
    return [group.dimension] if worksheet.filled_by == BY_DIMENSION and group.dimension else []


def _blank(work: Gathering, worksheet: Worksheet, party: RowId, group: GroupList) -> SheetPicture:
    """Return a blank sheet with table, officers and number of members of a group."""
    found = on_paper(BLANK, grid_of(work.store, worksheet.id, party))
    return replace(
        found,
        opd=found.opd or group.name,
        called=found.called or group.name,
        table=group.table or found.table,
        chair=found.chair or group.chair,
        scribe=found.scribe or group.scribe,
        mentor=found.mentor or group.mentor,
        members=len(group.members) or None,
    )


GATHER: Final[Mapping[str, Callable[[Gathering, PrintAsk], PrintJob]]] = {
    GROUP_LISTS: _lists,
    GROUP_SHEETS: _piles,
}
