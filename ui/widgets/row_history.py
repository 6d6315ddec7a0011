"""The versions of one row in a window of their own: when, by whom, what; an older one is put back."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.row_history import RowHistory
from ui import theme
from ui.models import stage_copy as words
from ui.widgets.button import Button
from ui.widgets.dialog_size import size_dialog
from ui.widgets.label import Label
from ui.widgets.read_table import ReadTable
from ui.widgets.writing import for_writing

_COPY: Final = "Pulihkan sebagai salinan"
_BACK: Final = "Pakai isi ini lagi"
_NEWEST: Final = "Ini isi yang sekarang. Pilih versi lama di bawahnya untuk memulihkan."
_ONLY: Final = "Baru ada satu versi."
_WIDE: Final = 2
_WIDTH, _HEIGHT = 860, 560


class RowHistoryDialog(QDialog):
    """Shows a history; what is written stays with whoever opened it, so that it is told and undone there."""

    restored = Signal(str, int)
    """The row, and the place of the version that shall be put back (0 the newest)."""

    def __init__(self, history: RowHistory, say: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Show the versions of a row, the newest first."""
        super().__init__(parent)
        self._history = history
        self._say = say
        self.setObjectName("row-history")
        self.setWindowTitle("Riwayat")
        theme.set_role(self, "page")
        self.title = Label(
            f"Riwayat: {history.name}", "subtitle", name="row-history-title", wrap=True, parent=self
        )
        self.versions = ReadTable("row-history-versions", "Versi", _WIDE, self)
        self.versions.chosen.connect(self._show)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("row-history-text")
        self.text.setAccessibleName("Isi yang berubah")
        self.text.setReadOnly(True)
        self.back = Button(
            _COPY if history.copyable else _BACK, "row-history-restore", "primary", parent=self
        )
        self.back.clicked.connect(self._restore)
        for_writing(self.back)
        self.hint = Label(_NEWEST, "small", name="row-history-hint", parent=self)
        self.away = Button("Tutup", "row-history-close", parent=self)
        self.away.clicked.connect(self.reject)
        self._lay_out()
        self.versions.show_lines(words.VERSION_HEADS, words.version_lines(history, say), words.VERSION_WIDTHS)
        size_dialog(self, _WIDTH, _HEIGHT)
        self._show(self.versions.key)
        self.versions.setFocus()

    def _place(self) -> int:
        key = self.versions.key
        return int(key) if key else -1

    def _show(self, _key: str) -> None:
        place = self._place()
        if place < 0:
            return
        version = self._history.versions[place]
        self.text.setPlainText(words.version_told(self._history, place, self._say))
        self.back.setEnabled(not version.gone and place > 0)
        self.hint.setText(_ONLY if len(self._history.versions) == 1 else _NEWEST)
        self.hint.setVisible(place == 0)

    def _restore(self) -> None:
        self.restored.emit(self._history.row, self._place())
        self.accept()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(self.hint)
        foot.addStretch(1)
        foot.addWidget(self.away)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.versions, 3)
        column.addWidget(self.text, 2)
        column.addLayout(foot)
