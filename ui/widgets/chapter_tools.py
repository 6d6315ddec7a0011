"""What can be done to the text of a chapter, above it: kinds of lines, emphasis, lists, tables, pictures."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ui.models import chapter_lines as lines
from ui.models.chapter_text import object_of
from ui.widgets.button import Button
from ui.widgets.chapter_edit import ChapterEdit
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow_row import FlowRow
from ui.widgets.label import tip
from ui.widgets.writing import for_writing

_KINDS: Final = (("Teks biasa", lines.PLAIN), ("Judul", 2), ("Subjudul", 3))
_TABLE: Final[tuple[tuple[str, Mapping[str, int]], ...]] = (
    ("Tambah baris di bawah", {"rows": 1}),
    ("Tambah baris di atas", {"rows": 1, "before": True}),
    ("Tambah kolom di kanan", {"columns": 1}),
    ("Tambah kolom di kiri", {"columns": 1, "before": True}),
    ("Hapus baris ini", {"rows": -1}),
    ("Hapus kolom ini", {"columns": -1}),
)


class ChapterTools(QWidget):
    """Buttons that show what stands at the cursor and change it."""

    picture_asked = Signal()
    """A person wants to choose a picture from a file."""

    def __init__(self, edit: ChapterEdit, parent: QWidget | None = None) -> None:
        """Work on a text."""
        super().__init__(parent)
        self._edit = edit
        self.kind = ChoiceBox(self)
        self.kind.setObjectName("chapter-kind")
        self.kind.setAccessibleName("Jenis baris")
        for words, value in _KINDS:
            self.kind.addItem(words, value)
        tip(self.kind, "Ctrl+1 judul · Ctrl+2 subjudul · Ctrl+3 teks biasa")
        self.kind.activated.connect(self._turn)
        self.bold = self._button("B", "chapter-bold", "Tebal")
        self.italic = self._button("I", "chapter-italic", "Miring (Ctrl+I)")
        self.bullets = self._button("• Daftar", "chapter-bullets", "Daftar bertanda (Ctrl+8)")
        self.numbers = self._button("1. Daftar", "chapter-numbers", "Daftar bernomor (Ctrl+7)")
        self.table = self._button("Tabel", "chapter-table", "Sisipkan tabel, atau ubah baris dan kolomnya")
        self.picture = self._button("Gambar", "chapter-picture", "Sisipkan gambar dari berkas; bisa ditempel")
        for button in (self.table, self.picture):
            button.setCheckable(False)
        self.bold.clicked.connect(partial(self._emphasise, bold=True))
        self.italic.clicked.connect(partial(self._emphasise, bold=False))
        self.bullets.clicked.connect(partial(self._list, lines.BULLETS))
        self.numbers.clicked.connect(partial(self._list, lines.NUMBERS))
        self.picture.clicked.connect(self.picture_asked)
        self.menu = QMenu(self)
        self.menu.setObjectName("chapter-table-menu")
        self.menu.aboutToShow.connect(self._offer)
        self.table.setMenu(self.menu)
        parts = (self.kind, self.bold, self.italic, self.bullets, self.numbers, self.table, self.picture)
        for_writing(*parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FlowRow(parts, parent=self))
        edit.moved.connect(self.show_place)
        edit.currentCharFormatChanged.connect(self._show_form)
        self.show_place()

    def show_place(self) -> None:
        """Show what stands at the cursor."""
        kind = self._edit.kind()
        self.kind.setCurrentIndex(max(0, self.kind.findData(max(kind, 0))))
        self.bold.setChecked(self._edit.is_bold())
        self.italic.setChecked(self._edit.currentCharFormat().fontItalic())
        self.bullets.setChecked(kind == lines.BULLETS)
        self.numbers.setChecked(kind == lines.NUMBERS)
        is_text = not object_of(self._edit.textCursor().block())[0]
        for part in (self.kind, self.bullets, self.numbers):
            part.setEnabled(is_text and not self._edit.has_table() and self._edit.may_write)

    def _show_form(self, _form: object) -> None:
        self.show_place()

    def _button(self, words: str, name: str, told: str) -> Button:
        made = Button(words, name, "quiet", parent=self)
        made.setCheckable(True)
        made.setAccessibleName(told.partition(" (")[0].partition(",")[0].partition(";")[0])
        # The cursor stays in the text whatever is pressed above it.
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tip(made, told)
        return made

    def _turn(self, place: int) -> None:
        if self._edit.kind() != self.kind.itemData(place):
            self._edit.turn_into(int(self.kind.itemData(place)))
        self._edit.setFocus()

    def _emphasise(self, *, bold: bool) -> None:
        self._edit.emphasise(bold=bold)
        self.show_place()
        self._edit.setFocus()

    def _list(self, kind: int) -> None:
        self._edit.turn_into(kind)
        self._edit.setFocus()

    def _offer(self) -> None:
        self.menu.clear()
        if not self._edit.has_table():
            for rows, columns in ((3, 2), (3, 3), (5, 4)):
                action = self.menu.addAction(f"Sisipkan tabel {columns} kolom × {rows} baris")
                action.triggered.connect(partial(self._insert_table, rows, columns))
            return
        for words, change in _TABLE:
            action = self.menu.addAction(words)
            action.triggered.connect(partial(self._change_table, change))
        self.menu.addSeparator()
        self.menu.addAction("Hapus tabel ini").triggered.connect(self._edit.remove_table)

    def _insert_table(self, rows: int, columns: int) -> None:
        self._edit.insert_table(rows, columns)

    def _change_table(self, change: Mapping[str, int]) -> None:
        self._edit.change_table(
            rows=change.get("rows", 0), columns=change.get("columns", 0), before=bool(change.get("before"))
        )
        self._edit.setFocus()
