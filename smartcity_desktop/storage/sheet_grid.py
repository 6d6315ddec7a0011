"""One worksheet of one OPD, whole: its columns, its rows and what was answered, read in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.edit import Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.wording import LABELS
from smartcity_desktop.domain.worksheet import (
    SEPARATOR,
    Choice,
    Grid,
    GridColumn,
    GridRow,
    Sheet,
    SheetColumn,
    SubjectRow,
    Worksheet,
    compute,
)
from smartcity_desktop.storage.answers import values
from smartcity_desktop.storage.dimension import dimensions, subdimensions
from smartcity_desktop.storage.document import points
from smartcity_desktop.storage.opd import opd as agency_of
from smartcity_desktop.storage.rows import parts
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.subject import MAIN, MAIN_YEARS, rows_of
from smartcity_desktop.storage.worksheet import columns, sheets, worksheets

CHOICE_WORDS = {
    "relevant": "relevant",
    "horizon": "horizon_long",
    "quickwin": "yes_no",
    "ict": "yes_no",
    "innovation": "innovation",
}
"""The words of ``wording.LABELS`` for the stored choices of a bound field."""


def worksheet_of(store: Store, row: RowId) -> Worksheet:
    """Return one worksheet, an empty one where it is gone."""
    return next((item for item in worksheets(store.db) if item.id == row), Worksheet())


def sheet_of(store: Store, worksheet: RowId, opd: RowId, session: RowId | None = None) -> Sheet:
    """Return the sheet of one OPD, an unwritten one (without number) where none stands yet."""
    row = store.key("sheet", worksheet, opd)
    found = next((item for item in sheets(store.db, worksheet, session) if item.id == row), None)
    return found or Sheet(id=row, worksheet=worksheet, opd=opd, status="belum")


def target_of(store: Store, worksheet: Worksheet, row: RowId) -> RowId:
    """Return the id of the row that answers about a subject row are written to."""
    entity = CATALOG[worksheet.target]
    return store.key(entity.name, row) if entity.key else row


def grid_of(store: Store, worksheet: RowId, opd: RowId, session: RowId | None = None) -> Grid:
    """Return one worksheet of one OPD: columns, rows, head (as counted in ``session``), warnings."""
    found = worksheet_of(store, worksheet)
    agency = agency_of(store.db, opd) or Opd()
    subject = rows_of(store.db, found.rows_from, opd)
    own = [item for item in columns(store.db, worksheet) if not item.hidden]
    spread = _columns(store, found, own, (subject.years, subject.main_year))
    return Grid(
        worksheet=found,
        sheet=sheet_of(store, worksheet, opd, session),
        party_name=agency.name,
        columns=spread,
        rows=_rows(store, found, {item.key: item.bound for item in own}, spread, subject.rows),
        warnings=subject.warnings,
        years=subject.years,
        has_plan=subject.has_plan,
    )


def _columns(
    store: Store, worksheet: Worksheet, own: Sequence[SheetColumn], plan: tuple[Sequence[str], str]
) -> tuple[GridColumn, ...]:
    years, main_year = plan
    found: list[GridColumn] = []
    for item in own:
        column = _column(store, worksheet, item)
        if item.kind != "years":
            found.append(column)
            continue
        found += [
            replace(
                column,
                key=f"{item.key}@{year}",
                label=_yearly(item, year),
                folded=item.bound != MAIN_YEARS or year != main_year,
            )
            for year in years
        ]
    return tuple(found)


def _column(store: Store, worksheet: Worksheet, item: SheetColumn) -> GridColumn:
    entity = CATALOG.get(worksheet.target)
    known = entity.by_name.get(item.bound) if entity else None
    return GridColumn(
        key=item.key,
        label=item.label,
        kind=item.kind,
        section=item.section,
        unit=item.unit,
        width=item.width or 120,
        help=item.help,
        many=bool(known and known.many),
        folded=item.section == "subject" and item.bound not in MAIN,
        choices=_choices(store, item, known.ref if known else ""),
        formula=item.bound if item.kind == "computed" else "",
    )


def _choices(store: Store, item: SheetColumn, ref: str) -> tuple[Choice, ...]:
    if item.kind == "dimension" or ref == "subdimension":
        return _dimension_choices(store, whole=item.kind == "dimension")
    if item.kind == "links":
        return tuple(
            Choice(point.id, point.text, point.kind) for point in points(store.db) if point.kind != "visi"
        )
    if item.kind != "choice":
        return ()
    words = LABELS.get(CHOICE_WORDS.get(item.bound, ""), {})
    stored = [line.partition("=") for line in item.choices.splitlines() if line.strip()]
    return tuple(Choice(value, label or words.get(value, value)) for value, _, label in stored)


def _dimension_choices(store: Store, *, whole: bool) -> tuple[Choice, ...]:
    subs = subdimensions(store.db)
    found: list[Choice] = []
    for item in dimensions(store.db):
        if whole:
            found.append(Choice(item.id, f"{item.code} {item.name}", item.code, item.color, (item.name,)))
        found += [
            Choice(sub.id, f"{item.code} {sub.name}", item.code, item.color, (sub.code, sub.name))
            for sub in subs
            if sub.dimension == item.id
        ]
    return tuple(found)


def _rows(
    store: Store,
    worksheet: Worksheet,
    bound: Mapping[str, str],
    spread: Sequence[GridColumn],
    subjects: Sequence[SubjectRow],
) -> tuple[GridRow, ...]:
    if not subjects:
        return ()
    target = {item.row: target_of(store, worksheet, item.row) for item in subjects}
    written = values(store.db, worksheet.target, target.values())
    many = {
        item.key: parts(store.db, worksheet.target, bound[item.key], target.values())
        for item in spread
        if item.is_editable and (item.many or bound[item.key].startswith("x:"))
    }
    found: list[GridRow] = []
    for item in subjects:
        row = target[item.row]
        raw: dict[str, str] = {}
        for column in spread:
            key, _, year = column.key.partition("@")
            if not column.is_editable:
                raw[column.key] = item.values.get(f"{bound[key]}@{year}" if year else bound[key], "")
            elif column.key in many:
                raw[column.key] = _joined(many[column.key].get(row, {}), many=column.many)
            else:
                raw[column.key] = _raw(column, bound[key], written.get(row, {}))
        raw |= {column.key: compute(column.formula, raw) for column in spread if column.kind == "computed"}
        found.append(GridRow(item.row, raw, item.support, item.marks, item.points))
    return tuple(found)


def _yearly(item: SheetColumn, year: str) -> str:
    unit = f"({item.unit})" if item.unit else ""
    name = item.label.replace(unit, "").strip() if unit else item.label
    return " ".join(part for part in (name, year, unit) if part)


def _joined(found: Mapping[str, Value], *, many: bool) -> str:
    if many:
        return SEPARATOR.join(sorted(found))
    return str(next(iter(found.values()), "") or "")


def _raw(column: GridColumn, bound: str, written: Mapping[str, Value]) -> str:
    if column.kind == "dimension":
        home, sub = bound.split("/")
        return str(written.get(sub) or written.get(home) or "")
    value = written.get(bound)
    return "" if value is None else str(value)
