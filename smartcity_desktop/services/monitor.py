"""How programs smart city and quick wins run, year by year: typed fast, counted, told as plain tables."""

from collections.abc import Callable, Sequence
from typing import Final

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.edit import Birth, Edit, Value
from smartcity_desktop.domain.entity import RUN_STATES
from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.monitor import (
    KIND_WORDS,
    QUICKWIN,
    STATE_WORDS,
    SUM_HEADS,
    MonitorBoard,
    Monitored,
    Sum,
)
from smartcity_desktop.domain.quickwin_sheet import WHOLE
from smartcity_desktop.domain.table_sheet import Kind, TableSheet
from smartcity_desktop.domain.wording import shortened
from smartcity_desktop.errors import UserFault
from smartcity_desktop.storage import monitor as query
from smartcity_desktop.storage.inherited import taken_over
from smartcity_desktop.storage.quickwin_sheet import ENTITY as SHEET
from smartcity_desktop.storage.store import Store

_NAME: Final = 60
_WHAT: Final = {
    "planned": "rencana",
    "state": "keadaan",
    "progress": "progres",
    "achieved": "capaian",
    "spent": "realisasi",
    "evidence": "bukti",
    "note": "catatan",
}
_TYPED: Final = frozenset({"progress", "achieved", "spent", "evidence", "note"})


class MonitorService:
    """Keeps what was written about every program and quick win in each year."""

    def __init__(self, store: Store) -> None:
        """Stand on the open file."""
        self._store = store

    def board(self, year: int = 0) -> MonitorBoard:
        """Return everything in one year; 0 is this year, or the nearest one of the masterplan."""
        return query.board(self._store, year)

    def place(self, row: RowId) -> tuple[RowId, int] | None:
        """Return what a row of the monitoring is about: its subject and year; None for any other row."""
        return query.place(self._store.db, row)

    def write(self, subject: RowId, year: int, field: str, value: Value) -> Changes:
        """Write one field of a subject in a year; None empties it, a progress stays within 0 to 100.

        Raises UserFault ``row-gone`` where the subject is gone.
        """
        item = self._subject(subject)
        kept = _kept(field, value)
        row = self._store.key(query.ENTITY, subject, str(year))
        edits: list[Edit] = []
        if item.kind == QUICKWIN:
            # The row of a sheet that nobody has begun does not stand yet, and nothing hangs on air.
            edits.append(Birth(SHEET, subject, {"candidate": item.candidate}))
        values = {**taken_over(self._store.db, subject, year), field: kept}
        edits.append(Birth(query.ENTITY, row, {"subject": subject, "year": year, **values}))
        words = f'{_WHAT[field]} {year} "{shortened(item.name, _NAME)}"'
        return self._store.write(edits, words, typing=field in _TYPED)

    def tables(self, year: int = 0) -> tuple[TableSheet, ...]:
        """Return one year as plain tables: all lines, then the counts by dimension and by agency."""
        board, say = self.board(year), self._store.say
        kinds: tuple[Kind, ...] = (
            *("text", "long", "text", "text", "text", "text"),
            *("number", "long", "money", "long", "long"),
        )
        rows = tuple(
            (
                KIND_WORDS[item.subject.kind],
                item.subject.name,
                board.code_of(item.subject.dimension),
                board.names.get(item.subject.opd, ""),
                ("ya" if item.planned else "tidak") + ("" if item.said else " (usulan)"),
                STATE_WORDS.get(item.state, ""),
                "" if item.progress is None else item.progress,
                item.achieved,
                "" if item.spent is None else item.spent,
                item.evidence,
                item.note,
            )
            for item in board.lines
        )
        heads = (
            *("Jenis", "Program", say("Dimensi"), say("OPD penanggung jawab"), "Direncanakan", "Keadaan"),
            *("Progres (%)", "Capaian", "Realisasi (Rp)", "Bukti", "Catatan"),
        )
        return (
            TableSheet(
                f"Pemantauan {board.year}",
                heads,
                rows,
                (12, 40, 10, 24, 16, 16, 12, 32, 18, 40, 32),
                kinds,
                (board.told,),
            ),
            _sums(say("Per dimensi"), say("Dimensi"), board.by_dimension(), board.whole, say),
            _sums(say("Per OPD"), say("OPD"), board.by_opd(), board.whole, say),
        )

    def _subject(self, subject: RowId) -> Monitored:
        found = next((item for item in query.subjects(self._store) if item.id == subject), None)
        if found is None:
            raise UserFault("row-gone")
        return found


def _kept(field: str, value: Value) -> Value:
    if isinstance(value, str):
        told = " ".join(value.split()) if field == "achieved" else value.strip()
        return told if told and (field != "state" or told in RUN_STATES) else None
    if field == "progress" and isinstance(value, int):
        return min(max(value, 0), WHOLE)
    return value


def _sums(title: str, head: str, sums: Sequence[Sum], whole: Sum, say: Callable[[str], str]) -> TableSheet:
    def row(item: Sum) -> tuple[str | int, ...]:
        return (say(item.name), item.planned, item.reported, item.run, item.shown, item.beside, item.spent)

    kinds: tuple[Kind, ...] = ("text", *("number",) * 5, "money")
    rows = tuple(row(item) for item in sums)
    return TableSheet(title, (head, *SUM_HEADS), rows, (34, 14, 14, 12, 14, 16, 20), kinds, (), row(whole))
