"""What a print is made of: which agency, which session, which paper."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QHBoxLayout, QPushButton, QWidget

from smartcity_desktop.domain.catalog import PAPERS
from ui import theme
from ui.translate import worded
from ui.widgets.label import Label

_NONE: Final = "Belum ada sesi"
_WHOSE: Final = "OPD yang dicetak"


class PrintChoice(QWidget):
    """Three questions, of which only those are shown that matter to the print."""

    changed = Signal()
    """A person chose another agency, session or paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to choose from but the paper."""
        super().__init__(parent)
        self.setObjectName("print-choice")
        self.opd = self._box("print-opd", worded(_WHOSE))
        self.session = self._box("print-session", "Sesi yang dicetak")
        self.papers = QButtonGroup(self)
        self._labels = {
            "opd": Label("Untuk", "soft", parent=self),
            "session": Label("Sesi", "soft", parent=self),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (key, box) in enumerate((("opd", self.opd), ("session", self.session))):
            self._labels[key].setBuddy(box)
            grid.addWidget(self._labels[key], row, 0)
            grid.addWidget(box, row, 1)
        grid.addWidget(Label("Kertas", "soft", parent=self), 2, 0)
        grid.addLayout(self._paper_row(), 2, 1)
        self.needs("")

    def reword(self) -> None:
        """Say in the event's words what is asked."""
        self.opd.setAccessibleName(worded(_WHOSE))

    @property
    def paper(self) -> str:
        """The paper that is chosen."""
        return PAPERS[max(0, self.papers.checkedId())]

    def needs(self, need: str) -> None:
        """Show the question that the print needs: ``opd``, ``session`` or neither."""
        for key, box in (("opd", self.opd), ("session", self.session)):
            box.setVisible(key == need)
            self._labels[key].setVisible(key == need)

    def show_paper(self, paper: str) -> None:
        """Mark a paper without telling anybody."""
        button = self.papers.button(PAPERS.index(paper) if paper in PAPERS else PAPERS.index("F4"))
        if button is not None:
            button.setChecked(True)

    def show_opds(self, everyone: str, opds: Sequence[tuple[str, str]]) -> None:
        """Offer all agencies together and each by (id, name); the chosen one stays."""
        self._fill(self.opd, [("", everyone), *opds])

    def show_sessions(self, sessions: Sequence[tuple[str, str]]) -> None:
        """Offer sessions by (id, words); the chosen one stays."""
        self._fill(self.session, sessions or [("", _NONE)])

    def choose_opd(self, opd: str) -> None:
        """Choose an agency."""
        place = self.opd.findData(opd)
        if place >= 0:
            self.opd.setCurrentIndex(place)

    def choose_session(self, session: str) -> None:
        """Choose a session."""
        place = self.session.findData(session)
        if place >= 0:
            self.session.setCurrentIndex(place)

    def _fill(self, box: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
        chosen = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            for value, words in choices:
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def _box(self, name: str, called: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(called)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.currentIndexChanged.connect(self._tell)
        return box

    def _paper_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for place, paper in enumerate(PAPERS):
            button = QPushButton(paper, self)
            button.setObjectName(f"print-paper-{paper}")
            button.setAccessibleName(f"Kertas {paper}")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            theme.set_role(button, "segment", place="first" if place == 0 else "last")
            self.papers.addButton(button, place)
            row.addWidget(button)
        self.papers.idClicked.connect(self._tell)
        row.addStretch(1)
        return row

    def _tell(self, _place: int) -> None:
        self.changed.emit()
