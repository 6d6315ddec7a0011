"""What a print is made of: which worksheet, which agency or group, which session, which paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.entity import PAPERS
from ui import theme
from ui.translate import worded
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import Label

_NONE: Final = "Belum ada sesi"
_WHOSE: Final = "OPD yang dicetak"


@dataclass(frozen=True, slots=True)
class Offer:
    """One worksheet to choose (no id: all), and whose sheets it has: ``everyone`` and each (id, name)."""

    worksheet: str
    words: str
    everyone: str
    parties: tuple[tuple[str, str], ...] = ()


class PrintChoice(QWidget):
    """Questions, of which only those are shown that matter to the print."""

    changed = Signal()
    """A person chose another agency, session or paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to choose from but the paper."""
        super().__init__(parent)
        self.setObjectName("print-choice")
        self.worksheet = self._box("print-worksheet", "Kertas kerja yang dicetak")
        self.opd = self._box("print-opd", worded(_WHOSE))
        self.session = self._box("print-session", "Sesi yang dicetak")
        self.papers = QButtonGroup(self)
        self._asks_worksheet = False
        self._offers: tuple[Offer, ...] = ()
        self._labels = {
            "worksheet": Label("Lembar", "soft", parent=self),
            "opd": Label("Untuk", "soft", parent=self),
            "session": Label("Sesi", "soft", parent=self),
        }
        widest = max(label.sizeHint().width() for label in self._labels.values())
        for label in self._labels.values():
            label.setMinimumWidth(widest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._row("worksheet"))
        column.addLayout(self._row("opd", "session"))
        self.foot = self._paper_row()
        column.addLayout(self.foot)
        self.worksheet.currentIndexChanged.connect(self._offer_parties)
        self.needs("")

    def reword(self) -> None:
        """Say in the event's words what is asked."""
        self.opd.setAccessibleName(worded(_WHOSE))

    @property
    def paper(self) -> str:
        """The paper that is chosen."""
        return PAPERS[max(0, self.papers.checkedId())]

    @property
    def of_worksheet(self) -> str:
        """The worksheet that is chosen, empty for all of them or where none is asked for."""
        return str(self.worksheet.currentData() or "") if self._asks_worksheet else ""

    def needs(self, need: str, *, worksheet: bool = False) -> None:
        """Show the question that the print needs: ``opd`` (of a ``worksheet``), ``session`` or neither."""
        self._asks_worksheet = worksheet
        shown = {need} | ({"worksheet"} if worksheet else set())
        for key, box in (("worksheet", self.worksheet), ("opd", self.opd), ("session", self.session)):
            box.setVisible(key in shown)
            self._labels[key].setVisible(key in shown)
        self._offer_parties()

    def show_paper(self, paper: str) -> None:
        """Mark a paper without telling anybody."""
        button = self.papers.button(PAPERS.index(paper) if paper in PAPERS else PAPERS.index("F4"))
        if button is not None:
            button.setChecked(True)

    def show_worksheets(self, offers: Sequence[Offer]) -> None:
        """Offer worksheets, the first of them all together, each with whose sheets it has; choices stay."""
        self._offers = tuple(offers)
        self._fill(self.worksheet, [(item.worksheet, item.words) for item in offers])
        self._offer_parties()

    def show_sessions(self, sessions: Sequence[tuple[str, str]]) -> None:
        """Offer sessions by (id, words); the chosen one stays."""
        self._fill(self.session, sessions or [("", _NONE)])

    def choose_opd(self, opd: str) -> None:
        """Choose an agency, or a dimension group with its worksheet."""
        if self._asks_worksheet and self.opd.findData(opd) < 0:
            fits = (at for at, item in enumerate(self._offers) if opd in dict(item.parties))
            self.worksheet.setCurrentIndex(next(fits, self.worksheet.currentIndex()))
        place = self.opd.findData(opd)
        if place >= 0:
            self.opd.setCurrentIndex(place)

    def choose_session(self, session: str) -> None:
        """Choose a session."""
        place = self.session.findData(session)
        if place >= 0:
            self.session.setCurrentIndex(place)

    def _offer_parties(self, _place: int = 0) -> None:
        known = {item.worksheet: item for item in self._offers}
        offer = known.get(self.of_worksheet)
        if offer is not None:
            self._fill(self.opd, [("", offer.everyone), *offer.parties])

    def _fill(self, box: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
        chosen = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            for value, words in choices:
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def _box(self, name: str, called: str) -> QComboBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setAccessibleName(called)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.currentIndexChanged.connect(self._tell)
        return box

    def _row(self, *keys: str) -> QHBoxLayout:
        """Return a line of questions, of which one is shown at a time."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for key in keys:
            box = {"worksheet": self.worksheet, "opd": self.opd, "session": self.session}[key]
            self._labels[key].setBuddy(box)
            row.addWidget(self._labels[key])
            row.addWidget(box, 1)
        return row

    def _paper_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, paper in enumerate(PAPERS):
            button = QPushButton(paper, self)
            button.setObjectName(f"print-paper-{paper}")
            button.setAccessibleName(f"Kertas {paper}")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            theme.set_role(button, "segment", place="first" if place == 0 else "last")
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self.papers.addButton(button, place)
            row.addWidget(button)
        self.papers.idClicked.connect(self._tell)
        return row

    def _tell(self, _place: int) -> None:
        self.changed.emit()
