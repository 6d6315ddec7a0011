"""Hasil: the rows of all tables beside each other, merged by people, with the way each row has come."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from smartcity_desktop.domain.carry import party_value
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Set, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.merging import MERGED, ORIGIN, REFUSED, Pair, Whole, join, merge, twin_keys
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.answers import has_row
from smartcity_desktop.storage.heir import CANDIDATE, INITIATIVE, judged
from smartcity_desktop.storage.inherited import joining
from smartcity_desktop.storage.origin import kinds, links, present_tick, wholes
from smartcity_desktop.storage.quickwin import FIELDS as DECISION
from smartcity_desktop.storage.sheet_write import SheetWriter
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheets, worksheet_of, worksheets

if TYPE_CHECKING:
    from smartcity_desktop.domain.result import Result, Trail
    from smartcity_desktop.domain.worksheet import Worksheet

_TWO = 2


class ResultService:
    """Reads the results of worksheets, merges rows and remembers what is not the same."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def worksheets(self) -> "list[Worksheet]":
        """Return the worksheets in order, retired ones too."""
        return worksheets(self._store.db)

    def result(self, worksheet: RowId) -> "Result":
        """Return the rows of all sheets of a worksheet that say anything."""
        from smartcity_desktop.storage.result import result_of

        return result_of(self._store, worksheet)

    def near(self, worksheet: RowId) -> tuple[Pair, ...]:
        """Return the pairs of rows that say nearly the same, the nearest first; slow for very many rows."""
        from smartcity_desktop.storage.result import near

        return near(self._store, worksheet)

    def trail(self, row: RowId) -> "Trail":
        """Return where a row has come from and what it became; the subject of a grid will do for a row."""
        from smartcity_desktop.storage.trail import trail_of

        return trail_of(self._store, row)

    def merge(
        self, worksheet: RowId, dimension: RowId, rows: Sequence[RowId], text: str = ""
    ) -> tuple[RowId, Changes]:
        """Put rows together into one on the sheet of a dimension, with ``text``; return its id.

        Rows that went into another one before are left out. Where one of the rows was merged for this very
        dimension already, or is a candidate that was scored or decided, the others join it. Raises UserFault
        ``merge-too-few`` where fewer than two are left, ``merge-judged`` where several were scored or
        decided, ``rows-fixed`` where the worksheet takes no rows.
        """
        definition = worksheet_of(self._store, worksheet)
        if not definition.takes_rows:
            raise UserFault("rows-fixed", title=definition.title)
        chosen = self._open_rows(definition, rows)
        if len(chosen) < _TWO:
            raise UserFault("merge-too-few")
        return self._merge(definition, dimension, chosen, text, [])

    def accept(
        self, worksheet: RowId, dimension: RowId, pair: tuple[RowId, RowId], text: str = ""
    ) -> tuple[RowId, Changes]:
        """Merge a proposed pair and remember that it was; as ``merge``."""
        definition = worksheet_of(self._store, worksheet)
        chosen = self._open_rows(definition, pair)
        if len(chosen) < _TWO:
            raise UserFault("merge-too-few")
        return self._merge(definition, dimension, chosen, text, self._twin(*pair, MERGED))

    def refuse(self, one: RowId, other: RowId) -> Changes:
        """Remember that two rows do not mean the same: they are not proposed again."""
        return self._store.write(self._twin(one, other, REFUSED), "dua isian ini berbeda")

    def note_changes(self, row: RowId, sources: Sequence[RowId]) -> Changes:
        """Take note that sources say something else by now; the row stays as it is, and is told no more."""
        known = {link.source for link in links(self._store.db) if link.row == row}
        ent = kinds(self._store.db, [row]).get(row, "")
        now = str(present_tick(self._store.db))
        edits: list[Edit] = [Set(ent, row, f"{ORIGIN}@{item}", now) for item in sources if item in known]
        self._store.workspace.journal.seal()
        return self._store.write(edits, "perubahan sumber sudah dilihat") if edits else Changes()

    def _open_rows(self, definition: "Worksheet", rows: Sequence[RowId]) -> list[Whole]:
        """Return the rows that stand on sheets of the worksheet and went into no other row of it."""
        own = {item.id for item in sheets(self._store.db, definition.id)}
        gone = {link.source for link in links(self._store.db) if link.sheet in own}
        said = wholes(self._store.db, definition.target, rows)
        known = (said[row] for row in dict.fromkeys(rows) if row in said)
        return [item for item in known if item.sheet in own and item.row not in gone]

    def _merge(
        self,
        definition: "Worksheet",
        dimension: RowId,
        rows: Sequence[Whole],
        text: str,
        also: Sequence[Edit],
    ) -> tuple[RowId, Changes]:
        from smartcity_desktop.storage.result import main_column

        # What is typed into a source later is told from what it said when it was merged.
        self._store.workspace.journal.seal()
        writer = SheetWriter(self._store, definition.id, dimension)
        _, field = main_column(self._store, definition)
        stays = self._judged(definition, rows) or self._merged_before(definition, writer.sheet.id, rows)
        frame: dict[str, Value] = {
            "pos": self._store.positions(definition.target, 1)[0],
            "sheet": writer.sheet.id,
            **party_value(definition.target, writer.party),
        }
        if stays is not None:
            others = [_undecided(item) for item in rows if item.row != stays.row]
            edits = [*join(stays, others, field=field, text=text), *also]
            if stays.sheet != writer.sheet.id:
                edits += [Set(definition.target, stays.row, name, value) for name, value in frame.items()]
                edits += writer.begun()
            if definition.target == INITIATIVE:
                edits += joining(self._store, stays.row, [item.row for item in others])
            return stays.row, self._store.write(edits, self._words(len(rows)))
        row = self._store.ids.new()
        made = merge(
            [_undecided(item) for item in rows], Birth(definition.target, row, frame), field=field, text=text
        )
        edits = [*made, *writer.begun(), *also]
        return row, self._store.write(edits, self._words(len(rows)))

    def _judged(self, definition: "Worksheet", rows: Sequence[Whole]) -> Whole | None:
        """Return the candidate among rows that was scored or decided, None where none was.

        Raises UserFault ``merge-judged`` where several were: nobody can score for the assessors.
        """
        known = judged(self._store.db) if definition.target == CANDIDATE else set()
        found = [item for item in rows if item.row in known]
        if len(found) > 1:
            raise UserFault("merge-judged", count=len(found))
        return next(iter(found), None)

    def _words(self, count: int) -> str:
        return f"gabungkan {count} isian"

    def _merged_before(self, definition: "Worksheet", sheet: RowId, rows: Sequence[Whole]) -> Whole | None:
        """Return the one of the rows that was merged for this dimension, None for none or several."""
        own = {item.id for item in sheets(self._store.db, definition.id)}
        made = [link for link in links(self._store.db) if link.sheet == sheet]
        said = wholes(self._store.db, definition.target, [link.source for link in made])
        merged = {link.row for link in made if link.source in said and said[link.source].sheet in own}
        found = [item for item in rows if item.row in merged]
        return found[0] if len(found) == 1 else None

    def _twin(self, one: RowId, other: RowId, state: str) -> list[Edit]:
        first, second = twin_keys(one, other)
        row = self._store.key("twin", first, second)
        if has_row(self._store.db, row):
            return [Set("twin", row, "state", state)]
        return [Birth("twin", row, {"one": first, "other": second, "state": state})]


def _undecided(item: Whole) -> Whole:
    """Return a row without what was decided about itself alone: a candidate that was withdrawn may be one."""
    if item.ent != CANDIDATE:
        return item
    kept = {name: value for name, value in item.single.items() if name not in DECISION}
    return replace(item, single=kept)
