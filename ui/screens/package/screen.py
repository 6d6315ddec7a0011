"""Screen Serah terima data: one folder with everything that was worked out, verified before it says done."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.package import PackageWish, Verdict, found_words, made_words
from smartcity_desktop.domain.seal import WITHHELD, Seal
from smartcity_desktop.errors import Fault
from smartcity_desktop.services import package
from smartcity_desktop.services.package import Handed, Prepared
from ui import theme
from ui.context import Command, Context, Screen, Services
from ui.screens.package.watch import PackageWatch
from ui.translate import explain, worded
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.label import ElidedLabel, Label, tip
from ui.widgets.progress import Progress
from ui.widgets.scroll import scroll_area

if TYPE_CHECKING:
    from ui.lane import Ticket

_ABOUT: Final = (
    "Satu folder untuk Diskominfo: salinan berkas Bimtek, semua cetakan, tabel, dan naskah. Paket diperiksa "
    "sendiri sebelum dinyatakan selesai, dan bisa diperiksa lagi kapan saja."
)
_BARE: Final = "Tanpa data pribadi peserta"
_WHOLE: Final = "Dengan data pribadi peserta"
_BARE_WORDS: Final = (
    "Peserta hanya bernomor; nama, jabatan, NIP, nomor HP, dan foto tidak ikut. Cocok untuk dibagikan."
)
_WHOLE_WORDS: Final = (
    "Nama, jabatan, kehadiran, serta NIP dan nomor HP yang disimpan ikut. Serahkan hanya kepada yang berhak."
)
_NOTHING_PERSONAL: Final = "Berkas ini salinan tanpa data pribadi, jadi tidak ada yang bisa disertakan."
_TICKS: Final = (
    ("prints", "Cetakan PDF dan teksnya"),
    ("words", "Buku dan rancangan naskah (Word)"),
    ("tables", "Tabel Excel dan CSV"),
    ("photos", "Foto kegiatan"),
)
_NOT_MADE: Final = "Dihentikan. Yang sudah ditulis dibuang lagi."
_NOT_CHECKED: Final = "Pemeriksaan dihentikan, jadi keutuhan paket belum diketahui. Paketnya tidak diubah."
_EDGE: Final = 16
_WIDEST: Final = 900


class PackageScreen(Screen):
    """Makes a bundle, and looks through one that was made before."""

    kinds = frozenset({"package"})
    """No entity: what others write belongs to the next bundle."""

    def __init__(self, services: Services, context: Context, parent: QWidget | None = None) -> None:
        """Offer what is usual: without personal data, with everything else."""
        super().__init__(context, parent)
        self._services, self._package = services, services.package
        self._is_bare = False
        self._ticket: Ticket | None = None
        self._turn = 0
        self._copying = False
        self._stopped = _NOT_MADE
        self._made: Path | None = None
        self.setObjectName("screen-package")
        theme.set_role(self, "page")
        self._make_choice()
        self._make_doing()
        self._lay_out()
        self._show_choice()

    def arrive(self) -> None:
        """Show where the bundle would go."""
        self.folder.setText(str(self._parent()))
        self.make.setFocus()
        self.read(lambda: self._services.workshop.seal, self._show_seal)

    def commands(self) -> tuple[Command, ...]:
        """Return what Ctrl+K can do here."""
        return () if self._ticket else (Command("Periksa paket serah terima", self.ask_package),)

    def unfinished(self) -> str:
        """Tell of a bundle that is still being made."""
        making = self._ticket is not None and self._stopped == _NOT_MADE
        return "Paket serah terima masih dibuat." if making else ""

    def wish(self) -> PackageWish:
        """Return what is ticked."""
        return PackageWish(
            self.whole.isChecked(), **{name: box.isChecked() for name, box in self.ticks.items()}
        )

    def begin(self) -> None:
        """Copy the file on the data thread, then do the rest beside it."""
        if self._ticket is not None:
            return
        self.context.autosave.flush_all()
        self._busy(doing=True)
        self._stopped = _NOT_MADE
        self._copying = True
        self.progress.begin("Menyalin berkas Bimtek …")
        call = partial(self._package.prepare, self._parent(), self.wish())
        self._turn += 1
        self._ticket = self.read(call, partial(self._prepared, self._turn), failed=self._failed)

    def cancel(self) -> None:
        """Give up: nothing of the bundle stays."""
        # The answer of a copy is waited for in any case: somebody has to throw it away.
        self._turn += 1
        if self._ticket is not None and not self._copying:
            self._ticket.cancel()
        self._done()
        self._tell(self._stopped, good=False)

    def ask_folder(self) -> None:
        """Ask where bundles go."""
        chosen = QFileDialog.getExistingDirectory(self, "Folder tujuan paket", str(self._parent()))
        if chosen:
            self.use_folder(Path(chosen))

    def use_folder(self, folder: Path) -> None:
        """Put bundles there from now on."""
        self.context.settings.remember_folder(folder)
        self.folder.setText(str(folder))

    def ask_package(self) -> None:
        """Ask for the folder of a bundle, and look through it."""
        begin = str(self._made or self._parent())
        chosen = QFileDialog.getExistingDirectory(self, "Pilih folder paket", begin)
        if chosen:
            self.check(Path(chosen))

    def check(self, folder: Path) -> None:
        """Look through a bundle, whoever made it."""
        self._busy(doing=True)
        self._stopped = _NOT_CHECKED
        self.progress.begin("Memeriksa paket …")
        watch = PackageWatch(self.context.lane, self._stepped)
        call = partial(package.verify, folder, watch)
        self._ticket = watch.ticket = self.context.lane.side(
            call, partial(self._checked, folder), failed=self._failed
        )

    def open_made(self) -> None:
        """Show the folder of the bundle in the file manager."""
        if self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))

    def _show_seal(self, seal: Seal) -> None:
        """Offer personal data only where the file holds any."""
        self._is_bare = seal.key == WITHHELD
        if self._is_bare:
            self.bare.setChecked(True)
            tip(self.whole, _NOTHING_PERSONAL)
        self.whole.setEnabled(not self._is_bare and self._ticket is None)

    def _parent(self) -> Path:
        return Path(self.context.settings.value.last_folder or Path.home())

    def _prepared(self, turn: int, prepared: Prepared) -> None:
        self._copying = False
        if turn != self._turn:
            self.context.lane.side(partial(package.discard, prepared), None)
            return
        watch = PackageWatch(self.context.lane, self._stepped)
        call = partial(package.write, prepared, watch)
        self._ticket = watch.ticket = self.context.lane.side(call, self._written, failed=self._failed)

    def _stepped(self, watch: PackageWatch) -> None:
        if watch.ticket is self._ticket and watch.ticket is not None:
            if watch.total:
                self.progress.step(watch.done, watch.total, f"{worded(watch.name)} …")
            else:
                self.progress.begin(f"{worded(watch.name)} …")

    def _written(self, handed: Handed) -> None:
        self._done()
        self._made = handed.folder
        self._tell(made_words(handed.folder.name, handed.verdict), good=True)
        self.left.setText("\n".join(worded(f"{item.title}: {item.why}") for item in handed.left))
        self.left_head.setVisible(bool(handed.left))
        self.left.setVisible(bool(handed.left))
        self.open.show()
        self.open.setFocus()

    def _checked(self, folder: Path, verdict: Verdict) -> None:
        self._done()
        self._tell(found_words(folder.name, verdict), good=verdict.is_untouched)
        self.again.setFocus()

    def _failed(self, fault: Fault) -> None:
        self._copying = False
        self._done()
        self._tell(explain(fault), good=False)

    def _tell(self, words: str, *, good: bool) -> None:
        theme.set_role(self.outcome, "good" if good else "warning")
        self.outcome.setText(words)
        self.outcome.show()

    def _busy(self, *, doing: bool) -> None:
        for widget in (self.make, self.again, self.choose, self.bare, self.whole):
            widget.setEnabled(not doing and not (widget is self.whole and self._is_bare))
        for hidden in (self.outcome, self.open, self.left, self.left_head):
            hidden.hide()
        if not doing:
            self._show_choice()
        for box in self.ticks.values():
            box.setEnabled(not doing and (box is not self.ticks["photos"] or self.whole.isChecked()))

    def _done(self) -> None:
        self._ticket = None
        self.progress.finish()
        self._busy(doing=False)

    def _show_choice(self) -> None:
        whole = self.whole.isChecked()
        self.why.setText(_WHOLE_WORDS if whole else _BARE_WORDS)
        self.ticks["photos"].setEnabled(whole)
        self.ticks["photos"].setChecked(whole)

    def _make_choice(self) -> None:
        self.bare, self.whole = QRadioButton(_BARE, self), QRadioButton(_WHOLE, self)
        self.bare.setObjectName("package-bare")
        self.whole.setObjectName("package-whole")
        self._both = QButtonGroup(self)
        for button in (self.bare, self.whole):
            self._both.addButton(button)
        self.bare.setChecked(True)
        self.why = Label("", "small", name="package-why", wrap=True, parent=self)
        self.ticks: dict[str, QCheckBox] = {}
        for name, words in _TICKS:
            box = QCheckBox(words, self)
            box.setObjectName(f"package-{name}")
            box.setChecked(True)
            self.ticks[name] = box
        self.bare.toggled.connect(self._show_choice)

    def _make_doing(self) -> None:
        self.folder = ElidedLabel("", name="package-folder", parent=self)
        self.choose = Button("Ganti folder", "package-choose", parent=self)
        self.make = Button("Buat paket serah terima", "package-make", "primary", parent=self)
        self.again = Button("Periksa paket …", "package-check", parent=self)
        self.open = Button("Buka folder", "package-open", parent=self)
        self.progress = Progress("package-progress", self)
        self.outcome = Label("", "soft", name="package-outcome", wrap=True, parent=self)
        self.left_head = Label("Tidak disertakan", "strong", parent=self)
        self.left = Label("", "small", name="package-left", wrap=True, parent=self)
        for hidden in (self.open, self.outcome, self.left_head, self.left):
            hidden.hide()
        self.choose.clicked.connect(self.ask_folder)
        self.make.clicked.connect(self.begin)
        self.again.clicked.connect(self.ask_package)
        self.open.clicked.connect(self.open_made)
        self.progress.cancelled.connect(self.cancel)

    def _lay_out(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(_EDGE, 14, _EDGE, 12)
        column.setSpacing(12)
        column.addWidget(Label("Serah terima data", "title", parent=self))
        column.addWidget(Label(_ABOUT, "soft", wrap=True, parent=self))
        card = Card("Isi paket", name="package-card", parent=self)
        card.setMaximumWidth(_WIDEST)
        card.body.addWidget(FlowRow((self.bare, self.whole), parent=self))
        card.body.addWidget(self.why)
        for box in self.ticks.values():
            card.body.addWidget(box)
        where = QHBoxLayout()
        where.addWidget(Label("Disimpan di", parent=self))
        where.addWidget(self.folder, 1)
        where.addWidget(self.choose)
        card.body.addLayout(where)
        ways = QHBoxLayout()
        ways.addWidget(self.make)
        ways.addWidget(self.again)
        ways.addStretch(1)
        card.body.addLayout(ways)
        column.addWidget(card)
        for widget in (self.progress, self.outcome, self.left_head, self.left):
            widget.setMaximumWidth(_WIDEST)
            column.addWidget(widget)
        foot = QHBoxLayout()
        foot.addWidget(self.open)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll_area(inner, "package-scroll"))
