"""Below a vote: what can be done with it as a whole."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartcity_desktop.domain.vote import Vote
from ui.widgets.button import Button
from ui.widgets.label import ElidedLabel, tip
from ui.widgets.writing import for_reading, for_writing

_REVEAL: Final = ("Umumkan", "Tampilkan hasilnya di sini dan di layar peserta (F8)")
_HIDE: Final = ("Sembunyikan", "Hasilnya tidak lagi terlihat di layar peserta (F8)")

_CLOSE: Final = "Selesai menghitung"


class VoteFoot(QWidget):
    """The buttons say what they would do now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the buttons."""
        super().__init__(parent)
        self.hint = ElidedLabel("", "small", name="vote-hint", parent=self)
        self.show_figures = Button("Lihat angka", "vote-figures", "quiet", parent=self)
        self.show_figures.setCheckable(True)
        tip(self.show_figures, "Angka tertutup agar tidak terbaca dari layar; lihat sebentar untuk memeriksa")
        self.print = Button("Cetak", "vote-print", parent=self)
        self.show_hall = Button("Tayangkan", "vote-present", parent=self)
        self.new_round = Button("Putaran baru", "vote-again", parent=self)
        tip(self.new_round, "Menghitung lagi dari nol; putaran ini tetap tersimpan dan bisa dilihat")
        self.close_vote = Button(_CLOSE, "vote-close", parent=self)
        tip(self.close_vote, "Angka tidak lagi diterima, dan hasilnya belum ditampilkan")
        self.show_all = Button(_REVEAL[0], "vote-reveal", "primary", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.hint, 1)
        for button in (
            self.show_figures,
            self.print,
            self.show_hall,
            self.new_round,
            self.close_vote,
            self.show_all,
        ):
            row.addWidget(button)
        for_writing(self.new_round, self.close_vote, self.show_all)
        for_reading(self.show_figures, self.print, self.show_hall)

    def show_vote(self, vote: Vote, *, is_open: bool) -> None:
        """Say what can be done with this vote."""
        words, told = _HIDE if vote.is_revealed else _REVEAL
        self.show_all.setText(words)
        self.show_all.setAccessibleName(words)
        if self.show_all.isEnabled():
            tip(self.show_all, told)
        self.close_vote.setText(_CLOSE if is_open else "Lanjutkan menghitung")
        self.close_vote.setAccessibleName(self.close_vote.text())
        self.show_figures.setVisible(not vote.is_revealed)
