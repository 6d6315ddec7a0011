"""The line above every screen: workshop, stage, running session, search, projector, the next step."""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from smartcity_desktop.domain.session import Session, countdown
from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.stage_switch import StageSwitch
from ui.widgets.writing import for_writing

START: Final = "Mulai sesi"
END: Final = "Akhiri sesi & cetak laporan"
CLOSE: Final = "Akhiri sesi"
"""What ends a session of which there is nothing to report: a break, an opening."""
PRESENT: Final = "Tayangkan"
STOP: Final = "Hentikan tayangan"
CHOOSE: Final = "Pilih yang ditayangkan"
_SEARCH: Final = "Cari apa saja"
_SHORT_OF_TIME: Final = 0.20
_ALMOST_OVER: Final = 0.05
_NARROW: Final = 1120


class TopLine(QFrame):
    """Shows where the workshop stands, and passes on what a person asks for."""

    stage_chosen = Signal(int)
    search_asked = Signal()
    present_asked = Signal()
    slides_asked = Signal()
    session_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay the line out with nothing in it yet."""
        super().__init__(parent)
        self.setObjectName("topLine")
        self.title = ElidedLabel("", "lead", name="workshopTitle", parent=self)
        self.title.setStyleSheet("font-weight: 700;")
        self.stages = StageSwitch(parent=self)
        self.running = ElidedLabel("", "soft", name="runningSession", parent=self)
        self.left = Label("", "strong", name="timeLeft", parent=self)
        self.search = QPushButton(self)
        self.search.setObjectName("search")
        self.search.setAccessibleName(f"{_SEARCH} (Ctrl+K)")
        self.search.setIcon(theme.icon("cari", "text-faint"))
        self.search.setIconSize(QSize(16, 16))
        self.search.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.set_role(self.search, "search")
        self.present = Button(PRESENT, "present", icon="tayangkan", parent=self)
        self.slides = Button("", "slides", icon="pilih-tayangan", parent=self)
        self.slides.setAccessibleName(CHOOSE)
        tip(self.slides, f"{CHOOSE} (F12)")
        self._narrow = False
        self.session = Button(START, "session", "primary", parent=self)
        for_writing(self.session)
        self._lay_out()
        self.stages.chosen.connect(self.stage_chosen)
        self.search.clicked.connect(self.search_asked)
        self.present.clicked.connect(self.present_asked)
        self.slides.clicked.connect(self.slides_asked)
        self.session.clicked.connect(self.session_asked)
        self.show_session(None)
        self.show_left(None, 0)
        self.show_showing(on=False)
        self.make_room(_NARROW)

    def show_session(self, session: Session | None, *, has_report: bool = False) -> None:
        """Show the running session, or that there is none; ``has_report`` offers one at its end."""
        self.running.setText(session.title if session else "")
        words = START if session is None else END if has_report else CLOSE
        told = {
            START: f"{START} (F5)",
            END: "Akhiri sesi, lalu lihat laporannya (F9)",
            CLOSE: f"{CLOSE} (F9)",
        }
        self.session.setText(words)
        self.session.setAccessibleName(words)
        tip(self.session, told[words])

    def show_showing(self, *, on: bool) -> None:
        """Show what the projector's button does now."""
        words = STOP if on else PRESENT
        self.present.setAccessibleName(words)
        self.present.setText("" if self._narrow else words)
        tip(self.present, f"{STOP} (F11)" if on else "Tayangkan ke proyektor (F11)")

    def show_left(self, left: timedelta | None, minutes: int) -> None:
        """Show the group time left of ``minutes``; its last fifth and its last twentieth stand out."""
        self.left.setVisible(left is not None)
        if left is None:
            return
        share = left / timedelta(minutes=minutes) if minutes else 1.0
        role = "error" if share <= _ALMOST_OVER else "warning" if share <= _SHORT_OF_TIME else "strong"
        if self.left.property("role") != role:
            theme.set_role(self.left, role)
            self.left.setStyleSheet("font-weight: 700;")
        words = countdown(left)
        self.left.setText(f"lewat {words.removeprefix('-')}" if left < timedelta() else words)
        self.left.setAccessibleName(f"Waktu kelompok tersisa {words}")

    def make_room(self, width: int) -> None:
        """Fit a window of this width: the search gives way first."""
        narrow = width < _NARROW
        self.search.setFixedWidth(132 if narrow else 280)
        self.search.setText("  Cari" if narrow else f"  {_SEARCH}")
        self._narrow = narrow
        self.present.setText("" if narrow else self.present.accessibleName())
        self.title.setMaximumWidth(150 if narrow else 420)
        # The long name of a block must not push that of the workshop away.
        self.running.setMaximumWidth(width // 5)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.stages)
        row.addWidget(self.running)
        row.addWidget(self.left)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addWidget(self.present)
        row.addSpacing(-8)
        row.addWidget(self.slides)
        row.addWidget(self.session)
        keys = QHBoxLayout(self.search)
        keys.setContentsMargins(0, 0, 10, 0)
        keys.addStretch(1)
        hint = Label("Ctrl+K", "faint", name="search-keys", parent=self.search)
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        keys.addWidget(hint)
