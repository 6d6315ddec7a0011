"""The one window of the program: the welcome page, the page of a new workshop, or an open workshop."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from shiboken6 import delete

from ui import theme
from ui.shell.welcome import Welcome
from ui.shell.workshop_page import WorkshopPage
from ui.widgets.message_bar import MessageBar, Toast

TITLE = "SmartCity Desktop"
_SMALLEST = (880, 480)
_USUAL = (1366, 720)


class MainWindow(QMainWindow):
    """Shows one page at a time, and asks before it closes."""

    leave_asked = Signal()
    """A person wants to close the window; ``let_go`` allows it."""

    def __init__(self) -> None:
        """Start with the welcome page."""
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(TITLE)
        self.setWindowIcon(theme.icon("aplikasi", "accent"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        self._stack = QStackedWidget(self)
        self._stack.setObjectName("pages-of-window")
        self.setCentralWidget(self._stack)
        self.welcome = Welcome()
        self._stack.addWidget(self.welcome)
        self.toast = Toast(self)
        self._may_close = False

    @property
    def page(self) -> QWidget:
        """The page in front."""
        return self._stack.currentWidget() or self.welcome

    @property
    def workshop(self) -> WorkshopPage | None:
        """The open workshop, where one is in front."""
        page = self.page
        return page if isinstance(page, WorkshopPage) else None

    def show_page(self, page: QWidget, title: str = "") -> None:
        """Bring a page to the front; every other page but the welcome page is given up."""
        for place in reversed(range(self._stack.count())):
            other = self._stack.widget(place)
            if other is not None and other is not page and other is not self.welcome:
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
