"""From a key to the disk: a pause, a limit, focus lost, a row left, print, close all lead to one flush.

An editor notes what it wants written under a key (the latest wins); nothing is called saved before the data
thread has committed it.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from smartcity_desktop.domain.changes import Changes
from smartcity_desktop.domain.ids import Clock
from smartcity_desktop.errors import Fault, UserFault
from ui.bus import Bus
from ui.lane import Lane

Save = Callable[[], Changes]
PAUSE_MS: Final = 300
LIMIT_MS: Final = 1_000
AGAIN_MS: Final = 10_000
_CLOSED: Final = "file-takes-nothing"


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    key: Hashable
    save: Save
    source: QObject | None


class Autosave(QObject):
    """Gathers what editors want written and brings it to the data thread."""

    saved = Signal(object)
    """The moment (datetime) of a commit."""
    failed = Signal(object)
    """The Fault of a save that did not succeed; the words stay here and can be tried again."""
    waiting = Signal(int)
    """How many keys are not yet on the disk."""

    def __init__(self, lane: Lane, bus: Bus, clock: Clock, parent: QObject | None = None) -> None:
        """Watch the focus of the application; ``clock`` gives the moment that is shown."""
        super().__init__(parent)
        self._lane = lane
        self._bus = bus
        self._clock = clock
        self._noted: dict[Hashable, _Entry] = {}
        self._queued: dict[Hashable, _Entry] = {}
        self._stuck: dict[Hashable, tuple[_Entry, Fault]] = {}
        self._latest: dict[Hashable, _Entry] = {}
        self._editors: list[tuple[Callable[[], None], QObject]] = []
        self._pause = self._timer(PAUSE_MS)
        self._limit = self._timer(LIMIT_MS)
        self._again = self._timer(AGAIN_MS)
        self._pause.timeout.connect(self.flush)
        self._limit.timeout.connect(self.flush)
        self._again.timeout.connect(self.retry)
        application = QGuiApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
            application.applicationStateChanged.connect(self._application_left)

    def note(self, key: Hashable, save: Save, source: QObject | None = None) -> None:
        """Remember to write this; a later note of the same key takes its place.

        ``save`` runs on the data thread and returns the Changes of its act, which the bus then carries to
        everybody but ``source``. It must hold values, not widgets.
        """
        entry = _Entry(key, save, source)
        self._latest[key] = entry
        self._stuck.pop(key, None)
        if key in self._queued:
            self._queue(entry)
        else:
            self._noted[key] = entry
            self._pause.start()
            if not self._limit.isActive():
                self._limit.start()
        self._tell()

    def confirming(self, call: Save, then: Callable[[Changes], None]) -> Save:
        """Return a save that tells ``then``, on the window's thread, once its words are on the disk."""
        return partial(_confirmed, self._lane, call, then)

    def watch(self, hand_in: Callable[[], None], owner: QObject) -> None:
        """Let an editor hand in what it still holds (by ``note``) before everything is flushed."""
        self._editors = [item for item in self._editors if isValid(item[1])]
        self._editors.append((hand_in, owner))

    def flush(self) -> None:
        """Send what is noted to the data thread now, in the order it was first noted."""
        self._pause.stop()
        self._limit.stop()
        noted, self._noted = self._noted, {}
        for entry in noted.values():
            self._queue(entry)

    def flush_all(self) -> None:
        """Flush with what open editors hold and what failed before.

        Saves go before everything else on the lane: whatever is asked of it after this sees them.
        """
        for hand_in, owner in tuple(self._editors):
            if isValid(owner):
                hand_in()
        self.flush()
        self.retry()

    def retry(self) -> None:
        """Try again what failed."""
        self._again.stop()
        stuck, self._stuck = self._stuck, {}
        for entry, _fault in stuck.values():
            self._queue(entry)

    def drop(self, key: Hashable) -> None:
        """Forget what is noted under this key (its row was deleted, or the person gave it up)."""
        self._noted.pop(key, None)
        self._queued.pop(key, None)
        self._stuck.pop(key, None)
        self._latest.pop(key, None)
        self._tell()

    def drop_stuck(self) -> None:
        """Forget everything that failed: the person chose to leave without it."""
        for key in tuple(self._stuck):
            self.drop(key)

    def waits(self, key: Hashable) -> bool:
        """Tell whether what was noted under this key is not yet on the disk."""
        return key in self._latest

    def count_waiting(self) -> int:
        """Return how many keys are not yet on the disk."""
        return len(self._latest)

    def fault(self) -> Fault | None:
        """Return why something is not saved, or None."""
        return next((fault for _entry, fault in self._stuck.values()), None)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def _queue(self, entry: _Entry) -> None:
        # The data thread takes the newest entry of the key when it gets there, so a lane that is held up
        # writes each field once; dict.pop is one step of the interpreter, no lock is needed.
        self._queued[entry.key] = entry
        self._lane.data(
            partial(self._take, entry.key), self._done, failed=partial(self._lost, entry.key), saving=True
        )

    def _take(self, key: Hashable) -> tuple[_Entry, Changes, datetime] | None:
        entry = self._queued.pop(key, None)
        return (entry, entry.save(), self._clock()) if entry else None

    def _done(self, written: tuple[_Entry, Changes, datetime] | None) -> None:
        if written is None:
            return
        entry, changes, moment = written
        if self._latest.get(entry.key) is entry:
            del self._latest[entry.key]
            self._stuck.pop(entry.key, None)
        self._bus.publish(changes, entry.source)
        self.saved.emit(moment)
        self._tell()

    def _lost(self, key: Hashable, fault: Fault) -> None:
        entry = self._latest.get(key)
        if entry is None or key in self._noted or key in self._queued:
            return
        if fault.code == _CLOSED:
            # Nothing of it can ever be saved there: it is told once, and does not wait.
            self.drop(key)
            self.failed.emit(fault)
            return
        self._stuck[key] = (entry, fault)
        if not isinstance(fault, UserFault):
            self._again.start()
        self.failed.emit(fault)
        self._tell()

    def _tell(self) -> None:
        self.waiting.emit(len(self._latest))

    def _focus_moved(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self.flush()

    def _application_left(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.flush()


def _confirmed(lane: Lane, call: Save, then: Callable[[Changes], None]) -> Changes:
    changes = call()
    lane.post(then, changes)
    return changes
