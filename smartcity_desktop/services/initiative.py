"""Programs smart city: the list, the card of one, and everything a person does with them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.dimension import Dimension
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.initiative import NUDGE_ANSWER, Initiative, InitiativeBoard
from smartcity_desktop.domain.initiative_card import (
    BY_NAME,
    ENTITY,
    INDICATOR,
    INDICATOR_FIELDS,
    InitiativeCard,
    edits,
    told_fields,
)
from smartcity_desktop.domain.initiative_sheets import tables
from smartcity_desktop.domain.plan_program import PlanProgram
from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.domain.wording import number, shortened
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import initiative as query
from smartcity_desktop.storage import initiative_card as cards
from smartcity_desktop.storage.carry import ANALYSIS, plan_of
from smartcity_desktop.storage.carry_write import carrying
from smartcity_desktop.storage.dimension import dimensions, subdimensions
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import worksheets

_NAME: Final = 60
_NEW: Final = "Program baru"


class InitiativeService:
    """Reads and writes the rows that stand on the worksheets of programs too: card and row are one."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    # Reading

    def board(self) -> InitiativeBoard:
        """Return every program smart city with the names of what it stands under."""
        return query.board(self._store.db)

    def card(self, row: RowId) -> InitiativeCard | None:
        """Return one program whole with what may be chosen for it, None where it is gone."""
        return cards.card(self._store, row)

    def unused(self) -> list[PlanProgram]:
        """Return the relevant programs of plans of which no program smart city was made yet."""
        return query.unused(self._store.db)

    def dimensions(self) -> list[Dimension]:
        """Return the dimensions that a new program may belong to."""
        return [item for item in dimensions(self._store.db) if not item.retired]

    def tables(self) -> tuple[TableSheet, ...]:
        """Return programs, indicators and sums as plain tables."""
        return tables(self.board(), self._store.say)

    # One program

    def set(self, row: RowId, name: str, raw: str) -> Changes:
        """Give one field of the card another value; a name is never emptied.

        Raises UserFault ``row-gone`` where the program is gone.
        """
        item = self._item(row)
        kept = raw.strip()
        if name == "name" and not kept:
            return Changes()
        found = edits(item, name, kept, self._homes())
        if not found:
            return Changes()
        told = told_fields([name]).removesuffix(" program")
        words = self._store.say(f'{told} program "{shortened(item.name, _NAME)}"')
        return self._store.write(found, words, typing=True)

    def answer_nudge(self, row: RowId, answer: str) -> Changes:
        """Keep in the note why a program that is an application alone needs a new one.

        Raises UserFault ``row-gone`` where the program is gone.
        """
        item = self._item(row)
        line = f"{NUDGE_ANSWER} {' '.join(answer.split())}"
        note = "\n".join(filter(None, (item.note.rstrip(), line)))
        words = f'jawab "bisakah tanpa aplikasi baru" untuk "{shortened(item.name, _NAME)}"'
        return self._store.write([Set(ENTITY, row, "note", note)], words)

    def add(self, name: str, dimension: RowId, opd: RowId = NO_ROW) -> tuple[RowId, Changes]:
        """Add a program to a dimension: it stands on the sheet of that dimension from now on, too."""
        told = " ".join(name.split()) or _NEW
        sheet, begun = cards.begun(self._store, dimension, opd)
        row = self._store.ids.new()
        values: dict[str, Value] = {
            "pos": self._store.positions(ENTITY, 1)[0],
            "name": told,
            "dimension": dimension,
            "opd": opd,
            "sheet": sheet,
        }
        born = Birth(ENTITY, row, {key: value for key, value in values.items() if value})
        words = f'tambah program smart city "{shortened(told, _NAME)}"'
        return row, self._store.write([*begun, born], words)

    # Several programs

    def change(self, rows: Sequence[RowId], values: Mapping[str, str]) -> Changes:
        """Give fields of many programs the same values in one act; the other fields stay as they are."""
        homes = self._homes()
        wanted = set(rows)
        found: list[Edit] = []
        changed = 0
        for item in query.initiatives(self._store.db):
            own = [
                edit
                for name, raw in values.items()
                if item.id in wanted and name in BY_NAME
                for edit in edits(item, name, raw.strip(), homes)
            ]
            found += own
            changed += bool(own)
        if not found:
            return Changes()
        words = self._store.say(f"ubah {told_fields(values)} {number(changed)} program smart city")
        return self._store.write(found, words)

    def retire(self, rows: Sequence[RowId], *, retired: bool = True) -> Changes:
        """Leave programs out of the masterplan, or bring them back; nothing of them is lost."""
        known = {item.id: item for item in query.initiatives(self._store.db)}
        changed = [row for row in rows if row in known and known[row].retired != retired]
        if not changed:
            return Changes()
        told = f'"{shortened(known[changed[0]].name, _NAME)}"'
        if len(changed) > 1:
            told = f"{number(len(changed))} program smart city"
        words = f"keluarkan {told} dari masterplan" if retired else f"pakai lagi {told}"
        return self._store.write([Set(ENTITY, row, "retired", retired) for row in changed], words)

    def take(self, lines: Sequence[RowId], dimension: RowId = NO_ROW) -> Changes:
        """Make programs smart city of programs of plans, in one act; each keeps what it was made of.

        Dimension, agency, proposal and what else was read of a program go over. ``dimension`` is for those
        that were read without one. Raises UserFault ``carry-no-sheet`` where one has nobody's sheet to go to.
        """
        source = next((item for item in worksheets(self._store.db) if item.target == ANALYSIS), None)
        target = cards.home(self._store.db)
        if source is None or target is None or not lines:
            return Changes()
        read = [self._store.key(ANALYSIS, line) for line in lines]
        fresh = [
            replace(item, party=dimension, values={**item.values, "dimension": dimension})
            if not item.party and dimension
            else item
            for item in plan_of(self._store, source.id, target.id, read).fresh
        ]
        made = carrying(self._store, target.id, fresh)
        words = f"jadikan {number(made.rows)} program Renstra program smart city"
        return self._store.write(made.edits, words) if made.rows else Changes()

    # Further indicators

    def add_indicator(self, row: RowId) -> tuple[RowId, Changes]:
        """Add a further indicator, empty but for its place. Raises UserFault ``row-gone``."""
        item = self._item(row)
        made = self._store.ids.new()
        values: dict[str, Value] = {
            "pos": self._store.positions(INDICATOR, 1)[0],
            "initiative": row,
        }
        words = f'tambah indikator "{shortened(item.name, _NAME)}"'
        return made, self._store.write([Birth(INDICATOR, made, values)], words)

    def set_indicator(self, row: RowId, name: str, raw: str) -> Changes:
        """Give a field of a further indicator another value."""
        if name not in {one.name for one in INDICATOR_FIELDS}:
            return Changes()
        return self._store.write([Set(INDICATOR, row, name, raw.strip())], "ubah indikator", typing=True)

    def drop_indicator(self, row: RowId) -> Changes:
        """Take a further indicator away; undo brings it back."""
        return self._store.write([Gone(INDICATOR, row)], "hapus indikator")

    # Inside

    def _item(self, row: RowId) -> Initiative:
        found = next((item for item in query.initiatives(self._store.db) if item.id == row), None)
        if found is None:
            raise UserFault("row-gone")
        return found

    def _homes(self) -> dict[RowId, RowId]:
        return {item.id: item.dimension for item in subdimensions(self._store.db)}
