"""A quiet bar on the page of the plans: typing that was begun and not used yet goes on with one click."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from smartcity_desktop.domain.wording import shortened
from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import ElidedLabel

_NAME: Final = 40
"""Letters of an agency's name on a button; a longer one would widen the window."""


@dataclass(frozen=True, slots=True)
class Begun:
    """Typing that was begun: its row, whose plan it is, its rows, and the page that was shown last."""

    row: str
    called: str
    lines: int
    page: int = 0

    @property
    def words(self) -> str:
        """``14 baris, Dinas X, halaman 3``."""
        page = f", halaman {self.page}" if self.page else ""
        return f"{self.lines} baris, {shortened(self.called, _NAME)}{page}"


class TypingOffer(QFrame):
    """Names the typing begun last; others open from a list."""

    asked = Signal(str)
    """The row of the typed plan that goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("typing-offer")
        theme.set_role(self, "bar", weight="info")
        self._begun: Sequence[Begun] = ()
        self._is_allowed = True
        self.words = ElidedLabel("Ada Renstra yang sedang diketik.", "soft", name="typing-begun", parent=self)
        self.go_on = Button("", "typing-go-on", parent=self)
        self.go_on.clicked.connect(self._first)
        self.others = Button("", "typing-others", "quiet", parent=self)
        self.others.clicked.connect(self.open_others)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.others)
        self.hide()

    def show_begun(self, begun: Sequence[Begun]) -> None:
        """Offer to go on with these, the first of them by its name."""
        self._begun = begun
        if begun:
            self.go_on.setText(f"Lanjutkan ketikan ({begun[0].words})")
            self.go_on.setAccessibleName(self.go_on.text())
            self.others.setText(f"{len(begun) - 1} ketikan lain")
            self.others.setAccessibleName(self.others.text())
        self.others.setVisible(len(begun) > 1)
        self._show()

    def allow(self, *, on: bool) -> None:
        """Say whether the page is in front to which the offer belongs."""
        self._is_allowed = on
        self._show()

    def open_others(self) -> None:
        """Show the others in a list."""
        menu = QMenu(self)
        menu.setObjectName("typing-menu")
        menu.aboutToHide.connect(menu.deleteLater)
        for item in self._begun[1:]:
            action = menu.addAction(item.words.replace("&", "&&"))
            action.triggered.connect(partial(self.asked.emit, item.row))
        menu.popup(self.others.mapToGlobal(self.others.rect().bottomLeft()))

    def _show(self) -> None:
        self.setVisible(bool(self._begun) and self._is_allowed)

    def _first(self) -> None:
        self.asked.emit(self._begun[0].row)
