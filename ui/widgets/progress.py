"""Long work: what is being done, how far it is, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import ElidedLabel


class Progress(QFrame):
    """Words, a bar, and "Batal"; hidden while nothing runs."""

    cancelled = Signal()

    def __init__(self, name: str = "progress", parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName(name)
        theme.set_role(self, "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        column = QVBoxLayout()
        self.words = ElidedLabel(name=f"{name}-words", parent=self)
        self.bar = QProgressBar(self)
        self.bar.setObjectName(f"{name}-bar")
        self.bar.setTextVisible(False)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        row.addLayout(column, 1)
        self.stop = Button("Batal", f"{name}-cancel", parent=self)
        self.stop.clicked.connect(self._stopped)
        row.addWidget(self.stop)
        self.hide()

    def begin(self, words: str, *, can_stop: bool = True) -> None:
        """Show that work began whose length nobody knows yet."""
        self.bar.setRange(0, 0)
        self._say(words)
        self.stop.setVisible(can_stop)
        self.stop.setEnabled(True)
        self.show()

    def step(self, done: int, total: int, words: str = "") -> None:
        """Show how far the work is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if words:
            self._say(words)

    def finish(self) -> None:
        """Go away."""
        self.hide()

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.setAccessibleName(words)

    def _stopped(self) -> None:
        self.stop.setEnabled(False)
        self._say("Menghentikan …")
        self.cancelled.emit()
