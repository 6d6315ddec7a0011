"""One photo on the screen: its picture with keys of its own, its number, and the line of its caption."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.photo import Photo, Raster
from smartcity_desktop.domain.wording import plan_time
from ui import theme
from ui.widgets.growing_text import GrowingText
from ui.widgets.label import Label, tip

NARROW: Final = 208
"""Width of a tile at least; it grows until the row is full."""
MISSING: Final = "Gambarnya tidak ada di berkas ini. Masukkan fotonya lagi bila masih ada."
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_REMOVE: Final = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_ACROSS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)


def pixmap_of(raster: Raster) -> QPixmap:
    """Return pixels as a picture of the screen."""
    line = 4 * raster.width
    image = QImage(raster.pixels, raster.width, raster.height, line, QImage.Format.Format_RGBX8888)
    return QPixmap.fromImage(image)


class PhotoPicture(QWidget):
    """A picture in its frame; the keys of the album are told from here."""

    asked = Signal(str)
    """``open``, ``remove`` or ``caption``."""
    went = Signal(object)
    """The key (Qt.Key) of an arrow, Home or End: another photo is wanted."""
    shifted = Signal(int)
    """The photo itself shall go so many places on."""
    entered = Signal()
    """The focus came here."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start without a picture."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._picture: QPixmap | None = None
        self._words = ""
        self._chosen = False

    def show_picture(self, picture: QPixmap | None, words: str = "") -> None:
        """Show a picture, or words in its place."""
        self._picture, self._words = picture, words
        self.update()

    @property
    def words(self) -> str:
        """What stands in the place of the picture."""
        return self._words

    @property
    def picture(self) -> QPixmap | None:
        """The picture that is shown."""
        return self._picture

    def choose(self, *, chosen: bool) -> None:
        """Show whether the buttons of the album are about this photo."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, picture, and a frame that tells chosen and focused apart."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(theme.color("sunken")))
        if self._picture is not None:
            size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(QPoint(0, 0), size)
            place.moveCenter(self.rect().center())
            painter.drawPixmap(place, self._picture)
        elif self._words:
            painter.setPen(QColor(theme.color("warning")))
            painter.drawText(self.rect().adjusted(16, 8, -16, -8), _WRAP, self._words)
        strong = self.hasFocus() or self._chosen
        painter.setPen(QPen(QColor(theme.color("focus" if strong else "line")), 3 if self.hasFocus() else 1))
        inset = 1 if self.hasFocus() else 0
        painter.drawRect(self.rect().adjusted(inset, inset, -1 - inset, -1 - inset))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, remove, write the caption, shift, or go on."""
        key = Qt.Key(event.key())
        if key in _ACROSS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(_ACROSS[key])
        elif key in _ENTER:
            self.asked.emit("open")
        elif key in _REMOVE:
            self.asked.emit("remove")
        elif key == Qt.Key.Key_F2:
            self.asked.emit("caption")
        elif key in {*_ACROSS, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.went.emit(key)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show it large."""
        super().mouseDoubleClickEvent(event)
        self.asked.emit("open")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this is the one."""
        super().focusInEvent(event)
        self.entered.emit()


class CaptionText(GrowingText):
    """The caption of a photo; it takes no dropped file for text."""

    came = Signal()
    """The focus came here."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(name, "Keterangan foto", "Tulis keterangan …", parent=parent)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this photo is the one."""
        super().focusInEvent(event)
        self.came.emit()


class PhotoTile(QFrame):
    """A photo with its number, the time it was taken, and its caption."""

    def __init__(self, photo: Photo, parent: QWidget | None = None) -> None:
        """Show a photo whose picture is still to come."""
        super().__init__(parent)
        self.photo = photo
        self.setObjectName(f"photo-{photo.id}")
        self.picture = PhotoPicture(f"photo-picture-{photo.id}", self)
        self.number = Label("", "strong", name=f"photo-number-{photo.id}", parent=self)
        self.time = Label("", "small", name=f"photo-time-{photo.id}", parent=self)
        self.caption = CaptionText(f"photo-caption-{photo.id}", self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.number)
        head.addStretch(1)
        head.addWidget(self.time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.picture)
        column.addLayout(head)
        column.addWidget(self.caption)
        column.addStretch(1)
        self.make_room(NARROW)

    def make_room(self, width: int) -> None:
        """Take this width; the picture's frame is three quarters as high."""
        if width != self.width() or width != self.picture.width():
            self.picture.setFixedSize(width, width * 3 // 4)
            self.setFixedWidth(width)

    def show_photo(self, photo: Photo, number: int, *, may_write: bool) -> None:
        """Show what is known of the photo; a caption that is being typed stays as it is."""
        self.photo = photo
        self.number.setText(f"Foto {number}")
        self.time.setText(f"diambil {plan_time(photo.made_at)}" if photo.made_at else "")
        tip(self.picture, photo.source_name)
        self.caption.setReadOnly(not may_write)
        if not self.caption.hasFocus():
            self.caption.show_text(photo.caption)
        self.name_picture()

    def name_picture(self) -> None:
        """Let a screen reader say number and caption."""
        words = self.caption.toPlainText().strip()
        self.picture.setAccessibleName(f"{self.number.text()}: {words}" if words else self.number.text())
