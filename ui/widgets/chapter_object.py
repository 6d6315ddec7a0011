"""What a chapter shows as one solid block: a part that fills itself from the data, or a picture."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QImage,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from ui import theme
from ui.models.chapter_text import OBJECT_KEY

_EDGE: Final = 12
_RADIUS: Final = 6
_STRIPE: Final = 4
_LEAST: Final = 160
_WIDEST_PICTURE: Final = 560
_TALLEST_PICTURE: Final = 420


@dataclass(frozen=True, slots=True)
class PartFace:
    """What is said of a part: what it is ("Tabel"), its title, and how much it shows just now."""

    what: str
    title: str
    note: str = ""
    known: bool = True

    def words(self) -> str:
        """Return all of it in one line."""
        return " · ".join(part for part in (f"{self.what}: {self.title}", self.note) if part)


@dataclass(frozen=True, slots=True)
class PictureFace:
    """A picture, and what stands below it; no picture while it is being read."""

    image: QImage | None = None
    caption: str = ""
    lost: bool = False


class PartObject(QPyTextObject):
    """Paints parts over the whole width of the text."""

    def __init__(
        self, face_of: Callable[[str], PartFace], is_here: Callable[[int], bool], parent: QObject
    ) -> None:
        """``face_of`` tells what is said of a part by its key, ``is_here`` whether it is in hand."""
        super().__init__(parent)
        self._face_of = face_of
        self._is_here = is_here

    def intrinsicSize(self, doc: QTextDocument, _place: int, _form: QTextFormat) -> QSizeF:
        """Return the room of two lines."""
        strong, small = _metrics()
        return QSizeF(_room(doc), strong.lineSpacing() + small.lineSpacing() + 2 * _EDGE)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _doc: QTextDocument, place: int, form: QTextFormat
    ) -> None:
        """Paint what it is and its title, below it that it fills itself."""
        rect = QRectF(rect)
        face = self._face_of(str(form.property(OBJECT_KEY) or ""))
        ink = "accent" if face.known else "warning"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme.color(ink)), 2.5 if self._is_here(place) else 1))
        painter.setBrush(QColor(theme.color("accent-soft" if face.known else "warning-soft")))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.fillRect(QRectF(box.left() + 1, box.top() + 6, _STRIPE, box.height() - 12), theme.color(ink))
        strong, small = _metrics()
        inner = rect.adjusted(_EDGE + _STRIPE, _EDGE, -_EDGE, -_EDGE)
        right = Qt.TextElideMode.ElideRight
        painter.setPen(QColor(theme.color("text")))
        painter.setFont(theme.font("base", bold=True))
        title = strong.elidedText(f"{face.what}: {face.title}", right, int(inner.width()))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop), title)
        painter.setPen(QColor(theme.color("text-soft")))
        painter.setFont(theme.font("small"))
        note = small.elidedText(face.note, right, int(inner.width()))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom), note)
        painter.restore()


class PictureObject(QPyTextObject):
    """Paints pictures no wider than the text, with the caption below."""

    def __init__(self, face_of: Callable[[str], PictureFace], parent: QObject) -> None:
        """``face_of`` tells the picture of a row."""
        super().__init__(parent)
        self._face_of = face_of

    def intrinsicSize(self, doc: QTextDocument, _place: int, form: QTextFormat) -> QSizeF:
        """Return the room of picture and caption."""
        face = self._face_of(str(form.property(OBJECT_KEY) or ""))
        return QSizeF(_room(doc), _picture_size(doc, face).height() + _caption_room() + _EDGE)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, _place: int, form: QTextFormat
    ) -> None:
        """Paint the picture in the middle, or an empty frame while there is none."""
        rect = QRectF(rect)
        face = self._face_of(str(form.property(OBJECT_KEY) or ""))
        size = _picture_size(doc, face)
        box = QRectF(rect.left() + (rect.width() - size.width()) / 2, rect.top(), size.width(), size.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        middle = int(Qt.AlignmentFlag.AlignCenter)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.color("text-soft")))
        if face.image is None:
            painter.fillRect(box, QColor(theme.color("sunken")))
            painter.drawRect(box)
            painter.drawText(box, middle, "Gambar tidak ditemukan" if face.lost else "Membaca gambar …")
        else:
            painter.drawImage(box, face.image)
        below = QRectF(rect.left(), box.bottom() + 4, rect.width(), _caption_room())
        words = face.caption or "Belum ada keterangan. Enter menulisnya."
        caption = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(below.width()))
        painter.drawText(below, middle, caption)
        painter.restore()


def _metrics() -> tuple[QFontMetrics, QFontMetrics]:
    return QFontMetrics(theme.font("base", bold=True)), QFontMetrics(theme.font("small"))


def _caption_room() -> float:
    return QFontMetrics(theme.font("small")).lineSpacing() + 4.0


def _room(document: QTextDocument) -> float:
    return max(_LEAST, document.textWidth() - 2 * document.documentMargin() - 2)


def _picture_size(document: QTextDocument, face: PictureFace) -> QSizeF:
    wide = min(_room(document), _WIDEST_PICTURE)
    if face.image is None or face.image.isNull():
        return QSizeF(wide, 120)
    size = QSizeF(face.image.size())
    limits = QSizeF(wide, _TALLEST_PICTURE)
    if size.width() <= wide and size.height() <= _TALLEST_PICTURE:
        return size
    return size.scaled(limits, Qt.AspectRatioMode.KeepAspectRatio)
