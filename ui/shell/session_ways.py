"""The ways of a session from the frame: begin the next block or ask for one, end it, print its report."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from smartcity_desktop.domain.ids import NO_ROW, Clock, RowId
from smartcity_desktop.domain.session import Session
from smartcity_desktop.services.session import NewSession
from ui.context import Context, Services
from ui.shell.screen_warnings import ScreenWarnings
from ui.shell.screens import Screens
from ui.shell.session_keeper import SessionKeeper
from ui.shell.standing import StandingKeeper
from ui.shell.top_line import TopLine
from ui.widgets.message_bar import MessageBar
from ui.widgets.writing import WHY

if TYPE_CHECKING:
    from ui.shell.session_start import Proposal

AGENDA, RUN = "agenda", "run"
"""The screen of the agenda, and in place of a row the page on which the day runs."""
_REPORT: Final = "laporan-sesi"
_PRESENTS: Final = "worksheet"
_BEFORE_WORK: Final = {"home", "event", "opd"}
"""Screens that are left for the worksheet when its session begins."""


class SessionFrame(QWidget):
    """What the ways of a session need of the page they belong to."""

    bar: MessageBar
    screens: Screens
    top: TopLine
    standing: StandingKeeper
    warnings: ScreenWarnings

    def go(self, key: str, row: str = "") -> None:
        """Bring a screen to the front, and show a row on it."""

    def undo(self) -> None:
        """Take this person's last act back."""

    def print(self, kind: str, row: str = "", session: RowId = NO_ROW) -> None:
        """Show the preview of a print."""


class SessionWays(QObject):
    """What F5, F9, the button above and the screens ask of sessions."""

    def __init__(self, services: Services, context: Context, clock: Clock, page: SessionFrame) -> None:
        """Keep the running session for ``page``, which shows, speaks, prints and leads to other screens."""
        super().__init__(page)
        self._services, self._context, self._page = services, context, page
        self.keeper = SessionKeeper(services, context, clock, self)

    def turn(self) -> None:
        """Begin where nothing runs, else end what runs."""
        if self.keeper.session is None:
            self.ask()
        else:
            self.end()

    def ask(self) -> None:
        """Open the start of a session, or say which one runs."""
        if self._is_closed():
            return
        running = self.keeper.session
        if running is not None:
            words = f"Sesi “{running.title}” sedang berjalan. Akhiri dahulu (F9)."
            way = self.run if AGENDA in self._page.screens.specs else None
            self._page.bar.tell(words, "info", "Jalannya acara", way)
            return
        self._context.lane.data(self._services.session.due, self._begin_or_ask)

    def end(self) -> None:
        """End the session that runs, and show its report where it has something to report."""
        if self._is_closed():
            return
        running = self.keeper.session
        if running is None:
            self._page.bar.tell("Belum ada sesi yang berjalan.", "info", "Mulai sesi", self.ask)
            return
        self.keeper.end(self._print if self.keeper.has_report else partial(self._ended, running))

    def run(self) -> None:
        """Go to the page on which the day runs."""
        self._page.go(AGENDA, RUN)

    def _is_closed(self) -> bool:
        """Tell whether the file takes nothing, and say so."""
        closed = self._services.is_read_only
        if closed:
            self._page.bar.tell(WHY, "warning")
        return closed

    def _begin_or_ask(self, block: Session | None) -> None:
        """Start the next planned block of today; where today has no agenda ask for a session."""
        if block is not None:
            self.keeper.start_block(block.id, partial(self._block_started, block))
            return
        from ui.shell.session_start import gather

        number = self._page.top.stages.number
        self._context.lane.data(partial(gather, self._services, number), self._open_start)

    def _block_started(self, block: Session, _row: RowId) -> None:
        self._page.bar.tell(f"Mulai: {block.title}.", "info", "Urungkan", self._page.undo)
        if self._page.screens.key in _BEFORE_WORK:
            self.run()

    def _open_start(self, proposal: "Proposal") -> None:
        from ui.shell.session_start import SessionStart

        dialog = SessionStart(proposal, self._page.standing.here, self._page.standing.zone, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.asked.connect(self._start)
        dialog.open()

    def _start(self, new: NewSession) -> None:
        self.keeper.start(new, partial(self._started, new))

    def _started(self, new: NewSession, _row: RowId) -> None:
        self._page.warnings.withdraw()
        if new.worksheet and self._page.screens.key in _BEFORE_WORK:
            self._page.go(_PRESENTS, new.worksheet)

    def _ended(self, session: Session, _row: RowId) -> None:
        self._page.bar.tell(f"Selesai: {session.title}.", "good", "Urungkan", self._page.undo)

    def _print(self, row: RowId) -> None:
        self._page.bar.tell("Sesi diakhiri. Laporannya ada di Cetak.", "good", "Urungkan", self._page.undo)
        self._page.print(_REPORT, session=row)
