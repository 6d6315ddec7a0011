"""A whole number with its unit, typed or moved with Up and Down."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

_INSET = 7


class NumberEdit(QSpinBox):
    """A spin box without buttons, set like every other line."""

    def __init__(self, name: str, words: str, limits: tuple[int, int], parent: QWidget | None = None) -> None:
        """Take the least and the most as ``limits``; ``words`` are said by a screen reader."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setRange(*limits)
        self.setGroupSeparatorShown(False)
        self.lineEdit().setTextMargins(_INSET, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page below roll: whoever rolls past a number does not mean to change it."""
        event.ignore()

    @property
    def is_begun(self) -> bool:
        """Whether a number is being typed here that has not been taken yet."""
        is_special = bool(self.specialValueText()) and self.value() == self.minimum()
        taken = f"{self.prefix()}{self.textFromValue(self.value())}{self.suffix()}"
        return self.hasFocus() and self.text() != (self.specialValueText() if is_special else taken)
