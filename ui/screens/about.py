"""Screen Tentang program: versions, places, licences, and the support bundle shown before it is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import PySide6
from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smartcity_desktop.domain.wording import number
from smartcity_desktop.errors import Fault
from smartcity_desktop.paths import with_ending
from smartcity_desktop.services import about, support
from smartcity_desktop.services.about import Fact
from ui import theme
from ui.context import Command, Context, Screen
from ui.translate import explain
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.reader import Page, Reader
from ui.widgets.scroll import scroll_area

BUNDLE: Final = "bundle"
SETTINGS: Final = "settings"
_SIDE: Final = (340, 430)
"""Pixels of the left side at least and at most: a licence is eighty letters wide."""
_LICENCES: Final = (
    "Program ini berlisensi MIT. Bagian buatan pihak lain tetap dengan lisensinya masing-masing; Qt dan "
    "PySide6 dengan LGPL-3.0: pustakanya boleh diganti dengan buatan lain yang sesuai."
)
_BUNDLE: Final = (
    "Inilah seluruh isi paket bantuan. Tidak ada isi Bimtek: judul, nama instansi, nama orang, catatan, dan "
    "nama berkas tidak disertakan. Baca dahulu bila perlu, lalu simpan dan kirim sendiri."
)
_KILO: Final = 1024
_NAME: Final = "paket-bantuan-smartcity.zip"


@dataclass(frozen=True, slots=True)
class _Read:
    """What is read beside the window."""

    facts: tuple[Fact, ...]
    pages: tuple[Page, ...]


def _read_licences(window: tuple[Fact, ...]) -> _Read:
    pages = tuple(
        Page(item.part, item.licence, about.licence_text(item), is_set=True) for item in about.licences()
    )
    return _Read(about.versions(window), pages)


class AboutScreen(Screen):
    """Facts and places at the left; at the right the licences, or what a support bundle would hold."""

    kinds = frozenset({"settings"})
    """No entity of a workshop: nothing that is written there is shown here."""

    def __init__(
        self, context: Context, step: Callable[[], int] | None = None, parent: QWidget | None = None
    ) -> None:
        """``step`` gives the schema step of the open file, on the data thread; None where none is open."""
        super().__init__(context, parent)
        self.setObjectName("screen-about")
        theme.set_role(self, "page")
        self._step = step
        self._facts: tuple[Fact, ...] = ()
        self._licences: tuple[Page, ...] = ()
        self._items: tuple[support.Item, ...] = ()
        self._wanted = ""
        self.settings = Button("Pengaturan", "about-settings", icon="pengaturan", parent=self)
        self.copy = Button("Salin keterangan", "about-copy", "quiet", parent=self)
        self.grid = QGridLayout()
        self.places = QVBoxLayout()
        self.words = Label("", "soft", name="about-words", wrap=True, parent=self)
        self.reader = Reader("about", self)
        self.licences = Button("Lisensi", "about-licences", "segment", parent=self)
        self.bundle = Button("Paket bantuan", "about-bundle", "segment", parent=self)
        self.save = Button("Simpan paket bantuan …", "about-save", "primary", parent=self)
        self._lay_out()
        self.settings.clicked.connect(partial(self.go.emit, SETTINGS, ""))
        self.copy.clicked.connect(self._copy)
        self.licences.clicked.connect(self.show_licences)
        self.bundle.clicked.connect(self.show_bundle)
        self.save.clicked.connect(self._ask_target)

    def arrive(self) -> None:
        """Read versions and licences, and show where things lie."""
        window = (Fact("PySide6", PySide6.__version__), Fact("Qt", qVersion()))
        self.context.lane.side(partial(_read_licences, window), self._show)
        self._show_places()
        self.reader.list.setFocus()

    def open_row(self, row: str) -> None:
        """Show what a support bundle would hold (``bundle``), or the licences."""
        self._wanted = row
        if self._facts:
            self._show_wanted()

    def reword(self) -> bool:
        """Speak of nothing that an event calls otherwise."""
        return True

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return (Command("Simpan paket bantuan", self.show_bundle), Command("Lisensi", self.show_licences))

    def show_licences(self) -> None:
        """Show the licences of the parts made by others."""
        self._turn(licences=True)
        self.words.setText(_LICENCES)
        self.reader.show_pages(self._licences)

    def show_bundle(self) -> None:
        """Gather the support bundle and show every file of it; nothing is saved yet."""
        self._turn(licences=False)
        self.words.setText(_BUNDLE)
        self.reader.show_pages(())
        settings = self.context.settings
        facts = [(item.label, item.value) for item in (*self._facts, *_screens())]
        call = partial(support.gather, settings.profile, settings.value, facts)
        self.context.lane.side(call, self._show_bundle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the texts as much room as there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Give the left side the room of another type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "side"):
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        least, most = _SIDE
        ground, bar = self.side.widget(), self.side.verticalScrollBar().sizeHint().width()
        needed = ground.minimumSizeHint().width() + bar if ground is not None else 0
        self.side.setFixedWidth(max(least, min(most, self.width() // 4), min(needed, self.width() // 2)))

    def _show_bundle(self, items: tuple[support.Item, ...]) -> None:
        self._items = items
        if not self.licences.isChecked():
            pages = (Page(item.name, f"{item.words}, {_size(item.size)}", item.text) for item in items)
            self.reader.show_pages(tuple(pages))
            self.save.setEnabled(True)

    def _turn(self, *, licences: bool) -> None:
        self.licences.setChecked(licences)
        self.bundle.setChecked(not licences)
        self.save.setVisible(not licences)
        self.save.setEnabled(False)

    def _show(self, read: _Read) -> None:
        self._facts, self._licences = read.facts, read.pages
        self._show_facts(read.facts)
        if self._step is not None:
            self.read(self._step, self._show_step)
        self._show_wanted()

    def _show_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if wanted == BUNDLE:
            self.show_bundle()
        elif wanted or not self.reader.count:
            self.show_licences()

    def _show_step(self, step: int) -> None:
        self._facts = (*self._facts, Fact("Skema berkas ini", f"langkah {step}"))
        self._show_facts(self._facts)

    def _show_facts(self, facts: tuple[Fact, ...]) -> None:
        _empty(self.grid)
        for row, item in enumerate(facts):
            self.grid.addWidget(Label(item.label, "soft"), row, 0, Qt.AlignmentFlag.AlignTop)
            self.grid.addWidget(Label(item.value, name=f"about-fact-{row}", wrap=True), row, 1)
        QTimer.singleShot(0, self, self._fit)

    def _show_places(self) -> None:
        _empty(self.places)
        settings = self.context.settings
        copies = settings.places
        rows = [
            ("Profil", settings.profile),
            ("Log", settings.profile / "logs"),
            ("Salinan pengaman", copies.first),
            *((("Salinan kedua", copies.second),) if copies.second else ()),
        ]
        for place, (words, folder) in enumerate(rows):
            self.places.addWidget(_Place(words, folder, f"about-place-{place}", self._open_folder))

    def _open_folder(self, folder: Path) -> None:
        if not folder.is_dir():
            self.warned.emit(
                f"Folder {folder} tidak ada sekarang: belum pernah dipakai, atau flashdisk dicabut."
            )
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _copy(self) -> None:
        lines = (f"{item.label}: {item.value}" for item in (*self._facts, *_screens()))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _ask_target(self) -> None:
        folder = Path(self.context.settings.value.last_folder or Path.home())
        chosen, _kind = QFileDialog.getSaveFileName(
            self, "Simpan paket bantuan", str(folder / _NAME), "Paket bantuan (*.zip)"
        )
        if chosen:
            target = with_ending(chosen, support.SUFFIX)
            call = partial(support.save, self._items, target)
            self.context.lane.side(call, partial(self._saved, target), failed=self._not_saved)

    def _saved(self, target: Path, _done: object) -> None:
        self.words.setText(f"Paket bantuan tersimpan di {target}. {_BUNDLE}")

    def _not_saved(self, fault: Fault) -> None:
        self.warned.emit(explain(fault))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label("Tentang program", "title", parent=self), 1)
        head.addWidget(self.settings)
        both = QHBoxLayout()
        both.setSpacing(14)
        self.side = self._side()
        both.addWidget(self.side)
        both.addWidget(self._right(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(both, 1)

    def _side(self) -> QScrollArea:
        ground = QWidget()
        ground.setObjectName("about-ground")
        theme.set_role(ground, "page")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        facts = Card("Versi", name="about-versions", parent=ground)
        self.grid.setHorizontalSpacing(14)
        self.grid.setVerticalSpacing(5)
        self.grid.setColumnStretch(1, 1)
        facts.body.addLayout(self.grid)
        facts.body.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        where = Card("Di laptop ini", name="about-places", parent=ground)
        self.places.setSpacing(8)
        where.body.addLayout(self.places)
        for card in (facts, where):
            column.addWidget(card)
        column.addStretch(1)
        return scroll_area(ground, "about-area", self)

    def _right(self) -> Card:
        card = Card(name="about-reading", parent=self)
        row = QHBoxLayout()
        row.setSpacing(0)
        for button, place in ((self.licences, "first"), (self.bundle, "last")):
            button.setCheckable(True)
            theme.set_role(button, "segment", place=place)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.save)
        card.body.addLayout(row)
        card.body.addWidget(self.words)
        card.body.addWidget(self.reader, 1)
        self.save.hide()
        return card


class _Place(QWidget):
    """What lies there, the folder, and a button that opens it."""

    def __init__(self, words: str, folder: Path, name: str, show: Callable[[Path], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        button = Button("Buka folder", f"{name}-open", parent=self)
        button.setAccessibleName(f"Buka folder: {words}")
        button.clicked.connect(partial(show, folder))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(words, "soft", parent=self))
        column.addWidget(ElidedLabel(str(folder), "small", name=f"{name}-words", parent=self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(column, 1)
        row.addWidget(button)


def _screens() -> tuple[Fact, ...]:
    found = QGuiApplication.screens()
    return tuple(
        Fact(
            f"Layar {place}",
            f"{item.size().width()} × {item.size().height()}, skala {item.devicePixelRatio():g}",
        )
        for place, item in enumerate(found, start=1)
    )


def _size(count: int) -> str:
    return f"{number(count)} B" if count < _KILO else f"{number(round(count / _KILO))} KB"


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        part = item.widget()
        if part is not None:
            part.hide()
            part.deleteLater()
