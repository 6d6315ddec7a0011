"""Columns of cards in one scroll area: beside each other, or below each other where it is too narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui import theme

_GAP = 14


class Abreast(QScrollArea):
    """Shows columns of cards whole: with large type they stand below each other instead of being cut."""

    def __init__(
        self, name: str, columns: Sequence[tuple[Sequence[QWidget], int]], parent: QWidget | None = None
    ) -> None:
        """``columns`` are the cards of each column, and its share of the width."""
        super().__init__(parent)
        self.setObjectName(f"{name}-area")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        ground = QWidget()
        ground.setObjectName(f"{name}-ground")
        theme.set_role(ground, "page")
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, ground)
        self._both.setContentsMargins(0, 0, 8, 12)
        self._both.setSpacing(_GAP)
        self._sides: list[QVBoxLayout] = []
        for cards, share in columns:
            side = QVBoxLayout()
            side.setSpacing(12)
            for card in cards:
                side.addWidget(card)
            side.addStretch(1)
            self._both.addLayout(side, share)
            self._sides.append(side)
        self.setWidget(ground)
        ground.installEventFilter(self)

    @property
    def is_abreast(self) -> bool:
        """Whether the columns stand beside each other."""
        return self._both.direction() == QBoxLayout.Direction.LeftToRight

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the cards need another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether there is room for the columns beside each other."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        edges = self._both.contentsMargins()
        needed = sum(side.minimumSize().width() for side in self._sides)
        needed += edges.left() + edges.right() + _GAP * (len(self._sides) - 1)
        fits = needed <= self.viewport().width()
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
