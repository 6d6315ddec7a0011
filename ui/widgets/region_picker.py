"""Picks one of the 514 kabupaten and kota (or a province) by a few letters."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.finder import Choice, Find, Finder

_ROWS: Final = 7


class RegionPicker(Finder):
    """A finder whose list is open while letters are typed and closes when a region is taken."""

    picked = Signal(str)
    """The code of the region, empty when the text was changed after picking."""

    def __init__(self, find: Find, name: str = "region", parent: QWidget | None = None) -> None:
        """``find`` gives regions; the key of a choice is the code of the region."""
        super().__init__(find, "Ketik nama kabupaten atau kota, misalnya: kon sel", name, parent)
        self.region: Choice | None = None
        self.list.hide()
        self.box.textEdited.connect(self._edited)
        self.chosen.connect(self.take)

    @property
    def code(self) -> str:
        """The code of the region that was picked, empty before."""
        return self.region.key if self.region else ""

    def take(self, choice: Choice) -> None:
        """Take this region, show its name and close the list."""
        self.region = choice
        with QSignalBlocker(self.box):
            self.box.setText(choice.words)
        self.list.hide()
        self.picked.emit(choice.key)

    def search(self, text: str) -> None:
        """Ask only while nothing is picked and something was typed."""
        if text and self.region is None:
            super().search(text)
        else:
            self._stale = False
            self.list.hide()

    def shown(self) -> None:
        """Open the list as high as what it holds."""
        count = self.list.count()
        if count:
            height = self.list.sizeHintForRow(0) * min(count, _ROWS) + 4
            self.list.setFixedHeight(height)
        self.list.setVisible(bool(count))

    def _edited(self, _text: str) -> None:
        if self.region is not None:
            self.region = None
            self.picked.emit("")
