"""What the tabs of Analisis share, and how one is made known before it is built."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.changes import Changes
from ui.context import Command, Screen, Services

EMPTY_PAGE, FULL_PAGE = range(2)
"""The pages of a tab that stands on ``AnalysisTab.set_pages``."""


class AnalysisTab(QWidget):
    """One tab: it reads and writes through the ``host`` that holds it, whose signals are its own.

    The screen calls ``arrive`` when the tab comes to the front, and ``changed`` with what others changed in
    its ``kinds`` while it is there.
    """

    kinds: frozenset[str] = frozenset()
    """Entities this tab shows; empty means all."""

    def __init__(self, host: Screen) -> None:
        """Stand on a screen."""
        super().__init__(host)
        self.host = host
        self.comes = False

    def arrive(self) -> None:
        """Come to the front: read what is to be shown."""

    def changed(self, changes: Changes) -> None:
        """Read again what others changed."""
        del changes
        self.arrive()

    def open_row(self, row: str) -> None:
        """Show and choose this row when the tab comes to the front."""

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return ()

    def take_focus(self) -> None:
        """Give the keyboard to what is gone through first."""

    def set_pages(self, empty: QWidget, full: QWidget) -> QStackedWidget:
        """Fill the tab with what is shown while there is nothing, and with what there is after that."""
        pages = QStackedWidget(self)
        pages.addWidget(empty)
        pages.addWidget(full)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(pages)
        return pages

    def done(self, sentence: str, changed: Changes) -> None:
        """Say what was done where anything was, and read again; what ``Screen.act`` ends in."""
        if changed:
            self.host.said.emit(sentence)
        self.arrive()

    def again(self, _changed: Changes) -> None:
        """Read again; what ``Screen.act`` ends in where nothing needs to be said."""
        self.arrive()

    def show_print(self, kind: str, about: str = "") -> None:
        """Show what stands here as it is printed, with what is being typed."""
        self.host.context.autosave.flush_all()
        self.host.print_asked.emit(kind, about)

    def show_slide(self, kind: str, about: str = "") -> None:
        """Show what stands here on the projector, with what is being typed."""
        self.host.context.autosave.flush_all()
        self.host.slide_asked.emit(kind, about)

    def settled(self) -> None:
        """Take the keyboard where somebody came to the tab; to be called when what was read is shown."""
        if self.comes:
            self.comes = False
            self.take_focus()

    def unfinished(self) -> str:
        """Return in a sentence what stands here and nowhere else, empty where there is nothing."""
        return ""

    def standing(self) -> str:
        """Return the row that is chosen here, for the tab that is built anew in its place."""
        return ""


@dataclass(frozen=True, slots=True)
class TabSpec:
    """One tab: the group it stands in, the key by which it is opened, its words, how it is built."""

    group: str
    key: str
    title: str
    factory: Callable[[Screen, Services], AnalysisTab]
