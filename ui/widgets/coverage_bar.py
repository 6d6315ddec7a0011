"""What of the plans is looked at: one year, one kind of agency, relevant programs alone, support ones too."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from smartcity_desktop.domain.coverage import Choice, Coverage
from smartcity_desktop.domain.wording import label
from ui.translate import worded
from ui.widgets.choice_box import ChoiceBox

_LETTERS = 11


class CoverageBar(QWidget):
    """Two lists and two ticks; nothing of it changes the file."""

    changed = Signal()
    """A person looks at something else now."""

    def __init__(self, name: str, parent: QWidget | None = None, *, relevant_only: bool = False) -> None:
        """``name`` begins the object names of its parts."""
        super().__init__(parent)
        self.setObjectName(name)
        self.year = self._list(f"{name}-year", "Tahun")
        self.kind = self._list(f"{name}-kind", worded("Jenis OPD"))
        self.relevant = QCheckBox("Relevan saja", self)
        self.relevant.setObjectName(f"{name}-relevant")
        self.relevant.setChecked(relevant_only)
        self.support = QCheckBox("Dengan penunjang", self)
        self.support.setObjectName(f"{name}-support")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for part in (self.year, self.kind, self.relevant, self.support):
            row.addWidget(part)
        for box in (self.relevant, self.support):
            box.clicked.connect(self.changed)
        for choice in (self.year, self.kind):
            choice.activated.connect(self.changed)

    @property
    def choice(self) -> Choice:
        """What is looked at."""
        return Choice(
            kind=str(self.kind.currentData() or ""),
            year=str(self.year.currentData() or ""),
            relevant_only=self.relevant.isChecked(),
            support=self.support.isChecked(),
        )

    def offer(self, known: Coverage) -> None:
        """Offer the years and kinds that there are; what was chosen stays where it still is one."""
        years = [("Semua tahun", ""), *((year, year) for year in known.years)]
        kinds = [(worded("Semua jenis OPD"), ""), *((label("opd_kind", one), one) for one in known.kinds)]
        for box, lines in ((self.year, years), (self.kind, kinds)):
            kept = box.currentData()
            box.clear()
            for words, key in lines:
                box.addItem(words, key)
            box.setCurrentIndex(max(box.findData(kept), 0))

    def _list(self, name: str, words: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LETTERS)
        return box
