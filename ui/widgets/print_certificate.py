"""The rules of certificates: number, title, lesson hours, how often one has to come; who falls short."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.paper_certificate import USUAL_PATTERN, Renumbered, Roll, number_words
from smartcity_desktop.domain.wording import day_of
from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.number_edit import NumberEdit
from ui.widgets.writing import for_writing

_PATTERN: Final = "Dikenal: {nomor:03} {tahun} {tahap} {bulan}"


class CertificateRules(QDialog):
    """Four answers; what is left empty follows the usual rule."""

    renumber_asked = Signal()
    """Certificates that bear one number are to get numbers of their own."""

    def __init__(self, roll: Roll, title: str, usual: str, day: str, parent: QWidget | None = None) -> None:
        """``usual`` is the event's name, shown where no title of its own is written; ``day`` is ISO."""
        super().__init__(parent)
        self.setObjectName("print-certificate-rules")
        self.setWindowTitle("Aturan sertifikat")
        self.setModal(True)
        self.resize(520, 520)
        self._day = day
        self._before = self._values_of(roll, title)
        self.pattern = QLineEdit(roll.rules.pattern, self)
        self.title = QLineEdit(title, self)
        self.title.setPlaceholderText(usual)
        self.hours = NumberEdit("print-rule-hours", "Jam pelajaran (JP)", (0, 999), self)
        self.share = NumberEdit("print-rule-share", "Kehadiran paling sedikit", (0, 100), self)
        self.example = Label("", "small", name="print-rule-example", wrap=True, parent=self)
        self.doubled = Label("", "warning", name="print-rule-doubled", wrap=True, parent=self)
        self.renumber = Button("Beri nomor baru", "print-rule-renumber", parent=self)
        self.renumber.setAutoDefault(False)
        self.renumber.clicked.connect(self.renumber_asked)
        for_writing(self.renumber)
        self.short = QListWidget(self)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText("Simpan")
        self._fill(roll)
        self._lay_out(roll)
        self.pattern.textChanged.connect(self._show_example)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show_example()
        for_writing(self.pattern, self.title, self.hours, self.share)
        for_writing(self.buttons.button(QDialogButtonBox.StandardButton.Ok))

    def _fill(self, roll: Roll) -> None:
        for box, name, words in (
            (self.pattern, "print-rule-pattern", "Pola nomor"),
            (self.title, "print-rule-title", "Nama kegiatan pada sertifikat"),
        ):
            box.setObjectName(name)
            box.setAccessibleName(words)
        self.hours.setValue(roll.rules.hours or 0)
        self.hours.setSpecialValueText("dihitung dari susunan acara")
        self.hours.setSuffix(" JP")
        self.share.setValue(roll.rules.share)
        self.share.setSuffix("% hari")
        self.short.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.short.setObjectName("print-rule-short")
        self.short.setAccessibleName("Yang belum memenuhi kehadiran")
        self.short.addItems([f"{name} · {share}% dari {roll.days} hari" for name, share in roll.short])

    def _lay_out(self, roll: Roll) -> None:
        form = QFormLayout()
        form.addRow("Pola nomor", self.pattern)
        form.addRow("", self.example)
        form.addRow("Nama kegiatan", self.title)
        form.addRow("Jam pelajaran", self.hours)
        form.addRow("Kehadiran paling sedikit", self.share)
        column = QVBoxLayout(self)
        column.addLayout(form)
        told = f"{len(roll.holders)} orang memenuhi kehadiran dari {roll.days} hari yang dicatat."
        column.addWidget(Label(told, "soft", name="print-rule-told", wrap=True, parent=self))
        if roll.doubled:
            words = ", ".join(str(item) for item in roll.doubled)
            told = (
                f"Nomor {words} dipakai lebih dari satu sertifikat: dua laptop memberi nomor masing-masing. "
                "Yang dibuat lebih dahulu tetap; yang lain mendapat nomor berikutnya dan dicetak ulang."
            )
            self.doubled.setText(told)
            column.addWidget(self.doubled)
            line = QHBoxLayout()
            line.addWidget(self.renumber)
            line.addStretch(1)
            column.addLayout(line)
        self.doubled.setVisible(bool(roll.doubled))
        self.renumber.setVisible(bool(roll.doubled))
        if roll.short:
            words = f"Belum memenuhi kehadiran ({len(roll.short)} orang)"
            column.addWidget(Label(words, "strong", parent=self))
        self.short.setVisible(bool(roll.short))
        column.addWidget(self.short, 1)
        column.addStretch(0)
        column.addWidget(self.buttons)

    def show_renumbered(self, told: Sequence[Renumbered]) -> None:
        """Say which papers have to be printed again."""
        self.renumber.hide()
        words = "; ".join(item.words for item in told)
        self.doubled.setText(f"Nomor baru sudah diberikan. Cetak ulang: {words}.")
        theme.set_role(self.doubled, "good")

    def changed(self) -> dict[str, str | int | None]:
        """Return the fields of the workshop that get another value."""
        pattern = self.pattern.text().strip()
        now: dict[str, str | int | None] = {
            "certificate_pattern": None if pattern in {"", USUAL_PATTERN} else pattern,
            "certificate_title": self.title.text().strip() or None,
            "certificate_hours": self.hours.value() or None,
            "certificate_share": self.share.value(),
        }
        return {key: value for key, value in now.items() if value != self._before[key]}

    def _show_example(self, _text: str = "") -> None:
        words = number_words(self.pattern.text(), 1, 2, day_of(self._day))
        self.example.setText(f"Nomor pertama: {words}. {_PATTERN}")

    @staticmethod
    def _values_of(roll: Roll, title: str) -> dict[str, str | int | None]:
        pattern = roll.rules.pattern
        return {
            "certificate_pattern": None if pattern == USUAL_PATTERN else pattern,
            "certificate_title": title or None,
            "certificate_hours": roll.rules.hours or None,
            "certificate_share": roll.rules.share,
        }
