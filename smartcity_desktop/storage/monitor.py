"""Queries: programs smart city and quick wins in one year."""

from collections.abc import Iterable
from typing import Final

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.monitor import (
    PROGRAM,
    QUICKWIN,
    Monitor,
    MonitorBoard,
    Monitored,
    MonitorLine,
    line_of,
    milestone_years,
    quickwin_years,
    years_of,
)
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.heir import INITIATIVE, heirs
from smartcity_desktop.storage.inherited import MONITOR, milestones, monitors
from smartcity_desktop.storage.initiative_facts import facts, first_year
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.quickwin_sheet import ENTITY as SHEET
from smartcity_desktop.storage.quickwin_sheet import sheets
from smartcity_desktop.storage.rows import one
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import workshop

ENTITY: Final = MONITOR


def subjects(store: Store) -> tuple[Monitored, ...]:
    """Return what is followed: programs by dimension, each quick win behind those of its dimension."""
    db = store.db
    order = {item.id: place for place, item in enumerate(dimensions(db))}
    found = [*_programs(db), *_quickwins(store)]
    found.sort(key=lambda item: order.get(item.dimension, len(order)))
    return tuple(found)


def board(store: Store, year: int) -> MonitorBoard:
    """Return everything that is followed in one year; 0 is this one, or the nearest of the masterplan."""
    db, event = store.db, workshop(store.db)
    followed = subjects(store)
    years = years_of(event.period_start, event.period_end, followed, store.now().year)
    wanted = year if year in years else min(max(store.now().year, years[0]), years[-1])
    return MonitorBoard(
        year=wanted,
        years=years,
        lines=lines_of(db, followed, wanted),
        dimensions=tuple(dimensions(db)),
        names={item.id: item.called for item in opds(db)},
    )


def lines_of(db: Database, followed: Iterable[Monitored], year: int) -> tuple[MonitorLine, ...]:
    """Return what was written about these subjects in exactly this year."""
    told = {item.subject: item for item in monitors(db, year)}
    return tuple(line_of(item, year, told.get(item.id)) for item in followed)


def place(db: Database, row: RowId) -> tuple[RowId, int] | None:
    """Return what stands for the subject of a row, and its year; None where there is no such row."""
    found = one(db, Monitor, ENTITY, "id = :id", {"id": row})
    if found is None:
        return None
    return heirs(db, INITIATIVE).get(found.subject, found.subject), found.year or 0


def _programs(db: Database) -> list[Monitored]:
    """Return the programs that count, with the years in which anything of them is meant to stand."""
    known = facts(db)
    start = first_year(db, known) or None
    marks: dict[RowId, list[str]] = {}
    for mark in milestones(db):
        if mark.text.strip():
            marks.setdefault(mark.initiative, []).append(mark.year)
    return [
        Monitored(
            item.id,
            PROGRAM,
            " ".join(item.name.split()),
            item.dimension,
            item.opd,
            item.year_start,
            item.year_end,
            milestone_years(start, marks.get(item.id, ())),
        )
        for item in known
    ]


def _quickwins(store: Store) -> list[Monitored]:
    made: list[Monitored] = []
    for item in sheets(store.db).items:
        first, last = quickwin_years(item.begins, item.candidate.decided_on)
        made.append(
            Monitored(
                store.key(SHEET, item.candidate.id),
                QUICKWIN,
                item.candidate.name,
                item.candidate.dimension,
                item.candidate.opd,
                first,
                last,
                candidate=item.candidate.id,
                progress=item.progress,
            )
        )
    return made
