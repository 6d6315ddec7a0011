"""Participants who were removed from the list: who they are, brought back, or erased for good."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.people_record import Removed
from smartcity_desktop.domain.wording import clock_time, long_date
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import Label, tip
from ui.widgets.table_rows import listed

_SIZE: Final = (820, 520)
_HEADS: Final = ("No", "Nama", "OPD / instansi", "Dihapus")
_NARROW: Final = {0: 56, 2: 220, 3: 230}
_ROW: Final = 30
_ABOUT: Final = (
    "Nama dan isian peserta yang dihapus dari daftar masih ada di riwayat berkas ini, agar bisa "
    "dikembalikan. Atas permintaan orangnya, hapus juga data pribadinya; itu tidak bisa diurungkan."
)
_KEYS: Final = "Enter: kembalikan · Delete: hapus data pribadinya · Ctrl+A: pilih semua · Esc: tutup"
_LOCKED: Final = "Berkas ini hanya bisa dibaca, jadi peserta tidak dikembalikan atau dihapus di sini."


def removed_words(item: Removed) -> str:
    """Return when somebody was removed, and what was brought in about him since."""
    moment = datetime.fromisoformat(item.at)
    words = f"{long_date(moment.date(), weekday=False)} pukul {clock_time(moment)}"
    return f"{words} · {item.came} kehadiran masuk sesudahnya" if item.came else words


class _Table(QTableWidget):
    """Enter brings the chosen ones back, Delete erases them."""

    restored = Signal()
    erased = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.restored.emit()
        elif key == Qt.Key.Key_Delete:
            self.erased.emit()
        else:
            super().keyPressEvent(event)


class GoneDialog(QDialog):
    """The list of the removed, the latest removal first; one or several are chosen."""

    restore_asked = Signal(list)
    """The rows of the chosen ones."""
    erase_asked = Signal(list)

    def __init__(self, people: Sequence[Removed], *, locked: bool, parent: QWidget | None = None) -> None:
        """``locked`` shows a file that takes no change."""
        super().__init__(parent)
        self.setObjectName("people-gone")
        self.setWindowTitle("Peserta yang sudah dihapus")
        self.resize(*_SIZE)
        self._locked = locked
        self._people: list[Removed] = []
        self.table = _Table(0, len(_HEADS), self)
        self.table.setObjectName("people-gone-list")
        self.table.setAccessibleName("Peserta yang sudah dihapus")
        listed(self.table, [worded(item) for item in _HEADS])
        self.table.setSelectionMode(QTableWidget.SelectionMode.ExtendedSelection)
        self.table.setShowGrid(False)
        self.table.setStyleSheet("QTableView::item { padding: 0 5px; }")
        self.table.verticalHeader().setDefaultSectionSize(max(_ROW, self.fontMetrics().height() + 10))
        for column, width in _NARROW.items():
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.itemSelectionChanged.connect(self._look)
        self.table.restored.connect(self._restore)
        self.table.erased.connect(self._erase)
        self.nobody = Label("Tidak ada peserta yang terhapus.", "soft", name="people-gone-none", parent=self)
        self.restore = Button("Kembalikan", "people-gone-restore", "primary", parent=self)
        self.restore.clicked.connect(self._restore)
        self.erase = Button("Hapus data pribadinya …", "people-gone-erase", parent=self)
        self.erase.clicked.connect(self._erase)
        self.shut = Button("Tutup", "people-gone-close", parent=self)
        self.shut.clicked.connect(self.reject)
        for part in (self.restore, self.erase, self.shut):
            part.setAutoDefault(False)
        if locked:
            tip(self.restore, _LOCKED)
            tip(self.erase, _LOCKED)
        self._lay_out()
        self.show_people(people)
        self.table.setFocus()

    def show_people(self, people: Sequence[Removed]) -> None:
        """Show who is removed now; the place in the list stays."""
        place = max(0, self.table.currentRow())
        self._people = list(people)
        self.table.setRowCount(len(people))
        for row, item in enumerate(people):
            cells = (str(item.number or ""), item.name, item.place, removed_words(item))
            for column, words in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(words))
        self.table.setVisible(bool(people))
        self.nobody.setVisible(not people)
        if people:
            index = self.table.model().index(min(place, len(people) - 1), 0)
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        else:
            self.shut.setFocus()
        self._look()

    def chosen(self) -> list[Removed]:
        """Return whom the buttons mean."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [self._people[row] for row in rows if row < len(self._people)]

    def _look(self) -> None:
        count = len(self.chosen())
        words = f"Kembalikan {count} peserta" if count > 1 else "Kembalikan"
        self.restore.setText(words)
        self.restore.setAccessibleName(words)
        for part in (self.restore, self.erase):
            part.setEnabled(bool(count) and not self._locked)

    def _restore(self) -> None:
        if self.restore.isEnabled():
            self.restore_asked.emit([item.id for item in self.chosen()])

    def _erase(self) -> None:
        if self.erase.isEnabled():
            self.erase_asked.emit([item.id for item in self.chosen()])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label("Peserta yang sudah dihapus", "title", parent=self))
        column.addWidget(Label(_ABOUT, "soft", wrap=True, parent=self))
        column.addWidget(self.nobody)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        column.addWidget(Label(_KEYS, "small", wrap=True, parent=self))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.erase)
        foot.addStretch(1)
        foot.addWidget(self.shut)
        foot.addWidget(self.restore)
        column.addLayout(foot)
