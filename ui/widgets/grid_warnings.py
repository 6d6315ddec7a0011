"""Under the table: how many things to look at, each as a sentence; nothing here ever stops the work."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from smartcity_desktop.domain.grid import Grid
from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.writing import for_writing

_TALLEST: Final = 210


@dataclass(frozen=True, slots=True)
class Look:
    """One thing to look at: its sentence, the row it is about, the indicator it asks a direction for."""

    sentence: str
    row: str = ""
    where: str = ""
    indicator: str = ""


def looks(grid: Grid, asks: Mapping[str, str]) -> list[Look]:
    """Return everything to look at, row by row, then what is about the whole.

    ``asks`` names the indicator of sentences that ask whether smaller is better.
    """
    found = [
        Look(mark, row.row, f"Baris {number} · {row.values.get('code', '')}".strip(" ·"), asks.get(mark, ""))
        for number, row in enumerate(grid.rows, start=1)
        for mark in row.marks
    ]
    return found + [Look(sentence, indicator=asks.get(sentence, "")) for sentence in grid.warnings]


class _LookLine(QWidget):
    """One sentence with the way to its row, and Ya/Tidak where it asks."""

    def __init__(self, look: Look, panel: "WarningPanel") -> None:
        super().__init__(panel)
        self.look = look
        self._panel = panel
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        if look.row:
            way = Button(look.where, "lookRow", "quiet", parent=self)
            way.clicked.connect(self._go)
            row.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        words = Label(look.sentence, wrap=True, name="lookSentence", parent=self)
        words.setContentsMargins(0, 5, 0, 4)
        row.addWidget(words, 1)
        if look.indicator:
            for text, direction in (("Ya", "turun"), ("Tidak", "naik")):
                button = Button(text, f"look-{direction}", parent=self)
                button.setAccessibleName(f"Makin kecil makin baik? {text}")
                button.setProperty("direction", direction)
                button.clicked.connect(self._answer)
                for_writing(button)
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _go(self) -> None:
        self._panel.row_asked.emit(self.look.row)

    def _answer(self) -> None:
        button = self.sender()
        if button is not None:
            self._panel.direction_chosen.emit(self.look.indicator, str(button.property("direction")))


class WarningPanel(QFrame):
    """The pill "3 hal perlu dilihat", the first sentence beside it, and the list on demand (F8)."""

    row_asked = Signal(str)
    direction_chosen = Signal(str, str)
    answered_asked = Signal()
    """A person wants to see what was answered already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to look at."""
        super().__init__(parent)
        self.setObjectName("warningPanel")
        self._looks: list[Look] = []
        self._refused: list[Look] = []
        self._listed: list[Look] | None = None
        self._answered = 0
        self._only = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.area = QScrollArea(self)
        self.area.setObjectName("warningList")
        self.area.setAccessibleName("Hal yang perlu dilihat")
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.set_role(self.area, "card")
        self.area.setStyleSheet(
            f"QScrollArea {{ background: {theme.color('surface')}; border: 1px solid {theme.color('line')};"
            " border-radius: 8px; } QWidget#warningLines { background: transparent; }"
        )
        self.area.viewport().setAutoFillBackground(False)
        self.area.hide()
        column.addWidget(self.area)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.pill = self._make_pill()
        self.refused = self._make_refused()
        self.answered = self._make_answered()
        self.first = ElidedLabel("", "soft", name="warningFirst", parent=self)
        row.addWidget(self.pill)
        row.addWidget(self.first, 1)
        row.addWidget(self.answered)
        row.addWidget(self.refused)
        column.addLayout(row)
        self.hide()

    def show_grid(self, grid: Grid | None, asks: Mapping[str, str]) -> None:
        """Show what there is to look at in a sheet; ``asks`` as ``looks`` takes it."""
        self.show_looks(looks(grid, asks) if grid else [], grid.answered if grid else 0)

    def show_looks(self, found: Sequence[Look], answered: int = 0) -> None:
        """Show what there is to look at; ``answered`` counts what is quiet because it was answered."""
        if (list(found), answered) == (self._looks, self._answered):
            return
        self._looks, self._answered = list(found), answered
        self.answered.setText(f"{answered} temuan sudah dijawab")
        self.answered.setAccessibleName(self.answered.text())
        self.answered.setVisible(bool(answered))
        self.pill.setText(f"{len(found)} hal perlu dilihat")
        self.pill.setAccessibleName(self.pill.text())
        said = Counter(item.sentence for item in found)
        told = [f"{sentence} ({rows} baris)" if rows > 1 else sentence for sentence, rows in said.items()]
        self.first.setText(" · ".join(told[:3]))
        self.pill.setVisible(bool(found))
        self._settle()
        if not found and not self._refused:
            self.close_list()
        elif self.area.isVisible():
            self._fill()

    def show_refused(self, sentences: Sequence[str]) -> None:
        """Keep what did not go in with the last paste, to be listed on demand."""
        self._refused = [Look(sentence) for sentence in sentences]
        words = f"Lihat {len(sentences)} yang tidak masuk"
        self.refused.setText(words)
        self.refused.setAccessibleName(words)
        self.refused.setVisible(bool(sentences))
        self._settle()
        if self._listed is not None:
            self.close_list()

    def _make_pill(self) -> QPushButton:
        made = QPushButton(self)
        made.setObjectName("warningPill")
        made.setAccessibleName("Hal yang perlu dilihat")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setCheckable(True)
        made.setStyleSheet(
            f"QPushButton {{ color: {theme.color('warning')}; background: {theme.color('warning-soft')};"
            f" border: 2px solid {theme.color('warning-soft')}; border-radius: 11px; padding: 2px 10px; }}"
            f"QPushButton:focus, QPushButton:hover {{ border-color: {theme.color('warning-line')}; }}"
        )
        tip(made, "Buka atau tutup daftarnya (F8)")
        made.clicked.connect(self.toggle)
        made.hide()
        return made

    def _make_refused(self) -> Button:
        made = Button("", "refusedCells", "quiet", parent=self)
        tip(made, "Isian tempelan yang tidak cocok dengan kolomnya")
        made.clicked.connect(self._open_refused)
        made.hide()
        return made

    def _make_answered(self) -> Button:
        made = Button("", "answeredFindings", "quiet", parent=self)
        tip(made, "Lihat temuan dan jawabannya di Dokumen")
        made.clicked.connect(self.answered_asked)
        made.hide()
        return made

    def _settle(self) -> None:
        self.setVisible(bool(self._looks or self._refused or self._answered))

    def _open_refused(self) -> None:
        self._listed = self._refused
        self._fill()
        self.area.show()
        self.pill.setChecked(False)

    def toggle(self) -> None:
        """Open the whole list, or close it."""
        if self.area.isVisible():
            self.close_list()
        else:
            self.open_list()

    def open_list(self, only: str = "") -> None:
        """Open the list, of one row (``only``) or of all."""
        if self._looks:
            self._only, self._listed = only, None
            self._fill()
            self.area.show()
            self.pill.setChecked(True)

    def close_list(self) -> None:
        """Close the list."""
        self.area.hide()
        self._listed = None
        self.pill.setChecked(False)

    def _fill(self) -> None:
        page = QWidget(self.area)
        page.setObjectName("warningLines")
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(2)
        wanted = [item for item in self._looks if not self._only or item.row == self._only]
        for item in self._listed or wanted or self._looks:
            column.addWidget(_LookLine(item, self))
        column.addStretch(1)
        self.area.setWidget(page)
        tall = column.heightForWidth(max(300, self.width() - 30))
        self.area.setFixedHeight(min(_TALLEST, max(48, tall + 4)))
