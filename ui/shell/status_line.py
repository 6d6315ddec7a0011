"""The line below every screen: what is saved, what waits for a person, the last safety copy, the session."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from smartcity_desktop.domain.session import Session
from smartcity_desktop.domain.wording import clock_time, plan_time
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.safety import Second
from ui import theme
from ui.shell.standing import Copies
from ui.widgets.button import Button
from ui.widgets.label import ElidedLabel, Label

_SECOND: Final = {
    Second.AWAY: "salinan kedua belum terpasang",
    Second.STUCK: "salinan kedua tidak bisa ditulisi",
}
_HEIGHT: Final = 36
"""Room for a sentence with its button, which lies over this line."""


def age_words(age: timedelta | None) -> str:
    """Return how old the last safety copy is, in words."""
    if age is None:
        return "Belum ada salinan pengaman"
    minutes = max(0, int(age.total_seconds() // 60))
    if minutes < 1:
        return "Salinan pengaman baru saja"
    hours, days = minutes // 60, minutes // (24 * 60)
    words = f"{days} hari" if days else f"{hours} jam" if hours else f"{minutes} menit"
    return f"Salinan pengaman {words} lalu"


def copies_words(age: timedelta | None, copies: Copies) -> str:
    """Return the age of the last safety copy, and what is to be known of the folders, calmly."""
    parts = [age_words(age)]
    if copies.fell_back:
        parts.append("di folder bawaan")
    if copies.second in _SECOND:
        parts.append(_SECOND[copies.second])
    return " · ".join(parts)


def session_words(session: Session | None, zone: str) -> str:
    """Return ``Sesi: Analisis Renstra · 09.15–10.45 WITA``, empty without a session."""
    if session is None:
        return ""
    begin = plan_time(session.start_plan or session.started_at)
    times = f"{begin}–{plan_time(session.end_plan)}" if session.end_plan else f"mulai {begin}"
    words = f"Sesi: {session.title} · {times} {zone}".rstrip()
    return f"{words} · dijeda" if session.is_paused else words


class StatusLine(QFrame):
    """Says nothing before it is so: "Tersimpan" stands only for what is on the disk."""

    retry_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing changed."""
        super().__init__(parent)
        self.setObjectName("statusLine")
        self._saved_at: datetime | None = None
        self._fault: Fault | None = None
        self.saved = Label("Belum ada perubahan", "small", name="savedAt", parent=self)
        self.retry = Button("Coba lagi", "saveAgain", "quiet", parent=self)
        self.retry.clicked.connect(self.retry_asked)
        self.differences = Label("", "small", name="differences", parent=self)
        self.backup = Label("", "small", name="backupAge", parent=self)
        self.session = ElidedLabel("", "small", name="sessionTimes", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(8)
        row.addWidget(self.saved)
        row.addWidget(self.retry)
        row.addSpacing(10)
        row.addWidget(self.differences)
        row.addSpacing(10)
        row.addWidget(self.backup)
        row.addStretch(1)
        row.addWidget(self.session)
        self.setMinimumHeight(_HEIGHT)
        self._row = row
        self.beside: tuple[QWidget, ...] = (self.saved, self.retry, self.differences)
        self.retry.hide()
        self.differences.hide()

    def take_in(self, part: QWidget) -> None:
        """Show one thing more, beside what is saved, that a sentence must not cover."""
        self._row.insertWidget(self._row.indexOf(self.backup), part)
        self.beside = (*self.beside, part)

    def show_saved(self, moment: datetime) -> None:
        """Show the moment of a commit."""
        self._saved_at = moment

    def show_waiting(self, count: int, fault: Fault | None) -> None:
        """Show how many answers are not on the disk yet, and whether something stands in the way."""
        self._fault = fault
        self.retry.setVisible(fault is not None)
        if fault is not None:
            self._say(f"Belum tersimpan ({count} isian)", "error")
        elif count:
            self._say("Menyimpan …", "small")
        elif self._saved_at is not None:
            self._say(f"Tersimpan {clock_time(self._saved_at, seconds=True)}", "good")

    def show_differences(self, count: int) -> None:
        """Show how many fields hold two answers of which a person chooses one."""
        self.differences.setText(f"{count} isian berbeda, pilih yang dipakai")
        self.differences.setVisible(count > 0)

    def show_backup(self, age: timedelta | None, copies: Copies) -> None:
        """Show how old the last safety copy is, and where one could not go."""
        self.backup.setText(copies_words(age, copies))

    def show_read_only(self) -> None:
        """Show that this file takes no change."""
        self._say("Hanya baca", "warning")

    def show_session(self, session: Session | None, zone: str) -> None:
        """Show the session that runs."""
        self.session.setText(session_words(session, zone))

    def _say(self, words: str, role: str) -> None:
        self.saved.setText(words)
        if self.saved.property("role") != role:
            theme.set_role(self.saved, role)
