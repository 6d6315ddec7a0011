"""The penta-helix of the participants: five shares with their words, and the hint to invite others."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from smartcity_desktop.domain.attendance import percent
from smartcity_desktop.domain.entity import ELEMENTS
from smartcity_desktop.domain.people import outsiders_too_few
from smartcity_desktop.domain.wording import label
from ui import theme
from ui.widgets.label import Label

INKS: Final = {
    "pemerintah": "#57636f",
    "akademisi": "#1f5fa8",
    "dunia_usaha": "#d18b0a",
    "komunitas": "#0f6e6b",
    "media": "#9c2f63",
}
_BAR: Final = 8
_DOT: Final = 9


class _Bar(QWidget):
    """The shares beside each other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.counts: Mapping[str, int] = {}
        self.setFixedHeight(_BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.color("neutral-soft")))
        every = sum(self.counts.values())
        left = 0.0
        for element in ELEMENTS if every else ():
            wide = self.width() * self.counts.get(element, 0) / every
            painter.fillRect(QRectF(left, 0, wide, self.height()), QColor(INKS[element]))
            left += wide
        painter.end()


class _Dot(QWidget):
    """The colour of one unsur, beside its word."""

    def __init__(self, ink: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink = ink
        self.setFixedSize(QSize(_DOT, _DOT))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._ink))
        painter.drawEllipse(self.rect())
        painter.end()


class HelixMeter(QWidget):
    """Five counts with their words; below them the hint where nearly only government comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("helix-meter")
        self._bar = _Bar(self)
        self.words: dict[str, Label] = {}
        row = QHBoxLayout()
        row.setSpacing(6)
        for element in ELEMENTS:
            dot = _Dot(INKS[element], self)
            words = Label("", "small", name=f"helix-{element}", parent=self)
            self.words[element] = words
            row.addWidget(dot)
            row.addWidget(words)
            row.addSpacing(10)
        self.unknown = Label("", "small", name="helix-unknown", parent=self)
        row.addWidget(self.unknown)
        row.addStretch(1)
        self.warning = Label("", "warning", name="helix-warning", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self._bar)
        column.addLayout(row)
        column.addWidget(self.warning)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many people each unsur has; those without one stand under ""."""
        self._bar.counts = dict(counts)
        self._bar.update()
        every = sum(counts.values())
        told = []
        for element, words in self.words.items():
            count = counts.get(element, 0)
            share = f" ({percent(count / every)})" if count else ""
            words.setText(f"{label('element', element)} {count}{share}")
            told.append(words.text())
        unknown = counts.get("", 0)
        self.unknown.setText(f"belum diisi {unknown}" if unknown else "")
        hint = outsiders_too_few(counts)
        self.warning.setText(f"{hint}." if hint else "")
        self.warning.setVisible(bool(hint))
        self.setAccessibleName("Unsur peserta: " + ", ".join(told))
        self.setVisible(bool(every))
