"""The lower part of a reading: what is to be looked at, kind by kind, and the soft warnings about content."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QWidget

from smartcity_desktop.domain.renstra import Decision, Draft, Finding
from smartcity_desktop.domain.renstra_draft import Act
from smartcity_desktop.errors import UserFault
from ui import theme
from ui.models.reading_history import ReadingHistory
from ui.models.reading_looks import groups_of, looks_of
from ui.translate import explain
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.reading_checks import ChecksList
from ui.widgets.reading_doubts import LookList

_ACTS: Final[Mapping[str, Act]] = {"accept": "accept", "mend": "mend", "leave_out": "leave_out"}
_NO_LIMIT: Final = 16_777_215
"""How high a widget of Qt may get where nobody says otherwise."""
_LEAST: Final = 96
"""Pixels that the card takes where there is next to nothing to be looked at."""
_KEYS: Final = "Enter/B Betul · P Perbaiki · L Lewati · Shift: semua sejenis · Ctrl+Z urungkan"
NOT_ALL: Final = "{count} yang ini tidak bisa dijawab sekaligus. Jawab satu per satu."


class LooksCard(Card):
    """Keeps what was answered, and the way back; one line where nothing is left to be looked at."""

    changed = Signal()
    """The draft is another one after an answer."""
    finished = Signal()
    """The last doubt was answered."""
    doubt_visited = Signal(str)
    """The key of the doubt that a person went to."""
    check_visited = Signal(int)
    """The number of the warning that a person went to."""
    needs_room = Signal()
    """The lists have come back, or what they show has grown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing read."""
        super().__init__(parent=parent)
        self._history = ReadingHistory(Draft())
        self._kind = ""
        self._findings: Sequence[Finding] = ()
        self.doubts = LookList("reading-doubts", "Perlu dilihat", self)
        self.doubts.answered.connect(self._answered)
        self.doubts.all_answered.connect(self._all_answered)
        self.doubts.visited.connect(self.doubt_visited)
        self.checks = ChecksList("reading-checks", "Peringatan isi", self)
        self.checks.finding_visited.connect(self.check_visited)
        self.undo = Button("Urungkan jawaban", "reading-undo", "quiet", parent=self)
        self.undo.clicked.connect(self.take_back)
        self._lay_out()
        for part in (self.doubts, self.checks):
            part.resized.connect(self._grown)

    @property
    def draft(self) -> Draft:
        """The draft after the answers so far."""
        return self._history.draft

    @property
    def held_back(self) -> int:
        """How many rows of the file are not among the lines: not answered yet, or left out."""
        return self._history.held_back

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What was answered so far."""
        return self._history.decisions

    def show_draft(self, draft: Draft, answers: Sequence[Decision] = ()) -> None:
        """Show what was read; of what was decided before only these ``answers`` count."""
        self._history = ReadingHistory(draft)
        self._history.repeat(answers)
        self._findings, self._kind = (), ""
        self._show(afresh=True)
        self._choose_page(0)
        # Rows know their heights once they have been laid out.
        QTimer.singleShot(0, self, self._fit)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the soft warnings about the content, which hold nothing up."""
        self._findings = findings
        self.checks.show_findings(findings)
        self._name_pages()

    def take_back(self) -> None:
        """Take back the last answer, and go to the doubt it was about."""
        key = self._history.take_back()
        if key:
            self._show()
            self._choose_page(0)
            self._go_to(key)

    def ask(self, key: str) -> None:
        """Go to a doubt, and ask for the right value of it."""
        self._choose_page(0)
        self._go_to(key)
        self.doubts.mend(key)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the line whole in another type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._fit)

    def _go_to(self, key: str) -> None:
        """Go to a doubt of the list, to those of its kind where it stands too far down."""
        for kind in (self._kind, "", key.partition(":")[0]):
            if kind != self._kind:
                self._kind = kind
                self._show_looks(afresh=True)
            if self.doubts.focus_key(key):
                return

    def _show(self, *, afresh: bool = False) -> None:
        # Whoever shows the lines does so first: going to a doubt shows where it stands.
        self.changed.emit()
        self._show_looks(afresh=afresh)
        self.undo.setVisible(self._history.is_answered)
        self._name_pages()

    def _show_looks(self, *, afresh: bool = False) -> None:
        order = self._history.kinds
        groups = groups_of(self.draft, order)
        if self._kind not in {group.kind for group in groups}:
            self._kind = ""
        with QSignalBlocker(self.kinds):
            self.kinds.clear()
            self.kinds.addItem(f"Semua jenis ({len(self.draft.problems)})", "")
            for group in groups:
                self.kinds.addItem(f"{group.title} ({group.count})", group.kind)
            self.kinds.setCurrentIndex(max(0, self.kinds.findData(self._kind)))
        self.doubts.show_looks(looks_of(self.draft, order, self._kind), groups, afresh=afresh)

    def _kind_chosen(self, _place: int) -> None:
        self._kind = str(self.kinds.currentData() or "")
        self._show_looks(afresh=True)
        self.doubts.focus_first()

    def _answered(self, key: str, act: str, value: str) -> None:
        try:
            self._history.answer(key, _ACTS[act], value)
        except UserFault as fault:
            self.doubts.show_fault(key, explain(fault))
            return
        self._show()
        if not self.draft.problems:
            self.finished.emit()

    def _all_answered(self, kind: str, act: str) -> None:
        left = self._history.answer_all(kind, _ACTS[act])
        self._show()
        if not self.draft.problems:
            self.finished.emit()
        elif left:
            first = next(item.key for item in self.draft.problems if item.code == kind)
            self.doubts.show_fault(first, NOT_ALL.format(count=left))

    def _choose_page(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        for number_of, button in enumerate(self.tabs):
            button.setChecked(number_of == place)
        asked = place == 0 and bool(self.draft.problems)
        self._keys.setVisible(asked)
        kinds = len({item.code for item in self.draft.problems})
        self.kinds.setVisible(asked and 1 < kinds < len(self.draft.problems))
        self._fold(folded=place == 0 and not self.draft.problems)

    def _fold(self, *, folded: bool) -> None:
        """Leave the room to file and result where nothing is to be looked at, and say so in a line."""
        self.none.setText("Semua sudah dijawab." if self._history.is_answered else "Semua terbaca jelas.")
        self.none.setVisible(folded)
        turns = folded != self._pages.isHidden()
        self._pages.setVisible(not folded)
        self._fit()
        if turns and not folded:
            self.needs_room.emit()

    def _fit(self) -> None:
        """Take no more room than there is to show: file and result above have use for it."""
        line = self.sizeHint().height()
        if self._pages.isHidden():
            self.setMaximumHeight(line)
            return
        shown = self._pages.currentWidget()
        wanted = shown.wanted_height if isinstance(shown, LookList) else _NO_LIMIT
        self.setMaximumHeight(max(line - self._pages.sizeHint().height() + wanted, self._least()))

    def _grown(self) -> None:
        """Give more room where a row opens; rows that go leave it, so that nothing above moves meanwhile."""
        before = self.maximumHeight()
        self._fit()
        if self._pages.isHidden():
            return
        if self.maximumHeight() < before < _NO_LIMIT:
            self.setMaximumHeight(before)
        elif self.maximumHeight() > before:
            self.needs_room.emit()

    def _least(self) -> int:
        return theme.scaled(_LEAST)

    def _name_pages(self) -> None:
        counts = (len(self.draft.problems), len(self._findings))
        for button, words, count in zip(self.tabs, ("Perlu dilihat", "Peringatan isi"), counts, strict=True):
            button.setText(f"{words} ({count})")
            button.setAccessibleName(button.text())
        for button in self.tabs:
            button.setVisible(bool(self._findings))
        self._alone.setText(self.tabs[0].text())
        self._alone.setVisible(not self._findings)
        self._choose_page(self._pages.currentIndex() if self._findings else 0)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(14, 8, 14, 8)
        self.body.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.tabs: list[Button] = []
        for place, name in enumerate(("reading-tab-doubts", "reading-tab-checks")):
            button = Button("", name, "quiet", parent=self)
            button.setCheckable(True)
            theme.set_role(button, "segment", place=("first", "last")[place])
            button.clicked.connect(partial(self._choose_page, place))
            row.addWidget(button)
            self.tabs.append(button)
        self._alone = Label("", "strong", parent=self)
        row.addWidget(self._alone)
        self.none = Label("", "soft", name="reading-none", parent=self)
        row.addSpacing(12)
        row.addWidget(self.none)
        row.addStretch(1)
        self._keys = ElidedLabel(_KEYS, "small", parent=self)
        row.addWidget(self._keys)
        self.kinds = self._combo()
        row.addSpacing(8)
        row.addWidget(self.kinds)
        row.addWidget(self.undo)
        self.body.addLayout(row)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.doubts)
        self._pages.addWidget(self.checks)
        self.body.addWidget(self._pages, 1)

    def _combo(self) -> QComboBox:
        box = ChoiceBox()
        box.setObjectName("reading-kinds")
        box.setAccessibleName("Jenis yang dilihat")
        box.setMinimumWidth(220)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(self._kind_chosen)
        return box
