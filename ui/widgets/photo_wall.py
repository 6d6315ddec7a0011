"""Photos side by side in as many columns as there is room for, reached by arrow keys."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from smartcity_desktop.domain.photo import Photo
from ui import theme
from ui.widgets.photo_tile import MISSING, NARROW, PhotoTile

_GAP: Final = 16
_SIDES: Final = 4


class PhotoWall(QScrollArea):
    """The tiles of one session; one of them is chosen."""

    chosen = Signal(str)
    """The row of the photo that the buttons are about now; empty where there is none."""
    asked = Signal(str, str)
    """``open`` or ``remove``, and the row."""
    shifted = Signal(str, int)
    """A row, and how many places it shall go on."""
    captioned = Signal(str, str)
    """A row and its caption as it is being typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("photo-wall")
        self.setAccessibleName("Foto sesi")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._ground = QWidget(self)
        self._ground.setObjectName("photo-ground")
        theme.set_role(self._ground, "page")
        self._grid = QGridLayout(self._ground)
        self._grid.setContentsMargins(_SIDES, _SIDES, _SIDES, _SIDES)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_GAP)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setWidget(self._ground)
        self._tiles: dict[str, PhotoTile] = {}
        self._order: list[str] = []
        self._current = ""
        self._columns = 0
        self._stop: QWidget | None = None

    def follow(self, stop: QWidget) -> None:
        """Let Tab come to the photos from ``stop``, and go on behind the last caption to what followed it."""
        self._stop = stop

    @property
    def current(self) -> str:
        """The row of the chosen photo, empty where there is none."""
        return self._current

    @property
    def tiles(self) -> list[PhotoTile]:
        """The tiles in order."""
        return [self._tiles[row] for row in self._order]

    def show_photos(self, photos: Sequence[Photo], *, may_write: bool) -> None:
        """Show these photos; tiles that stand stay, with the focus and the caption that is being typed."""
        focused = self._ground.isAncestorOf(self.window().focusWidget())
        at = self._order.index(self._current) if self._current in self._order else -1
        order = [str(item.id) for item in photos]
        gone = [self._tiles.pop(row) for row in self._order if row not in order]
        for number, item in enumerate(photos, start=1):
            tile = self._tiles.get(item.id) or self._new_tile(item)
            tile.show_photo(item, number, may_write=may_write)
        if order != self._order:
            self._order, self._columns = order, 0
            self._arrange()
        if self._current not in self._tiles:
            following = order[min(at, len(order) - 1)] if order and at >= 0 else ""
            self._choose(following)
            if focused and following:
                self._tiles[following].picture.setFocus()
        # Last, as a tile that goes would hand the focus to whichever is next to it.
        for tile in gone:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()

    def show_picture(self, picture: str, shown: QPixmap | None, words: str = MISSING) -> None:
        """Show the picture of a hash wherever it stands, or words where it is lost."""
        for tile in self.tiles:
            if tile.photo.picture == picture:
                tile.picture.show_picture(shown, "" if shown is not None else words)

    def choose(self, row: str) -> bool:
        """Choose a photo and bring it into sight; False where it is not here."""
        tile = self._tiles.get(row)
        if tile is None:
            return False
        tile.picture.setFocus()
        self._choose(row)
        self.ensureWidgetVisible(tile)
        return True

    def write_caption(self, row: str) -> None:
        """Go to the caption of a photo."""
        tile = self._tiles.get(row)
        if tile is not None:
            tile.caption.setFocus()
            tile.caption.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _new_tile(self, photo: Photo) -> PhotoTile:
        row = photo.id
        tile = PhotoTile(photo, self._ground)
        tile.picture.asked.connect(partial(self._asked, row))
        tile.picture.went.connect(partial(self._go, row))
        tile.picture.shifted.connect(partial(self.shifted.emit, row))
        tile.picture.entered.connect(partial(self._choose, row))
        tile.caption.came.connect(partial(self._choose, row))
        tile.caption.edited.connect(partial(self._edited, row))
        tile.caption.entered.connect(partial(self._next_caption, row))
        self._tiles[row] = tile
        return tile

    def _arrange(self) -> None:
        # The room beside the scroll bar, also where there is none yet: tiles do not jump when it comes.
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * _SIDES + _GAP
        columns = max(1, room // (NARROW + _GAP))
        for tile in self.tiles:
            tile.make_room(max(NARROW, room // columns - _GAP))
        if columns == self._columns:
            return
        self._columns = columns
        before = self._stop
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
            tile.show()
            if before is not None:
                QWidget.setTabOrder(before, tile.picture)
            QWidget.setTabOrder(tile.picture, tile.caption)
            before = tile.caption

    def _choose(self, row: str) -> None:
        if row != self._current:
            self._current = row
            for tile in self.tiles:
                tile.picture.choose(chosen=tile.photo.id == row)
            self.chosen.emit(row)
        if row in self._tiles:
            self.ensureWidgetVisible(self._tiles[row])

    def _asked(self, row: str, what: str) -> None:
        if what == "caption":
            self.write_caption(row)
        else:
            self.asked.emit(what, row)

    def _go(self, row: str, key: Qt.Key) -> None:
        at, last = self._order.index(row), len(self._order) - 1
        to = {
            Qt.Key.Key_Left: at - 1,
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_Up: at - self._columns,
            Qt.Key.Key_Down: at + self._columns,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }[key]
        if 0 <= to <= last:
            self.choose(self._order[to])

    def _edited(self, row: str, text: str) -> None:
        self._tiles[row].name_picture()
        self.captioned.emit(row, text)

    def _next_caption(self, row: str) -> None:
        at = self._order.index(row) + 1
        if at < len(self._order):
            self.write_caption(self._order[at])
