"""A whole number with its unit, typed or moved with Up and Down."""

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
