"""Single fields that two laptops filled differently: every value with whose it is, and what takes it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.book_differing import Differing
from ui import theme
from ui.models.manner import moment_words
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.dialog_size import size_dialog
from ui.widgets.label import Label
from ui.widgets.scroll import scroll_area
from ui.widgets.writing import for_writing

_WIDE, _HIGH = 620, 460
_TITLE: Final = "Isian ini berbeda di dua laptop. Pilih yang dipakai."
_TOLD: Final = "Sebelum dipilih, tidak ada yang hilang: semua isian tetap tersimpan."


class FieldVersionsDialog(QDialog):
    """One card a field; it goes when a value is taken, and the dialog with the last of them."""

    chosen = Signal(object, str)
    """A field (``Differing``) and the value that is to stand."""

    def __init__(self, differing: Sequence[Differing], parent: QWidget | None = None) -> None:
        """Show the fields, in each the value first that is shown now."""
        super().__init__(parent)
        self.setObjectName("field-versions")
        self.setWindowTitle("Isian yang berbeda")
        theme.set_role(self, "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(Label(_TITLE, "title", wrap=True, parent=self))
        ground = QWidget(self)
        ground.setObjectName("field-versions-ground")
        theme.set_role(ground, "page")
        self._list = QVBoxLayout(ground)
        self._list.setContentsMargins(0, 0, 6, 0)
        self._list.setSpacing(10)
        self.takes: list[Button] = []
        self._open = [self._card(item, ground) for item in differing]
        self._list.addStretch(1)
        column.addWidget(scroll_area(ground, "field-versions-area", self), 1)
        below = QHBoxLayout()
        below.addWidget(Label(_TOLD, "small", wrap=True, parent=self), 1)
        away = Button("Nanti saja", "field-versions-later", "quiet", parent=self)
        away.clicked.connect(self.reject)
        below.addWidget(away)
        column.addLayout(below)
        for_writing(*self.takes)
        size_dialog(self, _WIDE, _HIGH)

    def _card(self, item: Differing, ground: QWidget) -> Card:
        card = Card(worded(item.words), name=f"field-{item.field}", parent=ground)
        for one in item.versions:
            row = QHBoxLayout()
            row.setSpacing(12)
            words = QVBoxLayout()
            words.setSpacing(2)
            said = item.said(one.text)
            by = " · ".join(filter(None, (one.who, moment_words(one.at) if one.at else "")))
            words.addWidget(Label(said, wrap=True, parent=card))
            words.addWidget(Label(by or "Penulis tidak tercatat", "small", wrap=True, parent=card))
            take = Button("Pakai ini", f"field-take-{len(self.takes)}", parent=card)
            take.setAccessibleName(f"Pakai {said}, {by}")
            take.clicked.connect(partial(self._choose, card, item, one.text))
            self.takes.append(take)
            row.addLayout(words, 1)
            row.addWidget(take)
            card.body.addLayout(row)
        self._list.addWidget(card)
        return card

    def _choose(self, card: Card, item: Differing, value: str) -> None:
        self.chosen.emit(item, value)
        self._open.remove(card)
        card.hide()
        if not self._open:
            self.accept()
