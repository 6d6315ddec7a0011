"""A quiet line below the tree: what the nomenclature says of a program whose code or name does not fit."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartcity_desktop.domain.suggest_code import CODE, CodeOffer
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import Label, tip
from ui.widgets.writing import for_writing, takes_nothing

_TAKE: Final = "Alt+K"
_REFUSE: Final = "Alt+Shift+K"


class CodeLine(QWidget):
    """The offer for the program one stands on, else the first; a key goes to its row before it writes."""

    taken = Signal(object)
    """The CodeOffer that is to be written."""
    refused = Signal(object)
    """The CodeOffer that does not fit."""
    row_asked = Signal(str)
    """The line that the offer is about is to be shown."""

    def __init__(self, parent: QWidget) -> None:
        """Start hidden; the keys work in ``parent``."""
        super().__init__(parent)
        self.setObjectName("plan-code")
        self._offers: Sequence[CodeOffer] = ()
        self._names: Mapping[str, str] = {}
        self._here = ""
        self.offer: CodeOffer | None = None
        self.words = Label("", "small", name="plan-code-words", wrap=True, parent=self)
        self.use = Button("", "plan-code-use", parent=self)
        self.leave = Button(f"Tolak ({_REFUSE})", "plan-code-refuse", "quiet", parent=self)
        tip(self.leave, "Tidak diusulkan lagi untuk program ini")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.use)
        row.addWidget(self.leave)
        self.use.clicked.connect(self.take)
        self.leave.clicked.connect(self.refuse)
        for keys, way in ((_TAKE, self.take), (_REFUSE, self.refuse)):
            shortcut = QShortcut(QKeySequence(keys), parent)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)
        for_writing(self.use, self.leave)
        self.hide()

    def show_offers(self, offers: Sequence[CodeOffer], names: Mapping[str, str]) -> None:
        """Take the offers of a plan; ``names`` says how its lines are called."""
        self._offers, self._names = offers, names
        self.stand_on(self._here)

    def stand_on(self, line: str) -> None:
        """Show the offer for this line, else the first; nothing in a file that takes nothing."""
        self._here = line
        own = (item for item in self._offers if item.line == line)
        self.offer = next(own, next(iter(self._offers), None))
        if takes_nothing(self):
            self.offer = None
        self.setVisible(self.offer is not None)
        if self.offer is None:
            return
        called = self._names.get(self.offer.line, "")
        told = "usulan kode" if self.offer.field == CODE else f"usulan nama menurut kode {self.offer.code}"
        proposed = f"{self.offer.code} {self.offer.name}" if self.offer.field == CODE else self.offer.value
        why = f" ({worded(self.offer.reason)})" if self.offer.field == CODE else ""
        left = len(self._offers) - 1
        more = f" {left} usulan lain." if left else ""
        self.words.setText(f"{called}: {told} {proposed}{why}.{more}")
        is_here = self.offer.line == line
        self.use.setText(f"Pakai ({_TAKE})" if is_here else f"Ke barisnya ({_TAKE})")
        self.use.setAccessibleName(f"Pakai {proposed}" if is_here else f"Ke baris {called}")
        self.leave.setVisible(is_here)

    def take(self) -> None:
        """Ask for the offer to be written; one that is about another row is gone to first."""
        if self.offer is None:
            return
        if self.offer.line == self._here:
            self.taken.emit(self.offer)
        else:
            self.row_asked.emit(self.offer.line)

    def refuse(self) -> None:
        """Ask for the offer of the row one stands on to be forgotten."""
        if self.offer is not None and self.offer.line == self._here:
            self.refused.emit(self.offer)
