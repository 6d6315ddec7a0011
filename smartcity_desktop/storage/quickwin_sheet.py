"""Queries: the sheets of the candidates that were chosen, each with its program and its actions."""

from dataclasses import dataclass, replace
from typing import Final

from smartcity_desktop.domain.dossier import leader
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.quickwin import Candidate
from smartcity_desktop.domain.quickwin_board import CHOSEN
from smartcity_desktop.domain.quickwin_sheet import (
    TEXTS,
    Action,
    Program,
    QuickWinSheet,
    QuickWinSheets,
    SheetMonth,
    SheetPartner,
)
from smartcity_desktop.storage.answers import values
from smartcity_desktop.storage.dimension import dimensions, subdimensions
from smartcity_desktop.storage.document import points
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.heir import INITIATIVE, heirs
from smartcity_desktop.storage.initiative_facts import ACTION, actions
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.quickwin import candidates
from smartcity_desktop.storage.rows import fetch, parts

ENTITY: Final = "quickwin"
MONTH: Final = "quickwin_month"
PARTNER: Final = "quickwin_partner"


@dataclass(frozen=True, slots=True)
class _Sheet:
    id: RowId = NO_ROW
    candidate: RowId = NO_ROW
    step: str = ""
    progress: int | None = None
    begins: str = ""


@dataclass(frozen=True, slots=True)
class _Month:
    id: RowId = NO_ROW
    quickwin: RowId = NO_ROW
    month: int | None = None
    plan: str = ""
    state: str = ""
    evidence: str = ""


def sheets(db: Database) -> QuickWinSheets:
    """Return every candidate that was chosen with its sheet, in the order of the dimensions."""
    places = dimensions(db)
    plan = {item.id: item.text for item in points(db)}
    agencies = opds(db)
    names = {item.id: item.called for item in agencies}
    known = [item for item in candidates(db, places, plan, names) if not item.withdrawn]
    chosen = [item for item in known if item.decision == CHOSEN]
    return QuickWinSheets(
        items=tuple(_whole(db, chosen)),
        dimensions=tuple(places),
        names=names,
        heads={item.id: (item.name, leader(item)) for item in agencies},
        points=plan,
        subs={item.id: item.called for item in subdimensions(db)},
        waiting=sum(1 for item in known if not item.decision),
    )


def _whole(db: Database, chosen: list[Candidate]) -> list[QuickWinSheet]:
    bare = {item.candidate: item for item in fetch(db, _Sheet, ENTITY, order="id")}
    rows = [bare[item.id].id for item in chosen if item.id in bare]
    texts = values(db, ENTITY, rows)
    kinds, support = (parts(db, ENTITY, name, rows) for name in ("kind", "support"))
    months = _months(db)
    partners: dict[RowId, list[SheetPartner]] = {}
    for one in fetch(db, SheetPartner, PARTNER):
        partners.setdefault(one.quickwin, []).append(one)
    # A program that went into another one is told by that.
    away = heirs(db, INITIATIVE)
    named = {item.id: away.get(item.initiative, item.initiative) for item in chosen if item.initiative}
    programs, own_actions = _programs(db, {*named.values()}), _actions(db)
    made: list[QuickWinSheet] = []
    for item in chosen:
        own = bare.get(item.id, _Sheet())
        said = texts.get(own.id, {})
        made.append(
            QuickWinSheet(
                id=own.id,
                candidate=item,
                program=programs.get(named.get(item.id, NO_ROW), Program()),
                texts={name: str(value) for name, value in said.items() if name in TEXTS},
                kinds=tuple(kinds.get(own.id, {})),
                support=tuple(RowId(row) for row in support.get(own.id, {})),
                step=own.step,
                progress=own.progress,
                begins=own.begins,
                partners=tuple(partners.get(own.id, ())),
                months=tuple(months.get((own.id, month), SheetMonth(month)) for month in range(1, 13)),
                actions=tuple(own_actions.get(named.get(item.id, NO_ROW), ())),
            )
        )
    return made


def _months(db: Database) -> dict[tuple[RowId, int], SheetMonth]:
    return {
        (item.quickwin, item.month): SheetMonth(item.month, item.plan, item.state, item.evidence, item.id)
        for item in fetch(db, _Month, MONTH, order="id")
        if item.month is not None
    }


def _programs(db: Database, wanted: set[RowId]) -> dict[RowId, Program]:
    found = [item for item in fetch(db, Program, INITIATIVE) if item.id in wanted]
    support, kinds = (parts(db, INITIATIVE, name, wanted) for name in ("support", "innovation"))
    return {
        item.id: replace(
            item,
            support=tuple(RowId(row) for row in support.get(item.id, {})),
            innovation=tuple(kinds.get(item.id, {})),
        )
        for item in found
    }


def _actions(db: Database) -> dict[RowId, list[Action]]:
    """Return the actions that stand in the plan by the program that they belong to now."""
    home = {item.id: item.initiative for item in actions(db)}
    found: dict[RowId, list[Action]] = {}
    for item in fetch(db, Action, ACTION):
        if home.get(item.id):
            found.setdefault(home[item.id], []).append(item)
    return found
