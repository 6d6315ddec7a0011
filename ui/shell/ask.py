"""The one question that undo cannot serve: leaving while something could not be written."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import Label


class LeaveUnsaved(QDialog):
    """Asks whether to try again or to leave without what is not on the disk."""

    def __init__(self, count: int, reason: str, parent: QWidget | None = None) -> None:
        """``count`` answers are not written because of ``reason``, a sentence."""
        super().__init__(parent)
        self.setObjectName("leaveUnsaved")
        self.setWindowTitle("Belum tersimpan")
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        column.addWidget(Label(f"{count} isian belum tersimpan", "title", parent=self))
        text = Label(reason, wrap=True, parent=self)
        text.setMinimumWidth(420)
        column.addWidget(text)
        row = QHBoxLayout()
        row.addStretch(1)
        self.leave = Button("Tutup tanpa menyimpan", "leave-unsaved", parent=self)
        self.again = Button("Coba lagi", "leave-again", "primary", parent=self)
        self.leave.clicked.connect(self.accept)
        self.again.clicked.connect(self.reject)
        row.addWidget(self.leave)
        row.addWidget(self.again)
        column.addLayout(row)
        self.again.setDefault(True)
        self.again.setFocus()
