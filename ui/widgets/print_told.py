"""Under the name of a print: when it was printed, whether it changed since, and what else can be done."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.writing import for_writing

HISTORY, TEXTS, COPY, SAVE_TEXT, NUMBER, RULES = "history", "texts", "copy", "save-text", "number", "rules"
_WORDS: Final = {
    RULES: "Aturan sertifikat …",
    NUMBER: "Beri nomor",
    TEXTS: "Ubah kalimat",
    COPY: "Salin teks",
    SAVE_TEXT: "Simpan teks …",
    HISTORY: "Riwayat",
}
_CHANGED: Final = "Berubah sejak dicetak"


class PrintTrace(QWidget):
    """One line: what became of this print at the left, quiet buttons at the right."""

    asked = Signal(str)
    """The key of the button that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with a print that was never printed."""
        super().__init__(parent)
        self.told = ElidedLabel("", "soft", name="print-told", parent=self)
        self.changed = Label(_CHANGED, "warning", name="print-changed", parent=self)
        self.buttons = {
            key: Button(words, f"print-{key}", "quiet", parent=self) for key, words in _WORDS.items()
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.told, 1)
        row.addWidget(self.changed)
        for key, button in self.buttons.items():
            button.clicked.connect(partial(self._ask, key))
            row.addWidget(button)
        self.changed.hide()
        for_writing(self.buttons[NUMBER])
        self.offer(frozenset())

    def _ask(self, key: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own signature
        self.asked.emit(key)

    def show_trace(self, words: str, *, changed: bool) -> None:
        """Say when it was printed, and whether the pages shown differ from what was."""
        self.told.setText(words)
        self.changed.setVisible(changed)

    def offer(self, keys: frozenset[str], *, waiting: int = 0) -> None:
        """Show these buttons; ``waiting`` is how many certificates have no number yet."""
        for key, button in self.buttons.items():
            button.setVisible(key in keys)
        self.buttons[NUMBER].setText(f"{_WORDS[NUMBER]} ({waiting})" if waiting else _WORDS[NUMBER])
