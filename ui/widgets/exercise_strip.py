"""The strip above every view of a worksheet: to fill it in, its results, votes, papers, its make-up."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import tip

VIEWS: Final[tuple[tuple[str, str, str], ...]] = (
    ("worksheet", "Isian", "Isi lembar kertas kerja"),
    (
        "result",
        "Hasil",
        "Isian semua lembar berdampingan: bandingkan, gabungkan, bawa ke kertas kerja berikutnya",
    ),
    ("vote", "Suara", "Pilih bersama dari isian atau daftar sendiri; tersembunyi sampai diumumkan"),
    ("paper", "Ketik dari kertas", "Nomor kertas, lalu isi menurut urutan cetaknya; yang kembali dihitung"),
    ("homework", "Pekerjaan rumah", "Yang masih harus diselesaikan setiap OPD sesudah tahap ini"),
    ("definition", "Susunan", "Ubah kertas kerja: kolom, pilihan, pengisi, butir; buat kertas kerja sendiri"),
)
"""Key of the screen, its words, what it is for; in the order of the strip."""


class ExerciseStrip(QWidget):
    """Marks the view that is shown, and tells which one a person wants."""

    chosen = Signal(str)
    """The key of a screen."""

    def __init__(self, current: str, parent: QWidget | None = None) -> None:
        """Make a button for each view."""
        super().__init__(parent)
        self.setObjectName("exercise-strip")
        self.setAccessibleName("Bagian kertas kerja")
        self.current = current
        self.buttons: dict[str, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        last = len(VIEWS) - 1
        for place, (key, words, purpose) in enumerate(VIEWS):
            button = Button(words, f"exercise-{key}", "segment", parent=self)
            theme.set_role(button, "segment", place={0: "first", last: "last"}.get(place, ""))
            button.setCheckable(True)
            # A click leaves the cursor where it is keyed: it stands there when one comes back.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setChecked(key == current)
            tip(button, worded(purpose))
            button.clicked.connect(partial(self._choose, key))
            self.buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        self.setVisible(last > 0)

    def _choose(self, key: str) -> None:
        for name, button in self.buttons.items():
            button.setChecked(name == self.current)
        if key != self.current:
            self.chosen.emit(key)
