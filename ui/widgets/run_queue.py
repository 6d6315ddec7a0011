"""The queue of a presentation: who speaks and how long still, who follows, and the order drawn or set."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.running import Clock
from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.turns import (
    HEARD,
    PHASE_WORDS,
    REPLYING,
    SPEAKING,
    Slot,
    last_heard,
    queue,
    speaker,
    speech_clock,
    spoken,
    unheard,
    upcoming,
)
from smartcity_desktop.domain.wording import plan_time
from ui.models.run_day import DONE, RUNS, WAITS, Line
from ui.widgets.button import Button
from ui.widgets.button_rows import ButtonRows
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.run_clock import RunClock
from ui.widgets.run_list import QueueList

ON, BACK, DRAW, LATER, LAST, LONGER = "on", "back", "draw", "later", "last", "longer"
KEYS: Final = {ON: "PgDown", BACK: "PgUp", DRAW: "U", LATER: "T", LAST: "E", LONGER: "M"}
_WORDS: Final = {BACK: "Kembali", DRAW: "Undi urutan", LATER: "Tunda", LAST: "Ke akhir", LONGER: "+1 menit"}
_SHOWN: Final = {"PgDown": "PgDn", "PgUp": "PgUp"}
_STATES: Final = {SPEAKING: RUNS, REPLYING: RUNS, HEARD: DONE}


class SpeechQueue(QWidget):
    """Left the queue, right who speaks with the countdown of speech and reply."""

    asked = Signal(str)
    """One of ON, BACK, DRAW, LATER, LAST, LONGER."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("speechQueue")
        self._slots: tuple[Slot, ...] = ()
        self._session = Session()
        self.may_write = True
        self.list = QueueList("queue-list", self)
        self.name = ElidedLabel("", "title", name="speaker-name", parent=self)
        self.phase = ElidedLabel("", "soft", name="speaker-phase", parent=self)
        self.clock = RunClock("speech-clock", "Waktu kelompok yang berbicara", (40, 420), self)
        self.count = ElidedLabel("", "soft", name="queue-count", parent=self)
        self.buttons = {ON: Button("", "speech-on", "primary", parent=self)}
        for key, words in _WORDS.items():
            called = f"{words} ({_SHOWN.get(KEYS[key], KEYS[key])})"
            self.buttons[key] = Button(called, f"speech-{key}", parent=self)
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self.asked.emit(key))
        self._lay_out()

    @property
    def chosen(self) -> str:
        """The group that is chosen in the queue, empty where none is."""
        return self.list.chosen

    def show_slots(self, session: Session, slots: Sequence[Slot], now: datetime) -> None:
        """Show who speaks, who follows, and how long each of the others spoke."""
        self._slots, self._session = tuple(slots), session
        current, following = speaker(slots), upcoming(slots)
        shown = current or following
        self.list.show_lines(_lines(slots), shown.group.id if shown else "")
        self.count.setText(f"{len(slots) - unheard(slots)} dari {len(slots)} kelompok sudah berbicara")
        self.name.setText(shown.group.name if shown else "Semua kelompok sudah berbicara")
        self.phase.setText(self._phase_words(current, following))
        on = _on_words(session, current, following)
        self.buttons[ON].setText(f"{on} (PgDn)")
        self.buttons[ON].setAccessibleName(on)
        # The order can be drawn and set before the block begins; nobody speaks before it.
        can = {
            ON: shown is not None and session.is_running,
            BACK: session.is_running and last_heard(slots) is not None,
            DRAW: following is not None,
            LATER: following is not None,
            LAST: following is not None,
            LONGER: current is not None,
        }
        for key, button in self.buttons.items():
            button.setEnabled(can[key] and self.may_write)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Count on."""
        current = speaker(self._slots)
        if current is not None:
            self.clock.show_clock(speech_clock(current, self._session, now), still=self._session.is_paused)
        else:
            self.clock.show_clock(Clock())

    def _phase_words(self, current: Slot | None, following: Slot | None) -> str:
        if current is not None:
            said = PHASE_WORDS[current.phase]
            return f"{said} · sesudah ini {following.group.name}" if following else f"{said} · yang terakhir"
        return "Giliran berikutnya" if following else ""

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label("Presentasi", "strong", parent=self))
        head.addWidget(self.count, 1)
        speech = QVBoxLayout()
        speech.setSpacing(4)
        speech.addWidget(self.name)
        speech.addWidget(self.phase)
        speech.addWidget(self.clock, 1)
        speech.addWidget(self.buttons[ON])
        self.others = ButtonRows([self.buttons[key] for key in (BACK, LONGER, LATER, LAST, DRAW)], self)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addWidget(self.list, 1)
        both.addLayout(speech, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(both, 1)
        column.addWidget(self.others)


def _lines(slots: Sequence[Slot]) -> list[Line]:
    return [
        Line(item.group.id, _STATES.get(item.phase, WAITS), f"{place}.", item.group.name, _told(item))
        for place, item in enumerate(queue(slots), start=1)
    ]


def _told(slot: Slot) -> str:
    times = spoken(slot.turn)
    if times is None:
        since = f" sejak {plan_time(slot.turn.reply_at or slot.turn.spoke_at)}" if slot.turn.spoke_at else ""
        return f"{PHASE_WORDS[slot.phase]}{since}"
    speech, reply = (f"{round(part.total_seconds() / 60)} menit" for part in times)
    return f"berbicara {speech}, tanggapan {reply}" if times[1] else f"berbicara {speech}"


def _on_words(session: Session, current: Slot | None, following: Slot | None) -> str:
    """Return what the one obvious next step is called now."""
    if current is None:
        return f"Mulai: {following.group.name}" if following else "Selesai"
    if current.phase == SPEAKING and session.reply_minutes:
        return "Mulai tanggapan"
    return f"Berikutnya: {following.group.name}" if following else "Akhiri giliran"
