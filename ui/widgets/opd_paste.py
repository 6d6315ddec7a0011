"""Takes agencies pasted from a spreadsheet or a letter: what will become of every line is shown first."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.opd import OpdRow
from ui import theme
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.table_rows import listed

_PAUSE_MS: Final = 150
_SIZE: Final = (1080, 560)
_HEADS: Final = ("Nama OPD", "Singkatan", "Meja", "Akan menjadi")
_HINT: Final = (
    "Dinas Kesehatan\nDinas Pendidikan\n…\n\n"
    "Satu baris satu OPD. Kolom kedua dan ketiga, bila ada, menjadi singkatan dan meja."
)

Preview = Sequence[tuple[OpdRow, str]]
"""Each line with the words of what it becomes."""
Ask = Callable[[str, Callable[[Preview], None]], None]


class PasteDialog(QDialog):
    """At the left what was pasted, at the right what becomes of each line."""

    added = Signal(object)
    """A list of OpdRow without those that are left out."""

    def __init__(self, ask: Ask, text: str = "", parent: QWidget | None = None) -> None:
        """``ask`` tells what lines would become; ``text`` is what to begin with."""
        super().__init__(parent)
        self.setObjectName("paste")
        self.setWindowTitle("Tempel dari Excel")
        self.resize(*_SIZE)
        self._ask = ask
        self._rows: list[OpdRow] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("paste-text")
        self.text.setAccessibleName(worded("Daftar OPD yang ditempel"))
        self.text.setPlaceholderText(worded(_HINT))
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.table = self._table()
        self.words = Label("", "soft", name="paste-words", parent=self)
        self.cancel = Button("Batal", "paste-cancel", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.accept_button = Button("Tambah", "paste-add", "primary", parent=self)
        self.accept_button.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)
        self._lay_out()
        self._show(())
        self.text.textChanged.connect(self._timer.start)
        if text.strip():
            self.text.setPlainText(text)
            self._look()
        self.text.setFocus()

    def accept(self) -> None:
        """Hand over what can be added."""
        rows = list(self._rows)
        super().accept()
        if rows:
            self.added.emit(rows)

    def done(self, result: int) -> None:
        """Ask nothing more once the dialog is closed."""
        self._timer.stop()
        super().done(result)

    def _look(self) -> None:
        self._timer.stop()
        self._ask(self.text.toPlainText(), self._show)

    def _show(self, preview: Preview) -> None:
        self._rows = [row for row, _ in preview if not row.problem]
        left_out = len(preview) - len(self._rows)
        self.table.setRowCount(len(preview))
        for place, (row, words) in enumerate(preview):
            for column, cell in enumerate((row.name, row.short, row.table_no, words)):
                item = QTableWidgetItem(cell)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                if row.problem:
                    item.setForeground(QColor(theme.color("text-faint")))
                self.table.setItem(place, column, item)
        count = len(self._rows)
        skipped = f" · {left_out} dilewati" if left_out else ""
        self.words.setText(f"{count} akan ditambah{skipped}" if preview else "")
        words = worded("Tambah {count} OPD").format(count=count) if count else "Tambah"
        self.accept_button.setText(words)
        self.accept_button.setAccessibleName(words)
        self.accept_button.setEnabled(bool(count))

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, len(_HEADS), self)
        table.setObjectName("paste-preview")
        table.setAccessibleName("Yang akan terjadi")
        listed(table, [worded(head) for head in _HEADS])
        table.setShowGrid(False)
        table.verticalHeader().setDefaultSectionSize(30)
        head = table.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 90), (2, 56)):
            table.setColumnWidth(column, width)
        table.setStyleSheet("QTableView::item { padding: 0 6px; }")
        return table

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(Label(worded("Tempel daftar OPD (Ctrl+V)"), "title", parent=self))
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self.text, 2)
        sides.addWidget(self.table, 3)
        column.addLayout(sides, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.words)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept_button)
        column.addLayout(foot)
