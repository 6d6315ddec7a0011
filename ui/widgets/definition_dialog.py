"""What Susunan asks: whether to go on, what a new exercise is, which differences of a file are taken."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from smartcity_desktop.domain.definition import FILLER_WORDS, ROW_WORDS
from smartcity_desktop.domain.definition_file import Difference
from smartcity_desktop.domain.worksheet import BY_ASSESSOR, BY_PART, FREE
from ui.translate import worded
from ui.widgets.button import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.label import Label

_WIDE: Final = 560
_PLACE: Final = Qt.ItemDataRole.UserRole + 1


class _Dialog(QDialog):
    """A question with the one that goes on at the right."""

    def __init__(self, name: str, title: str, go: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDE)
        self.cancel = Button("Batal", f"{name}-cancel", parent=self)
        self.go = Button(go, f"{name}-go", "primary", parent=self)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        self.go.setDefault(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 14)
        self.column.setSpacing(10)

    def close_with_buttons(self) -> None:
        """Put the buttons below everything."""
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        self.column.addLayout(row)


class TouchDialog(_Dialog):
    """Says in a sentence what becomes of answers, before anything changes."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        """Show the sentence."""
        super().__init__("definition-touch", "Isian yang sudah ada", "Lanjutkan", parent)
        self.sentence = Label(sentence, name="definition-touch-words", wrap=True, parent=self)
        self.column.addWidget(self.sentence)
        self.column.addWidget(Label("Ctrl+Z mengurungkan perubahan ini.", "soft", parent=self))
        self.close_with_buttons()


class NewDialog(_Dialog):
    """Asks title, who fills it, and whether rows are added or stand; of a copy the title alone."""

    made = Signal(str, str, object)
    """Title, who fills it, and the lines of its fixed rows (None where the tables add them)."""

    def __init__(
        self, title: str, copied: str = "", parent: QWidget | None = None, *, told: str = ""
    ) -> None:
        """Ask; ``copied`` names the exercise that is copied, empty where it begins from nothing.

        ``told`` says what is different in the copy.
        """
        super().__init__("definition-new", title, "Salin" if copied else "Buat", parent)
        self._copies = bool(copied)
        self.told = Label(told, "soft", name="definition-new-told", wrap=True, parent=self)
        self.told.setVisible(bool(told))
        self.title = QLineEdit(self)
        self.title.setObjectName("definition-new-title")
        self.title.setAccessibleName("Judul kertas kerja")
        self.title.setPlaceholderText("Judul kertas kerja")
        self.title.setText(f"{copied} (salinan)" if copied else "")
        self.filler = ChoiceBox(self)
        self.filler.setObjectName("definition-new-filler")
        self.filler.setAccessibleName("Diisi oleh")
        for kind, words in FILLER_WORDS.items():
            # Parts and assessors are named in Susunan first: without them there is no sheet to fill.
            if kind not in {BY_PART, BY_ASSESSOR}:
                self.filler.addItem(worded(words), kind)
        self.rows = {key: QRadioButton(words, self) for key, words in ROW_WORDS.items()}
        self.rows[FREE].setChecked(True)
        self.items = QPlainTextEdit(self)
        self.items.setObjectName("definition-new-items")
        self.items.setAccessibleName("Butir, satu baris satu butir")
        self.items.setPlaceholderText("Satu baris satu butir")
        self.items.setTabChangesFocus(True)
        self.items.hide()
        self._lay_out()
        self.title.setFocus()
        self.title.selectAll()
        self.rows[FREE].toggled.connect(self._look)
        self.title.textChanged.connect(self._look)
        self._look()

    def accept(self) -> None:
        """Tell what is wanted."""
        lines = None if self.rows[FREE].isChecked() else self.items.toPlainText().splitlines()
        self.made.emit(self.title.text(), str(self.filler.currentData()), lines)
        super().accept()

    def _lay_out(self) -> None:
        self.column.addWidget(Label("Judul", "soft", parent=self))
        self.column.addWidget(self.title)
        self.column.addWidget(self.told)
        if not self._copies:
            self.column.addWidget(Label("Diisi oleh", "soft", parent=self))
            self.column.addWidget(self.filler)
            for button in self.rows.values():
                self.column.addWidget(button)
            self.column.addWidget(self.items)
        else:
            self.filler.hide()
            for button in self.rows.values():
                button.hide()
        self.close_with_buttons()

    def _look(self) -> None:
        self.items.setVisible(not self._copies and not self.rows[FREE].isChecked())
        self.go.setEnabled(bool(self.title.text().strip()))


class FileDialog(_Dialog):
    """Lists in what a file differs from the exercise of the same code, each taken or left."""

    updated = Signal(object)
    """The chosen differences."""
    adopted = Signal()
    """The exercise of the file is wanted as a new one."""

    def __init__(self, name: str, found: Sequence[Difference], parent: QWidget | None = None) -> None:
        """``name`` is the exercise that stands."""
        super().__init__(
            "definition-file", "Ambil kertas kerja dari berkas", "Perbarui yang dicentang", parent
        )
        self._found = tuple(found)
        words = (
            f"{name} berbeda dari berkas ini pada {len(found)} hal. Centang yang diambil; "
            "isian yang ada tetap tersimpan."
            if found
            else f"{name} sama dengan berkas ini. Yang dapat diambil hanyalah kertas kerja baru."
        )
        self.list = QListWidget(self)
        self.list.setObjectName("definition-file-list")
        self.list.setAccessibleName("Perbedaan")
        self.list.setWordWrap(True)
        for place, item in enumerate(self._found):
            self.list.addItem(_line(place, item))
        self.list.setVisible(bool(found))
        self.fresh = Button("Ambil sebagai kertas kerja baru", "definition-file-new", parent=self)
        self.fresh.clicked.connect(self._adopt)
        self.column.addWidget(Label(worded(words), wrap=True, parent=self))
        self.column.addWidget(self.list)
        self.column.addWidget(self.fresh, 0, Qt.AlignmentFlag.AlignLeft)
        self.close_with_buttons()
        self.list.itemChanged.connect(self._look)
        self._look()

    def chosen(self) -> tuple[Difference, ...]:
        """Return the differences that are ticked."""
        lines = [self.list.item(at) for at in range(self.list.count())]
        ticked = [line for line in lines if line.checkState() is Qt.CheckState.Checked]
        return tuple(self._found[int(line.data(_PLACE))] for line in ticked)

    def accept(self) -> None:
        """Tell what was chosen."""
        self.updated.emit(self.chosen())
        super().accept()

    def _adopt(self) -> None:
        self.adopted.emit()
        self.reject()

    def _look(self) -> None:
        self.go.setEnabled(bool(self.chosen()))


def _line(place: int, item: Difference) -> QListWidgetItem:
    told = f"{item.before or 'kosong'} → {item.after or 'kosong'}" if item.before or item.after else ""
    told = item.after if item.way == "new" else told
    line = QListWidgetItem(worded(": ".join(part for part in (item.words, told) if part)))
    line.setData(_PLACE, place)
    # What only stands here is not taken away unasked.
    line.setCheckState(Qt.CheckState.Unchecked if item.way == "gone" else Qt.CheckState.Checked)
    return line
