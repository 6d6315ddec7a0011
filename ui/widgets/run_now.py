"""The running block, large: title, time left, when it ends, how late the day is, and what can be done."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartcity_desktop.domain.agenda import kind_words
from smartcity_desktop.domain.running import CALM, WARNING, Clock, DayState, RunDay
from smartcity_desktop.domain.session import Session
from ui import theme
from ui.models.run_day import ends_line, head_line, hour, late_line, next_words, waiting_line
from ui.widgets.button import Button
from ui.widgets.button_rows import ButtonRows
from ui.widgets.card import Card
from ui.widgets.label import ElidedLabel, Label, TwoLineLabel
from ui.widgets.pill import Pill
from ui.widgets.run_clock import OVER, RunClock

STEP: Final = 5
NEXT, PAUSE, MORE, LESS, SKIP, CATCH = "next", "pause", "more", "less", "skip", "catch"
KEYS: Final = {"F6": NEXT, "F7": PAUSE, "F8": SKIP, "F4": CATCH, "+": MORE, "=": MORE, "-": LESS}
_BUTTONS: Final = (
    (NEXT, "Sesi berikutnya (F6)", "primary"),
    (PAUSE, "Jeda (F7)", ""),
    (MORE, f"+{STEP} menit (+)", ""),
    (LESS, f"−{STEP} menit (−)", ""),
    (SKIP, "Lewati (F8)", ""),
    (CATCH, "Kejar 15 menit (F4)", ""),
)
_LATE: Final = "terlambat"
"""What time is called by which a block has not begun."""
_ROW: Final = (NEXT, PAUSE, MORE, LESS, SKIP, CATCH)
_INKS: Final = {
    "calm": ("neutral", "neutral-soft"),
    "warning": ("warning", "warning-soft"),
    "error": ("error", "error-soft"),
}


class RunNow(Card):
    """Says what runs; a tick touches its clock alone."""

    asked = Signal(str)
    """One of NEXT, PAUSE, MORE, LESS, SKIP, CATCH."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing running."""
        super().__init__("", name="run-now", parent=parent)
        self.setAccessibleName("Sesi yang berjalan")
        self.kind = Pill("", parent=self)
        self.head = ElidedLabel("", "soft", name="run-head", parent=self)
        self.late = Pill("", parent=self)
        self.late.setObjectName("run-late")
        self.called = TwoLineLabel("", name="run-title", parent=self)
        theme.set_role(self.called, "headline")
        self.called.show_at_most_two()
        self.clock = RunClock("run-clock", "Sisa waktu", (76, 620), self)
        self.ends = ElidedLabel("", name="run-ends", parent=self)
        self.next = ElidedLabel("", "soft", name="run-next", parent=self)
        self.buttons: dict[str, Button] = {}
        for name, words, role in _BUTTONS:
            self.buttons[name] = Button(words, f"run-{name}", role, parent=self)
            self.buttons[name].clicked.connect(partial(self._ask, name))
        self.may_write = True
        self._lay_out()

    def tick(self, state: DayState, *, today: bool) -> None:
        """Count on; ``today`` says that this day is today, so that the next block is waited for.

        Of another day the time is shown at which its next block is to begin.
        """
        running = state.running
        clock = state.clock if running else _until_next(state) if today else Clock()
        over = OVER if running else _LATE
        begins = hour(state.next.plan_start) if running is None and state.next is not None else ""
        still = running is None or running.is_paused
        self.clock.show_clock(clock, still=still, over=over, instead=begins)

    def show_state(self, day: RunDay, state: DayState, zone: str) -> None:
        """Say everything that changes with a minute or an act."""
        running = state.running
        coming = state.next.session if state.next else None
        shown = running or coming
        _say(self.head, head_line(day, running))
        self.kind.setText(kind_words(shown.kind if shown else ""))
        self.kind.setVisible(shown is not None)
        _say(self.called, _title(shown))
        _say(self.ends, ends_line(state, zone))
        self.ends.setVisible(running is not None)
        _say(self.next, next_words(state, day.blocks) if running else waiting_line(state))
        late = late_line(state) if running else ""
        self.late.setText(late)
        self.late.setVisible(bool(late))
        self.late.set_inks(*_INKS[state.tone])
        self._show_buttons(state)

    def keep_small(self, *, on: bool) -> None:
        """Give way to another clock below; what follows stands in the list of the day as well."""
        self.clock.keep_small(on=on)
        theme.set_role(self.called, "title" if on else "headline")
        self.called.show_at_most_two()
        self.next.setHidden(on)

    def lead(self, *, on: bool) -> None:
        """Be the obvious next step, or leave that to what stands below (a queue of speakers)."""
        if (self.buttons[NEXT].property("role") == "primary") != on:
            theme.set_role(self.buttons[NEXT], "primary" if on else "")

    def _show_buttons(self, state: DayState) -> None:
        running = state.running
        self._call(NEXT, "Sesi berikutnya (F6)" if running else "Mulai sesi ini (F6)")
        self._call(PAUSE, "Lanjutkan (F7)" if running and running.is_paused else "Jeda (F7)")
        can = dict.fromkeys((PAUSE, MORE, LESS), running is not None)
        can |= {NEXT: state.next is not None, CATCH: bool(state.coming)}
        can[SKIP] = running is not None or state.next is not None
        for name, is_on in can.items():
            self.buttons[name].setEnabled(is_on and self.may_write)
        self._row.fit()

    def _call(self, name: str, words: str) -> None:
        if self.buttons[name].accessibleName() != words:
            self.buttons[name].setText(words)
            self.buttons[name].setAccessibleName(words)

    def _ask(self, name: str) -> None:
        self.asked.emit(name)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.kind)
        head.addWidget(self.head, 1)
        head.addWidget(self.late)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(5)
        self.body.addLayout(head)
        self.body.addWidget(self.called)
        self.body.addWidget(self.clock, 1)
        self.body.addSpacing(2)
        self.body.addWidget(self.ends)
        self.body.addWidget(self.next)
        self.body.addSpacing(2)
        self._row = ButtonRows([self.buttons[name] for name in _ROW], self)
        self.body.addWidget(self._row)


def _say(label: Label, words: str) -> None:
    if label.text() != words:
        label.setText(words)


def _title(shown: Session | None) -> str:
    if shown is None:
        return "Semua sesi sudah selesai"
    return shown.title or kind_words(shown.kind)


def _until_next(state: DayState) -> Clock:
    """Return the time until the next block is to begin, calm before and a warning behind it."""
    if state.next is None:
        return Clock()
    left = state.next.plan_start - state.now
    return Clock(left, 0.0, CALM if left.total_seconds() >= 0 else WARNING)
