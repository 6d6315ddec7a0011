"""Queries: how complete the plan of each agency is, and what was handed in of its worksheets."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.completeness import Plan, Standing, Work, standings
from smartcity_desktop.domain.coverage import Coverage
from smartcity_desktop.domain.document import Document
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.worksheet import BY_OPD, SheetPlace, Worksheet
from smartcity_desktop.storage import tables
from smartcity_desktop.storage.coverage import plans
from smartcity_desktop.storage.driver import Database, translated
from smartcity_desktop.storage.finding import findings
from smartcity_desktop.storage.rows import parts
from smartcity_desktop.storage.sheet_place import places
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.subject import PROGRAMS
from smartcity_desktop.storage.worksheet import worksheets
from smartcity_desktop.storage.workshop import workshop

_HANDED_IN: Final = frozenset({"diserahkan", "diperiksa", "disepakati"})


def completeness(store: Store, known: Coverage, *, checked: bool = False) -> tuple[Standing, ...]:
    """Return a line for every agency, in the order of the list.

    Findings are counted where the plans are to be ``checked``, which takes far longer than the rest.
    """
    place = workshop(store.db)
    # A plan that ended before the year of the workshop is over, as its finding says, also where the years
    # of the masterplan begin before that.
    first = max((year for year in (place.period_start, place.year) if year), default=None)
    period = (first, place.period_end or place.year)
    lines = standings(known, _plans(store.db), _work(store), period)
    if not checked:
        return lines
    counts = {item.opd: item.count for item in findings(store.db)}
    return tuple(replace(item, findings=counts.get(item.agency.id)) for item in lines)


def _plans(db: Database) -> dict[RowId, Plan]:
    with translated():
        rows = db.conn.execute(tables.select("indicator", ("line", "name", "baseline"))).fetchall()
    named = frozenset(RowId(line) for line, name, _ in rows if line and name)
    known = frozenset(RowId(line) for line, name, baseline in rows if line and name and baseline)
    standing = plans(db)
    years = parts(db, "document", "years", [item.id for item in standing.values()])
    return {
        opd: Plan(item.id, *_years(item, years.get(item.id, {})), named, known)
        for opd, item in standing.items()
    }


def _years(item: Document, years: Iterable[str]) -> tuple[int | None, int | None]:
    told = sorted(int(year) for year in years if year.isascii() and year.isdigit())
    first, last = (told[0], told[-1]) if told else (None, None)
    return item.period_start or first, item.period_end or last


def _work(store: Store) -> dict[RowId, Work]:
    """Return what every agency handed in of the worksheets that agencies fill."""
    asked = [item for item in worksheets(store.db) if item.filled_by == BY_OPD and not item.retired]
    found: dict[RowId, list[tuple[Worksheet, SheetPlace]]] = {}
    known = places(store, asked)
    for worksheet in asked:
        for place in known[worksheet.id]:
            if place.kind == BY_OPD:
                found.setdefault(place.party, []).append((worksheet, place))
    return {party: _of_party(own) for party, own in found.items()}


def _of_party(own: list[tuple[Worksheet, SheetPlace]]) -> Work:
    due = [(sheet, place) for sheet, place in own if place.required and not place.waived]
    owed = [sheet.id for sheet, place in due if place.status not in _HANDED_IN]
    read = next(((sheet.id, place.status) for sheet, place in due if sheet.rows_from == PROGRAMS), ("", ""))
    return Work(RowId(read[0]), read[1], len(due) - len(owed), len(due), next(iter(owed), NO_ROW))
