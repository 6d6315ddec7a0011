"""Above the pages of a print: its name, how many pages, and the ways out: printer, PDF, Word, PDF per OPD."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartcity_desktop.domain.print_needs import print_words
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.label import ElidedLabel, Label, tip

_NO_PRINTER: Final = "Belum ada printer di laptop ini. Simpan sebagai PDF, lalu cetak dari laptop lain."
_PRINT: Final = "Cetak …"
_EACH: Final = "Satu berkas per OPD …"


class PrintHead(QWidget):
    """Name and number of pages at the left, buttons at the right, a sentence below where no printer is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a print."""
        super().__init__(parent)
        self.name = ElidedLabel("", "lead", name="print-title", parent=self)
        self.count = Label("", "soft", name="print-count", parent=self)
        self.print = Button(_PRINT, "print-print", icon="cetak", parent=self)
        self.save = Button("Simpan PDF", "print-save", parent=self)
        self.word = Button("Simpan DOCX", "print-word", parent=self)
        self.each = Button(worded(_EACH), "print-each", parent=self)
        self.word.hide()
        self.alone = Label(_NO_PRINTER, "small", name="print-alone", wrap=True, parent=self)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.name, 1)
        for part in (self.count, self.print, self.save, self.word, self.each):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.alone)

    def reword(self) -> None:
        """Say the words of the buttons in those of the event."""
        self.each.setText(worded(_EACH))
        self.each.setAccessibleName(worded(_EACH))

    def show_count(self, count: int, paper: str) -> None:
        """Say how many pages are shown, nothing where none are; many stand on the button that prints them."""
        self.count.setText(f"{count} halaman · {paper}" if count else "")
        words = print_words(_PRINT, count)
        self.print.setText(words)
        self.print.setAccessibleName(words)

    def show_printer(self, *, has_printer: bool) -> None:
        """Offer the printer, or say what to do without one."""
        self.print.setVisible(has_printer)
        tip(self.save, "" if has_printer else _NO_PRINTER)
        self.alone.setVisible(not has_printer)

    def lock(self, *, is_locked: bool) -> None:
        """Let nothing go out while something else does."""
        for button in (self.print, self.save, self.word, self.each):
            button.setEnabled(not is_locked)
