"""The table of agencies: codes of bidang urusan and dimensions as chips, a picker for the bidang."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui import theme
from ui.models import opd_table as columns
from ui.models.opd_table import COLOR_ROLE, OpdTableModel
from ui.models.row_table import Index
from ui.translate import worded
from ui.widgets.cell_editing import PAD, CellEditing
from ui.widgets.cell_table import CellTableView
from ui.widgets.opd_bidang import BidangPicker


class _Cells(CellEditing):
    """Draws codes and dimensions as chips."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw words or chips."""
        words, ground = str(index.data() or ""), index.data(COLOR_ROLE)
        if ground or index.column() == columns.BIDANG:
            _chips(painter, option.rect, [words] if ground else words.split(), str(ground or ""))
        else:
            super().draw(painter, option, index)


def _chips(painter: QPainter, box: QRect, chips: Sequence[str], ground: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("small", bold=bool(ground)))
    metrics = painter.fontMetrics()
    left, height = box.left() + PAD, metrics.height() + 4
    fill = QColor(ground or theme.color("neutral-soft"))
    for chip in chips:
        width = metrics.horizontalAdvance(chip) + 12
        if left + width > box.right() - 4 and left > box.left() + PAD:
            painter.setPen(QColor(theme.color("text-soft")))
            painter.drawText(left, box.top(), 16, box.height(), int(Qt.AlignmentFlag.AlignVCenter), "…")
            break
        place = QRect(left, box.center().y() - height // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(QColor(theme.ink_on(fill.name()) if ground else theme.color("text")))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), chip)
        left += width + 4
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


class OpdTableView(CellTableView):
    """One row an agency."""

    name_column = columns.NAME
    widths: ClassVar[Mapping[int, int]] = {
        columns.NAME: 200,
        columns.SHORT: 106,
        columns.KIND: 94,
        columns.BIDANG: 134,
        columns.DIMENSION: 84,
        columns.TABLE: 54,
        columns.RENSTRA: 122,
        columns.DISTRICT: 100,
    }
    """As much as their words need: the name of an agency is long, and a kelurahan brings one column more."""
    emptied: ClassVar[Mapping[int, object]] = {
        columns.SHORT: "",
        columns.TABLE: "",
        columns.DIMENSION: "",
        columns.BIDANG: (),
    }
    row_height = 34

    def __init__(self, model: OpdTableModel, parent: QWidget | None = None) -> None:
        """Show this model."""
        super().__init__(model, "opd-cell", parent)
        self._opds = model
        self._picker: BidangPicker | None = None
        for signal in (model.modelReset, model.dataChanged):
            signal.connect(self._look)
        self.setObjectName("opd-table")
        self.setAccessibleName(worded("Daftar OPD"))
        self._look()

    def _look(self) -> None:
        """Show the column of the kecamatan where there are kelurahan."""
        bare = not self._opds.homes
        if self.isColumnHidden(columns.DISTRICT) != bare:
            self.setColumnHidden(columns.DISTRICT, bare)
            self.fit_columns()

    def make_cells(self, name: str) -> CellEditing:
        """Return cells with chips."""
        return _Cells(self, name)

    def open_cell(self, index: QModelIndex) -> bool:
        """Open the picker over a cell of bidang urusan, the list of any other choice."""
        return self._pick(index, "") or super().open_cell(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the picker over a cell of bidang urusan."""
        if not self._pick(self.indexAt(event.position().toPoint()), ""):
            super().mouseDoubleClickEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Let letters over a cell of bidang urusan open the picker."""
        return super().take_key(event) or self._pick_by(event)

    def _pick_by(self, event: QKeyEvent) -> bool:
        typed = event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        asked = event.key() == Qt.Key.Key_F2 or (plain and typed.isprintable() and bool(typed.strip()))
        return asked and self._pick(self.currentIndex(), typed if typed.isprintable() else "")

    def _pick(self, index: QModelIndex, typed: str) -> bool:
        if not index.isValid() or index.column() != columns.BIDANG or self._opds.locked:
            return False
        if self._picker is None:
            self._picker = BidangPicker(self)
            self._picker.taken.connect(self._picked)
        codes = tuple(index.data(Qt.ItemDataRole.EditRole))
        place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        self._picker.open_at(place, self._opds.shown.bidang, codes, typed)
        return True

    def _picked(self, codes: object) -> None:
        self._opds.setData(self.currentIndex(), codes)
        self.setFocus()
