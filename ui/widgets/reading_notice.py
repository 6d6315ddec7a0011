"""What is said in place: why a file could not be read, and what became of lines that were not found again."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.writing import for_writing

_SHOWN: Final = 6
"""With more lines the list would leave too little room for the plan on a small screen."""


class FaultNotice(QFrame):
    """One sentence and other ways to go on; the program stays as it is."""

    other_file = Signal()
    paste = Signal()
    type_asked = Signal()
    """The pages of a file that is only a picture shall be typed over."""

    map_asked = Signal()
    """A person wants to say what the columns of the file hold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("reading-fault")
        theme.set_role(self, "bar", weight="warning")
        self.text = Label("", "warning", name="reading-fault-text", wrap=True, parent=self)
        self.type = Button("Ketik dari gambar ini", "reading-fault-type", parent=self)
        self.type.clicked.connect(self.type_asked)
        self.map = Button("Petakan kolom sendiri", "reading-fault-map", parent=self)
        self.map.clicked.connect(self.map_asked)
        for_writing(self.map)
        self.file = Button("Pilih berkas lain", "reading-fault-file", parent=self)
        self.file.clicked.connect(self.other_file)
        self.table = Button("Tempel dari Excel", "reading-fault-paste", parent=self)
        self.table.clicked.connect(self.paste)
        self.away = Button("Tutup", "reading-fault-close", "quiet", parent=self)
        self.away.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        for button in (self.type, self.map, self.file, self.table, self.away):
            row.addWidget(button)
        self.hide()

    def tell(self, sentence: str, *, types: bool = False, maps: bool = False) -> None:
        """Show a sentence; where ``types`` the file can be typed over from the pictures of its pages.

        Where ``maps`` a person can say what the columns of its table hold.
        """
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self.type.setVisible(types)
        self.map.setVisible(maps)
        self.show()
        (self.type if types else self.map if maps else self.file).setFocus()


class LostNotice(Card):
    """A calm list of lines that the new file no longer has; those with an analysis first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__("Tidak ditemukan lagi di berkas baru", name="reading-lost", parent=parent)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(3)
        self.body.addLayout(self._lines)
        foot = QHBoxLayout()
        foot.addWidget(
            Label("Baris-baris ini dihapus. Ctrl+Z mengembalikan Renstra yang lama.", "small", parent=self)
        )
        foot.addStretch(1)
        self.away = Button("Tutup", "reading-lost-close", parent=self)
        self.away.clicked.connect(self.hide)
        foot.addWidget(self.away)
        self.body.addLayout(foot)
        self._shown: list[Label] = []
        self.hide()

    def tell(self, lost: Sequence[str], with_analysis: Sequence[str]) -> None:
        """Show the lines that were lost."""
        for label in self._shown:
            self._lines.removeWidget(label)
            label.hide()
            label.deleteLater()
        named = [(f"{name} — sudah dianalisis", "warning") for name in with_analysis]
        named += [(name, "") for name in lost if name not in with_analysis]
        if len(named) > _SHOWN:
            left = len(named) - _SHOWN
            named = [*named[:_SHOWN], (f"dan {left} baris lain", "soft")]
        self._shown = [Label(words, role, wrap=True, parent=self) for words, role in named]
        for label in self._shown:
            self._lines.addWidget(label)
        self.setVisible(bool(named))
