"""The funnel of the day: from all programs of the plans down to the quick wins."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from smartcity_desktop.domain.wording import number
from ui import theme
from ui.widgets.card import Card
from ui.widgets.label import Label

_BAR: Final = 5
_STEPS: Final = 4


class _Share(QWidget):
    """A thin bar in the middle: this step as a share of the first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.share = 0.0
        self.setFixedHeight(_BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, _BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        room = QRectF(self.rect())
        for ink, share in (("neutral-soft", 1.0), ("accent", self.share)):
            wide = room.width() * share
            painter.setBrush(QColor(theme.color(ink)))
            painter.drawRoundedRect(
                QRectF((room.width() - wide) / 2, 0, wide, room.height()), _BAR / 2, _BAR / 2
            )
        painter.end()


class Funnel(Card):
    """Large figures beside each other, each with its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Stand at nought, without words."""
        super().__init__(name="funnel", parent=parent)
        self.setAccessibleName("Corong program")
        self.figures: list[Label] = []
        self.words: list[Label] = []
        self._shares: list[_Share] = []
        row = QHBoxLayout()
        row.setSpacing(28)
        for place in range(_STEPS):
            column = QVBoxLayout()
            column.setSpacing(3)
            figure = Label("0", "figure", name=f"funnel-{place + 1}", parent=self)
            figure.setFont(theme.font("figure", bold=True))
            name = Label("", "soft", wrap=True, parent=self)
            share = _Share(self)
            for part in (figure, name):
                part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(figure)
            column.addWidget(name)
            column.addSpacing(3)
            column.addWidget(share)
            self.figures.append(figure)
            self.words.append(name)
            self._shares.append(share)
            row.addLayout(column, 1)
        self.body.addLayout(row)

    def show_steps(self, steps: Sequence[tuple[str, int]]) -> None:
        """Show the words and the figure of each step, from wide to narrow."""
        widest = max(1, *(count for _, count in steps))
        parts = zip(self.figures, self.words, self._shares, steps, strict=True)
        for figure, name, share, (words, count) in parts:
            figure.setText(number(count))
            figure.setAccessibleName(f"{number(count)} {words}")
            name.setText(words)
            share.share = count / widest
            share.update()
