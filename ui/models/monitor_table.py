"""One year of programs and quick wins as a table: a letter a state, everything else typed in its cell."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from smartcity_desktop.domain.match import plain
from smartcity_desktop.domain.monitor import (
    KIND_WORDS,
    QUICKWIN,
    STATE_WORDS,
    SUM_HEADS,
    MonitorBoard,
    MonitorLine,
    Sum,
)
from smartcity_desktop.domain.quickwin_sheet import WHOLE
from smartcity_desktop.domain.wording import money, number, parse_money
from ui import theme
from ui.models.read_table import ReadLine
from ui.models.row_table import CHOICES_ROLE, INKS_ROLE, RowTableModel
from ui.translate import worded

NAME, HOME, OPD, PLANNED, STATE, PROGRESS, ACHIEVED, SPENT, EVIDENCE, NOTE = range(10)
HEADS: Final = (
    *("Program", "Dimensi", "OPD", "Rencana", "Keadaan", "Progres", "Capaian", "Realisasi (Rp)", "Bukti"),
    "Catatan",
)
FIELDS: Final = {
    PLANNED: "planned",
    STATE: "state",
    PROGRESS: "progress",
    ACHIEVED: "achieved",
    SPENT: "spent",
    EVIDENCE: "evidence",
    NOTE: "note",
}
YES, NO = "ya", "tidak"
ALL, ONLY_PLANNED, UNSAID, UNSHOWN = "all", "planned", "unsaid", "unshown"
FILTERS: Final = (
    (ALL, "Semua"),
    (ONLY_PLANNED, "Direncanakan tahun ini"),
    (UNSAID, "Belum dilaporkan"),
    (UNSHOWN, "Berjalan tanpa bukti"),
)
SUM_WIDTHS: Final = {1: 116, 2: 102, 3: 96, 4: 116, 5: 132, 6: 136}
_INKS: Final = {
    "berjalan": ("info", "info-soft"),
    "selesai": ("good", "good-soft"),
    "tertunda": ("warning", "warning-soft"),
    "batal": ("neutral", "neutral-soft"),
}
_SAID: Final = {"": "Menurut tahun dan peta jalan", YES: "Ya", NO: "Tidak"}
_WANTED: Final = {
    PROGRESS: "Tulis angka 0 sampai 100.",
    SPENT: "Tulis rupiahnya, misalnya 1.250.000 atau 1,25 miliar.",
}
_PROPOSED: Final = "(usulan)"
_LOCKED: Final = "Berkas ini hanya bisa dibaca, jadi pemantauan tidak diubah di sini."


class MonitorModel(RowTableModel[MonitorLine]):
    """One line a program or quick win. What a person changes is shown at once and told by ``edited``."""

    edited = Signal(str, str, object)
    """Row of the subject, field, value (None where it was emptied)."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.heads: tuple[str, ...] = tuple(worded(item) for item in HEADS)
        self.board = MonitorBoard()
        self.kept = ALL
        self.words = ""

    def show(self, board: MonitorBoard, *, read_only: bool = False) -> None:
        """Show one year."""
        self.board = board
        self.scope = board.year
        self.locked = _LOCKED if read_only else ""
        self.sift(self.words, self.kept)

    def sift(self, words: str, kept: str) -> None:
        """Show those that hold these words and are of this kind."""
        self.words, self.kept = words, kept
        wanted = plain(words).split()
        # What is being changed stays until its cell is left, whatever it says meanwhile.
        rows = self.with_typed(self.board.lines)
        self.show_rows([item for item in rows if item.id == self.held or self._is_kept(item, wanted)])

    def can_change(self, row: MonitorLine, column: int) -> bool:
        """Return whether a cell tells of the year: the program itself is not changed here."""
        del row
        return column in FIELDS

    def field_of(self, column: int) -> str:
        """Return the field that a column writes."""
        return FIELDS.get(column, str(column))

    def asks_for(self, column: int) -> str:
        """Return how a percentage and an amount are written."""
        return _WANTED.get(column, "")

    def tell(self, row: MonitorLine, column: int) -> None:
        """Tell what was changed."""
        lines = tuple(row if item.id == row.id else item for item in self.board.lines)
        self.board = replace(self.board, lines=lines)
        name = self.field_of(column)
        value = getattr(row, name)
        if column == PLANNED:
            value = row.planned if row.said else None
        self.edited.emit(row.id, name, None if value == "" else value)

    def change(self, row: MonitorLine, column: int, value: object) -> MonitorLine | None:
        """Return the line with another value, None where it cannot be read."""
        text = str("" if value is None else value).strip()
        if column == PLANNED:
            # What was copied from a cell may be pasted into another one, a proposal as one.
            return self._planned(row, "" if text.endswith(_PROPOSED) else text.casefold())
        if column == STATE:
            return replace(row, state=text) if text in {"", *STATE_WORDS} else None
        if column in {PROGRESS, SPENT}:
            return _with_figure(row, column, text)
        values: dict[str, Any] = {FIELDS[column]: " ".join(text.split())}
        return replace(row, **values)

    def give(self, row: MonitorLine, column: int, role: int) -> object:
        """Return words, the value to edit, the choices, a pill, side and a tooltip."""
        found = self._GIVERS.get(role)
        return found(self, row, column) if found else None

    def _planned(self, row: MonitorLine, said: str) -> MonitorLine | None:
        if said in {YES, NO}:
            return replace(row, planned=said == YES, said=True)
        return None if said else replace(row, planned=row.subject.is_planned(self.board.year), said=False)

    def _is_kept(self, row: MonitorLine, words: Sequence[str]) -> bool:
        fits = {
            ALL: True,
            ONLY_PLANNED: row.planned,
            UNSAID: row.planned and not row.state,
            UNSHOWN: row.runs and not row.is_shown,
        }[self.kept]
        home = self.board.code_of(row.subject.dimension)
        told = plain(f"{row.subject.name} {home} {self.board.names.get(row.subject.opd, '')} {row.evidence}")
        return fits and all(word in told for word in words)

    def _words(self, row: MonitorLine, column: int) -> str:
        planned = "Ya" if row.planned else "Tidak"
        return {
            NAME: _called(row),
            HOME: self.board.code_of(row.subject.dimension),
            OPD: self.board.names.get(row.subject.opd, "–"),
            PLANNED: planned if row.said else f"{planned.lower()} {_PROPOSED}",
            STATE: STATE_WORDS.get(row.state, "") or self._hint(row),
            PROGRESS: "" if row.progress is None else f"{row.progress}%",
            ACHIEVED: row.achieved,
            SPENT: "" if row.spent is None else money(row.spent),
            EVIDENCE: row.evidence,
            NOTE: row.note,
        }[column]

    def _hint(self, row: MonitorLine) -> str:
        """Return the state that the sheet of a quick win speaks for in the year its months end or run."""
        first, last = row.subject.first, row.subject.last
        now = first is not None and last is not None and first <= self.board.year <= last
        hint = row.subject.hint if now and row.planned else ""
        return f"{STATE_WORDS[hint].lower()} {_PROPOSED}" if hint else ""

    def _edit_value(self, row: MonitorLine, column: int) -> str:
        if column == PLANNED:
            return (YES if row.planned else NO) if row.said else ""
        if column == STATE:
            return row.state
        if column == PROGRESS:
            return "" if row.progress is None else str(row.progress)
        return self._words(row, column)

    def _choices(self, row: MonitorLine, column: int) -> tuple[tuple[str, str], ...]:
        del row
        if column == PLANNED:
            return tuple(_SAID.items())
        return (("", "–"), *STATE_WORDS.items()) if column == STATE else ()

    def _pill(self, row: MonitorLine, column: int) -> tuple[str, str] | None:
        return _INKS.get(row.state) if column == STATE else None

    def _ink(self, row: MonitorLine, column: int) -> QColor:
        faint = column in {HOME, OPD, NOTE} or not row.planned
        faint |= (column == PLANNED and not row.said) or (column == STATE and not row.state)
        return QColor(theme.color("text-soft" if faint else "text"))

    def _tip(self, row: MonitorLine, column: int) -> str:
        words = self._words(row, column)
        return f"<qt>{escape(words)}</qt>" if words else ""

    def _spoken(self, row: MonitorLine, column: int) -> str:
        return f"{self.heads[column]}: {self._words(row, column) or 'kosong'}"

    _GIVERS: Final[Mapping[int, Callable[["MonitorModel", MonitorLine, int], object]]] = {
        Qt.ItemDataRole.DisplayRole: _words,
        Qt.ItemDataRole.EditRole: _edit_value,
        CHOICES_ROLE: _choices,
        INKS_ROLE: _pill,
        Qt.ItemDataRole.ForegroundRole: _ink,
        Qt.ItemDataRole.ToolTipRole: _tip,
        Qt.ItemDataRole.AccessibleTextRole: _spoken,
    }


def _called(row: MonitorLine) -> str:
    is_quick = row.subject.kind == QUICKWIN
    return f"{row.subject.name} ({KIND_WORDS[QUICKWIN].lower()})" if is_quick else row.subject.name


def _with_figure(row: MonitorLine, column: int, text: str) -> MonitorLine | None:
    """Return the line with a percentage or an amount as people write it."""
    if column == SPENT:
        try:
            return replace(row, spent=parse_money(text))
        except ValueError:
            return None
    kept = text.casefold().removesuffix("persen").rstrip("% ").strip()
    if not kept:
        return replace(row, progress=None)
    fits = kept.isascii() and kept.isdigit() and int(kept) <= WHOLE
    return replace(row, progress=int(kept)) if fits else None


def sum_heads(first: str) -> tuple[str, ...]:
    """Return the heads of the counts by dimension or by agency."""
    return (first, *SUM_HEADS)


def sum_lines(sums: Sequence[Sum], whole: Sum) -> list[ReadLine]:
    """Return the counts as lines, all of them in the last."""
    return [
        ReadLine(
            f"{place}",
            (
                worded(item.name),
                number(item.planned),
                number(item.reported),
                item.run_words,
                number(item.shown),
                number(item.beside) if item.beside else "–",
                money(item.spent) if item.spent else "–",
            ),
        )
        for place, item in enumerate((*sums, whole))
    ]
