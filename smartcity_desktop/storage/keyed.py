"""Columns whose cells are rows of their own: the scores of an assessor, the milestones of a program."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class _Keyed:
    """The entity behind such a column: where a cell is read from, and the keys that give its row the id."""

    ent: str
    subject: str
    part: str
    value: str
    kind: str

    def keys(self, row: str, part: str, party: str) -> tuple[str, str, str]:
        """Return the keys of the row of one cell."""
        return (row, part, party) if self.ent == "score" else (row, part, "")

    def names(self) -> tuple[str, str, str]:
        """Return the fields of the keys."""
        return (
            ("candidate", "criterion", "assessor")
            if self.ent == "score"
            else (*("initiative", "year", "quarter"),)
        )


_OF: Final[Mapping[str, _Keyed]] = {
    SCORES: _Keyed("score", "candidate", "criterion", "value", "score"),
    MILESTONES: _Keyed("milestone", "initiative", "year", "text", "long"),
}


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
        keyed = _OF.get(column.kind)
        if keyed is None:
            continue
        where = "assessor = :party" if keyed.ent == "score" else "coalesce(quarter, '') = ''"
        statement = tables.select(keyed.ent, (keyed.subject, keyed.part, keyed.value), where)
        with translated():
            stands = db.conn.execute(statement, {"party": party} if keyed.ent == "score" else {}).fetchall()
        for row, part, value in stands:
            if row in wanted and value is not None:
                found.setdefault(RowId(row), {})[f"{column.key}@{part}"] = str(value)
    return found


def edits(store: Store, column: SheetColumn, row: RowId, part: str, cell: tuple[RowId, str]) -> list[Edit]:
    """Return what writes one cell: ``cell`` is the party that fills the sheet, and the raw value."""
    keyed = _OF[column.kind]
    party, raw = cell
    keys = keyed.keys(row, part, party)
    target = store.key(keyed.ent, *keys)
    if has_row(store.db, target):
        return [Set(keyed.ent, target, keyed.value, raw)]
    values: dict[str, Value] = dict(zip(keyed.names(), keys, strict=True))
    return [Birth(keyed.ent, target, {**values, keyed.value: raw})] if raw else []
