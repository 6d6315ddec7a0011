"""Beside the views of a worksheet: whose rows go on into it, and which worksheets go on with its own."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from smartcity_desktop.domain.worksheet import Worksheet
from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import Label, tip

_WORDS: Final = ("Dari", "Berlanjut ke")
_DOWN: Final = 6
"""Pixels by which the strip of views beside it stands lower than the middle of its row."""


def feed_words(before: Sequence[Worksheet], after: Sequence[Worksheet]) -> str:
    """Return both ways in one line: ``Dari L1, L2 · Berlanjut ke L3T, L4``; empty where there is none."""
    told = zip(_WORDS, (before, after), strict=True)
    return " · ".join(f"{words} {', '.join(item.code for item in known)}" for words, known in told if known)


class _Side(QWidget):
    """One direction: its words, and a button for each code; buttons stay and are shown again."""

    def __init__(self, words: str, line: "FeedLine") -> None:
        super().__init__(line)
        self._asked = line.asked
        self.buttons: list[Button] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addWidget(Label(words, "small", parent=self))

    def show_worksheets(self, known: Sequence[Worksheet], pixels: int) -> None:
        while len(self.buttons) < len(known):
            button = Button("", "feed", "quiet", parent=self)
            # A click leaves the cursor in the grid.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._ask, button))
            self.buttons.append(button)
            self._row.addWidget(button)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(known))
            if place < len(known):
                _dress(button, known[place], pixels)
        self.setVisible(bool(known))

    def _ask(self, button: Button) -> None:
        self._asked.emit(str(button.property("worksheet")))


def _dress(button: Button, worksheet: Worksheet, pixels: int) -> None:
    button.setText(worksheet.code)
    button.setObjectName(f"feed-{worksheet.code}")
    button.setProperty("worksheet", worksheet.id)
    button.setAccessibleName(f"Buka {worksheet.code} {worksheet.title}")
    tip(button, f"Buka {worksheet.code} {worksheet.title}")
    button.setStyleSheet(f"padding: 1px 3px; min-height: 0; font-size: {pixels}px;")


class FeedLine(QWidget):
    """One small line of codes that open their worksheet; out of sight where it would not fit whole."""

    asked = Signal(str)
    """The worksheet (row id) that is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("feedLine")
        self._shown: tuple[tuple[Worksheet, ...], ...] = ()
        self._pixels = 0
        self._line = QWidget(self)
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._sides = tuple(_Side(words, self) for words in _WORDS)
        for side in self._sides:
            row.addWidget(side)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_ways(self, before: Sequence[Worksheet], after: Sequence[Worksheet]) -> None:
        """Show these worksheets; the same ones again change nothing."""
        wanted = (tuple(before), tuple(after))
        if wanted != self._shown or self._pixels != theme.small_type():
            self._shown, self._pixels = wanted, theme.small_type()
            self.setAccessibleName(feed_words(before, after))
            self._make()

    def sizeHint(self) -> QSize:
        """Return the room of the whole line."""
        return self._line.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether the line fits."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._pixels not in {0, theme.small_type()}:
            self.show_ways(*self._shown)

    @property
    def buttons(self) -> list[Button]:
        """The codes that are shown, from left to right."""
        return [button for side in self._sides for button in side.buttons if not button.isHidden()]

    def _make(self) -> None:
        for side, known in zip(self._sides, self._shown, strict=True):
            side.show_worksheets(known, self._pixels)
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        wanted = self._line.sizeHint()
        self._line.setGeometry(self.width() - wanted.width(), _DOWN, wanted.width(), self.height() - _DOWN)
        self._line.setVisible(bool(self.buttons) and wanted.width() <= self.width())
