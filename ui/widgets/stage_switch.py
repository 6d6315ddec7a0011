"""The stage switch I II III IV that every screen follows."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from smartcity_desktop.domain.wording import stage_name
from ui import theme
from ui.widgets.label import tip


class StageSwitch(QWidget):
    """A button for each stage, of which one is down; the arrow keys move it."""

    chosen = Signal(int)
    """The number of the stage that a person chose."""

    def __init__(self, count: int = 4, parent: QWidget | None = None) -> None:
        """Make ``count`` buttons, the first one down."""
        super().__init__(parent)
        self.setObjectName("stageSwitch")
        self.setAccessibleName("Tahap")
        # Beside long names its numbers are seen whole: the names give way.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._numbers: tuple[int, ...] = ()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self.offer(range(1, count + 1))

    def offer(self, numbers: Iterable[int]) -> None:
        """Make a button for each stage; where the one that is down goes, the last one before it is chosen."""
        wanted = tuple(numbers)
        if not wanted or wanted == self._numbers:
            return
        before = self.number
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._numbers = wanted
        for number in wanted:
            self._add(number)
        now = (
            before if before in wanted else max((item for item in wanted if item < before), default=wanted[0])
        )
        self._group.button(now).setChecked(True)
        if before > 0 and now != before:
            self.chosen.emit(now)

    def has(self, number: int) -> bool:
        """Tell whether there is such a stage."""
        return number in self._numbers

    def _add(self, number: int) -> None:
        button = QPushButton(stage_name(number), self)
        button.setObjectName(f"stage-{number}")
        button.setAccessibleName(f"Tahap {stage_name(number)}")
        button.setCheckable(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        tip(button, f"Tahap {stage_name(number)} (Ctrl+{number})")
        ends = {self._numbers[-1]: "last", self._numbers[0]: "first"}
        theme.set_role(button, "segment", place=ends.get(number, "middle"))
        self._group.addButton(button, number)
        self._row.addWidget(button)
        button.show()

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
        place = self._numbers.index(self.number) + step
        button = (
            self._group.button(self._numbers[place]) if step and 0 <= place < len(self._numbers) else None
        )
        if button is None:
            super().keyPressEvent(event)
            return
        button.setFocus()
        button.click()

    def _clicked(self, number: int) -> None:
        self.chosen.emit(number)
