"""Two or three words beside each other of which one is chosen: the pages of a screen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets.button import Button


class Segments(QWidget):
    """A row of buttons that stands for the pages of a screen."""

    chosen = Signal(int)
    """The place (from 0) that a person chose."""

    def __init__(self, pages: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``pages`` are words and object name of each."""
        super().__init__(parent)
        # Half a word names no page: what is beside them makes room.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons: list[Button] = []
        for place, (words, name) in enumerate(pages):
            button = Button(words, name, parent=self)
            button.setCheckable(True)
            side = "first" if place == 0 else "last" if place == len(pages) - 1 else "middle"
            theme.set_role(button, "segment", place=side)
            button.clicked.connect(partial(self._choose, place))
            self.buttons.append(button)
            row.addWidget(button)
        self.show_chosen(0)

    def show_chosen(self, place: int) -> None:
        """Show which page is in front."""
        for number, button in enumerate(self.buttons):
            button.setChecked(number == place)

    def say(self, place: int, words: str) -> None:
        """Give a page other words."""
        self.buttons[place].setText(words)
        self.buttons[place].setAccessibleName(words)

    def _choose(self, place: int) -> None:
        self.show_chosen(place)
        self.chosen.emit(place)
