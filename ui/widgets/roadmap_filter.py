"""Above the road map: which programs are shown, by dimension, agency, horizon, and words."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.entity import HORIZONS
from smartcity_desktop.domain.roadmap import RoadFilter, RoadParty
from smartcity_desktop.domain.wording import label
from ui.translate import worded
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.find_line import FindLine

_DIMENSION, _OPD, _HORIZON = "dimension", "opd", "horizon"
_ALL: Final = {_DIMENSION: "Semua dimensi", _OPD: "Semua OPD", _HORIZON: "Semua jangka"}
_LETTERS: Final = 12


class PlanFilter(QObject):
    """A line of words, and lists that each begin with everything; whoever shows it lays its ``parts``."""

    changed = Signal()
    left_down = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        """``name`` begins the object names, ``roadmap``."""
        super().__init__(parent)
        self.words = FindLine(parent)
        self.words.setObjectName(f"{name}-words")
        self.words.setAccessibleName("Cari")
        self.words.setPlaceholderText("Cari (Ctrl+F)")
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self.changed)
        self.words.left_down.connect(self.left_down)
        self.boxes = {key: ChoiceBox(parent) for key in _ALL}
        for key, box in self.boxes.items():
            box.setObjectName(f"{name}-{key}")
            box.setAccessibleName(worded(_ALL[key]))
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LETTERS)
            box.addItem(worded(_ALL[key]), "")
            box.currentIndexChanged.connect(self.changed)
        for key in HORIZONS:
            self.boxes[_HORIZON].addItem(label("horizon_long", key), key)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What is to be laid beside each other."""
        return (self.words, *self.boxes.values())

    @property
    def wanted(self) -> RoadFilter:
        """What is chosen now."""
        told = {key: str(box.currentData() or "") for key, box in self.boxes.items()}
        return RoadFilter(told[_DIMENSION], told[_OPD], told[_HORIZON], self.words.text())

    def offer(self, dimensions: Sequence[RoadParty], opds: Sequence[RoadParty]) -> None:
        """Offer these; what was chosen stays so where it is among them."""
        for key, known in ((_DIMENSION, dimensions), (_OPD, opds)):
            self._fill(self.boxes[key], [(_ALL[key], ""), *((item.called, item.id) for item in known)])

    def clear(self) -> None:
        """Show everything."""
        for box in self.boxes.values():
            with QSignalBlocker(box):
                box.setCurrentIndex(0)
        if self.words.text():
            # That is told by the line itself.
            self.words.clear()
            return
        self.changed.emit()

    @staticmethod
    def _fill(box: ChoiceBox, choices: Sequence[tuple[str, str]]) -> None:
        stands = [(box.itemText(at), box.itemData(at)) for at in range(box.count())]
        wanted = [(worded(words) if not key else words, key) for words, key in choices]
        if stands == wanted:
            return
        kept = box.currentData()
        quiet = box.blockSignals(True)  # noqa: FBT003  # Qt takes it by place only
        box.clear()
        for words, key in wanted:
            box.addItem(words, key)
        box.setCurrentIndex(max(box.findData(kept), 0))
        box.blockSignals(quiet)
