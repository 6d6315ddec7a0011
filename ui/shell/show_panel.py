"""The panel "Tayangkan": every slide there is, what the hall sees now, and the screen it is shown on."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from html import escape
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain import hall
from smartcity_desktop.domain.hall import Offer, Place, Slide
from smartcity_desktop.settings import HALL_SIZES
from ui import theme
from ui.context import Context, Services
from ui.projector.page import TYPE_KEYS, HallPage
from ui.projector.screens import choices
from ui.projector.slide import SlidePage
from ui.projector.thumb import Thumbnail
from ui.shell.manual import Manual
from ui.shell.showing import Key, Showing, read_place
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import ElidedLabel, Label, tip

_WIDE: Final = 760
_HIGH: Final = 520
_TOP: Final = 52
_SHEET: Final = "sheet"
_SHEETS: Final = Offer(_SHEET, "", "Lembar kertas kerja", "yang terbuka di Kertas Kerja")
_COVERED: Final = "NIP, nomor HP, surel, dan alamat berkas tertutup (…) di layar peserta."
_MANUAL: Final = "proyektor"
_EDGE: Final = 14
_BOX: Final = 48
_PREVIEW: Final = QSize(1366, 768)
_PAGE_HINT: Final = "PgUp, PgDn"
_PAGE_KEYS: Final = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class _Lines(QStyledItemDelegate):
    """Lines as wide as the list: a long one ends in an ellipsis."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, super().sizeHint(option, index).height())


class ShowPanel(QFrame):
    """Lies over the window; Enter shows what is chosen, Esc closes the panel and nothing else."""

    def __init__(self, showing: Showing, services: Services, context: Context, window: QWidget) -> None:
        """Build the panel; it is filled when it opens."""
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName("Pilih yang ditayangkan")
        self._showing, self._services, self._context = showing, services, context
        self._offers: list[Offer] = []
        self._before: QWidget | None = None
        self._place: Place | None = None
        self._chosen = SlidePage()
        self._chosen.setParent(self)
        self._chosen.hide()
        self._chosen.resize(_PREVIEW)
        self._has_chosen = False
        self.list = QListWidget(self)
        self.text = QPlainTextEdit(self)
        self.preview = Thumbnail(self._preview, "show-preview", self)
        self.live = Thumbnail(self._live, "show-live", self)
        self.state = ElidedLabel("", "small", name="show-state", parent=self)
        self.show_it = Button("Tayangkan", "show-it", "primary", parent=self)
        self.dark = Button("Gelapkan layar", "show-dark", "quiet", parent=self)
        self.hold = Button("Tahan tayangan", "show-hold", "quiet", parent=self)
        self.end = Button("Hentikan tayangan", "show-end", "quiet", parent=self)
        self.follow = QCheckBox("Ikuti layar di laptop", self)
        self.screen_box = ChoiceBox(self)
        self.size_box = ChoiceBox(self)
        self._covered = Label(_COVERED, "small", wrap=True, parent=self)
        self._lay_out()
        self._connect()
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the panel with everything that can be shown now."""
        self._before = self.window().focusWidget()
        self._fill_boxes()
        self._put()
        self.show()
        self.raise_()
        self.list.setFocus()
        self._showing.offers(self._show_offers)
        self._context.lane.data(
            partial(_read_text, self._services, self._showing.stage_number), self._show_text
        )
        self._turned()

    def close_panel(self) -> None:
        """Close the panel and give the focus back; the hall goes on to see what it sees."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()

    @property
    def chosen(self) -> Offer | None:
        """What is chosen in the list."""
        row = self.list.currentRow()
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def take(self) -> None:
        """Show what is chosen; while the picture is held it is prepared."""
        offer = self.chosen
        if offer is None:
            return
        self._context.autosave.flush_all()
        if offer.kind == _SHEET:
            self._showing.show_sheet()
        else:
            self._showing.show(*offer.key)

    def _double(self, _item: QListWidgetItem) -> None:
        self.take()

    # Building

    def _name(self) -> None:
        self.list.setObjectName("show-list")
        self.list.setAccessibleName("Yang bisa ditayangkan")
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setObjectName("show-text")
        self.text.setAccessibleName("Teks untuk peserta")
        self.text.setPlaceholderText("Tulis teks untuk peserta")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.scaled(96))
        self.preview.setAccessibleName("Pilihan ini")
        self.live.setAccessibleName("Dilihat peserta")
        self.follow.setObjectName("show-follow")
        tip(self.follow, "Tayangan berganti bila Anda membuka layar lain yang punya tayangan.")
        self.screen_box.setObjectName("show-screen")
        self.screen_box.setAccessibleName("Layar untuk peserta")
        self.size_box.setObjectName("show-size")
        self.size_box.setAccessibleName("Huruf tayangan")
        for button in (self.dark, self.hold):
            button.setCheckable(True)

    def _lay_out(self) -> None:
        self._name()
        left = QVBoxLayout()
        for part in (Label("Tayangkan", "title", parent=self), self.list, self.text, self._covered):
            left.addWidget(part, 1 if part is self.list else 0)
        right = QVBoxLayout()
        right.addWidget(Label("Pilihan ini", "soft", parent=self))
        right.addWidget(self.preview)
        right.addSpacing(6)
        right.addWidget(Label("Dilihat peserta", "soft", parent=self))
        right.addWidget(self.live)
        right.addWidget(self.state)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(left, 1)
        middle.addLayout(right)
        settings = QHBoxLayout()
        settings.addWidget(Label("Layar", "soft", parent=self))
        settings.addWidget(self.screen_box, 1)
        settings.addWidget(Label("Huruf", "soft", parent=self))
        settings.addWidget(self.size_box)
        settings.addWidget(self.follow)
        buttons = QHBoxLayout()
        for button in (self.show_it, self.dark, self.hold, self.end):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(10)
        column.addLayout(middle, 1)
        column.addLayout(settings)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemDoubleClicked.connect(self._double)
        self.list.installEventFilter(self)
        self.text.textChanged.connect(self._typed)
        self.show_it.clicked.connect(self.take)
        self.dark.clicked.connect(self._showing.turn_dark)
        self.hold.clicked.connect(self._showing.turn_held)
        self.end.clicked.connect(self._showing.stop)
        self.follow.toggled.connect(self._showing.set_follows)
        self.screen_box.activated.connect(self._set_screen)
        self.size_box.activated.connect(self._set_size)
        self._showing.changed.connect(self._turned)

    def _fill_boxes(self) -> None:
        settings = self._context.settings.value
        self.screen_box.clear()
        self.screen_box.addItem("Otomatis (layar kedua)", "")
        for name, words in choices(self.window().screen()):
            self.screen_box.addItem(words, name)
        place = self.screen_box.findData(settings.projector_screen)
        if place < 0:
            words = f"{settings.projector_screen} (tidak terpasang)"
            self.screen_box.addItem(words, settings.projector_screen)
            place = self.screen_box.count() - 1
        self.screen_box.setCurrentIndex(place)
        self.size_box.clear()
        for size in HALL_SIZES:
            self.size_box.addItem(f"{round(size * 100)}%", size)
        # The frame and the arrow of a box in our style are not in what Qt thinks it needs.
        wide = self.size_box.fontMetrics().horizontalAdvance(self.size_box.itemText(0) + "0")
        self.size_box.setMinimumWidth(wide + theme.scaled(_BOX))
        self.size_box.setCurrentIndex(HALL_SIZES.index(settings.projector_size))
        self.follow.setChecked(self._showing.follows)

    def _put(self) -> None:
        window = self.parentWidget()
        if window is not None:
            wide = min(theme.scaled(_WIDE), window.width() - 24)
            high = min(theme.scaled(_HIGH), window.height() - _TOP - 8)
            high = max(high, self.minimumSizeHint().height())
            self.setGeometry(window.width() - wide - 12, _TOP, wide, high)

    # What stands in it

    def _show_offers(self, offers: Sequence[Offer]) -> None:
        self._offers = list(offers)
        if self._showing.has_sheets:
            self._offers.insert(1, _SHEETS)
        wanted = self._showing.shown or self._showing.last
        place = next((at for at, item in enumerate(self._offers) if item.key == wanted), 0)
        with QSignalBlocker(self.list):
            self.list.clear()
            for offer in self._offers:
                words = f"{offer.words} · {offer.hint}" if offer.hint else offer.words
                item = QListWidgetItem(words)
                item.setToolTip(f"<qt>{escape(words)}</qt>")
                self.list.addItem(item)
            self.list.setCurrentRow(place)
        self._choose(place)

    def _choose(self, _row: int) -> None:
        offer = self.chosen
        is_text = offer is not None and offer.kind == hall.TEXT
        self.text.setVisible(is_text)
        self._covered.setVisible(is_text)
        self._has_chosen = False
        self.preview.words = ""
        if offer is None:
            self.preview.look()
        elif offer.kind == _SHEET:
            self.preview.words = "Lembar tampil seperti di layar Kertas Kerja dan ikut berubah saat diisi."
            self.preview.look()
        else:
            self._showing.read(offer.key, partial(self._show_chosen, offer.key))

    def _show_chosen(self, key: Key, slide: Slide, pictures: Sequence[QPixmap]) -> None:
        if self.chosen is None or self.chosen.key != key:
            return
        view = self._showing.view
        self._chosen.resize(view.size() if view is not None else _PREVIEW)
        self._chosen.set_usual(self._context.settings.value.projector_size)
        self._chosen.show_slide(slide, pictures)
        self._has_chosen = True
        self.preview.look()

    def _preview(self) -> SlidePage | None:
        return self._chosen if self._has_chosen else None

    def _live(self) -> HallPage | None:
        view = self._showing.view
        return view.page if view is not None else None

    def _turned(self) -> None:
        view = self._showing.view
        is_on = view is not None
        for button in (self.dark, self.hold, self.end):
            button.setEnabled(is_on)
        self.dark.setChecked(view is not None and view.is_dark)
        self.hold.setChecked(view is not None and view.is_held)
        self.live.words = "Belum ada tayangan."
        self.show_it.setText("Siapkan" if view is not None and view.is_held else "Tayangkan")
        self.state.setText(self._state_words())
        if self.isVisible():
            self.live.look()

    def _state_words(self) -> str:
        view = self._showing.view
        if view is None:
            return ""
        shown = (view.slide.slide.kind, view.slide.slide.about)
        if view.prepared is not None and (view.shows_sheet or view.prepared.key != shown):
            words = worded(hall.KINDS[view.prepared.slide.kind])
            return f"Disiapkan: {words}. Lepas tahan (Ctrl+T) untuk menayangkan."
        if view.is_dark:
            return "Layar gelap"
        page = view.slide.seen if not view.shows_sheet else ""
        held = "Tayangan ditahan" if view.is_held else "Sedang tayang"
        return f"{held} · halaman {page} · {_PAGE_HINT}" if page else held

    # The typed text

    def _show_text(self, found: tuple[Place, str]) -> None:
        self._place, text = found
        if text != self.text.toPlainText():
            with QSignalBlocker(self.text):
                self.text.setPlainText(text)

    def _typed(self) -> None:
        if self._place is None:
            return
        text, place = self.text.toPlainText(), self._place
        key = ("hall-text", place.stage, place.day)
        self._context.autosave.note(key, partial(self._services.hall.write_text, place, text), self)
        slide = Slide(hall.TEXT, body=hall.TextBody(text))
        self._show_chosen((hall.TEXT, ""), slide, ())

    # Settings

    def _set_screen(self, place: int) -> None:
        settings = self._context.settings
        settings.store(replace(settings.value, projector_screen=self.screen_box.itemData(place)))
        self._showing.take_settings()

    def _set_size(self, place: int) -> None:
        settings = self._context.settings
        settings.store(replace(settings.value, projector_size=self.size_box.itemData(place)))
        self._showing.take_settings()
        self._choose(self.list.currentRow())

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window; on the list page keys turn what the hall sees."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._list_key(Qt.Key(event.key()))
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._put()
        return super().eventFilter(watched, event)

    def _list_key(self, key: Qt.Key) -> bool:
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take()
        elif key in _PAGE_KEYS and self._showing.view is not None:
            self._showing.step(key)
            self._turned()
        elif key in TYPE_KEYS and self._showing.view is not None:
            self._showing.view.change_type(TYPE_KEYS[key])
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        """Take F1 before the frame does: it asks for the page of the projector here."""
        is_ours = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1
        if is_ours and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape; F1 shows the page of the projector in the manual."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() == Qt.Key.Key_F1:
            manual = Manual(_MANUAL, self.window())
            manual.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            manual.about.hide()
            manual.open()
        else:
            super().keyPressEvent(event)


def _read_text(services: Services, number: int) -> tuple[Place, str]:
    place = read_place(services, number, lambda: None)
    return place, services.hall.typed(place)
