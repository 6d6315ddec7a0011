"""One worksheet of one party, whole: its columns, its rows and what was answered, read in one go."""

from collections.abc import Sequence
from dataclasses import replace

from smartcity_desktop.domain.catalog import CATALOG
from smartcity_desktop.domain.definition import MANY_KINDS
from smartcity_desktop.domain.dimension import RETIRED, lines, question
from smartcity_desktop.domain.exercise import PERIODS
from smartcity_desktop.domain.grid import (
    Asking,
    Choice,
    Grid,
    GridColumn,
    Subject,
)
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.plan_frame import ISU, LADDER, offered
from smartcity_desktop.domain.wording import LABELS
from smartcity_desktop.domain.words import Words, words_of
from smartcity_desktop.domain.worksheet import Party, SheetColumn, Worksheet, choice_lines
from smartcity_desktop.storage import keyed
from smartcity_desktop.storage.dimension import dimensions, subdimensions
from smartcity_desktop.storage.document import points
from smartcity_desktop.storage.example import example_of
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.party import party_of
from smartcity_desktop.storage.row_choice import row_choices, with_heirs
from smartcity_desktop.storage.sheet_answers import SheetAnswers
from smartcity_desktop.storage.source import subject_of
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.subject import MAIN, MAIN_YEARS, PROGRAMS
from smartcity_desktop.storage.sums import horizons, merged
from smartcity_desktop.storage.swot import explained, weighing
from smartcity_desktop.storage.worksheet import columns, sheet_of, worksheet_of
from smartcity_desktop.storage.workshop import workshop

CHOICE_WORDS = {
    "relevant": "relevant",
    "horizon": "horizon_long",
    "quickwin": "yes_no",
    "ict": "yes_no",
    "innovation": "innovation",
}
"""The words of ``wording.LABELS`` for the stored choices of a bound field."""


def grid_of(store: Store, worksheet: RowId, party: RowId, session: RowId | None = None) -> Grid:
    """Return one worksheet of one party: columns, rows, head (as counted in ``session``), warnings."""
    found = worksheet_of(store, worksheet)
    whose = party_of(store.db, found, party)
    words = words_of(workshop(store.db))
    sheet = sheet_of(store, found, whose, session)
    subject = Subject() if found.takes_rows else subject_of(store.db, found, whose)
    own = [item for item in columns(store.db, worksheet) if not item.hidden]
    work = _Work(store, found, whose, words)
    spread = work.columns(own, (subject.years, subject.main_year))
    answers = SheetAnswers(store, found, sheet, own)
    rows = answers.written(spread) if found.takes_rows else answers.about(spread, subject.rows)
    rows = with_heirs(store.db, own, spread, (whose, rows))
    return Grid(
        worksheet=explained(found),
        sheet=sheet,
        party_name=whose.called,
        columns=spread,
        rows=Asking(spread).every(rows),
        warnings=(*subject.warnings, *weighing(store.db, found, sheet.id)),
        answered=subject.answered,
        years=subject.years,
        has_plan=subject.has_plan,
        guide=work.guide(),
        party=whose,
        example=tuple(words.say(line) for line in example_of(store, found, whose)),
        horizons=horizons(store.db, spread),
        merged=merged(store.db, found, spread),
    )


def grid_column(store: Store, worksheet: Worksheet, item: SheetColumn) -> GridColumn:
    """Return a column as the grid of any party has it: with all the choices that there are."""
    return column_for(store, worksheet, item, Party(NO_ROW))


def column_for(store: Store, worksheet: Worksheet, item: SheetColumn, party: Party) -> GridColumn:
    """Return a column as the grid of one party has it."""
    return _Work(store, worksheet, party, words_of(workshop(store.db))).column(item)


def spread_columns(store: Store, worksheet: Worksheet, own: Sequence[SheetColumn]) -> tuple[GridColumn, ...]:
    """Return columns as the grid of any party has them, without the years of a plan."""
    return _Work(store, worksheet, Party(NO_ROW), words_of(workshop(store.db))).columns(own, ((), ""))


class _Work:
    """One worksheet for one party, in the words of the event: its columns, their choices, its questions."""

    def __init__(self, store: Store, worksheet: Worksheet, party: Party, words: Words) -> None:
        self._store, self._worksheet, self._party, self._words = store, worksheet, party, words
        self._of_plan = worksheet.rows_from == PROGRAMS

    def columns(self, own: Sequence[SheetColumn], plan: tuple[Sequence[str], str]) -> tuple[GridColumn, ...]:
        years, main_year = plan
        found: list[GridColumn] = []
        for item in own:
            column = self.column(item)
            if item.kind in keyed.KINDS:
                found += keyed.spread(self._store.db, self._worksheet, column)
                continue
            if item.kind == "years" and column.is_editable:
                found += _by_period(column)
                continue
            if item.kind != "years":
                found.append(column)
                continue
            found += [
                replace(
                    column,
                    key=f"{item.key}@{year}",
                    label=_yearly(column, year),
                    folded=item.bound != MAIN_YEARS or year != main_year,
                )
                for year in years
            ]
        return tuple(found)

    def guide(self) -> tuple[str, ...]:
        """Return the questions of the definition, and those that the sub-dimensions of the party ask."""
        say = self._words.say
        told = [say(line.strip()) for line in self._worksheet.guide.splitlines() if line.strip()]
        if self._worksheet.guide_from == "subdimension":
            told += [
                question(item, say)
                for item in subdimensions(self._store.db)
                if item.dimension == self._party.id and item.points.strip() and not item.retired
            ]
        return tuple(told)

    def column(self, item: SheetColumn) -> GridColumn:
        """Return one column of the definition, not yet spread by year or criterion."""
        entity = CATALOG.get(self._worksheet.target)
        known = entity.by_name.get(item.bound) if entity else None
        return GridColumn(
            key=item.key,
            label=self._words.say(item.label),
            kind=item.kind,
            section=item.section,
            unit=item.unit,
            width=item.width or 120,
            help=self._words.say(item.help),
            many=known.many if known else item.many and item.kind in MANY_KINDS,
            folded=self._of_plan and item.section == "subject" and item.bound not in MAIN,
            choices=self._choices(item, known.ref if known else ""),
            formula=item.bound if item.kind == "computed" else "",
            wanted=item.wanted,
            own=item.bound.startswith("x:"),
        )

    def _choices(self, item: SheetColumn, ref: str) -> tuple[Choice, ...]:
        if item.kind == "subdimension":
            return dimension_choices(self._store, of=self._party.id if self._party.color else NO_ROW)
        if item.kind == "dimension" or ref == "subdimension":
            return dimension_choices(
                self._store,
                whole=item.kind == "dimension",
                parts=item.kind != "dimension" or "/" in item.bound,
            )
        if item.kind in {"opd", "links", "rows"}:
            return self._rows_as_choices(item)
        if item.kind != "choice":
            return ()
        words = LABELS.get(CHOICE_WORDS.get(item.bound, ""), {})
        return tuple(
            Choice(one.value, one.words or words.get(one.value, one.value), retired=one.retired)
            for one in choice_lines(item.choices)
        )

    def _rows_as_choices(self, item: SheetColumn) -> tuple[Choice, ...]:
        if item.kind == "rows":
            return row_choices(self._store.db, item.choices.strip(), self._party)
        if item.kind == "opd":
            known = opds(self._store.db)
            return tuple(Choice(one.id, one.called, also=(one.name, one.short)) for one in known)
        return point_choices(self._store, item.choices.split())


def point_choices(store: Store, kinds: Sequence[str]) -> tuple[Choice, ...]:
    """Return the points of the RPJMD/RPD of these kinds as choices; without any, missions and issues.

    The others stand among them for the answers that name them, and are not offered.
    """
    known = points(store.db)
    fit = offered(known, kinds)
    ids = {one.point.id for one in fit}
    rest = [one for one in offered(known, (*LADDER, ISU)) if one.point.id not in ids]
    return (
        *(Choice(one.point.id, one.called, one.point.kind, also=(one.point.text,)) for one in fit),
        *(Choice(one.point.id, one.called, one.point.kind, retired=True) for one in rest),
    )


def dimension_choices(
    store: Store, *, whole: bool = False, of: RowId = NO_ROW, parts: bool = True
) -> tuple[Choice, ...]:
    """Return the sub-dimensions as choices (``of`` one dimension), with the ``whole`` dimensions or without.

    Without ``parts`` the dimensions stand alone.

    What is no longer used stays among them for the answers that name it, and says so.
    """
    subs = subdimensions(store.db)
    found: list[Choice] = []
    for item in dimensions(store.db):
        if of and item.id != of:
            continue
        if whole:
            also = (item.name, *lines(item.alias))
            found.append(Choice(item.id, item.shown, item.code, item.color, also, item.retired))
        for sub in subs:
            if sub.dimension != item.id or not parts:
                continue
            retired = sub.retired or item.retired
            code = sub.code if of else item.code
            label = f"{code} {sub.name}" + RETIRED * retired
            also = (sub.code, sub.name, *lines(sub.alias))
            found.append(Choice(sub.id, label, code, item.color, also, retired))
    return tuple(found)


def _yearly(item: GridColumn, year: str) -> str:
    unit = f"({item.unit})" if item.unit else ""
    name = item.label.replace(unit, "").strip() if unit else item.label
    return " ".join(part for part in (name, year, unit) if part)


def _by_period(column: GridColumn) -> list[GridColumn]:
    """Return a column per year of the road map: what is answered there is figures, or rupiah."""
    return [
        replace(
            column,
            key=f"{column.key}@{year}",
            label=_yearly(column, f"tahun {year.replace('-', '–')}"),
            kind="money" if column.unit == "Rp" else "text",
            many=False,
        )
        for year in PERIODS
    ]
