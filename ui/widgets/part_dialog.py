"""What a table or chart of a book shows just now: its rows to be read, or the chart itself."""

from typing import Final

from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from smartcity_desktop.domain.book_part import BookChart, BookTable, Filled
from smartcity_desktop.domain.chart import Chart
from smartcity_desktop.domain.wording import number
from ui import theme
from ui.models.read_table import ReadLine
from ui.widgets.button import Button
from ui.widgets.chart import ChartView
from ui.widgets.dialog_size import size_dialog
from ui.widgets.label import Label
from ui.widgets.read_table import ReadTable

_WIDE, _HIGH = 860, 560
_LOW = 150
_NARROW, _BROAD = 70, 170
_SOURCE: Final = "Isi ini mengikuti data. Mengubahnya dilakukan di tempat datanya diisi."


class PartDialog(QDialog):
    """Title, rows or chart, and what stands below it; Esc closes."""

    def __init__(self, part: Filled, parent: QWidget | None = None) -> None:
        """Show a part that was filled."""
        super().__init__(parent)
        self.setObjectName("part-dialog")
        self.setWindowTitle(part.caption)
        theme.set_role(self, "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        title = Label(part.caption, "title", wrap=True, parent=self)
        title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column.addWidget(title)
        widths = part.widths if isinstance(part, BookTable) else ()
        wide = widths.index(max(widths)) if widths else 0
        self.table = ReadTable("part-rows", part.caption, wide, self)
        self.chart = ChartView("part-chart", float(_WIDE), self)
        self.missing = Label(part.missing, "soft", name="part-missing", wrap=True, parent=self)
        column.addWidget(self.table, 1)
        column.addWidget(self.chart)
        column.addWidget(self.missing)
        if isinstance(part, BookTable):
            self._show_table(part)
        else:
            self._show_chart(part)
        if self.table.isHidden():
            column.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(Label(self._told(part), "small", wrap=True, parent=self), 1)
        close = Button("Tutup", "part-close", parent=self)
        close.clicked.connect(self.accept)
        below.addWidget(close)
        column.addLayout(below)
        high = _HIGH if not self.table.isHidden() else _LOW + self.chart.heightForWidth(_WIDE)
        size_dialog(self, _WIDE, min(high, _HIGH))

    def _show_table(self, part: BookTable) -> None:
        rows = [*part.rows]
        lines = [ReadLine(f"{at}", row.cells, faint=row.heading) for at, row in enumerate(rows)]
        if part.sums:
            lines.append(ReadLine("sums", part.sums))
        right = frozenset(at for at, side in enumerate(part.aligns) if side == "right")
        widths = {at: _NARROW if at in right else _BROAD for at in range(len(part.columns))}
        self.table.show_lines(part.columns, lines, widths, right)
        self.table.setVisible(bool(lines))
        self.chart.hide()
        self.missing.setVisible(not lines)

    def _show_chart(self, part: BookChart) -> None:
        self.table.hide()
        self.chart.setVisible(not part.is_empty)
        self.missing.setVisible(part.is_empty)
        if not part.is_empty:
            self.chart.show_chart(lambda _wide: _same(part.chart), part.caption)

    @staticmethod
    def _told(part: Filled) -> str:
        count = f"{number(len(part.lines))} baris. " if isinstance(part, BookTable) and part.lines else ""
        return " ".join(f"{count}{part.note} {_SOURCE}".split())


def _same(chart: Chart) -> Chart:
    return chart
