"""What waits: each a sentence that leads to the screen that settles it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.link_row import LinkRow


class DueCard(Card):
    """The card "Tertunda"; says so calmly where nothing waits."""

    asked = Signal(str)
    """The key of the screen that settles it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing due."""
        super().__init__("Tertunda", name="due", parent=parent)
        self.body.setContentsMargins(7, 12, 7, 10)
        self.body.setSpacing(2)
        self.title.setContentsMargins(7, 0, 7, 2)
        self.rows: list[LinkRow] = []
        self.nothing = Label("Tidak ada yang tertunda.", "soft", wrap=True, name="due-nothing", parent=self)
        self.nothing.setContentsMargins(7, 2, 7, 4)
        self.body.addWidget(self.nothing)

    def show_due(self, due: Sequence[tuple[str, str]]) -> None:
        """Show sentences, each with the key of its screen."""
        kept = [row.accessibleName() for row in self.rows] == [words for words, _ in due]
        if kept:
            return
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for place, (words, key) in enumerate(due):
            row = LinkRow(words, f"due-{place + 1}", self)
            row.clicked.connect(partial(self.asked.emit, key))
            self.body.addWidget(row)
            self.rows.append(row)
        self.nothing.setVisible(not due)
