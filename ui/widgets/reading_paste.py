"""Takes a table that was copied out of a spreadsheet."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import Label

_SIZE = (860, 480)


class PasteTableDialog(QDialog):
    """A box for cells, and a button that reads them."""

    taken = Signal(str)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Begin with ``text``."""
        super().__init__(parent)
        self.setObjectName("paste-table")
        self.setWindowTitle("Tempel dari Excel")
        self.resize(*_SIZE)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("paste-table-text")
        self.text.setAccessibleName("Tabel yang ditempel")
        self.text.setPlaceholderText(
            "Di Excel atau Word, pilih tabelnya beserta kepala kolomnya, tekan Ctrl+C, lalu Ctrl+V di sini."
        )
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.text.setPlainText(text)
        self.text.textChanged.connect(self._count)
        self.words = Label("", "soft", parent=self)
        self.cancel = Button("Batal", "paste-table-cancel", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.read = Button("Baca tabel", "paste-table-read", "primary", parent=self)
        self.read.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.words)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.read)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(Label("Tempel tabel Renstra", "title", parent=self))
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        self._count()
        self.text.setFocus()

    def accept(self) -> None:
        """Hand over what was pasted."""
        text = self.text.toPlainText()
        if text.strip():
            super().accept()
            self.taken.emit(text)

    def _count(self) -> None:
        rows = sum(bool(line.strip()) for line in self.text.toPlainText().splitlines())
        self.words.setText(f"{rows} baris" if rows else "")
        self.read.setEnabled(bool(rows))
