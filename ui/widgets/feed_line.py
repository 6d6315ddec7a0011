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

_DOWN: Final = 6
"""Pixels by which the strip of views beside it stands lower than the middle of its row."""


def feed_words(before: Sequence[Worksheet], after: Sequence[Worksheet]) -> str:
    """Return both ways in one line: ``Dari L1, L2 · Berlanjut ke L3T, L4``; empty where there is none."""
    told = (("Dari", before), ("Berlanjut ke", after))
    return " · ".join(f"{words} {', '.join(item.code for item in known)}" for words, known in told if known)


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
        self.buttons: list[Button] = []
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

    def _make(self) -> None:
        self._line.hide()
        self._line.deleteLater()
        self._line = QWidget(self)
        self.buttons = []
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for words, known in zip(("Dari", "Berlanjut ke"), self._shown, strict=True):
            if known:
                row.addSpacing(10 if self.buttons else 0)
                row.addWidget(Label(words, "small", parent=self._line))
                for item in known:
                    row.addWidget(self._button(item))
        self._place()
        self.updateGeometry()

    def _button(self, worksheet: Worksheet) -> Button:
        button = Button(worksheet.code, f"feed-{worksheet.code}", "quiet", parent=self._line)
        button.setAccessibleName(f"Buka {worksheet.code} {worksheet.title}")
        tip(button, f"Buka {worksheet.code} {worksheet.title}")
        button.setStyleSheet(f"padding: 1px 3px; min-height: 0; font-size: {self._pixels}px;")
        # A click leaves the cursor in the grid.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self.asked.emit, worksheet.id))
        self.buttons.append(button)
        return button

    def _place(self) -> None:
        wanted = self._line.sizeHint()
        self._line.setGeometry(self.width() - wanted.width(), _DOWN, wanted.width(), self.height() - _DOWN)
        self._line.setVisible(bool(self.buttons) and wanted.width() <= self.width())
