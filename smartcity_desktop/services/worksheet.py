"""The worksheet engine: one definition gives the grid of any OPD, its writing, its progress, its warnings."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
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
    SheetPlace,
    SubjectRow,
    Worksheet,
    compute,
)
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import dimension as dimension_query
from smartcity_desktop.storage import opd as opd_query
from smartcity_desktop.storage import session as session_query
from smartcity_desktop.storage import subject as subject_query
from smartcity_desktop.storage import worksheet as query
from smartcity_desktop.storage.document import documents, points
from smartcity_desktop.storage.rows import parts, values
from smartcity_desktop.storage.store import Store

Cell = tuple[RowId, str, str]
"""Subject row, column key, raw value."""

_CHOICE_WORDS = {
    "relevant": "relevant",
    "horizon": "horizon_long",
    "quickwin": "yes_no",
    "ict": "yes_no",
    "innovation": "innovation",
}


class WorksheetService:
    """Reads and writes the worksheets of this workshop."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def worksheets(self) -> list[Worksheet]:
        """Return the worksheets in order."""
        return query.worksheets(self._store.db)

    def find(self, code: str) -> Worksheet:
        """Return the worksheet of that code. Raises UserFault ``worksheet-unknown``."""
        found = next((item for item in self.worksheets() if item.code == code), None)
        if found is None:
            raise UserFault("worksheet-unknown", code=code)
        return found

    def sheet(self, worksheet: RowId, opd: RowId) -> Sheet:
        """Return the sheet of one OPD, an unwritten one (without number) where none stands yet."""
        row = self._store.key("sheet", worksheet, opd)
        found = next((item for item in query.sheets(self._store.db, worksheet) if item.id == row), None)
        return found or Sheet(id=row, worksheet=worksheet, opd=opd, status="belum")

    def grid(self, worksheet: RowId, opd: RowId) -> Grid:
        """Return one worksheet of one OPD, whole: columns, rows, head, warnings."""
        sheet_of = next((item for item in self.worksheets() if item.id == worksheet), Worksheet())
        agency = opd_query.opd(self._store.db, opd) or Opd()
        subject = subject_query.rows_of(self._store.db, sheet_of.rows_from, opd)
        columns = self._columns(sheet_of, subject.years, subject.main_year)
        return Grid(
            worksheet=sheet_of,
            sheet=self.sheet(worksheet, opd),
            opd_name=agency.name,
            columns=columns,
            rows=self._rows(sheet_of, columns, subject.rows),
            warnings=subject.warnings,
            years=subject.years,
        )

    def set_cells(
        self, worksheet: RowId, opd: RowId, cells: Sequence[Cell], *, typing: bool = False
    ) -> Changes:
        """Write cells in one act; a sheet not begun becomes "sedang diisi" in the running session.

        Raises UserFault ``column-read-only`` where a column takes no answers.
        """
        sheet_of = next((item for item in self.worksheets() if item.id == worksheet), Worksheet())
        columns = {item.key: item for item in query.columns(self._store.db, worksheet)}
        known = values(self._store.db, sheet_of.target, {self._target(sheet_of, row) for row, _, _ in cells})
        edits: list[Edit] = []
        for row, key, raw in cells:
            column = columns.get(key)
            if column is None or column.section == "subject" or column.kind == "computed":
                raise UserFault("column-read-only", column=column.label if column else key)
            target = self._target(sheet_of, row)
            if target not in known:
                owner = CATALOG[sheet_of.target].owner
                edits.append(Birth(sheet_of.target, target, {owner: row} if owner else {}))
                known[target] = {}
            edits += self._cell(sheet_of, column, target, raw)
        edits += self._begun(worksheet, opd)
        words = columns[cells[0][1]].label if len(cells) == 1 else f"{len(cells)} isian"
        return self._store.write(edits, f"isi {words}", typing=typing)

    def set_head(self, worksheet: RowId, opd: RowId, field: str, value: Value) -> Changes:
        """Change one field of the head: chair, scribe, mentor, present, represented_by, on_paper."""
        return self._store.write(
            self._sheet_edits(worksheet, opd, {field: value}), "ubah kepala lembar", typing=True
        )

    def set_status(self, worksheet: RowId, opd: RowId, status: str) -> Changes:
        """Move a sheet on the ladder (or back)."""
        words = LABELS["status"].get(status, status)
        edits = self._sheet_edits(worksheet, opd, {"status": status})
        return self._store.write(edits, f'ubah status jadi "{words}"')

    def places(self, worksheet: RowId) -> list[SheetPlace]:
        """Return how far every OPD is with one worksheet, in the order of the OPD list."""
        sheet_of = next((item for item in self.worksheets() if item.id == worksheet), Worksheet())
        sheets = {item.opd: item for item in query.sheets(self._store.db, worksheet)}
        first = self._first_bound(worksheet)
        counted = subject_query.counts(self._store.db, sheet_of.rows_from)
        plans = {item.opd for item in documents(self._store.db)}
        rows_of = {row: opd for opd, rows in counted.items() for row in rows}
        targets = {self._target(sheet_of, row): opd for row, opd in rows_of.items()}
        done: dict[RowId, int] = {}
        for target, fields in values(self._store.db, sheet_of.target, set(targets)).items():
            if first and fields.get(first):
                done[targets[target]] = done.get(targets[target], 0) + 1
        return [
            replace(
                _place(agency, sheets.get(agency.id)),
                worksheet=worksheet,
                done=done.get(agency.id, 0),
                total=len(counted.get(agency.id, [])),
                required=agency.renstra_required or agency.id in plans,
                has_renstra=agency.id in plans,
            )
            for agency in opd_query.opds(self._store.db)
        ]

    def columns(self, worksheet: RowId) -> list[SheetColumn]:
        """Return the workshop's own columns of one worksheet, hidden ones too."""
        return query.columns(self._store.db, worksheet)

    def update_column(self, column: RowId, field: str, value: Value) -> Changes:
        """Rename, hide, widen a column of this workshop's copy."""
        return self._store.write([Set("sheet_column", column, field, value)], "ubah kolom")

    def add_column(self, worksheet: RowId, label: str, kind: str = "long") -> Changes:
        """Add a column of the workshop's own to the form of the row; answers stand under ``x:key``."""
        row = self._store.ids.new()
        columns: dict[str, Value] = {
            "pos": self._store.positions("sheet_column", 1)[0],
            "worksheet": worksheet,
            "key": f"x{row[-12:]}",
            "label": label,
            "kind": kind,
            "bound": f"x:{row[-12:]}",
            "section": "form",
        }
        return self._store.write([Birth("sheet_column", row, columns)], f"tambah kolom {label}")

    def _columns(self, worksheet: Worksheet, years: Sequence[str], main_year: str) -> tuple[GridColumn, ...]:
        found: list[GridColumn] = []
        for item in query.columns(self._store.db, worksheet.id):
            if item.hidden:
                continue
            column = self._column(worksheet, item)
            if item.kind != "years":
                found.append(column)
                continue
            found += [
                replace(
                    column,
                    key=f"{item.key}@{year}",
                    label=_yearly(item, year),
                    folded=item.bound != subject_query.MAIN_YEARS or year != main_year,
                )
                for year in years
            ]
        return tuple(found)

    def _column(self, worksheet: Worksheet, item: SheetColumn) -> GridColumn:
        known = CATALOG[worksheet.target].by_name.get(item.bound)
        return GridColumn(
            key=item.key,
            label=item.label,
            kind=item.kind,
            section=item.section,
            unit=item.unit,
            width=item.width or 120,
            help=item.help,
            many=bool(known and known.many),
            folded=item.section == "subject" and item.bound not in subject_query.MAIN,
            choices=self._choices(item, known.ref if known else ""),
            formula=item.bound if item.kind == "computed" else "",
        )

    def _choices(self, item: SheetColumn, ref: str) -> tuple[Choice, ...]:
        if item.kind == "dimension" or ref == "subdimension":
            return self._dimension_choices(whole=item.kind == "dimension")
        if item.kind == "links":
            return tuple(
                Choice(point.id, point.text, point.kind)
                for point in points(self._store.db)
                if point.kind != "visi"
            )
        if item.kind != "choice":
            return ()
        words = LABELS.get(_CHOICE_WORDS.get(item.bound, ""), {})
        stored = [line.partition("=") for line in item.choices.splitlines() if line.strip()]
        return tuple(Choice(value, label or words.get(value, value)) for value, _, label in stored)

    def _dimension_choices(self, *, whole: bool) -> tuple[Choice, ...]:
        subs = dimension_query.subdimensions(self._store.db)
        found: list[Choice] = []
        for item in dimension_query.dimensions(self._store.db):
            if whole:
                found.append(Choice(item.id, f"{item.code} {item.name}", item.code, item.color, (item.name,)))
            found += [
                Choice(sub.id, f"{item.code} {sub.name}", item.code, item.color, (sub.code, sub.name))
                for sub in subs
                if sub.dimension == item.id
            ]
        return tuple(found)

    def _rows(
        self,
        worksheet: Worksheet,
        columns: Sequence[GridColumn],
        subjects: Sequence[SubjectRow],
    ) -> tuple[GridRow, ...]:
        targets = {self._target(worksheet, item.row): item.row for item in subjects}
        written = values(self._store.db, worksheet.target, set(targets))
        bound = {item.key: item.bound for item in query.columns(self._store.db, worksheet.id)}
        many = {
            item.key: parts(self._store.db, worksheet.target, bound[item.key], targets)
            for item in columns
            if item.is_editable and (item.many or bound[item.key].startswith("x:"))
        }
        found: list[GridRow] = []
        for item in subjects:
            target = self._target(worksheet, item.row)
            raw: dict[str, str] = {}
            for column in columns:
                if not column.is_editable:
                    key, _, year = column.key.partition("@")
                    raw[column.key] = item.values.get(f"{bound[key]}@{year}" if year else bound[key], "")
                    continue
                if column.key in many:
                    raw[column.key] = _joined(many[column.key].get(target, {}), many=column.many)
                else:
                    raw[column.key] = _raw(column, bound[column.key], written.get(target, {}))
            for column in columns:
                if column.kind == "computed":
                    raw[column.key] = compute(column.formula, raw)
            found.append(GridRow(item.row, raw, item.support, item.marks))
        return tuple(found)

    def _target(self, worksheet: Worksheet, row: RowId) -> RowId:
        entity = CATALOG[worksheet.target]
        return self._store.key(entity.name, row) if entity.key else row

    def _cell(self, worksheet: Worksheet, column: SheetColumn, target: RowId, raw: str) -> list[Edit]:
        ent = worksheet.target
        if column.kind == "dimension":
            home, sub = column.bound.split("/")
            of_sub = {item.id: item.dimension for item in dimension_query.subdimensions(self._store.db)}
            value = RowId(raw)
            return [
                Set(ent, target, home, of_sub.get(value, value)),
                Set(ent, target, sub, value if value in of_sub else NO_ROW),
            ]
        known = CATALOG[ent].by_name.get(column.bound)
        if known and known.many:
            standing = set(parts(self._store.db, ent, column.bound, [target]).get(target, {}))
            wanted = [item for item in raw.split(SEPARATOR) if item]
            gone = sorted(standing - set(wanted))
            return [
                *(Set(ent, target, f"{column.bound}@{item}", "1") for item in wanted if item not in standing),
                *(Set(ent, target, f"{column.bound}@{item}", None) for item in gone),
            ]
        return [Set(ent, target, column.bound, raw)]

    def _begun(self, worksheet: RowId, opd: RowId) -> list[Edit]:
        sheet = self.sheet(worksheet, opd)
        running = session_query.running(self._store.db)
        wanted: dict[str, Value] = {}
        if sheet.status in {"", "belum"}:
            wanted["status"] = "sedang"
        if running and not sheet.session:
            wanted["session"] = running.id
        return self._sheet_edits(worksheet, opd, wanted) if wanted else []

    def _sheet_edits(self, worksheet: RowId, opd: RowId, wanted: Mapping[str, Value]) -> list[Edit]:
        row = self._store.key("sheet", worksheet, opd)
        standing = any(item.id == row for item in query.sheets(self._store.db, worksheet))
        if standing:
            return [Set("sheet", row, field, value) for field, value in wanted.items()]
        return [Birth("sheet", row, {"worksheet": worksheet, "opd": opd, **wanted})]

    def _first_bound(self, worksheet: RowId) -> str:
        columns = query.columns(self._store.db, worksheet)
        return next((item.bound for item in columns if item.section == "grid" and not item.hidden), "")


def _place(agency: Opd, sheet: Sheet | None) -> SheetPlace:
    return SheetPlace(
        opd=agency.id,
        worksheet=NO_ROW,
        status=(sheet.status if sheet else "") or "belum",
        on_paper=bool(sheet and sheet.on_paper),
        table_no=agency.table_no,
        name=agency.name,
        short=agency.short,
        present=sheet.present if sheet else None,
        represented_by=sheet.represented_by if sheet else "",
    )


def _yearly(item: SheetColumn, year: str) -> str:
    unit = f"({item.unit})" if item.unit else ""
    return " ".join(part for part in (item.label.replace(unit, "").strip(), year, unit) if part)


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
