"""The questions that undo cannot serve: leaving while something is not written, or not finished."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import Label

_WIDE = 420


class _Leave(QDialog):
    """Says what would be lost; the way that loses nothing is the one Enter takes."""

    def __init__(
        self, said: tuple[str, str, str], leave: Button, stay: Button, parent: QWidget | None = None
    ) -> None:
        """``said`` are the name of the window, its title and the sentences below."""
        super().__init__(parent)
        window, title, text = said
        self.setWindowTitle(window)
        self.setModal(True)
        self.leave, self.stay = leave, stay
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        column.addWidget(Label(title, "title", parent=self))
        words = Label(text, wrap=True, parent=self)
        words.setMinimumWidth(_WIDE)
        column.addWidget(words)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(stay)
        column.addLayout(row)
        leave.clicked.connect(self.accept)
        stay.clicked.connect(self.reject)
        stay.setDefault(True)
        stay.setFocus()


class LeaveUnsaved(_Leave):
    """Asks whether to try again or to leave without what is not on the disk."""

    def __init__(self, count: int, reason: str, parent: QWidget | None = None) -> None:
        """``count`` answers are not written because of ``reason``, a sentence."""
        leave = Button("Tutup tanpa menyimpan", "leave-unsaved")
        again = Button("Coba lagi", "leave-again", "primary")
        said = ("Belum tersimpan", f"{count} isian belum tersimpan", reason)
        super().__init__(said, leave, again, parent)
        self.setObjectName("leaveUnsaved")


class LeaveUnfinished(_Leave):
    """Asks whether to stay or to leave without what is still under way."""

    def __init__(self, sentences: Sequence[str], parent: QWidget | None = None) -> None:
        """``sentences`` say what it is."""
        leave = Button("Tutup tanpa itu", "leave-unfinished")
        stay = Button("Kembali", "leave-stay", "primary")
        rest = "Kalau ditutup sekarang, itu tidak ikut tersimpan. Isian lain aman."
        said = ("Belum selesai", "Masih ada yang belum selesai", "\n".join([*sentences, rest]))
        super().__init__(said, leave, stay, parent)
        self.setObjectName("leaveUnfinished")
