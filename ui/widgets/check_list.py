"""A list of things that were looked at: a word for how each stands, what was seen, what to do about it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.preflight import TONE_WORDS, Check, Tone
from ui import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.pill import Pill

HELPS: Final = {"copies": "Pilih folder …"}
"""Checks that this program itself can put right, with the words of the button."""


class CheckList(QWidget):
    """One card, a row for each check."""

    asked = Signal(str)
    """The key of a check that a person wants to put right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("check-list")
        theme.set_role(self, "page")
        self.rows: dict[str, QFrame] = {}
        self.buttons: dict[str, Button] = {}
        self._card = Card(name="check-card", parent=self)
        self._card.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addStretch(1)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show these checks in the place of those before."""
        for row in self.rows.values():
            self._card.body.removeWidget(row)
            row.deleteLater()
        self.rows, self.buttons = {}, {}
        for place, check in enumerate(checks):
            self.rows[check.key] = self._row(check, is_last=place == len(checks) - 1)
            self._card.body.addWidget(self.rows[check.key])

    def _row(self, check: Check, *, is_last: bool) -> QFrame:
        row = QFrame(self._card)
        row.setObjectName(f"check-{check.key}")
        row.setAccessibleName(
            f"{check.title}: {TONE_WORDS[check.tone]}. {check.words} {check.remedy}".strip()
        )
        if not is_last:
            theme.set_role(row, "ruled")
        mark = Pill(parent=row)
        show_tone(mark, check.tone)
        grid = QGridLayout(row)
        grid.setContentsMargins(4, 12, 4, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(3)
        grid.setColumnMinimumWidth(0, theme.scaled(104))
        grid.setColumnMinimumWidth(1, theme.scaled(150))
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        grid.addWidget(mark, 0, 0, top)
        grid.addWidget(Label(check.title, "strong", parent=row), 0, 1, top)
        grid.addWidget(Label(check.words, wrap=True, parent=row), 0, 2, Qt.AlignmentFlag.AlignTop)
        if check.remedy:
            grid.addWidget(
                Label(check.remedy, "soft", name=f"remedy-{check.key}", wrap=True, parent=row), 1, 2
            )
        if check.remedy and check.key in HELPS:
            button = self.buttons[check.key] = Button(HELPS[check.key], f"help-{check.key}", parent=row)
            button.clicked.connect(partial(self.asked.emit, check.key))
            grid.addWidget(button, 0, 3, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        return row


def show_tone(pill: Pill, tone: Tone) -> None:
    """Let a pill say how something stands."""
    pill.set_inks(tone, f"{tone}-soft")
    pill.setText(TONE_WORDS[tone])
