"""What went wrong, in one calm Indonesian sentence: the presenter of expected faults and the one hook."""

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Final

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from smartcity_desktop.domain.wording import sentence
from smartcity_desktop.errors import DiskFault, Fault, UserFault

BUG: Final = "program-fault"
"""Code of the fault that stands for a bug where a call must get an answer."""
_LOG = logging.getLogger(__name__)
_QT_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def bug_fault() -> Fault:
    """Return the fault that a caller is told when a bug stopped its call."""
    return UserFault(BUG)


def frames(trace: TracebackType | None) -> str:
    """Return where a bug happened as ``file:line function`` steps; values, which may be private, stay out."""
    steps = traceback.extract_tb(trace)
    return " > ".join(f"{step.filename}:{step.lineno} {step.name}" for step in steps)


class Faults(QObject):
    """Turns faults and bugs into a sentence for the message bar of the window."""

    shown = Signal(str, str)
    """The sentence and its weight: ``warning`` for what a person can put right, ``error`` for the machine."""

    def __init__(self, parent: QObject | None = None, say: Callable[[str], str] = str) -> None:
        """``say`` puts a sentence into the words of the open workshop."""
        super().__init__(parent)
        self._say = say

    def present(self, fault: Fault) -> None:
        """Show an expected fault."""
        _LOG.info("fault %s", fault.code)
        self.shown.emit(sentence(fault, self._say), "error" if isinstance(fault, DiskFault) else "warning")

    def hook(self, kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        """Stand in for ``sys.excepthook``: log the place, show a sentence, let the program go on."""
        if isinstance(value, Fault):
            self.present(value)
            return
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, value, trace)
            return
        _LOG.error("bug %s at %s", kind.__name__, frames(trace))
        self.shown.emit(sentence(bug_fault()), "error")


def _log_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    _LOG.log(_QT_LEVELS.get(kind, logging.WARNING), "qt %s: %s", context.category or "", text)


def install(faults: Faults) -> None:
    """Make this presenter the one hook of the program, and send Qt's own messages to the log."""
    sys.excepthook = faults.hook
    qInstallMessageHandler(_log_qt)


def uninstall() -> None:
    """Put Python's and Qt's own ways back (after the window has closed)."""
    sys.excepthook = sys.__excepthook__
    qInstallMessageHandler(None)
