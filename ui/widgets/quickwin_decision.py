"""What people decide about one candidate: the decision, who, when, the reason, and who differs."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from smartcity_desktop.domain.quickwin_board import CHOSEN, DECISION_WORDS, REFUSED, RESERVE, Decided
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.date_edit import DateEdit
from ui.widgets.growing_text import GrowingText
from ui.widgets.label import Label, tip
from ui.widgets.segments import Segments
from ui.widgets.writing import for_writing

_CHOICES: Final = (CHOSEN, RESERVE, REFUSED, "")
_DAY: Final = 170


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is typed about a candidate and not decided yet, beside what stood when it was begun."""

    typed: Decided
    stood: Decided


class DecisionForm(Card):
    """Holds what is typed for every candidate until it is decided; nothing is written before."""

    decided = Signal()
    """A person wants what stands here to be the decision."""
    edited = Signal()
    """Something was typed or chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with no candidate."""
        super().__init__("Keputusan", name="quickwin-decision", parent=parent)
        self._row = ""
        self._stands = Decided()
        self._kept: dict[str, _Kept] = {}
        self._usual = Decided()
        self.choice = Segments(
            [(DECISION_WORDS[key], f"quickwin-choice-{key or 'open'}") for key in _CHOICES], self
        )
        self.choice.chosen.connect(self._chosen)
        self.by = QLineEdit(self)
        self.by.setObjectName("quickwin-by")
        self.by.setAccessibleName("Ditetapkan oleh")
        self.by.setPlaceholderText("Ditetapkan oleh")
        self.by.textEdited.connect(self._typed)
        self.on = DateEdit("quickwin-on", "Tanggal penetapan", 2026, self)
        self.on.setFixedWidth(_DAY)
        self.on.changed.connect(self._typed)
        self.reason = GrowingText("quickwin-reason", "Alasan", "Alasan", paragraph=False, parent=self)
        self.dissent = GrowingText(
            "quickwin-dissent",
            "Catatan perbedaan pendapat",
            "Catatan perbedaan pendapat: siapa, apa",
            paragraph=False,
            parent=self,
        )
        for text in (self.reason, self.dissent):
            text.edited.connect(self._typed)
        self.state = Label("", "small", name="quickwin-decision-state", wrap=True, parent=self)
        self.give = Button("Tetapkan", "quickwin-decide", "primary", parent=self)
        tip(self.give, "Ctrl+Enter")
        self.give.clicked.connect(self._give)
        self.drop = Button("Buang isian", "quickwin-decision-drop", parent=self)
        self.drop.clicked.connect(self.drop_typed)
        self._lay_out()
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._give)
        for_writing(self.choice, self.by, self.on, self.reason, self.dissent, self.give)

    @property
    def made(self) -> Decided:
        """What stands here now."""
        return self._kept[self._row].typed if self._row in self._kept else self._stands

    @property
    def waiting(self) -> tuple[str, ...]:
        """The candidates about which something is typed that is not decided yet."""
        return tuple(self._kept)

    def show_candidate(self, row: str, stands: Decided, usual: Decided) -> None:
        """Show one candidate: what was typed about it, else what stands; ``usual`` fills a new decision."""
        self._row, self._stands, self._usual = row, stands, usual
        kept = self._kept.get(row)
        if kept is not None and kept.typed == stands:
            del self._kept[row]
        self._fill(self.made)
        self._tell()

    def choose(self, decision: str) -> None:
        """Choose a decision as a person would."""
        self._chosen(_CHOICES.index(decision))

    def drop_typed(self) -> None:
        """Forget what is typed; what stands is shown again."""
        self._kept.pop(self._row, None)
        self._fill(self.made)
        self._tell()
        self.edited.emit()

    def settled(self, row: str, made: Decided) -> None:
        """Forget what was typed about a candidate: it has been written, unless more was typed since."""
        if row in self._kept and self._kept[row].typed == made:
            del self._kept[row]

    def _chosen(self, place: int) -> None:
        made = replace(self.made, decision=_CHOICES[place])
        if made.decision and not self._stands.decision:
            made = replace(made, by=made.by or self._usual.by, on=made.on or self._usual.on)
        self._keep(made)
        self._fill(made)

    def _typed(self, _text: str = "") -> None:
        self._keep(
            Decided(
                self.made.decision,
                self.by.text(),
                self.on.value,
                self.reason.toPlainText(),
                self.dissent.toPlainText(),
            )
        )

    def _keep(self, made: Decided) -> None:
        if made == self._stands:
            self._kept.pop(self._row, None)
        else:
            stood = self._kept[self._row].stood if self._row in self._kept else self._stands
            self._kept[self._row] = _Kept(made, stood)
        self._tell()
        self.edited.emit()

    def _fill(self, made: Decided) -> None:
        self.choice.show_chosen(_CHOICES.index(made.decision) if made.decision in _CHOICES else -1)
        if self.by.text() != made.by:
            self.by.setText(made.by)
        self.on.show_value(made.on)
        self.reason.show_text(made.reason)
        self.dissent.show_text(made.dissent)

    def _tell(self) -> None:
        waits = self._row in self._kept
        self.give.setEnabled(waits)
        self.drop.setVisible(waits)
        said = ""
        if waits:
            said = "Belum ditetapkan: tekan Tetapkan (Ctrl+Enter)."
            if self.made.decision and not self.made.reason.strip():
                said += " Alasan masih kosong."
            if self._kept[self._row].stood != self._stands:
                said += f" Sementara itu tercatat: {self._stands.words}."
        self.state.setText(said)
        self.state.setVisible(bool(said))

    def _give(self) -> None:
        if self.give.isEnabled() and self._row in self._kept:
            self.decided.emit()

    def _lay_out(self) -> None:
        self.body.addWidget(self.choice)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.by, 1)
        row.addWidget(self.on)
        self.body.addLayout(row)
        for text in (self.reason, self.dissent):
            self.body.addWidget(text)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.state, 1)
        foot.addStretch()
        foot.addWidget(self.drop)
        foot.addWidget(self.give)
        self.body.addLayout(foot)
