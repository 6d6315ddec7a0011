"""How far every party is with the worksheets: counted in a few statements, however many rows there are."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.worksheet import (
    BY_ASSESSOR,
    BY_DIMENSION,
    BY_OPD,
    Party,
    Sheet,
    SheetColumn,
    SheetPlace,
    Worksheet,
)
from smartcity_desktop.storage import keyed, tables
from smartcity_desktop.storage.dimension import dimensions
from smartcity_desktop.storage.document import documents
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.exercise import criteria
from smartcity_desktop.storage.party import parties, party_of
from smartcity_desktop.storage.sheet_trace import Step, count_open, last_steps
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.subject import PROGRAMS
from smartcity_desktop.storage.worksheet import columns, sheets

_BEGUN: Final = frozenset({"", "belum"})
Far = dict[RowId, tuple[int, int]]
"""How many rows of a party are answered, and how many count."""


def places(store: Store, worksheets: Sequence[Worksheet]) -> dict[RowId, list[SheetPlace]]:
    """Return how far every party is with each of these worksheets, in the order of the parties."""
    return _Reading(store, worksheets).places()


def merged(store: Store, worksheet: Worksheet) -> list[SheetPlace]:
    """Return the sheets of dimensions that a worksheet of others has: what was merged from theirs."""
    return _Reading(store, [worksheet]).merged(worksheet)


class _Reading:
    """What is read once for all worksheets."""

    def __init__(self, store: Store, worksheets: Sequence[Worksheet]) -> None:
        self._db = store.db
        self._worksheets = worksheets
        wanted = {item.id for item in worksheets}
        standing = [item for item in sheets(store.db) if item.worksheet in wanted]
        self._sheets: dict[RowId, dict[RowId, Sheet]] = {}
        for item in standing:
            self._sheets.setdefault(item.worksheet, {})[item.party] = item
        self._plans = {item.opd for item in documents(store.db)}
        self._steps = last_steps(store.db, [item.id for item in standing if item.status not in _BEGUN])
        self._comments = count_open(store.db, [item.id for item in standing])

    def places(self) -> dict[RowId, list[SheetPlace]]:
        return {item.id: self._of(item) for item in self._worksheets}

    def merged(self, worksheet: Worksheet) -> list[SheetPlace]:
        # Those that were filled by dimensions once stand among the parties, as sheets of before.
        if BY_DIMENSION in (worksheet.filled_by, *worksheet.filled_before.split()):
            return []
        known = {row: item for row, item in self._sheets.get(worksheet.id, {}).items() if item.dimension}
        far = _far(self._db, worksheet, known) if known else {}
        return [
            self._place(
                worksheet, party_of(self._db, worksheet, item.id), known[item.id], far.get(item.id, (0, 0))
            )
            for item in dimensions(self._db)
            if item.id in known
        ]

    def _of(self, worksheet: Worksheet) -> list[SheetPlace]:
        known = self._sheets.get(worksheet.id, {})
        far = _far(self._db, worksheet, known)
        owed = _owed(self._db, worksheet) if worksheet.filled_by == BY_ASSESSOR else {}
        return [
            replace(
                self._place(worksheet, item, known.get(item.id), far.get(item.id, (0, 0))),
                owed=owed.get(item.id, 0),
            )
            for item in parties(self._db, worksheet)
        ]

    def _place(
        self, worksheet: Worksheet, party: Party, sheet: Sheet | None, far: tuple[int, int]
    ) -> SheetPlace:
        has_plan = party.id in self._plans
        of_plan = worksheet.rows_from == PROGRAMS and party.kind == BY_OPD
        due = party.renstra_required or has_plan or not of_plan
        found = sheet or Sheet(worksheet=worksheet.id)
        step = self._steps.get(found.id, Step("", "", "", ""))
        return SheetPlace(
            party=party.id,
            worksheet=worksheet.id,
            status=found.status or "belum",
            done=far[0],
            total=far[1],
            on_paper=found.on_paper,
            required=due and not party.retired and not found.waived,
            table_no=party.table_no,
            name=party.name,
            short=party.short,
            present=found.present,
            represented_by=found.represented_by,
            has_renstra=has_plan,
            color=party.color,
            number=found.number,
            waived=found.waived,
            kind=party.kind,
            who=step.who,
            at=step.at,
            comments=self._comments.get(found.id, 0),
        )


def _far(db: Database, worksheet: Worksheet, known: Mapping[RowId, Sheet]) -> Far:
    if worksheet.target not in CATALOG:
        return {}
    return _written(db, worksheet, known) if worksheet.takes_rows else _answered(db, worksheet, known)


def _owed(db: Database, worksheet: Worksheet) -> dict[RowId, int]:
    """Return how many scores each assessor has still to give: every criterion in use, of every row."""
    from smartcity_desktop.storage.source import counts

    own = [item for item in columns(db, worksheet.id) if item.kind == keyed.SCORES and not item.hidden]
    due = {
        f"{column.key}@{item.id}" for column in own for item in criteria(db, worksheet.id) if not item.retired
    }
    return {
        party: len(rows) * len(due)
        - sum(len(due & said.keys()) for said in keyed.cells(db, own, rows, party).values())
        for party, rows in counts(db, worksheet).items()
    }


def _written(db: Database, worksheet: Worksheet, known: Mapping[RowId, Sheet]) -> Far:
    """Return how many rows every party has written; a row of which nothing is left does not count."""
    # What a row is born with says nothing: the dimension of the group it was added in.
    fields = [name for name in _bound(columns(db, worksheet.id)) if name != worksheet.filled_by]
    found = _saying(db, worksheet.target, ("sheet",), fields, known.values())
    count = Counter(sheet for (sheet,) in found)
    return {party: (count[item.id],) * 2 for party, item in known.items()}


def _answered(db: Database, worksheet: Worksheet, known: Mapping[RowId, Sheet]) -> Far:
    """Return how many rows of every party have their first question answered, and how many count."""
    from smartcity_desktop.storage.source import counts

    counted = counts(db, worksheet)
    own = columns(db, worksheet.id)
    first = next((item for item in own if item.section == "grid" and not item.hidden), SheetColumn())
    if first.kind in keyed.KINDS:
        # Where the cells of a row are rows of their own, one that says anything counts.
        return {
            party: (len(keyed.cells(db, [first], rows, party)), len(rows)) for party, rows in counted.items()
        }
    entity = CATALOG[worksheet.target]
    subject = next((name for name in entity.key if name != "sheet"), "id")
    by_sheet = "sheet" in entity.key
    names = (subject, "sheet") if by_sheet else (subject,)
    fields = [first.bound.partition("/")[0]] if first.bound else []
    said = set(_saying(db, entity.name, names, fields, known.values() if by_sheet else None))
    sheet_of = {party: item.id for party, item in known.items()}

    def of(row: RowId, party: RowId) -> tuple[str, ...]:
        return (row, sheet_of.get(party, "")) if by_sheet else (row,)

    return {
        party: (sum(of(row, party) in said for row in rows), len(rows)) for party, rows in counted.items()
    }


def _saying(
    db: Database,
    ent: str,
    names: tuple[str, ...],
    fields: Sequence[str],
    of: Iterable[Sheet] | None,
) -> list[tuple[str, ...]]:
    """Return some columns of the rows of which any of these fields says something, on these sheets or all."""
    known = CATALOG[ent].by_name
    single = tuple(sorted({item for item in fields if item in known and not known[item].many}))
    many = sorted({item for item in fields if item not in single})
    params = {"parts": json.dumps(many)}
    if of is not None:
        params["sheets"] = json.dumps([item.id for item in of])
    with translated():
        statement = tables.saying(ent, names, single, "" if of is None else tables.among("sheet", "sheets"))
        return [tuple(found) for found in db.conn.execute(statement, params)]


def _bound(own: Iterable[SheetColumn]) -> list[str]:
    """Return the fields that the columns of a sheet write, hidden ones left out."""
    return [
        field
        for item in own
        if item.section != "subject" and item.kind != "computed" and not item.hidden
        for field in item.bound.split("/")
    ]
