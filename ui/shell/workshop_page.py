"""One open workshop: the frame with its screens, and everything that leads from one to another."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import NO_ROW, Clock, RowId
from smartcity_desktop.domain.wording import stage_name
from smartcity_desktop.domain.words import Words, words_of
from smartcity_desktop.errors import Fault
from ui import theme
from ui.context import Context, Screen, Services
from ui.shell.keys import Keys
from ui.shell.manual import SHORTCUTS, Manual
from ui.shell.photos_anywhere import PHOTOS_AT, PhotosAnywhere
from ui.shell.rail import Rail
from ui.shell.registry import ScreenSpec, place_keys
from ui.shell.screen_warnings import ScreenWarnings
from ui.shell.screens import Screens
from ui.shell.session_ways import SessionFrame, SessionWays
from ui.shell.showing import Showing, ShowLine
from ui.shell.standing import Standing, StandingKeeper
from ui.shell.status_line import StatusLine
from ui.shell.top_line import TopLine
from ui.translate import explain, speak, speaks, worded
from ui.widgets.message_bar import MessageBar
from ui.widgets.progress import Progress
from ui.widgets.writing import take_nothing

if TYPE_CHECKING:
    from ui.printing import Prints
    from ui.shell.palette import Entry, Palette
    from ui.shell.show_panel import ShowPanel

_FOLD_BELOW: Final = 1_000
_BACK: Final = "Buka berkas kerja"
_ABOUT: Final = "about"
SESSION_START: Final = "session-start"
SESSION_END: Final = "session-end"
SESSION_RUN: Final = "session-run"
STAGE: Final = "stage"
OPEN_FILE: Final = "open-file"
COPIES: Final = "copies"
"""What a screen may ask for besides other screens."""


class WorkshopPage(SessionFrame):
    """Rail, top line, screens and status line of one open workshop file."""

    close_asked = Signal()
    """A person wants to go back to the welcome page."""
    titled = Signal(str, str)
    """Title of the workshop and name of its stage, for the list of recent files."""
    file_asked = Signal(str)
    """The path of another workshop file that is to be opened in place of this one."""
    scale_asked = Signal(int)
    """A person wants larger (1), smaller (-1) or the usual (0) type."""

    def __init__(
        self,
        specs: Sequence[ScreenSpec],
        services: Services,
        context: Context,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        """Build the frame; ``begin`` reads the workshop and shows the first screen."""
        super().__init__(parent)
        self.setObjectName("workshopPage")
        theme.set_role(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        take_nothing(self, on=services.is_read_only)
        self._services, self._context = services, context
        self._specs, specs = specs, _worded(specs)
        self._words: Words | None = None
        self.top = TopLine(self)
        self.rail = Rail([spec for spec in specs if spec.in_rail or spec.keys], self)
        self.rail.stand_for({spec.key: spec.under for spec in specs if spec.under})
        self.status = StatusLine(self)
        self.bar = MessageBar(parent=self)
        self.progress = Progress("frame-progress", self)
        self.screens = Screens(specs, services, context, self)
        self.warnings = ScreenWarnings(self.bar, self.screens, self)
        self.session_ways = SessionWays(services, context, clock, self)
        self.sessions = self.session_ways.keeper
        self.standing = StandingKeeper(services, context, clock, self)
        self.showing = Showing(services, context, self)
        self.keys = Keys(self, self._ways(specs))
        self.photos = PhotosAnywhere(self, self.screens, services, context)
        self._folds_itself = False
        self._lay_out()
        self._connect()

    @cached_property
    def prints(self) -> "Prints":
        """Previews and printers; loaded at the first print."""
        from ui.printing import Prints
        from ui.shell.print_memory import PrintMemory

        context = self._context
        made = Prints(context.lane, context.autosave, context.settings, self)
        made.began.connect(self._print_began)
        made.ended.connect(self.progress.finish)
        made.failed.connect(self._faulted)
        PrintMemory(made, self._services, context)
        return made

    @cached_property
    def palette_panel(self) -> "Palette":
        """What Ctrl+K shows; built at the first search."""
        from ui.shell.palette import Palette

        return Palette(self._services, self._context, self.entries, self.go, self)

    @cached_property
    def show_panel(self) -> "ShowPanel":
        """In which a slide is chosen; built at the first choice."""
        from ui.shell.show_panel import ShowPanel

        return ShowPanel(self.showing, self._services, self._context, self)

    def begin(self) -> None:
        """Read the workshop and show the first screen."""
        self.rail.show_wide(wide=not self._folds_itself and self._context.settings.value.rail_open)
        self.standing.read()
        self.sessions.read()
        self.go(next(iter(self.screens.specs)))

    def go(self, key: str, row: str = "") -> None:
        """Bring a screen to the front, and show a row on it; sessions and stages have keys of their own."""
        acts: dict[str, Callable[[], None]] = {
            SESSION_START: self.session_ways.ask,
            SESSION_END: self.session_ways.end,
            SESSION_RUN: self.session_ways.run,
            COPIES: self.standing.use_places,
        }
        if key in acts:
            acts[key]()
        elif key == STAGE:
            self.choose_stage(int(row))
        elif key == OPEN_FILE:
            self.file_asked.emit(row)
        elif key in self.screens.specs:
            self.screens.open(key, row)

    def search(self) -> None:
        """Open Ctrl+K."""
        self.palette_panel.open()

    def entries(self) -> "list[Entry]":
        """Return what Ctrl+K offers now: the screen's own commands, those of the frame, the screens."""
        from ui.shell.entries import entries

        acts: dict[str, Callable[[], None]] = {
            "start": self.session_ways.ask,
            "end": self.session_ways.end,
            "copy": self.standing.back_up,
            "larger": partial(self.scale_asked.emit, 1),
            "smaller": partial(self.scale_asked.emit, -1),
            "usual": partial(self.scale_asked.emit, 0),
            "slides": self.choose_slide,
            "manual": self.show_manual,
            "shortcuts": self.show_shortcuts,
            "bundle": partial(self.go, _ABOUT, "bundle"),
            "close": self.close_asked.emit,
        }
        rail = list(self.rail.buttons)
        kinds = (self.print, self.showing.show_kind)
        days = self.standing.days(self.top.stages.number)
        has_report = self.sessions.has_report if self.sessions.session else None
        return entries(self.screens, rail, acts, kinds, has_report=has_report, days=days)

    def print(self, kind: str, row: str = "", session: RowId = NO_ROW) -> None:
        """Show the preview of a print about a row that its kind needs (``domain.print_job.ask_about``)."""
        from smartcity_desktop.domain.print_job import ask_about

        ask = replace(ask_about(kind, row), session=session) if session else ask_about(kind, row)
        self.prints.show_print(partial(self._services.report.asked, kind, ask), ask)

    def undo(self) -> None:
        """Take this person's last act back, whatever screen it was done on."""
        self._context.autosave.flush_all()
        self._context.lane.data(self._services.undo, self._undone, failed=self._nothing)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._context.autosave.flush_all()
        self._context.lane.data(self._services.redo, self._redone, failed=self._nothing)

    def present(self) -> None:
        """Show the screen in front on the projector; where the hall looks already, end that."""
        self.showing.present(self.screens.current)

    def choose_slide(self) -> None:
        """Open the panel in which a slide is chosen."""
        self.show_panel.open()

    def show_manual(self) -> None:
        """Show the manual page of the screen in front."""
        spec = self.screens.specs.get(self.screens.key)
        self._show_page(spec.manual if spec else "mulai")

    def show_shortcuts(self) -> None:
        """Show the list of keys."""
        self._show_page(SHORTCUTS)

    def tell(self, words: str, weight: str) -> None:
        """Show a sentence in the message bar."""
        self.bar.tell(words, weight)

    def hand_in(self) -> None:
        """Let the screens hand over what they hold (before closing)."""
        self.showing.stop()
        self.photos.end()
        self.screens.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the window for photos; it has none before it is shown."""
        super().showEvent(event)
        # Of the window too, to which some dialogs belong.
        take_nothing(self.window(), on=self._services.is_read_only)
        self.photos.watch(self.window().windowHandle())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the frame: in a narrow window the rail shows icons alone."""
        super().resizeEvent(event)
        self.top.make_room(self.width())
        narrow = self.width() < _FOLD_BELOW
        if narrow != self._folds_itself:
            self._folds_itself = narrow
            self.rail.show_wide(wide=not narrow and self._context.settings.value.rail_open)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        bars = QVBoxLayout()
        bars.setContentsMargins(16, 10, 16, 0)
        bars.setSpacing(8)
        bars.addWidget(self.progress)
        middle.addLayout(bars)
        middle.addWidget(self.screens, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(row, 1)
        column.addWidget(self.status)
        self.status.take_in(ShowLine(self.showing, self.status))
        # What is said must not move the row that is about to be clicked.
        self.bar.lie_over(self.status, self.status.beside)

    def _connect(self) -> None:
        autosave = self._context.autosave
        self.rail.chosen.connect(self.go)
        self.rail.fold_asked.connect(self._turn_rail)
        self.top.stage_chosen.connect(self.choose_stage)
        self.top.search_asked.connect(self.search)
        self.top.present_asked.connect(self.present)
        self.top.slides_asked.connect(self.choose_slide)
        self.top.session_asked.connect(self.session_ways.turn)
        self.status.retry_asked.connect(autosave.flush_all)
        self.screens.shown.connect(self.rail.show_current)
        self.screens.built.connect(self._listen)
        self.sessions.changed.connect(self._show_session)
        self.sessions.ticked.connect(self._show_time)
        self.showing.serve(self.screens, self.top)
        self.showing.told.connect(self.tell)
        self.standing.changed.connect(self._show_standing)
        self.standing.began.connect(self._show_beginning)
        self.standing.said.connect(self.tell)
        self.photos.said.connect(self._photos_said)
        self.photos.warned.connect(self.warnings.tell)
        self._context.bus.subscribe((), self._committed, self)
        autosave.saved.connect(self._saved)
        autosave.waiting.connect(self._show_waiting)
        autosave.failed.connect(self._not_saved)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def _ways(self, specs: Sequence[ScreenSpec]) -> dict[str, Callable[[], None]]:
        ways: dict[str, Callable[[], None]] = {
            "Ctrl+K": self.search,
            "Ctrl+Z": self.undo,
            "Ctrl+Y": self.redo,
            "Ctrl+Shift+Z": self.redo,
            "F1": self.show_manual,
            "?": self.show_shortcuts,
            "F5": self.session_ways.ask,
            "F9": self.session_ways.end,
            "F11": self.present,
            "F12": self.choose_slide,
            "Ctrl+M": self._turn_rail,
            "Ctrl+S": self._context.autosave.flush_all,
            "Ctrl+W": self.close_asked.emit,
            "Ctrl++": partial(self.scale_asked.emit, 1),
            "Ctrl+=": partial(self.scale_asked.emit, 1),
            "Ctrl+-": partial(self.scale_asked.emit, -1),
            "Ctrl+0": partial(self.scale_asked.emit, 0),
        }
        ways |= {spec.keys: partial(self.go, spec.key) for spec in specs if spec.keys}
        rail = [spec for spec in specs if spec.in_rail]
        ways |= {keys: partial(self.go, spec.key) for at, spec in enumerate(rail) if (keys := place_keys(at))}
        ways |= {f"Ctrl+{number}": partial(self.choose_stage, number) for number in range(1, 9)}
        return ways

    def choose_stage(self, number: int) -> None:
        """Let every screen follow another stage, where there is such a one."""
        if not self.top.stages.has(number):
            return
        self.top.stages.choose(number)
        self._context.autosave.flush_all()
        self.screens.show_stage(number)
        self.titled.emit(self.top.title.text(), f"Tahap {stage_name(number)}")

    def _listen(self, screen: Screen) -> None:
        screen.go.connect(self.go)
        screen.said.connect(self._said)
        screen.told.connect(self.bar.tell)
        screen.offered.connect(self.bar.offer)
        screen.withdrawn.connect(self.bar.withdraw)
        screen.print_asked.connect(self.print)

    def _said(self, words: str) -> None:
        self.bar.tell(words, "info", "Urungkan", self.undo)

    def _photos_said(self, words: str, weight: str, row: str) -> None:
        way = ("Lihat", partial(self.go, PHOTOS_AT, row)) if row else ("", None)
        self.bar.tell(words, weight, *way)

    def _turn_rail(self) -> None:
        wide = not self.rail.is_wide
        settings = self._context.settings
        settings.store(replace(settings.value, rail_open=wide))
        self.rail.show_wide(wide=wide)

    def _print_began(self, words: str) -> None:
        self.progress.begin(words, can_stop=False)

    def _undone(self, changes: Changes) -> None:
        self._context.bus.publish(changes)
        self.bar.tell(_acted("Diurungkan", changes), "info", "Ulangi", self.redo)

    def _redone(self, changes: Changes) -> None:
        self._context.bus.publish(changes)
        self.bar.tell(_acted("Diulangi", changes), "info", "Urungkan", self.undo)

    def _nothing(self, fault: Fault) -> None:
        self.bar.tell(explain(fault), "info")

    def _committed(self, _changes: Changes) -> None:
        # Changes are published only after their act was committed.
        self.status.show_saved(self.standing.here())
        self._show_waiting(self._context.autosave.count_waiting())

    def _saved(self, moment: datetime) -> None:
        self.status.show_saved(self.standing.here(moment))

    def _faulted(self, fault: Fault) -> None:
        self.bar.tell(explain(fault), "warning")

    def _not_saved(self, fault: Fault) -> None:
        self.bar.tell(explain(fault), "error", "Coba lagi", self._context.autosave.flush_all)

    def _show_waiting(self, count: int) -> None:
        self.status.show_waiting(count, self._context.autosave.fault())

    def _show_session(self) -> None:
        self.top.show_session(self.sessions.session, has_report=self.sessions.has_report)
        self.status.show_session(self.sessions.session, self.standing.zone)
        self._show_time()

    def _show_time(self) -> None:
        self.top.show_left(self.sessions.left(), self.sessions.minutes)

    def _show_standing(self, standing: Standing) -> None:
        self._words = words_of(standing.workshop)
        self._speak()
        self.top.title.setText(standing.workshop.title)
        self.top.stages.offer(item.number for item in standing.stages if item.number)
        self.status.show_backup(self.standing.backup_age(), self.standing.copies)
        self.status.show_differences(standing.differences)
        if standing.read_only:
            self.status.show_read_only()
        self._show_session()

    def _speak(self) -> None:
        """Say everything in the event's words once a word is whole: not while somebody is typing it."""
        application, screen = QApplication.instance(), self.screens.current
        if application is None or self._words is None or speaks(application, self._words):
            return
        if screen is not None and screen.is_naming():
            return
        speak(application, self._words)
        specs = _worded(self._specs)
        self.rail.name(specs)
        self.screens.reword(specs)

    def _focus_moved(self, _before: QWidget | None, _now: QWidget | None) -> None:
        # Widgets are built anew: not while the focus is on its way.
        QTimer.singleShot(0, self, self._speak)

    def _show_beginning(self, standing: Standing) -> None:
        self.choose_stage(standing.stage_of(self.standing.here()))
        words = standing.stopped_words(self.standing.here())
        if words:
            self.bar.tell(words, "good", stays=True)
        elif standing.read_only:
            work = self._work_of(standing) if standing.seal.key else ""
            back = partial(self.file_asked.emit, work)
            self.bar.tell(standing.seal.told, "warning", _BACK if work else "", back, stays=True)

    def _work_of(self, standing: Standing) -> str:
        """Return the file that people work with, of which this one is a copy; empty where none is known."""
        recent = self._context.settings.value.recent
        own = [item.path for item in recent if item.workshop == standing.workshop.id]
        return next((path for path in own if path != str(self._services.path)), "")

    def _show_page(self, name: str) -> None:
        manual = Manual(name, self)
        manual.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        manual.about_asked.connect(partial(self.go, _ABOUT))
        manual.open()


def _worded(specs: Sequence[ScreenSpec]) -> list[ScreenSpec]:
    return [replace(spec, title=worded(spec.title)) for spec in specs]


def _acted(word: str, changes: Changes) -> str:
    label = changes.label.strip().rstrip(".")
    if label[1:2].islower():
        label = label[0].lower() + label[1:]
    words = f"{word}: {label}."
    if changes.left_out:
        words += f" Yang tidak bisa dikembalikan: {'; '.join(changes.left_out)}."
    return words
