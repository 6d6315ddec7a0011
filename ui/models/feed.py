"""One worksheet on its way to the projector: what stands on the screen, and the countdown."""

from PySide6.QtCore import QObject, QTimer, Signal

from smartcity_desktop.domain.grid import Grid
from ui.models.countdown import Countdown
from ui.models.grid import GridModel

_CALM_MS = 120


class SheetFeed(QObject):
    """Tells a second screen, in calm steps, what is typed on the first."""

    changed = Signal()

    def __init__(self, model: GridModel, countdown: Countdown, parent: QObject | None = None) -> None:
        """Follow this model."""
        super().__init__(parent)
        self._model = model
        self.countdown = countdown
        self.stage = ""
        self.row = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_CALM_MS)
        self._later.timeout.connect(self.changed)
        model.dataChanged.connect(self.tell)
        model.modelReset.connect(self.tell)
        model.rowsRemoved.connect(self.tell)

    def tell(self) -> None:
        """Tell soon."""
        if not self._later.isActive():
            self._later.start()

    def stand_on(self, row: str) -> None:
        """Say which row the table talks about now."""
        if row != self.row:
            self.row = row
            self.tell()

    def grid(self) -> Grid | None:
        """Return what stands on the first screen now."""
        return self._model.snapshot()

    def far(self) -> tuple[int, int]:
        """Return how many of the rows that count are answered, and how many there are."""
        return self._model.count_done()
