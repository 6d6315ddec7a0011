"""White grounds on which things lie together, and what an empty place says."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import Label


class Card(QFrame):
    """A white card with an optional title; put things into ``body``."""

    def __init__(self, title: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(parent)
        theme.set_role(self, "card")
        if name:
            self.setObjectName(name)
        if title:
            self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 12, 14, 14)
        self.body.setSpacing(8)
        self.title = Label(title, "strong", parent=self)
        self.title.setVisible(bool(title))
        self.body.addWidget(self.title)


class EmptyState(QWidget):
    """Says what belongs here, and offers the one or two ways to begin."""

    first = Signal()
    second = Signal()

    def __init__(
        self,
        title: str,
        sentence: str,
        ways: tuple[str, ...] = (),
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """``ways`` are the words of at most two buttons; ``name`` begins the object names of its parts."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(10)
        column.addStretch(1)
        self.title = Label(title, "title", wrap=True, parent=self)
        self.sentence = Label(sentence, "soft", wrap=True, parent=self)
        for part in (self.title, self.sentence):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.buttons: list[Button] = []
        for place, words in enumerate(ways):
            button = Button(words, f"{name}-{place + 1}", "" if place else "primary", parent=self)
            button.clicked.connect(self._second if place else self._first)
            self.buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        column.addSpacing(6)
        column.addLayout(row)
        column.addStretch(2)

    def _first(self) -> None:
        self.first.emit()

    def _second(self) -> None:
        self.second.emit()
