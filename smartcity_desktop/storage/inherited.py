"""Milestones and yearly reports of programs, told under the program that they went into.

What was written about the program that stands is what holds. For a period of which nothing was written about
it yet, what its merged programs said is put together; the first value that is written then takes all of that
over. Nothing is moved: where the merging is taken back, each program has its own again.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.monitor import Monitor
from smartcity_desktop.domain.monitor import together as reported_together
from smartcity_desktop.domain.roadmap import Milestone
from smartcity_desktop.domain.roadmap import together as marked_together
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.heir import INITIATIVE, heirs
from smartcity_desktop.storage.rows import fetch, one
from smartcity_desktop.storage.store import Store

MILESTONE: Final = "milestone"
MONITOR: Final = "monitor"
WRITTEN: Final = ("planned", "state", "progress", "achieved", "spent", "evidence", "note")
"""What is written about a program or quick win in one year."""
_MADE_OF: Final = (
    "SELECT 1 FROM part p JOIN initiative s ON s.id = p.part AND s.alive = 1 "
    "WHERE p.row = ? AND p.field = 'origin' AND p.val IS NOT NULL LIMIT 1"
)
Told = TypeVar("Told")
Key = Callable[[Told], tuple[RowId, Hashable]]
"""Of which program a row is, and of which period."""


@dataclass(frozen=True, slots=True)
class _Named:
    id: RowId = NO_ROW
    name: str = ""


def milestones(db: Database, away: Mapping[RowId, RowId] | None = None) -> list[Milestone]:
    """Return all milestones by the programs that stand; ``away`` are the ``heirs``, where they are known."""
    known = heirs(db, INITIATIVE) if away is None else away
    return _settled(
        fetch(db, Milestone, MILESTONE),
        known,
        lambda item: (item.initiative, (item.year, item.quarter)),
        marked_together,
    )


def milestone_edits(store: Store, program: RowId, year: str, values: Mapping[str, Value]) -> list[Edit]:
    """Return what writes ``text`` or ``state`` of a milestone of a whole period, if that differs."""
    row = store.key(MILESTONE, program, year, "")
    stands = one(store.db, Milestone, MILESTONE, "id = :id", {"id": row})
    before = stands or _inherited_milestone(store.db, program, year)
    if all((value or "") == getattr(before, name) for name, value in values.items()):
        return []
    taken: dict[str, Value] = {} if stands else {"text": before.text or None, "state": before.state or None}
    keys: dict[str, Value] = {"initiative": program, "year": year, "quarter": ""}
    return [Birth(MILESTONE, row, {**keys, **taken, **values})]


def _inherited_milestone(db: Database, program: RowId, year: str) -> Milestone:
    found = milestones(db) if _is_heir(db, program) else ()
    wanted = (item for item in found if (item.initiative, item.year, item.quarter) == (program, year, ""))
    return next(wanted, Milestone(initiative=program, year=year))


def monitors(db: Database, year: int) -> list[Monitor]:
    """Return what was written in one year, by the programs that stand and by quick wins."""
    away = heirs(db, INITIATIVE)
    rows = fetch(db, Monitor, MONITOR, "year = :year", {"year": year})
    names = {item.id: item.name for item in fetch(db, _Named, INITIATIVE)} if away else {}
    return _settled(
        rows,
        away,
        lambda item: (item.subject, NO_ROW),
        lambda whose, found: reported_together(whose, found, names),
    )


def taken_over(db: Database, subject: RowId, year: int) -> dict[str, Value]:
    """Return what the first value written about a program in a year takes over from those merged into it."""
    if not _is_heir(db, subject):
        return {}
    told = next((item for item in monitors(db, year) if item.subject == subject), None)
    if told is None or told.id:
        return {}
    return {name: value for name in WRITTEN if (value := getattr(told, name)) not in {None, ""}}


def joining(store: Store, program: RowId, rows: Iterable[RowId]) -> list[Edit]:
    """Return what adds the milestones and reports of programs to those that one they go into has of its own.

    Periods of which it says nothing yet need no edit: there theirs are told as they are.
    """
    coming = {*rows}
    away = heirs(store.db, INITIATIVE)
    into = dict.fromkeys(coming, program) | {row: program for row, heir in away.items() if heir in coming}
    names = {item.id: item.name for item in fetch(store.db, _Named, INITIATIVE)}
    edits: list[Edit] = []
    for mark, others in _beside(
        fetch(store.db, Milestone, MILESTONE),
        (program, into),
        lambda item: (item.initiative, (item.year, item.quarter)),
    ):
        told = marked_together(program, [mark, *others]) or mark
        edits += [Set(MILESTONE, mark.id, name, getattr(told, name)) for name in ("text", "state")]
    for report, more in _beside(
        fetch(store.db, Monitor, MONITOR),
        (program, into),
        lambda item: (item.subject, item.year),
    ):
        said = reported_together(program, [report, *more], names) or report
        edits += [Set(MONITOR, report.id, name, getattr(said, name)) for name in WRITTEN]
    return edits


def _beside(
    rows: Iterable[Told], whose: tuple[RowId, Mapping[RowId, RowId]], key_of: Key[Told]
) -> list[tuple[Told, list[Told]]]:
    """Return each row of a program with those for the same period of what goes into it."""
    program, into = whose
    own: dict[Hashable, Told] = {}
    others: dict[Hashable, list[Told]] = {}
    for item in rows:
        subject, when = key_of(item)
        if subject == program:
            own[when] = item
        elif subject in into:
            others.setdefault(when, []).append(item)
    return [(own[when], found) for when, found in others.items() if when in own]


def _is_heir(db: Database, program: RowId) -> bool:
    with translated():
        return bool(db.conn.execute(_MADE_OF, (program,)).fetchone())


def _settled(
    rows: Iterable[Told],
    away: Mapping[RowId, RowId],
    key_of: Key[Told],
    together: Callable[[RowId, Sequence[Told]], Told | None],
) -> list[Told]:
    """Return rows of what stands, and those of what went into it, the oldest first, where it says nothing."""
    own: list[Told] = []
    known: set[tuple[RowId, Hashable]] = set()
    left: dict[tuple[RowId, Hashable], list[Told]] = {}
    for item in sorted(rows, key=lambda one: key_of(one)[0]):
        whose, when = key_of(item)
        if whose in away:
            left.setdefault((away[whose], when), []).append(item)
        else:
            own.append(item)
            known.add((whose, when))
    made = (together(whose, found) for (whose, when), found in left.items() if (whose, when) not in known)
    return [*own, *(item for item in made if item is not None)]
