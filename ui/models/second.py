"""A second reading as a table to type into, without a word of the first; and the differences as lines."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from smartcity_desktop.domain.dimension import Dimension, Subdimension, offered
from smartcity_desktop.domain.entity import RELEVANT
from smartcity_desktop.domain.second import (
    DECISION_WORDS,
    FIRST,
    LATER,
    RELEVANT_WORDS,
    SECOND,
    SecondBoard,
    SecondLine,
    Tag,
    read_place,
    read_relevant,
)
from smartcity_desktop.domain.wording import number
from ui import theme
from ui.models.read_table import ReadLine
from ui.models.row_table import CHOICES_ROLE, HINTS_ROLE, RowTableModel
from ui.translate import worded

PLACE, CODE, NAME, RELEVANCE, HOME, NOTE = range(6)
HEADS: Final = ("No", "Kode", "Program", "Relevan", "Dimensi", "Catatan")
DECISION_KEYS: Final = {"1": FIRST, "2": SECOND, "3": LATER, "0": ""}
"""The keys that decide about a difference."""
DIFFERENCE_WIDTHS: Final = {0: 44, 2: 92, 3: 132, 4: 120, 5: 150}
READING_WIDTHS: Final = {1: 84, 2: 56}
_LOCKED: Final = "Berkas ini hanya bisa dibaca, jadi bacaan kedua tidak diisi di sini."


class SecondModel(RowTableModel[SecondLine]):
    """One line a program; what is typed is told by ``edited`` as the whole tag."""

    heads = HEADS
    edited = Signal(str, object)
    """Row id and its Tag."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._places: tuple[Sequence[Dimension], Sequence[Subdimension]] = ((), ())
        self._codes: dict[str, str] = {}

    def show(self, board: SecondBoard, *, read_only: bool = False) -> None:
        """Show the programs of a plan as the second reader tagged them."""
        self._places = board.dimensions, board.subdimensions
        self._codes = {str(item.id): item.code for item in board.dimensions}
        self._codes |= {str(item.id): item.code for item in board.subdimensions}
        self.locked = _LOCKED if read_only else ""
        self.show_rows(self.with_typed(board.lines))

    def can_change(self, row: SecondLine, column: int) -> bool:
        """Let the three answers be typed."""
        del row
        return column in {RELEVANCE, HOME, NOTE}

    def field_of(self, column: int) -> str:
        """Return the one field that all three answers are stored in."""
        del column
        return "second"

    def tell(self, row: SecondLine, column: int) -> None:
        """Tell what the second reader says of a program now."""
        del column
        self.edited.emit(row.id, row.second)

    def change(self, row: SecondLine, column: int, value: object) -> SecondLine | None:
        """Return the line with another answer; None where what was typed means nothing.

        A place that is typed says that the program is relevant where nothing was said yet.
        """
        text, tag = " ".join(str(value or "").split()), row.second
        if column == NOTE:
            return replace(row, second=replace(tag, note=text))
        if column == RELEVANCE:
            answer = read_relevant(text)
            return None if answer is None else replace(row, second=replace(tag, relevant=answer))
        found = read_place(text, *self._places)
        if found is None:
            return None
        home, sub = found
        relevant = tag.relevant or ("ya" if home else "")
        made = Tag(relevant, home, sub, tag.note)
        return replace(row, second=made)

    def give(self, row: SecondLine, column: int, role: int) -> object:
        """Return words, the value to edit, hints, ink and a tooltip."""
        if role in {HINTS_ROLE, CHOICES_ROLE}:
            return self._hints() if column == HOME and role == HINTS_ROLE else ()
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(theme.color("text-soft" if column in {PLACE, CODE} else "text"))
        words = self._words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(words)}</qt>" if words else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{worded(HEADS[column])}: {words or 'kosong'}"
        return words if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole} else None

    def _words(self, row: SecondLine, column: int) -> str:
        tag = row.second
        shown = tag.relevant in RELEVANT or not tag.relevant
        return {
            PLACE: number(row.place),
            CODE: row.code,
            NAME: row.name,
            RELEVANCE: RELEVANT_WORDS.get(tag.relevant, ""),
            HOME: self._codes.get(tag.subdimension or tag.dimension, "") if shown else "",
            NOTE: tag.note,
        }[column]

    def _hints(self) -> tuple[str, ...]:
        homes, subs = self._places
        return (*(item.code for item in offered(homes)), *(item.code for item in offered(subs)))


def difference_heads() -> tuple[str, ...]:
    """Return the heads of the differences."""
    return "No", "Program", "Beda di", "Bacaan pertama", "Bacaan kedua", "Keputusan"


def difference_lines(board: SecondBoard) -> list[ReadLine]:
    """Return a line for each difference, those still open first."""
    return [
        ReadLine(
            item.id,
            (
                number(item.place),
                f"{item.code} {item.name}".strip(),
                worded(item.what),
                board.told(item.first),
                board.told(item.second),
                DECISION_WORDS[item.decision],
            ),
            faint=item.decision in {FIRST, SECOND},
        )
        for item in board.differing
    ]


def detail(board: SecondBoard, item: SecondLine) -> str:
    """Return both readings of one program with both notes."""
    lines = []
    for told, tag in (("Pertama", item.first), (board.reader, item.second)):
        note = " ".join(tag.note.split())
        lines.append(f"{told}: {board.told(tag)}{f' — {note}' if note else ''}")
    return "\n".join(lines)


def codes_told(dimensions: Iterable[Dimension]) -> str:
    """Return how a dimension is typed, with the numbers that stand for them."""
    known = [f"{place} {item.code}" for place, item in enumerate(offered(dimensions), start=1)]
    told = worded(
        "Y ya · S sebagian · T tidak. Dimensi: kode atau nomornya ({codes}); subdimensi: 1.2 atau kodenya."
    )
    return told.format(codes=", ".join(known))
