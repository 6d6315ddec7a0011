"""Brings files and pasted tables to the side pool one after the other, and their drafts back."""

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from smartcity_desktop.domain.renstra_draft import Draft
from smartcity_desktop.errors import Fault
from ui.lane import Lane, Ticket

ReadFile = Callable[[Path, Mapping[str, str], Callable[[], bool]], Draft]
"""Reads a file, its tables as they are taken for; the last argument tells whether nobody waits any more."""
ReadText = Callable[[str], Draft]


class ReadingFlow(QObject):
    """Reads one thing at a time; further files wait until ``next`` is called."""

    began = Signal(str)
    """What is being read, in words."""
    done = Signal(object)
    """The Draft."""
    failed = Signal(object)
    """The Fault that stands for why nothing could be read."""
    stopped = Signal()
    """A person cancelled; nothing waits any more."""

    def __init__(
        self, lane: Lane, read: ReadFile, read_text: ReadText, parent: QObject | None = None
    ) -> None:
        """Take the two ways of reading."""
        super().__init__(parent)
        self._lane, self._read, self._read_text = lane, read, read_text
        self._waiting: list[Path] = []
        self._path: Path | None = None
        self._text = ""
        self._kinds: dict[str, str] = {}
        self._ticket = Ticket()
        self._cancelled = threading.Event()
        self._busy = False

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._busy

    @property
    def text(self) -> str:
        """The cells that were pasted last, where no file was read since."""
        return "" if self._path else self._text

    @property
    def path(self) -> Path | None:
        """The file that is read or was read last, None where cells were pasted."""
        return self._path

    def open(self, paths: Sequence[Path]) -> None:
        """Read the first of these files now, the others after it."""
        self._waiting = list(paths)
        self.next()

    def add(self, paths: Sequence[Path]) -> None:
        """Let further files wait behind those that wait already."""
        self._waiting += paths

    def count_waiting(self) -> int:
        """Return how many files wait."""
        return len(self._waiting)

    def next(self) -> bool:
        """Read the next file that waits; False where none does."""
        if not self._waiting:
            return False
        self._path, self._kinds = self._waiting.pop(0), {}
        self._begin()
        return True

    def again(self, kinds: Mapping[str, str] | None = None) -> None:
        """Read the same file or cells once more, some tables taken for something else."""
        self._kinds |= kinds or {}
        if self._path is not None:
            self._begin()
        elif self._text:
            self.open_text(self._text)

    def open_text(self, text: str) -> None:
        """Read pasted cells."""
        self._path, self._text = None, text
        self._start("Membaca tabel yang ditempel …")
        self._ticket = self._lane.side(partial(self._read_text, text), self._got, failed=self._lost)

    def cancel(self) -> None:
        """Stop, and forget the files that wait."""
        self._waiting = []
        self._cancelled.set()
        self._ticket.cancel()
        if self._busy:
            self._busy = False
            self.stopped.emit()

    def _begin(self) -> None:
        if self._path is None:
            return
        more = f" ({len(self._waiting)} berkas lagi menunggu)" if self._waiting else ""
        self._start(f"Membaca {self._path.name}{more} …")
        call = partial(self._read, self._path, dict(self._kinds), self._cancelled.is_set)
        self._ticket = self._lane.side(call, self._got, failed=self._lost)

    def _start(self, words: str) -> None:
        self._cancelled.set()
        self._ticket.cancel()
        self._cancelled = threading.Event()
        self._busy = True
        self.began.emit(words)

    def _got(self, draft: Draft) -> None:
        self._busy = False
        self.done.emit(draft)

    def _lost(self, fault: Fault) -> None:
        self._busy = False
        self.failed.emit(fault)
