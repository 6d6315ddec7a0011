"""A quiet line below the agencies: what a plan says of a bidang urusan that its agency lacks."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartcity_desktop.domain.suggest_match import FieldOffer
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import Label, tip
from ui.widgets.writing import for_writing

_TOLD: Final = "{called}: {some} dari {all} program berkode {bidang} ({name}), belum ada di bidang urusannya."


class FieldLine(QWidget):
    """One offer at a time: that of the agency one stands on, else the first there is."""

    taken = Signal(object)
    """The FieldOffer that is to be written."""
    refused = Signal(object)
    """The FieldOffer that is not so, whatever the codes say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("opd-field")
        self._offers: Sequence[FieldOffer] = ()
        self._opd = ""
        self.offer: FieldOffer | None = None
        self.words = Label("", "soft", name="opd-field-words", wrap=True, parent=self)
        self.add = Button("Tambahkan", "opd-field-add", parent=self)
        self.leave = Button("Bukan", "opd-field-refuse", "quiet", parent=self)
        tip(self.leave, worded("OPD ini tidak punya bidang urusan itu: tidak diusulkan lagi"))
        self.add.clicked.connect(self._take)
        self.leave.clicked.connect(self._refuse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.add)
        row.addWidget(self.leave)
        for_writing(self.add, self.leave)
        self.hide()

    def show_offers(self, offers: Sequence[FieldOffer]) -> None:
        """Show the offer for the agency one stands on, else the first; nothing where there is none."""
        self._offers = offers
        self.stand_on(self._opd)

    def stand_on(self, opd: str) -> None:
        """Show what there is for this agency, else the first offer."""
        self._opd = opd
        own = (item for item in self._offers if item.opd == opd)
        self.offer = next(own, next(iter(self._offers), None))
        self.setVisible(self.offer is not None)
        if self.offer is None:
            return
        field, left = self.offer.field, len(self._offers) - 1
        told = _TOLD.format(
            called=self.offer.called,
            some=field.programs,
            all=field.of,
            bidang=field.bidang,
            name=field.name,
        )
        self.words.setText(f"{told} {left} usulan lain." if left else told)
        self.add.setText(f"Tambahkan {field.bidang}")
        self.add.setAccessibleName(f"Tambahkan bidang urusan {field.bidang} {field.name}")

    def _take(self) -> None:
        self.taken.emit(self.offer)

    def _refuse(self) -> None:
        self.refused.emit(self.offer)
