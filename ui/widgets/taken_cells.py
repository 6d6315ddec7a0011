"""Isian dari Excel: what a spreadsheet that came back comes to, cell by cell, before anything is written."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.wording import EMPTY, number, shortened
from smartcity_desktop.domain.worksheet_file import Coming, Taken
from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.table_rows import listed

_HIGHEST: Final = 240
"""Pixels of a row at most: an answer of a whole page does not push the others away."""
_PAD: Final = 8
"""Pixels that the style keeps free at both sides of a cell of this table, beside the margins Qt knows of."""
_WIDEST: Final = 26
"""Letters of a column that only says where: a longer name goes on in the next line."""
_HEADS: Final = ("Pakai", "Lembar", "Baris", "Kolom", "Di sini", "Di Excel")
_DIFFERS: Final = "isian berbeda"
_STANDS: Final = "sudah ada"
_APART: Final = "Ambil sebagai baris baru: {} baris Excel yang tempatnya di sini sudah terisi"
_SHOWN: Final = 600
_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_LINES: Final = 5


class _WholeLines(QStyledItemDelegate):
    """Reckons the height of a cell with the room its text has: Qt forgets what the style keeps free."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        narrow = QStyleOptionViewItem(option)
        narrow.rect = option.rect.adjusted(0, 0, -2 * _PAD, 0)
        return super().sizeHint(narrow, index)


class TakenDialog(QDialog):
    """Every cell with a tick: what only Excel changed is ticked.

    What both changed, and rows that were added there and stand here already, are left to the person.
    """

    taken = Signal(object)
    """The list of Taken as the person wants it: everything ticked stands in ``cells``."""

    def __init__(self, name: str, found: Sequence[Taken], parent: QWidget | None = None) -> None:
        """List what ``found`` holds of the file ``name``."""
        super().__init__(parent)
        self.setObjectName("taken")
        self.setWindowTitle("Isian dari Excel")
        self.setModal(True)
        self.resize(980, 560)
        self._found = list(found)
        self._cells: list[tuple[int, Coming]] = []
        self.table = self._table()
        self.apart = QCheckBox("", self)
        self.apart.setObjectName("taken-apart")
        self.refused = QPlainTextEdit(self)
        self.refused.setObjectName("taken-refused")
        self.refused.setAccessibleName("Yang tidak bisa dipakai")
        self.refused.setReadOnly(True)
        self.take = Button("", "taken-go", "primary", parent=self)
        self.cancel = Button("Batal", "taken-cancel", parent=self)
        self._fill()
        self._lay_out(name)
        self._count()
        self.take.setDefault(True)
        self.table.itemChanged.connect(self._count)
        self.apart.toggled.connect(self._refill)
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self.reject)

    def chosen(self) -> list[Taken]:
        """Return the sheets with the ticked cells alone."""
        ticks = (self.table.item(row, 0) for row in range(self.table.rowCount()))
        ticked = [
            cell
            for cell, tick in zip(self._cells, ticks, strict=True)
            if tick and tick.checkState() == Qt.CheckState.Checked
        ]
        return [
            replace(
                item,
                cells=tuple(cell for at, cell in ticked if at == place),
                differing=(),
                again=(),
                apart=(),
            )
            for place, item in enumerate(self._found)
        ]

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, len(_HEADS), self)
        table.setObjectName("taken-table")
        table.setAccessibleName("Isian dari Excel")
        listed(table, list(_HEADS))
        head = table.horizontalHeader()
        for column in (2, 4, 5):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        # What differs often stands at the end of a sentence: nobody can agree to what is cut off.
        table.setWordWrap(True)
        table.setItemDelegate(_WholeLines(table))
        table.verticalHeader().setMaximumSectionSize(_HIGHEST)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _refill(self) -> None:
        """Show what is to be chosen now; a line that stays keeps its tick."""
        ticks = {id(cell): tick.checkState() for tick, cell in self._ticks()}
        quiet = self.table.blockSignals(True)  # noqa: FBT003 - Qt takes it by place only
        self._fill()
        for tick, cell in self._ticks():
            tick.setCheckState(ticks.get(id(cell), tick.checkState()))
        self.table.blockSignals(quiet)
        self._count()

    def _ticks(self) -> list[tuple[QTableWidgetItem, Coming]]:
        found = [(self.table.item(row, 0), cell) for row, (_, cell) in enumerate(self._cells)]
        return [(tick, cell) for tick, cell in found if tick is not None]

    def _listed(self) -> list[tuple[int, Coming]]:
        """Return the cells in their order: what is asked first, what stands here already last."""
        places = list(enumerate(self._found))
        own = self.apart.isChecked()
        beside = {row for item in self._found for row, _ in item.apart} if own else set()
        asked = [(at, cell) for at, item in places for cell in item.differing if cell.row not in beside]
        new = [(at, cell) for at, item in places if own for _, cells in item.apart for cell in cells]
        mine = [(at, cell) for at, item in places for cell in item.cells]
        return [*asked, *new, *mine, *((at, cell) for at, item in places for cell in item.again)]

    def _fill(self) -> None:
        self._cells = self._listed()
        asked = {id(cell): _DIFFERS for item in self._found for cell in item.differing}
        asked |= {id(cell): _STANDS for item in self._found for cell in item.again}
        self.table.setRowCount(len(self._cells))
        for row, (place, cell) in enumerate(self._cells):
            asks = asked.get(id(cell), "")
            tick = QTableWidgetItem(asks)
            tick.setFlags(_FLAGS | Qt.ItemFlag.ItemIsUserCheckable)
            _tone(tick, asks)
            tick.setCheckState(Qt.CheckState.Unchecked if asks else Qt.CheckState.Checked)
            self.table.setItem(row, 0, tick)
            words = (self._found[place].called, cell.about or "baris baru", cell.label, cell.here, cell.there)
            for column, text in enumerate(words, start=1):
                self.table.setItem(row, column, _item(text))
        for column in (0, 1, 3):
            self.table.resizeColumnToContents(column)
            wide = self.table.fontMetrics().averageCharWidth() * _WIDEST
            self.table.setColumnWidth(column, min(self.table.columnWidth(column), wide))
        if self._cells:
            self.table.setCurrentCell(0, 0)
        self.refused.setPlainText(
            "\n".join(f"{item.called}: {line}" for item in self._found for line in item.refused)
        )

    def _lay_out(self, name: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(Label("Isian dari Excel", "title", parent=self))
        column.addWidget(Label(self._told(name), "soft", name="taken-words", wrap=True, parent=self))
        self.table.setVisible(bool(self._cells))
        column.addWidget(self.table, 1)
        beside = sum(len(item.apart) for item in self._found)
        self.apart.setText(_APART.format(number(beside)))
        self.apart.setVisible(bool(beside))
        column.addWidget(self.apart)
        refused = sum(len(item.refused) for item in self._found)
        heading = Label(f"{number(refused)} isian tidak bisa dipakai", "strong", parent=self)
        for part in (heading, self.refused):
            part.setVisible(bool(refused))
            column.addWidget(part)
        self.refused.setFixedHeight(self.fontMetrics().lineSpacing() * min(refused + 1, _LINES))
        if not self._cells:
            column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.take)
        column.addLayout(row)

    def _told(self, name: str) -> str:
        new = sum(item.new for item in self._found)
        differing = sum(len(item.differing) for item in self._found)
        left_out = sum(item.left_out for item in self._found)
        again = len({cell.row for item in self._found for cell in item.again})
        changed = sum(len(item.cells) + len(item.differing) for item in self._found)
        if not changed:
            words = [f"{name}: tidak ada isian yang berubah."]
        else:
            words = [f"{name}: {number(changed)} isian berubah, {number(new)} baris baru."]
        if differing:
            words.append(
                f"{number(differing)} isian juga diubah di sini sejak berkas itu disimpan: "
                "centang yang mau diganti dengan isian Excel."
            )
        if again:
            words.append(
                f"{number(again)} baris baru di Excel sudah ada di sini: centang hanya kalau memang mau "
                "ditambah sekali lagi."
            )
        if left_out:
            words.append(f"{number(left_out)} baris tidak ada lagi di Excel; di sini tetap ada.")
        return " ".join([*words, "Belum ada yang disimpan."])

    def _count(self) -> None:
        count = sum(len(item.cells) for item in self.chosen())
        words = f"Pakai isian dari Excel ({number(count)})"
        self.take.setText(words)
        self.take.setAccessibleName(words)
        self.take.setEnabled(bool(count))

    def _take(self) -> None:
        self.taken.emit(self.chosen())
        self.accept()


def _tone(tick: QTableWidgetItem, asks: str) -> None:
    """Let what waits for the person stand out, and what needs nobody step back; the words say it too."""
    if asks == _DIFFERS:
        tick.setForeground(QColor(theme.color("warning")))
        tick.setBackground(QColor(theme.color("warning-soft")))
        # In the row one stands on, the colours of the choice lie over these.
        tick.setIcon(theme.icon("peringatan", "warning"))
    elif asks == _STANDS:
        tick.setForeground(QColor(theme.color("text-soft")))


def _item(text: str) -> QTableWidgetItem:
    line = " ".join(text.split())
    item = QTableWidgetItem(shortened(line, _SHOWN) or EMPTY)
    item.setFlags(_FLAGS)
    if len(line) > len(_HEADS):
        item.setToolTip(f"<qt>{escape(text[:2000])}</qt>")
    return item
