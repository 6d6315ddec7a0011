"""The pages a plan is typed from: of the file where it lies, else of what the workshop kept of it."""

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from smartcity_desktop.domain.page_picture import PagePicture
from smartcity_desktop.domain.plan_typed import TypedPlan
from smartcity_desktop.errors import Fault
from smartcity_desktop.services.plan_typed import PlanTypedService, SourceFile, page_of
from ui.context import Screen
from ui.lane import Ticket
from ui.screens.document.page import Paint, page_at
from ui.translate import explain
from ui.widgets.reading_page import ReadingPage
from ui.widgets.writing import takes_nothing


class TypedPages(QObject):
    """Lets pages be painted one after the other, and remembers which one was looked at."""

    def __init__(self, host: Screen, service: PlanTypedService) -> None:
        """Paint for this screen."""
        super().__init__(host)
        self._host, self._service = host, service
        self._plan = TypedPlan()
        self._kept: SourceFile | None = None
        self._paper: ReadingPage | None = None
        self._paths: dict[str, Path] = {}
        self._ticket, self._cancelled = Ticket(), threading.Event()

    def serve(self, paper: ReadingPage) -> None:
        """Paint what is asked for here."""
        self._paper = paper
        paper.page_asked.connect(self._paint)

    def know(self, file: SourceFile, path: Path) -> None:
        """Remember where a file lies, as long as the program runs."""
        self._paths[file.digest] = path

    def begin(self, plan: TypedPlan, kept: SourceFile | None) -> None:
        """Paint the pages of this plan from now on, that first which was looked at last."""
        self._plan, self._kept = plan, kept
        if self._paper is not None:
            self._paper.clear()
            if self.paint is not None:
                self._paper.ask(max(1, plan.page or 1))

    @property
    def paint(self) -> Paint | None:
        """What paints a page of the file, None where there is none at hand."""
        path = self._paths.get(self._plan.source_sha256)
        if path is not None:
            return partial(page_at, path)
        return partial(_in, self._kept) if self._kept is not None else None

    def number(self) -> int:
        """Return the page (from 1) that is looked at, 0 where there are none."""
        return self._paper.page if self._paper is not None and self.paint is not None else 0

    def _paint(self, number: int) -> None:
        self._cancelled.set()
        self._ticket.cancel()
        paint = self.paint
        if paint is None:
            return
        self._cancelled = threading.Event()
        call = partial(paint, number, self._cancelled.is_set)
        self._ticket = self._host.context.lane.side(
            call, partial(self._painted, number), failed=partial(self._lost, number)
        )
        if number != self._plan.page and not takes_nothing(self._host):
            self._plan = replace(self._plan, page=number)
            save = partial(self._service.set_page, self._plan.id, number)
            self._host.context.autosave.note(("typed-page", self._plan.id), save, self._host)

    def _painted(self, number: int, picture: PagePicture) -> None:
        if self._paper is not None:
            self._paper.show_page(number, picture)

    def _lost(self, number: int, fault: Fault) -> None:
        if self._kept is not None and self._paths.pop(self._plan.source_sha256, None) is not None:
            # The stick on which the file lies may be out; the workshop keeps a copy.
            self._paint(number)
        elif self._paper is not None:
            self._paper.show_fault(explain(fault))


def _in(file: SourceFile, page: int, cancelled: Callable[[], bool]) -> PagePicture:
    return page_of(file, page, cancelled=cancelled)
