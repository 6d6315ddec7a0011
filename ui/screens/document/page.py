"""The pages of the file that is being read, as pictures, for the screen Dokumen."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from smartcity_desktop.domain.page_picture import PagePicture
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.renstra import page_picture
from ui.context import Screen
from ui.lane import Ticket
from ui.translate import explain
from ui.widgets.reading import ReadingView
from ui.widgets.reading_flow import ReadingFlow

Paint = Callable[[int, Callable[[], bool]], PagePicture]
"""Paints a page (from 1) in the side pool; the second argument tells whether nobody waits any more."""


class PagePart(QObject):
    """Lets pages be painted one after the other; only the last one that was asked for counts."""

    def __init__(self, host: Screen, reading: ReadingView, flow: ReadingFlow) -> None:
        """Serve the reading of ``host``."""
        super().__init__(host)
        self._host, self._flow = host, flow
        self._view = reading.original.page
        self.paint: Paint | None = None
        """Paints the pages of what was not read from a file; None where the file of ``flow`` is shown."""
        self._ticket = Ticket()
        self._cancelled = threading.Event()
        self._view.page_asked.connect(self._paint)

    def _paint(self, page: int) -> None:
        self._cancelled.set()
        self._ticket.cancel()
        path = self._flow.path
        paint = self.paint or (partial(page_at, path) if path is not None else None)
        if paint is None:
            return
        self._cancelled = threading.Event()
        call = partial(paint, page, self._cancelled.is_set)
        self._ticket = self._host.context.lane.side(call, partial(self._painted, page), failed=self._lost)

    def _painted(self, page: int, picture: PagePicture) -> None:
        self._view.show_page(page, picture)

    def _lost(self, fault: Fault) -> None:
        self._view.show_fault(explain(fault))


def page_at(path: Path, page: int, cancelled: Callable[[], bool]) -> PagePicture:
    """Paint a page of a file where it lies."""
    return page_picture(path, page, cancelled=cancelled)
