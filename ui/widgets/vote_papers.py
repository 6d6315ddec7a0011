"""Ballots counted in heaps: how many of each batch were counted, blank, spoiled or missing."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.ids import RowId
from smartcity_desktop.domain.paper_loop import IN_A_HEAP, Paper
from smartcity_desktop.domain.wording import number
from ui import theme
from ui.widgets.label import Label
from ui.widgets.writing import for_writing

_FIELD: Final = 58
_MOST: Final = 99_999


class PaperHeaps(QWidget):
    """A line for each batch of ballots; Enter goes from figure to figure, each is kept at once."""

    counted = Signal(str, str, object)
    """A batch, what was counted of it, and the figure; None where it was emptied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without any batch."""
        super().__init__(parent)
        self.setObjectName("vote-heaps")
        self.fields: dict[tuple[RowId, str], QLineEdit] = {}
        self._lines: list[QWidget] = []
        self._shown: tuple[tuple[RowId, int], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_papers(self, papers: Sequence[Paper], *, is_open: bool) -> None:
        """Show these batches; a figure that is being typed stays."""
        asked = tuple((item.id, len(item.numbers)) for item in papers)
        if asked != self._shown:
            self._build(papers)
            self._shown = asked
        for item in papers:
            for field in IN_A_HEAP:
                edit = self.fields[item.id, field]
                edit.setEnabled(is_open)
                stands: int | None = getattr(item, field)
                if not edit.isModified():
                    edit.setText("" if stands is None else str(stands))
        self.setVisible(bool(papers))

    def _build(self, papers: Sequence[Paper]) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines, self.fields = [], {}
        for item in papers:
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(Label(f"{item.number} keluar {number(len(item.numbers))} =", "soft", parent=line))
            for place, (field, words) in enumerate(IN_A_HEAP.items()):
                edit = self._field(item, field, words)
                row.addWidget(Label(words if not place else f"+ {words}", "soft", parent=line))
                row.addWidget(edit)
            row.addStretch(1)
            self._column.addWidget(line)
            self._lines.append(line)

    def _field(self, item: Paper, field: str, words: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(f"vote-heap-{field}")
        edit.setAccessibleName(f"Surat suara {item.number} {words}")
        edit.setFixedWidth(theme.scaled(_FIELD))
        edit.setValidator(QIntValidator(0, _MOST, edit))
        edit.editingFinished.connect(partial(self._kept, item.id, field))
        edit.returnPressed.connect(self.focusNextChild)
        for_writing(edit)
        self.fields[item.id, field] = edit
        return edit

    def _kept(self, batch: RowId, field: str) -> None:
        edit = self.fields.get((batch, field))
        if edit is not None and edit.isModified():
            edit.setModified(False)
            text = edit.text().strip()
            self.counted.emit(batch, field, int(text) if text else None)
