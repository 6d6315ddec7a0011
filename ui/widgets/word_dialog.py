"""What came back from Word beside what stands: line by line, before anything of it is taken."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.book_told import Call, told_changes
from smartcity_desktop.domain.chapter_word import WordChange
from ui import theme
from ui.models.read_table import ReadLine
from ui.models.stage_copy import LINE_MARKS
from ui.widgets.button import Button
from ui.widgets.dialog_size import size_dialog
from ui.widgets.label import Label
from ui.widgets.message_bar import MessageBar
from ui.widgets.read_table import ReadTable
from ui.widgets.writing import for_writing

_WIDE, _HIGH = 900, 600
_OTHER: Final = "Berkas ini dibuat dari bab lain. Periksa baik-baik sebelum dipakai."
_SAFE: Final = "Teks yang sekarang tidak hilang: Ctrl+Z mengembalikannya."


class WordDialog(QDialog):
    """Changed lines are named by a word, never by colour alone; lines that stand in both are faint."""

    taken = Signal()
    """The text of the file is to take the place of what stands."""

    def __init__(
        self, name: str, chapter: str, change: WordChange, call: Call, parent: QWidget | None = None
    ) -> None:
        """``name`` is that of the file, ``call`` names what fills itself and pictures."""
        super().__init__(parent)
        self.setObjectName("word-dialog")
        self.setWindowTitle("Ambil dari Word")
        theme.set_role(self, "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addWidget(Label(f"Teks dari {name} untuk {chapter}", "title", wrap=True, parent=self))
        told = f"{change.count('new')} baris baru · {change.count('gone')} baris hilang"
        column.addWidget(Label(f"{told} · {change.count('same')} baris sama", "soft", parent=self))
        self.bar = MessageBar("word-told", self)
        column.addWidget(self.bar)
        self.table = ReadTable("word-lines", "Baris yang berubah", 1, self)
        lines = [
            ReadLine(f"{at}", (LINE_MARKS[item.state], words), faint=item.state == "same")
            for at, (item, words) in enumerate(
                zip(change.lines, told_changes(change.lines, call), strict=True)
            )
        ]
        self.table.show_lines(("", "Baris"), lines, {0: 90})
        column.addWidget(self.table, 1)
        warnings = [_OTHER] * change.is_other + list(change.told)
        if warnings:
            self.bar.tell(" ".join(warnings), "warning")
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(Label(_SAFE, "small", wrap=True, parent=self), 1)
        self.take = Button("Pakai teks dari Word", "word-take", "primary", parent=self)
        self.take.clicked.connect(self._take)
        for_writing(self.take)
        away = Button("Batal", "word-cancel", parent=self)
        away.clicked.connect(self.reject)
        below.addWidget(self.take)
        below.addWidget(away)
        column.addLayout(below)
        size_dialog(self, _WIDE, _HIGH)

    def _take(self) -> None:
        self.taken.emit()
        self.accept()
