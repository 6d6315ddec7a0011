"""Queries: homework as it was written, and what the sheets of a stage still lack."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.exercise import Assessor
from smartcity_desktop.domain.homework import (
    Homework,
    HomeworkRow,
    Since,
    Unfinished,
    counted,
    lacks,
    tone_of,
)
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.worksheet import (
    BY_ASSESSOR,
    BY_DIMENSION,
    BY_GROUP,
    BY_OPD,
    BY_PART,
    PLENARY,
    Party,
    Sheet,
    SheetPlace,
    Worksheet,
    used_in,
)
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.storage.driver import Database
from smartcity_desktop.storage.group import groupings, groups
from smartcity_desktop.storage.growth import growth_since
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.rows import fetch
from smartcity_desktop.storage.sheet_missing import Lacking, missing
from smartcity_desktop.storage.sheet_place import places
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheets, worksheets
from smartcity_desktop.storage.workshop import stages, workshop

_EMPTY: Final = frozenset({"", "belum"})


def homework(db: Database) -> list[Homework]:
    """Return all homework that stands, in the order in which it was given."""
    return fetch(db, Homework, "homework", order="pos, made_at, id")


def rows(store: Store) -> tuple[HomeworkRow, ...]:
    """Return all homework with its names and what each sheet lacks now: by stage, agency, worksheet."""
    known = homework(store.db)
    number_of = {item.id: item.number or 0 for item in stages(store.db)}
    agencies = {item.id: (place, item.called) for place, item in enumerate(opds(store.db))}
    others = Addressees(store.db)
    agencies[NO_ROW] = (len(agencies), "")
    worksheet_of = {item.id: item for item in worksheets(store.db)}
    sheet_of = {item.id: item.worksheet for item in sheets(store.db)}
    wanted = {item.sheet for item in known if item.sheet}
    meant = {sheet_of.get(row, NO_ROW) for row in wanted}
    open_now = {
        item.sheet: item
        for item in _of(store, [item for row, item in worksheet_of.items() if row in meant], wanted)
        if item.is_owed
    }
    today = store.now().date()
    found = [
        HomeworkRow(
            item.id,
            item,
            agencies[item.opd][1] or others.of(item),
            number_of.get(item.stage, 0),
            sheet_of.get(item.sheet, NO_ROW),
            worksheet_of.get(sheet_of.get(item.sheet, NO_ROW), Worksheet()).code,
            lacks(open_now[item.sheet]) if item.sheet in open_now else "",
            tone_of(item, today),
        )
        for item in known
        if item.opd in agencies
    ]
    found.sort(key=lambda item: (item.stage, agencies[item.homework.opd][0], item.opd))
    return tuple(found)


def unfinished(store: Store, stage: int) -> list[Unfinished]:
    """Return the sheets of a stage's worksheets that are owed, each with the agencies that answer for it."""
    known = used_in(stage, worksheets(store.db))
    return [item for item in _of(store, known, None) if item.is_owed]


def sheets_of(db: Database, stage: int) -> set[RowId]:
    """Return the sheets of the worksheets that are used in a stage."""
    used = {item.id for item in worksheets(db) if item.stands_in(stage)}
    return {item.id for item in sheets(db) if item.worksheet in used}


def _of(store: Store, known: Sequence[Worksheet], wanted: set[RowId] | None) -> list[Unfinished]:
    answering, others = _Answering(store.db), Addressees(store.db)
    found: list[Unfinished] = []
    every = places(store, known)
    for worksheet in known:
        sheet_of = {item.party: store.key("sheet", worksheet.id, item.party) for item in every[worksheet.id]}
        due = [
            item
            for item in every[worksheet.id]
            if item.required and (wanted is None or sheet_of[item.party] in wanted)
        ]
        lacking = missing(store, worksheet, [_party(item) for item in due if _has_rows(item)])
        for place in due:
            row = sheet_of[place.party]
            told = _unfinished(worksheet, place, row, lacking.get(place.party, ()))
            found.append(replace(told, opds=answering.of(place), to=others.of_place(place, row)))
    return found


def _party(place: SheetPlace) -> Party:
    return Party(place.party, place.name, place.short, place.color, kind=place.kind)


def _unfinished(worksheet: Worksheet, place: SheetPlace, sheet: RowId, lacking: Lacking) -> Unfinished:
    return Unfinished(
        sheet=sheet,
        worksheet=worksheet.id,
        code=worksheet.code,
        title=worksheet.title,
        number=place.number,
        party="" if place.kind == BY_OPD else place.name,
        status=place.status,
        done=place.done,
        total=place.total,
        takes_rows=worksheet.takes_rows,
        on_paper=place.on_paper,
        comments=place.comments,
        owed=place.owed,
        missing=lacking,
    )


def _has_rows(place: SheetPlace) -> bool:
    return place.done > 0 or place.status not in _EMPTY


class Addressees:
    """Who answers for homework of which no agency does, by name.

    That is the one who leads the sheet of a part or of the whole room, the assessor of a sheet of scores, and
    the team of the region where nobody is named.
    """

    def __init__(self, db: Database) -> None:
        """Read the heads of the sheets once."""
        self.team = f"Tim Pelaksana Smart City {workshop(db).region_name}".strip()
        self._sheets = {item.id: item for item in sheets(db)}
        self._assessors = {item.id: item for item in fetch(db, Assessor, "assessor")}

    def of(self, item: Homework) -> str:
        """Return to whom a line without an agency is addressed."""
        found = self._sheets.get(item.sheet, Sheet())
        scoring = self._assessors.get(found.assessor)
        return scoring.name if scoring else found.chair.strip() or self.team

    def office(self, called: str) -> str:
        """Return somebody with the position that is known of them, as a letter names them."""
        known = next((item for item in self._assessors.values() if item.name == called), None)
        return f"{called}, {known.position}" if known and known.position else called

    def of_place(self, place: SheetPlace, sheet: RowId) -> str:
        """Return who answers for a sheet, empty where that is for agencies to do."""
        if place.kind == BY_ASSESSOR:
            return place.name
        if place.kind in {BY_PART, PLENARY}:
            return self.of(Homework(sheet=sheet))
        return ""


class _Answering:
    """Which agencies answer for a sheet: its own, the one that leads a table, else all of a dimension."""

    def __init__(self, db: Database) -> None:
        self._lead: dict[RowId, RowId] = {}
        self._at: dict[RowId, tuple[RowId, ...]] = {}
        for division in groupings(db):
            for item in groups(db, division.id):
                self._at[item.id] = (item.lead,) if item.lead else item.opds
                if item.dimension and item.lead:
                    self._lead[item.dimension] = item.lead
        self._of_dimension: dict[RowId, list[RowId]] = {}
        for agency in opds(db):
            self._of_dimension.setdefault(agency.dimension, []).append(agency.id)

    def of(self, place: SheetPlace) -> tuple[RowId, ...]:
        if place.kind == BY_OPD:
            return (place.party,)
        if place.kind == BY_GROUP:
            return self._at.get(place.party, ())
        if place.kind == BY_DIMENSION and place.party in self._lead:
            return (self._lead[place.party],)
        return tuple(self._of_dimension.get(place.party, ())) if place.kind == BY_DIMENSION else ()


def since(store: Store, stage: int) -> Since:
    """Return what changed since the last day of the stage before this one; no growth before it is over."""
    earlier = _before(stages(store.db), stage)
    if earlier is None:
        return Since()
    ended = earlier.date_end or earlier.date_start
    own = [item for item in homework(store.db) if item.stage == earlier.id]
    today = store.now().date()
    by_opd = tuple(
        (agency.id, agency.called, counted([item for item in own if item.opd == agency.id], today))
        for agency in opds(store.db)
        if any(item.opd == agency.id for item in own)
    )
    others = Addressees(store.db)
    named: dict[str, list[Homework]] = {}
    for item in own:
        if not item.opd:
            named.setdefault(others.of(item), []).append(item)
    by_opd += tuple((NO_ROW, called, counted(known, today)) for called, known in sorted(named.items()))
    is_over = bool(ended) and ended < today.isoformat()
    growth = growth_since(store, ended) if is_over else ()
    changed = tuple(item for item in growth if item.before != item.after)
    return Since(earlier.number or 0, ended, is_over, by_opd, changed)


def _before(known: Sequence[Stage], stage: int) -> Stage | None:
    earlier = [item for item in known if (item.number or 0) < stage]
    return max(earlier, key=lambda item: item.number or 0, default=None)
