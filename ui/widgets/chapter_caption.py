"""Caption and source of a picture in a chapter; what is typed is written at once."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button
from ui.widgets.growing_text import GrowingText
from ui.widgets.label import Label
from ui.widgets.writing import for_writing


class CaptionDialog(QDialog):
    """Two lines; Enter and Esc close."""

    field_edited = Signal(str, str)
    """``caption`` or ``source``, and what was typed."""

    def __init__(self, caption: str, source: str, parent: QWidget | None = None) -> None:
        """Show what stands."""
        super().__init__(parent)
        self.setObjectName("chapter-caption")
        self.setWindowTitle("Keterangan gambar")
        theme.set_role(self, "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(6)
        self.caption = GrowingText(
            "caption-text", "Keterangan gambar", "mis. Ruang kendali Kota Contoh", parent=self
        )
        self.source = GrowingText("caption-source", "Sumber gambar", "mis. Dinas Kominfo, 2026", parent=self)
        for words, field, line, text in (
            ("Keterangan gambar", "caption", self.caption, caption),
            ("Sumber", "source", self.source, source),
        ):
            line.show_text(text)
            line.edited.connect(partial(self.field_edited.emit, field))
            line.entered.connect(self.accept)
            column.addWidget(Label(words, "small", parent=self))
            column.addWidget(line)
        for_writing(self.caption, self.source)
        column.addWidget(Label("Nomor gambar diberikan sendiri saat dicetak.", "small", parent=self))
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button("Selesai", "caption-done", "primary", parent=self)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addSpacing(6)
        column.addLayout(row)
        self.setMinimumWidth(theme.scaled(460))
