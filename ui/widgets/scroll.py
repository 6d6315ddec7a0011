"""A part of a page that scrolls up and down by itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scroll_area(ground: QWidget, name: str, parent: QWidget | None = None) -> QScrollArea:
    """Return an area without frame that holds ``ground`` and is never scrolled sideways.

    The keyboard goes to what lies in it, not to the area.
    """
    area = QScrollArea(parent)
    area.setObjectName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(ground)
    return area
