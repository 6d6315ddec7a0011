"""The left of Cetak: the documents, what the chosen one is made of, and what stands round every print."""

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.finder import SearchBox
from ui.widgets.flow_row import FlowRow
from ui.widgets.label import Label
from ui.widgets.link_row import LinkRow
from ui.widgets.print_choice import PrintChoice
from ui.widgets.print_list import PrintList

_WIDE: Final = 344
_EDGE, _BORDER = 13, 2
_WIDEST: Final = 440
"""The pages beside it keep their room, also with the largest type."""


class PrintCard(Card):
    """Documents above, choices and the way to the pages below them, kop and signers at the foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without documents."""
        super().__init__(name="print-card", parent=parent)
        self.search = SearchBox("Cari cetakan", "print-search", self)
        self.list = PrintList(self)
        self.choice = PrintChoice(self)
        self.view = Button("Lihat halaman", "print-view", "primary", parent=self)
        self.around = Label("", "small", name="print-around", wrap=True, parent=self)
        self.frame = LinkRow("Kop, dasar & penanda tangan", "print-frame", self)
        self.signing = Button("Komitmen", "print-signing", "quiet", parent=self)
        self.handing = Button("Serah terima data", "print-handing", "quiet", parent=self)
        self.choice.foot.addStretch(1)
        self._measure()
        self.body.setContentsMargins(1, 2, 1, 12)
        self.body.setSpacing(6)
        above = QVBoxLayout()
        above.setContentsMargins(_EDGE, 8, _EDGE, 0)
        above.addWidget(self.search)
        self.body.addLayout(above)
        self.body.addWidget(self.list, 1)
        below = QVBoxLayout()
        below.setContentsMargins(_EDGE, 4, _EDGE, 0)
        below.setSpacing(8)
        below.addWidget(self.choice)
        below.addWidget(self.view)
        self.body.addLayout(below)
        self.body.addLayout(self._foot())

    def event(self, event: QEvent) -> bool:
        """Give the lines the room that another type size or longer words need."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.FontChange}:
            self._measure()
        return super().event(event)

    def _measure(self) -> None:
        rows = (self.choice.foot.minimumSize().width(), self.view.sizeHint().width())
        needed = max(rows) + 2 * (_EDGE + _BORDER)
        self.setFixedWidth(max(_WIDE, min(max(theme.scaled(_WIDE), needed), _WIDEST)))

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(4, 0, 4, 0)
        foot.setSpacing(2)
        self.around.setContentsMargins(9, 0, 0, 0)
        foot.addWidget(self.around)
        foot.addWidget(self.frame)
        foot.addWidget(FlowRow((self.signing, self.handing), parent=self))
        return foot
