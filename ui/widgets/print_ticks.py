"""Papers to tick: which of them go into one file."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

_KEY: Final = Qt.ItemDataRole.UserRole
_ROWS, _FEW_ROWS = 7, 3
_FRAME: Final = 6


class PaperTicks(QListWidget):
    """One line for each paper, in the order in which they stand in the file; Space ticks."""

    changed = Signal()
    """A person ticked another set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without papers."""
        super().__init__(parent)
        self.setObjectName("print-papers")
        self.setAccessibleName("Cetakan yang masuk berkas ini")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.itemChanged.connect(self._tell)
        self._usual: frozenset[str] = frozenset()

    def show_papers(self, papers: Sequence[tuple[str, str]], ticked: Sequence[str]) -> None:
        """Offer papers by (key, title) with the usual ones ``ticked``; what a person ticked stays."""
        before, self._usual = self._usual, frozenset(ticked)
        with QSignalBlocker(self):
            if [key for key, _ in papers] == [str(item.data(_KEY)) for item in self._items()]:
                if self._usual != before and frozenset(self.ticked()) == before:
                    for key, _ in papers:
                        self.tick(key, on=key in self._usual)
                for item, (_, title) in zip(self._items(), papers, strict=True):
                    item.setText(title)
                return
            self.clear()
            for key, title in papers:
                item = QListWidgetItem(title, self)
                item.setData(_KEY, key)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if key in ticked else Qt.CheckState.Unchecked)
        first = next((item for item in self._items() if item.checkState() == Qt.CheckState.Checked), None)
        if first is not None:
            self.scrollToItem(first, QListWidget.ScrollHint.PositionAtTop)
        self.setMinimumHeight(self._height(_FEW_ROWS))
        self.setMaximumHeight(self._height(_ROWS))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room of all papers, as far as that is not too much."""
        return QSize(super().sizeHint().width(), self._height(_ROWS))

    def _height(self, rows: int) -> int:
        return min(self.count(), rows) * max(self.sizeHintForRow(0), 1) + _FRAME

    def tick(self, key: str, *, on: bool) -> None:
        """Tick one paper, or take its tick away."""
        for item in self._items():
            if item.data(_KEY) == key:
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def ticked(self) -> tuple[str, ...]:
        """Return the keys that are ticked, in order."""
        return tuple(
            str(item.data(_KEY)) for item in self._items() if item.checkState() == Qt.CheckState.Checked
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _tell(self, _item: QListWidgetItem) -> None:
        self.changed.emit()
