"""What changed since the stage before: homework by agency, and sheets that grew or shrank."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.homework import Since
from smartcity_desktop.domain.wording import number
from ui.translate import worded
from ui.widgets.label import Label

_HEADS: Final = ("OPD atau kelompok", "Pekerjaan rumah", "Lembar", "Dulu", "Sekarang")
_NONE: Final = "Belum ada tahap sebelum ini."
_AHEAD: Final = "Belum lewat {when}; sesudah itu yang berubah terkumpul di sini."
_UNDATED: Final = "Belum ada tanggal {when}: isi harinya di Agenda."
_SAME: Final = "Belum ada pekerjaan rumah dan belum ada lembar yang berubah sejak {when}."
_OPEN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SincePanel(QWidget):
    """A sentence, and a table of which every line leads to its sheet."""

    opened = Signal(str)
    """The sheet of a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing."""
        super().__init__(parent)
        self.setObjectName("homework-since")
        self.words = Label("", "lead", wrap=True, name="since-words", parent=self)
        self.table = _Lines(0, len(_HEADS), self)
        self.table.opened.connect(self._open)
        self._sheets: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)

    def show_since(self, since: Since) -> None:
        """Show what changed."""
        lines = _lines(since)
        said = f"{since.words[:1].upper()}{since.words[1:]}."
        if not since.stage:
            self.words.setText(_NONE)
        elif not since.is_over:
            told = (_AHEAD if since.ended else _UNDATED).format(when=since.when)
            self.words.setText(f"{told} {said}" if lines else told)
        elif not lines:
            self.words.setText(_SAME.format(when=since.when))
        else:
            self.words.setText(f"Sejak {since.when}: {since.words}.")
        self.table.setVisible(bool(lines))
        self.table.setHorizontalHeaderLabels([worded(head) for head in _HEADS])
        self._sheets = [sheet for sheet, _ in lines]
        self.table.setRowCount(len(lines))
        for place, (_, cells) in enumerate(lines):
            for column, words in enumerate(cells):
                self.table.setItem(place, column, QTableWidgetItem(words))

    def _open(self, place: int) -> None:
        if 0 <= place < len(self._sheets) and self._sheets[place]:
            self.opened.emit(self._sheets[place])


class _Lines(QTableWidget):
    """Lines that are only read; Enter opens one."""

    opened = Signal(int)

    def __init__(self, rows: int, columns: int, parent: QWidget) -> None:
        super().__init__(rows, columns, parent)
        self.setObjectName("since-table")
        self.setAccessibleName("Yang berubah sejak tahap sebelumnya")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().setVisible(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.cellDoubleClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the line with Enter."""
        if event.key() in _OPEN:
            self.opened.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _open(self, row: int, _column: int) -> None:
        self.opened.emit(row)


def _lines(since: Since) -> list[tuple[str, tuple[str, str, str, str, str]]]:
    """Return a line for every sheet that changed, and for agencies that only had homework."""
    told = {
        row: f"{number(item.done)} dari {number(item.open + item.done)} selesai"
        for row, _, item in since.homework
    }
    named = dict.fromkeys(item.party for item in since.growth)
    found = [
        (
            str(item.sheet),
            (
                item.called,
                told.get(item.party, ""),
                f"{item.code} {item.title}",
                number(item.before),
                number(item.after),
            ),
        )
        for item in since.growth
    ]
    found += [("", (called, told[row], "", "", "")) for row, called, _ in since.homework if row not in named]
    return sorted(found, key=lambda item: item[1][0].casefold())
