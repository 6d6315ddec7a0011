"""The composition root of the window: puts everything together, opens and closes the desk."""

import logging
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from smartcity_desktop import __version__, logs
from smartcity_desktop.desk import Desk, create_desk, open_desk, system_clock
from smartcity_desktop.domain.ids import Clock, IdSource
from smartcity_desktop.domain.words import Words, words_of
from smartcity_desktop.domain.workshop import NewWorkshop
from smartcity_desktop.errors import Fault
from smartcity_desktop.paths import find_profile, safe_name
from smartcity_desktop.services import safety
from smartcity_desktop.services.workshop import book_presets, dimension_sets, find_region
from smartcity_desktop.settings import SCALES, CopyPlaces, Recent, SettingsFile
from ui import faults, theme, translate
from ui.autosave import Autosave
from ui.bus import Bus
from ui.context import Context
from ui.lane import Collector, Lane
from ui.models.hall_clock import STEADY, HallClock
from ui.shell.all_screens import SCREENS
from ui.shell.apart import ABOUT, PREFLIGHT, SETTINGS, TITLES, ApartPage
from ui.shell.main_window import MainWindow
from ui.shell.registry import ScreenSpec
from ui.shell.workshop_page import WorkshopPage

if TYPE_CHECKING:
    from ui.shell.restore import Copy
    from ui.shell.welcome import Welcome
    from ui.widgets.finder import Choice, Give

_LOG = logging.getLogger(__name__)
_CLOSING_SECONDS: Final = 20.0
_SLOW_MS: Final = 400
"""How long a file that is being opened at the start leaves the window without a page."""
_CLOSING: Final = "Menyimpan dan membuat salinan pengaman …"
_FILTER: Final = "Berkas Bimtek (*.bimtek)"
_AWAY: Final = (
    "Folder profil {} tidak ada sekarang, mungkin flashdisk-nya belum terpasang. Dipakai folder bawaan; "
    "pengaturan dan salinan di sana tidak hilang. Pasang flashdisk-nya, lalu buka program lagi."
)
_STOPGAP: Final = (
    "Folder profil {} tidak bisa dibuat atau ditulisi. Isian tetap tersimpan di berkas Bimtek; pengaturan "
    "dan salinan pengaman kali ini ada di folder sementara. Periksa hak dan ruang di disk, lalu buka lagi."
)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A desk and what the list of recent files says of it; read on the data thread."""

    desk: Desk
    recent: Recent
    words: Words


class App(QObject):
    """Leads from the welcome page to an open workshop and back, and never loses anything between."""

    def __init__(
        self,
        profile: Path,
        *,
        clock: Clock = system_clock,
        ids: IdSource | None = None,
        screens: Sequence[ScreenSpec] = SCREENS,
        home: Path | None = None,
    ) -> None:
        """Build lane, bus, autosave and the window on a profile folder; nothing is opened yet.

        ``home`` is the usual profile folder, None where the profile is not to be moved.
        """
        super().__init__()
        self.profile = profile
        self.faults = faults.Faults(self, translate.worded)
        self.settings = SettingsFile(profile, home)
        self.bus = Bus(self)
        # A clock that was handed in moves the time of the hall with it.
        HallClock(self.bus, STEADY if clock is system_clock else lambda: clock().timestamp())
        self.lane = Lane(self.faults, self)
        self.autosave = Autosave(self.lane, self.bus, clock, self)
        self.context = Context(self.bus, self.lane, self.autosave, self.settings)
        self.window = MainWindow()
        self.desk: Desk | None = None
        self._clock, self._ids, self._screens = clock, ids, screens
        self._after: Callable[[], None] | None = None
        self._missing = ""
        self._connect()

    def begin(self, path: Path | None = None) -> None:
        """Show the window, with a file or with the welcome page."""
        if path is None:
            self.show_welcome()
        else:
            self._open(path)
            QTimer.singleShot(_SLOW_MS, self, self._open_long)
        self.window.show()

    def show_welcome(self) -> None:
        """Show the first page with the workshops that were opened last."""
        self.window.show_page(self.window.welcome)
        self._show_recent({})
        self.window.welcome.arrive()
        self.lane.side(partial(_copies, self.settings.places), self._copies_read)

    def open_file(self, path: Path) -> None:
        """Open a workshop file; a fault is shown where the person stands."""
        self._leave_then(partial(self._open, path))

    def create_file(self, new: NewWorkshop, path: Path) -> None:
        """Make a workshop file as it was asked for, and open it."""
        make = partial(
            create_desk,
            path,
            new,
            clock=self._clock,
            ids=self._ids,
            profile=self.profile,
            person=self._person(),
        )
        self.lane.data(partial(_opened, make), self._show_workshop, failed=self._refused)

    def open_sample(self) -> None:
        """Build the sample city in a new file and open it."""
        from smartcity_desktop import sample

        welcome = self.window.welcome
        welcome.progress.begin("Menyiapkan Bimtek contoh …", can_stop=False)
        welcome.sample.setEnabled(False)
        make = partial(
            sample.build,
            sample.free_path(self._folder()),
            clock=self._clock,
            ids=self._ids,
            profile=self.profile,
            told=partial(self.lane.post, self._sample_told),
        )
        self.lane.data(partial(_opened, make), self._sample_made, failed=self._sample_failed)

    def show_new(self) -> None:
        """Show the page "Bimtek baru"."""
        from smartcity_desktop.services import profile as profiles
        from ui.shell.new_workshop import NewWorkshopPage, Offer

        kop = profiles.letterhead(self.settings)
        offer = Offer(dimension_sets(), book_presets(), self.settings.value.paper, kop)
        page = NewWorkshopPage(self._find_region, offer, self._clock().year, self._folder())
        page.asked.connect(self.create_file)
        page.back_asked.connect(self.show_welcome)
        self.window.show_page(page, "Bimtek baru")
        page.arrive()

    def show_apart(self, key: str) -> None:
        """Show Pengaturan or Tentang program where no workshop is open."""
        page = ApartPage(self.context, self._clock)
        page.back_asked.connect(self.show_welcome)
        self.window.show_page(page, TITLES[key])
        page.go(key)

    def tell_missing(self, folder: Path, *, is_stopgap: bool = False) -> None:
        """Say that the folder of the profile is not to be had; on the first page and in a workshop.

        ``is_stopgap`` where not even the usual folder could be had, and a temporary one stands in.
        """
        self._missing = (_STOPGAP if is_stopgap else _AWAY).format(folder)
        if not self.window.is_bare:
            self.window.tell(self._missing, "warning")

    def ask_file(self) -> None:
        """Let a person choose a file to open."""
        chosen, _kind = QFileDialog.getOpenFileName(self.window, "Buka Bimtek", str(self._folder()), _FILTER)
        if chosen:
            self.open_file(Path(chosen))

    def ask_restore(self) -> None:
        """Let a person choose among the good safety copies."""
        self.lane.side(partial(_copies, self.settings.places), self._ask_restore)

    def close_workshop(self) -> None:
        """Go back to the welcome page: everything written, a safety copy made, the file closed."""
        self._leave_then(self.show_welcome)

    def leave(self) -> None:
        """Close the window in the same good order."""
        self._leave_then(self.window.let_go)

    def finish(self) -> None:
        """End the threads after the window has closed; what still waits is written first."""
        page = self.window.workshop
        if page is not None:
            page.hand_in()
        self.autosave.flush_all()
        self.window.retire_workshop()
        self._speak(Words())
        if self.desk is not None:
            self.lane.data(partial(_shut, self.desk), failed=_ignore)
            self.desk = None
        self.lane.close(_CLOSING_SECONDS)

    def _connect(self) -> None:
        self.window.welcomed.connect(self._listen)
        self.window.leave_asked.connect(self.leave)
        self.faults.shown.connect(self.window.tell)

    def _listen(self, welcome: "Welcome") -> None:
        welcome.new_asked.connect(self.show_new)
        welcome.open_asked.connect(self.ask_file)
        welcome.sample_asked.connect(self.open_sample)
        welcome.restore_asked.connect(self.ask_restore)
        welcome.chosen.connect(self._open_recent)
        welcome.forgotten.connect(self._forget)
        welcome.named.connect(self._name)
        welcome.settings_asked.connect(partial(self.show_apart, SETTINGS))
        welcome.about_asked.connect(partial(self.show_apart, ABOUT))
        welcome.check_asked.connect(partial(self.show_apart, PREFLIGHT))

    def _person(self) -> str:
        return self.settings.value.person

    def _folder(self) -> Path:
        last = self.settings.value.last_folder
        if last and Path(last).is_dir():
            return Path(last)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents or Path.home()) / "Bimtek"

    def _find_region(self, text: str, give: "Give") -> None:
        self.lane.side(partial(_regions, text), give)

    def _open_recent(self, path: str) -> None:
        self.open_file(Path(path))

    def _open(self, path: Path) -> None:
        make = partial(
            open_desk, path, clock=self._clock, ids=self._ids, profile=self.profile, person=self._person()
        )
        self.lane.data(partial(_opened, make), self._show_workshop, failed=self._refused)

    def _show_workshop(self, opened: _Opened) -> None:
        self.desk = opened.desk
        recent = replace(opened.recent, opened_at=self._clock().isoformat())
        self._speak(opened.words)
        page = WorkshopPage(self._screens, opened.desk, self.context, self._clock)
        page.close_asked.connect(self.close_workshop)
        page.titled.connect(self._titled)
        page.file_asked.connect(self._open_recent)
        page.scale_asked.connect(self._scale)
        self.window.show_page(page, recent.title)
        page.begin()
        # The first page is being read by now; the disk need not be waited for before that.
        if not opened.desk.workshop.seal.key:
            folder = str(opened.desk.path.parent)
            self.settings.store(replace(self.settings.value.remember(recent), last_folder=folder))
        if self._missing:
            page.tell(self._missing, "warning")
            self._missing = ""

    @staticmethod
    def _speak(words: Words) -> None:
        application = QApplication.instance()
        if application is not None and not translate.speaks(application, words):
            translate.speak(application, words)

    def _sample_told(self, words: str) -> None:
        self.window.welcome.progress.begin(words, can_stop=False)

    def _sample_made(self, opened: _Opened) -> None:
        self._sample_ended()
        self._show_workshop(opened)

    def _sample_failed(self, fault: Fault) -> None:
        self._sample_ended()
        self._refused(fault)

    def _sample_ended(self) -> None:
        self.window.welcome.progress.finish()
        self.window.welcome.sample.setEnabled(True)

    def _open_long(self) -> None:
        """Show the welcome page where the file takes its time, or cannot be opened."""
        if self.window.is_bare:
            self.show_welcome()
            if self._missing:
                self.window.tell(self._missing, "warning")

    def _refused(self, fault: Fault) -> None:
        self._open_long()
        self.window.tell(translate.explain(fault), "warning")

    def _leave_then(self, after: Callable[[], None]) -> None:
        if self.desk is None:
            apart = self.window.page
            if isinstance(apart, ApartPage):
                apart.hand_in()
            after()
            return
        page = self.window.workshop
        unfinished = page.screens.unfinished() if page is not None else {}
        if unfinished:
            self._ask_to_leave(unfinished, after)
        else:
            self._write_and_leave(after)

    def _ask_to_leave(self, unfinished: Mapping[str, str], after: Callable[[], None]) -> None:
        from ui.shell.ask import LeaveUnfinished

        if self.window.findChild(LeaveUnfinished) is not None:
            return
        dialog = LeaveUnfinished(tuple(unfinished.values()), self.window)
        dialog.accepted.connect(partial(self._write_and_leave, after))
        dialog.rejected.connect(partial(self._show_unfinished, next(iter(unfinished))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_unfinished(self, key: str) -> None:
        page = self.window.workshop
        if page is not None:
            page.go(key)

    def _write_and_leave(self, after: Callable[[], None]) -> None:
        self._after = after
        page = self.window.workshop
        if page is not None:
            page.hand_in()
            page.progress.begin(_CLOSING, can_stop=False)
        self.autosave.flush_all()
        self.lane.data(_nothing, self._flushed)

    def _flushed(self, _done: object) -> None:
        fault = self.autosave.fault()
        if fault is not None:
            from ui.shell.ask import LeaveUnsaved

            dialog = LeaveUnsaved(self.autosave.count_waiting(), translate.explain(fault), self.window)
            if dialog.exec() != QDialog.DialogCode.Accepted:
                self._stay()
                return
            self.autosave.drop_stuck()
        desk, self.desk = self.desk, None
        if desk is not None:
            self.window.retire_workshop()
            self._speak(Words())
            self.window.welcome.progress.begin(_CLOSING, can_stop=False)
            self.lane.data(partial(_shut, desk), self._closed, failed=self._closed_with)

    def _stay(self) -> None:
        self._after = None
        page = self.window.workshop
        if page is not None:
            page.progress.finish()
            page.screens.stay()
        self.autosave.flush_all()

    def _closed(self, _done: object) -> None:
        self.window.welcome.progress.finish()
        after, self._after = self._after, None
        if after is not None:
            after()

    def _closed_with(self, fault: Fault) -> None:
        # The file itself is closed and whole; the person shall still read why there is no safety copy.
        self._after = None
        self.window.welcome.progress.finish()
        self.show_welcome()
        self._refused(fault)

    def _titled(self, title: str, stage: str) -> None:
        if self.desk is None:
            return
        path = str(self.desk.path)
        recent = next((item for item in self.settings.value.recent if item.path == path), None)
        if recent is not None:
            self.settings.store(self.settings.value.remember(replace(recent, title=title, stage=stage)))
        self.window.name(title)

    def _scale(self, step: int) -> None:
        place = SCALES.index(self.settings.value.text_scale if step else 1.0) + step
        if 0 <= place < len(SCALES):
            self.settings.store(replace(self.settings.value, text_scale=SCALES[place]))
            application = QApplication.instance()
            if isinstance(application, QApplication):
                theme.apply(application, SCALES[place])

    def _name(self, person: str) -> None:
        self.settings.store(replace(self.settings.value, person=person))

    def _forget(self, path: str) -> None:
        self.settings.store(self.settings.value.forget(path))
        self._show_recent({})

    def _copies_read(self, found: "Sequence[Copy]") -> None:
        newest: dict[str, datetime] = {}
        for item in found:
            newest.setdefault(item.workshop, item.at)
        self._show_recent(newest)

    def _show_recent(self, newest: Mapping[str, datetime]) -> None:
        settings = self.settings.value
        self.window.welcome.show_recent(settings.recent, newest, self._clock(), settings.person)

    def _ask_restore(self, found: "Sequence[Copy]") -> None:
        from ui.shell.restore import Restore

        dialog = Restore(found, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.asked.connect(self._restore)
        dialog.open()

    def _restore(self, copy: "Copy") -> None:
        from ui.shell.restore import bring_back

        name = safe_name(f"{copy.title} (salinan {copy.at:%d-%m-%Y %H.%M})")
        target = self._folder() / f"{name}.bimtek"
        self.lane.side(partial(bring_back, copy.path, target), self.open_file, failed=self._refused)


def _copies(places: CopyPlaces) -> "list[Copy]":
    # Loaded in the side pool: the first page does without.
    from ui.shell.restore import copies

    return copies(places)


def _opened(make: Callable[[], Desk]) -> _Opened:
    desk = make()
    workshop = desk.workshop.get()
    return _Opened(desk, Recent(str(desk.path), workshop.title, workshop.id), words_of(workshop))


def _regions(text: str) -> "list[Choice]":
    from ui.widgets.finder import Choice

    return [Choice(item.code, item.full_name, item.province) for item in find_region(text)]


def _shut(desk: Desk) -> None:
    second = None
    try:
        if not desk.is_read_only:
            desk.safety.make_if_changed()
            second = desk.safety.second_copy()
    finally:
        desk.close()
    # A slow flashdisk keeps nobody from the file any more.
    safety.copy_second(second)


def _nothing() -> None:
    return


def _ignore(_fault: Fault) -> None:
    return


def dress(application: QApplication, scale: float = 1.0) -> None:
    """Give the application its fonts, theme and language."""
    application.setApplicationName("SmartCity Desktop")
    application.setDesktopFileName("smartcity-desktop")
    theme.add_fonts()
    theme.apply(application, scale)
    translate.install(application)


def main(path: Path | None = None, *, profile: Path | None = None) -> int:
    """Open the window, with a workshop file or with the welcome page; return the exit code."""
    found = find_profile(profile)
    logs.start(found.folder)
    _LOG.info("version %s begins, machine clock %.3f s", __version__, time.monotonic())
    application = QApplication(sys.argv[:1])
    dress(application, SettingsFile(found.folder).value.text_scale)
    app = App(found.folder, home=found.home)
    faults.install(app.faults)
    collector = Collector(app)
    collector.start()
    app.begin(path)
    if found.missing is not None:
        app.tell_missing(found.missing, is_stopgap=found.home is None)
    code = application.exec()
    app.finish()
    collector.stop()
    faults.uninstall()
    logs.stop()
    return code
