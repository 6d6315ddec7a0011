"""The stages of a workshop: how many there are, what they are called, when and where they meet."""

from collections.abc import Iterator, Mapping
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Set, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.wording import stage_name
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage.group import groupings
from smartcity_desktop.storage.note import notes
from smartcity_desktop.storage.session import sessions
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.worksheet import sheets, worksheets
from smartcity_desktop.storage.workshop import stages

MOST: Final = 8
"""Stages at most: so many Roman numbers are shown, and no programme had more than four."""


class StageService:
    """Keeps the stages; their agenda stands in the agenda service."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def stages(self) -> list[Stage]:
        """Return the stages in the order of their numbers."""
        return stages(self._store.db)

    def add(self) -> tuple[RowId, Changes]:
        """Add a stage behind the last one and return its id. Raises UserFault ``stage-most``."""
        standing = self.stages()
        if len(standing) >= MOST:
            raise UserFault("stage-most", most=MOST)
        number = max((item.number or 0 for item in standing), default=0) + 1
        name = stage_name(number)
        row = self._store.key("stage", str(number))
        if any(item.id == row for item in standing):
            row = self._store.ids.new()
        values: dict[str, Value] = {
            "number": number,
            "title": f"Bimtek Tahap {name}",
            **dict.fromkeys(("date_start", "date_end", "goal", "homework_until")),
            "place": standing[-1].place if standing else "",
        }
        return row, self._store.write([Birth("stage", row, values)], f"tambah Tahap {name}")

    def update(self, row: RowId, field: str, value: Value) -> Changes:
        """Change one field of a stage: title, dates, place, ``places@day``, homework."""
        return self._store.write([Set("stage", row, field, value)], "ubah tahap", typing=True)

    def number(self, row: RowId, number: int) -> Changes:
        """Give a stage another number; the stage that has it takes the old one of this.

        Worksheets go by the numbers of their stages: they go with them.
        """
        standing = self.stages()
        own = next((item for item in standing if item.id == row), None)
        if own is None:
            raise UserFault("row-gone")
        other = next((item for item in standing if item.number == number and item.id != row), None)
        if own.number == number:
            return Changes()
        edits: list[Edit] = [Set("stage", row, "number", number)]
        turned = {own.number or 0: number}
        if other is not None:
            edits.append(Set("stage", other.id, "number", own.number))
            turned[number] = own.number or 0
        return self._store.write([*edits, *self._turned(turned)], f"jadikan Tahap {stage_name(number)}")

    def _turned(self, number_of: Mapping[int, int]) -> Iterator[Edit]:
        """Yield what puts the worksheets of some stages into others, by old number."""
        for item in worksheets(self._store.db):
            stage = number_of.get(item.stage or 0, item.stage)
            further = {number_of.get(one, one) for one in item.also} - {stage}
            if stage != item.stage:
                yield Set("worksheet", item.id, "stage", stage)
            for one in sorted({*item.also} - further):
                yield Set("worksheet", item.id, f"also_stage@{one}", None)
            for one in sorted(further - {*item.also}):
                yield Set("worksheet", item.id, f"also_stage@{one}", one)

    def remove(self, row: RowId) -> Changes:
        """Delete an empty stage; its worksheets that nobody has begun go to the one before it, else behind.

        Raises UserFault ``stage-last`` or ``stage-filled``.
        """
        standing = self.stages()
        own = next((item for item in standing if item.id == row), None)
        if own is None:
            raise UserFault("row-gone")
        if len(standing) == 1:
            raise UserFault("stage-last")
        name = stage_name(own.number or 0)
        holds = ", ".join(self._holds(own))
        if holds:
            raise UserFault("stage-filled", stage=name, what=holds)
        others = [item.number or 0 for item in standing if item.id != row]
        before = [number for number in others if number < (own.number or 0)]
        left = self._turned({own.number or 0: max(before) if before else min(others)})
        return self._store.write([Gone("stage", row), *left], f"hapus Tahap {name}")

    def _holds(self, stage: Stage) -> Iterator[str]:
        """Yield in words what belongs to a stage."""
        blocks = len(sessions(self._store.db, stage.id))
        if blocks:
            yield f"{blocks} sesi"
        written = sum(item.stage == stage.id for item in notes(self._store.db))
        if written:
            yield f"{written} catatan"
        divisions = len(groupings(self._store.db, stage.id))
        if divisions:
            yield f"{divisions} pembagian kelompok"
        begun = {item.worksheet for item in sheets(self._store.db) if item.status not in {"", "belum"}}
        known = worksheets(self._store.db)
        codes = [item.code for item in known if item.stage == stage.number and item.id in begun]
        if codes:
            yield f"kertas kerja {', '.join(codes)}"
