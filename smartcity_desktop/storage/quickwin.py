"""Queries: candidates of quick wins with their scores, as one board; what was decided about one before."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.dimension import Dimension
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.op import BIRTH, unpack
from smartcity_desktop.domain.quickwin import Candidate, Score, table
from smartcity_desktop.domain.quickwin_board import LEAST, MOST, Board, Decided, decided, weight_of
from smartcity_desktop.domain.worksheet import BY_ASSESSOR, Sheet, Worksheet
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.dimension import dimensions, subdimensions
from smartcity_desktop.storage.document import points
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.exercise import assessors, criteria
from smartcity_desktop.storage.heir import CANDIDATE, INITIATIVE, heirs, merged_away
from smartcity_desktop.storage.keyed import SCORES
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.rows import fetch, one, parts
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import columns, sheets, worksheets

FIELDS: Final = {
    "decision": "decision",
    "decided_by": "by",
    "decided_on": "on",
    "reason": "reason",
    "dissent": "dissent",
}
"""What a decision consists of: the fields of a candidate, and those of ``Decided``."""
_EMPTY: Final = Candidate(name="(tanpa nama)")
_STEPS: Final = (
    "SELECT field, val, who, at, writer, act FROM op WHERE row = :row AND field IN "
    "('*', 'decision', 'decided_by', 'decided_on', 'reason', 'dissent') ORDER BY tick, writer, seq"
)
_SCORE: Final = ("candidate", "criterion", "assessor", "value")


def scorings(db: Database) -> list[Worksheet]:
    """Return the worksheets on which assessors score candidates, in order, those no longer used left out."""
    return [
        item
        for item in worksheets(db)
        if not item.retired
        and item.filled_by == BY_ASSESSOR
        and item.rows_from == CANDIDATE
        and any(column.kind == SCORES for column in columns(db, item.id))
    ]


def nominations(db: Database) -> RowId:
    """Return the first worksheet on which candidates are nominated, none where there is none."""
    found = (item for item in worksheets(db) if not item.retired and item.target == CANDIDATE)
    return next((item.id for item in found if item.takes_rows), NO_ROW)


def board(db: Database, worksheet: RowId = NO_ROW) -> Board:
    """Return one scoring whole, the first one where none is asked for; without any nobody has scored."""
    known = scorings(db)
    scoring = next((item for item in known if item.id == worksheet), known[0] if known else Worksheet())
    places = dimensions(db)
    plan = {item.id: f"{item.kind.capitalize()}: {item.text}" for item in points(db)}
    names = {item.id: item.called for item in opds(db)}
    known_candidates = candidates(db, places, plan, names)
    standing = [item for item in known_candidates if not item.withdrawn]
    judges = [item for item in assessors(db, scoring.id) if not item.retired]
    by = [item for item in criteria(db, scoring.id) if not item.retired]
    given, left_out, odd = _scores(
        db, {item.id for item in standing}, {item.id for item in by}, {item.id for item in judges}
    )
    return Board(
        worksheet=scoring.id,
        code=scoring.code,
        title=scoring.title,
        nominations=nominations(db),
        criteria=tuple(by),
        assessors=tuple(judges),
        dimensions=tuple(places),
        lines=table(standing, given, {item.id: weight_of(item) for item in by}, [item.id for item in judges]),
        left_out=left_out,
        odd=odd,
        withdrawn=tuple(item for item in known_candidates if item.withdrawn),
        names=names,
        points=plan,
        programs=_programs(db),
    )


def candidates(
    db: Database, places: Collection[Dimension], plan: Collection[RowId], names: Collection[RowId]
) -> list[Candidate]:
    """Return all candidates in the order of dimensions and sheets, withdrawn ones too.

    A candidate that names no dimension has that of its sub-dimension, else of its sheet. Agencies and points
    of the plan that are gone count as none. A row on which nothing but its number stands is none, and so is
    one that was merged into another before anybody scored it.
    """
    order = {item.id: place for place, item in enumerate(places)}
    of_sub = {item.id: item.dimension for item in subdimensions(db)}
    of_sheet = {item.id: item for item in sheets(db)}
    gone = merged_away(db, CANDIDATE)
    found = [item for item in fetch(db, Candidate, CANDIDATE) if item.id not in gone]
    linked = parts(db, CANDIDATE, "point", [item.id for item in found])
    whole = [
        replace(
            item,
            name=" ".join(item.name.split()) or _EMPTY.name,
            dimension=_home(item, of_sub.get(item.subdimension, NO_ROW), of_sheet.get(item.sheet)),
            opd=item.opd if item.opd in names else NO_ROW,
            points=tuple(RowId(row) for row in linked.get(item.id, {}) if row in plan),
        )
        for item in found
    ]
    said = [item for item in whole if not _is_empty(item)]
    said.sort(key=lambda item: order.get(item.dimension, len(order)))
    return said


def _is_empty(item: Candidate) -> bool:
    """Whether nothing but its place stands on a row."""
    return item == replace(_EMPTY, id=item.id, pos=item.pos, sheet=item.sheet, dimension=item.dimension)


def _home(item: Candidate, of_sub: RowId, sheet: Sheet | None) -> RowId:
    return item.dimension or of_sub or (sheet.dimension if sheet else NO_ROW)


def candidate(db: Database, row: RowId) -> Candidate | None:
    """Return one candidate as it is written, None where it is gone."""
    return one(db, Candidate, CANDIDATE, "id = :id", {"id": row})


def _scores(
    db: Database, standing: Collection[RowId], by: Collection[RowId], judges: Collection[RowId]
) -> tuple[list[Score], int, int]:
    """Return the scores that count, how many are of people who score no longer, and how many are odd."""
    with translated():
        found = db.conn.execute(tables.select("score", _SCORE, "value IS NOT NULL")).fetchall()
    given: list[Score] = []
    left_out = odd = 0
    for candidate, criterion, assessor, value in found:
        if candidate not in standing or criterion not in by:
            continue
        if not isinstance(value, int) or not LEAST <= value <= MOST:
            odd += 1
        elif assessor not in judges:
            left_out += 1
        else:
            given.append(Score(RowId(candidate), RowId(criterion), RowId(assessor), value))
    return given, left_out, odd


def _programs(db: Database) -> dict[RowId, str]:
    """Return the names of programs smart city; one that went into another is called as that."""
    with translated():
        found = db.conn.execute(tables.select(INITIATIVE, ("id", "name"))).fetchall()
    names = {RowId(row): str(name or "") for row, name in found}
    return names | {row: names[heir] for row, heir in heirs(db, INITIATIVE).items()}


def history(store: Store, row: RowId) -> tuple[Decided, ...]:
    """Return what was decided about a candidate before, the latest first; what stands now is left out.

    Each is told as it stood before the next decision was written, with who wrote it down and when.
    """
    with translated():
        steps = store.db.conn.execute(_STEPS, {"row": row}).fetchall()
    known: list[Decided] = []
    stood, last = Decided(), None
    for field, val, who, at, *act in steps:
        said = unpack(val) if field == BIRTH else {field: val}
        found = {FIELDS[name]: str(value or "") for name, value in said.items() if name in FIELDS}
        if not found:
            continue
        if act != last:
            known.append(stood)
        stood, last = replace(stood, at=at, who=who, **found), act
    standing = candidate(store.db, row)
    now = decided(standing) if standing else None
    told: list[Decided] = []
    for item in [*known, stood]:
        bare = replace(item, who="", at="")
        if bare != Decided() and (not told or replace(told[-1], who="", at="") != bare):
            told.append(item)
    if told and replace(told[-1], who="", at="") == now:
        told.pop()
    return tuple(reversed(told))
