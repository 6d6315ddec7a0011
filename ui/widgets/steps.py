"""The first steps of a new workshop, and the one step that comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.models.home import START
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.pill import Pill
from ui.widgets.writing import shut

_NUMBER_WIDTH: Final = 30
_WIDEST: Final = 860
_BUTTON: Final = 150


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its words, what stands of it, the words of its button and the screen that it opens."""

    key: str
    title: str
    state: str
    action: str
    screen: str
    is_done: bool = False


def next_step(steps: Sequence[Step]) -> Step | None:
    """Return the first step that is not done."""
    return next((item for item in steps if not item.is_done), None)


class StepsCard(Card):
    """All steps below each other; the next one's button stands out, that of a finished one is quiet."""

    asked = Signal(str)
    """The key of the screen that a step opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without steps."""
        super().__init__("Langkah pertama", name="steps", parent=parent)
        self.setMaximumWidth(_WIDEST)
        self.body.setContentsMargins(22, 18, 22, 18)
        self.body.setSpacing(4)
        self.body.addWidget(
            Label(
                "Bimtek ini masih kosong. Urutannya bebas, tetapi beginilah yang paling cepat.",
                "soft",
                wrap=True,
                parent=self,
            )
        )
        self.body.addSpacing(8)
        self.buttons: dict[str, Button] = {}
        self._lines: list[QWidget] = []

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        for line in self._lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        wanted = next_step(steps)
        self.buttons = {}
        self._lines = []
        for place, step in enumerate(steps):
            line = self._line(place + 1, step, is_next=step is wanted)
            self._lines.append(line)
            self.body.addWidget(line)

    def _line(self, place: int, step: Step, *, is_next: bool) -> QWidget:
        line = QFrame(self)
        line.setObjectName(f"step-{step.key}")
        line.setAccessibleName(f"{place}. {step.title}: {step.state}")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 9, 0, 9)
        row.setSpacing(14)
        inks = ("good", "good-soft") if step.is_done else ("neutral", "neutral-soft")
        mark = Pill(str(place), *(("accent-text", "accent") if is_next else inks), parent=line)
        if step.is_done:
            mark.setText("")
            mark.setPixmap(theme.pixmap("centang", "good", 14))
            mark.setAccessibleName("Selesai")
        mark.setFixedSize(_NUMBER_WIDTH, _NUMBER_WIDTH)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(step.title, "strong", wrap=True, parent=line))
        words.addWidget(Label(step.state, "soft", wrap=True, parent=line))
        role = "primary" if is_next else "quiet" if step.is_done else ""
        button = Button(step.action, f"step-{step.key}-go", role, parent=line)
        button.setMinimumWidth(_BUTTON)
        button.clicked.connect(partial(self.asked.emit, step.screen))
        shut(button, on=step.screen == START)
        self.buttons[step.key] = button
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return line


class NextCard(Card):
    """What runs now, or what comes next, with at most two ways to go on."""

    asked = Signal(str)
    """The key of what was asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__("Berikutnya", name="next", parent=parent)
        self.lead = Label("", "lead", wrap=True, name="next-lead", parent=self)
        self.lead.setStyleSheet("font-weight: 700;")
        self.soft = Label("", "soft", wrap=True, name="next-soft", parent=self)
        self.first = Button("", "next-go", "primary", parent=self)
        self.second = Button("", "next-second", parent=self)
        self._keys = ["", ""]
        self.first.clicked.connect(partial(self._ask, 0))
        self.second.clicked.connect(partial(self._ask, 1))
        self.body.addWidget(self.lead)
        self.body.addWidget(self.soft)
        self.body.addSpacing(2)
        self.body.addWidget(self.first)
        self.body.addWidget(self.second)

    def show_next(self, head: str, lead: str, soft: str, ways: Sequence[tuple[str, str]]) -> None:
        """Show a head, what it is, when and where, and the words and keys of one or two buttons."""
        self.title.setText(head)
        self.setAccessibleName(f"{head}: {lead}")
        self.lead.setText(lead)
        self.soft.setText(soft)
        self.soft.setVisible(bool(soft))
        for place, button in enumerate((self.first, self.second)):
            words, key = ways[place] if place < len(ways) else ("", "")
            button.setText(words)
            button.setAccessibleName(words)
            button.setVisible(bool(words))
            shut(button, on=key == START)
            self._keys[place] = key

    def _ask(self, place: int) -> None:
        self.asked.emit(self._keys[place])
