"""Parts beside each other, those that act at the right; with large type in as many lines as they need."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP: Final = 10


class FlowRow(QWidget):
    """Shows every part whole: none is cut and none is squeezed, whatever the size of type."""

    def __init__(
        self,
        left: Sequence[QWidget],
        right: Sequence[QWidget] = (),
        parent: QWidget | None = None,
        *,
        gap: int = _GAP,
    ) -> None:
        """Hold these parts in their order; ``right`` ones stand at the right edge where all fit one line.

        ``gap`` are the pixels between them.
        """
        super().__init__(parent)
        self._gap = gap
        self._left, self._right = list(left), list(right)
        for part in (*self._left, *self._right):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of the widest part, and the height of all lines."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the room of the widest part, and the height of all lines."""
        places = self._places()
        wide = max((part.sizeHint().width() for part, _ in places), default=0)
        return QSize(wide, max((place.bottom() for _, place in places), default=-1) + 1)

    def event(self, event: QEvent) -> bool:
        """Lay out anew when a part becomes another size, or is shown or hidden."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._lay()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        places = self._places()
        for part, place in places:
            part.setGeometry(place)
        high = max((place.bottom() for _, place in places), default=-1) + 1
        if high != self.minimumHeight():
            self.setFixedHeight(high)

    def _places(self) -> list[tuple[QWidget, QRect]]:
        shown = [part for part in (*self._left, *self._right) if not part.isHidden()]
        sizes = [part.sizeHint() for part in shown]
        high = max((size.height() for size in sizes), default=0)
        needed = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        spare = max(self.width() - needed, 0)
        places: list[tuple[QWidget, QRect]] = []
        left = top = 0
        right = [size.width() for part, size in zip(shown, sizes, strict=True) if part in self._right]
        acting = sum(right) + self._gap * (len(right) - 1)
        for place, (part, size) in enumerate(zip(shown, sizes, strict=True)):
            # Those at the right stay together where a line has room for all of them.
            begins = place == len(shown) - len(right) and acting <= self.width()
            if left and left + (acting if begins else size.width()) > self.width():
                left, top = 0, top + high + self._gap
            if spare and part in self._right:
                left, spare = left + spare, 0
            places.append((part, QRect(left, top, size.width(), high)))
            left += size.width() + self._gap
        return places
