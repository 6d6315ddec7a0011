"""Merging chosen rows: the one sentence that stands for all of them, and whose sheet it goes to."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.result import ResultRow
from smartcity_desktop.domain.wording import number
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import Label
from ui.widgets.link_row import LinkRow
from ui.widgets.scroll import scroll_area

_SIZE: Final = (640, 520)
_KEPT: Final = "Isian asal tetap di lembarnya dan ditandai masuk gabungan. Ctrl+Z mengurungkan."
_HEIGHT: Final = 110


class MergeDialog(QDialog):
    """The sentences of all rows to take one from, a text to change it, and the dimension."""

    def __init__(
        self,
        rows: Sequence[ResultRow],
        dimensions: Sequence[tuple[RowId, str]],
        chosen: RowId,
        parent: QWidget | None = None,
    ) -> None:
        """Propose the sentence of the first row and the dimension of most of them."""
        super().__init__(parent)
        self.setObjectName("merge-dialog")
        self.setWindowTitle(f"Gabungkan {number(len(rows))} isian")
        self.resize(*_SIZE)
        self.text = QPlainTextEdit(rows[0].text if rows else "", self)
        self.text.setObjectName("merge-text")
        self.text.setAccessibleName("Kalimat gabungan")
        self.text.setTabChangesFocus(True)
        self.text.setMaximumHeight(_HEIGHT)
        self.dimension = ChoiceBox(self)
        self.dimension.setObjectName("merge-dimension")
        self.dimension.setAccessibleName(worded("Lembar dimensi"))
        for row, called in dimensions:
            self.dimension.addItem(called, row)
        self.dimension.setPlaceholderText(worded("Pilih dimensi"))
        self.dimension.setCurrentIndex(self.dimension.findData(chosen) if chosen else -1)
        self.merge = Button("Gabungkan", "merge-go", "primary", parent=self)
        self.close_button = Button("Batal", "merge-close", parent=self)
        self.merge.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        self.text.textChanged.connect(self._check)
        self.dimension.currentIndexChanged.connect(self._check)
        self._lay_out(rows)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self._go)
        self._check()
        self.text.setFocus()
        self.text.selectAll()

    @property
    def chosen(self) -> tuple[RowId, str]:
        """The dimension and the sentence."""
        return RowId(str(self.dimension.currentData() or "")), self.text.toPlainText().strip()

    def _go(self) -> None:
        if self.merge.isEnabled():
            self.accept()

    def _check(self, *_moved: object) -> None:
        self.merge.setEnabled(bool(self.chosen[0] and self.chosen[1]))

    def _take(self, text: str) -> None:
        self.text.setPlainText(text)
        self.text.setFocus()

    def _lay_out(self, rows: Sequence[ResultRow]) -> None:
        sources = QWidget(self)
        listed = QVBoxLayout(sources)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(2)
        for place, row in enumerate(rows):
            link = LinkRow(
                f"{row.text}\n{row.number} · {row.party_name}", f"merge-source-{place + 1}", sources
            )
            link.clicked.connect(partial(self._take, row.text))
            listed.addWidget(link)
        listed.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(Label(worded("Masuk lembar dimensi"), "soft", parent=self))
        foot.addWidget(self.dimension, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.merge)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addWidget(Label("Kalimat gabungan", "strong", parent=self))
        column.addWidget(self.text)
        column.addWidget(Label("Pakai kalimat dari:", "soft", parent=self))
        column.addWidget(scroll_area(sources, "merge-sources", self), 1)
        column.addWidget(Label(_KEPT, "small", wrap=True, parent=self))
        column.addLayout(foot)
