"""While the hall looks, windows of this program open on the laptop and nowhere else."""

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget


class Guard(QObject):
    """Moves dialogs, menus and tooltips away from the screen of the hall as they are shown."""

    def __init__(self, hall: QWidget, home: QWidget) -> None:
        """``hall`` is the projector's window, ``home`` the laptop's."""
        super().__init__(hall)
        self._hall, self._home = hall, home
        self._is_on = False

    def turn(self, *, on: bool) -> None:
        """Watch or rest; there is nothing to watch where both share one screen."""
        application = QApplication.instance()
        if application is None or on == self._is_on:
            return
        self._is_on = on
        if on:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every window that is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._keep_home(watched)
            # Some are put into their place only after they are shown.
            QTimer.singleShot(0, watched, lambda: self._keep_home(watched))
        return False

    def _keep_home(self, shown: QWidget) -> None:
        home, hall = self._home.screen(), self._hall.screen()
        if shown in {self._hall, self._home} or home is hall or not self._is_on:
            return
        if screen_at(shown) is hall:
            room = home.availableGeometry()
            shown.move(room.center() - QPoint(shown.width() // 2, shown.height() // 2))


def screen_at(shown: QWidget) -> QScreen | None:
    """Return the screen on which the middle of a window lies."""
    return QGuiApplication.screenAt(shown.frameGeometry().center())
