"""The stage switch I II III IV that every screen follows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from smartcity_desktop.domain.wording import stage_name
from ui import theme
from ui.widgets.label import tip


class StageSwitch(QWidget):
    """Four buttons of which one is down; the arrow keys move it."""

    chosen = Signal(int)
    """The number of the stage that a person chose."""

    def __init__(self, count: int = 4, parent: QWidget | None = None) -> None:
        """Make ``count`` buttons, the first one down."""
        super().__init__(parent)
        self.setObjectName("stageSwitch")
        self.setAccessibleName("Tahap")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for number in range(1, count + 1):
            button = QPushButton(stage_name(number), self)
            button.setObjectName(f"stage-{number}")
            button.setAccessibleName(f"Tahap {stage_name(number)}")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            tip(button, f"Tahap {stage_name(number)} (Ctrl+{number})")
            theme.set_role(button, "segment", place={1: "first", count: "last"}.get(number, "middle"))
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.button(1).setChecked(True)
        self._group.idClicked.connect(self._clicked)

    @property
    def number(self) -> int:
        """The stage that is shown."""
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        """Show another stage without telling anybody."""
        button = self._group.button(number)
        if button is not None:
            button.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        button = self._group.button(self.number + step) if step else None
        if button is None:
            super().keyPressEvent(event)
            return
        button.setFocus()
        button.click()

    def _clicked(self, number: int) -> None:
        self.chosen.emit(number)
