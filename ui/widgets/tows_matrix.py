"""The TOWS matrix: factors at its edges, strategies where they cross; every line leads to its row."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from smartcity_desktop.domain import swot
from smartcity_desktop.domain.swot import SwotSheet
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.link_row import LinkRow

PLACES: Final = {
    "O": (0, 1),
    "T": (0, 2),
    "S": (1, 0),
    "SO": (1, 1),
    "ST": (1, 2),
    "W": (2, 0),
    "WO": (2, 1),
    "WT": (2, 2),
}
"""Where each kind stands: row and column."""

_BIND: Final = "\u00a0"
"""A space at which no line breaks."""


class TowsMatrix(QWidget):
    """Shows one sheet whole; Tab goes from line to line, Enter opens the row of a line."""

    asked = Signal(str)
    """The factor or strategy that a person wants to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("tows-matrix")
        self.setAccessibleName("Matriks TOWS")
        self.cells: dict[str, Card] = {}
        self.lines: dict[str, LinkRow] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.loose = Label("", "soft", name="tows-loose", wrap=True, parent=self)
        self._grid.addWidget(self.loose, 0, 0)
        for column in range(3):
            self._grid.setColumnStretch(column, 1)

    def show_sheet(self, sheet: SwotSheet) -> None:
        """Show factors and strategies of one sheet."""
        focused = next((row for row, line in self.lines.items() if line.hasFocus()), "")
        for cell in self.cells.values():
            cell.setParent(None)
            cell.deleteLater()
        self.cells, self.lines = {}, {}
        for kind, place in PLACES.items():
            self.cells[kind] = self._cell(sheet, kind)
            self._grid.addWidget(self.cells[kind], *place)
        self.loose.setText("Faktor menurut urutan di lembarnya. Kode ikut bergeser bila baris dipindah.")
        if focused in self.lines:
            self.lines[focused].setFocus()

    def _cell(self, sheet: SwotSheet, kind: str) -> Card:
        is_factor = kind in swot.KIND_NAMES
        found = sheet.of(kind) if is_factor else sheet.answers(kind)
        name = swot.KIND_NAMES[kind] if is_factor else swot.STRATEGY_NAMES[kind]
        card = Card(f"{kind} · {name} ({len(found)})", name=f"tows-{kind}", parent=self)
        card.title.setWordWrap(True)
        card.body.setSpacing(2)
        known = sheet.codes
        for item in found:
            more = self._more(sheet, item)
            words = f"{known.get(item.id, '')}  {item.text or '(belum ditulis)'}{more}"
            line = LinkRow(words, f"tows-line-{item.id}", card)
            line.clicked.connect(partial(self.asked.emit, item.id))
            self.lines[item.id] = line
            card.body.addWidget(line)
        if not found:
            card.body.addWidget(Label("Belum ada.", "soft", parent=card))
        card.body.addStretch(1)
        return card

    @staticmethod
    def _more(sheet: SwotSheet, item: swot.Factor | swot.Strategy) -> str:
        if isinstance(item, swot.Strategy):
            return f"  [{sheet.cited(item) or 'tanpa faktor'}]"
        return f"  ({swot.weighed(item).replace(' ', _BIND)})" if sheet.standing.is_weighed else ""
