"""Buttons beside each other, in as few rows as let every one say its words."""

from collections.abc import Callable, Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ui.widgets.button import Button, shown_whole
from ui.widgets.label import tip

_GAP: Final = 6


class ButtonRows(QWidget):
    """One row where there is room; else rows of about equal number, columns as wide as their words."""

    def __init__(self, buttons: Sequence[Button], parent: QWidget | None = None) -> None:
        """Hold these buttons in their order; what they are called is what they say in full."""
        super().__init__(parent)
        self._buttons = list(buttons)
        self._abreast = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._grid.setColumnStretch(len(self._buttons), 1)
        # Else a row that has become too wide would keep the window from being made narrower.
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.fit()

    @property
    def abreast(self) -> int:
        """How many stand in a row."""
        return self._abreast

    def fit(self) -> None:
        """Look again how many there is room for: words, type or width became others.

        Before a second row is made, words go without the key that stands behind them in brackets.
        """
        count = len(self._buttons)
        is_short = not self._fits(count, _whole) and self._fits(count, _bare)
        words = _bare if is_short else _whole
        for button in self._buttons:
            if button.text() != shown_whole(words(button)):
                button.setText(words(button))
                tip(button, _whole(button) if is_short else "")
        rows = range(1, count + 1)
        abreast = next((wide for row in rows if self._fits(wide := ceil(count / row), words)), 1)
        if abreast != self._abreast:
            self._abreast = abreast
            for place, button in enumerate(self._buttons):
                self._grid.addWidget(button, place // abreast, place % abreast)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return the room of the widest button, and the height of the rows as they are."""
        widest = max((button.sizeHint().width() for button in self._buttons), default=0)
        return QSize(widest, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again in another width."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Look again in another type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_grid"):
            self.fit()

    def _fits(self, abreast: int, words: Callable[[Button], str]) -> bool:
        columns = [self._buttons[place::abreast] for place in range(abreast)]
        needed = sum(max(_width(button, words(button)) for button in column) for column in columns)
        return needed + _GAP * (abreast - 1) <= self.width()


def _whole(button: Button) -> str:
    return button.accessibleName()


def _bare(button: Button) -> str:
    return button.accessibleName().partition(" (")[0]


def _width(button: Button, words: str) -> int:
    """Return the width that a button would have with these words."""
    metrics = button.fontMetrics()
    shown = metrics.horizontalAdvance(button.text().replace("&&", "&"))
    return button.sizeHint().width() - shown + metrics.horizontalAdvance(words)
