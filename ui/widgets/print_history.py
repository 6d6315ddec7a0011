"""What was printed of one kind, the latest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import Label


class PrintHistory(QWidget):
    """A list of lines with the way back to the pages."""

    done = Signal()
    """The pages are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("print-history")
        self.head = Label("", "strong", name="print-history-head", parent=self)
        self.view = Button("Lihat halaman", "print-history-view", "primary", parent=self)
        self.list = QListWidget(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setObjectName("print-history-list")
        self.list.setAccessibleName("Riwayat cetakan")
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        self.list.setSpacing(2)
        self.view.clicked.connect(self.done)
        top = QHBoxLayout()
        top.addWidget(self.head, 1)
        top.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.list, 1)

    def show_lines(self, head: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show one entry for each (title, when and how)."""
        self.head.setText(head)
        self.list.clear()
        for title, words in lines:
            self.list.addItem(f"{title}\n{words}")
