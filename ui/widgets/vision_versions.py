"""The versions of vision and missions: who adopted them when, what changed in each, and the way back."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartcity_desktop.domain.vision import VISION, Adoption, Board
from smartcity_desktop.domain.vision_change import changes, mission_changes, mission_head
from ui import theme
from ui.models import vision as words
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label, tip
from ui.widgets.read_table import ReadTable
from ui.widgets.vision_changes import ChangesView
from ui.widgets.writing import for_writing

_LEGEND: Final = "Bergaris bawah: masuk. Dicoret: keluar."
_FIRST: Final = "Versi pertama."
_LINE: Final = 30
_MOST: Final = 7


class VersionsCard(Card):
    """Hidden until something was adopted."""

    brought_back = Signal()
    """The chosen version is to be worked on again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without any version."""
        super().__init__("Versi", name="versions-card", parent=parent)
        self._board = Board()
        self.table = ReadTable("vision-versions", "Versi visi dan misi", words.BY, self)
        self.table.chosen.connect(self._show_version)
        self.told = Label("", "small", name="vision-version-told", wrap=True, parent=self)
        self.legend = Label("", "small", name="vision-legend", parent=self)
        self.changes = ChangesView(self)
        self.again = Button("Pakai lagi versi ini", "vision-again", parent=self)
        tip(self.again, "Mengerjakannya lagi; yang berlaku tetap sampai ditetapkan")
        self.again.clicked.connect(self.brought_back)
        for_writing(self.again)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.legend, 1)
        foot.addWidget(self.again)
        for part in (self.table, self.told, self.changes):
            self.body.addWidget(part)
        self.body.addLayout(foot)

    @property
    def version(self) -> Adoption | None:
        """The version that is chosen."""
        return words.version_of(self._board, self.table.key)[0]

    def show_board(self, board: Board) -> None:
        """Show the versions; the one that was chosen stays so."""
        self._board = board
        lines = words.version_lines(board)
        self.setVisible(bool(lines))
        self.table.show_lines(words.VERSION_HEADS, lines, words.VERSION_WIDTHS)
        high = theme.scaled(_LINE) * min(len(lines), _MOST)
        self.table.setFixedHeight(high + self.table.horizontalHeader().sizeHint().height() + 6)
        self._show_version()

    def choose(self, row: str) -> None:
        """Choose a version, by itself or by one of its texts."""
        known = (*self._board.visions, *self._board.mission_sets)
        holding = (item.id for item in known if any(one.id == row for one in item.texts))
        self.table.choose(next(holding, row))
        self._show_version()

    def _show_version(self, _key: str = "") -> None:
        found, before = words.version_of(self._board, self.table.key)
        if found is None:
            return
        self.told.setText(found.told)
        self.legend.setText(_LEGEND if before else _FIRST)
        if found.kind == VISION:
            self.changes.show_changes([("", changes(before.said if before else found.said, found.said))])
            return
        self.changes.show_changes(
            (mission_head(item, worded), item.pieces or changes(item.text.said, item.text.said))
            for item in mission_changes(before, found)
        )
