"""A plan read by two people apart: the second reading, where both differ, and what was decided about it."""

from collections.abc import Sequence
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Gone, Value
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.second import (
    DECISION_WORDS,
    KIND,
    SECOND,
    SecondBoard,
    SecondLine,
    Tag,
    signature,
)
from smartcity_desktop.domain.table_sheet import TableSheet
from smartcity_desktop.domain.wording import number
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import second as query
from smartcity_desktop.storage.second import Reading
from smartcity_desktop.storage.store import Store
from smartcity_desktop.storage.verdict import said

__all__ = ["Reading", "SecondService"]
_ANALYSIS: Final = "analysis"


class SecondService:
    """Keeps second readings apart from the first, and takes of them what people decide."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def plans(self) -> list[tuple[RowId, str, int]]:
        """Return the agencies whose plan can be read: row, name, number of programs."""
        return query.Readings(self._store.db).plans()

    def readings(self) -> list[Reading]:
        """Return the second readings that were begun."""
        return query.Readings(self._store.db).begun()

    def board(self, opd: RowId, reader: str) -> SecondBoard:
        """Return the programs of one plan in both readings."""
        return query.Readings(self._store.db).board(opd, reader)

    def all_of(
        self, opd: RowId, reader: str
    ) -> tuple[list[tuple[RowId, str, int]], list[Reading], SecondBoard]:
        """Return the plans, the readings begun, and one of them whole, read in one go."""
        found = query.Readings(self._store.db)
        return found.plans(), found.begun(), found.board(opd, reader)

    def tag(self, line: RowId, reader: str, tag: Tag) -> Changes:
        """Write what the second reader says of one program. Raises UserFault ``second-nobody``."""
        who = _named(reader)
        values: dict[str, Value] = {
            "line": line,
            "reader": who,
            "relevant": tag.relevant,
            "dimension": tag.dimension,
            "subdimension": tag.subdimension,
            "note": tag.note,
        }
        row = self._store.key(query.ENTITY, line, who)
        return self._store.write([Birth(query.ENTITY, row, values)], "bacaan kedua", typing=True)

    def decide(self, opd: RowId, reader: str, lines: Sequence[RowId], decision: str) -> Changes:
        """Keep what was decided about differences, one act; taking the second writes the analysis.

        An empty ``decision`` opens them again; what was taken before goes back to the first reading.
        """
        board = self.board(opd, reader)
        found = [item for item in board.differing if item.id in set(lines)]
        edits = [edit for item in found for edit in self._decided(item, reader, decision)]
        words = DECISION_WORDS[decision].lower()
        label = f"{words}: {number(len(found))} program"
        return self._store.write(edits, label) if edits else Changes()

    def drop(self, opd: RowId, reader: str) -> Changes:
        """Take a whole second reading away; the first stays as it is."""
        own = {item.id for item in self.board(opd, reader).lines}
        edits: list[Edit] = [
            Gone(query.ENTITY, item.id)
            for item in query.second_tags(self._store.db)
            if item.reader == reader and item.line in own
        ]
        return self._store.write(edits, "hapus bacaan kedua") if edits else Changes()

    def tables(self) -> tuple[TableSheet, ...]:
        """Return every difference as a plain table."""
        readings = query.Readings(self._store.db)
        rows: list[tuple[str | int, ...]] = []
        for item in readings.begun():
            board = readings.board(item.opd, item.reader)
            rows += [
                (
                    *(item.opd_name, item.reader, line.code, line.name, self._store.say(line.what)),
                    *(board.told(line.first), board.told(line.second), DECISION_WORDS[line.decision]),
                )
                for line in board.differing
            ]
        heads = (
            *(self._store.say("OPD"), "Pembaca kedua", "Kode", "Program", "Beda di"),
            *("Bacaan pertama", "Bacaan kedua", "Keputusan"),
        )
        return (TableSheet("Beda bacaan", heads, tuple(rows), (22, 22, 14, 50, 14, 20, 20, 24)),)

    def _decided(self, line: SecondLine, reader: str, decision: str) -> list[Edit]:
        edits: list[Edit] = [said(self._store, (line.id, KIND, signature(line, reader)), decision or None)]
        taken = line.second if decision == SECOND else line.first if line.decision == SECOND else None
        if taken is not None:
            relevant, dimension, subdimension = taken.said
            values: dict[str, Value] = {
                "line": line.id,
                "relevant": relevant,
                "dimension": dimension,
                "subdimension": subdimension,
            }
            edits.append(Birth(_ANALYSIS, self._store.key(_ANALYSIS, line.id), values))
        return edits


def _named(reader: str) -> str:
    """Return the name of a reader. Raises UserFault ``second-nobody`` where there is none."""
    who = " ".join(reader.split())
    if not who:
        raise UserFault("second-nobody")
    return who
