"""The edits that give a workshop another dimension set; what it had stays, retired where the set lacks it."""

from collections.abc import Mapping

from smartcity_desktop.domain.dimension import Dimension, Subdimension, lines, propose_sub_code
from smartcity_desktop.domain.dimension_set import Fit
from smartcity_desktop.domain.dimension_use import Board, Place
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.entity import POS
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.order import run
from smartcity_desktop.domain.reference import Dimension as SetDimension
from smartcity_desktop.domain.reference import DimensionSet, SubDimension
from smartcity_desktop.storage.dimension import has_stood
from smartcity_desktop.storage.dimension_move import move_edits
from smartcity_desktop.storage.party import numbered
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheets


class SetChange:
    """Gathers the edits of one change of set."""

    def __init__(self, store: Store, board: Board, new: DimensionSet, fit: Fit) -> None:
        """Stand on what the workshop has and on how it meets the set ``new``."""
        self._store, self._board, self._new, self._fit = store, board, new, fit
        self._codes = {item.code for item in board.subdimensions}
        self._rows: dict[str, Place] = {}
        self._born: list[RowId] = []
        self._brought_home: dict[RowId, Place] = {}

    def edits(self, targets: Mapping[RowId, str]) -> list[Edit]:
        """Return all edits; ``targets`` name the code of the set where what stands at a place goes."""
        edits: list[Edit] = []
        parts = sum(len(item.subdimensions) for item in self._new.dimensions)
        subs = iter(run(parts))
        for item, pos in zip(self._new.dimensions, run(len(self._new.dimensions)), strict=True):
            home, made = self._home(item, pos)
            edits += made
            for sub in item.subdimensions:
                edits += self._sub(home, sub, next(subs))
        edits += self._retired()
        sheets = self._sheets()
        moves = {row: self._rows[code] for row, code in targets.items() if code in self._rows}
        moves |= self._brought_home
        return [*edits, *sheets, *self._moved(moves, {item.row for item in sheets})]

    def _home(self, item: SetDimension, pos: str) -> tuple[RowId, list[Edit]]:
        values: dict[str, Value] = {
            POS: pos,
            "code": item.code,
            "name": item.name,
            "color": item.color,
            "definition": item.definition,
        }
        row = self._fit.kept.get(item.code)
        stood = self._board.named(row) if row else None
        if row is None or not isinstance(stood, Dimension):
            row = self._new_row("dimension", item.code)
            self._born.append(row)
            self._rows[item.code] = Place(row)
            return row, [Birth("dimension", row, values)]
        self._rows[item.code] = Place(row)
        if stood.name.casefold() != item.name.casefold():
            values["alias"] = "\n".join(dict.fromkeys((*lines(stood.alias), stood.name)))
        values["retired"] = False
        return row, [Set("dimension", row, name, value) for name, value in values.items()]

    def _sub(self, home: RowId, item: SubDimension, pos: str) -> list[Edit]:
        row = self._fit.kept.get(item.code)
        if row is not None:
            self._rows[item.code] = Place(home, row)
            stood = self._board.named(row)
            if isinstance(stood, Subdimension) and stood.dimension != home:
                self._brought_home[row] = Place(home, row)
            kept: dict[str, Value] = {POS: pos, "dimension": home, "retired": False}
            return [Set("subdimension", row, name, value) for name, value in kept.items()]
        code = item.code
        if code in self._codes:
            code = propose_sub_code(code.partition("-")[0], self._codes)
        self._codes.add(code)
        row = self._new_row("subdimension", code)
        self._rows[item.code] = Place(home, row)
        values: dict[str, Value] = {POS: pos, "dimension": home, "code": code, "name": item.name}
        return [Birth("subdimension", row, {**values, "points": "\n".join(item.points)})]

    def _retired(self) -> list[Edit]:
        kept = set(self._fit.kept.values())
        edits: list[Edit] = [Set("dimension", row, "retired", val=True) for row in self._fit.goes]
        return edits + [
            Set("subdimension", item.id, "retired", val=True)
            for item in self._board.subdimensions
            if item.dimension in kept and item.id not in kept and not item.retired
        ]

    def _sheets(self) -> list[Birth]:
        known = [item for item in worksheets(self._store.db) if item.filled_by == "dimension"]
        found = [edit for worksheet in known for edit in numbered(self._store, worksheet, self._born)]
        return [edit for edit in found if isinstance(edit, Birth)]

    def _moved(self, moves: Mapping[RowId, Place], born: set[RowId]) -> list[Edit]:
        """Return the moves; a sheet that is made here already is only begun by them."""
        return [
            Set("sheet", edit.row, "status", "sedang")
            if isinstance(edit, Birth) and edit.row in born
            else edit
            for edit in move_edits(self._store, moves)
        ]

    def _new_row(self, ent: str, code: str) -> RowId:
        row = self._store.key(ent, code)
        return self._store.ids.new() if has_stood(self._store.db, ent, row) else row
