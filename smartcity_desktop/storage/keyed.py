"""Columns whose cells are rows of their own: the scores of an assessor, the milestones of a program."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.domain.worksheet import SheetColumn, Worksheet
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.answers import has_row
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.exercise import criteria
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import workshop

if TYPE_CHECKING:
    from smartcity_desktop.domain.grid import GridColumn

SCORES: Final = "scores"
MILESTONES: Final = "milestones"
KINDS: Final = frozenset({SCORES, MILESTONES})


def spread(db: Database, worksheet: Worksheet, column: "GridColumn") -> "list[GridColumn]":
    """Return one column per criterion, or per year of the road map, in the place of ``column``."""
    if column.kind == SCORES:
        say = words_of(workshop(db)).say
        return [
            replace(
                column, key=f"{column.key}@{item.id}", label=say(item.name), help=say(item.help), kind="score"
            )
            for item in criteria(db, worksheet.id)
            if not item.retired
        ]
    return [
        replace(column, key=f"{column.key}@{year}", label=f"Tahun {year.replace('-', '–')}", kind="long")
        for year in PERIODS
    ]


def cells(
    db: Database, columns: Iterable[SheetColumn], rows: Sequence[RowId], party: RowId
) -> dict[RowId, dict[str, str]]:
    """Return what stands in such columns, by row and key of the spread column; scores of one assessor."""
    found: dict[RowId, dict[str, str]] = {}
    wanted = set(rows)
    for column in columns:
        if column.kind not in KINDS:
            continue
        for row, part, value in _scores(db, party) if column.kind == SCORES else _milestones(db):
            if row in wanted:
                found.setdefault(row, {})[f"{column.key}@{part}"] = value
    return found


def _scores(db: Database, assessor: RowId) -> list[tuple[RowId, str, str]]:
    """Return the scores of one assessor: candidate, criterion, value."""
    statement = tables.select("score", ("candidate", "criterion", "value"), "assessor = :assessor")
    with translated():
        stands = db.conn.execute(statement, {"assessor": assessor}).fetchall()
    return [(RowId(row), part, str(value)) for row, part, value in stands if value is not None]


def _milestones(db: Database) -> list[tuple[RowId, str, str]]:
    """Return the milestones of whole periods: program, period, text."""
    # Loaded with the first sheet that has them: Beranda has none.
    from smartcity_desktop.storage.inherited import milestones

    return [
        (item.initiative, item.year, item.text) for item in milestones(db) if item.text and not item.quarter
    ]


def edits(store: Store, column: SheetColumn, row: RowId, part: str, cell: tuple[RowId, str]) -> list[Edit]:
    """Return what writes one cell: ``cell`` is the party that fills the sheet, and the raw value."""
    assessor, raw = cell
    if column.kind == MILESTONES:
        from smartcity_desktop.storage.inherited import milestone_edits

        return milestone_edits(store, row, part, {"text": raw or None})
    target = store.key("score", row, part, assessor)
    if has_row(store.db, target):
        return [Set("score", target, "value", raw)]
    keys: dict[str, Value] = {"candidate": row, "criterion": part, "assessor": assessor}
    return [Birth("score", target, {**keys, "value": raw})] if raw else []
