"""The table of homework: days and states coloured by how pressing they are, changed in place."""

from collections.abc import Mapping
from typing import ClassVar, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui import theme
from ui.models import homework_table as columns
from ui.models.homework_table import INKS_ROLE, HomeworkModel
from ui.models.row_table import Index
from ui.translate import worded
from ui.widgets.cell_editing import PAD, CellEditing
from ui.widgets.cell_table import CellTableView

_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_LINES: Final = 2
_TALL: Final = frozenset({columns.TEXT, columns.LEFT, columns.PROMISED})


class _Cells(CellEditing):
    """Draws pills for days and states, two lines of words elsewhere."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw words, or a pill where the cell has inks."""
        words, inks = str(index.data() or ""), index.data(INKS_ROLE)
        if inks:
            _pill(painter, option.rect, words, inks)
        elif index.column() in _TALL:
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


class HomeworkTable(CellTableView):
    """One line a thing that is owed."""

    name_column = columns.TEXT
    widths: ClassVar[Mapping[int, int]] = {
        columns.OPD: 118,
        columns.STAGE: 56,
        columns.SHEET: 84,
        columns.TEXT: 220,
        columns.LEFT: 190,
        columns.DUE: 104,
        columns.STATE: 92,
        columns.PROMISED: 130,
        columns.CHASED: 84,
    }
    emptied: ClassVar[Mapping[int, object]] = {columns.DUE: "", columns.PROMISED: ""}
    row_height = 44

    def __init__(self, model: HomeworkModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(model, "homework-cell", parent)
        self.setObjectName("homework-table")
        self.setAccessibleName(worded("Pekerjaan rumah setiap OPD"))

    def make_cells(self, name: str) -> CellEditing:
        """Return cells with pills."""
        return _Cells(self, name)
