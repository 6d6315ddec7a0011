"""The one window of the program: the welcome page, the page of a new workshop, or an open workshop."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from shiboken6 import delete

from ui import theme
from ui.shell.workshop_page import WorkshopPage
from ui.widgets.message_bar import MessageBar, Toast

if TYPE_CHECKING:
    from ui.shell.welcome import Welcome

TITLE = "SmartCity Desktop"
_SMALLEST = (880, 480)
_USUAL = (1366, 720)


class MainWindow(QMainWindow):
    """Shows one page at a time, and asks before it closes."""

    leave_asked = Signal()
    """A person wants to close the window; ``let_go`` allows it."""
    welcomed = Signal(object)
    """The welcome page, when it was built."""

    def __init__(self) -> None:
        """Start with no page at all."""
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(TITLE)
        self.setWindowIcon(theme.icon("aplikasi", "accent"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        self._stack = QStackedWidget(self)
        self._stack.setObjectName("pages-of-window")
        self.setCentralWidget(self._stack)
        self.toast = Toast(self)
        self._may_close = False

    @cached_property
    def welcome(self) -> "Welcome":
        """The first page; built when it is first wanted, a start with a file does without it."""
        from ui.shell.welcome import Welcome

        made = Welcome()
        self._stack.addWidget(made)
        self.welcomed.emit(made)
        return made

    @property
    def is_bare(self) -> bool:
        """Whether no page stands yet: a file is being opened."""
        return not self._stack.count()

    @property
    def page(self) -> QWidget:
        """The page in front."""
        return self._stack.currentWidget() or self.welcome

    @property
    def workshop(self) -> WorkshopPage | None:
        """The open workshop, where one is in front."""
        page = self._stack.currentWidget()
        return page if isinstance(page, WorkshopPage) else None

    def show_page(self, page: QWidget, title: str = "") -> None:
        """Bring a page to the front; every other page but the welcome page is given up."""
        for place in reversed(range(self._stack.count())):
            other = self._stack.widget(place)
            if other is not None and other is not page and other is not self.__dict__.get("welcome"):
                self._stack.removeWidget(other)
                other.deleteLater()
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.name(title)

    def retire_workshop(self) -> None:
        """Give the open workshop up at once, so that nothing on it asks for its file any more."""
        page = self.workshop
        if page is not None:
            self._stack.removeWidget(page)
            delete(page)
        self._stack.setCurrentWidget(self.welcome)
        self.name("")

    def name(self, title: str) -> None:
        """Show a title in the window's own bar."""
        self.setWindowTitle(f"{title} – {TITLE}" if title else TITLE)

    def bar(self) -> MessageBar:
        """Return the message bar of the page in front."""
        bar = getattr(self.page, "bar", None)
        return bar if isinstance(bar, MessageBar) else self.welcome.bar

    def tell(self, words: str, weight: str) -> None:
        """Show a sentence where the person looks."""
        self.bar().tell(words, weight)

    def let_go(self) -> None:
        """Close the window now."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first: everything is written before the window goes."""
        if not self._may_close:
            self.leave_asked.emit()
        # Where nothing is open the answer came at once; Qt takes no second call while one is under way.
        if self._may_close:
            event.accept()
            super().closeEvent(event)
        else:
            event.ignore()
