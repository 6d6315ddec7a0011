"""The page of a document as it looks on paper, beside what was read of it."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smartcity_desktop.domain.page_picture import PagePicture
from ui.widgets.button import Button
from ui.widgets.label import ElidedLabel, Label

_STEP, _LEAST, _MOST = 1.25, 1.0, 3.0
_WAITING: Final = "Menggambar halaman {page} …"


class _Paper(QScrollArea):
    """The picture, as wide as its room or wider; keys scroll it, and turn pages at its ends."""

    turned = Signal(int)
    zoomed = Signal(int)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading-paper")
        self.setAccessibleName("Halaman berkas asli")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.picture = Label(name="reading-picture", parent=self)
        self.setWidget(self.picture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages by Page Up and Page Down at the ends of a page, zoom by plus and minus."""
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.zoomed.emit(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.turned.emit(1)
        elif key == Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.turned.emit(-1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that the room is another."""
        super().resizeEvent(event)
        self.resized.emit()


class ReadingPage(QWidget):
    """One page at a time, asked for when it is wanted."""

    page_asked = Signal(int)
    """The number of a page (from 1) whose picture is wanted."""
    page_shown = Signal(bool)
    """A page is there; tells whether it is wider than it is high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a page."""
        super().__init__(parent)
        self.setObjectName("reading-page")
        self._page, self._pages, self._zoom = 1, 0, _LEAST
        self._whole, self._quarters = QPixmap(), 0
        self.keys = ""
        """What is said behind the number of the page: the keys that turn it from elsewhere."""
        self.paper = _Paper(self)
        self.paper.turned.connect(self.turn)
        self.paper.zoomed.connect(self.zoom)
        self.paper.resized.connect(self._fit)
        self.back = self._button("", "reading-page-back", "Halaman sebelumnya", icon="panah-kiri")
        self.forth = self._button("", "reading-page-forth", "Halaman berikutnya", icon="panah-kanan")
        self.smaller = self._button("−", "reading-page-smaller", "Perkecil")
        self.larger = self._button("+", "reading-page-larger", "Perbesar")
        self.round = self._button("⟳", "reading-page-round", "Putar halaman")
        self.round.clicked.connect(self.turn_round)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.forth.clicked.connect(lambda: self.turn(1))
        self.smaller.clicked.connect(lambda: self.zoom(-1))
        self.larger.clicked.connect(lambda: self.zoom(1))
        self.words = ElidedLabel("", "small", name="reading-page-words", parent=self)
        row = QHBoxLayout()
        row.setSpacing(4)
        for part in (self.back, self.forth):
            row.addWidget(part)
        row.addWidget(self.words, 1)
        for part in (self.round, self.smaller, self.larger):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.paper, 1)
        column.addLayout(row)
        self._say("")

    @property
    def page(self) -> int:
        """The page (from 1) that is shown or was asked for."""
        return self._page

    def clear(self) -> None:
        """Forget the pages of the file before."""
        self._page, self._pages, self._zoom = 1, 0, _LEAST
        self._whole, self._quarters = QPixmap(), 0
        self._fit()
        self._say("")

    def ask(self, page: int) -> None:
        """Want this page, unless it is there already."""
        if page == self._page and not self._whole.isNull():
            return
        self._page = page
        self._say(_WAITING.format(page=page))
        self.page_asked.emit(page)

    def show_page(self, page: int, picture: PagePicture) -> None:
        """Show a page that was asked for; one that nobody waits for any more is passed over."""
        if page != self._page:
            return
        self._pages = picture.pages
        self._whole = QPixmap()
        self._whole.loadFromData(picture.content)
        self._fit()
        self.paper.verticalScrollBar().setValue(0)
        self._say(f"Halaman {page} dari {picture.pages}{self.keys}")
        self.page_shown.emit(self._turned().width() > self._turned().height())

    def show_fault(self, sentence: str) -> None:
        """Say why there is no picture."""
        self._whole = QPixmap()
        self._fit()
        self._say(sentence)

    def turn(self, steps: int) -> None:
        """Go so many pages on."""
        page = self._page + steps
        if 1 <= page <= self._pages:
            self.ask(page)

    def zoom(self, steps: int) -> None:
        """Make the page larger or smaller; it is never narrower than its room."""
        self._zoom = min(_MOST, max(_LEAST, self._zoom * _STEP**steps))
        self._fit()
        self._offer()

    def turn_round(self) -> None:
        """Turn the picture by a quarter, to the right: pages often lie on the scanner as they please."""
        self._quarters = (self._quarters + 1) % 4
        self._fit()
        if not self._whole.isNull():
            self.page_shown.emit(self._turned().width() > self._turned().height())

    def scroll_by(self, right: int, down: int) -> None:
        """Move over the page by so many steps of a third of what is seen."""
        for bar, steps in (
            (self.paper.horizontalScrollBar(), right),
            (self.paper.verticalScrollBar(), down),
        ):
            bar.setValue(bar.value() + steps * bar.pageStep() // 3)

    def _turned(self) -> QPixmap:
        return (
            self._whole.transformed(QTransform().rotate(90 * self._quarters))
            if self._quarters
            else self._whole
        )

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self._offer()

    def _offer(self) -> None:
        self.back.setEnabled(self._page > 1)
        self.forth.setEnabled(self._page < self._pages)
        self.smaller.setEnabled(self._zoom > _LEAST)
        self.larger.setEnabled(self._zoom < _MOST)
        self.round.setEnabled(not self._whole.isNull())

    def _fit(self) -> None:
        if self._whole.isNull():
            self.paper.picture.setPixmap(QPixmap())
            self.paper.picture.resize(QSize(0, 0))
            return
        ratio = self.devicePixelRatioF()
        wide = round(self.paper.viewport().width() * self._zoom * ratio)
        shown = self._turned().scaledToWidth(max(1, wide), Qt.TransformationMode.SmoothTransformation)
        shown.setDevicePixelRatio(ratio)
        self.paper.picture.setPixmap(shown)
        self.paper.picture.resize(shown.deviceIndependentSize().toSize())

    def changeEvent(self, event: QEvent) -> None:
        """Keep the page as wide as its room in another type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "paper"):
            self._fit()

    def _button(self, words: str, name: str, spoken: str, *, icon: str = "") -> Button:
        button = Button(words, name, "quiet", icon=icon, parent=self)
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)
        return button
