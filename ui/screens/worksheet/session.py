"""The session that begins brings its worksheet up, or says which one it is where somebody is typing."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.worksheet import Worksheet
from ui.context import Screen
from ui.models.sheet_picture import Picture
from ui.widgets.grid_page import WorksheetPage


class SessionSheet(QObject):
    """Looks at every picture for a session that was not there before."""

    asked = Signal(str)
    """The worksheet of the session is to be shown."""

    def __init__(self, screen: Screen, page: WorksheetPage) -> None:
        """Act for this screen and its page."""
        super().__init__(screen)
        self._screen, self._page = screen, page
        self._has_looked = False
        self._offer = ""
        self.met: RowId = NO_ROW
        """The session that was seen last; it asks for its worksheet once."""

    def follow(self, picture: Picture, *, chosen: bool) -> None:
        """Ask for the worksheet of a session that has begun; ``chosen`` where a person asked for another."""
        first, self._has_looked = not self._has_looked, True
        session, shown = picture.session, picture.wanted.worksheet
        own = next(
            (item for item in picture.all_worksheets if session and item.id == session.worksheet), None
        )
        if own is None or own.id == shown:
            self._withdraw()
        if session is None or session.id == self.met:
            return
        self.met = session.id
        if own is None or own.retired or own.id == shown:
            return
        if first and not own.stands_in(picture.wanted.stage):
            # It ran before anybody looked here, and another stage is looked at.
            return
        if chosen or self._is_typing():
            self._tell(own)
        else:
            self.asked.emit(own.id)

    def _tell(self, worksheet: Worksheet) -> None:
        self._withdraw()
        self._offer = f"Sesi memakai {worksheet.code} {worksheet.title}."
        self._screen.offered.emit(
            self._offer, f"Buka {worksheet.code}", partial(self.asked.emit, worksheet.id)
        )

    def _withdraw(self) -> None:
        if self._offer:
            self._screen.withdrawn.emit(self._offer)
            self._offer = ""

    def _is_typing(self) -> bool:
        if self._page.view.is_editing:
            return True
        focused: QWidget | None = self._screen.focusWidget()
        if isinstance(focused, QLineEdit):
            return bool(focused.text())
        return isinstance(focused, QPlainTextEdit) and bool(focused.toPlainText())
