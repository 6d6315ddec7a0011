"""The start of a session: everything is proposed, so that F5 and Enter are enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.ids import NO_ROW, Clock, RowId
from smartcity_desktop.domain.session import Session, proposed_worksheet
from smartcity_desktop.domain.wording import stage_name
from smartcity_desktop.domain.worksheet import Worksheet, used_in
from smartcity_desktop.domain.workshop import Stage
from smartcity_desktop.services.session import NewSession
from ui.context import Services
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_edit import TimeEdit
from ui.widgets.label import Label
from ui.widgets.number_edit import NumberEdit

USUAL_MINUTES: Final = 75
_MOST_MINUTES: Final = 480
_NO_WORKSHEET: Final = "Tanpa kertas kerja"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is known when a session begins: stage, sessions before it, worksheets to choose from."""

    stage: Stage
    sessions: tuple[Session, ...]
    worksheets: tuple[Worksheet, ...]

    @property
    def begun(self) -> list[Session]:
        """The sessions before, in the order in which they began."""
        return sorted((item for item in self.sessions if item.started_at), key=lambda item: item.started_at)

    @property
    def last(self) -> Session | None:
        """The session before, whose place and leader are usually those of the next."""
        return self.begun[-1] if self.begun else None


def gather(services: Services, number: int) -> Proposal:
    """Read what a new session of this stage is proposed from."""
    stages = services.workshop.stages()
    stage = next((item for item in stages if item.number == number), Stage())
    known = [item for item in services.worksheet.worksheets() if not item.retired]
    here = used_in(number, known)
    used = (*here, *(item for item in known if item not in here))
    return Proposal(stage, tuple(services.session.sessions(stage.id)), used)


class SessionStart(QDialog):
    """Asks title, place, times, leader, worksheet and minutes."""

    asked = Signal(object)
    """The NewSession that a person wants."""

    def __init__(self, proposal: Proposal, clock: Clock, zone: str, parent: QWidget | None = None) -> None:
        """Fill everything in as it usually is; the times go with the clock until somebody writes one."""
        super().__init__(parent)
        self.setObjectName("sessionStart")
        self.setWindowTitle("Mulai sesi")
        self.setModal(True)
        self._proposal = proposal
        self._clock, self._zone = clock, zone
        self._named = self._timed = False
        self.title = self._line("session-title", "Judul sesi")
        self.place = self._line("session-place", "Tempat")
        self.leader = self._line("session-leader", "Pimpinan")
        self.begin = TimeEdit("session-begin", "Mulai", self)
        self.until = TimeEdit("session-until", "Selesai", self)
        self.worksheet = ChoiceBox(self)
        self.worksheet.setObjectName("session-worksheet")
        self.worksheet.setAccessibleName("Kertas kerja")
        self.minutes = NumberEdit("session-minutes", "Waktu kelompok dalam menit", (0, _MOST_MINUTES), self)
        self.minutes.setSuffix(" menit")
        self.minutes.setSpecialValueText("tanpa hitung mundur")
        self.fault = Label("", "error", name="session-fault", wrap=True, parent=self)
        self.fault.hide()
        self.go = Button("Mulai sesi", "session-go", "primary", parent=self)
        self.go.setDefault(True)
        self.cancel = Button("Batal", "session-cancel", parent=self)
        self._lay_out()
        self._propose(proposal.worksheets)
        self._order()
        self._minute = QTimer(self)
        self._minute.setInterval(1_000)
        self._minute.timeout.connect(self._keep_time)
        self._minute.start()
        self.title.textEdited.connect(self._title_edited)
        self.worksheet.currentIndexChanged.connect(self._follow_worksheet)
        self.begin.textEdited.connect(self._time_edited)
        self.until.textEdited.connect(self._time_edited)
        self.go.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.reject)

    def chosen_worksheet(self) -> Worksheet | None:
        """Return the worksheet that is chosen."""
        place = self.worksheet.currentIndex()
        return self._proposal.worksheets[place] if 0 <= place < len(self._proposal.worksheets) else None

    def _line(self, name: str, words: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setAccessibleName(words)
        return line

    def _lay_out(self) -> None:
        stage = self._proposal.stage
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(14)
        head = f"Mulai sesi · Tahap {stage_name(stage.number or 1)}"
        column.addWidget(Label(head, "title", name="session-head", parent=self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(1, 380)
        times = QHBoxLayout()
        times.setSpacing(8)
        times.addWidget(self.begin)
        times.addWidget(Label("sampai", "soft", parent=self))
        times.addWidget(self.until)
        times.addWidget(Label(self._zone, "soft", name="session-zone", parent=self))
        group = QHBoxLayout()
        group.setSpacing(8)
        group.addWidget(self.worksheet, 2)
        group.addWidget(self.minutes, 1)
        rows: Sequence[tuple[str, QWidget | QHBoxLayout, QWidget]] = (
            ("&Judul", self.title, self.title),
            ("Kertas &kerja", group, self.worksheet),
            ("&Waktu", times, self.begin),
            ("&Tempat", self.place, self.place),
            ("&Pimpinan", self.leader, self.leader),
        )
        for number, (words, item, buddy) in enumerate(rows):
            name = Label(words, "soft", parent=self)
            name.setBuddy(buddy)
            grid.addWidget(name, number, 0)
            if isinstance(item, QWidget):
                grid.addWidget(item, number, 1)
            else:
                grid.addLayout(item, number, 1)
        column.addLayout(grid)
        column.addWidget(self.fault)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column.addLayout(buttons)

    def _order(self) -> None:
        """Let Tab go as the eye does."""
        stops = (
            *(self.title, self.worksheet, self.minutes, self.begin, self.until),
            *(self.place, self.leader, self.cancel, self.go),
        )
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    def _propose(self, worksheets: Sequence[Worksheet]) -> None:
        for item in worksheets:
            self.worksheet.addItem(f"{item.code} {item.title}".strip())
        self.worksheet.addItem(_NO_WORKSHEET)
        last, stage = self._proposal.last, self._proposal.stage
        today = self._clock().date().isoformat()
        usual = proposed_worksheet(stage.number or 1, self._proposal.sessions, worksheets, today)
        self.worksheet.setCurrentIndex(worksheets.index(usual) if usual else len(worksheets))
        self.place.setText(last.place if last else stage.place)
        self.leader.setText(last.leader if last else "")
        for line in (self.place, self.leader):
            # A long name with its titles is read from its begin.
            line.setCursorPosition(0)
        self._follow_worksheet()
        self.title.selectAll()
        self.title.setFocus()

    def _follow_worksheet(self, _place: int = 0) -> None:
        worksheet = self.chosen_worksheet()
        self.minutes.setValue((worksheet.minutes or USUAL_MINUTES) if worksheet else 0)
        if self._timed:
            hour, _, minute = (self.begin.value or "08:00").partition(":")
            self._show_end(self._clock().replace(hour=int(hour), minute=int(minute)))
        else:
            self._keep_time()
        if not self._named:
            number = len(self._proposal.begun) + 1
            self.title.setText(worksheet.title if worksheet else f"Sesi {number}")

    def _keep_time(self) -> None:
        """Go with the clock: the countdown begins when the session does, not when this was opened."""
        now = self._clock()
        if not self._timed and self.begin.value != f"{now:%H:%M}":
            self.begin.show_value(f"{now:%H:%M}")
        if not self._timed:
            self._show_end(now)

    def _show_end(self, begin: datetime) -> None:
        worksheet = self.chosen_worksheet()
        minutes = (worksheet.minutes if worksheet else 0) or USUAL_MINUTES
        value = f"{begin + timedelta(minutes=minutes):%H:%M}"
        if value != self.until.value:
            self.until.show_value(value)

    def _time_edited(self, _text: str) -> None:
        self._timed = True
        self.fault.hide()

    def _title_edited(self, text: str) -> None:
        self._named = bool(text.strip())

    def _ask(self) -> None:
        for field in (self.begin, self.until):
            if field.is_wrong:
                self.fault.setText(f"{field.accessibleName()}: jam belum terbaca. Contoh: 09.15 atau 0915.")
                self.fault.show()
                field.setFocus()
                return
        self._keep_time()
        worksheet = self.chosen_worksheet()
        self.asked.emit(
            NewSession(
                stage=self._proposal.stage.id,
                title=self.title.text().strip() or f"Sesi {len(self._proposal.begun) + 1}",
                place=self.place.text().strip(),
                leader=self.leader.text().strip(),
                start_plan=self.begin.value,
                end_plan=self.until.value,
                worksheet=RowId(worksheet.id) if worksheet else NO_ROW,
                minutes=self.minutes.value(),
            )
        )
        self.accept()
