"""What a person does with photos on the screen: drop, paste, wait, look."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.ui.frame import turn

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


def carrying(paths=(), *, image=None, text=""):
    mime = QMimeData()
    if paths:
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if image is not None:
        mime.setImageData(image)
    if text:
        mime.setText(text)
    return mime


class Hand:
    def __init__(self, screen, desk, qtbot):
        self.screen, self.desk, self.qtbot = screen, desk, qtbot
        self.photos = screen.photos
        self.album = screen.photos.album
        self.wall = self.album.wall
        self.said, self.warned, self.went = [], [], []
        screen.said.connect(self.said.append)
        screen.warned.connect(self.warned.append)
        screen.go.connect(lambda key, row: self.went.append((key, row)))

    def enter(self, mime):
        event = QDragEnterEvent(QPoint(300, 300), COPY, mime, LEFT, PLAIN)
        QApplication.sendEvent(self.screen, event)
        return event.isAccepted()

    def leave(self):
        QApplication.sendEvent(self.screen, QDragLeaveEvent())

    def drop(self, *paths, mime=None):
        mime = mime or carrying(paths)
        self.enter(mime)
        QApplication.sendEvent(self.screen, QDropEvent(QPointF(300, 300), COPY, mime, LEFT, PLAIN))

    def bring(self, *paths):
        """Drop files and wait until they stand."""
        self.drop(*paths)
        self.settle()

    def settle(self):
        """Wait until nothing is read and everything asked for is shown."""
        for _round in range(8):
            assert self.screen.context.lane.drain(20)
            self.screen.context.bus.deliver()
            turn()
        assert not self.album.flow.is_busy

    def on_data(self, call):
        found = []
        self.screen.context.lane.data(call, found.append)
        assert self.screen.context.lane.drain(10)
        return found[0] if found else None

    def stored(self, session):
        self.screen.context.autosave.flush_all()
        return self.on_data(lambda: self.desk.photo.photos(session))

    def names(self):
        return [tile.photo.source_name for tile in self.wall.tiles]

    def tile(self, name):
        return next(tile for tile in self.wall.tiles if tile.photo.source_name == name)

    def key(self, name, key, modifier=PLAIN):
        self.qtbot.keyClick(self.tile(name).picture, key, modifier)
        self.settle()
