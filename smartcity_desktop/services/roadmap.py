"""Road map and action plan: years of programs, milestones, actions under the four heads."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.action_plan import HEAD_WORDS, ActionPlan, ActionProgram, ActionRow
from smartcity_desktop.domain.action_when import When
from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.entity import POS, PROGRESS
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.roadmap import DONE, RoadMap, RoadProgram, Span, period_words, span_of
from smartcity_desktop.domain.roadmap_table import tables
from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.domain.wording import shortened
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import roadmap as query
from smartcity_desktop.storage.inherited import milestone_edits
from smartcity_desktop.storage.initiative_facts import ACTION
from smartcity_desktop.storage.sheet_write import SheetWriter
from smartcity_desktop.storage.store import Store

MOST_LOAD: Final = 99
_NAME: Final = 60
_TEXTS: Final = frozenset({"text", "output", "outcome", "baseline", "partners", "risk", "plan_code"})


class RoadMapService:
    """Reads and moves what is planned by year; every command is one act that undo takes back whole."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def road(self) -> RoadMap:
        """Return all programs with their years, milestones and costs."""
        return query.Plans(self._store.db).road()

    def plan(self) -> ActionPlan:
        """Return all actions with the programs that they belong to."""
        return query.Plans(self._store.db).plan()

    def tables(self) -> tuple[TableSheet, ...]:
        """Return road map and action plan as plain tables."""
        found = query.Plans(self._store.db)
        return tables(found.road(), found.plan(), self._store.say)

    # Road map ----------------------------------------------------------------------------------------------

    def place(self, program: RowId, span: Span) -> Changes:
        """Give a program its years, counted from the first of the masterplan.

        Raises UserFault ``row-gone`` where the program is gone.
        """
        road, item = self._program(program)
        start, end = road.base + span.first - 1, road.base + span.last - 1
        edits = [
            Set("initiative", program, name, value)
            for name, value, stands in (("year_start", start, item.start), ("year_end", end, item.end))
            if value != stands
        ]
        words = f'"{shortened(item.called, _NAME)}" {start}' + (f"–{end}" if end != start else "")
        return self._store.write(edits, f"peta jalan: {words}") if edits else Changes()

    def say_milestone(self, program: RowId, year: str, text: str) -> Changes:
        """Write what stands at the end of a period (``1`` to ``10``, ``6-10``); an empty text takes it away.

        Raises UserFault ``row-gone`` where the program is gone.
        """
        _, item = self._program(program)
        words = f'titik capai "{shortened(item.called, _NAME)}", {period_words(year).lower()}'
        known = span_of(year) is not None
        told = {"text": text.strip() or None}
        edits = milestone_edits(self._store, item.id, year, told) if known else []
        return self._store.write(edits, words, typing=True) if edits else Changes()

    def mark_milestone(self, program: RowId, year: str, *, done: bool) -> Changes:
        """Say whether a milestone is reached.

        Raises UserFault ``row-gone`` where the program or milestone is gone.
        """
        _, item = self._program(program)
        mark = item.at(year)
        if not mark.text.strip():
            raise UserFault("row-gone")
        if mark.is_done == done:
            return Changes()
        words = f'{"tercapai" if done else "belum tercapai"}: "{shortened(mark.text, _NAME)}"'
        edits = milestone_edits(self._store, item.id, year, {"state": DONE if done else PROGRESS[0]})
        return self._store.write(edits, words)

    def limit(self, programs: int, actions: int) -> Changes:
        """Say how many programs and actions an agency may carry in one year, 1 to 99 each."""
        wanted = {"load_programs": programs, "load_actions": actions}
        row = self._store.workspace.workshop_id
        edits = [Set("workshop", row, name, min(max(value, 1), MOST_LOAD)) for name, value in wanted.items()]
        return self._store.write(edits, self._store.say("batas beban OPD"))

    # Action plan -------------------------------------------------------------------------------------------

    def add(self, program: RowId, head: str) -> tuple[RowId, Changes]:
        """Begin an action of a program under a head, on the sheet of its dimension; return its row.

        It begins with what its program says: agency, years. Raises UserFault ``row-gone`` where the program
        is gone, ``carry-no-sheet`` where no sheet takes it.
        """
        _, item = self._program(program)
        home = ActionProgram(item.id, item.name, item.code, item.dimension, item.opd)
        found = query.homes(self._store.db, [home]).get(program)
        if found is None:
            raise UserFault("carry-no-sheet", title="Rencana aksi")
        writer = SheetWriter(self._store, *found)
        row = self._store.ids.new()
        values: dict[str, Value] = {
            POS: self._store.positions(ACTION, 1)[0],
            "sheet": writer.sheet.id,
            "initiative": program,
            "head": head,
            "opd": item.opd,
            "year_start": item.start,
            "year_end": item.end,
        }
        born = Birth(ACTION, row, {name: value for name, value in values.items() if value})
        words = f'tambah aksi "{shortened(item.called, _NAME)}"'
        return row, self._store.write([*writer.begun(), born], words)

    def say(self, action: RowId, field: str, value: str) -> Changes:
        """Write one thing of an action: a text, ``head``, ``opd``, ``initiative`` or ``state``.

        Raises UserFault ``row-gone`` where the action is gone.
        """
        item = self._action(action)
        words = f'rencana aksi "{shortened(item.text, _NAME)}"'
        typing = field in _TEXTS
        return self._store.write([Set(ACTION, action, field, value.strip())], words, typing=typing)

    def plan_time(self, action: RowId, when: When) -> Changes:
        """Say when an action is done. Raises UserFault ``row-gone`` where it is gone."""
        item = self._action(action)
        names = ("year_start", "month_start", "year_end", "month_end")
        edits = [
            Set(ACTION, action, name, getattr(when, name))
            for name in names
            if getattr(when, name) != getattr(item, name)
        ]
        words = f'waktu aksi "{shortened(item.text, _NAME)}": {when.words}'
        return self._store.write(edits, words) if edits else Changes()

    def say_year(self, action: RowId, field: str, period: str, value: str | int | None) -> Changes:
        """Write ``target`` (text) or ``cost`` (whole rupiah) of one period of an action, None for nothing.

        Raises UserFault ``row-gone`` where the action is gone.
        """
        item = self._action(action)
        words = f'{"biaya" if field == "cost" else "target"} aksi "{shortened(item.text, _NAME)}"'
        told = value.strip() if isinstance(value, str) else value
        edit = Set(ACTION, action, f"{field}@{period}", told if told or told == 0 else None)
        return self._store.write([edit], words, typing=True)

    def choose(self, action: RowId, field: str, chosen: Sequence[str]) -> Changes:
        """Say all of ``fund`` (keys) or ``support`` (agencies) of an action in one act.

        Raises UserFault ``row-gone`` where the action is gone.
        """
        item = self._action(action)
        stands, wanted = set(getattr(item, field)), set(chosen)
        edits: list[Edit] = [
            *(Set(ACTION, action, f"{field}@{key}", "1") for key in sorted(wanted - stands)),
            *(Set(ACTION, action, f"{field}@{key}", None) for key in sorted(stands - wanted)),
        ]
        what = "sumber dana" if field == "fund" else self._store.say("OPD pendukung")
        words = f'{what} aksi "{shortened(item.text, _NAME)}"'
        return self._store.write(edits, words) if edits else Changes()

    def remove(self, actions: Sequence[RowId]) -> Changes:
        """Delete actions in one act; those that are gone already are left out."""
        known = {item.id: item for item in self.plan().rows}
        found = [known[row] for row in actions if row in known]
        if not found:
            return Changes()
        words = f'hapus aksi "{shortened(found[0].text, _NAME)}"'
        if len(found) > 1:
            words = f"hapus {len(found)} aksi"
        return self._store.write([Gone(ACTION, item.id) for item in found], words)

    def move_head(self, actions: Sequence[RowId], head: str) -> Changes:
        """Put actions under another head in one act."""
        known = {item.id: item for item in self.plan().rows}
        found = [known[row] for row in actions if row in known and known[row].head != head]
        words = f"{len(found)} aksi ke {HEAD_WORDS[head]}"
        edits = [Set(ACTION, item.id, "head", head) for item in found]
        return self._store.write(edits, words) if edits else Changes()

    # Inside ------------------------------------------------------------------------------------------------

    def _program(self, row: RowId) -> tuple[RoadMap, RoadProgram]:
        road = self.road()
        found = road.program(row)
        if found is None:
            raise UserFault("row-gone")
        return road, found

    def _action(self, row: RowId) -> ActionRow:
        found = query.action(self._store.db, row)
        if found is None:
            raise UserFault("row-gone")
        return found
