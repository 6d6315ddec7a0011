"""What a print is made of: whose, which day, session, stage or division, in which manner, on which paper."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
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
from ui.widgets.label import Label, tip
from ui.widgets.number_edit import NumberEdit
from ui.widgets.print_labels import LabelSheet
from ui.widgets.print_people import PeopleChoice
from ui.widgets.print_ticks import PaperTicks

_NONE: Final = "Belum ada sesi"
_WHOSE: Final = "OPD yang dicetak"
_MOST_COPIES: Final = 200
_LABELS: Final = {
    "worksheet": "Lembar",
    "opd": "Untuk",
    "stage": "Tahap",
    "day": "Hari",
    "session": "Sesi",
    "grouping": "Pembagian",
    "group": "Kelompok",
    "choice": "Isi",
    "signer": "Tanda tangan",
    "people": "Untuk",
    "labels": "Mulai di",
    "papers": "Berisi",
}
_BOXES: Final = {
    "worksheet": "Kertas kerja yang dicetak",
    "opd": _WHOSE,
    "stage": "Tahap yang dicetak",
    "day": "Hari yang dicetak",
    "session": "Sesi yang dicetak",
    "grouping": "Pembagian kelompok yang dicetak",
    "group": "Kelompok yang dicetak",
    "choice": "Cara cetakan ini dibuat",
    "signer": "Yang menandatangani cetakan ini",
}
_PASSED_OVER: Final = frozenset({"group", "grouping", "stage", "choice", "signer"})
_WITHIN: Final = {"group": "grouping", "day": "stage"}
"""A question whose answers belong to another one's."""


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
    """A person chose something else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to choose from but the paper."""
        super().__init__(parent)
        self.setObjectName("print-choice")
        self.boxes = {key: self._box(f"print-{key}", called) for key, called in _BOXES.items()}
        self.worksheet, self.opd = self.boxes["worksheet"], self.boxes["opd"]
        self.session, self.day = self.boxes["session"], self.boxes["day"]
        self.boxes["opd"].setAccessibleName(worded(_WHOSE))
        self.people = PeopleChoice(self)
        self.labels = LabelSheet(self)
        self.ticks = PaperTicks(self)
        self.papers = QButtonGroup(self)
        self.copies = NumberEdit("print-copies", "Jumlah rangkap", (1, _MOST_COPIES), self)
        self.copies.setSuffix(" rangkap")
        tip(self.copies, "Berapa rangkap yang dicetak")
        self._asked: frozenset[str] = frozenset()
        self._offers: tuple[Offer, ...] = ()
        self._parts: Mapping[str, Mapping[str, Sequence[tuple[str, str]]]] = {}
        self._heads = {key: Label(words, "soft", parent=self) for key, words in _LABELS.items()}
        self._rows: dict[str, QWidget] = {
            **self.boxes,
            "people": self.people,
            "labels": self.labels,
            "papers": self.ticks,
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for place, (key, widget) in enumerate(self._rows.items()):
            tall = key in {"labels", "papers"}
            side = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
            self._heads[key].setBuddy(widget)
            grid.addWidget(self._heads[key], place, 0, side)
            grid.addWidget(widget, place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        self.foot = self._paper_row()
        column.addLayout(self.foot)
        self.worksheet.currentIndexChanged.connect(self._offer_parties)
        for inner, outer in _WITHIN.items():
            self.boxes[outer].currentIndexChanged.connect(partial(self._outer_chosen, inner))
        for signal in (self.people.changed, self.ticks.changed, self.labels.changed):
            signal.connect(self._tell)
        self.needs(())

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
        return self.chosen("worksheet")

    def chosen(self, key: str) -> str:
        """Return what was answered to a question, empty where it is not asked."""
        return str(self.boxes[key].currentData() or "") if key in self._asked else ""

    def asks(self, key: str) -> bool:
        """Tell whether a question is asked of the print that is marked."""
        return key in self._asked

    def needs(self, asked: Collection[str]) -> None:
        """Show the questions that a print asks (``domain.print_needs.questions``)."""
        self._asked = frozenset(asked)
        self._show_rows()
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

    def show_whole(self, offer: Offer, whose: str) -> None:
        """Offer whose prints there are where no worksheet is asked for; ``whose`` says what is chosen."""
        self.opd.setAccessibleName(whose)
        if self._offers and self._offers[0] != offer:
            self._offers = (offer, *self._offers[1:])
            self._offer_parties()

    def show_sessions(self, sessions: Sequence[tuple[str, str]]) -> None:
        """Offer sessions by (id, words); the chosen one stays."""
        self._fill(self.session, sessions or [("", _NONE)])

    def show_answers(self, key: str, answers: Sequence[tuple[str, str]]) -> None:
        """Offer answers to a question by (value, words); the chosen one stays."""
        self._fill(self.boxes[key], answers)
        for inner, outer in _WITHIN.items():
            if outer == key:
                self._offer_part(inner)
        self._show_rows()

    def show_parts(self, key: str, parts: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Offer answers that depend on another question, by its answers: the days of each stage."""
        self._parts = {**self._parts, key: parts}
        self._offer_part(key)

    def choose(self, key: str, value: str) -> None:
        """Answer a question."""
        place = self.boxes[key].findData(value)
        if place >= 0:
            self.boxes[key].setCurrentIndex(place)

    def show_chosen(self, key: str, value: str) -> None:
        """Show the answer that was given before, without telling anybody."""
        with QSignalBlocker(self.boxes[key]):
            self.choose(key, value)

    def choose_opd(self, opd: str) -> None:
        """Choose an agency, or a dimension group with its worksheet."""
        if "worksheet" in self._asked and self.opd.findData(opd) < 0:
            fits = (at for at, item in enumerate(self._offers) if opd in dict(item.parties))
            self.worksheet.setCurrentIndex(next(fits, self.worksheet.currentIndex()))
        self.choose("opd", opd)

    def choose_session(self, session: str) -> None:
        """Choose a session."""
        self.choose("session", session)

    def _show_rows(self) -> None:
        for key, widget in self._rows.items():
            box = self.boxes.get(key)
            # One answer is no question.
            alone = key in _PASSED_OVER and box is not None and box.count() <= 1
            is_shown = key in self._asked and not alone
            widget.setVisible(is_shown)
            self._heads[key].setVisible(is_shown)

    def _offer_parties(self, _place: int = 0) -> None:
        known = {item.worksheet: item for item in self._offers}
        offer = known.get(self.of_worksheet)
        if offer is not None:
            self._fill(self.opd, [("", offer.everyone), *offer.parties])

    def _outer_chosen(self, key: str, _place: int) -> None:
        self._offer_part(key)

    def _offer_part(self, key: str) -> None:
        outer = str(self.boxes[_WITHIN[key]].currentData() or "")
        self._fill(self.boxes[key], self._parts.get(key, {}).get(outer, ()))
        self._show_rows()

    def _fill(self, box: ChoiceBox, choices: Sequence[tuple[str, str]]) -> None:
        chosen = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            for value, words in choices:
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def _box(self, name: str, called: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setAccessibleName(called)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.currentIndexChanged.connect(self._tell)
        return box

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
        row.addSpacing(10)
        row.addWidget(self.copies)
        return row

    def _tell(self, _place: int = 0) -> None:
        self.changed.emit()
