"""The dimensions in one line of chips, and the way to the screen where they are changed."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartcity_desktop.domain.dimension import Dimension, offered
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.pill import Chip

_MOST: Final = 8


class DimensionCard(Card):
    """Codes in their colours, names in the tooltips; more than fit in a line are counted."""

    asked = Signal()
    """A person wants to change them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(worded("Dimensi"), name="event-dimensions", parent=parent)
        self.chips: list[Chip] = []
        self._shown: tuple[Dimension, ...] = ()
        self.more = Label("", "soft", name="event-dimensions-more", parent=self)
        self.change = Button("Atur", "event-dimensions-change", parent=self)
        self.change.clicked.connect(self.asked)
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self._row.addWidget(self.change)
        self.body.addLayout(self._row)

    def reword(self) -> None:
        """Say everything in the event's words again."""
        self.show_dimensions(self._shown)

    def show_dimensions(self, dimensions: Sequence[Dimension]) -> None:
        """Show those that are used."""
        self._shown = tuple(dimensions)
        title = worded("Dimensi")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.change.setAccessibleName(worded("Atur dimensi"))
        used = offered(dimensions)
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [Chip(item.code, item.name, item.color, parent=self) for item in used[:_MOST]]
        for place, chip in enumerate(self.chips):
            self._row.insertWidget(place, chip)
        left = len(used) - len(self.chips)
        self.more.setText(f"+{left}" if left else worded("Belum ada dimensi") * (not used))
        self.more.setVisible(bool(self.more.text()))
