"""Pulihkan: every good safety copy with its date and what is in it; it comes back as a new file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.wording import clock_time, long_date, number
from smartcity_desktop.errors import UserFault
from smartcity_desktop.services import safety
from smartcity_desktop.settings import CopyPlaces
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.table_rows import listed

_HEADS: Final = ("Dibuat", "Bimtek", "Isinya")
_WHERE: Final = "Tempat"
_SEVERAL: Final = 2
_PLACE: Final = 270
_WIDER: Final = 980
_NOTHING: Final = 520


@dataclass(frozen=True, slots=True)
class Copy:
    """A good safety copy as the list shows it."""

    path: Path
    workshop: str
    title: str
    at: datetime
    rows: int
    notes: int


def copies(places: CopyPlaces) -> list[Copy]:
    """Return every good copy that lies anywhere, newest first. Slow: for the side pool."""
    return [
        Copy(item.path, item.workshop, item.title, item.at, item.rows, item.notes)
        for item in safety.listing_all(places)
    ]


def bring_back(copy: Path, target: Path) -> Path:
    """Put a copy beside the files of today and return where it is. Raises UserFault ``file-missing``."""
    found = next((item for item in safety.listing(copy.parent) if item.path == copy), None)
    if found is None:
        raise UserFault("file-missing", name=copy.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    return safety.restore(found, target)


class Restore(QDialog):
    """A table of copies; Enter brings the chosen one back. It says where they lie if not all lie together."""

    asked = Signal(object)
    """The Copy that a person wants back."""

    def __init__(self, copies: Sequence[Copy], parent: QWidget | None = None) -> None:
        """List the copies, the newest first."""
        super().__init__(parent)
        self.setObjectName("restore")
        self.setWindowTitle("Pulihkan salinan pengaman")
        self.setModal(True)
        self.resize(760, 460)
        self._copies = list(copies)
        heads = _HEADS if len({copy.path.parent for copy in copies}) < _SEVERAL else (*_HEADS, _WHERE)
        self.table = QTableWidget(len(self._copies), len(heads), self)
        self.table.setObjectName("restore-table")
        self.table.setAccessibleName("Salinan pengaman")
        listed(self.table, list(heads))
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.bring = Button("Pulihkan sebagai salinan", "restore-go", "primary", parent=self)
        self.cancel = Button("Batal", "restore-cancel", parent=self)
        self._fill()
        self._lay_out()
        self.bring.setDefault(True)
        self.bring.setEnabled(bool(self._copies))
        if not self._copies:
            # Nothing to choose: what is there to do is to read it and close.
            self.bring.hide()
            self.cancel.setText("Tutup")
            self.cancel.setAccessibleName("Tutup")
            self.resize(_NOTHING, self.sizeHint().height())
        self.bring.clicked.connect(self._ask)
        self.table.itemActivated.connect(self._ask)
        self.cancel.clicked.connect(self.reject)

    def _fill(self) -> None:
        for row, copy in enumerate(self._copies):
            words = (
                f"{long_date(copy.at.date())} {clock_time(copy.at)}",
                copy.title,
                f"{number(copy.rows)} baris, {number(copy.notes)} catatan",
                str(copy.path.parent),
            )
            for column, text in enumerate(words[: self.table.columnCount()]):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnToContents(0)
        self.table.resizeColumnToContents(2)
        if self.table.columnCount() > len(_HEADS):
            self.table.setColumnWidth(len(_HEADS), _PLACE)
            self.resize(_WIDER, self.height())
        if self._copies:
            self.table.selectRow(0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(Label("Pulihkan salinan pengaman", "title", parent=self))
        words = (
            "Salinan yang dipilih menjadi berkas baru di sebelah berkas sekarang; tidak ada yang ditimpa."
            if self._copies
            else "Belum ada salinan pengaman di laptop ini. Salinan dibuat setiap 30 menit selama bekerja "
            "dan setiap kali Bimtek ditutup."
        )
        column.addWidget(Label(words, "soft", wrap=True, parent=self))
        self.table.setVisible(bool(self._copies))
        column.addWidget(self.table, 1)
        if not self._copies:
            column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.bring)
        column.addLayout(row)

    def _ask(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._copies):
            self.asked.emit(self._copies[row])
            self.accept()
