"""Right of the results: two rows that say nearly the same, with the words they share; one key each way."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.merging import Pair
from smartcity_desktop.domain.result import ResultRow
from smartcity_desktop.domain.wording import number
from ui.translate import worded
from ui.widgets.button import LetterButton
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.writing import for_writing

_NONE = "Tidak ada isian mirip yang belum diputuskan."
_HINT = "Y menggabungkan, T berarti berbeda, panah kanan melewati. Tidak ada yang digabungkan sendiri."


class NearPanel(QWidget):
    """Shows one pair after the other; Y merges, T says that they differ, right and left go on and back."""

    accepted = Signal(str, str)
    refused = Signal(str, str)
    shown = Signal(str)
    """The first row of the pair that is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a pair."""
        super().__init__(parent)
        self.setObjectName("result-near")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pairs: tuple[Pair, ...] = ()
        self._rows: Mapping[str, ResultRow] = {}
        self._at = 0
        self.count = Label("", "strong", wrap=True, name="near-count", parent=self)
        self.one = self._card("near-one")
        self.other = self._card("near-other")
        self.reason = Label("", "soft", wrap=True, name="near-reason", parent=self)
        self.target = Label("", "small", wrap=True, name="near-target", parent=self)
        self.hint = Label(_HINT, "small", wrap=True, parent=self)
        self.yes = LetterButton("&Ya, gabungkan", "near-yes", "primary", parent=self)
        self.no = LetterButton("&Tidak, berbeda", "near-no", parent=self)
        self.yes.clicked.connect(self._accept)
        self.no.clicked.connect(self._refuse)
        for_writing(self.yes, self.no)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.count, self.one, self.other, self.reason, self.target):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.hint)
        column.addStretch(1)
        self._show()

    @property
    def pair(self) -> Pair | None:
        """The pair that is looked at."""
        return self._pairs[self._at] if self._at < len(self._pairs) else None

    def show_pairs(self, pairs: Sequence[Pair], rows: Mapping[str, ResultRow]) -> None:
        """Show other pairs; the one that was looked at stays while it is among them."""
        before = self.pair
        known = tuple(item for item in pairs if item.one in rows and item.other in rows)
        self._pairs, self._rows = known, rows
        same = [at for at, item in enumerate(known) if before and (item.one, item.other) == _ends(before)]
        self._at = same[0] if same else min(self._at, max(0, len(known) - 1))
        self._show()

    def show_target(self, called: str) -> None:
        """Say onto whose sheet a yes merges."""
        words = worded("Digabungkan di lembar {called}, kalimat isian pertama dipakai dan bisa diubah.")
        self.target.setText(words.format(called=called) if called and self.pair else "")

    def step(self, by: int) -> None:
        """Look at the next pair (1) or the one before (-1)."""
        if self._pairs:
            self._at = (self._at + by) % len(self._pairs)
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide by one key."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Y and self.yes.isEnabled():
            self._accept()
        elif key == Qt.Key.Key_T and self.no.isEnabled():
            self._refuse()
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
            self.step(1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        if self.pair is not None:
            self.accepted.emit(self.pair.one, self.pair.other)

    def _refuse(self) -> None:
        if self.pair is not None:
            self.refused.emit(self.pair.one, self.pair.other)

    def _card(self, name: str) -> "_Said":
        return _Said(name, self)

    def _show(self) -> None:
        pair = self.pair
        for part in (self.one, self.other, self.reason, self.target, self.yes, self.no, self.hint):
            part.setVisible(pair is not None)
        if pair is None:
            self.count.setText(_NONE)
            return
        self.count.setText(f"Isian mirip {number(self._at + 1)} dari {number(len(self._pairs))}")
        self.one.show_row(self._rows[pair.one])
        self.other.show_row(self._rows[pair.other])
        self.reason.setText(pair.reason)
        self.shown.emit(pair.one)


class _Said(Card):
    """What one row says, and where it stands."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__("", name=name, parent=parent)
        self.body.setContentsMargins(10, 8, 10, 8)
        self.body.setSpacing(3)
        self.where = Label("", "small", wrap=True, parent=self)
        self.text = Label("", wrap=True, parent=self)
        self.body.addWidget(self.where)
        self.body.addWidget(self.text)

    def show_row(self, row: ResultRow) -> None:
        """Show a row."""
        self.where.setText(f"{row.number} · {row.party_name}")
        self.text.setText(row.text)
        self.setAccessibleName(f"{row.party_name}: {row.text}")


def _ends(pair: Pair) -> tuple[str, str]:
    return pair.one, pair.other
