"""Keeps the laptop awake and its screens lit while the hall looks, and gives that back at the end."""

import shutil
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess

if TYPE_CHECKING:
    from collections.abc import Callable

_CONTINUOUS: Final = 0x80000000
_SYSTEM: Final = 0x00000001
_DISPLAY: Final = 0x00000002
"""Flags of SetThreadExecutionState (Windows)."""
_WAIT_MS: Final = 1_500
_WHY: Final = "Tayangan ke proyektor"


class Awake(QObject):
    """Holds sleep and screen saver off between ``start`` and ``stop``.

    On Windows this thread says so to the system. On Linux a child process holds sleep off: it reads from this
    program, so that it ends with it whatever happens; the screen saver of the desktop, which does not ask
    about that lock, is told besides. Where nothing works nothing is said: it is a comfort.
    """

    def __init__(self, parent: QObject | None = None, platform: str = sys.platform) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._platform = platform
        self._child: QProcess | None = None
        self._window = 0
        self._is_on = False

    @property
    def is_on(self) -> bool:
        """Whether sleep is held off as far as this system lets it be."""
        return self._is_on

    def start(self, window: int = 0) -> None:
        """Hold sleep off; ``window`` is the system's number of the window that is looked at."""
        if self._is_on:
            return
        self._is_on, self._window = True, window
        if self._platform == "win32":
            _tell_windows(_CONTINUOUS | _SYSTEM | _DISPLAY)
        elif self._platform.startswith("linux"):
            self._hold()

    def stop(self) -> None:
        """Give sleep and screen saver back."""
        if not self._is_on:
            return
        self._is_on = False
        if self._platform == "win32":
            _tell_windows(_CONTINUOUS)
        elif self._platform.startswith("linux"):
            self._screen_saver("resume")
            if self._child is not None:
                self._release(self._child)
                self._child = None

    def _hold(self) -> None:
        self._screen_saver("suspend")
        found = shutil.which("systemd-inhibit")
        if found is None:
            return
        child = QProcess(self)
        what = ("--what=idle:sleep", "--who=SmartCity Desktop", f"--why={_WHY}", "--mode=block", "cat")
        child.start(found, list(what))
        self._child = child

    @staticmethod
    def _release(child: QProcess) -> None:
        child.closeWriteChannel()
        if child.state() != QProcess.ProcessState.NotRunning and not child.waitForFinished(_WAIT_MS):
            child.kill()
            child.waitForFinished(_WAIT_MS)
        child.deleteLater()

    def _screen_saver(self, word: str) -> None:
        found = shutil.which("xdg-screensaver")
        if found is None:
            return
        told = QProcess()
        told.setProgram(found)
        told.setArguments([word, hex(self._window)])
        # Where the desktop has no such window it complains to whoever started this program.
        told.setStandardErrorFile(QProcess.nullDevice())
        told.startDetached()


def _tell_windows(flags: int) -> None:
    import ctypes

    library: object = getattr(ctypes, "windll", None)
    call: Callable[[int], int] | None = getattr(
        getattr(library, "kernel32", None), "SetThreadExecutionState", None
    )
    if call is not None:
        call(flags)
