"""A photo as large as the window allows, with the next and the one before at the arrow keys."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPixmap, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from smartcity_desktop.domain.photo import LONGEST_EDGE, Photo, Raster
from ui import theme
from ui.lane import Lane, Ticket
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.photo_tile import MISSING, pixmap_of

Content = Callable[[str], bytes | None]
"""Returns the JPEG of a photo by its hash; for the data thread."""
Draw = Callable[[bytes, int, int], Raster | None]
"""Returns a JPEG as pixels that fit a box; for the side pool."""
_SHARE: Final = 0.92
_WAYS: Final = (("Left", -1), ("Right", 1), ("PgUp", -1), ("PgDown", 1))


class _Large(QWidget):
    """The picture, fitted into whatever room there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photo-large")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.picture: QPixmap | None = None
        self.words = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture in the middle, or words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(theme.color("sunken")))
        if self.picture is not None:
            size = self.picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = self.rect()
            place.setSize(size)
            place.moveCenter(self.rect().center())
            painter.drawPixmap(place, self.picture)
        else:
            painter.setPen(QColor(theme.color("text-soft")))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.words)
        painter.end()


class PhotoView(QDialog):
    """Shows the photos of an album one by one."""

    left = Signal(str)
    """The row of the photo that was shown last, when the view is closed."""

    def __init__(
        self, photos: Sequence[Photo], lane: Lane, content: Content, draw: Draw, parent: QWidget
    ) -> None:
        """Take the photos and the ways to their pixels."""
        super().__init__(parent)
        self.setObjectName("photo-view")
        self.setWindowTitle("Foto")
        self._photos, self._lane, self._content, self._draw = photos, lane, content, draw
        self._at = 0
        self._ticket = Ticket()
        self.large = _Large(self)
        self.caption = Label("", "lead", name="photo-view-caption", wrap=True, parent=self)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.number = Label("", "soft", name="photo-view-number", parent=self)
        self.before = Button("Sebelumnya", "photo-view-before", parent=self)
        self.after = Button("Berikutnya", "photo-view-after", parent=self)
        self.away = Button("Tutup", "photo-view-close", "primary", parent=self)
        self.before.clicked.connect(partial(self.step, -1))
        self.after.clicked.connect(partial(self.step, 1))
        self.away.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.number)
        foot.addStretch(1)
        for button in (self.before, self.after, self.away):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.large, 1)
        column.addWidget(self.caption)
        column.addLayout(foot)
        # Shortcuts, as an arrow key on a button would only move the focus.
        for keys, steps in _WAYS:
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.step, steps))
        room = parent.window().size()
        self.resize(round(room.width() * _SHARE), round(room.height() * _SHARE))
        self.away.setFocus()

    def show_photo(self, place: int) -> None:
        """Show the photo at a place (from 0)."""
        self._at = min(max(place, 0), len(self._photos) - 1)
        photo = self._photos[self._at]
        self.number.setText(f"Foto {self._at + 1} dari {len(self._photos)}")
        self.caption.setText(photo.caption)
        self.caption.setVisible(bool(photo.caption.strip()))
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at < len(self._photos) - 1)
        self.setAccessibleName(f"{self.number.text()} {photo.caption}".strip())
        self._ticket.cancel()
        self._ticket = self._lane.data(partial(self._content, photo.picture), self._got)

    def done(self, result: int) -> None:
        """Close, and tell which photo was seen last."""
        self.left.emit(self._photos[self._at].id)
        super().done(result)

    def step(self, steps: int) -> None:
        """Show the next photo, or the one before."""
        self.show_photo(self._at + steps)

    def _got(self, content: bytes | None) -> None:
        if content is None:
            self._drawn(None)
        else:
            call = partial(self._draw, content, LONGEST_EDGE, LONGEST_EDGE)
            self._ticket = self._lane.side(call, self._drawn)

    def _drawn(self, raster: Raster | None) -> None:
        self.large.picture = pixmap_of(raster) if raster is not None else None
        self.large.words = "" if raster is not None else MISSING
        self.large.update()
