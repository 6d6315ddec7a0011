"""What a hand or the clipboard brings: files, or a picture; and the welcome that lies over a screen."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.label import Label


def files_in(mime: QMimeData | None) -> list[Path]:
    """Return the files of this laptop that are brought; none of an empty clipboard."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()] if mime else []


def image_in(mime: QMimeData | None) -> QImage | None:
    """Return the picture that is brought, None where it is only the image of a text."""
    if mime is None or not mime.hasImage() or mime.hasFormat("text/plain"):
        return None
    image = mime.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None


def welcome(name: str, parent: QWidget) -> Label:
    """Return the hidden words that lie over ``parent`` while something may be dropped there."""
    words = Label("", "title", name=name, wrap=True, parent=parent)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words.setStyleSheet(
        f"background: {theme.color('accent-soft')}; border: 2px dashed {theme.color('accent')};"
    )
    words.hide()
    return words


class PhotoDrop(QObject):
    """Welcomes photos anywhere on a screen, and lets Ctrl+V in a line of text bring a photo too."""

    files = Signal(object)
    """A list of paths."""
    image = Signal(object)
    """A QImage."""

    def __init__(self, screen: QWidget, line: QWidget) -> None:
        """Watch ``screen`` for what is dropped, and ``line`` for a pasted photo."""
        super().__init__(screen)
        self._screen, self._line = screen, line
        screen.setAcceptDrops(True)
        screen.installEventFilter(self)
        # A line of text would take a dropped file for its address.
        line.setAcceptDrops(False)
        line.installEventFilter(self)
        self.words = welcome("photo-drop", screen)

    def paste(self) -> bool:
        """Take files or a picture from the clipboard; False where it holds none."""
        return self._take(QGuiApplication.clipboard().mimeData())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Welcome, take, let go; leave a pasted photo to the screen."""
        if watched is self._line:
            return isinstance(event, QKeyEvent) and self._is_photo(event)
        if isinstance(event, QDropEvent):
            return self._dragged(event)
        if event.type() == QEvent.Type.DragLeave:
            self.words.hide()
        return False

    def _dragged(self, event: QDropEvent) -> bool:
        brings = bool(files_in(event.mimeData())) or event.mimeData().hasImage()
        if event.type() == QEvent.Type.Drop:
            self.words.hide()
            self._take(event.mimeData())
        elif event.type() == QEvent.Type.DragEnter and brings:
            self.words.setGeometry(self._screen.rect().adjusted(10, 10, -10, -10))
            self.words.raise_()
            self.words.show()
        if brings:
            event.acceptProposedAction()
        return brings

    def _take(self, mime: QMimeData | None) -> bool:
        paths, image = files_in(mime), image_in(mime)
        if paths:
            self.files.emit(paths)
        elif image is not None:
            self.image.emit(image)
        return bool(paths) or image is not None

    @staticmethod
    def _is_photo(event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not event.matches(QKeySequence.StandardKey.Paste):
            return False
        mime = QGuiApplication.clipboard().mimeData()
        if not files_in(mime) and image_in(mime) is None:
            return False
        # Not accepted, so that it is the screen's key and not the line's.
        event.ignore()
        return True
