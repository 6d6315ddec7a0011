"""Homework of the agencies after a stage: found on the sheets, changed by people, chased, settled.

A sheet for which no agency answers is that of its leader, of its assessor, or of the team of the region.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.homework import DONE, TO_DO, Standing, Unfinished, counted, words_of
from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.wording import LABELS
from smartcity_desktop.storage import homework as query
from smartcity_desktop.storage.answers import has_row
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.workshop import stages

if TYPE_CHECKING:
    from smartcity_desktop.domain.homework import HomeworkRow, Since

_WHAT = {"text": "kalimat", "due": "batas", "promised": "janji", "state": "keadaan", "opd": "OPD"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """What drawing homework up came to: new lines, those settled, sheets for which no agency answers.

    ``untouched`` are worksheets that nobody has begun: nothing of them is owed.
    """

    new: int = 0
    settled: int = 0
    unowned: tuple[str, ...] = ()
    untouched: tuple[str, ...] = ()


class HomeworkService:
    """Draws homework up, keeps it, and tells what changed since the stage before."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def rows(self) -> "tuple[HomeworkRow, ...]":
        """Return all homework by stage and agency, each with what its sheet lacks now."""
        return query.rows(self._store)

    def standing(self) -> Standing:
        """Return how many lines are open, late and done."""
        return counted(query.homework(self._store.db), self._store.now().date())

    def since(self, stage: int) -> "Since":
        """Return what changed since the stage before this one (its number) ended."""
        return query.since(self._store, stage)

    def draw_up(self, stage: int) -> tuple[Drawn, Changes]:
        """Write what the sheets of a stage lack as homework, and settle what they lack no more; one act.

        Lines that stand keep the words people gave them; those that were deleted do not come back. Lines of a
        worksheet that left the stage, or is no longer used, stay as they are: nothing says they are done.
        """
        owed, untouched = _apart(query.unfinished(self._store, stage))
        row = self._stage(stage)
        standing = {item.id: item for item in query.homework(self._store.db)}
        new = [
            (self._store.key("homework", row, item.sheet, opd), item, opd)
            for item in owed
            for opd in item.opds or ((NO_ROW,) if item.to else ())
        ]
        fresh = [item for item in new if item[0] not in standing and not has_row(self._store.db, item[0])]
        lacking = {item.sheet for item in (*owed, *untouched)}
        looked_at = query.sheets_of(self._store.db, stage) - lacking
        settled = [
            item
            for item in standing.values()
            if item.stage == row and item.sheet in looked_at and not item.is_done
        ]
        edits = [*self._births(fresh, row), *(Set("homework", item.id, "state", DONE) for item in settled)]
        unowned = tuple(f"{item.code} {item.party}".strip() for item in owed if not (item.opds or item.to))
        codes = tuple(dict.fromkeys(item.code for item in untouched))
        told = Drawn(len(fresh), len(settled), unowned, codes)
        return told, self._store.write(edits, "susun pekerjaan rumah") if edits else Changes()

    def add(self, stage: int, opd: RowId, text: str) -> tuple[RowId, Changes]:
        """Write a line of one's own for an agency and return its id; an empty text adds none.

        Without an agency it is one for the team of the region.
        """
        kept = text.strip()
        if not kept:
            return NO_ROW, Changes()
        row = self._store.ids.new()
        values: dict[str, Value] = {**self._frame(self._stage(stage), opd), "text": kept}
        values["pos"] = self._store.positions("homework", 1)[0]
        return row, self._store.write([Birth("homework", row, values)], "tambah pekerjaan rumah")

    def update(self, row: RowId, field: str, value: Value) -> Changes:
        """Change words, day, state or what was promised."""
        what = _WHAT.get(field, field)
        return self._store.write([Set("homework", row, field, value)], f"ubah {what} PR", typing=True)

    def set_state(self, rows: Sequence[RowId], state: str) -> Changes:
        """Say how far several lines are."""
        words = LABELS["state"].get(state, state)
        edits = [Set("homework", row, "state", state) for row in rows]
        return self._store.write(edits, f"tandai pekerjaan rumah {words.lower()}") if edits else Changes()

    def settle(self) -> Changes:
        """Mark as done every line whose sheet has all that was owed by now."""
        return self.set_state([item.id for item in self.rows() if item.can_be_settled], DONE)

    def remind(self, rows: Sequence[RowId]) -> Changes:
        """Remember that lines were chased now (ditagih)."""
        now = self._store.now_text()
        edits = [Set("homework", row, "reminded_at", now) for row in rows]
        return self._store.write(edits, "tandai sudah ditagih") if edits else Changes()

    def remove(self, rows: Sequence[RowId]) -> Changes:
        """Delete lines; undo brings them back."""
        words = "hapus pekerjaan rumah" if len(rows) == 1 else f"hapus {len(rows)} pekerjaan rumah"
        return self._store.write([Gone("homework", row) for row in rows], words) if rows else Changes()

    def team(self) -> str:
        """Return what the team of the region is called: it owes what nobody else is named for."""
        return query.Addressees(self._store.db).team

    def until(self, stage: int) -> str:
        """Return until when the homework of a stage is due (ISO day)."""
        found = next((item for item in stages(self._store.db) if item.number == stage), None)
        return found.homework_until if found else ""

    def set_until(self, stage: int, day: str) -> Changes:
        """Set until when the homework of a stage is due; lines that had its day or none have the new one."""
        row, before = self._stage(stage), self.until(stage)
        edits: list[Edit] = [Set("stage", row, "homework_until", day)]
        edits += [
            Set("homework", item.id, "due", day)
            for item in query.homework(self._store.db)
            if item.stage == row and item.due in {"", before} and not item.is_done
        ]
        return self._store.write(edits, "ubah batas pekerjaan rumah")

    def _stage(self, number: int) -> RowId:
        return next((item.id for item in stages(self._store.db) if item.number == number), NO_ROW)

    def _frame(self, stage: RowId, opd: RowId) -> dict[str, Value]:
        until = next((item.homework_until for item in stages(self._store.db) if item.id == stage), "")
        return {"stage": stage, "opd": opd, "due": until, "state": TO_DO, "made_at": self._store.now_text()}

    def _births(self, fresh: Sequence[tuple[RowId, Unfinished, RowId]], stage: RowId) -> list[Edit]:
        places = self._store.positions("homework", len(fresh)) if fresh else []
        return [
            Birth(
                "homework",
                row,
                {
                    **self._frame(stage, opd),
                    "pos": pos,
                    "sheet": item.sheet,
                    "text": self._store.say(words_of(item)),
                },
            )
            for (row, item, opd), pos in zip(fresh, places, strict=True)
        ]


def _apart(owed: Sequence[Unfinished]) -> tuple[list[Unfinished], list[Unfinished]]:
    """Return the sheets of worksheets that somebody has begun, and those of the others."""
    begun = {item.code for item in owed if item.status not in {"", "belum"} or item.done}
    return [item for item in owed if item.code in begun], [item for item in owed if item.code not in begun]
