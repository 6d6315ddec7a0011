"""What Beranda says when a stage opens: what changed since the stage before."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.card import Card
from ui.widgets.link_row import LinkRow


class SinceCard(Card):
    """The card "Sejak hari terakhir Tahap I": one sentence that leads to the list of what changed."""

    asked = Signal()
    """A person wants to see what changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden: nothing is known yet."""
        super().__init__("Sejak tahap sebelumnya", name="since-card", parent=parent)
        self.body.setContentsMargins(7, 12, 7, 10)
        self.body.setSpacing(2)
        self.title.setContentsMargins(7, 0, 7, 2)
        self.title.setWordWrap(True)
        self._row: LinkRow | None = None
        self.hide()

    def show_since(self, since: str, words: str) -> None:
        """Show since when what changed; without a day that is past there is nothing to tell."""
        self.setVisible(bool(since))
        if not since:
            return
        self.title.setText(since)
        said = words[:1].upper() + words[1:]
        if self._row is not None and self._row.accessibleName() == said:
            return
        if self._row is not None:
            self.body.removeWidget(self._row)
            self._row.hide()
            self._row.deleteLater()
        self._row = LinkRow(said, "since-way", self)
        self._row.clicked.connect(partial(self.asked.emit))
        self.body.addWidget(self._row)
