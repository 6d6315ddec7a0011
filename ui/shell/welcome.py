"""The first page: the last workshops, and the ways to begin."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop import __version__
from smartcity_desktop.domain.wording import long_date
from smartcity_desktop.settings import Recent
from ui import theme
from ui.shell.keys import Keys
from ui.shell.manual import SHORTCUTS, Manual
from ui.shell.status_line import age_words
from ui.widgets.button import LetterButton
from ui.widgets.card import Card, EmptyState
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.message_bar import MessageBar
from ui.widgets.progress import Progress

_SIDE: Final = 320
_LOGO: Final = 52
_ROOM: Final = QSize(0, 12)


def recent_words(recent: Recent, backup_at: datetime | None, now: datetime) -> str:
    """Return what the list says of a workshop: stage, when it was opened, how old its safety copy is."""
    opened = ""
    if recent.opened_at:
        at = datetime.fromisoformat(recent.opened_at).astimezone(now.tzinfo)
        today = at.date() == now.date()
        opened = f"dibuka hari ini {at:%H.%M}" if today else f"dibuka {long_date(at.date(), weekday=False)}"
    age = age_words(now - backup_at if backup_at else None)
    return " · ".join(part for part in (recent.stage, opened, age[0].lower() + age[1:]) if part)


class _Row(QWidget):
    """Title, what is known of it, and where it lies."""

    def __init__(self, recent: Recent, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 9, 14, 9)
        column.setSpacing(2)
        column.addWidget(ElidedLabel(recent.title or Path(recent.path).stem, "strong", parent=self))
        column.addWidget(ElidedLabel(words, "small", parent=self))
        column.addWidget(ElidedLabel(recent.path, "faint-small", parent=self))


class Welcome(QWidget):
    """Bimtek baru, Buka, Coba contoh, Pulihkan; and the list of the last ones, which Enter opens."""

    new_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()
    restore_asked = Signal()
    chosen = Signal(str)
    """The path of a recent workshop."""
    forgotten = Signal(str)
    """The path of one that shall not be listed any more."""
    named = Signal(str)
    """The name of the person at this laptop."""
    settings_asked = Signal()
    about_asked = Signal()
    check_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay the page out with an empty list."""
        super().__init__(parent)
        self.setObjectName("welcome")
        theme.set_role(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = MessageBar("welcome-message", self)
        self.progress = Progress("welcome-progress", self)
        self.new = LetterButton("&Bimtek baru", "welcome-new", "primary", icon="baru", parent=self)
        self.open = LetterButton("B&uka berkas …", "welcome-open", icon="buka", parent=self)
        self.sample = LetterButton("&Coba contoh", "welcome-sample", icon="contoh", parent=self)
        self.restore = LetterButton("&Pulihkan salinan …", "welcome-restore", icon="pulihkan", parent=self)
        self.person = QLineEdit(self)
        self.person.setObjectName("welcome-person")
        self.person.setAccessibleName("Nama Anda")
        self.person.setPlaceholderText("Nama Anda")
        self.settings = LetterButton(
            "Pen&gaturan", "welcome-settings", "quiet", icon="pengaturan", parent=self
        )
        tip(self.settings, "Pengaturan (Ctrl+,)")
        self.about = LetterButton("&Tentang program", "welcome-about", "quiet", icon="tentang", parent=self)
        self.check = LetterButton("Ce&k Sebelum Acara", "welcome-check", icon="centang", parent=self)
        self.list = QListWidget(self)
        self.list.setObjectName("welcome-recent")
        self.list.setAccessibleName("Bimtek terakhir")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = EmptyState(
            "Belum ada Bimtek di laptop ini",
            "Buat yang baru, atau coba contohnya dahulu.",
            name="welcome-none",
            parent=self,
        )
        self._lay_out()
        self.new.clicked.connect(self.new_asked)
        self.open.clicked.connect(self.open_asked)
        self.sample.clicked.connect(self.sample_asked)
        self.restore.clicked.connect(self.restore_asked)
        self.settings.clicked.connect(self.settings_asked)
        self.about.clicked.connect(self.about_asked)
        self.check.clicked.connect(self.check_asked)
        self.keys = Keys(
            self,
            {
                "Ctrl+,": self.settings_asked.emit,
                "F1": partial(self._show_manual, "mulai"),
                "?": partial(self._show_manual, SHORTCUTS),
            },
        )
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.person.editingFinished.connect(self._name)

    def show_recent(
        self, recents: Sequence[Recent], backups: Mapping[str, datetime], now: datetime, person: str
    ) -> None:
        """List the last workshops; ``backups`` tells when the newest copy of a workshop (id) was made."""
        row = self.list.currentRow()
        self.list.clear()
        for recent in recents:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, recent.path)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, recent.title or recent.path)
            self.list.addItem(item)
            widget = _Row(recent, recent_words(recent, backups.get(recent.workshop), now), self.list)
            self.list.setItemWidget(item, widget)
            item.setSizeHint(widget.sizeHint() + _ROOM)
        self.list.setCurrentRow(max(0, row))
        self.list.setVisible(bool(recents))
        self.none.setVisible(not recents)
        self.person.setText(person)

    def arrive(self) -> None:
        """Put the focus where the next step is: the last workshop, or a new one."""
        (self.list if self.list.count() else self.new).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes a workshop off the list; its file stays."""
        item = self.list.currentItem() if self.list.currentRow() >= 0 else None
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus() and item is not None:
            self.forgotten.emit(str(item.data(Qt.ItemDataRole.UserRole)))
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        side = Card(name="welcome-ways", parent=self)
        side.setFixedWidth(_SIDE)
        side.body.setSpacing(10)
        side.body.setContentsMargins(20, 20, 20, 20)
        for button in (self.new, self.open, self.sample, self.restore):
            side.body.addWidget(button)
        side.body.addSpacing(8)
        side.body.addWidget(self.check)
        side.body.addStretch(1)
        side.body.addWidget(
            Label("Dicatat pada setiap perubahan yang Anda buat", "small", wrap=True, parent=side)
        )
        side.body.addWidget(self.person)
        recent = Card("Bimtek terakhir", name="welcome-list", parent=self)
        recent.body.addWidget(self.none, 1)
        recent.body.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(side)
        row.addWidget(recent, 1)
        inner = QVBoxLayout()
        inner.setSpacing(14)
        inner.addLayout(self._head())
        inner.addWidget(self.bar)
        inner.addWidget(self.progress)
        inner.addLayout(row, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(40, 32, 40, 32)
        outer.addStretch(1)
        outer.addLayout(inner, 12)
        outer.addStretch(1)

    def _head(self) -> QGridLayout:
        logo = Label(parent=self)
        logo.setPixmap(theme.pixmap("aplikasi", "accent", _LOGO))
        sentence = "Meja fasilitator Bimtek Penyusunan Masterplan Smart City. Bekerja tanpa jaringan."
        ways = QHBoxLayout()
        ways.setSpacing(4)
        for button in (self.settings, self.about):
            ways.addWidget(button)
        right, foot = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignBottom
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(logo, 0, 0, 2, 1)
        grid.addWidget(Label("SmartCity Desktop", "headline", name="welcome-title", parent=self), 0, 1)
        grid.addWidget(Label(sentence, "soft", parent=self), 1, 1)
        grid.addLayout(ways, 0, 2, right)
        grid.addWidget(Label(f"Versi {__version__}", "small", parent=self), 1, 2, right | foot)
        return grid

    def _show_manual(self, name: str) -> None:
        manual = Manual(name, self)
        manual.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        manual.about_asked.connect(self.about_asked)
        manual.open()

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def _name(self) -> None:
        self.named.emit(self.person.text().strip())
