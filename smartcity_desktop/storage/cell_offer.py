"""What the cells of one sheet are proposed, read from the file: the rows as they stand, words, the RPJMD."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.cell_offer import (
    ALSO,
    CHARGED,
    MEASURED,
    PART,
    TEXTS,
    WHOLE,
    CellOffer,
    CellOffers,
    dimension_offers,
    part_offers,
    point_offers,
)
from smartcity_desktop.domain.grid import Grid, GridColumn, GridRow
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.plan_frame import LINKED
from smartcity_desktop.domain.suggest import Evidence
from smartcity_desktop.domain.suggest_match import GOALS, Goals
from smartcity_desktop.domain.worksheet import SEPARATOR, SheetColumn
from smartcity_desktop.storage import alignment as alignment_query
from smartcity_desktop.storage import plan_program
from smartcity_desktop.storage import suggest as suggest_query
from smartcity_desktop.storage.alignment import GOAL
from smartcity_desktop.storage.opd import opds
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.suggest_shelf import evidence, of_agency
from smartcity_desktop.storage.verdict import verdicts
from smartcity_desktop.storage.worksheet import columns

_ANALYSIS: Final = "analysis"
_PARTS: Final = frozenset({"subdimension", "dimension"})
_LINKS: Final = "links"
_FURTHER: Final = "also"
_NEAR: Final = 8


def offers(store: Store, grid: Grid, grounds: suggest_query.Grounds) -> CellOffers:
    """Return what is proposed for the rows of a sheet that say what they are about, by column.

    What was refused is left out, and what a link says already. Columns that nothing is known for have none.
    """
    bound = {item.key: item for item in columns(store.db, grid.worksheet.id)}
    fit = [item for item in grid.columns if item.is_editable and not item.own and item.offered]
    made = _Work(store, grid, grounds, bound)
    found = {item.key: made.column(item, bound[item.key]) for item in fit if item.key in bound}
    return {key: rows for key, rows in found.items() if rows}


class _Work:
    """One sheet: its texts, its programs, the plan of the region; each read when it is first asked for."""

    def __init__(
        self, store: Store, grid: Grid, grounds: suggest_query.Grounds, bound: Mapping[str, SheetColumn]
    ) -> None:
        self._store, self._grid, self._grounds = store, grid, grounds
        self._keys = {item.bound: key for key, item in bound.items()}
        self._of_plans = grid.worksheet.target == _ANALYSIS
        self._refused = {
            (item.subject, item.kind, item.value)
            for item in verdicts(store.db, {WHOLE, PART, ALSO, GOAL})
            if item.state == suggest_query.REFUSED
        }
        self._names = {item.id: item.name for item in opds(store.db)}
        self._rows = [row for row in grid.rows if not row.support]
        self._programs: suggest_query.Programs | None = None

    def column(self, column: GridColumn, item: SheetColumn) -> dict[RowId, tuple[CellOffer, ...]]:
        """Return what is proposed for one column."""
        if column.kind == _LINKS and item.bound == _FURTHER and self._of_plans:
            return self._further(column)
        if column.kind == _LINKS and item.bound != _FURTHER:
            return self._points(column, frozenset(item.choices.split() or LINKED))
        if column.kind in _PARTS and not column.many:
            return self._mains(column) if self._of_plans else self._parts(column)
        return {}

    # Dimensions --------------------------------------------------------------------------------------------

    def _mains(self, column: GridColumn) -> dict[RowId, tuple[CellOffer, ...]]:
        """Return the dimension of programs; where only the whole is said, the part of it."""
        found: dict[RowId, tuple[CellOffer, ...]] = {}
        for row, said in self._evidence():
            stands = self._value(row, column.key)
            refused = self._refused_of(row.row, WHOLE)
            if not stands:
                places = self._grounds.suggestion(said, refused).places
                made = dimension_offers(places, self._taken(column), WHOLE, self._store.say)
            else:
                inside = [one for one in self._taken(column) if self._home(one) == stands != one]
                made = self._fresh(
                    row.row, part_offers(self._grounds.layout, said, inside, PART, self._store.say)
                )
                made = tuple(replace(one, over=stands) for one in made)
            if made:
                found[row.row] = made
        return found

    def _further(self, column: GridColumn) -> dict[RowId, tuple[CellOffer, ...]]:
        """Return the dimensions that programs seem to serve besides their own."""
        main = self._keys.get("dimension/subdimension", "dimension")
        found: dict[RowId, tuple[CellOffer, ...]] = {}
        for row, said in self._evidence():
            home = self._home(self._value(row, main))
            if not home:
                continue
            # Weighed with the main one: what is left is as likely as it is beside it. An agency alone says
            # nothing about a second dimension.
            places = [
                place
                for place in self._grounds.suggestion(said, self._refused_of(row.row, ALSO)).places
                if place.dimension != home and place.words
            ]
            made = dimension_offers(places, self._taken(column), ALSO, self._store.say)
            if made:
                found[row.row] = made
        return found

    def _parts(self, column: GridColumn) -> dict[RowId, tuple[CellOffer, ...]]:
        """Return the sub-dimension of rows that the table wrote."""
        found: dict[RowId, tuple[CellOffer, ...]] = {}
        for row in self._rows:
            text = self._text(row)
            if text:
                said = evidence(text, of_agency(self._agency(row)), self._grounds.cues)
                made = part_offers(self._grounds.layout, said, self._taken(column), PART, self._store.say)
                found[row.row] = self._fresh(row.row, made)
        return {row: made for row, made in found.items() if made}

    # The plan of the region --------------------------------------------------------------------------------

    def _points(self, column: GridColumn, kinds: frozenset[str]) -> dict[RowId, tuple[CellOffer, ...]]:
        """Return the points of the plan of the region that rows seem to serve."""
        frame, points, told = alignment_query.frame(self._store.db)
        goals = Goals(points, told, GOALS | kinds)
        stored = alignment_query.alignments(self._store.db)
        found: dict[RowId, tuple[CellOffer, ...]] = {}
        for row in self._rows:
            text = self._text(row)
            near = goals.near(text, self._measures(row), limit=_NEAR) if text else []
            done = self._refused_of(row.row, GOAL) | {one.target for one in stored.get(row.row, ())}
            done |= {*self._value(row, column.key).split(SEPARATOR)}
            made = point_offers(near, frame, self._taken(column), GOAL, done)
            if made:
                found[row.row] = made
        return found

    # Rows --------------------------------------------------------------------------------------------------

    def _evidence(self) -> list[tuple[GridRow, Evidence]]:
        """Return what speaks for dimensions of each program on this sheet."""
        known, cues = self._plans(), self._grounds.cues
        return [(row, known.evidence(row.row, cues)) for row in self._rows if row.row in known.all]

    def _plans(self) -> suggest_query.Programs:
        if self._programs is None:
            db = self._store.db
            self._programs = suggest_query.Programs(db, plan_program.programs(db))
        return self._programs

    def _text(self, row: GridRow) -> str:
        """Return what tells what a row is about, empty where it is not even named."""
        if self._of_plans:
            item = self._plans().all.get(row.row)
            return f"{item.name}. {item.proposal}".strip(". ") if item else ""
        asked = TEXTS.get(self._grid.worksheet.target, ())
        told = [self._value(row, self._keys.get(name, "")) for name in asked]
        return " . ".join(text for text in told if text) if told and told[0] else ""

    def _measures(self, row: GridRow) -> tuple[str, ...]:
        if self._of_plans:
            item = self._plans().all.get(row.row)
            return item.indicators if item else ()
        told = self._value(row, self._keys.get(MEASURED, ""))
        return (told,) if told else ()

    def _agency(self, row: GridRow) -> str:
        """Return the name of the agency that fills the sheet, else of the one in charge of the row."""
        charged = self._value(row, self._keys.get(CHARGED, "")).split(SEPARATOR)[0]
        return self._names.get(self._grid.sheet.opd or RowId(charged), "")

    @staticmethod
    def _value(row: GridRow, key: str) -> str:
        return row.values.get(key, "")

    @staticmethod
    def _taken(column: GridColumn) -> list[str]:
        return [item.value for item in column.offered]

    def _home(self, row: str) -> str:
        return self._grounds.layout.home(row) if row else ""

    def _refused_of(self, row: RowId, kind: str) -> frozenset[str]:
        return frozenset(value for subject, of, value in self._refused if (subject, of) == (row, kind))

    def _fresh(self, row: RowId, made: Iterable[CellOffer]) -> tuple[CellOffer, ...]:
        return tuple(item for item in made if (row, *item.about) not in self._refused)
