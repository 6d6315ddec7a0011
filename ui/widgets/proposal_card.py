"""What is proposed for the row one stands on, why, and the keys that take or refuse it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartcity_desktop.domain.grid import GridColumn
from ui.models.proposal import REFUSE_KEYS, TAKE_KEYS, Offer
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label, tip
from ui.widgets.writing import for_writing

_LEFT: Final = Qt.AlignmentFlag.AlignLeft


class _OfferPart(QWidget):
    """One proposal: what it is, how sure and why, and its button."""

    def __init__(self, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.head = Label("", "strong", name=f"proposal-head-{place}", wrap=True, parent=self)
        self.reason = Label("", "small", name=f"proposal-reason-{place}", wrap=True, parent=self)
        self.button = Button(f"Pakai ({TAKE_KEYS[place]})", f"proposal-take-{place}", "quiet", parent=self)
        for part in (self.head, self.reason):
            column.addWidget(part)
        column.addWidget(self.button, 0, _LEFT)

    def show_offer(self, offer: Offer) -> None:
        """Show this proposal."""
        self.head.setText(offer.head)
        self.reason.setText(offer.reason)
        self.button.setAccessibleName(f"Pakai {offer.head}")


class ProposalCard(Card):
    """Up to two proposals for one row, or "Tidak tahu"; nothing is taken by itself."""

    taken = Signal(int)
    """The first (0) or second (1) proposal is to be written."""
    refused = Signal()
    """None of these fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(worded("Usulan dimensi"), name="proposalCard", parent=parent)
        self._parts = tuple(_OfferPart(place, self) for place in range(len(TAKE_KEYS)))
        self._unknown = Label("", "soft", name="proposalUnknown", wrap=True, parent=self)
        self._refuse = Button(f"Tolak ({REFUSE_KEYS})", "proposal-refuse", "quiet", parent=self)
        tip(self._refuse, "Tidak sesuai: tidak diusulkan lagi untuk baris ini")
        self._refuse.clicked.connect(self.refused)
        for place, part in enumerate(self._parts):
            part.button.clicked.connect(partial(self._take, place))
            self.body.addWidget(part)
        self.body.addWidget(self._unknown)
        self.body.addWidget(self._refuse, 0, _LEFT)
        for_writing(*(part.button for part in self._parts), self._refuse)
        self.hide()

    def show_offers(self, column: GridColumn, offers: Sequence[Offer]) -> None:
        """Show the proposals of a row for one of its columns."""
        is_dimension = column.kind == "dimension" and not column.many
        self._call(worded("Usulan dimensi") if is_dimension else f"Usulan: {column.label}")
        for place, part in enumerate(self._parts):
            part.setVisible(place < len(offers))
            if place < len(offers):
                part.show_offer(offers[place])
        self._unknown.hide()
        self._refuse.show()
        self.show()

    def show_unknown(self) -> None:
        """Say that nobody can tell the dimension that a row waits for."""
        self._call(worded("Usulan dimensi"))
        for part in self._parts:
            part.hide()
        self._unknown.setText(
            worded("Tidak tahu: nama program, kode, dan OPD ini tidak menunjuk satu dimensi pun.")
        )
        self._unknown.show()
        self._refuse.hide()
        self.show()

    def _call(self, title: str) -> None:
        self.title.setText(title)
        self.setAccessibleName(title)

    def _take(self, place: int) -> None:
        self.taken.emit(place)
