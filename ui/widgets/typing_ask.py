"""Asks what a plan needs before it is typed: whose it is, over which years, and from which pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.ids import NO_ROW, RowId
from smartcity_desktop.domain.opd import Opd
from smartcity_desktop.domain.plan_typed import LONGEST
from smartcity_desktop.domain.workshop import YEAR_RANGE
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.kept_width import keep_width
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.number_edit import NumberEdit

_YEAR: Final = 90
_WIDE: Final = 560
_LATER: Final = "Belum ada di daftar: pilih nanti"
_PAPER: Final = "Tanpa gambar, dari kertas di meja"


@dataclass(frozen=True, slots=True)
class TypingHead:
    """Whose plan is typed, and its first and last year."""

    opd: RowId
    first: int
    last: int


class TypingDialog(QDialog):
    """Three answers; the columns follow from the years."""

    answered = Signal(object)
    """The TypingHead."""
    file_asked = Signal()
    """A PDF or photo of the pages is wanted."""

    def __init__(
        self, opds: Sequence[Opd], head: TypingHead, *, begun: bool = False, parent: QWidget | None = None
    ) -> None:
        """Begin with ``head``; of a plan that was ``begun`` only the head is changed."""
        super().__init__(parent)
        self.setObjectName("typing-ask")
        self.setWindowTitle("Ketik Renstra")
        self.setMinimumWidth(_WIDE)
        self.opd = ChoiceBox()
        self.opd.setObjectName("typing-opd")
        self.opd.setAccessibleName(worded("OPD"))
        for item in opds:
            self.opd.addItem(item.name, item.id)
        self.opd.addItem(_LATER, NO_ROW)
        self.opd.setCurrentIndex(max(0, self.opd.findData(head.opd)))
        limits = (YEAR_RANGE.start, YEAR_RANGE.stop - 1)
        self.first = NumberEdit("typing-first", "Tahun pertama", limits, self)
        self.last = NumberEdit("typing-last", "Tahun terakhir", limits, self)
        self.first.setValue(head.first)
        self.last.setValue(head.last)
        for year in (self.first, self.last):
            keep_width(year, _YEAR)
            year.valueChanged.connect(self._judge)
        self.file = ElidedLabel(_PAPER, "", name="typing-file", parent=self)
        self.choose = Button("Pilih PDF atau foto", "typing-choose", parent=self)
        self.choose.clicked.connect(self.file_asked)
        self._file_words = Label("Gambar halaman", "soft", parent=self)
        for part in (self._file_words, self.file, self.choose):
            part.setVisible(not begun)
        self.hint = Label("", "warning", name="typing-hint", parent=self)
        self.cancel = Button("Batal", "typing-cancel", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.start = Button("Ubah" if begun else "Mulai mengetik", "typing-start", "primary", parent=self)
        self.start.clicked.connect(self.accept)
        self.start.setDefault(True)
        self._lay_out(begun=begun)
        self._judge()
        self.opd.setFocus()

    def show_file(self, name: str) -> None:
        """Say from which file the pages come."""
        self.file.setText(name or _PAPER)

    def accept(self) -> None:
        """Hand over the answers."""
        if self._fits():
            super().accept()
            opd = RowId(str(self.opd.currentData() or ""))
            self.answered.emit(TypingHead(opd, self.first.value(), self.last.value()))

    def _fits(self) -> bool:
        return 0 <= self.last.value() - self.first.value() < LONGEST

    def _judge(self) -> None:
        self.start.setEnabled(self._fits())
        self.hint.setText("" if self._fits() else f"Tahunnya 1 sampai {LONGEST}, misalnya 2025 sampai 2029.")

    def _lay_out(self, *, begun: bool) -> None:
        years = QHBoxLayout()
        years.setSpacing(8)
        years.addWidget(self.first)
        years.addWidget(Label("sampai", "soft", parent=self))
        years.addWidget(self.last)
        years.addWidget(self.hint, 1)
        years.addStretch(1)
        file = QHBoxLayout()
        file.setSpacing(8)
        file.addWidget(self.file, 1)
        file.addWidget(self.choose)
        fields = QGridLayout()
        fields.setHorizontalSpacing(14)
        fields.setVerticalSpacing(10)
        fields.setColumnStretch(1, 1)
        fields.addWidget(Label(worded("Renstra milik OPD"), "soft", parent=self), 0, 0)
        fields.addWidget(self.opd, 0, 1)
        fields.addWidget(Label("Tahun Renstra", "soft", parent=self), 1, 0)
        fields.addLayout(years, 1, 1)
        if not begun:
            fields.addWidget(self._file_words, 2, 0)
            fields.addLayout(file, 2, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(14)
        title = worded("Milik siapa dan tahun berapa") if begun else "Ketik Renstra dari kertas atau gambar"
        column.addWidget(Label(title, "title", parent=self))
        told = (
            "Kolom target dan pagu mengikuti tahunnya. Yang sudah diketik untuk tahun lain tetap ada."
            if begun
            else "Setiap ketikan langsung tersimpan di berkas Bimtek. Boleh berhenti kapan saja."
        )
        column.addWidget(Label(told, "soft", wrap=True, parent=self))
        column.addLayout(fields)
        column.addSpacing(4)
        column.addLayout(foot)
