"""Pengaturan, Tentang program, Cek Sebelum Acara where no workshop is open: the same screens, a way back."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartcity_desktop.domain.ids import Clock
from ui import theme
from ui.context import Context, Screen
from ui.shell.keys import Keys
from ui.shell.manual import SHORTCUTS, Manual
from ui.widgets.button import Button
from ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from smartcity_desktop.services.preflight import Asked

SETTINGS: Final = "settings"
ABOUT: Final = "about"
PREFLIGHT: Final = "preflight"
TITLES: Final = {SETTINGS: "Pengaturan", ABOUT: "Tentang program", PREFLIGHT: "Cek Sebelum Acara"}
_MANUALS: Final = {PREFLIGHT: "cek"}
_MANUAL: Final = "pengaturan"


class ApartPage(QWidget):
    """One of these screens at a time; Esc goes back to the welcome page."""

    back_asked = Signal()

    def __init__(self, context: Context, clock: Clock, parent: QWidget | None = None) -> None:
        """Build the screens; ``go`` shows one."""
        from ui.screens.about import AboutScreen
        from ui.screens.preflight import PreflightScreen
        from ui.screens.settings import SettingsScreen

        super().__init__(parent)
        self.setObjectName("apartPage")
        theme.set_role(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = Button("Kembali", "apart-back", icon="panah-kiri", parent=self)
        self.bar = MessageBar("apart-message", self)
        self._context, self._clock = context, clock
        self.screens: dict[str, Screen] = {
            SETTINGS: SettingsScreen(context),
            ABOUT: AboutScreen(context),
            PREFLIGHT: PreflightScreen(context, self._asked),
        }
        self._stack = QStackedWidget(self)
        self._stack.setObjectName("apart-stack")
        for screen in self.screens.values():
            screen.go.connect(self.go)
            screen.said.connect(partial(self.bar.tell, weight="info"))
            screen.warned.connect(partial(self.bar.tell, weight="warning"))
            self._stack.addWidget(screen)
        self.keys = Keys(
            self,
            {
                "Esc": self._leave,
                "F1": self._show_own_manual,
                "?": partial(self._show_manual, SHORTCUTS),
                "Ctrl+,": partial(self.go, SETTINGS),
            },
        )
        self._lay_out()
        self.back.clicked.connect(self._leave)

    @property
    def current(self) -> Screen:
        """The screen in front."""
        screen = self._stack.currentWidget()
        return screen if isinstance(screen, Screen) else self.screens[SETTINGS]

    def go(self, key: str, row: str = "") -> None:
        """Bring one of them to the front; everything else belongs to an open workshop."""
        if key not in self.screens:
            return
        screen = self.screens[key]
        if screen is not self.current:
            self.hand_in()
        self._stack.setCurrentWidget(screen)
        screen.arrive()
        if row:
            screen.open_row(row)

    def _asked(self) -> "Asked":
        from smartcity_desktop.services.preflight import Asked

        settings = self._context.settings
        return Asked(settings.places, self._clock, settings.value.paper)

    def hand_in(self) -> None:
        """Let the screen in front take what is still being typed."""
        self.current.leave()

    def _leave(self) -> None:
        unfinished = self.current.unfinished()
        if unfinished:
            self.bar.tell(f"{unfinished} Tunggu sebentar, lalu kembali.", "info")
            return
        self.hand_in()
        self.back_asked.emit()

    def _show_own_manual(self) -> None:
        shown = next(key for key, screen in self.screens.items() if screen is self.current)
        self._show_manual(_MANUALS.get(shown, _MANUAL))

    def _show_manual(self, name: str) -> None:
        manual = Manual(name, self)
        manual.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        manual.about_asked.connect(partial(self.go, ABOUT))
        manual.open()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 0)
        row.addWidget(self.back)
        row.addWidget(self.bar, 1)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
