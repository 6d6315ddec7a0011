"""Cells of a table that are changed in place: pills where a cell has inks, two lines of words where asked."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from ui import theme
from ui.models.row_table import INKS_ROLE, Index
from ui.widgets.cell_editing import PAD, CellEditing

_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_LINES: Final = 2


class PillCells(CellEditing):
    """Draws pills for days and states, two lines of words in the ``tall`` columns."""

    def __init__(self, table: QTableView, name: str, tall: Collection[int]) -> None:
        """Belong to a table; ``name`` is the object name of its editors."""
        super().__init__(table, name)
        self._tall_ones = frozenset(tall)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw words, or a pill where the cell has inks."""
        words, inks = str(index.data() or ""), index.data(INKS_ROLE)
        if inks:
            _pill(painter, option.rect, words, inks)
        elif index.column() in self._tall_ones:
            self._tall(painter, option, index, words)
        else:
            super().draw(painter, option, index)

    @staticmethod
    def _tall(painter: QPainter, option: QStyleOptionViewItem, index: Index, words: str) -> None:
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(ink if isinstance(ink, QColor) else QColor(theme.color("text")))
        painter.setFont(option.font)
        room: QRect = option.rect.adjusted(PAD, 0, -6, 0)
        painter.drawText(room, _WRAP, _fitting(option, words, room.width()))


def _fitting(option: QStyleOptionViewItem, words: str, width: int) -> str:
    """Return as many words as stand on two lines, an ellipsis where there are more."""
    metrics, kept = option.fontMetrics, words
    if any(metrics.horizontalAdvance(word) > width for word in words.split()):
        # A word that is broken nowhere would be cut without a sign.
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
    most = metrics.lineSpacing() * _LINES + 2
    while kept and metrics.boundingRect(0, 0, width, 10_000, _WRAP, kept).height() > most:
        cut = kept.removesuffix("…").rsplit(" ", 1)[0]
        kept = f"{cut.rstrip(' ,;:')}…" if cut != kept.removesuffix("…") else ""
    return kept or metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


def _pill(painter: QPainter, box: QRect, words: str, inks: tuple[str, str]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("small"))
    metrics = painter.fontMetrics()
    width = min(metrics.horizontalAdvance(words) + 16, box.width() - PAD)
    place = QRect(
        box.left() + PAD - 2, box.center().y() - metrics.height() // 2 - 2, width, metrics.height() + 5
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.color(inks[1])))
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
    painter.setPen(QColor(theme.color(inks[0])))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
