"""The dialogs about personal data: what is kept and why, and the removal of one person on request."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.people_record import (
    KeptNumbers,
    PersonalSettings,
    Remains,
)
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.growing_text import GrowingText
from ui.widgets.label import Label
from ui.widgets.writing import for_writing

_ABOUT = (
    "NIP dan nomor HP adalah data pribadi (UU 27/2022). Tanpa keduanya Bimtek tetap berjalan, jadi keduanya "
    "baru disimpan setelah Anda menulis untuk apa dipakai. NIP penanda tangan tetap tercetak lengkap; nomor "
    "HP tidak tercetak di kertas yang diedarkan."
)
_PURPOSE = "Misalnya: nomor sertifikat dan surat tugas peserta, dihapus setelah Bimtek Tahap IV"
_WIDTH = 620


class PersonalDialog(QDialog):
    """Switches with their purpose; what is switched off may be erased in the same go."""

    settled = Signal(object, bool, bool)
    """The PersonalSettings, and whether NIP and phone that stand in the file are to be erased."""
    removed_asked = Signal()
    """Who was removed from the list is to be seen."""

    def __init__(self, kept: KeptNumbers, parent: QWidget | None = None) -> None:
        """Show what is kept now."""
        super().__init__(parent)
        self.setObjectName("personal-data")
        self.setWindowTitle("Data pribadi")
        self.setMinimumWidth(_WIDTH)
        self._kept = kept
        now = kept.settings
        self.nip = self._box("Simpan NIP peserta", "personal-nip", on=now.keep_nip)
        self.phone = self._box("Simpan nomor HP peserta", "personal-phone", on=now.keep_phone)
        self.list_nip = self._box("Cetak kolom NIP di daftar hadir", "personal-list-nip", on=now.list_nip)
        self.purpose = GrowingText("personal-purpose", "Untuk apa data ini dipakai", _PURPOSE, parent=self)
        self.purpose.show_text(now.purpose)
        self.purpose.edited.connect(self._look)
        self.wanting = Label("", "warning", name="personal-wanting", wrap=True, parent=self)
        self.erase = self._box("", "personal-erase", on=False)
        self.left = Label("", "small", name="personal-left", wrap=True, parent=self)
        self.removed = Button("", "personal-removed", "quiet", parent=self)
        self.removed.setAutoDefault(False)
        self.removed.clicked.connect(self.removed_asked)
        self.show_removed(kept.removed)
        self.cancel = Button("Batal", "personal-cancel", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.save = Button("Simpan", "personal-save", "primary", parent=self)
        self.save.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)
        self._lay_out()
        for_writing(self.nip, self.phone, self.list_nip, self.purpose, self.erase, self.save)
        self._look()
        self.nip.setFocus()

    def settings(self) -> PersonalSettings:
        """Return what is switched now."""
        return PersonalSettings(
            self.nip.isChecked(),
            self.phone.isChecked(),
            self.list_nip.isChecked() and self.nip.isChecked(),
            self.purpose.toPlainText().strip(),
        )

    def show_removed(self, count: int) -> None:
        """Say how many were removed from the list whose names are in the file still."""
        words = f"Peserta yang sudah dihapus ({count}) …"
        self.removed.setText(words)
        self.removed.setAccessibleName(words)
        self.removed.setVisible(bool(count))

    def accept(self) -> None:
        """Hand over the switches."""
        if not self.save.isEnabled():
            return
        super().accept()
        wanted = self.erase.isChecked() and not self.erase.isHidden()
        nip, phone = (bool(item) for item in self._standing())
        self.settled.emit(self.settings(), wanted and nip, wanted and phone)

    def _standing(self) -> tuple[int, int]:
        """Return how many NIP and phones stand in the file that are switched off."""
        now = self.settings()
        return (0 if now.keep_nip else self._kept.nips, 0 if now.keep_phone else self._kept.phones)

    def _box(self, words: str, name: str, *, on: bool) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setObjectName(name)
        box.setChecked(on)
        box.clicked.connect(self._look)
        return box

    def _look(self, *_ignored: object) -> None:
        now = self.settings()
        self.list_nip.setVisible(now.keep_nip)
        wanting = now.keeps and not now.purpose
        self.wanting.setText("Tulis dahulu untuk apa data ini dipakai." if wanting else "")
        self.wanting.setVisible(wanting)
        self.save.setEnabled(not wanting)
        nips, phones = self._standing()
        parts = [f"{count} {word}" for count, word in ((nips, "NIP"), (phones, "nomor HP")) if count]
        words = " dan ".join(parts)
        self.erase.setText(f"Hapus {words} yang sudah tersimpan, juga dari riwayat (tidak bisa diurungkan)")
        self.erase.setAccessibleName(self.erase.text())
        self.erase.setVisible(bool(parts))
        shown = bool(parts) and not self.erase.isChecked()
        self.left.setText(f"{words} tetap di berkas, tidak ditampilkan dan tidak dicetak." if shown else "")
        self.left.setVisible(shown)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label("Data pribadi peserta", "title", parent=self))
        column.addWidget(Label(_ABOUT, "soft", wrap=True, parent=self))
        column.addSpacing(4)
        for box in (self.nip, self.list_nip, self.phone):
            column.addWidget(box)
        column.addSpacing(4)
        column.addWidget(Label("Untuk apa data ini dipakai", "strong", parent=self))
        for part in (self.purpose, self.wanting, self.erase, self.left):
            column.addWidget(part)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.removed)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column.addLayout(foot)


class EraseDialog(QDialog):
    """Says what a removal on request takes away and what stays, before it is done for good."""

    confirmed = Signal()

    def __init__(self, remains: Remains, parent: QWidget | None = None) -> None:
        """Say of whom, what goes and what stays."""
        super().__init__(parent)
        self.setObjectName("person-erase-dialog")
        self.setWindowTitle("Hapus data atas permintaan")
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(Label(remains.title, "title", wrap=True, parent=self))
        self.goes = Label(worded(remains.goes), name="erase-goes", wrap=True, parent=self)
        self.stays = Label(remains.stays, "soft", name="erase-stays", wrap=True, parent=self)
        column.addWidget(self.goes)
        column.addWidget(self.stays)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.cancel = Button("Batal", "erase-cancel", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.confirm = Button(remains.act, "erase-confirm", "primary", parent=self)
        self.confirm.clicked.connect(self._confirm)
        foot.addWidget(self.cancel)
        foot.addWidget(self.confirm)
        column.addLayout(foot)
        self.cancel.setFocus()

    def _confirm(self) -> None:
        super().accept()
        self.confirmed.emit()
