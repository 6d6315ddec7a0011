"""The frame of the screen Dokumen: its pages, its notices, and the welcome of dropped files."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.translate import worded
from ui.widgets.agency_parts import AgencyPartsPage
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.frame_page import FramePage
from ui.widgets.frame_preview import FramePreviewPage
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.photo_drop import welcome
from ui.widgets.plan_tree import PlanPanel
from ui.widgets.plan_tree_shelf import OpdShelf
from ui.widgets.progress import Progress
from ui.widgets.reading import ReadingView
from ui.widgets.reading_notice import FaultNotice, LostNotice
from ui.widgets.register_page import RegisterPage
from ui.widgets.source_bar import SourceBar
from ui.widgets.typing_offer import TypingOffer
from ui.widgets.writing import for_writing

RENSTRA, POINTS, READING, REGISTER, AGENCIES, PREVIEW = range(6)
NOTHING, PLAN, NO_OPD = range(3)
_DROP: Final = "Lepaskan berkas untuk membacanya"
_SEGMENTS: Final = (
    ("Renstra OPD", "document-renstra", RENSTRA),
    ("RPJMD / RPD", "document-rpjmd", POINTS),
    ("Daftar dokumen", "document-register", REGISTER),
)
_ROOMY: Final = 20
_READABLE: Final = frozenset({RENSTRA, POINTS})
"""Pages to which files and pasted tables are brought."""
_LOOKED: Final = frozenset({READING, AGENCIES, PREVIEW})
"""Pages on which a file is being looked at."""


class DocumentFrame(QWidget):
    """Three pages to choose from, and another while a file is being looked at."""

    file_asked = Signal()
    paste_asked = Signal()
    type_asked = Signal()
    """A plan shall be typed over from paper or a picture."""
    opds_asked = Signal()
    dropped = Signal(object)
    """A list of paths."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the pages, empty."""
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.shelf, self.plan = OpdShelf(self), PlanPanel(self)
        self.points, self.reading = FramePage(self), ReadingView(self)
        self.register, self.agencies = RegisterPage(self), AgencyPartsPage(self)
        self.preview = FramePreviewPage(self)
        self.source = SourceBar(self)
        self.progress = Progress("reading-progress", self)
        self.fault, self.lost, self.offer = FaultNotice(self), LostNotice(self), TypingOffer(self)
        self._typing: QWidget | None = None
        self.fault.other_file.connect(self.file_asked)
        self.fault.paste.connect(self.paste_asked)
        self.plan.read_again.connect(self.file_asked)
        self.points.file_asked.connect(self.file_asked)
        self.points.paste_asked.connect(self.paste_asked)
        self.pages, self.right = QStackedWidget(self), QStackedWidget(self)
        self._lay_out()
        self.drop = welcome("document-drop", self)
        self.drop.setText(_DROP)
        self.keys: dict[str, QShortcut] = {}
        for keys, call in (("Ctrl+V", self._paste_key), ("Ctrl+O", self.file_asked.emit)):
            shortcut = self.keys[keys] = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)
        self.show_page(RENSTRA)

    @property
    def is_reading(self) -> bool:
        """Whether a file is being looked at."""
        return self.pages.currentIndex() in _LOOKED

    @property
    def is_typing(self) -> bool:
        """Whether the page is in front on which a plan is typed."""
        return self._typing is not None and self.pages.currentWidget() is self._typing

    def add_typing(self, page: QWidget) -> None:
        """Take in the page on which a plan is typed; it is built when it is first wanted."""
        self._typing = page
        self.pages.addWidget(page)

    def show_typing(self, name: str) -> None:
        """Show the page on which a plan is typed, and from what."""
        if self._typing is not None:
            self.show_page(self.pages.indexOf(self._typing))
            self.title.setText("Ketik Renstra")
            self.file_name.setText(name)

    def show_page(self, place: int) -> None:
        """Show one of the pages: RENSTRA, POINTS, READING, REGISTER, AGENCIES, PREVIEW."""
        self.pages.setCurrentIndex(place)
        reading = place in _LOOKED or self.is_typing
        # The grid takes what is pasted itself.
        self.keys["Ctrl+V"].setEnabled(not self.is_typing)
        self.offer.allow(on=place == RENSTRA)
        for button, (_words, _name, page) in zip(self.segments, _SEGMENTS, strict=True):
            button.setVisible(not reading)
            button.setChecked(page == place)
        self.paste.setText("Tempel" if place == POINTS else "Tempel dari Excel")
        self.paste.setVisible(place in _READABLE)
        self.type.setVisible(place == RENSTRA)
        self.open_button.setVisible(place in _READABLE)
        self.title.setText("Baca berkas" if reading else "Dokumen")
        self.file_name.setVisible(reading)
        self.source.setVisible(place in _LOOKED)
        self.source.allow_looking(on=place == READING)
        if place != RENSTRA:
            self.lost.hide()
        if place == POINTS:
            self.points.take_focus()
        if place == REGISTER:
            self.register.table.setFocus()

    def say_nothing(self, words: str) -> None:
        """Show that the chosen agency has no Renstra."""
        self.nothing.title.setText(words)
        self.right.setCurrentIndex(NOTHING)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.drop.raise_()
            self.drop.show()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Let them go again."""
        self.drop.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over the files that were dropped."""
        self.drop.hide()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self.dropped.emit(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the welcome over the whole screen."""
        super().resizeEvent(event)
        self.drop.setGeometry(self.rect().adjusted(10, 10, -10, -10))

    def _paste_key(self) -> None:
        place = self.pages.currentIndex()
        if place in _READABLE and not (place == POINTS and self.points.paste_here()):
            self.paste_asked.emit()

    def _head(self) -> QHBoxLayout:
        self.title = Label("Dokumen", "title", parent=self)
        self.file_name = ElidedLabel("", "soft", name="document-file", parent=self)
        self.segments: list[Button] = []
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.title)
        head.addSpacing(14)
        for (words, name, page), side in zip(_SEGMENTS, ("first", "middle", "last"), strict=True):
            button = Button(worded(words), name, parent=self)
            button.setCheckable(True)
            theme.set_role(button, "segment", place=side)
            button.clicked.connect(partial(self.show_page, page))
            self.segments.append(button)
            head.addWidget(button)
        # The name takes the room; without one what follows stands at the right all the same.
        head.addWidget(self.file_name, _ROOMY)
        head.addStretch(1)
        self.paste = Button("Tempel dari Excel", "document-paste", parent=self)
        self.paste.clicked.connect(self.paste_asked)
        self.type = Button("Ketik", "document-type", "quiet", parent=self)
        self.type.setAccessibleName("Ketik Renstra dari kertas atau gambar")
        tip(self.type, "Ketik Renstra dari kertas atau gambar")
        self.type.clicked.connect(self.type_asked)
        self.open_button = Button("Baca berkas", "document-open", "primary", parent=self)
        self.open_button.clicked.connect(self.file_asked)
        head.addWidget(self.type)
        head.addSpacing(8)
        head.addWidget(self.paste)
        head.addSpacing(8)
        head.addWidget(self.open_button)
        head.addWidget(self.source)
        return head

    def _renstra_page(self) -> QWidget:
        self.nothing = EmptyState(
            "Renstra belum dibaca",
            worded(
                "Pilih berkas dari OPD (Excel, Word, PDF, halaman web, CSV), seret berkasnya ke layar ini, "
                "atau tempel tabelnya. Tidak ada yang disimpan sebelum Anda memakai hasil bacanya."
            ),
            ("Baca berkas", "Tempel dari Excel"),
            name="document-nothing",
            parent=self,
        )
        self.nothing.first.connect(self.file_asked)
        self.nothing.second.connect(self.paste_asked)
        self.no_opd = EmptyState(
            worded("Belum ada OPD"),
            worded(
                "Renstra disimpan pada OPD-nya. Tambahkan dahulu OPD yang ada di meja, atau baca berkasnya: "
                "OPD bisa ditambahkan dari nama di dalam berkas."
            ),
            (worded("Ke daftar OPD"), "Baca berkas"),
            name="document-no-opd",
            parent=self,
        )
        self.no_opd.first.connect(self.opds_asked)
        self.no_opd.second.connect(self.file_asked)
        for page in (self.nothing, self.plan, self.no_opd):
            self.right.addWidget(page)
        sides = QSplitter(Qt.Orientation.Horizontal, self)
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(12)
        sides.addWidget(self.shelf)
        sides.addWidget(self.right)
        sides.setSizes([250, 900])
        sides.setStretchFactor(0, 0)
        sides.setStretchFactor(1, 1)
        return sides

    def _lay_out(self) -> None:
        head = self._head()
        looked = (self.reading, self.register, self.agencies, self.preview)
        for page in (self._renstra_page(), self.points, *looked):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.progress)
        column.addWidget(self.fault)
        column.addWidget(self.lost)
        column.addWidget(self.offer)
        column.addWidget(self.pages, 1)
        for_writing(self.paste, self.open_button, *self.nothing.buttons, self.no_opd.buttons[1])
        for_writing(self.reading.use, self.fault.type, self.type)
