"""The dimensions of this workshop: rename, add, drop, recolour, reorder; what was answered is never lost."""

from collections.abc import Mapping, Sequence
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.dimension import (
    Dimension,
    Subdimension,
    first_free_color,
    folded_code,
    in_order,
    propose_code,
    propose_sub_code,
    recoded,
    refuse,
)
from smartcity_desktop.domain.dimension_set import Fit, fit
from smartcity_desktop.domain.dimension_use import Board, Place, tallies
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.entity import POS
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.order import moved
from smartcity_desktop.domain.reference import DimensionSet
from smartcity_desktop.domain.words import words_of
from smartcity_desktop.domain.worksheet import BY_DIMENSION
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import dimension as query
from smartcity_desktop.storage import reference
from smartcity_desktop.storage.book_set import following
from smartcity_desktop.storage.dimension_move import Moves, move_edits
from smartcity_desktop.storage.dimension_set import SetChange
from smartcity_desktop.storage.dimension_use import uses
from smartcity_desktop.storage.party import numbered
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheets
from smartcity_desktop.storage.workshop import workshop

_KINDS: Final = {"dimension": "dimensi", "subdimension": "subdimensi"}
_ACTS: Final = {
    "name": "ganti nama",
    "code": "ganti kode",
    "color": "ganti warna",
    "definition": "ubah definisi",
    "alias": "ubah nama lain",
    "points": "ubah pokok",
}
_CHECKED: Final = frozenset({"name", "code"})


class DimensionService:
    """Keeps dimensions and sub-dimensions. Dropping one only retires it: nothing is ever deleted."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def board(self) -> Board:
        """Return all dimensions and sub-dimensions with what stands under each."""
        db = self._store.db
        return Board(
            tuple(query.dimensions(db)),
            tuple(query.subdimensions(db)),
            tallies(uses(db)),
            workshop(db).dimension_set,
        )

    def add(self, name: str) -> tuple[RowId, Changes]:
        """Add a dimension at the end, with a code made from its name, a free colour, and its group's sheets.

        Raises UserFault ``dimension-nameless`` or ``dimension-name-taken``.
        """
        known = query.dimensions(self._store.db)
        text = " ".join(name.split())
        _must(refuse(Dimension(), "name", text, known))
        code = propose_code(text, {item.code for item in known})
        row = self._new_row("dimension", code)
        values: dict[str, Value] = {
            POS: self._store.positions("dimension", 1)[0],
            "code": code,
            "name": text,
            "color": first_free_color(item.color for item in known),
        }
        edits = [Birth("dimension", row, values), *self._sheets([row])]
        return row, self._store.write(edits, self._say("tambah dimensi {name}", text))

    def add_sub(self, dimension: RowId, name: str) -> tuple[RowId, Changes]:
        """Add a sub-dimension at the end of a dimension, with the next code (``GOV-4``).

        Raises UserFault ``dimension-nameless`` or ``dimension-name-taken``.
        """
        home = self._dimension(dimension)
        known = query.subdimensions(self._store.db)
        text = " ".join(name.split())
        _must(refuse(Subdimension(dimension=dimension), "name", text, known))
        code = propose_sub_code(home.code, {item.code for item in known})
        row = self._new_row("subdimension", code)
        values: dict[str, Value] = {
            POS: self._store.positions("subdimension", 1)[0],
            "dimension": dimension,
            "code": code,
            "name": text,
        }
        edits: list[Edit] = [Birth("subdimension", row, values)]
        return row, self._store.write(edits, self._say("tambah subdimensi {name}", text))

    def update(self, row: RowId, field: str, value: str) -> Changes:
        """Change one field of a dimension or sub-dimension; ids never change, so all answers stay.

        With the code of a dimension go the codes of its sub-dimensions (GOV-1 becomes TKL-1), with its name
        the titles of chapters that nobody wrote anew. Raises UserFault where ``domain.dimension.refuse`` says
        why a code or name cannot be taken.
        """
        item = self._either(row)
        peers: Sequence[Dimension | Subdimension] = (
            query.dimensions(self._store.db)
            if isinstance(item, Dimension)
            else query.subdimensions(self._store.db)
        )
        if field in _CHECKED:
            _must(refuse(item, field, value, peers))
        kept = _tidy(field, value)
        edits: list[Edit] = [Set(_ent(item), row, field, kept)]
        if field == "code" and isinstance(item, Dimension):
            follow = recoded(item.code, kept, query.subdimensions(self._store.db))
            edits += [Set("subdimension", sub.id, "code", code) for sub, code in follow]
        label = self._say(f"{_ACTS[field]} {_KINDS[_ent(item)]}")
        return self._store.write([*edits, *following(self._store, edits)], label, typing=field != "color")

    def put_before(self, row: RowId, before: RowId = NO_ROW) -> Changes:
        """Move one among the offered of its kind: before another, or to the end."""
        item = self._either(row)
        if isinstance(item, Dimension):
            return self._order("dimension", in_order(query.dimensions(self._store.db), row, before), row)
        subs = [one for one in query.subdimensions(self._store.db) if one.dimension == item.dimension]
        return self._order("subdimension", in_order(subs, row, before), row)

    def move_sub(self, row: RowId, dimension: RowId) -> Changes:
        """Put a sub-dimension under another dimension; its answers go with it, its code follows."""
        item, home = self._subdimension(row), self._dimension(dimension)
        if item.dimension == dimension:
            return Changes()
        known = query.subdimensions(self._store.db)
        _must(refuse(Subdimension(item.id, dimension=dimension), "name", item.name, known))
        edits: list[Edit] = [
            Set("subdimension", row, "dimension", dimension),
            Set("subdimension", row, POS, self._store.positions("subdimension", 1)[0]),
        ]
        old = self._dimension(item.dimension)
        if item.code.startswith(f"{old.code}-"):
            code = propose_sub_code(home.code, {one.code for one in known})
            edits.append(Set("subdimension", row, "code", code))
        edits += self._moves({row: Place(dimension, row)})
        return self._store.write(edits, self._say("pindah subdimensi {name}", item.name))

    def drop(self, row: RowId, moves: Moves | None = None) -> Changes:
        """Use one no longer: it is offered nowhere any more; what ``moves`` names goes elsewhere in one act.

        What stays keeps its name and is still counted. Raises UserFault ``dimension-target-gone``.
        """
        item = self._either(row)
        edits = [Set(_ent(item), row, "retired", val=True), *self._moves(moves or {})]
        label = self._say(_KINDS[_ent(item)] + " {name} tidak dipakai lagi", item.called)
        return self._store.write(edits, label)

    def take_back(self, row: RowId) -> Changes:
        """Use one again that was dropped; its group gets the sheets of worksheets that came meanwhile."""
        item = self._either(row)
        label = self._say("pakai lagi " + _KINDS[_ent(item)] + " {name}", item.called)
        edits: list[Edit] = [Set(_ent(item), row, "retired", val=False)]
        return self._store.write([*edits, *self._sheets([row] * isinstance(item, Dimension))], label)

    def move_answers(self, row: RowId, moves: Moves) -> Changes:
        """Move what stands under one that is no longer used. Raises UserFault ``dimension-target-gone``."""
        item = self._either(row)
        return self._store.write(self._moves(moves), self._say("pindah isian {name}", item.called))

    def sets(self) -> tuple[DimensionSet, ...]:
        """Return the dimension sets of the shelf."""
        return reference.dimension_sets()

    def fit(self, code: str) -> Fit:
        """Return what another set would keep and bring, and where answers could go.

        Raises UserFault ``dimension-set-unknown``.
        """
        return self._fit(self.board(), self._known_set(code))

    def change_set(self, code: str, targets: Mapping[RowId, str]) -> Changes:
        """Take another set in one act: what it lacks is used no longer, answers go where a person said.

        ``targets`` name for a dimension or sub-dimension the code of the set where its answers go; what is
        not named stays. Raises UserFault ``dimension-set-unknown``.
        """
        board, new = self.board(), self._known_set(code)
        old = self._set(board.set_code)
        edits = SetChange(self._store, board, new, self._fit(board, new)).edits(targets)
        event = self._store.workspace.workshop_id
        edits.append(Set("workshop", event, "dimension_set", code))
        word = workshop(self._store.db).word_dimension
        if old is None or word.casefold() == old.word.casefold():
            edits.append(Set("workshop", event, "word_dimension", new.word.capitalize()))
        return self._store.write([*edits, *following(self._store, edits)], self._say("ganti set dimensi"))

    def _fit(self, board: Board, new: DimensionSet) -> Fit:
        old = self._set(board.set_code)
        origin = (
            {self._store.key("dimension", item.code): item.code for item in old.dimensions} if old else {}
        )
        return fit(board, old, new, origin)

    def _set(self, code: str) -> DimensionSet | None:
        return next((item for item in self.sets() if item.code == code), None)

    def _known_set(self, code: str) -> DimensionSet:
        found = self._set(code)
        if found is None:
            raise UserFault("dimension-set-unknown", code=code)
        return found

    def _moves(self, moves: Moves) -> list[Edit]:
        open_places = {place.row for place, _ in self.board().targets()}
        if any(place.row not in open_places | set(moves) for place in moves.values()):
            raise UserFault("dimension-target-gone")
        return move_edits(self._store, moves) if moves else []

    def _order(self, ent: str, wanted: Sequence[Dimension | Subdimension], row: RowId) -> Changes:
        if all(item.id != row for item in wanted):
            return Changes()
        keys = moved([(item.id, item.pos) for item in wanted], row)
        edits = [Set(ent, item, POS, pos) for item, pos in keys.items()]
        return self._store.write(edits, self._say("urutkan " + _KINDS[ent]))

    def _sheets(self, rows: Sequence[RowId]) -> list[Edit]:
        """Return the births of the group sheets that these dimensions do not have yet."""
        known = [item for item in worksheets(self._store.db) if item.filled_by == BY_DIMENSION]
        return [edit for worksheet in known for edit in numbered(self._store, worksheet, rows)]

    def _new_row(self, ent: str, code: str) -> RowId:
        """Return the id that other laptops give this code too, another one where it was ever used."""
        row = self._store.key(ent, code)
        return self._store.ids.new() if query.has_stood(self._store.db, ent, row) else row

    def _either(self, row: RowId) -> Dimension | Subdimension:
        db = self._store.db
        found = Board(tuple(query.dimensions(db)), tuple(query.subdimensions(db))).named(row)
        if found is None:
            raise UserFault("row-gone")
        return found

    def _dimension(self, row: RowId) -> Dimension:
        found = self._either(row)
        if not isinstance(found, Dimension):
            raise UserFault("row-gone")
        return found

    def _subdimension(self, row: RowId) -> Subdimension:
        found = self._either(row)
        if not isinstance(found, Subdimension):
            raise UserFault("row-gone")
        return found

    def _say(self, words: str, name: str = "") -> str:
        """Return the words of an act as the event says them; what people wrote is put in afterwards."""
        said = words_of(workshop(self._store.db)).say(words)
        return said.replace("{name}", name)


def _tidy(field: str, value: str) -> str:
    if field == "code":
        return folded_code(value)
    return " ".join(value.split()) if field == "name" else value


def _must(fault: UserFault | None) -> None:
    if fault is not None:
        raise fault


def _ent(item: Dimension | Subdimension) -> str:
    return "dimension" if isinstance(item, Dimension) else "subdimension"
