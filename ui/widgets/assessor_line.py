"""Below the list of assessors: a line for further names, and what can be done with the one that is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartcity_desktop.domain.worksheet import SheetPlace
from ui.widgets.button import Button
from ui.widgets.label import tip
from ui.widgets.writing import for_writing

_NO_MORE, _AGAIN = "Tidak menilai lagi", "Menilai lagi"


class _NameLine(QLineEdit):
    """Takes a pasted list of names line by line, which a line of its own would run together."""

    pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of pasted text that has lines."""
        text = QApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if "\n" in text.strip():
            self.pasted.emit(text)
            return
        super().keyPressEvent(event)


class AssessorLine(QWidget):
    """Names of people who score: typed one by one, or pasted as a list."""

    named = Signal(object)
    """Names to be added."""
    retired = Signal(str, bool)
    """One who scores, and whether no longer or again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty line."""
        super().__init__(parent)
        self.setObjectName("assessorLine")
        self.setAccessibleName("Penilai")
        self._chosen = ("", False)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 2, 6, 4)
        column.setSpacing(4)
        self.line = _NameLine(self)
        self.line.setObjectName("assessorName")
        self.line.setAccessibleName("Nama penilai")
        self.line.setPlaceholderText("Nama penilai, lalu Enter")
        tip(self.line, "Beberapa nama: pisahkan dengan titik koma, atau tempel daftarnya")
        self.line.returnPressed.connect(self._enter)
        self.line.pasted.connect(self._paste)
        self.retire_button = Button(_NO_MORE, "assessorRetire", "quiet", parent=self)
        self.retire_button.clicked.connect(self._retire)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.retire_button)
        row.addStretch(1)
        column.addWidget(self.line)
        column.addLayout(row)
        self.retire_button.hide()
        for_writing(self)

    def show_chosen(self, place: SheetPlace) -> None:
        """Offer what can be done with this one."""
        # A waived sheet is due from nobody either, but its assessor still scores.
        is_retired = not place.required and not place.waived
        self._chosen = (place.party, is_retired)
        words = _AGAIN if is_retired else _NO_MORE
        self.retire_button.setText(words)
        self.retire_button.setAccessibleName(f"{place.name}: {words}")
        tip(
            self.retire_button, f"{place.name}: {words}. Nilai yang sudah diberikan tetap ada. F2: ganti nama"
        )
        self.retire_button.show()

    def _enter(self) -> None:
        self._tell(self.line.text().split(";"))

    def _paste(self, text: str) -> None:
        self._tell(text.splitlines())

    def _tell(self, names: list[str]) -> None:
        kept = [" ".join(name.split()) for name in names if name.strip()]
        if kept:
            self.line.clear()
            self.named.emit(kept)

    def _retire(self) -> None:
        party, is_retired = self._chosen
        self.retired.emit(party, not is_retired)
